"""Rounds of reactions: who says of a mere "this" what he thinks, after others who judged a deed."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from rejoinder.exchanges.opening import opening_deeds, opening_steps
from rejoinder.exchanges.relate import HOSTILE, make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.event import Event, EventType
from rejoinder.model.ids import EventId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["round_links"]

_NEXT: Final = 1
_BESIDE: Final = 2
_JUDGING: Final = HOSTILE | {Act.SUPPORT}
_ROUND: Final = _JUDGING | {Act.PREDICT, Act.REFUSE}
# "This is a blow", "it was a mistake", and not "it is likely", "it is hard to say", "it is up to".
_THIS: Final = re.compile(
    r"(?:that\s+)?[“\"]?(?P<this>(?:this|that)(?=\s+(?:(?:is|was|has been|would be|will be)"
    r"(?!\s+(?:why|how|what|because|when|where|who)\b)|amount\w*\s+to|constitute[sd]?|marks|marked"
    r"|sends|sent|shows|showed)\b)|it(?=\s+(?:is|was|has been)\s+(?:not\s+)?(?:an?|the|our)\s))",
    re.IGNORECASE,
)
# "This is the wrong move", "this is a blatant attempt": whatever the act, it is judged.
_VERDICT: Final = re.compile(
    r"\W*(?:that\s+)?[“\"]?(?P<this>this)\s+(?:is|was|would be|will be)\s+"
    r"(?:\w+ly\s+|just\s+|not\s+)?(?:an?|the)\s+(?!same\b)"
    r"(?:(?:very |most recent |latest )?(?:kind|example) of\b"
    r"|(?:[\w-]+,?\s+(?:and\s+)?){0,4}?"
    r"(?:wrong|bad|good|great|terrible|horrible|outrageous|historic|huge|big|monumental|blatant"
    r"|transparent|unconstitutional|illegal|dangerous|shameful|reckless|irresponsible|extreme"
    r"|unprecedented|positive|sad|failed|mistake|victory|win|blow|disgrace|outrage|betrayal|attack"
    r"|attempt|assault|abuse|slap|joke|sham|farce|travesty|tragedy|disaster|shame|scandal|felony"
    r"|crime|stunt|ploy|overreach|setback|breakthrough|milestone|insult)\b)",
    re.IGNORECASE,
)
# "called it a coup", "hailed it as": with the pronoun in what is said or at the end of the cue.
_IT: Final = re.compile(r"\W*(?P<this>it|this)\W+(?:as|an?|the)\b", re.IGNORECASE)
_OF_CUE: Final = re.compile(r"\b(?P<this>it|this)$", re.IGNORECASE)

# "Vey called it", and what it is called; the speaker opens the sentence, so that "it" is before it.
_CALLING: Final = re.compile(
    r"(?:call|label|describ|brand|dub|term|characteri[sz]|slam|blast|denounc|deem|hail)\w+"
    r"(?:\s+(?P<this>it|this))?$",
    re.IGNORECASE,
)
_HE: Final = re.compile(r"he|she|it|they|we|I", re.IGNORECASE)
_CALLED: Final = re.compile(r"\W*(?P<this>it|this)\s", re.IGNORECASE)


def round_links(scene: Scene, found: Collection[Link]) -> Iterator[Link]:
    """Link who judges "this" to what the one before him judged, else to the deed told just before.

    A verdict ("this is a blatant attempt") that has neither is one on the step that the article
    opens with.  Who has answered somebody else already is left alone, unless he answered that very
    judge.
    """
    answering: dict[StatementId, set[StatementId | EventId]] = {}
    for link in found:
        if link.explicit and _is_of_two(scene, link):
            answering.setdefault(link.answer, set()).add(link.answered)
    steps = opening_steps(scene)
    for place, voice in enumerate(scene.voices):
        evidence = _pronoun(scene, voice)
        if evidence is None or voice.zone in HEADS or not voice.is_somebodys:
            continue
        before = _last(scene, voice, place)
        own = answering.get(voice.statement.id, set())
        meant: Sequence[StatementId | EventId] = ()
        if before is None and not own:
            event = _just_told(scene, voice)
            meant = [event.id] if event is not None else ()
        elif before is not None and own <= {before.statement.id} and not voice.same_side(before):
            meant = _judged(scene, voice, before, answering)
        for answered in meant or (() if own else _opened(scene, voice, steps)):
            yield _link(scene, voice, answered, evidence)


def _is_of_two(scene: Scene, link: Link) -> bool:
    """Say whether a link leads to a deed or to somebody else's words."""
    others = [each for key, each in scene.statements.items() if key == link.answered]
    speakers = scene.statements[link.answer].speaker
    return all(set(speakers).isdisjoint(other.speaker) for other in others)


