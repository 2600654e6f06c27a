"""Names of persons: runs of capitalised words that no table claims, with particles and initials."""

from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.actors.gazetteer import Use
from rejoinder.actors.kinds import kinds_in_names
from rejoinder.actors.metonyms import is_dateline
from rejoinder.actors.nicknames import (
    behind_complement,
    is_nickname,
    past_nickname,
    shared_surname,
)
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.words import Words

__all__ = ["NOT_NAMES", "PARTICLES", "Name", "find_names", "join_name"]

PARTICLES = frozenset(
    """
    de da do dos del della di du la le van von der den ter bin ibn ben al el ul ad
    """.split()
)
NOT_NAMES = frozenset(
    """
    the a an meet i january february march april may june july august september october
    november december
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    republic war world western eastern northern southern central west east north south treaty
    agreement summit meanwhile however today yesterday tomorrow god islam christian muslim
    orthodox english zionist patriotic resolution article protocol statute constitution
    ceasefire peace talks corridor sea river mountain square street avenue road bridge airport
    island peninsula caucasus balkans asia africa middle gulf internet twitter facebook telegram
    youtube instagram covid boeing region academy institute code video news agency department
    university battalion square programme program office amendment act charter
    republican republicans democrat democrats democratic conservative conservatives liberal
    liberals labour progressive independent crooked
    though although while whereas whether because since until unless if when where why how what
    which who amid upon perhaps maybe
    after before during despite besides also but and or yet so then thus hence therefore still even
    only just not no nor neither either both all any some many most few several each every other
    another such this that these those here there now soon later earlier once again according
    asked speaking saying adding citing in on at by for from with without within of to into
    he she it they we you his her its their our your my as than
    """.split()
)
# What ends the names of places and things: "Ulgor International Tower".
_STRUCTURES = frozenset(
    """
    tower towers hotel hospital palace stadium arena museum cathedral cemetery memorial monument
    elementary prison mosque basilica plaza boulevard highway tunnel dam station factory
    refinery
    """.split()
)
# What is left of a name whose beginning a table claims: "Morland City".
_LEFT_ALONE = frozenset("city county district province state conference command".split())
_PARTIES = frozenset("DRI")
# "The Ulgor-born Ilona Vey": where from, and no part of the name.
_WHENCE = frozenset(
    """
    born based backed led controlled held run made owned funded like era style wide bound raised
    trained educated appointed elected
    """.split()
)
_OPEN_CLASS = frozenset({"PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A run of words on tokens ``[first, last)`` that may name a person."""

    first: int
    last: int
    text: str


def join_name(words: Words, first: int, last: int) -> str:
    """Return the tokens as one string, with blanks only where the text has them."""
    parts = [words.text[first]]
    for token in range(first + 1, last):
        gap = " " if words.start[token] > words.end[token - 1] else ""
        parts.append(gap + words.text[token])
    return "".join(parts)


def find_names(terrain: Terrain, claimed: Sequence[bool]) -> list[Name]:
    """Return the runs outside headlines, furniture and what is claimed already."""
    words, runs, token = terrain.words, list[tuple[int, int]](), 0
    while token < len(words):
        if not _may_begin(terrain, claimed, token):
            token += 1
            continue
        last = _run(terrain, claimed, token)
        if last - token > 2 and words.pos[token] == "ADJ":
            # "Former" and the like before a full name are no part of it.
            token += 1
        first = behind_complement(terrain, token, last)
        named = not is_dateline(words, first, last) and not is_nickname(words, first, last)
        if named and not _is_thing(terrain, first, last):
            runs.append((first, last))
        token = last
    return [_name(words, first, last, runs) for first, last in runs]


def _name(words: Words, first: int, last: int, runs: Sequence[tuple[int, int]]) -> Name:
    """Return the name, without a nickname inside it and with a surname that follows for two."""
    parts = [join_name(words, first, last)]
    for token in range(first + 1, last):
        behind = past_nickname(words, token)
        if behind > token:
            parts = [join_name(words, first, token), join_name(words, behind, last)]
            break
    shared = shared_surname(words, first, runs) if last - first == 1 else ""
    return Name(first=first, last=last, text=" ".join([*parts, *filter(None, [shared])]))


def _is_thing(terrain: Terrain, first: int, last: int) -> bool:
    """Say whether the words name a place, or only the kind of body: "the Committee"."""
    words = terrain.words
    if last - first > 1:
        # "D-Mo.": of which party, and from which state.
        seat = words.text[first] in _PARTIES and words.text[first + 1] == "-"
        return seat or words.lower[last - 1] in _STRUCTURES
    hit = terrain.at[first - 1] if first else None
    titled = hit is not None and hit.sense.use in {Use.HONORIFIC, Use.ROLE}
    kind = words.text[first] in kinds_in_names() or words.lower[first] in _LEFT_ALONE
    return kind and not titled


def _may_begin(terrain: Terrain, claimed: Sequence[bool], token: int) -> bool:
    words = terrain.words
    return (
        words.text[token][0].isupper()
        and not claimed[token]
        and not words.hidden[token]
        and not words.headline[words.sentence[token]]
        and _is_part(terrain, claimed, token)
        and not (
            words.text[token + 1 : token + 2] == ["-"]
            and words.lower[token + 2 : token + 3]
            and words.text[token + 2].islower()
            and words.lower[token + 2] in _WHENCE
        )
    )


def _is_part(terrain: Terrain, claimed: Sequence[bool], token: int) -> bool:
    words, word = terrain.words, terrain.words.text[token]
    if claimed[token] or terrain.at[token] is not None or not word[0].isupper():
        return False
    if words.lower[token] in NOT_NAMES:
        return False
    if len(word) <= 2 and word.endswith("."):
        return True
    if not word.replace("-", "").replace("'", "").replace(".", "").isalpha():
        return False
    if words.pos[token] == "PROPN":
        return True
    first, _ = words.sentence_of(token)
    opening = token == first or words.lower[token - 1] in {'"', "“", "”", ":", "-", "–", "—"}
    return words.pos[token] in _OPEN_CLASS and not opening


def _run(terrain: Terrain, claimed: Sequence[bool], first: int) -> int:
    words = terrain.words
    _, end = words.sentence_of(first)
    last = first + 1
    while last < end:
        if _is_part(terrain, claimed, last):
            last += 1
            continue
        behind = past_nickname(words, last)
        if last < behind < end and _is_part(terrain, claimed, behind):
            last = behind
            continue
        glued = words.start[last] == words.end[last - 1]
        joins = words.text[last] in {"-", "'"} and glued
        if not joins and words.lower[last] not in PARTICLES:
            break
        behind = last + 1 if joins else _past_hyphen(words, last)
        if behind >= end or (joins and words.start[behind] != words.end[last]):
            break
        # Korean names go on in small letters: "Ban Ki-moon".
        small = joins and words.text[last] == "-" and words.text[behind].islower()
        small = small and words.lower[behind] not in _WHENCE
        if not small and not _is_part(terrain, claimed, behind):
            break
        last = behind + 1
    return last


def _past_hyphen(words: Words, particle: int) -> int:
    """Return the token behind a particle, and behind what joins it to the name: "al-Vey"."""
    mark = particle + 1
    joined = words.text[mark : mark + 1] == ["-"] and words.start[mark] == words.end[particle]
    return mark + 1 if joined else mark
