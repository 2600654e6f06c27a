"""On whose side somebody speaks: the actor himself and, for officials, his state or body."""

import re
from collections.abc import Iterable, Mapping

from rejoinder.exchanges.matter import stems
from rejoinder.exchanges.offices import offices
from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span

__all__ = [
    "PartyIndex",
    "is_state_id",
    "is_whole_state",
    "party_ids",
    "state_id",
    "states_of_groups",
]

_STATE_BODIES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_FORCE})
_OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "LEG", "SPY", "COP", "JUD"})
# Codes of PLOVER that stand for many unlike bodies, not for one party.
_NOT_ONE_PARTY = frozenset({"IGO", "NGO", "UNO", "ISM", "IMG", "MNC", "UNK"})
_PREFIX = 4
_STATE = "state:"
_WHOLE = re.compile(r"gov:[\w-]+?-(?:government|presidency)")
_CAPITALISED = re.compile(r"\b[A-Z]\w+")


def state_id(country: str) -> ActorId:
    """Return the id that the state of that country code goes by."""
    return ActorId(f"{_STATE}{country}")


def party_ids(actor: Actor) -> frozenset[ActorId]:
    """Return the ids an actor speaks for: his own, and his state's where he holds an office."""
    official = actor.kind in _STATE_BODIES or (
        actor.kind is ActorKind.PERSON and actor.sector in _OFFICIAL_SECTORS
    )
    if official and actor.country and actor.country not in _NOT_ONE_PARTY:
        return frozenset({actor.id, state_id(actor.country)})
    return frozenset({actor.id})


def states_of_groups(actors: Iterable[Actor]) -> dict[ActorId, ActorId]:
    """Return the state of each group that has one: "Avarians opened fire" is said of Avaria."""
    return {
        actor.id: state_id(actor.country)
        for actor in actors
        if actor.kind is ActorKind.GROUP and actor.country and actor.country not in _NOT_ONE_PARTY
    }


def is_state_id(actor: ActorId) -> bool:
    """Say whether an id is that of a state."""
    return actor.startswith(_STATE)


def is_whole_state(actor: ActorId) -> bool:
    """Say whether an id is that of a state, or of what acts for all of it: its government."""
    return is_state_id(actor) or bool(_WHOLE.fullmatch(actor))


class PartyIndex:
    """Who is who in one article: parties of actors, and who is named where."""

    def __init__(self, record: ArticleRecord) -> None:
        """Index the record's actors by id and by place."""
        self._text = record.article.text
        held = offices(record)
        self._own: Mapping[ActorId, frozenset[ActorId]] = {
            actor.id: party_ids(actor) for actor in record.actors
        }
        self._parties = {
            actor: ids | held.get(actor, frozenset()) for actor, ids in self._own.items()
        }
        self._groups = states_of_groups(record.actors)
        self._mentions = sorted(
            (mention.span, actor.id) for actor in record.actors for mention in actor.mentions
        )
        self._states = {
            state: name[:_PREFIX].lower()
            for actor in record.actors
            if actor.kind is ActorKind.STATE
            for state, name in ((actor.id, actor.name),)
            if len(name) >= _PREFIX and " " not in name
        }
        self._state_ids = frozenset(
            actor.id for actor in record.actors if actor.kind is ActorKind.STATE
        )
        self._names = {
            actor.id: stems(" ".join((actor.name, *actor.aliases))) for actor in record.actors
        }
        self.state_words = frozenset(
            found
            for actor in record.actors
            if actor.kind is ActorKind.STATE
            for found in self._names[actor.id]
        )

    def is_state(self, actor: ActorId) -> bool:
        """Say whether the actor is a state."""
        return actor in self._state_ids

    def parties(self, actors: Iterable[ActorId]) -> frozenset[ActorId]:
        """Return the ids of all parties that the actors speak for."""
        return frozenset(
            party for actor in actors for party in self._parties.get(actor, frozenset({actor}))
        )

    def states_of(self, parties: Iterable[ActorId]) -> frozenset[ActorId]:
        """Return the states among the parties, and those whose people are among them."""
        ids = (self._groups.get(party, party) for party in parties)
        return frozenset(party for party in ids if is_state_id(party))

    def named_in(self, span: Span) -> frozenset[ActorId]:
        """Return the actors mentioned in the span, states by an adjective of theirs too.

        A mention inside a longer one does not count: "the minister of Avaria" is not Avaria.
        """
        here = [(place, actor) for place, actor in self._mentions if span.overlaps(place)]
        inside = [place for place, _ in here]
        named = {
            actor
            for place, actor in here
            if not any(other != place and other.contains(place) for other, _ in here)
        }
        capitalised = [
            found.group().lower()
            for found in _CAPITALISED.finditer(self._text, span.start, span.end)
            if not any(place.start <= found.start() < place.end for place in inside)
        ]
        named.update(
            state
            for state, prefix in self._states.items()
            if any(word.startswith(prefix) for word in capitalised)
        )
        return frozenset(named)

    def mention_words(self, actors: Iterable[ActorId]) -> frozenset[str]:
        """Return the stems of all words by which the actors are mentioned here."""
        wanted = frozenset(actors)
        places = (place for place, actor in self._mentions if actor in wanted)
        return frozenset(found for place in places for found in stems(place.text_of(self._text)))

    def speaks_for(self, owners: Iterable[ActorId], speakers: Iterable[ActorId]) -> bool:
        """Say whether words that are said to be of the owners can be those of the speakers.

        A state's words are anybody's who speaks for it; a minister's are not his colleague's.
        """
        wanted, said = frozenset(owners), frozenset(speakers)
        states = {party for owner in wanted & self._state_ids for party in self.parties((owner,))}
        return not wanted.isdisjoint(said) or not states.isdisjoint(self.parties(said))

    def name_words(self, actors: Iterable[ActorId]) -> frozenset[str]:
        """Return the stems of the actors' names, and of those of their states.

        Who the parties are is no matter of dispute: statements that share only names share nothing.
        """
        ids = (each for actor in actors for each in self._own.get(actor, frozenset({actor})))
        own = (self._names.get(actor, frozenset()) for actor in ids)
        return frozenset[str]().union(*own)
