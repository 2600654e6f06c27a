"""Two of different sides who charge one party with what it does to a third."""

from datetime import date

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

DAY = date(2031, 5, 4)


@pytest.mark.parametrize(
    ("speaker", "about", "words", "act", "found"),
    [
        pytest.param(
            "state:CYR", "state:BEL", "threats against the watchmen", Act.CRITICISE, True,
            id="one party, one third",
        ),
        pytest.param(
            "state:CYR", "grp:BEL-people", "threats against the watchmen", Act.CRITICISE, True,
            id="people of that party",
        ),
        pytest.param(
            "state:CYR", "state:BEL", "threats against the millers", Act.CRITICISE, False,
            id="another third",
        ),
        pytest.param(
            "state:CYR", "state:AVA", "threats against the watchmen", Act.CRITICISE, False,
            id="another party",
        ),
        pytest.param(
            "state:CYR", "state:BEL", "the patience of the watchmen", Act.SUPPORT, False,
            id="praise",
        ),
        pytest.param(
            "state:BEL", "state:AVA", "threats against the watchmen", Act.CRITICISE, False,
            id="the charged one himself",
        ),
    ],
)  # fmt: skip
def test_who_charges_a_party_with_the_same_agrees(
    speaker: str, about: str, words: str, act: Act, found: bool
) -> None:
    story = told(
        "Avaria accused Belmark of stalking the watchmen. The harbour froze over. "
        f"It was then that the envoy spoke of {words}.",
        day=DAY,
    )
    story.actor("mil:observers", "the watchmen")
    story.actor("grp:BEL-people", "Belmarkers", "BEL")
    first = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark of stalking the watchmen", cue="accused",
        source="Avaria",
    )  # fmt: skip
    second = story.say(act, speaker, about, words, cue="spoke of", source="the envoy")
    supports = (second, first, Relation.SUPPORTS)
    links = {(link.answer, link.answered, link.relation) for link in link_within(story.record())}
    assert (supports in links) is found
