"""Codebook sentences are scored by the conventions of the scorer beside the research data."""

import importlib.util
import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests import records
from tests.articles import article
from tests.records import actor

from rejoinder.errors import GoldError
from rejoinder.evaluation.codebook import misses_text, read_sentences, score_sentences
from rejoinder.evaluation.dyads import LEVELS, DyadicEvent, coded_events, party, tally_sentence
from rejoinder.evaluation.evaluate import evaluate_events
from rejoinder.evaluation.figures import figures_of
from rejoinder.evaluation.report import report_text, report_values
from rejoinder.events.pairs.types import FOLDED
from rejoinder.model.article import LoadedArticle
from rejoinder.model.event import Event, EventType, Modality
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Statement

if TYPE_CHECKING:
    from rejoinder.pipeline.stages import Engine

COUNTRIES = ("AZE", "IRN", "HUN", "ROU", "IGO", "UNO", "")
SECTORS = ("", "GOV", "REB")
# What the scorer beside the data calls these levels' figures is the same.
DIGITS = 1e-9


def event(event_type: str, actor: str, recipient: str = "") -> DyadicEvent:
    """Return an event of parties written as ``AZE GOV, IRN``."""
    return DyadicEvent(event_type=event_type, actor=parties(actor), recipient=parties(recipient))


def parties(written: str) -> tuple[tuple[str, str], ...]:
    found = (one.split() for one in written.split(",") if one.strip())
    return tuple(party(*one) for one in found)


def right(gold: Sequence[DyadicEvent], found: Sequence[DyadicEvent]) -> dict[str, int]:
    """Return how many are right at each level."""
    return {level: int(counts.right) for level, counts in tally_sentence(gold, found).items()}


def test_what_is_the_same_is_right_at_every_level() -> None:
    gold = [event("ACCUSE", "AZE GOV", "IRN"), event("AGREE", "HUN GOV, ROU GOV")]
    for level, counts in tally_sentence(gold, gold).items():
        assert counts.right == counts.gold == counts.predicted > 0, level


@pytest.mark.parametrize(
    ("gold", "found", "wanted"),
    [
        (event("ACCUSE", "AZE", "IRN"), event("ACCUSE", "IRN", "AZE"), {"actor": 2, "triple": 0}),
        (
            event("ACCUSE", "AZE", "IRN"),
            event("REJECT", "AZE", "IRN"),
            {"dyad": 1, "triple-quad": 1},
        ),
        (
            event("ACCUSE", "AZE", "IRN"),
            event("PROTEST", "AZE", "IRN"),
            {"dyad": 1, "triple-quad": 0},
        ),
        (
            event("AID", "AZE GOV", "IRN"),
            event("AID", "AZE", "IRN"),
            {"triple": 1, "triple+sector": 0},
        ),
        (event("AID", "AZE", "IRN"), event("AID", "AZE GOV", "IRN"), {"triple+sector": 1}),
        (event("AGREE", "AZE, IRN"), event("AGREE", "IRN", "AZE"), {"triple": 1}),
        (event("AGREE", "AZE, IRN"), event("AGREE", "AZE"), {"triple": 0, "type": 1}),
        (event("ACCUSE", "AZE", "UNO"), event("ACCUSE", "AZE", "EUR"), {"triple": 1}),
        (event("YIELD", "AZE"), event("YIELD", "AZE", "IRN"), {"triple": 0, "actor-role": 1}),
    ],
)
def test_a_sentence_is_compared_level_by_level(
    gold: DyadicEvent, found: DyadicEvent, wanted: dict[str, int]
) -> None:
    scored = right([gold], [found])
    assert {level: scored[level] for level in wanted} == wanted


def test_a_cooperation_told_in_both_directions_is_one() -> None:
    both = [event("CONSULT", "AZE", "IRN"), event("CONSULT", "IRN", "AZE")]
    counts = tally_sentence([event("CONSULT", "AZE, IRN")], both)["triple"]
    assert (counts.right, counts.predicted, counts.gold) == (1, 1, 1)
    fought = [event("ASSAULT", "AZE", "IRN"), event("ASSAULT", "IRN", "AZE")]
    assert tally_sentence([], fought)["triple"].predicted == 2


def test_one_find_does_not_pay_for_two() -> None:
    gold = [event("AID", "AZE GOV", "IRN"), event("AID", "AZE REB", "IRN")]
    counts = tally_sentence(gold, [event("AID", "AZE", "IRN")])["triple+sector"]
    assert (counts.right, counts.gold) == (0, 2)
    counts = tally_sentence(gold, [event("AID", "AZE REB", "IRN")])["triple+sector"]
    assert (counts.right, counts.gold) == (1, 2)


# -- records -------------------------------------------------------------------------------------


