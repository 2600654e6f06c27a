"""Who reviews: a name that a browser was told once. It proves nothing."""

from typing import Final
from urllib.parse import quote, unquote

from starlette.requests import Request

from rejoinder.errors import ConfigError
from rejoinder.web.visits import cookie

__all__ = ["LONGEST", "REVIEWER", "reviewer_cookie", "reviewer_name", "reviewer_of"]

REVIEWER: Final = "rejoinder_reviewer"
LONGEST: Final = 60
_YEAR: Final = 365 * 24 * 3600


def reviewer_name(words: str) -> str:
    """Return a name as it signs: on one line, without signs that cannot be seen.

    Raises:
        ConfigError: nothing is left, or too much.
    """
    name = " ".join("".join(each if each.isprintable() else " " for each in words).split())
    if not name or len(name) > LONGEST:
        raise ConfigError(f"a reviewer's name has 1 to {LONGEST} characters; write another")
    return name


def reviewer_of(request: Request) -> str | None:
    """Return the name that this browser was told, or None."""
    try:
        return reviewer_name(unquote(request.cookies.get(REVIEWER, "")))
    except ConfigError:
        return None


def reviewer_cookie(name: str) -> str:
    """Return the cookie that keeps a name; without one for "" it is forgotten."""
    return cookie(REVIEWER, quote(name, safe=""), seconds=_YEAR if name else 0)
