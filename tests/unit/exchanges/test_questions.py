"""Questions and answers of a transcript."""

from dataclasses import replace

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act, Quotation


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


@pytest.mark.parametrize(
    ("before", "question", "between", "linked"),
    [
        pytest.param("Tarn", "Do you know who dug it?", "", True, id="you"),
        pytest.param("Tarn", "Who dug it?", "", True, id="he spoke before"),
        pytest.param("Orlin", "Who dug it?", "", False, id="put to nobody"),
        pytest.param("Tarn", "Somebody dug it.", "", False, id="no question"),
        pytest.param("Tarn", "Do you know who dug it?", "Rain fell. Snow fell. ", False, id="far"),
    ],
)
def test_quoted_question_is_answered_by_whom_it_is_put_to(
    before: str, question: str, between: str, linked: bool
) -> None:
    story = told(
        f"{before} said: “The canal is new.” Avaria said: “{question}” {between}"
        "Tarn said: “Our grandfathers.”"
    )
    person = {"Tarn": "per:tarn", "Orlin": "per:orlin"}[before]
    story.say(Act.ASSERT, person, None, "The canal is new.", cue="said", source=before)
    asked = story.say(Act.ASSERT, "state:AVA", None, question, cue="said", source="Avaria")
    answer = story.say(Act.ASSERT, "per:tarn", None, "Our grandfathers.", cue="said", source="Tarn")
    story.statements = [replace(one, quotation=Quotation.DIRECT) for one in story.statements]
    found = {(link.answer, link.answered) for link in link_within(story.record())}
    assert ((answer, asked) in found) is linked


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
