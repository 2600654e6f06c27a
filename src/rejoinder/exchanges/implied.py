"""Answers shown by nesting or by the acts alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import inf

from rejoinder.exchanges.denied import may_be_denied, tells_of, what_is_denied
from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.matter import shared_words
from rejoinder.exchanges.owners import answers_nobody
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.references import rejecting_words
from rejoinder.exchanges.relate import HOSTILE, OPEN, REJECTING, make_link, relation_of
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.exchanges.targets import disputes_standing
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["implied_links", "nested_links"]

# Words that stand for what another said: "this", "it", "the charges", "the idea".
_ANAPHOR = re.compile(
    r"^(?:it|them|something)\b|^(?:this|these|those)(?=\W*$|\s+[“\"‘']|\s+(?:as|and|but|is|are|was|were|would)\b)"
    r"|^that(?=\W*(?:\w+\W*)?$|\s+(?:as|and|but|is|was|would)\b)"
    r"|\b(?:the|these|those|such|this|that|his|her|their|its|all)\s+(?:\w+\s+){0,2}"
    r"(?:charges?|accusations?|claims?|allegations?|ideas?|offers?|proposals?|words|remarks"
    r"|incidents?|reports?|demands?|requests?|invitations?|comments?)\b",
    re.IGNORECASE,
)
# "I know she loves it": whatever else is rejected, this is not.
_TAKEN_FOR_TRUE = re.compile(r"\b(?:I|we) (?:know|understand|agree|accept)\b[^.,;:!?]*$")
_NEAR = 2
_ENOUGH = 2
_ENOUGH_TO_COUNTER = 3
_FAR = 6
_AHEAD = 3
_DOES_NOT = re.compile(r"\s+(?:does|do|did|is|are|was|were|has|have)(?:\s+not|n[’']t)\b")
_TURNING_DOWN = frozenset({Kind.DENIAL, Kind.VERDICT, Kind.REJECTING})
_SPEAKING = frozenset({Kind.DENIAL, Kind.RESPONSE, None})


def nested_links(scene: Scene) -> Iterator[Link]:
    """Link a rebuttal to the claims that it recounts: "in his fabrications, he claims that ..."."""
    voices = {voice.statement.id: voice for voice in scene.voices}
    for voice in scene.voices:
        outer = voices.get(voice.statement.parent) if voice.statement.parent else None
        if outer is None or not voice.speakers or outer.same_side(voice):
            continue
        if _TAKEN_FOR_TRUE.search(scene.text, outer.start, voice.start):
            continue
        evidence = _rejected_by(scene, outer, voice)
        # The colon of a transcript rejects nothing.
        if evidence is None or not any(map(str.isalpha, evidence.text_of(scene.text))):
            continue
        relation = relation_of(outer.statement.act, voice.statement.act, Relation.DENIES)
        yield make_link(outer.statement.id, voice.statement.id, relation, evidence=evidence)


def _rejected_by(scene: Scene, outer: Voice, voice: Voice) -> Span | None:
    """Return the words by which a statement rejects one that it recounts, or None.

    Who says no, but by no such word ("said"), has to do it at once: "He says so. It is not true."
    """
    cues = outer.statement.cue
    # "Refused to disown Tarn, who called it a sin": nothing is said of what Tarn called it.
    declines = scene.text.startswith("to ", outer.start) or any(
        cue.text_of(scene.text).endswith(" to") for cue in cues
    )
    evidence = rejecting_words(scene, outer)
    place = scene.passages.place(evidence.start) if evidence else voice.place
    # In a long interview "not valid" of one sentence rejects nothing of the others.
    if evidence is not None and place == voice.place:
        return evidence
    asked = voice.statement.act in OPEN
    if outer.statement.act not in REJECTING or (declines and not asked):
        return None
    if cues and asked and outer.statement.act is Act.REFUSE:
        return cues[0]
    if cues and not scene.kinds_in_cue(outer.statement).isdisjoint(_TURNING_DOWN):
        return cues[0]
    # "What Tarn says of it does not count."
    if cues and _DOES_NOT.match(scene.text, voice.statement.content[-1].end):
        return cues[0]
    return evidence if place - voice.place == 1 else None


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
            if _is_in_reach(voice, other)
            if not owners or scene.parties.speaks_for(owners, other.statement.speaker)
            if not acts or other.statement.act in acts or tells_of(scene, voice, other)
            for score in (_implied_score(scene, voice, other),)
            if score
        ]
        fitting = fitting or what_is_denied(scene, voice, owners)
        if not fitting:
            continue
        _, other = max(fitting, key=lambda pair: (pair[0], pair[1].start))
        yield make_link(
            voice.statement.id,
            other.statement.id,
            relation_of(voice.statement.act, other.statement.act),
            evidence=_shown_by(scene, voice, other),
        )


def _is_in_reach(voice: Voice, other: Voice) -> bool:
    """Say whether one may mean the other by what both do: nothing told long after or before."""
    return -_AHEAD <= voice.place - other.place <= 2 * _FAR


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
    if not _acts_fit(voice, other):
        return 0.0
    # What is told of the past inside another's words answers nothing that is said after them.
    if mine.parent != its.parent and mine.parent is not None and other.start > voice.start:
        return 0.0
    if not (may_be_denied(voice, other) or _anaphor(scene, voice)):
        return 0.0
    shared = shared_words(voice.words, other.words, voice.names | other.names)
    if not shared and disputes_standing(scene, voice):
        return 0.0
    distance = voice.place - other.place
    if taken_up := _taken_up(scene, voice, other, distance):
        return taken_up + 0.05 * shared
    if other.about.isdisjoint(voice.speakers) and not tells_of(scene, voice, other):
        turned_down = mine.act in REJECTING and its.act in OPEN
        meant = turned_down and not voice.about.isdisjoint(other.speakers)
        # What is asked of somebody else who is named has to be turned down in words of its own.
        next_to = 0 <= distance <= 1 and not other.statement.about
        fits = next_to or (shared and distance >= -_NEAR)
        return 0.4 + 0.05 * shared if meant and fits else 0.0
    # Who refuses to do something answers no charge by that alone.
    answers = mine.act is Act.DENY or its.act in OPEN or shared
    if mine.act in REJECTING and answers and 0 <= distance <= 1:
        return 0.6 + 0.05 * shared
    return 0.3 + 0.05 * shared if shared >= _enough(mine.act, its.act) else 0.0


def _enough(mine: Act, its: Act) -> float:
    """Return how many words in common show that the one rejects or counters the other."""
    if mine is Act.REFUSE and its in HOSTILE:
        return inf
    return _ENOUGH if mine in REJECTING else _ENOUGH_TO_COUNTER


def _is_asked(voice: Voice, other: Voice) -> bool:
    """Say whether the speaker is asked, by nobody who is named, for what he turns down."""
    names = voice.names | other.names
    near = abs(voice.place - other.place) <= _FAR
    asked = other.statement.act in OPEN and not other.about.isdisjoint(voice.speakers)
    return near and asked and shared_words(voice.words, other.words, names) >= _ENOUGH


def _charges(act: Act) -> bool:
    """Say whether an act may be answered although nobody is named for it."""
    return act in HOSTILE


def _acts_fit(voice: Voice, other: Voice) -> bool:
    mine, its = voice.statement.act, other.statement.act
    if mine in REJECTING:
        claim = its is Act.ASSERT and mine is Act.DENY
        return claim or its in OPEN or its in HOSTILE
    mutual = not voice.about.isdisjoint(other.speakers)
    return mutual and mine is Act.ACCUSE and its is Act.ACCUSE and voice.start > other.start
