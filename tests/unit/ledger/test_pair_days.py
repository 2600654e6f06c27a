"""Stretches of days in whole months."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rejoinder.ledger.pair_days import blocks

LAST = date.max.toordinal()
DAYS = st.integers(1, LAST)


def ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def test_months_and_days_lie_beside_each_other() -> None:
    found = blocks(ordinal("2020-11-20"), ordinal("2023-03-15"))

    assert found.months == ((ordinal("2020-12-01"), ordinal("2023-02-28")),)
    assert found.days == (
        (ordinal("2020-11-20"), ordinal("2020-11-30")),
        (ordinal("2023-03-01"), ordinal("2023-03-15")),
    )


def test_a_month_alone_is_one_and_a_day_is_none() -> None:
    assert blocks(ordinal("2024-02-01"), ordinal("2024-02-29")).months == (
        (ordinal("2024-02-01"), ordinal("2024-02-29")),
    )
    assert blocks(ordinal("2024-02-29"), ordinal("2024-02-29")).days != ()
    assert blocks(1, LAST).months == ((1, LAST),)


@given(one=DAYS, other=DAYS)
def test_every_day_is_in_just_one(one: int, other: int) -> None:
    since, until = sorted((one, other))
    found = blocks(since, until)
    stretches = sorted((*found.months, *found.days))

    assert [first for first, _ in stretches] == [since, *(last + 1 for _, last in stretches[:-1])]
    assert stretches[-1][1] == until
    for first, last in found.months:
        assert date.fromordinal(first).day == 1
        assert last == LAST or date.fromordinal(last + 1).day == 1
    for first, last in found.days:
        assert last - first < 62
