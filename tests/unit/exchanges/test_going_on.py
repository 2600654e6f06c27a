"""What a speaker says next, and headlines that say it before."""

from dataclasses import replace

import pytest
from tests import records
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.actor import ActorKind
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act, Quotation

Found = tuple[Relation, bool] | None


@pytest.mark.parametrize(
    ("second", "cue", "act", "about", "found"),
    [
        pytest.param(
            "its officers were never told of the drill", "said", Act.ACCUSE, "state:BEL",
            (Relation.SUPPORTS, False), id="ground",
        ),
        pytest.param(
            "its officers were never told of the drill", "added", Act.ACCUSE, "state:BEL",
            (Relation.SUPPORTS, True), id="added",
        ),
        pytest.param(
            "the crossing at Orlen remains blocked by Belmark", "said", Act.ACCUSE, "state:BEL",
            (Relation.REPEATS, False), id="same words",
        ),
        pytest.param(
            "grain harvests would be poor", "said", Act.PREDICT, "state:CYR", None,
            id="of somebody else",
        ),
    ],
)  # fmt: skip
def test_speaker_goes_on(second: str, cue: str, act: Act, about: str, found: Found) -> None:
    story = told(f"Avaria said that Belmark blocked the crossing at Orlen. Avaria {cue} {second}.")
    first = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark blocked the crossing at Orlen", cue="said",
        source="Avaria",
    )  # fmt: skip
    after = story.say(act, "state:AVA", about, second, cue=cue, source="Avaria")
    links = link_within(story.record())
    assert all((link.answer, link.answered) == (after, first) for link in links)
    assert [(link.relation, link.explicit) for link in links] == ([found] if found else [])


def test_what_somebody_says_of_another_party_in_between_is_passed_over() -> None:
    story = told(
        "Avaria said that Belmark blocked the crossing. Avaria said that Cyrland was wise. "
        "Avaria said that its drivers were robbed."
    )
    first = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark blocked the crossing", cue="said",
        source="Avaria",
    )  # fmt: skip
    story.say(
        Act.SUPPORT, "state:AVA", "state:CYR", "Cyrland was wise", cue="said", source="Avaria"
    )
    third = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "its drivers were robbed", cue="said", source="Avaria"
    )
    (link,) = link_within(story.record())
    assert (link.answer, link.answered, link.relation) == (third, first, Relation.SUPPORTS)


def test_run_on_text_without_a_cue_is_no_chain() -> None:
    story = told("We condemn the raid. The road has been closed for a month.")
    story.say(Act.CRITICISE, "state:AVA", None, "the raid", cue="condemn")
    story.say(Act.ASSERT, "state:AVA", None, "The road has been closed for a month")
    assert link_within(story.record()) == ()


def test_line_break_after_a_full_stop_ends_one_sentence() -> None:
    story = told("Avaria said that Belmark blocked the road.\n\nAvaria said that lorries wait.")
    story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark blocked the road", cue="said",
        source="Avaria",
    )  # fmt: skip
    story.say(Act.ACCUSE, "state:AVA", "state:BEL", "lorries wait", cue="said", source="Avaria")
    (link,) = link_within(story.record())
    assert link.relation is Relation.SUPPORTS


@pytest.mark.parametrize(
    ("act", "about", "linked"),
    [
        pytest.param(Act.ACCUSE, "state:BEL", True, id="alike"),
        pytest.param(Act.ACCUSE, None, True, id="unknown about whom"),
        pytest.param(Act.ACCUSE, "state:CYR", False, id="about another"),
        pytest.param(Act.SUPPORT, "state:BEL", False, id="another act"),
    ],
)
def test_headline_without_common_words_repeats_what_its_speaker_does_alike(
    act: Act, about: str | None, linked: bool
) -> None:
    story = told("Avaria said that Belmark robs drivers.", title="Avaria raises its voice")
    head = story.say(act, "state:AVA", about, "its voice", cue="raises", source="Avaria")
    body = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark robs drivers", cue="said", source="Avaria"
    )
    links = [(link.answer, link.answered, link.relation) for link in link_within(story.record())]
    assert links == ([(head, body, Relation.REPEATS)] if linked else [])


