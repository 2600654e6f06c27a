"""What stands next to a speaker's words: relative clauses, asides, demands that are made again."""

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.within import link_within
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

Found = list[tuple[StatementId, Relation, bool]]


def of(story: Story, answer: StatementId) -> Found:
    return [
        (StatementId(link.answered), link.relation, link.explicit)
        for link in link_within(story.record())
        if link.answer == answer
    ]


@pytest.mark.parametrize(
    ("speaker", "source", "joint", "found"),
    [
        pytest.param("gov:AVA-defence", "the ministry", ", which ", True, id="of one side"),
        pytest.param("state:BEL", "Belmark", ", which ", False, id="of another side"),
        pytest.param("gov:AVA-defence", "the ministry", ", and ", False, id="no relative clause"),
    ],
)
def test_which_clause_of_an_own_body_bears_out_what_it_hangs_on(
    speaker: str, source: str, joint: str, found: bool
) -> None:
    story = told(f"Avaria demands that Belmark explain its pact{joint}{source} calls a plot.")
    demand = story.say(
        Act.DEMAND, "state:AVA", "state:BEL", "Belmark explain its pact", cue="demands",
        source="Avaria",
    )  # fmt: skip
    called = story.say(Act.ACCUSE, speaker, None, "a plot", cue="calls", source=source)
    supports = (demand, Relation.SUPPORTS, True)
    assert (supports in of(story, called)) is found


def test_who_clause_goes_on_with_the_first_demand() -> None:
    story = told(
        "Tarn said the two should stand against Avaria. They must hold together, said Tarn, "
        "who called for the mines at Orlen to be shut."
    )
    first = story.say(
        Act.DEMAND, "per:tarn", "state:CYR", "the two should stand against Avaria", cue="said",
        source="Tarn",
    )  # fmt: skip
    story.say(
        Act.DEMAND, "per:tarn", "state:CYR", "They must hold together", cue="said", source="Tarn"
    )
    third = story.say(
        Act.DEMAND, "per:tarn", "state:AVA", "the mines at Orlen to be shut", cue="called for",
        source="who",
    )  # fmt: skip
    assert of(story, third) == [(first, Relation.SUPPORTS, False)]


@pytest.mark.parametrize(
    ("teller", "found"),
    [
        pytest.param("state:CYR", True, id="quoted by another"),
        pytest.param("state:BEL", False, id="by himself"),
    ],
)
def test_who_was_just_quoted_by_another_goes_on(teller: str, found: bool) -> None:
    story = told(
        "The envoy quoted Belmark as saying that nothing was agreed. "
        "A treaty, said Belmark, can be signed in spring."
    )
    outer = story.say(
        Act.ASSERT, teller, None, "Belmark as saying that nothing was agreed", cue="quoted",
        source="The envoy",
    )  # fmt: skip
    inner = story.say(
        Act.ASSERT, "state:BEL", None, "nothing was agreed", cue="saying", source="Belmark",
        parent=outer,
    )  # fmt: skip
    after = story.say(
        Act.DEMAND, "state:BEL", None, "A treaty | can be signed in spring", cue="said",
        source="Belmark",
    )  # fmt: skip
    assert ((inner, Relation.SUPPORTS, False) in of(story, after)) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("Belmark open the sluices for barges", True, id="on the same matter"),
        pytest.param("Belmark count its prisoners", False, id="on another"),
    ],
)
def test_for_its_part_answers_on_the_matter_alone(words: str, found: bool) -> None:
    story = told(
        "Belmark said that Avaria keeps the sluices shut. "
        f"Avaria, for its part, demands that {words}."
    )
    charge = story.say(
        Act.ACCUSE, "state:BEL", "state:AVA", "Avaria keeps the sluices shut", cue="said",
        source="Belmark",
    )  # fmt: skip
    demand = story.say(Act.DEMAND, "state:AVA", "state:BEL", words, cue="demands", source="Avaria")
    assert [(to, mark) for to, _, mark in of(story, demand)] == ([(charge, True)] if found else [])


