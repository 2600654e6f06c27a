"""Outlets that quote the same words are compared by who is said to speak them."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.articles import article
from tests.records import actor, statement

from rejoinder.errors import GoldError
from rejoinder.evaluation.agreement import (
    AgreementReport,
    Finding,
    read_events,
    score_agreement,
)
from rejoinder.evaluation.agreement_text import disagreements_text, disagreements_values
from rejoinder.evaluation.evaluate import evaluate_agreement
from rejoinder.evaluation.figures import figures_of
from rejoinder.evaluation.gated import run_gate, update_floors
from rejoinder.evaluation.report import report_text, report_values
from rejoinder.model.identity import Identity
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.judgement import ActorRef
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Quotation

NOBODY_JUDGED = Identity(canonical={})
PLEDGE = "We will never give up the old harbour road"
TITLES = {"Gazette": "Premier Ena Kos", "Courier": "Kos", "Herald": "The premier"}


def record(publisher: str | None, text: str, ref: str = "") -> ArticleRecord:
    """An article without statements."""
    name = ref or str(publisher).lower()
    return ArticleRecord(article=article(text, name, publisher=publisher))


def saying(
    told: ArticleRecord, content: str, *speakers: str, parent: StatementId | None = None
) -> ArticleRecord:
    """The record with one more statement: these words, by those speakers."""
    start = told.article.text.index(content)
    spans = (Span(start, start + len(content)),)
    said = statement(
        told.article.id, spans, parent=parent, quotation=Quotation.DIRECT, speaker=speakers
    )
    known = {each.id for each in told.actors}
    actors = [
        actor(each, each.removeprefix("per:").replace("-", " ").title())
        for each in speakers
        if each not in known
    ]
    return replace(told, actors=(*told.actors, *actors), statements=(*told.statements, said))


def pledge(publisher: str, *speakers: str) -> ArticleRecord:
    """One outlet's telling of the pledge."""
    return saying(record(publisher, f"“{PLEDGE},” {TITLES[publisher]} said."), PLEDGE, *speakers)


def score(*records: ArticleRecord, identity: Identity = NOBODY_JUDGED) -> AgreementReport:
    """Score records that all tell one event."""
    events = {(r.article.ref, r.article.text): "quarrel" for r in records}
    return score_agreement(events, records, identity)


@pytest.mark.parametrize(
    ("left", "right", "finding"),
    [
        pytest.param(["per:ena-kos"], ["per:ena-kos"], Finding.SAME, id="same"),
        pytest.param(["per:ena-kos"], ["per:kos"], Finding.DIFFERENT, id="other id"),
        pytest.param(["per:ena-kos"], [], Finding.UNRESOLVED, id="one names nobody"),
        pytest.param([], [], Finding.UNRESOLVED, id="both name nobody"),
        pytest.param(
            ["per:ena-kos", "per:ona-lir"], ["per:ona-lir"], Finding.DIFFERENT, id="one of two"
        ),
        pytest.param(
            ["per:ena-kos", "per:ona-lir"],
            ["per:ona-lir", "per:ena-kos"],
            Finding.SAME,
            id="two, in any order",
        ),
    ],
)
def test_two_readings_are_compared(left: list[str], right: list[str], finding: Finding) -> None:
    report = score(pledge("Gazette", *left), pledge("Courier", *right))
    assert [pair.finding for pair in report.pairs] == [finding]
    assert report.agreement.value == (finding is Finding.SAME)
    assert report.agreement.total == 1


def test_who_is_one_actor_is_asked_of_the_identity() -> None:
    gazette, courier = pledge("Gazette", "per:ena-kos"), pledge("Courier", "per:kos")
    here = ActorRef(actor=ActorId("per:kos"), article=courier.article.id)
    elsewhere = ActorRef(actor=ActorId("per:kos"), article=gazette.article.id)
    ena = ActorId("per:ena-kos")
    assert score(gazette, courier, identity=Identity(canonical={here: ena})).agreement.value == 1
    other = Identity(canonical={elsewhere: ena})
    assert score(gazette, courier, identity=other).agreement.value == 0