@pytest.mark.parametrize(
    ("speaker", "linked"),
    [
        pytest.param("gov:AVA-defence", True, id="a body of the state"),
        pytest.param("state:CYR", False, id="another state"),
    ],
)
def test_state_in_a_headline_stands_for_its_ministry(speaker: str, linked: bool) -> None:
    story = told("The ministry said that Belmark robs drivers.", title="Avaria raises its voice")
    head = story.say(Act.ACCUSE, "state:AVA", "state:BEL", "its voice", cue="raises")
    body = story.say(Act.ACCUSE, speaker, "state:BEL", "Belmark robs drivers", cue="said")
    links = [(link.answer, link.answered) for link in link_within(story.record())]
    assert links == ([(head, body)] if linked else [])


@pytest.mark.parametrize(
    ("opening", "meant"),
    [
        pytest.param("Otherwise", "second", id="ground: the last"),
        pytest.param("Therefore", "first", id="conclusion: what the run began with"),
    ],
)
def test_grounds_take_up_the_last_and_conclusions_the_run(opening: str, meant: str) -> None:
    story = told(
        "Avaria said that the dam leaks. Avaria said that fields flood. "
        f"{opening} the sluice must stay open, Avaria said."
    )
    said = {
        "first": story.say(
            Act.ASSERT, "state:AVA", None, "the dam leaks", cue="said", source="Avaria"
        ),
        "second": story.say(
            Act.ASSERT, "state:AVA", None, "fields flood", cue="said", source="Avaria"
        ),
    }
    last = story.say(
        Act.DEMAND, "state:AVA", None, f"{opening} the sluice must stay open", cue="said",
        source="Avaria",
    )  # fmt: skip
    (link,) = [link for link in link_within(story.record()) if link.answer == last]
    assert (link.answered, link.relation, link.explicit) == (said[meant], Relation.SUPPORTS, True)


@pytest.mark.parametrize(
    ("act", "to_first"),
    [pytest.param(Act.DEMAND, True, id="demand"), pytest.param(Act.ASSERT, False, id="telling")],
)
def test_main_point_is_what_later_ones_bear_out(act: Act, to_first: bool) -> None:
    story = told(
        "Avaria said that Belmark should open the crossing. "
        "Avaria said that Belmark should free its drivers. "
        "Avaria said that Belmark and its drivers should leave."
    )
    contents = ("open the crossing", "free its drivers", "and its drivers should leave")
    first, second, third = (
        story.say(act, "state:AVA", "state:BEL", content, cue="said", source="Avaria")
        for content in contents
    )
    meant = {link.answer: link.answered for link in link_within(story.record())}
    assert meant.get(second) == (first if to_first else None)
    assert meant[third] == (first if to_first else second)


def test_quotation_is_borne_out_by_no_retelling() -> None:
    story = told(
        "Avaria said that Belmark should act. “Open the crossing,” Avaria said "
        "and called for the drivers to be freed."
    )
    first = story.say(
        Act.DEMAND, "state:AVA", "state:BEL", "Belmark should act", cue="said", source="Avaria"
    )
    quoted = story.say(
        Act.DEMAND, "state:AVA", "state:BEL", "Open the crossing,", cue="said", source="Avaria"
    )
    story.statements[-1] = replace(story.statements[-1], quotation=Quotation.DIRECT)
    retold = story.say(
        Act.DEMAND, "state:AVA", "state:BEL", "the drivers to be freed", cue="called for",
        source="Avaria",
    )  # fmt: skip
    meant = {link.answer: link.answered for link in link_within(story.record())}
    assert meant == {quoted: first, retold: first}


def test_demand_recounted_twice_is_one() -> None:
    story = told(
        "Cyrland said that Avaria demanded a way out. Tarn said that Avaria demanded free passage."
    )
    outer = story.say(Act.ASSERT, "state:CYR", None, "Avaria demanded a way out", cue="said")
    one = story.say(Act.DEMAND, "state:AVA", "state:BEL", "a way out", cue="demanded", parent=outer)
    again = story.say(Act.ASSERT, "per:tarn", None, "Avaria demanded free passage", cue="said")
    two = story.say(
        Act.DEMAND, "state:AVA", "state:BEL", "free passage", cue="demanded", parent=again
    )
    found = {(link.answer, link.answered, link.relation) for link in link_within(story.record())}
    assert (two, one, Relation.REPEATS) in found


@pytest.mark.parametrize(
    ("cue", "explicit"), [("concluded", [True]), ("added", [True]), ("said", [])]
)
def test_who_says_that_he_goes_on_does_so_by_whatever_act(cue: str, explicit: list[bool]) -> None:
    story = told(f"Avaria said that the pass stays shut. Avaria {cue} that winter would be hard.")
    first = story.say(
        Act.ASSERT, "state:AVA", None, "the pass stays shut", cue="said", source="Avaria"
    )
    last = story.say(Act.WARN, "state:AVA", None, "winter would be hard", cue=cue, source="Avaria")
    links = [link for link in link_within(story.record()) if link.explicit]
    assert [link.explicit for link in links] == explicit
    assert all((link.answer, link.answered) == (last, first) for link in links)


