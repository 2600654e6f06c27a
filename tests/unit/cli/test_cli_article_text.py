from datetime import date

import pytest
from rich.text import Text
from tests.articles import article
from tests.records import actor, statement

from rejoinder.cli.article_text import article_lines, day_text, statement_list
from rejoinder.model.article import Zone, ZoneKind
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Statement, statement_depths

TEXT = (
    "Ministry answers general\n\n"
    "The ministry says Heydari claims that forces are there.\n\n"
    "Subscribe now!\nRead more\n\n"
    "It denied it."
)
MINISTRY, HEYDARI = ActorId("gov:AZE-defence"), ActorId("per:heydari")


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _statement(
    source: str, cue: str, content: str, speaker: tuple[ActorId, ...], parent: StatementId | None
) -> Statement:
    return statement(
        article(TEXT, "r-1").id,
        (_span(content),),
        Act.DENY if cue == "denied" else Act.ASSERT,
        parent=parent,
        source=(_span(source),),
        cue=(_span(cue),),
        speaker=speaker,
    )


def _record(text: str = TEXT, *statements: Statement) -> ArticleRecord:
    zones = []
    if "Subscribe" in text:
        zones = [
            Zone(kind=ZoneKind.TITLE, span=_span("Ministry answers general")),
            Zone(kind=ZoneKind.FURNITURE, span=_span("Subscribe now!")),
            Zone(kind=ZoneKind.FURNITURE, span=_span("Read more")),
        ]
    return ArticleRecord(
        article=article(text, "r-1", publisher="Aras Daily", zones=zones),
        actors=(actor(MINISTRY, "Ministry of Defence"), actor(HEYDARI, "Heydari")),
        statements=statements,
    )


def _three() -> tuple[Statement, Statement, Statement]:
    outer = _statement(
        "The ministry", "says", "Heydari claims that forces are there", (MINISTRY,), None
    )
    inner = _statement("Heydari", "claims", "forces are there", (HEYDARI,), outer.id)
    last = _statement("It", "denied", "it.", (), None)
    return outer, inner, last


def _plain(record: ArticleRecord, *, full: bool = False) -> str:
    lines = [*article_lines(record, full=full), *statement_list(record)]
    return "\n".join(line.plain for line in lines)


def test_an_article_reads_without_colour() -> None:
    assert _plain(_record(TEXT, *_three())) == (
        "Aras Daily · undated · r-1\n"
        "\n"
        "Ministry answers general\n"
        "\n"
        "{The ministry} <says> [1 {Heydari} <claims> that [2 forces are there 2] 1].\n"
        "\n"
        "(furniture: 2 lines folded)\n"
        "\n"
        "{It} <denied> [3 it. 3]\n"
        "[1] Ministry of Defence · assert · indirect\n"
        "    [2] Heydari · assert · indirect\n"
        "[3] speaker unknown · deny · indirect"
    )


def test_furniture_is_there_when_asked_for_and_dim() -> None:
    lines = list(article_lines(_record(TEXT, *_three()), full=True))
    (line,) = [line for line in lines if line.plain == "Subscribe now!"]
    assert "dim" in {str(span.style).strip() for span in line.spans}


def test_colour_tells_the_same_as_the_marks() -> None:
    lines = list(article_lines(_record(TEXT, *_three()), full=False))
    (line,) = [line for line in lines if line.plain.startswith("{The ministry}")]
    assert _styles_at(line, "forces") >= {"green", "yellow"}
    assert _styles_at(line, "{The ministry}") >= {"bold", "cyan"}
    assert _styles_at(line, "claims") >= {"green", "italic"}


def _styles_at(line: Text, words: str) -> set[str]:
    place = line.plain.index(words)
    return {
        part
        for span in line.spans
        if span.start <= place < span.end
        for part in str(span.style).split()
    }


def test_an_article_without_statements_says_so() -> None:
    assert _plain(_record("Nothing here.")).endswith("Nothing here.\nNo statement was found.")


@pytest.mark.parametrize("text", ["\x1b[2J[bold]gone[/bold]", "\u202egnp.exe", "\x9b31mred\r\nx"])
def test_a_hostile_article_cannot_act(text: str) -> None:
    shown = _plain(_record(text), full=True)
    assert not set(shown) & set("\x1b\x9b\u202e\r")
    assert "[bold]" in shown or "[bold]" not in text


def test_depths_follow_parents_and_survive_a_ring() -> None:
    outer, inner, last = _three()
    assert statement_depths([outer, inner, last]) == {outer.id: 0, inner.id: 1, last.id: 0}
    ring = _statement("It", "denied", "it.", (), last.id)
    assert statement_depths([ring])[ring.id] > 0


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [(8, 8, "2022-11-08"), (1, 30, "2022-11-01/2022-11-30")],
)
def test_a_date_is_as_long_as_it_is_vague(first: int, last: int, shown: str) -> None:
    day = DateInterval(
        start=date(2022, 11, first), end=date(2022, 11, last), precision=Precision.DAY
    )
    assert day_text(day) == shown
    assert day_text(None) == "undated"
