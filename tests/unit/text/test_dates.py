from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model.date import DateInterval, Precision
from rejoinder.text.dates import find_dates, resolve

# Friday, 31 March 2023
FRIDAY = "2023-03-31"

# sentence | the phrase in it | published, or - | expected: a day, START..END precision, or "open"
TABLE = """
He spoke on Thursday, 10 November 2022. | Thursday, 10 November 2022 | - | 2022-11-10
Posted Thursday 10 November 2022 | Thursday 10 November 2022 | - | 2022-11-10
It came out on November 10, 2022. | November 10, 2022 | - | 2022-11-10
It came out on November 10 2022. | November 10 2022 | - | 2022-11-10
It came out on Nov. 10, 2022. | Nov. 10, 2022 | - | 2022-11-10
It came out on Nov 10, 2022. | Nov 10, 2022 | - | 2022-11-10
It came out on 10 Nov. 2022. | 10 Nov. 2022 | - | 2022-11-10
It came out on 10 Nov 2022. | 10 Nov 2022 | - | 2022-11-10
It came out on 10-Nov-2022. | 10-Nov-2022 | - | 2022-11-10
On Thursday, Nov. 10, 2022, he spoke. | Thursday, Nov. 10, 2022 | - | 2022-11-10
Thu, 10 Nov 2022 09:30:00 GMT | Thu, 10 Nov 2022 | - | 2022-11-10
Sept. 3, 2014 | Sept. 3, 2014 | - | 2014-09-03
Sep 3, 2014 | Sep 3, 2014 | - | 2014-09-03
on the 10th of November 2022 | 10th of November 2022 | - | 2022-11-10
on November 10th, 2022 | November 10th, 2022 | - | 2022-11-10
on November the 10th, 2022 | November the 10th, 2022 | - | 2022-11-10
on 1st May 2014 he left | 1st May 2014 | - | 2014-05-01
on 2nd June, 2014 | 2nd June, 2014 | - | 2014-06-02
on 3rd June 2014 | 3rd June 2014 | - | 2014-06-03
on 29 February 2024 | 29 February 2024 | - | 2024-02-29
2023/05/21 - interview | 2023/05/21 | - | 2023-05-21
date 2023-03-31 Duel | 2023-03-31 | - | 2023-03-31
at 2022-11-10T09:30:00Z | 2022-11-10 | - | 2022-11-10
on 2023.03.31 it said | 2023.03.31 | - | 2023-03-31
dated 31.03.2023, it says | 31.03.2023 | - | 2023-03-31
dated 1.3.2023. | 1.3.2023 | - | 2023-03-01
signed on 13/05/2022 | 13/05/2022 | - | 2022-05-13
signed on 05/13/2022 | 05/13/2022 | - | 2022-05-13
signed on 05/05/2022 | 05/05/2022 | - | 2022-05-05
signed on 13-05-2022 | 13-05-2022 | - | 2022-05-13
signed on 03/04/2022 | 03/04/2022 | 2022-05-01 | open
signed in November 2022 | November 2022 | - | 2022-11-01..2022-11-30 month
signed in Nov. 2022 | Nov. 2022 | - | 2022-11-01..2022-11-30 month
signed in November of 2022 | November of 2022 | - | 2022-11-01..2022-11-30 month
signed in November, 2022 | November, 2022 | - | 2022-11-01..2022-11-30 month
February 2024 was cold | February 2024 | - | 2024-02-01..2024-02-29 month
in late November 2013 | late November 2013 | - | 2013-11-01..2013-11-30 month
the end of June 2014 | the end of June 2014 | - | 2014-06-01..2014-06-30 month
with Russia in 2020, Moscow tried | 2020 | - | 2020-01-01..2020-12-31 year
the ceasefire of 2020 | 2020 | - | 2020-01-01..2020-12-31 year
since 2014 they have | 2014 | - | 2014-01-01..2014-12-31 year
by late 2013 it was | late 2013 | - | 2013-01-01..2013-12-31 year
the accord (1994) says | 1994 | - | 1994-01-01..1994-12-31 year
the end of 2021 | the end of 2021 | - | 2021-01-01..2021-12-31 year
On Tuesday, March 28, unknown persons | Tuesday, March 28 | 2023-03-31 | 2023-03-28
on March 28 | March 28 | 2023-03-31 | 2023-03-28
on 28 March | 28 March | 2023-03-31 | 2023-03-28
on 28 Mar. he said | 28 Mar. | 2023-03-31 | 2023-03-28
on the 28th of March | 28th of March | 2023-03-31 | 2023-03-28
on March 28 | March 28 | - | open
on December 3 | December 3 | 2014-01-20 | 2013-12-03
on December 31 | December 31 | 2023-01-01 | 2022-12-31
the vote on May 25 | May 25 | 2014-04-14 | 2014-05-25
on January 15 | January 15 | 2023-12-20 | open
on October 12 | October 12 | 2023-03-01 | open
on Tuesday, January 16 | Tuesday, January 16 | 2023-12-20 | 2024-01-16
on Monday, March 28 | Monday, March 28 | 2022-04-02 | 2022-03-28
on Wednesday, 10 November 2022 | Wednesday, 10 November 2022 | - | 2022-11-10
on December 3 of last year | December 3 of last year | 2014-01-20 | 2013-12-03
on 3 December last year | 3 December last year | 2014-01-20 | 2013-12-03
on 3 March this year | 3 March this year | 2014-01-20 | 2014-03-03
in March last year | March last year | 2014-01-20 | 2013-03-01..2013-03-31 month
in early April | early April | 2023-04-20 | 2023-04-01..2023-04-30 month
in mid-March | mid-March | 2023-03-31 | 2023-03-01..2023-03-31 month
at the end of June | the end of June | 2014-07-04 | 2014-06-01..2014-06-30 month
in March he said | March | 2023-03-31 | 2023-03-01..2023-03-31 month
since April, because | April | 2023-05-21 | 2023-04-01..2023-04-30 month
in March | March | - | open
last November it fell | last November | 2014-02-20 | 2013-11-01..2013-11-30 month
next May | next May | 2013-11-20 | 2014-05-01..2014-05-31 month
who on Tuesday downplayed | Tuesday | 2022-11-10 | 2022-11-08
said on Thursday | Thursday | 2022-11-10 | 2022-11-10
said Friday that | Friday | 2022-11-10 | 2022-11-04
said late Tuesday | late Tuesday | 2022-11-10 | 2022-11-08
said late on Tuesday | late on Tuesday | 2022-11-10 | 2022-11-08
said on Tuesday night | Tuesday night | 2022-11-10 | 2022-11-08
said early Wednesday morning | early Wednesday morning | 2022-11-10 | 2022-11-09
Earlier on Friday, however | Earlier on Friday | 2014-08-08 | 2014-08-08
Tuesday's speech | Tuesday | 2022-11-10 | 2022-11-08
last Monday he left | last Monday | 2022-11-10 | 2022-11-07
last Thursday he left | last Thursday | 2022-11-10 | 2022-11-03
next Friday he goes | next Friday | 2022-11-10 | 2022-11-11
this Wednesday he went | this Wednesday | 2022-11-10 | 2022-11-09
said on Tuesday | Tuesday | - | open
said yesterday | yesterday | 2023-03-01 | 2023-02-28
late yesterday evening it said | late yesterday evening | 2023-03-01 | 2023-02-28
Today, the ministry issued | Today | 2023-03-31 | 2023-03-31
tomorrow they meet | tomorrow | 2023-03-31 | 2023-04-01
tonight they meet | tonight | 2023-03-31 | 2023-03-31
this morning they met | this morning | 2023-03-31 | 2023-03-31
last night they met | last night | 2023-03-31 | 2023-03-30
the day before yesterday they met | the day before yesterday | 2023-03-31 | 2023-03-29
the day after tomorrow they meet | the day after tomorrow | 2023-03-31 | 2023-04-02
said yesterday | yesterday | - | open
earlier this week | earlier this week | 2023-03-31 | 2023-03-27..2023-03-31 week
this week they meet | this week | 2023-03-31 | 2023-03-27..2023-04-02 week
last week they met | last week | 2023-03-31 | 2023-03-20..2023-03-26 week
next week they meet | next week | 2023-03-31 | 2023-04-03..2023-04-09 week
last month they met | last month | 2023-01-31 | 2022-12-01..2022-12-31 month
late last month they met | late last month | 2023-03-31 | 2023-02-01..2023-02-28 month
earlier this month | earlier this month | 2023-03-31 | 2023-03-01..2023-03-31 month
next month they meet | next month | 2023-12-31 | 2024-01-01..2024-01-31 month
last year they met | last year | 2023-03-31 | 2022-01-01..2022-12-31 year
earlier this year | earlier this year | 2023-03-31 | 2023-01-01..2023-03-31 year
since last year in the | last year | 2023-05-21 | 2022-01-01..2022-12-31 year
three days ago | three days ago | 2023-03-31 | 2023-03-28
a week ago | a week ago | 2023-03-31 | 2023-03-20..2023-03-26 week
two months ago | two months ago | 2023-03-31 | 2023-01-01..2023-01-31 month
10 years ago | 10 years ago | 2023-03-31 | 2013-01-01..2013-12-31 year
last month | last month | 2023-03 | 2023-02-01..2023-02-28 month
last year | last year | 2023 | 2022-01-01..2022-12-31 year
on Tuesday | Tuesday | 2023-03 | open
on March 28 | March 28 | 2023-03 | 2023-03-28
""".strip().splitlines()

