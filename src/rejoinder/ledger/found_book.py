"""The summary by which statements and articles are found, and what publishers carry.

What a statement is found by is for the caller to say; here it is kept, and counted.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    Table,
    and_,
    delete,
    exists,
    func,
    insert,
    select,
    text,
)

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.counting import add_counts
from rejoinder.ledger.found_fts import EMPTY, facet, index_found, unindex_found
from rejoinder.ledger.rows import Row
from rejoinder.ledger.schema_claims import claim_parts, claims
from rejoinder.ledger.schema_found import (
    found_cast,
    found_statements,
    publisher_statements,
    publisher_voices,
)
from rejoinder.ledger.schema_replies import accusation_parts, accusations
from rejoinder.ledger.wanted import wanted_rows
from rejoinder.ledger.wordings import wordings
from rejoinder.model.statement import Quotation

__all__ = ["Found", "FoundBook"]

_CONTESTED = 3
_ALONE = (1, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a statement is found by, beside its words.

    Attributes:
        publisher: empty where it is not known.
        month: ``2024-03``, or ``2024`` where only the year is known; empty: unknown.
        day: last possible day as an ordinal; 0 where it has no date.
        speaker: by the ledger's ids.
        about: likewise.
    """

    statement_id: str
    article_id: str
    publisher: str
    act: str
    quotation: str
    month: str
    day: int
    speaker: tuple[str, ...]
    about: tuple[str, ...]
    contested: bool = False
    unanswered: bool = False

    def facets(self) -> str:
        """Return all of it as words of the index."""
        every = [facet(name, getattr(self, name)) for name in ("publisher", "act", "quotation")]
        every += [facet("month", self.month), facet("year", self.month[:4])]
        every += [facet("speaker", each) for each in self.speaker or ("",)]
        every += [facet("about", each) for each in self.about]
        every += [facet(name, "1") for name in ("contested", "unanswered") if getattr(self, name)]
        return " ".join(every)


