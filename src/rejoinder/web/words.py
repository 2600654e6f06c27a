"""The words by which pages call acts, relations and numbers."""

from dataclasses import dataclass
from typing import Final

from rejoinder.api.network import acts_of
from rejoinder.model.actor import ActorKind
from rejoinder.model.statement import Act
from rejoinder.model.tension import Sign
from rejoinder.text.phrases import (
    ACTS_DONE,
    ANSWERED,
    DIRECT_ACTS,
    RELATIONS_DONE,
    SIDES_DONE,
    STATUSES,
    TOLD,
    counted,
)

__all__ = [
    "ACTS_DONE",
    "ACT_GROUPS",
    "ANSWERED",
    "DIRECT_ACTS",
    "KINDS",
    "RELATIONS_DONE",
    "SIDES_DONE",
    "SIGNS_DONE",
    "STATUSES",
    "TOLD",
    "ActGroup",
    "acts_meant",
    "counted",
    "group_of",
]

SIGNS_DONE: Final = {
    Sign.CONFLICT: "more conflict",
    Sign.COOPERATION: "more cooperation",
    Sign.MIXED: "as much of both",
    Sign.NEITHER: "neither",
}
_SIGNS: Final = (Sign.CONFLICT.value, Sign.COOPERATION.value)

KINDS: Final = {
    ActorKind.STATE: "state",
    ActorKind.GOVERNMENT_BODY: "body of a state",
    ActorKind.ARMED_FORCE: "armed force",
    ActorKind.PERSON: "person",
    ActorKind.GROUP: "group",
    ActorKind.IGO: "organisation of states",
    ActorKind.NGO: "organisation",
    ActorKind.MEDIA: "medium",
    ActorKind.DOCUMENT: "document",
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


def acts_meant(name: str) -> tuple[Act, ...]:
    """Return the acts that go by the name of an act, a group or a sign; none if nothing does."""
    if name in _SIGNS:
        return acts_of(Sign(name))
    if name in frozenset(Act):
        return (Act(name),)
    return next((group.acts for group in ACT_GROUPS if group.key == name), ())


def group_of(act: Act) -> str:
    """Return the key of the group that an act is drawn in."""
    return next(group.key for group in ACT_GROUPS if act in group.acts)
