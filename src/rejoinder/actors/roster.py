"""Roster: the actors of one article, with their mentions and the names it uses for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rejoinder.actors.gazetteer import Gazetteer, named_in_phrase
from rejoinder.actors.lands import state_of_country
from rejoinder.actors.profiles import Profile, table_profile
from rejoinder.actors.scene import Scene
from rejoinder.actors.sighting import Seen, Sort
from rejoinder.actors.speech import Speech
from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.ids import ActorId
from rejoinder.model.span import Span

__all__ = ["list_actors"]

_PRONOUNS = frozenset("he she it they i we who which".split())
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST_NAME = 60
# Their ids are their identity, so whatever the article calls them may stand beside the name.
_KNOWN_BY_ID = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_FORCE})
_NAMED_BY_ARTICLE = frozenset({ActorKind.GROUP, ActorKind.IGO})


@dataclass(slots=True)
class _Entry:
    """What is collected of one actor."""

    profile: Profile
    mentions: dict[Span, MentionKind] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)


def list_actors(
    scene: Scene,
    speeches: Sequence[Speech],
    speakers: Sequence[tuple[ActorId, ...]],
    gazetteer: Gazetteer,
) -> tuple[Actor, ...]:
    """Return everyone whom the article mentions, by id."""
    entries: dict[ActorId, _Entry] = {}

    def entry(profile: Profile) -> _Entry:
        return entries.setdefault(profile.id, _Entry(profile=profile))

    for seen in scene.seen:
        for actor in seen.actors:
            _add(scene, entry(scene.profiles[actor]), seen)
    for speech, who in zip(speeches, speakers, strict=True):
        pronoun = len(speech.source) == 1 and scene.words.lower[speech.source[0]] in _PRONOUNS
        kind = MentionKind.PRONOUN if pronoun else MentionKind.EPITHET
        for actor in who:
            if pronoun or actor not in entries:
                entry(scene.profiles[actor]).mentions.setdefault(speech.spans[0], kind)
    for profile, seen in _own(scene, speeches, speakers):
        _add(scene, entry(profile), seen)
    return tuple(_actor(entries[actor], gazetteer) for actor in sorted(entries))


def _add(scene: Scene, entry: _Entry, seen: Seen) -> None:
    sighting, kind = seen.sighting, entry.profile.kind
    span = scene.words.span(sighting.first, sighting.last)
    entry.mentions.setdefault(span, sighting.kind)
    if len(seen.actors) > 1 and not sighting.name:
        # "The presidents of Norland and Sudland" is the name of neither.
        return
    again = sighting.epithet is not None and sighting.epithet.sort is not Sort.GROUP
    side = kind is ActorKind.GROUP and not again
    if kind is ActorKind.PERSON and sighting.name:
        span = scene.words.span(*sighting.core)
    elif kind is ActorKind.PERSON:
        entry.titles[_plain(span.text_of(scene.text))] = None
        return
    named = sighting.entry is not None and sighting.kind is not MentionKind.EPITHET
    if sighting.name or named or side or kind in _KNOWN_BY_ID:
        entry.names[_plain(span.text_of(scene.text))] = None


def _own(
    scene: Scene, speeches: Sequence[Speech], speakers: Sequence[tuple[ActorId, ...]]
) -> Iterator[tuple[Profile, Seen]]:
    """Yield the speaker's state, or its body, for "our country", "our troops", "his country"."""
    open_ones = [s for s in scene.seen if not s.actors and _is_own(scene, s)]
    if not open_ones:
        return
    for speech, who in zip(speeches, speakers, strict=True):
        countries = {scene.profiles[actor].country for actor in who}
        state = state_of_country(next(iter(countries))) if len(countries) == 1 else None
        if state is None:
            continue
        inside = set(speech.content)
        for seen in open_ones:
            if seen.sighting.core[0] in inside:
                body = seen.sighting.body
                yield table_profile(body.of(state) if body is not None else state), seen


def _is_own(scene: Scene, seen: Seen) -> bool:
    sighting = seen.sighting
    first = scene.words.lower[sighting.first]
    if sighting.epithet is not None:
        return sighting.epithet.sort is Sort.COUNTRY and sighting.epithet.whose in {"our", "own"}
    return sighting.body is not None and first in {"our", "my"}


def _plain(name: str) -> str:
    """Return a name as one writes it alone: without article, in one line."""
    words = name.split()
    return " ".join(words[1:] if words[0].lower() in _ARTICLES and len(words) > 1 else words)


def _actor(entry: _Entry, gazetteer: Gazetteer) -> Actor:
    profile, mentions = entry.profile, entry.mentions
    name = profile.name
    known = gazetteer.entries.get(profile.id)
    composed = profile.kind in _NAMED_BY_ARTICLE and known is None
    if composed and entry.names:
        # What a side calls itself is disputed; the article's own words are taken.
        name = _fullest(entry.names)
    elif composed:
        name = _with_land(profile)
    elif profile.vacant and entry.titles:
        title = _fullest(entry.titles)
        name = title[:1].upper() + title[1:]
    return Actor(
        id=profile.id,
        name=name,
        aliases=tuple(sorted({alias for alias in entry.names if alias != name})),
        kind=profile.kind,
        country=profile.country,
        sector=profile.sector,
        role=profile.role,
        mentions=tuple(Mention(span=span, kind=mentions[span]) for span in sorted(mentions)),
        claimed_by=tuple(map(ActorId, known.claimed_by)) if known is not None else (),
    )


def _with_land(profile: Profile) -> str:
    """Return the name of a group that is only named together with others: its noun and its land."""
    state = state_of_country(profile.country)
    land = named_in_phrase(state.name) if state is not None else None
    return profile.name if land is None else f"{profile.name} of {land}"


def _fullest(names: Mapping[str, None]) -> str:
    """Return the longest name of those that are no whole sentence, else the first."""
    short = [name for name in names if len(name) <= _LONGEST_NAME]
    return max(short, key=len) if short else next(iter(names))
