"""Nouns of speech that mean nobody's words, or not those that stand near."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.markers import find_speech_nouns
from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

FAR = "Rain fell on the harbour. " * 3


def _answered(
    text: str, first: tuple[Act, str, str], second: tuple[Act, str, str]
) -> tuple[StatementId, list[str]]:
    """Return what Tarn says of Avaria first, and what Avaria's words answer explicitly."""
    story = told(text)
    act, cue, content = first
    before = story.say(act, "per:tarn", "state:AVA", content, cue=cue, source="Tarn")
    act, cue, content = second
    mine = story.say(act, "state:AVA", None, content, cue=cue, source="Avaria")
    links = link_within(story.record())
    return before, [link.answered for link in links if link.answer == mine and link.explicit]


@pytest.mark.parametrize(
    ("claim", "denied", "linked"),
    [
        pytest.param("the mill burned wet coal", "claims of fraud", False, id="another matter"),
        pytest.param("the mill burned wet coal", "claims of wet coal", True, id="its matter"),
        pytest.param("the mill burned wet coal", "the claims of Tarn", True, id="his, who said it"),
        pytest.param(
            "the mill burned wet coal", "claims that the vote was bought", False, id="a clause"
        ),
        pytest.param(
            "the mill burned wet coal", "claims that coal was wet", True, id="a clause on it"
        ),
    ],
)
def test_noun_that_says_its_matter_means_no_words_on_another(
    claim: str, denied: str, linked: bool
) -> None:
    before, found = _answered(
        f"Tarn charged that {claim}. {FAR}Avaria disputed {denied}.",
        (Act.ACCUSE, "charged", claim),
        (Act.DENY, "disputed", denied),
    )
    assert found == ([before] if linked else [])


@pytest.mark.parametrize(
    ("asked", "linked"),
    [
        pytest.param("that talks be held on the proposal", False, id="speaks of it as known"),
        pytest.param("that talks be held on a barge", True, id="says what is proposed"),
    ],
)
def test_who_speaks_of_the_proposal_does_not_make_it(asked: str, linked: bool) -> None:
    before, found = _answered(
        f"Tarn asked {asked}. Avaria welcomed the proposal.",
        (Act.DEMAND, "asked", asked),
        (Act.SUPPORT, "welcomed", "the proposal"),
    )
    assert found == ([before] if linked else [])


@pytest.mark.parametrize(
    ("act", "said", "linked"),
    [
        pytest.param(Act.PREDICT, "he would resign if the old charges were true", False, id="if"),
        pytest.param(Act.ASSERT, "nobody should heed those charges", False, id="of others"),
        pytest.param(Act.ASSERT, "the charges of theft", True, id="hands them on"),
        pytest.param(Act.ACCUSE, "of theft, and stood by these charges", True, id="his own"),
    ],
)
def test_who_speaks_of_charges_as_known_makes_none(act: Act, said: str, linked: bool) -> None:
    before, found = _answered(
        f"Tarn spoke {said}. Avaria dismissed the charges.",
        (act, "spoke", said),
        (Act.DENY, "dismissed", "the charges"),
    )
    assert (before in found) is linked


@pytest.mark.parametrize(
    ("cue", "words", "linked"),
    [
        pytest.param("criticised", "an appeal against the toll", False, id="one of many"),
        pytest.param("criticised", "several appeals against the toll", False, id="several"),
        pytest.param("criticised", "the appeal against the toll", True, id="the one"),
        pytest.param("denied", "any appeal against the toll", True, id="whatever was said"),
    ],
)
def test_noun_with_an_indefinite_article_means_no_words_in_particular(
    cue: str, words: str, linked: bool
) -> None:
    before, found = _answered(
        f"Tarn urged that the toll end. {FAR}Avaria {cue} {words}.",
        (Act.DEMAND, "urged", "that the toll end"),
        (Act.DENY if cue == "denied" else Act.CRITICISE, cue, words),
    )
    assert (before in found) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("that his views had cost no ship", False, id="his own, retold"),
        pytest.param("that these views had cost no ship", True, id="those just told"),
    ],
)
def test_his_views_are_those_of_who_speaks_of_them(words: str, linked: bool) -> None:
    before, found = _answered(
        f"Tarn said that ships were sunk. Avaria complained {words}.",
        (Act.ASSERT, "said", "that ships were sunk"),
        (Act.CRITICISE, "complained", words),
    )
    assert found == ([before] if linked else [])


