import pytest

from rejoinder.text.times.chronology import (
    is_byname,
    read_timeline,
    year_from_elsewhere,
    year_just_named,
)
from rejoinder.text.times.find import find_times
from rejoinder.text.times.phrases import TimeKind

FORWARD = """Chronology
21 November 2013: The cabinet drops the accord
17 December: A loan is agreed
16 January 2014: A law is passed
22 January: Two die
"""
BACKWARD = """5 March 2014 - The vote is called
20 December - A loan is agreed
21 November - The cabinet drops the accord
"""


def days(text: str) -> list[str | None]:
    entries = read_timeline(text, find_times(text))
    return [entry.meant.start.isoformat() if entry.meant else None for entry in entries]


def test_years_run_on_down_a_timeline() -> None:
    assert days(FORWARD) == ["2013-11-21", "2013-12-17", "2014-01-16", "2014-01-22"]


def test_a_timeline_may_run_backwards() -> None:
    assert days(BACKWARD) == ["2014-03-05", "2013-12-20", "2013-11-21"]


def test_an_entry_before_the_first_year_takes_it_from_there() -> None:
    text = "3 November: one\n17 December: two\n16 January 2014: three\n"
    assert days(text) == ["2013-11-03", "2013-12-17", "2014-01-16"]


def test_without_any_year_a_timeline_stays_open() -> None:
    assert days("3 November: one\n17 December: two\n16 January: three\n") == [None, None, None]


def test_two_dated_lines_are_no_timeline() -> None:
    assert days("21 November 2013: one\n17 December: two\n") == []


def test_dates_inside_sentences_are_no_entries() -> None:
    assert days("On 21 November 2013 he left.\nOn 17 December he came.\nOn 3 May: no\n") == []


def test_an_entry_reaches_to_the_end_of_its_line() -> None:
    entries = read_timeline(FORWARD, find_times(FORWARD))
    assert [entry.line.text_of(FORWARD) for entry in entries] == FORWARD.splitlines()[1:]


def test_a_month_takes_its_year_from_the_timeline() -> None:
    text = FORWARD + "The unrest began in November, he said."
    phrases = find_times(text)
    assert year_from_elsewhere(phrases[-1], phrases, read_timeline(text, phrases)) == 2013


def test_a_day_takes_its_year_from_where_it_is_named_in_full() -> None:
    text = "They met on 5 September 2014. The deal of 5 September failed on 3 October."
    phrases = find_times(text)
    years = [year_from_elsewhere(phrase, phrases, ()) for phrase in phrases]
    assert years == [None, 2014, None]


def test_the_other_days_of_that_month_are_of_that_year_as_well() -> None:
    text = "Received up to 27 April 2014. On 26 April a bridge fell."
    phrases = find_times(text)
    assert year_from_elsewhere(phrases[-1], phrases, ()) == 2014


def test_a_day_with_two_years_takes_neither() -> None:
    text = "On 1 May 2013 and 1 May 2014 they marched; on 1 May he spoke."
    phrases = find_times(text)
    assert year_from_elsewhere(phrases[-1], phrases, ()) is None


def test_a_month_named_with_its_year_a_little_before_gives_its_days_the_year() -> None:
    text = "In October 2016 they wrote. That week, on Oct. 7, it came out; on Nov. 3 it did not."
    phrases = [phrase for phrase in find_times(text) if phrase.kind is TimeKind.CALENDAR]
    years = [year_just_named(phrase, phrases[:n]) for n, phrase in enumerate(phrases)]
    assert years == [None, 2016, None]
    far = f"In October 2016 they wrote. {'It rained. ' * 100}On Oct. 7 it came out."
    phrases = list(find_times(far))
    assert year_just_named(phrases[-1], phrases[:-1]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Sept. 11 attacks", True),
        ("the post-Sept. 11 law", True),
        ("He spoke on Sept. 11.", False),
        ("the Sept. 11, 2012, attack", False),
        ("the Sept. 12 talks", False),
    ],
)
def test_a_day_that_stands_for_an_event_is_not_this_years(text: str, expected: bool) -> None:
    (phrase,) = find_times(text)
    assert is_byname(text, phrase) is expected
