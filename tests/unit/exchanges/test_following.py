"""Links that follow from what was linked, opposed or told otherwise before."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("called", "complained", "found"),
    [
        pytest.param(
            "our neighbours must stand against Avaria together",
            "a common front against Avaria",
            [Relation.ANSWERS],
            id="against one party",
        ),
        pytest.param(
            "our neighbours must stand against Avaria together",
            "an anti-Avarian pact",
            [Relation.ANSWERS],
            id="anti-",
        ),
        pytest.param(
            "our neighbours must stand against Cyrland together",
            "a common front against Avaria",
            [],
            id="against another",
        ),
        pytest.param(
            "our neighbours must stand together", "a common front against Avaria", [], id="unsaid"
        ),
    ],
)
def test_who_complains_of_being_opposed_answers_the_call(
    called: str, complained: str, found: list[Relation]
) -> None:
    story = told(
        f"Tarn told reporters that {called}. The harvest is near. "
        f"Avaria accused Tarn of {complained}."
    )
    call = story.say(
        Act.DEMAND, "per:tarn", "state:CYR", called, cue="told reporters", source="Tarn"
    )
    charge = story.say(
        Act.ACCUSE, "state:AVA", "per:tarn", f"Tarn of {complained}", cue="accused", source="Avaria"
    )
    links = link_within(story.record())
    assert [link.relation for link in links] == found
    assert all((link.answer, link.answered) == (charge, call) for link in links)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        pytest.param(
            "the round of talks on grain made progress", "the talks on grain brought no headway",
            [Relation.CONTRADICTS], id="synonyms, one negated",
        ),
        pytest.param(
            "the talks on grain brought no progress", "the talks on grain made great headway",
            [Relation.CONTRADICTS], id="the first negated",
        ),
        pytest.param(
            "the talks on grain made progress", "the talks on grain brought some headway", [],
            id="neither",
        ),
        pytest.param(
            "the talks on grain made progress", "no ship with grain has left the port of Orlen",
            [], id="of another thing",
        ),
    ],
)  # fmt: skip
def test_two_who_assert_and_one_says_not_so(first: str, second: str, found: list[Relation]) -> None:
    story = told(f"Avaria said {first}. The harvest is near. Cyrland said {second}.")
    one = story.say(Act.ASSERT, "state:AVA", None, first, cue="said", source="Avaria")
    two = story.say(Act.ASSERT, "state:CYR", None, second, cue="said", source="Cyrland")
    links = link_within(story.record())
    assert [link.relation for link in links] == found
    assert all((link.answer, link.answered) == (two, one) for link in links)


@pytest.mark.parametrize(
    ("after", "speaker", "is_answer"),
    [
        pytest.param("the ferries sail by an old timetable", "state:AVA", True, id="its matter"),
        pytest.param("the wheat is in", "state:AVA", False, id="another matter"),
        pytest.param("the ferries sail by an old timetable", "state:CYR", False, id="another"),
    ],
)
def test_who_denied_a_charge_answers_it_by_what_he_asserts_of_its_matter(
    after: str, speaker: str, is_answer: bool
) -> None:
    name = "Avaria" if speaker == "state:AVA" else "Cyrland"
    story = told(
        "Tarn accused Avaria of arming the ferries on the lake. Avaria denied this. "
        f"The lake is wide. It is cold. {name} said {after}."
    )
    charge = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria of arming the ferries on the lake",
        cue="accused", source="Tarn",
    )  # fmt: skip
    story.say(Act.DENY, "state:AVA", None, "this", cue="denied", source="Avaria")
    more = story.say(Act.ASSERT, speaker, None, after, cue="said", source=name)
    answers = [link.relation for link in link_within(story.record()) if link.answer == more]
    assert (Relation.ANSWERS in answers) is is_answer
    assert all(
        link.answered == charge
        for link in link_within(story.record())
        if link.relation is Relation.ANSWERS
    )


@pytest.mark.parametrize(
    ("judge", "doer", "relations"),
    [
        pytest.param("state:AVA", "state:BEL", [Relation.SUPPORTS], id="one side"),
        pytest.param("state:CYR", "state:BEL", [], id="two sides"),
        pytest.param("state:AVA", "state:AVA", [], id="a deed of their own"),
    ],
)
def test_two_of_one_side_who_judge_one_deed_support_each_other(
    judge: str, doer: str, relations: list[Relation]
) -> None:
    name = "Avaria" if judge == "state:AVA" else "Cyrland"
    story = told(
        "Troops shelled the mill on Monday. The ministry condemned the shelling. "
        f"It was late. {name} called the shelling a disgrace."
    )
    story.happen(EventType.ASSAULT, doer, "shelled the mill")
    first = story.say(
        Act.CRITICISE, "gov:AVA-defence", "state:CYR", "the shelling", cue="condemned",
        source="The ministry",
    )  # fmt: skip
    then = story.say(
        Act.CRITICISE, judge, None, "the shelling a disgrace", cue="called", source=name
    )
    links = [link for link in link_within(story.record()) if link.answered == first]
    assert [link.relation for link in links] == relations
    assert all(link.answer == then for link in links)
