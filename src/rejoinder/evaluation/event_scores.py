"""Pair gold and predicted events of one article and count what is right about them."""

from collections.abc import Mapping, Sequence

from rejoinder.evaluation.assignment import assign
from rejoinder.evaluation.crosswalk import gold_asserted_by
from rejoinder.evaluation.gold_check import OUTLET
from rejoinder.evaluation.gold_types import GoldEvent
from rejoinder.evaluation.names import ActorMatcher
from rejoinder.evaluation.scores import Counts, Tally, add_up
from rejoinder.evaluation.statement_match import LEAST_IOU, iou
from rejoinder.evaluation.statement_scores import sets, share
from rejoinder.model.event import Event

__all__ = ["count_events", "match_events"]

# What decides between several pairings of the same words.
_TYPE, _ASSERTED = 0.5, 0.1


def match_events(
    gold: Sequence[GoldEvent], predicted: Sequence[Event], least: float = LEAST_IOU
) -> dict[int, int]:
    """Pair events one to one by the IoU of their words (in any wording), type and voice."""
    weights: dict[tuple[int, int], float] = {}
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            shared = max(iou([span], [p.span]) for span in g.spans)
            if shared >= least:
                voice = (gold_asserted_by(p) == OUTLET) == (g.asserted_by == OUTLET)
                weights[i, j] = shared + _TYPE * _same_type(g, p) + _ASSERTED * voice
    return assign(weights)


def count_events(
    gold: Sequence[GoldEvent],
    predicted: Sequence[Event],
    pairs: Mapping[int, int],
    statements: Mapping[str, str],
    matcher: ActorMatcher,
) -> Tally:
    """Return the counts of one article for every metric about events.

    ``pairs`` leads from gold places to predicted ones, ``statements`` from predicted statement ids
    to the ids of the gold statements that they are paired with.
    """
    whole = Counts(right=len(pairs), predicted=len(predicted), found=len(pairs), gold=len(gold))
    each = (_count_pair(gold[i], predicted[j], statements, matcher) for i, j in pairs.items())
    return add_up([{"events": whole}, *each])


def _count_pair(
    gold: GoldEvent, event: Event, statements: Mapping[str, str], matcher: ActorMatcher
) -> Tally:
    """Count type, who asserts it and parties of one pair."""
    by = gold_asserted_by(event)
    asserted = OUTLET if by == OUTLET else statements.get(by)
    right = asserted == gold.asserted_by or asserted in gold.also_asserted_by
    same_voice = (by == OUTLET) == (gold.asserted_by == OUTLET)
    actor, no_actor = matcher.gold_of_all(event.actor)
    recipient, no_recipient = matcher.gold_of_all(event.recipient)
    return {
        "event_type": share(right=_same_type(gold, event)),
        "event_asserted_by": share(right=right),
        "event_voice": share(right=same_voice or right),
        "event_actors": sets(gold.actor, actor, no_actor)
        + sets(gold.recipient, recipient, no_recipient),
    }


def _same_type(gold: GoldEvent, event: Event) -> bool:
    """Say whether the type is one that the gold allows."""
    return event.event_type.value in gold.types
