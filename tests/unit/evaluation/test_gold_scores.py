"""Each figure counts what its definition says, on two made-up articles."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rejoinder.errors import GoldError
from rejoinder.evaluation.gold import read_gold
from rejoinder.evaluation.gold_report import GoldReport
from rejoinder.evaluation.gold_scores import score_gold
from rejoinder.model.actor import Actor, Mention, MentionKind
from rejoinder.model.event import EventType
from rejoinder.model.identity import Identity
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.judgement import ActorRef
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Statement

if TYPE_CHECKING:
    from tests.unit.evaluation.conftest import Faithful

Change = Callable[[ArticleRecord], ArticleRecord]


@pytest.fixture
def score(
    mini_gold: Path, mini_texts: dict[str, str], faithful: "Faithful"
) -> Callable[..., GoldReport]:
    """Score the gold itself, with the first article's record changed."""

    def run(change: Change = lambda record: record) -> GoldReport:
        gold = read_gold(mini_gold)
        first, second = faithful(gold, mini_texts)
        return score_gold(gold, [change(first), second])

    return run


def with_statement(n: int, **changes: object) -> Change:
    """Change one statement of a record."""

    def change(record: ArticleRecord) -> ArticleRecord:
        statements = list(record.statements)
        statements[n] = replace(statements[n], **changes)  # type: ignore[arg-type]
        return replace(record, statements=tuple(statements))

    return change


def adding(record: ArticleRecord, words: str, **changes: object) -> ArticleRecord:
    """Add a statement on the given words."""
    start = record.article.text.index(words)
    made: Statement = replace(
        record.statements[0],
        id=StatementId("made-up"),
        source=(),
        cue=(),
        content=(Span(start, start + len(words)),),
        **changes,  # type: ignore[arg-type]
    )
    return replace(record, statements=(*record.statements, made))


def test_gold_scores_itself_perfectly(score: Callable[..., GoldReport]) -> None:
    report = score()
    assert report.statements.f1 == report.targets.f1 == report.nesting.f1 == 1
    assert report.events.f1 == report.threads.found.f1 == report.cross_threads.found.f1 == 1
    assert report.speaker.value == report.act.value == report.date.value == 1
    assert report.statements.gold == report.statements.predicted == 6
    assert (report.dates_invented, report.furniture_hits, report.trap_hits) == (0, 0, 0)


def test_a_missed_statement_costs_recall_only(score: Callable[..., GoldReport]) -> None:
    report = score(lambda r: replace(r, statements=r.statements[1:]))
    assert report.statements.precision == 1
    assert report.statements.recall == pytest.approx(5 / 6)
    assert dict(report.recall_by)["tier1"].value == pytest.approx(4 / 5)
    assert dict(report.recall_by)["tier2"].value == 1
    assert report.threads.explicit_recall.value == 0


def test_a_wrong_speaker_costs_the_speaker_only(score: Callable[..., GoldReport]) -> None:
    report = score(with_statement(0, speaker=(ActorId("state:bev"),)))
    assert report.statements.f1 == 1
    assert report.speaker.value == pytest.approx(5 / 6)


@pytest.mark.parametrize(
    ("name", "aliases"),
    [("Ena Kos", ()), ("ENA KOS’s", ()), ("N. N.", ("Kos",)), ("the stern Ena Kos of Bevia", ())],
)
def test_a_speaker_is_known_by_name_or_alias(
    score: Callable[..., GoldReport], name: str, aliases: tuple[str, ...]
) -> None:
    def change(record: ArticleRecord) -> ArticleRecord:
        mine = replace(record.actors[0], id=ActorId("p1"), name=name, aliases=aliases)
        record = replace(record, actors=(*record.actors, mine))
        return with_statement(1, speaker=(ActorId("p1"),))(record)

    assert score(change).speaker.value == 1


def test_one_prediction_finds_a_whole_quoted_turn(score: Callable[..., GoldReport]) -> None:
    def change(record: ArticleRecord) -> ArticleRecord:
        one, *rest = record.statements[1:]
        whole = replace(one, content=(*one.content, *rest[0].content))
        return replace(record, statements=(record.statements[0], whole, *rest[1:]))

    report = score(change)
    assert report.statements.recall == report.statements.precision == 1
    assert (report.statements.predicted, report.statements.gold) == (5, 6)


def test_an_act_that_a_second_reader_could_defend_is_lenient(
    score: Callable[..., GoldReport],
) -> None:
    report = score(with_statement(3, act=Act.ACCUSE))
    assert report.act.value == pytest.approx(5 / 6)
    assert report.act_lenient.value == 1
    assert report.plover.value == pytest.approx(5 / 6)


def test_an_inferred_target_need_not_be_found_leniently(score: Callable[..., GoldReport]) -> None:
    report = score(with_statement(1, about=()))
    assert report.targets.recall == pytest.approx(1 / 2)
    assert report.targets_lenient.recall == 1


def test_an_actor_that_the_claim_is_about_is_no_wrong_target_leniently(
    score: Callable[..., GoldReport],
) -> None:
    report = score(with_statement(2, about=(ActorId("state:ard"),)))
    assert report.targets.precision == pytest.approx(2 / 3)
    assert report.targets_lenient.precision == 1


def test_addressee_and_relay_are_counted(score: Callable[..., GoldReport]) -> None:
    report = score(with_statement(1, addressee=(), relay=()))
    assert report.addressee.recall == report.relayed_by.recall == 0
    assert report.addressee.gold == report.relayed_by.gold == 1


