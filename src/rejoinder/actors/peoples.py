"""Peoples: plurals of demonyms, "Poles", "several Ukrainians", and blocs of states, "the West"."""

from collections.abc import Iterator

from rejoinder.actors.bodies import takes_sides
from rejoinder.actors.gazetteer import Entry, Use
from rejoinder.actors.groups import phrase_end
from rejoinder.actors.minorities import home_of_minority, is_ethnic
from rejoinder.actors.sighting import Sighting
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind, MentionKind

__all__ = ["find_blocs", "find_peoples"]

_QUOTES = frozenset("\"“”‘’'")


def find_peoples(terrain: Terrain) -> Iterator[Sighting]:
    """Yield plurals of demonyms without an article: "Poles", "several Ukrainians".

    With an article they stand for the state, but for a minority: "the Poles of Norland" and "ethnic
    Poles" are of the land in which they live, as PLOVER has it.
    """
    words = terrain.words
    for hit in terrain.hits:
        entry = hit.sense.entry
        if hit.sense.use is not Use.DEMONYM or not hit.sense.plural or entry is None:
            continue
        head = hit.last - 1
        modifies = words.dep[head] == "compound" and words.head[head] > head
        first, end = _counted_from(words, hit.first), phrase_end(words, head)
        definite = words.lower[first] in {"the", "these", "those"}
        ethnic = is_ethnic(words, first, hit.first)
        if words.hidden[head] or modifies:
            continue
        home = None
        if ethnic or (definite and words.lower[hit.last : hit.last + 1] == ["of"]):
            home = home_of_minority(terrain, entry, (hit.first, hit.last), end, near=ethnic)
        if definite and not ethnic and home is None:
            continue
        yield Sighting(
            first=first,
            last=end,
            core=(hit.first, hit.last),
            kind=MentionKind.EPITHET,
            entry=_people(entry, home, words.text[head], ethnic=ethnic),
        )


def _people(entry: Entry, home: Entry | None, name: str, *, ethnic: bool) -> Entry:
    """Return people of that name, of the land of their own or of the one in which they live."""
    code = entry.id.partition(":")[2]
    key = f"grp:{code}-people"
    if home is not None:
        key = f"grp:{home.id.partition(':')[2]}-{code}-people"
    elif ethnic:
        key = f"grp:ethnic-{code}-people"
    country = entry.country if not ethnic and home is None else home.country if home else None
    return Entry(
        id=key,
        name=f"ethnic {name}" if ethnic else name,
        kind=ActorKind.GROUP,
        country=country,
        sector="CVL",
    )


def _counted_from(words: Words, token: int) -> int:
    """Return where "several", "most", "pro-Morland" before a noun begins."""
    start, _ = words.sentence_of(token)
    first = token
    while first > start and words.pos[first - 1] in {"DET", "ADJ", "NUM", "ADV", "PUNCT", "PROPN"}:
        before = words.text[first - 1]
        if words.pos[first - 1] in {"PUNCT", "PROPN"} and not _is_sided(words, first - 1):
            break
        if before in _QUOTES:
            break
        first -= 1
    return first


def _is_sided(words: Words, token: int) -> bool:
    """Say whether the token is the hyphen or the name of "pro-Morland"."""
    hyphen = token if words.text[token] == "-" else token - 1
    return hyphen + 1 < len(words) and takes_sides(words, hyphen + 1)


def find_blocs(terrain: Terrain) -> Iterator[Sighting]:
    """Yield "the West" where it is no part of the map: the Western countries."""
    words = terrain.words
    for token, word in enumerate(words.text):
        if word != "West" or not token or words.lower[token - 1] != "the" or words.hidden[token]:
            continue
        behind = words.text[token + 1 : token + 2]
        if terrain.at[token] is not None or (behind and behind[0][0].isupper()):
            continue
        if words.lower[token - 2 : token - 1] in (["in"], ["to"]) and behind == ["of"]:
            continue
        entry = Entry(
            id="grp:western-countries",
            name="the West",
            kind=ActorKind.GROUP,
            country=None,
            sector="GOV",
        )
        yield Sighting(
            first=token - 1,
            last=token + 1,
            core=(token, token + 1),
            kind=MentionKind.NAME,
            entry=entry,
        )
