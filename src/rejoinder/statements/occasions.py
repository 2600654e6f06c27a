"""Whether a statement goes on with what its speaker was saying, or is of another occasion."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.ids import ActorId
from rejoinder.model.time import Timing
from rejoinder.statements.timing import Said

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Occasion", "speak_on"]

_OTHER_TIMES = frozenset(
    "earlier previously before already once formerly repeatedly often again long always "
    "consistently recently since later subsequently".split()
)
_HAVE = frozenset({"has", "have", "had", "'ve", "'s", "'d"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "we", "i"})
# Of two occasions the later goes on for a paragraph or two, in characters.
_JUST_BEFORE = 700

Speaker = frozenset[ActorId]


@dataclass(frozen=True, slots=True)
class Occasion:
    """When somebody spoke; open where the text has a phrase for it that cannot be resolved."""

    date: DateInterval | None


@dataclass(frozen=True, slots=True)
class _Stay:
    """The occasion that a speaker was last heard on.

    Attributes:
        at: where in the text he was last heard on it.
        several: he had been heard on another before.
    """

    occasion: Occasion
    at: int
    several: bool = False


def speak_on(
    doc: "Doc",
    said: Sequence[Said],
    actors: Sequence[Actor],
    dated: Mapping[int, Occasion],
    told: Sequence[Timing],
    *,
    apart: Collection[int],
    published: DateInterval | None,
) -> dict[int, Occasion]:
    """Return the statements that go on with the last occasion of their speaker, with it.

    Args:
        doc: the parse of the article's text.
        said: its attributions.
        actors: its actors; a state goes on with what its own ministry has just said.
        dated: those that have a phrase of time of their own.
        told: phrases that date no statement: what a speaker did then ends his last occasion.
        apart: titles and entries of timelines, which neither go on nor are gone on with.
        published: when the article came out; nobody goes on with what is still to be said.
    """
    houses = _houses(actors)
    last: dict[Speaker, _Stay] = {}
    before: tuple[Speaker, Occasion | None] = (frozenset(), None)
    found: dict[int, Occasion] = {}
    deeds = sorted(told, key=lambda timing: timing.span, reverse=True)
    for n in sorted(set(range(len(said))) - set(apart), key=lambda n: said[n].start):
        one = said[n]
        while deeds and deeds[-1].span.start < one.start:
            _move_on(doc, deeds.pop(), said, last)
        if not one.speaker:
            continue
        if n in dated:
            _stay(one, dated[n], last, published)
        elif _sets_apart(one):
            last.pop(one.speaker, None)
        elif _continues(one):
            occasion = (
                _of_its_sentence(one, said, dated)
                or _gone_on_with(one, last)
                or _of_its_house(one.speaker, before, houses)
            )
            if occasion is not None:
                found[n] = occasion
                _stay(one, occasion, last, published)
        elif (taken := _joined(one, said, {**dated, **found})) is not None:
            found[n] = taken
        if one.attribution.parent is None:
            before = one.speaker, dated.get(n) or found.get(n)
    return found


def _of_its_sentence(
    one: Said, every: Sequence[Said], dated: Mapping[int, Occasion]
) -> Occasion | None:
    """Return the occasion of the same speaker's statement before it in the same sentence."""
    sentence = one.cue[0].sent
    before = [
        n
        for n in dated
        if every[n].speaker == one.speaker
        and every[n].cue
        and every[n].cue[0].sent.start == sentence.start
        and every[n].start < one.start
    ]
    return dated[max(before, key=lambda n: every[n].start)] if before else None


def _stay(
    one: Said, occasion: Occasion, last: dict[Speaker, _Stay], published: DateInterval | None
) -> None:
    """Keep the occasion for what its speaker says next, unless it is too vague or still to come."""
    day = occasion.date
    old = last.get(one.speaker)
    if day is not None and (
        day.precision is not Precision.DAY or (published and day.start > published.end)
    ):
        if old is not None:
            last[one.speaker] = replace(old, several=True)
        return
    another = old is not None and not _same_day(old.occasion.date, day)
    several = old is not None and (old.several or another)
    last[one.speaker] = _Stay(occasion, one.start, several)


def _gone_on_with(one: Said, last: Mapping[Speaker, _Stay]) -> Occasion | None:
    """Return the speaker's occasion; of several only where he was heard on it just before."""
    stay = last.get(one.speaker)
    if stay is None or (stay.several and one.start - stay.at > _JUST_BEFORE):
        return None
    return stay.occasion


