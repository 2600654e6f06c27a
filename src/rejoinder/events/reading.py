"""A word of the text as an event word: its frame, and who stands in its slots."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from rejoinder.events.arguments import agents, objects, prepositional, subjects
from rejoinder.events.conditions import may_act, shows
from rejoinder.events.finder import ActorFinder
from rejoinder.events.frames import Frame, VerbFrame, verb_frames
from rejoinder.events.words import CLASSES, named
from rejoinder.model.event import EventType
from rejoinder.model.ids import ActorId

__all__ = ["MEASURES", "PLACED", "PLACES", "Reading", "cast", "culprits", "read_verb"]

_OBJECTS = frozenset({"obj", "own", "comp", "inner"})
_TOWARDS = ("to", "on", "against", "with", "from")
# Where nobody is named as the recipient of these, it is whose land it happens in.
PLACED = frozenset(
    {
        EventType.ASSAULT, EventType.ACCUSE, EventType.MOBILIZE, EventType.AID, EventType.RETREAT,
        EventType.SANCTION, EventType.PROTEST,
    }
)  # fmt: skip
_WHERE = frozenset({"in", "at", "near", "inside"})
PLACES = ("in", "at", "near", "inside", "across", "outside", "into")
# What stands behind these is another matter: "after the death of two of its soldiers".
_BEFORE_IT = frozenset("since following before despite amid until because".split())
# Modes whose recipients stand in their slots or nowhere.
_BOUND = frozenset({"investigate", "resign"})
_DEATHS = frozenset(
    "death killing murder assassination shooting explosion blast crash poisoning disappearance "
    "abduction kidnapping crime incident".split()
)
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_PARTICLES = frozenset({"prt", "advmod", "acomp", "oprd", "dobj", "prep"})
MEASURES = frozenset(
    [
        "hour", "day", "series", "number", "round", "lot", "ton", "tonne", "wave", "group", "batch",
        "shipment", "some", "dozen", "hundred", "thousand", "rest", "part", "set", "package",
        "volley", "campaign", "spate", "outbreak", "surge", "cycle", "supply", "million", "billion",
        "worth", "type", "kind",
    ]
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An event word with its frame and its parties.

    Attributes:
        token: the word.
        carrier: the verb that says that the noun took place, or None.
        used: places of the nouns that the frame has read with its verb.
        doers: who acts, also where everybody is an actor.
        known: somebody judges it, and so takes it for granted.
    """

    token: Token
    frame: Frame
    actor: tuple[ActorId, ...]
    recipient: tuple[ActorId, ...]
    carrier: Token | None = None
    used: tuple[int, ...] = ()
    doers: tuple[ActorId, ...] = ()
    known: bool = False


def read_verb(token: Token, finder: ActorFinder) -> Reading | None:
    """Return the first frame that the verb fills, with who fills it."""
    frames = verb_frames().get(token.lemma_.lower(), ())
    if not frames or token.dep_ in ("amod", "compound") or not _is_done_by_somebody(token, finder):
        return None
    for frame in frames:
        if not _fits(token, frame) or not _hits(token, frame, finder):
            continue
        reading = cast(_fill(token, frame, finder))
        if reading is not None:
            return reading
    return None


def _is_done_by_somebody(token: Token, finder: ActorFinder) -> bool:
    """Say whether who acts can act, or is not told: no ballet of a state makes a state visit."""
    doers = [each for one in agents(token) for each in (one, *one.conjuncts, *_apposed(one))]
    return not doers or any(may_act(one, finder) for one in doers)


def _apposed(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ == "appos"]


def _hits(token: Token, frame: VerbFrame, finder: ActorFinder) -> bool:
    """Say whether the verb's object is somebody, or something that can be attacked.

    ``target`` asks for one, ``person`` lets there be none.
    """
    if not frame.flags & {"target", "person"}:
        return True
    given = _named(objects(token))
    if "person" in frame.flags and (
        not given or any(one.lemma_.lower() in named(CLASSES)["persons"] for one in given)
    ):
        return True
    return any(_is_target(one, finder) for one in given)


