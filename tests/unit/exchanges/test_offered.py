"""Offers that somebody judges by their noun."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("act", "words", "cue", "linked"),
    [
        pytest.param(Act.ASSERT, "the offer was a sham", "said", True, id="says what it is"),
        pytest.param(
            Act.ASSERT, "Belmark’s proposal “strikes a balance”", "said", True, id="whose"
        ),
        pytest.param(Act.ASSERT, "Belmark made a very fair offer", "said", True, id="he made one"),
        pytest.param(Act.ASSERT, "Cyrland’s offer was a sham", "said", False, id="another's"),
        pytest.param(Act.ASSERT, "boats waited for the offer", "said", False, id="not about it"),
        pytest.param(Act.ASSERT, "the deal was a sham", "said", False, id="told by no such word"),
    ],
)
def test_who_judges_an_offer_answers_the_first_words_that_make_it(
    act: Act, words: str, cue: str, linked: bool
) -> None:
    story = told(
        "Belmark offered to dredge the canal. Rain fell. Snow fell. Belmark offered new gates too. "
        f"Frost came. Ice broke. Avaria {cue} {words}. Cyrland slept."
    )
    first = story.say(
        Act.OFFER, "state:BEL", None, "to dredge the canal", cue="offered", source="Belmark"
    )
    story.say(Act.OFFER, "state:BEL", None, "new gates too", cue="offered", source="Belmark")
    answer = story.say(act, "state:AVA", None, words, cue=cue, source="Avaria")
    found = {(link.answer, link.answered) for link in link_within(story.record()) if link.explicit}
    assert ((answer, first) in found) is linked


def test_deal_is_meant_where_it_is_told_by_that_word() -> None:
    story = told(
        "Belmark offered a deal to dredge the canal. Rain fell. Snow fell. Frost came. Ice broke. "
        "Avaria said the deal was a sham."
    )
    offer = story.say(
        Act.OFFER, "state:BEL", None, "to dredge the canal", cue="offered", source="Belmark"
    )
    story.say(Act.ASSERT, "state:AVA", None, "the deal was a sham", cue="said", source="Avaria")
    assert [link.answered for link in link_within(story.record())] == [offer]


def test_offer_of_one_of_many_who_offer_is_nobodys() -> None:
    story = told(
        "Belmark offered to dredge the canal. Cyrland offered new gates. Rain fell. Snow fell. "
        "Frost came. Ice broke. Avaria said the offer was a sham."
    )
    for who, speaker, words in (
        ("Belmark", "state:BEL", "to dredge the canal"),
        ("Cyrland", "state:CYR", "new gates"),
    ):
        story.say(Act.OFFER, speaker, None, words, cue="offered", source=who)
    answer = story.say(
        Act.ASSERT, "state:AVA", None, "the offer was a sham", cue="said", source="Avaria"
    )
    assert answer not in {link.answer for link in link_within(story.record())}
