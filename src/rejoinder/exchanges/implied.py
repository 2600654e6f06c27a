"""Answers shown by nesting or by the acts alone."""

import re
from collections.abc import Iterator, Mapping, Sequence

from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.matter import overlap_share, shared_words
from rejoinder.exchanges.owners import answers_nobody
from rejoinder.exchanges.references import Reference, rejecting_words
from rejoinder.exchanges.relate import HOSTILE, OPEN, REJECTING, make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.exchanges.targets import disputes_standing
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["implied_links", "nested_links"]

# Words that stand for what another said: "this", "it", "the charges", "the idea".
_ANAPHOR = re.compile(
    r"^(?:this|it|these|those|them|something)\b|^that(?=\W*(?:\w+\W*)?$|\s+(?:as|and|but|is|was|would)\b)"
    r"|\b(?:the|these|those|such|this|that|his|her|their|its|all)\s+(?:\w+\s+){0,2}"
    r"(?:charges?|accusations?|claims?|allegations?|ideas?|offers?|proposals?|words|remarks"
    r"|incidents?|reports?|demands?|requests?|invitations?|comments?)\b",
    re.IGNORECASE,
)
_NEAR = 2
_ENOUGH = 2
_ENOUGH_TO_COUNTER = 3
_FAR = 6
_ONLY = 0.45
_FEW = 8
_HALF = 0.5
_BARE = re.compile(r"\W*(?:that\s+)?(?:this|that|it|they|he|she|these|those)\b", re.IGNORECASE)
_DENIED = HOSTILE | {Act.ASSERT, Act.PREDICT}
_SPEAKING = frozenset({Kind.DENIAL, Kind.RESPONSE, None})


def nested_links(scene: Scene) -> Iterator[Link]:
    """Link a rebuttal to the claims that it recounts: "in his fabrications, he claims that ..."."""
    voices = {voice.statement.id: voice for voice in scene.voices}
    for voice in scene.voices:
        outer = voices.get(voice.statement.parent) if voice.statement.parent else None
        if outer is None or not voice.speakers or outer.same_side(voice):
            continue
        evidence = rejecting_words(scene, outer)
        # In a long interview "not valid" of one sentence rejects nothing of the others.
        if evidence is not None and scene.passages.place(evidence.start) != voice.place:
            evidence = None
        if evidence is None and outer.statement.act in REJECTING and outer.statement.cue:
            evidence = outer.statement.cue[0]
        # The colon of a transcript rejects nothing.
        if evidence is None or not any(map(str.isalpha, evidence.text_of(scene.text))):
            continue
        relation = relation_of(outer.statement.act, voice.statement.act, Relation.DENIES)
        yield make_link(
            outer.statement.id, voice.statement.id, relation, evidence=evidence, score=0.8
        )


def implied_links(
    scene: Scene, references: Mapping[StatementId, Sequence[Reference]]
) -> Iterator[Link]:
    """Link denials, refusals and returned accusations to the words that they must mean.

    A denial or refusal told in the same or the next sentence is explicit: that is how an article
    says that one thing answers another.  Where a statement names whose words it means, only theirs
    count.
    """
    for voice in scene.voices:
        if answers_nobody(scene, voice):
            continue
        marked = references[voice.statement.id]
        owners = {owner for each in marked for owner in each.owners} - voice.speakers
        acts = {act for each in marked if each.kind in _SPEAKING for act in each.acts}
        fitting = [
            (score, other)
            for other in scene.voices
            if not owners or scene.parties.speaks_for(owners, other.statement.speaker)
            if not acts or other.statement.act in acts or _tells_of(scene, voice, other)
            for score in (_implied_score(scene, voice, other),)
            if score
        ]
        if not fitting:
            fitting = (
                _only_charge(scene, voice, owners)
                or _bare_denial(scene, voice)
                or _denied_in_like_words(scene, voice, owners)
            )
        if not fitting:
            continue
        score, other = max(fitting, key=lambda pair: (pair[0], pair[1].start))
        yield make_link(
            voice.statement.id,
            other.statement.id,
            relation_of(voice.statement.act, other.statement.act),
            evidence=_shown_by(scene, voice, other),
            score=min(0.9, score),
        )


