"""How many there are of what is listed, from the summaries where these know it."""

from sqlalchemy import Connection, func, select

from rejoinder.ledger.folding import fold
from rejoinder.ledger.schema_found import publisher_statements
from rejoinder.ledger.schema_summaries import day_counts, publisher_counts
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.views.filters import StatementFilter

__all__ = ["known_articles", "known_total", "publishers_called"]


def known_total(connection: Connection, wanted: StatementFilter) -> int | None:
    """Return how many statements meet the conditions, or None where the summaries cannot tell."""
    asked = (wanted.speaker, wanted.about, wanted.text, wanted.ids, wanted.article)
    if any(each is not None for each in asked):
        return None
    if not SummaryBook(connection=connection).is_current():
        return None
    if wanted.publisher is None:
        return _by_days(connection, wanted)
    if wanted.since is None and wanted.until is None:
        return _by_publishers(connection, wanted)
    return None


def known_articles(connection: Connection, publisher: str | None) -> int | None:
    """Return how many articles there are of publishers with that in their name; None: of all."""
    if not SummaryBook(connection=connection).is_current():
        return None
    query = select(func.sum(publisher_counts.c.articles))
    if publisher is not None:
        named = publishers_called(connection, publisher)
        query = query.where(publisher_counts.c.publisher.in_(named))
    return int(connection.execute(query).scalar() or 0)


def _by_days(connection: Connection, wanted: StatementFilter) -> int:
    own = day_counts.c
    query = select(func.sum(own.statements))
    if wanted.act is not None:
        query = query.where(own.act == wanted.act.value)
    if wanted.since is not None:
        query = query.where(own.last_day >= wanted.since.isoformat())
    if wanted.until is not None:
        query = query.where(own.first_day <= wanted.until.isoformat(), own.first_day != "")
    return int(connection.execute(query).scalar() or 0)


def _by_publishers(connection: Connection, wanted: StatementFilter) -> int:
    own = publisher_statements.c
    named = publishers_called(connection, wanted.publisher or "")
    query = select(func.sum(own.statements)).where(own.publisher.in_(named))
    if wanted.act is not None:
        query = query.where(own.act == wanted.act.value)
    return int(connection.execute(query).scalar() or 0)


def publishers_called(connection: Connection, part: str) -> list[str]:
    """Return the publishers with that in their name, whatever the case and the accents."""
    known = connection.execute(select(publisher_counts.c.publisher)).scalars()
    wanted = fold(part).strip()
    return [name for name in known if name and wanted and wanted in fold(name)]
