"""One article: its record, what was found in it, and who found it when."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select

from rejoinder.errors import NotFound
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.schema import articles, batches, extractions
from rejoinder.model.ids import ArticleId
from rejoinder.model.record import ArticleRecord
from rejoinder.views.copies import CopyView, copy_views
from rejoinder.views.filters import StatementFilter
from rejoinder.views.statements import StatementView, find_statements

__all__ = ["ArticleView", "find_article", "show_article"]

_SHOWN = 8
_FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """One article with its statements.

    Attributes:
        record: what the latest extraction found, in the ledger's ids.
        statements: the same statements as people read them, in the record's order.
        recorded_at: when that extraction was written, ISO 8601, UTC.
        extractions: how many pipelines extracted the article.
        copies: what it has to do with others of its text; None where nothing is known of that.
    """

    record: ArticleRecord
    statements: tuple[StatementView, ...]
    recorded_at: str
    extractions: int
    copies: CopyView | None


def show_article(connection: Connection, ref: str) -> ArticleView:
    """Return the article that goes by that ref, id, or beginning of an id.

    Raises:
        NotFound: no article does, or several do; the message lists them.
    """
    article_id = find_article(connection, ref)
    record = LedgerReader(connection=connection, canonical=True).record(article_id)
    place = {statement.id: n for n, statement in enumerate(record.statements)}
    views = find_statements(connection, StatementFilter(article=article_id))
    of_it = extractions.c.article_id == article_id
    written = (
        select(batches.c.recorded_at)
        .join(extractions, extractions.c.batch_seq == batches.c.seq)
        .where(of_it, is_latest())
    )
    count = select(func.count()).select_from(extractions).where(of_it)
    return ArticleView(
        record=record,
        statements=tuple(
            sorted((v for v in views if v.article_id == article_id), key=lambda v: place[v.id])
        ),
        recorded_at=connection.execute(written).scalar_one(),
        extractions=connection.execute(count).scalar_one(),
        copies=copy_views(connection, {article_id}).get(article_id),
    )


def find_article(connection: Connection, ref: str) -> ArticleId:
    """Return the id of the article that goes by that ref, id, or beginning of an id.

    An id begins with ``a-``, which may be left out; three digits at least.

    Raises:
        NotFound: no article does, or several do; the message lists them.
    """
    for condition in _conditions(ref):
        found = connection.execute(_query(condition)).all()
        if len(found) == 1:
            return ArticleId(found[0].id)
        if found:
            raise NotFound(
                f"{len(found)} articles go by {ref!r}; name one by its id: {_listed(found)}"
            )
    raise NotFound(f"no article goes by {ref!r}; {_near(connection, ref)}")


def _conditions(ref: str) -> list[ColumnElement[bool]]:
    """Return what to look for, the surest first."""
    exact = or_(articles.c.id == ref, articles.c.ref == ref)
    digits = ref.removeprefix("a-").lower()
    if len(digits) < _FEWEST_DIGITS or set(digits) - set("0123456789abcdef"):
        return [exact]
    first, past = f"a-{digits}", f"a-{digits}g"
    return [exact, (articles.c.id >= first) & (articles.c.id < past)]


def _query(condition: ColumnElement[bool]) -> Select[tuple[str, ...]]:
    """Return the query for articles, the latest published last."""
    return (
        select(articles.c.id, articles.c.ref, extractions.c.publisher, extractions.c.title)
        .join(extractions, extractions.c.article_id == articles.c.id)
        .where(is_latest(), condition)
        .order_by(extractions.c.published_start, articles.c.id)
    )


def _listed(found: Sequence[Row[tuple[str, ...]]]) -> str:
    """Return articles as a short list for a message."""
    shown = [
        f"{row.id} ({', '.join(each for each in (row.ref, row.publisher, row.title) if each)})"
        for row in found[:_SHOWN]
    ]
    more = [f"{len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
    return "; ".join(shown + more)


def _near(connection: Connection, ref: str) -> str:
    """Return what the person may have meant."""
    refs = connection.execute(select(articles.c.ref).distinct().order_by(articles.c.ref)).scalars()
    known = list(refs)
    if not known:
        return "the ledger holds none yet; add some with: rejoinder ingest INPUT"
    folded = {each.casefold(): each for each in known}
    near = difflib.get_close_matches(ref.casefold(), folded, n=_SHOWN, cutoff=0.5)
    near += [each for each in folded if ref.casefold() in each and each not in near]
    if near:
        return f"near it: {', '.join(repr(folded[each]) for each in near[:_SHOWN])}"
    return f"there are {len(known)}, such as {', '.join(repr(each) for each in known[:3])}"
