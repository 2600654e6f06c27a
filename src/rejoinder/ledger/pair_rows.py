"""How many statements one makes about another, read from the summary by conditions."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    Select,
    and_,
    func,
    literal,
    literal_column,
    or_,
    select,
    union_all,
)
from sqlalchemy import Row as SqlRow

from rejoinder.ledger.pair_days import blocks
from rejoinder.ledger.schema_deeds import GRAINS, SELDOM, deed_articles, deeds, pair_counts, parties
from rejoinder.ledger.wanted import wanted_rows, wanted_values
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act

__all__ = [
    "PairRow",
    "PairsWanted",
    "counted_acts",
    "counted_rows",
    "find_pairs",
    "often",
    "whole_rows",
]

_ENDS = ("actor_id", "recipient_id")
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsWanted:
    """Which pairs; what is None does not count.

    Attributes:
        publishers: whose articles count.
        acts: which statements count; of all acts if empty.
        since: first day on which they may have been said.
        until: last day of the same.
        parties: with one of these among the two.
        kind: of both.
        mutual: what either says about the other counts; not by publisher or day.
        least: of at least so many statements.
    """

    publishers: Sequence[str] | None = None
    acts: Sequence[Act] = ()
    since: date | None = None
    until: date | None = None
    parties: Collection[ActorId] | None = None
    kind: ActorKind | None = None
    mutual: bool = False
    least: int = 1

    @property
    def days(self) -> tuple[int, int] | None:
        """Return the first and the last day as ordinals; None where days do not count."""
        if self.since is None and self.until is None:
            return None
        last = date.max if self.until is None else self.until
        return 1 if self.since is None else self.since.toordinal(), last.toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """How many statements of which act one makes about another."""

    actor: ActorId
    recipient: ActorId
    acts: Mapping[Act, int]


def find_pairs(
    connection: Connection, wanted: PairsWanted, *, limit: int | None, skip: int = 0
) -> tuple[list[PairRow], int]:
    """Return pairs, the most frequent first, then by their ids, and how many there are in all.

    Args:
        connection: of a ledger whose summaries are up to date.
        wanted: which.
        limit: at most so many.
        skip: so many of the first are left out.
    """
    if wanted.days is None and len(_names(wanted)) == 1:
        return _kept(connection, wanted, limit, skip)
    found = _met(wanted, _added_up(wanted))
    # Adding up is what takes long: once for the page and the number of all.
    page = _ordered(found, limit, skip).add_columns(func.count().over().label("every"))
    rows = connection.execute(page).all()
    total = rows[0].every if rows else (_count(connection, found) if skip else 0)
    pairs = [(row.actor_id, row.recipient_id) for row in rows]
    acts = counted_acts(connection, wanted, pairs)
    return [_row(pair, acts[pair]) for pair in pairs], int(total)


def _kept(
    connection: Connection, wanted: PairsWanted, limit: int | None, skip: int
) -> tuple[list[PairRow], int]:
    """Return the same from the rows in which the numbers of one publisher, or of all, are kept."""
    own = pair_counts.c
    acts = wanted.acts or tuple(Act)
    rows = (
        select(
            *(own[name] for name in _ENDS),
            _counted(wanted.acts).label("counted"),
            own.statements,
            *(own[act.value] for act in acts),
        )
        .where(whole_rows(mutual=wanted.mutual), own.publisher == _names(wanted)[0])
        .subquery()
    )
    found = _met(wanted, rows)
    page = _ordered(found.add_columns(*(rows.c[act.value] for act in acts)), limit, skip)
    met = _first_often(connection, page, rows.c.statements, None if wanted.acts else limit)
    pairs = [
        _row((row[0], row[1]), {act: n for act, n in zip(acts, row[3:], strict=True) if n})
        for row in met
    ]
    return pairs, _count(connection, found)


def _first_often(
    connection: Connection, page: Select[Any], statements: ColumnElement[int], limit: int | None
) -> Sequence[SqlRow[*tuple[Any, ...]]]:
    """Return the rows of a page by statements: from the index if those that it has fill the page.

    Args:
        connection: of the ledger.
        page: the first rows, in the order of statements.
        statements: how many a row counts.
        limit: how many rows the page has; None where it has all, or another order.
    """
    if limit is not None:
        found = connection.execute(page.where(often(statements))).all()
        if len(found) == limit:
            return found
    return connection.execute(page).all()


def often(statements: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition that a row counts so many statements that rows are ordered by them."""
    # Written out, as in `whole_rows`.
    return statements > literal_column(str(SELDOM))


def _ordered(found: Select[Any], limit: int | None, skip: int) -> Select[Any]:
    own = found.selected_columns
    ordered = found.order_by(own.counted.desc(), *(own[name] for name in _ENDS))
    return ordered.limit(limit).offset(skip or None)


def _count(connection: Connection, found: Select[Any]) -> int:
    return int(connection.execute(found.with_only_columns(func.count())).scalar_one())


def _row(pair: _Pair, acts: Mapping[Act, int]) -> PairRow:
    return PairRow(actor=ActorId(pair[0]), recipient=ActorId(pair[1]), acts=acts)


