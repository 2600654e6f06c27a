"""The same speaker going on: what he says next bears out what he said before, or repeats it."""

import re
from collections.abc import Iterator

from rejoinder.exchanges.adjoining import (
    charge_before_threat,
    goes_on_as_who,
    taken_up_by_own_side,
    was_just_quoted,
)
from rejoinder.exchanges.matter import overlap_share, shared_words
from rejoinder.exchanges.relate import BLAMING, TOLD_AGAIN, make_link
from rejoinder.exchanges.repeats import ask_just_that
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation

__all__ = ["continuing_links", "shares_more_than_parties"]

# A cue that says by itself that the speaker goes on: "added", "he went on" ...
_ADDS = re.compile(
    r"\b(?:add(?:s|ed|ing)?|went on|goes on|going on|continu(?:es|ed|ing)|conclud(?:es|ed|ing))\b",
    re.IGNORECASE,
)
# ... or that gives the ground of the words before it: ", saying".
_GIVES_GROUND = re.compile(
    r"\b(?:saying|arguing|citing|explain(?:s|ed|ing)?|insisting|stressing|noting|claiming|also)\b",
    re.IGNORECASE,
)
_NEXT = 1
_NEAR = 3
_ALIKE = 0.25
_ENOUGH = 2
_HALF = 0.5
_OF_LONGER = 0.2
_OF_RETOLD = 0.15
# The "that" of "said that he came" begins a clause and points at nothing.
_TAKES_UP = re.compile(
    r"\W*(?:(?i:(?:that )?(?:th(?:is|ese|ose)|such|they|on the contrary|instead|also|but|yet)"
    r"|that (?:is|was|would|will|has|had|can|could|may|might|should|does|did))\b|That(?:\b|['’]))"
)
# In one sentence "that" begins what is said; these stand for what was said.
_STANDS_FOR = re.compile(r"\W*(?:this|these|those|they|it)\b", re.IGNORECASE)
_TELLING = frozenset({Act.ASSERT, Act.PREDICT, Act.INTEND, Act.ADMIT})


def continuing_links(scene: Scene) -> Iterator[Link]:
    """Link each statement of the body to the one of its speaker's that it bears out or repeats.

    What accuses, demands or refuses goes with the first that its speaker did of that kind, which
    the article tells as his main point; what only asserts goes with what he said just before.
    """
    told: list[Voice] = []
    for voice in scene.voices:
        if voice.zone in HEADS or not voice.statement.speaker or not voice.statement.cue:
            continue
        own = [other for other in reversed(told) if _is_beside(voice, other)]
        taken_up = taken_up_by_own_side(scene, voice)
        if taken_up is not None:
            told.append(voice)
            yield taken_up
            continue
        recounted = next((other for other in told if _is_recounted_again(voice, other)), None)
        quoted = told[-1] if told and was_just_quoted(scene, voice, told[-1]) else None
        before = (
            recounted
            or quoted
            or _main(scene, voice, own)
            or _last(scene, voice, own)
            or charge_before_threat(voice, told)
        )
        told.append(voice)
        if before is None:
            continue
        before = _told_inside(scene, voice, before)
        relation = Relation.REPEATS if before is recounted else _relation(scene, voice, before)
        evidence = _adding(scene, voice) if relation is Relation.SUPPORTS else None
        yield make_link(
            voice.statement.id,
            before.statement.id,
            relation,
            evidence=evidence,
            score=TOLD_AGAIN,
        )


def _told_inside(scene: Scene, voice: Voice, before: Voice) -> Voice:
    """Return what the last words recount of the speaker's own, where he goes on with just that.

    "Tarn said that he had asked Orlin for proof; Orlin, he added, gave none."
    """
    if before.statement.act is not Act.ASSERT or not voice.statement.about:
        return before
    return next(
        (
            inner
            for inner in scene.voices
            if inner.statement.parent == before.statement.id
            and inner.statement.speaker == voice.statement.speaker
            and inner.statement.act not in _TELLING
            and set(inner.statement.about) & set(voice.statement.about)
        ),
        before,
    )


def _is_beside(voice: Voice, other: Voice) -> bool:
    """Say whether two statements are of one speaker, told on one level, of the same parties."""
    return (
        not set(voice.statement.speaker).isdisjoint(other.statement.speaker)
        and other.statement.parent == voice.statement.parent
    )


def _is_recounted_again(voice: Voice, other: Voice) -> bool:
    """Say whether two statements recount the same deed of words: what one side demanded, twice."""
    mine, its = voice.statement, other.statement
    if mine.parent is None or its.parent in (None, mine.parent) or mine.act is not its.act:
        return False
    alike = mine.act not in _TELLING and voice.same_side(other)
    return alike and (not voice.about.isdisjoint(other.about) or _shared(voice, other) > 0)


def _main(scene: Scene, voice: Voice, own: list[Voice]) -> Voice | None:
    """Return the first statement by which its speaker did the same to the same party.

    In one sentence, where it points back and where it shares more than a word, the last is meant.
    """
    same = [
        other
        for other in own
        if voice.statement.act is other.statement.act
        and (_about_the_same(voice, other) or _against_one_state(scene, voice, other))
    ]
    if voice.statement.act in _TELLING or not same:
        return None
    last = same[0]
    distance = voice.place - last.place
    if distance == 0 and not _quotes(last, voice):
        return last
    if distance <= _NEAR and _shared(voice, last) > 1:
        return last
    if own[0] is last and distance <= _NEXT and (_adding(scene, voice) or _points(scene, voice)):
        return last
    near = [o for o in same if voice.place - o.place <= _NEAR or o is own[-1]]
    return near[-1] if near else None


