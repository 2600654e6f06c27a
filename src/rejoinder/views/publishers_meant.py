"""Which publishers a name means: one that is called just so, else all with that in their names."""

from collections.abc import Iterable
from typing import Final

from rejoinder.ledger.folding import fold

__all__ = ["UNKNOWN", "publishers_meant"]

UNKNOWN: Final = "(unknown)"
"""The name that stands for articles whose publisher is not known."""


def publishers_meant(name: str, known: Iterable[str | None]) -> frozenset[str | None]:
    """Return which of the publishers are meant; case and accents do not count."""
    if name == UNKNOWN:
        return frozenset({None})
    folded = {each: fold(each) for each in known if each}
    wanted = fold(name).strip()
    if not wanted:
        return frozenset()
    same = {each for each, form in folded.items() if form == wanted}
    return frozenset(same or {each for each, form in folded.items() if wanted in form})
