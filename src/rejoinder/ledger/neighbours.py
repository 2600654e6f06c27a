"""Which refs judgements connect: what must be worked out together."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, and_, select

from rejoinder.ledger.judging import in_order, rows_touching
from rejoinder.ledger.schema_identity import judgements, profiles
from rejoinder.ledger.wanted import wanted_refs, wanted_values
from rejoinder.model.identity import standing
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Judgement, Verdict

__all__ = ["Component", "find_component"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Refs that positive verdicts connect.

    Attributes:
        known: those that extraction gave; the others are only judged.
        judgements: on two of the refs, in the order in which they stand.
    """

    refs: frozenset[ActorRef]
    known: frozenset[ActorRef]
    judgements: tuple[Judgement, ...]


def find_component(connection: Connection, seeds: Collection[ActorRef]) -> Component:
    """Return everything that positive verdicts connect with the seeds."""
    refs: set[ActorRef] = set()
    known: set[ActorRef] = set()
    rows: dict[int, RowMapping] = {}
    frontier = set(seeds)
    while frontier:
        refs |= frontier
        known |= _given(connection, frontier)
        here = rows_touching(connection, frontier)
        rows |= here
        joined = {
            ref
            for pair, each in standing(in_order(here.values())).items()
            if each.verdict is Verdict.POSITIVE
            for ref in pair
        }
        frontier = (joined | _own(connection, frontier, known)) - refs
    return Component(
        refs=frozenset(refs),
        known=frozenset(known),
        judgements=tuple(
            each for each in in_order(rows.values()) if each.left in refs and each.right in refs
        ),
    )


def _own(
    connection: Connection, refs: Collection[ActorRef], known: Collection[ActorRef]
) -> set[ActorRef]:
    """Return an id elsewhere for one article's that is only judged, and the other way round."""
    whole = {ActorRef(actor=ref.actor) for ref in refs if ref.article and ref not in known}
    ids = wanted_values(ref.actor for ref in refs if not ref.article)
    judged = {
        ActorRef(actor=ActorId(actor), article=article)
        for actor_column, article_column in (
            (judgements.c.left_actor, judgements.c.left_article),
            (judgements.c.right_actor, judgements.c.right_article),
        )
        for actor, article in connection.execute(
            select(actor_column, article_column)
            .where(actor_column.in_(ids), article_column > "")
            .distinct()
        )
    }
    return whole | (judged - _given(connection, judged))


def _given(connection: Connection, refs: Collection[ActorRef]) -> set[ActorRef]:
    """Return which of the refs extraction gave."""
    wanted = wanted_refs(refs)
    query = select(profiles.c.actor_id, profiles.c.article_id).join_from(
        wanted,
        profiles,
        and_(
            profiles.c.actor_id == wanted.c.actor_id, profiles.c.article_id == wanted.c.article_id
        ),
    )
    return {ActorRef(actor=ActorId(a), article=b) for a, b in connection.execute(query)}