def _is_target(noun: Token, finder: ActorFinder) -> bool:
    lemma, classes = noun.lemma_.lower(), named(CLASSES)
    known = lemma in classes["targets"] | classes["people"] | classes["organs"]
    return known or bool(finder.named([noun]))


def _fits(token: Token, frame: VerbFrame) -> bool:
    if frame.particle and not any(
        child.dep_ in _PARTICLES and child.lower_ == frame.particle for child in token.children
    ):
        return False
    if frame.prepositions and not any(
        prepositional(each, frame.prepositions) for each in _carriers(token)
    ):
        return False
    return _objects_fit(token, frame) and shows(token, frame.flags)


def _objects_fit(token: Token, frame: VerbFrame) -> bool:
    given = objects(token)
    if frame.object_needed is False:
        return not given
    if frame.objects:
        return any(_is_object(one, frame) for one in _named(given))
    return bool(given) or not frame.object_needed


def _is_object(token: Token, frame: VerbFrame) -> bool:
    """Say whether a noun, or what stands before it ("curfew hours"), is one of the frame's."""
    return token.lemma_.lower() in frame.objects or (
        token.lemma_.lower() in MEASURES
        and any(child.lemma_.lower() in frame.objects for child in token.children)
    )


def _named(heads: Sequence[Token]) -> list[Token]:
    """Return the heads, what is joined to them, and what they measure: "hours of talks"."""
    whole = [each for head in heads for each in (head, *head.conjuncts)]
    measures = [head for head in whole if head.lemma_.lower() in MEASURES or head.tag_ == "CD"]
    return whole + [inner for head in measures for inner in prepositional(head, ("of",))]


def _carriers(token: Token) -> list[Token]:
    """Return the verb and its objects, on which its prepositions may hang.

    What is said of an object in a participle counts too: "sanctions imposed on them".
    """
    given = _named(objects(token))
    said = [one for each in given for one in each.children if one.dep_ == "acl"]
    turned = [child for child in token.children if child.dep_ in ("advmod", "prt")]
    turned += prepositional(token, ("about",))
    return [token, *given, *turned, *(one for one in said if one.tag_ == "VBN")]


def _fill(token: Token, frame: VerbFrame, finder: ActorFinder) -> Reading:
    given = objects(token)
    slots = frame.recipient - {"obj", "own", "comp", "inner"}
    heads = _looked_into(token, frame, slots)
    found = _suffering(token, frame, finder)
    doers = finder.acting(agents(token))
    if "opposed" in frame.flags:
        opposing = subjects(token.head) if token.dep_ == "acomp" else []
        found, doers = (), finder.find(opposing or subjects(token, passive=True))
    elif frame.flags & {"died", "under"} or ("probed" in frame.flags and not given):
        found, doers = doers, finder.find(_under(token))
    elif frame.event_type is EventType.MOBILIZE and not doers:
        doers = finder.find(given)
    recipient = tuple(dict.fromkeys((*found, *finder.find(heads, placed=True))))
    if "wide" in frame.flags and not set(recipient) - set(doers):
        recipient = finder.within(_wide(token, frame))
    if not recipient and frame.event_type in PLACED and "both" not in frame.flags:
        recipient = finder.find(_looked_into(token, frame, PLACES), placed=True)
    open_to_all = not frame.flags & {"both", "to"} and frame.mode not in _BOUND
    if not recipient and doers and open_to_all:
        recipient = finder.within(_deeper(token), but=doers)
    if heads and doers and recipient and not set(recipient) - set(doers):
        recipient = finder.within(heads, but=doers)
    if not doers and frame.mode in ("expel", "deport"):
        doers = finder.find(_expelled_from(token), placed=True)
    if "reverse" in frame.flags:
        doers, recipient = recipient, doers
    words = frame.event_type in (EventType.REQUEST, EventType.AGREE)
    used = tuple(one.i for one in _named(given) if words or one.lemma_.lower() in frame.objects)
    return Reading(token=token, frame=frame, actor=doers, recipient=recipient, used=used)


