"""The derived table of identities is what the pure function says, however the judgements came."""

import dataclasses
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event, select
from tests.unit.ledger.ledger_samples import (
    LISTED,
    NOW,
    STAGE,
    VENN,
    ÖST,
    fresh,
    judged,
    judging,
    listing,
    naming,
    profile,
    put,
    quarrel,
    rule,
)

from rejoinder.errors import NotFound, RecordError
from rejoinder.ledger.actor_book import ActorBook, Judged
from rejoinder.ledger.canonical import actor_names, members_of
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.digest import content_digest
from rejoinder.ledger.identities import goes_by, rebuild_identities
from rejoinder.ledger.judging import all_judgements, judgement_by_id, judgements_on
from rejoinder.ledger.listing import listed_among, read_listed
from rejoinder.ledger.numbering import BatchNumber
from rejoinder.ledger.read import open_reader
from rejoinder.ledger.registry import LedgerRegistry, needs_judging
from rejoinder.ledger.schema_identity import identities
from rejoinder.model.identity import identify_refs
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Judgement, Verdict
from rejoinder.model.profile import Fact, Profile

ARTICLES = [f"a-{number:016x}" for number in range(3)]
REFS = [
    *(ActorRef(actor=ActorId(f"per:n{number}-x")) for number in range(5)),
    *(ActorRef(actor=ActorId("per:x"), article=article) for article in ARTICLES),
]
PLAIN = {REFS[2].actor, REFS[4].actor}
SPLIT = ActorRef(actor=REFS[0].actor, article=ARTICLES[0])
YES, NO = Verdict.POSITIVE, Verdict.NEGATIVE


def shown(connection: Connection) -> dict[ActorRef, str]:
    """Return the table."""
    return {
        ActorRef(actor=ActorId(row.actor_id), article=row.article_id): row.canonical_id
        for row in connection.execute(select(identities))
    }


def book_of(connection: Connection) -> ActorBook:
    return ActorBook(connection=connection, number=BatchNumber(connection, NOW, "1"))


def profile_of(ref: ActorRef) -> Profile:
    return profile(ref.actor, ref.actor, article=ref.article)


def take(
    ledger: LedgerFile, refs: Sequence[ActorRef], said: Sequence[Judgement] = ()
) -> frozenset[ActorRef]:
    """Take profiles and judgements in, in a transaction of their own."""
    with ledger.writing() as connection:
        return book_of(connection).take(
            Judged(articles=[], profiles=[profile_of(r) for r in refs], judgements=said, mark=STAGE)
        )


Step = tuple[tuple[ActorRef, ...], tuple[Judgement, ...]]


@st.composite
def histories(draw: st.DrawFn) -> list[Step]:
    """Return batches: refs that are new in each, and what is then judged of those that are there.

    A stage may judge a pair again, persons may judge, part an id in one article, and take back.
    """
    waiting = draw(st.permutations(REFS))
    steps: list[Step] = []
    there: list[ActorRef] = []
    persons: list[Judgement] = []
    for minute in range(draw(st.integers(1, 5))):
        new, waiting = waiting[: (cut := draw(st.integers(1, 4)))], waiting[cut:]
        there += new
        said = draw(_stage_says(there))
        if len(there) > 1 and draw(st.booleans()):
            persons.append(draw(_person_says(there, persons, minute)))
            said = (*said, persons[-1])
        steps.append((tuple(new), said))
    return steps


@st.composite
def _stage_says(draw: st.DrawFn, there: list[ActorRef]) -> tuple[Judgement, ...]:
    if len(there) < 2:
        return ()
    pair = st.tuples(st.sampled_from(there), st.sampled_from(there)).filter(lambda p: p[0] < p[1])
    verdicts = st.sampled_from([YES, YES, YES, NO, Verdict.UNSURE, Verdict.WITHDRAWN])
    return tuple(
        judged(*refs, draw(verdicts), score=draw(st.integers(0, 9)) / 10)
        for refs in draw(st.lists(pair, max_size=5, unique=True))
    )


