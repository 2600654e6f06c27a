"""A floors file is run over real folders: scored, held, skipped, updated."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.articles import article
from tests.records import event

from rejoinder.errors import GoldError
from rejoinder.evaluation.digest import digest_of
from rejoinder.evaluation.evaluate import evaluate_attribution, evaluate_gold
from rejoinder.evaluation.gated import GateOutcome, run_gate, update_floors
from rejoinder.evaluation.gold import read_gold
from rejoinder.evaluation.gold_report import GoldReport
from rejoinder.evaluation.polnear import AttributionReport
from rejoinder.evaluation.report import gate_text, gate_values, report_text, report_values
from rejoinder.model.article import Article
from rejoinder.model.event import Event, EventType
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span

if TYPE_CHECKING:
    from tests.unit.evaluation.conftest import Faithful

DAY = date(2025, 2, 3)


class Bench:
    """A floors file over the made-up gold, a reader for it and an extractor that knows the gold."""

    def __init__(self, folder: Path, texts: dict[str, str], faithful: "Faithful") -> None:
        self.floors = folder / "floors.json"
        self.folder = folder
        self.texts = texts
        self._faithful = faithful
        self.extracted: list[str] = []
        self.dropped = 0
        (folder / "articles").mkdir()
        sets = [
            self.entry("toy", required=True),
            self.entry("away", required=False, gold="nowhere"),
            self.entry("tagged", gold="tagged.jsonl", articles="tagged.jsonl", kind="attribution"),
        ]
        self.floors.write_text(json.dumps({"sets": sets, "history": []}), encoding="utf-8")
        first = read_gold(folder / "gold").articles[0]
        attributions = [
            {"source": [], "cue": [], "content": [[c.start, c.end] for c in s.content]}
            for s in first.statements
            if s.parent is None
        ]
        row = {"id": "first", "text": texts["first"], "attributions": attributions}
        (folder / "tagged.jsonl").write_text(json.dumps(row), encoding="utf-8")

    @staticmethod
    def entry(name: str, **changes: object) -> dict[str, object]:
        return {
            "name": name,
            "kind": "full",
            "gold": "gold",
            "articles": "articles",
            "required": False,
            "digest": None,
            "epsilon": 0.005,
            "floors": {},
            "ceilings": {},
            "seal": None,
        } | changes

    def read(self, path: Path) -> Iterable[Article]:
        assert path.exists()
        return [article(text, ref) for ref, text in (self.texts | {"stranger": "Hm."}).items()]

    def extract(self, articles: Sequence[Article]) -> list[ArticleRecord]:
        self.extracted = [a.ref for a in articles]
        records = self._faithful(read_gold(self.folder / "gold"), self.texts)
        return [
            ArticleRecord(
                article=r.article,
                actors=r.actors,
                statements=r.statements[self.dropped :],
                events=r.events,
                links=r.links,
            )
            for r in records
            if r.article.ref in self.extracted
        ]

    def run(self) -> GateOutcome:
        return run_gate(self.floors, self.read, self.extract)

    def update(self, reason: str | None = None) -> GateOutcome:
        return update_floors(self.floors, self.read, self.extract, day=DAY, reason=reason)


@pytest.fixture
def bench(mini_gold: Path, mini_texts: dict[str, str], faithful: "Faithful") -> Bench:
    """What the tests run the gate on."""
    return Bench(mini_gold.parent, mini_texts, faithful)


def test_floors_are_pinned_then_hold(bench: Bench) -> None:
    assert not bench.run().is_open
    pinned = bench.update()
    assert "toy: speaker 1.000 is new" in pinned.changes
    found = bench.run()
    assert [b.data_set for b in found.breaches] == ["away"]
    assert [name for name, _ in found.reports] == ["toy", "tagged"]


def test_a_set_whose_data_are_not_here_is_skipped_and_said_so(bench: Bench) -> None:
    bench.update()
    found = bench.run()
    assert found.skipped == (("away", "nowhere"),)
    assert "away: skipped, 'nowhere' is not here" in gate_text(found)


def test_required_data_that_are_not_here_shut_the_gate(bench: Bench) -> None:
    bench.update()
    (bench.folder / "articles").rmdir()
    found = bench.run()
    assert any("required and 'articles' is not there" in b.message for b in found.breaches)


def test_a_worse_extractor_shuts_the_gate(bench: Bench) -> None:
    bench.update()
    bench.dropped = 1
    found = bench.run()
    assert not found.is_open
    assert {"statements.f1", "threads.f1"} <= {b.metric for b in found.breaches}
    assert "toy: statements.f1 is" in gate_text(found)


def test_an_update_that_is_refused_writes_nothing(bench: Bench) -> None:
    bench.update()
    before = bench.floors.read_bytes()
    bench.dropped = 1
    with pytest.raises(GoldError, match="got worse"):
        bench.update()
    assert bench.floors.read_bytes() == before
    bench.update(reason="the first statement is disputed")
    assert "the first statement is disputed" in bench.floors.read_text(encoding="utf-8")


def test_updating_twice_changes_nothing(bench: Bench) -> None:
    bench.update()
    before = bench.floors.read_bytes()
    assert bench.update().changes == ()
    assert bench.floors.read_bytes() == before


def test_gold_laid_out_otherwise_is_the_same_gold(bench: Bench) -> None:
    bench.update()
    path = bench.folder / "gold" / "second.json"
    value = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(dict(reversed(value.items())), indent=4), encoding="utf-8")
    assert not any(b.data_set == "toy" for b in bench.run().breaches)
    path.write_text(json.dumps(value | {"note": "changed"}), encoding="utf-8")
    assert any("gold has changed" in b.message for b in bench.run().breaches)


def test_only_the_named_sets_are_scored(bench: Bench) -> None:
    found = run_gate(bench.floors, bench.read, bench.extract, only=["tagged"])
    assert [name for name, _ in found.reports] == ["tagged"]
    with pytest.raises(GoldError, match="no data set 'tags'"):
        run_gate(bench.floors, bench.read, bench.extract, only=["tags"])


def test_only_articles_of_the_gold_are_extracted(bench: Bench) -> None:
    evaluate_gold(bench.folder / "gold", bench.read(bench.folder), bench.extract)
    assert bench.extracted == ["first", "second"]
    report = evaluate_attribution(
        bench.folder / "tagged.jsonl", bench.read(bench.folder), bench.extract
    )
    assert bench.extracted == ["first"]
    assert report.kinds[0].exact.f1 == 1


def test_articles_that_are_not_the_golds_are_refused(bench: Bench) -> None:
    with pytest.raises(GoldError, match="none of the articles"):
        evaluate_gold(bench.folder / "gold", [article("Hm.", "x")], bench.extract)
    twice = [article("a", "first"), article("b", "first")]
    with pytest.raises(GoldError, match="two articles go by 'first'"):
        evaluate_gold(bench.folder / "gold", twice, bench.extract)


def test_a_file_has_a_digest_and_what_is_not_there_has_none(bench: Bench) -> None:
    assert len(digest_of(bench.folder / "tagged.jsonl")) == 64
    with pytest.raises(GoldError, match="cannot be read"):
        digest_of(bench.folder / "absent.json")


def test_reports_become_text_and_json(bench: Bench) -> None:
    bench.update()
    found = bench.run()
    values = json.loads(json.dumps(gate_values(found)))
    toy = values["reports"]["toy"]
    assert toy["statements"] == {
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "predicted": 6,
        "gold": 6,
    }
    assert toy["recall_by"]["tier1"]["value"] == 1.0
    assert toy["intervals"]["speaker"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert values["reports"]["tagged"]["kinds"]["direct"]["gold"] == 2
    assert values["open"] is False
    for _, report in found.reports:
        assert isinstance(report, GoldReport | AttributionReport)
        assert report_values(report)["articles"] == report.articles
        text = report_text(report)
        assert "100.0" in text
        assert all(line == line.rstrip() for line in text.splitlines())


def test_a_report_names_what_had_no_record(bench: Bench) -> None:
    report = evaluate_gold(
        bench.folder / "gold",
        bench.read(bench.folder),
        lambda articles: bench.extract(articles[:1]),
    )
    assert "without a record, counted as empty: second" in report_text(report)


def test_sets_of_events_and_of_none_are_held_like_the_others(tmp_path: Path) -> None:
    coded = {"id": "a", "text": "A helped B.", "event": "AID", "source": [], "target": []}
    (tmp_path / "events.jsonl").write_text(json.dumps(coded), encoding="utf-8")
    quiet = {"id": "q", "kind": "weather", "text": "Rain fell on A."}
    (tmp_path / "quiet.jsonl").write_text(json.dumps(quiet), encoding="utf-8")
    sets = [
        Bench.entry("book", kind="events", gold="events.jsonl", articles="events.jsonl"),
        Bench.entry("quiet", kind="no-events", gold="quiet.jsonl", articles="quiet.jsonl"),
        Bench.entry("away", kind="events", gold="../nowhere.jsonl", articles="../nowhere.jsonl"),
    ]
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"sets": sets, "history": []}), encoding="utf-8")
    told = {"a"}

    def read(path: Path) -> list[Article]:
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        return [article(row["text"], row["id"]) for row in rows]

    def extract(articles: Sequence[Article]) -> list[ArticleRecord]:
        return [
            ArticleRecord(article=a, events=(aid(a),) if a.ref in told else ()) for a in articles
        ]

    pinned = update_floors(floors, read, extract, day=DAY)
    assert "book: type.f1 1.000 is new" in pinned.changes
    assert "quiet: coded 0 is new" in pinned.changes
    held = run_gate(floors, read, extract)
    assert held.skipped == (("away", "../nowhere.jsonl"),)
    assert [b.data_set for b in held.breaches] == ["away"]
    told ^= {"a", "q"}
    breaches = {(b.data_set, b.metric) for b in run_gate(floors, read, extract).breaches}
    assert {("book", "type.f1"), ("quiet", "coded")} <= breaches


def aid(told: Article) -> Event:
    return event(told.id, EventType.AID, Span(0, 1))
