"""Whose office somebody holds who is no state's."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.offices import offices
from rejoinder.exchanges.within import link_within
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("named", "speaks"),
    [
        pytest.param("Pact chief Orlin", True, id="before"),
        pytest.param("the Pact's foreign policy chief Orlin", True, id="owner"),
        pytest.param("Orlin, the head of the Pact", True, id="after"),
        pytest.param("Orlin, deputy director of operations at the mill", False, id="elsewhere"),
        pytest.param("former Pact chief Orlin", False, id="former"),
        pytest.param("Orlin, Avaria's envoy to the Pact", False, id="envoy to it"),
        pytest.param("Pact critic Orlin", False, id="no office"),
    ],
)
def test_holder_of_an_office_speaks_for_the_body(named: str, speaks: bool) -> None:
    story = told(f"On Monday {named} spoke.")
    story.actor("igo:pact", "Pact")
    story.actor("per:orlin", named)
    held = offices(story.record()).get(ActorId("per:orlin"), frozenset())
    assert held == ({"igo:pact"} if speaks else frozenset())


@pytest.mark.parametrize(
    ("named", "speaks"),
    [
        pytest.param("a lawyer for Mr. Orlin", True, id="for"),
        pytest.param("Orlin's chief lawyer Vey", True, id="owner"),
        pytest.param("Vey, a spokeswoman for Orlin", True, id="after"),
        pytest.param("Orlin spokeswoman Vey", True, id="before"),
        pytest.param("Orlin's former lawyer Vey", False, id="former"),
        pytest.param("former spokesman for Orlin", False, id="former before"),
        pytest.param("Orlin's brother Vey", False, id="a relative"),
        pytest.param("Vey, the lawyer who met Orlin", False, id="met"),
    ],
)
def test_lawyer_and_spokesperson_speak_for_a_person(named: str, speaks: bool) -> None:
    story = told(f"On Monday {named} spoke.")
    story.actor("per:orlin", "Orlin")
    story.actor("per:vey", named)
    held = offices(story.record()).get(ActorId("per:vey"), frozenset())
    assert held == ({"per:orlin"} if speaks else frozenset())


@pytest.mark.parametrize(
    ("told_before", "speaks"),
    [
        pytest.param("Orlin was sued. ", True, id="one person"),
        pytest.param("Orlin met Tarn. ", False, id="two"),
    ],
)
def test_his_lawyer_speaks_for_the_only_person_named_before(
    told_before: str, *, speaks: bool
) -> None:
    story = told(f"{told_before}His lawyer, Jon Vey, spoke.")
    story.actor("per:orlin", "Orlin")
    if "Tarn" in told_before:
        story.actor("per:tarn", "Tarn")
    story.actor("per:jon-vey", "His lawyer, Jon Vey")
    held = offices(story.record()).get(ActorId("per:jon-vey"), frozenset())
    assert held == ({"per:orlin"} if speaks else frozenset())


def test_campaign_of_a_person_speaks_for_the_person() -> None:
    story = told("On Monday Orlin's campaign spoke.")
    story.actor("per:orlin", "Orlin")
    story.actor("grp:orlin-campaign", "Orlin's campaign")
    assert offices(story.record())[ActorId("grp:orlin-campaign")] == {"per:orlin"}


def test_his_lawyer_speaks_for_whom_the_id_tells() -> None:
    story = told("On Monday Orlin slept. His lawyer spoke.")
    story.actor("per:orlin", "Orlin")
    story.actor("per:orlin-lawyer", "His lawyer", role="lawyer")
    assert offices(story.record())[ActorId("per:orlin-lawyer")] == {"per:orlin"}


def test_namesake_group_speaks_for_nobody() -> None:
    story = told("On Monday Orlin spoke. The Orlin Band played.")
    story.actor("per:orlin", "Orlin")
    story.actor("grp:orlin", "The Orlin Band")
    assert offices(story.record())[ActorId("grp:orlin")] == frozenset()


def test_person_is_named_behind_the_words_for_who_speaks_for_him() -> None:
    story = told("On Monday Vey, a lawyer for Mr. Orlin, spoke.")
    story.actor("per:orlin", "Orlin")
    story.actor("per:vey", "Vey, a lawyer")
    assert offices(story.record())[ActorId("per:vey")] == {"per:orlin"}


def test_body_goes_on_with_what_its_chief_said() -> None:
    story = told(
        "Pact chief Orlin urged both sides to keep the truce. “These rules bind all,” the Pact "
        "said in a statement."
    )
    story.actor("igo:pact", "Pact")
    story.actor("per:orlin", "Pact chief Orlin|Orlin")
    first = story.say(
        Act.DEMAND, "per:orlin", "state:AVA", "both sides to keep the truce", cue="urged",
        source="Pact chief Orlin",
    )  # fmt: skip
    second = story.say(
        Act.ASSERT, "igo:pact", "state:AVA", "These rules bind all", cue="said", source="the Pact"
    )
    found = [(x.answer, x.answered, x.relation) for x in link_within(story.record())]
    assert found == [(second, first, Relation.SUPPORTS)]
