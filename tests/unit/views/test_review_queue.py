"""The order in which statements are reviewed, the least sure first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.articles import article
from tests.records import statement
from tests.unit.ledger.ledger_samples import NOW, makers

from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.write import append
from rejoinder.model.ids import StatementId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.views.filters import StatementFilter
from rejoinder.views.review_queue import find_next, find_previous

SCORES = (0.9, 0.1, 0.5, 0.499, 0.7)


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[tuple[LedgerFile, list[StatementId]]]:
    """A ledger, and its statements by score."""
    text = article(" ".join(f"Word{n} stood here." for n in range(len(SCORES))), "001")
    made = [
        statement(text.id, (Span(start=18 * n, end=18 * n + 16),), score=score)
        for n, score in enumerate(SCORES)
    ]
    with open_ledger(tmp_path / "x", create=True) as ledger:
        record = ArticleRecord(article=text, statements=tuple(made))
        append(ledger, records=[record], makers=makers(), now=NOW)
        yield ledger, [each.id for each in sorted(made, key=lambda each: each.score)]


@pytest.mark.parametrize("wanted", [None, StatementFilter()])
def test_statements_come_by_score_and_go_back(
    queue: tuple[LedgerFile, list[StatementId]], wanted: StatementFilter | None
) -> None:
    ledger, ordered = queue
    with ledger.reading() as connection:
        found = [find_next(connection, "una", wanted)]
        while found[-1] is not None:
            found.append(find_next(connection, "una", wanted, after=found[-1]))
        before = [find_previous(connection, wanted, each) for each in ordered]
    assert found == [*ordered, None]
    assert before == [None, *ordered[:-1]]
