"""Tension: what two parties do to each other, week by week, on PLOVER's scale."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from rejoinder.exports.scales import scales_digest
from rejoinder.model.ids import ActorId
from rejoinder.model.tension import OFFICIAL_SECTORS, TENSION_SCALE, ChangePoint
from rejoinder.views.deeds import Between, Deed, find_between
from rejoinder.views.periods import Period, period_between, periods_between

__all__ = [
    "OFFICIAL",
    "ScoreView",
    "TensionPoint",
    "TensionView",
    "find_tension",
    "tension_of",
]

OFFICIAL = OFFICIAL_SECTORS


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
    found = find_between(connection, left, right, alone=alone, since=since, until=until)
    return tension_of(left, right, found, by=by)


def tension_of(left: ActorId, right: ActorId, found: Between, *, by: Period) -> TensionView:
    """Return the tension that follows from what two parties do to each other."""
    deeds = [each for each in found.deeds if each.value is not None]
    placed: defaultdict[date, list[Deed]] = defaultdict(list)
    undated: set[str] = set()
    for each in deeds:
        start = None if each.days is None else period_between(*each.days, by)
        if start is None:
            undated.add(each.id)
        else:
            placed[start].append(each)
    starts = periods_between(min(placed), max(placed), by) if placed else ()
    return TensionView(
        left=left,
        right=right,
        left_name=found.names[0],
        right_name=found.names[1],
        left_members=tuple(sorted(found.ours)),
        right_members=tuple(sorted(found.theirs)),
        by=by,
        points=tuple(_point(start, placed.get(start, ())) for start in starts),
        undated=len(undated),
        changes=None,
        scale=TENSION_SCALE,
        digest=scales_digest(),
    )


def _point(start: date, deeds: Sequence[Deed]) -> TensionPoint:
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


def _score(deeds: Iterable[Deed]) -> ScoreView:
    """Return the mean; a type on a day counts once for each way and origin, with its mean value."""
    counted: defaultdict[tuple[object, ...], list[float]] = defaultdict(list)
    ids: set[str] = set()
    for each in deeds:
        ids.add(each.id)
        counted[each.forth, each.event_type, each.days, each.origin].append(each.value or 0.0)
    values = sorted(_mean(own) for own in counted.values())
    return ScoreView(
        score=round(_mean(values), 3) if values else None,
        records=len(values),
        origins=len({origin for *_, origin in counted}),
        ids=tuple(sorted(ids)),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(sorted(values)) / len(values)