@st.composite
def _person_says(
    draw: st.DrawFn, there: list[ActorRef], persons: list[Judgement], minute: int
) -> Judgement:
    if draw(st.booleans()) and persons:
        back = draw(st.sampled_from(persons))
        return judged(
            back.left, back.right, Verdict.WITHDRAWN, person="una", minute=minute, undoes=back.id
        )
    if REFS[0] in there and draw(st.booleans()):
        return judged(REFS[0], SPLIT, draw(st.sampled_from([YES, NO])), person="bo", minute=minute)
    one, other = draw(st.permutations(there))[:2]
    return judged(one, other, draw(st.sampled_from([YES, NO])), person="una", minute=minute)


def plain_profile_of(ref: ActorRef) -> Profile:
    """Return a profile; some full names are plain ones."""
    found = profile_of(ref)
    plain = ref.actor in PLAIN and not ref.article
    told = {Fact.PLAIN: frozenset({"given"})} if plain else {}
    return dataclasses.replace(found, facts={**found.facts, **told})


class _RolledBack(Exception):
    """Ends a transaction without a trace, which is quicker than a ledger for each example."""


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories())
def test_what_is_kept_up_is_what_would_be_made_anew(ledger: LedgerFile, steps: list[Step]) -> None:
    refs: set[ActorRef] = set()
    with suppress(_RolledBack), ledger.writing() as connection:
        book = book_of(connection)
        for new, said in steps:
            refs.update(new)
            profiles = [plain_profile_of(ref) for ref in new]
            book.take(Judged(articles=[], profiles=profiles, judgements=said, mark=STAGE))
            plain = {ref.actor for ref in refs if not ref.article} & PLAIN
            whole = identify_refs(refs, all_judgements(connection), plain=plain)
            assert shown(connection) == whole.canonical
        rebuild_identities(connection)
        assert shown(connection) == whole.canonical
        raise _RolledBack


def test_who_comes_to_others_is_told_the_largest_part_stays(ledger: LedgerFile) -> None:
    a, b, c, d, e = REFS[:5]

    assert take(ledger, [a, b, c, d], [judged(a, b), judged(b, c)]) == frozenset()
    assert take(ledger, [e], [judged(e, a)]) == frozenset()
    assert take(ledger, [], [judged(a, d)]) == {d}
    assert take(ledger, [], [judged(a, d, NO)]) == frozenset()


def test_a_stage_s_last_word_counts_and_the_same_again_is_not_written(ledger: LedgerFile) -> None:
    a, b = REFS[:2]
    for verdict in (YES, YES, NO, YES, YES):
        take(ledger, [a, b], [judged(a, b, verdict)])

    with ledger.reading() as connection:
        assert [each.verdict for each in all_judgements(connection)] == [YES, NO, YES]
        assert goes_by(connection, [a, b]) == {a: a.actor, b: a.actor}


def test_another_score_on_the_same_grounds_is_written(ledger: LedgerFile) -> None:
    a, b = REFS[:2]
    for score in (0.5, 0.5, 0.7, 0.7, 0.5):
        take(ledger, [a, b], [judged(a, b, score=score)])

    with ledger.reading() as connection:
        assert [each.score for each in all_judgements(connection)] == [0.5, 0.7, 0.5]


def test_merges_are_pairs_that_are_newly_one(ledger: LedgerFile) -> None:
    record = quarrel()
    said = [judged(ÖST, VENN, YES)]

    first = put(ledger, record, actors=judging(record, said=said))
    again = put(ledger, quarrel("2"), actors=judging(quarrel("2"), said=said))
    other = [judged(ÖST, VENN, YES, features=(("office", "one"),))]
    third = put(ledger, quarrel("3"), actors=judging(quarrel("3"), said=other))

    assert [(each.merges, each.judgements) for each in (first, again, third)] == [
        (1, 1),
        (0, 0),
        (0, 1),
    ]


def test_order_of_batches_does_not_change_the_content_though_a_stage_changed_its_mind(
    tmp_path: Path,
) -> None:
    a, b = REFS[:2]
    with fresh(tmp_path, "a") as one, fresh(tmp_path, "b") as other:
        take(one, [a, b], [judged(a, b, YES)])
        take(one, [], [judged(a, b, NO)])
        take(other, [b, a], [judged(a, b, NO)])
        assert content_digest(one) == content_digest(other)

        rule(one, judged(a, b, YES, person="una"))
        assert content_digest(one) != content_digest(other)


