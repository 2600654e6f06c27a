"""Outlines of articles: kept, found by who speaks on which days, and in the ids that hold now."""

import functools
import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from rejoinder.ledger.canonical import canonical_of_extractions
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema import articles, extractions
from rejoinder.ledger.schema_identity import identities
from rejoinder.ledger.schema_outlines import outline_days, outlines
from rejoinder.ledger.wanted import given_rows, given_table
from rejoinder.model.identity import ref_of_id
from rejoinder.model.ids import ActorId, ArticleId

__all__ = ["OutlineBook", "Outlined", "latest_extractions", "needs_outlines"]

_LENGTHS = (0, 7, 31, 366)
_OPEN = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """An article's outline as it is written.

    Attributes:
        mixed: two of its actors are one.
        days: who is heard, with the first and the last possible day, 1 being the first of year 1;
            zeros where there is no date.
        seq: its number in the file; 0 before it is written.
    """

    article: ArticleId
    extraction: str
    mixed: bool
    heads: bytes
    hashes: bytes
    cast: bytes
    actors: tuple[ActorId, ...]
    days: frozenset[tuple[ActorId, int, int]] = frozenset()
    seq: int = 0


@dataclass(slots=True)
class OutlineBook:
    """Reads and writes outlines within one transaction."""

    connection: Connection

    def add(self, made: Sequence[Outlined], stage: str) -> None:
        """Write outlines in the place of those that the same articles had."""
        rows: list[dict[str, object]] = []
        for chunk in chunks(made):
            gone = outlines.c.article_id.in_([each.article for each in chunk])
            self.connection.execute(delete(outlines).where(gone))
        last = self.connection.execute(select(func.max(outlines.c.seq))).scalar() or 0
        for seq, each in enumerate(made, start=int(last) + 1):
            rows += [
                {"actor_id": actor, "longest": longest, "first_day": first, "outline_seq": seq}
                for actor, longest, first in {
                    (actor, _longest(first, past), first) for actor, first, past in each.days
                }
            ]
        if made:
            self.connection.execute(
                insert(outlines),
                [
                    {**_row(each), "seq": seq, "stage": stage}
                    for seq, each in enumerate(made, start=int(last) + 1)
                ],
            )
        if rows:
            self.connection.execute(upsert(outline_days).on_conflict_do_nothing(), rows)

    def clear(self) -> None:
        """Forget everything."""
        for table in (outline_days, outlines):
            self.connection.execute(delete(table))

    def mark_mixed(self, keys: Collection[str]) -> None:
        """Note that two actors of those extractions are one."""
        for chunk in chunks(sorted(keys)):
            those = outlines.c.extraction_id.in_(chunk)
            self.connection.execute(update(outlines).where(those).values(mixed=True))

    def of_extractions(self, keys: Collection[str]) -> Iterator[Outlined]:
        """Yield the outlines of extractions, those that are the latest of their articles."""
        for chunk in chunks(sorted(keys)):
            yield from self._read(outlines.c.extraction_id.in_(chunk))

    def load(self, seqs: Sequence[int]) -> list[Outlined]:
        """Return those outlines, as far as they are still there."""
        return [each for part in chunks(seqs) for each in self._read(outlines.c.seq.in_(part))]

    def heard(
        self, actors: Collection[ActorId], since: int, until: int, *, dated: bool = True
    ) -> set[int]:
        """Return the outlines in which one of the actors is heard between two days.

        Args:
            actors: ids as outlines have them.
            since: the first day.
            until: the last day.
            dated: with a date; if not, those without one whatever the days.
        """
        day = outline_days.c
        ranges = [
            (day.longest == length) & day.first_day.between(since - length, until)
            for length in _LENGTHS
        ]
        when = ranges if dated else [day.longest == _OPEN]
        return {
            seq
            for chunk in chunks(sorted(actors))
            for each in when
            for seq in self.connection.execute(
                select(day.outline_seq).where(day.actor_id.in_(chunk), each)
            ).scalars()
        }

    def heard_ever(self, actors: Collection[ActorId]) -> set[int]:
        """Return the outlines in which one of the actors is heard at all."""
        day = outline_days.c
        return {
            seq
            for chunk in chunks(sorted(actors))
            for seq in self.connection.execute(
                select(day.outline_seq).where(day.actor_id.in_(chunk))
            ).scalars()
        }

    def given(self, ids: Collection[ActorId]) -> set[ActorId]:
        """Return the ids that extraction gave to those who go by canonical ids, somewhere."""
        found = {ref_of_id(each).actor for each in ids}
        rows = self.connection.execute(_given(), given_rows((each,) for each in ids))
        found.update(map(ActorId, rows.scalars()))
        return found

    def names(self, read: Sequence[Outlined]) -> list[Mapping[ActorId, ActorId]]:
        """Return for each outline the canonical ids of its actors."""
        keys = [each.extraction for each in read]
        ids = canonical_of_extractions(self.connection, keys)
        return [ids.get(key, {}) for key in keys]

    def known_as(
        self, read: Sequence[Outlined], wanted: Collection[ActorId]
    ) -> list[Mapping[ActorId, ActorId]]:
        """Return for each outline which of its ids lead to one of the canonical ids wanted.

        An id that stands for itself everywhere is left out.
        """
        own = identities.c
        goals = frozenset(wanted)
        everywhere: dict[ActorId, ActorId] = {}
        for chunk in chunks(sorted(self.given(wanted))):
            alike = select(own.actor_id, own.canonical_id).where(own.article_id == "")
            for actor, name in self.connection.execute(alike.where(own.actor_id.in_(chunk))):
                if name in goals:
                    everywhere[ActorId(actor)] = ActorId(name)
        here: defaultdict[str, dict[ActorId, ActorId]] = defaultdict(dict)
        for part in chunks([each.article for each in read]):
            rows = select(own.article_id, own.actor_id, own.canonical_id)
            for article, actor, name in self.connection.execute(
                rows.where(own.article_id.in_(part))
            ):
                here[article][ActorId(actor)] = ActorId(name)
        return [
            {**everywhere, **here[each.article]} if each.article in here else everywhere
            for each in read
        ]

    def _read(self, condition: ColumnElement[bool]) -> Iterator[Outlined]:
        query = select(outlines).where(condition)
        for row in self.connection.execute(query):
            yield Outlined(
                article=ArticleId(row.article_id),
                extraction=row.extraction_id,
                mixed=row.mixed,
                heads=row.heads,
                hashes=row.hashes,
                cast=row.cast,
                actors=tuple(json.loads(row.actors)),
                seq=row.seq,
            )


