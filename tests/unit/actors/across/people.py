"""Articles that name persons and nothing else, and a registry in memory."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from tests import articles
from tests.records import actor

from rejoinder.actors.across.judge import judge
from rejoinder.actors.across.namesakes import sightings_of
from rejoinder.actors.across.offices import read_offices
from rejoinder.actors.across.profiles import profiles_of
from rejoinder.actors.slugs import slug
from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Judgement, Verdict
from rejoinder.model.profile import Fact, Profile, Sighting
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span

Pair = tuple[ActorRef, ActorRef]

_OF_STATES = {Fact.COUNTRY, Fact.STATE, Fact.OFFICE, Fact.FORMER}


class KeptProfiles:
    """A registry in memory that returns no more than it is asked for."""

    def __init__(self) -> None:
        self.held: dict[ActorRef, Profile] = {}
        self.latest: dict[Pair, Judgement] = {}
        self.seen: dict[tuple[ActorId, str], Sighting] = {}
        self.read = 0

    def known(self, refs: Collection[ActorRef]) -> Iterator[Profile]:
        for ref in refs:
            if ref in self.held:
                self.read += 1
                yield self.held[ref]

    def profiles(
        self, keys: Collection[str], besides: Collection[ActorRef] = ()
    ) -> Iterator[Profile]:
        for profile in list(self.held.values()):
            if profile.keys & set(keys) and profile.ref not in besides:
                self.read += 1
                yield profile

    def ids_in(self, keys: Collection[str]) -> Iterable[tuple[str, ActorId]]:
        return {(key, ref.actor) for ref, each in self.held.items() for key in each.keys & {*keys}}

    def profiles_naming(self, wanted: Collection[tuple[str, str]]) -> Iterator[Profile]:
        for profile in list(self.held.values()):
            told = {
                value.partition("/")[0] for fact in _OF_STATES for value in profile.values(fact)
            }
            if any(key in profile.keys and state in told for key, state in wanted):
                self.read += 1
                yield profile

    def verdicts(self, pairs: Collection[Pair]) -> Iterable[Judgement]:
        return [self.latest[pair] for pair in pairs if pair in self.latest]

    def sightings(self, actor: ActorId) -> Iterable[Sighting]:
        return [seen for (who, _), seen in self.seen.items() if who == actor]

    def parted(self, actor: ActorId) -> Iterable[Pair]:
        return [pair for pair in self.latest if pair[0].actor == pair[1].actor == actor]

    def keep(self, profiles: Iterable[Profile], judgements: Iterable[Judgement]) -> None:
        for profile in profiles:
            old = self.held.get(profile.ref)
            self.held[profile.ref] = profile if old is None else old.joined(profile)
        for judgement in judgements:
            self.latest[judgement.left, judgement.right] = judgement

    def standing(self) -> dict[Pair, Judgement]:
        """Return the judgements that were not withdrawn."""
        return {p: j for p, j in self.latest.items() if j.verdict is not Verdict.WITHDRAWN}

    def verdict(self, one: ActorRef, other: ActorRef) -> Verdict | None:
        found = self.standing().get((min(one, other), max(one, other)))
        return found.verdict if found is not None else None


def judged(batches: Iterable[Sequence[ArticleRecord]]) -> KeptProfiles:
    """Return the registry after the batches were judged in that order."""
    registry = KeptProfiles()
    for batch in batches:
        profiles = [profile for record in batch for profile in profiles_of(record)]
        seen = [sighting for record in batch for sighting in sightings_of(record)]
        registry.keep(profiles, judge(profiles, registry, seen))
        registry.seen.update(((each.actor, each.article), each) for each in seen)
    return registry


def person(name: str, role: str = "", country: str = "", sector: str = "", *aliases: str) -> Actor:
    """Return a person; without a sector it is that of whoever has such a role."""
    if not sector and role:
        groups = {office.group for office in read_offices(role, country or None, None)}
        sector = {"expert": "EDU", "business": "BUS"}.get(next(iter(groups), ""), "GOV")
    return actor(
        f"per:{slug(name)}",
        name,
        aliases=aliases,
        country=country or None,
        sector=sector or None,
        role=role or None,
    )


def vacancy(code: str, key: str, country: str) -> Actor:
    """Return an office without a name."""
    role = key.replace("-", " ")
    name = f"{role.capitalize()} of {code}"
    return actor(f"per:{code}-{key}", name, country=country, sector="GOV", role=role)


def organisation(kind: ActorKind, name: str, country: str = "", sector: str = "JRN") -> Actor:
    prefix = {ActorKind.MEDIA: "media", ActorKind.NGO: "ngo"}.get(kind, "grp")
    id_ = f"{prefix}:{slug(name)}"
    return actor(id_, name, kind=kind, country=country or None, sector=sector)


def article(
    ref: str, *actors: Actor, states: Collection[str] = (), year: int | None = None
) -> ArticleRecord:
    """Return an article that mentions the actors, with role and name, and the states."""
    text, placed = "", list[Actor]()
    for each in actors:
        words = " ".join(filter(None, [each.role, each.name]))
        span = Span(len(text), len(text) + len(words))
        text += words + ". "
        mention = Mention(span=span, kind=MentionKind.NAME)
        placed.append(replace(each, mentions=(mention,)))
    placed += [actor(f"state:{code}", code, country=code) for code in sorted(states)]
    return ArticleRecord(
        article=articles.article(text, ref, published=date(year, 6, 1) if year else None),
        actors=tuple(sorted(placed, key=lambda each: each.id)),
    )