def test_judging_that_fails_leaves_nothing_behind(ledger: LedgerFile) -> None:
    wrong = dataclasses.replace(judged(ÖST, VENN), score=2.0)
    record = quarrel()

    with pytest.raises(RecordError, match=r"score 2\.0"):
        put(ledger, record, actors=judging(record, said=[wrong]))

    with ledger.reading() as connection:
        assert shown(connection) == {}
    with open_reader(ledger) as reader:
        assert list(reader.articles()) == []


WRONG = {
    "refs out of order": (
        dataclasses.replace(judged(ÖST, VENN), left=VENN, right=ÖST),
        "is not less than",
    ),
    "id": (dataclasses.replace(judged(ÖST, VENN), id="j-1"), "its id should be"),
    "unsigned": (judged(ÖST, VENN, person=" "), "nobody has signed"),
    "no time": (
        dataclasses.replace(judged(ÖST, VENN, person="una"), decided=None),
        "its id should be",
    ),
    "no character": (judged(ÖST, VENN, features=(("a", "\0"),)), "is no character"),
    "a stage that takes back": (judged(ÖST, VENN, NO, undoes="j-1"), "a stage decides at no time"),
    "a verdict that takes back": (judged(ÖST, VENN, person="u", undoes="j-1"), "must be withdrawn"),
    "a person's score": (
        dataclasses.replace(judged(ÖST, VENN, person="una"), score=0.5),
        "gives no score",
    ),
}


@pytest.mark.parametrize(("wrong", "message"), WRONG.values(), ids=WRONG.keys())
def test_what_contradicts_itself_is_refused(
    ledger: LedgerFile, wrong: Judgement, message: str
) -> None:
    with pytest.raises(RecordError, match=message):
        rule(ledger, wrong)


def test_judgements_come_back_as_they_went_in(ledger: LedgerFile) -> None:
    said = [judged(ÖST, VENN, NO), judged(ÖST, VENN, person="una", minute=1)]
    take(ledger, [ÖST, VENN], said)

    with ledger.reading() as connection:
        assert judgements_on(connection, {(ÖST, VENN)}) == said
        assert judgement_by_id(connection, said[0].id[:9]) == said[0]
        with pytest.raises(NotFound, match="no judgement begins with 'j-nope'"):
            judgement_by_id(connection, "j-nope")
        with pytest.raises(NotFound, match="2 judgements begin"):
            judgement_by_id(connection, "j-")


def test_the_registry_gives_whole_profiles_by_any_key_and_joins_them(ledger: LedgerFile) -> None:
    first = profile("per:ann-ames", "Ann Ames", "ames", "amz")
    later = dataclasses.replace(
        first, facts={Fact.YEAR: frozenset({"2030"})}, keys=frozenset({"q"})
    )
    other = profile("per:bo", "Bo", "bo")
    with ledger.writing() as connection:
        book = book_of(connection)
        book.take(Judged(articles=[], profiles=[first, other], judgements=[], mark=STAGE))
        book.take(Judged(articles=[], profiles=[later], judgements=[], mark=STAGE))
        registry = LedgerRegistry(connection=connection, stage=STAGE)

        assert list(registry.profiles(["amz", "none"])) == [first.joined(later)]
        assert list(registry.profiles([])) == []


def test_what_was_read_before_it_was_written_is_not_taken_for_what_is_known_later(
    ledger: LedgerFile,
) -> None:
    first = profile("per:ann-ames", "Ann Ames", "ames")
    second, third = (
        dataclasses.replace(first, facts={Fact.YEAR: frozenset({year})}) for year in ("1", "2")
    )
    with ledger.writing() as connection:
        book = book_of(connection)
        for each in (first, second, second, third):
            list(book.registry(STAGE).known([each.ref]))
            book.take(Judged(articles=[], profiles=[each], judgements=[], mark=STAGE))
        registry = LedgerRegistry(connection=connection, stage=STAGE)

        assert list(registry.known([first.ref])) == [first.joined(second).joined(third)]


