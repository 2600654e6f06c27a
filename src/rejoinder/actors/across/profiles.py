"""Profiles of the actors of one article."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from rejoinder.actors.across.compare import Agreement, compare_names, is_rare
from rejoinder.actors.across.forms import is_family_first, read_form
from rejoinder.actors.across.keys import given_keys, name_keys, organisation_keys
from rejoinder.actors.across.namesakes import homes_of
from rejoinder.actors.across.offices import Office, is_kinship, read_offices, vacant_office
from rejoinder.actors.lexicon import load_genders
from rejoinder.actors.tables import cells, read_table
from rejoinder.model.actor import Actor, ActorKind, MentionKind
from rejoinder.model.article import Article
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef
from rejoinder.model.profile import Fact, Profile, facts_of
from rejoinder.model.record import ArticleRecord

__all__ = ["profiles_of", "ref_of"]

_NAMED = frozenset({ActorKind.GROUP, ActorKind.IGO, ActorKind.NGO, ActorKind.MEDIA})
# A side within a state, which every article calls something else.
_SIDE = re.compile(r"\w+:[A-Z]{3}-")
# What the bare surnames of one id may disagree in.
_IN_COMMON = frozenset({Fact.NAME, Fact.COUNTRY, Fact.GENDER})
_GENDERED = {
    **dict.fromkeys("wife daughter sister widow mother queen princess actress".split(), "f"),
    **dict.fromkeys("husband son brother father king prince".split(), "m"),
}

Facts = set[tuple[Fact, str]]
Offices = tuple[Office, ...]


def ref_of(actor: Actor, article: Article) -> ActorRef:
    """Return the ref by which an actor of that article is judged.

    A bare surname, a name with initials alone and an office without a name are judged article by
    article; every other id stands for the same actor everywhere.
    """
    alone = actor.kind is ActorKind.PERSON and (
        vacant_office(actor.id, actor.role) is not None or _is_bare(actor)
    )
    return ActorRef(actor=actor.id, article=article.id if alone else "")


def _is_bare(actor: Actor) -> bool:
    """Say whether no name of a person is a full one."""
    forms = [read_form(name) for name in (actor.name, *actor.aliases)]
    return all(form is None or form.is_bare or form.is_abridged for form in forms)


def profiles_of(record: ArticleRecord) -> tuple[Profile, ...]:
    """Return what the article tells of each actor that may have to be judged, by ref.

    States, bodies of states and breakaway territories have no profile: their ids are their
    identity. A bare surname has two, one of the article and one of its id in all articles.
    """
    persons = [actor for actor in record.actors if actor.kind is ActorKind.PERSON]
    common = _common_facts(record)
    offices = {actor.id: _offices(record.article, actor) for actor in persons}
    beside = _beside(persons, offices)
    profiles: list[Profile] = []
    for actor in record.actors:
        if actor.kind is ActorKind.PERSON:
            held = offices[actor.id]
            facts = common | _own_facts(record.article, actor, held) | beside[actor.id]
            profiles.extend(_person(actor, ref_of(actor, record.article), facts, held))
        elif _is_organisation(actor):
            profiles.append(_organisation(actor, common))
    return tuple(sorted(profiles, key=lambda profile: profile.ref))


def _is_organisation(actor: Actor) -> bool:
    """Say whether the actor is judged by its name: no territory, and no side within a state."""
    territory = actor.sector == "PRE" or bool(actor.claimed_by)
    return actor.kind in _NAMED and not territory and not _SIDE.match(actor.id)


def _common_facts(record: ArticleRecord) -> Facts:
    facts: Facts = set()
    for actor in record.actors:
        if actor.kind is ActorKind.STATE:
            facts.add((Fact.STATE, actor.id.partition(":")[2]))
    if record.article.published is not None:
        facts.add((Fact.YEAR, str(record.article.published.start.year)))
    return facts


def _own_facts(article: Article, actor: Actor, offices: Offices) -> Facts:
    facts: Facts = {(Fact.NAME, name) for name in (actor.name, *actor.aliases)}
    if actor.role and actor.country:
        homes = homes_of(actor.role, actor.country, actor.sector)
        facts |= {(Fact.HOME, f"{country}/{kind}") for country, kind in homes}
    facts |= {(Fact.PLAIN, beginning) for beginning in filter(None, [_beginning(actor)])}
    facts |= _standing(actor)
    facts |= {(Fact.GENDER, gender) for gender in _genders(article, actor)}
    year = str(article.published.start.year) if article.published is not None else ""
    for office in offices:
        sort = Fact.FORMER if office.former else Fact.OFFICE
        facts.add((sort, f"{office.owner}/{office.key}/{year}"))
    return facts


def _beginning(actor: Actor) -> str:
    """Return which name the actor's own begins with, or "" where no table knows it.

    A party, an adjective or a nickname before the name is in none; a double surname is no name.
    """
    form = read_form(actor.name)
    if form is None or len(form.words) < 2 or len(actor.name.split()) < 2:
        return ""
    if is_family_first(form):
        return "family"
    return "" if is_rare(form.given) else "given"


def _standing(actor: Actor) -> Facts:
    facts: Facts = set()
    if actor.country is not None:
        facts.add((Fact.COUNTRY, actor.country))
    if actor.sector is not None:
        facts.add((Fact.SECTOR, actor.sector))
    return facts


def _offices(article: Article, actor: Actor) -> Offices:
    vacant = vacant_office(actor.id, actor.role)
    if vacant is not None:
        return (vacant,)
    if not actor.role or not _goes_with_name(article, actor):
        return ()
    return read_offices(actor.role, actor.country, actor.sector)


def _goes_with_name(article: Article, actor: Actor) -> bool:
    """Say whether the role stands with the full name, where there is one.

    With the surname alone it may be a relative's: "President Vey and her husband, Orrin Vey".
    """
    if actor.role is None or _is_bare(actor):
        return True
    words = {actor.name.split()[0], actor.role.split()[0]}
    return any(
        words <= set(re.split(r"[\s,]+", mention.span.text_of(article.text)))
        for mention in actor.mentions
    )


def _genders(article: Article, actor: Actor) -> Iterator[str]:
    """Yield the genders that titles, given names and words of kinship tell."""
    for name in (actor.name, *actor.aliases):
        form = read_form(name)
        if form is not None and len(form.words) > 1:
            yield from filter(None, [load_genders().get(form.given, "")])
    for mention in actor.mentions:
        if mention.kind is MentionKind.NAME:
            first = mention.span.text_of(article.text).split()[0]
            yield from filter(None, [_titles().get(first, "")])
    for word in re.findall(r"[a-z]+", (actor.role or "").lower()):
        if word in _GENDERED or word.endswith("woman"):
            yield _GENDERED.get(word, "f")


@cache
def _titles() -> Mapping[str, str]:
    """Return the gender that a title before a name tells, by the title as it is printed."""
    return {
        phrase: row["gender"]
        for row in read_table("honorifics.tsv")
        for phrase in cells(row["phrases"])
        if row["gender"]
    }


def _beside(
    persons: Sequence[Actor], offices: Mapping[ActorId, Offices]
) -> Mapping[ActorId, Facts]:
    """Return for each person who of like name, or of the same office, is another one there."""
    beside: defaultdict[ActorId, Facts] = defaultdict(set)
    held = {actor.id: _held(offices[actor.id]) for actor in persons}
    blocks = {actor.id: _surnames(actor) for actor in persons}
    for one, other in combinations(persons, 2):
        alike = blocks[one.id] & blocks[other.id] and _are_alike(one, other)
        if alike or held[one.id] & held[other.id]:
            beside[one.id].add((Fact.BESIDE, other.id))
            beside[other.id].add((Fact.BESIDE, one.id))
    return beside


def _held(offices: Offices) -> frozenset[str]:
    """Return the offices of which there is one, whose holder may be called by nothing else."""
    single = (o for o in offices if o.unique or o.group == "spokesperson")
    return frozenset(f"{o.owner}/{o.key}" for o in single if o.owner and not o.former)


def _surnames(actor: Actor) -> frozenset[str]:
    """Return what names share that may be of one family, whether full or bare."""
    keys = (key for name in (actor.name, *actor.aliases) for key in name_keys(name))
    return frozenset(key[2:] for key in keys if key.startswith(("s:", "b:")))


def _are_alike(one: Actor, other: Actor) -> bool:
    return any(
        compare_names(left, right).agreement is not Agreement.NONE
        for left in (one.name, *one.aliases)
        for right in (other.name, *other.aliases)
    )


def _person(actor: Actor, ref: ActorRef, facts: Facts, offices: Offices) -> Iterator[Profile]:
    vacant = vacant_office(actor.id, actor.role)
    if vacant is not None:
        keys = {f"v:{vacant.owner}/{vacant.key}"}
        facts = {fact for fact in facts if fact[0] is not Fact.NAME}
        yield _profile(ref, actor.kind, facts | {(Fact.NAME, actor.name)}, keys)
        return
    keys = {key for name in (actor.name, *actor.aliases) for key in name_keys(name)}
    if not ref.article:
        keys = {key for key in keys if not key.startswith("b:")}
        held = {f"o:{office}" for office in _held(offices)}
        if held:
            keys.update(*(given_keys(name) for name in (actor.name, *actor.aliases)))
        yield _profile(ref, actor.kind, facts, keys | held)
        return
    if actor.role is not None and is_kinship(actor.role):
        # A relative who is called by one name is called by the given one.
        keys = set()
    yield _profile(ref, actor.kind, facts, keys | {f"h:{actor.id}"})
    common = ActorRef(actor=actor.id)
    yield _profile(common, actor.kind, {f for f in facts if f[0] in _IN_COMMON}, set())


def _organisation(actor: Actor, common: Facts) -> Profile:
    names = (actor.name, *actor.aliases)
    facts = common | _standing(actor) | {(Fact.NAME, name) for name in names}
    keys = {key for name in names for key in organisation_keys(name)}
    return _profile(ActorRef(actor=actor.id), actor.kind, facts, keys)


def _profile(ref: ActorRef, kind: ActorKind, facts: Facts, keys: set[str]) -> Profile:
    return Profile(ref=ref, kind=kind, facts=facts_of(facts), keys=frozenset(keys))
