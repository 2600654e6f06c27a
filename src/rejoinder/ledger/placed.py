"""Where and when actors are called so, among the facts that are counted of them; pure.

In one table with these, so that what an article tells of an actor lies on one page. They are the
last of an actor's, so that the others are read without them.
"""

import json
from collections.abc import Mapping
from typing import Final

__all__ = ["PLACED", "place_of", "placed"]

PLACED: Final = "~"
"""How the sort of such a fact begins; others are less."""


def placed(places: Mapping[tuple[str, ...], int]) -> dict[tuple[str, ...], int]:
    """Return as facts how often actors are called so in places."""
    return {
        (actor, f"{PLACED}{fact}", _packed(value, place)): times
        for (actor, fact, value, place), times in places.items()
    }


def place_of(fact: str, value: str) -> tuple[str, str, str]:
    """Return sort, value and place of such a fact."""
    told, place = json.loads(value)
    return fact.removeprefix(PLACED), told, place


def _packed(value: str, place: str) -> str:
    return json.dumps([value, place], ensure_ascii=False, separators=(",", ":"))