def test_the_registry_gives_each_id_of_a_block_once(ledger: LedgerFile) -> None:
    bare = [profile("per:vey", "Vey", "b:v", article=article) for article in ARTICLES]
    others = [profile("per:vay", "Vay", "b:v", article=ARTICLES[0]), profile("per:x", "X", "b:x")]
    with ledger.writing() as connection:
        book_of(connection).take(
            Judged(articles=[], profiles=[*bare, *others], judgements=[], mark=STAGE)
        )
    with ledger.reading() as connection:
        registry = LedgerRegistry(connection=connection, stage=STAGE)
        wanted = ["b:v", "b:x", "b:none"]
        expected = [("b:v", "per:vay"), ("b:v", "per:vey"), ("b:x", "per:x")]
        assert sorted(registry.ids_in(wanted)) == expected
        assert list(registry.ids_in([])) == []


@pytest.mark.parametrize(
    ("fact", "value", "found"),
    [
        (Fact.COUNTRY, "AZE", True),
        (Fact.STATE, "AZE", True),
        (Fact.OFFICE, "AZE/president/2031", True),
        (Fact.FORMER, "AZE/president/", True),
        (Fact.OFFICE, "/president/2031", False),
        (Fact.OFFICE, "AZE-defence/minister/2031", False),
        (Fact.STATE, "ARM", False),
        (Fact.NAME, "AZE", False),
    ],
)
def test_the_registry_finds_who_tells_of_a_state(
    ledger: LedgerFile, fact: Fact, value: str, found: bool
) -> None:
    plain = profile("per:vey", "Vey", "b:v", "h:per:vey", article=ARTICLES[0])
    more = dataclasses.replace(plain, facts={fact: frozenset({value})})
    told = plain.joined(more)
    other = profile("per:tarn", "Tarn", "b:trn", article=ARTICLES[0])
    with ledger.writing() as connection:
        book_of(connection).take(
            Judged(articles=[], profiles=[told, other], judgements=[], mark=STAGE)
        )
    with ledger.reading() as connection:
        registry = LedgerRegistry(connection=connection, stage=STAGE)
        wanted = [("b:v", "AZE"), ("b:v", "SVK"), ("b:trn", "AZE")]
        assert list(registry.profiles_naming(wanted)) == ([told] if found else [])
        assert list(registry.profiles_naming([])) == []


def test_the_registry_gives_the_stage_s_latest_verdict(ledger: LedgerFile) -> None:
    a, b = REFS[:2]
    take(ledger, [a, b], [judged(a, b, YES)])
    take(ledger, [], [judged(a, b, Verdict.WITHDRAWN)])
    rule(ledger, judged(a, b, person="una"))

    with ledger.reading() as connection:
        (latest,) = LedgerRegistry(connection=connection, stage=STAGE).verdicts([(a, b)])
        assert latest.verdict is Verdict.WITHDRAWN
        assert LedgerRegistry(connection=connection, stage="other").verdicts([(a, b)]) == []


def test_an_actor_is_called_as_ruled_else_as_listed_else_by_the_fullest_form(
    ledger: LedgerFile,
) -> None:
    def called() -> str:
        with ledger.reading() as connection:
            return actor_names(connection, {ÖST.actor})[ÖST.actor]

    # "Cousin Öst" is longer, but has not the words of the id.
    printed = ("ILIR OST", "Ilir Ost", "Ilir Öst", "Cousin Öst", "Öst")
    forms = [profile(ÖST.actor, form) for form in printed]
    with ledger.writing() as connection:
        book_of(connection).take(Judged(articles=[], profiles=forms, judgements=[], mark=STAGE))
    assert called() == "Ilir Öst"

    own = dataclasses.replace(LISTED, id=ÖST.actor, name="Ilir Oest")
    given = listing(own)
    first, second = naming(ÖST, "One"), naming(ÖST, "Two", minute=1)
    steps: list[tuple[Callable[[ActorBook], object], str]] = [
        (lambda book: book.list_actors(given, [own]), "Ilir Oest"),
        (lambda book: book.name(first), "One"),
        (lambda book: book.name(second), "Two"),
        (lambda book: book.name(naming(ÖST, "", minute=2, undoes=second.id)), "One"),
        (lambda book: book.name(naming(ÖST, "", minute=3)), "Ilir Oest"),
        (lambda book: book.list_actors(listing(minute=4, undoes=given.id), []), "Ilir Öst"),
    ]
    for write, name in steps:
        with ledger.writing() as connection:
            write(book_of(connection))
        assert called() == name