def test_words_without_a_statement_are_counted_apart() -> None:
    silent = record("Courier", f"“{PLEDGE}” was painted on the wall.")
    report = score(pledge("Gazette", "per:ena-kos"), silent)
    assert [pair.finding for pair in report.pairs] == [Finding.NO_STATEMENT]
    assert report.agreement.value is None
    assert (report.told.right, report.told.total) == (0, 1)
    assert (report.quotations.right, report.quotations.total) == (1, 2)


def test_one_outlet_is_not_compared_with_itself_nor_with_an_unknown_one() -> None:
    first = pledge("Gazette", "per:ena-kos")
    again = saying(record("Gazette", f"Again: “{PLEDGE}.”", "late"), PLEDGE, "per:kos")
    unknown = [
        saying(record(None, f"{n}: “{PLEDGE}.”", f"unknown-{n}"), PLEDGE, "per:kos") for n in "ab"
    ]
    assert not score(first, again, *unknown).pairs


def test_events_are_not_mixed() -> None:
    records = [pledge("Gazette", "per:ena-kos"), pledge("Courier", "per:kos")]
    events = {(r.article.ref, r.article.text): r.article.ref for r in records}
    report = score_agreement(events, records, NOBODY_JUDGED)
    assert (report.articles, report.events, report.pairs) == (2, 2, ())


def test_a_quotation_is_whose_statement_holds_it_whole() -> None:
    words = "I asked her and she told me that we will never give up the old harbour road"
    whole = saying(record("Courier", f"“{words},” Lir said."), words, "per:ona-lir")
    inner = saying(whole, "we will never give up the old harbour road", "per:ena-kos")
    gazette = saying(record("Gazette", f"Lir said: “{words}.”"), words, "per:ona-lir")
    assert score(gazette, inner).agreement.value == 1


def test_of_statements_that_hold_the_same_words_the_innermost_counts() -> None:
    text = f"Lir claims that Kos said: “{PLEDGE}.”"
    outer = saying(record("Courier", text), f"Kos said: “{PLEDGE}.”", "per:ona-lir")
    nested = saying(outer, PLEDGE, "per:ena-kos", parent=outer.statements[0].id)
    assert score(pledge("Gazette", "per:ena-kos"), nested).agreement.value == 1


def test_a_statement_that_only_touches_the_words_is_not_theirs() -> None:
    short = saying(record("Courier", f"“{PLEDGE},” Kos said."), "road,” Kos", "per:ena-kos")
    report = score(pledge("Gazette", "per:ena-kos"), short)
    assert report.pairs[0].right.statement is None


def test_shares_and_intervals_are_over_all_events() -> None:
    trio = [pledge("Gazette", "per:ena-kos"), pledge("Courier", "per:kos"), pledge("Herald")]
    later = [
        saying(record(name, f"Later “{PLEDGE}.”", f"{name}-2"), PLEDGE, "per:ena-kos")
        for name in ("Gazette", "Courier")
    ]
    events = {(r.article.ref, r.article.text): "first" for r in trio}
    events |= {(r.article.ref, r.article.text): "second" for r in later}
    report = score_agreement(events, [*trio, *later], NOBODY_JUDGED)
    assert (report.agreement.right, report.agreement.total) == (1, 4)
    assert (report.agreement_named.right, report.agreement_named.total) == (1, 2)
    assert (report.named.right, report.named.total) == (2, 4)
    interval = next(i for i in report.intervals if i.metric == "agreement")
    assert (interval.low, interval.high) == (0, 1)
    assert figures_of(report).rates["agreement"] == 0.25
    assert figures_of(report).slips == {}


def test_an_article_without_a_record_is_missing() -> None:
    told = pledge("Gazette", "per:ena-kos")
    events = {(told.article.ref, told.article.text): "first", ("lost", "Hm."): "first"}
    report = score_agreement(events, [told, pledge("Courier", "per:ena-kos")], NOBODY_JUDGED)
    assert report.missing == ("lost",)
    assert not report.pairs
    assert "without a record, counted as empty: lost" in report_text(report)


