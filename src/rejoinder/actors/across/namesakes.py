"""Namesakes: persons of one full name, whom their offices tell apart.

Only what an article says outright counts: a role that names its state. Two such roles of different
states and of different kinds, in articles that do not mention both states, are two persons'. The
one of most articles keeps the name; the others are parted from it article by article.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rejoinder.actors.across.features import Feature
from rejoinder.actors.across.offices import INTERNATIONAL, read_offices
from rejoinder.actors.across.pairs import Finding
from rejoinder.actors.gazetteer import split_alias
from rejoinder.actors.lexicon import load_gazetteer
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Verdict
from rejoinder.model.profile import Sighting
from rejoinder.model.record import ArticleRecord

__all__ = ["find_namesakes", "homes_of", "may_be_namesakes", "sightings_of"]

Pair = tuple[ActorRef, ActorRef]
Homes = frozenset[tuple[str, str]]

_APART, _TOGETHER = 0.2, 0.8


@lru_cache(maxsize=16384)
def homes_of(role: str, country: str, sector: str | None) -> Homes:
    """Return the country, if the role names it, with each kind of office that the role tells."""
    if country in INTERNATIONAL:
        return frozenset()
    text = split_alias(role.replace("’", "'"))
    hits = load_gazetteer().find(text, [word.lower() for word in text])
    if not any(hit.sense.entry is not None and hit.sense.entry.country == country for hit in hits):
        return frozenset()
    return frozenset((country, each.group) for each in read_offices(role, country, sector))


def sightings_of(record: ArticleRecord) -> tuple[Sighting, ...]:
    """Return the persons of the article whose roles name their states."""
    states = frozenset(a.id.partition(":")[2] for a in record.actors if a.kind is ActorKind.STATE)
    return tuple(
        Sighting(
            actor=actor.id,
            article=record.article.id,
            country=actor.country,
            role=actor.role,
            sector=actor.sector,
            states=states,
        )
        for actor in record.actors
        if actor.kind is ActorKind.PERSON and actor.country and actor.role
    )


def may_be_namesakes(homes: Homes) -> bool:
    """Say whether offices of two states are of different kinds."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for country, group in homes:
        kinds[country].add(group)
    every = list(kinds.values())
    return any(one.isdisjoint(other) for n, one in enumerate(every) for other in every[n + 1 :])


def find_namesakes(actor: ActorId, sightings: Iterable[Sighting]) -> dict[Pair, Finding | None]:
    """Return who is parted from the name, article by article, and who of those is one.

    Args:
        actor: the id that they share.
        sightings: all of it, one an article.
    """
    homes = {
        seen: found
        for seen in sightings
        if (found := homes_of(seen.role, seen.country, seen.sector))
    }
    counts = Counter(seen.country for seen in homes)
    if len(counts) < 2:
        return {}
    main = min(counts, key=lambda country: (-counts[country], country))
    theirs = {group for seen, found in homes.items() if seen.country == main for _, group in found}
    parted: defaultdict[str, list[Sighting]] = defaultdict(list)
    for seen, found in homes.items():
        elsewhere = seen.country != main and main not in seen.states
        if elsewhere and theirs.isdisjoint(group for _, group in found):
            parted[seen.country].append(seen)
    return _findings(actor, main, theirs, parted)


def _findings(
    actor: ActorId, main: str, theirs: Iterable[str], parted: Mapping[str, list[Sighting]]
) -> dict[Pair, Finding | None]:
    findings: dict[Pair, Finding | None] = {}
    whole = ActorRef(actor=actor)
    for country, found in parted.items():
        refs = sorted(ActorRef(actor=actor, article=seen.article) for seen in found)
        for ref in refs:
            findings[whole, ref] = _apart(main, min(theirs), country)
        for ref in refs[1:]:
            findings[refs[0], ref] = _together(country)
    return findings


def _apart(main: str, office: str, country: str) -> Finding:
    return Finding(
        verdict=Verdict.NEGATIVE,
        score=_APART,
        features=(
            Feature("name", "the same", 0.9),
            Feature("country", f"{main} and {country}", -0.35, rules_out=True),
            Feature("office", f"of another kind than {office}", -0.35),
        ),
    )


def _together(country: str) -> Finding:
    return Finding(
        verdict=Verdict.POSITIVE,
        score=_TOGETHER,
        features=(Feature("name", "the same", 0.9), Feature("country", f"{country}, both", 0.15)),
    )
