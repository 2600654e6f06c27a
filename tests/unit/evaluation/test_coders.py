"""Agreement is what published examples and the properties of the measures say it is."""

import random
from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.evaluation.coders import agreement_of, cohen_kappa, krippendorff_alpha
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.review import Reading
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation
from rejoinder.views.disputes import RatingView


def table(rows: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return the pairs that a table of counts stands for; rows are the first rater's."""
    return [
        (one, other)
        for one, row in enumerate(rows)
        for other, n in enumerate(row)
        for _ in range(n)
    ]


def units(*raters: str) -> list[list[str]]:
    """Return the values by unit of raters that are written in lines; a dot is no value."""
    return [[each for each in unit if each != "."] for unit in zip(*raters, strict=True)]


@pytest.mark.parametrize(
    ("rows", "kappa"),
    [
        # J. L. Fleiss, Statistical Methods for Rates and Proportions (1981), chapter 13: three
        # diagnoses of 100 subjects; observed .89, expected .66, so .23 / .34.
        ([[75, 1, 4], [5, 4, 1], [0, 0, 10]], 0.23 / 0.34),
        # By hand: observed 35 of 50, expected .5 * .6 + .5 * .4, so .2 / .5.
        ([[20, 5], [10, 15]], 0.4),
        # By hand: the same share agrees in both, the marginals do not.
        ([[45, 15], [25, 15]], 0.06 / 0.46),
        ([[25, 35], [5, 35]], 0.14 / 0.54),
        # Never the same: observed 0, expected .5.
        ([[0, 5], [5, 0]], -1.0),
    ],
    ids=["fleiss", "fifty", "skewed", "even", "opposed"],
)
def test_kappa_of_published_and_worked_tables(rows: list[list[int]], kappa: float) -> None:
    assert cohen_kappa(table(rows)) == pytest.approx(kappa)


# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), examples A to C.
@pytest.mark.parametrize(
    ("raters", "alpha"),
    [
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
    ids=["two values", "five values", "four raters, values missing"],
)
def test_alpha_of_published_examples(raters: tuple[str, ...], alpha: float) -> None:
    found = krippendorff_alpha(units(*raters))
    assert found == pytest.approx(alpha, abs=0.0005)


def test_alpha_by_hand_where_one_rater_says_nothing_of_a_unit() -> None:
    # Coincidences: two units of two alike, one of two unlike; the fourth has one value alone.
    # n = 6, four a and two b: D_o = 2 / 6, D_e = (36 - 16 - 4) / 30.
    found = krippendorff_alpha([["a", "a"], ["a", "a"], ["a", "b"], ["b"]])
    assert found == pytest.approx(1 - (2 / 6) / ((36 - 25 - 1) / 30))


@pytest.mark.parametrize("nothing", [[], [("a", "a")], [("a", "a"), ("a", "a")]])
def test_there_is_no_figure_where_chance_alone_agrees(nothing: list[tuple[str, str]]) -> None:
    assert cohen_kappa(nothing) is None
    assert krippendorff_alpha(nothing) is None


_PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1)


@given(_PAIRS)
def test_kappa_is_one_only_where_all_agree_and_the_same_either_way(
    pairs: list[tuple[str, str]],
) -> None:
    kappa = cohen_kappa(pairs)
    turned = cohen_kappa([(other, one) for one, other in pairs])
    if kappa is None:
        assert turned is None
        return
    assert turned == pytest.approx(kappa)
    assert kappa <= 1
    assert (kappa == 1) == all(one == other for one, other in pairs)


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=12), st.randoms())
def test_alpha_does_not_depend_on_order_names_or_units_with_one_value(
    rated: list[list[str]], chance: random.Random
) -> None:
    alpha = krippendorff_alpha(rated)
    mixed = [chance.sample(unit, len(unit)) for unit in chance.sample(rated, len(rated))]
    renamed = [[{"a": 7, "b": 8, "c": 9}[each] for each in unit] for unit in mixed]
    other = krippendorff_alpha([*renamed, [7]])
    if alpha is None:
        assert other is None
        return
    assert other == pytest.approx(alpha)
    assert alpha <= 1
    pairable = [unit for unit in rated if len(unit) > 1]
    assert (alpha == pytest.approx(1)) == all(len(set(unit)) == 1 for unit in pairable)


def rating(root: str, reviewer: str, act: Act | None, speaker: str = "per:a") -> RatingView:
    """Return what somebody says of a statement; None for a rejection."""
    reading = Reading(
        source=(),
        cue=(),
        content=(Span(0, 5),),
        quotation=Quotation.INDIRECT,
        act=act or Act.ASSERT,
        speaker=(ActorId(speaker),),
        addressee=(),
        about=(),
    )
    return RatingView(
        root=StatementId(root), reviewer=reviewer, rejected=act is None, reading=reading
    )


def test_parts_are_compared_where_both_keep_the_statement() -> None:
    found = agreement_of(
        [
            rating("1", "una", Act.DENY),
            rating("1", "ivo", Act.DENY),
            rating("2", "una", Act.DENY),
            rating("2", "ivo", Act.WARN),
            rating("3", "una", None),
            rating("3", "ivo", Act.WARN),
            rating("4", "una", Act.WARN),
        ]
    )
    assert (found.statements, found.reviewers) == (3, ("ivo", "una"))
    by_part = {each.part: each for each in found.measures}
    kept, act = by_part["kept"], by_part["act"]
    assert kept.units == 3
    assert kept.pairs[0].observed == pytest.approx(2 / 3)
    assert (act.units, act.pairs[0].observed) == (2, 0.5)
    assert act.pairs[0].kappa == pytest.approx((0.5 - 0.5) / 0.5)
    assert by_part["speaker"].alpha is None


def test_raters_may_be_given_in_any_order() -> None:
    said = [
        rating("1", "una", Act.DENY),
        rating("1", "ivo", Act.WARN),
        rating("1", "eda", Act.WARN),
    ]
    assert len({agreement_of(each) for each in permutations(said)}) == 1