def _met(wanted: PairsWanted, rows: FromClause) -> Select[Any]:
    """Return the query for those that are frequent enough, and of the kind."""
    own = rows.c
    query = select(own.actor_id, own.recipient_id, own.counted).where(own.counted >= wanted.least)
    if wanted.parties is not None:
        ids = wanted_values(wanted.parties)
        query = query.where(or_(*(own[name].in_(ids) for name in _ENDS)))
    if wanted.kind is not None:
        for name in _ENDS:
            party = parties.alias()
            query = query.join(party, party.c.actor_id == own[name])
            query = query.where(party.c.kind == wanted.kind.value)
    return query


def _added_up(wanted: PairsWanted) -> FromClause:
    """Return the table that adds up what several publishers, or the days, have."""
    every = counted_rows(wanted).subquery()
    ends = [every.c[name] for name in _ENDS]
    total = func.sum(every.c.counted).label("counted")
    return select(*ends, total).group_by(*ends).subquery()


def counted_rows(wanted: PairsWanted) -> CompoundSelect[Any]:
    """Return the query for ends and numbers of what is to be added up."""
    own = pair_counts.c
    counted, names = _counted(wanted.acts).label("counted"), _names(wanted)
    # Each by itself: a condition with OR would go through all rows.
    parts = [
        select(own.actor_id, own.recipient_id, counted).where(own.publisher.in_(names), each)
        for each in _stretches(wanted)
    ]
    if wanted.days is not None:
        parts.append(_by_day(wanted, *wanted.days))
    return union_all(*parts)


def _stretches(wanted: PairsWanted) -> Iterator[ColumnElement[bool]]:
    """Yield what rows may be: of all days, or of whole months within the days.

    A statement of one day is counted in its month; what may have been said on several days wherever
    one of them lies within.
    """
    if wanted.days is None:
        yield whole_rows()
        return
    since, until = wanted.days
    own = pair_counts.c
    found = blocks(since, until)
    for first, last in found.months:
        yield and_(own.grain == GRAINS["month"], own.first_day.between(first, last))
    yield and_(own.grain == GRAINS["span"], own.first_day <= until, own.last_day >= since)


def _by_day(wanted: PairsWanted, since: int, until: int) -> Select[Any]:
    """Return the statements of the days that lie in no such month."""
    own = deeds.c
    days = blocks(since, until).days
    query = select(own.actor_id, own.recipient_id, literal(1).label("counted")).where(
        or_(own.first_day < 0, *(own.first_day.between(*each) for each in days)),
        own.first_day == own.last_day,
        own.about.is_(True),
        *_of_acts(wanted),
    )
    return _carried(query, wanted)


def counted_acts(
    connection: Connection, wanted: PairsWanted, pairs: Sequence[_Pair]
) -> dict[_Pair, dict[Act, int]]:
    """Return how many statements of each act those pairs have on the days."""
    own, given = deeds.c, wanted_rows(_ENDS, pairs)
    query = (
        select(own.actor_id, own.recipient_id, own.deed, func.count())
        .join_from(given, deeds, and_(*(given.c[name] == own[name] for name in _ENDS)))
        .where(own.about.is_(True), *_of_acts(wanted))
        .group_by(own.actor_id, own.recipient_id, own.deed)
    )
    if wanted.days is not None:
        since, until = wanted.days
        query = query.where(own.first_day.between(1, until), own.last_day >= since)
    found: dict[_Pair, dict[Act, int]] = {pair: {} for pair in pairs}
    for actor, recipient, act, count in connection.execute(_carried(query, wanted)):
        found[actor, recipient][Act(act)] = count
    return found


def _counted(acts: Sequence[Act]) -> ColumnElement[int]:
    """Return how many statements of those acts a row counts."""
    if not acts:
        return pair_counts.c.statements
    total: ColumnElement[int] = pair_counts.c[acts[0].value]
    for act in acts[1:]:
        total = total + pair_counts.c[act.value]
    return total


def _names(wanted: PairsWanted) -> list[str]:
    return [""] if wanted.publishers is None else list(wanted.publishers)


def whole_rows(*, mutual: bool = False) -> ColumnElement[bool]:
    """Return the condition that a row counts all that there is of one publisher."""
    own = pair_counts.c
    # Written out, so that SQLite sees that these are the rows of which there is an index.
    grain: ColumnElement[int] = literal_column(str(GRAINS["both" if mutual else "whole"]))
    return and_(own.grain == grain, own.first_day == 0, own.last_day == 0)


def _of_acts(wanted: PairsWanted) -> list[ColumnElement[bool]]:
    return [deeds.c.deed.in_([act.value for act in wanted.acts])] if wanted.acts else []


def _carried(query: Select[Any], wanted: PairsWanted) -> Select[Any]:
    """Return the query for what the publishers carried."""
    if wanted.publishers is None:
        return query
    article = deed_articles.c
    return query.join(deed_articles, article.article_id == deeds.c.article_id).where(
        article.publisher.in_(list(wanted.publishers))
    )
