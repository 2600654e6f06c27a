"""The gazetteer: which words are found, without any parser."""

import pytest
import spacy

from rejoinder.actors.gazetteer import split_alias
from rejoinder.actors.lexicon import load_bodies, load_gazetteer, load_phrases


def found(text: str) -> list[tuple[str, str]]:
    words = text.split()
    hits = load_gazetteer().find(words, [word.lower() for word in words])
    return [
        (
            " ".join(words[hit.first : hit.last]),
            hit.sense.entry.id
            if hit.sense.entry
            else hit.sense.body.key
            if hit.sense.body
            else hit.sense.key,
        )
        for hit in hits
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they told us so", []),
        ("the US said", [("US", "state:USA")]),
        ("a roast turkey in Turkey", [("Turkey", "state:TUR")]),
        ("who asked WHO", []),
        ("IRAN PROTESTS", [("IRAN", "state:IRN")]),
        ("UN Security Council", [("UN Security Council", "igo:UNSC")]),
        ("the Republic of Azerbaijan", [("Republic of Azerbaijan", "state:AZE")]),
        ("South Sudan and Sudan", [("South Sudan", "state:SSD"), ("Sudan", "state:SDN")]),
        ("Türkiye", [("Türkiye", "state:TUR")]),
        ("Bosnia and Herzegovina", [("Bosnia and Herzegovina", "state:BIH")]),
        ("the Pentagon", [("Pentagon", "gov:USA-defence")]),
        ("Nagorno - Karabakh", [("Nagorno - Karabakh", "grp:nagorno-karabakh")]),
        ("foreign ministers", [("foreign ministers", "foreign-minister")]),
        ("ministries of foreign affairs", [("ministries of foreign affairs", "foreign")]),
        ("spokesmen", [("spokesmen", "spokesperson")]),
    ],
)
def test_longest_phrase_with_the_right_capitals(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_phrases_are_cut_as_the_tokenizer_cuts_a_text() -> None:
    tokenizer = spacy.blank("en").tokenizer
    for phrase, _ in load_phrases():
        words = phrase.rstrip("*")
        if words.endswith("."):
            continue
        inside = [token.text for token in tokenizer(f"so {words.replace('’', chr(39))} then")][1:-1]
        assert split_alias(words) == inside


def test_abbreviations_keep_their_stop() -> None:
    assert split_alias("Lt. Gen.") == ["Lt.", "Gen."]
    assert split_alias("U.S. State Department") == ["U.S.", "State", "Department"]


@pytest.mark.parametrize(
    ("owner", "key", "expected", "name"),
    [
        ("state:AZE", "defence", "gov:AZE-defence", "Ministry of Defence of Azerbaijan"),
        ("state:IRN", "army", "mil:IRN-army", "Armed forces of Iran"),
        ("state:USA", "embassy", "gov:USA-embassy", "Embassy of the United States"),
        ("grp:abkhazia", "parliament", "gov:abkhazia-parliament", "Parliament of Abkhazia"),
        ("igo:OSCE", "mission", "igo:OSCE-mission", None),
    ],
)
def test_a_body_is_made_of_its_kind_and_its_owner(
    owner: str, key: str, expected: str, name: str | None
) -> None:
    body = load_bodies()[key].of(load_gazetteer().entries[owner])
    assert body.id == expected
    assert name is None or body.name == name


def test_a_body_of_a_breakaway_territory_codes_as_partially_recognised() -> None:
    body = load_bodies()["parliament"].of(load_gazetteer().entries["grp:abkhazia"])
    assert (body.country, body.sector) == ("GEO", "PRE")
