"""Actors by id and by name from the summary of names, without going through all articles."""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, func, select

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.folding import fold
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import actors, extractions
from rejoinder.ledger.schema_identity import identities
from rejoinder.ledger.schema_summaries import actor_forms
from rejoinder.model.ids import ActorId

__all__ = ["called_so", "with_id"]


def called_so(connection: Connection, folded: str, *, roles: bool) -> set[ActorId]:
    """Return the canonical ids of actors with that in a name or alias, or also in a role.

    Args:
        connection: of a ledger whose summaries are up to date.
        folded: part of a name, without case and accents.
        roles: whether it may be part of a role.
    """
    query = select(actor_forms.c.actor_id).where(
        actor_forms.c.form.contains(folded, autoescape=True)
    )
    if not roles:
        query = query.where(actor_forms.c.is_role.is_(False))
    ids = sorted(set(connection.execute(query).scalars()))
    has_it = actors.c.folded.contains(folded, autoescape=True)
    found = _everywhere(connection, ids, has_it)
    for canonical, name, aliases in _in_one_article(connection, ids, has_it):
        if roles or any(folded in fold(each) for each in (name, *json.loads(aliases))):
            found.add(ActorId(canonical))
    return found


def with_id(connection: Connection, name: str, *, exactly: bool) -> set[ActorId]:
    """Return the canonical ids to which an id leads that articles have, in any case or exactly."""
    own = actor_forms.c.actor_id
    same = own == name if exactly else func.lower(own) == name.lower()
    ids = sorted(set(connection.execute(select(own).where(same)).scalars()))
    found = _everywhere(connection, ids, None)
    return found | {ActorId(row[0]) for row in _in_one_article(connection, ids, None)}


def _everywhere(
    connection: Connection, ids: Iterable[str], condition: ColumnElement[bool] | None
) -> set[ActorId]:
    """Return by which ids those go who have that id in an article that does not set them apart."""
    found: set[str] = set()
    apart = exists(
        select(1)
        .where(
            identities.c.actor_id == actors.c.id,
            identities.c.article_id == extractions.c.article_id,
        )
        .correlate(actors, extractions)
    )
    query = (
        select(actors.c.id)
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .where(actors.c.id == bindparam("one"), is_latest(), ~apart)
        .limit(1)
    )
    met = query if condition is None else query.where(condition)
    for each in ids:
        found.update(connection.execute(met, {"one": each}).scalars())
    goes = dict.fromkeys(found, "")
    for few in chunks(sorted(found)):
        own = identities.c
        known = select(own.actor_id, own.canonical_id).where(
            own.actor_id.in_(few), own.article_id == ""
        )
        goes.update((row[0], row[1]) for row in connection.execute(known))
    return {ActorId(name or each) for each, name in goes.items()}


def _in_one_article(
    connection: Connection, ids: Sequence[str], condition: ColumnElement[bool] | None
) -> Iterable[tuple[str, str, str]]:
    """Yield canonical id, name and aliases of those whom an article sets apart."""
    for few in chunks(ids):
        query = (
            select(identities.c.canonical_id, actors.c.name, actors.c.aliases)
            .join(extractions, extractions.c.article_id == identities.c.article_id)
            .join(
                actors,
                and_(
                    actors.c.extraction_id == extractions.c.id,
                    # Not by the index of actors' ids: it leads to every article that names one.
                    actors.c.id.concat("") == identities.c.actor_id,
                ),
            )
            .where(identities.c.actor_id.in_(few), identities.c.article_id != "", is_latest())
        )
        for row in connection.execute(query if condition is None else query.where(condition)):
            yield row[0], row[1], row[2]