NOT_DATES = """
from 3 to 5 May 2022
3-5 May 2022
3–5 May
May 3-5, 2022
May 3 to June 5
from 28 March to 2 April
between 2010 and 2012
between 3 May and 5 May 2022
the years 2014-2016
2014–16
Monday to Friday
Monday-Friday
from March to May 2022
March through May
He may come. May he rest.
They march on.
Theresa May said it
in May's cabinet
Tuesdays and Fridays
the 1990s, in the 2020s
on Good Friday
the Sunday Times wrote
in 2,020 villages
in 2020 people
31 February 2022
https://a.example/2023/05/21/x
version 2.03.2023.4
the 44-day war
3+3
the last word
at 10.30
March 5.5 million
132-kilometer section
in the past week
the previous year
""".strip().splitlines()


def interval(words: str) -> DateInterval:
    """Read ``2023``, ``2023-03``, ``2023-03-31`` or ``START..END precision``."""
    days, _, precision = words.partition(" ")
    start, _, end = days.partition("..")
    if not end and len(start) < 10:
        year, month = int(start[:4]), int(start[5:] or 12)
        last = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
        first = date(year, month if start[5:] else 1, 1)
        kind = Precision.MONTH if start[5:] else Precision.YEAR
        return DateInterval(start=first, end=date(year, month, last), precision=kind)
    return DateInterval(
        start=date.fromisoformat(start),
        end=date.fromisoformat(end or start),
        precision=Precision(precision or "day"),
    )


