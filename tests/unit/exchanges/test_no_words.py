"""Ends of a link that are nobody's words, and answers that mean no words."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


def _links(
    text: str, first: tuple[str, Act, str, str], second: tuple[str, Act, str, str]
) -> list[Relation]:
    """Return in what relations the second answers the first; each is who, act, cue and words.

    Of who has no actor's name (Tarn, Avaria, Belmark) only the words for him are known.
    """
    story = told(text)
    ids = {"Tarn": "per:tarn", "Avaria": "state:AVA", "Belmark": "state:BEL"}
    said = [
        story.say(act, ids.get(who), None, words, cue=cue, source=who)
        for who, act, cue, words in (first, second)
    ]
    links = link_within(story.record())
    return [each.relation for each in links if [each.answer, each.answered] == said[::-1]]


@pytest.mark.parametrize(
    ("words", "cue", "linked"),
    [
        pytest.param("the timing", "spoke of", False, id="a noun"),
        pytest.param("old Joren Orlin", "spoke of", False, id="a name"),
        pytest.param("her private papers", "spoke of", False, id="an attribute"),
        pytest.param("the roads open", "called", True, id="judged"),
        pytest.param("the roads closed", "spoke of", True, id="what became of it"),
        pytest.param("roads are open", "said", True, id="a clause"),
        pytest.param("close mines", "voted to", True, id="done"),
    ],
)
def test_what_is_only_spoken_of_is_answered_by_nobody(words: str, cue: str, linked: bool) -> None:
    found = _links(
        f"Belmark {cue} {words}, but Avaria said the harbour would have to wait for ships.",
        ("Belmark", Act.ASSERT, cue, words),
        ("Avaria", Act.ASSERT, "said", "the harbour would have to wait for ships"),
    )
    assert found == ([Relation.CONTRADICTS] if linked else [])


@pytest.mark.parametrize(
    ("topic", "linked"),
    [pytest.param("fishing", True, id="a matter"), pytest.param("Monday", False, id="a day")],
)
def test_remarks_hold_the_words_for_their_matter(topic: str, linked: bool) -> None:
    story = told(f"Avaria praised Tarn’s remarks on {topic}.")
    outer = story.say(
        Act.SUPPORT, "state:AVA", None, f"Tarn’s remarks on {topic}", cue="praised", source="Avaria"
    )
    story.say(Act.ASSERT, "per:tarn", None, topic, cue="remarks", source="Tarn", parent=outer)
    assert bool(link_within(story.record())) is linked


@pytest.mark.parametrize(
    ("count", "linked"),
    [
        pytest.param("80 ", True, id="one figure"),
        pytest.param("20 ", False, id="another"),
        pytest.param("", True, id="of one"),
    ],
)
def test_who_counts_otherwise_repeats_nothing(count: str, linked: bool) -> None:
    again = f"that {count}boats came home from the northern banks"
    found = _links(
        f"A poll of skippers said 80 boats came home from the northern banks. Rain fell. "
        f"The poll of skippers said {again}.",
        ("A poll of skippers", Act.ASSERT, "said", "80 boats came home from the northern banks"),
        ("The poll of skippers", Act.ASSERT, "said", again),
    )
    assert (Relation.REPEATS in found) is linked


@pytest.mark.parametrize(
    ("first", "second", "linked"),
    [
        pytest.param("Some guards", "The guards", True, id="one group"),
        pytest.param("Avaria’s guards", "Avaria’s lawyers", False, id="whom both serve"),
    ],
)
def test_who_serves_the_same_is_not_one_voice(first: str, second: str, linked: bool) -> None:
    one, two = "the old bridge will fall in spring", "that the old bridge will fall in the spring"
    found = _links(
        f"{first} said {one}. Rain fell. {second} told reporters {two}.",
        (first, Act.ASSERT, "said", one),
        (second, Act.ASSERT, "told reporters", two),
    )
    assert (Relation.REPEATS in found) is linked


@pytest.mark.parametrize(
    ("verb", "whom", "linked"),
    [
        pytest.param("endorsed", "Tarn", False, id="endorsed him"),
        pytest.param("backed", "him on Monday", False, id="backed him"),
        pytest.param("endorsed", "Tarn’s offer", True, id="his offer"),
    ],
)
def test_who_backs_somebody_backs_none_of_his_words(verb: str, whom: str, linked: bool) -> None:
    story = told(f"Tarn offered Avaria to clear the river. Avaria {verb} {whom}.")
    offer = story.say(
        Act.OFFER, "per:tarn", "state:AVA", "to clear the river", cue="offered", source="Tarn"
    )
    answer = story.say(Act.SUPPORT, "state:AVA", None, whom, cue=verb, source="Avaria")
    found = [x.answered for x in link_within(story.record()) if x.answer == answer]
    assert found == ([offer] if linked else [])


@pytest.mark.parametrize(
    ("asked", "linked"),
    [
        pytest.param("for calm at the harbour", False, id="for something else"),
        pytest.param("for an end to the truce", True, id="in a word of his"),
    ],
)
def test_who_echoes_somebody_says_something_of_what_he_said(asked: str, linked: bool) -> None:
    found = _links(
        f"Tarn said that the truce was lost. Avaria, echoing Tarn, asked {asked}.",
        ("Tarn", Act.ASSERT, "said", "the truce was lost"),
        ("Avaria", Act.DEMAND, "asked", asked),
    )
    assert found == ([Relation.SUPPORTS] if linked else [])


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("the tax on salt that Tarn wants for Avaria", False, id="a tax"),
        pytest.param("the demand for a tax on salt", True, id="words"),
    ],
)
def test_who_opposes_a_thing_turns_down_no_words(words: str, linked: bool) -> None:
    story = told(f"Tarn accused Avaria of a tax on salt. It rained. Avaria opposed {words}.")
    act = Act.DEMAND if linked else Act.ACCUSE
    story.say(act, "per:tarn", "state:AVA", "of a tax on salt", cue="accused", source="Tarn")
    answer = story.say(Act.REFUSE, "state:AVA", None, words, cue="opposed", source="Avaria")
    links = [x for x in link_within(story.record()) if x.answer == answer and x.explicit]
    assert [x.relation for x in links] == ([Relation.REFUSES] if linked else [])


@pytest.mark.parametrize(
    ("verb", "rest", "linked"),
    [
        pytest.param("considers", "", False, id="thinks it over"),
        pytest.param("considered", " of last year", False, id="which it is"),
        pytest.param("called", " a trick", True, id="judges it"),
    ],
)
def test_who_considers_a_proposal_says_nothing_of_it(verb: str, rest: str, linked: bool) -> None:
    words = f"Tarn’s proposal{rest}"
    found = _links(
        f"Tarn offered to clear the river. Avaria {verb} {words}.",
        ("Tarn", Act.OFFER, "offered", "to clear the river"),
        ("Avaria", Act.ASSERT, verb, words),
    )
    assert bool(found) is linked


@pytest.mark.parametrize(
    ("whom", "linked"),
    [
        pytest.param("the criticism of Avaria", True, id="of whom it is about"),
        pytest.param("the criticism of Cyrland", False, id="of another"),
        pytest.param("Tarn’s criticism", True, id="his"),
    ],
)
def test_criticism_of_somebody_is_about_him(whom: str, linked: bool) -> None:
    story = told(f"Tarn criticised Avaria over the lake. Rain fell. The guild condemned {whom}.")
    story.actor("grp:guild", "The guild")
    first = story.say(
        Act.CRITICISE, "per:tarn", "state:AVA", "Avaria over the lake", cue="criticised",
        source="Tarn",
    )  # fmt: skip
    second = story.say(Act.CRITICISE, "grp:guild", None, whom, cue="condemned", source="The guild")
    found = [x.answered for x in link_within(story.record()) if x.answer == second]
    assert (first in found) is linked


@pytest.mark.parametrize(
    ("cue", "words", "after", "linked"),
    [
        pytest.param("said", "Tarn said boats sank", "", False, id="said"),
        pytest.param("denied", "that Tarn said boats sank", "", True, id="denied"),
        pytest.param("said", "Tarn said boats sank. That is nonsense", "", True, id="at once"),
        pytest.param("refused", "to thank Tarn, who said boats sank", "", False, id="refuses to"),
    ],
)
def test_who_recounts_words_rejects_them_by_a_word_for_it(
    cue: str, words: str, after: str, linked: bool
) -> None:
    story = told(f"Avaria {cue} {words}{after}. It rained.")
    outer = story.say(Act.DENY, "state:AVA", None, words, cue=cue, source="Avaria")
    inner = story.say(
        Act.ASSERT, "per:tarn", None, "boats sank", cue="said", source="Tarn", parent=outer
    )
    found = [x.relation for x in link_within(story.record()) if x.answered == inner]
    assert found == ([Relation.DENIES] if linked else [])


@pytest.mark.parametrize(
    ("said", "linked"),
    [
        pytest.param("I was attacked by Tarn over the tax on salt", False, id="was attacked"),
        pytest.param("I attacked Tarn over the tax on salt", True, id="attacked"),
    ],
)
def test_who_is_attacked_attacks_nobody(said: str, linked: bool) -> None:
    story = told(f"Tarn asked Avaria for a tax on salt. “{said},” the chief of Avaria said.")
    story.actor("per:chief", "the chief of Avaria", "AVA", "GOV")
    story.say(Act.DEMAND, "per:tarn", "per:chief", "a tax on salt", cue="asked", source="Tarn")
    story.say(
        Act.CRITICISE, "per:chief", "per:tarn", said, cue="said", source="the chief of Avaria"
    )
    assert bool([x for x in link_within(story.record()) if x.explicit]) is linked


@pytest.mark.parametrize(
    ("mark", "linked"),
    [
        pytest.param("Belmark, however,", True, id="by the speaker"),
        pytest.param("However, Belmark", True, id="at the head"),
        pytest.param("There were, however, few at the quay that night, and Belmark", False,
                     id="in a clause of the article's"),
        pytest.param("But few were at the quay in the rain that night, and so Belmark", False,
                     id="at the head of one"),
    ],
)  # fmt: skip
def test_but_and_however_set_off_whose_clause_they_stand_in(mark: str, linked: bool) -> None:
    found = _links(
        f"Avaria said the harvest was late this year. {mark} said the harvest was early this year.",
        ("Avaria", Act.ASSERT, "said", "the harvest was late this year"),
        ("Belmark", Act.ASSERT, "said", "the harvest was early this year"),
    )
    assert (Relation.CONTRADICTS in found) is linked


@pytest.mark.parametrize(
    ("seen", "linked"),
    [
        pytest.param("the pit too deep for them", False, id="too deep"),
        pytest.param("the pit too", True, id="also"),
    ],
)
def test_too_much_agrees_with_nobody(seen: str, linked: bool) -> None:
    found = _links(
        f"Some miners saw smoke in the pit. Many traders saw {seen}.",
        ("Some miners", Act.ASSERT, "saw", "smoke in the pit"),
        ("Many traders", Act.ASSERT, "saw", seen),
    )
    assert (Relation.SUPPORTS in found) is linked


@pytest.mark.parametrize(
    ("rest", "linked"),
    [
        pytest.param("Avaria, which asked for a dam", True, id="words"),
        pytest.param("is an envoy of Avaria", False, id="whom"),
    ],
)
def test_whom_somebody_was_referring_to_is_no_answer(rest: str, linked: bool) -> None:
    story = told(
        "Avaria agreed to pay for it. Tarn spoke of bribes. "
        f"The judge Tarn was referring to {rest}."
    )
    story.say(Act.AGREE, "state:AVA", None, "pay for it", cue="agreed to", source="Avaria")
    story.say(Act.CRITICISE, "per:tarn", None, "of bribes", cue="spoke", source="Tarn")
    assert bool(link_within(story.record())) is linked


@pytest.mark.parametrize(
    ("said", "linked"),
    [
        pytest.param("that it rejected the charges", True, id="himself"),
        pytest.param("why it had rejected the charges", True, id="why he did"),
        pytest.param("that Cyrland rejected the charges", False, id="another"),
        pytest.param("“they rejected the charges”", False, id="in a quotation"),
    ],
)
def test_who_tells_that_another_rejected_it_has_not(said: str, linked: bool) -> None:
    found = _links(
        f"Tarn said that Avaria stole coal. Avaria said {said}.",
        ("Tarn", Act.ACCUSE, "said", "that Avaria stole coal"),
        ("Avaria", Act.ASSERT, "said", said),
    )
    assert bool(found) is linked


def test_who_declines_an_offer_that_he_recounts_refuses_it() -> None:
    story = told("Avaria declined an offer of Tarn to clear the river.")
    outer = story.say(
        Act.REFUSE, "state:AVA", None, "an offer of Tarn to clear the river", cue="declined",
        source="Avaria",
    )  # fmt: skip
    story.say(
        Act.OFFER, "per:tarn", None, "to clear the river", cue="offer", source="Tarn", parent=outer
    )
    assert [x.relation for x in link_within(story.record())] == [Relation.REFUSES]


@pytest.mark.parametrize(
    ("stance", "linked"),
    [
        pytest.param("remains opposed to", True, id="still is"),
        pytest.param("is opposed to", False, id="is"),
    ],
)
def test_who_remains_opposed_answers_who_tells_that_he_gave_in(stance: str, linked: bool) -> None:
    story = told(
        f"Tarn wrote that Avaria takes the tax on salt. Rain fell. Avaria said it {stance} the tax "
        "on salt."
    )
    wrote = story.say(
        Act.ASSERT, "per:tarn", "state:AVA", "that Avaria takes the tax on salt", cue="wrote",
        source="Tarn",
    )  # fmt: skip
    answer = story.say(
        Act.ASSERT, "state:AVA", None, f"it {stance} the tax on salt", cue="said", source="Avaria"
    )
    links = [x for x in link_within(story.record()) if x.answer == answer and x.explicit]
    assert [x.answered for x in links] == ([wrote] if linked else [])
