"""From a reading to an event: what its governing word makes of it, who asserts it, which words."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from rejoinder.events.arguments import agents, objects, prepositional, subjects
from rejoinder.events.clauses import clause_span
from rejoinder.events.contexts import contexts_of
from rejoinder.events.finder import ActorFinder
from rejoinder.events.modality import (
    is_announced,
    is_none,
    is_purpose,
    is_refusal,
    is_ultimatum,
    modality_of,
)
from rejoinder.events.operators import COOPERATIVE, Operator, OperatorKind, governor, made_of
from rejoinder.events.reading import Reading
from rejoinder.events.scene import Scene
from rejoinder.events.speakers import who_acts
from rejoinder.events.words import CLASSES, named
from rejoinder.model.date import DateInterval
from rejoinder.model.event import Event, EventType, Modality, event_id
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act, Statement

__all__ = ["Draft", "settle"]

# Sectors of those who block a road to protest and not to rule.
_PEOPLE = frozenset({"CVL", "LAB", "EDU", "AGR", "REF", "OPP", "SOC", "BUS"})
# What people do in anger, and what it is then.
_RIOTING = {
    "occupy": "obstruct", "besiege": "obstruct", "loot": "riot", "burn": "riot", "torch": "riot",
    "storm": "riot",
}  # fmt: skip
_OFFICIAL = frozenset({"state", "government-body", "igo"})
# Of what a statement does with its words, this alone is an event too.
# Told of the future, they are threats.
_HARMING = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.PROTEST})
_DEEDS = frozenset({OperatorKind.DECIDE, OperatorKind.DO})
# Types that are done with words, and what shows that more than words is meant.
_VERBAL = frozenset(
    {
        EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.REQUEST, EventType.ACCUSE,
        EventType.REJECT, EventType.THREATEN,
    }
)  # fmt: skip
# Speakers name these in general: "fighting", "the protests".
_GENERAL = frozenset({EventType.ASSAULT, EventType.PROTEST})
# What a statement of these acts governs has no other place: "is willing to withdraw".
_UNTYPED = frozenset({Act.INTEND, Act.PREDICT})
_SEVERAL = 2
_TOLD_AS_WELL = frozenset({"cue", "deed"})
_FUTURE = frozenset({OperatorKind.AGREE, OperatorKind.PLAN, OperatorKind.DECIDE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event with the words that it was read from."""

    event: Event
    token: Token
    carrier: Token | None

    def with_date(self, date: DateInterval) -> "Draft":
        """Return the draft dated."""
        return replace(self, event=replace(self.event, date=date))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sense:
    """What an event word amounts to where it stands."""

    event_type: EventType
    mode: str | None
    actor: tuple[ActorId, ...]
    recipient: tuple[ActorId, ...]
    modality: Modality


def settle(reading: Reading, finder: ActorFinder, scene: Scene) -> Draft | None:
    """Return the event that a reading amounts to, or None where it is none.

    What the cue of a statement governs is told by that statement ("threatened to attack"), save
    decisions and what is agreed among several, which are deeds as well. What a speaker but supposes
    is none.
    """
    head = reading.carrier if reading.carrier is not None else reading.token
    reading = _with_pronouns(reading, head, finder, scene)
    over = governor(head)
    if _is_told_by_statement(reading, head, over, scene) or (over is None and is_purpose(head)):
        return None
    sense = _swapped(_sense(reading, head, over, finder), reading, finder)
    held = scene.inside(reading.token)
    if held is not None and _is_but_said(reading, sense, held[0]):
        return None
    return _drafted(reading, sense, head, over, scene)


def _with_pronouns(reading: Reading, head: Token, finder: ActorFinder, scene: Scene) -> Reading:
    """Return the reading with whom a pronoun that acts stands for."""
    if reading.doers or (reading.carrier is None and reading.token.pos_ == "NOUN"):
        return reading
    held = scene.inside(reading.token)
    acting = who_acts(head, finder, held[0] if held else None, list(head.sent))
    acting = tuple(one for one in acting if one not in reading.recipient)
    if not acting:
        return reading
    return replace(reading, actor=(*acting, *reading.actor), doers=acting)


def _is_told_by_statement(
    reading: Reading, head: Token, over: Operator | None, scene: Scene
) -> bool:
    if scene.cued(reading.token) is not None or scene.cued(head) is not None:
        return _is_cued(reading, head, scene)
    told = scene.cued(over.token) if over is not None else None
    if over is None or told is None or told.act in _UNTYPED:
        return False
    joint = "drill" in reading.frame.flags and len(reading.actor) >= _SEVERAL
    kindly = joint or reading.frame.event_type in COOPERATIVE
    return over.kind not in _DEEDS and (kindly or over.kind is not OperatorKind.AGREE)


def _is_cued(reading: Reading, head: Token, scene: Scene) -> bool:
    """Say whether a statement's cue is all that it is: also where one party alone agrees."""
    many = len(reading.actor) >= _SEVERAL or any(one.tag_ == "NNS" for one in subjects(head))
    if "cue" in reading.frame.flags and not many:
        told = scene.cued(reading.token) or scene.cued(head)
        return told is not None and bool(told.speaker)
    return reading.frame.event_type in _VERBAL and not reading.frame.flags & _TOLD_AS_WELL


def _is_but_said(reading: Reading, sense: _Sense, statement: Statement) -> bool:
    """Say whether in a speaker's words it is no event: supposed, unspecific, or words denied."""
    if sense.modality is Modality.HYPOTHETICAL:
        return True
    if "word" in reading.frame.flags and (
        statement.act is not Act.ASSERT or set(sense.actor) & set(statement.speaker)
    ):
        return True
    nobody = not sense.actor and not sense.recipient
    if nobody and sense.event_type in _GENERAL and not reading.known:
        return True
    return sense.modality is Modality.NEGATED and sense.event_type in _VERBAL


