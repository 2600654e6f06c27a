import dataclasses
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import select
from tests.unit.ledger.ledger_samples import (
    FAILURE,
    ORIGINAL,
    day,
    fresh,
    link,
    makers,
    put,
    quarrel,
)
from tests.unit.ledger.record_strategies import records

from rejoinder.errors import NotFound
from rejoinder.ledger import schema
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.digest import content_digest
from rejoinder.ledger.read import ListedArticle, open_reader
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.link import Relation
from rejoinder.model.provenance import makers_id
from rejoinder.model.record import ArticleRecord

VENN, ÖST, OSTRAVA = ActorId("per:mara-venn"), ActorId("per:ilir-ost"), ActorId("state:OST")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LedgerFile]:
    """Return one ledger for all examples: every example is another pipeline, and so the latest."""
    with fresh(tmp_path_factory.mktemp("many")) as opened:
        yield opened


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(given=st.lists(records(), min_size=1, max_size=2, unique_by=lambda r: r.article.id))
def test_what_is_appended_comes_back_exactly(many: LedgerFile, given: list[ArticleRecord]) -> None:
    with open_reader(many) as reader:
        version = str(len(list(reader.connection.execute(select(schema.batches)))))
    put(many, *given, version=version)
    with open_reader(many) as reader:
        for record in given:
            assert reader.record(record.article.id) == record
            assert reader.has(record.article.id, makers_id(makers(version)))


def test_a_copied_ledger_says_the_same(tmp_path: Path) -> None:
    one, two = quarrel("1", original=ORIGINAL.digest), quarrel("2")
    across = (link(two.statements[0].id, one.statements[1].id, Relation.DENIES),)
    with fresh(tmp_path, "a") as a, fresh(tmp_path, "b") as b:
        put(a, one, two, originals=(ORIGINAL,), links=across, failures=(FAILURE,))
        with open_reader(a) as reader:
            put(b, *reader.records(), originals=(ORIGINAL,), failures=tuple(reader.failures()))

        assert content_digest(a) == content_digest(b)


def test_links_answer_from_their_article_own_ones_first(ledger: LedgerFile) -> None:
    one, two = quarrel("1"), quarrel("2")
    across = link(two.statements[0].id, one.statements[1].id, Relation.DENIES)
    put(ledger, one, two, links=(across,))

    with open_reader(ledger) as reader:
        assert reader.record(two.article.id).links == (*two.links, across)
        assert reader.record(one.article.id).links == one.links


def test_a_link_goes_when_the_latest_extraction_lost_what_is_answered(ledger: LedgerFile) -> None:
    one, two = quarrel("1"), quarrel("2")
    kept = link(two.statements[0].id, one.statements[0].id, Relation.DENIES)
    lost = link(two.statements[0].id, one.statements[1].id, Relation.DENIES)
    put(ledger, one, two, links=(kept, lost))
    put(
        ledger,
        dataclasses.replace(one, statements=one.statements[:1], events=(), links=()),
        version="2",
    )

    with open_reader(ledger) as reader:
        assert reader.record(two.article.id).links == (*two.links, kept)


def test_records_come_by_date_then_ref_undated_last(ledger: LedgerFile) -> None:
    put(
        ledger,
        quarrel("c", published=None),
        quarrel("b", published="2024-02-02"),
        quarrel("a", published="2024-02-02"),
        quarrel("d", published="2023-01-01"),
    )

    with open_reader(ledger) as reader:
        assert [record.article.ref for record in reader.records()] == ["d", "a", "b", "c"]
        assert [article.ref for article in reader.articles()] == ["d", "a", "b", "c"]


def test_records_stream_over_many_pieces(ledger: LedgerFile) -> None:
    put(ledger, *(quarrel(f"{n:03}") for n in range(150)))

    with open_reader(ledger) as reader:
        stream = reader.records()
        assert [record.article.ref for record in itertools.islice(stream, 2)] == ["000", "001"]
        assert sum(1 for _ in stream) == 148


def test_records_are_found_by_who_speaks_and_about_whom(ledger: LedgerFile) -> None:
    one, two = quarrel("1"), quarrel("2")
    silent = dataclasses.replace(quarrel("3"), statements=(), events=(), links=())
    put(ledger, one, two, silent)

    with open_reader(ledger) as reader:
        speaking = {r.article.ref: r for r in reader.records_speaking({VENN, ÖST})}
        assert speaking == {"1": one, "2": two}
        assert list(reader.records_speaking([OSTRAVA])) == []
        assert {r.article.ref for r in reader.records_about([OSTRAVA])} == {"1", "2"}
        assert list(reader.records_about([])) == []


def test_only_the_latest_extraction_says_who_speaks(ledger: LedgerFile) -> None:
    record = quarrel()
    put(ledger, record)
    put(ledger, dataclasses.replace(record, statements=(), events=(), links=()), version="2")

    with open_reader(ledger) as reader:
        assert list(reader.records_speaking([VENN])) == []


def test_more_actors_than_one_query_holds_are_asked_for(ledger: LedgerFile) -> None:
    put(ledger, quarrel())
    others = [ActorId(f"per:{n}") for n in range(2000)]

    with open_reader(ledger) as reader:
        assert len(list(reader.records_speaking([*others, VENN]))) == 1


def test_listed_articles_carry_what_a_line_needs(ledger: LedgerFile) -> None:
    record = quarrel()
    put(ledger, record)

    with open_reader(ledger) as reader:
        assert list(reader.articles()) == [
            ListedArticle(
                id=record.article.id,
                ref="001",
                url=None,
                publisher="Várdan Herald",
                title="Quarrel at the bridge",
                published=day("2024-03-05"),
                characters=len(record.article.text),
                statements=3,
            )
        ]


def test_what_is_not_there_is_named(ledger: LedgerFile) -> None:
    with open_reader(ledger) as reader:
        with pytest.raises(NotFound, match="a-0"):
            reader.record(ArticleId("a-0"))
        with pytest.raises(NotFound, match="abc"):
            reader.original("abc")


def test_a_reader_sees_one_state_while_another_writes(ledger: LedgerFile) -> None:
    put(ledger, quarrel("1"))
    with open_reader(ledger) as reader:
        before = list(reader.articles())
        put(ledger, quarrel("2"))

        assert list(reader.articles()) == before


def test_reading_many_records_takes_a_fixed_number_of_queries(ledger: LedgerFile) -> None:
    put(ledger, *(quarrel(f"{n}") for n in range(40)))
    seen: list[str] = []
    sqlalchemy_event.listen(
        ledger.engine, "before_cursor_execute", lambda *args: seen.append(args[2])
    )

    with open_reader(ledger) as reader:
        assert len(list(reader.records())) == 40

    assert len(seen) <= 14
