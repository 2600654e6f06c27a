"""The words by which pages call acts, relations and numbers."""

from dataclasses import dataclass
from typing import Final

from rejoinder.model.claim import ClaimStatus, Side
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

__all__ = [
    "ACTS_DONE",
    "ACT_GROUPS",
    "ANSWERED",
    "RELATIONS_DONE",
    "SIDES_DONE",
    "STATUSES",
    "ActGroup",
    "counted",
    "group_of",
]

ACTS_DONE: Final = {
    Act.ACCUSE: "accuses",
    Act.CRITICISE: "criticises",
    Act.DENY: "denies",
    Act.REFUSE: "refuses",
    Act.DEMAND: "demands",
    Act.WARN: "warns",
    Act.SUPPORT: "supports",
    Act.OFFER: "offers",
    Act.AGREE: "agrees",
    Act.ADMIT: "admits",
    Act.INTEND: "intends",
    Act.PREDICT: "predicts",
    Act.ASSERT: "says",
}

RELATIONS_DONE: Final = {
    Relation.ANSWERS: "answers",
    Relation.DENIES: "denies",
    Relation.COUNTERS: "counters",
    Relation.REFUSES: "refuses",
    Relation.ACCEPTS: "accepts",
    Relation.SUPPORTS: "adds to",
    Relation.CONTRADICTS: "contradicts",
    Relation.REPEATS: "repeats",
    Relation.MEDIATES: "mediates in",
}

ANSWERED: Final = {
    Relation.ANSWERS: "answered by",
    Relation.DENIES: "denied by",
    Relation.COUNTERS: "countered by",
    Relation.REFUSES: "refused by",
    Relation.ACCEPTS: "accepted by",
    Relation.SUPPORTS: "added to by",
    Relation.CONTRADICTS: "contradicted by",
    Relation.REPEATS: "repeated by",
    Relation.MEDIATES: "mediated by",
}

SIDES_DONE: Final = {
    Side.ASSERTS: "asserts it",
    Side.DENIES: "denies it",
    Side.CONCEDES: "concedes it",
}

STATUSES: Final = {
    ClaimStatus.CONTESTED: "Contested",
    ClaimStatus.CONCEDED: "Conceded",
    ClaimStatus.DENIED: "Denied",
    ClaimStatus.UNCONTESTED: "Uncontested",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActGroup:
    """Acts that are drawn alike; ``key`` is the end of the names of their classes."""

    key: str
    name: str
    acts: tuple[Act, ...]


ACT_GROUPS: Final = (
    ActGroup(key="charge", name="Accuse, criticise", acts=(Act.ACCUSE, Act.CRITICISE)),
    ActGroup(key="rebut", name="Deny, refuse", acts=(Act.DENY, Act.REFUSE)),
    ActGroup(key="press", name="Demand, warn", acts=(Act.DEMAND, Act.WARN)),
    ActGroup(
        key="yield",
        name="Support, offer, agree, admit",
        acts=(Act.SUPPORT, Act.OFFER, Act.AGREE, Act.ADMIT),
    ),
    ActGroup(key="state", name="Say, intend, predict", acts=(Act.ASSERT, Act.INTEND, Act.PREDICT)),
)


def group_of(act: Act) -> str:
    """Return the key of the group that an act is drawn in."""
    return next(group.key for group in ACT_GROUPS if act in group.acts)


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return the count with its noun: ``1 article``, ``2 articles``, ``12,000 articles``."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
