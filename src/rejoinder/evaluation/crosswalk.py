"""The ledger's words in those of the gold: acts, relations, dates, who asserts."""

from rejoinder.evaluation.gold_check import OUTLET
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import Event
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

__all__ = ["gold_act", "gold_asserted_by", "gold_date", "gold_relation", "plover_root"]

_ACTS = {
    Act.DENY: "DENY/REJECT",
    Act.REFUSE: "DENY/REJECT",
    Act.DEMAND: "DEMAND/REQUEST",
    Act.WARN: "THREATEN/WARN",
    Act.SUPPORT: "PRAISE/SUPPORT",
    Act.INTEND: "EXPRESS-INTENT",
    # The gold has no admission; its annotators wrote ASSERT.
    Act.ADMIT: "ASSERT",
}

_ROOTS = {
    Act.ACCUSE: "ACCUSE",
    Act.CRITICISE: "ACCUSE",
    Act.DENY: "REJECT",
    Act.REFUSE: "REJECT",
    Act.DEMAND: "REQUEST",
    Act.WARN: "THREATEN",
    Act.SUPPORT: "SUPPORT",
    Act.OFFER: "AGREE",
    Act.AGREE: "AGREE",
}

_RELATIONS = {
    Relation.ANSWERS: "responds_to",
    Relation.COUNTERS: "counter_accuses",
    Relation.REFUSES: "rejects_demand",
}

_LENGTHS = {Precision.YEAR: 4, Precision.MONTH: 7}
_DAY = 10


def gold_act(act: Act) -> str:
    """Return the gold's name of an act."""
    return _ACTS.get(act, act.value.upper())


def plover_root(act: Act) -> str | None:
    """Return the PLOVER root that the gold's guidelines give to an act, or None."""
    return _ROOTS.get(act)


def gold_relation(relation: Relation) -> str:
    """Return the gold's name of a relation."""
    return _RELATIONS.get(relation, relation.value)


def gold_date(date: DateInterval | None) -> str | None:
    """Return the ISO year, month or first day, as far as the date is known."""
    if date is None:
        return None
    return date.start.isoformat()[: _LENGTHS.get(date.precision, _DAY)]


def gold_asserted_by(event: Event) -> str:
    """Return the predicted statement's id, or ``outlet`` where the publisher tells it."""
    return event.asserted_by or OUTLET
