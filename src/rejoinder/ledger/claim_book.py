"""The summary of claims: what statements put forward, what is alike, and which claims there are.

What is alike, and what makes a claim, is for the caller to say; here it is kept.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, func, insert, select, update

from rejoinder.ledger.accusation_book import forget_accusations
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.claim_rows import Kept, among_claimed, kept_of, kept_row
from rejoinder.ledger.copies import reports_with_copies
from rejoinder.ledger.exchange_rows import connected, links_among
from rejoinder.ledger.filed import file_under, filed_under, unfile
from rejoinder.ledger.reach import reach
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.rows import Row
from rejoinder.ledger.schema_claims import (
    claim_keys,
    claim_likes,
    claim_parties,
    claim_parts,
    claim_statements,
    claims,
)
from rejoinder.model.copies import Report
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord

__all__ = ["ClaimBook", "ClaimRow", "Filed"]

Filed = Mapping[StatementId, Collection[tuple[int, int, int]]]
"""Key, block and place of each filing of statements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim for the list.

    Attributes:
        standing: 3 for the first status of the list, 0 for the last.
        parts: statement, article, first and last possible day.
    """

    id: str
    standing: int
    origins: int
    parts: Sequence[tuple[StatementId, ArticleId, date | None, date | None]]
    parties: Collection[ActorId]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimBook:
    """The tables of claims, within one transaction of writing."""

    connection: Connection

    def clear(self) -> None:
        """Forget everything."""
        every = (claim_statements, claim_keys, claim_likes, claims, claim_parts, claim_parties)
        for table in every:
            self.connection.execute(delete(table))

    def records(self, articles: Sequence[str]) -> Iterable[ArticleRecord]:
        """Yield the latest records of those articles, in the ledger's ids and their own names."""
        reader = LedgerReader(connection=self.connection, canonical=True, named=False)
        return reader.load(reader.latest([ArticleId(each) for each in articles]))

    def kept(self, ids: Collection[StatementId]) -> dict[StatementId, Kept]:
        """Return what is kept of those statements."""
        return kept_of(self.connection, ids)

    def reports(self, articles: Collection[ArticleId]) -> list[Report]:
        """Return what is known of copies of those articles."""
        return reports_with_copies(self.connection, articles)

    def links_among(self, ids: Collection[StatementId]) -> list[Link]:
        """Return the fitting links that lead from those statements."""
        return links_among(self.connection, ids)

    def kept_in(self, articles: Collection[str]) -> dict[StatementId, Kept]:
        """Return what is kept of the statements of those articles."""
        own = claim_statements.c
        found: dict[StatementId, Kept] = {}
        for few in chunks(sorted(articles)):
            query = select(claim_statements).where(own.article_id.in_(few))
            found.update(map(kept_row, self.connection.execute(query)))
        return found

    def take_out(self, keys: Filed) -> None:
        """Forget what is kept of those statements, filed under those keys."""
        self.take_apart(keys)
        seqs = self._seqs(keys)
        unfile(self.connection, {seqs[each]: own for each, own in keys.items()})
        for few in chunks(sorted(keys)):
            for column in (claim_likes.c.one, claim_likes.c.other):
                self.connection.execute(delete(claim_likes).where(column.in_(few)))
            held = [seqs[each] for each in few]
            self.connection.execute(
                delete(claim_statements).where(claim_statements.c.seq.in_(held))
            )

    def put_in(self, fresh: Mapping[StatementId, Kept], keys: Filed) -> dict[StatementId, int]:
        """Keep statements, file them under those keys, and return their short names."""
        seqs = {
            each: seq
            for seq, each in enumerate(fresh, start=self._last(claim_statements.c.seq) + 1)
        }
        rows: list[Row] = [
            {
                "seq": seqs[statement],
                "statement_id": statement,
                "article_id": each.article,
                "body": each.body,
                "first_day": each.first,
                "last_day": each.last,
            }
            for statement, each in fresh.items()
        ]
        self._insert(claim_statements, rows)
        file_under(self.connection, {seqs[each]: own for each, own in keys.items()})
        return seqs

    def meeting(
        self, keys: Collection[int], blocks: Collection[int] | None
    ) -> Iterable[tuple[int, int, int]]:
        """Yield key, short name and place of what is filed under keys, in those blocks or all."""
        return filed_under(self.connection, keys, blocks)

    def kept_by_seq(self, seqs: Collection[int]) -> dict[int, tuple[StatementId, Kept]]:
        """Return the statements that have those short names, with what is kept of them."""
        found: dict[int, tuple[StatementId, Kept]] = {}
        for few in chunks(sorted(seqs)):
            query = select(claim_statements).where(claim_statements.c.seq.in_(few))
            found.update((row.seq, kept_row(row)) for row in self.connection.execute(query))
        return found

    def put_likes(self, pairs: Collection[tuple[StatementId, StatementId]]) -> None:
        """Keep that two statements put forward what is alike, the lesser first; not there yet."""
        self._insert(claim_likes, [{"one": one, "other": two} for one, two in sorted(pairs)])
        self.take_apart({each for pair in pairs for each in pair})

    def take_apart(self, ids: Iterable[str]) -> None:
        """Forget the claims of those statements and of all that is compared with them."""
        own = claim_statements.c
        components: set[int] = set()
        for few in chunks(sorted(set(ids))):
            query = among_claimed(few).with_only_columns(own.component)
            components.update(
                each for each in self.connection.execute(query).scalars() if each is not None
            )
        for some in chunks(sorted(components)):
            forget_accusations(self.connection, some)
            held = select(claims.c.seq).where(claims.c.component.in_(some))
            for table in (claim_parts, claim_parties):
                self.connection.execute(delete(table).where(table.c.claim.in_(held)))
            self.connection.execute(delete(claims).where(claims.c.component.in_(some)))
            self.connection.execute(
                update(claim_statements).where(own.component.in_(some)).values(component=None)
            )

    def take_apart_in(self, articles: Collection[str]) -> None:
        """Forget the claims of which statements of those articles are parts."""
        for few in chunks(sorted(articles)):
            query = select(claim_parts.c.statement_id).where(claim_parts.c.article_id.in_(few))
            self.take_apart(self.connection.execute(query).scalars().all())

    def unplaced(self, most: int) -> set[StatementId]:
        """Return some statements that are not placed, with all that is compared with them."""
        own = claim_statements.c
        query = select(own.statement_id).where(own.component.is_(None)).limit(most)
        found: set[StatementId] = set()
        frontier = {StatementId(each) for each in self.connection.execute(query).scalars()}
        while frontier:
            found |= frontier
            frontier = (connected(self.connection, frontier) | self._alike(frontier)) - found
        return found

    def likes_among(self, ids: Collection[StatementId]) -> list[tuple[StatementId, StatementId]]:
        """Return which of those statements put forward what is alike."""
        own = claim_likes.c
        found: list[tuple[StatementId, StatementId]] = []
        for few in chunks(sorted(ids)):
            query = select(own.one, own.other).where(own.one.in_(few))
            rows = self.connection.execute(query)
            found += ((StatementId(row[0]), StatementId(row[1])) for row in rows)
        return found

    def place(self, components: Iterable[Iterable[StatementId]], found: Sequence[ClaimRow]) -> None:
        """Put down what is compared with what, and which claims there are."""
        last = self._last(claim_statements.c.component)
        component = {
            one: number
            for number, members in enumerate(components, start=last + 1)
            for one in members
        }
        seq = self._last(claims.c.seq)
        numbered = list(enumerate(found, start=seq + 1))
        self._insert(
            claims,
            [
                {
                    "seq": number,
                    "id": each.id,
                    "component": component[each.parts[0][0]],
                    "standing": each.standing,
                    "origins": each.origins,
                    "statements": len(each.parts),
                    **reach((first, last) for *_, first, last in each.parts),
                }
                for number, each in numbered
            ],
        )
        names = ("statement_id", "article_id", "first_day", "last_day")
        self._insert(
            claim_parts,
            [
                {"claim": number, **dict(zip(names, part, strict=True))}
                for number, each in numbered
                for part in each.parts
            ],
        )
        self._insert(
            claim_parties,
            [{"claim": n, "party": who} for n, each in numbered for who in sorted(each.parties)],
        )
        seqs = self._seqs(component)
        self.connection.execute(
            update(claim_statements)
            .where(claim_statements.c.seq == bindparam("one"))
            .values(component=bindparam("part")),
            [{"one": seqs[one], "part": part} for one, part in component.items()],
        )

    def _seqs(self, ids: Collection[StatementId]) -> dict[str, int]:
        own = claim_statements.c
        found: dict[str, int] = {}
        for few in chunks(sorted(ids)):
            query = among_claimed(few).with_only_columns(own.statement_id, own.seq)
            found.update((row[0], row[1]) for row in self.connection.execute(query))
        return found

    def _alike(self, ids: Collection[StatementId]) -> set[StatementId]:
        own = claim_likes.c
        found: set[StatementId] = set()
        for few in chunks(sorted(ids)):
            for query in (
                select(own.other).where(own.one.in_(few)),
                select(own.one).where(own.other.in_(few)),
            ):
                found.update(StatementId(each) for each in self.connection.execute(query).scalars())
        return found

    def _last(self, column: Column[Any]) -> int:
        return int(self.connection.execute(select(func.max(column))).scalar() or 0)

    def _insert(self, table: Table, rows: Sequence[Row]) -> None:
        if rows:
            self.connection.execute(insert(table), rows)
