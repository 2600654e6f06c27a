"""How far reviewers agree: Cohen's kappa for each two of them, Krippendorff's alpha for all."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rejoinder.views.disputes import RatingView

__all__ = [
    "AgreementView",
    "MeasureView",
    "PairAgreement",
    "agreement_of",
    "cohen_kappa",
    "krippendorff_alpha",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairAgreement:
    """How far two reviewers agree.

    Attributes:
        units: statements on which both said something.
        observed: share of them on which they say the same.
        kappa: Cohen's; None where chance alone would make them agree on all.
    """

    one: str
    other: str
    units: int
    observed: float
    kappa: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    """How far reviewers agree on one part of statements.

    Attributes:
        part: what was compared: kept, act, words, speaker, addressee or about.
        units: statements on which at least two reviewers said something.
        alpha: Krippendorff's; None where all say one and the same of everything, or nothing.
    """

    part: str
    units: int
    alpha: float | None
    pairs: tuple[PairAgreement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """How far reviewers agree.

    Attributes:
        statements: judged by at least two reviewers.
        reviewers: who they are.
    """

    statements: int
    reviewers: tuple[str, ...]
    measures: tuple[MeasureView, ...]


def cohen_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Return Cohen's kappa of two raters; None where agreement by chance is certain, or no pair is.

    ``(p_o - p_e) / (1 - p_e)`` with ``p_o`` the share of units on which both say the same, and
    ``p_e`` the sum over categories of the product of the two raters' shares of it. J. Cohen, "A
    coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
    (1960), 37-46.

    Args:
        pairs: what the first and the second rater said, of each unit.
    """
    both = list(pairs)
    if not both:
        return None
    first, second = Counter(one for one, _ in both), Counter(other for _, other in both)
    observed = sum(one == other for one, other in both) / len(both)
    expected = sum(first[each] * second[each] for each in first) / len(both) ** 2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Return Krippendorff's alpha for nominal data, any number of raters, and missing values.

    ``1 - D_o / D_e`` from the matrix of coincidences: a unit of ``m`` values adds ``1 / (m - 1)``
    for each ordered pair of its values; what has one value alone is left out. ``D_o`` is the share
    of coincidences that do not match, ``D_e`` the share that would not if all ``n`` values were
    paired at random, without putting one back. K. Krippendorff, "Computing Krippendorff's
    Alpha-Reliability" (2011), sections C and D.

    Args:
        units: the values that each unit was given; who did not rate it gives none.

    Returns:
        None where no two values can be paired, or all of them are the same.
    """
    coincidences: defaultdict[Hashable, float] = defaultdict(float)
    totals: Counter[Hashable] = Counter()
    for values in units:
        if len(values) < 2:
            continue
        counts = Counter(values)
        totals.update(counts)
        for value, count in counts.items():
            coincidences[value] += count * (count - 1) / (len(values) - 1)
    n = sum(totals.values())
    unlike = n * n - sum(count * count for count in totals.values())
    if not unlike:
        return None
    observed = n - sum(coincidences[value] for value in totals)
    return 1 - (n - 1) * observed / unlike


def agreement_of(ratings: Iterable[RatingView]) -> AgreementView:
    """Return how far reviewers agree on the statements that several of them judged.

    Whether a statement is to be kept is compared on all of them, the rest where it is kept.
    """
    said: defaultdict[str, dict[str, RatingView]] = defaultdict(dict)
    for each in ratings:
        said[each.root][each.reviewer] = each
    units = [each for each in said.values() if len(each) > 1]
    return AgreementView(
        statements=len(units),
        reviewers=tuple(sorted({reviewer for unit in units for reviewer in unit})),
        measures=tuple(_measure(part, value, units) for part, value in _PARTS.items()),
    )


def _measure(
    part: str,
    value: Callable[[RatingView], Hashable],
    units: Sequence[Mapping[str, RatingView]],
) -> MeasureView:
    told = [
        {who: value(each) for who, each in unit.items() if part == "kept" or not each.rejected}
        for unit in units
    ]
    shared = [unit for unit in told if len(unit) > 1]
    reviewers = sorted({who for unit in shared for who in unit})
    return MeasureView(
        part=part,
        units=len(shared),
        alpha=krippendorff_alpha([tuple(unit.values()) for unit in shared]),
        pairs=tuple(
            _pair(one, other, both)
            for one, other in combinations(reviewers, 2)
            if (both := [(u[one], u[other]) for u in shared if one in u and other in u])
        ),
    )


def _pair(one: str, other: str, both: Sequence[tuple[Hashable, Hashable]]) -> PairAgreement:
    return PairAgreement(
        one=one,
        other=other,
        units=len(both),
        observed=sum(left == right for left, right in both) / len(both),
        kappa=cohen_kappa(both),
    )


_PARTS: Mapping[str, Callable[[RatingView], Hashable]] = {
    "kept": lambda each: not each.rejected,
    "act": lambda each: each.reading.act,
    "words": lambda each: (each.reading.source, each.reading.cue, each.reading.content),
    "speaker": lambda each: frozenset(each.reading.speaker),
    "addressee": lambda each: frozenset(each.reading.addressee),
    "about": lambda each: frozenset(each.reading.about),
}
