from collections.abc import Callable
from datetime import date

import pytest
from spacy.tokens import Token
from tests.articles import article, on_day, whole
from tests.records import statement

from rejoinder.events.when import date_event
from rejoinder.model.article import Article
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement
from rejoinder.parsing.times import read_times
from rejoinder.pipeline.stages import build_engine
from rejoinder.statements.taggers import RULES

pytestmark = pytest.mark.model

# Thursday
PUBLISHED = date(2022, 11, 10)
When = Callable[..., str | None]


def _statement(read: Article, cue: str, content: str, said: date | None) -> Statement:
    def span(words: str) -> tuple[Span, ...]:
        place = read.text.index(words)
        return (Span(place, place + len(words)),)

    return statement(read.id, span(content), cue=span(cue), said=on_day(said) if said else None)


@pytest.fixture(scope="module")
def when() -> When:
    engine = build_engine(RULES)

    def run(
        text: str, word: str, cue: str = "", content: str = "", said: date | None = None
    ) -> str | None:
        read = article(text, published=PUBLISHED, zones=whole(text))
        doc = engine.read(read).doc
        trigger: Token = next(token for token in doc if token.text == word)
        statements = [_statement(read, cue, content, said)] if cue else []
        meant = date_event(trigger, statements, read_times(read, doc))
        if meant is None:
            return None
        assert meant.span is not None
        assert meant.span.end <= len(text)
        return f"{meant.start}" if meant.start == meant.end else f"{meant.start}..{meant.end}"

    return run


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Unknown persons shot the deputy on Tuesday.", "shot", "2022-11-08"),
        ("On Tuesday unknown persons shot the deputy.", "shot", "2022-11-08"),
        ("On Tuesday the army shelled the town and arrested the mayor.", "arrested", "2022-11-08"),
        ("The talks were held in Oslo on Wednesday.", "talks", "2022-11-09"),
        ("Tuesday's attack killed nobody.", "attack", "2022-11-08"),
        ("Tuesday's attack killed nobody.", "killed", None),
        ("They kept to the ceasefire of 2020.", "ceasefire", "2020-01-01..2020-12-31"),
        ("The ministers will meet on Monday.", "meet", "2022-11-14"),
        ("Since late October people have been protesting.", "protesting", "2022-10-01..2022-10-31"),
        ("The war erupted in April 2014, when the army attacked.", "attacked",
         "2014-04-01..2014-04-30"),
        ("The crisis began in October after he refused to sign.", "refused",
         "2022-10-01..2022-10-31"),
        ("The army left before Tuesday.", "left", None),
        ("The army shelled the town. On Tuesday it rained.", "shelled", None),
        ("A day after the parliament approved it, the president signed it on Tuesday.",
         "approved", "2022-11-07"),
        ("16 October 2022: The army shells a town\n18 October: The army leaves\n"
         "20 October: Nobody comes\n", "leaves", "2022-10-18"),
    ],
)  # fmt: skip
def test_an_event_has_the_date_of_its_own_clause(
    when: When, text: str, word: str, expected: str | None
) -> None:
    assert when(text, word) == expected


def test_the_day_of_saying_is_not_the_day_of_what_is_told(when: When) -> None:
    text = "Norway said on Tuesday that the army had attacked its troops."
    told = "the army had attacked its troops"
    assert when(text, "attacked", "said", told) is None


def test_a_date_inside_what_is_told_is_the_events(when: When) -> None:
    text = "Norway said on Tuesday that the army had attacked its troops on Monday."
    told = "the army had attacked its troops on Monday"
    assert when(text, "attacked", "said", told) == "2022-11-07"


def test_a_day_after_counts_from_the_day_of_saying(when: When) -> None:
    text = "A day after the parliament approved the deal, Berg warned that it would fail."
    said = date(2022, 11, 9)
    assert when(text, "approved", "warned", "it would fail", said) == "2022-11-08"
    assert when(text, "approved", "warned", "it would fail", None) is None
