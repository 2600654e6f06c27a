"""What reviewers decide is kept, wins over the machine, and can be taken back."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from tests.articles import article as make_article
from tests.records import statement as make_statement
from tests.unit.ledger.ledger_samples import find, fresh, quarrel
from tests.unit.pipeline.reviewed import Desk, ingest

from rejoinder.errors import ConfigError, NotFound
from rejoinder.ledger.connect import open_ledger
from rejoinder.ledger.schema import extractions
from rejoinder.ledger.schema_reviews import reviews
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.review import Decision, RejectReason
from rejoinder.model.span import Span
from rejoinder.model.statement import Act
from rejoinder.pipeline.review_aims import Asked
from rejoinder.pipeline.summaries import rebuild_summaries
from rejoinder.views.answers import find_links
from rejoinder.views.exchange_list import ExchangeFilter, list_exchanges

RECORD = quarrel()
OUTER, INNER, THIRD = RECORD.statements
TEXT = RECORD.article.text


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger that is closed, to be copied."""
    with fresh(tmp_path_factory.mktemp("ingested")) as ledger:
        ingest(ledger, RECORD)
        return ledger.path


@pytest.fixture
def desk(ingested: Path, tmp_path: Path) -> Iterator[Desk]:
    with open_ledger(Path(shutil.copy(ingested, tmp_path))) as ledger:
        yield Desk(ledger)
        # Whatever was decided, the summaries are what the records make of themselves.
        assert not rebuild_summaries(ledger).differed


def other_reading(record: ArticleRecord = RECORD, **changes: object) -> ArticleRecord:
    """Return the article as another machine reads it: its first statement is changed."""
    first, *rest = record.statements
    return replace(record, statements=(replace(first, **changes), *rest))  # type: ignore[arg-type]


def extraction_count(desk: Desk) -> int:
    with desk.ledger.reading() as connection:
        return connection.execute(select(func.count()).select_from(extractions)).scalar_one()


def test_accepting_changes_nothing_that_is_shown(desk: Desk) -> None:
    done = desk.accept(OUTER.id)
    assert (done.statement, done.changed) == (OUTER.id, False)
    assert desk.shown() == RECORD
    assert extraction_count(desk) == 1
    assert desk.states(RECORD.article.id) == {OUTER.id: "accepted"}


def test_a_relabelled_act_is_what_is_shown_and_the_machine_s_stays_below(desk: Desk) -> None:
    done = desk.act(OUTER.id, Act.REFUSE)
    assert done.changed
    assert desk.statement(OUTER.id).act is Act.REFUSE
    assert desk.statement(INNER.id) == INNER
    assert extraction_count(desk) == 2
    assert desk.states(RECORD.article.id) == {OUTER.id: "corrected"}


def test_only_what_a_person_changed_is_said_to_be_a_person_s(desk: Desk) -> None:
    desk.act(OUTER.id, Act.REFUSE)
    query = text(
        "SELECT s.id, p.stage FROM statements s JOIN provenances p ON p.id = s.provenance_id "
        "JOIN extractions e ON e.id = s.extraction_id ORDER BY e.batch_seq DESC LIMIT 3"
    )
    with desk.ledger.reading() as connection:
        stages = {row[0]: row[1] for row in connection.execute(query)}
    assert stages == {
        OUTER.id: "review.v1",
        INNER.id: "statements.test.v1",
        THIRD.id: "statements.test.v1",
    }


def test_a_rejected_statement_is_shown_nowhere_and_undo_brings_it_back(desk: Desk) -> None:
    done = desk.reject(INNER.id, RejectReason.NOT_SAID)
    assert done.statement is None
    shown = desk.shown()
    assert [each.id for each in shown.statements] == [OUTER.id, THIRD.id]
    assert not shown.links
    assert not shown.events, "an event that only it told has nobody who tells it"
    back = desk.undo()
    assert back.statement == INNER.id
    assert desk.shown() == RECORD


def test_what_lies_in_a_rejected_statement_lies_in_the_one_above(desk: Desk) -> None:
    desk.reject(OUTER.id)
    assert desk.statement(INNER.id).parent is None


