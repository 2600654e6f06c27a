"""The summary by which articles are found, and whose texts publishers carry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, text, update

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.counting import add_counts
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import extractions
from rejoinder.ledger.schema_found import found_articles, publisher_articles

__all__ = ["FoundArticle", "FoundArticleBook"]

_TOGETHER = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticle:
    """What an article is found by, beside its words; what is not known is empty.

    Attributes:
        origin: who is credited with its text, in it or in one of its copies.
        copied: another publisher had its text before.
        month: as in `rejoinder.ledger.found_book.Found`.
    """

    publisher: str
    origin: str
    copied: bool
    month: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticleBook:
    """The tables of what articles are found by, within one transaction of writing."""

    connection: Connection

    def clear(self) -> None:
        """Forget everything but which row of the full-text index is whose."""
        self.connection.execute(
            update(found_articles).values(
                current=False, publisher="", origin="", copied=False, month=""
            )
        )
        self.connection.execute(delete(publisher_articles))

    def follow(self) -> None:
        """Put down which rows have come to the full-text index of articles."""
        query = text(
            "SELECT rowid AS seq, article_id, extraction_id FROM articles_fts "
            "WHERE rowid > :last ORDER BY rowid LIMIT :most"
        )
        empty = {"current": False, "publisher": "", "origin": "", "copied": False, "month": ""}
        while True:
            held = self.connection.execute(select(func.max(found_articles.c.seq))).scalar()
            asked = {"last": held or 0, "most": _TOGETHER}
            rows = self.connection.execute(query, asked).mappings().all()
            if not rows:
                return
            self.connection.execute(insert(found_articles), [{**row, **empty} for row in rows])

    def take(self, found: Mapping[str, FoundArticle]) -> None:
        """Put down what those articles are found by, for what was put down."""
        counts: dict[tuple[str, ...], dict[str, int]] = {}
        for few in chunks(sorted(found)):
            latest = set(self._latest(few))
            own = found_articles.c
            held = select(found_articles).where(own.article_id.in_(few))
            for row in self.connection.execute(held).mappings().all():
                is_now = row["extraction_id"] in latest
                if row["current"]:
                    _add(counts, row["publisher"], row["origin"], copied=row["copied"], by=-1)
                if is_now:
                    new = found[row["article_id"]]
                    _add(counts, new.publisher, new.origin, copied=new.copied, by=1)
                self._put(row, found[row["article_id"]], is_now=is_now)
        add_counts(self.connection, publisher_articles, counts)

    def _latest(self, articles: Sequence[str]) -> Iterator[str]:
        own = extractions.c
        query = select(own.id).where(own.article_id.in_(articles), is_latest())
        yield from self.connection.execute(query).scalars()

    def _put(self, row: RowMapping, new: FoundArticle, *, is_now: bool) -> None:
        values = {
            "current": is_now,
            "publisher": new.publisher,
            "origin": new.origin,
            "copied": new.copied,
            "month": new.month,
        }
        if any(row[name] != value for name, value in values.items()):
            own = found_articles.c.seq == row["seq"]
            self.connection.execute(update(found_articles).where(own).values(**values))


def _add(
    counts: dict[tuple[str, ...], dict[str, int]],
    publisher: str,
    origin: str,
    *,
    copied: bool,
    by: int,
) -> None:
    own = counts.setdefault((publisher, origin), {"articles": 0, "copied": 0})
    own["articles"] += by
    own["copied"] += by * copied
