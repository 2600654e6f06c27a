"""Reports: an exchange, an actor, a dispute or the whole ledger as one file to hand on."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from rejoinder.errors import ConfigError
from rejoinder.web.desk import AtDesk

__all__ = ["report", "router"]

router = APIRouter(include_in_schema=False)

_Name = Annotated[str | None, Query(max_length=300)]


@router.get("/report.html")
def report(
    desk: AtDesk,
    exchange: _Name = None,
    actor: _Name = None,
    left: _Name = None,
    right: _Name = None,
    since: date | None = None,
    until: date | None = None,
) -> Response:
    """Give a report as a file that browsers save and never show as a page of the workbench.

    Args:
        desk: the ledger and the pages.
        exchange: of this exchange, by its id or that of a statement in it.
        actor: of this actor, by id or name.
        left: of the dispute between this party ...
        right: ... and this one.
        since: first day that counts.
        until: last day that counts.
    """
    if (left is None) != (right is None):
        raise ConfigError("a dispute has two parties; give both left and right")
    page = desk.ledger.report(
        exchange=exchange,
        actor=actor,
        dispute=None if left is None or right is None else (left, right),
        since=since,
        until=until,
    )
    saved = 'attachment; filename="report.html"'
    return Response(
        page, media_type="text/html; charset=utf-8", headers={"Content-Disposition": saved}
    )