@pytest.mark.parametrize("row", TABLE)
def test_phrase_is_found_and_resolved(row: str) -> None:
    text, phrase, published, expected = (cell.strip() for cell in row.split(" | "))
    (found,) = find_dates(text)
    assert found.span.text_of(text) == phrase
    meant = resolve(found, None if published == "-" else interval(published))
    if expected == "open":
        assert meant is None
    else:
        assert meant is not None
        wanted = interval(expected)
        assert (meant.start, meant.end) == (wanted.start, wanted.end)
        assert meant.precision == wanted.precision
        assert meant.span == found.span


@pytest.mark.parametrize("text", NOT_DATES)
def test_no_date_where_none_is_named(text: str) -> None:
    assert [phrase.span.text_of(text) for phrase in find_dates(text)] == []


def test_several_phrases_come_in_text_order() -> None:
    text = "Yesterday (29 August) he said that since 2014, or from 3 to 5 May, nothing had changed."
    assert [p.span.text_of(text) for p in find_dates(text)] == ["Yesterday", "29 August", "2014"]


def test_offsets_count_in_the_whole_text() -> None:
    text = "On Monday he left. On Tuesday he came."
    (found,) = find_dates(text, 18)
    assert found.span.text_of(text) == "Tuesday"
    assert find_dates(text, 0, 5) == ()


def test_relative_dates_at_the_ends_of_the_calendar_stay_open() -> None:
    (found,) = find_dates("yesterday")
    first = DateInterval(start=date.min, end=date.min, precision=Precision.DAY)
    assert resolve(found, first) is None
    (found,) = find_dates("10 years ago")
    assert resolve(found, first) is None


PIECES = st.sampled_from(
    [
        "on ",
        "Tuesday",
        ", ",
        "March ",
        "28",
        " 2023",
        "-",
        "31.03.",
        "last ",
        "week ",
        "to ",
        "May ",
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60))
def test_phrases_stay_inside_the_text_and_apart(text: str) -> None:
    phrases = find_dates(text)
    published = interval(FRIDAY)
    ends = 0
    for phrase in phrases:
        assert ends <= phrase.span.start < phrase.span.end <= len(text)
        ends = phrase.span.end
        meant = resolve(phrase, published)
        assert meant is None or meant.span == phrase.span


def test_a_long_text_of_dates_is_read_in_a_moment() -> None:
    text = "On Tuesday, 3-5 May and March 28, he spoke. " * 5000
    assert len(find_dates(text)) == 10_000


def test_the_table_is_long_enough() -> None:
    assert len(TABLE) >= 100
