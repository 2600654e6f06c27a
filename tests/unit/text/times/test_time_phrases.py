from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.time import Relation
from rejoinder.text.times.find import find_dates, find_times
from rejoinder.text.times.phrases import Tense, TimeKind
from rejoinder.text.times.resolve import resolve

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
on the night to Saturday | the night to Saturday | 2023-09-10 | 2023-09-08..2023-09-09 day
overnight into Saturday | overnight into Saturday | 2023-09-10 | 2023-09-08..2023-09-09 day
shelled overnight, it said | overnight | 2023-03-31 | 2023-03-30..2023-03-31 day
shelled overnight | overnight | - | open
over the weekend it said | the weekend | 2023-03-31 | 2023-03-25..2023-03-26 day
at the weekend | the weekend | 2023-04-02 | 2023-04-01..2023-04-02 day
last weekend | last weekend | 2023-04-02 | 2023-03-25..2023-03-26 day
last weekend | last weekend | 2023-03-29 | 2023-03-25..2023-03-26 day
this past weekend | this past weekend | 2023-03-29 | 2023-03-25..2023-03-26 day
this weekend | this weekend | 2023-03-29 | open
next weekend | next weekend | 2023-03-29 | open
next weekend | next weekend | 2023-04-01 | 2023-04-08..2023-04-09 day
the weekend | the weekend | - | open
Monday of last week | Monday of last week | 2023-03-31 | 2023-03-20
on Friday of this week | Friday of this week | 2023-03-29 | 2023-03-31
Wednesday next week | Wednesday next week | 2023-03-31 | 2023-04-05
the week of March 13 | the week of March 13 | 2023-03-31 | 2023-03-13..2023-03-19 week
the week of 15 March 2023 | the week of 15 March 2023 | - | 2023-03-13..2023-03-19 week
later this week | later this week | 2023-03-29 | 2023-03-29..2023-04-02 week
later this month | later this month | 2023-03-29 | 2023-03-29..2023-03-31 month
two days from now | two days from now | 2023-03-31 | 2023-04-02
more than two years ago | more than two years ago | 2023-03-31 | open
nearly three months ago | nearly three months ago | 2023-03-31 | open
the first quarter of 2014 | the first quarter of 2014 | - | 2014-01-01..2014-03-31 month
in Q3 2014 | Q3 2014 | - | 2014-07-01..2014-09-30 month
the second half of 2014 | the second half of 2014 | - | 2014-07-01..2014-12-31 month
in the fourth quarter, | the fourth quarter | 2015-02-10 | 2014-10-01..2014-12-31 month
first half of last year | first half of last year | 2015-02-10 | 2014-01-01..2014-06-30 month
in the first quarter | the first quarter | - | open
last quarter | last quarter | 2015-02-10 | 2014-10-01..2014-12-31 month
this quarter | this quarter | 2015-02-10 | 2015-01-01..2015-03-31 month
in the summer of 2014 | summer of 2014 | - | 2014-01-01..2014-12-31 year
in spring 2014 | spring 2014 | - | 2014-01-01..2014-12-31 year
in the winter of 2014 | winter of 2014 | 2015-05-01 | open
the winter of 2013-14 | 2013-14 | - | 2013-01-01..2014-12-31 year
this summer | this summer | 2014-10-01 | 2014-01-01..2014-12-31 year
last summer | last summer | 2014-10-01 | open
in the 1990s they left | the 1990s | - | 1990-01-01..1999-12-31 year
the early 1980s | the early 1980s | - | 1980-01-01..1989-12-31 year
a 1994 agreement | 1994 | - | 1994-01-01..1994-12-31 year
from 3 to 5 May 2022 | 3 to 5 May 2022 | - | 2022-05-03..2022-05-05 day
3-5 May 2022 | 3-5 May 2022 | - | 2022-05-03..2022-05-05 day
3–5 May | 3–5 May | 2022-06-01 | 2022-05-03..2022-05-05 day
3–5 May | 3–5 May | - | open
May 3-5, 2022 | May 3-5, 2022 | - | 2022-05-03..2022-05-05 day
from May 3 to June 5 | May 3 to June 5 | 2022-07-01 | 2022-05-03..2022-06-05 day
from 28 December to 2 January | 28 December to 2 January | 2023-01-10 | 2022-12-28..2023-01-02 day
between 3 May and 5 May 2022 | between 3 May and 5 May 2022 | - | 2022-05-03..2022-05-05 day
between 3 and 5 May 2022 | between 3 and 5 May 2022 | - | 2022-05-03..2022-05-05 day
between March 5 and 8 | between March 5 and 8 | 2014-03-20 | 2014-03-05..2014-03-08 day
from March to May 2022 | March to May 2022 | - | 2022-03-01..2022-05-31 month
March through May | March through May | 2022-06-15 | 2022-03-01..2022-05-31 month
between 2010 and 2012 | between 2010 and 2012 | - | 2010-01-01..2012-12-31 year
the years 2014-2016 | 2014-2016 | - | 2014-01-01..2016-12-31 year
2014–16 | 2014–16 | - | 2014-01-01..2016-12-31 year
Monday to Friday | Monday to Friday | 2023-03-31 | open
the 5th of last month | the 5th of last month | 2023-03-31 | 2023-02-05
on the 28th, he said | the 28th | 2023-03-31 | 2023-03-28
on the 31st. | the 31st | 2023-03-30 | open
on 03/28 he said | 03/28 | 2023-03-31 | 2023-03-28
on 28/03 he said | 28/03 | 2023-03-31 | 2023-03-28
on 03/28 he said | 03/28 | - | open
on 03/04 he said | 03/04 | 2023-03-31 | open
A day earlier, he left | A day earlier | 2023-03-31 | open
the same day | the same day | 2023-03-31 | open
two weeks later he left | two weeks later | 2023-03-31 | open
at the time he left | at the time | 2023-03-31 | open
on July 22 that year | July 22 that year | 2023-03-31 | open
the previous year | the previous year | 2023-03-31 | open
on 13 Khordad 1402 | 13 Khordad 1402 | 2023-03-31 | open
on 22 Bahman | 22 Bahman | 2023-03-31 | open
on Aban 13 | Aban 13 | 2023-03-31 | open
the holy month of Ramadan | the holy month of Ramadan | 2023-03-31 | open
the 10th of Muharram | 10th of Muharram | 2023-03-31 | open
on 15 Nisan | 15 Nisan | 2023-03-31 | open
""".strip().splitlines()

NOT_DATES = """
He may come. May he rest.
They march on.
Theresa May said it
in May's cabinet
Tuesdays and Fridays
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
for a week
over three days
24/7 and 9/11
a 2014-strong crowd
Bahman Ghobadi said
Mehr reported
the Tir family
a day after they met
at the time of the war
at the same time he left
over the last week
half of the quarter
the night train
an overnight train
a weekend-long talk
""".strip().splitlines()


STRETCHES = """
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
the 1990s, in the 2020s
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
    (found,) = find_times(text)
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
    assert [phrase.span.text_of(text) for phrase in find_times(text)] == []


