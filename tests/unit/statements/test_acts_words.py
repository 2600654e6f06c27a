"""Whose words are the speaker's own, and the tables that they are read by."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from tests.unit.statements.conftest import Read

from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Attribution, Quotation
from rejoinder.parsing.pipe import load_parser
from rejoinder.statements.acts import code_acts
from rejoinder.statements.acts_words import own_words, patterns, word_list

if TYPE_CHECKING:
    from spacy.tokens import Doc

Nlp = Callable[[str], "Doc"]

NEUTRAL = {"neutral_deeds": "deeds"}


@pytest.fixture(scope="module")
def nlp() -> Nlp:
    return load_parser().nlp


def attribution(text: str, source: str, cue: str, content: str, parent: int | None) -> Attribution:
    def span(words: str) -> tuple[Span, ...]:
        found = re.search(rf"\b{re.escape(words)}", text)
        return (Span(*found.span()),) if found else ()

    return Attribution(
        source=span(source),
        cue=span(cue),
        content=span(content),
        quotation=Quotation.INDIRECT,
        parent=parent,
    )


@pytest.mark.model
def test_what_others_say_is_not_the_tellers(nlp: Nlp) -> None:
    text = "The minister said that Norland claims the army of Sudland shelled a village."
    outer = attribution(text, "The minister", "said", text[text.index("Norland") : -1], None)
    inner = attribution(text, "Norland", "claims", text[text.index("the army") : -1], 0)
    doc = nlp(text)
    assert own_words(doc, outer, [inner]).whole == "norland claims"
    assert code_acts(text, doc, [outer, inner]) == (Act.ASSERT, Act.ACCUSE)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The envoy said that he believes Sudland shelled a village.", "he", "believes"),
        ("The envoy said: we think Sudland shelled a village.", "we", "think"),
    ],
)
def test_what_one_thinks_oneself_is_ones_own(nlp: Nlp, text: str, source: str, cue: str) -> None:
    outer = attribution(text, "The envoy", "said", text[text.index(f"{source} {cue}") : -1], None)
    inner = attribution(text, source, cue, text[text.index("Sudland") : -1], 0)
    assert "shelled" in own_words(nlp(text), outer, [inner]).whole


@pytest.mark.model
def test_words_around_a_cue_stay_apart(read: Read) -> None:
    _, doc, found = read("Closer ties, Norland said, do not mean a break.")
    assert own_words(doc, found[0], []).whole == "closer ties do not mean a break"


@pytest.mark.model
def test_subordinate_clauses_are_set_aside(read: Read) -> None:
    _, doc, found = read("The envoy said the talks would go on if the army stopped its attacks.")
    words = own_words(doc, found[0], [])
    assert "attacks" in words.whole
    assert "attacks" not in words.main


@pytest.mark.model
def test_condition_is_no_accusation(read: Read) -> None:
    text = "The envoy said talks are useful if the army has committed war crimes."
    _, doc, found = read(text)
    assert "crimes" not in own_words(doc, found[0], []).main


def test_every_act_but_assert_has_words() -> None:
    assert {pattern.act for pattern in patterns()} == set(Act) - {Act.ASSERT}


def test_patterns_look_at_known_scopes() -> None:
    scopes = {pattern.scope for pattern in patterns()}
    assert scopes == {"all", "core", "cue", "deed", "main", "real", "sure"}


@pytest.mark.parametrize(("part", "whole"), NEUTRAL.items())
def test_what_needs_an_object_is_a_deed(part: str, whole: str) -> None:
    assert word_list(part) <= word_list(whole)
