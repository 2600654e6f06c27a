"""Lending: a land for persons whom an article names without one, from the table of leaders."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from rejoinder.actors.across.forms import given_rows
from rejoinder.actors.leaders import HEADS, Leader, called_so, named_so, plain_parts, spelt_so
from rejoinder.actors.namekeys import has_generation
from rejoinder.actors.scene import Scene
from rejoinder.actors.sighting import Office, Sighting
from rejoinder.actors.words import Words
from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId

__all__ = ["lend_lands"]

# What nobody is called who leads a state, and what he may have been under his full name.
_NEVER = frozenset("farmer police soldier student teacher".split())
_NEVER_ALONE = _NEVER | frozenset(
    """
    activist aid artist business civilian criminal doctor expert family gunman journalist judge
    labour lobbyist ombudsman refugee spokesperson spy
    """.split()
)
_PROFESSOR = frozenset({"prof", "prof.", "professor"})
_NEVER_ADDRESSED = frozenset({"agent", "justice"})
_POLITICAL = frozenset("leader legislator minister official opposition politician".split())
# A name of two leaders is that of the one in office if the other has long left it.
_LONG = 5
_SPOKESPERSON = "-spokesperson"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What an article tells of one person, and of itself.

    Attributes:
        lands: country codes of the lands that the article names.
        year: of publication, if known.
    """

    parts: tuple[str, ...]
    junior: bool
    gender: str
    sightings: Sequence[Sighting]
    words: Words
    lands: Collection[str | None]
    year: int | None

    @property
    def offices(self) -> list[Office]:
        """Return the person's offices."""
        every = (office for s in self.sightings for office in (s.office, s.further))
        return [office for office in every if office is not None]


def lend_lands(
    actors: Sequence[Actor], scene: Scene, published: DateInterval | None
) -> tuple[Actor, ...]:
    """Return the actors with a land for persons who have none and are in the table of leaders.

    What the article says stays: only an empty country and an empty sector are filled in.
    """
    named: dict[ActorId, list[Sighting]] = defaultdict(list)
    for seen in scene.seen:
        for one in seen.actors if seen.sighting.name else ():
            named[one].append(seen.sighting)
    lands = {scene.profiles[land].country for land in scene.lands.values()}
    lent: dict[ActorId, Actor] = {}
    for actor in actors:
        if actor.kind is ActorKind.PERSON and actor.country is None and actor.id in named:
            told = _Told(
                parts=plain_parts(actor.name),
                junior=has_generation(actor.name),
                gender=scene.profiles[actor.id].gender,
                sightings=named[actor.id],
                words=scene.words,
                lands=lands,
                year=published.end.year if published is not None else None,
            )
            leaders = _meant(told)
            lent[actor.id] = (
                _with_land(actor, told, leaders) if leaders else _of_body(actor, told, scene)
            )
    return tuple(lent.get(actor.id) or _of_patron(actor, lent) for actor in actors)


def _of_patron(actor: Actor, lent: Mapping[ActorId, Actor]) -> Actor:
    """Return who speaks for somebody with the land and the sector of that person."""
    patron = lent.get(ActorId(actor.id.removesuffix(_SPOKESPERSON)))
    if patron is None or actor.country is not None:
        return actor
    return replace(actor, country=patron.country, sector=actor.sector or patron.sector)


def _of_body(actor: Actor, told: _Told, scene: Scene) -> Actor:
    """Return a bare "spokesman Oren Tal" with the land of all ministries before him."""
    offices = told.offices
    bare = offices and all(
        "spokesperson" in one.groups
        and not (one.owners or one.body or one.whose or one.former)
        and one.patron is None
        for one in offices
    )
    first = min(sighting.first for sighting in told.sightings)
    bodies = [
        scene.profiles[each]
        for seen in scene.seen
        if seen.sighting.first < first
        for each in seen.actors
        if scene.profiles[each].kind is ActorKind.GOVERNMENT_BODY
    ]
    if not bare or not bodies or len({body.country for body in bodies}) > 1:
        return actor
    return replace(actor, country=bodies[-1].country, sector=actor.sector or bodies[-1].sector)


def _with_land(actor: Actor, told: _Told, leaders: Sequence[Leader]) -> Actor:
    return replace(actor, country=leaders[0].home, sector=actor.sector or _sector(told, leaders))


