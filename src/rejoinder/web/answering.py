"""What calls of the API are answered with."""

from collections.abc import Sequence

from starlette.responses import Response

from rejoinder.api import json_line

__all__ = ["answer", "answer_page"]


def answer(value: object) -> Response:
    """Return a value as JSON."""
    return Response(json_line(value), media_type="application/json")


def answer_page(items: Sequence[object], following: str | None, total: int) -> Response:
    """Return some items of a list as JSON."""
    return answer({"items": list(items), "next": following, "total": total})