def latest_extractions(
    connection: Connection, ids: Collection[ArticleId]
) -> dict[ArticleId, tuple[str, bool]]:
    """Return the latest extraction of those articles, and whether it is the only one."""
    found: dict[ArticleId, tuple[str, bool]] = {}
    query = select(extractions.c.article_id, extractions.c.id).order_by(extractions.c.batch_seq)
    for chunk in chunks(sorted(ids)):
        for article, key in connection.execute(query.where(extractions.c.article_id.in_(chunk))):
            found[ArticleId(article)] = (key, article not in found)
    return found


def needs_outlines(connection: Connection, stage: str) -> bool:
    """Say whether an article has no outline, or one of another stage or extraction."""
    other = select(outlines.c.seq).where(or_(outlines.c.stage < stage, outlines.c.stage > stage))
    if connection.execute(other.limit(1)).first() is not None:
        return True
    counts = [
        connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in (articles, outlines)
    ]
    return counts[0] != counts[1]


@functools.cache
def _given() -> Select[Any]:
    """Return the query for the ids that lead to canonical ids, each once.

    It leaps from id to id: most who go by one are called so by hundreds of articles.
    """
    wanted = given_table("canonical_id")
    own, more = identities.alias(), identities.alias()
    least = select(func.min(own.c.actor_id)).where(own.c.canonical_id == wanted.c.canonical_id)
    found = select(
        wanted.c.canonical_id, least.correlate(wanted).scalar_subquery().label("actor_id")
    ).cte("found", recursive=True)
    after = select(func.min(more.c.actor_id)).where(
        more.c.canonical_id == found.c.canonical_id, more.c.actor_id > found.c.actor_id
    )
    every = found.union_all(
        select(found.c.canonical_id, after.correlate(found).scalar_subquery()).where(
            found.c.actor_id.is_not(None)
        )
    )
    return select(every.c.actor_id).where(every.c.actor_id.is_not(None))


def _row(each: Outlined) -> dict[str, object]:
    return {
        "article_id": each.article,
        "extraction_id": each.extraction,
        "mixed": each.mixed,
        "heads": each.heads,
        "hashes": each.hashes,
        "cast": each.cast,
        "actors": json.dumps(each.actors, ensure_ascii=False),
    }


def _longest(first: int, last: int) -> int:
    """Return in which sort of stretches of days one belongs."""
    if not first:
        return _OPEN
    return next(length for length in _LENGTHS if last - first <= length)
