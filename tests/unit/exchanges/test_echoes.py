"""The same words in two articles that tell one affair, said by nobody or in pieces."""

import pytest
from tests.unit.exchanges.stories import Story
from tests.unit.exchanges.test_retelling import FIRST, Nothing, across, charge, linked

from rejoinder.exchanges.across import link_across
from rejoinder.exchanges.fitting import still_fits
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

RULE = "the harbour must open its ledgers to every auditor before the autumn session begins"
OTHER = "the harbour must feed the gulls of every lighthouse before the autumn session begins"
LONG = "we shall dredge the northern channel, and no tide will stop our barges"


def _pair(
    first: tuple[Act, str | None, str], second: tuple[Act, str | None, str], *, same: bool = True
) -> tuple[Story, Story]:
    """Return two reports; the first words of both are the commander's, if they are the same."""
    stories = []
    for ref, (act, speaker, words) in (("one", first), ("two", second)):
        told = FIRST if same or ref == "one" else "the lighthouse keepers drank all the paraffin"
        story = charge(told, ref=ref, more=f" It says: {words}.")
        story.say(act, speaker, None, words)
        stories.append(story)
    one, two = stories
    return one, two


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ((Act.DEMAND, None, RULE), (Act.DEMAND, None, RULE), True),
        ((Act.DEMAND, "state:CYR", RULE), (Act.DEMAND, None, RULE), True),
        ((Act.DEMAND, "state:CYR", RULE), (Act.ASSERT, None, RULE), True),
        ((Act.DEMAND, "state:CYR", RULE), (Act.DEMAND, "state:AVA", RULE), False),
        ((Act.DEMAND, None, RULE), (Act.REFUSE, None, RULE), False),
        ((Act.DEMAND, None, RULE), (Act.DEMAND, None, OTHER), False),
    ],
)
def test_words_of_nobody_are_the_same_in_articles_that_tell_one_affair(
    first: tuple[Act, str | None, str], second: tuple[Act, str | None, str], *, found: bool
) -> None:
    one, two = _pair(first, second)
    links = across(linked(one), linked(two))
    ends = {each.statements[1].id for each in (one, two)}
    assert ({*ends} in [{answer, answered} for answer, answered, _ in links]) is found


def test_words_of_nobody_are_not_compared_in_articles_of_other_affairs() -> None:
    one, two = _pair((Act.DEMAND, None, RULE), (Act.DEMAND, None, RULE), same=False)
    assert across(linked(one), linked(two)) == []


def _pieces() -> tuple[Story, Story]:
    """Return a report that gives a quotation whole, and one that gives it in two pieces."""
    whole = charge(f"“{LONG}”", ref="whole", act=Act.ASSERT)
    parts = charge(
        "“we shall dredge the northern channel”", ref="parts", act=Act.ASSERT,
        more=" Tarn added: “no tide will stop our barges”.",
    )  # fmt: skip
    parts.say(
        Act.ASSERT, "per:tarn", "state:AVA", "“no tide will stop our barges”", cue="added",
        source="Tarn",
    )  # fmt: skip
    return whole, parts


def test_a_quotation_is_told_again_by_each_of_its_pieces() -> None:
    whole, parts = _pieces()
    links = across(linked(whole), linked(parts))
    repeats = [each for each in links if each[2] is Relation.REPEATS]
    assert {frozenset(each[:2]) for each in repeats} == {
        frozenset((whole.statements[0].id, each.id)) for each in parts.statements
    }


def test_a_whole_and_its_part_are_not_both_told_again_by_one() -> None:
    whole, parts = _pieces()
    parts.say(
        Act.INTEND, "per:tarn", "state:AVA", "dredge the northern channel",
        parent=StatementId(parts.statements[0].id),
    )  # fmt: skip
    ends = {end for link in across(linked(whole), linked(parts)) for end in link[:2]}
    assert len(ends & {parts.statements[0].id, parts.statements[2].id}) == 1


def test_words_that_one_article_ascribes_to_nobody_fit() -> None:
    one, two = _pair((Act.DEMAND, "state:CYR", RULE), (Act.DEMAND, None, RULE))
    records = {each.record().statements[1].id: each.record() for each in (one, two)}
    (link,) = (
        each for each in link_across(list(records.values()), Nothing()) if each.answer in records
    )
    assert still_fits(link, records[link.answer], records[StatementId(link.answered)])


@pytest.mark.parametrize(
    ("act", "speaker", "found"),
    [
        (Act.DENY, "gov:AVA-defence", True),
        (Act.DENY, "state:CYR", False),
        (Act.ACCUSE, "gov:AVA-defence", False),
    ],
)
def test_two_who_deny_the_same_in_other_words_say_the_same(
    act: Act, speaker: str, *, found: bool
) -> None:
    reports = []
    for ref, more, words, does, who in (
        ("one", " The ministry denied this.", "this", Act.DENY, "gov:AVA-defence"),
        ("two", " The ministry denied the accusation.", "the accusation", act, speaker),
    ):
        story = charge(FIRST, ref=ref, more=more)
        story.say(does, who, "per:tarn", words, cue="denied", source="The ministry")
        reports.append(story)
    one, two = reports
    links = across(linked(one), linked(two))
    ends = {each.statements[1].id for each in reports}
    repeats = [{answer, end} for answer, end, kind in links if kind is Relation.REPEATS]
    assert (ends in repeats) is found


