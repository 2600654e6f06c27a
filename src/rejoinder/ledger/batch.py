"""One transaction of writing: what is new in it, row by row."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Column, Connection, Table, insert, select, tuple_

from rejoinder.errors import RecordError
from rejoinder.ledger import schema
from rejoinder.ledger.actor_book import ActorBook
from rejoinder.ledger.changes import mark_articles
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.fts import index_articles, index_statements
from rejoinder.ledger.maker_rows import (
    DRAWN,
    MakerIds,
    maker_ids,
    makers_row,
    provenance_row,
    provenance_rows,
)
from rejoinder.ledger.numbering import BatchNumber
from rejoinder.ledger.placing import Place, find_places
from rejoinder.ledger.rows import (
    RECORD_TABLES,
    Row,
    extraction_id,
    failure_row,
    link_row,
    original_row,
    record_rows,
)
from rejoinder.ledger.unlinking import without_unlinked
from rejoinder.ledger.verify import verify_link
from rejoinder.model.article import Original
from rejoinder.model.failure import Failure
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link
from rejoinder.model.provenance import Makers, provenance_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import words_of

__all__ = ["Batch"]


class Batch:
    """One transaction of writing; its row in batches is made when the first row needs it."""

    def __init__(
        self,
        connection: Connection,
        makers: Makers,
        now: datetime,
        number: BatchNumber | None = None,
    ) -> None:
        self._connection = connection
        self._makers = makers
        self._ids = maker_ids(makers)
        self._batch = number or BatchNumber(connection, now, makers.articles.version)
        self.book = ActorBook(connection=connection, number=self._batch)

    def new_records(self, records: Sequence[ArticleRecord]) -> list[ArticleRecord]:
        """Return the records whose extraction is not in the ledger, each article once."""
        by_id: dict[str, ArticleRecord] = {}
        for record in records:
            by_id.setdefault(extraction_id(record.article.id, self._ids.all), record)
        held = self._held(schema.extractions.c.id, by_id)
        return [record for key, record in by_id.items() if key not in held]

    def add_records(
        self,
        records: Sequence[ArticleRecord],
        originals: Sequence[Original],
        made: Mapping[StatementId, MakerIds] | None = None,
    ) -> None:
        """Write records with their pages, without their links.

        Args:
            records: what was found.
            originals: the pages that the articles name.
            made: the pipelines of statements that another one made.
        """
        if not records:
            return
        self._add_makers()
        self._add_originals(records, originals)
        self._add_articles(records)
        rows: dict[str, list[Row]] = {}
        for record in records:
            for name, each in record_rows(record, self._ids, self._batch(), made).items():
                rows.setdefault(name, []).extend(each)
        self._insert(schema.extractions, rows["extractions"])
        for table in (*RECORD_TABLES, schema.speech_days):
            self._insert(table, rows.get(table.name, []))
        self._index(records)
        mark_articles(self._connection, [record.article.id for record in records])

    def add_links(
        self, records: Sequence[ArticleRecord], links: Sequence[Link], *, as_found: bool = False
    ) -> int:
        """Write the links that are not in the ledger and return how many those were.

        What persons have unlinked stays so, whoever finds it again.

        Args:
            records: of the batch, for the order of their own links.
            links: to write.
            as_found: what persons have unlinked too; what is shown is another extraction.
        """
        if not as_found:
            links = without_unlinked(self._connection, links)
        ends = {end for link in links for end in (link.answer, link.answered)}
        places = find_places(self._connection, ends)
        positions = {
            (record.article.id, link.id): n
            for record in records
            for n, link in enumerate(record.links)
        }
        rows: dict[tuple[str, str], Row] = {}
        for link in links:
            answer, answered = _ends(link, places)
            within = answer.article_id == answered.article_id
            row = link_row(
                link,
                extraction=answer.extraction_id,
                answered_article=answered.article_id,
                position=positions.get((answer.article_id, link.id)) if within else None,
                made_by=provenance_id(DRAWN) if link.drawn else self._ids.links,
            )
            rows.setdefault((answer.extraction_id, link.id), row)
        held = self._held_links(list(rows))
        fresh = [row for key, row in rows.items() if key not in held]
        if fresh:
            self._add_makers()
            self._add_drawn(links)
            self._insert(schema.links, [{**row, "batch_seq": self._batch()} for row in fresh])
            answers = {places[row["answer_id"]].article_id for row in fresh}
            mark_articles(self._connection, answers)
        return len(fresh)

    def add_failures(self, failures: Sequence[Failure]) -> int:
        """Write the failures that are not in the ledger and return how many those were."""
        by_id = {failure.id: failure for failure in failures}
        held = self._held(schema.failures.c.id, by_id)
        fresh = [failure for key, failure in by_id.items() if key not in held]
        if fresh:
            self._insert(schema.failures, [failure_row(each, self._batch()) for each in fresh])
        return len(fresh)

    def _add_makers(self) -> None:
        """Write the pipeline and its stages where they are new."""
        if self._held(schema.makers.c.id, [self._ids.all]):
            return
        stages = provenance_rows(self._makers)
        held = self._held(schema.provenances.c.id, [row["id"] for row in stages])
        self._insert(schema.provenances, [row for row in stages if row["id"] not in held])
        self._insert(schema.makers, [makers_row(self._ids)])

    def _add_drawn(self, links: Sequence[Link]) -> None:
        """Write what makes links that persons draw, where there are such."""
        key = provenance_id(DRAWN)
        if any(link.drawn for link in links) and not self._held(schema.provenances.c.id, [key]):
            self._insert(schema.provenances, [provenance_row(DRAWN)])

    def _add_originals(
        self, records: Sequence[ArticleRecord], originals: Sequence[Original]
    ) -> None:
        """Write the pages that the records name; every one of them must be there."""
        given = {original.digest: original for original in originals}
        named = {r.article.original: r.article for r in records if r.article.original is not None}
        held = self._held(schema.originals.c.digest, named)
        for digest, article in named.items():
            if digest not in held and digest not in given:
                raise RecordError(
                    f"article {article.ref!r} ({article.id}): its original {digest!r} is neither "
                    "given nor in the ledger; pass the bytes in originals"
                )
        fresh = [given[digest] for digest in named if digest not in held]
        rows = [original_row(original, self._batch()) for original in fresh]
        self._insert(schema.originals, rows)

    def _add_articles(self, records: Sequence[ArticleRecord]) -> None:
        """Write the texts that are new."""
        by_id = {record.article.id: record.article for record in records}
        held = self._held(schema.articles.c.id, by_id)
        rows = [
            {
                "id": article.id,
                "ref": article.ref,
                "url": article.url,
                "text": article.text,
                "characters": len(article.text),
                "batch_seq": self._batch(),
            }
            for article in by_id.values()
            if article.id not in held
        ]
        self._insert(schema.articles, rows)

    def _index(self, records: Sequence[ArticleRecord]) -> None:
        """Make the records searchable."""
        for record in records:
            article = record.article
            key = extraction_id(article.id, self._ids.all)
            both = {"article_id": article.id, "extraction_id": key}
            title = article.title or ""
            index_articles(self._connection, [{"title": title, "text": article.text, **both}])
            contents = [
                {
                    "content": words_of(each.content, article.text),
                    "statement_id": each.id,
                    "extraction_id": key,
                }
                for each in record.statements
            ]
            index_statements(self._connection, contents)

    def _held(self, key: Column[str], ids: Collection[str]) -> set[str]:
        """Return which of those ids are in the ledger."""
        held: set[str] = set()
        for chunk in chunks(list(ids)):
            held.update(self._connection.execute(select(key).where(key.in_(chunk))).scalars())
        return held

    def _held_links(self, keys: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
        """Return which of those pairs of extraction and link are in the ledger."""
        columns = (schema.links.c.extraction_id, schema.links.c.id)
        held: set[tuple[str, str]] = set()
        for chunk in chunks(keys):
            # SQLite takes pairs from a list without its index; the first column leads it there.
            query = select(*columns).where(
                columns[0].in_({key[0] for key in chunk}), tuple_(*columns).in_(chunk)
            )
            held.update((row[0], row[1]) for row in self._connection.execute(query))
        return held

    def _insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Write rows, if there are any."""
        if rows:
            self._connection.execute(insert(table), rows)


def _ends(link: Link, places: dict[str, Place]) -> tuple[Place, Place]:
    """Return where the ends of a link lie, having checked it.

    Raises:
        RecordError: an end is in neither the batch nor the ledger, or the link is wrong in itself.
    """
    for name, end in (("answer", link.answer), ("answered", link.answered)):
        if end not in places or (name == "answer" and places[end].is_event):
            raise RecordError(
                f"link {link.id}: its {name} {end!r} is no statement of this batch or the ledger; "
                "append its article first"
            )
    answer = places[link.answer]
    verify_link(link, answer.ref, answer.characters)
    return answer, places[link.answered]
