"""Actors by what people call them: an id, an old one, a name, an alias, a role."""

import difflib
import json
from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import ColumnElement, Connection, func, or_, select

from rejoinder.errors import NotFound
from rejoinder.ledger.called import called_so, with_id
from rejoinder.ledger.canonical import actor_names, canonical_of, members_of
from rejoinder.ledger.folding import fold
from rejoinder.ledger.identities import goes_by
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.listing import read_listed
from rejoinder.ledger.naming import namings_in_force
from rejoinder.ledger.profile_rows import names_of
from rejoinder.ledger.schema import actors, articles, extractions
from rejoinder.ledger.schema_identity import identities, profiles
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.actor import ActorKind
from rejoinder.model.identity import ref_of_id
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef

__all__ = [
    "actors_called",
    "actors_with_id",
    "find_actor",
    "named_in_article",
    "printed_names",
    "ruled_or_listed",
]

_SHOWN = 8


def named_in_article(name: str) -> ColumnElement[bool]:
    """Return the condition that an actor has that id, or that in its name, aliases or role."""
    folded = fold(name)
    if not folded:
        return actors.c.id == name
    return or_(actors.c.id == name, actors.c.folded.contains(folded, autoescape=True))


def actors_called(connection: Connection, name: str, *, roles: bool) -> set[ActorId]:
    """Return the canonical ids of all actors that have that id or that in a name or alias.

    Args:
        connection: of the ledger.
        name: an id, also one that leads to another, or part of a name; case and accents do not
            count.
        roles: whether it may be part of a role in any article too.
    """
    found = actors_with_id(connection, name)
    folded = fold(name)
    # No name has an id in it, and looking through all of them takes time.
    if not folded or (found and ":" in name):
        return found
    if SummaryBook(connection=connection).is_current():
        found |= called_so(connection, folded, roles=roles)
    else:
        found.update(_called_in_articles(connection, name, folded, roles=roles))
    return found | ruled_or_listed(connection, folded)


def _called_in_articles(
    connection: Connection, name: str, folded: str, *, roles: bool
) -> Iterator[ActorId]:
    query = (
        select(
            actors.c.name,
            actors.c.aliases,
            canonical_of(actors.c.id, extractions.c.article_id).label("canonical"),
        )
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .where(is_latest(), named_in_article(name))
        .distinct()
    )
    for row in connection.execute(query):
        called = (row.name, *json.loads(row.aliases))
        if roles or any(folded in fold(each) for each in called):
            yield ActorId(row.canonical)


def find_actor(connection: Connection, name: str) -> ActorRef:
    """Return the one actor who goes by that id, or has that name, or that in a name.

    A name gives the ref by whose id the actor goes; an id that ref itself.

    Raises:
        NotFound: nobody does, or several do; the message lists them.
    """
    own = actors_with_id(connection, name)
    if own:
        if len(own) == 1:
            return _ref_with_id(connection, name, next(iter(own)))
        raise _several(connection, name, own)
    found = actors_called(connection, name, roles=False)
    exact = {each for each in found if fold(name) in _names(connection, each)}
    for group in (exact, found):
        if len(group) == 1:
            return ref_of_id(next(iter(group)))
        if group:
            raise _several(connection, name, group)
    raise NotFound(f"no actor goes by {name!r}; {_near(connection, name)}")


def actors_with_id(connection: Connection, name: str) -> set[ActorId]:
    """Return the canonical ids to which an id leads; a bare surname's may lead to several.

    Those that articles have; an id that none has any more leads where it led.
    """
    if SummaryBook(connection=connection).is_current():
        found = with_id(connection, name, exactly=True)
        if not found and ":" in name:
            found = with_id(connection, name, exactly=False)
        return found or set(goes_by(connection, _refs(connection, name)).values())
    found = set()
    for condition in (actors.c.id == name, func.lower(actors.c.id) == name.lower()):
        query = (
            select(canonical_of(actors.c.id, extractions.c.article_id))
            .join(extractions, extractions.c.id == actors.c.extraction_id)
            .where(is_latest(), condition)
            .distinct()
        )
        found |= {ActorId(each) for each in connection.execute(query).scalars()}
        if found or ":" not in name:
            break
    return found or set(goes_by(connection, _refs(connection, name)).values())


