"""The summary of accusations: which there are, who makes them against whom, who carries what.

What an accusation is, and what answers it, is for the caller to say; here it is kept.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Table, case, delete, func, insert, select

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.claim_rows import among_claimed
from rejoinder.ledger.counting import add_counts
from rejoinder.ledger.reach import reach
from rejoinder.ledger.rows import Row
from rejoinder.ledger.schema_claims import claim_statements
from rejoinder.ledger.schema_replies import (
    accusation_outlets,
    accusation_parties,
    accusation_parts,
    accusations,
    reply_counts,
)
from rejoinder.model.ids import ActorId, StatementId

__all__ = ["AccusationBook", "AccusationRow", "forget_accusations"]

WITHOUT_DEMANDS = (1, 3)
_PARTS = (accusation_parts, accusation_parties, accusation_outlets)
_NAMES = tuple(column.name for column in reply_counts.columns if not column.primary_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccusationRow:
    """An accusation for the list.

    Attributes:
        lists: 1 for accusations alone, 2 with demands, 3 for both.
        answered: None where nobody is named who could.
        parts: statement, first and last possible day.
        outlets: publishers that carried it, "" if unknown, each with the delay of its answer.
    """

    id: str
    lists: int
    answered: bool | None
    parts: Sequence[tuple[StatementId, date | None, date | None]]
    accusers: Collection[ActorId]
    targets: Collection[ActorId]
    outlets: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccusationBook:
    """The tables of accusations, within one transaction of writing."""

    connection: Connection

    def clear(self) -> None:
        """Forget everything."""
        for table in (*_PARTS, accusations, reply_counts):
            self.connection.execute(delete(table))

    def place(self, found: Sequence[AccusationRow]) -> None:
        """Put down accusations of statements that have been placed among the claims."""
        component = self._components({each.parts[0][0] for each in found})
        last = self.connection.execute(select(func.max(accusations.c.seq))).scalar() or 0
        numbered = list(enumerate(found, start=last + 1))
        self._insert(
            accusations,
            (
                {
                    "seq": seq,
                    "id": each.id,
                    "component": component[each.parts[0][0]],
                    "lists": each.lists,
                    "answered": -1 if each.answered is None else int(each.answered),
                    **reach((first, last) for _, first, last in each.parts),
                }
                for seq, each in numbered
            ),
        )
        self._insert(
            accusation_parts,
            (
                {"accusation": seq, "statement_id": one, "first_day": first, "last_day": final}
                for seq, each in numbered
                for one, first, final in each.parts
            ),
        )
        self._insert(
            accusation_parties,
            (
                {"accusation": seq, "role": role, "party": party}
                for seq, each in numbered
                for role, parties in (("accuser", each.accusers), ("target", each.targets))
                for party in sorted(parties)
            ),
        )
        self._insert(
            accusation_outlets,
            (
                {"accusation": seq, "publisher": publisher, "delay": delay}
                for seq, each in numbered
                for publisher, delay in sorted(each.outlets.items())
            ),
        )
        _count(self.connection, [seq for seq, _ in numbered], 1)

    def _components(self, ids: Collection[StatementId]) -> dict[str, int]:
        own = claim_statements.c
        found: dict[str, int] = {}
        for few in chunks(sorted(ids)):
            query = among_claimed(few).with_only_columns(own.statement_id, own.component)
            found.update((row[0], row[1]) for row in self.connection.execute(query))
        return found

    def _insert(self, table: Table, rows: Iterable[Row]) -> None:
        given = list(rows)
        if given:
            self.connection.execute(insert(table), given)


def forget_accusations(connection: Connection, components: Sequence[int]) -> None:
    """Forget the accusations of those components, which are to be placed anew."""
    held = accusations.c.component.in_(components)
    found = connection.execute(select(accusations.c.seq).where(held)).scalars().all()
    _count(connection, found, -1)
    for few in chunks(found):
        for table in _PARTS:
            connection.execute(delete(table).where(table.c.accusation.in_(few)))
    connection.execute(delete(accusations).where(held))


def _count(connection: Connection, numbers: Sequence[int], by: int) -> None:
    """Count those accusations in, or out."""
    totals: dict[str, Counter[str]] = {}
    for few in chunks(numbers):
        own, outlet = accusations.c, accusation_outlets.c
        named = case((own.answered < 0, "unnamed"), else_="carried")
        query = (
            select(outlet.publisher, named, own.answered, outlet.delay, func.count())
            .join(accusations, own.seq == outlet.accusation)
            .where(outlet.accusation.in_(few), own.lists.in_(WITHOUT_DEMANDS))
            .group_by(outlet.publisher, named, own.answered, outlet.delay)
        )
        for publisher, name, answered, delay, count in connection.execute(query):
            total = totals.setdefault(publisher, Counter())
            total[name] += count
            total["answered"] += count if answered > 0 else 0
            total["answer_carried"] += count if delay else 0
            total[delay] += count
    counts: dict[tuple[str, ...], dict[str, int]] = {
        (publisher,): {name: by * each[name] for name in _NAMES}
        for publisher, each in totals.items()
    }
    add_counts(connection, reply_counts, counts)
