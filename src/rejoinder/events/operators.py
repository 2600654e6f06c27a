"""Words that govern an event and change what it is: "agreed to send", "refused to meet"."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from rejoinder.events.words import OPERATORS, named
from rejoinder.model.event import EventType

__all__ = ["COOPERATIVE", "Operator", "OperatorKind", "governor", "made_of"]

# PLOVER: a future meeting, support, cooperation or aid is an AGREE, and so is a promised yielding.
COOPERATIVE = frozenset(
    {
        EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID,
        EventType.CONCEDE, EventType.RETREAT,
    }
)  # fmt: skip
_MEETING, _HELPING = frozenset({EventType.CONSULT}), frozenset({EventType.AID, EventType.COOPERATE})
_YIELDING = frozenset({EventType.CONCEDE, EventType.RETREAT})
_SORTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
_GIVING = frozenset({"give", "grant"})
# The parser cuts "go-ahead" in two, and a "green light" is a light.
_LEAVE = frozenset({"go-ahead", "ahead", "consent", "approval", "permission", "nod", "light"})
_LINKS = frozenset({"xcomp", "acl", "ccomp", "advcl", "relcl"})


class OperatorKind(StrEnum):
    """What a governing word makes of an event."""

    AGREE = "agree"
    THREATEN = "threaten"
    VOW = "vow"
    REFUSE = "refuse"
    DEMAND = "demand"
    PLAN = "plan"
    DECIDE = "decide"
    DO = "do"


@dataclass(frozen=True, slots=True)
class Operator:
    """A governing word in its place."""

    token: Token
    kind: OperatorKind


@functools.cache
def _kinds() -> Mapping[tuple[str, str], OperatorKind]:
    return {
        (sort, lemma): OperatorKind(kind)
        for name, lemmas in named(OPERATORS).items()
        for kind, sort in [name.split(":")]
        for lemma in lemmas
    }


def governor(token: Token) -> Operator | None:
    """Return the word that governs an infinitive (or a clause of a demand), or None.

    Words that only say that it is done ("began to", "continued to") are looked through.
    """
    seen = token
    for _ in range(4):
        found = _above(seen)
        if found is None or found.kind is not OperatorKind.DO:
            return found
        seen = found.token
    return None


def _above(token: Token) -> Operator | None:
    if token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
        return _above(token.head) if _is_bare(token) else None
    if token.dep_ not in _LINKS:
        return None
    head = token.head
    kind = _kinds().get((_SORTS.get(head.pos_, ""), head.lemma_.lower()))
    if kind is None and head.lemma_.lower() in _GIVING and _is_leave_given(head):
        kind = OperatorKind.AGREE
    if head.lemma_ == "be" and any(c.dep_ in ("attr", "acomp", "advmod") for c in head.children):
        return None
    if kind is None or not (_is_infinitive(token) or _is_demanded(token, kind)):
        return None
    return Operator(head, kind)


def _is_leave_given(verb: Token) -> bool:
    """Say whether a verb gives leave to do it: "gave the go-ahead to sign"."""
    return any(child.dep_ == "dobj" and child.lemma_.lower() in _LEAVE for child in verb.children)


def _is_bare(token: Token) -> bool:
    """Say whether a joined verb has nothing of its own: "agreed to meet and talk"."""
    return not any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)


def _is_infinitive(token: Token) -> bool:
    return token.dep_ != "relcl" and (
        token.tag_ == "VB" or any(child.lower_ == "to" for child in token.children)
    )


def _is_demanded(token: Token, kind: OperatorKind) -> bool:
    """Say whether a clause tells what is demanded: "demanded that the troops leave"."""
    return kind is OperatorKind.DEMAND and token.dep_ == "ccomp" and token.tag_ in ("VB", "VBP")


def made_of(kind: OperatorKind, event_type: EventType) -> tuple[EventType, str | None] | None:
    """Return the type and mode that a governing word gives to an event; None: it leaves them.

    After the manual's close calls: promised cooperation is AGREE, a threat of anything THREATEN,
    refused cooperation REJECT, a demand REQUEST, each with the mode for what it is about.
    """
    kindly = event_type in COOPERATIVE
    match kind:
        case OperatorKind.AGREE | OperatorKind.PLAN | OperatorKind.VOW if kindly:
            return EventType.AGREE, None
        case OperatorKind.THREATEN | OperatorKind.VOW:
            return EventType.THREATEN, _threatened(event_type)
        case OperatorKind.REFUSE if kindly:
            return EventType.REJECT, _wanted(event_type)
        case OperatorKind.DEMAND:
            return EventType.REQUEST, _wanted(event_type)
        case _:
            return None


def _threatened(event_type: EventType) -> str | None:
    modes = {
        EventType.ASSAULT: "violence",
        EventType.SANCTION: "restrict",
        EventType.COERCE: "restrict",
        EventType.REJECT: "relations",
    }
    return modes.get(event_type)


def _wanted(event_type: EventType) -> str:
    if event_type in _MEETING:
        return "meet"
    if event_type in _HELPING:
        return "assist"
    return "yield" if event_type in _YIELDING else "change"
