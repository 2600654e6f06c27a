"""Which deed a reference means: an event that the article tells."""

import re
from collections.abc import Collection

from rejoinder.exchanges.claims.wording import concept_of
from rejoinder.exchanges.deciding import STEPS
from rejoinder.exchanges.deed_nouns import names_others
from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.matter import overlap_share, shared_words, stems
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.exchanges.undated_keys import key_word
from rejoinder.model.event import Event, EventType
from rejoinder.model.ids import ActorId
from rejoinder.model.span import Span

__all__ = ["find_event", "told_first"]

_EVENT_DICE = 0.28
# What is told later is taken only where nothing told before fits as well.
_LATER = 1000
_EVENT_KINDS = frozenset(
    {
        Kind.RESPONSE,
        Kind.VERDICT,
        Kind.DENIAL,
        Kind.AFTER,
        Kind.WELCOME,
        Kind.JOINING,
        Kind.RATING,
        Kind.SINCE,
        Kind.REMEDY,
    }
)
_ONLY_IN_OBJECTS = frozenset({Kind.AFTER, Kind.RATING, Kind.SINCE, Kind.JOINING})
# Judging a deed takes it for granted, so that it may be one which only the judging words tell.
_JUDGING = frozenset({Kind.VERDICT, Kind.RATING, Kind.WELCOME})
_REASON = re.compile(r"\b(?:for|of)\b")
_PRONOUN = re.compile(r"\s*(?:it|this|that|them|these|those)\b(?!\s+\w+ed\b)", re.IGNORECASE)
_MANY = re.compile(r"\s*(?:them|these|those)\b", re.IGNORECASE)
_PLURAL = re.compile(r"\b[a-z]+s\b")
_ALONE = re.compile(
    r"\s*(?:it|this|that)\s*(?:$|[^\w\s]|(?:as|and|but|from|because|with|in|on|at|for|when)\b)",
    re.IGNORECASE,
)
_CLOSE = 24
# "Criticised the bill as designed to help": the help is not what is criticised. "Opposed to the
# raid", "condemned as cruel the raid", "what it called the raid" have nobody and nothing before it.
_APART = re.compile(
    r"\s*(?:(?:to|in|by|as)\s+)?(?:"
    r"(?:(?i:the|an?|this|these|those|his|her|its|their|him|them|it)\b|[A-Z])"
    r".*?\b(?:by|as|in|to|which|who|before|against)\b|.*?\b(?:would|will|could)\b)",
    re.DOTALL,
)
_HIM = re.compile(r"\s*(?:him|her|them)\b")
_WHOM = re.compile(
    r"\s*(?:him|her|them|(?:the\s+)?(?:[A-Z][a-z]{0,3}\.\s+)?[A-Z][\w-]+(?:\s+[\w-]+){0,2}?)\s*"
    r"(?:\s(?:at|in|on|as|after|last|this|for president)\b.*)?",
    re.DOTALL,
)
_AS = re.compile(r"(?<=\w)\s+as\s+(?!well\b)")
_FEW_WORDS = re.compile(r"(?:\W*\w+){1,3}")
_THAT = re.compile(r"\s*that\b(?!\s+(?:\w+\s+)?(?:as|an?)\b)", re.IGNORECASE)
_DOER_REACH = 50
_BESIDE = 3
_HALF = 0.5
_PERSON = "per:"
_REFUSALS = stems("veto rejection refusal denial ban withdrawal cancellation suspension")
# How many sentences back a mere "it" may reach: "condemned it" farther than "called it a crime".
_OF_PRONOUNS = {Kind.VERDICT: 2, Kind.WELCOME: 2, Kind.RATING: 1}


def find_event(scene: Scene, voice: Voice, reference: Reference) -> Event | None:
    """Return the event that the reference means, or None.

    It is one that the publisher tells, or one that the very words which judge it tell.
    """
    if reference.kind not in _EVENT_KINDS or not reference.objects or reference.head is not None:
        return None
    if _promises(scene, voice, reference) or _backs_whom(scene, reference):
        return None
    if any(_begins_with_others(scene, span) for span in reference.objects):
        return None
    best: tuple[float, int, Event] | None = None
    for event in scene.deeds:
        if not _may_be_meant(scene, voice, reference, event):
            continue
        score = _event_fit(scene, voice, reference, event)
        distance = voice.place - scene.passages.place(event.span.start)
        distance = distance if distance >= 0 else _LATER - distance
        if score > 0 and (best is None or (score, -distance) > (best[0], -best[1])):
            best = (score, distance, event)
    if best is None:
        return None
    first = told_first(scene, best[2])
    return best[2] if _is_own(voice, first) else first