def _refs(connection: Connection, name: str) -> set[ActorRef]:
    """Return the refs that are meant by an id: everywhere, or with ``@`` and an article."""
    actor, at, article = name.rpartition("@")
    if not at:
        return {ActorRef(actor=ActorId(name))}
    query = select(articles.c.id).where(or_(articles.c.ref == article, articles.c.id == article))
    return {
        ActorRef(actor=ActorId(actor), article=each) for each in connection.execute(query).scalars()
    }


def _ref_with_id(connection: Connection, name: str, canonical: ActorId) -> ActorRef:
    """Return the ref that has that id, or else the one by whose id the actor goes."""
    refs = _refs(connection, name)
    known = [ref for ref, goes in goes_by(connection, refs).items() if goes == canonical]
    if not known:
        members = members_of(connection, [canonical])[canonical]
        known = [ref for ref in members if ref.actor.lower() == name.lower()]
    return known[0] if len(known) == 1 else ref_of_id(canonical)


def ruled_or_listed(connection: Connection, folded: str) -> set[ActorId]:
    """Return who has that in the name that a person or a list gives."""
    ruled = {
        actor
        for actor, naming in namings_in_force(connection).items()
        if folded in fold(naming.name)
    }
    refs = {
        ActorRef(actor=each.id)
        for each in read_listed(connection)
        if any(folded in fold(form) for form in (each.name, *each.aliases))
    }
    return ruled | set(goes_by(connection, refs).values())


def _names(connection: Connection, canonical: ActorId) -> set[str]:
    """Return every name of an actor, folded."""
    called = actor_names(connection, [canonical]).get(canonical, "")
    members = select(identities.c.actor_id).where(identities.c.canonical_id == canonical)
    query = (
        select(actors.c.name, actors.c.aliases)
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .where(
            is_latest(),
            or_(actors.c.id == ref_of_id(canonical).actor, actors.c.id.in_(members)),
            canonical_of(actors.c.id, extractions.c.article_id) == canonical,
        )
        .distinct()
    )
    rows = connection.execute(query).all()
    return {fold(each) for row in rows for each in (row.name, *json.loads(row.aliases))} | {
        fold(called)
    }


def _several(connection: Connection, name: str, ids: Collection[ActorId]) -> NotFound:
    listed = _listed(connection, ids)
    return NotFound(f"{len(ids)} actors go by {name!r}; name one by its id: {listed}")


def _listed(connection: Connection, ids: Collection[ActorId]) -> str:
    few = sorted(ids)[:_SHOWN]
    names = {**_names_in_articles(connection, few), **actor_names(connection, few)}
    shown = [f"{each} ({names[each]})" if each in names else each for each in few]
    more = [f"{len(ids) - _SHOWN} more"] if len(ids) > _SHOWN else []
    return "; ".join([*shown, *more])


def _names_in_articles(connection: Connection, ids: Collection[ActorId]) -> dict[ActorId, str]:
    """Return what some article calls each actor by whose own id it goes."""
    query = (
        select(actors.c.id, func.max(actors.c.name).label("name"))
        .where(actors.c.id.in_(ids))
        .group_by(actors.c.id)
    )
    return {ActorId(row.id): row.name for row in connection.execute(query)}


def _near(connection: Connection, name: str) -> str:
    """Return what the person may have meant."""
    rows = connection.execute(
        select(actors.c.name, canonical_of(actors.c.id, extractions.c.article_id).label("id"))
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .where(is_latest())
        .distinct()
    ).all()
    if not rows:
        return "the ledger holds none yet; add articles with: rejoinder ingest INPUT"
    by_form: dict[str, ActorId] = {}
    for row in rows:
        for form in _forms(row.name, row.id):
            by_form.setdefault(form, ActorId(row.id))
    near = difflib.get_close_matches(fold(name), by_form, n=_SHOWN, cutoff=0.6)
    if near:
        return f"near it: {_listed(connection, {by_form[each] for each in near})}"
    return "list them with: rejoinder actors"


def _forms(name: str, canonical: str) -> Iterable[str]:
    return fold(name), fold(canonical), fold(canonical.partition(":")[2])


def printed_names(connection: Connection) -> Iterator[tuple[ActorRef, ActorKind, str]]:
    """Yield each name, as printed, of everybody who is judged by an id that stands everywhere."""
    query = (
        select(profiles.c.actor_id, profiles.c.kind, profiles.c.facts)
        .where(profiles.c.article_id == "")
        .order_by(profiles.c.actor_id)
    )
    for row in connection.execute(query):
        for name in names_of(row.facts):
            yield ActorRef(actor=ActorId(row.actor_id)), ActorKind(row.kind), name
