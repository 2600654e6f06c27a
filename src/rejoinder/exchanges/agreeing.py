"""Two of different sides who hold the same against one party, done to the same third one."""

from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.relate import HOSTILE, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Link, Relation

__all__ = ["agreeing_links"]

_FAR: Final = 12


def agreeing_links(scene: Scene) -> Iterator[Link]:
    """Link who charges a party with what it does to a third to the first who did so before him.

    "Belmark works against the observers," says Cyrland; Tarn condemns Belmark's threats to them.
    """
    hostile = [
        (voice, _others_named(scene, voice))
        for voice in scene.voices
        if voice.statement.act in HOSTILE
        and voice.speakers
        and voice.zone not in HEADS
        and voice.statement.parent is None
    ]
    for place, (voice, named) in enumerate(hostile):
        for other, its in hostile[:place]:
            if (
                not voice.same_side(other)
                and voice.place - other.place <= _FAR
                and not named.isdisjoint(its)
                and not _charged(scene, voice).isdisjoint(_charged(scene, other))
                and voice.speakers.isdisjoint(other.about)
                and other.speakers.isdisjoint(voice.about)
            ):
                yield make_link(
                    voice.statement.id,
                    other.statement.id,
                    Relation.SUPPORTS,
                    evidence=None,
                )
                break


def _charged(scene: Scene, voice: Voice) -> frozenset[ActorId]:
    """Return whom the statement is against, a group with its state: "Belmarkian circles"."""
    return voice.about | scene.parties.states_of(voice.about)


def _others_named(scene: Scene, voice: Voice) -> frozenset[ActorId]:
    """Return those whom the words name who are no state, neither speak nor are charged."""
    named = {actor for span in voice.statement.content for actor in scene.parties.named_in(span)}
    return frozenset(
        actor for actor in named - voice.speakers - voice.about if not scene.parties.is_state(actor)
    )
