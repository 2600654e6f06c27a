import dataclasses
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests.unit.ledger.ledger_samples import (
    FAILURE,
    NOW,
    ORIGINAL,
    fresh,
    link,
    makers,
    put,
    quarrel,
    write_all,
    write_rulings,
)

from rejoinder.errors import LedgerError, RecordError
from rejoinder.ledger import schema
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.digest import content_digest
from rejoinder.ledger.read import LedgerReader, open_reader
from rejoinder.ledger.schema_identity import DERIVED as DERIVED_IDENTITY
from rejoinder.ledger.schema_summaries import stale_articles
from rejoinder.ledger.write import Appended, append
from rejoinder.model.failure import Failure, Reason, failure_id
from rejoinder.model.link import Link, Relation
from rejoinder.model.provenance import makers_id


def count(ledger: LedgerFile) -> dict[str, int]:
    with ledger.reading() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in schema.metadata.tables.items()
        }


def test_append_counts_what_it_added(ledger: LedgerFile) -> None:
    added = put(ledger, quarrel("1"), quarrel("2"), failures=(FAILURE,))

    assert added == Appended(articles=2, statements=6, links=2, failures=1)


def test_second_append_adds_no_row_at_all(ledger: LedgerFile) -> None:
    records = (quarrel("1", original=ORIGINAL.digest), quarrel("2"))
    write_all(ledger, *records)
    write_rulings(ledger)
    before = count(ledger)

    write_all(ledger, *records)

    assert count(ledger) == before
    assert before["batches"] == 2
    made_by_pipeline = schema.DERIVED - DERIVED_IDENTITY - {stale_articles.name}
    assert {name for name, rows in before.items() if not rows} == made_by_pipeline


def test_a_record_given_twice_in_one_batch_is_written_once(ledger: LedgerFile) -> None:
    assert put(ledger, quarrel(), quarrel()).articles == 1


def test_another_pipeline_adds_a_second_extraction_of_the_same_text(ledger: LedgerFile) -> None:
    put(ledger, quarrel())
    reread = dataclasses.replace(
        quarrel(), article=dataclasses.replace(quarrel().article, title="Quarrel"), events=()
    )

    added = put(ledger, reread, version="2")

    rows = count(ledger)
    assert added.articles == 1
    assert (rows["articles"], rows["extractions"], rows["makers"]) == (1, 2, 2)
    with open_reader(ledger) as reader:
        assert reader.record(reread.article.id) == reread
        assert [each.title for each in reader.articles()] == ["Quarrel"]


def test_has_and_done_tell_pipelines_apart(ledger: LedgerFile) -> None:
    one, two = quarrel("1").article.id, quarrel("2").article.id
    put(ledger, quarrel("1"))

    with open_reader(ledger) as reader:
        assert reader.done([one, two], makers_id(makers())) == {one}
        assert reader.has(one, makers_id(makers()))
        assert not reader.has(one, makers_id(makers("2")))


def test_order_and_size_of_batches_do_not_change_the_content(tmp_path: Path) -> None:
    records = [quarrel(str(n)) for n in range(4)]

    def across(reader: LedgerReader) -> Sequence[Link]:
        firsts = [record.statements[0].id for record in reader.records()]
        return [link(a, b, Relation.REPEATS) for a in firsts for b in firsts if a < b]

    with fresh(tmp_path, "a") as a, fresh(tmp_path, "b") as b:
        put(a, *records, failures=(FAILURE,), links=across)
        put(b, links=across)
        for record in reversed(records):
            put(b, record, links=across)
        put(b, failures=(FAILURE,))

        assert content_digest(a) == content_digest(b)
        assert count(a)["batches"] == 1
        assert count(b)["batches"] == 5


def test_content_digest_sees_a_changed_score(tmp_path: Path) -> None:
    record = quarrel()
    scored = dataclasses.replace(record.statements[2], score=0.31)
    other = dataclasses.replace(record, statements=(*record.statements[:2], scored))
    with fresh(tmp_path, "a") as a, fresh(tmp_path, "b") as b:
        put(a, record)
        put(b, other)

        assert content_digest(a) != content_digest(b)


def test_links_are_found_in_the_state_that_they_are_committed_with(ledger: LedgerFile) -> None:
    seen: list[str] = []

    def across(reader: LedgerReader) -> Sequence[Link]:
        seen.extend(record.article.ref for record in reader.records())
        return ()

    put(ledger, quarrel("1"), links=across)
    put(ledger, quarrel("2"), links=across)

    assert seen == ["1", "1", "2"]


