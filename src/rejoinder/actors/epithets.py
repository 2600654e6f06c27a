"""Epithets: "the country", "both sides", "the Vienna-based watchdog", "the Frenchman"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rejoinder.actors.gazetteer import Use
from rejoinder.actors.nouns import load_state_classes
from rejoinder.actors.sighting import Epithet, Sighting, Sort
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind, MentionKind

__all__ = ["KINDS_OF", "find_epithets"]

KINDS_OF = {
    "agency": frozenset({ActorKind.MEDIA}),
    "newspaper": frozenset({ActorKind.MEDIA}),
    "daily": frozenset({ActorKind.MEDIA}),
    "outlet": frozenset({ActorKind.MEDIA}),
    "channel": frozenset({ActorKind.MEDIA}),
    "newswire": frozenset({ActorKind.MEDIA}),
    "broadcaster": frozenset({ActorKind.MEDIA}),
    "television": frozenset({ActorKind.MEDIA}),
    "paper": frozenset({ActorKind.MEDIA}),
    "magazine": frozenset({ActorKind.MEDIA}),
    "organisation": frozenset({ActorKind.IGO, ActorKind.NGO}),
    "organization": frozenset({ActorKind.IGO, ActorKind.NGO}),
    "bloc": frozenset({ActorKind.IGO}),
    "union": frozenset({ActorKind.IGO}),
    "alliance": frozenset({ActorKind.IGO}),
    "watchdog": frozenset({ActorKind.IGO, ActorKind.NGO}),
    "group": frozenset({ActorKind.IGO, ActorKind.NGO, ActorKind.GROUP}),
    "movement": frozenset({ActorKind.GROUP}),
    "militia": frozenset({ActorKind.GROUP}),
    "party": frozenset({ActorKind.GROUP}),
}
_COUNTRIES = frozenset("country nation homeland motherland fatherland".split())
_CLASSED = frozenset("republic state kingdom monarchy emirate".split())
_THE = frozenset({"the", "this", "that"})
_OWN = {"his": "own", "her": "own", "its": "own", "their": "own", "our": "our", "my": "our"}
_OTHER = frozenset("neighbouring neighboring other latter".split())
_PAIRED = frozenset(
    "sides parties countries states nations neighbours neighbors capitals republics peoples".split()
)
_CONFLICT = frozenset("warring conflict conflicting opposing rival belligerent feuding".split())
_BEFORE_SIDES = _CONFLICT | {"of", "neighbouring", "neighboring"}
_COUNTED = frozenset("the these two both of neighbouring neighboring".split())
_STRIFE = frozenset(
    "conflict dispute war crisis fighting standoff confrontation hostilities".split()
)
_OUTLETS = frozenset("newspaper paper agency magazine website site outlet daily".split())
_TAILS = frozenset(
    """
    commission council assembly committee front institute federation league association foundation
    fund court centre center university company corporation bank club times post journal herald
    telegraph network authority bureau service battalion brigade
    """.split()
)
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM", "VERB"})


def find_epithets(terrain: Terrain, claimed: Sequence[bool]) -> Iterator[Sighting]:
    """Yield the noun phrases that stand for an actor by what it is, to be resolved later."""
    words = terrain.words
    for token, lower in enumerate(words.lower):
        if words.hidden[token] or claimed[token] or _modifies(words, token):
            continue
        if lower in _COUNTRIES or lower in _CLASSED:
            found = _country(terrain, token)
        elif lower in _PAIRED:
            found = _several(terrain, token)
        elif lower in KINDS_OF:
            found = _publisher(terrain, token) or _kind(terrain, token)
        elif lower in {"two", "both"}:
            found = _bare_pair(words, token)
        elif lower in _TAILS:
            found = _tail(terrain, token)
        else:
            found = _compatriot(terrain, token)
        if found is not None:
            yield found


def _modifies(words: Words, token: int) -> bool:
    return words.dep[token] in {"compound", "amod", "nmod"} and words.head[token] > token


def _start(terrain: Terrain, token: int) -> int:
    """Return where the noun phrase that ends with the token begins, its determiner included."""
    words = terrain.words
    start, _ = words.sentence_of(token)
    first = token
    while first > start:
        before = first - 1
        if words.lower[before] in {"'s", "-", "and"} and before > start and first < token:
            first = before
        elif words.pos[before] == "DET" or words.lower[before] in _OWN:
            return before
        elif (words.pos[before] in _INSIDE and words.dep[before] != "ROOT") or words.lower[
            before
        ] == "'s":
            first = before
        else:
            break
    return first


def _sighting(token: int, first: int, epithet: Epithet) -> Sighting:
    return Sighting(
        first=first,
        last=token + 1,
        core=(token, token + 1),
        kind=MentionKind.EPITHET,
        epithet=epithet,
    )


def _country(terrain: Terrain, token: int) -> Sighting | None:
    """Read "the country", "his former Soviet republic", "the neighbouring country"."""
    words = terrain.words
    first = _start(terrain, token)
    lead, modifiers = words.lower[first], words.lower[first + 1 : token]
    if lead not in _THE and lead not in _OWN:
        return None
    among = _class_of(modifiers)
    if terrain.at[token] is not None:
        return None
    if not among and any(terrain.at[t] is not None for t in range(first + 1, token + 1)):
        return None
    if words.lower[token] in _CLASSED and not among:
        return None
    whose = _OWN.get(lead, "other" if _OTHER & set(modifiers) else "")
    epithet = Epithet(sort=Sort.COUNTRY, among=among, whose=whose)
    return _sighting(token, first, epithet)


def _class_of(modifiers: Sequence[str]) -> frozenset[str]:
    joined = f" {' '.join(modifiers)} ".replace(" - ", "-")
    for words, countries in load_state_classes().items():
        if f" {words} " in joined:
            return countries
    return frozenset()


def _several(terrain: Terrain, token: int) -> Sighting | None:
    """Read "both countries", "the two sides", "the warring parties", "all the sides"."""
    words = terrain.words
    first = token
    start, _ = words.sentence_of(token)
    while first > start and (
        words.pos[first - 1] in {"DET", "NUM"} or words.lower[first - 1] in _BEFORE_SIDES
    ):
        first -= 1
    if words.lower[first] == "of":
        first += 1
    lead = words.lower[first:token]
    noun = words.lower[token]
    ours = first and words.lower[first - 1] in _OWN
    if {"two", "both"} & set(lead) and set(lead) <= _COUNTED and not ours:
        return _sighting(token, first, Epithet(sort=Sort.PAIR, key=noun))
    if noun not in {"sides", "parties"}:
        return None
    rest = [word for word in lead if word not in {"the", "these", "all", "both"}]
    if not lead or (len(rest) == len(lead) and not _CONFLICT & set(rest)):
        return None
    if any(word not in _CONFLICT for word in rest):
        return None
    epithet = Epithet(sort=Sort.GROUP, key="parties", sector="UNK", first=True)
    return replace(_sighting(token, first, epithet), last=_to_conflict(terrain, token + 1))


def _to_conflict(terrain: Terrain, place: int) -> int:
    """Return where "in conflict", "to the armed conflict in X" ends, if it follows."""
    words = terrain.words
    _, end = words.sentence_of(place - 1)
    if place >= end or words.lower[place] not in {"in", "to"}:
        return place
    for token in range(place + 1, min(place + 9, end)):
        if words.lower[token] in _STRIFE:
            behind = terrain.at[token + 2] if token + 2 < end else None
            located = words.lower[token + 1] == "in" and behind is not None
            return behind.last if located and behind is not None else token + 1
        if words.pos[token] not in {"DET", "ADJ", "NOUN", "PUNCT", "VERB", "ADV"}:
            break
    return place


def _bare_pair(words: Words, token: int) -> Sighting | None:
    """Read "the two must act": a number that is itself the subject."""
    if words.dep[token] not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return None
    behind = token + 1
    if behind < len(words) and words.pos[behind] in {"NOUN", "ADJ", "PROPN", "DET", "NUM"}:
        return None
    two = words.lower[token] == "two"
    if two and (token == 0 or words.lower[token - 1] not in {"the", "these"}):
        return None
    first = token - 1 if two else token
    return _sighting(token, first, Epithet(sort=Sort.PAIR))


def _publisher(terrain: Terrain, token: int) -> Sighting | None:
    words = terrain.words
    if words.lower[token] not in _OUTLETS or token == 0 or words.lower[token - 1] != "this":
        return None
    return _sighting(token, token - 1, Epithet(sort=Sort.PUBLISHER))


def _kind(terrain: Terrain, token: int) -> Sighting | None:
    """Read "the 57-member organisation", "Europe's security watchdog", "Turkish television"."""
    words = terrain.words
    if words.text[token][0].isupper() and not words.headline[words.sentence[token]]:
        return None
    behind = terrain.at[token + 1] if token + 1 < len(words) else None
    if terrain.at[token] is not None or (behind is not None and words.lower[token] in _OUTLETS):
        return None
    first = _start(terrain, token)
    if _is_named(terrain, first, token) or words.lower[token + 1 : token + 2] == ["of"]:
        return None
    among = _lands(terrain, first, token)
    possessed = "'s" in words.lower[first:token]
    if ActorKind.MEDIA not in KINDS_OF[words.lower[token]]:
        among = frozenset()
    if words.lower[first] not in {"the", "this"} and not among and not possessed:
        return None
    lower = words.lower[token]
    epithet = Epithet(sort=Sort.KIND, kinds=KINDS_OF[lower], among=among, key=lower)
    return _sighting(token, first, epithet)


def _is_named(terrain: Terrain, first: int, token: int) -> bool:
    """Say whether a name stands in the phrase: "the AFP news agency"."""
    words = terrain.words
    for place in range(first, token):
        hit = terrain.at[place]
        if hit is None:
            based = words.text[place + 1] == "-"
            if words.pos[place] == "PROPN" and words.text[place][0].isupper() and not based:
                return True
        elif hit.sense.use is Use.NAME and hit.sense.entry is not None and not hit.sense.entry.land:
            return hit.sense.entry.kind is ActorKind.MEDIA
    return False


def _tail(terrain: Terrain, token: int) -> Sighting | None:
    """Read "the Commission", "the Front": the last word of a name given before."""
    words = terrain.words
    if terrain.at[token] is not None or token == 0 or words.lower[token - 1] != "the":
        return None
    behind = token + 1
    if behind < len(words) and (words.lower[behind] == "of" or words.text[behind][0].isupper()):
        return None
    return _sighting(token, token - 1, Epithet(sort=Sort.TAIL, key=words.lower[token]))


def _lands(terrain: Terrain, first: int, token: int) -> frozenset[str]:
    """Return the countries whose names or adjectives stand between the tokens."""
    hits = {terrain.at[place] for place in range(first, token)}
    entries = [hit.sense.entry for hit in hits if hit is not None]
    return frozenset(e.country for e in entries if e is not None and e.country is not None)


def _compatriot(terrain: Terrain, token: int) -> Sighting | None:
    """Read "the Frenchman", "the Iranian": one person, by country."""
    words = terrain.words
    if token == 0 or words.lower[token - 1] != "the" or words.pos[token] not in {"NOUN", "PROPN"}:
        return None
    hit = terrain.at[token]
    code = None
    if hit is not None and hit.sense.use is Use.DEMONYM and not hit.sense.plural:
        single = hit.last == token + 1 and hit.first == token
        entry = hit.sense.entry
        code = entry.country if single and entry is not None else None
    elif words.lower[token].endswith(("man", "woman")) and words.text[token][0].isupper():
        stem = words.text[token].removesuffix("woman").removesuffix("man")
        found = terrain.gazetteer.find([stem], [stem.lower()])
        entry = found[0].sense.entry if found else None
        code = entry.country if entry is not None else None
    behind = token + 1
    more = behind < len(words) and (
        words.pos[behind] in {"NOUN", "PROPN", "ADJ"} or words.text[behind] == "-"
    )
    if code is None or more:
        return None
    return _sighting(token, token - 1, Epithet(sort=Sort.COMPATRIOT, among=frozenset({code})))