def _sense(reading: Reading, head: Token, over: Operator | None, finder: ActorFinder) -> _Sense:
    """Return the type, the parties and the modality, governing word and refusals considered."""
    frame = reading.frame
    joint = "drill" in frame.flags and len(reading.actor) >= _SEVERAL
    plain = _Sense(
        event_type=EventType.COOPERATE if joint else frame.event_type,
        mode=frame.mode,
        actor=reading.actor,
        recipient=reading.recipient,
        modality=Modality.NEGATED if is_none(reading.token) else modality_of(head),
    )
    if over is not None:
        return _governed(plain, reading, over, finder)
    kindly = frame.event_type in COOPERATIVE
    if kindly and is_ultimatum(head):
        return replace(plain, event_type=EventType.THREATEN, mode=None)
    if (
        kindly
        and plain.modality is Modality.FUTURE
        and (plain.actor or reading.token.pos_ == "VERB")
    ):
        return replace(plain, event_type=EventType.AGREE, mode=None)
    if plain.recipient and frame.event_type in _HARMING and is_announced(head):
        made = made_of(OperatorKind.THREATEN, frame.event_type)
        event_type, mode = made or (frame.event_type, frame.mode)
        return replace(plain, event_type=event_type, mode=mode)
    if kindly and is_refusal(head):
        made = made_of(OperatorKind.REFUSE, frame.event_type)
        event_type, mode = made or (frame.event_type, frame.mode)
        refused = replace(plain, event_type=event_type, mode=mode, modality=Modality.ACTUAL)
        return _parted(refused, reading)
    return plain


def _parted(sense: _Sense, reading: Reading) -> _Sense:
    """Return the sense with those who do not act as recipients: who refuses to meet whom."""
    others = tuple(one for one in sense.actor if one not in reading.doers)
    if not reading.doers or not others:
        return sense
    return replace(sense, actor=reading.doers, recipient=others)


def _governed(plain: _Sense, reading: Reading, over: Operator, finder: ActorFinder) -> _Sense:
    """Return what the governing word makes of an event."""
    kind = over.kind
    if kind is OperatorKind.DECIDE and plain.modality is Modality.NEGATED:
        kind = OperatorKind.REFUSE
    made = made_of(kind, plain.event_type)
    if made is None:
        refused = kind is OperatorKind.REFUSE
        future = Modality.FUTURE if kind in _FUTURE else plain.modality
        return replace(plain, modality=Modality.NEGATED if refused else future)
    modality = modality_of(over.token)
    sense = replace(plain, event_type=made[0], mode=made[1], modality=modality)
    if made[0] is not EventType.AGREE:
        sense = _parted(sense, reading)
    if kind is OperatorKind.DEMAND:
        asking = finder.find(agents(over.token) or subjects(over.token))
        asked = finder.find(objects(over.token)) or plain.actor
        asked = tuple(one for one in asked if one not in asking)
        return replace(sense, actor=asking, recipient=asked or plain.recipient)
    return sense


def _swapped(sense: _Sense, reading: Reading, finder: ActorFinder) -> _Sense:
    """Return the sense after the close calls that hang on who acts.

    A state's protest is a diplomatic one, ACCUSE; an exercise of several COOPERATE.
    """
    flags, official = reading.frame.flags, [finder.kinds[one] in _OFFICIAL for one in sense.actor]
    people = _are_people(reading, sense, finder)
    states = bool(official) and all(official) and not people
    if sense.event_type is EventType.PROTEST and "people" in flags and states:
        return replace(sense, event_type=EventType.ACCUSE, mode="disapprove")
    if people:
        if sense.event_type is EventType.COERCE and sense.mode == "restrict":
            return replace(sense, event_type=EventType.PROTEST, mode="obstruct")
        if reading.token.lemma_ in _RIOTING:
            return replace(sense, event_type=EventType.PROTEST, mode=_RIOTING[reading.token.lemma_])
    if sense.event_type is EventType.MOBILIZE and len(sense.actor) > 1:
        words = {one.lemma_.lower() for one in reading.token.subtree}
        if "drill" in flags or words & {"joint", "drill", "exercise"}:
            return replace(sense, event_type=EventType.COOPERATE, mode=None)
    return sense


def _are_people(reading: Reading, sense: _Sense, finder: ActorFinder) -> bool:
    """Say whether those who act are neither armed nor in office."""
    heads = agents(reading.token)
    heads += [one for head in heads for one in prepositional(head, ("of",))]
    if any(one.lemma_.lower() in named(CLASSES)["people"] for one in heads):
        return True
    return bool(sense.actor) and all(finder.sectors.get(one) in _PEOPLE for one in sense.actor)


def _drafted(
    reading: Reading, sense: _Sense, head: Token, over: Operator | None, scene: Scene
) -> Draft:
    held = scene.inside(over.token if over is not None else reading.token)
    modality = sense.modality
    if modality is Modality.ACTUAL and held is not None:
        modality = Modality.ALLEGED
    within = held[1] if held is not None else None
    span = clause_span(head, over.token if over is not None else None, within)
    event = Event(
        id=event_id(scene.article.id, sense.event_type, span),
        article_id=scene.article.id,
        event_type=sense.event_type,
        mode=(sense.mode,) if sense.mode else (),
        context=contexts_of(scene.paragraph(reading.token)),
        actor=sense.actor,
        recipient=sense.recipient,
        span=span,
        date=None,
        asserted_by=held[0].id if held is not None else None,
        modality=modality,
        score=0.7 if sense.actor and sense.recipient else 0.5,
    )
    return Draft(event=event, token=reading.token, carrier=reading.carrier)
