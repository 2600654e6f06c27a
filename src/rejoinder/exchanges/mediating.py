"""Offers to mediate, and the words between the parties that they follow."""

import re
from collections.abc import Iterator

from rejoinder.exchanges.relate import HOSTILE, REJECTING, make_link
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["mediation_links"]

_MEDIATION = re.compile(r"\bmediat\w*|\bgood offices\b|\bgo-between\b", re.IGNORECASE)


def mediation_links(scene: Scene) -> Iterator[Link]:
    """Link an offer to mediate to the last words between the parties that it names."""
    offers = [
        (voice, evidence)
        for voice in scene.voices
        for evidence in (_mediates(scene, voice),)
        if voice.statement.act is Act.OFFER and evidence is not None
    ]
    for place, (voice, evidence) in enumerate(offers):
        # Of each side's offers the last is taken; the others announce or repeat it.
        if any(voice.same_side(later) for later, _ in offers[place + 1 :]):
            continue
        ours = [other for other, _ in offers if voice.same_side(other)]
        between = frozenset[ActorId]().union(*(_between(scene, offer) for offer in ours))
        dispute = _dispute(scene, voice, between)
        if dispute:
            before = [other for other in dispute if other.start < voice.start]
            last = before[-1] if before else dispute[0]
            yield make_link(
                voice.statement.id,
                last.statement.id,
                Relation.MEDIATES,
                evidence=evidence,
            )


def _between(scene: Scene, voice: Voice) -> frozenset[ActorId]:
    """Return the parties that an offer names."""
    named = (
        party
        for span in voice.statement.content
        for party in scene.parties.parties(scene.parties.named_in(span))
    )
    return (frozenset(named) | voice.about) - voice.speakers


def _dispute(scene: Scene, voice: Voice, between: frozenset[ActorId]) -> list[Voice]:
    """Return the hostile words of one of those parties about another."""
    return [
        other
        for other in scene.voices
        if not other.speakers.isdisjoint(between)
        and not (other.about & between) <= other.speakers
        and other.statement.act in HOSTILE | REJECTING | {Act.DEMAND}
        and other.statement.id != voice.statement.id
        and not scene.is_inside(other.statement, voice.statement.id)
    ]


def _mediates(scene: Scene, voice: Voice) -> Span | None:
    for span in (*voice.statement.content, *voice.statement.cue):
        found = _MEDIATION.search(scene.text, span.start, span.end)
        if found:
            return Span(*found.span())
    return None
