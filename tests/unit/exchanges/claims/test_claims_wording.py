import pytest

from rejoinder.exchanges.claims.wording import Wording, read_wording, weight_of


def wording(text: str, *, rejecting: bool = False) -> Wording:
    return read_wording(text, frozenset(), frozenset(), rejecting=rejecting)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("fired on its troops", "shelled its soldiers"),
        ("occupied three villages", "seized three hamlets"),
        ("supplying arms", "delivers weapons"),
        ("closed the frontier", "shut the border"),
        ("meddling in elections", "interference in the ballot"),
        ("fighters are hidden there", "soldiers are stationed there"),
        ("closer ties", "closer relations"),
    ],
)
def test_synonyms_are_one_concept(one: str, two: str) -> None:
    assert wording(one).concepts == wording(two).concepts


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        pytest.param("its forces fired", False, id="plain"),
        pytest.param("its forces did not fire", True, id="not"),
        pytest.param("its forces didn’t fire", True, id="n’t"),
        pytest.param("no soldier crossed the border", True, id="no"),
        pytest.param("not only fired but burned houses", False, id="not only"),
        pytest.param("there is no doubt that they fired", False, id="no doubt"),
        pytest.param("it was never the case that they did not fire", False, id="twice"),
        pytest.param("it honoured the ceasefire", True, id="the contrary of a breach"),
        pytest.param("it did not honour the ceasefire", False, id="the contrary, negated"),
        pytest.param("they fired, but we do not answer", False, id="another clause"),
        pytest.param("they cannot seize the port", False, id="what must not be"),
        pytest.param("it cannot be true that they fired", True, id="what cannot be so"),
        pytest.param("they had no choice but to fire", False, id="no choice but"),
        pytest.param("the pact persists, and he does not count", True, id="a contrary of its end"),
        pytest.param("the talks broke up; the pact persists", False, id="a contrary further on"),
    ],
)
def test_negation_is_of_the_first_clause(text: str, negated: bool) -> None:
    assert wording(text).negated is negated


def test_what_each_negated_clause_speaks_of_is_denied() -> None:
    found = wording("Trade goes on. The two need no mediator; their grain is welcome")
    assert found.denied == {"need", "mediate"}
    assert not found.negated


@pytest.mark.parametrize(
    ("text", "verdict"), [("the charges are groundless", True), ("the port is shut", False)]
)
def test_words_that_name_or_judge_words_are_marked(text: str, verdict: bool) -> None:
    assert wording(text, rejecting=True).verdict is verdict


def test_breaking_a_truce_is_an_attack() -> None:
    assert "attack" in wording("violated the ceasefire").deeds
    assert "attack" not in wording("violated the treaty").deeds


def test_what_a_denial_calls_a_charge_is_no_matter() -> None:
    text = "the groundless accusation of smuggling"
    assert wording(text, rejecting=True).concepts == {"smuggle"}
    assert "verdict" in wording(text).concepts


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("two soldiers and 14 tanks", {"2", "14"}),
        ("1,200 tonnes", {"1200"}),
        ("one of them", set()),
    ],
)
def test_numbers_are_read_in_words_and_digits(text: str, numbers: set[str]) -> None:
    assert wording(text).numbers == numbers


def test_what_is_to_come_is_marked() -> None:
    assert wording("it will close the border").ahead
    assert wording("it cannot close the border").ahead
    assert not wording("it closed the border").ahead


def test_a_concept_with_synonyms_weighs_more() -> None:
    assert weight_of({"attack"}) > weight_of({"cocoa"})
