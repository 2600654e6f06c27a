"""The tables of event words: which word with which arguments is an event of which type."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from rejoinder.events.words import rows_of, spread
from rejoinder.model.event import EventType
from rejoinder.text.tables import tables_digest

__all__ = ["Frame", "NounFrame", "VerbFrame", "data_digest", "noun_frames", "verb_frames"]

_VERBS, _NOUNS = "verbs.tsv", "nouns.tsv"
_TABLES = (
    "classes.tsv", "contexts.tsv", "elsewhere.tsv", "light.tsv", _NOUNS, "operators.tsv", _VERBS,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a word tells.

    Attributes:
        event_type: PLOVER's.
        mode: PLOVER's, or None.
        recipient: where the recipient stands: ``obj``, ``dative``, ``own`` (the object's owner) or
            prepositions.
        flags: what else must hold, and who is what; ``docs/events.md`` lists them.
    """

    event_type: EventType
    mode: str | None
    recipient: frozenset[str]
    flags: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbFrame(Frame):
    """A verb and its arguments.

    Attributes:
        particle: the particle or other word that makes the verb what it is, or None.
        objects: the lemmas of which its object must be one; empty where any or none will do.
        object_needed: True where there must be an object, False where there must be none.
        prepositions: of which one must be there; empty where none is needed.
    """

    particle: str | None
    objects: frozenset[str]
    object_needed: bool | None
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NounFrame(Frame):
    """A noun and its arguments.

    Attributes:
        kinds: words of which one must stand before it; empty where none is needed.
        doer: where who acts stands: ``poss``, ``mod`` or prepositions.
    """

    kinds: frozenset[str]
    doer: frozenset[str]


@functools.cache
def verb_frames() -> Mapping[str, tuple[VerbFrame, ...]]:
    """Return the frames of verbs by lemma, in the order in which they are tried."""
    table: dict[str, tuple[VerbFrame, ...]] = {}
    for verbs, objects, given, event_type, mode, recipient, flags in rows_of(_VERBS):
        for verb in verbs.split():
            lemma, _, particle = verb.partition("+")
            frame = VerbFrame(
                event_type=EventType(event_type),
                mode=None if mode == "-" else mode,
                recipient=spread(recipient),
                flags=spread(flags),
                particle=particle or None,
                objects=frozenset() if objects in ("+", "0") else spread(objects),
                object_needed={"+": True, "0": False, "-": None}.get(objects, True),
                prepositions=spread(given),
            )
            table[lemma] = (*table.get(lemma, ()), frame)
    # "break up a rally" before "break a rally".
    return {
        lemma: tuple(sorted(frames, key=lambda frame: frame.particle is None))
        for lemma, frames in table.items()
    }


@functools.cache
def noun_frames() -> Mapping[str, tuple[NounFrame, ...]]:
    """Return the frames of nouns by lemma, in the order in which they are tried."""
    table: dict[str, tuple[NounFrame, ...]] = {}
    for nouns, kinds, event_type, mode, doer, recipient, flags in rows_of(_NOUNS):
        for noun in nouns.split():
            frame = NounFrame(
                event_type=EventType(event_type),
                mode=None if mode == "-" else mode,
                recipient=spread(recipient),
                flags=spread(flags),
                kinds=spread(kinds),
                doer=spread(doer),
            )
            table[noun] = (*table.get(noun, ()), frame)
    return table


def data_digest() -> str:
    """Return the SHA-256 of the tables, hexadecimal, for the provenance of events."""
    return tables_digest("rejoinder.events", _TABLES)
