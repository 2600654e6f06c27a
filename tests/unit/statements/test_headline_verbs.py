"""Verbs of headlines, which the parser takes for names, so that it has no lemma of theirs."""

import pytest
from tests.articles import article, whole

from rejoinder.model.article import ZoneKind
from rejoinder.model.statement import Act
from rejoinder.pipeline.stages import Engine
from rejoinder.statements.cues import base_of, cue_by_form

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "cue", "act"),
    [
        pytest.param("Star Asked Painters To Paint", "Asked", Act.DEMAND, id="asked"),
        pytest.param("Tarn Defended Harbour Tax Plan", "Defended", Act.SUPPORT, id="defended"),
        pytest.param(
            "Panel Just Dismissed Orla Tarn's Plan", "Just Dismissed", Act.REFUSE, id="dismissed"
        ),
    ],
)
def test_a_verb_that_is_taken_for_a_name_has_the_act_of_the_verb(
    engine: Engine, text: str, cue: str, act: Act
) -> None:
    record = engine.extract(article(text, zones=whole(text, ZoneKind.TITLE)))
    found = [(each.cue[0].text_of(text), each.act) for each in record.statements]
    assert found == [(cue, act)]


def test_a_verb_stands_in_the_table_under_its_form_where_the_lemma_is_none(engine: Engine) -> None:
    doc = engine.read(article("Star Asked Painters To Paint")).doc
    asked, paint = doc[1], doc[4]
    asked.lemma_, paint.lemma_ = "Asked", "Paint"
    found = cue_by_form(asked)
    assert found is not None
    assert (found.lemma, base_of(asked)) == ("ask", "ask")
    assert (cue_by_form(paint), base_of(paint)) == (None, "paint")
