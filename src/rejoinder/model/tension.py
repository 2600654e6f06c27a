"""Tension: its scale, who acts for a state, and where the mean of a series changes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["OFFICIAL_SECTORS", "TENSION_SCALE", "ChangePoint", "Sign"]

OFFICIAL_SECTORS = frozenset({None, "GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""PLOVER sectors of those who act for a state; None is the state itself."""

TENSION_SCALE = "plover.scale.v1"
"""Values of types and modes (exports/data/scales.tsv, version 1); acts through the crosswalk."""


class Sign(StrEnum):
    """What PLOVER's quad classes count deeds as; which side is right does not come into it."""

    COOPERATION = "cooperation"
    CONFLICT = "conflict"
    MIXED = "mixed"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePoint:
    """From ``start`` on the mean is ``after``; from the change before up to then ``before``.

    Attributes:
        start: first day of the first period after the change.
        ids: the statements and events of that period.
    """

    start: date
    before: float
    after: float
    ids: tuple[str, ...]
