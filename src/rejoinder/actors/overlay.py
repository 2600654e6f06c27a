"""Overlay: a gazetteer with the actors of a user's list, and what the list says at a day."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rejoinder.actors.gazetteer import Entry, Gazetteer, Sense, Use
from rejoinder.actors.namekeys import name_parts
from rejoinder.actors.phrases import code_words
from rejoinder.model.actor import ActorKind
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId
from rejoinder.model.listed import DatedRole, ListedActor

__all__ = ["Standing", "listed_digest", "standing_at", "with_listed"]

_Phrase = tuple[str, Sense]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a list says of an actor at one time; None for what it does not say."""

    role: str | None
    country: str | None
    sector: str | None


def with_listed(gazetteer: Gazetteer, listed: Sequence[ListedActor]) -> Gazetteer:
    """Return the gazetteer with the listed actors in it; the list wins where both know a name.

    An actor with an id of the tables goes on under the names that they have for it. Names that two
    listed actors share are found for neither. Of a state's other names those that the tables do not
    have are read as its capital is: as the state where it acts.
    """
    if not listed:
        return gazetteer
    entries = dict(gazetteer.entries)
    known: dict[str, set[str]] = defaultdict(set)
    for phrase, sense in gazetteer.phrases:
        if sense.entry is not None:
            known[sense.entry.id].add(phrase)
    for actor in listed:
        if actor.kind is not ActorKind.PERSON:
            entries[actor.id] = _entry(gazetteer, actor)
    added = _unshared(
        pair
        for actor in listed
        if actor.kind is not ActorKind.PERSON
        for pair in _phrases(actor, entries[actor.id], known[actor.id])
    )
    names = {phrase for phrase, _ in added}
    kept = (pair for pair in gazetteer.phrases if pair[0] not in names)
    return Gazetteer(
        [*(_renewed(pair, entries) for pair in kept), *added],
        list(entries.values()),
        listed={actor.id: actor for actor in listed},
        persons=_persons(listed),
        given=gazetteer.given,
    )


def _entry(gazetteer: Gazetteer, actor: ListedActor) -> Entry:
    known = gazetteer.entries.get(actor.id)
    country = actor.country or (known.country if known is not None else None)
    sector = actor.sector or (known.sector if known is not None else None)
    return Entry(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        country=country,
        sector=None if actor.kind is ActorKind.STATE else sector,
        claimed_by=known.claimed_by if known is not None else (),
    )


def _phrases(actor: ListedActor, entry: Entry, known: set[str]) -> Iterator[_Phrase]:
    for name in dict.fromkeys((actor.name, *actor.aliases)):
        if name not in known:
            state = actor.kind is ActorKind.STATE and name != actor.name
            yield name, Sense(use=Use.METONYM if state else Use.NAME, entry=entry)


def _unshared(pairs: Iterable[_Phrase]) -> list[_Phrase]:
    found: dict[str, list[Sense]] = defaultdict(list)
    for phrase, sense in pairs:
        found[phrase].append(sense)
    return [(phrase, senses[0]) for phrase, senses in found.items() if len(senses) == 1]


def _renewed(pair: _Phrase, entries: dict[str, Entry]) -> _Phrase:
    """Return the phrase with what the list says of its entry."""
    phrase, sense = pair
    if sense.entry is None or entries[sense.entry.id] is sense.entry:
        return pair
    return phrase, replace(sense, entry=entries[sense.entry.id])


def _persons(listed: Sequence[ListedActor]) -> dict[tuple[str, ...], ActorId]:
    holders: dict[tuple[str, ...], set[ActorId]] = defaultdict(set)
    for actor in listed:
        if actor.kind is ActorKind.PERSON:
            for name in (actor.name, *actor.aliases):
                holders[name_parts(name)].add(actor.id)
    return {parts: next(iter(ids)) for parts, ids in holders.items() if len(ids) == 1 and parts}


def standing_at(actor: ListedActor, day: DateInterval | None) -> Standing:
    """Return what the list says of an actor when an article appeared, which may be unknown.

    A role that has dates and holds on all days that the article may be of goes before one without
    dates; where neither holds, the list's country and sector for the actor as a whole remain. What
    a role does not code its words may tell: "foreign minister" is GOV.
    """
    dated = [role for role in actor.roles if role.start is not None or role.end is not None]
    always = [role for role in actor.roles if role.start is None and role.end is None]
    now = [r for r in dated if day is not None and r.holds(day.start) and r.holds(day.end)]
    role = next(iter((*now, *always)), None)
    if role is None:
        return Standing(role=None, country=actor.country, sector=actor.sector)
    told = _told(role)
    return Standing(
        role=role.role or None,
        country=told.country or actor.country,
        sector=told.sector or actor.sector,
    )


def _told(role: DatedRole) -> DatedRole:
    if not role.role or (role.country is not None and role.sector is not None):
        return role
    country, sector = code_words(role.role)
    return replace(role, country=role.country or country, sector=role.sector or sector)


def listed_digest(listed: Sequence[ListedActor]) -> str | None:
    """Return the SHA-256 of what a list says, whatever its order; None for no list."""
    if not listed:
        return None
    lines = sorted(json.dumps(_plain(actor), ensure_ascii=True) for actor in listed)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _plain(actor: ListedActor) -> list[object]:
    roles = [
        [r.role, r.country, r.sector, str(r.start or ""), str(r.end or "")] for r in actor.roles
    ]
    return [
        actor.id,
        actor.name,
        list(actor.aliases),
        actor.kind,
        actor.country,
        actor.sector,
        roles,
    ]
