"""Who is one actor, given what was judged."""

import random
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model.identity import (
    Identity,
    active,
    canonical_id,
    canonical_ref,
    identify_refs,
    ref_of_id,
)
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Judgement, Verdict, judgement_id

BEGAN = datetime(2030, 1, 1, tzinfo=UTC)
STAGE = "identity.test.v1"
ART = "a-00000000000000a1"


def ref(name: str, article: str = "") -> ActorRef:
    return ActorRef(actor=ActorId(f"per:{name}"), article=article)


def judged(
    left: ActorRef,
    right: ActorRef,
    verdict: Verdict,
    *,
    score: float | None = None,
    person: str = "",
    at: int = 0,
    undoes: str = "",
) -> Judgement:
    """Return a stage's judgement, or that of the person named, some minutes after the beginning."""
    one, other = sorted((left, right))
    judge = person or STAGE
    decided = BEGAN + timedelta(minutes=at) if person else None
    return Judgement(
        id=judgement_id(one, other, verdict, judge, (), decided=decided, undoes=undoes),
        left=one,
        right=other,
        verdict=verdict,
        score=None if person else (0.5 if score is None else score),
        features=(),
        judge=judge,
        person=bool(person),
        decided=decided,
        undoes=undoes,
    )


def undo(judgement: Judgement, at: int) -> Judgement:
    return judged(
        judgement.left,
        judgement.right,
        Verdict.WITHDRAWN,
        person="una",
        at=at,
        undoes=judgement.id,
    )


def groups(identity: Identity) -> set[frozenset[str]]:
    """Return the sets of refs that go by one id, as people see them."""
    by_id: dict[str, set[str]] = {}
    for each, name in identity.canonical.items():
        by_id.setdefault(name, set()).add(canonical_id(each))
    return {frozenset(members) for members in by_id.values()}


A, B, C, D = ref("ann-ames"), ref("anne-ames"), ref("ann-b-ames"), ref("a-amis")
YES, NO, MAYBE = Verdict.POSITIVE, Verdict.NEGATIVE, Verdict.UNSURE

CASES: dict[str, tuple[Sequence[Judgement], list[set[ActorRef]]]] = {
    "nothing is judged": ([], [{A}, {B}, {C}, {D}]),
    "a stage joins": ([judged(A, B, YES)], [{A, B}, {C}, {D}]),
    "unsure joins nobody": ([judged(A, B, MAYBE)], [{A}, {B}, {C}, {D}]),
    "joined by way of a third": ([judged(A, B, YES), judged(B, C, YES)], [{A, B, C}, {D}]),
    "a negative keeps apart whom a third would join, the weaker gives way": (
        [judged(A, B, YES, score=0.8), judged(B, C, YES, score=0.9), judged(A, C, NO)],
        [{B, C}, {A}, {D}],
    ),
    "a person joins against a stage": (
        [judged(A, B, NO), judged(A, B, YES, person="una")],
        [{A, B}, {C}, {D}],
    ),
    "a person keeps apart against a stage": (
        [judged(A, B, YES), judged(A, B, NO, person="una")],
        [{A}, {B}, {C}, {D}],
    ),
    "a person's unsure takes a stage's verdict away": (
        [judged(A, B, YES), judged(A, B, MAYBE, person="una")],
        [{A}, {B}, {C}, {D}],
    ),
    "clusters that a person joins stay whole against a stage": (
        [
            judged(A, B, YES),
            judged(C, D, YES),
            judged(B, C, NO),
            judged(A, D, YES, person="una"),
        ],
        [{A, B, C, D}],
    ),
    "what a person keeps apart does not come together by way of others": (
        [judged(A, B, YES, score=0.9), judged(B, C, YES), judged(A, C, NO, person="una")],
        [{A, B}, {C}, {D}],
    ),
    "both verdicts of a person hold, a stage's weaker one gives way": (
        [
            judged(A, B, YES, score=0.9),
            judged(C, D, YES, score=0.8),
            judged(A, C, YES, person="una"),
            judged(B, D, NO, person="una"),
        ],
        [{A, B, C}, {D}],
    ),
    "of two persons the later": (
        [judged(A, B, YES, person="una"), judged(A, B, NO, person="bob", at=1)],
        [{A}, {B}, {C}, {D}],
    ),
    "of persons' unions that cannot both be, the later": (
        [
            judged(A, B, YES, person="una"),
            judged(B, C, YES, person="una", at=1),
            judged(A, C, NO, person="bob", at=2),
        ],
        [{B, C}, {A}, {D}],
    ),
    "withdrawn leaves it to the stages": (
        [
            judged(A, B, YES),
            judged(A, B, NO, person="una"),
            judged(A, B, Verdict.WITHDRAWN, person="bob", at=1),
        ],
        [{A, B}, {C}, {D}],
    ),
    "a stage withdraws its own": (
        [judged(A, B, YES), judged(A, B, Verdict.WITHDRAWN)],
        [{A}, {B}, {C}, {D}],
    ),
    "a stage's later verdict follows its earlier": (
        [judged(A, B, YES), judged(A, B, MAYBE)],
        [{A}, {B}, {C}, {D}],
    ),
}


