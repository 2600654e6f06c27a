"""Ids of the ledger: by which one an actor goes, whom that stands for, and what he is called."""

import functools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from rejoinder.ledger.folding import fold
from rejoinder.ledger.listing import listed_among, read_listed
from rejoinder.ledger.naming import namings_in_force
from rejoinder.ledger.profile_rows import names_of, ref_of_row
from rejoinder.ledger.schema import actors, extractions
from rejoinder.ledger.schema_identity import identities, profiles
from rejoinder.ledger.wanted import given_rows, given_table, wanted_refs, wanted_values
from rejoinder.model.identity import ref_of_id
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef

__all__ = [
    "actor_names",
    "canonical_of",
    "canonical_of_extractions",
    "fullest_names",
    "members_of",
]

_WORDS = re.compile(r"[^\W_]+")


def canonical_of(actor: ColumnElement[str], article: ColumnElement[str]) -> ColumnElement[str]:
    """Return the id by which an actor of an article goes in the ledger, as part of a query."""

    def going_by(where: ColumnElement[str] | str) -> ColumnElement[str]:
        table = identities.alias()
        return (
            select(table.c.canonical_id)
            .where(table.c.actor_id == actor, table.c.article_id == where)
            .scalar_subquery()
        )

    return func.coalesce(going_by(article), going_by(""), actor)


def canonical_of_extractions(
    connection: Connection, keys: Sequence[str]
) -> dict[str, dict[ActorId, ActorId]]:
    """Return the canonical id of each actor of each extraction."""
    found: defaultdict[str, dict[ActorId, ActorId]] = defaultdict(dict)
    rows = given_rows((key,) for key in keys)
    for row in connection.execute(_canonical_of_given(), rows) if keys else ():
        found[row.extraction_id][ActorId(row.id)] = ActorId(row.canonical)
    return found


@functools.cache
def _canonical_of_given() -> Select[Any]:
    given = given_table("extraction_id")
    goes = canonical_of(actors.c.id, extractions.c.article_id)
    return (
        select(actors.c.extraction_id, actors.c.id, goes.label("canonical"))
        .select_from(given)
        .join(actors, actors.c.extraction_id == given.c.extraction_id)
        .join(extractions, extractions.c.id == actors.c.extraction_id)
    )


def members_of(
    connection: Connection, ids: Collection[ActorId]
) -> dict[ActorId, tuple[ActorRef, ...]]:
    """Return for each canonical id the refs that go by it; for one of no cluster its own."""
    found: defaultdict[ActorId, list[ActorRef]] = defaultdict(list)
    query = select(identities).where(identities.c.canonical_id.in_(wanted_values(ids)))
    for row in connection.execute(query.order_by(identities.c.actor_id, identities.c.article_id)):
        found[ActorId(row.canonical_id)].append(
            ActorRef(actor=ActorId(row.actor_id), article=row.article_id)
        )
    return {each: tuple(found.get(each) or (ref_of_id(each),)) for each in ids}


def actor_names(connection: Connection, ids: Collection[ActorId]) -> dict[ActorId, str]:
    """Return what canonical ids are called, as far as that does not depend on the article.

    By a person's ruling, else by the user's list, else by the fullest form of the name by whose id
    the cluster goes.
    """
    names = fullest_names(connection, ids)
    listed = listed_among(connection, ids)
    if listed:
        names |= {each.id: each.name for each in read_listed(connection) if each.id in listed}
    ruled = namings_in_force(connection)
    return names | {each: ruled[each].name for each in ids if each in ruled}


def fullest_names(connection: Connection, ids: Iterable[ActorId]) -> dict[ActorId, str]:
    """Return the fullest printed form of the name that each id is made of."""
    refs = {ref_of_id(each): each for each in ids}
    wanted = wanted_refs(refs)
    query = select(profiles).join_from(
        wanted,
        profiles,
        and_(
            profiles.c.actor_id == wanted.c.actor_id, profiles.c.article_id == wanted.c.article_id
        ),
    )
    forms = {refs[ref_of_row(row)]: names_of(row.facts) for row in connection.execute(query)}
    return {
        each: min(found, key=lambda form: _fullness(each, form)) if len(found) > 1 else found[0]
        for each, found in forms.items()
        if found
    }


def _fullness(actor: ActorId, form: str) -> tuple[object, ...]:
    """Return a key by which the form comes first that has the id's words, then the longest."""
    words = ref_of_id(actor).actor.partition(":")[2].split("-")
    own = _WORDS.findall(fold(form).replace("'", "").replace("’", ""))
    missing = len(set(words).difference(own))
    marks = sum(ord(letter) > 127 for letter in form)
    return (missing, abs(len(own) - len(words)), form.isupper(), -len(form), -marks, form)
