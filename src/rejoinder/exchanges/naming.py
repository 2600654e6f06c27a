"""Deeds that hostile words name as known: "the shelling", "the attack on the envoy"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from rejoinder.exchanges.deciding import LAWS, STEPS
from rejoinder.exchanges.deed_nouns import DEADLY, NamedDeed, named_deaths, named_deeds
from rejoinder.exchanges.deeds import told_first
from rejoinder.exchanges.markers import RATED, Kind
from rejoinder.exchanges.matter import stem, stems
from rejoinder.exchanges.owners import answers_nobody
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.relate import REJECTING, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.event import Event
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["naming_links"]

_NAMING = REJECTING | {Act.ACCUSE, Act.CRITICISE, Act.WARN}
_RATING = frozenset(
    {Kind.RATING, Kind.REMEDY, Kind.VERDICT, Kind.WELCOME, Kind.DENIAL, Kind.JOINING}
)
# "the move would hurt trade": what is foreseen of a deed, or is said of a decision.
_FORESEEING = frozenset({Act.PREDICT, Act.SUPPORT})
_SAID_OF = re.compile(
    r"(?:\s+(?:of|by|on|against|in)\s+[^,.;:!?\n]{1,40}?)?\s+(?:also\s+)?"
    r"(?:would|will|could|can|may|might|should|must|was|were|is|are|has|have|had)\b"
)
# Who confirms a deed supports that it was done; who joins others need not.
_CONFIRMING = re.compile(r"confirm|corroborat|b(?:ear|ore)|vouch|back", re.IGNORECASE)
_DOER = re.compile(r"\s+(?:\w+\s+)?(?:of|by|from)\s+(?P<who>[^,.;:!?\n]{1,40})")
_CONDEMNING = frozenset({Act.CRITICISE, Act.SUPPORT})
_JUDGING_ACTS = _CONDEMNING | {Act.ACCUSE, Act.WARN}
_TAKING_UP = frozenset({Kind.JOINING, Kind.RESPONSE})
_MOURNING = frozenset({Kind.VERDICT, Kind.JOINING})
_ON_DEATHS = _NAMING | {Act.DEMAND, Act.WARN}
_NAME = re.compile(r"(?<=\s)[A-Z]\w+(?![\w’'])")
_POSSESSOR = re.compile(r"(?P<who>[\w.-]+)[’']s?\s")
_FAR = 12
_NEAR = 4
_LAST = 1
_AT_HEAD = 3
_THAT = 5
_THIS = re.compile(r"th(?:is|ese)|such", re.IGNORECASE)
# "the decision to close the port" is that of closing it.
_TO_DO = re.compile(r"\s+(?:not\s+)?to\s+(?P<what>[^,.;:!?\n]{1,60})")
# "the shooting", and not "the shooting of a deputy", is one that was told.
_BARE = re.compile(r"(?:the|this|these|that|such)\s+\w+$", re.IGNORECASE)
_MORE = re.compile(
    r"\s+(?:of|on|against|in|at|by|from|between|near|that|which)\s+(?!\w+day\b)(?P<what>[^,.;:!?\n]{1,50})"
)


def naming_links(
    scene: Scene, references: Mapping[StatementId, Sequence[Reference]]
) -> Iterator[Link]:
    """Link what accuses, criticises, rejects or rates to the deed that it takes for granted.

    The deed is one that the publisher tells, or one that nobody but the statement tells; the words
    that name it are the evidence.
    """
    for voice in scene.voices:
        kinds = {
            each.kind
            for each in references[voice.statement.id]
            if each.kind is not Kind.JOINING or _CONFIRMING.match(each.evidence.text_of(scene.text))
        }
        rates = not kinds.isdisjoint(_RATING)
        praised = Kind.WELCOME in kinds or Kind.JOINING in kinds
        relation = Relation.SUPPORTS if praised else Relation.ANSWERS
        if voice.zone in HEADS or answers_nobody(scene, voice):
            continue
        deeds = named_deeds(scene, voice)
        if not rates and voice.statement.act not in _NAMING:
            asked = [each for each in references[voice.statement.id] if each.kind is Kind.RESPONSE]
            deeds = [
                named
                for named in deeds
                if _is_what_it_is_of(scene, voice, named) or _is_object(asked, named)
            ]
        mourns = not kinds.isdisjoint(_MOURNING) or voice.statement.act in _ON_DEATHS
        if praised and Kind.JOINING not in kinds:
            # "Praised the aide for his help after the raid": that is no praise of the raid.
            deeds = [named for named in deeds if _is_object(references[voice.statement.id], named)]
        for named in (*deeds, *(named_deaths(scene, voice) if mourns else ())):
            event = _meant(scene, voice, kinds, named)
            if event is not None:
                yield make_link(voice.statement.id, event.id, relation, evidence=named.span)
                break


def _is_object(references: Sequence[Reference], named: NamedDeed) -> bool:
    """Say whether the deed is what a reference points at: "commented on the raid"."""
    return any(
        0 <= named.span.start - span.start <= _AT_HEAD
        for each in references
        for span in each.objects
    )


def _is_what_it_is_of(scene: Scene, voice: Voice, named: NamedDeed) -> bool:
    """Say whether a prediction or praise has the deed for its subject: "the move would hurt"."""
    decided = voice.statement.act is Act.ASSERT and stem(named.noun) in STEPS
    return (
        (decided or voice.statement.act in _FORESEEING)
        and named.span.start - voice.start <= _THAT
        and bool(_SAID_OF.match(scene.text, named.span.end))
    )


def _meant(
    scene: Scene, voice: Voice, kinds: AbstractSet[Kind | None], named: NamedDeed
) -> Event | None:
    own = [
        event
        for event in _done_by_others(scene, voice)
        if event.asserted_by == voice.statement.id
        and event.span.overlaps(named.span)
        and event.span.start >= named.span.start - 2
        and event.event_type in named.types
    ]
    told = [
        (abs(distance), event.span, event)
        for event in _done_by_others(scene, voice)
        for distance in (voice.place - scene.passages.place(event.span.start),)
        if _may_be_known(scene, voice, kinds, named, event)
        and event.event_type in named.types
        and abs(distance) <= (2 * _FAR if _names_place(scene, named, event) else _FAR)
        and not event.span.overlaps(named.span)
        and _fits(scene, voice, named, event)
    ]
    if told:
        return min(told)[2]
    return told_first(scene, own[0]) if own else _only_one(scene, voice, kinds, named)


def _done_by_others(scene: Scene, voice: Voice) -> list[Event]:
    """Return the events but those of the speaker's own doing, by which he answers nobody."""
    speakers = voice.statement.speaker
    return [event for event in scene.deeds if set(event.actor).isdisjoint(speakers)]


