"""Under which keys propositions are filed, so that those that can be the same are found by them.

What is found by the keys is all that `rejoinder.exchanges.claims.blocks` compares, and some more.
"""

from dataclasses import dataclass
from hashlib import blake2b

from rejoinder.exchanges.claims.blocks import blocks_of, near_blocks
from rejoinder.exchanges.claims.propositions import Proposition
from rejoinder.exchanges.parties import is_state_id

__all__ = ["UNDATED", "Filing", "filing_of"]

UNDATED = -1
"""The block of what has no date."""

_DEED = 2
_FEW = 4
"""What is of more blocks is filed under wide ones: in each of a year it would be on other pages."""

_WIDE = 24
"""Blocks that one wide block holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Keys and blocks of days of a proposition.

    Attributes:
        terms: what each key stands for, with how much it counts: two count as enough.
        anywhere: of the keys those that are looked for in blocks of all days.
        blocks: under which it is filed; wide ones are less than `UNDATED`.
        near: in which the other keys are looked for, wide ones among them.
    """

    terms: dict[int, tuple[str, int]]
    anywhere: frozenset[int]
    blocks: frozenset[int]
    near: frozenset[int]


def filing_of(one: Proposition) -> Filing:
    """Return under what to file a proposition, and where to look for others."""
    terms: dict[int, tuple[str, int]] = {}
    anywhere: set[int] = set()
    words = [(concept, 1) for concept in one.wording.concepts]
    deeds = [(f"={kind}", _DEED) for kind in one.kinds]
    for actor in one.parties:
        for term, weight in (*words, *deeds):
            key = _key(actor, term)
            terms[key] = (term, weight)
            if one.told is None and not is_state_id(actor):
                anywhere.add(key)
    return Filing(
        terms=terms,
        anywhere=frozenset(anywhere),
        blocks=_filed(blocks_of(one)),
        near=_looked_in(near_blocks(one)),
    )


def _filed(blocks: set[int | None]) -> frozenset[int]:
    own = {each for each in blocks if each is not None}
    undated = {UNDATED} if None in blocks else set()
    return frozenset(undated | (own if len(own) <= _FEW else set(map(_wide, own))))


def _looked_in(blocks: set[int | None]) -> frozenset[int]:
    own = {each for each in blocks if each is not None}
    return frozenset({UNDATED, *own, *map(_wide, own)})


def _wide(block: int) -> int:
    return UNDATED - 1 - block // _WIDE


def _key(actor: str, term: str) -> int:
    made = blake2b(f"{actor}\0{term}".encode(), digest_size=8).digest()
    return int.from_bytes(made, "big", signed=True)