def record_of(*parts: Statement | Event) -> ArticleRecord:
    return ArticleRecord(
        article=article("Some words of no weight.", "one"),
        actors=tuple(
            actor(f"a:{n}", f"A{n}", country=country, sector=sector)
            for n, (country, sector) in enumerate([("AZE", "GOV"), ("UNO", None), (None, "REB")])
        ),
        statements=tuple(each for each in parts if isinstance(each, Statement)),
        events=tuple(each for each in parts if isinstance(each, Event)),
    )


def said(name: str, act: Act, parent: str | None = None) -> Statement:
    content = (Span(0, 4),)
    return records.statement(
        EMPTY, content, act, id_=name, parent=parent, speaker=["a:0"], about=["a:1", "a:2"]
    )


def done(asserted_by: str | None, modality: Modality = Modality.ALLEGED) -> Event:
    return records.event(
        EMPTY,
        EventType.RETREAT,
        Span(0, 4),
        id_=f"e-{asserted_by}",
        actor=["a:1"],
        recipient=["a:2"],
        asserted_by=asserted_by,
        modality=modality,
    )


EMPTY: Any = "art-0"


def test_events_are_coded_with_yield_whole_and_parties_by_country() -> None:
    found = coded_events(record_of(done(None, Modality.ACTUAL)))
    assert found == (event("YIELD", "UNO"),)


def test_an_act_with_a_type_is_coded_and_what_it_tells_is_not() -> None:
    parts: list[Statement | Event] = [
        said("s-1", Act.ACCUSE),
        said("s-2", Act.DEMAND, "s-1"),
        done("s-1"),
        done("s-2"),
    ]
    assert coded_events(record_of(*parts)) == (event("ACCUSE", "AZE GOV", "UNO"),)


def test_what_is_merely_told_is_looked_into() -> None:
    parts: list[Statement | Event] = [
        said("s-1", Act.ASSERT),
        said("s-2", Act.DEMAND, "s-1"),
        done("s-1"),
        done("s-2"),
    ]
    found = coded_events(record_of(*parts))
    assert sorted(one.event_type for one in found) == ["REQUEST", "YIELD"]


def test_an_act_of_nobody_known_is_not_coded_and_hides_nothing() -> None:
    unsaid = replace(said("s-1", Act.ACCUSE), speaker=())
    found = coded_events(record_of(unsaid, done("s-1")))
    assert [one.event_type for one in found] == ["YIELD"]
    denied = replace(said("s-1", Act.DENY), speaker=())
    assert coded_events(record_of(denied, done("s-1"))) == ()


@pytest.mark.parametrize("modality", [Modality.NEGATED, Modality.HYPOTHETICAL])
def test_what_is_not_told_to_happen_is_not_coded(modality: Modality) -> None:
    assert coded_events(record_of(done(None, modality))) == ()


@pytest.mark.parametrize("teller", [Act.DENY])
def test_a_denial_is_no_event_and_hides_what_it_denies(teller: Act) -> None:
    assert coded_events(record_of(said("s-1", teller), done("s-1"))) == ()


# -- the file ------------------------------------------------------------------------------------


def row(**changes: object) -> dict[str, object]:
    return {
        "id": "r1",
        "group": "g1",
        "text": "t",
        "event": "AID",
        "source": [{"code": "UNO", "sector": ""}],
        "target": [],
    } | changes


def write(path: Path, *rows: dict[str, object]) -> Path:
    path.write_text("".join(f"{json.dumps(each)}\n" for each in rows), encoding="utf-8")
    return path


def test_records_of_a_group_are_one_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "g.jsonl", row(), row(id="r2", event="AGREE"), row(id="r3", group=None))
    first, second = read_sentences(path)
    assert (first.id, [one.event_type for one in first.events]) == ("r1", ["AID", "AGREE"])
    assert (second.id, second.events[0].actor) == ("r3", (("IGO", ""),))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"event": "RETREAT"}, r"line 2\.event: needs one of"),
        ({"source": [{}]}, r"line 2\.source\[0\]\.code: the field is missing"),
        ({"id": "r1"}, "given twice"),
    ],
)
def test_what_is_wrong_with_a_line_is_named(
    tmp_path: Path, changes: dict[str, object], message: str
) -> None:
    path = write(tmp_path / "g.jsonl", row(), row(id="r2") | changes)
    with pytest.raises(GoldError, match=message):
        read_sentences(path)


def test_a_report_has_every_level_with_its_interval(tmp_path: Path) -> None:
    path = write(tmp_path / "g.jsonl", row(), row(id="r2", group="g2"))
    record = record_of(done(None, Modality.ACTUAL))
    named = replace(record, article=article("t", "r1"))
    report = score_sentences(read_sentences(path), [named])
    assert (report.sentences, report.coded, report.missing) == (2, 1, ("r2",))
    assert [level for level, _ in report.levels] == list(LEVELS)
    assert [each.metric for each in report.intervals] == list(LEVELS)
    assert dict(report.levels)["actor"].f1 == pytest.approx(2 / 3)
    assert figures_of(report).rates["actor.f1"] == pytest.approx(2 / 3)
    assert "2 sentences, something coded in 1" in report_text(report)
    assert "without a record, counted as empty: r2" in report_text(report)
    values = json.loads(json.dumps(report_values(report)))
    assert set(values["levels"]) == set(LEVELS)
    assert "misses" not in values


