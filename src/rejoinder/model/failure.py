"""Failure: what could not be done, as a record."""

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.ids import FailureId, content_key

__all__ = ["Failure", "Reason", "failure_id"]


class Reason(StrEnum):
    """Why an article could not be used."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too-large"
    ENCODING = "encoding"
    NOT_JSON = "not-json"
    MISSING_FIELD = "missing-field"
    BAD_FIELD = "bad-field"
    NO_ARTICLE = "no-article"
    UNREADABLE = "unreadable"
    UNKNOWN_TYPE = "unknown-type"
    EXTRACTION = "extraction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One article that could not be used.

    Attributes:
        input: the file, with ``:LINE`` for a JSON line; ``-`` is standard input.
        detail: what was wrong and what to do, for people.
    """

    id: FailureId
    input: str
    reason: Reason
    detail: str


def failure_id(input_name: str, reason: Reason, detail: str) -> FailureId:
    """Return the id of that failure of that input."""
    return FailureId(content_key("f", input_name, reason.value, detail))
