from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.articles import article, headed
from tests.records import actor

from rejoinder.model.ids import ActorId
from rejoinder.model.span import Span
from rejoinder.model.statement import Attribution, Cast, Quotation
from rejoinder.parsing.times import read_times
from rejoinder.pipeline.stages import build_engine
from rejoinder.statements.said import date_statements
from rejoinder.statements.taggers import RULES

if TYPE_CHECKING:
    from spacy.tokens import Doc

pytestmark = pytest.mark.model

# Thursday
PUBLISHED = date(2022, 11, 10)
# Speaker, source, cue, content; the speaker "" is unknown.
Line = tuple[str, str, str, str]
Said = Callable[..., list[str | None]]

ACTORS = (
    actor("state:NOR", "Norway", country="NOR"),
    actor("gov:NOR-foreign", "Foreign Ministry", country="NOR"),
    actor("per:berg", "Berg", country="NOR"),
    actor("per:lund", "Lund", country="CHL"),
)


def _attributions(
    text: str, lines: Sequence[Line]
) -> tuple[tuple[Attribution, ...], tuple[Cast, ...]]:
    """Find the words of each line behind the cue of the line before it."""
    found: list[Attribution] = []
    at = 0

    def span(words: str) -> tuple[Span, ...]:
        if not words:
            return ()
        place = text.index(words, at)
        return (Span(place, place + len(words)),)

    for _, source, cue, content in lines:
        held = span(content)
        nested = [n for n, one in enumerate(found) if one.content[0].contains(held[0])]
        found.append(
            Attribution(
                source=span(source),
                cue=span(cue),
                content=held,
                quotation=Quotation.INDIRECT,
                parent=nested[0] if nested else None,
            )
        )
        at = max(part[0].end for part in (found[-1].source, found[-1].cue) if part)
    casts = tuple(Cast(speaker=(ActorId(who),) if who else ()) for who, *_ in lines)
    return tuple(found), casts


@pytest.fixture(scope="module")
def said() -> Said:
    engine = build_engine(RULES)

    def run(
        text: str, *lines: Line, published: date | None = PUBLISHED, title: int = 0
    ) -> list[str | None]:
        read = article(text, published=published, zones=headed(text, title))
        doc: Doc = engine.read(read).doc
        found, casts = _attributions(text, lines)
        times = read_times(read, doc)
        dates = date_statements(read, doc, found, casts, ACTORS, times)
        return [day.start.isoformat() if day else None for day in dates]

    return run


BERG, LUND = "per:berg", "per:lund"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        pytest.param(
            "On Tuesday Berg said that the army had fired on Monday.",
            (BERG, "Berg", "said", "the army had fired on Monday"),
            "2022-11-08",
            id="the cue's, not the content's",
        ),
        pytest.param(
            "Berg said that the army had fired on Monday.",
            (BERG, "Berg", "said", "the army had fired on Monday"),
            None,
            id="none but the content's",
        ),
        pytest.param(
            "Berg on Wednesday criticised Chile.",
            (BERG, "Berg", "criticised", "Chile"),
            "2022-11-09",
            id="between source and cue",
        ),
        pytest.param(
            "“Nobody came,” Berg told reporters in Oslo late on Monday.",
            (BERG, "Berg", "told", "Nobody came,"),
            "2022-11-07",
            id="after a quotation",
        ),
        pytest.param(
            "Berg used a speech on Tuesday to criticise Chile.",
            (BERG, "Berg", "criticise", "Chile"),
            "2022-11-08",
            id="the verb above",
        ),
        pytest.param(
            "Berg warned Chile on Tuesday against a war and urged it to talk.",
            (BERG, "Berg", "urged", "it to talk"),
            "2022-11-08",
            id="the verb before",
        ),
        pytest.param(
            "He spoke of Tuesday's speech by Berg, who had accused Chile.",
            (BERG, "who", "accused", "Chile"),
            "2022-11-08",
            id="the speech",
        ),
        pytest.param(
            "Berg said this to the daily, which asked several ministers on Monday.",
            (BERG, "Berg", "said", "this"),
            "2022-11-07",
            id="whom he told it",
        ),
        pytest.param(
            "Berg was silent until November 3, when he said that nobody came.",
            (BERG, "he", "said", "nobody came"),
            "2022-11-03",
            id="when",
        ),
        pytest.param(
            "Berg, who arrived on Tuesday, said that nobody came.",
            (BERG, "Berg", "said", "nobody came"),
            None,
            id="the date of another deed",
        ),
        pytest.param(
            "According to the Statute (1999) nobody came.",
            ("", "the Statute (1999)", "According to", "nobody came"),
            None,
            id="the year of a document",
        ),
        pytest.param(
            "Before Tuesday's vote Berg said that nobody came.",
            (BERG, "Berg", "said", "nobody came"),
            None,
            id="before a date is no date",
        ),
        pytest.param(
            "Since Monday Berg has said that nobody came.",
            (BERG, "Berg", "said", "nobody came"),
            None,
            id="since a date",
        ),
    ],
)
def test_a_statement_has_the_date_of_its_own_clause(
    said: Said, text: str, line: Line, expected: str | None
) -> None:
    assert said(text, line) == [expected]
    assert said(text, line, published=None) == [None]


