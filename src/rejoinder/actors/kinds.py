"""Kinds: the words that tell what sort of organisation a name is, from the table."""

from dataclasses import dataclass
from functools import cache

from rejoinder.actors.tables import read_table
from rejoinder.model.actor import ActorKind

__all__ = ["Kind", "kinds_behind", "kinds_in_names"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a word for a kind tells of those who bear it.

    Attributes:
        sector: PLOVER's, or None where the word tells none.
    """

    kind: ActorKind
    sector: str | None


@cache
def kinds_in_names() -> dict[str, Kind]:
    """Return the kinds by the word that ends a name or opens it before "of": "Party"."""
    return _kinds("name")


@cache
def kinds_behind() -> dict[str, Kind]:
    """Return the kinds by the noun that stands behind a name: "the Green party"."""
    return _kinds("noun")


def _kinds(place: str) -> dict[str, Kind]:
    return {
        word: Kind(kind=ActorKind(row["kind"]), sector=row["sector"] or None)
        for row in read_table("kinds.tsv")
        if row["place"] == place
        for word in row["words"].split()
    }
