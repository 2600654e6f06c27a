"""News made of paragraphs is what a ledger takes, and the same each time."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks.growth import grow, put_table
from benchmarks.resolution import Desk
from benchmarks.shuffled import Shuffler, paragraphs_of

from rejoinder.ledger.verify import verify_record

if TYPE_CHECKING:
    from rejoinder.model.record import ArticleRecord
    from rejoinder.pipeline.stages import Engine

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def news(sample_records: "tuple[ArticleRecord, ...]") -> Shuffler:
    return Shuffler(paragraphs_of(sample_records))


def test_records_hold_against_their_texts_and_are_the_same_each_time(news: Shuffler) -> None:
    made = [news.article(place) for place in range(200)]
    for record in made:
        verify_record(record)
    assert [news.article(place) for place in (7, 150)] == [made[7], made[150]]
    assert len({record.article.id for record in made}) == len(made)
    days = [record.article.published for record in made]
    assert days == sorted(days, key=lambda day: day.start if day else news.day(0))


def test_states_of_a_few_disputes_come_up_again_and_again(news: Shuffler) -> None:
    named = [
        {actor.id for actor in news.article(place).actors if actor.id.startswith("state:")}
        for place in range(300)
    ]
    counts = sorted(sum(one in each for each in named) for one in set().union(*named))
    assert counts[-1] > 10 * counts[len(counts) // 2]


def test_figures_go_into_the_documentation(
    engine: "Engine", news: Shuffler, tmp_path: Path
) -> None:
    desk = Desk(makers=engine.makers, folder=tmp_path, linked=True)
    results, document = tmp_path / "r.json", tmp_path / "d.md"
    grow(tmp_path / "l.sqlite", news, [16], desk, results)
    found = json.loads(results.read_text(encoding="utf-8"))
    assert found["16"]["articles"] == 16
    document.write_text("before\n<!-- growth -->\n<!-- /growth -->\nafter\n", encoding="utf-8")
    put_table(results, document)
    lines = document.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "before"
    assert lines[4].startswith("| 16 | ")
    assert lines[-1] == "after"
