"""Questions and answers of a transcript."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("question", "linked"),
    [
        pytest.param("Will Orlen be held?", True, id="a question"),
        pytest.param("Will Orlen be held? I ask you.", True, id="a word on it behind"),
        pytest.param("I thank you for coming.", False, id="no question"),
    ],
)
def test_next_turn_answers_a_question(question: str, linked: bool) -> None:
    story = told(f"Avaria: {question}\nJoren Tarn: The road is long.\nAvaria: The mines are deep.")
    asked = story.say(Act.ASSERT, "state:AVA", None, question, cue=":", source="Avaria")
    answer = story.say(
        Act.ASSERT, "per:tarn", None, "The road is long.", cue=":", source="Joren Tarn"
    )
    last = story.say(Act.ASSERT, "state:AVA", None, "The mines are deep.", cue=":", source="Avaria")
    found = {(link.answer, link.answered): link.relation for link in link_within(story.record())}
    assert found.get((answer, asked)) == (Relation.ANSWERS if linked else None)
    assert (last, answer) not in found


def test_who_rejects_denies_what_the_question_recounts() -> None:
    story = told(
        "Avaria: Cyrland claims that Belmark burned the bridge. Is that so?\nJoren Tarn: Nonsense."
    )
    asked = story.say(
        Act.ASSERT, "state:AVA", None,
        "Cyrland claims that Belmark burned the bridge. Is that so?", cue=":", source="Avaria",
    )  # fmt: skip
    claim = story.say(
        Act.ACCUSE, "state:CYR", "state:BEL", "Belmark burned the bridge", cue="claims",
        source="Cyrland", parent=asked,
    )  # fmt: skip
    answer = story.say(Act.DENY, "per:tarn", None, "Nonsense.", cue=":", source="Joren Tarn")
    found = {(link.answer, link.answered): link.relation for link in link_within(story.record())}
    assert found[answer, asked] is Relation.ANSWERS
    assert found[answer, claim] is Relation.DENIES
