"""Timing: a phrase of time in its place, with the days it means and the words it dates."""

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.date import DateInterval
from rejoinder.model.span import Span

__all__ = ["Relation", "Timing"]


class Relation(StrEnum):
    """How the word before a phrase of time ties something to it."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """A phrase of time in its place.

    Attributes:
        span: the phrase, without its preposition.
        meant: the days that it means, with the same span; None where that stays open.
        hosts: offsets of the words that it can date, the nearest first; the last is the verb.
        bound: it belongs to the nearest host alone ("Tuesday's speech", "the accord of 1994").
        covers: what a timeline's entry tells happened on the date at its head; else None.
    """

    span: Span
    meant: DateInterval | None
    relation: Relation = Relation.AT
    hosts: tuple[int, ...] = ()
    bound: bool = False
    covers: Span | None = None
