"""Who speaks of one step after somebody has judged it: reactions come one after another."""

from collections.abc import Collection, Iterator
from typing import Final

from rejoinder.exchanges.matter import shared_words
from rejoinder.exchanges.opening import takes_a_step
from rejoinder.exchanges.relate import HOSTILE, REJECTING, make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.event import Event, EventType
from rejoinder.model.ids import EventId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["next_judge_links"]

_NEAR: Final = 3
_ENOUGH: Final = 2
_REACTIONS: Final = frozenset(
    {Relation.ANSWERS, Relation.DENIES, Relation.REFUSES, Relation.SUPPORTS, Relation.ACCEPTS}
)
_JUDGING: Final = HOSTILE | REJECTING | {Act.SUPPORT}
_REACTING: Final = _JUDGING | {Act.PREDICT, Act.DEMAND}
# Violence is judged in words of its own, a talk, a crowd or mere words of others seldom.
_NO_STEPS: Final = frozenset(
    {
        EventType.ASSAULT,
        EventType.CONSULT,
        EventType.PROTEST,
        EventType.SUPPORT,
        EventType.REQUEST,
    }
)


def next_judge_links(scene: Scene, found: Collection[Link]) -> Iterator[Link]:
    """Link who speaks of a step, or of who took it, just after somebody judged it.

    Only where nothing else was found for him, and where he is named.
    """
    voices = {voice.statement.id: voice for voice in scene.voices}
    events = {event.id: event for event in scene.record.events}
    judged = [link for link in found if link.explicit and link.relation in _REACTIONS]
    busy = {link.answer for link in found if _is_of_two(voices, link)}
    for voice in scene.voices:
        if voice.statement.id in busy or not _may_react(voice):
            continue
        last: tuple[int, Link] | None = None
        for link in judged:
            judge = voices[link.answer]
            if not _just_before(voice, judge) or (last and judge.start < last[0]):
                continue
            step = voices.get(StatementId(link.answered))
            deed = events.get(EventId(link.answered))
            if (step and _reacts_to(scene, voice, judge, step)) or (
                deed and _reacts_to_deed(scene, voice, deed)
            ):
                last = (judge.start, link)
        if last is not None:
            yield _link(voice, voices.get(StatementId(last[1].answered)), last[1])


def _is_of_two(voices: dict[StatementId, Voice], link: Link) -> bool:
    answered = voices.get(StatementId(link.answered))
    return answered is None or not voices[link.answer].same_side(answered)


def _may_react(voice: Voice) -> bool:
    named = bool(voice.statement.speaker) and voice.statement.parent is None
    return named and voice.zone not in HEADS and voice.statement.act in _REACTING | {Act.ASSERT}


def _just_before(voice: Voice, judge: Voice) -> bool:
    """Say whether somebody else judged in the sentences before, whatever he judged."""
    return (
        judge.statement.parent is None
        and judge.start < voice.start
        and voice.place - judge.place <= _NEAR
        and judge.statement.act in _JUDGING | {Act.ASSERT}
        and not voice.same_side(judge)
    )


def _reacts_to(scene: Scene, voice: Voice, judge: Voice, step: Voice) -> bool:
    if not takes_a_step(scene, step) or step.start >= judge.start or voice.same_side(step):
        return False
    shared = shared_words(voice.words, step.words, voice.names | step.names)
    return _is_enough(voice, shared, about=not voice.about.isdisjoint(step.speakers))


def _reacts_to_deed(scene: Scene, voice: Voice, deed: Event) -> bool:
    """Say whether words judge a deed that they share a word with, or share two."""
    actors = scene.parties.parties(deed.actor)
    if deed.asserted_by or deed.event_type in _NO_STEPS or not actors.isdisjoint(voice.speakers):
        return False
    own = scene.parties.name_words((*deed.actor, *deed.recipient))
    names = voice.names | scene.parties.state_words | own
    shared = shared_words(voice.words, scene.stems_of((deed.span,)), names)
    return shared >= (1 if voice.statement.act in _JUDGING else _ENOUGH)


def _is_enough(voice: Voice, shared: int, *, about: bool) -> bool:
    """Say whether one word or the party will do; who only asserts needs both, or two words."""
    return shared + about >= (_ENOUGH if voice.statement.act is Act.ASSERT else 1)


def _link(voice: Voice, step: Voice | None, judged: Link) -> Link:
    act = voice.statement.act
    relation = relation_of(act, step.statement.act) if step else Relation.ANSWERS
    if act is Act.SUPPORT:
        relation = Relation.SUPPORTS
    return make_link(voice.statement.id, judged.answered, relation, evidence=None, score=0.45)
