"""Exchanges found by the ledger's summaries and put together from their own articles alone."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select

from rejoinder.errors import NotFound
from rejoinder.exchanges.matter import stems
from rejoinder.ledger.canonical import canonical_of
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.exchange_rows import links_among
from rejoinder.ledger.linked import shown_records
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.schema import extractions, statement_actors
from rejoinder.ledger.schema_summaries import exchanges, stem_counts, turns
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.record import ArticleRecord
from rejoinder.views.exchange import ExchangeView
from rejoinder.views.exchanges import find_exchanges, latest_first, view_exchanges
from rejoinder.views.filters import goes_by_one_of

__all__ = [
    "ExchangeFilter",
    "count_exchanges",
    "exchanges_called",
    "find_or_list",
    "list_exchanges",
    "show_exchange",
    "turns_within",
]

_TOGETHER = 64
_FEW = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeFilter:
    """Which exchanges to show; what is None does not count, the rest must all hold.

    Attributes:
        party: an actor's id, or part of a name, of one who takes part or is spoken of.
        ids: with ``party``: ids of all actors that go by it.
        since: first day on which one of its turns may have been said.
        until: last day on which one of its turns may have been said.
        unanswered: only those with an accusation or demand that nobody answers.
        after: only what comes behind the exchange of that id.
        limit: at most so many.
    """

    party: str | None = None
    ids: Collection[ActorId] = ()
    since: date | None = None
    until: date | None = None
    unanswered: bool = False
    after: str | None = None
    limit: int | None = None


def find_or_list(reader: LedgerReader, wanted: ExchangeFilter) -> list[ExchangeView]:
    """Return the exchanges from the summaries, or from all articles where these are not up to date.

    Raises:
        NotFound: no exchange has the id ``after``, or not any more.
    """
    if SummaryBook(connection=reader.connection).is_current():
        return list_exchanges(reader.connection, wanted)
    found = find_exchanges(
        reader,
        party=wanted.party,
        ids=wanted.ids,
        since=wanted.since,
        until=wanted.until,
        unanswered=wanted.unanswered,
    )
    if wanted.after is not None:
        places = [place for place, view in enumerate(found) if view.id == wanted.after]
        if not places:
            raise _no_longer(wanted.after)
        found = found[places[0] + 1 :]
    return found[: wanted.limit]


def list_exchanges(connection: Connection, wanted: ExchangeFilter) -> list[ExchangeView]:
    """Return the exchanges as `find_exchanges` does, from summaries that are up to date.

    Raises:
        NotFound: no exchange has the id ``after``, or not any more.
    """
    query = (
        select(exchanges.c.id, exchanges.c.component)
        .where(*_conditions(connection, wanted))
        .order_by(exchanges.c.latest.desc(), exchanges.c.turns.desc(), exchanges.c.id)
        .limit(wanted.limit)
    )
    rows = connection.execute(query).all()
    found: list[ExchangeView] = []
    for few in chunks(rows, _TOGETHER):
        chosen = {row.id for row in few}
        shown = _put_together(connection, sorted({row.component for row in few}))
        found += sorted((view for view in shown if view.id in chosen), key=latest_first)
    return found


def exchanges_called(connection: Connection, ids: Collection[str]) -> list[ExchangeView]:
    """Return the exchanges of those ids, the latest first, from summaries that are up to date."""
    query = select(exchanges.c.component).where(exchanges.c.id.in_(sorted(ids)))
    shown = _put_together(connection, sorted(set(connection.execute(query).scalars())))
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
        found = _put_together(connection, components)
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


def count_exchanges(reader: LedgerReader, wanted: ExchangeFilter) -> int:
    """Return how many exchanges meet the conditions; with a limit, no more than that.

    Raises:
        NotFound: no exchange has the id ``after``, or not any more.
    """
    if not SummaryBook(connection=reader.connection).is_current():
        return len(find_or_list(reader, wanted))
    met = select(exchanges.c.seq).where(*_conditions(reader.connection, wanted))
    query = met.order_by(exchanges.c.latest.desc()).limit(wanted.limit)
    return reader.connection.execute(
        select(func.count()).select_from(query.subquery())
    ).scalar_one()


def _conditions(connection: Connection, wanted: ExchangeFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.unanswered:
        yield exchanges.c.unanswered > 0
    if wanted.since is not None or wanted.until is not None:
        yield _within(wanted.since, wanted.until)
    if wanted.party is not None:
        yield _has_party(connection, wanted.ids)
    if wanted.after is not None:
        yield _behind(connection, wanted.after)


def _within(since: date | None, until: date | None) -> ColumnElement[bool]:
    """Return the condition that a turn may have been said from the first day to the last."""
    days = [turns.c.exchange == exchanges.c.seq, turns.c.first_day.is_not(None)]
    days += [] if since is None else [turns.c.last_day >= since]
    days += [] if until is None else [turns.c.first_day <= until]
    held = exists(select(1).where(*days).correlate(exchanges))
    # The first saves looking at the turns of what is over; it has an index.
    return held if since is None else and_(exchanges.c.latest >= since.toordinal(), held)


def _has_party(connection: Connection, ids: Collection[ActorId]) -> ColumnElement[bool]:
    """Return the condition that one of the actors speaks or is spoken of.

    Whose part is small is looked up by himself, else exchange by exchange: the most are his.
    """
    cast = statement_actors.c
    in_role = cast.role.in_(("speaker", "about"))
    query = (
        select(cast.extraction_id, cast.statement_id)
        .join(extractions, extractions.c.id == cast.extraction_id)
        .where(in_role, goes_by_one_of(connection, cast.actor_id, extractions.c.article_id, ids))
        .limit(_FEW)
    )
    parts = [(row[0], row[1]) for row in connection.execute(query)]
    if len(parts) < _FEW:
        return exchanges.c.seq.in_(_exchanges_with(connection, set(parts)))
    own = and_(
        cast.extraction_id == turns.c.extraction_id, cast.statement_id == turns.c.statement_id
    )
    return exists(
        select(1)
        .select_from(turns)
        .join(statement_actors, own)
        .join(extractions, extractions.c.id == cast.extraction_id)
        .where(
            turns.c.exchange == exchanges.c.seq,
            in_role,
            # Not by the actors' own ids: their index would lead through all that they ever said.
            canonical_of(cast.actor_id, extractions.c.article_id).in_(sorted(ids)),
        )
        .correlate(exchanges)
    )


def _exchanges_with(connection: Connection, parts: Collection[tuple[str, str]]) -> list[int]:
    """Return the exchanges with one of those statements, as one of those extractions has it."""
    own = turns.c
    found: set[int] = set()
    for few in chunks(sorted({statement for _, statement in parts})):
        query = select(own.extraction_id, own.statement_id, own.exchange).where(
            own.statement_id.in_(few), own.exchange.is_not(None)
        )
        found.update(row[2] for row in connection.execute(query) if (row[0], row[1]) in parts)
    return sorted(found)


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


def _put_together(connection: Connection, components: Sequence[int]) -> list[ExchangeView]:
    query = select(turns.c.statement_id).where(turns.c.component.in_(components))
    members = {StatementId(each) for each in connection.execute(query).scalars()}
    links = links_among(connection, members)
    records = shown_records(connection, members | {link.answered for link in links})
    return view_exchanges(records, links, _spread(connection, records))


def _spread(connection: Connection, records: Sequence[ArticleRecord]) -> dict[str, int]:
    """Return in how many turns the stems of the articles occur; all others together under ""."""
    words = {
        found
        for record in records
        for statement in record.statements
        for span in statement.content
        for found in stems(span.text_of(record.article.text))
    }
    counts: dict[str, int] = {}
    for few in chunks(sorted(words)):
        query = select(stem_counts).where(stem_counts.c.stem.in_(few))
        counts |= {row.stem: row.statements for row in connection.execute(query)}
    total = connection.execute(select(func.sum(stem_counts.c.statements))).scalar() or 0
    return {**counts, "": int(total) - sum(counts.values())}
