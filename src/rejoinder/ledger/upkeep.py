"""Whether the summaries are up to date, and with which articles they are behind."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, delete, exists, insert, select

from rejoinder.ledger.schema import extractions
from rejoinder.ledger.schema_summaries import stale_articles, summaries

__all__ = ["SummaryBook"]

_STAGES = {"exchanges": "exchanges.summary.v1", "tallies": "tallies.summary.v1"}
"""By which stage each summary is made; where the rules change on which they rest, so does this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryBook:
    """What is known of the summaries of a ledger."""

    connection: Connection

    def is_current(self) -> bool:
        """Say whether these stages made the summaries, and nothing has changed since."""
        some = select(exists(select(1).select_from(stale_articles)))
        return self.is_made() and not self.connection.execute(some).scalar_one()

    def is_made(self) -> bool:
        """Say whether these stages made the summaries."""
        held = {row.name: row.stage for row in self.connection.execute(select(summaries))}
        return held == _STAGES

    def start_again(self) -> None:
        """Put down that nothing is summarised."""
        self.connection.execute(delete(summaries))
        self.connection.execute(delete(stale_articles))
        every = select(extractions.c.article_id).distinct()
        self.connection.execute(insert(stale_articles).from_select(["article_id"], every))

    def stale(self, most: int) -> Iterator[list[str]]:
        """Yield the articles that have changed, so many at a time."""
        key = stale_articles.c.article_id
        last = ""
        query = select(key).order_by(key).limit(most)
        while found := list(self.connection.execute(query.where(key > last)).scalars()):
            yield found
            last = found[-1]

    def finish(self) -> None:
        """Put down that these stages have made the summaries of all that there is."""
        self.connection.execute(delete(stale_articles))
        if not self.is_made():
            self.connection.execute(delete(summaries))
            rows = [{"name": name, "stage": stage} for name, stage in _STAGES.items()]
            self.connection.execute(insert(summaries), rows)
