"""Pairs of outlets said to repeat each other: drawn alike, kept without their words, and scored."""

import json
from datetime import date
from pathlib import Path

import pytest
from benchmarks.judged import Told, draw
from benchmarks.repeats import Scored, repeats, row_of, score
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.relate import make_link
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act

ROOT = Path(__file__).resolve().parents[3]
FILES = ("repeats-basil-first.jsonl", "repeats-basil.jsonl", "repeats-basil-third.jsonl")
SECRET = "the harbour tax is robbery"


def said(ref: str, words: str = SECRET) -> ArticleRecord:
    story: Story = told(f"Tarn said that {words}.", ref=ref, day=date(2031, 5, 4))
    story.say(Act.CRITICISE, "per:tarn", "state:AVA", words, cue="said", source="Tarn")
    return story.record()


def linked(
    later: ArticleRecord, earlier: ArticleRecord, relation: Relation
) -> list[tuple[Told, Told]]:
    ends = later.statements[0].id, earlier.statements[0].id
    link = make_link(*ends, relation, evidence=None, score=1.0)
    return repeats([later, earlier], [link], {"one": "tax", "two": "tax", "three": "flood"})


def test_pairs_are_repeats_of_two_articles_of_one_event() -> None:
    one, two, three = said("one"), said("two"), said("three")
    ((later, earlier),) = linked(one, two, Relation.REPEATS)
    assert (later.record, earlier.record) == (one, two)
    assert linked(one, three, Relation.REPEATS) == []
    assert linked(one, two, Relation.DENIES) == []


def test_a_row_holds_no_words_and_is_found_again_by_its_places() -> None:
    pairs = linked(said("one"), said("two"), Relation.REPEATS)
    row = row_of(1, pairs[0])
    assert not any(word in json.dumps(row) for word in SECRET.split() if len(word) > 3)
    judged = [row | {"same": True}, row | {"same": False}]
    assert score(judged, pairs) == Scored(pairs=2, linked=2, same=1, judged_same=1)
    turned = [row | {"later": row["earlier"], "earlier": row["later"], "same": True}]
    assert score(turned, pairs).linked == 1
    assert score(judged, []) == Scored(pairs=2, linked=0, same=0, judged_same=1)


def test_a_seed_draws_the_same_pairs_and_another_seed_others() -> None:
    told_by = [said(f"outlet-{number}") for number in range(8)]
    every = [
        (Told(one, one.statements[0]), Told(two, two.statements[0]))
        for one in told_by
        for two in told_by
        if one is not two
    ]
    assert draw(every, 9, 1) == draw(every, 9, 1) != draw(every, 9, 2)
    assert len(draw(every, 9, 1)) == 9


@pytest.mark.parametrize("name", FILES)
def test_a_hundred_pairs_are_judged_with_a_reason(name: str) -> None:
    rows = [json.loads(line) for line in (ROOT / "evals" / name).read_text("utf-8").splitlines()]
    assert [row["n"] for row in rows] == list(range(1, 101))
    for row in rows:
        assert set(row) == {"n", "later", "earlier", "same", "reason"}
        assert row["later"]["publisher"] != row["earlier"]["publisher"]
        assert 20 < len(row["reason"]) < 120
    page = (ROOT / "docs" / "exchanges.md").read_text("utf-8")
    assert f"{sum(row['same'] for row in rows)} of 100" in page
