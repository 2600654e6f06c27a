"""What is known of actors that are judged; satisfies ``rejoinder.actors.ports.Registry``."""

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.judging import judgements_on
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.profile_rows import profile_of, profile_row, ref_of_row
from rejoinder.ledger.schema import actors, extractions
from rejoinder.ledger.schema_identity import (
    judgements,
    profile_keys,
    profiled,
    profiles,
)
from rejoinder.ledger.wanted import given_refs, given_rows, given_table, wanted_values
from rejoinder.model.actor import ActorKind
from rejoinder.model.identity import Pair
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.judgement import ActorRef, Judgement
from rejoinder.model.profile import Fact, Profile, Sighting

__all__ = [
    "LedgerRegistry",
    "add_profiles",
    "clear_profiles",
    "mark_profiled",
    "needs_judging",
    "plain_among",
]


_REFS = given_table("actor_id", "article_id")


_KEYS = given_table("key")
_IN_BLOCKS = select(profile_keys.c.actor_id, profile_keys.c.article_id).join_from(
    _KEYS, profile_keys, profile_keys.c.key == _KEYS.c.key
)
_PROFILES = select(profiles).join_from(
    _REFS,
    profiles,
    and_(profiles.c.actor_id == _REFS.c.actor_id, profiles.c.article_id == _REFS.c.article_id),
)
_NAMED = given_table("key", "state")


def _says(end: str) -> ColumnElement[bool]:
    """Return the condition that a value of a profile is the given state, or begins with it."""
    return func.instr(profiles.c.facts, literal('"') + _NAMED.c.state + end) > 0


# Those in whose facts the code stands at all are looked at; it may be a name.
_NAMING = (
    select(profiles)
    .join_from(_NAMED, profile_keys, profile_keys.c.key == _NAMED.c.key)
    .join(
        profiles,
        and_(
            profiles.c.actor_id == profile_keys.c.actor_id,
            profiles.c.article_id == profile_keys.c.article_id,
        ),
    )
    .where(or_(_says('"'), _says("/")))
)
_OF_STATES = frozenset({Fact.COUNTRY, Fact.STATE, Fact.OFFICE, Fact.FORMER})
_AT_ONCE = 4096
_SIGHTINGS = (
    select(actors.c.extraction_id, extractions.c.article_id, actors.c.country)
    .add_columns(actors.c.role, actors.c.sector)
    .join(extractions, extractions.c.id == actors.c.extraction_id)
    .where(actors.c.id == bindparam("actor"), is_latest())
    .where(actors.c.country.is_not(None), actors.c.role.is_not(None))
)


@functools.cache
def _ids_in() -> Select[Any]:
    """Return the query that goes from one id of a block to the next by the index.

    So it passes over all the articles in which an id stands.
    """
    own = profile_keys.c
    first = select(func.min(own.actor_id)).where(own.key == _KEYS.c.key).scalar_subquery()
    met = select(_KEYS.c.key, first.label("actor_id")).cte("met", recursive=True)
    after = select(func.min(own.actor_id)).where(
        own.key == met.c.key, own.actor_id > met.c.actor_id
    )
    found = met.union_all(
        select(met.c.key, after.scalar_subquery()).where(met.c.actor_id.is_not(None))
    )
    return select(found.c.key, found.c.actor_id).where(found.c.actor_id.is_not(None))


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRegistry:
    """Profiles and verdicts over a connection.

    Attributes:
        stage: whose verdicts.
        read: what was known of refs that were asked for, so that it is not read again where they
            are written; None where nothing was.
    """

    connection: Connection
    stage: str
    read: dict[ActorRef, Profile | None] = field(default_factory=dict)

    def known(self, refs: Collection[ActorRef]) -> Iterator[Profile]:
        """Yield what is known of those refs, whole."""
        if refs:
            found = {each.ref: each for each in _known(self.connection, refs)}
            self.read.update((ref, found.get(ref)) for ref in refs)
            yield from found.values()

    def profiles(
        self, keys: Collection[str], besides: Collection[ActorRef] = ()
    ) -> Iterator[Profile]:
        """Yield each known profile that has one of the keys, whole, but those of some refs."""
        if keys:
            rows = self.connection.execute(_IN_BLOCKS, given_rows((key,) for key in keys))
            yield from self.known({ref_of_row(row) for row in rows}.difference(besides))

    def ids_in(self, keys: Collection[str]) -> Iterator[tuple[str, ActorId]]:
        """Yield the ids in each block that has one of the keys; as quick for large ones."""
        if keys:
            for row in self.connection.execute(_ids_in(), given_rows((key,) for key in keys)):
                yield row.key, ActorId(row.actor_id)

    def profiles_naming(self, wanted: Collection[tuple[str, str]]) -> Iterator[Profile]:
        """Yield each known profile, whole, that has a key and tells of the state given with it."""
        if not wanted:
            return
        rows = self.connection.execute(_NAMING, given_rows(wanted))
        for each in {profile.ref: profile for profile in map(profile_of, rows)}.values():
            told = {value.partition("/")[0] for sort in _OF_STATES for value in each.values(sort)}
            if any(key in each.keys and state in told for key, state in wanted):
                yield each

    def verdicts(self, pairs: Collection[Pair]) -> list[Judgement]:
        """Return the stage's latest judgement on each pair that has one."""
        latest = {
            (each.left, each.right): each
            for each in judgements_on(self.connection, pairs)
            if each.judge == self.stage and not each.person
        }
        return list(latest.values())

    def sightings(self, actor: ActorId) -> list[Sighting]:
        """Return where latest extractions give a person of that id a country and a role."""
        rows = self.connection.execute(_SIGHTINGS, {"actor": actor}).all()
        states: defaultdict[str, set[str]] = defaultdict(set)
        wanted = wanted_values(row.extraction_id for row in rows)
        mentioned = select(actors.c.extraction_id, actors.c.id).where(
            actors.c.extraction_id.in_(wanted), actors.c.kind == ActorKind.STATE.value
        )
        for key, state in self.connection.execute(mentioned):
            states[key].add(state.partition(":")[2])
        return [
            Sighting(
                actor=actor,
                article=ArticleId(row.article_id),
                country=row.country,
                role=row.role,
                sector=row.sector,
                states=frozenset(states[row.extraction_id]),
            )
            for row in rows
        ]

    def parted(self, actor: ActorId) -> list[Pair]:
        """Return the pairs of refs of that id on which there is a judgement of the stage."""
        own = judgements.c
        query = (
            select(own.left_article, own.right_article)
            .where(own.left_actor == actor, own.right_actor == actor)
            .where(own.judge == self.stage, own.person.is_(False))
            .distinct()
        )
        return [
            (ActorRef(actor=actor, article=left), ActorRef(actor=actor, article=right))
            for left, right in self.connection.execute(query)
        ]