@pytest.mark.parametrize(
    ("cue", "words", "linked"),
    [
        pytest.param("referred to", "Tarn as a miser", False, id="calls him something"),
        pytest.param("commented on", "Tarn in passing", False, id="speaks of him"),
        pytest.param("responded to", "Tarn in anger", True, id="answers him"),
    ],
)
def test_who_speaks_of_somebody_answers_none_of_his_words(
    cue: str, words: str, linked: bool
) -> None:
    before, found = _answered(
        f"Tarn said that ships were sunk. Avaria {cue} {words}.",
        (Act.ASSERT, "said", "that ships were sunk"),
        (Act.ASSERT, cue, words),
    )
    assert found == ([before] if linked else [])


@pytest.mark.parametrize(
    ("content", "linked"),
    [
        pytest.param(
            "It is time that they serve the peace of our land and agree to the offer", False,
            id="of others",
        ),
        pytest.param("Our council will agree to the offer", True, id="of his own side"),
    ],
)  # fmt: skip
def test_our_land_does_not_make_what_others_should_do_the_speakers(
    content: str, linked: bool
) -> None:
    before, found = _answered(
        f"Tarn offered ten barges of coal. {FAR}{content}, Avaria said.",
        (Act.OFFER, "offered", "ten barges of coal"),
        (Act.DEMAND, "said", content),
    )
    assert (before in found) is linked


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        pytest.param("the trouble is that he claims the wells are full", [], id="he claims"),
        pytest.param("those who also demand a toll", [], id="who demand"),
        pytest.param("from the point of view of the miners", [], id="a point of view"),
        pytest.param("in view of the cost", [], id="in view of"),
        pytest.param("he disputes the view of the miners", ["view"], id="a view"),
        pytest.param("they dispute his claims and the demand", ["claims", "demand"], id="nouns"),
    ],
)
def test_what_somebody_does_is_no_noun(text: str, nouns: list[str]) -> None:
    found = find_speech_nouns(text, Span(0, len(text)))
    assert [noun.span.text_of(text) for noun in found] == nouns


@pytest.mark.parametrize(
    ("cue", "words", "linked"),
    [
        pytest.param("fired back at", "Tarn's remarks on the toll", False, id="back at"),
        pytest.param("backed", "Tarn's remarks on the toll", True, id="backed"),
        pytest.param("came to back", "Tarn's remarks on the toll", True, id="to back"),
    ],
)
def test_back_supports_only_as_a_verb(cue: str, words: str, linked: bool) -> None:
    story = told(f"Tarn said that the toll is fair. Avaria {cue} {words}.")
    first = story.say(
        Act.ASSERT, "per:tarn", None, "that the toll is fair", cue="said", source="Tarn"
    )
    story.say(Act.ASSERT, "state:AVA", None, words, cue=cue, source="Avaria")
    found = [x.answered for x in link_within(story.record()) if x.relation is Relation.SUPPORTS]
    assert found == ([first] if linked else [])


@pytest.mark.parametrize("name", ["Tarn", "Mr. Tarn", "Gen. Tarn", "J. Tarn"])
def test_title_before_a_name_ends_no_words(name: str) -> None:
    story = told(
        f"Tarn warned that the dam could break. {FAR * 3}Avaria agreed with {name}'s assessment."
    )
    first = story.say(
        Act.WARN, "per:tarn", None, "that the dam could break", cue="warned", source="Tarn"
    )
    story.say(
        Act.ASSERT, "state:AVA", None, f"{name}'s assessment", cue="agreed with", source="Avaria"
    )
    (link,) = link_within(story.record())
    assert (link.answered, link.relation) == (first, Relation.SUPPORTS)


@pytest.mark.parametrize(
    ("praised", "linked"),
    [
        pytest.param("Joren Tarn", False, id="himself"),
        pytest.param("the seizure of the mill by Joren Tarn", True, id="what he did"),
    ],
)
def test_who_is_praised_is_praised_for_no_deed_that_bears_his_name(
    praised: str, linked: bool
) -> None:
    story = told(f"Joren Tarn seized the mill. {FAR}Avaria praised {praised}.")
    deed = story.happen(EventType.ASSAULT, "per:tarn", "Joren Tarn seized the mill")
    mine = story.say(Act.SUPPORT, "state:AVA", None, praised, cue="praised", source="Avaria")
    found = [link.answered for link in link_within(story.record()) if link.answer == mine]
    assert found == ([deed] if linked else [])
