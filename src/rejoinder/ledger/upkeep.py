"""Whether the summaries are up to date, and with which articles they are behind."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, delete, exists, insert, select

from rejoinder.ledger.schema import extractions
from rejoinder.ledger.schema_actors import (
    actor_facts,
    actor_statements,
    actor_totals,
)
from rejoinder.ledger.schema_deeds import (
    deed_articles,
    deeds,
    pair_counts,
    parties,
    party_forms,
)
from rejoinder.ledger.schema_summaries import (
    day_counts,
    exchange_links,
    exchange_parties,
    exchanges,
    month_counts,
    publisher_counts,
    stale_articles,
    stem_counts,
    summaries,
    turns,
)

__all__ = ["SummaryBook"]

_NUMBERS = ("seq", "component", "exchange", "usual")
_STAGES = {
    "actors": "actors.summary.v2",
    "claims": "claims.summary.v8",
    "deeds": "deeds.summary.v2",
    "exchanges": "exchanges.summary.v6",
    "found": "found.summary.v1",
    "replies": "replies.summary.v3",
    "tallies": "tallies.summary.v1",
}
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

    def digest(self) -> str:
        """Return what stands for all that the summaries say.

        Left out are the numbers by which rows know each other, and what actors are called, of which
        there may be more than articles have.
        """
        total = hashlib.sha256()
        kept = (
            *(exchanges, turns, exchange_links, stem_counts, publisher_counts, day_counts),
            *(month_counts, exchange_parties),
            *(deed_articles, deeds, pair_counts, party_forms, parties),
            *(actor_totals, actor_facts, actor_statements),
        )
        for table in kept:
            columns = [each for each in table.columns if each.name not in _NUMBERS]
            query = select(*columns).order_by(*columns)
            for row in self.connection.execute(query.execution_options(yield_per=1000)):
                total.update(f"{table.name}{tuple(row)!r}".encode())
        return total.hexdigest()

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
