"""A word of the text as an event word: its frame, and who stands in its slots."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from rejoinder.events.arguments import agents, objects, prepositional, subjects
from rejoinder.events.conditions import shows
from rejoinder.events.finder import ActorFinder
from rejoinder.events.frames import Frame, NounFrame, VerbFrame, noun_frames, verb_frames
from rejoinder.events.words import CLASSES, LIGHT, named
from rejoinder.model.event import EventType
from rejoinder.model.ids import ActorId

__all__ = ["Reading", "read_noun", "read_verb"]

_ABOUT = frozenset({"ban", "law", "right", "restriction", "curb", "call", "demand", "go", "hope"})
_ATTENDED = frozenset({"for", "at", "in", "during", "on", "to"})
_OBJECTS = frozenset({"obj", "own", "comp", "inner"})
_TOWARDS = ("to", "on", "against", "with", "from")
# Where nobody is named as the recipient of these, it is whose land it happens in.
_PLACED = frozenset(
    {
        EventType.ASSAULT, EventType.ACCUSE, EventType.MOBILIZE, EventType.AID, EventType.RETREAT,
        EventType.SANCTION,
    }
)  # fmt: skip
_PLACES = ("in", "at", "near", "inside", "across", "outside", "into")
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_PARTICLES = frozenset({"prt", "advmod", "acomp", "oprd", "dobj", "prep"})
_MEASURES = frozenset(
    [
        "hour", "day", "series", "number", "round", "lot", "ton", "tonne", "wave", "group", "batch",
        "shipment", "some", "dozen", "hundred", "thousand", "rest", "part", "set", "package",
        "volley", "campaign", "spate", "supply", "million", "billion", "worth", "type", "kind",
    ]
)  # fmt: skip
_NO_EVENT_WORD = frozenset({"amod", "compound", "nmod", "npadvmod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An event word with its frame and its parties.

    Attributes:
        token: the word.
        carrier: the verb that says that the noun took place, or None.
        used: places of the nouns that the frame has read with its verb.
        doers: who acts, also where everybody is an actor.
    """

    token: Token
    frame: Frame
    actor: tuple[ActorId, ...]
    recipient: tuple[ActorId, ...]
    carrier: Token | None = None
    used: tuple[int, ...] = ()
    doers: tuple[ActorId, ...] = ()


def read_verb(token: Token, finder: ActorFinder) -> Reading | None:
    """Return the first frame that the verb fills, with who fills it."""
    if token.dep_ in ("amod", "compound"):
        return None
    for frame in verb_frames().get(token.lemma_.lower(), ()):
        if not _fits(token, frame) or not _hits(token, frame, finder):
            continue
        reading = _cast(_fill(token, frame, finder))
        if reading is not None:
            return reading
    return None


def _hits(token: Token, frame: VerbFrame, finder: ActorFinder) -> bool:
    """Say whether the verb's object is somebody, or something that can be attacked.

    ``target`` asks for one, ``person`` lets there be none.
    """
    if not frame.flags & {"target", "person"}:
        return True
    if "person" in frame.flags and not objects(token):
        return True
    return any(_is_target(one, finder) for one in _named(objects(token)))


def _is_target(noun: Token, finder: ActorFinder) -> bool:
    return bool(finder.named([noun])) or noun.lemma_.lower() in named(CLASSES)["targets"]


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
        token.lemma_.lower() in _MEASURES
        and any(child.lemma_.lower() in frame.objects for child in token.children)
    )


def _named(heads: Sequence[Token]) -> list[Token]:
    """Return the heads, what is joined to them, and what they measure: "hours of talks"."""
    whole = [each for head in heads for each in (head, *head.conjuncts)]
    measures = [head for head in whole if head.lemma_.lower() in _MEASURES]
    return whole + [inner for head in measures for inner in prepositional(head, ("of",))]


def _carriers(token: Token) -> list[Token]:
    """Return the verb and its objects, on which its prepositions may hang.

    What is said of an object in a participle counts too: "sanctions imposed on them".
    """
    given = _named(objects(token))
    said = [one for each in given for one in each.children if one.dep_ == "acl"]
    return [token, *given, *(one for one in said if one.tag_ == "VBN")]


def _fill(token: Token, frame: VerbFrame, finder: ActorFinder) -> Reading:
    given = objects(token)
    slots = frame.recipient - {"obj", "own", "comp", "inner"}
    heads = [one for each in _carriers(token) for one in prepositional(each, slots)]
    found = _suffering(token, frame, finder)
    doers = finder.acting(agents(token))
    if frame.flags & {"died", "under"}:
        found, doers = doers, finder.find(_under(token))
    elif "stationed" in frame.flags and not doers:
        doers = finder.find(given)
    recipient = tuple(dict.fromkeys((*found, *finder.find(heads, placed=True))))
    if "wide" in frame.flags and not set(recipient) - set(doers):
        recipient = finder.within(_wide(token, frame))
    if not recipient and frame.event_type in _PLACED:
        recipient = finder.find(
            (one for each in _carriers(token) for one in prepositional(each, _PLACES)), placed=True
        )
    if not recipient and doers and "both" not in frame.flags:
        recipient = finder.within(_deeper(token), but=doers)
    if "reverse" in frame.flags:
        doers, recipient = recipient, doers
    used = tuple(one.i for one in _named(given) if one.lemma_.lower() in frame.objects)
    return Reading(token=token, frame=frame, actor=doers, recipient=recipient, used=used)


