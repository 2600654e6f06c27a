"""One event told several times in an article is one event."""

from collections.abc import Sequence
from dataclasses import replace

from rejoinder.events.settling import Draft
from rejoinder.model.event import Event, Modality, event_id
from rejoinder.model.span import cover

__all__ = ["merged"]


def merged(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without those that tell again what an earlier one tells."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: one.event.span):
        place = next((i for i, other in enumerate(kept) if _same(other, draft)), None)
        if place is None:
            kept.append(draft)
        else:
            kept[place] = _joined(kept[place], draft)
    return kept


def _same(one: Draft, other: Draft) -> bool:
    if one.event.event_type is not other.event.event_type:
        return False
    if one.event.span.overlaps(other.event.span):
        return True
    if one.event.asserted_by != other.event.asserted_by:
        return False
    return _is_joined(one, other)


def _is_joined(one: Draft, other: Draft) -> bool:
    """Say whether two verbs are joined: "shot and wounded"."""
    return other.token in one.token.conjuncts and one.event.recipient == other.event.recipient


def _joined(one: Draft, other: Draft) -> Draft:
    """Return two tellings as one event: the words of both where they touch, all who are named."""
    event, again = one.event, other.event
    span = event.span
    if _is_joined(one, other) or span.overlaps(again.span):
        span = cover([span, again.span])
    whole = replace(
        event,
        id=event_id(event.article_id, event.event_type, span),
        span=span,
        actor=event.actor or again.actor,
        recipient=event.recipient or again.recipient,
        mode=event.mode or again.mode,
        date=event.date or again.date,
        modality=_stronger(event, again),
    )
    return replace(one, event=whole)


def _stronger(event: Event, again: Event) -> Modality:
    actual = (Modality.ACTUAL, Modality.ALLEGED)
    return again.modality if event.modality not in actual else event.modality