def _only_one(
    scene: Scene, voice: Voice, kinds: AbstractSet[Kind | None], named: NamedDeed
) -> Event | None:
    """Return the one deed told long before that goes by the noun: "applauded the reversal"."""
    noun = stem(named.noun)
    if not named.noun or noun in STEPS:
        return None
    found = [
        event
        for event in _done_by_others(scene, voice)
        if _may_be_known(scene, voice, kinds, named, event, far=True)
        and event.event_type in named.types
        and event.span.end < voice.start
        and noun in stems(event.span.text_of(scene.text))
        and _fits(scene, voice, named, event)
    ]
    return found[0] if len(found) == 1 else None


def _fits(scene: Scene, voice: Voice, named: NamedDeed, event: Event) -> bool:
    """Say whether the words may name this event: its noun again, or those whom it was done to.

    What is said after the noun must fit too: "the attack on the embassy" is none on a deputy.
    """
    words = stems(event.span.text_of(scene.text))
    if not named.noun:
        return not words.isdisjoint(DEADLY)
    parties = scene.parties.parties((*event.actor, *event.recipient))
    ends = [span.end for span in voice.statement.content if span.contains(named.span)]
    after = _MORE.match(scene.text, named.span.end, max(ends, default=named.span.end))
    if after:
        there = scene.parties.parties(scene.parties.named_in(Span(*after.span("what"))))
        if parties.isdisjoint(there) and stems(after["what"]).isdisjoint(words):
            return False
    to_do = _TO_DO.match(scene.text, named.span.end)
    if (to_do and stems(to_do["what"]).isdisjoint(words)) or _is_anothers(scene, named, event):
        return False
    # "the law" is one that was told as a law, and no other deed.
    if stem(named.noun) in LAWS:
        return not words.isdisjoint(LAWS)
    if stem(named.noun) in words or _names_place(scene, named, event):
        return True
    if stem(named.noun) in STEPS:
        # "The decision" that was told is "the move" too; else it is what its doer did last.
        alike = not words.isdisjoint(STEPS) and not after
        return alike or _did_last(scene, voice, named, event)
    distance = voice.place - scene.passages.place(event.span.start)
    bare = _BARE.match(scene.text, named.span.start, named.span.end)
    if bare and not after and 0 <= distance <= _NEAR:
        return True
    whose = scene.parties.parties(scene.parties.named_in(named.span))
    if not whose.isdisjoint(scene.parties.parties(event.actor)):
        return True
    here = {p for span in voice.statement.content for p in scene.parties.named_in(span)}
    return not here.isdisjoint(event.recipient)


