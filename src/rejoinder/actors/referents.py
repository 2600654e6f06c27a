"""Referents: whom an epithet means, by what was named before it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from rejoinder.actors.gazetteer import Entry
from rejoinder.actors.groups import group_entry
from rejoinder.actors.lands import main_state, most_named, state_of_country
from rejoinder.actors.mentions import Survey
from rejoinder.actors.nouns import GroupNoun, group_key, load_group_nouns
from rejoinder.actors.profiles import Profile, table_profile
from rejoinder.actors.sighting import Epithet, Seen, Sighting, Sort
from rejoinder.actors.slugs import slug
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind, MentionKind
from rejoinder.model.ids import ActorId

__all__ = ["Referents"]

_BY_NAME = frozenset({MentionKind.NAME, MentionKind.METONYM})
_NO_TAIL = frozenset({ActorKind.PERSON, ActorKind.STATE})
_NEAR = 3
_FAR = 12
_PAIR_REACH = 6
_JOINING = frozenset("and or with , the & both".split())


class Referents:
    """Finds whom "the country", "both sides", "the watchdog", "the envoys" mean."""

    def __init__(
        self,
        words: Words,
        survey: Survey,
        profiles: Mapping[ActorId, Profile],
        publisher: str | None,
    ) -> None:
        """Keep the article; ``profiles`` grows while it is resolved."""
        self._words = words
        self._survey = survey
        self._profiles = profiles
        self._publisher = publisher

    def find(self, sighting: Sighting, before: Sequence[Seen]) -> list[Profile]:
        """Return whom the epithet means; nobody where that is not known.

        Args:
            sighting: one with an epithet.
            before: what is resolved of the text before it, in text order.
        """
        epithet = sighting.epithet
        if epithet is None:
            return []
        if epithet.sort is Sort.COUNTRY:
            state = self._country(sighting, epithet, before)
            return [table_profile(state)] if state is not None else []
        if epithet.sort is Sort.PAIR:
            return self._pair(sighting, epithet, before)
        if epithet.sort is Sort.PUBLISHER:
            return self._own_publisher()
        if epithet.sort is Sort.GROUP:
            return self._group(sighting, epithet, before)
        known = self._last(before, epithet)
        return [known] if known is not None else []

    def find_again(self, sighting: Sighting, before: Sequence[Seen]) -> list[Profile]:
        """Return the group that a plural office with an article names again: "the envoys"."""
        office, lower = sighting.office, self._words.lower
        if office is None or office.owners or lower[sighting.first] not in {"the", "these"}:
            return []
        if office.nouns[0] != sighting.first + 1:
            return []
        words = tuple(lower[slice(*office.nouns)])
        keys = [n.key for n in load_group_nouns().get(words[0], ()) if n.words == words]
        return self._named_before(keys[0], before) if keys else []

    def find_behind(self, sighting: Sighting, behind: Sequence[Seen]) -> list[Profile]:
        """Return whom the words mean where they stand before the name, as headlines do."""
        epithet = sighting.epithet
        if epithet is None or not epithet.among or epithet.sort is Sort.COUNTRY:
            return []
        for seen in behind:
            for actor in seen.actors:
                if self._agrees(self._profiles[actor], epithet):
                    return [self._profiles[actor]]
        return []

    def _agrees(self, profile: Profile, epithet: Epithet) -> bool:
        if epithet.sort is Sort.TAIL:
            tail = profile.name.lower().split()[-1]
            return profile.kind not in _NO_TAIL and tail == epithet.key
        if epithet.sort is Sort.COMPATRIOT:
            return profile.kind is ActorKind.PERSON and profile.country in epithet.among
        if epithet.among and profile.country not in epithet.among:
            return False
        if epithet.key == "party" and profile.sector not in {"PTY", "OPP"}:
            return False
        return profile.kind in epithet.kinds and profile.sector != "PRE"

    def _last(self, before: Sequence[Seen], epithet: Epithet) -> Profile | None:
        for seen in reversed(before):
            named = seen.sighting.kind in _BY_NAME and len(seen.actors) == 1
            if named and self._agrees(self._profiles[seen.actors[0]], epithet):
                return self._profiles[seen.actors[0]]
        return None

    def _own_publisher(self) -> list[Profile]:
        name = self._publisher
        if not name:
            return []
        return [
            Profile(
                id=ActorId(f"media:{slug(name)}"),
                name=name,
                kind=ActorKind.MEDIA,
                country=None,
                sector="JRN",
            )
        ]

    def _country(
        self, sighting: Sighting, epithet: Epithet, before: Sequence[Seen]
    ) -> Entry | None:
        if epithet.whose == "our":
            return None
        number = self._words.sentence[sighting.first]
        if epithet.whose == "own":
            return self._country_of_owner(number, before)
        apart = self._countries_in(number, before) if epithet.whose == "other" else frozenset()
        reach = _FAR if epithet.among else _NEAR
        found = self._land_back(
            sighting,
            reach,
            lambda land: (
                land.country not in apart and (not epithet.among or land.country in epithet.among)
            ),
        )
        if found is not None or apart:
            return found
        main = main_state(self._survey)
        return main if main is None or not epithet.among or main.country in epithet.among else None

    def _country_of_owner(self, number: int, before: Sequence[Seen]) -> Entry | None:
        """Return the state of the person or state named last in the sentence."""
        for seen in reversed(before):
            if self._words.sentence[seen.sighting.first] != number:
                return None
            profile = self._profiles[seen.actors[0]] if len(seen.actors) == 1 else None
            if profile is not None and profile.kind is ActorKind.PERSON and profile.country:
                return self._state(profile.country)
        return None

    def _countries_in(self, number: int, before: Sequence[Seen]) -> frozenset[str]:
        """Return the countries of those named so far in the sentence as persons or as subjects."""
        near = (s for s in reversed(before) if self._words.sentence[s.sighting.first] == number)
        found = (self._profiles[actor].country for seen in near for actor in seen.actors)
        return frozenset(country for country in found if country is not None)

    def _land_back(
        self, sighting: Sighting, reach: int, fits: Callable[[Entry], bool]
    ) -> Entry | None:
        """Return the land that acts most, of the last sentence before that names one that fits."""
        words, token = self._words, sighting.first
        number = words.sentence[token]
        for back in range(number, max(-1, number - reach - 1), -1):
            near = [
                (self._standing(place, token), place, entry)
                for place, entry in self._survey.lands
                if place < token and words.sentence[place] == back and fits(entry)
            ]
            if near:
                return max(near, key=lambda one: one[:2])[2]
        return None

    def _standing(self, place: int, token: int) -> int:
        """Return how much a land stands out for "the country" on the token.

        A subject stands out most, unless the country's own clause has a pronoun for it: "Morland
        sells to Tavia what it bought from the country". Where one comes from stands out least.
        """
        words = self._words
        if words.dep[place] in {"nsubj", "nsubjpass"}:
            return -1 if self._has_pronoun(token) else 3
        before = words.lower[place - 1] if place else ""
        if before in {"from", "in"}:
            return 0 if before == "from" else 3
        return 1 if words.dep[place] in {"amod", "compound"} else 2

    def _has_pronoun(self, token: int) -> bool:
        """Say whether the subject of the clause that the token is in is a pronoun."""
        words = self._words
        verb = words.head[token]
        while words.pos[verb] not in {"VERB", "AUX"} and words.head[verb] != verb:
            verb = words.head[verb]
        first, last = words.sentence_of(token)
        return any(
            words.head[t] == verb and words.dep[t] == "nsubj" and words.pos[t] == "PRON"
            for t in range(first, last)
        )

    def _state(self, country: str) -> Entry | None:
        for _, entry in self._survey.lands:
            if entry.country == country:
                return entry
        return None

    def _group(self, sighting: Sighting, epithet: Epithet, before: Sequence[Seen]) -> list[Profile]:
        again = self._named_before(epithet.key, before)
        if again or not epithet.first:
            return again
        land = self._only_land(sighting.first) or main_state(self._survey)
        if land is None and epithet.key == "parties":
            pair = list(self._joined(before, self._words.sentence[sighting.first]))
            if pair:
                return pair
            land = most_named(self._survey)
        if land is None:
            return []
        noun = GroupNoun(words=(), key=epithet.key, sector=epithet.sector, bare=True, again=True)
        name = " ".join(self._words.text[sighting.first : sighting.last])
        entry = group_entry(land, noun, name)
        # Those who fight each other in a land, or attack there, are not said to be of that land.
        apart = epithet.key in {"parties", "gunmen"}
        return [table_profile(replace(entry, country=None) if apart else entry)]

    def _named_before(self, key: str, before: Sequence[Seen]) -> list[Profile]:
        """Return the group with that key that was named last."""
        for seen in reversed(before):
            for actor in seen.actors:
                if actor.startswith("grp:") and group_key(actor) == key:
                    return [self._profiles[actor]]
        return []

    def _only_land(self, token: int) -> Entry | None:
        number = self._words.sentence[token]
        near = {
            entry.id: entry
            for place, entry in self._survey.lands
            if self._words.sentence[place] == number
        }
        return next(iter(near.values())) if len(near) == 1 else None

    def _pair(self, sighting: Sighting, epithet: Epithet, before: Sequence[Seen]) -> list[Profile]:
        """Return the two that were named together last, else the last two countries' parties.

        Two of three or more that are named in one list are no pair.
        """
        number = self._words.sentence[sighting.first]
        joined = list(self._joined(before, number))
        if joined:
            return joined
        people = epithet.key in {"sides", "parties"}
        parties: dict[str, Profile] = {}
        reached = number
        for seen in reversed(before):
            place = self._words.sentence[seen.sighting.first]
            if number - place > _NEAR + 1 or (len(parties) > 1 and place < reached):
                break
            profile = self._profiles[seen.actors[0]]
            party = people and profile.kind not in {ActorKind.MEDIA, ActorKind.GROUP}
            state = state_of_country(profile.country) is not None
            if profile.country and state and (party or profile.kind is ActorKind.STATE):
                parties.setdefault(profile.country, profile)
                reached = place
        return list(reversed(parties.values())) if len(parties) == 2 else []

    def _joined(self, before: Sequence[Seen], number: int) -> Iterator[Profile]:
        """Yield the last two states that stand beside each other with "and" or "with" between."""
        words = self._words
        states = [
            s
            for s in before
            if number - words.sentence[s.sighting.first] <= _PAIR_REACH
            and len(s.actors) == 1
            and self._profiles[s.actors[0]].kind is ActorKind.STATE
        ]
        runs: list[list[Seen]] = []
        for seen in states:
            gap = words.lower[runs[-1][-1].sighting.last : seen.sighting.first] if runs else []
            near = bool(gap) and all(word in _JOINING for word in gap)
            if (
                near
                and words.sentence[runs[-1][-1].sighting.first]
                == words.sentence[seen.sighting.first]
            ):
                runs[-1].append(seen)
            else:
                runs.append([seen])
        pairs = [run for run in runs if len(run) == 2 and run[0].actors != run[1].actors]
        if pairs:
            yield from (self._profiles[seen.actors[0]] for seen in pairs[-1])
