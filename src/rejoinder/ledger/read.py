"""Records back out of the ledger, as they went in."""

import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, func, select

from rejoinder.errors import NotFound
from rejoinder.ledger import schema
from rejoinder.ledger.assemble import assemble, date_of
from rejoinder.ledger.canonical import actor_names, canonical_of_extractions
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.copies import copies_of
from rejoinder.ledger.earlier import Days, extractions_with
from rejoinder.ledger.latest import is_current_link, is_latest
from rejoinder.ledger.rows import RECORD_TABLES, extraction_id
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.article import Original
from rejoinder.model.canonical import canonical_record
from rejoinder.model.date import DateInterval
from rejoinder.model.failure import Failure, Reason
from rejoinder.model.ids import ActorId, ArticleId, FailureId
from rejoinder.model.record import ArticleRecord

__all__ = ["LedgerReader", "ListedArticle", "open_reader"]

_AT_ONCE = 64
"""Articles whose rows are held in memory at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticle:
    """An article without its text, as its latest extraction reads it.

    Attributes:
        characters: length of its text.
        statements: how many were found in it.
    """

    id: ArticleId
    ref: str
    url: str | None
    publisher: str | None
    title: str | None
    published: DateInterval | None
    characters: int
    statements: int


@contextmanager
def open_reader(ledger: LedgerFile, *, canonical: bool = False) -> Iterator["LedgerReader"]:
    """Give a reader that sees one state of the ledger until it is left."""
    with ledger.reading() as connection:
        yield LedgerReader(connection=connection, canonical=canonical)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerReader:
    """Reads records over a connection; of each article the latest extraction.

    Satisfies ``rejoinder.exchanges.ports.Earlier`` by shape.

    Attributes:
        canonical: records are in the ledger's ids; else as they went in.
        named: in the ledger's ids actors are called by its names, and copies are told of; else
            actors are called by those of the article.
    """

    connection: Connection
    canonical: bool = False
    named: bool = True

    def has(self, article_id: ArticleId, makers_id: str) -> bool:
        """Say whether that pipeline's record of the article is in the ledger."""
        return bool(self.done([article_id], makers_id))

    def done(self, ids: Iterable[ArticleId], makers_id: str) -> set[ArticleId]:
        """Return those articles of which that pipeline's record is in the ledger."""
        keys = {extraction_id(each, makers_id): each for each in ids}
        key = schema.extractions.c.id
        found: set[ArticleId] = set()
        for chunk in chunks(list(keys)):
            rows = self.connection.execute(select(key).where(key.in_(chunk))).scalars()
            found.update(keys[row] for row in rows)
        return found

    def record(self, article_id: ArticleId) -> ArticleRecord:
        """Return the article's record: what was appended, with the links that answer from it.

        Links within the article come in the order of the record, then those to other articles.

        Raises:
            NotFound: the article is not in the ledger.
        """
        for record in self._records(schema.extractions.c.article_id == article_id):
            return record
        raise NotFound(f"article {article_id!r} is not in the ledger; list them with articles()")

    def records(self) -> Iterator[ArticleRecord]:
        """Yield every article's record by date of publication (undated last), ref and id."""
        return self._records()

    def keyed(self) -> Iterator[tuple[str, ArticleRecord]]:
        """Yield as `records` does, each with its extraction."""
        return self._keyed()

    def records_speaking(
        self, actors: Collection[ActorId], days: Days | None = None
    ) -> Iterator[ArticleRecord]:
        """Yield the records in which one of the actors, by canonical ids, speaks.

        Args:
            actors: canonical ids.
            days: what was certainly said on none of them may be left out.
        """
        return self.load(sorted(extractions_with(self.connection, "speaker", actors, days)))

    def records_about(
        self, actors: Collection[ActorId], days: Days | None = None
    ) -> Iterator[ArticleRecord]:
        """Yield the records with a statement about one of the actors, as `records_speaking`."""
        return self.load(sorted(extractions_with(self.connection, "about", actors, days)))

    def latest(self, ids: Collection[ArticleId]) -> list[str]:
        """Return the latest extractions of those articles."""
        own = schema.extractions.c
        query = select(own.id).where(own.article_id.in_(wanted_values(ids)), is_latest())
        return sorted(self.connection.execute(query).scalars())

    def load(self, keys: Sequence[str]) -> Iterator[ArticleRecord]:
        """Yield the records of those extractions that are the latest of their articles."""
        yield from (record for _, record in self.load_by_key(keys))

    def load_by_key(self, keys: Sequence[str]) -> Iterator[tuple[str, ArticleRecord]]:
        """Yield as `load` does, each with its extraction."""
        for part in chunks(keys):
            yield from self._keyed(schema.extractions.c.id.in_(part))

    def extraction(self, key: str) -> ArticleRecord:
        """Return the record of one extraction, the latest of its article or not."""
        return next(self._load([key]))

    def articles(self) -> Iterator[ListedArticle]:
        """Yield the articles without their texts, in the order of `records`."""
        statements = schema.statements
        count = (
            select(func.count())
            .where(statements.c.extraction_id == schema.extractions.c.id)
            .scalar_subquery()
            .label("statements")
        )
        for row in self.connection.execute(_listing(count)).mappings():
            yield ListedArticle(
                id=row["article_id"],
                ref=row["ref"],
                url=row["url"],
                publisher=row["publisher"],
                title=row["title"],
                published=date_of(row, "published"),
                characters=row["characters"],
                statements=row["statements"],
            )

    def failures(self) -> Iterator[Failure]:
        """Yield the inputs that could not be used, in the order of writing."""
        failures = schema.failures
        query = select(failures).order_by(failures.c.batch_seq, failures.c.input, failures.c.id)
        for row in self.connection.execute(query):
            yield Failure(
                id=FailureId(row.id), input=row.input, reason=Reason(row.reason), detail=row.detail
            )

    def original(self, digest: str) -> Original:
        """Return the page with that SHA-256, byte for byte.

        Raises:
            NotFound: it is not in the ledger.
        """
        originals = schema.originals
        row = self.connection.execute(select(originals).where(originals.c.digest == digest)).first()
        if row is None:
            raise NotFound(f"original {digest!r} is not in the ledger; see Article.original")
        return Original(
            digest=row.digest, media_type=row.media_type, body=zlib.decompress(row.body)
        )

    def _records(self, *conditions: ColumnElement[bool]) -> Iterator[ArticleRecord]:
        """Yield the latest records that meet the conditions, a piece at a time."""
        yield from (record for _, record in self._keyed(*conditions))

    def _keyed(self, *conditions: ColumnElement[bool]) -> Iterator[tuple[str, ArticleRecord]]:
        """Yield as `_records` does, each with its extraction."""
        query = _listing().with_only_columns(schema.extractions.c.id).where(*conditions)
        keys = self.connection.execute(query).scalars().all()
        for chunk in chunks(keys, _AT_ONCE):
            yield from zip(chunk, self._load(chunk), strict=True)

    def _load(self, keys: Sequence[str]) -> Iterator[ArticleRecord]:
        """Yield the records of those extractions, in that order."""
        extractions, articles = schema.extractions, schema.articles
        query = (
            select(extractions, articles.c.ref, articles.c.url, articles.c.text)
            .join(articles, articles.c.id == extractions.c.article_id)
            .where(extractions.c.id.in_(keys))
        )
        heads = {row["id"]: row for row in self.connection.execute(query).mappings()}
        found: dict[str, dict[str, list[RowMapping]]] = defaultdict(lambda: defaultdict(list))
        for table in RECORD_TABLES:
            part = select(table).where(table.c.extraction_id.in_(keys)).order_by(table.c.position)
            self._collect(found, table, part)
        links = schema.links
        order = (links.c.position.is_(None), links.c.position, links.c.id)
        current = select(links).where(links.c.extraction_id.in_(keys), is_current_link())
        self._collect(found, links, current.order_by(*order))
        records = (assemble(heads[key], found[key]) for key in keys)
        yield from self._renamed(keys, records) if self.canonical else records

    def _renamed(
        self, keys: Sequence[str], records: Iterable[ArticleRecord]
    ) -> Iterator[ArticleRecord]:
        """Yield the records of those extractions in the ledger's ids and names."""
        ids = canonical_of_extractions(self.connection, keys)
        names = actor_names(
            self.connection, {each for own in ids.values() for each in own.values()}
        )
        together = list(records)
        copies = copies_of(self.connection, {r.article.id for r in together} if self.named else ())
        for key, record in zip(keys, together, strict=True):
            own = ids.get(key, {})
            called = {each: names[each] for each in own.values() if each in names}
            renamed = canonical_record(record, partial(_known_as, own), called)
            yield replace(renamed, copies=copies.get(record.article.id))

    def _collect(
        self,
        found: dict[str, dict[str, list[RowMapping]]],
        table: Table,
        query: Select[Any],
    ) -> None:
        """Sort the rows of a query by their extraction."""
        for row in self.connection.execute(query).mappings():
            found[row["extraction_id"]][table.name].append(row)


def _known_as(ids: Mapping[ActorId, ActorId], actor: ActorId) -> ActorId:
    """Return the id by which an actor goes."""
    return ids.get(actor, actor)


def _listing(*more: ColumnElement[Any]) -> Select[Any]:
    """Return the query for the latest extractions with their articles, in the stable order."""
    extractions, articles = schema.extractions, schema.articles
    date = extractions.c.published_start
    return (
        select(extractions, articles.c.ref, articles.c.url, articles.c.characters, *more)
        .join(articles, articles.c.id == extractions.c.article_id)
        .where(is_latest())
        .order_by(date.is_(None), date, articles.c.ref, articles.c.id)
    )