def _begins_with_others(scene: Scene, objects: Span) -> bool:
    """Say whether what is judged is said to be others: "the previous measures", "other raids"."""
    words = _FEW_WORDS.match(scene.text, objects.start, objects.end)
    return words is not None and names_others(scene.text, Span(*words.span()))


def _promises(scene: Scene, voice: Voice, reference: Reference) -> bool:
    """Say whether somebody agrees to do something, and to no deed of another's."""
    to_do = scene.text.startswith("to ", voice.start)
    return to_do and reference.evidence.text_of(scene.text).endswith(" to")


def _backs_whom(scene: Scene, reference: Reference) -> bool:
    """Say whether somebody is backed, and no deed: "endorsed Tarn", "supports the government"."""
    return reference.kind is Kind.WELCOME and any(
        _WHOM.fullmatch(scene.text, span.start, span.end)
        and (_HIM.match(scene.text, span.start) or scene.parties.named_in(span))
        for span in reference.objects
    )


def told_first(scene: Scene, event: Event) -> Event:
    """Return the first event that may be the same deed: what the publisher tells, if it does."""
    names = scene.parties.state_words
    words = stems(event.span.text_of(scene.text))
    actors, recipients = set(event.actor), set(event.recipient)
    alike = [
        other
        for other in scene.deeds
        if _is_told_at_length(scene, event, other)
        or (
            other.event_type is event.event_type
            and (
                not actors.isdisjoint(other.actor)
                or (not recipients.isdisjoint(other.recipient) and not (actors and other.actor))
            )
            and (
                overlap_share(words, stems(other.span.text_of(scene.text)), names) >= _HALF
                or any(
                    party.startswith(_PERSON) for party in recipients.intersection(other.recipient)
                )
            )
        )
    ]
    return min((event, *alike), key=lambda each: (each.asserted_by is not None, each.span, each.id))


def _is_told_at_length(scene: Scene, event: Event, other: Event) -> bool:
    """Say whether the publisher tells of such a deed, near by or in like words.

    It is one of which the judge names nobody.
    """
    if event.actor or event.recipient or event.asserted_by is None or other.asserted_by is not None:
        return False
    words, its = (stems(each.span.text_of(scene.text)) for each in (event, other))
    names = scene.parties.state_words
    alike = overlap_share(words, its, names) >= _HALF and bool((words & its) - names)
    if alike and event.event_type is other.event_type:
        return True
    apart = abs(scene.passages.place(event.span.start) - scene.passages.place(other.span.start))
    kinds, told = (
        frozenset(found.name for word in each for found in (concept_of(word),) if found.deed)
        for each in (words, its)
    )
    return apart <= _BESIDE and not kinds.isdisjoint(told)


def _is_own(voice: Voice, event: Event) -> bool:
    return not set(event.actor).isdisjoint(voice.statement.speaker)


def _may_be_meant(scene: Scene, voice: Voice, reference: Reference, event: Event) -> bool:
    # "Criticising the plan" may be told as a deed itself, and is not what is criticised.
    if event.span.start <= reference.evidence.start < event.span.end:
        return False
    if _is_own(voice, event) or any(event.span.contains(cue) for cue in voice.statement.cue):
        return False
    if event.asserted_by is None:
        return True
    teller = scene.statements.get(event.asserted_by)
    if reference.kind not in _JUDGING or teller is None:
        return False
    if teller.id == voice.statement.id or scene.is_inside(teller, voice.statement.id):
        # "criticised Tarn for shelling the port" claims the deed, "the shelling" takes it as known.
        between = scene.text[reference.evidence.end : event.span.start]
        return not _REASON.search(between)
    if scene.is_inside(voice.statement, teller.id):
        return True
    # Of what somebody said "this" means the whole, and no deed that he mentions beside.
    whole = 2 * len(event.span) >= sum(map(len, teller.content))
    another = scene.parties.parties(teller.speaker).isdisjoint(voice.speakers)
    bare = any(_ALONE.match(scene.text, span.start, span.end) for span in reference.objects)
    return whole and another and bare and _is_taken_up(scene, voice, reference, event)


