"""Ids: each actor of a list gets one; two that would share it are told apart or refused."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rejoinder.actors.lists.result import Draft, Problems
from rejoinder.actors.slugs import slug
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.listed import ListedActor

__all__ = ["PREFIXES", "make_actors", "read_id"]

PREFIXES: Mapping[ActorKind, str] = {
    ActorKind.STATE: "state",
    ActorKind.GOVERNMENT_BODY: "gov",
    ActorKind.ARMED_FORCE: "mil",
    ActorKind.PERSON: "per",
    ActorKind.GROUP: "grp",
    ActorKind.IGO: "igo",
    ActorKind.NGO: "ngo",
    ActorKind.MEDIA: "media",
    ActorKind.DOCUMENT: "doc",
}
_ID = re.compile(r"([a-z]+):[^\s;,@\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Territories and sides are groups whatever their bodies are; an office may be a body's.
_SHARED = {"gov": {"gov", "mil"}, "mil": {"gov", "mil"}}


def read_id(value: str, kind: ActorKind | None) -> tuple[ActorId | None, ActorKind]:
    """Return the id if the value is one of ours, and the kind, which the id tells if None.

    Raises:
        ValueError: id and kind do not go together, or there is neither.
    """
    found = _ID.fullmatch(value)
    told = {prefix: kind for kind, prefix in PREFIXES.items()}
    prefix = found[1] if found is not None else ""
    if prefix not in told:
        if kind is None:
            known = ", ".join(kind.value for kind in ActorKind)
            raise ValueError(f"there is no kind; write one of {known}")
        return None, kind
    if kind is None:
        return ActorId(value), told[prefix]
    if prefix not in _SHARED.get(PREFIXES[kind], {PREFIXES[kind]}):
        raise ValueError(
            f"id {value!r} is not that of a {kind.value}; begin it with '{PREFIXES[kind]}:', or "
            "change the kind"
        )
    return ActorId(value), kind


def make_actors(
    drafts: Sequence[Draft],
    known: Mapping[tuple[str, ActorKind], ActorId],
    problems: Problems,
) -> tuple[ListedActor, ...]:
    """Return the actors with their ids; those that cannot be told apart are problems.

    An actor without an id has that of the tables if they know its name and kind, and else one made
    from its name; where two of a list would have the same, their refs are added.

    Args:
        drafts: in the order of the list.
        known: ids of the tables by name and kind.
        problems: takes what is wrong.
    """
    wanted = [draft.id or _usual_id(draft, known) for draft in drafts]
    holders: defaultdict[ActorId, list[int]] = defaultdict(list)
    for place, actor in enumerate(wanted):
        if drafts[place].id is None:
            holders[actor].append(place)
    for actor, places in holders.items():
        refs = [slug(drafts[place].ref or "") for place in places]
        if len(places) > 1 and all(refs) and len(set(refs)) == len(refs):
            for place, ref in zip(places, refs, strict=True):
                wanted[place] = ActorId(f"{actor}-{ref}")
    return _each_once(drafts, wanted, problems)


def _usual_id(draft: Draft, known: Mapping[tuple[str, ActorKind], ActorId]) -> ActorId:
    if draft.kind is ActorKind.STATE and draft.country is not None:
        return ActorId(f"state:{draft.country}")
    own = ActorId(f"{PREFIXES[draft.kind]}:{slug(draft.name)}")
    return known.get((draft.name, draft.kind), own)


def _each_once(
    drafts: Sequence[Draft], ids: Iterable[ActorId], problems: Problems
) -> tuple[ListedActor, ...]:
    found: dict[ActorId, tuple[int, ListedActor]] = {}
    for draft, actor in zip(drafts, ids, strict=True):
        if draft.kind is ActorKind.STATE and draft.country is None:
            detail = f"state {draft.name!r} has no country; write its ISO 3166-1 alpha-3 code"
            problems.at(draft.line, detail)
        elif actor in found:
            line, other = found[actor]
            problems.at(
                draft.line,
                f"{draft.name!r} would have the id {actor!r}, as {other.name!r} on line {line} "
                "has; give both an id of their own, or make them one entry",
            )
        else:
            found[actor] = (draft.line, _listed(draft, actor))
    return tuple(listed for _, listed in found.values())


def _listed(draft: Draft, actor: ActorId) -> ListedActor:
    return ListedActor(
        id=actor,
        name=draft.name,
        aliases=tuple(a for a in dict.fromkeys(draft.aliases) if a != draft.name),
        kind=draft.kind,
        country=draft.country,
        sector=draft.sector,
        roles=draft.roles,
        ref=draft.ref,
    )