@pytest.mark.parametrize(
    ("third", "about", "is_linked"),
    [
        pytest.param("Cyrland values the escort too", "state:CYR", True, id="parties and words"),
        pytest.param("Cyrland values quiet", "state:CYR", False, id="no word in common"),
        pytest.param("Belmark values the escort too", "state:BEL", False, id="another party"),
    ],
)
def test_what_was_said_a_little_before_of_the_same_parties_is_meant(
    third: str, about: str, is_linked: bool
) -> None:
    story = told(
        "It was cold. Avaria noted that Cyrland had thanked the escort. "
        f"Avaria noted that gifts have a price. Avaria praised that {third}."
    )
    story.say(Act.SUPPORT, "state:AVA", "state:CYR", "It was cold", cue="was", source="It")
    first = story.say(
        Act.ASSERT, "state:AVA", "state:CYR", "Cyrland had thanked the escort", cue="noted",
        source="Avaria",
    )  # fmt: skip
    story.say(Act.ASSERT, "state:AVA", None, "gifts have a price", cue="noted", source="Avaria")
    last = story.say(Act.WARN, "state:AVA", about, third, cue="praised", source="Avaria")
    pairs = [(link.answer, link.answered) for link in link_within(story.record())]
    assert ((last, first) in pairs) is is_linked


@pytest.mark.parametrize(("country", "is_linked"), [("BEL", True), ("CYR", False), (None, False)])
def test_charge_against_a_group_goes_with_one_against_its_state(
    country: str | None, is_linked: bool
) -> None:
    story = told(
        "Avaria accused Belmark of raids on the dam. "
        "Avaria accused the river stations of being told what to say."
    )
    story.actors.append(
        replace(
            records.actor("grp:stations", "the river stations", country=country),
            kind=ActorKind.GROUP,
        )
    )
    first = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark of raids on the dam", cue="accused",
        source="Avaria",
    )  # fmt: skip
    then = story.say(
        Act.ACCUSE, "state:AVA", "grp:stations", "the river stations of being told what to say",
        cue="accused", source="Avaria",
    )  # fmt: skip
    pairs = [(link.answer, link.answered) for link in link_within(story.record())]
    assert ((then, first) in pairs) is is_linked


@pytest.mark.parametrize(("about", "inside"), [("state:CYR", True), ("state:BEL", False)])
def test_what_the_speaker_recounts_of_his_own_is_what_he_goes_on_with(
    about: str, inside: bool
) -> None:
    name = "Cyrland" if about == "state:CYR" else "Belmark"
    story = told(
        "Avaria said that it had met envoys and asked Cyrland to show the maps. "
        f"{name} showed none, it added."
    )
    frame = story.say(
        Act.ASSERT, "state:AVA", None, "it had met envoys and asked Cyrland to show the maps",
        cue="said", source="Avaria",
    )  # fmt: skip
    asked = story.say(
        Act.DEMAND, "state:AVA", "state:CYR", "Cyrland to show the maps", cue="asked",
        source="it", parent=frame,
    )  # fmt: skip
    then = story.say(
        Act.CRITICISE, "state:AVA", about, f"{name} showed none", cue="added", source="it"
    )
    links = [link for link in link_within(story.record()) if link.answer == then]
    assert [link.answered for link in links] == [asked if inside else frame]


@pytest.mark.parametrize(
    ("second", "is_linked"),
    [("it a gift to thieves", True), ("this a folly", True), ("that winter was near", False)],
)
def test_words_that_stand_for_what_was_just_said_go_on_with_it(
    second: str, is_linked: bool
) -> None:
    story = told(f"It rained. Avaria said the mine had been sold and called {second}.")
    story.say(Act.CRITICISE, "state:AVA", "state:BEL", "It rained", cue="rained", source="It")
    first = story.say(
        Act.ASSERT, "state:AVA", None, "the mine had been sold", cue="said", source="Avaria"
    )
    then = story.say(Act.ASSERT, "state:AVA", None, second, cue="called", source="Avaria")
    pairs = [(link.answer, link.answered) for link in link_within(story.record())]
    assert ((then, first) in pairs) is is_linked
