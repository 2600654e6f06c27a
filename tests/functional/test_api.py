import io
import json
from datetime import date
from functools import partial
from pathlib import Path

import polars
import pytest

from rejoinder import (
    ArticleRecord,
    ConfigError,
    Failure,
    Ledger,
    LedgerNotFound,
    NotFound,
    Statements,
    extract,
)
from rejoinder.exports.jsonl import record_line
from rejoinder.model.canonical import canonical_record
from rejoinder.model.identity import Identity
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.link import Relation
from rejoinder.pipeline.reconcile import identify


@pytest.fixture(scope="module")
def opened(ledger: Path) -> Ledger:
    return Ledger(ledger, read_only=True)


def test_a_ledger_that_is_not_there_is_made_only_when_wanted(tmp_path: Path) -> None:
    with pytest.raises(LedgerNotFound, match="rejoinder ingest"):
        Ledger(tmp_path / "x.sqlite", create=False)
    with Ledger(tmp_path / "x.sqlite") as made:
        assert len(made.statements()) == 0
        assert made.statements().frame().height == 0
    assert (tmp_path / "x.sqlite").is_file()


def test_conditions_narrow_the_statements(opened: Ledger) -> None:
    everything = opened.statements()
    accusations = opened.statements(act="accuse")
    assert 0 < len(accusations) < len(everything)
    assert {view.act.value for view in accusations} == {"accuse"}
    assert len(opened.statements(limit=3)) == 3
    published = opened.statements(publisher="levant")
    assert {view.publisher for view in published} == {"Levant Wire"}
    late = opened.statements(since=date(2023, 1, 1))
    assert 0 < len(late) < len(everything)
    early = opened.statements(until=date(2022, 12, 31))
    assert not set(late) & set(early)


def test_an_act_that_is_none_is_refused_with_those_there_are(opened: Ledger) -> None:
    with pytest.raises(ConfigError, match=r"'shout'.*accuse"):
        opened.statements(act="shout")


def test_statements_are_an_immutable_sequence(opened: Ledger) -> None:
    found = opened.statements()
    assert isinstance(found[:2], Statements)
    assert list(found[:2]) == [found[0], found[1]]
    assert found == opened.statements()
    assert hash(found) == hash(opened.statements())
    assert repr(found) == f"<Statements: {len(found)}>"
    with pytest.raises(TypeError):
        found[0] = found[1]  # type: ignore[index]


def test_a_frame_has_a_row_a_statement_and_the_same_columns_for_none(opened: Ledger) -> None:
    found = opened.statements()
    frame, empty = found.frame(), Statements().frame()
    assert frame.height == len(found)
    assert frame.schema == empty.schema
    assert frame["act"].to_list() == [view.act.value for view in found]
    assert frame.schema["published_start"] == polars.Date
    assert frame["speaker_id"].to_list() == [[p.id for p in view.speaker] for view in found]


def test_records_and_an_export_say_the_same(opened: Ledger, tmp_path: Path) -> None:
    records = list(opened.records())
    stream = io.BytesIO()
    assert opened.export(stream) == len(records)
    assert opened.export(tmp_path / "out.jsonl") == len(records)
    written = "".join(map(record_line, records)).encode()
    assert stream.getvalue() == (tmp_path / "out.jsonl").read_bytes() == written


def test_an_article_goes_by_its_name(opened: Ledger) -> None:
    view = opened.article("courier-duel-1")
    assert view.record.article.ref == "courier-duel-1"
    assert [s.id for s in view.statements] == [s.id for s in view.record.statements]
    with pytest.raises(NotFound, match="courier-duel-1"):
        opened.article("courier-duel")


def test_exchanges_and_actors_are_found_by_name(opened: Ledger) -> None:
    assert opened.exchanges()
    for exchange in opened.exchanges(unanswered=True):
        assert any(turn.unanswered for turn in exchange.turns)
    (kanaani,) = opened.actors("kanaani")
    assert kanaani.said > 0


def test_exchanges_of_surer_links_have_no_others(opened: Ledger) -> None:
    every, surer = opened.exchanges(least=0.0), opened.exchanges(least=0.7)
    assert every == opened.exchanges()
    answers = [answer for each in surer for turn in each.turns for answer in turn.answers]
    assert min(each.score for each in answers if each.relation is not Relation.REPEATS) >= 0.7
    turns = [
        {turn.statement_id for view in found for turn in view.turns} for found in (every, surer)
    ]
    assert turns[1] < turns[0]
    (first, *_) = surer
    assert opened.exchanges(least=0.7, after=first.id) == surer[1:]
    assert opened.exchange_count(least=0.7) == len(surer)
    assert opened.exchange_page(least=0.7, limit=1) == (surer[:1], len(surer))
    assert {turn.statement_id for turn in first.turns} <= {
        turn.statement_id for turn in opened.exchange(first.turns[0].statement_id).turns
    }
    with pytest.raises(ConfigError, match="least score 2 is none"):
        opened.exchanges(least=2)
    with pytest.raises(NotFound, match="not any more"):
        opened.exchanges(least=0.7, after="x-0")


def test_extract_gives_records_and_failures_in_input_order(tmp_path: Path) -> None:
    lines = [{"id": "a", "text": "Iran said that it would answer."}, {"id": "b"}]
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    first, second = extract(source)
    assert isinstance(first, ArticleRecord)
    assert isinstance(second, Failure)
    assert first.article.ref == "a"


def test_a_record_of_the_ledger_is_what_extract_gives_but_for_ids_and_links_across(
    opened: Ledger, samples: Path
) -> None:
    alone = {r.article.id: r for r in extract(samples) if isinstance(r, ArticleRecord)}
    kept = {r.article.id: r for r in opened.records()}
    assert alone.keys() == kept.keys()
    identity = identify(list(alone.values()))
    across = 0
    for key, raw in alone.items():
        record = canonical_record(raw, partial(known_as, identity, key))
        assert kept[key].statements == record.statements
        assert [a.id for a in kept[key].actors] == [a.id for a in record.actors]
        assert [a.mentions for a in kept[key].actors] == [a.mentions for a in record.actors]
        assert kept[key].events == record.events
        own = {link.id for link in record.links}
        assert own <= {link.id for link in kept[key].links}
        across += len(kept[key].links) - len(own)
        if len(kept[key].links) == len(own) and kept[key].actors == raw.actors:
            assert record_line(kept[key]) == record_line(raw)
    assert across > 0


def known_as(identity: Identity, article: ArticleId, actor: ActorId) -> ActorId:
    return identity.of(actor, article)
