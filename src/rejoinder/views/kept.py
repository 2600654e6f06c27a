"""Which statements persons keep, article by article."""

from collections import defaultdict

from sqlalchemy import Connection, and_, select

from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import extractions, statements
from rejoinder.ledger.schema_reviews import reviewed_statements
from rejoinder.model.ids import ArticleId, StatementId

__all__ = ["kept_statements"]

_JUDGED = ("accepted", "corrected")


def kept_statements(
    connection: Connection,
) -> tuple[dict[ArticleId, frozenset[StatementId]], frozenset[ArticleId]]:
    """Return the statements that persons keep, of articles that were reviewed whole.

    Returns:
        them by article; and the articles of which some statement was judged, but not every one.
    """
    own = reviewed_statements.c
    reviewed = select(own.article_id).where(own.state.in_((*_JUDGED, "rejected"))).distinct()
    query = (
        select(extractions.c.article_id, statements.c.id, own.state)
        .select_from(extractions)
        .join(statements, statements.c.extraction_id == extractions.c.id, isouter=True)
        .join(
            reviewed_statements,
            and_(own.article_id == extractions.c.article_id, own.current_id == statements.c.id),
            isouter=True,
        )
        .where(is_latest(), extractions.c.article_id.in_(reviewed))
    )
    kept: defaultdict[ArticleId, set[StatementId]] = defaultdict(set)
    partly: set[ArticleId] = set()
    for article, statement, state in connection.execute(query):
        found = kept[ArticleId(article)]
        if statement is None:
            continue
        if state in _JUDGED:
            found.add(StatementId(statement))
        else:
            partly.add(ArticleId(article))
    whole = {each: frozenset(found) for each, found in kept.items() if each not in partly}
    return whole, frozenset(partly)