def _sector(told: _Told, leaders: Sequence[Leader]) -> str | None:
    """Return the sector on the day of publication; without one, that of who bears an office."""
    year = told.year
    if year is None:
        bears = any(office.key in leaders[0].offices for office in told.offices)
        return leaders[0].sector if bears or not leaders[0].leads_land else None
    now = [leader for leader in leaders if leader.in_office(year)]
    if now:
        return now[0].sector
    return "ELI" if any(leader.began_by(year) for leader in leaders) else None


def _meant(told: _Told) -> list[Leader]:
    """Return who of the table is meant, all of one land; nobody where that is not sure."""
    if _is_none(told, _NEVER):
        return []
    named = named_so(told.parts) or spelt_so(told.parts)
    full = [leader for leader in named if _may_be(told, leader)]
    if full:
        return _of_one_land(told, [leader for leader in full if _is_borne_out(told, leader)])
    year = told.year
    if _is_none(told, _NEVER_ALONE):
        return []
    called = [
        leader
        for leader in called_so(told.parts)
        if _may_be(told, leader)
        and (year is None or leader.began_by(year))
        and (told.parts not in leader.common or _is_headed(told, leader))
    ]
    return _of_one_land(told, called)


def _is_none(told: _Told, groups: frozenset[str]) -> bool:
    """Say whether a title or an address is one that no leader has."""
    for sighting in told.sightings:
        before = told.words.lower[sighting.core[0] - 1] if sighting.core[0] else ""
        if before in _PROFESSOR or sighting.honorific in _NEVER_ADDRESSED:
            return True
    return any(office.groups & groups and not office.groups & _POLITICAL for office in told.offices)


def _may_be(told: _Told, leader: Leader) -> bool:
    """Say whether nothing contradicts; who led no land is of what he led in office alone."""
    if {told.gender, leader.gender} == {"f", "m"} or (told.junior and not leader.junior):
        return False
    return leader.leads_land or told.year is None or leader.in_office(told.year)


def _is_borne_out(told: _Told, leader: Leader) -> bool:
    """Say whether a full name is rare, or something in the article bears out who it is."""
    given = any(part in given_rows() for part in told.parts[:-1])
    if not given or not any(parts in leader.common for parts in _ends(told.parts)):
        return True
    if any(office.groups & _POLITICAL for office in told.offices) or leader.home in told.lands:
        return True
    return told.year is not None and leader.in_office(told.year)


def _ends(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [parts[place:] for place in range(1, len(parts))]


def _is_headed(told: _Told, leader: Leader) -> bool:
    """Say whether the title of a head, as the leader has it, stands right before the name."""
    words = told.words
    for sighting in told.sightings:
        office = sighting.office
        if office is None or office.key not in HEADS & leader.offices or office.owners:
            continue
        noun, end = office.nouns[0], sighting.core[1]
        compound = noun > 0 and words.dep[noun - 1] == "compound" and words.head[noun - 1] >= noun
        chief = words.lower[noun] == "chief"
        of_other = words.lower[end : end + 1] == ["of"]
        if noun < sighting.core[0] and not (compound or chief or of_other or office.body):
            return True
    return False


def _of_one_land(told: _Told, leaders: Sequence[Leader]) -> list[Leader]:
    """Return the leaders if they are of one land, else those of the only one that is likely."""
    for likely in (leaders, _in_office(told, leaders), _of_named_land(told, leaders)):
        if likely and len({leader.home for leader in likely}) == 1:
            return list(likely)
    return []


def _in_office(told: _Told, leaders: Sequence[Leader]) -> list[Leader]:
    """Return those in office if no other one was so shortly before."""
    year = told.year
    if year is None:
        return []
    now = [leader for leader in leaders if leader.in_office(year)]
    titled = any(_is_headed(told, leader) for leader in now)
    full = len(told.parts) > 1
    others = (leader for leader in leaders if leader not in now)
    clear = titled or full or all(leader.left_before(year - _LONG) for leader in others)
    return now if clear else []


def _of_named_land(told: _Told, leaders: Sequence[Leader]) -> list[Leader]:
    return [leader for leader in leaders if leader.home in told.lands]
