"""Whose claims a denial turns down: they are in its content, and a statement of their own."""

import pytest
from tests.articles import article, whole

from rejoinder.model.statement import Act
from rejoinder.pipeline.stages import Engine

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "denied", "claimed", "by"),
    [
        pytest.param(
            "Peru rejected accusations by Chile that it had mined the pass.",
            "accusations by Chile that it had mined the pass", "it had mined the pass",
            "state:CHL", id="by",
        ),
        pytest.param(
            "Peru has denied allegations from Chile that its jets crossed the border.",
            "allegations from Chile that its jets crossed the border",
            "its jets crossed the border", "state:CHL", id="from",
        ),
        pytest.param(
            "Peru denies Chilean claims that it had armed a gang.",
            "Chilean claims that it had armed a gang", "it had armed a gang", "state:CHL",
            id="adjective",
        ),
        pytest.param(
            "Peru rejected calls by Chile for a truce.", "calls by Chile for a truce", "a truce",
            "state:CHL", id="calls",
        ),
    ],
)  # fmt: skip
def test_what_is_turned_down_is_said_by_whom_it_names(
    engine: Engine, text: str, denied: str, claimed: str, by: str
) -> None:
    record = engine.extract(article(text, zones=whole(text)))
    told = {
        " | ".join(span.text_of(text) for span in each.content): each for each in record.statements
    }
    outer, inner = told[denied], told[claimed]
    assert outer.speaker == ("state:PER",)
    assert outer.act in {Act.DENY, Act.REFUSE}
    assert (inner.speaker, inner.parent) == ((by,), outer.id)
    assert [(link.answer, link.answered) for link in record.links] == [(outer.id, inner.id)]
