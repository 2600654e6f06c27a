"""Under which blocks of days propositions are filed: what may be one is found, in few places."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.claims.blocks import blocks_of, near_blocks
from rejoinder.exchanges.claims.filing import UNDATED, filing_of
from rejoinder.exchanges.claims.group import put_forward
from rejoinder.exchanges.claims.propositions import Proposition
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.statement import Act

FIRST = date(2030, 1, 1)


def proposition() -> Proposition:
    story = told("Tarn said that Avaria shelled the harbour.", day=FIRST)
    said = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria shelled the harbour", source="Tarn"
    )
    return put_forward(story.record())[said].propositions[0]


BASE = proposition()


def stretch(after: int, days: int) -> DateInterval:
    start = FIRST + timedelta(days=after)
    precision = Precision.YEAR if days else Precision.DAY
    return DateInterval(start=start, end=start + timedelta(days=days), precision=precision)


STRETCHES = st.none() | st.builds(
    stretch, st.integers(0, 1500), st.sampled_from((0, 6, 30, 44, 59, 60, 75, 364, 800))
)


@given(STRETCHES, STRETCHES, STRETCHES, STRETCHES)
def test_what_is_of_blocks_that_touch_is_found_however_long_either_is(
    told_one: DateInterval | None,
    days_one: DateInterval | None,
    told_two: DateInterval | None,
    days_two: DateInterval | None,
) -> None:
    one = replace(BASE, told=told_one, days=days_one)
    two = replace(BASE, told=told_two, days=days_two)
    if not near_blocks(one).isdisjoint(blocks_of(two)):
        assert not filing_of(one).near.isdisjoint(filing_of(two).blocks)


@pytest.mark.parametrize(
    ("days", "dated", "fewest"),
    [
        pytest.param(0, True, 1, id="a day"),
        pytest.param(30, True, 3, id="a month"),
        pytest.param(364, False, 1, id="a year"),
        pytest.param(1100, False, 3, id="three years"),
    ],
)
def test_what_is_of_a_year_is_filed_in_few_places(days: int, dated: bool, fewest: int) -> None:
    told_then = replace(BASE, told=stretch(0, days), days=None)
    blocks = filing_of(told_then).blocks
    assert fewest <= len(blocks) <= fewest + 1
    assert all((each > UNDATED) is dated for each in blocks)


def test_what_has_no_date_is_filed_by_itself_too() -> None:
    blocks = filing_of(replace(BASE, told=None, days=stretch(0, 364))).blocks
    assert UNDATED in blocks
    assert all(each <= UNDATED for each in blocks)