def test_a_denial_that_is_told_once_is_the_first_of_several_elsewhere() -> None:
    one = charge(FIRST, ref="one", more=" The ministry denied this.")
    one.say(Act.DENY, "gov:AVA-defence", "per:tarn", "this", cue="denied", source="The ministry")
    two = charge(FIRST, ref="two", more=" The ministry denied the charge. It denied this charge.")
    for words in ("the charge", "this charge"):
        two.say(Act.DENY, "gov:AVA-defence", "per:tarn", words, cue="denied")
    links = across(linked(one), linked(two))
    denials = {each.id for each in (*one.statements[1:], *two.statements[1:])}
    repeats = [
        link for link in links if link[2] is Relation.REPEATS and denials.issuperset(link[:2])
    ]
    assert len(repeats) == 1


@pytest.mark.parametrize(
    ("first", "second", "act", "found"),
    [
        pytest.param(LONG, f"“{LONG}”", Act.DEMAND, False, id="quoted in one only"),
        pytest.param(f"“{LONG}”", f"“{LONG}”", Act.DEMAND, True, id="does something else by it"),
        pytest.param(
            "“if the barges do not get it, then so be it”",
            "“but if the barges do not get it, then so be it”",
            Act.DEMAND, True, id="many little words",
        ),
        pytest.param("“so be it”", "“then so be it”", Act.DEMAND, False, id="few little words"),
    ],
)  # fmt: skip
def test_what_is_quoted_at_length_is_the_same_whatever_is_done_by_it(
    first: str, second: str, act: Act, *, found: bool
) -> None:
    reports = []
    for ref, words, does in (("one", first, Act.PREDICT), ("two", second, act)):
        story = charge(FIRST, ref=ref, more=f" Tarn said: {words}.")
        story.say(does, "per:tarn", None, words, cue="said:", source="Tarn")
        reports.append(story)
    one, two = reports
    ends = {each.statements[1].id for each in reports}
    repeats = [{*link[:2]} for link in across(linked(one), linked(two))]
    assert (ends in repeats) is found


@pytest.mark.parametrize(
    ("first", "second", "acts", "about", "found"),
    [
        (
            "to plead guilty", "to plead guilty to the charges", (Act.INTEND, Act.INTEND),
            (None, None), True,
        ),
        (
            "to plead guilty", "to plead guilty to the charges", (Act.INTEND, Act.REFUSE),
            (None, None), False,
        ),
        (
            "to plead guilty", "to plead guilty to the charges", (Act.ASSERT, Act.ASSERT),
            (None, None), False,
        ),
        (
            "to plead guilty", "to plead guilty to the charges", (Act.INTEND, Act.INTEND),
            ("state:CYR", "state:AVA"), False,
        ),
        (
            "to plead guilty", "to plead his cause in the old court", (Act.INTEND, Act.INTEND),
            (None, None), False,
        ),
    ],
)  # fmt: skip
def test_few_words_are_enough_where_the_speaker_does_the_same_by_them(
    first: str,
    second: str,
    acts: tuple[Act, Act],
    about: tuple[str | None, str | None],
    *,
    found: bool,
) -> None:
    reports = []
    for ref, words, act, whom in zip(("one", "two"), (first, second), acts, about, strict=True):
        story = charge(FIRST, ref=ref, more=f" Tarn is going {words}.")
        story.say(act, "per:tarn", whom, words, cue="is going", source="Tarn")
        reports.append(story)
    one, two = reports
    ends = {each.statements[1].id for each in reports}
    repeats = [{*link[:2]} for link in across(linked(one), linked(two))]
    assert (ends in repeats) is found


@pytest.mark.parametrize(
    ("speaker", "found"),
    [
        pytest.param("per:tarn", True, id="his"),
        pytest.param(None, True, id="nobody's"),
        pytest.param("state:CYR", False, id="another's"),
    ],
)
def test_a_piece_that_one_article_ascribes_to_nobody_is_told_again(
    speaker: str | None, *, found: bool
) -> None:
    whole, _ = _pieces()
    parts = charge(
        "“we shall dredge the northern channel”", ref="parts", act=Act.ASSERT,
        more=" It was added: “no tide will stop our barges”.",
    )  # fmt: skip
    piece = parts.say(
        Act.ASSERT, speaker, "state:AVA", "“no tide will stop our barges”", cue="added"
    )
    ends = [{*link[:2]} for link in across(linked(whole), linked(parts))]
    assert ({whole.statements[0].id, piece} in ends) is found
