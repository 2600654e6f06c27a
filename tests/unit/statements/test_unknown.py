"""Cues that no table knows: with a low score they are deeds more often than words."""

import pytest
from tests.unit.statements.conftest import Read

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.parsed import look_at
from rejoinder.statements.unknown import is_doubtful

pytestmark = pytest.mark.model

_LOW = 0.43
_HIGH = 0.6


def draft(text: str, cue: str, content: str, score: float) -> Draft:
    """Return a draft with that cue and content, as the networks may give it."""
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in (cue, content)]
    return Draft(source=(), cue=(spans[0],), content=(spans[1],), score=score)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Norland patrolled the coast at night.", "patrolled", "the coast at night"),
        ("Sudland patrolled the coast at night.", "patrolled", "the coast at night"),
        ("A video was shot.", "was shot", "A video"),
        ("The baker filmed her cat.", "filmed", "her cat"),
        ("The mayor focused on “the roads” and schools.", "focused on", "“the roads” and schools"),
    ],
)
def test_a_deed_of_low_score_is_doubtful(read: Read, text: str, cue: str, content: str) -> None:
    page = look_at(read(text)[1], text)
    assert is_doubtful(page, draft(text, cue, content, _LOW))
    assert not is_doubtful(page, draft(text, cue, content, _HIGH))


@pytest.mark.parametrize(
    ("text", "cue", "content", "done"),
    [
        ("Norland imposed a curfew on the coast.", "imposed", "a curfew on the coast", True),
        ("Sudland imposed a curfew on the coast.", "imposed", "a curfew on the coast", True),
        ("The council passed the new law on dogs.", "passed", "the new law on dogs", True),
        ("A video was released.", "was released", "A video", True),
        ("The baker signed an agreement on bread.", "signed an agreement on", "bread", True),
        ("The council passed a law against “dogs”.", "passed a law against", "“dogs”", False),
        ("The council required that dogs sleep.", "required", "that dogs sleep", False),
        ("The baker signed a note scolding the mayor.", "signed", "scolding the mayor", False),
        ("The baker praised the law on dogs.", "praised", "the law on dogs", False),
        ("The baker filmed her cat.", "filmed", "her cat", False),
    ],
)
def test_what_is_done_is_no_statement_however_sure(
    read: Read, text: str, cue: str, content: str, *, done: bool
) -> None:
    page = look_at(read(text)[1], text)
    assert is_doubtful(page, draft(text, cue, content, _HIGH)) is done


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Norland denied the claims.", "denied", "the claims"),
        ("Sudland denied the claims.", "denied", "the claims"),
        ("The baker is critical of the mayor.", "is critical of", "the mayor"),
        ("Norland was shocked by the fire.", "was shocked by", "the fire"),
        ("The baker had many complaints about the road.", "many complaints about", "the road"),
        ("The letter gave an account of the fire.", "gave", "an account of the fire"),
        ("Norland slandered the mayor.", "slandered", "the mayor"),
        ("Norland put itself forward as a host.", "put itself forward", "as a host"),
        ("The baker took a swipe at the mayor.", "took a swipe at", "the mayor"),
        ("“A rotten deal” was scrawled on the wall.", "was scrawled on", "A rotten deal"),
    ],
)
def test_words_of_saying_and_whole_quotations_are_not(
    read: Read, text: str, cue: str, content: str
) -> None:
    page = look_at(read(text)[1], text)
    assert not is_doubtful(page, draft(text, cue, content, _LOW))