def _only_charge(scene: Scene, voice: Voice, owners: set[ActorId]) -> list[tuple[float, Voice]]:
    """Return the one charge that a denial without any other hold can mean, if there is one."""
    if voice.statement.act is not Act.DENY or owners or voice.zone in HEADS:
        return []
    if disputes_standing(scene, voice):
        return []
    charges = [
        other
        for other in scene.voices
        if other.statement.act in HOSTILE | {Act.ASSERT}
        and _may_be_denied(voice, other)
        and other.speakers
        and other.zone not in HEADS
        and not voice.same_side(other)
        and 0 <= voice.place - other.place <= 2 * _FAR
        and not scene.is_inside(other.statement, voice.statement.id)
        and not scene.is_recounted_by(voice.statement, other)
        and (
            scene.is_recounted_by(other.statement, voice)
            or (other.statement.act in HOSTILE and not other.about.isdisjoint(voice.speakers))
        )
    ]
    return [(_ONLY, charges[0])] if len(charges) == 1 else []


def _bare_denial(scene: Scene, voice: Voice) -> list[tuple[float, Voice]]:
    """Return the words just before that a mere "it did not", "this is nonsense" must mean."""
    content = voice.statement.content[0].text_of(scene.text)
    bare = _BARE.match(content) and len(content.split()) <= _FEW
    if voice.statement.act is not Act.DENY or not bare or not voice.is_somebodys:
        return []
    before = [
        other
        for other in scene.voices
        if other.start < voice.start
        and voice.place - other.place <= 1
        and other.statement.parent == voice.statement.parent
        and other.is_somebodys
        and other.zone not in HEADS
    ]
    last = before[-1] if before else None
    if last is None or last.same_side(voice) or last.statement.act not in _DENIED:
        return []
    return [(_ONLY, last)]


def _denied_in_like_words(
    scene: Scene, voice: Voice, owners: set[ActorId]
) -> list[tuple[float, Voice]]:
    """Return what another said before in the words of a denial whose speaker it does not name."""
    if voice.statement.act is not Act.DENY or owners or not voice.is_somebodys:
        return []
    return [
        (_ONLY - 0.01 * (voice.place - other.place), other)
        for other in scene.voices
        if other.start < voice.start
        and voice.place - other.place <= 2 * _FAR
        and other.statement.act in _DENIED
        and other.statement.parent == voice.statement.parent
        and other.is_somebodys
        and _in_one_part(voice, other)
        and not voice.same_side(other)
        and shared_words(voice.words, other.words, voice.names | other.names) >= _ENOUGH
        and overlap_share(voice.words, other.words, voice.names | other.names) >= _HALF
    ]


def _shown_by(scene: Scene, voice: Voice, other: Voice) -> Span | None:
    """Return the words that show a rejection: what stands for the other words, or the cue."""
    if voice.statement.act not in REJECTING:
        return None
    anaphor = _anaphor(scene, voice)
    if anaphor is not None and 0 <= voice.place - other.place <= _FAR:
        return anaphor
    next_to = 0 <= voice.place - other.place <= 1
    return voice.statement.cue[0] if next_to and voice.statement.cue else None


def _anaphor(scene: Scene, voice: Voice) -> Span | None:
    """Return the words of a statement that stand for what somebody else said."""
    for span in voice.statement.content:
        found = _ANAPHOR.search(span.text_of(scene.text))
        if found:
            return Span(span.start + found.start(), span.start + found.end())
    return None


def _taken_up(scene: Scene, voice: Voice, other: Voice, distance: int) -> float:
    """Return a score for a rejection that takes up the other's words by a mere "this"."""
    mine, its = voice.statement, other.statement
    reach = _FAR if voice.words.isdisjoint(other.words) else 2 * _FAR
    if mine.act not in REJECTING or not 0 <= distance <= reach or _anaphor(scene, voice) is None:
        return 0.0
    if (mine.act is Act.REFUSE) is not (its.act in OPEN):
        return 0.0
    meant = (
        its.act in OPEN
        or scene.is_recounted_by(its, voice)
        or not other.about.isdisjoint(voice.speakers)
    )
    return 0.7 - 0.02 * distance if meant else 0.0


