"""Full-text search over titles and texts of articles."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Date, RowMapping, TextualSelect, text

from rejoinder.errors import NotFound
from rejoinder.ledger.assemble import date_of
from rejoinder.ledger.fts import match_expression
from rejoinder.ledger.hits import BEGIN, END, Piece, pieces_of
from rejoinder.model.date import DateInterval
from rejoinder.views.publishers_meant import UNKNOWN
from rejoinder.views.search import MOST, FacetValue

__all__ = ["ArticleHit", "ArticleHits", "ArticleSearch", "find_article_hits"]

_VALUES = 12
_LAST = 2**62
_WORDS_SHOWN = 48
_MET = """
SELECT seq, own.article_id, own.publisher, month, coalesce(e.published_end, '') AS day
FROM articles_fts JOIN found_articles AS own ON seq = articles_fts.rowid
JOIN extractions AS e ON e.id = own.extraction_id
WHERE articles_fts MATCH :asked AND current = 1 {conditions}
ORDER BY articles_fts.rowid DESC LIMIT :most
"""
_PLACE = """
SELECT seq, coalesce(e.published_end, '') AS day
FROM found_articles AS own JOIN extractions AS e ON e.id = own.extraction_id
WHERE own.article_id = :one AND current = 1
"""
_HEADS = """
SELECT e.article_id, e.publisher, e.published_start, e.published_end, e.published_precision,
       e.published_span_start, e.published_span_end, a.ref, f.seq,
       (SELECT count(*) FROM statements AS s WHERE s.extraction_id = e.id) AS statements
FROM found_articles AS f JOIN extractions AS e ON e.id = f.extraction_id
JOIN articles AS a ON a.id = e.article_id WHERE f.seq = :seq
"""
_MARKED = f"""
SELECT highlight(articles_fts, 0, :begin, :end) AS title,
       snippet(articles_fts, 1, :begin, :end, ' … ', {_WORDS_SHOWN}) AS words
FROM articles_fts WHERE articles_fts MATCH :asked AND rowid = :seq
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSearch:
    """What to search for; what is None does not count, the rest must all hold.

    Attributes:
        text: as in `rejoinder.views.search.SearchFilter`.
        publisher: its whole name; `UNKNOWN` where none is known.
        month: in which it came out, ``2024-03`` or ``2024``; `UNKNOWN` where that is not known.
    """

    text: str
    publisher: str | None = None
    month: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHit:
    """An article that was found.

    Attributes:
        title: in pieces, each with whether the words that were asked for stand there; empty where
            it has none.
        words: some of its text, likewise.
        statements: how many it has.
    """

    id: str
    ref: str
    publisher: str | None
    published: DateInterval | None
    title: tuple[Piece, ...]
    words: tuple[Piece, ...]
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHits:
    """Some of the hits, as in `rejoinder.views.search.SearchPage`."""

    hits: tuple[ArticleHit, ...]
    following: str | None
    total: int
    more: bool
    facets: Mapping[str, tuple[FacetValue, ...]]


def find_article_hits(
    connection: Connection, wanted: ArticleSearch, *, after: str | None, limit: int
) -> ArticleHits:
    """Return a page of the articles that are found, from summaries that are up to date.

    Raises:
        NotFound: there is no article ``after``.
    """
    rows = _met(connection, wanted, MOST + 1)
    if len(rows) > MOST:
        place = _LAST if after is None else _place(connection, after)["seq"]
        behind = list(_met(connection, wanted, limit + 1, before=place))
    else:
        behind = sorted(rows, key=_latest_last, reverse=True)
        if after is not None:
            last = _latest_last(_place(connection, after))
            behind = [row for row in behind if _latest_last(row) < last]
    shown = behind[:limit]
    return ArticleHits(
        hits=tuple(_view(connection, wanted, row["seq"]) for row in shown),
        following=shown[-1]["article_id"] if len(behind) > limit else None,
        total=min(len(rows), MOST),
        more=len(rows) > MOST,
        facets={kind: _values(rows[:MOST], kind) for kind in ("publisher", "month")},
    )


def _met(
    connection: Connection, wanted: ArticleSearch, most: int, *, before: int = _LAST
) -> Sequence[RowMapping]:
    asked = match_expression(wanted.text)
    if asked is None:
        return []
    given: dict[str, Any] = {"asked": asked, "most": most}
    conditions = ""
    if before != _LAST:
        conditions += " AND articles_fts.rowid < :before"
        given["before"] = before
    if wanted.publisher is not None:
        conditions += " AND own.publisher = :publisher"
        given["publisher"] = "" if wanted.publisher == UNKNOWN else wanted.publisher
    if wanted.month is not None:
        year = len(wanted.month) == len("2024")
        conditions += " AND substr(month, 1, 4) = :month" if year else " AND month = :month"
        given["month"] = "" if wanted.month == UNKNOWN else wanted.month
    query = text(_MET.format(conditions=conditions))
    return connection.execute(query, given).mappings().all()


def _place(connection: Connection, article: str) -> RowMapping:
    row = connection.execute(text(_PLACE), {"one": article}).mappings().first()
    if row is None:
        raise NotFound(f"no article {article!r} is in this ledger; begin the list anew")
    return row


def _latest_last(row: RowMapping) -> tuple[str, int]:
    return (row["day"], row["seq"])


def _view(connection: Connection, wanted: ArticleSearch, seq: int) -> ArticleHit:
    head = connection.execute(_typed_heads(), {"seq": seq}).mappings().one()
    given = {
        "asked": match_expression(wanted.text),
        "seq": seq,
        "begin": BEGIN,
        "end": END,
    }
    marked = connection.execute(text(_MARKED), given).mappings().one()
    return ArticleHit(
        id=head["article_id"],
        ref=head["ref"],
        publisher=head["publisher"],
        published=date_of(head, "published"),
        title=pieces_of(marked["title"]),
        words=pieces_of(marked["words"]),
        statements=head["statements"],
    )


def _typed_heads() -> TextualSelect:
    return text(_HEADS).columns(published_start=Date, published_end=Date)


def _values(rows: Sequence[RowMapping], kind: str) -> tuple[FacetValue, ...]:
    counts = Counter(row[kind] for row in rows)
    if kind == "month":
        first = sorted(counts.items(), reverse=True)
    else:
        first = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_VALUES]
    return tuple(
        FacetValue(value=value or UNKNOWN, name=value or UNKNOWN, times=times)
        for value, times in first
    )
