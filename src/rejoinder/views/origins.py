"""From how many independent origins reports come, and which words articles carry over."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping, func, select

from rejoinder.ledger.assemble import date_of
from rejoinder.ledger.copies import reports_with_copies
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import articles, extractions, statement_spans, statements
from rejoinder.ledger.schema_copies import copy_windows, fingerprints
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.copies import by_origin, group_id
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.span import Span, overlap

__all__ = [
    "CarriedView",
    "OriginView",
    "StatementOrigins",
    "WordsView",
    "find_carried",
    "find_origins",
    "find_statement_origins",
]

_WORD = re.compile(r"\w+")
_SAME_WORDS = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """Where reports come from, with those that do: copies and one outlet's own have one origin.

    Attributes:
        name: the agency or the publisher, in small letters; a group's id where neither is known.
        articles: of those asked about, the earliest first.
    """

    name: str
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementOrigins:
    """From where statements come.

    Attributes:
        origins: of the articles that they stand in; ``len(origins)`` is how many are independent.
        wordings: how many differ in their words: those that stand in passages that articles
            carry over, in the same words, count once.
    """

    origins: tuple[OriginView, ...]
    wordings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsView:
    """A passage of one article."""

    article_id: ArticleId
    ref: str
    publisher: str | None
    published: DateInterval | None
    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedView:
    """A passage that is much the same in articles which are no copies of each other.

    Attributes:
        id: of the group of passages.
        passages: by date, undated last.
    """

    id: str
    passages: tuple[WordsView, ...]


def find_origins(connection: Connection, ids: Collection[ArticleId]) -> tuple[OriginView, ...]:
    """Return from which independent origins those articles come; see `by_origin`."""
    wanted = set(ids)
    found = by_origin(reports_with_copies(connection, wanted))
    origins = (
        OriginView(
            name=name, articles=tuple(each.article for each in reports if each.article in wanted)
        )
        for name, reports in found.items()
    )
    return tuple(origin for origin in origins if origin.articles)


def find_statement_origins(
    connection: Connection, ids: Collection[StatementId]
) -> StatementOrigins:
    """Return from which independent origins those statements come, and in how many wordings."""
    found = _contents(connection, ids)
    carried: dict[int, list[_Content]] = defaultdict(list)
    for each in found:
        if each.passage is not None:
            carried[each.passage].append(each)
    repeated = 0
    for together in carried.values():
        first: list[_Content] = []
        for each in together:
            if any(_same_words(each, other) for other in first):
                repeated += 1
            else:
                first.append(each)
    return StatementOrigins(
        origins=find_origins(connection, {each.article for each in found}),
        wordings=len(found) - repeated,
    )


def find_carried(connection: Connection) -> list[CarriedView]:
    """Return the passages that several articles carry which are no copies of each other."""
    whole = copy_windows.alias("whole")
    own = copy_windows.c
    several = (
        select(own.root)
        .where(own.position >= 0)
        .group_by(own.root)
        .having(func.count(own.fingerprint_seq.distinct()) > 1)
    )
    query = (
        select(
            own.root,
            own.position,
            own.span_start,
            own.span_end,
            whole.c.root.label("text_root"),
            articles.c.id,
            articles.c.ref,
            articles.c.text,
            extractions.c.publisher,
            *(each for each in extractions.c if each.name.startswith("published_")),
        )
        .join(fingerprints, fingerprints.c.seq == own.fingerprint_seq)
        .join(whole, (whole.c.fingerprint_seq == own.fingerprint_seq) & (whole.c.position == -1))
        .join(articles, articles.c.id == fingerprints.c.article_id)
        .join(extractions, extractions.c.article_id == articles.c.id)
        .where(own.position >= 0, own.root.in_(several), is_latest())
    )
    groups: dict[int, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        groups[row["root"]].append(row)
    found = [
        _carried(rows) for rows in groups.values() if len({row["text_root"] for row in rows}) > 1
    ]
    return sorted(found, key=lambda each: each.id)


def _carried(rows: Sequence[RowMapping]) -> CarriedView:
    passages = [
        WordsView(
            article_id=ArticleId(row["id"]),
            ref=row["ref"],
            publisher=row["publisher"],
            published=date_of(row, "published"),
            span=Span(row["span_start"], row["span_end"]),
            words=row["text"][row["span_start"] : row["span_end"]],
        )
        for row in rows
    ]

    def order(each: WordsView) -> tuple[date, ArticleId, Span]:
        return (each.published.end if each.published else date.max, each.article_id, each.span)

    id_ = group_id((ArticleId(row["id"]), row["position"]) for row in rows)
    return CarriedView(id=id_, passages=tuple(sorted(passages, key=order)))


@dataclass(frozen=True, slots=True)
class _Content:
    """A statement's words, and the group of the passage that holds most of them."""

    article: ArticleId
    words: frozenset[str]
    passage: int | None


def _contents(connection: Connection, ids: Collection[StatementId]) -> Sequence[_Content]:
    spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
    texts: dict[str, str] = {}
    query = (
        select(statement_spans, articles.c.id.label("article_id"), articles.c.text)
        .join(
            statements,
            (statements.c.extraction_id == statement_spans.c.extraction_id)
            & (statements.c.id == statement_spans.c.statement_id),
        )
        .join(extractions, extractions.c.id == statements.c.extraction_id)
        .join(articles, articles.c.id == extractions.c.article_id)
        .where(
            is_latest(),
            statement_spans.c.role == "content",
            statements.c.id.in_(wanted_values(ids)),
        )
        .order_by(statement_spans.c.statement_id, statement_spans.c.position)
    )
    for row in connection.execute(query):
        spans[row.article_id, row.statement_id].append(Span(row.span_start, row.span_end))
        texts[row.article_id] = row.text
    passages = _passages(connection, texts)
    return [
        _Content(
            ArticleId(article),
            frozenset(
                word
                for span in each
                for word in _WORD.findall(span.text_of(texts[article]).casefold())
            ),
            _holding(each, passages[article]),
        )
        for (article, _), each in spans.items()
    ]


def _passages(
    connection: Connection, ids: Iterable[str]
) -> defaultdict[str, list[tuple[Span, int]]]:
    found: defaultdict[str, list[tuple[Span, int]]] = defaultdict(list)
    query = (
        select(copy_windows, fingerprints.c.article_id)
        .join(fingerprints, fingerprints.c.seq == copy_windows.c.fingerprint_seq)
        .where(copy_windows.c.position >= 0, fingerprints.c.article_id.in_(wanted_values(ids)))
        .order_by(fingerprints.c.article_id, copy_windows.c.position)
    )
    for row in connection.execute(query):
        found[row.article_id].append((Span(row.span_start, row.span_end), row.root))
    return found


def _holding(spans: Sequence[Span], passages: Sequence[tuple[Span, int]]) -> int | None:
    held = [(overlap(spans, [span]), group) for span, group in passages]
    most, group = max(held, key=lambda each: each[0], default=(0, 0))
    return group if most else None


def _same_words(left: _Content, right: _Content) -> bool:
    shared = len(left.words & right.words)
    return shared >= _SAME_WORDS * max(1, min(len(left.words), len(right.words)))
