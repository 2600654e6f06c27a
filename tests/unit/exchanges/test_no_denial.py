"""Words that look like a denial of somebody else's and are none."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

_DENYING = {Relation.DENIES, Relation.REFUSES}


@pytest.mark.parametrize(
    ("cue", "content", "denies"),
    [
        pytest.param("repeated", "his false claims about the old ferry", False, id="repeated"),
        pytest.param("stood by", "his untrue charges about the old ferry", False, id="stood by"),
        pytest.param("dismissed", "the false claims about the old ferry", True, id="of another"),
    ],
)
def test_who_says_his_own_false_claims_again_denies_nothing(
    cue: str, content: str, denies: bool
) -> None:
    story = told(f"Avaria said that Tarn sank the old ferry. Tarn {cue} {content}.")
    claim = story.say(
        Act.ACCUSE, "state:AVA", "per:tarn", "Tarn sank the old ferry", cue="said", source="Avaria"
    )
    story.say(Act.DENY, "per:tarn", None, content, cue=cue, source="Tarn")
    found = [link.answered for link in link_within(story.record()) if link.relation in _DENYING]
    assert found == ([claim] if denies else [])


@pytest.mark.parametrize(
    ("act", "denial", "denies"),
    [
        pytest.param(Act.WARN, "that he had sold the friends of the mill", False, id="a warning"),
        pytest.param(
            Act.PREDICT, "claims that he had sold a pact on the mill", False, id="a forecast"
        ),
        pytest.param(Act.WARN, "this", True, id="a warning, taken up"),
        pytest.param(
            Act.WARN, "that the dam could break without a pact on water", True, id="in its words"
        ),
        pytest.param(Act.ACCUSE, "that he had sold the friends of the mill", True, id="a charge"),
    ],
)
def test_warning_is_denied_only_in_like_words(act: Act, denial: str, denies: bool) -> None:
    story = told(
        "Avaria told Tarn that the dam could break without a pact on water. "
        f"Tarn disputed {denial}."
    )
    first = story.say(
        act, "state:AVA", "per:tarn", "the dam could break without a pact on water", cue="told",
        source="Avaria",
    )  # fmt: skip
    story.say(Act.DENY, "per:tarn", None, denial, cue="disputed", source="Tarn")
    found = [link.answered for link in link_within(story.record()) if link.relation in _DENYING]
    assert found == ([first] if denies else [])


@pytest.mark.parametrize(
    ("content", "explicit"),
    [("that", True), ("that notion", True), ("that the road to the mill was ever shut", False)],
)
def test_that_which_begins_a_clause_stands_for_nothing(content: str, explicit: bool) -> None:
    story = told(
        "Avaria accused Belmark of closing the road to the mill. It rained for a week. "
        f"The lake rose. Belmark denies {content}."
    )
    story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark of closing the road to the mill",
        cue="accused", source="Avaria",
    )  # fmt: skip
    story.say(Act.DENY, "state:BEL", None, content, source="Belmark")
    (link,) = link_within(story.record())
    assert (link.relation, link.explicit) == (Relation.DENIES, explicit)


@pytest.mark.parametrize(
    ("asked", "between", "refuses"),
    [
        pytest.param("Avaria", "", True, id="asked of him"),
        pytest.param("Cyrland", "", False, id="asked of another"),
        pytest.param("Avaria", "It rained. " * 8, False, id="far off"),
    ],
)
def test_what_nobody_named_asks_is_refused_by_whom_it_is_asked_of(
    asked: str, between: str, refuses: bool
) -> None:
    story = told(
        f"There were calls for {asked} to lend grain ships to the islands. {between}"
        "It was said in spring. The ministry will send no grain ships there."
    )
    wish = story.say(
        Act.DEMAND, None, "state:AVA" if asked == "Avaria" else "state:CYR",
        f"{asked} to lend grain ships to the islands", cue="calls",
    )  # fmt: skip
    story.say(
        Act.REFUSE, "gov:AVA-defence", None, "The ministry will send no grain ships there",
        source="The ministry",
    )  # fmt: skip
    found = [link.answered for link in link_within(story.record()) if link.relation in _DENYING]
    assert found == ([wish] if refuses else [])


@pytest.mark.parametrize(
    ("cue", "content", "act", "denies"),
    [
        pytest.param("refused to discuss", "it", Act.ACCUSE, False, id="silent"),
        pytest.param("declined to comment on", "this", Act.ACCUSE, False, id="no comment"),
        pytest.param("denied having said", "that", Act.ACCUSE, False, id="disowns his words"),
        pytest.param("denied", "it", Act.ACCUSE, True, id="denies the charge"),
        pytest.param("said", "no", Act.DEMAND, True, id="no to what is asked"),
        pytest.param("said", "no", Act.ASSERT, False, id="no to what is told"),
    ],
)
def test_who_is_silent_or_disowns_denies_nothing(
    cue: str, content: str, act: Act, denies: bool
) -> None:
    story = told(f"Avaria said Tarn was to hand over the ship. Tarn {cue} {content}.")
    first = story.say(
        act, "state:AVA", "per:tarn", "Tarn was to hand over the ship", cue="said", source="Avaria"
    )
    story.say(Act.DENY, "per:tarn", None, content, cue=cue, source="Tarn")
    found = [link.answered for link in link_within(story.record()) if link.relation in _DENYING]
    assert found == ([first] if denies else [])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("igo:pact", 0, id="of somebody else who is named"),
        pytest.param(None, 1, id="of nobody named"),
    ],
)
def test_what_is_asked_of_somebody_else_is_turned_down_in_words_of_its_own(
    asked: str | None, found: int
) -> None:
    story = told("Avaria called for observers. Belmark refused to recognise Avaria.")
    story.actor("state:AVA", "Avaria")
    story.actor("state:BEL", "Belmark")
    demand = story.say(
        Act.DEMAND, "state:AVA", asked, "observers", cue="called for", source="Avaria"
    )
    refusal = story.say(
        Act.REFUSE, "state:BEL", "state:AVA", "to recognise Avaria", cue="refused", source="Belmark"
    )
    links = link_within(story.record())
    assert [(x.answer, x.answered) for x in links] == [(refusal, demand)] * found


@pytest.mark.parametrize(
    ("act", "content", "answers"),
    [
        pytest.param(Act.REFUSE, "to publish her letters", False, id="another matter"),
        pytest.param(Act.REFUSE, "to say who hid the toll money", True, id="its words"),
        pytest.param(Act.DENY, "that she knew", True, id="a denial"),
    ],
)
def test_who_refuses_something_else_answers_no_charge(
    act: Act, content: str, answers: bool
) -> None:
    story = told(f"Avaria said that Tarn hid the toll money. Tarn refused {content}.")
    charge = story.say(
        Act.ACCUSE, "state:AVA", "per:tarn", "Tarn hid the toll money", cue="said", source="Avaria"
    )
    story.say(act, "per:tarn", None, content, cue="refused", source="Tarn")
    found = [link.answered for link in link_within(story.record()) if link.relation in _DENYING]
    assert found == ([charge] if answers else [])


@pytest.mark.parametrize(
    ("frame", "denies"),
    [
        pytest.param("Orlin said: I know she says", False, id="taken for true"),
        pytest.param("Orlin said: She says", True, id="only told"),
    ],
)
def test_who_knows_it_to_be_so_denies_nothing_of_it(frame: str, denies: bool) -> None:
    story = told(f"{frame} that the mill is dear to her. It is a lie that it is mine.")
    story.actor("per:orlin", "Orlin")
    story.actor("per:vey", "Vey")
    whole = story.text.partition(": ")[2].partition(". It")[0] + ". It is a lie that it is mine"
    outer = story.say(Act.DENY, "per:orlin", None, whole, cue="said", source="Orlin")
    inner = story.say(
        Act.ASSERT, "per:vey", None, "that the mill is dear to her", cue="says", parent=outer
    )
    found = [link.answered for link in link_within(story.record()) if link.relation in _DENYING]
    assert found == ([inner] if denies else [])


@pytest.mark.parametrize(
    ("charge", "denies"),
    [
        pytest.param("The tale of the mill is a smear that Tarn spread", False, id="both reject"),
        pytest.param("The tale of the mill is one that Tarn spread", True, id="one rejects"),
    ],
)
def test_of_two_who_call_a_tale_false_neither_denies_the_other(charge: str, denies: bool) -> None:
    story = told(f"{charge}, Avaria said. It rained. Tarn said what the miller wrote was false.")
    blamed = story.say(Act.ACCUSE, "state:AVA", "per:tarn", charge, cue="said", source="Avaria")
    story.say(
        Act.DENY, "per:tarn", None, "what the miller wrote was false", cue="said", source="Tarn"
    )
    found = [link.answered for link in link_within(story.record()) if link.relation in _DENYING]
    assert found == ([blamed] if denies else [])