@pytest.mark.parametrize("text", STRETCHES)
def test_a_stretch_of_time_is_no_date(text: str) -> None:
    assert find_dates(text) == ()
    assert find_times(text)


# phrase | published | tense | expected
TENSES = """
on Friday | 2022-11-10 | future | 2022-11-11
on Thursday | 2022-11-10 | future | 2022-11-10
on Tuesday | 2022-11-10 | past | 2022-11-08
on Tuesday | 2022-11-10 | either | open
on Thursday | 2022-11-10 | either | 2022-11-10
on May 25 | 2014-04-14 | past | 2013-05-25
on May 25 | 2014-04-14 | future | 2014-05-25
on January 15 | 2023-12-20 | past | 2023-01-15
on January 15 | 2023-12-20 | future | 2024-01-15
in November | 2014-02-20 | past | 2013-11-01..2013-11-30 month
in November | 2014-02-20 | future | 2014-11-01..2014-11-30 month
in the third quarter | 2014-02-20 | future | 2014-07-01..2014-09-30 month
in the third quarter | 2014-02-20 | either | open
this weekend | 2023-03-29 | future | 2023-04-01..2023-04-02 day
this weekend | 2023-03-29 | past | 2023-03-25..2023-03-26 day
the weekend | 2023-03-29 | either | open
this week | 2023-03-29 | past | 2023-03-27..2023-03-29 week
this week | 2023-03-29 | future | 2023-03-29..2023-04-02 week
last week | 2023-03-29 | past | 2023-03-20..2023-03-26 week
this year | 2023-03-29 | past | 2023-01-01..2023-03-29 year
Monday to Wednesday | 2023-03-31 | past | 2023-03-27..2023-03-29 day
Monday to Wednesday | 2023-03-31 | future | 2023-04-03..2023-04-05 day
""".strip().splitlines()


