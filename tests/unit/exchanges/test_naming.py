"""Deeds that accusing or rejecting words name as known."""

from dataclasses import replace

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("words", "act", "named"),
    [
        pytest.param("the attack was planned by Belmark", Act.ACCUSE, "the attack", id="bare"),
        pytest.param("Belmark stands behind the shelling", Act.ACCUSE, "the shelling", id="noun"),
        pytest.param("such violence is shameful", Act.CRITICISE, "such violence", id="such"),
        pytest.param("Belmark stands behind the attack on a bank", Act.ACCUSE, None, id="another"),
        pytest.param("the embargo was planned by Belmark", Act.ACCUSE, None, id="of another type"),
        pytest.param("the attack was long ago", Act.ASSERT, None, id="merely told"),
    ],
)
def test_deed_told_before_is_answered(words: str, act: Act, named: str | None) -> None:
    story = told(f"Gunmen began shelling the harbour at night. Avaria said that {words}.")
    deed = story.happen(EventType.ASSAULT, "state:BEL", "Gunmen began shelling the harbour")
    answer = story.say(act, "state:AVA", "state:BEL", words, cue="said", source="Avaria")
    links = link_within(story.record())
    found = [(link.answer, link.answered, link.relation) for link in links]
    assert found == ([(answer, deed, Relation.ANSWERS)] if named else [])
    assert [link.evidence.text_of(story.text) for link in links if link.evidence] == (
        [named] if named else []
    )


def test_deed_of_the_same_words_is_the_one_that_the_publisher_tells() -> None:
    story = told(
        "Avaria said that Belmark shelled the harbour. Tarn is tried for shelling the harbour. "
        "Avaria condemned the shelling of the harbour."
    )
    claim = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark shelled the harbour", cue="said",
        source="Avaria",
    )  # fmt: skip
    for words in ("Belmark shelled the harbour", "shelling the harbour", "the shelling of the"):
        story.happen(EventType.ASSAULT, "state:BEL", words)
    judged = story.say(
        Act.CRITICISE, "state:AVA", None, "the shelling of the harbour", cue="condemned",
        source="Avaria",
    )  # fmt: skip
    tellers = (claim, None, judged)
    record = story.record()
    events = tuple(
        replace(event, asserted_by=by) for event, by in zip(record.events, tellers, strict=True)
    )
    links = link_within(replace(record, events=events))
    deeds = {event.id for event in events}
    assert [link.answered for link in links if link.answered in deeds] == [events[1].id]


def test_deed_that_a_nested_statement_judges_is_not_the_tellers() -> None:
    story = told("Avaria said that Tarn condemned the raid at Orlen.")
    story.happen(EventType.ASSAULT, "state:BEL", "the raid at Orlen")
    outer = story.say(
        Act.ASSERT, "state:AVA", None, "Tarn condemned the raid at Orlen", cue="said",
        source="Avaria",
    )  # fmt: skip
    inner = story.say(
        Act.CRITICISE, "per:tarn", None, "the raid at Orlen", cue="condemned", source="Tarn",
        parent=outer,
    )  # fmt: skip
    assert [link.answer for link in link_within(story.record())] == [inner]


@pytest.mark.parametrize(
    ("words", "cue", "act", "named"),
    [
        pytest.param("the shelling a crime of war", "labelled", Act.ASSERT, "the shelling",
                     id="rated"),
        pytest.param("an end to the violence", "demanded", Act.DEMAND, "the violence",
                     id="to be ended"),
        pytest.param("the shelling was long ago", "said", Act.ASSERT, None, id="merely told"),
    ],
)  # fmt: skip
def test_rated_or_unwanted_deed_is_answered(
    words: str, cue: str, act: Act, named: str | None
) -> None:
    story = told(f"Gunmen began shelling the harbour at night. Avaria {cue} {words}.")
    deed = story.happen(EventType.ASSAULT, "state:BEL", "Gunmen began shelling the harbour")
    story.say(act, "state:AVA", None, words, cue=cue, source="Avaria")
    links = link_within(story.record())
    assert [link.answered for link in links] == ([deed] if named else [])
    assert [link.evidence.text_of(story.text) for link in links if link.evidence] == (
        [named] if named else []
    )


