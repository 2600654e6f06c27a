"""Which pairs of sentences land on one side of one claim, read by the engine as it is."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.articles import article, whole
from tests.unit.exchanges.claims.paraphrases import ONLY_ALIKE, SAME

from rejoinder.exchanges.claims.group import group_claims
from rejoinder.model.claim import Side
from rejoinder.model.record import ArticleRecord

if TYPE_CHECKING:
    from rejoinder.pipeline.stages import Engine

DAY = date(2031, 5, 8)


def read(engine: "Engine", ref: str, text: str) -> ArticleRecord:
    return engine.extract(article(text, ref, publisher=ref, published=DAY, zones=whole(text)))


def are_one(engine: "Engine", pair: tuple[str, str]) -> bool:
    """Say whether a statement of each is on one side of one claim."""
    left, right = (read(engine, ref, text) for ref, text in zip("ab", pair, strict=True))
    articles = {left.article.id, right.article.id}
    return any(
        {part.article_id for part in claim.parts if part.side is side} == articles
        for claim in group_claims([left, right], [*left.links, *right.links])
        for side in Side
    )


def test_there_are_sixty_pairs_and_more() -> None:
    assert len(SAME) >= 30
    assert len(ONLY_ALIKE) >= 30
    assert SAME.keys().isdisjoint(ONLY_ALIKE)


# A sentence may be misread when the engine changes; the table as a whole may not.
@pytest.mark.model
def test_paraphrases_are_one_claim(engine: "Engine") -> None:
    missed = [name for name, pair in SAME.items() if not are_one(engine, pair)]
    assert len(missed) <= 4, missed


@pytest.mark.model
def test_what_only_looks_alike_stays_apart(engine: "Engine") -> None:
    joined = [name for name, pair in ONLY_ALIKE.items() if are_one(engine, pair)]
    assert len(joined) <= 2, joined


@pytest.mark.model
@pytest.mark.parametrize("name", ["negated", "denied"])
def test_a_denial_is_on_the_other_side_of_the_claim(engine: "Engine", name: str) -> None:
    left, right = (
        read(engine, ref, text) for ref, text in zip("ab", ONLY_ALIKE[name], strict=True)
    )
    (both,) = [
        claim
        for claim in group_claims([left, right], [*left.links, *right.links])
        if len({part.article_id for part in claim.parts}) > 1
    ]
    assert {part.side for part in both.parts} == {Side.ASSERTS, Side.DENIES}
    assert both.status.value == "contested"