def _deeper(token: Token) -> list[Token]:
    """Return the phrases behind a verb that tell of the same event."""
    return [one for one in token.rights if one.dep_ in ("dobj", "prep", "dative", "xcomp")]


def _wide(token: Token, frame: VerbFrame) -> list[Token]:
    """Return the phrases in which the recipient of a wide frame may stand deep down."""
    if frame.recipient == {"against"}:
        return [one for one in token.subtree if one.dep_ == "pobj" and one.head.lower_ == "against"]
    inner = [child for child in token.children if child.dep_ == "xcomp"]
    return [*objects(token), *(child for one in inner for child in one.rights)]


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
    return finder.find(given, placed=True) if frame.recipient & _OBJECTS else ()


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


def read_noun(token: Token, finder: ActorFinder) -> Reading | None:
    """Return the first frame that the noun fills, with who fills it."""
    if token.dep_ in _NO_EVENT_WORD or _is_topic(token):
        return None
    for frame in noun_frames().get(token.lemma_.lower(), ()):
        if frame.kinds and not any(child.lemma_.lower() in frame.kinds for child in token.children):
            continue
        if not shows(token, frame.flags):
            continue
        reading = _cast(_fill_noun(token, frame, finder))
        if reading is not None:
            return reading
    return None


def _is_topic(token: Token) -> bool:
    """Say whether it is but what a rule or a wish is about: "a ban on rallies", "on strike"."""
    if token.dep_ != "pobj":
        return False
    above = token.head.head.lemma_.lower()
    return above in _ABOUT or (token.lemma_ == "strike" and token.head.lower_ == "on")


def _fill_noun(token: Token, frame: NounFrame, finder: ActorFinder) -> Reading:
    carrier, kind = _carrier(token)
    doers = [child for child in token.children if child.dep_ == "poss" and "poss" in frame.doer]
    if "mod" in frame.doer:
        doers += [child for child in token.children if child.dep_ in _MODIFIERS]
    doers += _hanging(token, frame.doer)
    others = _hanging(token, frame.recipient)
    if "poss" in frame.recipient:
        others += [child for child in token.children if child.dep_ == "poss"]
    if carrier is not None and kind in ("attend", "be"):
        doers += subjects(carrier)
    if carrier is not None and kind == "do":
        doers += agents(carrier)
        others += prepositional(carrier, frame.recipient)
    if carrier is not None and kind == "suffer":
        others += subjects(carrier)
    return Reading(
        token=token,
        frame=frame,
        actor=finder.find(doers),
        recipient=finder.find(others, placed=True),
        carrier=carrier,
    )


def _hanging(token: Token, prepositions: frozenset[str]) -> list[Token]:
    """Return what stands after the noun's prepositions, also where they hang on one another."""
    found = prepositional(token, prepositions)
    if found:
        return found
    inner = [one for child in token.children if child.dep_ == "prep" for one in child.children]
    return [one for each in inner for one in prepositional(each, prepositions - {"of"})]


def _carrier(token: Token) -> tuple[Token | None, str]:
    """Return the verb that says that the noun took place, and where its parties stand."""
    head, light = token.head, named(LIGHT)
    if token.dep_ == "pobj" and head.lower_ in _ATTENDED and head.head.pos_ == "VERB":
        attending = head.head.lemma_.lower() in light["attend"]
        return (head.head, "attend") if attending else (None, "")
    if head.pos_ not in ("VERB", "AUX") or token.dep_ == "ROOT":
        return None, ""
    lemma = head.lemma_.lower()
    for kind, deps in (
        ("do", ("dobj", "nsubjpass")), ("suffer", ("dobj",)), ("happen", ("nsubj", "nsubjpass")),
        ("be", ("attr",)),
    ):  # fmt: skip
        if token.dep_ in deps and lemma in light[kind]:
            return head, kind
    return None, ""


def _cast(reading: Reading) -> Reading | None:
    """Return the reading with everybody in his part; None where the frame's condition fails."""
    flags = reading.frame.flags
    actor = reading.actor
    recipient = tuple(one for one in reading.recipient if one not in actor)
    parties = len(actor) + len(recipient)
    needed = ("two" in flags and parties < 2) or ("by" in flags and not actor)
    if needed or ("to" in flags and not recipient and "both" not in flags):
        return None
    if not parties and "any" not in flags:
        return None
    if "both" in flags:
        return replace(reading, actor=(*actor, *recipient), recipient=(), doers=actor)
    return replace(reading, actor=actor, recipient=recipient, doers=actor)
