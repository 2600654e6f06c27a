from collections import Counter

import pytest

from rejoinder.training.pairs.folds import folds_of, groups_of

WORDS = "amber bread cedar dune ember flint grove heron inlet jetty kelp larch".split()
TEXTS = [
    f"{WORDS[k % 12]} {k} met {WORDS[(k * 5) % 12]} {k} to talk of {WORDS[(k * 7) % 12]} {k}"
    for k in range(60)
]


def test_texts_that_share_much_stand_in_one_group() -> None:
    texts = [
        "the old mill by the river burned down on friday night",
        "they say the old mill by the river burned down",
        "a new bridge over the bay was opened in spring",
    ]
    assert groups_of(texts) == [0, 0, 2]


def test_likeness_is_passed_on() -> None:
    texts = ["a b c d e f", "c d e f g h", "e f g h i j"]
    assert len(set(groups_of(texts))) == 1


def test_short_texts_are_alike_only_to_themselves() -> None:
    assert groups_of(["so be", "so be", "so be it", "so be it"]) == [0, 1, 2, 2]


@pytest.mark.parametrize("count", [2, 5])
def test_a_group_is_in_one_fold_and_labels_are_spread_evenly(count: int) -> None:
    texts = [*TEXTS, *TEXTS[:20]]
    labels = ["AID" if k % 60 < 10 else "ACCUSE" for k in range(80)]
    fold = folds_of(texts, labels, count)
    for group in set(groups_of(texts)):
        assert len({f for f, g in zip(fold, groups_of(texts), strict=True) if g == group}) == 1
    for label in ("AID", "ACCUSE"):
        held = Counter(f for f, own in zip(fold, labels, strict=True) if own == label)
        assert max(held.values()) - min(held.values()) <= 2
        assert set(held) == set(range(count))


def test_folds_do_not_depend_on_chance() -> None:
    labels = ["AID"] * 60
    assert folds_of(TEXTS, labels, 5) == folds_of(TEXTS, labels, 5)