def _event_fit(scene: Scene, voice: Voice, reference: Reference, event: Event) -> float:
    if any(_lies_in(scene, event.span, span, reference) for span in reference.objects):
        return 3.0
    if _is_taken_up(scene, voice, reference, event):
        return 0.75
    if reference.kind in _ONLY_IN_OBJECTS or event.asserted_by is not None:
        return 0.0
    if any(_is_apart(scene, event.span, span, reference) for span in reference.objects):
        return 0.0
    words = _keys(scene.stems_of(_judged(scene, span) for span in reference.objects))
    # Who backs the bill does not back its veto.
    rejected = event.event_type is EventType.REJECT and reference.kind is Kind.WELCOME
    if rejected and words.isdisjoint(STEPS | _REFUSALS):
        return 0.0
    # Who is praised has done much else: his name shows no deed.
    named = frozenset(
        actor
        for span in reference.objects
        for actor in scene.parties.named_in(span)
        if actor.startswith(_PERSON)
    )
    names = scene.parties.state_words | scene.parties.mention_words(named)
    told = _keys(stems(event.span.text_of(scene.text)))
    dice = 2 * shared_words(words, told, names) / max(1, len(words - names) + len(told - names))
    doer = _names_doer(scene, voice, reference, event)
    if dice >= _EVENT_DICE and (doer or reference.kind is not Kind.DENIAL):
        return 1.0 + dice + doer
    own = not scene.parties.parties(event.actor).isdisjoint(voice.speakers)
    stepped = doer and not own and event.event_type is not EventType.CONSULT
    return 0.5 if words & STEPS and stepped else 0.0


def _judged(scene: Scene, objects: Span) -> Span:
    """Return what is judged without the judgement: "Tarn as a political man" is Tarn."""
    found = _AS.search(scene.text, objects.start + 1, objects.end)
    return Span(objects.start, found.start()) if found else objects


def _lies_in(scene: Scene, event: Span, objects: Span, reference: Reference) -> bool:
    """Say whether the words that the marker governs are the event's."""
    common = min(event.end, objects.end) - max(event.start, objects.start)
    rates = reference.kind is Kind.RATING
    # "Found that the city had paid" finds out, "found the payment odd" judges.
    if rates and (event.start - objects.start > _CLOSE or _THAT.match(scene.text, objects.start)):
        return False
    return 2 * common >= len(event) and not _is_apart(scene, event, objects, reference)


def _is_apart(scene: Scene, event: Span, objects: Span, reference: Reference) -> bool:
    """Say whether what is judged is told to have come to the event, or has it beside."""
    judged = reference.kind in _JUDGING and event.overlaps(objects)
    return judged and bool(_APART.match(scene.text, objects.start, max(objects.start, event.start)))


def _is_taken_up(scene: Scene, voice: Voice, reference: Reference, event: Event) -> bool:
    """Say whether a mere "it" is judged and this event was told just before.

    Where somebody else speaks in the sentence before it, "it" is what he speaks of.
    """
    start = reference.evidence.start
    distance = voice.place - scene.passages.place(event.span.start)
    sentence = scene.passages.sentence(scene.passages.place(start))
    spoken = any(
        sentence.start <= other.start < start and not other.same_side(voice)
        for other in scene.voices
    )
    return (
        reference.kind in _OF_PRONOUNS
        and event.span.end <= start
        and 0 <= distance <= (0 if spoken else _OF_PRONOUNS[reference.kind])
        and any(_stands_for(scene, span, event.span) for span in reference.objects)
    )


def _stands_for(scene: Scene, objects: Span, event: Span) -> bool:
    """Say whether a pronoun may stand for what an event's words tell: "them" for several things."""
    if not _PRONOUN.match(scene.text, objects.start, objects.end):
        return False
    many = _MANY.match(scene.text, objects.start, objects.end)
    return not many or _PLURAL.search(scene.text, event.start, event.end) is not None


def _names_doer(scene: Scene, voice: Voice, reference: Reference, event: Event) -> bool:
    named: set[ActorId] = set(voice.about)
    for span in reference.objects:
        # Of "the steps that Avaria took to contain Belmark" it is Avaria who took them.
        near = Span(span.start, min(span.end, span.start + _DOER_REACH))
        here = scene.parties.named_in(near)
        # "Tarn's steps" are none of another's who serves the same state.
        if _are_others(here, event.actor):
            return False
        named |= scene.parties.parties(here)
    return not scene.parties.parties(event.actor).isdisjoint(named)


def _are_others(named: Collection[ActorId], actors: Collection[ActorId]) -> bool:
    """Say whether both are persons, and not the same."""
    mine, its = ({each for each in some if each.startswith(_PERSON)} for some in (named, actors))
    return bool(mine and its) and mine.isdisjoint(its)


def _keys(found: frozenset[str]) -> frozenset[str]:
    """Return stems with those of one kind of deed as one: who died was killed."""
    return frozenset(key_word(each) for each in found)
