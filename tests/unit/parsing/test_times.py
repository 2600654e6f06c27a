from collections.abc import Callable
from datetime import date

import pytest
from tests.articles import article, headed

from rejoinder.model.time import Relation, Timing
from rejoinder.parsing.pipe import load_parser
from rejoinder.parsing.times import read_times

pytestmark = pytest.mark.model

Times = Callable[..., tuple[Timing, ...]]
THURSDAY = date(2022, 11, 10)


@pytest.fixture(scope="module")
def times() -> Times:
    parser = load_parser()

    def run(text: str, published: date | None = None, title: int = 0) -> tuple[Timing, ...]:
        read = article(text, published=published, zones=headed(text, title))
        return read_times(read, parser.parse(read))

    return run


def told(found: tuple[Timing, ...]) -> list[str | None]:
    return [timing.meant.start.isoformat() if timing.meant else None for timing in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister spoke on Tuesday.", "2022-11-08"),
        ("The minister will speak on Tuesday.", "2022-11-15"),
        ("The ministers are due to meet on Monday in Oslo.", "2022-11-14"),
        ("The talks are scheduled for Friday.", "2022-11-11"),
        ("He criticised the vote planned for Sunday.", "2022-11-13"),
        ("He did not attend Tuesday's meeting.", "2022-11-08"),
        ("The army might strike on Saturday.", None),
        ("The troops had left by last week.", "2022-10-31"),
        ("He said: “Yesterday they shot at us.”", None),
        ("The talks failed in March.", "2022-03-01"),
        ("The talks will resume in March.", "2023-03-01"),
    ],
)
def test_a_phrase_is_seen_from_the_day_of_publication(
    times: Times, text: str, expected: str | None
) -> None:
    assert told(times(text, THURSDAY)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke on Tuesday.",
        "The minister spoke yesterday.",
        "The minister spoke on March 28.",
        "They met last week and in June.",
        "In 2014 he left; on Friday he came back.",
        "It began on 21 November 2013. On Thursday the minister spoke.",
    ],
)
def test_without_a_day_of_publication_the_rest_stays_open(times: Times, text: str) -> None:
    assert told(times(text))[-1] is None


def test_a_dated_caption_fixes_the_days_of_its_report(times: Times) -> None:
    text = (
        "The president warned Norway on Thursday.\n"
        "The president speaks during a meeting with students in the town of Veld"
        " September 19, 2013.\n"
        "The prime minister said on Wednesday that nobody came."
    )
    assert told(times(text)) == ["2013-09-19", "2013-09-19", "2013-09-18"]


@pytest.mark.parametrize(
    "caption",
    [
        "The president speaks in the town of Veld September 18, 2013.",
        "The president spoke in the town of Veld on September 19, 2013.",
        "The accord was signed in the town of Veld September 19, 2013.",
    ],
)
def test_another_weekday_or_a_tale_of_the_past_is_no_such_caption(
    times: Times, caption: str
) -> None:
    assert told(times(f"The president warned Norway on Thursday.\n{caption}"))[0] is None


def test_last_year_beside_a_month_with_its_year_fixes_the_year(times: Times) -> None:
    text = (
        "The minister said on January 22 that he was shocked.\n"
        "Since late November 2013 people have been protesting.\n"
        "He was silent until December 3 of last year, when he spoke."
    )
    found = times(text)
    assert told(found) == ["2014-01-22", "2013-11-01", "2013-12-03"]
    assert [timing.relation for timing in found] == [
        Relation.AT,
        Relation.SINCE,
        Relation.UNTIL,
    ]


def test_a_year_long_past_says_nothing_of_this_one(times: Times) -> None:
    text = "The war ended in April 2014. On February 12 the parties agreed."
    assert told(times(text)) == ["2014-04-01", None]


def test_a_day_still_to_come_counts_from_the_day_of_saying(times: Times) -> None:
    text = "He said on Tuesday that he would visit Oslo on Friday."
    assert told(times(text, date(2022, 11, 14))) == ["2022-11-08", "2022-11-11"]


def test_a_day_later_counts_from_the_date_before(times: Times) -> None:
    text = "The ministry criticised Norway on Tuesday. A day earlier the army had left."
    assert told(times(text, THURSDAY)) == ["2022-11-08", "2022-11-07"]
    text = "The ministry criticised Norway in 2014. A day earlier the army had left."
    assert told(times(text, THURSDAY))[-1] is None


def test_the_entries_of_a_timeline_are_dated_whole(times: Times) -> None:
    text = (
        "21 November 2013: Norway leaves the talks\n"
        "17 December: Chile offers a loan\n"
        "16 January 2014: Norway accepts it\n"
    )
    found = times(text)
    assert told(found) == ["2013-11-21", "2013-12-17", "2014-01-16"]
    covered = [timing.covers.text_of(text) for timing in found if timing.covers]
    assert covered == text.splitlines()


def test_the_numbers_of_one_text_are_read_alike(times: Times) -> None:
    assert told(times("They met on 03/04/2022.")) == [None]
    assert told(times("They met on 03/04/2022 and on 28/04/2022.")) == ["2022-04-03", "2022-04-28"]
    assert told(times("They met on 03/04/2022 and on 04/28/2022.")) == ["2022-03-04", "2022-04-28"]


def test_a_phrase_knows_the_words_it_can_date(times: Times) -> None:
    text = "He condemned Tuesday's attack in a statement on Thursday."
    first, last = times(text, THURSDAY)
    assert (first.bound, last.bound) == (True, False)
    assert text[first.hosts[0] :].startswith("attack")
    assert text[last.hosts[-1] :].startswith("condemned")


def test_furniture_tells_no_time(times: Times) -> None:
    text = "Read also: nothing happened on Monday"
    article_times = times(text, THURSDAY, title=len(text) - 1)
    assert len(article_times) == 1
