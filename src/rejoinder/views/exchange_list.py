"""Exchanges found by the ledger's summaries and put together from their own articles alone."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from rejoinder.errors import NotFound
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.schema_summaries import exchange_parties, exchanges, turns
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.views.exchange import ExchangeView
from rejoinder.views.exchange_parts import of_components, put_together, spread_of
from rejoinder.views.exchanges import Records, find_exchanges, latest_first
from rejoinder.views.on_matter import exchanges_on, statements_on
from rejoinder.views.within import within

__all__ = [
    "ExchangeFilter",
    "count_exchanges",
    "exchanges_called",
    "find_or_list",
    "find_page",
    "list_exchanges",
    "show_exchange",
    "turns_within",
]

_TOGETHER = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeFilter:
    """Which exchanges to show; what is None does not count, the rest must all hold.

    Attributes:
        party: an actor's id, or part of a name, of one who takes part or is spoken of.
        ids: with ``party``: ids of all actors that go by it.
        matter: words, "phrases" and beginnings* that one of its turns holds.
        since: first day on which one of its turns may have been said.
        until: last day on which one of its turns may have been said.
        unanswered: only those with an accusation or demand that nobody answers.
        least: score that a link needs to count, 0 to 1.
        after: only what comes behind the exchange of that id.
        limit: at most so many.
    """

    party: str | None = None
    ids: Collection[ActorId] = ()
    matter: str | None = None
    since: date | None = None
    until: date | None = None
    unanswered: bool = False
    least: float | None = None
    after: str | None = None
    limit: int | None = None


def find_or_list(reader: LedgerReader, wanted: ExchangeFilter) -> list[ExchangeView]:
    """Return the exchanges from the summaries, or from all articles where these are not up to date.

    Raises:
        NotFound: no exchange has the id ``after``, or not any more.
    """
    connection = reader.connection
    if SummaryBook(connection=connection).is_current():
        return list_exchanges(connection, wanted)
    return _some_of(_found_among(reader, connection, wanted), wanted)


def _some_of(found: Sequence[ExchangeView], wanted: ExchangeFilter) -> list[ExchangeView]:
    """Return so many of them, from where the list goes on.

    Raises:
        NotFound: no exchange has the id ``after``, or not any more.
    """
    start = 0
    if wanted.after is not None:
        places = [place for place, view in enumerate(found, start=1) if view.id == wanted.after]
        if not places:
            raise _no_longer(wanted.after)
        start = places[0]
    return list(found[start:][: wanted.limit])


def _found_among(
    records: Records,
    connection: Connection,
    wanted: ExchangeFilter,
    spread: Mapping[str, int] | None = None,
) -> list[ExchangeView]:
    matter = wanted.matter
    return find_exchanges(
        records,
        party=wanted.party,
        ids=wanted.ids,
        holding=None if matter is None else statements_on(connection, matter),
        since=wanted.since,
        until=wanted.until,
        unanswered=wanted.unanswered,
        least=wanted.least,
        spread=spread,
    )


@dataclass(frozen=True, slots=True)
class _Connected:
    """Articles with all the links that connect them."""

    told: Sequence[ArticleRecord]

    def records(self) -> Iterator[ArticleRecord]:
        """Return the articles."""
        return iter(self.told)


def _left_by_surer_links(connection: Connection, wanted: ExchangeFilter) -> list[ExchangeView]:
    """Return what is left where only links of a score count: exchanges fall apart, none grows."""
    whole = replace(wanted, unanswered=False)
    query = select(exchanges.c.component).where(*_conditions(connection, whole))
    found: list[ExchangeView] = []
    for few in chunks(sorted(set(connection.execute(query).scalars())), _TOGETHER):
        records, links = of_components(connection, few)
        of: dict[StatementId, list[Link]] = defaultdict(list)
        for link in links:
            of[link.answer].append(link)
        told = [
            replace(each, links=tuple(link for one in each.statements for link in of[one.id]))
            for each in records
        ]
        spread = spread_of(connection, records)
        found += _found_among(_Connected(told), connection, wanted, spread)
    return sorted(found, key=latest_first)


def list_exchanges(connection: Connection, wanted: ExchangeFilter) -> list[ExchangeView]:
    """Return the exchanges as `find_exchanges` does, from summaries that are up to date.

    Raises:
        NotFound: no exchange has the id ``after``, or not any more.
    """
    if wanted.least is not None:
        return _some_of(_left_by_surer_links(connection, wanted), wanted)
    return _listed(connection, wanted, list(_conditions(connection, wanted)))


def _listed(
    connection: Connection, wanted: ExchangeFilter, conditions: Sequence[ColumnElement[bool]]
) -> list[ExchangeView]:
    behind = [] if wanted.after is None else [_behind(connection, wanted.after)]
    query = (
        select(exchanges.c.id, exchanges.c.component)
        .where(*conditions, *behind)
        .order_by(exchanges.c.latest.desc(), exchanges.c.turns.desc(), exchanges.c.id)
        .limit(wanted.limit)
    )
    rows = connection.execute(query).all()
    found: list[ExchangeView] = []
    for few in chunks(rows, _TOGETHER):
        chosen = {row.id for row in few}
        shown = put_together(connection, sorted({row.component for row in few}))
        found += sorted((view for view in shown if view.id in chosen), key=latest_first)
    return found


def exchanges_called(connection: Connection, ids: Collection[str]) -> list[ExchangeView]:
    """Return the exchanges of those ids, the latest first, from summaries that are up to date."""
    query = select(exchanges.c.component).where(exchanges.c.id.in_(sorted(ids)))
    shown = put_together(connection, sorted(set(connection.execute(query).scalars())))
    return sorted((view for view in shown if view.id in ids), key=latest_first)


def show_exchange(reader: LedgerReader, key: str) -> ExchangeView:
    """Return the exchange with that id, or the one with a statement of that id.

    Raises:
        NotFound: there is none.
    """
    connection = reader.connection
    if SummaryBook(connection=connection).is_current():
        by_id = select(exchanges.c.component).where(exchanges.c.id == key)
        by_turn = select(turns.c.component).where(
            turns.c.statement_id == key, turns.c.exchange.is_not(None)
        )
        components = sorted(set(connection.execute(by_id.union(by_turn)).scalars()))
        found = put_together(connection, components)
    else:
        found = find_exchanges(reader)
    for view in found:
        if view.id == key or any(turn.statement_id == key for turn in view.turns):
            return view
    raise NotFound(
        f"no exchange goes by {key!r}; it has another id since statements joined or left it"
    )


def turns_within(reader: LedgerReader, article: ArticleId) -> frozenset[StatementId]:
    """Return the statements of an article that are turns of an exchange.

    A statement that only its own speaker supports is linked, and yet in none.
    """
    if SummaryBook(connection=reader.connection).is_current():
        query = select(turns.c.statement_id).where(
            turns.c.article_id == article, turns.c.exchange.is_not(None)
        )
        return frozenset(map(StatementId, reader.connection.execute(query).scalars()))
    every = (turn for view in find_exchanges(reader) for turn in view.turns)
    return frozenset(turn.statement_id for turn in every if turn.article_id == article)


def find_page(reader: LedgerReader, wanted: ExchangeFilter) -> tuple[list[ExchangeView], int]:
    """Return some of the exchanges that meet the conditions, and how many do in all.

    Raises:
        NotFound: no exchange has the id ``after``, or not any more.
    """
    connection = reader.connection
    if wanted.least is not None or not SummaryBook(connection=connection).is_current():
        every = find_or_list(reader, replace(wanted, after=None, limit=None))
        return _some_of(every, wanted), len(every)
    conditions = list(_conditions(connection, wanted))
    shown = _listed(connection, wanted, conditions)
    return shown, _counted(connection, conditions, None)


def count_exchanges(reader: LedgerReader, wanted: ExchangeFilter) -> int:
    """Return how many exchanges meet the conditions; with a limit, no more than that."""
    connection = reader.connection
    if wanted.least is not None or not SummaryBook(connection=connection).is_current():
        return len(find_or_list(reader, replace(wanted, after=None)))
    return _counted(connection, list(_conditions(connection, wanted)), wanted.limit)


def _counted(
    connection: Connection, conditions: Sequence[ColumnElement[bool]], limit: int | None
) -> int:
    met = select(exchanges.c.seq).where(*conditions)
    query = met.order_by(exchanges.c.latest.desc()).limit(limit)
    return connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()


def _conditions(connection: Connection, wanted: ExchangeFilter) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on exchanges, but for where the list goes on."""
    if wanted.unanswered:
        yield exchanges.c.unanswered > 0
    yield from within(turns.c.exchange, wanted.since, wanted.until, whole=exchanges)
    if wanted.party is not None:
        yield _has_party(wanted.ids)
    if wanted.matter is not None:
        numbers = json.dumps(sorted(exchanges_on(connection, wanted.matter)))
        of_it = func.json_each(numbers).table_valued("value")
        yield exchanges.c.seq.in_(select(of_it.c.value))


def _has_party(ids: Collection[ActorId]) -> ColumnElement[bool]:
    """Return the condition that one of the actors speaks or is spoken of."""
    own = exchange_parties.c
    return exchanges.c.seq.in_(select(own.exchange).where(own.party.in_(sorted(ids))))


def _behind(connection: Connection, ident: str) -> ColumnElement[bool]:
    own = exchanges.c
    row = connection.execute(select(exchanges).where(own.id == ident)).first()
    if row is None:
        raise _no_longer(ident)
    return and_(
        own.latest <= row.latest,
        or_(
            own.latest < row.latest,
            own.turns < row.turns,
            and_(own.turns == row.turns, own.id > row.id),
        ),
    )


def _no_longer(ident: str) -> NotFound:
    return NotFound(
        f"no exchange of the list is {ident!r}, or not any more since somebody has written to the "
        "ledger; begin at the top"
    )
