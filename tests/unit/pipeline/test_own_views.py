"""What a state's spokesman says that the state thinks or asks, he says himself."""

import pytest
from tests.articles import article

from rejoinder.model.statement import Act
from rejoinder.pipeline.stages import build_engine
from rejoinder.statements.taggers import RULES

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "The Greek Foreign Ministry said that Greece condemns Poland's decision.",
            [Act.CRITICISE, Act.CRITICISE],
        ),
        (
            "The Greek Foreign Ministry said that Sweden condemns Poland's decision.",
            [Act.ASSERT, Act.CRITICISE],
        ),
        (
            "The Greek Foreign Ministry said that Greece rejects Poland's plan.",
            [Act.REFUSE, Act.REFUSE],
        ),
    ],
    ids=["its own state", "another state", "what its own state rejects"],
)
def test_the_view_of_ones_own_state(text: str, acts: list[Act]) -> None:
    record = build_engine(RULES).extract(article(text))
    assert [one.act for one in record.statements] == acts
