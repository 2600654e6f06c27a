"""Scales of cooperation and conflict: PLOVER's by type and mode, Goldstein's by CAMEO code.

Both run from -10 (conflict) to 10 (cooperation). ``data/scales.tsv`` names its sources and its
version; docs/plover.md tells where a value is not the printed one.
"""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rejoinder.model.event import EventType
from rejoinder.text.tables import read_rows, tables_digest

__all__ = [
    "PloverValue",
    "cameo_codes",
    "event_scale",
    "goldstein",
    "plover_values",
    "quad_code",
    "scales_digest",
]

_PACKAGE, _TABLE = "rejoinder.exports", "scales.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverValue:
    """What PLOVER gives a type, or one of its modes.

    Attributes:
        mode: None for the type itself.
        quad: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
        value: -10 to 10; None where the manual has none.
        printed: the value as the manual prints it.
        cameo: the CAMEO codes that became the type; empty for modes.
    """

    event_type: EventType
    mode: str | None
    quad: int
    value: float | None
    printed: float | None
    cameo: tuple[str, ...]


@functools.cache
def plover_values() -> Mapping[tuple[EventType, str | None], PloverValue]:
    """Return what PLOVER gives each type and mode, by type and mode (None for the type)."""
    found = [
        PloverValue(
            event_type=EventType(row["code"]),
            mode=row["mode"] or None,
            quad=int(row["quad"]),
            value=_number(row["value"]),
            printed=_number(row["printed"]),
            cameo=tuple(row["cameo"].split(";")) if row["cameo"] else (),
        )
        for row in read_rows(_PACKAGE, _TABLE)
        if row["scale"] == "plover"
    ]
    return {(one.event_type, one.mode): one for one in found}


def quad_code(event_type: EventType) -> int:
    """Return the type's quad class, 1 to 4."""
    return plover_values()[event_type, None].quad


def cameo_codes(event_type: EventType) -> tuple[str, ...]:
    """Return the CAMEO codes that became the type."""
    return plover_values()[event_type, None].cameo


def event_scale(event_type: EventType, modes: Iterable[str] = ()) -> float | None:
    """Return PLOVER's value, -10 to 10: the mean of those of the modes, else that of the type.

    Modes without a value, and those that the type does not have, are passed over.
    """
    table = plover_values()
    known = [table[event_type, mode].value for mode in modes if (event_type, mode) in table]
    values = [value for value in known if value is not None]
    if not values:
        return table[event_type, None].value
    return sum(values) / len(values)


def goldstein(codes: Iterable[str]) -> float | None:
    """Return Goldstein's value, -10 to 10, where all the CAMEO codes have the same one."""
    table = _goldstein()
    values = {table.get(code) for code in codes}
    return values.pop() if len(values) == 1 else None


def scales_digest() -> str:
    """Return the SHA-256 of the table, hexadecimal."""
    return tables_digest(_PACKAGE, [_TABLE])


@functools.cache
def _goldstein() -> Mapping[str, float]:
    rows = read_rows(_PACKAGE, _TABLE)
    return {row["code"]: float(row["value"]) for row in rows if row["scale"] == "goldstein"}


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
