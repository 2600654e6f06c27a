"""A scorer of pairs that is held out, on made-up articles: what is asked, taught and counted."""

import numpy as np
import pytest
from benchmarks.answers import Mark
from benchmarks.scored import Pair, Row, hold_out, pairs_of, rows_of, weights_of
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.relate import make_link
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

_TEXT = "Avaria said the bridge was shelled.\nTarn called the claim a fairy tale.\n"
_FIRST, _SECOND = Span(0, _TEXT.index("\n")), Span(_TEXT.index("Tarn"), len(_TEXT) - 1)


def _record(*, linked: bool = False) -> ArticleRecord:
    story = told(_TEXT, ref="one")
    claim = story.say(Act.ACCUSE, "state:AVA", None, "the bridge was shelled", cue="said")
    words = story.say(Act.CRITICISE, "per:tarn", None, "the claim a fairy tale", cue="called")
    link = make_link(words, claim, Relation.ANSWERS, evidence=None, score=0.5)
    return story.record((link,) if linked else ())


def _mark(marker: Span | None = None, answered: Span = _FIRST) -> Mark:
    return Mark("d", "one", _SECOND, marker, (answered,), event=False)


@pytest.mark.parametrize("linked", [True, False])
def test_what_comes_later_may_answer_what_another_side_said(linked: bool) -> None:
    (pair,) = pairs_of(_record(linked=linked), {7: _mark()})
    assert (pair.ends[0], pair.linked, pair.marks, pair.sure) == (
        "one", linked, frozenset({7}), frozenset({7}),
    )  # fmt: skip


def test_a_mark_is_of_the_sentence_that_its_marker_stands_in() -> None:
    (pair,) = pairs_of(_record(), {7: _mark(marker=_FIRST), 8: _mark(answered=_SECOND)})
    assert (pair.marks, pair.sure) == (frozenset({7}), frozenset())


def test_who_speaks_does_not_count() -> None:
    def values(first: str, second: str, text: str) -> tuple[float, ...]:
        story = told(text, ref="one")
        claim = story.say(Act.ACCUSE, first, second, "the bridge was shelled", cue="said")
        words = story.say(Act.DENY, second, first, "the claim a fairy tale", cue="called")
        link = make_link(words, claim, Relation.DENIES, evidence=None, score=0.5)
        (pair,) = pairs_of(story.record((link,)), {})
        return pair.values

    turned = _TEXT.replace("Tarn", "Orlin").replace("Avaria", "Tarn").replace("Orlin", "Avaria")
    assert values("state:AVA", "per:tarn", _TEXT) == values("per:tarn", "state:AVA", turned)


def _pair(ref: str, number: int, value: float, *, linked: bool = False) -> Pair:
    marks = frozenset({number} if value > 0 else ())
    ends = (ref, f"s{number}", f"t{value}")
    return Pair(ends=ends, values=(value, 1.0), marks=marks, sure=marks, linked=linked)


def test_weights_lean_to_what_is_right() -> None:
    values = np.array([[1.0], [1.0], [-1.0], [-1.0]])
    weights = weights_of(values, np.array([1.0, 1.0, 0.0, 0.0]))
    assert weights[0] > 0
    assert weights[1] == pytest.approx(0, abs=1e-6)


def test_pairs_are_scored_by_what_other_families_teach() -> None:
    pairs = [_pair(str(n), n, sign) for n in range(40) for sign in (1.0, -1.0)]
    families = {str(n): str(n // 2) for n in range(40)}
    chances = hold_out(pairs, families)
    right = [chance for pair, chance in zip(pairs, chances, strict=True) if pair.marks]
    wrong = [chance for pair, chance in zip(pairs, chances, strict=True) if not pair.marks]
    assert min(right) > max(wrong)
    # Whatever is held out does not tell on itself.
    turned = [_pair("0", 0, -1.0) if pair.ends[0] == "0" else pair for pair in pairs]
    assert hold_out(turned, families)[0] == pytest.approx(chances[1])


def test_the_best_pair_of_each_answer_is_added_where_it_scores_enough() -> None:
    pairs = [
        _pair("one", 1, 1.0),
        _pair("one", 1, -1.0),
        _pair("one", 2, -2.0),
        _pair("one", 3, 3.0, linked=True),
    ]
    rows = list(rows_of(pairs, [0.45, 0.35, 0.25, 0.9], marks=4))
    assert [(row.least, row.added, row.added_right) for row in rows] == [
        (None, 0, 0), (0.5, 0, 0), (0.4, 1, 1), (0.3, 1, 1), (0.2, 2, 1), (0.1, 2, 1),
    ]  # fmt: skip
    assert rows[2] == Row(least=0.4, added=1, added_right=1, pairs=2, right=2, met=2, marks=4)
    assert rows[2].f1 == pytest.approx(2 / 3)
    assert Row(least=None, added=0, added_right=0, pairs=0, right=0, met=0, marks=0).f1 == 0
