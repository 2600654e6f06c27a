"""An exchange has a lane for each of those who speak most, and days where they change."""

from datetime import date

import pytest
from tests.articles import on_day

from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act
from rejoinder.views.exchanges import AnswerView, ExchangeView, TurnView
from rejoinder.views.front import in_periods
from rejoinder.views.overview import DayView
from rejoinder.web.lanes import lay_out_turns
from rejoinder.web.shown import day_text
from rejoinder.web.timeline import MOST_ROWS, chart_rows
from rejoinder.web.words import ACT_GROUPS, ACTS_DONE, ANSWERED, RELATIONS_DONE, counted, group_of


def turn(number: int, speaker: str | None, *answers: int, day: date | None = None) -> TurnView:
    return TurnView(
        number=number,
        statement_id=StatementId(f"s-{number}"),
        speaker=speaker,
        role=None,
        about=(),
        told_by=None,
        act=Act.ACCUSE,
        words="words",
        publisher=None,
        article_id=ArticleId("a-1"),
        article_ref="a",
        date=on_day(day) if day else None,
        answers=tuple(
            AnswerView(turn=n, relation=Relation.DENIES, explicit=True, evidence=None, score=1.0)
            for n in answers
        ),
        depth=0,
        unanswered=False,
    )


def exchange(*turns: TurnView) -> ExchangeView:
    return ExchangeView(
        id="x-1",
        title="t",
        parties=(),
        turns=turns,
        opened_by=None,
        last_word=None,
        calls=0,
        unanswered=0,
    )


def test_lanes_are_in_order_of_speaking() -> None:
    laid = lay_out_turns(exchange(turn(1, "A"), turn(2, "B", 1), turn(3, "A", 2)))
    assert [(lane.number, lane.name, lane.turns) for lane in laid.lanes] == [
        (1, "A", 2),
        (2, "B", 1),
    ]
    assert [row.lane.number for row in laid.rows] == [1, 2, 1]
    assert [[each.turn for each in row.answered_by] for row in laid.rows] == [[2], [3], []]


def test_those_who_speak_least_share_a_lane() -> None:
    turns = [turn(n, name) for n, name in enumerate("ABCDEABC", start=1)]
    laid = lay_out_turns(exchange(*turns))
    assert [(lane.name, lane.others, lane.turns) for lane in laid.lanes] == [
        ("A", False, 2),
        ("B", False, 2),
        ("C", False, 2),
        (None, True, 2),
    ]
    assert [row.lane.others for row in laid.rows][3:5] == [True, True]


def test_a_day_is_written_where_it_changes() -> None:
    first, second = date(2024, 3, 4), date(2024, 3, 5)
    turns = (
        turn(1, "A", day=first),
        turn(2, "B", day=first),
        turn(3, "A", day=second),
        turn(4, None),
    )
    days = [row.day for row in lay_out_turns(exchange(*turns)).rows]
    assert days == ["4 Mar 2024", None, "5 Mar 2024", "Undated"]


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2024-03-04", "2024-03-04", "4 Mar 2024"),
        ("2024-03-01", "2024-03-31", "Mar 2024"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-03-04", "2024-03-10", "4 – 10 Mar 2024"),
        ("2024-03-30", "2024-04-05", "30 Mar – 5 Apr 2024"),
        ("2023-12-30", "2024-01-05", "30 Dec 2023 – 5 Jan 2024"),
        ("2023-03-04", "2024-03-05", "4 Mar 2023 – 5 Mar 2024"),
    ],
)
def test_a_date_is_as_short_as_it_is_known(start: str, end: str, shown: str) -> None:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert day_text(DateInterval(start=first, end=last, precision=Precision.DAY)) == shown


def test_no_date_is_no_words() -> None:
    assert day_text(None) == ""


def test_every_act_and_relation_has_its_words_and_one_group() -> None:
    assert set(ACTS_DONE) == set(Act)
    assert set(RELATIONS_DONE) == set(ANSWERED) == set(Relation)
    grouped = [act for group in ACT_GROUPS for act in group.acts]
    assert sorted(grouped) == sorted(Act)
    assert group_of(Act.DENY) == "rebut"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 turns"), (1, "1 turn"), (2, "2 turns"), (12_000, "12,000 turns")]
)
def test_a_count_agrees_with_its_noun(count: int, words: str) -> None:
    assert counted(count, "turn") == words


@pytest.mark.parametrize(
    ("days", "rows", "last"),
    [
        ([date(2024, 3, 4), date(2024, 3, 6)], 2, date(2024, 3, 6)),
        ([date.fromordinal(738_000 + n) for n in range(300)], 10, None),
        ([date.fromordinal(600_000 + 31 * n) for n in range(600)], 52, None),
    ],
)
def test_a_chart_has_rows_that_can_be_told_apart(
    days: list[date], rows: int, last: date | None
) -> None:
    said = [DayView(day=each, acts=((Act.DENY, 2), (Act.ACCUSE, 1))) for each in days]
    found = chart_rows(in_periods(said, MOST_ROWS))
    assert abs(len(found) - rows) <= 1
    assert sum(sum(row.counts) for row in found) == 3 * len(days)
    assert found[0].counts[:2] == (found[0].counts[1] // 2, found[0].counts[1])
    assert all(row.first <= row.last for row in found)
    assert last is None or found[-1].last == last