def test_undoing_takes_back_one_at_a_time_and_can_be_undone(desk: Desk) -> None:
    desk.act(OUTER.id, Act.REFUSE)
    second = desk.act(OUTER.id, Act.WARN)
    undone = desk.undo()
    assert desk.statement(OUTER.id).act is Act.REFUSE
    with pytest.raises(ConfigError, match="taken back already"):
        desk.undo(second.review)
    desk.undo(undone.review)
    assert desk.statement(OUTER.id).act is Act.WARN
    desk.undo()
    desk.undo()
    assert desk.statement(OUTER.id) == OUTER
    with pytest.raises(NotFound, match="nothing to take back"):
        desk.undo()


def test_words_that_are_edited_give_the_statement_another_id_and_both_lead_to_it(
    desk: Desk,
) -> None:
    words = find(TEXT, "the claim by Mara Venn that Ostrava shelled")
    done = desk.spans(OUTER.id, [words], OUTER.source, OUTER.cue)
    assert done.root == OUTER.id
    assert done.statement not in (None, OUTER.id)
    edited = desk.statement(done.statement)
    assert edited.content == (words,)
    assert desk.statement(INNER.id).parent == done.statement
    assert desk.shown().links[0].answer == done.statement
    for key in (OUTER.id, str(done.statement)):
        again = desk.act(key, Act.WARN)
        assert (again.root, again.statement) == (OUTER.id, done.statement)


@pytest.mark.parametrize(
    "spans",
    [[], [Span(0, len(TEXT) + 1)], list(INNER.content)],
    ids=["no words", "past the end", "the words of another"],
)
def test_words_that_cannot_be_a_statement_s_are_refused(desk: Desk, spans: list[Span]) -> None:
    with pytest.raises(ConfigError):
        desk.spans(OUTER.id, spans)
    with desk.ledger.reading() as connection:
        assert connection.execute(select(reviews.c.id)).first() is None


def test_speaker_and_whom_it_is_about_are_set_by_name(desk: Desk) -> None:
    desk.cast(OUTER.id, Decision.SPEAKER, "Mara Venn")
    desk.cast(OUTER.id, Decision.ADDRESSEE, "Ostrava")
    desk.cast(OUTER.id, Decision.ABOUT, "Ilir Öst", "Ostrava")
    found = desk.statement(OUTER.id)
    assert found.speaker == ("per:mara-venn",)
    assert found.addressee == ("state:OST",)
    assert found.about == ("per:ilir-ost", "state:OST")
    desk.cast(OUTER.id, Decision.SPEAKER)
    assert desk.statement(OUTER.id).speaker == ()


def test_somebody_of_another_article_can_be_the_speaker(desk: Desk, tmp_path: Path) -> None:
    words = "Governor Ada Lind said it was over."
    news = make_article(words, "002")
    lind = replace(
        RECORD.actors[1], id=ActorId("per:ada-lind"), name="Ada Lind", aliases=(), mentions=()
    )
    said = make_statement(
        news.id, (find(words, "it was over"),), cue=(find(words, "said"),), speaker=["per:ada-lind"]
    )
    other = ArticleRecord(article=news, actors=(lind,), statements=(said,))
    ingest(desk.ledger, other)
    desk.cast(OUTER.id, Decision.SPEAKER, "Ada Lind")
    assert desk.statement(OUTER.id).speaker == ("per:ada-lind",)
    ingest(desk.ledger, RECORD, version="2")
    assert desk.statement(OUTER.id).speaker == ("per:ada-lind",)


def test_somebody_new_is_brought_in_with_a_kind_and_refused_without(desk: Desk) -> None:
    with pytest.raises(NotFound, match="Orla Dunne"):
        desk.cast(OUTER.id, Decision.SPEAKER, "Orla Dunne")
    from rejoinder.model.actor import ActorKind

    asked = Asked(
        statement=OUTER.id,
        decision=Decision.SPEAKER,
        actors=("Orla Dunne",),
        kind=ActorKind.PERSON,
    )
    desk.decide(asked)
    assert desk.statement(OUTER.id).speaker == ("per:orla-dunne",)
    names = {each.id: each.name for each in desk.shown().actors}
    assert names["per:orla-dunne"] == "Orla Dunne"  # type: ignore[index]


