"""Denials that leave out what they deny."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("words", "speaker", "between", "found"),
    [
        pytest.param("it did not", "state:BEL", "", True, id="did not"),
        pytest.param("it hadn’t", "state:BEL", "", True, id="contracted"),
        pytest.param("it did not sleep", "state:BEL", "", False, id="says what"),
        pytest.param("it did not", "state:AVA", "", False, id="of the same side"),
        pytest.param("it did not", None, "", False, id="of nobody"),
        pytest.param(
            "it did not", "state:BEL", "The harbour froze. Ice came early. ", False, id="far off"
        ),
    ],
)
def test_what_is_left_out_is_what_was_said_before(
    words: str, speaker: str | None, between: str, found: bool
) -> None:
    story = told(f"Avaria said that Belmark shelled the pier. {between}The envoy said {words}.")
    first = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark shelled the pier", cue="said",
        source="Avaria",
    )  # fmt: skip
    second = story.say(Act.DENY, speaker, None, words, cue="said", source="The envoy")
    links = [
        (link.answer, link.answered, link.relation)
        for link in link_within(story.record())
        if link.evidence == story.span(words)
    ]
    assert links == ([(second, first, Relation.DENIES)] if found else [])
