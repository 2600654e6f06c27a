"""What a ledger has got since a batch: articles that are new or read anew, and their exchanges."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from rejoinder.ledger.assemble import date_of
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.schema import articles, batches, extractions
from rejoinder.ledger.schema_summaries import exchanges, turns
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ArticleId
from rejoinder.views.exchange import ExchangeView
from rejoinder.views.exchange_list import show_exchange

__all__ = ["AddedArticle", "AddedView", "find_added", "last_batch"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedArticle:
    """An article that came, or was read anew."""

    id: ArticleId
    ref: str
    publisher: str | None
    title: str | None
    published: DateInterval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedView:
    """What came since a batch.

    Attributes:
        articles: the first of them by ref.
        article_count: how many there are.
        exchanges: of those in which a statement of one of them is a turn, the latest.
        exchange_count: how many there are.
    """

    articles: tuple[AddedArticle, ...]
    article_count: int
    exchanges: tuple[ExchangeView, ...]
    exchange_count: int


def last_batch(connection: Connection) -> int:
    """Return the number of the last batch; 0 in an empty ledger."""
    return connection.execute(select(func.max(batches.c.seq))).scalar() or 0


def find_added(reader: LedgerReader, batch: int, *, limit: int) -> AddedView:
    """Return what came after a batch, so many articles and exchanges of it at most."""
    connection = reader.connection
    came = [is_latest(), extractions.c.batch_seq > batch]
    published = [each for each in extractions.c if each.name.startswith("published_")]
    query = (
        select(
            extractions.c.article_id,
            extractions.c.publisher,
            extractions.c.title,
            *published,
            articles.c.ref,
        )
        .join(articles, articles.c.id == extractions.c.article_id)
        .where(*came)
        .order_by(articles.c.ref, articles.c.id)
        .limit(limit)
    )
    count = select(func.count()).select_from(extractions).where(*came)
    own = (
        select(turns.c.exchange)
        .join(extractions, extractions.c.id == turns.c.extraction_id)
        .where(*came, turns.c.exchange.is_not(None))
    )
    held = exchanges.c.seq.in_(own)
    order = (exchanges.c.latest.desc(), exchanges.c.turns.desc(), exchanges.c.id)
    keys = connection.execute(select(exchanges.c.id).where(held).order_by(*order).limit(limit))
    return AddedView(
        articles=tuple(
            AddedArticle(
                id=ArticleId(row["article_id"]),
                ref=row["ref"],
                publisher=row["publisher"],
                title=row["title"],
                published=date_of(row, "published"),
            )
            for row in connection.execute(query).mappings()
        ),
        article_count=connection.execute(count).scalar_one(),
        exchanges=tuple(show_exchange(reader, key) for key in keys.scalars().all()),
        exchange_count=connection.execute(
            select(func.count()).select_from(exchanges).where(held)
        ).scalar_one(),
    )