@pytest.mark.parametrize(
    ("again", "act", "found"),
    [
        pytest.param("an explanation from Belmark", Act.DEMAND, True, id="the same demand"),
        pytest.param("safe roads from Belmark", Act.DEMAND, False, id="another demand"),
        pytest.param("an explanation from Belmark", Act.ASSERT, False, id="no demand"),
    ],
)
def test_a_demand_of_a_state_is_made_again_by_its_body(again: str, act: Act, found: bool) -> None:
    story = told(
        "Avaria has asked Belmark to explain itself. Tarn went home. "
        f"The Avarian Defence Ministry asked for {again}."
    )
    first = story.say(
        Act.DEMAND, "state:AVA", "state:BEL", "Belmark to explain itself", cue="asked",
        source="Avaria",
    )  # fmt: skip
    second = story.say(
        act, "gov:AVA-defence", "state:BEL", again, cue="asked for",
        source="The Avarian Defence Ministry",
    )  # fmt: skip
    assert ((first, Relation.REPEATS, False) in of(story, second)) is found


def test_synonyms_are_one_word_in_a_headline() -> None:
    story = told(
        "Avaria said that Belmark's troops bombarded the bridge at Orlen.",
        title="Avaria: bridge at Orlen shelled",
    )
    head = story.say(Act.ACCUSE, "state:AVA", None, "bridge at Orlen shelled", source="Avaria")
    body = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark's troops bombarded the bridge at Orlen",
        cue="said", source="Avaria",
    )  # fmt: skip
    (link,) = link_within(story.record())
    assert (link.answer, link.answered, link.score) == (head, body, 1.0)


@pytest.mark.parametrize(
    ("whom", "found"),
    [
        pytest.param("the criticism of Avaria", True, id="of whom it was about"),
        pytest.param("the criticism of Cyrland in Avaria", False, id="of another"),
        pytest.param("the criticism", True, id="of nobody named"),
    ],
)
def test_a_noun_of_its_verb_means_words_on_whom_it_names(whom: str, found: bool) -> None:
    story = told(f"Tarn criticised Avaria over the lake. The ministry condemned {whom}.")
    first = story.say(
        Act.CRITICISE, "per:tarn", "state:AVA", "Avaria over the lake", cue="criticised",
        source="Tarn",
    )  # fmt: skip
    second = story.say(
        Act.CRITICISE, "gov:AVA-defence", None, whom, cue="condemned", source="The ministry"
    )
    assert (first in [to for to, *_ in of(story, second)]) is found


@pytest.mark.parametrize(
    ("order", "found"),
    [pytest.param((0, 1), True, id="told after"), pytest.param((1, 0), False, id="told before")],
)
def test_what_names_no_words_answers_none_that_are_told_later(
    order: tuple[int, int], found: bool
) -> None:
    said = ("Tarn criticised Avaria over the lake.", "Avaria played down the state of the lake.")
    story = told(" ".join(said[place] for place in order))
    first = story.say(
        Act.CRITICISE, "per:tarn", "state:AVA", "Avaria over the lake", cue="criticised",
        source="Tarn",
    )  # fmt: skip
    second = story.say(
        Act.CRITICISE, "state:AVA", None, "the state of the lake", cue="played down",
        source="Avaria",
    )  # fmt: skip
    assert (first in [to for to, *_ in of(story, second)]) is found


@pytest.mark.parametrize(
    ("between", "words", "act", "found"),
    [
        pytest.param("", "will close the pass", Act.WARN, True, id="at once"),
        pytest.param("", "will close the pass", Act.INTEND, False, id="no warning"),
        pytest.param("Cyrland kept silent. ", "will close the pass", Act.WARN, False, id="others"),
        pytest.param("Years went. " * 4, "will close the pass", Act.WARN, False, id="far away"),
    ],
)
def test_a_warning_goes_with_the_charge_before_it(
    between: str, words: str, act: Act, found: bool
) -> None:
    story = told(
        f"Tarn said that rebels drill in Belmark. {between}Avaria, he warned, {words} to Cyrland."
    )
    charge = story.say(
        Act.ACCUSE, "per:tarn", "state:BEL", "rebels drill in Belmark", cue="said", source="Tarn"
    )
    if "Cyrland kept" in between:
        story.say(Act.ASSERT, "state:CYR", None, "silent", cue="kept", source="Cyrland")
    warning = story.say(
        act, "per:tarn", "state:CYR", f"Avaria | {words} to Cyrland", cue="warned", source="he"
    )
    assert (charge in [to for to, *_ in of(story, warning)]) is found
