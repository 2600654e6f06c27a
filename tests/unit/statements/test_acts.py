import pytest
from tests.unit.statements.conftest import Read

from rejoinder.model.statement import Act
from rejoinder.statements.acts import code_acts

pytestmark = pytest.mark.model

CASES = {
    "accuse": ("Norland accused Sudland of firing on its posts.", Act.ACCUSE),
    "accuse by content": ("Norland said that Sudland had violated the ceasefire.", Act.ACCUSE),
    "criticise": ("Norland condemned the decision.", Act.CRITICISE),
    "deny": ("Norland denied the claims.", Act.DENY),
    "deny by content": ("The ministry said the accusations were groundless.", Act.DENY),
    "deny by slander": (
        "The statement is nothing but ridiculous accusation and slander, the ministry said.",
        Act.DENY,
    ),
    "accuse of beginning": ("Norland said Sudland had fired first.", Act.ACCUSE),
    "no charge against oneself": ("Norland said it had fired first.", Act.ASSERT),
    "ask about": ("Norland asked about the drills.", Act.ASSERT),
    "ask for": ("Norland asked for the drills to end.", Act.DEMAND),
    "deny by what is left out": ("Norland said that it had not.", Act.DENY),
    "assert with all its words": ("Norland said that it was not raining.", Act.ASSERT),
    "reject a claim": ("Norland rejected the allegations.", Act.DENY),
    "reject an offer": ("Norland rejected the offer of mediation.", Act.REFUSE),
    "refuse": ("Norland refused to sign the agreement.", Act.REFUSE),
    "refuse to recognise": ("Norland does not recognise the vote.", Act.REFUSE),
    "demand": ("Norland demanded that the troops leave.", Act.DEMAND),
    "demand by must": ("The minister said Sudland must withdraw.", Act.DEMAND),
    "call on": ("Norland called on Sudland to withdraw its troops.", Act.DEMAND),
    "want others to": ("The minister wants Sudland to pay.", Act.DEMAND),
    "ask a question is no demand": ("The envoy asked whether talks would go on.", Act.ASSERT),
    "warn": ("Norland warned that war was near.", Act.WARN),
    "warn by content": ("Norland said it would not remain indifferent.", Act.WARN),
    "support": ("The president thanked Norland for its help.", Act.SUPPORT),
    "offer": ("Norland offered to mediate.", Act.OFFER),
    "agree": ("Norland agreed to withdraw its troops.", Act.AGREE),
    "admit": ("Norland admitted that its army had fired first.", Act.ADMIT),
    "intend": ("Norland plans to open a consulate.", Act.INTEND),
    "intend what one wants oneself": ("The mayor said that he wants to make peace.", Act.INTEND),
    "what one does not want": ("The mayor said he doesn't want to kill hostages.", Act.ASSERT),
    "predict": ("The analyst predicted that talks would fail.", Act.PREDICT),
    "assert": ("The ministry said the delegation arrived on Monday.", Act.ASSERT),
    "noun": ("Norland's demand that the troops leave came late.", Act.DEMAND),
    "noun that names no act": (
        "Norland's claim that Sudland attacked a village is new.",
        Act.ACCUSE,
    ),
    "adjective": ("Norland is willing to sign the treaty.", Act.INTEND),
    "adjective of help": ("Norland is ready to mediate.", Act.OFFER),
    "particle": ("Norland ruled out a meeting.", Act.REFUSE),
    "others' accusations are not the teller's": (
        "The minister said that Norland accused Sudland of an attack.",
        Act.ASSERT,
    ),
    "verdict": ("The ministry called the statement a provocation.", Act.ACCUSE),
}


@pytest.mark.parametrize(("text", "act"), CASES.values(), ids=CASES.keys())
def test_code_acts(read: Read, text: str, act: Act) -> None:
    _, doc, found = read(text)
    assert code_acts(text, doc, found)[:1] == (act,)


def test_a_medium_tells_what_a_party_would_accuse_of(read: Read) -> None:
    text = "The paper said that Sudland had attacked a village."
    _, doc, found = read(text)
    assert code_acts(text, doc, found) == (Act.ACCUSE,)
    assert code_acts(text, doc, found, reporters={0}) == (Act.ASSERT,)


def test_a_mediums_own_cue_still_counts(read: Read) -> None:
    text = "The paper accused Sudland of an attack."
    _, doc, found = read(text)
    assert code_acts(text, doc, found, reporters={0}) == (Act.ACCUSE,)


def test_a_speech_of_many_sentences_has_no_act_as_a_whole(read: Read) -> None:
    text = 'The mayor said: "We reject the offer. ' + "Rain fell on the town. " * 15 + '"'
    _, doc, found = read(text)
    assert code_acts(text, doc, found)[0] is Act.ASSERT
