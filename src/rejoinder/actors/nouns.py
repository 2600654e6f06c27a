"""Nouns that stand for groups and countries without naming them, from the tables."""

from dataclasses import dataclass
from functools import cache

from rejoinder.actors.tables import cells, read_table

__all__ = ["GroupNoun", "group_key", "load_group_nouns", "load_ranks", "load_state_classes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupNoun:
    """A plural for people who act together.

    Attributes:
        words: the plural, word by word, in small letters.
        key: shared by plurals that may stand for one another.
        sector: PLOVER sector of such a group.
        bare: means those of the land that the article is about where no land is named.
        again: with an article it means the group of the same key named before.
    """

    words: tuple[str, ...]
    key: str
    sector: str
    bare: bool
    again: bool


@cache
def load_group_nouns() -> dict[str, tuple[GroupNoun, ...]]:
    """Return the nouns for groups by their first word, longer ones first."""
    found: dict[str, list[GroupNoun]] = {}
    for row in read_table("groups.tsv"):
        for phrase in cells(row["nouns"]):
            noun = GroupNoun(
                words=tuple(phrase.split()),
                key=row["key"],
                sector=row["sector"],
                bare=row["bare"] == "yes",
                again=row["again"] == "yes",
            )
            found.setdefault(noun.words[0], []).append(noun)
    return {
        first: tuple(sorted(nouns, key=lambda noun: -len(noun.words)))
        for first, nouns in found.items()
    }


@cache
def _group_keys() -> tuple[str, ...]:
    """Return the keys of groups, longer ones first; parties to a conflict have no noun there."""
    keys = {noun.key for nouns in load_group_nouns().values() for noun in nouns}
    return tuple(sorted({*keys, "parties", "people"}, key=lambda key: -len(key)))


def group_key(actor: str) -> str:
    """Return the key that the id of an unnamed group ends with; empty for other ids."""
    return next((key for key in _group_keys() if actor.endswith(f"-{key}")), "")


@cache
def load_state_classes() -> dict[str, frozenset[str]]:
    """Return country codes by the words for a class of states, such as "former soviet"."""
    return {
        words: frozenset(cells(row["countries"]))
        for row in read_table("epithets.tsv")
        for words in cells(row["words"])
    }


@cache
def load_ranks() -> dict[str, str]:
    """Return the group of role nouns that may stand for whoever bears a form of address."""
    return {row["key"]: row["group"] for row in read_table("honorifics.tsv") if row["group"]}
