"""What only seems to be said: not refused, yet to be said, left undone, a mere comment."""

import pytest
from tests.unit.statements.conftest import Read

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.repair import is_told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Norland did not refuse to sign the treaty.",
        "The envoys should keep repeating that the border is open.",
        "The chairman dismissed the witness.",
        "The chairman dismissed her without thanks.",
        "The judge dismissed the charges against the baker.",
        "The court dismissed the lawsuit.",
        "The senators invoked cloture on the bill.",
        "The law grants bakers the right to criticise the mayor.",
        "The baker invoked her right to silence.",
        "The mayor stopped short of accusing the baker of theft.",
        "The mayor left without saying that he was ill.",
        "The mayor left without actually saying that he was ill.",
        "The guest is a far-right Tavian denied entry into Norland for his ties.",
        "The driver was stopped twice on the road and accused of speeding.",
        "The man had been questioned by the guards on suspicion of theft.",
        "Neither the mayor nor his aides said that the road was shut.",
        "The visit let people know that the road was shut.",
        "The law requires candidates to disclose their debts.",
        "Norland should consider staying in the pact.",
        "Norland must explain its move.",
        "The family is not expected to voice its views in public.",
        "The mayor may think that the road is shut.",
        "The voters can praise the mayor on this page.",
        "The baker could support the plan.",
        "The question of whether they support the plan is moot.",
        "If they do not know that the road is shut, that is their problem.",
        "The members are free agents with a chance to praise the mayor.",
        "The council made a last attempt to label the mill as unsafe.",
        "There is no obligation to disclose the debts.",
        "It is too soon to say whether the road is shut.",
        "It is hard to know whether the road is shut.",
        "Nobody knows that the road is shut.",
        "No one wants to leave the pact.",
        "Anyone who wants to leave should wait.",
        "Not everybody supports the plan.",
        "You need to tell the mayor that the road is shut.",
        "The road is long. That said, the mayor cannot repair it this year.",
        "Blaming the mayor for the fire will not end it.",
        "The mayor stopped short of fully endorsing the plan.",
        "The mayor met the young bakers often called Dreamers.",
        "The thief had the audacity to thank the baker.",
        "There is only one way to talk about the mill.",
        "They found no time to say anything kind.",
        "The mayor is free to disclose his debts.",
        "The guards saw a man pointing a gun at the bakers.",
        "The mayor needs a policy that calls for unity.",
        "The president should put pressure on his colleague and convince him to leave.",
    ],
)
def test_nothing_is_said(read: Read, text: str) -> None:
    assert read(text)[2] == ()


@pytest.mark.parametrize(
    "text",
    [
        "Norland refused to sign the treaty.",
        "The envoys keep repeating that the border is open.",
        "The chairman dismissed the witness as a liar.",
        "The general dismissed the charges.",
        "The mayor went on accusing the baker of theft.",
        "Norland denied entry to the observers.",
        "Norland denied Zoran Vey entry into the country.",
        "The guards stopped the driver and accused him of speeding.",
        "The mayor questioned the result.",
        "The people know that the road was shut.",
        "Norland would support the plan.",
        "The candidates disclosed that they had debts.",
        "We must condemn this war.",
        "The senators invoked the memory of Zoran Vey.",
        "The law grants bakers a loan, but they criticise the mayor.",
        "The mayor thinks that the road is shut.",
        "Not only bakers support the plan.",
        "Not one baker supports the plan.",
        "No baker wants to leave the pact.",
        "The voters praised the mayor on this page.",
        "Norland cannot support the plan.",
        "Norland could not support the plan.",
        "I can confirm that the road is shut.",
        "They do not know that the road is shut.",
        "The council labelled the mill as unsafe.",
        "The mayor was wrong to say that the road is shut.",
        "The mayor made clear the road is shut.",
        "The mayor called the baker a thief.",
        "The mayor broke an agreement that calls for peace.",
        "The bakers point the finger at the mayor.",
        "The first baker to thank the mayor left.",
        "The mayor held a rally to thank the bakers.",
        "The mayor should go, and the bakers convince the miller to stay.",
        "The bakers who support the plan left.",
    ],
)
def test_the_same_without_a_negation_or_modal_is(read: Read, text: str) -> None:
    assert len(read(text)[2]) == 1


def draft(text: str, cue: str, content: str) -> Draft:
    """Return a draft with that cue and content, as the networks may give it."""
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in (cue, content)]
    return Draft(source=(), cue=(spans[0],), content=(spans[1],), score=0.9)


@pytest.mark.parametrize(
    ("text", "cue", "content", "told"),
    [
        ("The report did not use the word coup.", "use", "the word coup", False),
        ("Neither Peru nor Chile made comments about it.", "made comments", "it", False),
        ("Both Peru and Chile made comments about it.", "made comments", "it", True),
        ("The mayor made no mention of Peru.", "made no mention of", "Peru", False),
        ("Having said that, Peru lied again.", "Having said", "that, Peru lied again", False),
        ("The mayor made mention of Peru.", "made mention of", "Peru", True),
        ("The report used the word coup.", "used", "the word coup", True),
        ("He demands that Norway explain its move.", "explain", "its move", False),
        ("He says that Norway explains its move.", "explains", "its move", True),
        ("It did not appear that the talks failed.", "appear", "the talks failed", True),
        ("The mayor denied having said that he lied.", "said", "he lied", False),
        ("The mayor denied having said that he lied.", "denied having said", "he lied", True),
        ("The mayor denies that he told Peru he lied.", "told", "he lied", False),
        ("The mayor did not deny that he told Peru he lied.", "told", "he lied", True),
        ("A request for comment on the vote was not met.", "request", "comment on the vote", False),
        ("The mayor may be resting his case on it.", "may be resting", "his case on it", False),
        ("The mayor is resting his case on it.", "is resting", "his case on it", True),
        ("His refusal to admit the error hurt.", "refusal to admit", "the error", True),
        ("His refusal to admit the error hurt.", "admit", "the error", False),
        ("Vey used a rude word to describe Tarn.", "used a rude word to describe", "Tarn", True),
        ("It is hard to know who lied.", "It is hard to know", "who lied", False),
        ("Officials were reluctant to comment.", "reluctant", "comment", False),
        ("Officials were reluctant to comment on it.", "reluctant", "comment on it", True),
        ("Speaking about the drill, Peru said it is over.", "Speaking about", "the drill", False),
        ("“It is over,” said Vey, referring to the war.", "referring to", "the war", False),
        ("She said it was over, referring to Vey as a fox.", "referring to", "Vey as a fox", True),
        ("Vey was referring to the war.", "referring to", "the war", True),
        (
            "Vey said so, referring to the accusations that Peru had lied.",
            "referring to",
            "the accusations that Peru had lied",
            True,
        ),
        ("Vey said so, responding that Peru lied.", "responding", "that Peru lied", True),
        (
            "He stopped short of fully backing the plan.",
            "stopped short of fully backing",
            "the plan",
            False,
        ),
    ],
)
def test_what_the_networks_find_is_told(
    read: Read, text: str, cue: str, content: str, *, told: bool
) -> None:
    assert is_told(read(text)[1], text, draft(text, cue, content)) is told
