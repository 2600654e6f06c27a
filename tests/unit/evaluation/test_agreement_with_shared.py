"""The figures are those of the scorers beside the research data, on records wrong in every way."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.articles import article
from tests.records import statement

from rejoinder.evaluation.attribution_scores import MEASURES
from rejoinder.evaluation.gold import read_gold
from rejoinder.evaluation.gold_report import GoldReport, ThreadScores
from rejoinder.evaluation.gold_scores import score_gold
from rejoinder.evaluation.polnear import read_attributions, score_attributions
from rejoinder.evaluation.scores import Score, Share
from rejoinder.exports.wire import to_wire
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement

if TYPE_CHECKING:
    from tests.unit.evaluation.conftest import Faithful, Noisy

pytestmark = pytest.mark.shared
EXACT = 1e-9


def run_scorer(script: Path, *args: Path | str) -> Any:  # noqa: ANN401 - JSON
    done = subprocess.run(
        [sys.executable, str(script), *map(str, args), "--json"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return json.loads(done.stdout)


def write_lines(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def readable(record: ArticleRecord) -> dict[str, object]:
    """The wire form with mentions as bare spans: the shared scorer reads no ``{"span": ...}``."""
    wire = to_wire(record)
    actors: Any = wire["actors"]
    bare = [{**a, "mentions": [m["span"] for m in a["mentions"]]} for a in actors]
    return {**wire, "actors": bare}


def ukraine_texts(shared: Path) -> dict[str, str]:
    with (shared / "corpora" / "ukraine-2014.jsonl").open(encoding="utf-8") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines)}


def flat_score(name: str, score: Score) -> Iterator[tuple[str, float | None]]:
    yield f"{name}.P", score.precision
    yield f"{name}.R", score.recall
    yield f"{name}.F1", score.f1
    yield f"{name}.n_pred", score.predicted
    yield f"{name}.n_gold", score.gold


def flat_threads(name: str, threads: ThreadScores) -> Iterator[tuple[str, float | None]]:
    yield from flat_score(name, threads.found)
    yield f"{name}.relation_accuracy", threads.relation.value
    yield f"{name}.R_undirected", threads.undirected_recall.value
    yield f"{name}.R_explicit", threads.explicit_recall.value
    yield f"{name}.P_mappable", threads.mappable_precision.value


def flat_report(report: GoldReport) -> dict[str, float | None]:
    """Our figures under the names of the shared scorer."""
    shares: dict[str, Share] = {
        "attributed_chars_with_right_speaker": report.speaker_characters,
        "speaker_accuracy": report.speaker,
        "act_accuracy": report.act,
        "act_accuracy_lenient": report.act_lenient,
        "mode_accuracy": report.mode,
        "plover_accuracy": report.plover,
        "date_accuracy": report.date,
        "unresolvable_dates_left_open": report.dates_left_open,
        "event_type_accuracy": report.event_type,
        "event_asserted_by_accuracy": report.event_asserted_by,
        "event_alleged_or_outlet_accuracy": report.event_voice,
    }
    scores = {
        "statements": report.statements,
        "targets": report.targets,
        "targets_lenient": report.targets_lenient,
        "targets_by_country": report.targets_by_country,
        "nesting": report.nesting,
        "relayed_by": report.relayed_by,
        "addressee": report.addressee,
        "events": report.events,
        "event_actors": report.event_actors,
    }
    if report.actors_within and report.actors_across:
        scores["actors_bcubed.within"] = report.actors_within
        scores["actors_bcubed.across"] = report.actors_across
    out: dict[str, float | None] = {name: share.value for name, share in shares.items()}
    for name, score in scores.items():
        out.update(flat_score(name, score))
    out.update(flat_threads("threads", report.threads))
    out.update(flat_threads("cross_threads", report.cross_threads))
    out |= {f"statement_recall_by.{name}": share.value for name, share in report.recall_by}
    out["nesting_recall"] = report.nesting.recall
    out["dates_invented"] = report.dates_invented
    out["furniture_hits"] = report.furniture_hits
    out["trap_hits"] = report.trap_hits
    return out


def flat_json(value: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, float | None]]:
    for key, inner in value.items():
        if key != "per_article":
            if isinstance(inner, dict):
                yield from flat_json(inner, f"{prefix}{key}.")
            else:
                yield prefix + key, inner


@pytest.mark.parametrize("seed", range(8))
def test_gold_figures_equal_the_shared_scorers(
    shared: Path, noisy: "Noisy", tmp_path: Path, seed: int
) -> None:
    gold = read_gold(shared / "gold" / "ukraine-2014")
    records = noisy(gold, ukraine_texts(shared), seed)
    if seed % 4 == 3:
        records = records[: seed // 2 + 2]
    lines = write_lines(tmp_path / "records.jsonl", [readable(r) for r in records])
    theirs = dict(flat_json(run_scorer(shared / "gold" / "score.py", lines)))
    ours = flat_report(score_gold(gold, records))
    assert ours.keys() == theirs.keys()
    wrong = {k: (ours[k], v) for k, v in theirs.items() if ours[k] != pytest.approx(v, abs=EXACT)}
    assert not wrong
    assert 0.1 < (ours["statements.F1"] or 0) < 0.95


def test_gold_scores_itself_perfectly(shared: Path, faithful: "Faithful") -> None:
    gold = read_gold(shared / "gold" / "ukraine-2014")
    report = score_gold(gold, faithful(gold, ukraine_texts(shared)))
    assert report.statements.f1 == report.threads.found.f1 == report.cross_threads.found.f1 == 1
    assert report.speaker.value == report.event_asserted_by.value == report.nesting.recall == 1
    assert report.actors_across is not None
    assert report.actors_across.f1 == 1
    assert not report.missing
    assert report.trap_hits == report.furniture_hits == report.dates_invented == 0


def spoiled(row: Mapping[str, Any], draw: random.Random) -> ArticleRecord:
    told = article(row["text"], row["id"])

    def moved(spans: Sequence[Sequence[int]]) -> tuple[Span, ...]:
        out = []
        for start, end in spans:
            a = max(0, start + draw.choice((0, 0, 0, -9, 12, 40)))
            out.append(Span(a, max(a + 1, end + draw.choice((0, 0, 0, 7, -15)))))
        return tuple(out) if draw.random() < 0.9 else ()

    statements: list[Statement] = []
    for one in row["attributions"] * 2:
        content = moved(one["content"])
        if content and draw.random() < 0.55:
            statements.append(
                statement(
                    told.id,
                    content,
                    parent=statements[-1].id if statements and draw.random() < 0.1 else None,
                    source=moved(one["source"]),
                    cue=moved(one["cue"]),
                )
            )
    draw.shuffle(statements)
    return ArticleRecord(article=told, statements=tuple(statements))


@pytest.mark.parametrize("seed", range(3))
def test_attribution_figures_equal_the_shared_scorers(
    shared: Path, tmp_path: Path, seed: int
) -> None:
    draw = random.Random(seed)
    gold_path = shared / "data" / "polnear-dev.jsonl"
    rows = [json.loads(line) for line in gold_path.read_text(encoding="utf-8").splitlines()]
    records = [spoiled(row, draw) for row in rows[seed:]]
    predicted = [
        {
            "id": r.article.ref,
            "attributions": [
                {
                    role: [[s.start, s.end] for s in getattr(statement, role)]
                    for role in ("source", "cue", "content")
                }
                for statement in r.statements
                if statement.parent is None
            ],
        }
        for r in records
    ]
    lines = write_lines(tmp_path / "predicted.jsonl", predicted)
    theirs = run_scorer(shared / "bench" / "score_attribution.py", gold_path, lines)
    report = score_attributions(read_attributions(gold_path), records)
    for ours in report.kinds:
        row = theirs[ours.kind]
        assert (ours.gold, ours.predicted) == (row["gold"], row["pred"])
        assert (ours.linked.value or 0) == pytest.approx(row["linked"], abs=EXACT)
        for measure in MEASURES:
            mine: Score = getattr(ours, measure)
            figures = {"P": mine.precision, "R": mine.recall, "F1": mine.f1}
            assert figures == pytest.approx(row[measure], abs=EXACT), (ours.kind, measure)
    assert len(report.missing) == seed
    assert 0.2 < report.kinds[0].attr50.f1 < 0.95