def test_a_failing_link_finder_leaves_nothing_behind(ledger: LedgerFile) -> None:
    before = count(ledger)

    def across(reader: LedgerReader) -> Sequence[Link]:
        raise KeyError("a bug")

    with pytest.raises(KeyError):
        put(ledger, quarrel(), links=across)

    assert count(ledger) == before
    assert sum(before.values()) == 0


def test_a_bad_record_leaves_the_good_ones_of_its_batch_unwritten(ledger: LedgerFile) -> None:
    bad = dataclasses.replace(quarrel("2"), actors=())

    with pytest.raises(RecordError, match="article '2'"):
        put(ledger, quarrel("1"), bad)

    assert sum(count(ledger).values()) == 0


def test_a_link_to_nowhere_is_refused_and_nothing_is_written(ledger: LedgerFile) -> None:
    lost = link(quarrel().statements[0].id, quarrel("9").statements[0].id, Relation.ANSWERS)

    with pytest.raises(RecordError, match=f"{lost.id}.*answered.*append its article first"):
        put(ledger, quarrel(), links=(lost,))

    assert sum(count(ledger).values()) == 0


def test_an_event_may_be_answered_but_cannot_answer(ledger: LedgerFile) -> None:
    record = quarrel()
    event, statement = record.events[0].id, record.statements[2].id
    right = link(statement, event, Relation.ANSWERS)  # type: ignore[arg-type]
    wrong = link(event, statement, Relation.ANSWERS)  # type: ignore[arg-type]

    assert put(ledger, record, links=(right,)).links == 2
    with pytest.raises(RecordError, match="its answer"):
        put(ledger, record, links=(wrong,))


def test_evidence_across_articles_is_checked_against_the_answering_text(
    ledger: LedgerFile,
) -> None:
    one, two = quarrel("1"), quarrel("2", extra=" And more.")
    end = len(two.article.text)
    evidence = dataclasses.replace(one.actors[0].mentions[0].span, start=end - 2, end=end)
    right = link(two.statements[0].id, one.statements[1].id, Relation.DENIES, evidence)
    wrong = link(one.statements[0].id, two.statements[1].id, Relation.DENIES, evidence)
    put(ledger, one, two)

    assert put(ledger, links=(right,)).links == 1
    with pytest.raises(RecordError, match=rf"article '1'.*\[{end - 2}, {end}\)"):
        put(ledger, links=(wrong,))


def test_an_original_must_come_with_its_article(ledger: LedgerFile) -> None:
    record = quarrel(original=ORIGINAL.digest)

    with pytest.raises(RecordError, match=ORIGINAL.digest):
        put(ledger, record)
    put(ledger, record, originals=(ORIGINAL,))

    with open_reader(ledger) as reader:
        assert reader.original(ORIGINAL.digest) == ORIGINAL


def test_an_original_with_other_bytes_is_refused(ledger: LedgerFile) -> None:
    with pytest.raises(RecordError, match="SHA-256"):
        put(ledger, quarrel(), originals=(dataclasses.replace(ORIGINAL, body=b"other"),))


def test_failures_of_files_whose_names_are_no_text_are_kept(ledger: LedgerFile) -> None:
    name = "bad\udcff.txt"
    failure = Failure(
        id=failure_id(name, Reason.ENCODING, name), input=name, reason=Reason.ENCODING, detail=name
    )

    assert put(ledger, failures=(failure,)).failures == 1
    assert put(ledger, failures=(failure,)).failures == 0
    with open_reader(ledger) as reader:
        assert [each.input for each in reader.failures()] == ["bad\\udcff.txt"]


def test_a_time_without_a_zone_is_refused(ledger: LedgerFile) -> None:
    with pytest.raises(ValueError, match="time zone"):
        append(ledger, records=(), makers=makers(), now=datetime(2026, 1, 1))


def test_the_batch_says_when_and_by_which_version(ledger: LedgerFile) -> None:
    put(ledger, quarrel(), version="7.1")

    with ledger.reading() as connection:
        row = connection.execute(select(schema.batches)).one()
    assert tuple(row) == (1, NOW.isoformat(), "7.1")


def test_a_reader_of_the_file_cannot_write(ledger: LedgerFile) -> None:
    put(ledger, quarrel("1"))

    with (
        open_ledger(ledger.path, read_only=True) as reading,
        pytest.raises(LedgerError, match="cannot be written"),
    ):
        put(reading, quarrel("2"))