def test_a_listed_id_is_that_of_its_cluster_as_long_as_the_list_holds(ledger: LedgerFile) -> None:
    a, b = ÖST, ActorRef(actor=ActorId("per:o"))
    take(ledger, [a, b], [judged(a, b)])
    own = dataclasses.replace(LISTED, id=b.actor)
    given = listing(own)
    with ledger.writing() as connection:
        assert set(shown(connection).values()) == {a.actor}
        book_of(connection).list_actors(given, [own])
        assert set(shown(connection).values()) == {b.actor}
        assert read_listed(connection) == (own,)
        assert listed_among(connection, None) == listed_among(connection, [b.actor]) == {b.actor}
    with ledger.writing() as connection:
        book_of(connection).list_actors(listing(minute=1, undoes=given.id), [])
        assert set(shown(connection).values()) == {a.actor}
        assert read_listed(connection) == ()


def test_a_list_that_names_an_id_twice_is_refused(ledger: LedgerFile) -> None:
    with ledger.writing() as connection, pytest.raises(RecordError, match="lists 'usr:ost' twice"):
        book_of(connection).list_actors(listing(LISTED), [LISTED, LISTED])


def test_records_speak_the_ledger_s_ids_and_actors_that_are_one_are_one(
    ledger: LedgerFile,
) -> None:
    record = quarrel()
    put(ledger, record, actors=judging(record, said=[judged(ÖST, VENN)]))

    with open_reader(ledger, canonical=True) as reader:
        (found,) = reader.records()
        assert [actor.id for actor in found.actors] == ["per:mara-venn", "state:OST"]
        assert (found.actors[0].name, found.actors[0].aliases) == (
            "Mara Venn",
            ("Ilir Öst", "Venn", "Öst"),
        )
        assert len(found.actors[0].mentions) == 2
        assert {each for s in found.statements for each in s.speaker} == {"per:mara-venn"}
        assert found.statements[0].about == ()
        assert list(reader.records_speaking([ActorId("per:mara-venn")])) == [found]
        assert list(reader.records_speaking([ActorId("per:ilir-ost")])) == []
        assert members_of(reader.connection, [ActorId("per:mara-venn")]) == {
            "per:mara-venn": (ÖST, VENN)
        }
    with open_reader(ledger) as reader:
        assert list(reader.records()) == [record]


def test_judging_again_puts_the_latest_extractions_in_the_place_of_all_before(
    ledger: LedgerFile,
) -> None:
    gone = ActorRef(actor=ActorId("per:gone"))
    record = quarrel()
    put(ledger, record)
    with ledger.reading() as connection:
        assert needs_judging(connection, STAGE)
    put(ledger, actors=judging(record, said=[judged(ÖST, VENN)]))
    take(ledger, [gone], [judged(gone, ÖST)])
    with ledger.writing() as connection:
        assert not needs_judging(connection, STAGE)
        assert needs_judging(connection, "identity.other.v1")
        book = book_of(connection)
        found = [profile_of(ÖST), profile_of(VENN)]
        said = [judged(ÖST, VENN, NO)]
        articles = [record.article.id]
        book.start_again(
            Judged(articles=articles, profiles=found, judgements=said, mark=STAGE), STAGE
        )
        assert shown(connection) == {ÖST: ÖST.actor, VENN: VENN.actor}
        (latest,) = LedgerRegistry(connection=connection, stage=STAGE).verdicts([(gone, ÖST)])
        assert latest.verdict is Verdict.WITHDRAWN
        assert not needs_judging(connection, STAGE)


@pytest.mark.parametrize("size", [10, 200])
def test_a_newcomer_costs_as_many_queries_whatever_the_cluster(
    ledger: LedgerFile, size: int
) -> None:
    full = ActorRef(actor=ActorId("per:ann-ames"))
    bare = [ActorRef(actor=ActorId("per:ames"), article=f"a-{n:016x}") for n in range(size + 1)]
    random.Random(size).shuffle(bare)
    take(ledger, [full, *bare[:-1]], [judged(each, full) for each in bare[:-1]])
    asked: list[str] = []
    event.listen(
        ledger.engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, *_: asked.append(statement),
    )

    take(ledger, [bare[-1]], [judged(bare[-1], full)])

    assert len(asked) < 30
    with ledger.reading() as connection:
        assert set(shown(connection).values()) == {full.actor}
