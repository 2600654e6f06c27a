"""Wordings: the same said in other words, where the gold knows the words for one thing alone.

In PLV whoever *withdrew ... from* somewhere are peacekeepers, which PLOVER puts under SANCTION; a
party's own troops that leave are a RETREAT.  Such a sentence is read in both wordings.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rejoinder.events.pairs.masking import Part, Role

__all__ = ["other_wording"]

_PULLED: Final = {
    "withdraw": "pull",
    "withdraws": "pulls",
    "withdrew": "pulled",
    "withdrawn": "pulled",
    "withdrawing": "pulling",
}
_OWN_TROOPS = re.compile(
    r"\b(?P<verb>withdr(?:aws?|ew|awn|awing)) "
    r"(?P<troops>(?:(?:all|half|most|much|some|part|many|more|the|last|rest|of|its|their|his|her"
    r"|own|remaining|ground|combat|armed|armou?red|military|occupying|invading|[\d,]+) ){0,5}"
    r"(?:troops|soldiers|forces|army|armies|tanks|units|armou?r|artillery)) from$",
    re.IGNORECASE,
)


def other_wording(parts: Sequence[Part]) -> tuple[Part, ...] | None:
    """Return the masked sentence with troops *pulled out of* a party; None if none withdraw."""
    out = list(parts)
    for at, part in enumerate(parts[:-1]):
        found = _OWN_TROOPS.search(part.words) if parts[at + 1].role is not Role.WORDS else None
        if found is not None:
            verb = _PULLED[found["verb"].lower()]
            words = f"{part.words[: found.start()]}{verb} {found['troops']} out of"
            out[at] = replace(part, words=words)
    return tuple(out) if out != list(parts) else None