def _houses(actors: Sequence[Actor]) -> dict[ActorId, tuple[str, bool]]:
    """Return the country of states and governments' bodies, and whether it is the state."""
    return {
        actor.id: (actor.country, actor.kind is ActorKind.STATE)
        for actor in actors
        if actor.country and actor.kind in (ActorKind.STATE, ActorKind.GOVERNMENT_BODY)
    }


def _of_its_house(
    speaker: Speaker,
    before: tuple[Speaker, Occasion | None],
    houses: Mapping[ActorId, tuple[str, bool]],
) -> Occasion | None:
    """Return what was just said for one government: "the ministry said", then "Ankara said"."""
    pair = [houses.get(actor) for group in (speaker, before[0]) for actor in group]
    if len(pair) != 2 or pair[0] is None or pair[1] is None:
        return None
    same_country = pair[0][0] == pair[1][0]
    return before[1] if same_country and pair[0][1] != pair[1][1] else None


def _move_on(doc: "Doc", timing: Timing, said: Sequence[Said], last: dict[Speaker, _Stay]) -> None:
    """Leave a speaker's occasion where the article tells what he did on another day.

    "He was silent until Tuesday, when he said" makes that day his occasion.
    """
    if not timing.hosts or timing.bound:
        return
    words = doc.char_span(timing.span.start, timing.span.end, alignment_mode="expand")
    verb = doc.char_span(timing.hosts[-1], timing.hosts[-1] + 1, alignment_mode="expand")
    if words is None or verb is None:
        return
    names = {child.lower_ for child in verb.root.children if child.dep_ in ("nsubj", "nsubjpass")}
    inside = any(part.contains(timing.span) for one in said for part in one.attribution.content)
    follows = [token.lower_ for token in doc[words.end : words.end + 2] if not token.is_punct]
    for speaker, stay in list(last.items()):
        if _same_day(stay.occasion.date, timing.meant) or not names & _names(speaker, said):
            continue
        if follows[:1] == ["when"] and timing.meant is not None:
            last[speaker] = _Stay(Occasion(timing.meant), timing.span.end, several=True)
        elif not inside and (timing.meant is None or timing.meant.precision is Precision.DAY):
            del last[speaker]


def _same_day(one: DateInterval | None, other: DateInterval | None) -> bool:
    return (
        one is not None and other is not None and (one.start, one.end) == (other.start, other.end)
    )


def _names(speaker: Speaker, said: Sequence[Said]) -> set[str]:
    return {
        word.lower_
        for one in said
        if one.speaker == speaker
        for word in one.source
        if word.is_title
    } - _PRONOUNS


def _continues(said: Said) -> bool:
    """Say whether the cue tells, in the past tense, of something said at its place in a report.

    "He said", "adding", "according to him" do; "has said" and "says" may be of any day. What is
    told inside another's words has a time of its own.
    """
    if said.attribution.parent is not None or not said.cue:
        return False
    verb = said.verb
    if verb is None:
        return any(token.lower_ in ("according", ":") for token in said.cue)
    return _is_past(verb)


def _joined(said: Said, every: Sequence[Said], dated: Mapping[int, Occasion]) -> Occasion | None:
    """Return the occasion of a verb that only seems to stand in its speaker's own words.

    "He warned on Tuesday that it would hit back and suggested": the second verb is his as well.
    """
    verb, parent = said.verb, said.attribution.parent
    if verb is None or parent is None or verb.dep_ != "conj" or not _is_past(verb):
        return None
    outer = every[parent]
    same = outer.speaker == said.speaker and outer.verb is not None
    if not same or outer.verb is None or outer.verb.sent.start != verb.sent.start:
        return None
    has_subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    return None if has_subject else dated.get(parent)


def _sets_apart(said: Said) -> bool:
    """Say whether the cue itself tells of another occasion: "had earlier said", "X also said".

    "He also said" goes on; a speaker who is named once more with "also" may have spoken elsewhere.
    """
    verb = said.verb
    if verb is None:
        return False
    if any(child.lower_ in _OTHER_TIMES for child in verb.children if child.dep_ == "advmod"):
        return True
    if any(child.lower_ in _HAVE for child in verb.children if child.dep_ == "aux"):
        return said.attribution.parent is None
    also = any(child.lower_ == "also" for child in verb.children)
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return also and any(subject.lower_ not in _PRONOUNS for subject in subjects)


def _is_past(verb: "Token", depth: int = 0) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBD":
        return True
    if helpers & _HAVE or "to" in helpers:
        return False
    if verb.tag_ == "VBN":
        return not helpers or bool(helpers & {"was", "were"})
    if verb.tag_ != "VBG" or depth > 3:
        return False
    return verb.head.pos_ not in ("VERB", "AUX") or _is_past(verb.head, depth + 1)