@pytest.mark.parametrize(("judgements", "wanted"), CASES.values(), ids=CASES.keys())
def test_clusters(judgements: Sequence[Judgement], wanted: list[set[ActorRef]]) -> None:
    found = groups(identify_refs((A, B, C, D), judgements))

    assert found == {frozenset(canonical_id(each) for each in group) for group in wanted}


def test_undoing_the_later_of_two_brings_the_earlier_back() -> None:
    first = judged(A, B, YES, person="una", at=0)
    second = judged(A, B, NO, person="bob", at=1)
    taken_back = undo(second, at=2)

    assert identify_refs((), [first, second, taken_back]) == identify_refs((), [first])
    assert identify_refs((), [first, second, taken_back, undo(taken_back, at=3)]) == identify_refs(
        (), [first, second]
    )
    assert active([first, second, taken_back]) == [first, taken_back]


def test_undoing_an_earlier_one_leaves_the_later() -> None:
    first = judged(A, B, YES, person="una", at=0)
    second = judged(A, B, NO, person="bob", at=1)

    assert identify_refs((), [first, second, undo(first, at=2)]) == identify_refs((), [second])


NAMES: dict[str, tuple[list[ActorRef], ActorRef]] = {
    "given and family name and no more": ([A, C, ref("ann-bea-ames")], A),
    "a name in two words before one word": ([A, ref("ames-of-the-many"), ref("ames")], A),
    "a name written out before initials": ([ref("a-b-ames"), ref("ann-b-ames")], C),
    "the longer of two spellings": ([ref("an-ames"), A], A),
    "of other actors the fullest name": (
        [ActorRef(actor=ActorId("ngo:a-b")), ActorRef(actor=ActorId("ngo:a-b-watch"))],
        ActorRef(actor=ActorId("ngo:a-b-watch")),
    ),
    "of equals the lesser id": ([ref("bo-ames"), ref("al-amez"), ref("al-ames")], ref("al-ames")),
    "a name before an office": (
        [ref("AZE-foreign-minister-of-the-republic", ART), ref("bayramov", ART)],
        ref("bayramov", ART),
    ),
    "what stands everywhere before one article's": ([ref("ann-b-ames", ART), A], A),
    "a state before its names": (
        [ActorRef(actor=ActorId("grp:the-republic-of-x")), ActorRef(actor=ActorId("state:XXX"))],
        ActorRef(actor=ActorId("state:XXX")),
    ),
}


@pytest.mark.parametrize(("group", "wanted"), NAMES.values(), ids=NAMES.keys())
def test_a_cluster_goes_by(group: list[ActorRef], wanted: ActorRef) -> None:
    assert canonical_ref(group) == canonical_ref(group[::-1]) == wanted


def test_a_plain_name_goes_before_one_with_words_that_are_no_names() -> None:
    plain, noisy = ref("ann-bea-ames"), ref("crooked-ames")

    assert canonical_ref([plain, noisy], plain={plain.actor}) == plain
    assert canonical_ref([plain, noisy]) == noisy
    found = identify_refs((), [judged(plain, noisy, YES)], plain={plain.actor})
    assert found.of(noisy.actor) == plain.actor


def test_a_listed_id_goes_before_all() -> None:
    assert canonical_ref([A, C], listed={A.actor}) == A


@pytest.mark.parametrize("each", [A, ref("ames", ART), ActorRef(actor=ActorId("usr:x@y"))])
def test_an_id_that_is_shown_leads_back_to_its_ref(each: ActorRef) -> None:
    assert ref_of_id(canonical_id(each)) == each


def test_a_surname_is_its_article_s_and_a_full_name_everybody_s() -> None:
    here, there = ref("ames", ART), ref("ames", "a-00000000000000b2")
    identity = identify_refs((A, here, there), [judged(here, A, YES)])

    assert identity.of(here.actor, here.article) == A.actor
    assert identity.of(here.actor, there.article) == "per:ames@a-00000000000000b2"
    assert identity.of(A.actor, "a-0000000000000099") == A.actor
    assert identity.of(ActorId("per:nobody"), ART) == "per:nobody"


