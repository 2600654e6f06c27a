"""Two parties: how tense it is between them, what they said and did, who accused and answered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from rejoinder.ledger.deed_rows import extent
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.event import EventType
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act
from rejoinder.views.claims import ClaimView
from rejoinder.views.deeds import (
    Between,
    Deed,
    find_between,
    find_sides,
    summed_between,
)
from rejoinder.views.dyad_entries import PassageView, find_passages, latest_first
from rejoinder.views.dyad_shared import OpenedView, contested_by, exchanges_of
from rejoinder.views.periods import Period
from rejoinder.views.replies import ReplyFilter, Shown
from rejoinder.views.reply import AccusationView
from rejoinder.views.reply_list import count_accusations
from rejoinder.views.reply_list import find_or_list as find_replies
from rejoinder.views.tension import TensionView, tension_of

__all__ = ["DyadAsked", "DyadView", "OpenedView", "WayView", "find_dyad"]

_WINDOW: Final = timedelta(weeks=104)
_ACCUSATIONS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadAsked:
    """What is asked of two parties.

    Attributes:
        alone: of a state only itself, not who acts for it.
        since: first day; without both, the last two years in which they did anything.
        until: last day.
        pick: of the passages, only those from this day on.
        pick_until: of the passages, only those up to this day.
        skip: so many of the latest passages are left out.
        limit: so many passages at most.
    """

    by: Period = Period.WEEK
    alone: bool = False
    since: date | None = None
    until: date | None = None
    pick: date | None = None
    pick_until: date | None = None
    skip: int = 0
    limit: int = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class WayView:
    """What one of two parties does to the other, on the days that are shown.

    Attributes:
        acts: how many statements of each act, most first.
        events: how many events of each type, most first.
        accusations: the latest, with their answers.
        accused: how many accusations there are.
        answered: how many of them the accused answers in this ledger.
    """

    acts: tuple[tuple[Act, int], ...]
    events: tuple[tuple[EventType, int], ...]
    accusations: tuple[AccusationView, ...]
    accused: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadView:
    """Two parties, in an order that does not depend on how they were asked for.

    Attributes:
        first: the first day on which they did anything, of any days; None where none is known.
        last: the last one.
        since: the first day that is shown; None: no day is left out.
        until: the last one.
        tension: on the days shown; without change points.
        forth: what the first does to the second.
        back: what the second does to the first.
        passages: what was said and done, the latest first.
        passage_count: how much of it there is.
        exchanges: exchanges in which they speak to or about each other, the latest first.
        exchange_count: how many there are.
        contested: contested claims in which both take a side.
        contested_count: how many there are, of any days.
    """

    first: date | None
    last: date | None
    since: date | None
    until: date | None
    tension: TensionView
    forth: WayView
    back: WayView
    passages: tuple[PassageView, ...]
    passage_count: int
    exchanges: tuple[OpenedView, ...]
    exchange_count: int
    contested: tuple[ClaimView, ...]
    contested_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """The deeds that are shown, and of which days."""

    found: Between
    first: date | None
    last: date | None
    since: date | None
    until: date | None


def find_dyad(reader: LedgerReader, left: ActorId, right: ActorId, asked: DyadAsked) -> DyadView:
    """Return what there is between two parties, by canonical ids; the lesser id is the first.

    Args:
        reader: of the ledger, in its ids.
        left: one of them.
        right: the other.
        asked: of which days, and how much of it.
    """
    one, other = sorted((left, right))
    shown = _shown(reader, one, other, asked)
    deeds = shown.found.deeds
    picked = [each for each in deeds if _is_picked(each, asked)]
    ids = latest_first(picked)
    own, count = exchanges_of(reader, deeds)
    contested, contested_count = contested_by(reader, one, other)
    return DyadView(
        first=shown.first,
        last=shown.last,
        since=shown.since,
        until=shown.until,
        tension=tension_of(one, other, shown.found, by=asked.by),
        forth=_way(reader, one, other, [e for e in deeds if e.forth], shown),
        back=_way(reader, other, one, [e for e in deeds if not e.forth], shown),
        passages=find_passages(
            reader.connection, ids[asked.skip : asked.skip + asked.limit], picked
        ),
        passage_count=len(ids),
        exchanges=own,
        exchange_count=count,
        contested=contested,
        contested_count=contested_count,
    )


def _shown(reader: LedgerReader, one: ActorId, other: ActorId, asked: DyadAsked) -> _Shown:
    """Return the deeds of the days that are asked for, or else of the last that have any."""
    connection = reader.connection
    if SummaryBook(connection=connection).is_current():
        sides = find_sides(connection, one, other, alone=asked.alone)
        days = extent(connection, (*sides.forth, *sides.back))
        first, last = (None, None) if days is None else map(date.fromordinal, days)
        since, until = _window(first, last, asked)
        found = summed_between(connection, sides, since=since, until=until)
    else:
        every = find_between(connection, one, other, alone=asked.alone)
        known = [each.days[0] for each in every.deeds if each.days]
        first, last = (min(known), max(known)) if known else (None, None)
        since, until = _window(first, last, asked)
        found = find_between(connection, one, other, alone=asked.alone, since=since, until=until)
    return _Shown(found=found, first=first, last=last, since=since, until=until)


def _window(
    first: date | None, last: date | None, asked: DyadAsked
) -> tuple[date | None, date | None]:
    if asked.since or asked.until or first is None or last is None or last - first <= _WINDOW:
        return asked.since, asked.until
    start = last - _WINDOW
    return start - timedelta(days=start.weekday()), None


def _is_picked(deed: Deed, asked: DyadAsked) -> bool:
    if asked.pick is None and asked.pick_until is None:
        return True
    if deed.days is None:
        return False
    return (asked.pick is None or deed.days[0] >= asked.pick) and (
        asked.pick_until is None or deed.days[1] <= asked.pick_until
    )


def _way(
    reader: LedgerReader, one: ActorId, other: ActorId, deeds: Sequence[Deed], shown: _Shown
) -> WayView:
    wanted = ReplyFilter(
        accuser=one,
        accuser_ids=(one,),
        target=other,
        target_ids=(other,),
        since=shown.since,
        until=shown.until,
    )
    acts = Counter(each.act for each in deeds if each.act is not None)
    events = Counter(e.event_type for e in deeds if e.act is None and e.event_type is not None)
    found = find_replies(reader, replace(wanted, limit=_ACCUSATIONS))
    return WayView(
        acts=tuple(sorted(acts.items(), key=lambda each: (-each[1], each[0]))),
        events=tuple(sorted(events.items(), key=lambda each: (-each[1], each[0]))),
        accusations=found.accusations,
        accused=count_accusations(reader, wanted),
        answered=count_accusations(reader, replace(wanted, shown=Shown.ANSWERED)),
    )
