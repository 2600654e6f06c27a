"""What is linked because of other links: further answers to one statement, one deed's judges."""

from collections.abc import Collection, Iterator
from typing import Final

from rejoinder.exchanges.matter import shared_words
from rejoinder.exchanges.relate import BLAMING, HOSTILE, REJECTING, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.event import Event
from rejoinder.model.ids import EventId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["further_links"]

_REPLIES: Final = frozenset(
    {Relation.DENIES, Relation.REFUSES, Relation.COUNTERS, Relation.ANSWERS}
)
_JUDGING: Final = HOSTILE | REJECTING | {Act.ASSERT, Act.SUPPORT}
_FAR: Final = 6


def further_links(scene: Scene, found: Collection[Link]) -> Iterator[Link]:
    """Link what follows from the links that were found before.

    Who has answered a charge answers it too by what he asserts of its matter next; and two who
    speak for one side and judge one deed support each other.
    """
    voices = {voice.statement.id: voice for voice in scene.voices}
    answering = {link.answer for link in found if link.answered in voices}
    for link in found:
        first = voices[link.answer]
        if link.relation in _REPLIES and link.answered in voices:
            charge = voices[StatementId(link.answered)]
            for voice in scene.voices:
                if voice.statement.id not in answering and _answers_too(
                    scene, voice, first, charge
                ):
                    yield make_link(
                        voice.statement.id,
                        charge.statement.id,
                        Relation.ANSWERS,
                        evidence=None,
                    )
    yield from _judging_together(scene, found)


def _answers_too(scene: Scene, voice: Voice, first: Voice, charge: Voice) -> bool:
    names = voice.names | charge.names
    return (
        voice.statement.speaker == first.statement.speaker
        and voice.statement.parent == first.statement.parent
        and voice.statement.act is Act.ASSERT
        and charge.statement.act in BLAMING
        and not charge.about.isdisjoint(voice.speakers)
        and not HEADS.intersection(filter(None, (voice.zone, charge.zone)))
        and 0 <= voice.place - first.place <= _FAR
        and voice.start > charge.start
        and shared_words(voice.words, charge.words, names) > 0
        and not scene.is_inside(charge.statement, voice.statement.id)
    )


def _judging_together(scene: Scene, found: Collection[Link]) -> Iterator[Link]:
    """Link those that judge a deed of somebody else's to the first of their side that does."""
    deeds = {
        link.answer: event for link in found for event in scene.deeds if event.id == link.answered
    }
    linked = {link.answer for link in found if link.answered in scene.statements}
    judges: dict[EventId, list[Voice]] = {}
    for voice in scene.voices:
        deed = deeds.get(voice.statement.id)
        if deed is None or not _judges(voice, deed):
            continue
        before = [each for each in judges.get(deed.id, []) if _are_together(voice, each)]
        judges.setdefault(deed.id, []).append(voice)
        if before and voice.statement.id not in linked:
            yield make_link(
                voice.statement.id,
                before[0].statement.id,
                Relation.SUPPORTS,
                evidence=None,
            )


def _judges(voice: Voice, deed: Event) -> bool:
    another = bool(voice.speakers) and voice.speakers.isdisjoint(deed.actor)
    return another and voice.zone not in HEADS and voice.statement.act in _JUDGING


def _are_together(voice: Voice, other: Voice) -> bool:
    """Say whether two are told of one side, on one level and near each other."""
    one_level = voice.statement.parent == other.statement.parent
    return voice.same_side(other) and one_level and voice.place - other.place <= _FAR
