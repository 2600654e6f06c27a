"""The derived table of who goes by which id, kept true as judgements come.

What it holds is what `rejoinder.model.identity.identify_refs` says of all refs and judgements. Only
what new judgements can have changed is worked out again: refs that are connected by positive
verdicts. A ref of a new article that joins one cluster alone needs not even that (`_attach`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from rejoinder.ledger.changes import changed, mark_refs
from rejoinder.ledger.judging import all_judgements, judgements_touching
from rejoinder.ledger.listing import listed_among
from rejoinder.ledger.neighbours import find_component
from rejoinder.ledger.registry import plain_among
from rejoinder.ledger.schema_identity import identities, judgements, profiles
from rejoinder.ledger.wanted import given_refs, given_table, wanted_values
from rejoinder.model.identity import (
    canonical_id,
    canonical_ref,
    identify_refs,
    ref_of_id,
    standing,
)
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Judgement, Verdict

__all__ = [
    "goes_by",
    "rebuild_identities",
    "reconsider_identities",
    "refs_of_ids",
    "update_identities",
]

_REFS = given_table("actor_id", "article_id")
_OF_REFS = select(identities).join_from(
    _REFS,
    identities,
    and_(identities.c.actor_id == _REFS.c.actor_id, identities.c.article_id == _REFS.c.article_id),
)


def update_identities(
    connection: Connection, refs: Iterable[ActorRef], said: Sequence[Judgement]
) -> frozenset[ActorRef]:
    """Take in refs that extraction gave and judgements that were just written.

    Returns:
        refs that were there before and have come to others: of each union all but the largest part.
    """
    judged = {ref for each in said if not each.person for ref in (each.left, each.right)}
    fresh = _add(connection, judged.union(refs))
    upkeep = _Upkeep(connection)
    upkeep.work_out(
        ref
        for each in said
        if each.person or (each.left not in fresh and each.right not in fresh)
        for ref in (each.left, each.right)
    )
    waiting = sorted(fresh - upkeep.placed)
    partners: defaultdict[ActorRef, dict[ActorRef, Verdict]] = defaultdict(dict)
    for (left, right), each in standing(judgements_touching(connection, waiting)).items():
        partners[left][right] = partners[right][left] = each.verdict
    upkeep.look_up(partners.keys())
    for ref in waiting:
        if ref in upkeep.placed:
            continue
        here = {
            other: verdict
            for other, verdict in partners[ref].items()
            if other not in fresh or other in upkeep.placed
        }
        if not upkeep.attach(ref, here):
            upkeep.work_out([ref])
    upkeep.flush()
    return frozenset(upkeep.moved - fresh)


def reconsider_identities(
    connection: Connection, seeds: Collection[ActorRef]
) -> frozenset[ActorRef]:
    """Work out again who goes with those refs, and return as `update_identities` does."""
    upkeep = _Upkeep(connection)
    upkeep.work_out(seeds)
    return frozenset(upkeep.moved)


def rebuild_identities(connection: Connection) -> frozenset[ActorRef]:
    """Make the whole table again from profiles, judgements and lists.

    Returns:
        as `update_identities` does.
    """
    before = {
        _ref(row): ActorId(row.canonical_id) for row in connection.execute(select(identities))
    }
    query = select(profiles.c.actor_id, profiles.c.article_id)
    refs = [ActorRef(actor=ActorId(a), article=b) for a, b in connection.execute(query)]
    said = all_judgements(connection)
    listed = listed_among(connection, None)
    found = identify_refs(refs, said, listed, plain_among(connection, None))
    connection.execute(delete(identities))
    _write(connection, found.canonical)
    mark_refs(connection, changed(before, found.canonical))
    return frozenset(_united(before, found.canonical))


def refs_of_ids(connection: Connection, ids: Collection[ActorId]) -> set[ActorRef]:
    """Return the refs that the table holds of those ids, in one article or everywhere."""
    query = select(identities.c.actor_id, identities.c.article_id).where(
        identities.c.actor_id.in_(wanted_values(ids))
    )
    return {ActorRef(actor=ActorId(a), article=b) for a, b in connection.execute(query)}


def goes_by(connection: Connection, refs: Collection[ActorRef]) -> dict[ActorRef, ActorId]:
    """Return the canonical ids of those refs that the table holds."""
    if not refs:
        return {}
    rows = connection.execute(_OF_REFS, given_refs(refs))
    return {_ref(row): ActorId(row.canonical_id) for row in rows}


def _ref(row: Row[*tuple[Any, ...]]) -> ActorRef:
    return ActorRef(actor=ActorId(row.actor_id), article=row.article_id)


@dataclass(slots=True)
class _Upkeep:
    """One round of changes to the table.

    Attributes:
        placed: refs whose rows are as they should be.
        moved: refs that have come to others.
        known: rows as they are to be, as far as they were looked at.
        waiting: rows that are still to be written.
    """

    connection: Connection
    placed: set[ActorRef] = field(default_factory=set)
    moved: set[ActorRef] = field(default_factory=set)
    known: dict[ActorRef, ActorId] = field(default_factory=dict)
    waiting: dict[ActorRef, ActorId] = field(default_factory=dict)
    _ruled: frozenset[ActorId] | None = None

    def flush(self) -> None:
        """Write what waits."""
        _write(self.connection, self.waiting)
        self.waiting = {}

    def look_up(self, refs: Collection[ActorRef]) -> None:
        """Learn the rows of those refs."""
        self.known.update(goes_by(self.connection, refs))

    def work_out(self, seeds: Iterable[ActorRef]) -> None:
        """Make the rows of those refs true, and of all that positive verdicts connect with them."""
        wanted = set(seeds) - self.placed
        if not wanted:
            return
        self.flush()
        component = find_component(self.connection, wanted)
        ids = {ref.actor for ref in component.refs}
        listed = listed_among(self.connection, ids)
        plain = plain_among(self.connection, ids)
        said = component.judgements
        found = identify_refs(component.known, said, listed, plain).canonical
        before = goes_by(self.connection, component.refs)
        self.moved |= _united(before, found)
        gone = [ref for ref in before if ref not in found]
        _remove(self.connection, gone)
        mark_refs(self.connection, changed(before, found))
        _write(self.connection, {r: n for r, n in found.items() if before.get(r) != n})
        self.known.update(found)
        self.placed |= component.refs
        self._ruled = None

    def attach(self, ref: ActorRef, partners: Mapping[ActorRef, Verdict]) -> bool:
        """Place a ref that nothing was known of, where that changes nothing for others.

        That is so where its positive verdicts all lead to one cluster of which nobody is kept apart
        from it and of which no person has said anything: all of its members are joined whatever
        the order, and the newcomer adds no reason to part them.

        Returns:
            whether it is placed; if not, the component has to be worked out.
        """
        joined = {self.known[o] for o, verdict in partners.items() if verdict is Verdict.POSITIVE}
        apart = {
            self.known[o]
            for o, verdict in partners.items()
            if verdict is Verdict.NEGATIVE and o in self.known
        }
        if len(joined) > 1 or joined & (apart | self._ruled_on()):
            return False
        self.placed.add(ref)
        if joined:
            self._join(ref, joined.pop())
            mark_refs(self.connection, [ref])
        return True

    def _join(self, ref: ActorRef, cluster: ActorId) -> None:
        both = (ref_of_id(cluster), ref)
        ids = {each.actor for each in both}
        # Plain names matter between two that stand everywhere; most newcomers are one article's.
        plain = plain_among(self.connection, ids) if not any(e.article for e in both) else ()
        best = canonical_id(canonical_ref(both, listed_among(self.connection, ids), plain))
        if best != cluster:
            self.flush()
            going = select(identities).where(identities.c.canonical_id == cluster)
            mark_refs(self.connection, [_ref(row) for row in self.connection.execute(going)])
            self.connection.execute(
                update(identities)
                .where(identities.c.canonical_id == cluster)
                .values(canonical_id=best)
            )
            self.known.update({o: best for o, name in self.known.items() if name == cluster})
        self.known[ref] = self.waiting[ref] = best

    def _ruled_on(self) -> frozenset[ActorId]:
        """Return the clusters of which a person has said anything."""
        if self._ruled is None:
            sides = (
                select(judgements.c.left_actor, judgements.c.left_article),
                select(judgements.c.right_actor, judgements.c.right_article),
            )
            refs = {
                ActorRef(actor=ActorId(actor), article=article)
                for side in sides
                for actor, article in self.connection.execute(
                    side.where(judgements.c.person).distinct()
                )
            }
            self._ruled = frozenset(goes_by(self.connection, refs).values())
        return self._ruled


def _united(before: Mapping[ActorRef, ActorId], after: Mapping[ActorRef, ActorId]) -> set[ActorRef]:
    """Return who has come to others: of each union all but the largest part."""
    parts: defaultdict[ActorId, defaultdict[ActorId, set[ActorRef]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for ref, name in after.items():
        parts[name][before.get(ref, canonical_id(ref))].add(ref)
    moved: set[ActorRef] = set()
    for found in parts.values():
        largest = min(found, key=lambda part: (-len(found[part]), part))
        moved.update(*(refs for part, refs in found.items() if part != largest))
    return moved


def _add(connection: Connection, refs: Iterable[ActorRef]) -> set[ActorRef]:
    """Write rows for refs that have none, each by itself, and return those refs."""
    every = set(refs)
    fresh = every - goes_by(connection, every).keys()
    _write(connection, {ref: canonical_id(ref) for ref in fresh})
    mark_refs(connection, [ref for ref in fresh if ref.article])
    return fresh


def _write(connection: Connection, rows: Mapping[ActorRef, ActorId]) -> None:
    """Write rows, over those that are there."""
    if not rows:
        return
    statement = upsert(identities)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[identities.c.actor_id, identities.c.article_id],
            set_={"canonical_id": statement.excluded.canonical_id},
        ),
        [
            {"actor_id": ref.actor, "article_id": ref.article, "canonical_id": name}
            for ref, name in rows.items()
        ],
    )


def _remove(connection: Connection, refs: Sequence[ActorRef]) -> None:
    """Remove rows of refs that no judgement speaks of any more."""
    for ref in refs:
        connection.execute(
            delete(identities).where(
                identities.c.actor_id == ref.actor, identities.c.article_id == ref.article
            )
        )
