"""The pairing is the best there is."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from rejoinder.evaluation.assignment import assign

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.01, 2.0), max_size=14
)


def best_by_trying_all(weights: dict[tuple[int, int], float]) -> float:
    """Give every left item a right one or none (a number past the last) in every order."""
    lefts, rights = sorted({i for i, _ in weights}), sorted({j for _, j in weights})
    columns = [*rights, *range(100, 100 + len(lefts))]
    return max(
        sum(weights.get(pair, 0.0) for pair in zip(lefts, order, strict=True))
        for order in permutations(columns, len(lefts))
    )


@given(WEIGHTS.filter(lambda w: len({i for i, _ in w}) <= 3))
def test_no_other_pairing_weighs_more(weights: dict[tuple[int, int], float]) -> None:
    pairs = assign(weights)
    assert len(set(pairs.values())) == len(pairs)
    total = sum(weights[pair] for pair in pairs.items())
    assert abs(total - best_by_trying_all(weights)) < 1e-9


@given(WEIGHTS)
def test_order_of_the_input_changes_nothing(weights: dict[tuple[int, int], float]) -> None:
    backwards = dict(reversed(weights.items()))
    assert assign(weights) == assign(backwards)


def test_two_light_pairs_beat_one_heavy() -> None:
    weights = {(0, 0): 1.0, (0, 1): 0.7, (1, 0): 0.6}
    assert assign(weights) == {0: 1, 1: 0}


def test_one_heavy_pair_beats_two_light() -> None:
    weights = {(0, 0): 1.0, (0, 1): 0.3, (1, 0): 0.3}
    assert assign(weights) == {0: 0}


def test_a_long_chain_is_exchanged_to_its_end() -> None:
    weights = {(n, n): 1.0 for n in range(40)} | {(n, n + 1): 1.1 for n in range(40)}
    assert assign(weights) == {n: n + 1 for n in range(40)}
