"""How much one request may bring; more is refused before anything reads it."""

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rejoinder.web.problems import Problem, refuse
from rejoinder.web.settings import Limits

__all__ = ["RequestLimits"]


class RequestLimits:
    """Refuses addresses and bodies that are too long, whether or not they say so beforehand.

    Attributes:
        uploads: paths of routes that take files, which may be sent more.
    """

    def __init__(self, app: ASGIApp, *, limits: Limits, uploads: Collection[str] = ()) -> None:
        """Wrap the application."""
        self.app = app
        self.limits = limits
        self.uploads = frozenset(uploads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        target = len(scope.get("raw_path") or b"") + len(scope.get("query_string") or b"")
        if target > self.limits.target:
            problem = Problem(
                status=414,
                title="The address is too long",
                detail=f"It has {target} bytes; {self.limits.target} are allowed.",
                cure="Shorten what you search for.",
            )
            await refuse(problem, scope, receive, send)
            return
        most = self.limits.upload if scope["path"] in self.uploads else self.limits.body
        if _announced(scope) > most:
            await refuse(_too_large(most), scope, receive, send)
            return
        await self.app(scope, _counting(receive, most), send)


def _counting(receive: Receive, most: int) -> Receive:
    """Return what a body comes by, and count: it need not say beforehand how long it is."""
    taken = 0

    async def count() -> Message:
        nonlocal taken
        message = await receive()
        if message["type"] == "http.request":
            taken += len(message.get("body", b""))
            if taken > most:
                # Of a kind that whatever reads the body lets pass.
                raise HTTPException(413, f"At most {most} bytes can be sent here.")
        return message

    return count


def _announced(scope: Scope) -> int:
    length = Headers(scope=scope).get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() else 0


def _too_large(most: int) -> Problem:
    return Problem(
        status=413,
        title="That is too much at once",
        detail=f"At most {most} bytes can be sent here.",
        cure="Send less, or use the command line: rejoinder ingest INPUT --ledger FILE.",
    )
