"""Sentences without an event: those in which one is coded are counted and shown."""

import json
from collections import Counter
from pathlib import Path

import pytest
from tests.articles import article
from tests.records import event, statement

from rejoinder.errors import GoldError
from rejoinder.evaluation.evaluate import evaluate_no_events
from rejoinder.evaluation.figures import figures_of
from rejoinder.evaluation.no_events import (
    alarms_text,
    read_quiet_sentences,
    score_quiet_sentences,
)
from rejoinder.evaluation.report import report_text, report_values
from rejoinder.model.event import EventType, Modality
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

SHIPPED = Path(__file__).resolve().parents[3] / "samples" / "no-events.jsonl"


def write(path: Path, *rows: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    return path


def row(name: str, kind: str = "sports") -> dict[str, str]:
    return {"id": name, "kind": kind, "text": f"{name} beat B."}


def beaten(name: str, modality: Modality) -> ArticleRecord:
    game = article(f"{name} beat B.", name)
    beat = event(game.id, EventType.ASSAULT, Span(0, 3), modality=modality)
    return ArticleRecord(article=game, events=(beat,))


def said(name: str, act: Act) -> ArticleRecord:
    game = article(f"{name} beat B.", name)
    return ArticleRecord(article=game, statements=(statement(game.id, (Span(0, 3),), act),))


def test_events_of_any_modality_and_acts_with_a_type_count(tmp_path: Path) -> None:
    rows = [row("a1"), row("a2"), row("a3", "weather"), row("a4", "weather"), row("a5")]
    path = write(tmp_path / "q.jsonl", *rows)
    records = [
        beaten("a1", Modality.ACTUAL),
        beaten("a2", Modality.HYPOTHETICAL),
        said("a3", Act.CRITICISE),
        said("a4", Act.ASSERT),
    ]
    report = score_quiet_sentences(read_quiet_sentences(path), records)
    assert (report.coded.right, report.coded.total, report.coded.value) == (3, 5, 0.6)
    assert report.events.right == 2
    assert [(kind, share.right, share.total) for kind, share in report.kinds] == [
        ("sports", 2, 3),
        ("weather", 1, 2),
    ]
    assert report.missing == ("a5",)
    assert figures_of(report).slips == {"coded": 3}
    assert alarms_text(report).splitlines() == [
        "ASSAULT  a1 (sports): a1 beat B.",
        "ASSAULT  a2 (sports): a2 beat B.",
        "ACCUSE  a3 (weather): a3 beat B.",
    ]
    assert "coded, weather" in report_text(report)
    values = json.loads(json.dumps(report_values(report)))
    assert values["kinds"]["weather"]["value"] == 0.5
    assert values["intervals"]["coded"]["low"] < 0.6 < values["intervals"]["coded"]["high"]


def test_a_sentence_given_twice_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "q.jsonl", row("a1"), row("a1"))
    with pytest.raises(GoldError, match="given twice"):
        read_quiet_sentences(path)


def test_articles_of_another_file_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "q.jsonl", row("a1"))
    with pytest.raises(GoldError, match="none of the articles"):
        evaluate_no_events(path, [article("Hm.", "x")], lambda _: [])


def test_the_shipped_sentences_are_two_hundred_of_many_kinds() -> None:
    sentences = read_quiet_sentences(SHIPPED)
    assert len({one.text for one in sentences}) == 200
    kinds = Counter(one.kind for one in sentences)
    assert set(kinds) == {"sports", "weather", "markets", "culture", "science", "local"}
    assert min(kinds.values()) >= 20
