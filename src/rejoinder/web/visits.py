"""Visits: who a browser is to us, what it may send back, and how a token opens the door.

A visit is a random name in a cookie. What is derived from it with the secret of this start cannot
be made by anybody else, so nothing is stored: neither sessions nor form tokens.
"""

import hashlib
import hmac
import re
import secrets
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rejoinder.web.settings import Settings

__all__ = [
    "ACCESS",
    "VISIT",
    "Visits",
    "access_key",
    "cookie",
    "form_token",
    "has_access",
    "new_visit",
    "visit_of",
]

VISIT: Final = "rejoinder_visit"
ACCESS: Final = "rejoinder_access"
_NAME: Final = re.compile(r"[0-9a-f]{32}")


class Visits:
    """Gives every browser a visit: kept from its cookie, or new with the answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        kept = HTTPConnection(scope).cookies.get(VISIT, "")
        visit = kept if _NAME.fullmatch(kept) else new_visit()
        scope.setdefault("state", {})["visit"] = visit

        async def remembered(message: Message) -> None:
            if message["type"] == "http.response.start" and visit != kept:
                headers = MutableHeaders(scope=message)
                if not any(VISIT in each for each in headers.getlist("set-cookie")):
                    headers.append("Set-Cookie", cookie(VISIT, visit))
            await send(message)

        await self.app(scope, receive, remembered)


def new_visit() -> str:
    """Return a name that nobody can guess."""
    return secrets.token_hex(16)


def visit_of(connection: HTTPConnection) -> str:
    """Return the visit that a request belongs to."""
    visit: str = connection.state.visit
    return visit


def form_token(settings: Settings, visit: str) -> str:
    """Return what a form of this visit must send back."""
    return _sealed(settings, "form", visit)


def access_key(settings: Settings, visit: str) -> str:
    """Return what shows that a visit once brought the token."""
    return _sealed(settings, "access", visit)


def has_access(settings: Settings, connection: HTTPConnection) -> bool:
    """Say whether the browser has brought the token before."""
    shown = connection.cookies.get(ACCESS, "")
    return hmac.compare_digest(
        shown.encode("utf-8", "replace"), access_key(settings, visit_of(connection)).encode()
    )


def cookie(name: str, value: str, *, seconds: int | None = None) -> str:
    """Return a cookie that scripts cannot read and that no other site makes a browser send."""
    age = "" if seconds is None else f"; Max-Age={seconds}"
    return f"{name}={value}; Path=/; HttpOnly; SameSite=Strict{age}"


def _sealed(settings: Settings, purpose: str, visit: str) -> str:
    return hmac.new(settings.secret, f"{purpose}:{visit}".encode(), hashlib.sha256).hexdigest()
