"""The door of a workbench that others can reach, and how a browser likes its pages."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from rejoinder.web.addresses import is_local
from rejoinder.web.desk import AtDesk
from rejoinder.web.pages import THEME_COOKIE, THEMES
from rejoinder.web.security.access import is_token
from rejoinder.web.visits import ACCESS, VISIT, access_key, cookie, new_visit

__all__ = ["choose_theme", "enter", "enter_page", "leave", "router"]

router = APIRouter(include_in_schema=False)

_PAUSE = 0.4
"""Seconds that a wrong token costs."""
_YEAR = 365 * 24 * 3600


@router.get("/enter")
def enter_page(request: Request, desk: AtDesk, next: str = "/") -> Response:
    """Ask for the token."""
    if desk.settings.token is None:
        return RedirectResponse("/", status_code=303)
    return desk.pages.show(request, "enter.html", {"next": next, "wrong": False})


@router.post("/enter")
async def enter(
    request: Request,
    desk: AtDesk,
    token: Annotated[str, Form(max_length=1000)] = "",
    next: Annotated[str, Form(max_length=4000)] = "/",
) -> Response:
    """Let in who brings the token, under a new name, so that an old one is worth nothing."""
    if not is_token(desk.settings, token):
        await asyncio.sleep(_PAUSE)
        values = {"next": next, "wrong": True}
        return desk.pages.show(request, "enter.html", values, status=403)
    visit = new_visit()
    response = RedirectResponse(next if is_local(next) else "/", status_code=303)
    response.headers.append("Set-Cookie", cookie(VISIT, visit))
    response.headers.append("Set-Cookie", cookie(ACCESS, access_key(desk.settings, visit)))
    return response


@router.post("/leave")
def leave() -> Response:
    """Forget the visit."""
    response = RedirectResponse("/enter", status_code=303)
    response.headers.append("Set-Cookie", cookie(VISIT, new_visit()))
    response.headers.append("Set-Cookie", cookie(ACCESS, "", seconds=0))
    return response


@router.post("/theme")
def choose_theme(
    theme: Annotated[str, Form(max_length=10)] = "system",
    next: Annotated[str, Form(max_length=4000)] = "/",
) -> Response:
    """Remember whether pages are light or dark; kept by the browser, not by us."""
    chosen = theme if theme in THEMES else "system"
    response = RedirectResponse(next if is_local(next) else "/", status_code=303)
    response.headers.append("Set-Cookie", cookie(THEME_COOKIE, chosen, seconds=_YEAR))
    return response