def test_disagreements_are_listed_with_spans_and_names() -> None:
    report = score(pledge("Gazette", "per:ena-kos"), pledge("Courier", "per:kos"), pledge("Herald"))
    text = disagreements_text(report)
    assert f"different  event quarrel: {PLEDGE}" in text
    assert "  Gazette  gazette [1, 43)  Ena Kos (per:ena-kos)" in text
    assert "  Herald  herald [1, 43)  nobody" in text
    values = json.loads(json.dumps(disagreements_values(report)))
    assert [v["finding"] for v in values] == ["different", "unresolved", "unresolved"]
    assert values[0]["readings"][0]["speaker"] == [{"id": "per:ena-kos", "name": "Ena Kos"}]
    told = json.loads(json.dumps(report_values(report)))
    assert told["pairs"] == {"same": 0, "different": 1, "unresolved": 2, "no-statement": 0}
    assert told["agreement"] == {"value": 0.0, "right": 0, "total": 3}


def test_what_agrees_is_not_listed() -> None:
    report = score(pledge("Gazette", "per:ena-kos"), pledge("Courier", "per:ena-kos"))
    assert disagreements_text(report) == ""
    assert disagreements_values(report) == []


def corpus(folder: Path, *rows: dict[str, str]) -> Path:
    """A corpus file with these lines."""
    path = folder / "corpus.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_corpus_names_events_and_may_give_an_id_to_two_texts(tmp_path: Path) -> None:
    rows = [{"id": "x", "text": "One.", "event": "e"}, {"id": "x", "text": "Two.", "event": "f"}]
    assert read_events(corpus(tmp_path, *rows)) == {("x", "One."): "e", ("x", "Two."): "f"}
    with pytest.raises(GoldError, match=r"line 2\.id: the article 'x' is given twice"):
        read_events(corpus(tmp_path, rows[0], rows[0]))
    with pytest.raises(GoldError, match=r"line 1\.event: the field is missing"):
        read_events(corpus(tmp_path, {"id": "x", "text": "One."}))


def test_only_articles_of_the_corpus_are_extracted(tmp_path: Path) -> None:
    records = [pledge("Gazette", "per:ena-kos"), pledge("Courier", "per:ena-kos")]
    rows = [{"id": r.article.ref, "text": r.article.text, "event": "e"} for r in records]
    stranger = record("Herald", "Nothing.")
    seen: list[str] = []

    def extract(articles: object) -> list[ArticleRecord]:
        seen.extend(a.ref for a in articles)  # type: ignore[attr-defined]
        return records

    path = corpus(tmp_path, *rows)
    articles = [r.article for r in (*records, stranger)]
    report = evaluate_agreement(path, articles, extract)
    assert seen == ["gazette", "courier"]
    assert report.agreement.value == 1
    assert evaluate_agreement(path, articles, extract, least_words=12).pairs == ()


def test_the_gate_holds_agreement(tmp_path: Path) -> None:
    agreeing = [pledge("Gazette", "per:ena-kos"), pledge("Courier", "per:ena-kos")]
    rows = [{"id": r.article.ref, "text": r.article.text, "event": "e"} for r in agreeing]
    path = corpus(tmp_path, *rows)
    one = {
        "name": "quarrels",
        "kind": "agreement",
        "gold": path.name,
        "articles": path.name,
        "required": False,
        "digest": None,
        "epsilon": 0.005,
        "floors": {},
        "ceilings": {},
        "seal": None,
    }
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"sets": [one], "history": []}), encoding="utf-8")
    articles = [r.article for r in agreeing]
    update_floors(floors, lambda _: articles, lambda _: agreeing, day=date(2025, 2, 3))
    assert run_gate(floors, lambda _: articles, lambda _: agreeing).is_open
    worse = [agreeing[0], pledge("Courier", "per:kos")]
    shut = run_gate(floors, lambda _: articles, lambda _: worse)
    assert {b.metric for b in shut.breaches} == {"agreement", "agreement_named"}
