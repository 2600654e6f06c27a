"""What was reviewed is gold that the scorer reads, and it says what reviewers said."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.ledger.ledger_samples import fresh, quarrel
from tests.unit.pipeline.reviewed import Desk, ingest

from rejoinder.errors import ConfigError
from rejoinder.evaluation.gold import read_gold
from rejoinder.evaluation.gold_report import GoldReport
from rejoinder.evaluation.gold_scores import score_gold
from rejoinder.evaluation.polnear import read_attributions
from rejoinder.evaluation.reviewed_gold import GoldWritten, write_reviewed
from rejoinder.ledger.read import open_reader
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.review import Decision
from rejoinder.model.statement import Act

FIRST, SECOND = quarrel(), quarrel("002", extra=" It went on.")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh(tmp_path) as ledger:
        ingest(ledger, FIRST, SECOND)
        yield Desk(ledger)


def accept_all(desk: Desk, record: ArticleRecord) -> None:
    for each in record.statements:
        desk.accept(each.id)


def shown(desk: Desk) -> list[ArticleRecord]:
    with open_reader(desk.ledger, canonical=True) as reader:
        return list(reader.records())


def scored(folder: Path, records: list[ArticleRecord]) -> GoldReport:
    return score_gold(read_gold(folder), records)


def figures(report: GoldReport) -> tuple[float | None, ...]:
    """Return the headline figures about what reviewers see."""
    return (
        report.statements.f1,
        report.speaker.value,
        report.act.value,
        report.targets.f1,
        report.threads.found.f1,
    )


def test_what_was_accepted_whole_scores_a_hundred_against_itself(
    desk: Desk, tmp_path: Path
) -> None:
    accept_all(desk, FIRST)
    accept_all(desk, SECOND)
    done = write_reviewed(desk.ledger, tmp_path / "gold")
    assert done == GoldWritten(
        folder=str(tmp_path / "gold"), articles=2, statements=6, links=done.links, left_out=0
    )
    assert done.links >= 2
    assert figures(scored(tmp_path / "gold", shown(desk))) == (1.0, 1.0, 1.0, 1.0, 1.0)


def test_the_machine_scores_less_where_reviewers_corrected_it(desk: Desk, tmp_path: Path) -> None:
    machine = shown(desk)
    accept_all(desk, SECOND)
    outer, inner, third = FIRST.statements
    desk.act(outer.id, Act.WARN)
    desk.cast(inner.id, Decision.SPEAKER)
    desk.reject(third.id)
    desk.link(outer.id, inner.id, Relation.DENIES, away=True)
    write_reviewed(desk.ledger, tmp_path / "gold")
    assert figures(scored(tmp_path / "gold", shown(desk))) == (1.0, 1.0, 1.0, 1.0, 1.0)
    found = figures(scored(tmp_path / "gold", machine))
    assert all(each is not None and each < 1 for each in (*found[:3], found[4]))


def test_an_article_that_was_reviewed_in_part_is_left_out_and_counted(
    desk: Desk, tmp_path: Path
) -> None:
    accept_all(desk, FIRST)
    desk.accept(SECOND.statements[0].id)
    done = write_reviewed(desk.ledger, tmp_path / "gold")
    assert (done.articles, done.left_out) == (1, 1)
    assert [each.id for each in read_gold(tmp_path / "gold").articles] == ["001"]


def test_training_and_evaluation_read_the_texts_beside_it(desk: Desk, tmp_path: Path) -> None:
    accept_all(desk, FIRST)
    write_reviewed(desk.ledger, tmp_path / "gold")
    (told,) = read_attributions(tmp_path / "gold" / "attributions.jsonl")
    assert told.text == FIRST.article.text
    outer, _, third = FIRST.statements
    assert [each.content for each in told.attributions] == [outer.content, third.content]
    (line,) = (tmp_path / "gold" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["id"] == "001"


def test_nothing_reviewed_and_a_folder_in_use_are_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no article was reviewed whole"):
        write_reviewed(desk.ledger, tmp_path / "gold")
    accept_all(desk, FIRST)
    with pytest.raises(ConfigError, match="not empty"):
        write_reviewed(desk.ledger, tmp_path)
