"""The table of reporting verbs: in which frames each one attributes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rejoinder.model.statement import Act
from rejoinder.text.tables import read_rows, tables_digest

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


@cache
def cue_table() -> Mapping[str, Cue]:
    """Return the verbs by lemma."""
    return MappingProxyType(
        {
            row["lemma"]: Cue(
                lemma=row["lemma"],
                frames=frozenset(row["frames"].split()),
                act=Act(row["act"]),
                held=row["kind"] == "held",
            )
            for row in read_rows("rejoinder.statements", _TABLE)
        }
    )


def cues_digest() -> str:
    """Return the SHA-256 of the table."""
    return tables_digest("rejoinder.statements", [_TABLE])
