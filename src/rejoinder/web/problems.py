"""What went wrong, as a page for people or as problem details (RFC 9457) for programs."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rejoinder.errors import (
    ConfigError,
    LedgerError,
    LedgerLocked,
    NotFound,
    RejoinderError,
)
from rejoinder.web.pages import pages_of

__all__ = ["Faults", "Problem", "ProblemFound", "add_handlers", "problem_of", "refuse", "respond"]

_LOG: Final = logging.getLogger("rejoinder.web")
_MEDIA_TYPE: Final = "application/problem+json"
_LONGEST: Final = 60
"""Characters of a wrong value that are told."""
_STATUSES: Final[tuple[tuple[type[RejoinderError], int], ...]] = (
    (NotFound, 404),
    (ConfigError, 400),
    (LedgerLocked, 503),
    (LedgerError, 500),
)
_TITLES: Final = {
    400: "That cannot be asked for",
    401: "A token is needed",
    403: "That is not allowed",
    404: "There is nothing here",
    405: "That cannot be done here",
    413: "That is too much at once",
    500: "Something went wrong",
    503: "The ledger is busy",
}
_CURES: Final = {
    400: "Go back and change what you asked for.",
    404: "The ledger may have changed since this address was copied. Look for it in the lists.",
    405: "Go to the overview and follow the links from there.",
    413: "Send less, or use the command line: rejoinder ingest INPUT --ledger FILE.",
    500: "Reload the page. If it stays, look at what the terminal printed where the workbench "
    "was started; it says more than is told here.",
    503: "Another program is writing to it. Reload the page in a moment.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be done.

    Attributes:
        title: what kind of problem it is.
        detail: what was wrong this time, which value.
        cure: what to do.
    """

    status: int
    title: str
    detail: str
    cure: str


class ProblemFound(Exception):
    """Ends a request with a problem."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(problem.detail)
        self.problem = problem


def problem_of(error: Exception) -> Problem:
    """Return what an error means to the one who asked; of our own faults nothing is told."""
    if isinstance(error, ProblemFound):
        return error.problem
    if isinstance(error, RequestValidationError):
        return _standard(400, "; ".join(map(_wrong, error.errors())))
    if isinstance(error, HTTPException):
        told = "" if error.detail == HTTPStatus(error.status_code).phrase else error.detail
        return _standard(error.status_code, told)
    for kind, status in _STATUSES:
        if isinstance(error, kind):
            # Messages about the file name folders of this machine.
            return _standard(status, str(error) if status < 500 else "")
    return _standard(500, "")


def _wrong(found: Mapping[str, Any]) -> str:
    """Return which value was wrong and what it must be, of an error of pydantic's."""
    name = ".".join(str(part) for part in found["loc"][1:])
    if found["type"].startswith("date"):
        must = "must be a day, written as 2024-03-09"
    else:
        must = re.sub(r"^(Input|String|Value) should", "must", found["msg"])
    value = found.get("input")
    given = f" {value[:_LONGEST]!r}" if isinstance(value, str) else ""
    return f"{name}{given} {must}" if must.startswith("must") else f"{name}{given}: {must}"


def _standard(status: int, detail: str) -> Problem:
    title = _TITLES.get(status, "That did not work")
    cure = _CURES.get(status, "Go to the overview and follow the links from there.")
    return Problem(status=status, title=title, detail=detail, cure=cure)


def respond(problem: Problem, request: Request) -> Response:
    """Return the problem in the form that the one who asked can read."""
    if _is_call(request):
        body = {
            "type": "about:blank",
            "title": problem.title,
            "status": problem.status,
            "detail": " ".join(filter(None, (problem.detail, problem.cure))),
            "instance": request.url.path,
        }
        return JSONResponse(body, problem.status, media_type=_MEDIA_TYPE)
    return pages_of(request).show(
        request, "problem.html", {"problem": problem}, status=problem.status
    )


async def refuse(problem: Problem, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with the problem, from a middleware."""
    await respond(problem, Request(scope, receive))(scope, receive, send)


def add_handlers(app: FastAPI) -> None:
    """Make every error that is raised on purpose a problem; `Faults` sees to the others."""
    for kind in (ProblemFound, RejoinderError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, _handle)


class Faults:
    """Makes what nobody foresaw a problem too, inside whatever guards the answers."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        begun = False

        async def note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, note)
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            _LOG.error("%s %s", scope["method"], scope["path"], exc_info=error)
            await refuse(problem_of(error), scope, receive, send)


async def _handle(request: Request, error: Exception) -> Response:
    problem = problem_of(error)
    if problem.status >= 500:
        _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    return respond(problem, request)


def _is_call(request: Request) -> bool:
    path = request.url.path
    return path.startswith("/api/") or (
        path == "/api" and "text/html" not in request.headers.get("accept", "")
    )