def test_a_later_machine_does_not_undo_what_persons_decided(desk: Desk) -> None:
    desk.act(OUTER.id, Act.REFUSE)
    desk.cast(THIRD.id, Decision.SPEAKER, "Mara Venn")
    desk.reject(INNER.id)
    read_again = other_reading(act=Act.PREDICT, score=0.9)
    ingest(desk.ledger, read_again, version="2")
    shown = desk.shown()
    assert [each.id for each in shown.statements] == [OUTER.id, THIRD.id]
    assert desk.statement(OUTER.id).act is Act.REFUSE
    assert desk.statement(OUTER.id).score == 0.9
    assert desk.statement(THIRD.id).speaker == ("per:mara-venn",)


def test_what_was_accepted_holds_against_a_later_machine(desk: Desk) -> None:
    desk.accept(OUTER.id)
    ingest(desk.ledger, other_reading(act=Act.PREDICT, speaker=()), version="2")
    assert (desk.statement(OUTER.id).act, desk.statement(OUTER.id).speaker) == (
        OUTER.act,
        OUTER.speaker,
    )


def test_a_statement_that_is_kept_comes_back_where_a_later_machine_misses_it(desk: Desk) -> None:
    desk.act(THIRD.id, Act.CRITICISE)
    blind = replace(RECORD, statements=(OUTER, INNER))
    ingest(desk.ledger, blind, version="2")
    back = desk.statement(THIRD.id)
    assert (back.act, back.speaker, back.content) == (Act.CRITICISE, THIRD.speaker, THIRD.content)
    assert [each.id for each in desk.shown().statements] == [OUTER.id, INNER.id, THIRD.id]


def test_a_second_reading_of_a_kept_saying_does_not_stand_beside_it(desk: Desk) -> None:
    desk.accept(THIRD.id)
    longer = replace(
        THIRD,
        id=make_statement(RECORD.article.id, (find(TEXT, "is lying about Ostrava."),)).id,
        content=(find(TEXT, "is lying about Ostrava."),),
    )
    ingest(desk.ledger, replace(RECORD, statements=(OUTER, INNER, longer)), version="2")
    assert [each.id for each in desk.shown().statements] == [OUTER.id, INNER.id, THIRD.id]


def test_a_machine_that_finds_the_edited_words_itself_finds_the_same_statement(desk: Desk) -> None:
    words = find(TEXT, "the claim by Mara Venn that Ostrava shelled")
    done = desk.spans(OUTER.id, [words], OUTER.source, OUTER.cue)
    desk.act(OUTER.id, Act.WARN)
    ingest(
        desk.ledger,
        other_reading(id=done.statement, content=(words,), parent=None)
        if False
        else _with_first(done.statement, words),
        version="2",
    )
    shown = desk.shown().statements
    assert [each.id for each in shown] == [done.statement, INNER.id, THIRD.id]
    assert shown[0].act is Act.WARN


def _with_first(key: object, words: Span) -> ArticleRecord:
    first = replace(OUTER, id=key, content=(words,))  # type: ignore[arg-type]
    inner = replace(INNER, parent=key)  # type: ignore[arg-type]
    return replace(RECORD, statements=(first, inner, THIRD), links=())


def test_reviews_follow_the_words_into_a_corrected_text(desk: Desk) -> None:
    desk.act(OUTER.id, Act.REFUSE)
    desk.reject(THIRD.id)
    longer = quarrel(extra=" Nobody else spoke.")
    ingest(desk.ledger, longer)
    shown = desk.shown(longer.article.id)
    assert [each.act for each in shown.statements] == [Act.REFUSE, INNER.act]
    assert set(desk.states(shown.article.id).values()) == {"corrected", "rejected"}


def test_a_review_whose_words_are_gone_is_kept_and_said_not_to_fit(desk: Desk) -> None:
    desk.act(OUTER.id, Act.REFUSE)
    news = make_article("Quarrel settled. All is well.", "001")
    ingest(desk.ledger, ArticleRecord(article=news))
    assert desk.states(news.id) == {OUTER.id: "unfit"}
    assert desk.states(RECORD.article.id) == {OUTER.id: "corrected"}


def test_a_link_is_taken_away_for_good_and_drawn_with_another_relation(desk: Desk) -> None:
    desk.link(OUTER.id, INNER.id, Relation.DENIES, away=True)
    assert not desk.shown().links
    ingest(desk.ledger, RECORD, version="2")
    assert not desk.shown().links
    desk.link(OUTER.id, INNER.id, Relation.ANSWERS)
    assert [each.relation for each in desk.shown().links] == [Relation.ANSWERS]
    desk.undo()
    desk.undo()
    assert [each.relation for each in desk.shown().links] == [Relation.DENIES]


