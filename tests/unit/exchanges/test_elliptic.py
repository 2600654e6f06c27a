"""Answers that need what stands before them."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("about", "act", "found"),
    [
        pytest.param("state:BEL", Act.DEMAND, True, id="asked of him"),
        pytest.param("state:CYR", Act.DEMAND, False, id="asked of another"),
        pytest.param("state:BEL", Act.ACCUSE, False, id="nothing asked"),
    ],
)
def test_who_would_not_refuses_what_was_asked(about: str, act: Act, found: bool) -> None:
    story = told("Avaria urged the other to open the pier. The envoy said it would not.")
    first = story.say(
        act, "state:AVA", about, "the other to open the pier", cue="urged", source="Avaria"
    )
    second = story.say(
        Act.REFUSE, "state:BEL", None, "it would not", cue="said", source="The envoy"
    )
    links = [
        (link.answer, link.answered, link.relation)
        for link in link_within(story.record())
        if link.evidence == story.span("it would not")
    ]
    assert links == ([(second, first, Relation.REFUSES)] if found else [])


@pytest.mark.parametrize(
    ("speaker", "words", "found"),
    [
        pytest.param("state:BEL", "Avaria", True, id="the blame alone"),
        pytest.param("state:BEL", "Avaria for bombarding the town", True, id="for the same"),
        pytest.param("state:BEL", "Avaria for having started the war", True, id="for beginning"),
        pytest.param("state:BEL", "Avaria for the price of grain", False, id="another matter"),
        pytest.param("state:CYR", "Avaria", False, id="of a third"),
    ],
)
def test_a_mere_blame_counters_the_charge_before_it(speaker: str, words: str, found: bool) -> None:
    story = told(f"The lake state said that Belmark shelled the pier. The envoy blamed {words}.")
    first = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark shelled the pier", cue="said",
        source="The lake state",
    )  # fmt: skip
    second = story.say(Act.ACCUSE, speaker, "state:AVA", words, cue="blamed", source="The envoy")
    links = [(link.answer, link.answered, link.relation) for link in link_within(story.record())]
    assert ((second, first, Relation.COUNTERS) in links) is found
