"""Lists of statements gone through page by page."""

from sqlalchemy import Connection

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
