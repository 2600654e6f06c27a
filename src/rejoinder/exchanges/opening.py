"""What an article opens with: who decides, announces, offers or turns something down."""

from typing import Final

from rejoinder.exchanges.deciding import DECIDING
from rejoinder.exchanges.matter import stems
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.article import ZoneKind
from rejoinder.model.event import Event, EventType, Modality
from rejoinder.model.statement import Act

__all__ = ["opening", "opening_deeds", "opening_steps", "takes_a_step"]

# In so many sentences from the first the article tells what it is about.
_OPENING: Final = 2
_STEPPING: Final = frozenset({Act.OFFER, Act.INTEND, Act.AGREE, Act.DEMAND, Act.REFUSE})
_DECIDING: Final = DECIDING | stems("vowed pledged vetoed unveiled")

# Who wants something has not asked for it, and who agrees that it is so promises nothing.
_WISHING: Final = stems(
    "want wants wanted wish wishes wished hope hopes hoped prefer preferred believe believed think"
    " thinks thought"
)
_AGREEING: Final = stems("agree agrees agreed")


def opening(scene: Scene) -> list[Voice]:
    """Return the words of the body's first sentences, in text order."""
    first = _first(scene)
    return [
        voice
        for voice in scene.voices
        if voice.zone not in HEADS and 0 <= voice.place - first <= _OPENING
    ]


def opening_deeds(scene: Scene) -> list[Event]:
    """Return what the publisher tells in the body's first sentences that somebody did."""
    first = _first(scene)
    return [
        event
        for event in scene.deeds
        if event.asserted_by is None
        and event.modality is Modality.ACTUAL
        and event.event_type is not EventType.CONSULT
        and 0 <= scene.passages.place(event.span.start) - first <= _OPENING
    ]


def _first(scene: Scene) -> int:
    """Return the number of the body's first sentence."""
    starts = [z.span.start for z in scene.record.article.zones if z.kind is ZoneKind.BODY]
    return scene.passages.place(min(starts, default=0))


def opening_steps(scene: Scene) -> list[Voice]:
    """Return those of the body's first sentences that take a step, in text order."""
    return [voice for voice in opening(scene) if takes_a_step(scene, voice)]


def takes_a_step(scene: Scene, voice: Voice) -> bool:
    """Say whether words decide, announce, offer, ask for or turn something down."""
    cue = stems(" ".join(span.text_of(scene.text) for span in voice.statement.cue))
    content = voice.statement.content[0].text_of(scene.text)
    opinion = not cue.isdisjoint(_AGREEING) and content.startswith("that ")
    return (
        voice.statement.parent is None
        and bool(voice.speakers or voice.statement.source)
        and (voice.statement.act in _STEPPING or not cue.isdisjoint(_DECIDING))
        and not opinion
        and cue.isdisjoint(_WISHING)
    )
