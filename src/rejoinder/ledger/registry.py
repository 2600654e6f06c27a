"""What is known of actors that are judged; satisfies ``rejoinder.actors.ports.Registry``."""

import functools
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    func,
    select,
    union,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from rejoinder.ledger.judging import judgements_on
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import actors, extractions
from rejoinder.ledger.schema_identity import (
    judgements,
    profile_facts,
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


_FACTS = {sort.value: sort for sort in Fact}
_KEYS = given_table("key")
_IN_BLOCKS = select(profile_keys.c.actor_id, profile_keys.c.article_id).join_from(
    _KEYS, profile_keys, profile_keys.c.key == _KEYS.c.key
)
_NAMED = given_table("key", "state")
_TOLD = and_(
    profile_keys.c.key == _NAMED.c.key,
    profile_facts.c.actor_id == profile_keys.c.actor_id,
    profile_facts.c.article_id == profile_keys.c.article_id,
)
_COUNTRIES = and_(
    profile_facts.c.fact.in_([Fact.COUNTRY.value, Fact.STATE.value]),
    profile_facts.c.value == _NAMED.c.state,
)
# Of values that begin with the state and a slash; "0" is the character behind "/".
_OWNED = and_(
    profile_facts.c.fact.in_([Fact.OFFICE.value, Fact.FORMER.value]),
    profile_facts.c.value > _NAMED.c.state + "/",
    profile_facts.c.value < _NAMED.c.state + "0",
)
_NAMING = union(
    *(
        select(profile_keys.c.actor_id, profile_keys.c.article_id)
        .select_from(_NAMED, profile_keys, profile_facts)
        .where(_TOLD, told)
        for told in (_COUNTRIES, _OWNED)
    )
)


def _of_ref(table: Table, *columns: ColumnElement[str]) -> ScalarSelect[Any]:
    """Return a query for what a table has of one profile, as a JSON list for each column."""
    own = and_(table.c.actor_id == profiles.c.actor_id, table.c.article_id == profiles.c.article_id)
    lists = [func.json_group_array(column) for column in columns]
    return select(func.json_array(*lists)).where(own).correlate(profiles).scalar_subquery()


# One row a profile, each gone to by its key: a join would sort all facts to bring them together.
_PROFILES = select(
    profiles.c.actor_id,
    profiles.c.article_id,
    profiles.c.kind,
    _of_ref(profile_keys, profile_keys.c.key).label("shared"),
    _of_ref(profile_facts, profile_facts.c.fact, profile_facts.c.value).label("told"),
).join_from(
    _REFS,
    profiles,
    and_(profiles.c.actor_id == _REFS.c.actor_id, profiles.c.article_id == _REFS.c.article_id),
)
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
    """

    connection: Connection
    stage: str

    def profiles(self, keys: Collection[str]) -> Iterator[Profile]:
        """Yield each known profile that has one of the keys, whole."""
        rows = self.connection.execute(_IN_BLOCKS, given_rows((key,) for key in keys))
        yield from self._profiles({_ref(row) for row in rows})

    def ids_in(self, keys: Collection[str]) -> Iterator[tuple[str, ActorId]]:
        """Yield the ids in each block that has one of the keys; as quick for large ones."""
        if keys:
            for row in self.connection.execute(_ids_in(), given_rows((key,) for key in keys)):
                yield row.key, ActorId(row.actor_id)

    def profiles_naming(self, wanted: Collection[tuple[str, str]]) -> Iterator[Profile]:
        """Yield each known profile, whole, that has a key and tells of the state given with it."""
        if wanted:
            rows = self.connection.execute(_NAMING, given_rows(wanted))
            yield from self._profiles({_ref(row) for row in rows})

    def _profiles(self, refs: Collection[ActorRef]) -> Iterator[Profile]:
        if not refs:
            return
        for row in self.connection.execute(_PROFILES, given_refs(refs)):
            (keys,), (sorts, values) = json.loads(row.shared), json.loads(row.told)
            yield Profile(
                ref=_ref(row),
                kind=ActorKind(row.kind),
                facts=frozenset(zip(map(_FACTS.__getitem__, sorts), values, strict=True)),
                keys=frozenset(keys),
            )

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


def add_profiles(connection: Connection, found: Iterable[Profile]) -> None:
    """Join profiles with what is known of the same refs."""
    every = list(found)
    kinds: dict[ActorRef, ActorKind] = {}
    for each in every:
        kinds[each.ref] = min(each.kind, kinds.get(each.ref, each.kind))
    _write_kinds(connection, kinds)
    facts = {(each.ref, fact, value) for each in every for fact, value in each.facts}
    keys = {(each.ref, key) for each in every for key in each.keys}
    rows = [{**_columns(ref), "fact": fact.value, "value": value} for ref, fact, value in facts]
    _write_new(connection, profile_facts, rows)
    _write_new(connection, profile_keys, [{**_columns(ref), "key": key} for ref, key in keys])


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
    query = select(profile_facts.c.actor_id).where(
        profile_facts.c.article_id == "", profile_facts.c.fact == Fact.PLAIN.value
    )
    if ids is not None:
        query = query.where(profile_facts.c.actor_id.in_(wanted_values(ids)))
    return {ActorId(each) for each in connection.execute(query.distinct()).scalars()}


def clear_profiles(connection: Connection) -> None:
    """Forget everything that is known of actors, to learn it again."""
    for table in (profile_facts, profile_keys, profiles, profiled):
        connection.execute(delete(table))


def _write_kinds(connection: Connection, kinds: dict[ActorRef, ActorKind]) -> None:
    """Write the kinds; of two the lesser stays, as `Profile.joined` has it."""
    if not kinds:
        return
    statement = upsert(profiles)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[profiles.c.actor_id, profiles.c.article_id],
            set_={"kind": statement.excluded.kind},
            where=statement.excluded.kind < profiles.c.kind,
        ),
        [{**_columns(ref), "kind": kind.value} for ref, kind in kinds.items()],
    )


def _write_new(connection: Connection, table: Table, rows: list[dict[str, str]]) -> None:
    """Write the rows that are not there."""
    if rows:
        connection.execute(upsert(table).on_conflict_do_nothing(), rows)


def _columns(ref: ActorRef) -> dict[str, str]:
    return {"actor_id": ref.actor, "article_id": ref.article}


def _ref(row: Row[*tuple[Any, ...]]) -> ActorRef:
    return ActorRef(actor=ActorId(row.actor_id), article=row.article_id)
