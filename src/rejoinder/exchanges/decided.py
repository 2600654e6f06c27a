"""Steps by a noun for any: "hailed the decision", which the article opens with."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from rejoinder.exchanges.deciding import PASSING
from rejoinder.exchanges.markers import PRAISED, RATED, Kind
from rejoinder.exchanges.matter import stems
from rejoinder.exchanges.opening import opening_steps
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.relate import HOSTILE, REJECTING, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["decided_links"]

# Nouns for a step, and the acts of the words that take one of that sort; none: any of them.
_NOUNS: Final[tuple[tuple[str, frozenset[Act]], ...]] = (
    (
        "decision move step action measure announcement plan policy change vow pledge effort",
        frozenset(),
    ),
    ("proposal idea", frozenset({Act.OFFER, Act.DEMAND, Act.INTEND})),
    ("recommendation request demand", frozenset({Act.DEMAND})),
    ("deal agreement accord pact", frozenset({Act.AGREE})),
)
_OF_NOUN: Final = {noun: acts for nouns, acts in _NOUNS for noun in nouns.split()}
_THE: Final = r"(?:the|this|that|these|such|(?P<whose>[\w.]+(?:\s+[\w.]+)?[’']s?))"
_A_STEP: Final = (
    rf"\s+(?:newly\s+)?(?:[\w-]+\s+)?(?P<noun>{'|'.join(_OF_NOUN)})s?)\b(?!\s+that\b)"
    r"(?:\s+(?:not\s+)?to\s+(?P<what>[^,.;:!?\n]{1,60}))?"
)
_STEP: Final = re.compile(
    rf"(?:\w+ed\s+(?:by|with|at|about|over)\s+)?(?:that\s+)?(?P<step>{_THE}{_A_STEP}"
)
# "Should withdraw this decision", "to reverse its newly announced policy", "will review".
_UNDOING: Final = re.compile(
    r"\b(?:withdraw|reverse|rescind|drop|abandon|reconsider|rethink|scrap|revoke|retract|repeal"
    r"|cancel|block|oppose|delay|postpone|suspend|review|support|back|fight|resist|thwart|stop"
    rf"|challenge)\s+(?P<step>(?:{_THE}|its|his|her|their){_A_STEP}"
)
# "The move will reduce", "this accord represents", "the effort was an attempt": whatever the act.
_SAID_OF: Final = re.compile(
    rf"\W*(?:that\s+)?(?P<step>(?:[Tt]he|[Tt]his|(?P<whose>[\w.]+(?:\s+[\w.]+)?[’']s?)){_A_STEP}"
    r"\s+(?:(?:would|will|could|may|might|should|does|did|represents?|violates?|threatens?|sends?"
    r"|makes?|fails?|amounts?|goes)\b"
    r"|(?:is|was|are|were)\s+(?:\w+ly\s+|just\s+|not\s+)?(?:an?|the|likely|nothing)\b)"
)
# A policy may have been there long before.
_STANDING: Final = frozenset({"policy"})
# Who accuses may tell of a step of long ago, and who approves it takes it.
_ACTS: Final = (HOSTILE | REJECTING | {Act.SUPPORT}) - {Act.ACCUSE}
_ASKING: Final = frozenset({Act.DEMAND, Act.INTEND, Act.AGREE, Act.WARN, Act.SUPPORT, Act.REFUSE})


def decided_links(
    scene: Scene, references: Mapping[StatementId, Sequence[Reference]]
) -> Iterator[Link]:
    """Link who judges "the decision" to the first words of another's that the article opens with.

    They decide, announce, offer, ask for or turn something down: his, if it is said to be his.  So
    does who asks or means to undo, review or support it ("should withdraw this decision"), or says
    what it would do.
    """
    steps = opening_steps(scene)
    for voice in scene.voices if steps else ():
        if voice.zone in HEADS or not voice.is_somebodys:
            continue
        kinds = {each.kind for each in references[voice.statement.id]}
        found = _named(scene, voice, kinds)
        meant = _meant(scene, voice, found, steps) if found else None
        if found is None or meant is None:
            continue
        praised = voice.statement.act is Act.SUPPORT or not kinds.isdisjoint(PRAISED)
        yield make_link(
            voice.statement.id,
            meant.statement.id,
            Relation.SUPPORTS if praised else Relation.ANSWERS,
            evidence=Span(*found.span("step")),
        )


def _named(scene: Scene, voice: Voice, kinds: Set[Kind | None]) -> re.Match[str] | None:
    """Return the step that is judged, or asked to be undone."""
    if not PASSING.isdisjoint(scene.stems_of(voice.statement.cue)):
        return None
    parts = voice.statement.content
    judged = voice.statement.act in _ACTS or not kinds.isdisjoint(RATED)
    ways = [_STEP.match] if judged else []
    ways += [_UNDOING.search] if voice.statement.act in _ASKING else []
    found = (way(scene.text, part.start, part.end) for way in ways for part in parts)
    return next(filter(None, found), None) or _subject(scene, voice)


def _subject(scene: Scene, voice: Voice) -> re.Match[str] | None:
    """Return the step that a sentence of the words is about."""
    for part in voice.statement.content:
        last = scene.passages.place(part.end - 1)
        for place in range(scene.passages.place(part.start), last + 1):
            start = max(part.start, scene.passages.sentence(place).start)
            found = _SAID_OF.match(scene.text, start, part.end)
            if found and found["noun"] not in _STANDING:
                return found
    return None


def _meant(
    scene: Scene, voice: Voice, found: re.Match[str], steps: Sequence[Voice]
) -> Voice | None:
    whose = Span(*found.span("whose")) if found["whose"] else None
    owners = scene.parties.parties(scene.parties.named_in(whose)) if whose else frozenset()
    own = {one for span in voice.statement.source for one in scene.parties.named_in(span)}
    if whose and not owners:
        return None
    return next(
        (
            other
            for other in steps
            if other.start < voice.start
            and voice.place - other.place > 0
            and not voice.same_side(other)
            and own.isdisjoint(other.speakers)
            and (not owners or not owners.isdisjoint(other.speakers))
            and _is_of_sort(found, voice, other)
            and (not found["what"] or not stems(found["what"]).isdisjoint(other.words))
        ),
        None,
    )


def _is_of_sort(found: re.Match[str], voice: Voice, other: Voice) -> bool:
    """Say whether the words may be told of by the noun; who refuses it undoes no refusal."""
    acts = _OF_NOUN[found["noun"]]
    offered = bool(found["whose"]) and other.statement.act is Act.OFFER
    refused = voice.statement.act is Act.REFUSE and other.statement.act in REJECTING
    return not refused and (not acts or offered or other.statement.act in acts)
