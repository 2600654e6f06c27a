"""The table of reporting verbs: in which frames each one attributes."""

import csv
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rejoinder.model.statement import Act

__all__ = ["Cue", "cue_table", "cues_digest"]

_TABLE = "cues.en.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One reporting verb.

    Attributes:
        frames: ``C`` clause, ``T`` to-infinitive, ``O`` object, ``X`` small clause or participle,
            ``p:of`` preposition.
        act: what its subject does, before the content is looked at.
        held: it tells what somebody thinks or wants rather than says, so that its negation still
            tells something.
    """

    lemma: str
    frames: frozenset[str]
    act: Act
    held: bool


def _read() -> str:
    return files("rejoinder.statements").joinpath("data", _TABLE).read_text(encoding="utf-8")


@cache
def cue_table() -> Mapping[str, Cue]:
    """Return the verbs by lemma."""
    lines = _read().splitlines()[1:]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return MappingProxyType(
        {
            row["lemma"]: Cue(
                lemma=row["lemma"],
                frames=frozenset(row["frames"].split()),
                act=Act(row["act"]),
                held=row["kind"] == "held",
            )
            for row in rows
        }
    )


def cues_digest() -> str:
    """Return the SHA-256 of the table."""
    return hashlib.sha256(_read().encode()).hexdigest()
