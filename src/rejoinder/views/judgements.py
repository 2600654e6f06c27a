"""Judgements as people read them: who and whom, by whom, on what grounds, whether it holds."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from rejoinder.ledger.canonical import actor_names, members_of
from rejoinder.ledger.identities import goes_by
from rejoinder.ledger.judging import all_judgements, judgements_touching
from rejoinder.ledger.lookup import actors_called
from rejoinder.model.identity import active, canonical_id, standing
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Judgement, Verdict

__all__ = ["JudgedActor", "JudgementView", "find_judgements", "judgements_of", "view_judgements"]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedActor:
    """One of the two of whom something was judged.

    Attributes:
        ref: the id that was judged, with ``@`` and the article where it is that article's.
        id: by which the actor goes now.
        name: what the ledger calls who has the judged id; that id where it knows no name.
    """

    ref: ActorId
    id: ActorId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementView:
    """A judgement.

    Attributes:
        features: what it rests on, name and value.
        decided: when a person decided; None for a stage.
        undoes: the judgement that it takes back, or "".
        holds: it decides the pair now; others were followed by another or taken back.
    """

    id: str
    left: JudgedActor
    right: JudgedActor
    verdict: Verdict
    score: float | None
    features: tuple[tuple[str, str], ...]
    judge: str
    person: bool
    note: str
    decided: datetime | None
    undoes: str
    holds: bool


def find_judgements(
    connection: Connection,
    *,
    actor: str | None = None,
    verdict: Verdict | None = None,
    persons: bool = False,
    history: bool = False,
    limit: int | None = None,
) -> list[JudgementView]:
    """Return judgements, persons' first and the latest of them first, then stages' by score.

    Args:
        connection: of the ledger.
        actor: of whom; an id or part of a name.
        verdict: only such.
        persons: only those of persons.
        history: also those that no longer hold.
        limit: at most so many.
    """
    if actor is None:
        said = all_judgements(connection)
    else:
        ids = actors_called(connection, actor, roles=False)
        said = judgements_touching(connection, _refs(connection, ids))
    chosen = [
        each
        for each in said
        if (verdict is None or each.verdict is verdict) and (each.person or not persons)
    ]
    decided = _holding(said)
    kept = {each.id: each for each in chosen if history or each.id in decided}
    ordered = sorted(kept.values(), key=_order)
    return view_judgements(connection, ordered[:limit], decided)


def judgements_of(connection: Connection, actor: ActorId) -> list[JudgementView]:
    """Return the judgements that hold on anybody who goes by that canonical id."""
    said = judgements_touching(connection, _refs(connection, [actor]))
    decided = _holding(said)
    kept = {each.id: each for each in said if each.id in decided}
    return view_judgements(connection, sorted(kept.values(), key=_order), decided)


def view_judgements(
    connection: Connection, said: Collection[Judgement], holding: Collection[str]
) -> list[JudgementView]:
    """Return judgements with the names of the two; ``holding`` are the ids of those that hold."""
    refs = {ref for each in said for ref in (each.left, each.right)}
    now = goes_by(connection, refs)
    own = {ref: canonical_id(ref) for ref in refs}
    names = actor_names(connection, {*own.values(), *now.values()})

    def shown(ref: ActorRef) -> JudgedActor:
        canonical = now.get(ref, own[ref])
        name = names.get(own[ref]) or names.get(canonical) or own[ref]
        return JudgedActor(ref=own[ref], id=canonical, name=name)

    return [
        JudgementView(
            id=each.id,
            left=shown(each.left),
            right=shown(each.right),
            verdict=each.verdict,
            score=each.score,
            features=each.features,
            judge=each.judge,
            person=each.person,
            note=each.note,
            decided=each.decided,
            undoes=each.undoes,
            holds=each.id in holding,
        )
        for each in said
    ]


def _refs(connection: Connection, ids: Collection[ActorId]) -> set[ActorRef]:
    return {ref for refs in members_of(connection, ids).values() for ref in refs}


def _holding(said: Iterable[Judgement]) -> set[str]:
    """Return the ids of those that decide their pair, and of what takes back and holds itself."""
    every = list(said)
    by_pair: defaultdict[tuple[ActorRef, ActorRef], list[Judgement]] = defaultdict(list)
    for each in every:
        if each.person:
            by_pair[each.left, each.right].append(each)
    back = {each.id for group in by_pair.values() for each in active(group) if each.undoes}
    return back | {each.id for each in standing(every).values()}


_RANKS = {
    Verdict.UNSURE: 0,
    Verdict.POSITIVE: 1,
    Verdict.NEGATIVE: 2,
    Verdict.WITHDRAWN: 3,
}


def _order(each: Judgement) -> tuple[object, ...]:
    if each.decided is not None:
        return (0, -each.decided.timestamp(), each.id)
    return (1, _RANKS[each.verdict], -(each.score or 0.0), each.left, each.right, each.id)