SPEECH = "Berg said on Tuesday that nobody came. "
FIRST = (BERG, "Berg", "said", "nobody came")


@pytest.mark.parametrize(
    ("after", "line", "expected"),
    [
        ("He added that it rained.", (BERG, "He", "added", "it rained"), "2022-11-08"),
        ("It was cold, Berg said.", (BERG, "Berg", "said", "It was cold"), "2022-11-08"),
        ("According to Berg it rained.", (BERG, "Berg", "According", "it rained"), "2022-11-08"),
        ("Lund said that it rained.", (LUND, "Lund", "said", "it rained"), None),
        ("Berg has said that it rained.", (BERG, "Berg", "said", "it rained"), None),
        ("Berg says that it rains.", (BERG, "Berg", "says", "it rains"), None),
        ("Berg also said that it rained.", (BERG, "Berg", "said", "it rained"), None),
        ("He also said that it rained.", (BERG, "He", "said", "it rained"), "2022-11-08"),
        ("Berg earlier said that it rained.", (BERG, "Berg", "said", "it rained"), None),
        ("Somebody said that it rained.", ("", "Somebody", "said", "it rained"), None),
        (
            "Berg left for Oslo on Wednesday. He added that it rained.",
            (BERG, "He", "added", "it rained"),
            None,
        ),
    ],
)  # fmt: skip
def test_who_speaks_on_does_so_on_the_same_day(
    said: Said, after: str, line: Line, expected: str | None
) -> None:
    assert said(SPEECH + after, FIRST, line) == ["2022-11-08", expected]


def test_a_vague_day_is_not_gone_on_with(said: Said) -> None:
    text = SPEECH + "He promised in October to leave. He added that it rained."
    assert said(
        text, FIRST, (BERG, "He", "promised", "leave"), (BERG, "He", "added", "it rained")
    ) == ["2022-11-08", "2022-10-01", "2022-11-08"]


def test_what_is_still_to_be_said_is_not_gone_on_with(said: Said) -> None:
    text = "Berg will announce on Monday that he leaves. He added that it rained."
    assert said(
        text, (BERG, "Berg", "announce", "he leaves"), (BERG, "He", "added", "it rained")
    ) == ["2022-11-14", None]


def test_nobody_goes_on_with_what_stayed_open(said: Said) -> None:
    text = SPEECH + "He added that it rained."
    line = (BERG, "He", "added", "it rained")
    assert said(text, FIRST, line, published=None) == [None, None]


def test_two_occasions_of_one_speaker_stay_apart(said: Said) -> None:
    text = (
        "Berg said on Tuesday that nobody came. Berg was mum until November 3, when he said that"
        " it snowed. It would snow again, Berg said. “It rains,” Berg said at the time."
    )
    assert said(
        text,
        FIRST,
        (BERG, "he", "said", "it snowed"),
        (BERG, "Berg", "said", "It would snow again"),
        (BERG, "Berg", "said", "It rains"),
    ) == ["2022-11-08", "2022-11-03", "2022-11-03", "2022-11-03"]


def test_a_state_goes_on_with_what_its_ministry_has_just_said(said: Said) -> None:
    text = (
        "Norway's Foreign Ministry on Tuesday criticised Chile. It was wrong, Oslo said."
        " Lund denied it. It was true, Oslo said."
    )
    ministry = ("gov:NOR-foreign", "Norway's Foreign Ministry", "criticised", "Chile")
    assert said(
        text,
        ministry,
        ("state:NOR", "Oslo", "said", "It was wrong"),
        (LUND, "Lund", "denied", "it"),
        ("state:NOR", "Oslo", "said", "It was true"),
    ) == ["2022-11-08", "2022-11-08", None, "2022-11-08"]


def test_a_title_has_the_date_of_the_statement_that_it_takes_up(said: Said) -> None:
    title = "Berg warns Chile over border"
    text = f"{title}\n\nMinister Berg warned Chile on Tuesday that it would regret it."
    assert said(
        text,
        (BERG, "Berg", "warns", "Chile over border"),
        (BERG, "Minister Berg", "warned", "it would regret it"),
        title=len(title),
    ) == ["2022-11-08", "2022-11-08"]


def test_an_entry_of_a_timeline_dates_what_is_said_in_it_and_nothing_after_it(said: Said) -> None:
    text = (
        "21 November 2013: Berg announces a boycott\n"
        "17 December: Berg offers talks, but these are rejected\n"
        "16 January 2014: Norway leaves\n"
        "Berg said that nobody came."
    )
    lines = [
        (BERG, "Berg", "announces", "a boycott"),
        (BERG, "Berg", "offers", "talks"),
        ("", "", "are rejected", "these"),
        (BERG, "Berg", "said", "nobody came"),
    ]
    assert said(text, *lines, published=None) == ["2013-11-21", "2013-12-17", "2013-12-17", None]


def test_what_is_told_in_anothers_words_has_a_time_of_its_own(said: Said) -> None:
    text = "Berg said on Tuesday that Lund accused Norway on Monday of lying."
    assert said(
        text,
        (BERG, "Berg", "said", "Lund accused Norway on Monday of lying"),
        (LUND, "Lund", "accused", "Norway"),
    ) == ["2022-11-08", "2022-11-07"]
