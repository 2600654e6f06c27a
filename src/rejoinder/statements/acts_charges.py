"""Charges that a verb makes only together with what stands behind it: "use hunger as a weapon"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from rejoinder.statements.acts_parties import (
    acts,
    agent_behind,
    is_fended_off,
    is_own_side,
    is_passive,
    is_real,
    subject_of,
)
from rejoinder.statements.acts_words import OwnWords, word_list
from rejoinder.statements.tree import child, is_negated
from rejoinder.statements.unreal import is_possible
from rejoinder.text.tables import read_rows

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_charge"]

_TABLE = "charges.en.tsv"
# So many words behind a verb still belong to what it does.
_REACH = 9
_ANYTHING = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Charge:
    """What makes a charge of a verb.

    Attributes:
        negated: it is one where it is not done: "does not let them in".
        behind: words of which one of each must follow, in this order.
        doers: words of which one must name who does it; empty for every party.
    """

    negated: bool
    behind: tuple[frozenset[str], ...]
    doers: frozenset[str]


def is_charge(verb: "Token", words: OwnWords) -> bool:
    """Say whether a verb with what follows it lays something to a party."""
    rows = _charges().get(verb.lemma_.lower()) if verb.pos_ in {"VERB", "AUX"} else None
    if not rows or is_possible(verb) or _tells_which(verb):
        return False
    negated = is_negated(verb)
    if not (is_real(verb) or (negated and not is_fended_off(verb))):
        return False
    doer = agent_behind(verb) if is_passive(verb) else subject_of(verb)
    return any(
        row.negated is negated and _does(doer, row, words) and _follows(row, verb) for row in rows
    )


def _tells_which(verb: "Token") -> bool:
    """Say whether a verb only tells who or what is meant: "the town where Norland waged war"."""
    node = verb
    while node.dep_ == "conj" and node.head.i != node.i:
        node = node.head
    return node.dep_ == "relcl"


def _does(doer: "Token | None", row: _Charge, words: OwnWords) -> bool:
    """Say whether it is a party that does it, or one of those whom the row names."""
    if not row.doers:
        return acts(doer, words)
    return (
        doer is not None
        and not is_own_side(doer, words)
        and any(_is_one(t, row.doers) for t in doer.subtree)
    )


def _follows(row: _Charge, verb: "Token") -> bool:
    """Say whether the row's words stand behind the verb, or are what is done, in their order."""
    done = child(verb, "nsubjpass")
    near = verb.doc[verb.i + 1 : min(verb.i + 1 + _REACH, verb.sent.end)]
    rest = iter((*(done.subtree if done is not None else ()), *near))
    return all(any(_is_one(token, wanted) for token in rest) for wanted in row.behind)


def _is_one(token: "Token", wanted: frozenset[str]) -> bool:
    return token.lower_ in wanted or token.lemma_.lower() in wanted


@cache
def _charges() -> Mapping[str, tuple[_Charge, ...]]:
    """Return the rows of the table by the verb's lemma."""
    out: dict[str, tuple[_Charge, ...]] = {}
    for row in read_rows("rejoinder.statements", _TABLE):
        one = _Charge(
            negated=row["not"] == "not",
            behind=tuple(map(_group, row["behind"].split())) if row["behind"] != _ANYTHING else (),
            doers=_group(row["doers"]) if row["doers"] != _ANYTHING else frozenset(),
        )
        for verb in row["verbs"].split():
            out[verb] = (*out.get(verb, ()), one)
    return MappingProxyType(out)


def _group(words: str) -> frozenset[str]:
    """Return the words of a group: "a,b", in which "<name>" stands for a list of words."""
    found: set[str] = set()
    for word in words.split(","):
        found |= word_list(word[1:-1]) if word.startswith("<") else {word}
    return frozenset(found)
