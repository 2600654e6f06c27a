"""Line: a sentence with the two parties marked, read from JSON."""

import json
from dataclasses import dataclass

from rejoinder.errors import PairError
from rejoinder.model.failure import Reason
from rejoinder.model.span import Span

__all__ = ["PairLine", "read_line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """A sentence and its parties; at most one of them may be left unnamed (None).

    Attributes:
        id: what the line calls itself, handed back as it came.
        source: who acts, code points of ``text``.
        target: who is acted upon.
    """

    id: str | int | None
    text: str
    source: Span | None
    target: Span | None


def read_line(line: str | bytes) -> PairLine:
    """Return what a line of JSON says.

    Raises:
        PairError: it is no JSON object, a field is missing or of the wrong kind, or the spans do
            not fit the text or one another.
    """
    raw = _object(line)
    for needed in ("text", "source_span", "target_span"):
        if needed not in raw:
            raise PairError(
                Reason.MISSING_FIELD,
                f"there is no {needed!r}; a line needs text, source_span and target_span "
                "(null for a party that the sentence does not name)",
            )
    text, name = raw["text"], raw.get("id")
    if not isinstance(text, str) or not text.strip():
        raise _bad(f"text is {_shown(text)}; give the sentence, a string that is not empty")
    if isinstance(name, bool) or not isinstance(name, str | int | None):
        raise _bad(f"id is {_shown(name)}; give a string or a whole number, or leave it out")
    source = _span(raw["source_span"], "source_span", text)
    target = _span(raw["target_span"], "target_span", text)
    if source is None and target is None:
        raise _bad("source_span and target_span are both null; mark one party at least")
    if source is not None and target is not None and _crossing(source, target):
        raise _bad(
            f"source_span {_pair(source)} and target_span {_pair(target)} overlap; "
            "mark two parties apart, or one inside the other"
        )
    return PairLine(id=name, text=text, source=source, target=target)


def _bad(detail: str) -> PairError:
    return PairError(Reason.BAD_FIELD, detail)


def _object(line: str | bytes) -> dict[str, object]:
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError) as error:
        told = f"not a line of JSON ({error}); write one object a line"
        raise PairError(Reason.NOT_JSON, told) from None
    if not isinstance(raw, dict):
        told = f"a line holds {_shown(raw)}; write one object a line"
        raise PairError(Reason.NOT_JSON, told)
    return raw


def _span(value: object, name: str, text: str) -> Span | None:
    if value is None:
        return None
    whole = isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value)
    if not whole or not isinstance(value, list):
        raise _bad(f"{name} is {_shown(value)}; give [start, end] in characters, or null")
    start, end = value
    if not 0 <= start < end <= len(text):
        raise _bad(
            f"{name} is [{start}, {end}], which is not within the text of {len(text)} characters; "
            "give 0 <= start < end <= its length"
        )
    if not text[start:end].strip():
        raise _bad(f"{name} [{start}, {end}] holds nothing but space; mark the party's words")
    return Span(start, end)


def _crossing(one: Span, other: Span) -> bool:
    """Say whether two spans are one, or cross; a party may stand inside the other's words."""
    if not one.overlaps(other):
        return False
    inside = other.start <= one.start and one.end <= other.end
    around = one.start <= other.start and other.end <= one.end
    return inside == around


def _pair(span: Span) -> str:
    return f"[{span.start}, {span.end}]"


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
