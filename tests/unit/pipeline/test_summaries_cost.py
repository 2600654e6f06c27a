"""Keeping summaries up to date costs what is new, however much a ledger holds."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from benchmarks.shuffled import Shuffler, paragraphs_of
from sqlalchemy import Connection, event
from tests.unit.ledger.ledger_samples import NOW, makers
from tests.unit.web.web_ledgers import write_quarrels

from rejoinder import Ledger
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.schema import metadata
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.ledger.write import append
from rejoinder.pipeline.reconcile import Reconciliation
from rejoinder.pipeline.summaries import refresh_summaries

SMALL = {"stale_articles", "summaries", "namings", "listings", "unlinked"}
"""Tables that are gone through: of what is to be done, or of what persons ruled."""
COARSE = "ix_accusations_answered"
"""An index that leads to half of a table."""


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Shuffler:
    """Return news of one article a day, so that few days are as full as many."""
    folder = tmp_path_factory.mktemp("quarrels")
    with Ledger(write_quarrels(folder), read_only=True) as quarrels:
        return Shuffler(paragraphs_of(list(quarrels.records())), a_day=1)


class Asked:
    """Notes what SQLite is asked for the summaries."""

    def __init__(self, ledger: LedgerFile) -> None:
        self.plans: dict[str, Sequence[Any]] = {}
        self._heard = False
        event.listen(ledger.engine, "before_cursor_execute", self._note)

    def refresh(self, book: SummaryBook) -> None:
        """Bring the summaries up to date, noting."""
        self._heard = True
        refresh_summaries(book)
        self._heard = False

    def _note(self, *given: Any) -> None:  # noqa: ANN401
        _, _, statement, parameters, _, many = given
        if self._heard and not many:
            self.plans.setdefault(statement, parameters)


def add(ledger: LedgerFile, news: Shuffler, first: int, past: int, asked: Asked) -> None:
    """Append articles of the news in small batches."""
    for start in range(first, past, 8):
        records = [news.article(place) for place in range(start, min(past, start + 8))]
        reconciliation = Reconciliation(records)
        append(
            ledger,
            records=records,
            actors=reconciliation.judge,
            links=reconciliation.link,
            summarise=asked.refresh,
            makers=makers(),
            now=NOW,
        )


def scanned(connection: Connection, statement: str, parameters: Sequence[Any]) -> set[str]:
    """Return the tables of which SQLite goes through all, or as good as all, for a statement."""
    query = connection.connection.cursor()
    with closing(query):
        query.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        plan = [str(row[-1]).split() for row in query.fetchall()]
    gone = {words[1] for words in plan if words[0] == "SCAN" or COARSE in " ".join(words)}
    return {each for each in gone if each.removesuffix("_1") in metadata.tables} - SMALL


def test_no_table_is_gone_through_to_summarise_what_is_new(tmp_path: Path, news: Shuffler) -> None:
    with open_ledger(tmp_path / "x", create=True) as ledger:
        add(ledger, news, 0, 16, Asked(ledger))
        last = Asked(ledger)
        add(ledger, news, 16, 24, last)
        with ledger.reading() as connection:
            found = {
                words: tables
                for words, parameters in last.plans.items()
                if words.startswith(("SELECT", "WITH", "UPDATE", "DELETE"))
                if (tables := scanned(connection, words, parameters))
            }
    assert len(last.plans) > 50
    assert found == {}
