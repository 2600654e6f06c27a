"""One event told several times in an article is one event."""

from collections.abc import Sequence
from dataclasses import replace

from rejoinder.events.settling import Draft
from rejoinder.model.event import Event, EventType, Modality, event_id
from rejoinder.model.ids import StatementId
from rejoinder.model.span import cover

__all__ = ["merged"]

_SHARED_PARTIES = 2
_BRINGING = frozenset({"see", "leave", "witness"})


def merged(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without those that tell again what another one tells.

    Of two tellings the publisher's counts, else the first. Forces that are mobilised in the
    sentence in which they attack are not told of beside it, as the manual has it.
    """
    kept: list[Draft] = []
    told = [one for one in drafts if not any(_attacks(other, one) for other in drafts)]
    for draft in sorted(told, key=lambda one: one.event.span):
        place = next((i for i, other in enumerate(kept) if _same(other, draft)), None)
        if place is None:
            kept.append(draft)
        else:
            kept[place] = _joined(kept[place], draft)
    return kept


def _attacks(attack: Draft, moved: Draft) -> bool:
    """Say whether those who are mobilised attack in the same sentence."""
    types = (attack.event.event_type, moved.event.event_type)
    return (
        types == (EventType.ASSAULT, EventType.MOBILIZE)
        and bool(set(attack.event.actor) & set(moved.event.actor))
        and attack.token.sent == moved.token.sent
    )


def _same(one: Draft, other: Draft) -> bool:
    event, again = one.event, other.event
    if event.event_type is not again.event_type:
        return False
    if event.span.overlaps(again.span) or _is_joined(one, other):
        return True
    if event.date and again.date and event.date.start != again.date.start:
        return False
    if _negated(event) != _negated(again):
        return False
    if _same_victim(event, again) and one.token.lemma_ == other.token.lemma_:
        return True
    if not _same_parties(event, again):
        return False
    return one.token.lemma_ == other.token.lemma_ or bool(_matter(one) & _matter(other))


def _is_joined(one: Draft, other: Draft) -> bool:
    """Say whether two verbs are joined: "shot and wounded"."""
    if one.event.asserted_by != other.event.asserted_by:
        return False
    if _is_seen(one, other) or _is_seen(other, one):
        return _fits(one.event, other.event)
    joined = other.token in one.token.conjuncts
    # "attacked a base, killing four": the one verb hangs on the other.
    below = one.token.is_ancestor(other.token) or other.token.is_ancestor(one.token)
    if not (joined or (below and one.token.pos_ == other.token.pos_ == "VERB")):
        return False
    if joined and not one.event.recipient and not other.event.recipient:
        # "established ties with and opened an embassy in".
        first, second = (set(each.event.actor) for each in (one, other))
        return first <= second or second <= first
    return _fits(one.event, other.event)


def _fits(event: Event, again: Event) -> bool:
    """Say whether two events have the same parties, as far as both have any."""
    pairs = ((event.actor, again.actor), (event.recipient, again.recipient))
    return all(not first or not second or first == second for first, second in pairs)


def _is_seen(noun: Draft, verb: Draft) -> bool:
    """Say whether what a verb tells is what the noun's deed brought: "the clash saw ten killed"."""
    carrier, brought = noun.token.head, verb.token
    if noun.token.dep_ != "nsubj" or carrier.lemma_.lower() not in _BRINGING:
        return False
    if brought.dep_ == "acl" and brought.head.dep_ == "dobj":
        return brought.head.head == carrier
    return brought.head == carrier and brought.dep_ in ("ccomp", "xcomp", "oprd")


def _negated(event: Event) -> bool:
    return event.modality not in (Modality.ACTUAL, Modality.ALLEGED)


def _same_parties(event: Event, again: Event) -> bool:
    """Say whether two events are between the same, as far as both say.

    Versions that name different authors, or none, are different events, each with its asserter.
    """
    actor, others = set(event.actor), set(again.actor)
    if event.event_type is EventType.CONSULT and len(actor & others) >= _SHARED_PARTIES:
        return True
    if actor != others:
        return False
    recipient, theirs = set(event.recipient), set(again.recipient)
    if not actor and event.event_type is EventType.PROTEST:
        return not recipient or not theirs or recipient == theirs
    if not actor and not recipient and not theirs:
        return False
    return recipient == theirs or (bool(actor) and not (recipient and theirs))


def _same_victim(event: Event, again: Event) -> bool:
    """Say whether one and the same tells of one victim, once without the author."""
    if event.asserted_by != again.asserted_by or (event.actor and again.actor):
        return False
    return bool(event.recipient) and set(event.recipient) == set(again.recipient)


def _matter(draft: Draft) -> frozenset[str]:
    """Return the names in the words of an event: what is taken over, what is signed."""
    words = frozenset(one.lemma_ for one in draft.token.subtree if one.pos_ == "PROPN")
    return words if draft.event.event_type is not EventType.CONSULT else frozenset()


def _joined(one: Draft, other: Draft) -> Draft:
    """Return two tellings as one event: the words of both where they touch, all who are named."""
    first, second = one, other
    if one.event.asserted_by is not None and other.event.asserted_by is None:
        first, second = other, one
    event, again = first.event, second.event
    span = event.span
    if _is_joined(one, other) or span.overlaps(again.span):
        span = cover([span, again.span])
    whole = replace(
        event,
        id=event_id(event.article_id, event.event_type, span),
        span=span,
        actor=max(event.actor, again.actor, key=len),
        recipient=event.recipient or again.recipient,
        mode=event.mode or again.mode,
        date=event.date or again.date,
        modality=again.modality if _negated(event) else event.modality,
        also_asserted_by=_others(event, again),
    )
    return replace(first, event=whole)


def _others(event: Event, again: Event) -> tuple[StatementId, ...]:
    """Return the statements that claim either, besides the one that goes first."""
    every = (*event.also_asserted_by, again.asserted_by, *again.also_asserted_by)
    apart = (one for one in every if one is not None and one != event.asserted_by)
    return tuple(dict.fromkeys(apart))
