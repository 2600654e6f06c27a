"""Who says of the last words, in so many words, that they are not so: "that was never the case"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.relate import HOSTILE, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["gainsaid_links"]

_NOT_SO: Final = re.compile(
    r"\W*(?:that\s+)?(?:this|that|it|these|those|they|such (?:claims?|reports?|charges?))"
    r"(?:\s+(?:is|was|are|were|has been|had been)|['’](?:s|re))\s+(?:[a-z]+ly\s+|all\s+|just\s+)?"
    r"(?:(?:never|not|no longer)\s+(?:the case|true|so|correct|accurate|right|what happened)"
    r"|(?:false|untrue|unfounded|baseless|groundless|nonsense|rubbish|garbage|lies|an?\s+lie"
    r"|an?\s+(?:fabrication|smear|hoax|invention)))\b",
    re.IGNORECASE,
)
_TELLING: Final = HOSTILE | {Act.ASSERT, Act.PREDICT, Act.INTEND}
_NEXT: Final = 1


def gainsaid_links(scene: Scene) -> Iterator[Link]:
    """Link who says that "it" is not so to the words of another just before, which "it" means.

    Whatever else he does by it, he denies them.
    """
    for place, voice in enumerate(scene.voices):
        evidence = _not_so(scene, voice)
        other = _before(scene, voice, place) if evidence else None
        if other is not None:
            yield make_link(
                voice.statement.id,
                other.statement.id,
                Relation.DENIES,
                evidence=evidence,
            )


def _not_so(scene: Scene, voice: Voice) -> Span | None:
    content = voice.statement.content[0]
    found = _NOT_SO.match(scene.text, content.start, content.end)
    return Span(*found.span()) if found and voice.is_somebodys and voice.zone not in HEADS else None


def _before(scene: Scene, voice: Voice, place: int) -> Voice | None:
    """Return the last words before, if they are another's and say something that may not be so."""
    last = next(
        (
            other
            for other in reversed(scene.voices[:place])
            if other.statement.parent == voice.statement.parent
            and not scene.is_inside(voice.statement, other.statement.id)
        ),
        None,
    )
    if last is None or last.zone in HEADS or last.statement.act not in _TELLING:
        return None
    distance = voice.place - last.place
    # Whom nobody names may have said it where one sentence tells both.
    told = distance == 0 or (distance <= _NEXT and bool(last.speakers))
    return last if told and not voice.same_side(last) else None
