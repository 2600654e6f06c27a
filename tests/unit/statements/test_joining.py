"""What the rules may add: by hand, on one sentence with its words in known places."""

from dataclasses import replace

import pytest
from tests.articles import article, whole
from tests.unit.statements.conftest import Read

from rejoinder.model.article import ZoneKind
from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.joining import add_rules
from rejoinder.statements.parsed import look_at
from rejoinder.statements.rules import rule_drafts
from rejoinder.text.quotes import find_quotes

TEXT = (
    "Norland said that Sudland demanded gas. “Eastland asked for talks,” it added. Westland agrees."
)


def at(words: str) -> tuple[Span, ...]:
    if not words:
        return ()
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def draft(source: str, cue: str, content: str, score: float = 0.8, *, colon: bool = False) -> Draft:
    verb = None if colon else object()
    return Draft(
        source=at(source),
        cue=at(cue),
        content=at(content),
        score=score,
        verb=verb,  # type: ignore[arg-type]  # only whether there is one counts here
        colon=colon,
    )


OUTER = draft("Norland", "said", "Sudland demanded gas")
INNER = draft("Sudland", "demanded", "gas")
QUOTED = draft("Eastland", "asked for", "talks")

CASES = {
    "within a content": ([OUTER], INNER, True),
    "around a whole statement, where a rule is quite sure": ([INNER], OUTER, True),
    "around a whole statement, where it is not": (
        [INNER],
        draft("Norland", "said", "Sudland demanded gas", 0.6),
        False,
    ),
    "around half a statement": (
        [draft("Norland", "that", "Sudland demanded")],
        draft("", "said", "demanded gas"),
        False,
    ),
    "by the same cue": ([OUTER], draft("Norland", "said", "that Sudland"), False),
    "by the same cue, after a colon": ([OUTER], draft("", "said", "gas", colon=True), True),
    "beside all others, sure": ([OUTER], draft("Westland", "agrees", "Westland", 0.55), True),
    "beside all others, unsure": ([OUTER], draft("Westland", "agrees", "Westland", 0.5), False),
    "inside a quotation that nobody speaks": ([OUTER], QUOTED, False),
    "inside a quotation that somebody speaks": (
        [draft("it", "added", "Eastland asked for talks,")],
        QUOTED,
        True,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_rule_speaks_where_it_may(case: str) -> None:
    learned, ruled, taken = CASES[case]
    assert (ruled in add_rules(learned, [ruled], find_quotes(TEXT))) is taken


def test_after_a_colon_the_rule_replaces_what_shares_its_cue() -> None:
    colon = draft("", "said", "gas", colon=True)
    assert add_rules([OUTER], [colon], ()) == [colon]


def test_later_part_with_a_speaker_of_its_own_is_left_to_him() -> None:
    both = Draft(
        source=at("Norland"),
        cue=at("said"),
        content=(*at("Sudland demanded gas"), *at("Eastland asked for talks,")),
        score=0.8,
        verb=None,
    )
    other = draft("it", "added", "Eastland asked for talks,")
    (first, second) = add_rules([both], [other], find_quotes(TEXT))
    assert (first.content, second) == (at("Sudland demanded gas"), other)


def test_part_of_which_another_has_only_some_words_is_kept() -> None:
    both = Draft(
        source=at("Norland"),
        cue=at("said"),
        content=(*at("Sudland demanded gas"), *at("Eastland asked for talks,")),
        score=0.8,
        verb=None,
    )
    (first,) = add_rules([both], [draft("it", "added", "talks,")], find_quotes(TEXT))
    assert first == both


def test_who_is_named_behind_a_colon_is_not_told() -> None:
    heading = replace(draft("Westland", ".", "Norland said that Sudland demanded gas"), verb=None)
    learned = draft("Norland", "said", "Westland")
    assert add_rules([learned], [heading], ()) == [heading]
    assert OUTER in add_rules([OUTER], [heading], ())


def test_an_inner_content_ends_where_the_outer_one_does() -> None:
    outer = draft("Norland", "said", "Sudland demanded gas. “Eastland asked")
    inner = draft("Sudland", "demanded", "gas. “Eastland asked for")
    found = add_rules([outer], [inner], find_quotes(TEXT))
    assert [each.content for each in found] == [outer.content, at("gas. “Eastland asked")]


def test_an_inner_content_that_mostly_lies_outside_is_none() -> None:
    inner = draft("Sudland", "demanded", "gas. “Eastland asked for talks,” it added")
    assert add_rules([OUTER], [inner], find_quotes(TEXT)) == [OUTER]


SET_IN = "Closer ties, she said, “are no threat” to it. Nobody, he told us, drives."


class Inset:
    """A cue's verb, as the parser hangs one that is set into what it tells of."""

    dep_ = "parataxis"


def set_in(cue: str, *content: str, verb: object = None) -> Draft:
    def found(words: str) -> Span:
        return Span(SET_IN.index(words), SET_IN.index(words) + len(words))

    return Draft(
        source=(),
        cue=(found(cue),),
        content=tuple(found(part) for part in content),
        score=0.8,
        verb=verb,  # type: ignore[arg-type]  # only how it hangs counts here
    )


WHOLE = set_in("said", "Closer ties", "are no threat” to it", verb=Inset())


@pytest.mark.parametrize(
    ("content", "others", "is_whole"),
    [
        pytest.param(["“are no threat” to it"], [], True, id="the end alone"),
        pytest.param(["ties", "are no threat"], [], True, id="parts"),
        pytest.param(["“are no threat” to it. Nobody"], [], False, id="more than the clause"),
        pytest.param(
            ["“are no threat” to it"], [set_in("told", "Closer ties")], False, id="another's part"
        ),
    ],
)
def test_what_a_cue_is_set_into_is_told_whole(
    content: list[str], others: list[Draft], is_whole: bool
) -> None:
    learned = set_in("said", *content)
    (first, *_) = add_rules([learned, *others], [WHOLE], find_quotes(SET_IN))
    assert first.content == (WHOLE if is_whole else learned).content


@pytest.mark.model
@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ("Sudland is not seeking to end the war", False),
        ("Sudland is seeking to win time", False),
        ("Sudland does not want to end the war", False),
        ("Norland does not want to end the war", False),
        ("Sudland wants to end the war", True),
        ("we do not want to end the war", True),
        ("they do not want to end the war", True),
    ],
)
def test_what_somebody_is_said_not_to_want_is_no_word_of_his(
    read: Read, inner: str, *, told: bool
) -> None:
    text = f"The envoy said that {inner}."
    _, doc, _ = read(text)
    start = text.index(inner)
    outer = Draft(
        source=(Span(0, 9),),
        cue=(Span(10, 14),),
        content=(Span(start, start + len(inner)),),
        score=0.9,
    )
    ruled = rule_drafts(look_at(doc, text), article(text, zones=whole(text, ZoneKind.BODY)))
    wanting = [d for d in ruled if d.cue[0].start > start]
    assert wanting
    assert bool([d for d in add_rules([outer], ruled, ()) if d in wanting]) is told
