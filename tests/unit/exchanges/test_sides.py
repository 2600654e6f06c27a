"""Who speaks for one side: servants of one state among themselves, and against another."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.scene import Scene
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("first", "second", "about", "alike"),
    [
        pytest.param("per:orlin", "per:vey", None, False, id="two of one state"),
        pytest.param("per:orlin", "gov:BEL-justice", None, False, id="one and a ministry"),
        pytest.param("per:orlin", "per:orlin", None, True, id="one man"),
        pytest.param("per:orlin", "state:BEL", None, True, id="one and the state"),
        pytest.param("per:orlin", "gov:BEL-government", None, True, id="one and the government"),
        pytest.param("per:orlin", "per:vey", "state:AVA", True, id="about another state"),
        pytest.param("per:orlin", "per:vey", "per:vey", False, id="about each other"),
        pytest.param("per:orlin", "state:AVA", None, False, id="two states"),
    ],
)
def test_two_of_one_state_speak_for_it_only_towards_another(
    first: str, second: str, about: str | None, alike: bool
) -> None:
    story = told("Orlin said the dikes hold. Then came word that Vey finds the dikes leaky.")
    story.actors = []
    story.actor("per:orlin", "Orlin", country="BEL", sector="GOV")
    story.actor("per:vey", "Vey", country="BEL", sector="GOV")
    story.actor("gov:BEL-justice", "Ministry of Justice of Belmark", country="BEL", sector="GOV")
    story.actor("gov:BEL-government", "Government of Belmark", country="BEL", sector="GOV")
    story.actor("state:BEL", "Belmark", country="BEL")
    story.actor("state:AVA", "Avaria", country="AVA")
    story.say(Act.ASSERT, first, None, "the dikes hold")
    story.say(Act.ASSERT, second, about, "the dikes leaky")
    one, other = Scene(story.record()).voices
    assert one.same_side(other) is other.same_side(one) is alike


@pytest.mark.parametrize("nested", [True, False])
def test_who_tells_what_a_colleague_says_speaks_for_him(nested: bool) -> None:
    story = told("Vey said that Orlin wants the dikes raised.")
    story.actors = []
    story.actor("per:orlin", "Orlin", country="BEL", sector="GOV")
    story.actor("per:vey", "Vey", country="BEL", sector="GOV")
    outer = story.say(Act.ASSERT, "per:vey", None, "Orlin wants the dikes raised")
    story.say(Act.INTEND, "per:orlin", None, "the dikes raised", parent=outer if nested else None)
    one, other = Scene(story.record()).voices
    assert one.same_side(other) is nested
