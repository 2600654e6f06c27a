"""Words quoted behind a denial or refusal that the article tells in its own."""

from dataclasses import replace

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.elaborating import elaborating_links
from rejoinder.exchanges.scene import Scene
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act, Quotation

_TEXT = "Tarn rejected the idea. “It has never helped us,” {who} said."


@pytest.mark.parametrize(
    ("first", "second", "who", "quoted", "goes_on"),
    [
        pytest.param(Act.REFUSE, Act.CRITICISE, "Tarn", True, True, id="why he refuses"),
        pytest.param(Act.DENY, Act.ASSERT, "Tarn", True, True, id="why he denies"),
        pytest.param(Act.REFUSE, Act.CRITICISE, "Tarn", False, False, id="not in his own words"),
        pytest.param(Act.REFUSE, Act.DEMAND, "Tarn", True, False, id="a demand is no reason"),
        pytest.param(Act.ACCUSE, Act.ASSERT, "Tarn", True, False, id="nothing is turned down"),
        pytest.param(Act.REFUSE, Act.CRITICISE, "Orlin", True, False, id="somebody else"),
    ],
)
def test_own_words_bear_out_what_was_turned_down(
    first: Act, second: Act, who: str, quoted: bool, goes_on: bool
) -> None:
    story = told(_TEXT.format(who=who))
    story.actor("per:tarn", "Tarn")
    story.actor("per:orlin", "Orlin")
    before = story.say(first, "per:tarn", "", "the idea", cue="rejected", source="Tarn")
    own = story.say(
        second, f"per:{who.lower()}", "", "It has never helped us", cue="said", source=who
    )
    if quoted:
        story.statements[-1] = replace(story.statements[-1], quotation=Quotation.DIRECT)
    found = [
        (link.answer, link.answered, link.relation)
        for link in elaborating_links(Scene(story.record()))
    ]
    assert found == ([(own, before, Relation.SUPPORTS)] if goes_on else [])


@pytest.mark.parametrize(
    ("bare", "second", "about", "who", "told_again"),
    [
        pytest.param("Avaria", Act.ACCUSE, "state:AVA", "Tarn", True, id="one charge"),
        pytest.param("Avaria", Act.CRITICISE, "state:AVA", "Tarn", True, id="as criticism"),
        pytest.param("Avaria of theft", Act.ACCUSE, "state:AVA", "Tarn", False, id="not bare"),
        pytest.param("Avaria", Act.ASSERT, "state:AVA", "Tarn", False, id="no charge"),
        pytest.param("Avaria", Act.ACCUSE, "state:BEL", "Tarn", False, id="against another"),
        pytest.param("Avaria", Act.ACCUSE, "state:AVA", "Orlin", False, id="somebody else"),
    ],
)
def test_a_charge_of_which_only_the_target_is_told_is_the_one_told_next(
    bare: str, second: Act, about: str, who: str, *, told_again: bool
) -> None:
    story = told(f"Tarn levelled charges at {bare}. It hides spies, {who} said.")
    story.actor("per:orlin", "Orlin")
    before = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", bare, cue="levelled charges", source="Tarn"
    )
    after = story.say(second, f"per:{who.lower()}", about, "It hides spies", cue="said", source=who)
    found = [
        (link.answer, link.answered, link.relation)
        for link in elaborating_links(Scene(story.record()))
    ]
    assert found == ([(after, before, Relation.REPEATS)] if told_again else [])