def test_a_wrong_parent_costs_nesting(score: Callable[..., GoldReport]) -> None:
    report = score(with_statement(4, parent=StatementId("first-s01")))
    assert report.nesting.recall == 0
    assert report.nesting.predicted == 1


def test_a_made_up_date_is_noticed(
    score: Callable[..., GoldReport],
    mini_gold: Path,
    mini_texts: dict[str, str],
    faithful: "Faithful",
) -> None:
    dated = faithful(read_gold(mini_gold), mini_texts)[1].statements[0].said
    report = score(with_statement(0, said=dated))
    assert report.dates_invented == 1
    assert report.dates_left_open.value == 0
    assert report.date.value == 1


def test_furniture_and_traps_are_noticed(score: Callable[..., GoldReport]) -> None:
    kos = (ActorId("per:ena-kos"),)
    furniture = score(lambda r: adding(r, "Kos says nothing", speaker=kos))
    assert (furniture.furniture_hits, furniture.trap_hits) == (1, 0)
    trap = score(lambda r: adding(r, "declined to comment on the fleet", speaker=kos))
    assert (trap.furniture_hits, trap.trap_hits) == (0, 1)
    elsewhere = score(lambda r: adding(r, "declined to comment on the fleet", speaker=()))
    assert elsewhere.trap_hits == 0


def test_an_allegation_told_as_fact_is_noticed(score: Callable[..., GoldReport]) -> None:
    report = score(lambda r: replace(r, events=(replace(r.events[0], asserted_by=None),)))
    assert report.events.f1 == 1
    assert report.event_asserted_by.value == report.event_voice.value == pytest.approx(1 / 2)


def test_an_alternative_event_type_is_right(score: Callable[..., GoldReport]) -> None:
    def typed(event_type: EventType) -> GoldReport:
        return score(lambda r: replace(r, events=(replace(r.events[0], event_type=event_type),)))

    assert typed(EventType.COERCE).event_type.value == 1
    assert typed(EventType.AID).event_type.value == pytest.approx(1 / 2)


def test_a_link_the_wrong_way_round_is_found_undirected_only(
    score: Callable[..., GoldReport],
) -> None:
    def change(record: ArticleRecord) -> ArticleRecord:
        within, across = record.links
        turned = replace(within, answer=StatementId(within.answered), answered=within.answer)
        return replace(record, links=(turned, across))

    report = score(change)
    assert report.threads.found.f1 == 0
    assert report.threads.undirected_recall.value == 1
    assert report.threads.found.predicted == 1
    assert report.cross_threads.found.f1 == 1


def test_a_record_that_is_missing_counts_as_empty(
    mini_gold: Path, mini_texts: dict[str, str], faithful: "Faithful"
) -> None:
    gold = read_gold(mini_gold)
    report = score_gold(gold, faithful(gold, mini_texts)[1:])
    assert report.missing == ("first",)
    assert report.statements.recall == pytest.approx(1 / 6)
    assert report.statements.precision == 1


def test_actors_that_fall_apart_cost_recall_across(
    mini_gold: Path, mini_texts: dict[str, str], faithful: "Faithful"
) -> None:
    def kos(record: ArticleRecord, id_: str, words: str) -> ArticleRecord:
        start = record.article.text.index(words)
        mention = Mention(span=Span(start, start + len(words)), kind=MentionKind.NAME)
        model: Actor = faithful(gold, mini_texts)[0].actors[0]
        actor = replace(model, id=ActorId(id_), name=words, aliases=(), mentions=(mention,))
        return replace(record, actors=(actor,))

    gold = read_gold(mini_gold)
    first, second = faithful(gold, mini_texts)
    together = [kos(first, "k", "Ena Kos"), kos(second, "k", "Kos")]
    apart = [kos(first, "k", "Ena Kos"), kos(second, "l", "Kos")]
    one, two = score_gold(gold, together), score_gold(gold, apart)
    assert one.actors_within is not None
    assert one.actors_across is not None
    assert two.actors_across is not None
    assert one.actors_within == two.actors_within
    assert one.actors_across.precision == two.actors_across.precision == 1
    assert one.actors_across.recall == pytest.approx(2 / 4)
    assert two.actors_across.recall == pytest.approx(1 / 4)
    judged = Identity(canonical={ActorRef(actor=ActorId("l")): ActorId("k")})
    three = score_gold(gold, apart, identity=judged)
    assert (three.actors_within, three.actors_across) == (one.actors_within, one.actors_across)


def test_a_record_of_another_text_is_refused(mini_gold: Path, faithful: "Faithful") -> None:
    gold = read_gold(mini_gold)
    records = faithful(
        gold, {"second": "Bevia will not pay, Kos said. Nothing else was said here."}
    )
    with pytest.raises(GoldError, match=r"second\.json"):
        score_gold(gold, records)


def test_the_same_seed_gives_the_same_intervals(
    mini_gold: Path, mini_texts: dict[str, str], faithful: "Faithful"
) -> None:
    gold = read_gold(mini_gold)
    first, second = faithful(gold, mini_texts)
    records = [replace(first, statements=first.statements[:2]), second]
    one, two = (score_gold(gold, records, seed=5).intervals for _ in range(2))
    assert one == two
    statements = one[0]
    assert statements.metric == "statements"
    assert statements.low < statements.value < statements.high == 1
