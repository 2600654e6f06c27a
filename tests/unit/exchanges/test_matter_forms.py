"""The words of a stem, by which an index is asked for it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rejoinder.exchanges.claims.wording import concept_of, stems_of
from rejoinder.exchanges.matter import forms_of, stem

ENDINGS = ("", "e", "s", "es", "ed", "ing", "ies", "y", "ss", "ees", "eed", "'s")


@given(st.text("abcdeinsy", min_size=1, max_size=7), st.sampled_from(ENDINGS))
@example("agre", "ed")
@example("arm", "ies")
@example("famil", "ies")
@example("compan", "ies")
def test_every_word_of_a_stem_is_among_its_forms(beginning: str, ending: str) -> None:
    word = beginning + ending
    forms = forms_of(stem(word))
    bare = word.removesuffix("'s")
    assert any(bare.startswith(form) if begins else bare == form for form, begins in forms)


@pytest.mark.parametrize(
    ("found", "forms"),
    [
        ("fir", {"fir", "fire", "firs", "fires", "fired", "firing", "fireing", "fireed"}),
        ("shelli", {"shelli"}),
        (
            "army",
            {
                "army",
                "armys",
                "armies",
                "armying",
                "armyed",
                "armye",
                "armyes",
                "armyeed",
                "armyeing",
            },
        ),
    ],
)
def test_the_forms_of_a_stem_are_words_that_have_it(found: str, forms: set[str]) -> None:
    made = {form for form, _ in forms_of(found)}
    assert made <= forms
    assert all(stem(each)[:6] == found for each in made)


def test_a_concept_has_the_stems_of_its_words() -> None:
    assert {stem("fired"), stem("shelled"), stem("bombardment")} <= stems_of("attack")
    assert all(concept_of(each).name == "attack" for each in stems_of("attack"))
    assert stems_of("qwert") == {"qwert"}
