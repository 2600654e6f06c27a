from dataclasses import replace
from datetime import date

import pytest
from tests.articles import on_day
from tests.unit.exchanges.stories import told
from tests.unit.exchanges.test_across import link_all

from rejoinder.exchanges.fitting import may_be_shown, still_fits
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act

BACKGROUND = (
    " Snow lay on the bridges while families waited beside burning tyres for buses."
    " Hospitals counted bandages and neighbours carried soup through the barricades."
)
FAR = (
    " Fishermen sold herring, a choir rehearsed carols, gardeners pruned roses and"
    " schoolchildren painted kites under a mild autumn sun; bakers slept late."
)


def saying(
    ref: str,
    act: Act,
    speaker: str | None,
    about: str | None,
    words: str,
    *,
    day: date | None = None,
    around: str = BACKGROUND,
    heard: bool = True,
) -> ArticleRecord:
    """Return an article; the Watch is heard in it, or only spoken about by nobody in particular."""
    story = told(f"It was said that {words}.{around}", ref=ref, day=day)
    story.actor("per:olm", "Minister Olm", "AVA", "GOV")
    story.actor("per:quill", "Petra Quill", "COR", "GOV")
    story.actor("igo:watch", "the Watch")
    story.actor("grp:ministers", "the four ministers")
    story.say(act, speaker, about, words, cue="said")
    words = "buses" if "buses" in around else "bakers"
    if heard:
        story.say(Act.ASSERT, "igo:watch", None, words)
    else:
        story.say(Act.ASSERT, None, "igo:watch", words)
    return story.record()


CALM = "all sides must refrain from further violence and stop the blockade"
CALMER = "those at the barricades should refrain from any violence"


@pytest.mark.parametrize(
    ("act", "about", "words", "other_act", "other_about", "other_words", "relation"),
    [
        (Act.DEMAND, "gov:AVA-defence", CALM, Act.DEMAND, None, CALMER, Relation.SUPPORTS),
        (
            Act.CRITICISE, "gov:AVA-defence", "the killing of the marchers cannot be excused",
            Act.ACCUSE, "gov:AVA-defence", "the troops stand for the death of several marchers",
            Relation.SUPPORTS,
        ),
        (
            Act.DEMAND, "gov:AVA-defence", "patience, not force, must quell the tense situation",
            Act.ASSERT, "gov:AVA-defence", "nothing but force settles such a situation",
            Relation.CONTRADICTS,
        ),
        (
            Act.DEMAND, None, "patience, not force, must quell the tense situation",
            Act.ASSERT, "gov:AVA-defence", "nothing but force settles such a situation",
            Relation.CONTRADICTS,
        ),
        (
            Act.DEMAND, None, "patience, not force, must quell the tense situation",
            Act.ASSERT, None, "nothing but force settles such a situation", None,
        ),
        (
            Act.DEMAND, "igo:watch", "the Watch should send a mission to observe the ballot",
            Act.REFUSE, "igo:watch", "the Watch would send no mission over the ballot",
            Relation.REFUSES,
        ),
        (Act.DEMAND, "gov:AVA-defence", CALM, Act.DEMAND, None, "pay the miners", None),
        (Act.DEMAND, None, CALM, Act.DEMAND, None, CALMER, None),
        (Act.DEMAND, "per:quill", CALM, Act.DEMAND, None, CALMER, None),
        (
            Act.ACCUSE, "gov:AVA-defence", "the ministry supplies the rebels with arms",
            Act.ACCUSE, "grp:ministers", "the ministers supply other rebels with weapons", None,
        ),
    ],
)  # fmt: skip
def test_what_nobody_dated_is_linked_by_words_acts_and_whom_it_is_about(
    act: Act, about: str | None, words: str,
    other_act: Act, other_about: str | None, other_words: str,
    relation: Relation | None,
) -> None:  # fmt: skip
    one = saying("one", act, "grp:ministers", about, words)
    two = saying("two", other_act, "per:quill", other_about, other_words)
    orders = [[[one], [two]], [[two], [one]], [[one, two]], [[two, one]]]
    found = [{link for link in link_all(order) if link.relation is not Relation.REPEATS}
             for order in orders]  # fmt: skip
    assert [{link.relation for link in links} for links in found] == [
        {relation} if relation else set()
    ] * 4
    assert all(links == found[0] for links in found)


@pytest.mark.parametrize(("one", "two"), [("AVA", "BEL"), ("BEL", "AVA")])
def test_it_does_not_matter_which_state_it_is(one: str, two: str) -> None:
    call = saying("one", Act.DEMAND, f"state:{one}", "per:quill", CALM)
    echo = saying("two", Act.DEMAND, f"state:{two}", None, CALMER)
    (link,) = {each for each in link_all([[call, echo]]) if each.relation is Relation.SUPPORTS}
    assert link.relation is Relation.SUPPORTS


def test_articles_of_other_matters_stay_apart() -> None:
    one = saying("one", Act.DEMAND, "grp:ministers", "gov:AVA-defence", CALM)
    two = saying("two", Act.DEMAND, "per:olm", None, CALMER, around=FAR)
    assert link_all([[one, two]]) == set()