def test_one_article_s_bearer_of_an_id_is_set_apart_and_brought_back() -> None:
    here = ActorRef(actor=A.actor, article=ART)
    split = judged(A, here, NO, person="una")
    apart = identify_refs((A,), [split])
    assert (apart.of(A.actor, ART), apart.of(A.actor)) == (canonical_id(here), A.actor)

    again = identify_refs((A,), [split, undo(split, at=1)])
    assert again.of(A.actor, ART) == A.actor


REFS = [ref(f"n{number}") for number in range(7)] + [ref("n1", ART), ref("n", ART)]
pairs = st.tuples(st.sampled_from(REFS), st.sampled_from(REFS)).filter(
    lambda pair: pair[0] < pair[1]
)


@st.composite
def stage_judgements(draw: st.DrawFn) -> list[Judgement]:
    """Return what a stage says of some pairs, of each once."""
    return [
        judged(*pair, draw(st.sampled_from([YES, NO, MAYBE])), score=draw(st.integers(0, 9)) / 10)
        for pair in draw(st.lists(pairs, unique=True, max_size=14))
    ]  # fmt: skip


@st.composite
def person_judgements(draw: st.DrawFn) -> list[Judgement]:
    """Return what persons say in the order of their time, some of it taken back."""
    found: list[Judgement] = []
    for at in range(draw(st.integers(0, 6))):
        if draw(st.booleans()) and found:
            found.append(undo(draw(st.sampled_from(found)), at))
        else:
            verdict = draw(st.sampled_from(Verdict))
            found.append(judged(*draw(pairs), verdict, person=draw(st.sampled_from("xyz")), at=at))
    return found


def mixed(judgements: Iterable[Judgement], seed: int) -> list[Judgement]:
    """Return stages' judgements in any order between persons' in theirs."""
    every = list(judgements)
    random.Random(seed).shuffle(every)
    persons = iter(sorted((j for j in every if j.person), key=lambda j: j.decided or BEGAN))
    return [next(persons) if j.person else j for j in every]


@given(stage_judgements(), person_judgements(), st.integers(0, 99))
def test_order_does_not_matter_but_for_persons_time(
    stage: list[Judgement], persons: list[Judgement], seed: int
) -> None:
    whole = identify_refs(REFS, [*stage, *persons])

    assert identify_refs(reversed(REFS), mixed([*stage, *persons], seed)) == whole


@given(stage_judgements(), person_judgements())
def test_clusters_are_a_partition_and_each_goes_by_one_of_its_own(
    stage: list[Judgement], persons: list[Judgement]
) -> None:
    identity = identify_refs(REFS, [*stage, *persons])

    assert set(identity.canonical) == set(REFS)
    for members in groups(identity):
        names = {identity.canonical[ref_of_id(each)] for each in members}
        assert len(names) == 1
        assert names <= members


@given(stage_judgements(), person_judgements())
def test_no_pair_that_a_person_keeps_apart_is_one_nor_any_pair_of_a_stage_alone(
    stage: list[Judgement], persons: list[Judgement]
) -> None:
    both = identify_refs(REFS, [*stage, *persons])
    alone = identify_refs(REFS, stage)
    for pair in {(j.left, j.right) for j in persons}:
        said = [j for j in active(j for j in persons if (j.left, j.right) == pair) if not j.undoes]
        if said and said[-1].verdict is NO:
            assert both.canonical[pair[0]] != both.canonical[pair[1]]
    for judgement in stage:
        if judgement.verdict is NO:
            assert alone.canonical[judgement.left] != alone.canonical[judgement.right]


@given(stage_judgements(), person_judgements(), pairs, st.sampled_from(Verdict))
def test_undo_restores_exactly(
    stage: list[Judgement],
    persons: list[Judgement],
    pair: tuple[ActorRef, ActorRef],
    verdict: Verdict,
) -> None:
    before = identify_refs(REFS, [*stage, *persons])
    said = judged(*pair, verdict, person="una", at=50)

    assert identify_refs(REFS, [*stage, *persons, said, undo(said, at=51)]) == before


@given(stage_judgements(), person_judgements())
def test_others_judged_elsewhere_change_nothing(
    stage: list[Judgement], persons: list[Judgement]
) -> None:
    far = ref("far-0"), ref("far-1")
    whole = identify_refs([*REFS, *far], [*stage, *persons, judged(*far, YES)])

    assert {k: v for k, v in whole.canonical.items() if k not in far} == dict(
        identify_refs(REFS, [*stage, *persons]).canonical
    )
