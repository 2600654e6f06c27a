"""Offers to mediate, and the words between the parties that they follow."""

import re
from collections.abc import Iterator

from rejoinder.exchanges.relate import HOSTILE, REJECTING, make_link
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["mediation_links"]

_MEDIATION = re.compile(r"\bmediat\w*|\bgood offices\b|\bgo-between\b", re.IGNORECASE)


def mediation_links(scene: Scene) -> Iterator[Link]:
    """Link an offer to mediate to the last words between the parties that it names."""
    for voice in _last_offers(scene):
        evidence = _mediates(scene, voice)
        if evidence is None:
            continue
        named = frozenset(
            party
            for span in voice.statement.content
            for party in scene.parties.parties(scene.parties.named_in(span))
        )
        between = (named | voice.about) - voice.speakers
        dispute = [
            other
            for other in scene.voices
            if not other.speakers.isdisjoint(between)
            and not (other.about & between) <= other.speakers
            and other.statement.act in HOSTILE | REJECTING | {Act.DEMAND}
            and other.statement.id != voice.statement.id
            and not scene.is_inside(other.statement, voice.statement.id)
        ]
        if dispute:
            before = [other for other in dispute if other.start < voice.start]
            last = before[-1] if before else dispute[0]
            yield make_link(
                voice.statement.id,
                last.statement.id,
                Relation.MEDIATES,
                evidence=evidence,
                score=0.6,
            )


def _last_offers(scene: Scene) -> list[Voice]:
    """Return of each side's offers to mediate the last; the others announce or repeat it."""
    offers = [
        voice
        for voice in scene.voices
        if voice.statement.act is Act.OFFER and _mediates(scene, voice) is not None
    ]
    return [
        voice
        for place, voice in enumerate(offers)
        if not any(voice.same_side(later) for later in offers[place + 1 :])
    ]


def _mediates(scene: Scene, voice: Voice) -> Span | None:
    for span in (*voice.statement.content, *voice.statement.cue):
        found = _MEDIATION.search(scene.text, span.start, span.end)
        if found:
            return Span(*found.span())
    return None
