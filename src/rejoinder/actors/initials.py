"""Initials: organisations called by the first letters of their names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rejoinder.actors.gazetteer import Entry, Use
from rejoinder.actors.metonyms import is_dateline
from rejoinder.actors.sighting import Sighting
from rejoinder.actors.slugs import slug
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind, MentionKind

__all__ = ["find_by_initials"]

_SHORTEST = 3
_LONGEST = 6
_SAYING = frozenset(
    """
    say tell add note stress claim announce declare warn urge argue deny insist report write
    believe oppose support reject call condemn criticise criticize demand accuse respond confirm
    """.split()
)
_NO_ORGANISATION = frozenset(
    "GMT UTC EST EDT PST PDT CET CEST BST CEO CFO COO MEP USD EUR GDP VAT AIDS HIV WWI WWII".split()
)


def find_by_initials(terrain: Terrain, named: Sequence[Sighting]) -> Iterator[Sighting]:
    """Yield mentions by initials, of organisations named in full or of some that act.

    In brackets behind a name they are that organisation's; else they are those of one whose words
    begin with these letters; else, where they say something, an organisation of which no more is
    known.
    """
    words = terrain.words
    given = _given(words, named)
    spelt = [(_initials_of(words, s), s) for s in (*named, *_of_tables(terrain))]
    acting = {words.text[t] for t in range(len(words)) if _acts(terrain, t)}
    for token, word in enumerate(words.text):
        if words.hidden[token] or not _is_initials(terrain, token):
            continue
        whole = given.get(word) or next(
            (s for letters, s in spelt if _stand_for(word, letters)), None
        )
        first = token - 1 if token and words.lower[token - 1] == "the" else token
        core = (token, token + 1)
        if whole is not None:
            yield replace(whole, first=first, last=token + 1, core=core)
        elif word in acting:
            yield Sighting(
                first=first, last=token + 1, core=core, kind=MentionKind.NAME, entry=_entry(word)
            )


def _given(words: Words, named: Sequence[Sighting]) -> dict[str, Sighting]:
    """Return organisations by the initials in brackets behind them: "Press Institute (PI)"."""
    found: dict[str, Sighting] = {}
    for sighting in named:
        behind = words.text[sighting.last : sighting.last + 3]
        if len(behind) == 3 and (behind[0], behind[2]) == ("(", ")") and behind[1].isupper():
            found.setdefault(behind[1], sighting)
    return found


def _of_tables(terrain: Terrain) -> Iterator[Sighting]:
    """Yield the organisations of the tables that are named in full, once each."""
    seen: set[str] = set()
    for hit in terrain.hits:
        entry = hit.sense.entry
        full = hit.sense.use is Use.NAME and hit.last - hit.first > 2
        if entry is None or entry.land or not full or entry.id in seen:
            continue
        seen.add(entry.id)
        span = (hit.first, hit.last)
        yield Sighting(
            first=hit.first, last=hit.last, core=span, kind=MentionKind.NAME, entry=entry
        )


def _initials_of(words: Words, sighting: Sighting) -> str:
    """Return the first letters of the capitalised words of the name."""
    texts = words.text[slice(*sighting.core)]
    return "".join(text[0] for text in texts if text[0].isupper())


def _stand_for(word: str, letters: str) -> bool:
    """Say whether the letters are the name's, a land at its head left aside."""
    return word in {letters, letters[1:]}


def _is_initials(terrain: Terrain, token: int) -> bool:
    words, word = terrain.words, terrain.words.text[token]
    if not (word.isupper() and word.isalpha() and _SHORTEST <= len(word) <= _LONGEST):
        return False
    alone = terrain.at[token] is None and not words.headline[words.sentence[token]]
    return alone and word not in _NO_ORGANISATION


def _acts(terrain: Terrain, token: int) -> bool:
    """Say whether the initials are a subject, and of nobody's longer name."""
    words = terrain.words
    if words.hidden[token] or not _is_initials(terrain, token):
        return False
    behind = words.text[token + 1 : token + 2]
    before = words.lower[token - 1] if token else ""
    longer = (token and _is_capital(words, token - 1)) or (behind and behind[0][:1].isupper())
    modified = token and words.pos[token - 1] in {"ADJ", "NOUN", "NUM"}
    if longer or modified or before in {"a", "an"} or is_dateline(words, token, token + 1):
        return False
    return words.dep[token] == "nsubj" and words.lemma[words.head[token]] in _SAYING


def _is_capital(words: Words, token: int) -> bool:
    return words.text[token][:1].isupper() and words.pos[token] == "PROPN"


def _entry(word: str) -> Entry:
    return Entry(id=f"ngo:{slug(word)}", name=word, kind=ActorKind.NGO, country=None, sector=None)
