"""Organisations that no table lists, known by the last word or the kind given with the name."""

from collections.abc import Sequence
from dataclasses import replace

from rejoinder.actors.explained import explained_name
from rejoinder.actors.gazetteer import Entry, Hit, Use
from rejoinder.actors.initials import find_by_initials
from rejoinder.actors.kinds import kinds_behind, kinds_in_names
from rejoinder.actors.sighting import Sighting
from rejoinder.actors.slugs import slug
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind, MentionKind

__all__ = ["find_organisations", "slug"]

_OUTLET_ENDS = frozenset(
    """
    Times Post Spectator Herald Gazette Tribune Telegraph Star Observer Journal Chronicle Newspaper
    TV Television Radio Weekly Daily Pravda Courier Wire Newswire News Mail Globe Bulletin Dispatch
    Digest Inquirer Examiner Sentinel Echo Monitor Reporter Broadcasting Register Mirror Advertiser
    Enquirer
    """.split()
)
_OUTLET_NOUNS = frozenset(
    """
    newspaper daily newswire agency channel broadcaster magazine weekly website portal outlet
    radio television tabloid station site
    """.split()
)
_WORLDWIDE = frozenset({"International", "Worldwide", "Global"})
# In their names bodies may stand: "Senate Judiciary Committee".
_COMMITTEES = frozenset({"Committee", "Subcommittee"})
_ABOUT = frozenset({"of", "on", "for"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_COUNTING = frozenset("various several many some most all other both the a an".split())


def find_organisations(terrain: Terrain) -> list[Sighting]:
    """Return outlets and groups named with their kind: "the Ulgor daily", "Lumen Party".

    "The Association of Ulgor Drivers" and "the Lumen party" are such groups too.
    """
    words, found, taken = terrain.words, list[Sighting](), 0
    for token, word in enumerate(words.text):
        if token < taken or words.hidden[token] or words.headline[words.sentence[token]]:
            continue
        sighting = None
        if (
            words.text[token + 1 : token + 2] == ["-"]
            and words.start[token + 1] == words.end[token]
        ):
            continue
        if word in _OUTLET_ENDS or word in kinds_in_names():
            sighting = _by_last_word(terrain, token, taken) or _by_first_word(terrain, token)
        elif words.lower[token] in kinds_behind() and word == words.lower[token]:
            sighting = _kind_behind(terrain, token, taken)
        elif words.lower[token] in _OUTLET_NOUNS:
            sighting = _outlet_before(terrain, token) or _outlet_behind(terrain, token)
        sighting = sighting or _explained(terrain, token)
        if sighting is not None and sighting.first >= taken:
            found.append(sighting)
            taken = sighting.last
    return [*found, *find_by_initials(terrain, found)]


def _is_capital(words: Words, token: int) -> bool:
    return words.text[token][:1].isupper() and words.pos[token] == "PROPN"


def _run_before(terrain: Terrain, token: int, floor: int = 0) -> int:
    """Return where the run of capitalised words before the token begins."""
    words = terrain.words
    start = max(words.sentence_of(token)[0], floor)
    first = token
    if first - 1 > start and _is_hyphened(words, first):
        first -= 1
    while first > start and words.text[first - 1][:1].isupper():
        hit = terrain.at[first - 1]
        if hit is None and not _is_capital(words, first - 1):
            break
        if hit is not None and hit.sense.use in {Use.ROLE, Use.HONORIFIC}:
            break
        body = hit is not None and hit.sense.use is Use.BODY
        if body and words.text[token] not in _COMMITTEES:
            break
        if words.lower[first - 1] in _COUNTING:
            break
        first -= 1
        if first - 1 > start and (_is_joined(words, first, token) or _is_hyphened(words, first)):
            first -= 1
    return first


def _is_hyphened(words: Words, first: int) -> bool:
    """Say whether a hyphen ties the word to the one before: "Ulgor Union-Tribune"."""
    glued = (
        words.end[first - 1] == words.start[first]
        and words.start[first - 1] == words.end[first - 2]
    )
    return words.text[first - 1] == "-" and glued and _is_capital(words, first - 2)


def _is_joined(words: Words, first: int, last: int) -> bool:
    """Say whether "and" before the token joins two words of the name: "Fish and Game Service"."""
    before = first - 2
    modifies = words.dep[before] in {"compound", "nmod"} and words.head[before] in {first, last}
    return words.lower[first - 1] == "and" and modifies and _is_capital(words, before)


def _by_last_word(terrain: Terrain, token: int, floor: int) -> Sighting | None:
    words = terrain.words
    hit = terrain.at[token]
    if hit is not None:
        return _longer(terrain, hit, token, floor)
    first = _run_before(terrain, token, floor)
    last = token + 1
    if first == token:
        return None
    if words.text[last : last + 1] and words.text[last] in _WORLDWIDE:
        made = _make(terrain, first, last, words.text[token])
        return made and replace(made, last=last + 1, core=(first, last + 1))
    if words.text[token] in kinds_in_names():
        last = _complement(words, last)
    return _make(terrain, first, last, words.text[token])


def _by_first_word(terrain: Terrain, token: int) -> Sighting | None:
    """Read "the Association of Ulgor Drivers"."""
    words = terrain.words
    if terrain.at[token] is not None or words.text[token] not in kinds_in_names():
        return None
    last = _complement(words, token + 1)
    return _make(terrain, token, last, words.text[token]) if last > token + 1 else None


def _kind_behind(terrain: Terrain, token: int, floor: int) -> Sighting | None:
    """Read "the Lumen party"; "the Norlandic party" is no name."""
    words = terrain.words
    first = _run_before(terrain, token, floor)
    named = [t for t in range(first, token) if terrain.at[t] is None and _is_capital(words, t)]
    if not named or terrain.at[token] is not None or words.lower[token - 1] in _DAYS:
        return None
    return _make(terrain, first, token + 1, words.text[token])


def _longer(terrain: Terrain, hit: Hit, token: int, floor: int) -> Sighting | None:
    """Return the organisation whose name only ends like a known one: "the Morland Red Cross"."""
    words, first = terrain.words, hit.first
    named = hit.sense.use is Use.NAME and hit.last - hit.first > 1 and words.pos[first] == "PROPN"
    if not named or first <= floor or terrain.at[first - 1] is not None:
        return None
    if not _is_capital(words, first - 1) or words.sentence[first - 1] != words.sentence[first]:
        return None
    if words.lower[first - 1] == "the":
        return None
    return _make(terrain, _run_before(terrain, first, floor), hit.last, words.text[token])


def _complement(words: Words, last: int) -> int:
    """Return where "on Foreign Relations" behind "Council" ends."""
    token = last
    while (
        token + 1 < len(words)
        and words.lower[token] in ({"of", "on", "for", "and"} if token > last else _ABOUT)
        and words.text[token + 1][0].isupper()
        and words.lower[token + 1] not in _DAYS
    ):
        token += 2
        while token < len(words) and _is_capital(words, token):
            token += 1
    return token


def _explained(terrain: Terrain, token: int) -> Sighting | None:
    """Read "Lumen Rising, a research group" and "Ulgor Facts, a website"."""
    word = terrain.words.text[token]
    if not word.islower():
        return None
    kind = word if word in _OUTLET_NOUNS or word in kinds_behind() else word.capitalize()
    if kind != word and kind not in kinds_in_names():
        return None
    named = explained_name(terrain, token)
    return _make(terrain, *named, kind) if named is not None else None


def _outlet_before(terrain: Terrain, token: int) -> Sighting | None:
    """Read "the Ulgor daily", "Russia's RIA news agency", "the SITA newswire"."""
    words = terrain.words
    last = token - 1 if words.lower[token - 1] in {"news", "television", "tv"} else token
    first = _run_before(terrain, last) if last > 0 else last
    known = terrain.at[last - 1] if last > 0 else None
    if known is not None and known.sense.entry is not None and known.sense.entry.land:
        before = terrain.at[known.first - 1] if known.first else None
        medium = before is not None and before.sense.entry is not None
        if before is not None and medium and before.sense.use is Use.NAME:
            known = before
    if known is not None and known.sense.entry is not None:
        if known.sense.entry.kind is not ActorKind.MEDIA:
            return None
        core = (known.first, known.last)
        return _sighting(terrain, known.first, token + 1, core, known.sense.entry)
    if first == last:
        return None
    return _make(terrain, first, token + 1, words.text[token], core=(first, last))


def _outlet_behind(terrain: Terrain, token: int) -> Sighting | None:
    """Read "the Italian newspaper La Repubblica"."""
    words = terrain.words
    first = last = token + 1
    while last < len(words) and _is_capital(words, last) and terrain.at[last] is None:
        last += 1
    if first == last or words.sentence[first] != words.sentence[token]:
        return None
    return _make(terrain, first, last, words.text[token])


def _make(
    terrain: Terrain, first: int, last: int, kind: str, core: tuple[int, int] | None = None
) -> Sighting:
    words = terrain.words
    core = core or (first, last)
    name = " ".join(words.text[core[0] : core[1]]).replace(" - ", "-").replace(" 's", "'s")
    owner = _country(terrain, first)
    known = kinds_in_names().get(kind) or kinds_behind().get(kind)
    if known is not None:
        entry = Entry(
            id=f"{'grp' if known.kind is ActorKind.GROUP else 'ngo'}:{slug(name)}",
            name=name,
            kind=known.kind,
            country=owner,
            sector=known.sector,
        )
    else:
        entry = Entry(
            id=f"media:{slug(name)}",
            name=name,
            kind=ActorKind.MEDIA,
            country=owner,
            sector="JRN",
        )
    return _sighting(terrain, first, last, core, entry)


def _country(terrain: Terrain, first: int) -> str | None:
    """Return the country of a demonym within the name or just before it."""
    hits: Sequence[int] = range(max(0, first - 3), first + 1)
    for token in reversed(hits):
        hit = terrain.at[token]
        if hit is not None and hit.sense.use is Use.DEMONYM and hit.sense.entry is not None:
            return hit.sense.entry.country
    return None


def _sighting(
    terrain: Terrain, first: int, last: int, core: tuple[int, int], entry: Entry
) -> Sighting:
    words = terrain.words
    while first > 0 and terrain.at[first - 1] is not None and words.lower[first - 1] != "'s":
        hit = terrain.at[first - 1]
        if hit is None or hit.sense.use is not Use.DEMONYM:
            break
        first = hit.first
    if first > 0 and words.lower[first - 1] == "the":
        first -= 1
    return Sighting(first=first, last=last, core=core, kind=MentionKind.NAME, entry=entry)
