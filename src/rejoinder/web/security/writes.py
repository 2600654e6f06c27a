"""Writes: whatever changes something must come from our own pages (against forged requests)."""

import hmac
from typing import Final
from urllib.parse import urlsplit

from fastapi import Request

from rejoinder.web.problems import Problem, ProblemFound
from rejoinder.web.settings import Settings
from rejoinder.web.visits import form_token, visit_of

__all__ = ["FIELD", "HEADER", "check_write"]

FIELD: Final = "csrf"
"""The hidden field of every form."""

HEADER: Final = "x-csrf-token"
"""The header of every call that a script of ours makes."""

_HARMLESS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_FORMS: Final = ("application/x-www-form-urlencoded", "multipart/form-data")


async def check_write(request: Request) -> None:
    """Refuse a request that changes something and was not made by one of our pages.

    A dependency of the whole application, so no route can forget it. Who brings the token of the
    workbench in a header needs no form token: no other page could have made the browser send it.

    Raises:
        ProblemFound: it comes from elsewhere, or without the token of its visit.
    """
    if request.method in _HARMLESS:
        return
    if _is_from_elsewhere(request):
        raise ProblemFound(_refused("It was sent by a page that is not part of this workbench."))
    if request.state.bearer:
        return
    settings: Settings = request.app.state.desk.settings
    wanted = form_token(settings, visit_of(request))
    shown = request.headers.get(HEADER) or await _field(request)
    if not hmac.compare_digest(shown.encode("utf-8", "replace"), wanted.encode()):
        # What was sent with it must not lie about until somebody clears up.
        await request.close()
        raise ProblemFound(_refused("It does not carry the mark of a page that was opened here."))


def _is_from_elsewhere(request: Request) -> bool:
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


async def _field(request: Request) -> str:
    if not request.headers.get("content-type", "").startswith(_FORMS):
        return ""
    value = (await request.form()).get(FIELD)
    return value if isinstance(value, str) else ""


def _refused(detail: str) -> Problem:
    return Problem(
        status=403,
        title="That was not sent from here",
        detail=detail,
        cure="Reload the page and try again; a restart of the workbench makes open pages stale.",
    )
