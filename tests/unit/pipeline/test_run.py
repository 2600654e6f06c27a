"""Real inputs through real stages into real ledgers, however they are cut up."""

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from rejoinder.articles.options import ReadOptions
from rejoinder.articles.reading import read_inputs
from rejoinder.errors import ConfigError, ModelNotInstalled
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.digest import content_digest
from rejoinder.model.article import Article, LoadedArticle
from rejoinder.model.failure import Failure, Reason
from rejoinder.model.record import ArticleRecord
from rejoinder.model.standin import StandIn
from rejoinder.model.statement import Attribution
from rejoinder.pipeline import run
from rejoinder.pipeline.executor import Executor, InProcesses, Serial
from rejoinder.pipeline.run import RunSummary, extract_inputs, ingest_inputs
from rejoinder.pipeline.stages import Engine, build_engine
from rejoinder.statements.taggers import RULES

if TYPE_CHECKING:
    from spacy.tokens import Doc

pytestmark = pytest.mark.model
OPTIONS = ReadOptions()
ACROSS = text("SELECT count(*) FROM links WHERE position IS NULL")
"""Links from one article to another."""


def clock() -> datetime:
    return datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[LedgerFile]:
    opened = open_ledger(tmp_path / "ledger.sqlite", create=True)
    yield opened
    opened.close()


def loaded(samples: Path) -> list[LoadedArticle]:
    return [a for a in read_inputs([str(samples)], OPTIONS) if isinstance(a, LoadedArticle)]


def ingest(ledger: LedgerFile, inputs: list[str], engine: Engine, workers: int = 1) -> RunSummary:
    return ingest_inputs(ledger, inputs, OPTIONS, engine, now=clock, workers=workers)


def test_garbage_is_looked_for_less_often_while_articles_are_ingested(
    ledger: LedgerFile, engine: Engine
) -> None:
    own, seen = gc.get_threshold(), []

    def watched() -> datetime:
        seen.append(gc.get_threshold())
        return clock()

    ingest_inputs(ledger, [], OPTIONS, engine, now=watched)
    assert seen
    assert all(each > own for each in seen)
    assert gc.get_threshold() == own


class Stumbling:
    """A tagger that fails on one text, and as every tagger would where the model is missing."""

    stage = RULES
    digest = "0"

    def __init__(self, bad: str, error: Exception) -> None:
        self._bad = bad
        self._error = error

    def tag(
        self, article: Article, doc: "Doc", stand_ins: Sequence[StandIn] = ()
    ) -> tuple[Attribution, ...]:
        if self._bad in article.text:
            raise self._error
        return ()


EXECUTORS: dict[str, Callable[[Engine], Executor]] = {
    "serial": Serial,
    "processes": lambda engine: InProcesses(engine, 2),
}


@pytest.mark.parametrize("make", EXECUTORS.values(), ids=EXECUTORS.keys())
def test_every_executor_gives_the_same_records_in_order(
    make: Callable[[Engine], Executor], few: Path, engine: Engine
) -> None:
    articles = loaded(few)
    worked = list(make(engine).run(articles))
    assert [one for one, _ in worked] == articles
    assert [record for _, record in worked] == [engine.extract(one.article) for one in articles]


def test_batches_and_order_do_not_change_the_ledger(
    tmp_path: Path, few: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(str(path) for path in few.iterdir())
    digests = set()
    for number, (size, inputs) in enumerate([(32, files), (1, files), (3, files[::-1])]):
        monkeypatch.setattr(run, "BATCH", size)
        opened = open_ledger(tmp_path / f"{number}.sqlite", create=True)
        assert ingest(opened, inputs, engine).added == len(files)
        with opened.reading() as connection:
            assert connection.execute(ACROSS).scalar_one() > 0
        digests.add(content_digest(opened))
        opened.close()
    assert len(digests) == 1


def test_a_second_run_changes_nothing(ledger: LedgerFile, few: Path, engine: Engine) -> None:
    first = ingest(ledger, [str(few)], engine)
    before = content_digest(ledger)
    second = ingest(ledger, [str(few)], engine)
    assert (first.added, first.unchanged) == (first.read, 0)
    assert (second.added, second.unchanged, second.statements) == (0, first.read, 0)
    assert content_digest(ledger) == before


def test_one_article_that_fails_is_a_record_and_not_a_stop(
    ledger: LedgerFile, few: Path, engine: Engine
) -> None:
    bad = replace(engine, tagger=Stumbling("Zakharova did not", ZeroDivisionError("by zero")))
    summary = ingest(ledger, [str(few)], bad)
    assert [f.reason for f in summary.failures] == [Reason.EXTRACTION]
    assert "ZeroDivisionError: by zero" in summary.failures[0].detail
    assert summary.added == summary.read - 1
    assert summary.unchanged == 0


def test_a_text_too_long_to_parse_is_a_failure_with_the_cure(
    tmp_path: Path, engine: Engine
) -> None:
    (tmp_path / "long.txt").write_text("Norland said so. " * 60_000, encoding="utf-8")
    (failure,) = extract_inputs([str(tmp_path)], OPTIONS, engine)
    assert isinstance(failure, Failure)
    assert failure.reason is Reason.TOO_LARGE
    assert "split it into articles" in failure.detail
    assert failure.input.endswith("long.txt")


def test_what_concerns_every_article_stops_the_run(samples: Path, engine: Engine) -> None:
    bad = replace(engine, tagger=Stumbling("", ModelNotInstalled("no model; install it")))
    with pytest.raises(ModelNotInstalled):
        list(extract_inputs([str(samples)], OPTIONS, bad))


def test_failures_come_in_their_turn(tmp_path: Path, engine: Engine) -> None:
    (tmp_path / "a.txt").write_text("Title\n\nNorland denied the claims.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02\x03")
    (tmp_path / "c.txt").write_text("Title\n\nSudland rejected the offer.\n", encoding="utf-8")
    results = list(extract_inputs([str(tmp_path)], OPTIONS, engine))
    assert [type(r) for r in results] == [ArticleRecord, Failure, ArticleRecord]


def test_no_workers_is_refused(engine: Engine) -> None:
    with pytest.raises(ConfigError, match="give 1 or more"):
        list(extract_inputs([], OPTIONS, engine, workers=0))


def test_a_least_score_leaves_out_what_is_below_it(samples: Path) -> None:
    article = loaded(samples)[0].article
    every = build_engine(RULES).extract(article).statements
    engine = build_engine(RULES, 0.8)
    sure = engine.extract(article).statements
    assert {s.score >= 0.8 for s in every} == {True, False}
    assert {s.id for s in sure} == {s.id for s in every if s.score >= 0.8}
    assert engine.makers != build_engine(RULES).makers


@pytest.mark.parametrize("least", [-0.1, 1.1])
def test_a_least_score_out_of_range_is_refused(least: float) -> None:
    with pytest.raises(ConfigError, match="from 0 to 1"):
        build_engine(RULES, least)


def test_an_unknown_tagger_is_refused_with_the_choices() -> None:
    with pytest.raises(ConfigError, match=RULES):
        build_engine("attribution.oracle.v9")