def test_sentences_coded_wrong_are_listed(
    tmp_path: Path,
) -> None:
    rows = [row(), row(id="r2", group="g2"), row(id="r3", group="g3", event="YIELD")]
    sentences = read_sentences(write(tmp_path / "g.jsonl", *rows))
    record = record_of(done(None, Modality.ACTUAL))
    records = [replace(record, article=article("t", name)) for name in ("r1", "r3")]
    assert misses_text(score_sentences(sentences, records)).splitlines() == [
        "r1: t",
        "  gold: AID IGO -> nobody",
        "  coded: YIELD IGO -> nobody",
        "",
        "r2: t",
        "  gold: AID IGO -> nobody",
        "  coded: nothing",
    ]


# -- the scorer beside the research data ---------------------------------------------------------


def peer(shared: Path) -> Any:  # noqa: ANN401 - a module that is no part of the project
    spec = importlib.util.spec_from_file_location("score_events", shared / "bench/score_events.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def written(found: dict[str, tuple[DyadicEvent, ...]]) -> list[dict[str, object]]:
    """Return predictions as that scorer reads them."""
    return [
        {
            "id": name,
            "events": [
                {
                    "type": one.event_type,
                    "source": [" ".join(filter(None, each)) for each in one.actor],
                    "target": [" ".join(filter(None, each)) for each in one.recipient],
                }
                for one in events
            ],
        }
        for name, events in found.items()
    ]


def assert_equal(levels: dict[str, Any], theirs: dict[str, Any]) -> None:
    assert set(levels) == set(theirs["levels"]) == set(LEVELS)
    for level, score in levels.items():
        own = (score.precision, score.recall, score.f1, score.gold, score.predicted)
        figures = theirs["levels"][level]
        other = tuple(figures[name] for name in ("p", "r", "f1", "gold", "pred"))
        assert own == pytest.approx(other, abs=DIGITS), level


@pytest.mark.shared
@pytest.mark.model
def test_real_output_scores_as_the_scorer_beside_the_data_says(
    shared: Path, engine: "Engine"
) -> None:
    from rejoinder.articles.options import ReadOptions
    from rejoinder.articles.reading import read_inputs

    gold = shared / "data" / "gsr-dev.jsonl"
    read = read_inputs([str(gold)], ReadOptions())
    articles = [one.article for one in read if isinstance(one, LoadedArticle)]
    records: list[ArticleRecord] = []

    def extract(chosen: Sequence[Any]) -> list[ArticleRecord]:
        records.extend(engine.extract(article) for article in chosen)
        return records

    report = evaluate_events(gold, articles, extract)
    found = {record.article.ref: coded_events(record) for record in records}
    assert sum(map(len, found.values())) > 50
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    theirs = peer(shared).score_events(rows, written(found))
    assert_equal(dict(report.levels), theirs)
    assert (report.sentences, report.coded) == (
        theirs["sentences"],
        theirs["sentences_with_an_event"],
    )


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(40))
def test_any_output_scores_as_the_scorer_beside_the_data_says(
    shared: Path, tmp_path: Path, seed: int
) -> None:
    draw = random.Random(seed)

    def drawn() -> tuple[tuple[str, str], ...]:
        some = range(draw.choice((0, 1, 1, 1, 2, 3)))
        return tuple(party(draw.choice(COUNTRIES), draw.choice(SECTORS)) for _ in some)

    def drawn_event() -> DyadicEvent:
        few = draw.sample(FOLDED, 4)
        return DyadicEvent(event_type=draw.choice(few), actor=drawn(), recipient=drawn())

    gold = {f"r{n}": [drawn_event() for _ in range(draw.choice((1, 1, 2, 3)))] for n in range(30)}
    found = {
        name: tuple(
            [one for one in events if draw.random() < 0.6]
            + [drawn_event() for _ in range(draw.choice((0, 0, 1, 2)))]
        )
        for name, events in gold.items()
    }
    rows = [
        row(
            id=f"{name}-{n}",
            group=name,
            event=one.event_type,
            source=[{"code": code, "sector": sector} for code, sector in one.actor],
            target=[{"code": code, "sector": sector} for code, sector in one.recipient],
        )
        for name, events in gold.items()
        for n, one in enumerate(events)
    ]
    theirs = peer(shared).score_events(
        rows, written({f"{name}-0": events for name, events in found.items()})
    )
    sentences = read_sentences(write(tmp_path / "g.jsonl", *rows))
    tallies = [tally_sentence(one.events, found[one.id.split("-")[0]]) for one in sentences]
    for level in LEVELS:
        figures = theirs["levels"][level]
        assert sum(t[level].right for t in tallies) == figures["right"], level
        assert sum(t[level].gold for t in tallies) == figures["gold"], level
        assert sum(t[level].predicted for t in tallies) == figures["pred"], level
