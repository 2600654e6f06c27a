"""The words of statements, without the rest of their articles."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema import articles, extractions, statement_spans, statements
from rejoinder.model.span import APART

__all__ = ["wordings"]


def wordings(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return the content of each statement; ``APART`` joins what is apart.

    An id is made from the content's place, so that every extraction has the same under it.
    """
    parts: defaultdict[str, dict[int, str]] = defaultdict(dict)
    span = statement_spans.c
    start, end = span.span_start, span.span_end
    for few in chunks(ids):
        query = (
            select(
                statements.c.id, span.position, func.substr(articles.c.text, start + 1, end - start)
            )
            .join(
                statement_spans,
                (span.extraction_id == statements.c.extraction_id)
                & (span.statement_id == statements.c.id)
                & (span.role == "content"),
            )
            .join(extractions, extractions.c.id == statements.c.extraction_id)
            .join(articles, articles.c.id == extractions.c.article_id)
            .where(statements.c.id.in_(few))
        )
        for key, position, words in connection.execute(query):
            parts[key][position] = words
    return {key: APART.join(found[n] for n in sorted(found)) for key, found in parts.items()}
