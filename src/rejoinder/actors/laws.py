"""Laws: treaties, acts and amendments that are quoted by their names."""

import re
from collections.abc import Iterator

from rejoinder.actors.gazetteer import Entry
from rejoinder.actors.sighting import Sighting
from rejoinder.actors.slugs import slug
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind, MentionKind

__all__ = ["find_laws"]

_ENDS = frozenset(
    "Amendment Act Convention Treaty Protocol Charter Statute Accord Constitution".split()
)
_SPEAKING = frozenset(
    """
    state say stipulate provide guarantee require prohibit ban declare read forbid oblige hold
    """.split()
)
_NUMBERED = re.compile(r"\d+(st|nd|rd|th)")


def find_laws(terrain: Terrain) -> Iterator[Sighting]:
    """Yield the laws and treaties whose words are told: "the 14th Amendment states …".

    Others are spoken of and do not speak, so that they are no actors.
    """
    words = terrain.words
    for token, word in enumerate(words.text):
        if word not in _ENDS or words.hidden[token] or words.headline[words.sentence[token]]:
            continue
        first = _begin(terrain, token)
        last = _past_complement(words, token + 1)
        if first == token or not _speaks(words, token, last):
            continue
        name = " ".join(words.text[first : token + 1])
        entry = Entry(
            id=f"doc:{slug(name)}",
            name=name,
            kind=ActorKind.DOCUMENT,
            country=None,
            sector=None,
        )
        begin = first - 1 if first and words.lower[first - 1] == "the" else first
        core = (first, token + 1)
        yield Sighting(first=begin, last=last, core=core, kind=MentionKind.NAME, entry=entry)


def _begin(terrain: Terrain, token: int) -> int:
    """Return where the name begins: capitalised words and numbers before its last word."""
    words = terrain.words
    start, _ = words.sentence_of(token)
    first = token
    while first > start:
        before = words.text[first - 1]
        if before.lower() in {"the", "a", "an"}:
            break
        if not before[0].isupper() and not _NUMBERED.fullmatch(before):
            break
        first -= 1
    return first


def _past_complement(words: Words, last: int) -> int:
    """Return the token behind "to the Constitution"."""
    place = last
    if words.lower[place : place + 1] in (["to"], ["of"]):
        place += 1 + (words.lower[place + 1 : place + 2] == ["the"])
        while place < len(words) and words.text[place][0].isupper():
            place += 1
            last = place
    return last


def _speaks(words: Words, token: int, last: int) -> bool:
    """Say whether a verb of telling follows whose subject is the law, or "which" for it."""
    behind = words.lower[last : last + 2]
    if len(behind) == 2 and behind[0] == "," and behind[1] in {"which", "that"}:
        verb = words.head[last + 1]
        return words.dep[last + 1] == "nsubj" and words.lemma[verb] in _SPEAKING
    return words.dep[token] == "nsubj" and words.lemma[words.head[token]] in _SPEAKING
