"""Articles of many days, and lists of their statements gone through page by page."""

from datetime import date, timedelta
from random import Random

from sqlalchemy import Connection
from tests.unit.ledger.ledger_samples import quarrel

from rejoinder.model.record import ArticleRecord
from rejoinder.views.filters import StatementFilter
from rejoinder.views.listing import find_statement_page


def seen_by_page(
    connection: Connection, wanted: StatementFilter, *, limit: int, total: int
) -> list[str]:
    """Return the ids of all pages, each of which says that there are so many in all."""
    seen: list[str] = []
    after = None
    while True:
        page = find_statement_page(connection, wanted, after=after, limit=limit)
        assert page.total == total
        seen += page.ids
        after = page.following
        if after is None:
            return seen


def some_day(ref: str, draw: Random, days: int) -> ArticleRecord:
    """Return an article of one of so many days, or of none."""
    day = date(2024, 1, 1) + timedelta(days=draw.randrange(days))
    published = None if draw.random() < 0.3 else day.isoformat()
    publisher = draw.choice(["Ostrava Times", "Herald", None])
    return quarrel(ref, published=published, publisher=publisher)
