"""Outlines keep nothing back: the links are those of comparing all with all."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from benchmarks.shuffled import Shuffler, paragraphs_of
from tests.unit.exchanges.stories import told
from tests.unit.ledger.ledger_samples import makers

from rejoinder.api import Ledger
from rejoinder.exchanges.outlines import outlines_mark
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.digest import content_digest
from rejoinder.ledger.outline_book import needs_outlines
from rejoinder.ledger.read import open_reader
from rejoinder.ledger.write import append
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act
from rejoinder.pipeline.outlining import catch_up_outlines
from rejoinder.pipeline.reconcile import Reconciliation, identify, link_records

NOW = datetime(2031, 7, 1, tzinfo=UTC)
DAY = date(2031, 5, 4)


def fill(path: Path, batches: Sequence[Sequence[ArticleRecord]]) -> LedgerFile:
    ledger = open_ledger(path, create=True)
    for batch in batches:
        work = Reconciliation(batch)
        append(ledger, records=batch, makers=makers(), now=NOW, actors=work.judge, links=work.link)
    return ledger


def links_of(ledger: LedgerFile) -> set[str]:
    with open_reader(ledger) as reader:
        return {
            link.id
            for record in reader.records()
            for link in record.links
            if link.answered not in {each.id for each in record.statements}
            and link.answered not in {each.id for each in record.events}
        }


@pytest.fixture(scope="module")
def shuffled(sample_records: tuple[ArticleRecord, ...]) -> list[ArticleRecord]:
    """Return news of few disputes on few days, made of the samples."""
    news = Shuffler(paragraphs_of(sample_records), a_day=6)
    return [news.article(place) for place in range(90)]


@pytest.mark.model
@pytest.mark.parametrize("batch", [90, 7])
def test_links_are_those_of_comparing_all_with_all(
    tmp_path: Path, shuffled: list[ArticleRecord], batch: int
) -> None:
    wanted = {link.id for link in link_records(shuffled, identify(shuffled))}
    batches = [shuffled[n : n + batch] for n in range(0, len(shuffled), batch)]
    with fill(tmp_path / "x", batches) as ledger:
        assert links_of(ledger) == wanted
    assert len(wanted) > 5


@pytest.mark.model
def test_days_that_nobody_knows_keep_nothing_back(
    tmp_path: Path, shuffled: list[ArticleRecord]
) -> None:
    undated = [
        replace(each, article=replace(each.article, published=None)) if place % 3 == 0 else each
        for place, each in enumerate(shuffled[:60])
    ]
    wanted = {link.id for link in link_records(undated, identify(undated))}
    with fill(tmp_path / "x", [undated[n : n + 20] for n in range(0, 60, 20)]) as ledger:
        assert links_of(ledger) == wanted


def accusation(ref: str, day: date, speaker: str = "per:tarn") -> ArticleRecord:
    story = told("Tarn said that Avaria hides spies in the port.", ref=ref, day=day)
    story.actor(speaker, "Petra Quill") if speaker != "per:tarn" else None
    story.say(Act.ACCUSE, speaker, "state:AVA", "Avaria hides spies in the port", cue="said",
              source="Tarn")  # fmt: skip
    return story.record()


def denial(ref: str, day: date) -> ArticleRecord:
    story = told("Avaria denied Tarn’s claims about spies in the port.", ref=ref, day=day)
    story.say(Act.DENY, "state:AVA", "per:tarn", "Tarn’s claims about spies in the port",
              cue="denied", source="Avaria")  # fmt: skip
    return story.record()


def forget_outlines(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("DELETE FROM outlines")
    raw.execute("DELETE FROM outline_days")
    raw.commit()
    raw.close()


def test_a_ledger_of_before_outlines_gets_them(tmp_path: Path) -> None:
    later = denial("b", DAY + timedelta(days=2))
    with fill(tmp_path / "x", [[accusation("a", DAY)]]) as ledger:
        forget_outlines(ledger.path)
        with ledger.reading() as connection:
            assert needs_outlines(connection, outlines_mark())
        assert catch_up_outlines(ledger)
        assert not catch_up_outlines(ledger)
    with fill(tmp_path / "x", [[later]]) as ledger:
        assert len(links_of(ledger)) == 1


def test_a_ruling_in_such_a_ledger_finds_its_links(tmp_path: Path) -> None:
    first = accusation("a", DAY, speaker="per:petra-quill")
    with fill(tmp_path / "x", [[first], [denial("b", DAY + timedelta(days=1))]]) as ledger:
        assert links_of(ledger) == set()
        forget_outlines(ledger.path)
    with Ledger(tmp_path / "x") as opened:
        assert opened.merge("per:tarn", "per:petra-quill", by="una").links == 1


def test_another_extraction_takes_the_place_of_the_outline(tmp_path: Path) -> None:
    told_first = accusation("a", DAY)
    silent = replace(told_first, statements=())
    with fill(tmp_path / "x", [[told_first]]) as ledger:
        work = Reconciliation([silent])
        append(
            ledger,
            records=[silent],
            makers=makers("2"),
            now=NOW,
            actors=work.judge,
            links=work.link,
        )
        with ledger.reading() as connection:
            assert not needs_outlines(connection, outlines_mark())
            rows = connection.exec_driver_sql("SELECT length(heads) FROM outlines").all()
        assert [tuple(row) for row in rows] == [(0,)]
    with fill(tmp_path / "x", [[denial("b", DAY)]]) as ledger:
        assert links_of(ledger) == set()


def test_two_who_become_one_within_an_article_hide_none_of_its_words(tmp_path: Path) -> None:
    story = told("Tarn and Quill said that Avaria hides spies in the port.", ref="a", day=DAY)
    story.actor("per:petra-quill", "Petra Quill|Quill", "AVA", "GOV")
    story.say(Act.ACCUSE, "per:petra-quill", "state:AVA", "Avaria hides spies in the port",
              cue="said", source="Tarn")  # fmt: skip
    both = [story.record(), denial("b", DAY + timedelta(days=1))]
    with fill(tmp_path / "x", [[each] for each in both]):
        pass
    with Ledger(tmp_path / "x") as opened:
        opened.merge("per:tarn", "per:petra-quill", by="una")
    with open_ledger(tmp_path / "x") as ledger:
        with ledger.reading() as connection:
            query = "SELECT mixed FROM outlines JOIN articles ON id = article_id ORDER BY ref"
            assert connection.exec_driver_sql(query).scalars().all() == [1, 0]
        before = content_digest(ledger)
        forget_outlines(ledger.path)
        assert catch_up_outlines(ledger)
        assert content_digest(ledger) == before


def test_who_is_heard_is_found_by_day(tmp_path: Path) -> None:
    from rejoinder.ledger.outline_book import OutlineBook

    with fill(tmp_path / "x", [[accusation("a", DAY)]]) as ledger, ledger.reading() as connection:
        book = OutlineBook(connection=connection)
        day = DAY.toordinal()
        tarn = {ActorId("per:tarn")}
        assert book.heard(tarn, day - 3, day) == {1}
        assert book.heard({ActorId("=state:BEL")}, day, day) == {1}
        assert book.heard({ActorId("state:AVA")}, day, day) == set()
        assert book.heard(tarn, day + 1, day + 9) == set()
        assert book.heard(tarn, day - 9, day - 1) == set()
        assert book.heard(tarn, 0, 0, dated=False) == set()
        assert book.heard_ever(tarn) == {1}
