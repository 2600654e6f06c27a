"""Tension: what two parties do to each other, week by week, on PLOVER's scale."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from rejoinder.exports.crosswalk import crossing
from rejoinder.exports.scales import event_scale, scales_digest
from rejoinder.model.date import DateInterval
from rejoinder.model.event import EventType, Modality
from rejoinder.model.ids import ActorId
from rejoinder.model.tension import TENSION_SCALE, ChangePoint
from rejoinder.views.periods import Period, period_of, periods_between
from rejoinder.views.told import HappenedRow, SaidRow, Told, Who

__all__ = ["OFFICIAL", "ScoreView", "TensionPoint", "TensionView", "find_tension", "sides_of"]

OFFICIAL = frozenset({None, "GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""The sectors of those who act for a state; None is the state itself."""
_TOLD = (Modality.ACTUAL, Modality.ALLEGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreView:
    """What one side does, or both do.

    Attributes:
        score: mean on the scale, -10 (conflict) to 10 (cooperation); None without a record.
        records: how many it is the mean of: a type on a day counts once for each origin.
        origins: from how many independent origins they come.
        ids: the statements and events behind it, sorted; also those that did not count again.
    """

    score: float | None
    records: int
    origins: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TensionPoint:
    """One week or month; ``start`` is its first day.

    Attributes:
        forth: what the first party does to the second.
        back: what the second does to the first.
        together: both.
        alleged_forth: what is only said, by a party, that the first does to the second.
        alleged_back: the same of the second.
        alleged: both.
    """

    start: date
    forth: ScoreView
    back: ScoreView
    together: ScoreView
    alleged_forth: ScoreView
    alleged_back: ScoreView
    alleged: ScoreView


@dataclass(frozen=True, slots=True, kw_only=True)
class TensionView:
    """Tension between two parties over time.

    Attributes:
        left: id of the first party.
        right: id of the second.
        left_name: what it is called.
        right_name: what that is called.
        left_members: ids that count as the first.
        right_members: ids that count as the second.
        points: from the first period with a record to the last, those without one among them.
        undated: how many records have no date that lies in one period.
        changes: where the mean of both changes; None where that was not asked for.
        scale: name and version of the scale.
        digest: SHA-256 of its table.
    """

    left: ActorId
    right: ActorId
    left_name: str
    right_name: str
    left_members: tuple[ActorId, ...]
    right_members: tuple[ActorId, ...]
    by: Period
    points: tuple[TensionPoint, ...]
    undated: int
    changes: tuple[ChangePoint, ...] | None
    scale: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    """One record between the parties.

    Attributes:
        forth: by the first to the second.
        told: by the article itself.
    """

    id: str
    forth: bool
    told: bool
    day: DateInterval | None
    event_type: EventType
    value: float
    origin: str


def find_tension(
    connection: Connection,
    left: ActorId,
    right: ActorId,
    *,
    by: Period = Period.WEEK,
    alone: bool = False,
    since: date | None = None,
    until: date | None = None,
) -> TensionView:
    """Return tension between two parties, by canonical ids, without change points.

    Args:
        connection: of the ledger.
        left: the first party.
        right: the second.
        by: how long a period is.
        alone: of a state only itself, not who acts for it.
        since: first day that counts.
        until: last day that counts.
    """
    told = Told(connection, words=False)
    who = told.who({left, right})
    ours, theirs = sides_of(told, who, left, right, alone=alone)
    deeds = [each for each in _deeds(told, ours, theirs) if _within(each.day, since, until)]
    placed: defaultdict[date, list[_Deed]] = defaultdict(list)
    for each in deeds:
        start = period_of(each.day, by)
        if start is not None:
            placed[start].append(each)
    starts = periods_between(min(placed), max(placed), by) if placed else ()
    return TensionView(
        left=left,
        right=right,
        left_name=who[left].name if left in who else left,
        right_name=who[right].name if right in who else right,
        left_members=tuple(sorted(ours)),
        right_members=tuple(sorted(theirs)),
        by=by,
        points=tuple(_point(start, placed.get(start, ())) for start in starts),
        undated=len({each.id for each in deeds if period_of(each.day, by) is None}),
        changes=None,
        scale=TENSION_SCALE,
        digest=scales_digest(),
    )


def sides_of(
    told: Told, who: dict[ActorId, Who], left: ActorId, right: ActorId, *, alone: bool
) -> tuple[set[ActorId], set[ActorId]]:
    """Return who counts as the first party and who as the second; nobody counts as both."""
    sides = [_side(told, who.get(each), each, alone=alone) for each in (left, right)]
    both = (sides[0] & sides[1]) - {left, right}
    return sides[0] - both - {right}, sides[1] - both - {left}


def _side(told: Told, who: Who | None, actor: ActorId, *, alone: bool) -> set[ActorId]:
    if alone or who is None or who.kind != "state" or who.country is None:
        return {actor}
    return told.acting_for(who.country, OFFICIAL) | {actor}


def _deeds(told: Told, ours: Collection[ActorId], theirs: Collection[ActorId]) -> Iterator[_Deed]:
    """Yield what either side does to the other."""
    for said in told.said:
        found = crossing(said.act)
        if found.event_type is not None:
            whom = said.about or said.addressee
            day = said.said or said.published
            for forth in _ways(said.speaker, whom, ours, theirs):
                yield from _deed(
                    said, forth, said.parent is None, day, found.event_type, found.mode, told
                )
    for event in told.happened:
        if event.modality in _TOLD:
            is_told = event.asserted_by is None and event.modality is Modality.ACTUAL
            for forth in _ways(event.actor, event.recipient, ours, theirs):
                yield from _deed(
                    event, forth, is_told, event.date, event.event_type, event.mode, told
                )


def _deed(
    row: SaidRow | HappenedRow,
    forth: bool,  # noqa: FBT001 - read beside its name where it is given
    is_told: bool,  # noqa: FBT001
    day: DateInterval | None,
    event_type: EventType,
    mode: Sequence[str],
    told: Told,
) -> Iterator[_Deed]:
    value = event_scale(event_type, mode)
    if value is not None:
        yield _Deed(
            id=row.id,
            forth=forth,
            told=is_told,
            day=day,
            event_type=event_type,
            value=value,
            origin=told.origins.get(row.article_id, row.article_id),
        )


def _ways(
    actors: Iterable[ActorId],
    recipients: Iterable[ActorId],
    ours: Collection[ActorId],
    theirs: Collection[ActorId],
) -> Iterator[bool]:
    """Yield True where the first side does it to the second, False for the other way."""
    doers, whom = set(actors), set(recipients)
    for forth, side, other in ((True, ours, theirs), (False, theirs, ours)):
        if not doers.isdisjoint(side) and not whom.isdisjoint(other):
            yield forth


def _within(day: DateInterval | None, since: date | None, until: date | None) -> bool:
    if day is None:
        return since is None and until is None
    return (since is None or day.start >= since) and (until is None or day.end <= until)


def _point(start: date, deeds: Sequence[_Deed]) -> TensionPoint:
    told = [each for each in deeds if each.told]
    alleged = [each for each in deeds if not each.told]
    return TensionPoint(
        start=start,
        forth=_score(each for each in told if each.forth),
        back=_score(each for each in told if not each.forth),
        together=_score(told),
        alleged_forth=_score(each for each in alleged if each.forth),
        alleged_back=_score(each for each in alleged if not each.forth),
        alleged=_score(alleged),
    )


def _score(deeds: Iterable[_Deed]) -> ScoreView:
    """Return the mean; a type on a day counts once for each way and origin, with its mean value."""
    counted: defaultdict[tuple[object, ...], list[_Deed]] = defaultdict(list)
    ids: set[str] = set()
    for each in deeds:
        ids.add(each.id)
        day = each.day and (each.day.start, each.day.end)
        counted[each.forth, each.event_type, day, each.origin].append(each)
    values = sorted(_mean([each.value for each in own]) for own in counted.values())
    return ScoreView(
        score=round(_mean(values), 3) if values else None,
        records=len(values),
        origins=len({each.origin for own in counted.values() for each in own}),
        ids=tuple(sorted(ids)),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(sorted(values)) / len(values)
