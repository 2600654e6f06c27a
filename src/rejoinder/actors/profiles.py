"""Profiles: what is known of each actor of one article, from the tables and from titles."""

from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.actors.gazetteer import Entry, named_in_phrase
from rejoinder.actors.identity import Person
from rejoinder.actors.lexicon import load_honorific_sectors
from rejoinder.actors.organisations import slug
from rejoinder.actors.sectors import office_sector
from rejoinder.actors.sighting import Office
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId

__all__ = [
    "Profile",
    "agent_profile",
    "holder_profile",
    "person_profile",
    "table_profile",
]

_OF_STATE = {"GOV", "MIL", "SPY", "COP", "JUD", "LEG"}
_NAMING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PART"})
_PRIVATE = frozenset({"lawyer", "campaign", "team", "camp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An actor without its mentions; fields as in `rejoinder.model.actor.Actor`, and the gender.

    Attributes:
        vacant: the holder of an office whom the article does not name.
        serves: surname, in small letters, of the person whose lawyer or spokesman it is.
    """

    id: ActorId
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    role: str | None = None
    gender: str = ""
    body: str | None = None
    vacant: bool = False
    serves: str = ""

    @property
    def is_official(self) -> bool:
        """Say whether the actor speaks for its state."""
        return self.kind is ActorKind.STATE or self.sector in _OF_STATE


def table_profile(entry: Entry) -> Profile:
    """Return the profile of an entry of the gazetteer."""
    return Profile(
        id=ActorId(entry.id),
        name=entry.name,
        kind=entry.kind,
        country=entry.country,
        sector=entry.sector,
    )


def person_profile(words: Words, text: str, person: Person) -> Profile:
    """Return the profile of a named person, with what the titles say."""
    office = _telling(person.offices)
    owner = person.owner or (office.owners[0] if office is not None and office.owners else None)
    sector = office_sector(office, owner) if office is not None else None
    rank = load_honorific_sectors().get(person.honorific)
    sector = sector or rank
    return Profile(
        id=ActorId(f"per:{slug(person.name)}"),
        name=" ".join(person.name.split()),
        kind=ActorKind.PERSON,
        country=owner.country if owner is not None else None,
        sector=sector,
        role=_role(words, text, person, office),
        gender=person.gender,
        body=office.body.id if office is not None and office.body is not None else None,
        serves=_served(person.offices) if sector in {None, "CVL"} and not rank else "",
    )


def _served(offices: Sequence[Office]) -> str:
    """Return the surname of the one person whom somebody serves that has no other office."""
    whose = {o.whose for o in offices if o.whose and not o.former}
    speaks = all(o.key == "lawyer" or "spokesperson" in o.groups for o in offices)
    return whose.pop() if speaks and len(whose) == 1 else ""


def _telling(offices: Sequence[Office]) -> Office | None:
    """Return the office that says most: one with an owner before one without."""
    owned = [office for office in offices if office.owners]
    return next(iter((*owned, *offices)), None)


def _role(words: Words, text: str, person: Person, office: Office | None) -> str | None:
    if office is None:
        return None
    if office.plural and len(office.owners) > 1:
        # Of "Norlandic and Sudlandic foreign ministers" each holds one office.
        return office.key.replace("-", " ")
    names = [s.core[0] for s in person.sightings if s.office is office and s.core[0] > office.first]
    role = _office_words(words, office, text, until=names[0] if names else None)
    behind = [s for s in person.sightings if s.office is office and s.core[1] < s.last]
    if names and behind and behind[0].core[0] == names[0]:
        tail = words.span(behind[0].core[1], behind[0].last).text_of(text)
        return " ".join([role, *tail.split()])
    return role


def _office_words(words: Words, office: Office, text: str, until: int | None = None) -> str:
    """Return the words of the office as the article has them, up to a token, article left out."""
    first = office.first
    if words.pos[first] in {"DET", "PRON"}:
        first += 1
    whole = _past_whom(words, office)
    last = min(whole, until) if until is not None else whole
    return " ".join(words.span(first, max(last, first + 1)).text_of(text).split())


def _past_whom(words: Words, office: Office) -> int:
    """Return where the office ends, the name included that it breaks off before.

    "Adviser to Norlandic President Orlin Tarn" goes up to his title, "adviser to Norlandic".
    """
    last = office.last
    while office.nouns[1] < last and last <= words.head[last - 1]:
        head = words.head[last - 1]
        if any(words.pos[token] not in _NAMING for token in range(last, head + 1)):
            break
        last = head + 1
    while last > office.nouns[1] and words.pos[last - 1] in {"ADP", "DET", "ADJ"}:
        last -= 1
    return last


def holder_profile(office: Office, owner: Entry) -> Profile:
    """Return the profile of the holder of an office of which there is one, without a name."""
    whole = office.body or owner
    code = whole.id.partition(":")[2]
    return Profile(
        id=ActorId(f"per:{code}-{office.key}"),
        name=f"{office.key.replace('-', ' ').capitalize()} of {named_in_phrase(whole.name)}",
        kind=ActorKind.PERSON,
        country=owner.country,
        sector=office_sector(office, owner),
        role=office.key.replace("-", " "),
        gender=office.gender,
        body=office.body.id if office.body is not None else None,
        vacant=True,
    )


def agent_profile(patron: Profile, office: Office) -> Profile:
    """Return the profile of who speaks for a person and has no name: a lawyer, "Vey's office".

    A lawyer and a campaign speak for the person alone, whatever office that person has.

    Args:
        patron: the person.
        office: as what they speak for the person.
    """
    key, state = office.key, patron.sector if office.key not in _PRIVATE else None
    kind, code = ActorKind.PERSON, str(patron.id)
    if "staff" in office.groups:
        kind = ActorKind.GOVERNMENT_BODY if state in _OF_STATE else ActorKind.GROUP
        prefix = "gov" if kind is ActorKind.GOVERNMENT_BODY else "grp"
        code = f"{prefix}:{code.partition(':')[2]}"
    return Profile(
        id=ActorId(f"{code}-{key}"),
        name=f"{key.capitalize()} of {patron.name}",
        kind=kind,
        country=patron.country,
        sector="CVL" if key == "lawyer" else state,
        role=key,
        vacant=True,
    )
