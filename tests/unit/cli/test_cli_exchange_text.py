from dataclasses import replace
from datetime import date

import pytest
from tests.articles import on_day

from rejoinder.cli.exchange_text import NO_ANSWER, exchange_lines, span_of_days
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act
from rejoinder.views.exchanges import AnswerView, ExchangeView, TurnView
from rejoinder.views.statements import Party

MINISTRY = Party(id=ActorId("gov:AZE-defence"), name="Ministry of Defence", role=None)
HEYDARI = Party(id=ActorId("per:heydari"), name="Kiyumars Heydari", role="commander")
ARTICLE = ArticleId("a-1")


def _day(number: int) -> DateInterval:
    return on_day(date(2022, 11, number))


def _turn(number: int, speaker: Party, act: Act, words: str) -> TurnView:
    return TurnView(
        number=number,
        statement_id=StatementId(f"s-{number}"),
        speaker=speaker.name,
        role=speaker.role,
        about=(),
        told_by=None,
        act=act,
        words=words,
        publisher="Courier",
        article_id=ARTICLE,
        article_ref="courier-duel-1",
        date=_day(10),
        answers=(),
        depth=0,
        unanswered=False,
    )


CLAIM = replace(
    _turn(1, HEYDARI, Act.ACCUSE, "foreign forces are present in Azerbaijan"),
    about=("Azerbaijan",),
    told_by="Ministry of Defence",
    depth=1,
)
DENIAL = _turn(2, MINISTRY, Act.DENY, "There are none of them")
ANSWER = AnswerView(
    turn=1, relation=Relation.DENIES, explicit=True, evidence="rejecting the charge", score=1.0
)
EXCHANGE = ExchangeView(
    id="x-1",
    title="Ministry of Defence – Kiyumars Heydari: forces",
    parties=("Ministry of Defence", "Kiyumars Heydari"),
    turns=(
        CLAIM,
        replace(DENIAL, answers=(ANSWER,)),
    ),
    opened_by="Kiyumars Heydari",
    last_word="Ministry of Defence",
    calls=1,
    unanswered=0,
)


def _shown(exchange: ExchangeView, *, width: int = 96, full: bool = False) -> list[str]:
    return [line.plain for line in exchange_lines(exchange, width=width, full=full)]


def test_an_exchange_reads_in_turns_with_nested_claims_inset() -> None:
    assert _shown(EXCHANGE) == [
        "Ministry of Defence – Kiyumars Heydari: forces",
        "2022-11-10 · 2 turns · Courier",
        "opened by Kiyumars Heydari · last word: Ministry of Defence",
        "",
        "     1. Kiyumars Heydari (commander) · accuse · about Azerbaijan",
        "        as told by Ministry of Defence",
        "        | foreign forces are present in Azerbaijan",
        "        Courier · courier-duel-1 · 2022-11-10",
        "",
        " 2. Ministry of Defence · deny · denies 1",
        "    | There are none of them",
        "    Courier · courier-duel-1 · 2022-11-10",
    ]


def test_an_accusation_without_an_answer_is_marked_and_not_judged() -> None:
    open_turn = replace(EXCHANGE.turns[0], unanswered=True)
    shown = _shown(replace(EXCHANGE, turns=(open_turn,), unanswered=1))
    assert shown[3].endswith("    1 of 1 accusation or demand without an answer in this ledger")
    assert shown[5].endswith(f"· {NO_ANSWER}")


def test_where_links_are_cut_off_it_is_not_said_that_the_ledger_has_no_answer() -> None:
    open_turn = replace(EXCHANGE.turns[0], unanswered=True)
    left = replace(EXCHANGE, turns=(open_turn,), unanswered=1)
    shown = [line.plain for line in exchange_lines(left, width=100, full=False, cut=True)]
    assert shown[3].endswith("1 of 1 accusation or demand without an answer by links so sure")
    assert "· no answer by links so sure" in "\n".join(shown)
    assert "in this ledger" not in "\n".join(shown)


def test_the_head_names_mediators_and_whose_publisher_is_not_known() -> None:
    unknown = replace(EXCHANGE.turns[1], publisher=None, speaker=None)
    shown = _shown(
        replace(EXCHANGE, turns=(CLAIM, unknown), last_word=None, mediators=("Cyrland",))
    )
    assert shown[1] == "2022-11-10 · 2 turns · Courier, publisher unknown"
    assert shown[2].endswith("last word: speaker unknown · mediation by Cyrland")


def test_full_shows_all_the_words_and_what_marks_the_answer() -> None:
    long = replace(EXCHANGE.turns[0], words="word " * 60)
    cut = _shown(replace(EXCHANGE, turns=(long, EXCHANGE.turns[1])), width=64)
    assert len(cut[6]) <= 64
    assert cut[6].endswith("…")
    full = _shown(replace(EXCHANGE, turns=(long, EXCHANGE.turns[1])), width=64, full=True)
    assert full[6].count("word") == 60
    assert "denies 1 (“rejecting the charge”, score 1.00)" in "\n".join(full)


def test_a_long_head_breaks_between_its_parts() -> None:
    assert _shown(EXCHANGE, width=50)[4:8] == [
        "",
        "     1. Kiyumars Heydari (commander) · accuse",
        "        about Azerbaijan",
        "        as told by Ministry of Defence",
    ]


def test_hostile_words_cannot_act() -> None:
    hostile = replace(EXCHANGE.turns[0], words="\x1b[2J[bold]x[/bold]\n\u202e", article_ref="\x07r")
    shown = "\n".join(_shown(replace(EXCHANGE, turns=(hostile,), title="\x9bt")))
    assert not set(shown) & set("\x1b\x9b\x07\u202e")
    assert "[bold]x[/bold]" in shown


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        ([None], "undated"),
        ([_day(8), None], "2022-11-08"),
        ([_day(10), _day(8)], "2022-11-08 to 2022-11-10"),
    ],
)
def test_days_are_spanned(dates: list[DateInterval | None], shown: str) -> None:
    assert span_of_days(dates) == shown


@pytest.mark.parametrize(
    ("words", "cue", "shown"),
    [
        ("the charge", "denied", "[denied] the charge"),
        ("there are none of them", "said", "there are none of them"),
        ("the charge", "", "the charge"),
    ],
)
def test_few_words_are_shown_with_what_attributes_them(words: str, cue: str, shown: str) -> None:
    turn = replace(DENIAL, words=words, cue=cue)
    lines = exchange_lines(replace(EXCHANGE, turns=(CLAIM, turn)), width=80, full=False)
    assert f"    | {shown}" in [line.plain for line in lines]
