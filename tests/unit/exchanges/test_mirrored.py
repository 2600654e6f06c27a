"""Charges that are given back at once."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


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
def test_a_charge_counters_the_one_just_before_it_on_one_matter(
    speaker: str, words: str, found: bool
) -> None:
    story = told(f"The lake state said that Belmark shelled the pier. The envoy blamed {words}.")
    first = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark shelled the pier", cue="said",
        source="The lake state",
    )  # fmt: skip
    second = story.say(Act.ACCUSE, speaker, "state:AVA", words, cue="blamed", source="The envoy")
    links = [(link.answer, link.answered, link.relation) for link in link_within(story.record())]
    assert ((second, first, Relation.COUNTERS) in links) is found
