from dataclasses import replace
from datetime import date

import pytest
from tests.articles import on_day

from rejoinder.cli.actor_text import actor_lines
from rejoinder.cli.output import Output
from rejoinder.cli.statements import statement_lines
from rejoinder.cli.tally import Tally, end_of, note_failures
from rejoinder.model.actor import ActorKind
from rejoinder.model.failure import Failure, Reason, failure_id
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.statement import Act, Quotation
from rejoinder.text.phrases import counted
from rejoinder.views.actors import ActorView
from rejoinder.views.statements import Party, StatementView

DAY = on_day(date(2022, 11, 11))
VIEW = StatementView(
    id=StatementId("s-1"),
    article_id=ArticleId("a-1"),
    article_ref="aras-kanaani",
    publisher="Aras Daily",
    published=DAY,
    said=None,
    speaker=(Party(id=ActorId("per:k"), name="Nasser Kanaani", role="spokesman"),),
    addressee=(),
    about=(Party(id=ActorId("state:AZE"), name="Azerbaijan", role=None),),
    relay=(Party(id=None, name="a \x1b[31mdaily", role=None),),
    act=Act.DEMAND,
    quotation=Quotation.DIRECT,
    source="Kanaani",
    cue="said",
    content="we demand\nexplanations",
    parent=None,
    depth=0,
    score=1.0,
)


def _failure(number: int) -> Failure:
    name, detail = f"in-{number}.txt", "is empty; leave it out"
    return Failure(
        id=failure_id(name, Reason.EMPTY, detail), input=name, reason=Reason.EMPTY, detail=detail
    )


def test_a_statement_takes_three_lines() -> None:
    assert [line.plain for line in statement_lines(VIEW, width=96, full=False)] == [
        "2022-11-11  Nasser Kanaani (spokesman) · demand · about Azerbaijan",
        "            | we demand explanations",
        "            Aras Daily · aras-kanaani · by way of a \u241b[31mdaily",
    ]


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"published": None}, "undated     Nasser"),
        ({"speaker": ()}, "2022-11-11  Kanaani · demand"),
        ({"speaker": (), "source": ""}, "2022-11-11  speaker unknown · demand"),
    ],
)
def test_what_is_unknown_is_said_to_be(changes: dict[str, object], shown: str) -> None:
    line = next(statement_lines(replace(VIEW, **changes), width=96, full=False))  # type: ignore[arg-type]
    assert line.plain.startswith(shown)


def test_an_actor_shows_other_names_once() -> None:
    view = ActorView(
        id=ActorId("per:nasser-kanaani"),
        name="Nasser Kanaani",
        names=("Kanaani", "Kenani", "Nasser Kanaani"),
        kind=ActorKind.PERSON,
        country="IRN",
        sector="GOV",
        roles=("spokesman",),
        articles=1,
        said=4,
        said_of=0,
    )
    assert [line.plain for line in actor_lines(view)] == [
        "Nasser Kanaani · per:nasser-kanaani · person · IRN GOV",
        "    said 4 · said of 0 · in 1 article",
        "    also: spokesman; Kanaani; Kenani",
    ]


@pytest.mark.parametrize(("done", "failed", "status"), [(3, 0, 0), (3, 1, 3), (0, 1, 4), (0, 0, 4)])
def test_how_a_run_ends(done: int, failed: int, status: int) -> None:
    assert end_of(done, failed) == status


def test_counts_agree_with_their_nouns() -> None:
    assert [counted(n, "link") for n in (0, 1, 2)] == ["0 links", "1 link", "2 links"]


def test_a_tally_names_failures_even_when_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally()
    assert list(tally.passing([_failure(1)], Output(as_json=False, quiet=True))) == []
    assert tally.failures == [_failure(1)]
    assert capsys.readouterr().err == "failed: in-1.txt: empty: is empty; leave it out\n"


def test_of_many_failures_the_first_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    note_failures([_failure(n) for n in range(25)], Output(as_json=False, quiet=False))
    shown = capsys.readouterr().err.splitlines()
    assert len(shown) == 21
    assert shown[-1] == "and 5 more failures; rejoinder failures lists them all"


def test_long_lines_are_wrapped_with_the_rest_inset(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = list(statement_lines(replace(VIEW, content="word " * 12), width=40, full=True))
    Output(as_json=False, quiet=False).wrapped(lines[1:2], hanging=14)
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].startswith("            | word")
    assert all(line.startswith(" " * 14 + "word") for line in shown[1:])
    assert " ".join(shown).count("word") == 12
    assert max(map(len, shown)) <= 40
