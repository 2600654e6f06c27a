"""The matter of an exchange, told by noun phrases of its statements."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.exchanges.matter import stems
from rejoinder.exchanges.noun_phrases import noun_phrases
from rejoinder.exchanges.titles import matter_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "it condemned the sale of the old harbour",
            ["sale", "sale of the old harbour", "old harbour"],
            id="tied by of",
        ),
        pytest.param(
            "the ferries brought no grain", ["ferries", "grain"], id="verb with an object"
        ),
        pytest.param("Avaria's road tolls are low", ["road tolls"], id="possessive"),
        pytest.param("they were incomprehensible", [], id="no noun"),
        pytest.param(
            "the united front failed", ["united front"], id="participle before, not after"
        ),
        pytest.param("the harbour drivers waiting there", ["harbour drivers"], id="in -ing"),
        pytest.param(
            "any change at its border", ["change", "change at its border", "border"], id="at"
        ),
        pytest.param(
            "the treaty between Orlin and Marsk",
            ["treaty", "treaty between Orlin and Marsk", "Orlin"],
            id="between two",
        ),
        pytest.param("the wholly absurd rumours, again", [], id="adverb first"),
        pytest.param("a “pact of wolves”", ["pact", "pact of wolves", "wolves"], id="quoted"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_noun_phrases_are_found_by_their_edges(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in noun_phrases(text)] == found


@pytest.mark.parametrize(
    ("turns", "but", "matter"),
    [
        pytest.param(
            ["Belmark blocked the grain convoy at Orlen", "it had stopped no grain convoy"],
            "Belmark", "grain convoy", id="shared",
        ),
        pytest.param(
            ["the sale of the harbour was a theft", "nobody mentioned a sale of the harbour"],
            "", "sale of the harbour", id="with what is tied to it",
        ),
        pytest.param(
            ["the drills near the lake", "the drills near the lake", "the toll on the road",
             "a toll on any road"],
            "", "drills near the lake, toll on any road", id="two matters",
        ),
        pytest.param(
            ["the drills near the lake"] * 5 + ["the toll", "a toll"],
            "", "drills near the lake", id="what few of them speak of",
        ),
        pytest.param(
            ["the toll near the grey stone mill", "a toll"], "", "toll",
            id="without much that others do not say",
        ),
        pytest.param(
            ["they will sail and land at Orlen", "they may sail"], "Orlen", "", id="no infinitive",
        ),
        pytest.param(
            ["Avaria's raids on the mill", "the raids never happened"], "Avaria",
            "raids on the mill", id="names are no matter",
        ),
        pytest.param(["the wolves", "this"], "", "wolves", id="nothing shared"),
        pytest.param(
            ["the accusations about the dam are slander", "no accusations were made, and no dam"],
            "", "dam", id="that something was said is no matter",
        ),
        pytest.param(["shelled it again", "shelled it"], "", "", id="no noun"),
        pytest.param(["they dredge", "we dredge"], "", "dredge", id="a word for want of a phrase"),
    ],
)  # fmt: skip
def test_matter_is_told_by_noun_phrases(turns: list[str], but: str, matter: str) -> None:
    spread = Counter(found for text in turns for found in stems(text))
    assert matter_of(turns, spread, stems(but)) == matter


_TURNS = st.permutations(
    [
        "the drills near the lake were routine",
        "nobody told us of the drills near the lake",
        "Avaria blocks the road to Orlen",
        "the road to Orlen is open and the lake is calm",
    ]
)


@given(turns=_TURNS)
def test_matter_does_not_depend_on_the_order_of_turns(turns: list[str]) -> None:
    spread = Counter(found for text in turns for found in stems(text))
    assert matter_of(turns, spread, ()) == matter_of(sorted(turns), spread, ())