def _points(scene: Scene, voice: Voice) -> bool:
    """Say whether the words begin by taking up the last ones: "These men", "On the contrary"."""
    return _TAKES_UP.match(voice.statement.content[0].text_of(scene.text)) is not None


def _stands_for(scene: Scene, voice: Voice) -> bool:
    """Say whether the words begin by what stands for others: "called it a mistake"."""
    return _STANDS_FOR.match(voice.statement.content[0].text_of(scene.text)) is not None


def _last(scene: Scene, voice: Voice, own: list[Voice]) -> Voice | None:
    """Return what the speaker said just before, if this goes on with it."""
    telling = voice.statement.act in _TELLING
    for other in own:
        distance = voice.place - other.place
        against = {voice.statement.act, other.statement.act} <= BLAMING
        if _adding(scene, voice) and (telling or distance <= _NEXT):
            return other
        if distance > _NEAR:
            return None
        if distance == 0 and goes_on_as_who(scene, voice):
            return _main(scene, other, own[own.index(other) + 1 :]) or other
        first = other is own[-1] and 0 < distance <= _NEXT
        apart = not _about_the_same(voice, other) and not (first and _names(scene, voice, other))
        if apart and not _shared(voice, other):
            continue
        if distance == 0:
            goes_on = _goes_on(scene, voice) or _stands_for(scene, voice)
            return other if goes_on or _shared(voice, other) else None
        if _shared(voice, other) or _points(scene, voice):
            return other
        if not telling:
            return other if first or against else _same_matter(voice, own)
        return other if _tells_on(voice, other, first=first) else None
    return None


def _tells_on(voice: Voice, other: Voice, *, first: bool) -> bool:
    """Say whether what is told goes on with words that it shares none with.

    What somebody tells of the one whom he has just accused bears the charge out.
    """
    if other.statement.act is Act.ACCUSE and not voice.about.isdisjoint(other.about):
        return True
    told = other.statement.act not in _TELLING or _is_quoted(voice)
    next_to = voice.place - other.place <= _NEXT
    return (first and told) or (next_to and _quotes(voice, other))


def _same_matter(voice: Voice, own: list[Voice]) -> Voice | None:
    """Return what the speaker said a little before about the same parties in some same words."""
    near = (other for other in own if voice.place - other.place <= _NEAR)
    return next((o for o in near if _shared(voice, o) and voice.about & o.about), None)


def _is_quoted(voice: Voice) -> bool:
    return voice.statement.quotation is not Quotation.INDIRECT


def _quotes(voice: Voice, other: Voice) -> bool:
    """Say whether the speaker's own words follow what the article tells in its own."""
    return _is_quoted(voice) and not _is_quoted(other)


def _about_the_same(voice: Voice, other: Voice) -> bool:
    """Say whether two statements may be about the same parties: a party in common, or unknown.

    Whom they are told to does not count.
    """
    mine, its = voice.about, other.about
    alone = not voice.statement.about or not other.statement.about
    return alone or not mine.isdisjoint(its)


def _against_one_state(scene: Scene, voice: Voice, other: Voice) -> bool:
    """Say whether both charge one state, its people or a group there: "Avarian channels lie"."""
    if voice.statement.act not in BLAMING:
        return False
    mine, its = (scene.parties.states_of(each.about) for each in (voice, other))
    return not mine.isdisjoint(its)


def _names(scene: Scene, voice: Voice, other: Voice) -> bool:
    """Say whether a statement names in its words whom the other is about."""
    named = (p for span in other.statement.content for p in scene.parties.named_in(span))
    return not voice.about.isdisjoint(scene.parties.parties(named))


def _shared(voice: Voice, other: Voice) -> int:
    return shared_words(voice.words, other.words, voice.names | other.names)


def _relation(scene: Scene, voice: Voice, other: Voice) -> Relation:
    same_act = voice.statement.act is other.statement.act
    alike = same_act and _share_of_matter(scene, voice, other, _OF_LONGER) >= _ALIKE
    return Relation.REPEATS if alike else Relation.SUPPORTS


def shares_more_than_parties(scene: Scene, link: Link) -> bool:
    """Say whether two statements of the body that are taken for one tell of more than who it is.

    The names of all whom they mention do not count; two that share nothing else are two.
    """
    voices = {voice.statement.id: voice for voice in scene.voices}
    voice, other = voices[link.answer], voices[StatementId(link.answered)]
    in_head = voice.zone in HEADS or other.zone in HEADS
    return (
        in_head
        or ask_just_that(voice, other)
        or _share_of_matter(scene, voice, other, _OF_RETOLD) >= _HALF
    )


def _share_of_matter(scene: Scene, voice: Voice, other: Voice, least: float) -> float:
    """Return the share of words in common beside all names, of the shorter of the two.

    It is 0 for a word alone, and where it is less than ``least`` of the longer one.
    """
    mentioned = (
        actor
        for each in (voice, other)
        for span in each.statement.content
        for actor in scene.parties.named_in(span)
    )
    names = voice.names | other.names | scene.parties.mention_words(mentioned)
    longer = max(len(voice.words - names), len(other.words - names))
    if shared_words(voice.words, other.words, names) < max(_ENOUGH, least * longer):
        return 0.0
    return overlap_share(voice.words, other.words, names)


def _goes_on(scene: Scene, voice: Voice) -> bool:
    return _adding(scene, voice) is not None or any(
        _GIVES_GROUND.search(cue.text_of(scene.text)) for cue in voice.statement.cue
    )


def _adding(scene: Scene, voice: Voice) -> Span | None:
    """Return the words of the cue that say that the speaker goes on."""
    for cue in voice.statement.cue:
        found = _ADDS.search(scene.text, cue.start, cue.end)
        if found:
            return Span(*found.span())
    return None