@pytest.mark.parametrize("row", TENSES)
def test_the_tense_of_the_clause_says_which_way_to_look(row: str) -> None:
    text, published, tense, expected = (cell.strip() for cell in row.split(" | "))
    (found,) = find_times(text)
    meant = resolve(found, interval(published), tense=Tense(tense))
    wanted = None if expected == "open" else interval(expected)
    assert (meant and (meant.start, meant.end)) == (wanted and (wanted.start, wanted.end))


# phrase | the date told before it | expected
ECHOES = """
A day earlier, he left | 2020-10-06 | 2020-10-05
two days later | 2020-10-06 | 2020-10-08
the same day | 2020-10-06 | 2020-10-06
the next day | 2020-10-31 | 2020-11-01
the day before, | 2020-10-06 | 2020-10-05
that week | 2020-10-06 | 2020-10-05..2020-10-11 week
a week later | 2020-10-06 | 2020-10-12..2020-10-18 week
the following month | 2020-12-06 | 2021-01-01..2021-01-31 month
a year earlier | 2020-12-06 | 2019-01-01..2019-12-31 year
at the time | 2020-12-06 | 2020-12-06
at that time | 2020-11-01..2020-11-30 month | 2020-11-01..2020-11-30 month
two days later | 2020-11-01..2020-11-30 month | open
on July 22 that year | 2016-06-01..2016-07-31 month | 2016-07-22
on 22 July of the same year | 2016-06-01 | 2016-07-22
""".strip().splitlines()


@pytest.mark.parametrize("row", ECHOES)
def test_some_phrases_count_from_another_date_of_the_text(row: str) -> None:
    text, base, expected = (cell.strip() for cell in row.split(" | "))
    (found,) = find_times(text)
    meant = resolve(found, None, base=interval(base))
    wanted = None if expected == "open" else interval(expected)
    assert (meant and (meant.start, meant.end)) == (wanted and (wanted.start, wanted.end))
    assert meant is None or meant.span == found.span


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("on Tuesday", Relation.AT),
        ("since April, when", Relation.SINCE),
        ("until December 3", Relation.UNTIL),
        ("by Friday", Relation.UNTIL),
        ("after the Sunday vote", Relation.AFTER),
        ("ahead of Friday's talks", Relation.BEFORE),
        ("before late November", Relation.BEFORE),
    ],
)
def test_the_word_before_says_how_it_is_meant(text: str, relation: Relation) -> None:
    (found,) = find_times(text)
    assert found.relation is relation


@pytest.mark.parametrize(("day_first", "month"), [(True, 4), (False, 3)])
def test_numbers_are_read_as_the_text_reads_them(day_first: bool, month: int) -> None:
    (found,) = find_times("signed on 03/04/2022")
    assert found.kind is TimeKind.AMBIGUOUS
    meant = resolve(found, None, day_first=day_first)
    assert meant is not None
    assert meant.start.month == month


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


ABSOLUTE = {
    TimeKind.CALENDAR, TimeKind.RANGE, TimeKind.PART, TimeKind.SEASON, TimeKind.DECADE
}  # fmt: skip
ROWS = st.sampled_from([row.split(" | ")[0] for row in TABLE]) | st.lists(PIECES, max_size=12).map(
    "".join
)


@given(ROWS, st.dates(), st.sampled_from([None, *Tense]))
def test_an_interval_runs_forward_and_stands_on_its_phrase(
    text: str, day: date, tense: Tense | None
) -> None:
    published = DateInterval(start=day, end=day, precision=Precision.DAY)
    for phrase in find_times(text):
        meant = resolve(phrase, published, tense=tense, base=published)
        if meant is not None:
            assert meant.start <= meant.end
            assert meant.span == phrase.span
            assert len(phrase.span) <= len(text)


@given(ROWS, st.sampled_from([None, *Tense]))
def test_without_an_anchor_only_what_names_its_year_is_resolved(
    text: str, tense: Tense | None
) -> None:
    for phrase in find_times(text):
        meant = resolve(phrase, None, tense=tense)
        if meant is None:
            continue
        assert phrase.kind in ABSOLUTE
        year = phrase.fields.year or (phrase.to and phrase.to.year)
        assert year in (meant.start.year, meant.end.year)


def test_a_long_text_of_dates_is_read_in_a_moment() -> None:
    text = "On Tuesday, 3-5 May and March 28, he spoke. " * 5000
    assert len(find_dates(text)) == 10_000


def test_the_table_is_long_enough() -> None:
    assert len(TABLE) >= 150
