"""The table of event words: which word with which arguments is an event of which type."""

import functools
import importlib.resources
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.event import EventType
from rejoinder.text.tables import tables_digest

__all__ = ["Condition", "Frame", "data_digest", "frames"]

_TABLE = "verbs.tsv"
_NONE = "-"


class Condition(StrEnum):
    """What else must hold for a frame to be an event."""

    ALWAYS = "-"
    BOTH = "both"
    TWO = "two"
    RESOLVED = "resolved"
    PARTICLE = "prt"
    PHONE = "phone"
    RESTRICTIVE = "restrictive"
    MILITARY = "military"
    FROM = "from"
    RECIPIENT = "recipient"
    OF_BY = "of-by"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A word and its arguments.

    Attributes:
        verb: a verb frame; otherwise a noun's.
        objects: the lemmas of which its object must be one; empty where any or none will do.
        prepositions: of which one must be there; empty where none is needed.
        event_type: PLOVER's.
        mode: PLOVER's, or None.
        recipient: slots in which the recipient stands: ``obj``, ``dative`` or a preposition.
        condition: what else must hold; ``both`` makes everybody an actor (two-sided events).
    """

    verb: bool
    objects: frozenset[str]
    prepositions: frozenset[str]
    event_type: EventType
    mode: str | None
    recipient: frozenset[str]
    condition: Condition


def _set(cell: str) -> frozenset[str]:
    return frozenset() if cell == _NONE else frozenset(cell.split())


@functools.cache
def frames() -> Mapping[tuple[bool, str], tuple[Frame, ...]]:
    """Return the frames by whether the word is a verb and by its lemma."""
    table: dict[tuple[bool, str], tuple[Frame, ...]] = {}
    body = importlib.resources.files("rejoinder.events").joinpath("data", _TABLE)
    for line in body.read_text(encoding="utf-8").splitlines()[1:]:
        sort, lemmas, objects, prepositions, event_type, mode, recipient, how = line.split("\t")
        frame = Frame(
            verb=sort == "verb",
            objects=_set(objects),
            prepositions=_set(prepositions),
            event_type=EventType(event_type),
            mode=None if mode == _NONE else mode,
            recipient=_set(recipient),
            condition=Condition(how),
        )
        for lemma in lemmas.split():
            table[frame.verb, lemma] = (*table.get((frame.verb, lemma), ()), frame)
    return table


def data_digest() -> str:
    """Return the SHA-256 of the table, hexadecimal, for the provenance of events."""
    return tables_digest("rejoinder.events", [_TABLE])
