"""What is but supposed: conditions, and deeds that a modal makes possible, due or to come."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rejoinder.statements.tree import child, marker, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["conditions", "goes_on_condition", "is_due", "is_possible", "supposed"]

_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_MODALS = frozenset("""will would may might can could should must shall 'll ’ll wo ca""".split())
_DUTY = frozenset({"must", "should", "ought", "shall"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_HANGING = frozenset({"advcl", "csubj"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def supposed(tokens: "Iterable[Token]") -> frozenset[int]:
    """Return the places of verbs behind a modal."""
    return frozenset(
        token.i
        for token in tokens
        if (_has_words(token) or token.dep_ == "conj") and is_possible(token)
    )


def conditions(tokens: "Iterable[Token]") -> frozenset[int]:
    """Return the places of the words of conditions."""
    places = set[int]()
    for token in tokens:
        if _has_words(token) and (marker(token) in _CONDITIONS or goes_on_condition(token)):
            places |= subtree(token)
    return frozenset(places)


def goes_on_condition(verb: "Token") -> bool:
    """Say whether a clause is one more condition: "if he stays, pays and helps, we would gain".

    The parser hangs the first of several from the second, which has no subject of its own.
    """
    if verb.dep_ not in _HANGING or child(verb, *_SUBJECTS) is not None or verb.tag_ not in _FINITE:
        return False
    return any(
        c.dep_ == "advcl" and c.i < verb.i and marker(c) in _CONDITIONS for c in verb.children
    )


def is_possible(verb: "Token") -> bool:
    """Say whether a modal governs a verb, or the one that it is joined to without a subject.

    "Would attack and burn" supposes both; "must have attacked" concludes, and supposes nothing.
    """
    node = verb
    while node.dep_ == "conj" and _has_nothing_of_its_own(node) and node.head.i != node.i:
        node = node.head
    helping = {
        "would" if c.tag_ == "MD" and c.lower_ in {"'d", "’d"} else c.lower_
        for c in node.children
        if c.dep_ in {"aux", "auxpass"}
    }
    if "must" in helping and "have" in helping:
        return False
    return bool(helping & _MODALS)


def _has_words(token: "Token") -> bool:
    """Say whether any word hangs on a token: most have none, and these are soon passed over."""
    return bool(token.n_lefts or token.n_rights)


def is_due(verb: "Token") -> bool:
    """Say whether a verb tells what somebody must do: "must go", "has to go", "needs to go"."""
    helping = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if helping & _DUTY:
        return "have" not in helping
    return verb.lemma_.lower() in {"have", "need"} and child(verb, "xcomp") is not None


def _has_nothing_of_its_own(verb: "Token") -> bool:
    """Say whether a joined verb shares its helpers: "would attack and burn"."""
    return child(verb, *_SUBJECTS, "aux", "auxpass") is None and verb.tag_ == "VB"
