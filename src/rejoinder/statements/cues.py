"""The table of reporting verbs: in which frames each one attributes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from rejoinder.model.statement import Act
from rejoinder.text.tables import read_rows, tables_digest

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cue", "base_of", "cue_by_form", "cue_of", "cue_table", "cues_digest"]

_TABLE = "cues.en.tsv"
# "rule out", "go on", "make clear": how the parser hangs the second word.
_WITH = frozenset({"prt", "advmod", "acomp", "ccomp", "dobj", "prep"})
_ENDINGS = ((1, "s"), (2, "es"), (1, "d"), (2, "ed"), (3, "ing"))


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


@cache
def _of_two_words() -> frozenset[str]:
    """Return the verbs that make a cue with a second word."""
    return frozenset(lemma.partition("_")[0] for lemma in cue_table() if "_" in lemma)


def cue_of(token: "Token") -> Cue | None:
    """Return the cue that a verb is, with its particle or adjective if it has one, or None."""
    lemma = token.lemma_.lower()
    for c in token.children if lemma in _of_two_words() else ():
        if c.dep_ in _WITH and c.i > token.i:
            joined = cue_table().get(f"{lemma}_{c.lower_}")
            if joined is not None:
                return joined
    return cue_table().get(lemma)


def cue_by_form(token: "Token") -> Cue | None:
    """Return the cue that a token is by its ending: the parser's lemmas are guesses.

    "Hopes" may come from "hop", and "Dismissed" in a headline from nothing.
    """
    word = token.lower_
    forms = [word[:-cut] for cut, ending in _ENDINGS if word.endswith(ending)]
    if word.endswith("ing"):
        forms.append(f"{word[:-3]}e")
    return next((cue_table()[form] for form in forms if form in cue_table()), None)


def base_of(verb: "Token") -> str:
    """Return the lemma that a reporting verb stands under in the table, else the parser's."""
    lemma = verb.lemma_.lower()
    found = None if lemma in cue_table() else cue_by_form(verb)
    return found.lemma if found else lemma


def cues_digest() -> str:
    """Return the SHA-256 of the table."""
    return tables_digest("rejoinder.statements", [_TABLE])
