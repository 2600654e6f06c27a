"""Which publishers that carried an accusation carried its answers, and how long after."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rejoinder.exchanges.accusations import Accusation
from rejoinder.exchanges.claims.group import Put
from rejoinder.model.ids import ActorId, StatementId

__all__ = ["Carrying", "Days", "carried_by", "days_between"]

_WEEK = 7

Days = tuple[date | None, date | None]
"""First and last possible day; both None where no date is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrying:
    """What one publisher that carried an accusation carried of its answers.

    Attributes:
        answer: an answer of one who was accused too.
        days: after how many days the first such answer came; None where it is not known to a day.
    """

    answer: bool
    days: int | None

    @property
    def delay(self) -> str:
        """How long after, in a word: empty where no answer was carried."""
        if not self.answer:
            return ""
        if self.days is None:
            return "undated"
        if self.days == 0:
            return "same_day"
        return "within_week" if self.days <= _WEEK else "later"


def carried_by(
    accusation: Accusation, put: Mapping[StatementId, Put], days: Mapping[StatementId, Days]
) -> dict[str | None, Carrying]:
    """Return what each publisher that carried an accusation carried of its answers.

    None stands for all articles whose publisher is not known; each of them carries an answer only
    if it tells it itself.

    Args:
        accusation: made of ``put``.
        put: what statements put forward.
        days: when they were made.
    """
    told = [days[one] for one in accusation.statements]
    after: dict[str, list[int | None]] = defaultdict(list)
    voices: dict[frozenset[ActorId], list[StatementId]] = defaultdict(list)
    for answer in accusation.answers:
        if answer.by_target:
            voices[put[answer.statement].teller.voices.speakers].append(answer.statement)
    for own in voices.values():
        waited = days_between(told, [days[one] for one in own])
        for outlet in {_outlet(put[one]) for one in own}:
            after[outlet].append(waited)
    found: dict[str | None, Carrying] = {}
    for publisher in {put[one].publisher for one in accusation.statements}:
        outlets = {
            _outlet(put[one]) for one in accusation.statements if put[one].publisher == publisher
        }
        waits = [each for outlet in outlets for each in after.get(outlet, ())]
        known = [each for each in waits if each is not None]
        found[publisher] = Carrying(answer=bool(waits), days=min(known, default=None))
    return found


def days_between(told: Iterable[Days], answered: Iterable[Days]) -> int | None:
    """Return how many days an answer came after what it answers, both as first told.

    None where one of them is not known to a day, or the answer came first.
    """
    first, then = _first(told), _first(answered)
    if first is None or then is None:
        return None
    waited = (then - first).days
    return waited if waited >= 0 else None


def _first(days: Iterable[Days]) -> date | None:
    known = [(start, end) for start, end in days if start is not None and end is not None]
    start, end = min(known, default=(None, None))
    return start if start == end else None


def _outlet(put: Put) -> str:
    return put.publisher or put.teller.article
