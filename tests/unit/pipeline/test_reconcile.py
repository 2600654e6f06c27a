"""Who is one actor and who answers whom, over a ledger and without one."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.unit.exchanges.stories import told
from tests.unit.ledger.ledger_samples import makers

from rejoinder.api import Ledger
from rejoinder.articles.options import ReadOptions
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.digest import content_digest
from rejoinder.ledger.read import open_reader
from rejoinder.ledger.registry import needs_judging
from rejoinder.ledger.schema_identity import identities
from rejoinder.ledger.write import append
from rejoinder.model.identity import canonical_id
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act
from rejoinder.pipeline.reconcile import (
    Reconciliation,
    identify,
    identity_mark,
    link_records,
    with_links,
)
from rejoinder.pipeline.run import ingest_inputs, judge_ledger
from rejoinder.pipeline.stages import Engine

NOW = datetime(2031, 7, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def records(sample_records: tuple[ArticleRecord, ...]) -> list[ArticleRecord]:
    """Return the records of the samples."""
    return [
        replace(record, article=replace(record.article, original=None)) for record in sample_records
    ]


def add(ledger: LedgerFile, *records: ArticleRecord) -> None:
    """Append the records as one batch."""
    reconciliation = Reconciliation(records)
    append(
        ledger,
        records=records,
        makers=makers(),
        now=NOW,
        actors=reconciliation.judge,
        links=reconciliation.link,
    )


def fill(path: Path, batches: Sequence[Sequence[ArticleRecord]]) -> LedgerFile:
    ledger = open_ledger(path, create=True)
    for batch in batches:
        add(ledger, *batch)
    return ledger


def by_ref(ledger: LedgerFile) -> dict[ActorRef, str]:
    with ledger.reading() as connection:
        return {
            ActorRef(actor=ActorId(row.actor_id), article=row.article_id): row.canonical_id
            for row in connection.execute(select(identities))
        }


def test_a_ledger_and_a_list_of_records_say_the_same(
    tmp_path: Path, records: list[ArticleRecord]
) -> None:
    identity = identify(records)
    across_articles = {link.id for link in link_records(records, identity)}
    with fill(tmp_path / "x", [records]) as ledger:
        assert by_ref(ledger) == identity.canonical
        with open_reader(ledger) as reader:
            held = {record.article.id: record for record in reader.records()}
    assert across_articles
    for record in records:
        wanted = with_links(record, [*link_records(records, identity)])
        assert {link.id for link in held[record.article.id].links} == {n.id for n in wanted.links}
    assert any(name != canonical_id(ref) for ref, name in identity.canonical.items())


def test_articles_one_by_one_in_any_order_end_at_the_same_ledger(
    tmp_path: Path, records: list[ArticleRecord]
) -> None:
    with (
        fill(tmp_path / "at-once", [records]) as whole,
        fill(tmp_path / "one-by-one", [[record] for record in reversed(records)]) as single,
    ):
        assert content_digest(whole) == content_digest(single)
        assert by_ref(whole) == by_ref(single)


def test_a_ledger_without_judgements_is_judged_at_its_next_ingest(
    tmp_path: Path, samples: Path, engine: Engine, records: list[ArticleRecord]
) -> None:
    with fill(tmp_path / "whole", [records]) as whole:
        wanted = by_ref(whole)
    with open_ledger(tmp_path / "old", create=True) as ledger:
        append(ledger, records=records, makers=engine.makers, now=NOW)
        assert by_ref(ledger) == {}
        summary = ingest_inputs(ledger, [str(samples)], ReadOptions(), engine, now=lambda: NOW)
        assert (summary.added, summary.unchanged) == (0, len(records))
        assert summary.merges > 0
        assert by_ref(ledger) == wanted
        with ledger.reading() as connection:
            assert not needs_judging(connection, identity_mark())
        assert judge_ledger(ledger, NOW).judgements == 0


def test_an_empty_ledger_has_nobody_to_judge(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "x", create=True) as ledger:
        assert judge_ledger(ledger, NOW).judgements == 0
    raw = sqlite3.connect(tmp_path / "x")
    assert raw.execute("SELECT count(*) FROM batches").fetchone() == (0,)
    raw.close()


def accusation(ref: str, day: date | None) -> ArticleRecord:
    story = told("Tarn said that Avaria hides spies in the port.", ref=ref, day=day)
    story.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hides spies in the port", cue="said",
              source="Tarn")  # fmt: skip
    return story.record()


def denial(ref: str, day: date | None) -> ArticleRecord:
    story = told("Avaria denied Tarn’s claims about spies in the port.", ref=ref, day=day)
    story.say(Act.DENY, "state:AVA", "per:tarn", "Tarn’s claims about spies in the port",
              cue="denied", source="Avaria")  # fmt: skip
    return story.record()


DAY = date(2031, 5, 4)


@pytest.mark.parametrize(
    ("later", "linked"),
    [
        pytest.param(DAY + timedelta(days=3), 1, id="within the days"),
        pytest.param(DAY + timedelta(days=14), 1, id="on the last day"),
        pytest.param(DAY + timedelta(days=15), 0, id="too late"),
        pytest.param(DAY - timedelta(days=1), 0, id="before"),
        pytest.param(None, 1, id="nobody knows when"),
    ],
)
def test_links_reach_as_far_as_answers_may_take(
    tmp_path: Path, later: date | None, linked: int
) -> None:
    told_first, answered = accusation("a", DAY), denial("b", later)
    assert len(link_records([told_first, answered], identify([]))) == linked
    for name, order in (("x", (told_first, answered)), ("y", (answered, told_first))):
        with fill(tmp_path / name, [[each] for each in order]) as ledger:
            with open_reader(ledger) as reader:
                links = [link for record in reader.records() for link in record.links]
            assert len(links) == linked


def test_who_comes_to_others_is_linked_again(tmp_path: Path) -> None:
    other = replace_actor(denial("b", DAY + timedelta(days=1)), "per:tarn", "per:petra-quill")
    with (
        fill(tmp_path / "x", [[accusation("a", DAY)], [other]]) as ledger,
        open_reader(ledger) as reader,
    ):
        assert [link for record in reader.records() for link in record.links] == []
    with Ledger(tmp_path / "x") as opened:
        ruled = opened.merge("per:tarn", "per:petra-quill", by="una")
        assert ruled.links == 1
        assert [len(view.turns) for view in opened.exchanges()] == [2]


def replace_actor(record: ArticleRecord, old: str, new: str) -> ArticleRecord:
    def known_as(ids: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
        return tuple(ActorId(new) if each == old else each for each in ids)

    return replace(
        record,
        actors=tuple(
            replace(each, id=ActorId(new), name="Petra Quill", aliases=("Tarn",))
            if each.id == old
            else each
            for each in record.actors
        ),
        statements=tuple(
            replace(each, speaker=known_as(each.speaker), about=known_as(each.about))
            for each in record.statements
        ),
    )
