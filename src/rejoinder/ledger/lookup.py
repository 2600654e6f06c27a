"""Actors by what people call them: an id, an old one, a name, an alias, a role."""

import difflib
import json
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

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
from rejoinder.ledger.schema_summaries import actor_forms
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
    "told_unknown",
]

_SHOWN = 8
# A word of a name counts from so many letters on, and is near a name that is so much like it.
_LONG = 4
_ALIKE = 0.7


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
    raise NotFound(_nobody(connection, name))


def told_unknown(connection: Connection, name: str, *, roles: bool) -> str | None:
    """Return that no actor is called so, and who is near it; None where some are.

    Args:
        connection: of the ledger.
        name: as `actors_called` takes it.
        roles: as there.
    """
    found = actors_called(connection, name, roles=roles)
    return None if found else _nobody(connection, name)


def _nobody(connection: Connection, name: str) -> str:
    return f"no actor goes by {name!r}; {_near(connection, name)}"


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
    listed = _listed(connection, sorted(ids))
    return NotFound(f"{len(ids)} actors go by {name!r}; name one by its id: {listed}")


def _listed(connection: Connection, ids: Sequence[ActorId]) -> str:
    few = ids[:_SHOWN]
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
    known = connection.execute(_forms(connection)).all()
    if not known:
        return "the ledger holds none yet; add articles with: rejoinder ingest INPUT"
    by_form: dict[str, str] = {}
    for ident, form in known:
        for whole in (fold(form), fold(ident), fold(ident.partition(":")[2])):
            by_form.setdefault(whole, ident)
    for ident, form in known:
        for word in fold(form).split():
            if len(word) >= _LONG:
                by_form.setdefault(word, ident)
    near = difflib.get_close_matches(fold(name), by_form, n=_SHOWN, cutoff=_ALIKE)
    found = [sorted(actors_with_id(connection, by_form[form])) for form in near]
    if ids := list(dict.fromkeys(chain.from_iterable(found))):
        return f"near it: {_listed(connection, ids)}"
    return "list them with: rejoinder actors"


def _forms(connection: Connection) -> Select[str, str]:
    """Return what gives ids and the names that articles have for them."""
    if SummaryBook(connection=connection).is_current():
        own = actor_forms.c
        return select(own.actor_id, own.form).where(own.is_role.is_(False))
    return (
        select(actors.c.id, actors.c.name)
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .where(is_latest())
        .distinct()
    )


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