@pytest.mark.parametrize("days", [(date(2031, 5, 4), None), (None, date(2031, 5, 4))])
def test_words_alone_connect_nothing_where_one_article_has_a_day(
    days: tuple[date | None, date | None],
) -> None:
    one = saying("one", Act.DEMAND, "grp:ministers", "gov:AVA-defence", CALM, day=days[0])
    two = saying("two", Act.DEMAND, "per:quill", None, CALMER, day=days[1])
    assert not {link for link in link_all([[one, two]]) if link.relation is Relation.SUPPORTS}


FARCE = "the plebiscite in Lagonia was a farce"
VALID = "Corvia recognised the plebiscite results in Lagonia"
VOID = "Lagonia held an unlawful referendum"
SPEECH = " ".join(f"and I thank village number {number} for its patience," for number in range(15))


@pytest.mark.parametrize(
    ("act", "words", "other_act", "other_words", "relation"),
    [
        (Act.ASSERT, FARCE, Act.ASSERT, VOID, Relation.SUPPORTS),
        (Act.ASSERT, FARCE, Act.ASSERT, VALID, Relation.CONTRADICTS),
        (Act.ASSERT, FARCE, Act.ASSERT, f"{VOID} {SPEECH}", None),
        (Act.ASSERT, FARCE, Act.ASSERT, "the harvest was a farce", None),
        (Act.ASSERT, FARCE, Act.ASSERT, "an unlawful referendum", None),
        (Act.DEMAND, "an end to the violence", Act.INTEND, "to resume talks", Relation.SUPPORTS),
        (Act.DEMAND, "an end to the talks", Act.INTEND, "to stop the violence", None),
    ],
)
def test_verdicts_on_one_matter_and_calls_for_peace_are_linked_where_nobody_dated_them(
    act: Act, words: str, other_act: Act, other_words: str, relation: Relation | None
) -> None:
    strife = f"{BACKGROUND} There were clashes."
    one = saying("one", act, "grp:ministers", None, words, around=strife)
    two = saying("two", other_act, "per:quill", None, other_words, around=strife)
    found = [
        {link.relation for link in link_all(order) if link.relation is not Relation.REPEATS}
        for order in ([[one], [two]], [[two], [one]], [[two, one]])
    ]
    assert found == [{relation} if relation else set()] * 3


def test_calls_for_peace_are_linked_only_where_articles_tell_of_strife() -> None:
    one = saying("one", Act.DEMAND, "grp:ministers", None, "calm and dialogue")
    two = saying("two", Act.INTEND, "per:quill", None, "to resume talks")
    assert not {link for link in link_all([[one, two]]) if link.relation is Relation.SUPPORTS}


def test_a_call_may_be_echoed_more_than_once() -> None:
    one = saying("one", Act.DEMAND, "grp:ministers", "gov:AVA-defence", CALM)
    story = told(f"It was said that {CALMER}. Dialogue was called for.{BACKGROUND}", ref="two")
    story.actor("per:quill", "Petra Quill", "COR", "GOV")
    story.actor("grp:union", "the Union")
    story.actor("igo:watch", "the Watch")
    story.actor("per:olm", "Minister Olm", "AVA", "GOV")
    story.say(Act.DEMAND, "per:quill", None, CALMER, cue="said")
    story.say(Act.DEMAND, "grp:union", None, "Dialogue")
    story.say(Act.ASSERT, "igo:watch", None, "buses")
    links = [
        each for each in link_all([[one, story.record()]]) if each.relation is Relation.SUPPORTS
    ]
    assert {link.answered for link in links} == {one.statements[0].id}
    assert len(links) == 2


@pytest.mark.parametrize(
    ("words", "other_act", "other_words", "fits"),
    [
        (FARCE, Act.ASSERT, VALID, True),
        (FARCE, Act.ASSERT, VOID, False),
        ("the Watch must send a mission to observe", Act.REFUSE, "no mission to observe", True),
    ],
)
def test_who_agrees_by_words_alone_is_shown_but_makes_no_exchange(
    words: str, other_act: Act, other_words: str, *, fits: bool
) -> None:
    refused = other_act is Act.REFUSE
    one = saying(
        "one", Act.DEMAND if refused else Act.ASSERT, "grp:ministers",
        "igo:watch" if refused else None, words,
    )  # fmt: skip
    two = saying("two", other_act, "per:quill", "igo:watch" if refused else None, other_words)
    (link,) = {each for each in link_all([[one, two]]) if each.relation is not Relation.REPEATS}
    at, there = (one, two) if link.answer in {each.id for each in one.statements} else (two, one)
    assert still_fits(link, at, there) is fits
    assert may_be_shown(link, at, there)
    dated = replace(at.article, published=on_day(date(2031, 5, 4)))
    assert not may_be_shown(link, replace(at, article=dated), there)
    dated = replace(there.article, published=on_day(date(2031, 5, 4)))
    assert not may_be_shown(link, at, replace(there, article=dated))
    assert not may_be_shown(link, at, replace(there, statements=()))
