"""Which words show that a speaker goes on with what he said last, and which do not."""

from dataclasses import replace

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act, Quotation


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("that the harvest was poor", False, id="the that of a clause"),
        pytest.param("that was no accident", True, id="that, which is something"),
        pytest.param("That cost two lives", True, id="That at the head"),
        pytest.param("that this cost two lives", True, id="this behind the that of a clause"),
        pytest.param("these men came by night", True, id="these"),
    ],
)
def test_that_of_a_clause_takes_up_nothing(words: str, linked: bool) -> None:
    story = told(
        "Avaria said that a lorry burned. Avaria said that rain fell. "
        f"Avaria said {words}. Cyrland listened."
    )
    story.say(Act.ASSERT, "state:AVA", None, "a lorry burned", cue="said", source="Avaria")
    second = story.say(Act.ASSERT, "state:AVA", None, "rain fell", cue="said", source="Avaria")
    third = story.say(Act.ASSERT, "state:AVA", None, words, cue="said", source="Avaria")
    found = [link.answered for link in link_within(story.record()) if link.answer == third]
    assert found == ([second] if linked else [])


@pytest.mark.parametrize(
    ("first", "about", "linked"),
    [
        pytest.param(Act.ACCUSE, "state:BEL", True, id="of whom it has just accused"),
        pytest.param(Act.ACCUSE, "state:CYR", False, id="of another"),
        pytest.param(Act.ACCUSE, None, False, id="of nobody"),
        pytest.param(Act.PREDICT, "state:BEL", False, id="after no charge"),
    ],
)
def test_what_is_told_of_the_accused_bears_the_charge_out(
    first: Act, about: str | None, linked: bool
) -> None:
    story = told(
        "Avaria accused Belmark of greed. Rain fell on the capital. "
        "Avaria recalled that Belmark and Cyrland doubled their tolls."
    )
    charge = story.say(
        first, "state:AVA", "state:BEL", "Belmark of greed", cue="accused", source="Avaria"
    )
    after = story.say(
        Act.ASSERT, "state:AVA", about, "that Belmark and Cyrland doubled their tolls",
        cue="recalled", source="Avaria",
    )  # fmt: skip
    links = [(link.answer, link.answered, link.relation) for link in link_within(story.record())]
    assert links == ([(after, charge, Relation.SUPPORTS)] if linked else [])


@pytest.mark.parametrize(
    ("again", "repeats"),
    [
        pytest.param("The lock needs gates of iron", False, id="goes on"),
        pytest.param("The old lock gates broke on Monday", True, id="nearly the same"),
    ],
)
def test_who_is_quoted_twice_mostly_goes_on(again: str, repeats: bool) -> None:
    story = told(
        f"“The lock gates broke on Monday night,” Tarn said. It rained. “{again},” Tarn said."
    )
    for act, words in (
        (Act.ASSERT, "The lock gates broke on Monday night"),
        (Act.PREDICT, again),
    ):
        story.say(act, "per:tarn", None, words, cue="said", source="Tarn")
    story.statements[:] = [replace(each, quotation=Quotation.DIRECT) for each in story.statements]
    (link,) = link_within(story.record())
    assert link.relation is (Relation.REPEATS if repeats else Relation.SUPPORTS)


@pytest.mark.parametrize(
    ("about", "repeats"),
    [
        pytest.param("state:BEL", True, id="of the same"),
        pytest.param(None, False, id="of nobody, in other words"),
    ],
)
def test_what_is_recounted_twice_is_of_somebody_or_of_one_matter(
    about: str | None, repeats: bool
) -> None:
    story = told(
        "Tarn said that Avaria asked for grain. Cyrland said that Avaria asked for a bridge."
    )
    outer = [
        story.say(Act.ASSERT, who, "state:AVA", f"Avaria asked for {what}", cue="said", source=name)
        for who, name, what in (("per:tarn", "Tarn", "grain"), ("state:CYR", "Cyrland", "a bridge"))
    ]
    for around, what in zip(outer, ("grain", "a bridge"), strict=True):
        story.say(
            Act.DEMAND, "state:AVA", about, f"for {what}", cue="asked", source="Avaria",
            parent=around,
        )  # fmt: skip
    inner = {each.id for each in story.statements if each.parent}
    links = [link for link in link_within(story.record()) if link.answer in inner]
    assert [link.relation for link in links] == ([Relation.REPEATS] if repeats else [])