def _implied_score(scene: Scene, voice: Voice, other: Voice) -> float:
    mine, its = voice.statement, other.statement
    if (
        not voice.speakers
        or voice.same_side(other)
        or not (other.speakers or _charges(its.act) or _is_asked(voice, other))
    ):
        return 0.0
    if scene.is_inside(its, mine.id) or scene.is_recounted_by(mine, other):
        return 0.0
    if not _in_one_part(voice, other) or not _acts_fit(voice, other):
        return 0.0
    # What is told of the past inside another's words answers nothing that is said after them.
    if mine.parent != its.parent and mine.parent is not None and other.start > voice.start:
        return 0.0
    if not (_may_be_denied(voice, other) or _anaphor(scene, voice)):
        return 0.0
    shared = shared_words(voice.words, other.words, voice.names | other.names)
    if not shared and disputes_standing(scene, voice):
        return 0.0
    distance = voice.place - other.place
    if taken_up := _taken_up(scene, voice, other, distance):
        return taken_up + 0.05 * shared
    if other.about.isdisjoint(voice.speakers) and not _tells_of(scene, voice, other):
        turned_down = mine.act in REJECTING and its.act in OPEN
        meant = turned_down and not voice.about.isdisjoint(other.speakers)
        # What is asked of somebody else who is named has to be turned down in words of its own.
        near = -_NEAR <= distance <= _FAR and not other.statement.about
        return 0.4 + 0.05 * shared if meant and (shared or near) else 0.0
    if mine.act in REJECTING and 0 <= distance <= 1:
        return 0.6 + 0.05 * shared
    enough = _ENOUGH if mine.act in REJECTING else _ENOUGH_TO_COUNTER
    return 0.3 + 0.05 * shared if shared >= enough else 0.0


def _is_asked(voice: Voice, other: Voice) -> bool:
    """Say whether the speaker is asked, by nobody who is named, for what he turns down."""
    names = voice.names | other.names
    near = abs(voice.place - other.place) <= _FAR
    asked = other.statement.act in OPEN and not other.about.isdisjoint(voice.speakers)
    return near and asked and shared_words(voice.words, other.words, names) >= _ENOUGH


def _charges(act: Act) -> bool:
    """Say whether an act may be answered although nobody is named for it."""
    return act in HOSTILE


def _tells_of(scene: Scene, voice: Voice, other: Voice) -> bool:
    """Say whether a denial follows at once on an assertion that names the denier, or his state."""
    follows = voice.statement.act is Act.DENY and 0 <= voice.place - other.place <= 1
    if not follows or other.statement.act is not Act.ASSERT:
        return False
    named = (p for span in other.statement.content for p in scene.parties.named_in(span))
    return not voice.speakers.isdisjoint(scene.parties.parties(named))


def _may_be_denied(voice: Voice, other: Voice) -> bool:
    """Say whether a denial can mean the other without pointing: a warning only in like words."""
    if not voice.words and other.statement.act is Act.ASSERT:
        # "said no" turns down what was asked.
        return False
    if voice.statement.act is not Act.DENY or other.statement.act is not Act.WARN:
        return True
    return shared_words(voice.words, other.words, voice.names | other.names) >= _ENOUGH_TO_COUNTER


def _in_one_part(voice: Voice, other: Voice) -> bool:
    """Say whether both stand in the body, or both in the same headline."""
    if voice.zone in HEADS or other.zone in HEADS:
        return voice.zone is other.zone
    return True


def _acts_fit(voice: Voice, other: Voice) -> bool:
    mine, its = voice.statement.act, other.statement.act
    if mine in REJECTING:
        claim = its is Act.ASSERT and mine is Act.DENY
        return claim or its in OPEN or its in HOSTILE
    mutual = not voice.about.isdisjoint(other.speakers)
    return mutual and mine is Act.ACCUSE and its is Act.ACCUSE and voice.start > other.start
