"""When an event happened: the phrase of time of its own clause, resolved as far as it can be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from spacy.tokens import Token

from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement
from rejoinder.model.time import Relation, Timing

__all__ = ["date_event"]

_DATING = frozenset({Relation.AT, Relation.SINCE})
# Verbs that only say that their noun took place: "talks were held on Thursday".
_LIGHT = frozenset(
    "be hold take occur happen begin start open conduct stage launch carry resume make give "
    "erupt break end".split()
)
_MARKS_A_TIME = frozenset({"after", "when", "as", "once"})
_COARSE = frozenset({Precision.MONTH, Precision.YEAR})
_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr"})
_COUNTS = {"a": 1, "one": 1, "the": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DAYS = frozenset({"day", "days"})


def date_event(
    trigger: Token, statements: Sequence[Statement], times: Sequence[Timing]
) -> DateInterval | None:
    """Return when the event of a trigger word happened, or None where the text leaves it open.

    A phrase counts if it hangs on the trigger itself, on a verb that only says that the event took
    place, or stands before verbs joined by "and"; and if both stand in the same person's words.
    Else the head of the timeline's entry that it stands in, or "a day after" against the clause
    above. What lasts since a day is dated by its beginning.
    """
    place = Span(trigger.idx, trigger.idx + max(1, len(trigger)))
    holder = _holder(place, statements)
    own = [t for t in times if t.relation in _DATING and _holder(t.span, statements) is holder]
    found = [t for t in own if _dates(t, trigger)]
    found += [t for t in times if _is_when(t, trigger)]
    if found:
        return min(found, key=lambda t: _gap(t.span, place)).meant
    entry = next((t for t in times if t.covers and t.covers.contains(place)), None)
    if entry is not None:
        return entry.meant
    return _beside_clause_above(trigger, own, statements)


def _holder(span: Span, statements: Sequence[Statement]) -> Statement | None:
    """Return the statement with the shortest content around a span."""
    holding = [one for one in statements if any(part.contains(span) for part in one.content)]
    return min(holding, key=lambda one: (sum(map(len, one.content)), one.id), default=None)


def _gap(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _dates(timing: Timing, trigger: Token) -> bool:
    if not timing.hosts:
        return False
    if timing.bound:
        return timing.hosts[0] == trigger.idx
    if trigger.idx in timing.hosts:
        return True
    verb = timing.hosts[-1]
    head = trigger.head
    if trigger.dep_ in _OBJECTS and head.idx == verb:
        return head.lemma_.lower() in _LIGHT
    if trigger.dep_ == "advcl" and head.idx == verb and timing.meant is not None:
        marks = {child.lower_ for child in trigger.children if child.dep_ in ("mark", "advmod")}
        return timing.meant.precision in _COARSE and bool(marks & _MARKS_A_TIME)
    first = head
    while first.dep_ == "conj" and first.idx != verb:
        first = first.head
    joined = trigger.dep_ == "conj" and first.idx == verb and trigger.pos_ == first.pos_ == "VERB"
    return joined and timing.span.end <= min(first.idx, trigger.idx)


def _is_when(timing: Timing, trigger: Token) -> bool:
    """Say whether the clause tells more of the time named before it: "in April, when they met"."""
    if trigger.dep_ not in ("relcl", "advcl"):
        return False
    return any(
        child.lower_ == "when" and 0 <= child.idx - timing.span.end <= len(", ")
        for child in trigger.children
    )


def _beside_clause_above(
    trigger: Token, own: Sequence[Timing], statements: Sequence[Statement]
) -> DateInterval | None:
    """Read "a day after they agreed, he warned" from the day of the warning."""
    if trigger.dep_ not in ("advcl", "pcomp"):
        return None
    marks = [c for c in trigger.children if c.dep_ == "mark"]
    marks += [trigger.head] if trigger.dep_ == "pcomp" else []
    turn = next((mark for mark in marks if mark.lower_ in ("after", "before")), None)
    above = next((a for a in trigger.ancestors if a.pos_ == "VERB"), None)
    if turn is None or above is None:
        return None
    measures = [c for c in (*trigger.children, *turn.children) if c.lower_ in _DAYS]
    base = _day_of(above, own, statements)
    if not measures or base is None:
        return None
    unit = measures[0]
    counted = [_COUNTS[c.lower_] for c in unit.children if c.lower_ in _COUNTS]
    if not counted:
        return None
    days = timedelta(days=counted[0] if turn.lower_ == "before" else -counted[0])
    first = unit.left_edge
    return replace(
        base,
        start=base.start + days,
        end=base.end + days,
        span=Span(first.idx, unit.idx + len(unit)),
    )


def _day_of(
    verb: Token, own: Sequence[Timing], statements: Sequence[Statement]
) -> DateInterval | None:
    """Return the single day of a clause: its own phrase's, or of the statement it makes."""
    place = Span(verb.idx, verb.idx + len(verb))
    dates = [t.meant for t in own if verb.idx in t.hosts[-1:]]
    dates += [one.said for one in statements if any(cue.overlaps(place) for cue in one.cue)]
    for day in dates:
        if day is not None and day.precision is Precision.DAY and day.start == day.end:
            return day
    return None
