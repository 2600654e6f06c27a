"""The made copies and made-up news are what they say, and the same for the same seed."""

from pathlib import Path
from random import Random

import pytest
from benchmarks.copied import AGENCY, credited, kept, light_copies
from benchmarks.copies import growth, made_up
from benchmarks.made_up import read_articles
from tests.unit.ledger.ledger_samples import makers

from rejoinder.model.article import Article


@pytest.fixture(scope="module")
def original(samples: Path) -> Article:
    return read_articles([str(samples / "courier-duel-1.txt")])[0]


def test_the_same_seed_gives_the_same_copies(original: Article) -> None:
    once = list(light_copies(original, 20, seed=1))
    assert once == list(light_copies(original, 20, seed=1))
    assert once[:5] == list(light_copies(original, 5, seed=1))
    assert once != list(light_copies(original, 20, seed=2))


def test_copies_differ_in_everything_that_editors_change(original: Article) -> None:
    made = list(light_copies(original, 60))

    assert len({one["text"] for one in made}) > 55
    assert len({one["title"] for one in made}) > 50
    assert len({one["publisher"] for one in made}) == 60
    assert 0.6 < sum(AGENCY in one["text"] for one in made) / 60 < 1
    assert len({one.get("published") for one in made}) == 5
    assert min(len(one["text"]) for one in made) < 0.75 * max(len(one["text"]) for one in made)
    assert {"\r\n" in one["text"] for one in made} == {True, False}


def test_an_editor_keeps_three_paragraphs_in_five() -> None:

    draws: list[Random] = [Random(n) for n in range(50)]
    counts = {len(kept([str(n) for n in range(10)], draw)) for draw in draws}

    assert min(counts) == 6
    assert max(counts) == 10
    assert all(kept(["only"], draw) == ["only"] for draw in draws)
    assert {tuple(credited(["a"], draw)) for draw in draws} >= {("a",), ("a", f"({AGENCY})")}


def test_made_up_news_keeps_its_zones_and_shares_no_words_between_worlds(
    original: Article,
) -> None:
    made = list(made_up([original], 30, seed=3))

    assert len(made) == 30
    assert len({each.id for each in made}) == 30
    for each in made:
        assert len(each.text) == len(original.text)
        assert each.zones == original.zones
    assert len({each.text[:200] for each in made}) > 10


def test_the_benchmark_tells_of_every_size(original: Article, tmp_path: Path) -> None:
    (small, *first), (large, *second) = growth([original], [4, 12], 1, makers(), tmp_path, probes=2)

    assert (small, large) == (4, 12)
    assert all(float(each) > 0 for each in (*first[:2], *second[:2]))
    assert second[2] >= first[2]