def _is_anothers(scene: Scene, named: NamedDeed, event: Event) -> bool:
    """Say whether "Belmark's steps" cannot be this event: it is told of somebody else."""
    owner = _POSSESSOR.match(scene.text, named.span.start, named.span.end)
    if not owner or not event.actor:
        return False
    whose = scene.parties.named_in(Span(*owner.span("who")))
    return bool(whose) and not scene.parties.speaks_for(whose, event.actor)


def _names_place(scene: Scene, named: NamedDeed, event: Event) -> bool:
    """Say whether "the Orlen incident" has a name of no party in it that the event has too."""
    before = named.span.text_of(scene.text)[: -len(named.noun)]
    names = (
        frozenset(found for word in _NAME.findall(before) for found in stems(word))
        - scene.parties.state_words
    )
    told = frozenset(
        found for word in _NAME.findall(event.span.text_of(scene.text)) for found in stems(word)
    )
    return not names.isdisjoint(told)


def _did_last(scene: Scene, voice: Voice, named: NamedDeed, event: Event) -> bool:
    """Say whether "the step taken by Belmark" may be this event: Belmark's, told just before."""
    after = _DOER.match(scene.text, named.span.end)
    places = (named.span, *((Span(*after.span("who")),) if after else ()))
    who = frozenset(p for place in places for p in scene.parties.named_in(place))
    distance = voice.place - scene.passages.place(event.span.start)
    if who:
        return 0 <= distance <= _NEAR and scene.parties.speaks_for(who, event.actor)
    others = scene.parties.parties(event.actor) - voice.speakers
    last = _LAST + bool(_THIS.match(scene.text, named.span.start))
    near = 0 <= distance <= last and event.span < named.span
    # It must be what the words are all about: "called the decision a provocation".
    return near and after is None and bool(others) and named.span.start - voice.start <= _THAT


def _may_be_known(
    scene: Scene,
    voice: Voice,
    kinds: AbstractSet[Kind | None],
    named: NamedDeed,
    event: Event,
    *,
    far: bool = False,
) -> bool:
    """Say whether a deed was told so that the words can take it as known."""
    if event.asserted_by is None or _judged_before(scene, voice, named, event):
        return True
    tellers = [
        scene.statements[each]
        for each in (event.asserted_by, *event.also_asserted_by)
        if each in scene.statements and each != voice.statement.id
    ]
    others = [
        one
        for one in tellers
        if scene.parties.parties(one.speaker).isdisjoint(voice.speakers)
        and not scene.is_inside(one, voice.statement.id)
    ]
    # "the shelling" that another told of; who denies or rejects it answers the one who told.
    agreed = len(tellers) > 1 and voice.statement.act in _NAMING
    specific = stem(named.noun) not in STEPS
    at_head = named.span.start - voice.start <= _THAT
    judged = voice.statement.act in (_JUDGING_ACTS if specific else _CONDEMNING) or (
        specific and at_head and not kinds.isdisjoint(RATED)
    )
    takes_up = judged or not kinds.isdisjoint(_TAKING_UP)
    return (
        bool(others)
        and (agreed or (takes_up and others[0].parent is None))
        and ((far and at_head) or abs(voice.place - scene.passages.place(event.span.start)) <= _FAR)
        and (agreed or voice.start > event.span.start)
        and (not named.noun or stem(named.noun) in stems(event.span.text_of(scene.text)))
    )


def _judged_before(scene: Scene, voice: Voice, named: NamedDeed, event: Event) -> bool:
    """Say whether the speaker's own side judged the deed before, and so took it for granted."""
    teller = scene.statements.get(event.asserted_by) if event.asserted_by else None
    return (
        stem(named.noun) in STEPS
        and teller is not None
        and teller.act in _NAMING
        and (
            not STEPS.isdisjoint(stems(event.span.text_of(scene.text)))
            or not scene.parties.parties(teller.speaker).isdisjoint(voice.speakers)
        )
        and teller.content[0].start < voice.start
    )
