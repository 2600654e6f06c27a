"""Two persons of one full name in a ledger, whatever comes first."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.unit.actors.across.people import article, person
from tests.unit.ledger.ledger_samples import makers

from rejoinder.ledger.connect import open_ledger
from rejoinder.ledger.identities import goes_by
from rejoinder.ledger.write import append
from rejoinder.model.judgement import ActorRef
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.reconcile import Reconciliation, identify

MINISTER = person("Ivan Tarn", "Moldovan foreign minister", "MDA")
ANALYST = person("Ivan Tarn", "Slovak political analyst", "SVK", "EDU")
REPORTS = [
    article("a", MINISTER, states=["MDA"]),
    article("b", MINISTER, states=["MDA", "UKR"]),
    article("c", ANALYST, states=["SVK"]),
    article("d", ANALYST, states=["SVK", "CZE"]),
    *(article(ref, ANALYST, states=["SVK"]) for ref in "efg"),
]


def known_as(path: Path, batches: list[list[ArticleRecord]]) -> list[str]:
    """Return the id by which each report's Tarn goes in the end."""
    with open_ledger(path, create=True) as ledger:
        for batch in batches:
            judging = Reconciliation(batch)
            append(
                ledger,
                records=batch,
                makers=makers(),
                now=datetime(2031, 1, 1, tzinfo=UTC),
                actors=judging.judge,
                links=judging.link,
            )
        with ledger.reading() as connection:
            found: list[str] = []
            for report in REPORTS:
                refs = [ActorRef(actor=MINISTER.id, article=a) for a in (report.article.id, "")]
                known = goes_by(connection, refs)
                found.append(next(known[ref] for ref in refs if ref in known))
            return found


@pytest.mark.parametrize("order", [range(7), range(6, -1, -1), (3, 0, 6, 2, 1, 5, 4)])
def test_one_by_one_they_end_as_all_at_once(tmp_path: Path, order: range | tuple[int, ...]) -> None:
    identity = identify(REPORTS)
    wanted = [str(identity.of(MINISTER.id, each.article.id)) for each in REPORTS]

    assert len(set(wanted)) == 2
    assert wanted[2] == MINISTER.id != wanted[0] == wanted[1]
    assert known_as(tmp_path / "one.sqlite", [[REPORTS[n]] for n in order]) == wanted
