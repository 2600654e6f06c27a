"""The summary of exchanges: links that fit, the statements that they connect, and where they are.

What fits, and what makes an exchange, is for the caller to say; here it is kept.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, and_, bindparam, delete, func, insert, select, update

from rejoinder.ledger.canonical import canonical_of
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.exchange_rows import (
    Joined,
    connected,
    links_among,
    links_at,
    links_from,
    turn_rows,
)
from rejoinder.ledger.linked import linked_records
from rejoinder.ledger.reach import Reach
from rejoinder.ledger.rows import Row
from rejoinder.ledger.schema import statement_actors
from rejoinder.ledger.schema_summaries import (
    exchange_links,
    exchange_parties,
    exchanges,
    stem_counts,
    turns,
)
from rejoinder.ledger.wordings import wordings
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord

__all__ = ["ExchangeBook", "Placed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An exchange for the list.

    Attributes:
        reach: first and last possible day of its turns.
        unanswered: how many accusations and demands nobody answers.
    """

    id: str
    turns: Sequence[StatementId]
    reach: Reach
    unanswered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeBook:
    """The tables of exchanges, within one transaction of writing.

    Attributes:
        stems: takes words apart as titles do.
    """

    connection: Connection
    stems: Callable[[str], Iterable[str]]

    def clear(self) -> None:
        """Forget everything."""
        for table in (exchanges, exchange_parties, turns, exchange_links, stem_counts):
            self.connection.execute(delete(table))

    def records(self, ids: Collection[str]) -> list[ArticleRecord]:
        """Return records that hold just those statements and events."""
        return linked_records(self.connection, ids)

    def links_at(self, articles: Collection[str]) -> dict[str, Joined]:
        """Return the current links that lead from or to what those articles hold, by id."""
        return links_at(self.connection, articles)

    def links_from(self, answers: Collection[str]) -> list[Link]:
        """Return the current links that lead from those statements."""
        return links_from(self.connection, answers)

    def links_among(self, ids: Collection[StatementId]) -> list[Link]:
        """Return the fitting links that lead from those statements."""
        return links_among(self.connection, ids)

    def put_links(self, articles: Collection[str], fitting: Mapping[str, Joined]) -> set[str]:
        """Put those links in the place of all that lead from or to the articles.

        What they connect, and all that this is connected with, is to be placed anew.

        Returns:
            statements and events that lost a link, or have a new one.
        """
        before = self._held_links(articles)
        gone = [row for key, row in before.items() if key not in fitting]
        added = [each for key, each in fitting.items() if key not in before]
        touched = {end for row in gone for end in (row["answer_id"], row["answered_id"])}
        touched |= {end for each in added for end in (each.link.answer, each.link.answered)}
        for few in chunks(sorted(before)):
            self.connection.execute(delete(exchange_links).where(exchange_links.c.link_id.in_(few)))
        if fitting:
            rows = [each.row() for each in fitting.values()]
            self.connection.execute(insert(exchange_links), rows)
        self._put_turns(touched | self._turns_of(articles))
        return touched

    def unplaced(self, most: int) -> set[StatementId]:
        """Return some statements that are not placed, with all that links connect with them.

        Args:
            most: to begin with so many of them.
        """
        query = select(turns.c.statement_id).where(turns.c.component.is_(None)).limit(most)
        found: set[StatementId] = set()
        frontier = set(self.connection.execute(query).scalars())
        while frontier:
            found |= frontier
            frontier = connected(self.connection, frontier) - found
        return found

    def place(self, components: Iterable[Iterable[StatementId]], found: Sequence[Placed]) -> None:
        """Put down what is connected, and which exchanges there are in it.

        Args:
            components: all that is connected with one of it, each.
            found: exchanges of these statements.
        """
        last = self.connection.execute(select(func.max(turns.c.component))).scalar() or 0
        component = {
            one: number
            for number, members in enumerate(components, start=last + 1)
            for one in members
        }
        last = self.connection.execute(select(func.max(exchanges.c.seq))).scalar() or 0
        exchange: dict[StatementId, int] = {}
        rows: list[Row] = []
        for number, each in enumerate(found, start=last + 1):
            exchange.update(dict.fromkeys(each.turns, number))
            rows.append(
                {
                    "seq": number,
                    "id": each.id,
                    "component": component[each.turns[0]],
                    **each.reach,
                    "turns": len(each.turns),
                    "unanswered": each.unanswered,
                }
            )
        if rows:
            self.connection.execute(insert(exchanges), rows)
        self.connection.execute(
            update(turns)
            .where(turns.c.statement_id == bindparam("one"))
            .values(component=bindparam("part"), exchange=bindparam("whole")),
            [
                {"one": one, "part": part, "whole": exchange.get(one)}
                for one, part in component.items()
            ],
        )
        self._put_parties(range(last + 1, last + 1 + len(found)))

    def _put_parties(self, numbers: Sequence[int]) -> None:
        """Put down who speaks in those exchanges, or is spoken of."""
        cast, own = statement_actors.c, turns.c
        part = and_(
            cast.extraction_id == own.extraction_id,
            cast.statement_id == own.statement_id,
            cast.role.in_(("speaker", "about")),
        )
        for few in chunks(numbers):
            query = (
                select(own.exchange, canonical_of(cast.actor_id, own.article_id))
                .join(statement_actors, part)
                .where(own.exchange.in_(few))
                .distinct()
            )
            self.connection.execute(
                insert(exchange_parties).from_select(["exchange", "party"], query)
            )

    def _held_links(self, articles: Collection[str]) -> dict[str, RowMapping]:
        own = exchange_links.c
        held: dict[str, RowMapping] = {}
        for few in chunks(sorted(articles)):
            for column in (own.answer_article_id, own.answered_article_id):
                query = select(exchange_links).where(column.in_(few))
                held |= {row["link_id"]: row for row in self.connection.execute(query).mappings()}
        return held

    def _turns_of(self, articles: Collection[str]) -> set[str]:
        found: set[str] = set()
        for few in chunks(sorted(articles)):
            query = select(turns.c.statement_id).where(turns.c.article_id.in_(few))
            found.update(self.connection.execute(query).scalars())
        return found

    def _put_turns(self, touched: Collection[str]) -> None:
        """Bring the rows of those statements up to date; take apart all they are connected with."""
        before: set[str] = set()
        now: set[str] = set()
        for few in chunks(sorted(touched)):
            query = select(turns.c.statement_id, turns.c.component)
            held = self.connection.execute(query.where(turns.c.statement_id.in_(few))).all()
            before.update(row.statement_id for row in held)
            self._take_apart({row.component for row in held} - {None})
            self.connection.execute(delete(turns).where(turns.c.statement_id.in_(few)))
            rows = turn_rows(self.connection, few)
            if rows:
                self.connection.execute(insert(turns), rows)
            now.update(row["statement_id"] for row in rows)
        self._count(sorted(now - before), 1)
        self._count(sorted(before - now), -1)

    def _take_apart(self, components: Collection[int]) -> None:
        for few in chunks(sorted(components)):
            gone = exchanges.c.component.in_(few)
            party = exchange_parties.c.exchange.in_(select(exchanges.c.seq).where(gone))
            self.connection.execute(delete(exchange_parties).where(party))
            self.connection.execute(delete(exchanges).where(gone))
            self.connection.execute(
                update(turns)
                .where(turns.c.component.in_(few))
                .values(component=None, exchange=None)
            )

    def _count(self, ids: Sequence[str], by: int) -> None:
        """Count the stems of those statements in, or out."""
        found = Counter(
            stem for words in wordings(self.connection, ids).values() for stem in self.stems(words)
        )
        counts = stem_counts.c
        for few in chunks(sorted(found)):
            query = select(counts.stem, counts.statements).where(counts.stem.in_(few))
            held = {row.stem: row.statements for row in self.connection.execute(query)}
            self.connection.execute(delete(stem_counts).where(counts.stem.in_(few)))
            rows = [
                {"stem": stem, "statements": count}
                for stem in few
                if (count := held.get(stem, 0) + by * found[stem])
            ]
            if rows:
                self.connection.execute(insert(stem_counts), rows)
