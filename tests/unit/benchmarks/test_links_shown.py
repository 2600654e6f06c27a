"""Links of text without gold: drawn by kind, kept without their words, and scored."""

import json
from datetime import date
from pathlib import Path

import pytest
from benchmarks.shown import KINDS, Scored, Shown, by_score, drawn, main, row_of, score, shown
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.relate import make_link
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act, Statement

ROOT = Path(__file__).resolve().parents[3]
JUDGED = ROOT / "evals" / "links-unseen.jsonl"
SECRET = "the harbour tax is robbery"


def said(ref: str, *speakers: str) -> ArticleRecord:
    text = " ".join(f"{speaker} said that {SECRET}." for speaker in speakers)
    story: Story = told(text, ref=ref, day=date(2031, 5, 4))
    for speaker in speakers:
        words = f"{speaker} said that {SECRET}"
        story.say(Act.CRITICISE, f"per:{speaker.lower()}", "state:AVA", words, cue="said")
    return story.record()


def link(
    answer: Statement,
    answered: Statement,
    relation: Relation = Relation.ANSWERS,
    score: float = 1.0,
) -> Shown:
    made = make_link(answer.id, answered.id, relation, evidence=None, score=score)
    records = [one, two]
    (found,) = (x for x in shown(records, [made]) if x.link.id == made.id)
    return found


one, two = said("one", "Tarn", "Vest"), said("two", "Tarn", "Vest")
tarn, vest = one.statements
tarn_again, vest_again = two.statements


@pytest.mark.parametrize(
    ("answer", "answered", "relation", "kind"),
    [
        (vest, tarn, Relation.ANSWERS, 1),
        (tarn_again, tarn, Relation.REPEATS, 4),
        (vest_again, tarn, Relation.ANSWERS, 5),
    ],
)
def test_a_link_is_of_one_kind(
    answer: Statement, answered: Statement, relation: Relation, kind: int
) -> None:
    assert link(answer, answered, relation).kind == KINDS[kind]


def test_of_each_kind_so_many_are_drawn_and_none_of_what_is_left_out() -> None:
    found = [link(vest, tarn), link(tarn_again, tarn, Relation.REPEATS)]
    assert drawn(found, (), 1, 1) == found
    assert drawn(found, {"two"}, 1, 1) == found[:1]
    assert drawn(found, (), 0, 1) == []


def test_a_row_holds_no_words_and_is_found_again_by_its_places() -> None:
    found = link(vest, tarn)
    row = row_of(1, found)
    assert not any(word in json.dumps(row) for word in SECRET.split() if len(word) > 3)
    judged = [row | {"draw": "a", "right": right} for right in (True, False)]
    (whole,) = score(judged, [found])
    assert whole == Scored(draw="a", kind=KINDS[1], drawn=2, right=1, kept=2, kept_right=1)
    turned = score(judged, [link(tarn, vest)])
    assert [(each.drawn, each.kept, each.kept_right) for each in turned] == [(2, 0, 0)]
    other = score(judged, [link(vest, tarn, Relation.DENIES)])
    assert [each.kept for each in other] == [0]


@pytest.mark.parametrize(
    ("score", "band"), [(0.0, 0), (0.449, 0), (0.45, 1), (0.6, 2), (0.75, 3), (1.0, 3)]
)
def test_judged_links_are_counted_by_their_score(score: float, band: int) -> None:
    found = link(vest, tarn, score=score)
    judged = [row_of(1, found) | {"right": right} for right in (True, False)]
    counted = [(each.judged, each.right) for each in by_score(judged, [found])]
    assert counted == [(2, 1) if at == band else (0, 0) for at in range(4)]


def test_neither_repetitions_nor_what_is_no_longer_shown_have_a_band() -> None:
    again = link(tarn_again, tarn, Relation.REPEATS)
    gone = row_of(1, link(vest, tarn)) | {"right": True}
    judged = [row_of(1, again) | {"right": True}, gone]
    assert not any(each.judged for each in by_score(judged, [again]))


def test_every_judged_link_has_its_reason() -> None:
    rows = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]
    for row in rows:
        assert set(row) == {
            *("draw", "n", "kind", "relation", "answer", "answered", "right", "reason")
        }
        assert row["kind"] in KINDS
        assert 15 < len(row["reason"]) < 120
    assert len({(row["draw"], row["n"]) for row in rows}) == len(rows)


def test_scoring_needs_a_file_and_drawing_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    for given in (["score", "x"], ["draw", "x", "--judged", "y"]):
        with pytest.raises(SystemExit):
            main(given)
        assert "score goes with a file of judged links" in capsys.readouterr().err
