"""Verbs that press somebody to act or call something in question: order, push, question ..."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rejoinder.model.statement import Act
from rejoinder.statements.acts_words import OwnWords, word_list
from rejoinder.statements.tree import child

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["PRESSING"]

# "Questioned whether it was wise" doubts it.
_DOUBTING = frozenset({"whether", "if", "why", "how"})
_UNJUDGED = frozenset({Act.ASSERT, Act.PREDICT, Act.INTEND})


def _ordered(verb: "Token", _words: OwnWords, _told: Act) -> Act:
    """Return demand where somebody is told to act, assert for a measure that is ordered."""
    told = child(verb, "xcomp", "ccomp", "advcl") is not None
    return Act.DEMAND if told or child(verb, "dobj") is None else Act.ASSERT


def _pushed(verb: "Token", words: OwnWords, told: Act) -> Act:
    """Return demand for who pushes somebody to act, or for something."""
    pressed = child(verb, "xcomp", "ccomp", "advcl")
    to_act = pressed is not None and any(c.tag_ == "TO" for c in pressed.children)
    asks = any(c.lower_ == "for" and c.dep_ == "prep" for c in verb.children)
    return Act.DEMAND if to_act or asks or words.cue.endswith(" for") else told


def _challenged(verb: "Token", _words: OwnWords, _told: Act) -> Act:
    """Return demand for who is challenged to act, criticise for what is called in question."""
    return Act.DEMAND if child(verb, "xcomp", "ccomp") is not None else Act.CRITICISE


def _questioned(verb: "Token", _words: OwnWords, told: Act) -> Act:
    """Return criticise for what is called in question, or doubted; people are but asked."""
    clause, thing = child(verb, "ccomp"), child(verb, "dobj")
    if clause is not None and thing is None and clause.left_edge.lower_ in _DOUBTING:
        return Act.CRITICISE
    if thing is None or thing.pos_ != "NOUN" or thing.lemma_.lower() in word_list("people"):
        return told
    return told if clause is not None and told is not Act.ASSERT else Act.CRITICISE


def _fired_back(_verb: "Token", _words: OwnWords, told: Act) -> Act:
    """Return criticise for words that tell nothing else: who fires back disapproves."""
    return Act.CRITICISE if told in _UNJUDGED else told


PRESSING: Final[Mapping[str, Callable[["Token", OwnWords, Act], Act]]] = MappingProxyType(
    {
        "challenge": _challenged,
        "fire_back": _fired_back,
        "order": _ordered,
        "push": _pushed,
        "question": _questioned,
    }
)
