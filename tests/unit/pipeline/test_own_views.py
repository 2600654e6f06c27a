"""What a spokesman says that the state or the person whom he speaks for thinks, he says."""

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
        (
            "Zoran Vey spoke. A spokesman for Mr. Vey said that Mr. Vey condemns the vote.",
            [Act.CRITICISE, Act.CRITICISE],
        ),
        (
            "Zoran Vey spoke. A spokesman for Mr. Vey said that Mr. Tarn condemns the vote.",
            [Act.ASSERT, Act.CRITICISE],
        ),
    ],
    ids=[
        "its own state",
        "another state",
        "what its own state rejects",
        "whom a spokesman speaks for",
        "whom he does not speak for",
    ],
)
def test_the_view_of_ones_own_state(text: str, acts: list[Act]) -> None:
    record = build_engine(RULES).extract(article(text))
    assert [one.act for one in record.statements] == acts