def test_a_link_to_another_article_follows_the_words_of_its_end(desk: Desk) -> None:
    other = quarrel("002", published="2024-03-09", extra=" It went on.")
    ingest(desk.ledger, other)
    answer = other.statements[2].id
    desk.link(answer, OUTER.id, Relation.MEDIATES)

    def drawn() -> list[str]:
        links = desk.shown("002").links
        return [
            each.answered
            for each in links
            if each.relation is Relation.MEDIATES and each.answer == answer and each.score == 1.0
        ]

    assert drawn() == [OUTER.id]
    words = find(TEXT, "the claim by Mara Venn that Ostrava shelled")
    edited = desk.spans(OUTER.id, [words], OUTER.source, OUTER.cue)
    assert drawn() == [edited.statement]
    ingest(desk.ledger, other, version="2")
    assert drawn() == [edited.statement]
    desk.reject(str(edited.statement))
    assert drawn() == []


def test_who_adjudicates_holds_against_all_who_do_not(desk: Desk) -> None:
    judge = Desk(desk.ledger, "ivo", adjudicates=True)
    desk.act(OUTER.id, Act.REFUSE)
    judge.act(OUTER.id, Act.WARN)
    desk.act(OUTER.id, Act.SUPPORT)
    assert desk.statement(OUTER.id).act is Act.WARN


def test_of_two_reviewers_the_latest_holds(desk: Desk) -> None:
    desk.act(OUTER.id, Act.REFUSE)
    Desk(desk.ledger, "ivo").act(OUTER.id, Act.WARN)
    assert desk.statement(OUTER.id).act is Act.WARN


def test_a_review_is_dated_after_all_others_whatever_the_clock(desk: Desk) -> None:
    for act in (Act.REFUSE, Act.WARN, Act.SUPPORT):
        desk.act(OUTER.id, act)
    with desk.ledger.reading() as connection:
        times = connection.execute(select(reviews.c.decided).order_by(reviews.c.seq)).scalars()
        found = list(times)
    assert found == sorted(set(found))
    assert desk.statement(OUTER.id).act is Act.SUPPORT


def test_no_review_is_ever_changed_or_removed(desk: Desk) -> None:
    desk.act(OUTER.id, Act.REFUSE)
    for words in ("UPDATE reviews SET note = 'x'", "DELETE FROM reviews"):
        with pytest.raises(Exception, match="append-only"), desk.ledger.writing() as connection:
            connection.execute(text(words))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked(statement="s-0", decision=Decision.ACCEPT), "no statement"),
        (Asked(statement=OUTER.id, decision=Decision.REJECT), "reason"),
        (Asked(statement=OUTER.id, decision=Decision.ACT), "act"),
        (Asked(statement=OUTER.id, decision=Decision.NOTE), "blank"),
        (Asked(statement=OUTER.id, decision=Decision.LINK), "link needs"),
        (
            Asked(
                statement=OUTER.id,
                decision=Decision.LINK,
                other=OUTER.id,
                relation=Relation.DENIES,
            ),
            "itself",
        ),
    ],
    ids=["unknown", "reason", "act", "note", "link", "itself"],
)
def test_what_is_incomplete_is_refused_and_nothing_written(
    desk: Desk, asked: Asked, words: str
) -> None:
    with pytest.raises((ConfigError, NotFound), match=words):
        desk.decide(asked)
    with desk.ledger.reading() as connection:
        assert connection.execute(select(reviews.c.id)).first() is None
        assert SummaryBook(connection=connection).is_current()


def test_a_drawn_link_is_shown_though_the_machine_sees_no_reason_for_it(desk: Desk) -> None:
    other = quarrel("002", published="2024-03-09", extra=" It went on.")
    ingest(desk.ledger, other)
    answer = other.statements[1].id
    desk.cast(answer, Decision.ABOUT)
    desk.link(answer, THIRD.id, Relation.SUPPORTS)
    with desk.ledger.reading() as connection:
        found = find_links(connection, other.article.id)
        (drawn,) = [each for each in found if each.drawn]
        assert (drawn.other.id, drawn.relation) == (THIRD.id, Relation.SUPPORTS)
        held = [
            {turn.statement_id for turn in each.turns}
            for each in list_exchanges(connection, ExchangeFilter())
        ]
    assert any({answer, THIRD.id} <= each for each in held)