def _looked_into(token: Token, frame: Frame, prepositions: Iterable[str]) -> list[Token]:
    """Return what stands after prepositions of a verb or its objects; see `culprits`."""
    over = _carriers(token)
    if frame.mode != "investigate":
        return [one for each in over for one in prepositional(each, prepositions)]
    given = frozenset(prepositions)
    return culprits(
        one
        for each in over
        for one in prepositional(each, given & _WHERE if _is_crime(each) else given)
    )


def culprits(heads: Iterable[Token]) -> list[Token]:
    """Return the heads, of crimes who stands behind "by": nobody investigates their victims."""
    return [each for one in heads for each in (_committed_by(one) if _is_crime(one) else [one])]


def _committed_by(crime: Token) -> list[Token]:
    """Return who stands behind "by": "the raid by", "crimes committed by"."""
    told = (child for child in crime.children if child.dep_ == "acl" and child.tag_ == "VBN")
    return prepositional(crime, ("by",)) + [one for verb in told for one in agents(verb)]


def _is_crime(noun: Token) -> bool:
    classes = named(CLASSES)
    return noun.lemma_.lower() in classes["attacks"] | classes["violence"] | _DEATHS


def _expelled_from(token: Token) -> list[Token]:
    """Return out of which land somebody has been put, which nobody else can have done."""
    return prepositional(token, ("from",)) if subjects(token, passive=True) else []


def _deeper(token: Token) -> list[Token]:
    """Return the phrases behind a verb that tell of the same event."""
    return [
        one
        for one in token.rights
        if (one.dep_ in ("dobj", "prep", "dative", "xcomp") and one.lower_ not in _BEFORE_IT)
        or (one.dep_ == "advcl" and one.tag_ == "VB")
    ]


def _wide(token: Token, frame: VerbFrame) -> list[Token]:
    """Return the phrases in which the recipient of a wide frame may stand deep down."""
    if frame.recipient == {"against"}:
        return [one for one in token.subtree if one.dep_ == "pobj" and one.head.lower_ == "against"]
    inner = [child for child in token.children if child.dep_ == "xcomp"]
    asked = prepositional(token, ("for",))
    return [*objects(token), *asked, *(child for one in inner for child in one.rights)]


def _suffering(token: Token, frame: VerbFrame, finder: ActorFinder) -> tuple[ActorId, ...]:
    """Return whom the verb's object, or the verb that completes it, names."""
    given = objects(token)
    if "comp" in frame.recipient:
        given = given + [
            one
            for child in token.children
            if child.dep_ in ("ccomp", "xcomp")
            for one in subjects(child)
            if one.i > token.i
        ]
    if "inner" in frame.recipient:
        inner = [child for child in token.children if child.dep_ == "xcomp"]
        given = given + [
            one for child in inner for one in (*objects(child), *prepositional(child, _TOWARDS))
        ]
    if "direct" in frame.flags:
        given = [one for one in given if _is_target(one, finder)]
    if frame.mode == "investigate":
        given = culprits(given)
    placed = frame.event_type is not EventType.CONSULT
    return finder.find(given, placed=placed) if frame.recipient & _OBJECTS else ()


def _under(token: Token) -> list[Token]:
    """Return whose fire or control it is that something comes under."""
    return [
        one
        for child in prepositional(token, ("under", "in", "during"))
        for one in (
            *prepositional(child, ("of", "from", "by")),
            *(c for c in child.children if c.dep_ in ("poss", *_MODIFIERS)),
        )
    ]


def cast(reading: Reading, *, known: bool = False) -> Reading | None:
    """Return the reading with everybody in his part; None where the frame's condition fails.

    Of a deed that is known as such nobody need be told.
    """
    flags = reading.frame.flags
    actor = reading.actor
    recipient = tuple(one for one in reading.recipient if one not in actor)
    parties = len(actor) + len(recipient)
    needed = ("two" in flags and parties < 2) or ("by" in flags and not actor)
    needed = needed or ("to" in flags and not recipient and "both" not in flags)
    if (needed or (not parties and "any" not in flags)) and not known:
        return None
    if "both" in flags:
        return replace(reading, actor=(*actor, *recipient), recipient=(), doers=actor)
    return replace(reading, actor=actor, recipient=recipient, doers=actor)
