"""Change points of a series: where its mean changes."""

from dataclasses import dataclass
from datetime import date

__all__ = ["TENSION_SCALE", "ChangePoint"]

TENSION_SCALE = "plover.scale.v1"
"""Values of types and modes (exports/data/scales.tsv, version 1); acts through the crosswalk."""


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
