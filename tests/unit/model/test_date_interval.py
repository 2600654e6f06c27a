"""An interval of days runs forwards."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model.date import DateInterval, Precision


@given(st.dates(), st.dates(), st.sampled_from(Precision))
def test_an_interval_is_made_if_and_only_if_it_runs_forwards(
    start: date, end: date, precision: Precision
) -> None:
    if start <= end:
        made = DateInterval(start=start, end=end, precision=precision)
        assert (made.start, made.end, made.span) == (start, end, None)
    else:
        with pytest.raises(ValueError, match=f"ends {end} before it starts {start}"):
            DateInterval(start=start, end=end, precision=precision)
