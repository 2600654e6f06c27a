"""Who turns on the one who has just spoken: "Tarn is wrong", "Orlin backed Tarn"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.relate import make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span

__all__ = ["turned_links"]

_NEXT: Final = 1
_PERSON: Final = "per:"
_JUDGING: Final = frozenset({Kind.VERDICT, Kind.WELCOME, Kind.JOINING})
_JUDGED: Final = re.compile(
    r"\W*(?:that\s+)?(?P<who>[\w.’' -]{2,40}?)\s+(?:is|was|were|had been|has been)\s+(?:[a-z]+\s+)?"
    r"(?:(?P<right>right|correct)|wrong|mistaken|lying|misinformed|misguided|confused)\b"
)
_ALONE: Final = re.compile(r"(?:the\s+|that\s+)?(?P<who>[\w.’' -]{2,50}?)\W*")


def turned_links(scene: Scene) -> Iterator[Link]:
    """Link who judges a person, and names nothing else, to what that person said just before."""
    for place, voice in enumerate(scene.voices):
        if voice.zone in HEADS or not voice.is_somebodys:
            continue
        found = _judged(scene, voice) or _named_alone(scene, voice)
        if found is None:
            continue
        who, evidence, relation = found
        meant = {each for each in scene.parties.named_in(who) if each.startswith(_PERSON)}
        for other in reversed(scene.voices[:place]):
            if voice.place - other.place > _NEXT:
                break
            spoke = meant.intersection(other.statement.speaker)
            if spoke and other.zone not in HEADS and not voice.same_side(other):
                settled = relation or relation_of(voice.statement.act, other.statement.act)
                yield make_link(
                    voice.statement.id, other.statement.id, settled, evidence=evidence, score=0.5
                )
                break


_Found = tuple[Span, Span, Relation | None]


def _judged(scene: Scene, voice: Voice) -> _Found | None:
    content = voice.statement.content[0]
    found = _JUDGED.match(scene.text, content.start, content.end)
    if found is None:
        return None
    relation = Relation.SUPPORTS if found["right"] else None
    return Span(*found.span("who")), Span(*found.span()), relation


def _named_alone(scene: Scene, voice: Voice) -> _Found | None:
    content = voice.statement.content[0]
    kinds = {m.kind for cue in voice.statement.cue for m in scene.markers(scene.text, cue)}
    found = _ALONE.fullmatch(scene.text, content.start, content.end)
    if found is None or kinds.isdisjoint(_JUDGING) or len(voice.statement.content) > 1:
        return None
    inside = scene.parties.mention_words(scene.parties.named_in(content))
    if not voice.words <= inside:
        return None
    relation = None if Kind.VERDICT in kinds else Relation.SUPPORTS
    return Span(*found.span("who")), voice.statement.cue[0], relation