def _judged(
    scene: Scene,
    voice: Voice,
    before: Voice,
    answering: dict[StatementId, set[StatementId | EventId]],
) -> list[StatementId | EventId]:
    """Return what the one before judged, if it is somebody else's."""
    if before.statement.act not in _ROUND:
        return []
    sides = {each.statement.id: each for each in scene.voices}
    return [
        answered
        for answered in sorted(answering.get(before.statement.id, set()))
        if answered not in sides or not voice.same_side(sides[StatementId(answered)])
    ][:1]


def _opened(scene: Scene, voice: Voice, steps: Sequence[Voice]) -> Sequence[StatementId | EventId]:
    """Return the first step or deed of another's that the article opens with, of a verdict."""
    if voice.statement.parent or _verdict(scene, voice) is None:
        return ()
    told: list[tuple[Span, StatementId | EventId]] = [
        (other.statement.content[0], other.statement.id)
        for other in steps
        if other.speakers and voice.place > other.place and not voice.same_side(other)
    ]
    told += [
        (event.span, event.id)
        for event in opening_deeds(scene)
        if voice.place > scene.passages.place(event.span.start)
        and scene.parties.parties(event.actor).isdisjoint(voice.speakers)
    ]
    return [answered for _, answered in sorted(told)[:1]]


def _verdict(scene: Scene, voice: Voice) -> Span | None:
    """Return the pronoun of a verdict that a sentence of the words begins with, or the cue."""
    for part in voice.statement.content:
        for place in range(
            scene.passages.place(part.start), scene.passages.place(part.end - 1) + 1
        ):
            start = max(part.start, scene.passages.sentence(place).start)
            found = _VERDICT.match(scene.text, start, part.end)
            if found:
                return Span(*found.span("this"))
    return _called(scene, voice)


def _called(scene: Scene, voice: Voice) -> Span | None:
    """Return the pronoun of "Vey called it a sad day", where nothing but Vey stands before."""
    source, cue = voice.statement.source, voice.statement.cue
    if len(source) != 1 or len(cue) != 1 or not 0 < cue[0].start - source[0].end <= _BESIDE:
        return None
    head = scene.passages.sentence(scene.passages.place(source[0].start))
    calling = _CALLING.search(scene.text, cue[0].start, cue[0].end)
    if calling is None or not 0 <= source[0].start - head.start <= _BESIDE:
        return None
    # Who is a "he" has spoken before, perhaps of "it".
    if _HE.fullmatch(source[0].text_of(scene.text)):
        return None
    content = voice.statement.content[0]
    found = calling if calling["this"] else _CALLED.match(scene.text, content.start, content.end)
    return Span(*found.span("this")) if found else None


def _link(scene: Scene, voice: Voice, answered: StatementId | EventId, evidence: Span) -> Link:
    act = voice.statement.act
    other = scene.statements.get(StatementId(answered))
    if other is not None:
        relation = relation_of(act, other.act)
    else:
        relation = Relation.SUPPORTS if act is Act.SUPPORT else Relation.ANSWERS
    return make_link(voice.statement.id, answered, relation, evidence=evidence)


def _pronoun(scene: Scene, voice: Voice) -> Span | None:
    """Return the pronoun that is all that a judging statement names."""
    content = voice.statement.content[0]
    verdict = _verdict(scene, voice)
    if verdict is not None or voice.statement.act not in _JUDGING:
        return verdict
    found = _THIS.match(scene.text, content.start, content.end)
    if found is None and voice.statement.cue:
        cue = voice.statement.cue[-1]
        beside = 0 <= content.start - cue.end <= _NEXT
        on_cue = _OF_CUE.search(scene.text, cue.start, cue.end) if beside else None
        found = on_cue or _IT.match(scene.text, content.start, content.end)
    return Span(*found.span("this")) if found else None


def _last(scene: Scene, voice: Voice, place: int) -> Voice | None:
    """Return who spoke last before on the same level, in the same sentence or the one before."""
    for other in reversed(scene.voices[:place]):
        if other.statement.parent == voice.statement.parent and other.zone not in HEADS:
            return other if voice.place - other.place <= _NEXT else None
    return None


def _just_told(scene: Scene, voice: Voice) -> Event | None:
    """Return the deed that the publisher tells in the sentence before, if nobody speaks there."""
    told = [
        event
        for event in scene.deeds
        if event.asserted_by is None
        and event.event_type is not EventType.CONSULT
        and event.span.end <= voice.start
        and voice.place - scene.passages.place(event.span.start) <= _NEXT
        and scene.parties.parties(event.actor).isdisjoint(voice.speakers)
    ]
    return max(told, key=lambda event: (event.span, event.id), default=None)
