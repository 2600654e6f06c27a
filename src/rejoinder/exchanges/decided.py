"""Steps by a noun for any: "hailed the decision", which the article opens with."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rejoinder.exchanges.called import DECIDING
from rejoinder.exchanges.markers import PRAISED, RATED
from rejoinder.exchanges.matter import stems
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.relate import HOSTILE, REJECTING, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.article import ZoneKind
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["decided_links"]

# In so many sentences from the first the article tells what it is about.
_OPENING: Final = 2
_STEP: Final = re.compile(
    r"(?:\w+ed\s+(?:by|with|at|about|over)\s+)?(?:that\s+)?"
    r"(?P<step>(?:the|this|that|such|(?P<whose>[\w.]+(?:\s+[\w.]+)?[’']s?))\s+"
    r"(?:[\w-]+\s+)?(?:decision|move|step|action|measure|announcement|plan|change|vow|pledge))\b"
    r"(?:\s+(?:not\s+)?to\s+(?P<what>[^,.;:!?\n]{1,60}))?"
)
_STEPPING: Final = frozenset({Act.OFFER, Act.INTEND, Act.AGREE, Act.DEMAND, Act.REFUSE})
_DECIDING: Final = DECIDING | stems("vowed pledged vetoed")
# Who accuses may tell of a step of long ago, and who approves it takes it.
_ACTS: Final = (HOSTILE | REJECTING | {Act.SUPPORT}) - {Act.ACCUSE}
_TAKES: Final = re.compile(r"\b(?:adopt|approv|pass(?:e[sd])?\b|ratif)", re.IGNORECASE)


def decided_links(
    scene: Scene, references: Mapping[StatementId, Sequence[Reference]]
) -> Iterator[Link]:
    """Link who judges "the decision" to the first words of another's that the article opens with.

    They decide, announce, offer, ask for or turn something down: his, if it is said to be his.
    """
    opening = [voice for voice in scene.voices if _opens(scene, voice)]
    for voice in scene.voices if opening else ():
        if voice.zone in HEADS or not voice.is_somebodys:
            continue
        kinds = {each.kind for each in references[voice.statement.id]}
        judges = voice.statement.act in _ACTS or not kinds.isdisjoint(RATED)
        if not judges or any(_TAKES.search(c.text_of(scene.text)) for c in voice.statement.cue):
            continue
        found = next(
            filter(
                None,
                (_STEP.match(scene.text, part.start, part.end) for part in voice.statement.content),
            ),
            None,
        )
        meant = _meant(scene, voice, found, opening) if found else None
        if found is None or meant is None:
            continue
        praised = voice.statement.act is Act.SUPPORT or not kinds.isdisjoint(PRAISED)
        yield make_link(
            voice.statement.id,
            meant.statement.id,
            Relation.SUPPORTS if praised else Relation.ANSWERS,
            evidence=Span(*found.span("step")),
            score=0.4,
        )


def _opens(scene: Scene, voice: Voice) -> bool:
    """Say whether a step is told by these words, in the first sentences of the body."""
    starts = [z.span.start for z in scene.record.article.zones if z.kind is ZoneKind.BODY]
    first = scene.passages.place(min(starts, default=0))
    cue = stems(" ".join(span.text_of(scene.text) for span in voice.statement.cue))
    return (
        voice.zone not in HEADS
        and voice.statement.parent is None
        and bool(voice.speakers)
        and 0 <= voice.place - first <= _OPENING
        and (voice.statement.act in _STEPPING or not cue.isdisjoint(_DECIDING))
    )


def _meant(
    scene: Scene, voice: Voice, found: re.Match[str], opening: Sequence[Voice]
) -> Voice | None:
    whose = Span(*found.span("whose")) if found["whose"] else None
    owners = scene.parties.parties(scene.parties.named_in(whose)) if whose else frozenset()
    own = {one for span in voice.statement.source for one in scene.parties.named_in(span)}
    if whose and not owners:
        return None
    return next(
        (
            other
            for other in opening
            if other.start < voice.start
            and voice.place - other.place > 0
            and not voice.same_side(other)
            and own.isdisjoint(other.speakers)
            and (not owners or not owners.isdisjoint(other.speakers))
            and (not found["what"] or not stems(found["what"]).isdisjoint(other.words))
        ),
        None,
    )
