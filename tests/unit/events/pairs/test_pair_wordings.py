"""Troops that withdraw are read in two wordings; everything else in one."""

import pytest

from rejoinder.events.pairs.coder import CodedPair, PairCoder
from rejoinder.events.pairs.line import PairLine
from rejoinder.events.pairs.masking import Part, Role, masked
from rejoinder.events.pairs.wordings import other_wording
from rejoinder.model.span import Span


@pytest.fixture(scope="module")
def coder() -> PairCoder:
    return PairCoder()


def line(text: str, source: str = "Arland", target: str = "Belmark") -> PairLine:
    at, to = text.index(source), text.index(target)
    return PairLine(
        id=None,
        text=text,
        source=Span(at, at + len(source)),
        target=Span(to, to + len(target)),
    )


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("withdrew its troops from", "pulled its troops out of"),
        ("has withdrawn most of its forces from", "has pulled most of its forces out of"),
        ("is willing to withdraw 3,000 soldiers from", "is willing to pull 3,000 soldiers out of"),
        ("was withdrawing all tanks from", "was pulling all tanks out of"),
        ("Withdraws the last armoured units from", "pulls the last armoured units out of"),
        ("withdrew its peacekeepers from", None),
        ("withdrew its ambassador from", None),
        ("withdrew its demand for troops from", None),
        ("withdrew its troops to", None),
    ],
)  # fmt: skip
def test_own_troops_that_withdraw_have_another_wording(words: str, other: str | None) -> None:
    parts = (Part(Role.SOURCE, ""), Part(Role.WORDS, words), Part(Role.TARGET, ""))
    found = other_wording(parts)
    assert found == (None if other is None else (parts[0], Part(Role.WORDS, other), parts[2]))


def test_words_that_lead_to_no_party_stay() -> None:
    assert (
        other_wording(masked(line("Arland told Belmark it withdrew its troops from Norland")))
        is None
    )


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Arland withdrew its troops from Belmark.", "RETREAT"),
        ("Arland withdrew its soldiers from Belmark on Friday.", "RETREAT"),
        ("Arland withdrew its peacekeepers from Belmark.", "SANCTION"),
        ("Arland withdrew its ambassador from Belmark.", "SANCTION"),
        ("Arland refused to withdraw its troops from Belmark.", "REJECT"),
        ("Arland demanded that Norland withdraw its troops from Belmark.", "REQUEST"),
        ("Arland is willing to withdraw its troops from Belmark.", "AGREE"),
    ],
)
def test_whose_people_leave_and_whether_they_do_decides(
    text: str, event_type: str, coder: PairCoder
) -> None:
    assert coder.code(line(text)).event_type == event_type


def test_an_endless_text_is_read_round_its_first_party(coder: PairCoder) -> None:
    short = coder.code(line("Arland condemned Belmark. " * 380))
    found: CodedPair = coder.code(line("Arland condemned Belmark. " * 40_000))
    assert found.plover == short.plover == "ACCUSE"
    far = coder.code(line("no " * 50_000 + "Arland condemned it. " + "no " * 50_000 + "Belmark"))
    assert 0 < far.score <= 1


@pytest.mark.parametrize("source", [Span(0, 2_000_000), Span(1_999_999, 2_000_000)])
def test_a_party_of_endless_words_is_read(source: Span, coder: PairCoder) -> None:
    text = "withdrew its " * 160_000
    assert 0 < coder.code(PairLine(id=None, text=text, source=source, target=None)).score <= 1
