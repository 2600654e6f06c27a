"""Which day may follow which, and which dates are open."""

from datetime import date, timedelta

import pytest

from rejoinder.exchanges.timing import holding, in_time, is_open, near_in_time
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.ids import ActorId

START = date(2031, 5, 4)


def days(first: int, last: int | None = None) -> DateInterval:
    """Return an interval of days, counted from one."""
    end = first if last is None else last
    precision = Precision.DAY if end == first else Precision.MONTH
    first_day, last_day = (START + timedelta(days=each) for each in (first, end))
    return DateInterval(start=first_day, end=last_day, precision=precision)


@pytest.mark.parametrize(
    ("answer", "answered", "follows", "is_near"),
    [
        (days(0), days(0), True, True),
        (days(14), days(0), True, True),
        (days(15), days(0), False, False),
        (days(-1), days(0), False, True),
        (days(-15), days(0), False, False),
        # Some day of a month may be after a day in it, and a day after some day of a month.
        (days(-20, 9), days(5), True, True),
        (days(5), days(-20, 9), True, True),
        (days(23), days(-20, 9), True, True),
        (days(24), days(-20, 9), False, False),
        (None, days(0), True, True),
        (days(0), None, True, True),
    ],
)
def test_an_answer_follows_within_two_weeks_as_far_as_days_are_known(
    answer: DateInterval | None, answered: DateInterval | None, follows: bool, is_near: bool
) -> None:
    assert in_time(answer, answered) is follows
    assert near_in_time(answer, answered) is near_in_time(answered, answer) is is_near


@pytest.mark.parametrize(
    ("when", "is_not_known"),
    [(None, True), (days(0, 366), True), (days(0, 365), False), (days(0), False)],
)
def test_a_date_is_open_that_is_of_more_than_a_year(
    when: DateInterval | None, is_not_known: bool
) -> None:
    assert is_open(days(0), when) is is_not_known
    assert holding([ActorId("state:AVA")], days(0), when) is not is_not_known
    assert holding([ActorId("state:AVA"), ActorId("per:tarn")], days(0), when)
    assert not holding([], days(0), when)
