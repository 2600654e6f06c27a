"""Exchanges put together from their own articles, as the summary has them by components."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from rejoinder.exchanges.matter import stems
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.exchange_rows import links_among
from rejoinder.ledger.linked import shown_records
from rejoinder.ledger.schema_summaries import stem_counts, turns
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.views.exchange import ExchangeView
from rejoinder.views.exchanges import view_exchanges

__all__ = ["of_components", "put_together", "spread_of"]


def put_together(connection: Connection, components: Sequence[int]) -> list[ExchangeView]:
    """Return the exchanges of those components."""
    records, links = of_components(connection, components)
    return view_exchanges(records, links, spread_of(connection, records))


def of_components(
    connection: Connection, components: Sequence[int]
) -> tuple[list[ArticleRecord], list[Link]]:
    """Return the articles of those components, as far as they are linked, and their links."""
    query = select(turns.c.statement_id).where(turns.c.component.in_(components))
    members = {StatementId(each) for each in connection.execute(query).scalars()}
    links = links_among(connection, members)
    return shown_records(connection, members | {link.answered for link in links}), links


def spread_of(connection: Connection, records: Sequence[ArticleRecord]) -> dict[str, int]:
    """Return in how many turns the stems of the articles occur; all others together under ""."""
    words = {
        found
        for record in records
        for statement in record.statements
        for span in statement.content
        for found in stems(span.text_of(record.article.text))
    }
    counts: dict[str, int] = {}
    for few in chunks(sorted(words)):
        query = select(stem_counts).where(stem_counts.c.stem.in_(few))
        counts |= {row.stem: row.statements for row in connection.execute(query)}
    total = connection.execute(select(func.sum(stem_counts.c.statements))).scalar() or 0
    return {**counts, "": int(total) - sum(counts.values())}