def add_profiles(
    connection: Connection,
    found: Iterable[Profile],
    read: Mapping[ActorRef, Profile | None] | None = None,
) -> None:
    """Join profiles with what is known of the same refs; only what says more is written.

    Args:
        connection: holds the write lock.
        found: the profiles.
        read: what is known of some refs, or None where nothing is; the others are read.
    """
    fresh: dict[ActorRef, Profile] = {}
    for each in found:
        fresh[each.ref] = _join(fresh.get(each.ref), each)
    before = dict(read or {})
    for refs in chunks(sorted(fresh.keys() - before.keys()), _AT_ONCE):
        before.update((each.ref, each) for each in _known(connection, refs))
    rows: list[dict[str, str]] = []
    blocks: list[tuple[str, ActorId, str]] = []
    for ref in sorted(fresh):
        old, new = before.get(ref), fresh[ref]
        if old is not None and not new.says_more_than(old):
            continue
        rows.append(profile_row(_join(old, new)))
        keys = new.keys if old is None else new.keys - old.keys
        blocks += [(key, ref.actor, ref.article) for key in keys]
    _put(connection, rows)
    names = profile_keys.c.keys()
    _write_new(
        connection,
        profile_keys,
        [dict(zip(names, each, strict=True)) for each in sorted(blocks)],
    )


def _known(connection: Connection, refs: Collection[ActorRef]) -> Iterator[Profile]:
    return map(profile_of, connection.execute(_PROFILES, given_refs(refs)))


def _join(one: Profile | None, other: Profile) -> Profile:
    return other if one is None else one.joined(other)


def mark_profiled(connection: Connection, articles: Collection[ArticleId], stage: str) -> None:
    """Note that the actors of the articles' latest extractions were judged."""
    query = select(extractions.c.id).where(
        extractions.c.article_id.in_(wanted_values(articles)), is_latest()
    )
    rows = [{"extraction_id": each, "stage": stage} for each in connection.execute(query).scalars()]
    _write_new(connection, profiled, rows)


def needs_judging(connection: Connection, stage: str) -> bool:
    """Say whether the actors of a latest extraction were not judged, or not by that stage."""
    other = select(profiled.c.extraction_id).where(profiled.c.stage != stage).limit(1)
    if connection.execute(other).first() is not None:
        return True
    done = select(1).where(profiled.c.extraction_id == extractions.c.id).correlate(extractions)
    query = select(extractions.c.id).where(is_latest(), ~done.exists()).limit(1)
    return connection.execute(query).first() is not None


def plain_among(connection: Connection, ids: Collection[ActorId] | None) -> set[ActorId]:
    """Return which of those ids, of all for None, are plain names."""
    plain = func.json_extract(profiles.c.facts, f"$.{Fact.PLAIN}").is_not(None)
    query = select(profiles.c.actor_id).where(profiles.c.article_id == "", plain)
    if ids is not None:
        query = query.where(profiles.c.actor_id.in_(wanted_values(ids)))
    return {ActorId(each) for each in connection.execute(query).scalars()}


def clear_profiles(connection: Connection) -> None:
    """Forget everything that is known of actors, to learn it again."""
    for table in (profile_keys, profiles, profiled):
        connection.execute(delete(table))


def _put(connection: Connection, rows: list[dict[str, str]]) -> None:
    """Write profiles over those that are there."""
    if rows:
        statement = upsert(profiles)
        values = {name: statement.excluded[name] for name in ("kind", "facts", "blocks")}
        own = [profiles.c.actor_id, profiles.c.article_id]
        connection.execute(statement.on_conflict_do_update(index_elements=own, set_=values), rows)


def _write_new(connection: Connection, table: Table, rows: list[dict[str, str]]) -> None:
    """Write the rows that are not there."""
    if rows:
        connection.execute(upsert(table).on_conflict_do_nothing(), rows)
