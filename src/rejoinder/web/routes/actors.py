"""Actors: the list, as a page and as files, and one of them with what the ledger knows of it."""

from typing import TYPE_CHECKING, Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from rejoinder.api.frames import actor_frame
from rejoinder.web.addresses import segment
from rejoinder.web.asked import AskedActors
from rejoinder.web.desk import AtDesk
from rejoinder.web.downloads import Form, download
from rejoinder.web.words import KINDS

if TYPE_CHECKING:
    from rejoinder.api import ActorView

__all__ = ["actor", "actor_list", "actors_file", "router"]

router = APIRouter(include_in_schema=False)

_AT_ONCE: Final = 2000


@router.get("/actors")
def actor_list(request: Request, desk: AtDesk, asked: Annotated[AskedActors, Query()]) -> Response:
    """Show the actors that meet every condition, those who speak and are spoken of most first."""
    values = {"asked": asked, "page": desk.actors(asked), "KINDS": KINDS}
    return desk.pages.show(request, "actors.html", values)


@router.get("/actors.{form}")
def actors_file(desk: AtDesk, asked: Annotated[AskedActors, Query()], form: Form) -> Response:
    """Give the whole list as a file."""
    found: list[ActorView] = []
    after: str | None = None
    while True:
        page = desk.ledger.actor_page(**asked.conditions(), after=after, limit=_AT_ONCE)
        found.extend(page.actors)
        after = page.following
        if after is None:
            return download("actors", form, found, lambda: actor_frame(found))


@router.get("/actors/{key}")
def actor(request: Request, desk: AtDesk, key: str) -> Response:
    """Show one actor by its id; an id that leads to another leads to its page."""
    found = desk.actor(key)
    if found.view.id != key:
        return RedirectResponse(f"/actors/{segment(found.view.id)}", status_code=303)
    return desk.pages.show(request, "actor.html", {"portrait": found, "KINDS": KINDS})
