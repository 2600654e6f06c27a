"""What a denial means that names nobody's words: the one charge, a bare "it", like words."""

import re
from typing import Final

from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.matter import overlap_share, shared_words, stems
from rejoinder.exchanges.opening import opening
from rejoinder.exchanges.relate import BLAMING, HOSTILE, OPEN
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.exchanges.targets import disputes_standing
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act

__all__ = ["may_be_denied", "tells_of", "what_is_denied"]

_FAR: Final = 6
_ENOUGH: Final = 2
_ENOUGH_OF_WARNINGS: Final = 3
_ONLY: Final = 0.45
_FEW: Final = 8
_HALF: Final = 0.5
_BARE: Final = re.compile(
    r"\W*(?:that\s+)?(?:this|that|it|they|he|she|these|those)\b"
    # "We had nothing to do with it."
    r"|[^.;:!?\n]*\b(?:with|of|about|in|for|by) (?:it|this|that|them)\W*$",
    re.IGNORECASE,
)
# "She did not" denies what stands beside it.
_DID_NOT: Final = re.compile(r"\W*(?:that\s+)?\w+\s+\w+(?:\s+not|n[’']t)\W*", re.IGNORECASE)
# Of two who call a story false, neither denies what the other says.
_FALSE: Final = re.compile(
    r"\b(?:false|untrue|lies?|lying|garbage|rubbish|smears?|hoax|fabricat\w+|made[- ]up)\b",
    re.IGNORECASE,
)
# "That they would not", "we will not accept it": what has just been asked or offered.
_WOULD_NOT: Final = re.compile(
    r"\W*(?:that\s+)?(?:\w+\s+){1,3}(?:would|will|could|can)(?:\s+not|not|n[’']t|\s+never)"
    r"(?:\s+(?:do|accept|take|sign|have|consider|agree\s+to|go\s+along\s+with)"
    r"\s+(?:so|it|that|this|them))?\W*",
    re.IGNORECASE,
)
_DENIED: Final = HOSTILE | {Act.ASSERT, Act.PREDICT}


def what_is_denied(scene: Scene, voice: Voice, owners: set[ActorId]) -> list[tuple[float, Voice]]:
    """Return the words that a denial without any other hold means, with a score, if there are."""
    return (
        _only_charge(scene, voice, owners)
        or _bare_denial(scene, voice)
        or _denied_in_like_words(scene, voice, owners)
        or _told_of_him(scene, voice, owners)
        or _told_of_his_like(scene, voice, owners)
        or _charged_first(scene, voice, owners)
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
        and may_be_denied(voice, other)
        and other.speakers
        and other.zone not in HEADS
        and not voice.same_side(other)
        and 0 <= voice.place - other.place <= 2 * _FAR
        and not scene.is_inside(other.statement, voice.statement.id)
        and not scene.is_recounted_by(voice.statement, other)
        and not _agree(scene, voice, other)
        and (
            scene.is_recounted_by(other.statement, voice)
            or (other.statement.act in HOSTILE and not other.about.isdisjoint(voice.speakers))
        )
    ]
    return [(_ONLY, charges[0])] if len(charges) == 1 else []


def _bare_denial(scene: Scene, voice: Voice) -> list[tuple[float, Voice]]:
    """Return the words just before that a mere "it did not", "they would not" must mean."""
    content = voice.statement.content[0].text_of(scene.text)
    act = voice.statement.act
    refused = act is Act.REFUSE and _WOULD_NOT.fullmatch(content)
    denied = act is Act.DENY and _BARE.match(content) and len(content.split()) <= _FEW
    if not (refused or denied) or not voice.is_somebodys:
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
    meant = OPEN if refused else _DENIED
    if last is None or last.same_side(voice) or last.statement.act not in meant:
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
        and not voice.same_side(other)
        and shared_words(voice.words, other.words, voice.names | other.names) >= _ENOUGH
        and overlap_share(voice.words, other.words, voice.names | other.names) >= _HALF
    ]


def _told_of_him(scene: Scene, voice: Voice, owners: set[ActorId]) -> list[tuple[float, Voice]]:
    """Return what nobody who is named has just told of the denier: "it was reported that he"."""
    kinds = scene.kinds_in_cue(voice.statement)
    if owners or not voice.speakers or not voice.words or Kind.DENIAL not in kinds:
        return []
    told = [
        other
        for other in scene.voices
        if other.start < voice.start
        and not other.speakers
        and other.statement.source
        and other.zone not in HEADS
        and tells_of(scene, voice, other)
        and other.statement.content[-1].end <= voice.start
    ]
    return [(_ONLY, told[-1])] if told else []


def _told_of_his_like(
    scene: Scene, voice: Voice, owners: set[ActorId]
) -> list[tuple[float, Voice]]:
    """Return the charge just before against whom the words for the denier name: "the guild"."""
    if voice.statement.act is not Act.DENY or owners or voice.zone in HEADS:
        return []
    if disputes_standing(scene, voice):
        return []
    whose = stems(" ".join(span.text_of(scene.text) for span in voice.statement.source))
    whose -= scene.parties.name_words(voice.statement.speaker)
    charges = [
        other
        for other in scene.voices
        if other.start < voice.start
        and 0 <= voice.place - other.place <= 1
        and other.statement.act in BLAMING
        and other.statement.parent == voice.statement.parent
        and other.is_somebodys
        and other.zone not in HEADS
        and not voice.same_side(other)
        and not whose.isdisjoint(other.words - other.names)
        and not _agree(scene, voice, other)
    ]
    return [(_ONLY, charges[-1])] if charges else []


def _charged_first(scene: Scene, voice: Voice, owners: set[ActorId]) -> list[tuple[float, Voice]]:
    """Return the charge against the denier that the article opens with."""
    if voice.statement.act is not Act.DENY or owners or voice.zone in HEADS:
        return []
    if _DID_NOT.fullmatch(voice.statement.content[0].text_of(scene.text)):
        return []
    charges = [
        other
        for other in opening(scene)
        if other.start < voice.start
        and other.statement.act in BLAMING
        and other.is_somebodys
        and not other.about.isdisjoint(voice.speakers)
        and not voice.same_side(other)
        and not scene.is_inside(other.statement, voice.statement.id)
        and not _agree(scene, voice, other)
    ]
    return [(_ONLY, charges[-1])] if charges else []


def _agree(scene: Scene, voice: Voice, other: Voice) -> bool:
    """Say whether both call something false that neither of them has told."""
    return all(
        any(_FALSE.search(scene.text, span.start, span.end) for span in each.statement.content)
        for each in (voice, other)
    )


def tells_of(scene: Scene, voice: Voice, other: Voice) -> bool:
    """Say whether a denial follows at once on an assertion that names the denier, or his state."""
    follows = voice.statement.act is Act.DENY and 0 <= voice.place - other.place <= 1
    if not follows or other.statement.act is not Act.ASSERT:
        return False
    named = (p for span in other.statement.content for p in scene.parties.named_in(span))
    return not voice.speakers.isdisjoint(scene.parties.parties(named))


def may_be_denied(voice: Voice, other: Voice) -> bool:
    """Say whether a denial can mean the other without pointing: a warning only in like words."""
    if not voice.words and other.statement.act is Act.ASSERT:
        # "said no" turns down what was asked.
        return False
    if voice.statement.act is not Act.DENY or other.statement.act is not Act.WARN:
        return True
    return shared_words(voice.words, other.words, voice.names | other.names) >= _ENOUGH_OF_WARNINGS
