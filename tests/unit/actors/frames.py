"""Texts with gaps for two states, told of any two."""

import re
from collections.abc import Callable

from rejoinder.actors.tables import read_table

__all__ = ["between"]

STATES = {row["code"]: row for row in read_table("states.tsv")}


def between(first: str, second: str) -> Callable[[str], str]:
    """Return what fills ``{0}`` and ``{1}``: ``{0a}`` is the adjective, ``{0c}`` the capital."""
    names: dict[str, str] = {}
    for place, code in enumerate((first, second)):
        row = STATES[code]
        names[f"{{{place}}}"] = row["name"]
        names[f"{{{place}a}}"] = row["adjectives"].split(";")[0]
        names[f"{{{place}c}}"] = row["metonyms"].split(";")[0]

    def fill(words: str) -> str:
        filled = re.sub(r"\{\w+\}", lambda slot: names[slot[0]], words)
        return re.sub(r"\bA ([AEIOU])", r"An \1", filled)

    return fill