@pytest.mark.parametrize(
    ("words", "act", "named"),
    [
        pytest.param("candles be lit for those who died", Act.DEMAND, "those who died", id="who"),
        pytest.param("no blood was shed in vain", Act.CRITICISE, "blood was shed", id="blood"),
        pytest.param("the deadly crisis must end", Act.DEMAND, "the deadly crisis", id="deadly"),
        pytest.param("the deaths were many", Act.ASSERT, None, id="merely told"),
        pytest.param("candles be lit", Act.DEMAND, None, id="no deaths"),
    ],
)
def test_deaths_that_the_publisher_told_of_are_answered(
    words: str, act: Act, named: str | None
) -> None:
    story = told(f"Clashes in the harbour left ten dead. Avaria asked that {words}.")
    deed = story.happen(EventType.ASSAULT, "state:BEL", "Clashes in the harbour left ten dead")
    story.say(act, "state:AVA", None, words, cue="asked", source="Avaria")
    links = link_within(story.record())
    assert [link.answered for link in links] == ([deed] if named else [])
    assert [link.evidence.text_of(story.text) for link in links if link.evidence] == (
        [named] if named else []
    )


@pytest.mark.parametrize(
    ("told_as", "linked"),
    [
        pytest.param("Belmark announced its decision to close the harbour", True, id="a decision"),
        pytest.param("Belmark closed the harbour", False, id="a deed"),
    ],
)
def test_decision_is_one_that_is_told_as_a_decision(told_as: str, linked: bool) -> None:
    story = told(f"{told_as}. Avaria said that Tarn stands behind the decision.")
    deed = story.happen(EventType.SANCTION, "state:BEL", told_as)
    story.say(
        Act.ACCUSE, "state:AVA", "per:tarn", "Tarn stands behind the decision", cue="said",
        source="Avaria",
    )  # fmt: skip
    assert [link.answered for link in link_within(story.record())] == ([deed] if linked else [])


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("the step taken by Belmark was rash", True, id="by"),
        pytest.param("Belmark's move was rash", True, id="possessive"),
        pytest.param("the step taken by Cyrland was rash", False, id="another's"),
        pytest.param("the step was rash", True, id="nobody's, just told"),
        pytest.param("Cyrland backs the step", False, id="beside the point"),
    ],
)
def test_step_is_what_its_doer_did_last(words: str, linked: bool) -> None:
    story = told(f"Belmark closed the harbour. Avaria said that {words}.")
    deed = story.happen(EventType.SANCTION, "state:BEL", "Belmark closed the harbour")
    story.say(Act.CRITICISE, "state:AVA", None, words, cue="said", source="Avaria")
    assert [link.answered for link in link_within(story.record())] == ([deed] if linked else [])


@pytest.mark.parametrize("teller", ["gov:AVA-defence", "state:CYR"])
def test_step_may_be_one_that_the_own_side_judged(teller: str) -> None:
    story = told(
        "The ministry condemned Belmark's plan to close the harbour. Avaria said that Belmark's "
        "move was rash."
    )
    judged = story.say(
        Act.CRITICISE, teller, "state:BEL", "Belmark's plan to close the harbour",
        cue="condemned", source="The ministry",
    )  # fmt: skip
    story.happen(EventType.SANCTION, "state:BEL", "Belmark's plan to close the harbour")
    story.events = [replace(story.events[0], asserted_by=judged)]
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, "Belmark's move was rash", cue="said", source="Avaria"
    )
    found = [link.answered for link in link_within(story.record()) if link.answer == answer]
    assert (story.events[0].id in found) is (teller == "gov:AVA-defence")


@pytest.mark.parametrize(
    ("act", "words", "linked"),
    [
        pytest.param(Act.ACCUSE, "the blockade starves the port", True, id="charges by it"),
        pytest.param(Act.WARN, "the blockade will cost Belmark dear", True, id="warns of it"),
        pytest.param(Act.ASSERT, "boats rot since the blockade", False, id="only dates by it"),
        pytest.param(Act.ACCUSE, "the raid starves the port", False, id="another deed"),
        pytest.param(Act.ACCUSE, "Belmark burns papers on the blockade", False, id="in passing"),
    ],
)
def test_deed_that_somebody_else_told_is_known_to_who_judges_it(
    act: Act, words: str, linked: bool
) -> None:
    rain = "Rain fell. " * 14
    story = told(
        f"Cyrland said that Belmark began a blockade of the port. {rain}Avaria said {words}."
    )
    claim = story.say(
        Act.ASSERT, "state:CYR", "state:BEL", "Belmark began a blockade of the port", cue="said",
        source="Cyrland",
    )  # fmt: skip
    deed = story.happen(EventType.COERCE, "state:BEL", "began a blockade of the port")
    story.tell(deed, claim)
    answer = story.say(act, "state:AVA", "state:BEL", words, cue="said", source="Avaria")
    found = [link.answered for link in link_within(story.record()) if link.answer == answer]
    assert found == ([deed] if linked else [])
