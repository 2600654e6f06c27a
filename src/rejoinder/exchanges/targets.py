"""Which earlier words a reference means: candidates and their scores."""

import re
from dataclasses import dataclass

from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.matter import shared_words
from rejoinder.exchanges.possible import (
    is_of_another_matter,
    is_on_another,
    is_told_in,
    may_answer,
)
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.relate import BLAMING, HOSTILE, OPEN, REJECTING
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.statement import Act

__all__ = ["Target", "disputes_standing", "find_target"]

_THRESHOLD = 2.5
# What lies further off than the sentences around it has to fit better.
_FAR_THRESHOLD = 3.25
_DOCUMENT = 4.0
_FADING = 0.8
_NEAR = 4
_AHEAD = 3
_PERSON = re.compile(
    r"\s*(?:him|her|them|(?:[A-Z][a-z]{0,2}\.\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2})\s*"
    r"(?:\s(?:at|in|on|as|after|last|this|for president)\b.*)?",
    re.DOTALL,
)
_ECHOES = re.compile(r"echo|join|second", re.IGNORECASE)
_STANDING = re.compile(
    r"(?:the\s+|any\s+)?(?:legitimacy|legality|validity|authority|existence|right)\b", re.IGNORECASE
)
# So many sentences back "these claims" may lie; a little more, if they were about the speaker.
_SHOWN = 2
_SHOWN_TO_MEANT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A statement that a reference may mean, and how well it fits."""

    voice: Voice
    score: float


def find_target(scene: Scene, voice: Voice, reference: Reference) -> Target | None:
    """Return the statement that the reference means, or None where nothing fits."""
    best: Target | None = None
    for other in scene.voices:
        score = _fit(scene, voice, reference, other)
        if score is not None and (best is None or score > best.score):
            best = Target(voice=other, score=score)
    return best


def disputes_standing(scene: Scene, voice: Voice) -> bool:
    """Say whether what is denied is no claim: "denies the legitimacy of the government"."""
    return voice.statement.act in REJECTING and bool(_STANDING.match(scene.text, voice.start))


def _fit(scene: Scene, voice: Voice, reference: Reference, other: Voice) -> float | None:
    """Return how well a statement fits a reference, or None where it cannot be meant."""
    if not may_answer(scene, voice, reference, other):
        return None
    if _is_told_far_on(voice, other):
        return None
    owners = reference.owners - voice.speakers
    owned = scene.parties.speaks_for(owners, other.statement.speaker)
    objects = scene.stems_of(reference.objects)
    names = voice.names | other.names | scene.parties.mention_words(reference.owners)
    apart = is_of_another_matter(scene, voice, reference, other, names)
    apart = apart or is_on_another(scene, reference, other)
    if apart or (owners and not owned):
        return None
    matter = shared_words(objects, other.words, names)
    told_in = is_told_in(scene, reference, other)
    more = shared_words(voice.words - objects, other.words, names)
    if not matter + more and _needs_matter(scene, voice, reference, other):
        return None
    inside = _is_inside(reference, other)
    says_more = bool((voice.words | objects) - names)
    apart = says_more and not (matter + more or inside) and _joins_bare(scene, reference)
    if apart or _is_of_no_words(scene, reference, other, inside=inside):
        return None
    if not (matter + more or told_in or inside) and _is_merely_before(voice, reference, other):
        return None
    fit = _Fit(
        owned=owned,
        about=not other.about.isdisjoint(voice.speakers),
        act=_act_fit(voice.statement.act, reference, other.statement.act),
        matter=matter,
        distance=voice.place - other.place,
        pointing=reference.pointing,
        noun=reference.head is not None and reference.kind is not Kind.DESPITE,
        inside=inside,
        only=_is_the_only_offer(scene, reference, other),
    )
    if told_in:
        # The first words that it is told to have are its main ones.
        return _DOCUMENT - 0.5 * (other.zone in HEADS)
    if not fit.has_ground:
        return None
    score = fit.score(min(more, 4), other)
    enough = _THRESHOLD if abs(fit.distance) <= _NEAR else _FAR_THRESHOLD
    return score if score >= enough else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    """What speaks for one statement's being meant by a reference."""

    owned: bool
    about: bool
    act: float
    matter: int
    distance: int
    pointing: bool
    noun: bool
    inside: bool
    only: bool

    @property
    def has_ground(self) -> bool:
        """Say whether something shows it, and not the score alone."""
        after = self.distance >= 0
        near = -1 <= self.distance <= _NEAR
        return (
            (self.owned and (self.about or self.matter > 0 or self.inside or near))
            # "Tarn's offer" is what he has offered, however long ago.
            or (self.owned and self.noun and self.act > 1 and after)
            or self._is_shown
            or self.inside
            or (self.only and after)
            # What is told before the other's words answers them only where it names words.
            or (self.act > 0 and self.about and (after or self.noun or self.owned))
            or (self.act > 0 and self.noun and self.matter > 0)
            or (self.matter > 1 and (self.noun or self.about))
        )

    @property
    def _is_shown(self) -> bool:
        reach = _SHOWN_TO_MEANT if self.about else _SHOWN
        return self.pointing and 0 <= self.distance <= reach

    def score(self, more: int, other: Voice) -> float:
        """Return how well it fits; ``more`` words are common beside those that are pointed at."""
        nearness = (1.0 if self.distance >= 0 else 0.5) * _FADING ** abs(self.distance)
        # "Tarn's proposal" is what he offered rather than what he demanded.
        offered = (self.owned and self.act > 1) or self.only
        return (
            3.0 * self.owned
            + 2.25 * self._is_shown
            + 2.0 * self.inside
            + 1.5 * (self.only and not self._is_shown)
            + 1.0 * self.about
            + self.act
            + 0.5 * (offered and other.statement.act is Act.OFFER)
            + 0.5 * min(self.matter, 4)
            + 0.25 * more
            + nearness
            - 0.5 * (other.zone in HEADS)
            - 0.5 * (not other.speakers)
        )


