"""The crosswalk from acts to PLOVER and CAMEO (``data/crosswalk.tsv``; docs/plover.md)."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from rejoinder.model.event import EventType
from rejoinder.model.statement import Act
from rejoinder.text.tables import read_rows

__all__ = ["Crossing", "crossing", "crosswalk"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """What an act is elsewhere.

    Attributes:
        event_type: PLOVER's type; None where PLOVER has no place for the act.
        mode: the type's mode, or none.
        cameo: the CAMEO codes that it may be.
    """

    act: Act
    event_type: EventType | None
    mode: tuple[str, ...]
    cameo: tuple[str, ...]


@functools.cache
def crosswalk() -> Mapping[Act, Crossing]:
    """Return what each act is in PLOVER and in CAMEO."""
    found = [
        Crossing(
            act=Act(row["act"]),
            event_type=EventType(row["plover"]) if row["plover"] else None,
            mode=(row["mode"],) if row["mode"] else (),
            cameo=tuple(row["cameo"].split(";")),
        )
        for row in read_rows("rejoinder.exports", "crosswalk.tsv")
    ]
    return {one.act: one for one in found}


def crossing(act: Act) -> Crossing:
    """Return what an act is in PLOVER and in CAMEO."""
    return crosswalk()[act]