_PLAIN = tuple(each.name for each in fields(Found) if each.name not in ("speaker", "about"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBook:
    """The tables of what is found, within one transaction of writing."""

    connection: Connection

    def clear(self) -> None:
        """Forget everything about statements."""
        self.connection.execute(text(EMPTY))
        for table in (found_statements, found_cast, publisher_statements, publisher_voices):
            self.connection.execute(delete(table))

    def take(self, articles: Collection[str], found: Iterable[Found]) -> None:
        """Put down what the latest extractions of those articles hold, for what was put down."""
        own, every = found_statements.c.article_id, select(found_statements)
        before = self._held(every.where(own.in_(few)) for few in chunks(sorted(articles)))
        given = {each.statement_id: each for each in found}
        now = self._flagged(given)
        self._replace(before, now)

    def flag(self, homes: Mapping[str, str]) -> None:
        """Put down anew which of those statements are contested, and which unanswered.

        Args:
            homes: their articles by their ids.
        """
        before = self._held(_of_statements(few) for few in chunks(sorted(homes.items())))
        now = self._flagged({key: each for key, (_, each) in before.items()})
        self._replace(before, now)

    def _replace(self, before: Mapping[str, tuple[int, Found]], now: Mapping[str, Found]) -> None:
        gone = {seq: e for key, (seq, e) in before.items() if now.get(key) != e}
        fresh = [each for key, each in now.items() if key not in before or before[key][1] != each]
        words = wordings(
            self.connection, sorted({each.statement_id for each in (*gone.values(), *fresh)})
        )
        self._take_out(gone, words)
        self._put_in(fresh, words)
        self._count(gone.values(), fresh)

    def _take_out(self, gone: Mapping[int, Found], words: Mapping[str, str]) -> None:
        unindex_found(self.connection, _indexed(gone, words))
        for few in chunks(sorted(gone)):
            for table in (found_cast, found_statements):
                self.connection.execute(delete(table).where(table.c.seq.in_(few)))

    def _put_in(self, fresh: Sequence[Found], words: Mapping[str, str]) -> None:
        last = self.connection.execute(select(func.max(found_statements.c.seq))).scalar() or 0
        numbered = dict(enumerate(fresh, start=last + 1))
        self._insert(
            found_statements,
            [
                {
                    "seq": seq,
                    "facets": each.facets(),
                    **{name: getattr(each, name) for name in _PLAIN},
                }
                for seq, each in numbered.items()
            ],
        )
        self._insert(
            found_cast,
            [
                {"seq": seq, "role": role, "actor_id": one}
                for seq, each in numbered.items()
                for role in ("speaker", "about")
                for one in sorted(set(getattr(each, role)))
            ],
        )
        index_found(self.connection, _indexed(numbered, words))

    def _count(self, gone: Iterable[Found], fresh: Iterable[Found]) -> None:
        statements: Counter[tuple[str, ...]] = Counter()
        voices: dict[tuple[str, ...], Counter[str]] = {}
        for found, by in ((gone, -1), (fresh, 1)):
            for each in found:
                statements[each.publisher, each.act, each.quotation] += by
                for one in set(each.speaker) or {""}:
                    counts = voices.setdefault((each.publisher, one), Counter())
                    counts["statements"] += by
                    counts["direct"] += by * (each.quotation == Quotation.DIRECT.value)
                    counts["mixed"] += by * (each.quotation == Quotation.MIXED.value)
        add_counts(
            self.connection,
            publisher_statements,
            {key: {"statements": count} for key, count in statements.items()},
        )
        add_counts(self.connection, publisher_voices, voices)

    def _held(self, queries: Iterable[Select[Any]]) -> dict[str, tuple[int, Found]]:
        rows = [row for each in queries for row in self.connection.execute(each).mappings()]
        cast: dict[int, dict[str, list[str]]] = {}
        for few in chunks([row["seq"] for row in rows]):
            for seq, role, actor in self.connection.execute(
                select(found_cast).where(found_cast.c.seq.in_(few))
            ):
                cast.setdefault(seq, {"speaker": [], "about": []})[role].append(actor)
        return {
            row["statement_id"]: (
                row["seq"],
                Found(
                    **{name: row[name] for name in _PLAIN},
                    speaker=tuple(cast.get(row["seq"], {}).get("speaker", ())),
                    about=tuple(cast.get(row["seq"], {}).get("about", ())),
                ),
            )
            for row in rows
        }

    def _flagged(self, found: Mapping[str, Found]) -> dict[str, Found]:
        """Return the same with what claims and accusations say of them now."""
        contested: set[str] = set()
        unanswered: set[str] = set()
        for few in chunks(sorted(found)):
            part, own = claim_parts.c, accusation_parts.c
            query = select(part.statement_id).where(
                # What leads to a statement's parts is the index of their articles.
                part.article_id.in_({found[key].article_id for key in few}),
                part.statement_id.in_(few),
                exists(
                    select(1).where(claims.c.seq == part.claim, claims.c.standing == _CONTESTED)
                ),
            )
            contested.update(self.connection.execute(query).scalars())
            # Not joined: SQLite would go through all accusations that are unanswered.
            query = select(own.statement_id).where(
                own.statement_id.in_(few),
                exists(
                    select(1).where(
                        accusations.c.seq == own.accusation,
                        accusations.c.answered == 0,
                        accusations.c.lists.in_(_ALONE),
                    )
                ),
            )
            unanswered.update(self.connection.execute(query).scalars())
        return {
            key: replace(each, contested=key in contested, unanswered=key in unanswered)
            for key, each in found.items()
        }

    def _insert(self, table: Table, rows: Sequence[Row]) -> None:
        if rows:
            self.connection.execute(insert(table), rows)


def _of_statements(homes: Sequence[tuple[str, str]]) -> Select[Any]:
    """Return the query for statements, given with their articles, which lead to them."""
    own, given = found_statements.c, wanted_rows(("statement_id", "article_id"), homes)
    same = and_(own.article_id == given.c.article_id, own.statement_id == given.c.statement_id)
    return select(found_statements).join_from(given, found_statements, same)


def _indexed(numbered: Mapping[int, Found], words: Mapping[str, str]) -> list[Row]:
    return [
        {"seq": seq, "words": words.get(each.statement_id, ""), "facets": each.facets()}
        for seq, each in numbered.items()
    ]
