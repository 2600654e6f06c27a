import pytest

from rejoinder.exchanges.verdicts import PEACE, read_verdicts, tells_of_strife
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("act", "words", "signs"),
    [
        (Act.ASSERT, "the plebiscite on the isles was a farce", {"vote": -1}),
        (Act.CRITICISE, "Sunday's referendum on the isles", {"vote": -1}),
        (Act.ASSERT, "this illegal occupation of the isles", {"annexation": -1}),
        (Act.ASSERT, "Corvia cannot recognise the referendum", {"vote": -1}),
        (Act.ASSERT, "Corvia recognised the results of the referendum", {"vote": 1}),
        (Act.ASSERT, "Corvia refused to condemn the annexation", {"annexation": 1}),
        (Act.ASSERT, "Corvia welcomes the end of the sanctions", {"sanctions": -1}),
        (Act.SUPPORT, "the referendum on the isles", {"vote": 1}),
        (Act.REFUSE, "to sign the pact with the Union", {"pact": -1}),
        (Act.PREDICT, "signing the trade pact would be suicidal", {"pact": -1}),
        (Act.ASSERT, "to be legitimate the referendum needs a law", {}),
        (Act.ASSERT, "any referendum would have to be lawful", {}),
        (Act.ASSERT, "any mention of annexation was an insult", {}),
        (Act.ASSERT, "the referendum is on Sunday", {}),
        (Act.ACCUSE, "Corvia of rigging the referendum", {}),
        (Act.ASSERT, "the referendum is illegal. The referendum was a success and valid.", {}),
        (Act.ACCUSE, "what happened was a coup", {"coup": 1}),
        (Act.ASSERT, "this was no coup", {"coup": -1}),
        (Act.DENY, "a coup", {"coup": -1}),
        (Act.DEMAND, "calm", {PEACE: 1}),
        (Act.DEMAND, "all sides to refrain from further violence", {PEACE: 1}),
        (Act.INTEND, "to put the troops back and resume talks", {PEACE: 1}),
        (Act.ASSERT, "only negotiations can settle this", {PEACE: 1}),
        (Act.OFFER, "a real, not a sham, dialogue", {PEACE: 1}),
        (Act.ASSERT, "the negotiations went on", {}),
        (Act.DEMAND, "an end to the talks", {}),
        (Act.WARN, "violence would follow", {}),
    ],
)  # fmt: skip
def test_verdicts_are_read_from_what_governs_the_matter(
    act: Act, words: str, signs: dict[str, int]
) -> None:
    assert dict(read_verdicts(words, act).signs) == signs


def test_the_words_beside_a_matter_are_kept() -> None:
    found = read_verdicts("the referendum on the Isles was a farce", Act.ASSERT)
    assert "isl" in found.others
    assert "refere" not in found.others


@pytest.mark.parametrize(
    ("words", "told"), [({"clash", "market"}, True), ({"market", "ballot"}, False)]
)
def test_strife_shows_in_the_words_of_an_article(words: set[str], *, told: bool) -> None:
    assert tells_of_strife(words) is told
