from rejoinder.text.times.chronology import read_timeline, year_from_elsewhere
from rejoinder.text.times.find import find_times

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
    text = "They met on 5 September 2014. The deal of 5 September failed on 6 September."
    phrases = find_times(text)
    years = [year_from_elsewhere(phrase, phrases, ()) for phrase in phrases]
    assert years == [None, 2014, None]


def test_a_day_with_two_years_takes_neither() -> None:
    text = "On 1 May 2013 and 1 May 2014 they marched; on 1 May he spoke."
    phrases = find_times(text)
    assert year_from_elsewhere(phrases[-1], phrases, ()) is None