def _is_told_far_on(voice: Voice, other: Voice) -> bool:
    """Say whether words come long after what would answer them: a lead is told out soon."""
    return other.place - voice.place > _AHEAD


def _is_the_only_offer(scene: Scene, reference: Reference, other: Voice) -> bool:
    """Say whether "the proposal", which is nobody's, is of the only one who offers anything."""
    named = reference.head is not None and not reference.owners and Act.OFFER in reference.acts
    if not named or other.statement.act is not Act.OFFER or other.zone in HEADS:
        return False
    offering = {
        voice.statement.speaker
        for voice in scene.voices
        if voice.statement.act is Act.OFFER and voice.zone not in HEADS
    }
    return bool(other.statement.speaker) and offering == {other.statement.speaker}


def _is_inside(reference: Reference, other: Voice) -> bool:
    """Say whether what the reference points at has some of the other's words."""
    parts = other.statement.content
    return any(span.overlaps(part) for part in parts for span in reference.objects)


def _is_merely_before(voice: Voice, reference: Reference, other: Voice) -> bool:
    """Say whether nothing tells that "the report" is the other's words.

    It is nobody's, not what the other does, and who speaks of it judges nothing.
    """
    mentioned = reference.kind is None and reference.head is not None and not reference.owners
    judging = voice.statement.act in HOSTILE | REJECTING
    return mentioned and not judging and other.statement.act not in reference.acts


def _is_of_no_words(scene: Scene, reference: Reference, other: Voice, *, inside: bool) -> bool:
    """Say whether somebody is backed, and no words of his: "endorsed Tarn", "backs him".

    Nor does who "doubted his readiness to lead" tell that he said he meant to.
    """
    if reference.head is not None:
        return False
    backed = reference.kind is Kind.WELCOME and any(
        _PERSON.fullmatch(span.text_of(scene.text)) for span in reference.objects
    )
    return backed or (inside and other.statement.act is Act.INTEND)


def _joins_bare(scene: Scene, reference: Reference) -> bool:
    """Say whether somebody is joined in no words that are named: "echoing Tarn, asked for calm"."""
    joins = reference.kind is Kind.JOINING and reference.head is None and not reference.pointing
    after = bool(reference.objects) and reference.evidence.start <= reference.objects[0].start
    echoes = _ECHOES.match(scene.text, reference.evidence.start)
    return joins and after and bool(echoes and reference.owners)


def _needs_matter(scene: Scene, voice: Voice, reference: Reference, other: Voice) -> bool:
    """Say whether nothing but words in common can show that a statement is meant."""
    if reference.head is None and disputes_standing(scene, voice):
        return True
    return not reference.pointing and _is_other_than_asked(voice, reference, other)


def _is_other_than_asked(voice: Voice, reference: Reference, other: Voice) -> bool:
    """Say whether "Tarn's request" cannot be these words of his: they ask and offer nothing."""
    asked = bool(reference.acts) and reference.acts <= OPEN
    concerned = not other.about.isdisjoint(voice.speakers)
    unlike = asked and not concerned and other.statement.act not in reference.acts
    return unlike or (asked and other.statement.act in REJECTING)


def _act_fit(answer: Act, reference: Reference, answered: Act) -> float:
    if reference.acts:
        if answered in reference.acts:
            return 1.5
        plain = answered in (Act.ASSERT, Act.PREDICT)
        return 0.0 if plain and not reference.acts <= OPEN else -1.0
    if reference.kind is Kind.DENIAL or answer in REJECTING:
        return 1.0 if answered in OPEN | BLAMING else 0.0
    if reference.kind is Kind.WELCOME:
        return 1.0 if answered in OPEN else 0.0
    return 0.0
