"""Where statements stand: the characters, and the article with its publisher, title and address."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from rejoinder.ledger.assemble import date_of
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import articles, extractions, provenances, statement_spans, statements
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.provenance import Provenance
from rejoinder.model.span import Span

__all__ = ["Citation", "SourceView", "find_citations", "find_stages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """An article that is cited.

    Attributes:
        number: its place among those that are cited together, from 1.
        characters: length of its text in code points.
        retrieved: when it was fetched, as the input says.
    """

    number: int
    article_id: ArticleId
    article_ref: str
    publisher: str | None
    title: str | None
    url: str | None
    published: DateInterval | None
    retrieved: str | None
    characters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a statement stands.

    Attributes:
        content: the characters of its words, in code points of the article's text.
        naming: those of the words that name its speaker; empty where none do.
        said: when it was said, where the text tells; else the article's date counts.
    """

    source: SourceView
    content: tuple[Span, ...]
    naming: tuple[Span, ...]
    said: DateInterval | None


def find_citations(
    connection: Connection, ids: Collection[StatementId]
) -> dict[StatementId, Citation]:
    """Return where those statements stand; their articles are numbered by publication, then ref."""
    heads: dict[str, RowMapping] = {}
    spans: dict[str, dict[str, list[Span]]] = {}
    for few in chunks(sorted(ids)):
        heads |= _heads(connection, few)
        spans |= _spans(connection, few)
    sources = _sources(list(heads.values()))
    return {
        StatementId(key): Citation(
            source=sources[row["article_id"]],
            content=tuple(spans.get(key, {}).get("content", ())),
            naming=tuple(spans.get(key, {}).get("source", ())),
            said=date_of(row, "said"),
        )
        for key, row in heads.items()
    }


def find_stages(connection: Connection) -> tuple[Provenance, ...]:
    """Return what has made the records of the ledger, by stage and version."""
    query = select(provenances).order_by(provenances.c.stage, provenances.c.version)
    return tuple(
        Provenance(stage=row.stage, version=row.version, model=row.model, digest=row.digest)
        for row in connection.execute(query)
    )


def _heads(connection: Connection, ids: Sequence[str]) -> dict[str, RowMapping]:
    published = [each for each in extractions.c if each.name.startswith("published_")]
    said = [each for each in statements.c if each.name.startswith("said_")]
    query = (
        select(
            statements.c.id,
            *said,
            *published,
            extractions.c.article_id,
            extractions.c.publisher,
            extractions.c.title,
            extractions.c.retrieved,
            articles.c.ref,
            articles.c.url,
            articles.c.characters,
        )
        .join(extractions, extractions.c.id == statements.c.extraction_id)
        .join(articles, articles.c.id == extractions.c.article_id)
        .where(is_latest(), statements.c.id.in_(ids))
    )
    return {row["id"]: row for row in connection.execute(query).mappings()}


def _spans(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, list[Span]]]:
    own = statement_spans.c
    query = (
        select(own.statement_id, own.role, own.span_start, own.span_end)
        .join(
            statements,
            (statements.c.extraction_id == own.extraction_id)
            & (statements.c.id == own.statement_id),
        )
        .join(extractions, extractions.c.id == own.extraction_id)
        .where(is_latest(), statements.c.id.in_(ids))
        .order_by(own.statement_id, own.role, own.position)
    )
    found: defaultdict[str, dict[str, list[Span]]] = defaultdict(dict)
    for statement, role, start, end in connection.execute(query):
        found[statement].setdefault(role, []).append(Span(start, end))
    return found


def _sources(rows: Sequence[RowMapping]) -> dict[str, SourceView]:
    by_article = {row["article_id"]: row for row in rows}
    ordered = sorted(by_article.values(), key=_standing)
    return {
        row["article_id"]: SourceView(
            number=number,
            article_id=ArticleId(row["article_id"]),
            article_ref=row["ref"],
            publisher=row["publisher"],
            title=row["title"],
            url=row["url"],
            published=date_of(row, "published"),
            retrieved=row["retrieved"],
            characters=row["characters"],
        )
        for number, row in enumerate(ordered, start=1)
    }


def _standing(row: RowMapping) -> tuple[bool, str, str, str]:
    start = row["published_start"]
    return (start is None, str(start or ""), row["ref"], str(row["article_id"]))
