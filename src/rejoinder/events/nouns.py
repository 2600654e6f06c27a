"""A noun of the text as an event word: "the shelling of", "talks between"."""

from dataclasses import replace

from spacy.tokens import Token

from rejoinder.events.arguments import agents, prepositional, subjects
from rejoinder.events.conditions import shows
from rejoinder.events.finder import ActorFinder
from rejoinder.events.frames import NounFrame, noun_frames
from rejoinder.events.reading import PLACED, PLACES, Reading, cast, culprits
from rejoinder.events.words import ELSEWHERE, LIGHT, named
from rejoinder.model.event import EventType

__all__ = ["read_noun"]

_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_NO_EVENT_WORD = frozenset({"amod", "compound", "nmod", "npadvmod"})
_ABOUT = frozenset(
    {
        "ban",
        "law",
        "right",
        "restriction",
        "curb",
        "call",
        "demand",
        "go",
        "hope",
        "agree",
        "press",
        "seek",
    }
)
_RULING = frozenset(
    "ban prohibit outlaw forbid allow permit disperse prevent authorise authorize".split()
)
_AGREED = frozenset({EventType.AGREE, EventType.SUPPORT})
# It takes two to meet or agree, also where somebody judges it.
_WITH_ANOTHER = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
_AMONG = ("between", "among")
_ATTENDED = frozenset({"for", "at", "in", "during", "on", "to"})


def read_noun(token: Token, finder: ActorFinder, *, known: bool = False) -> Reading | None:
    """Return the first frame that the noun fills, with who fills it.

    ``known`` says that somebody judges the deed: then nobody need be known to have done it, and
    nouns that alone tell no event do ("the presence", "the verdict").
    """
    if token.dep_ in _NO_EVENT_WORD or _is_topic(token):
        return None
    for frame in noun_frames().get(token.lemma_.lower(), ()):
        if frame.kinds and not any(child.lemma_.lower() in frame.kinds for child in token.children):
            continue
        if not shows(token, frame.flags) or _is_figurative(token, frame):
            continue
        if "judged" in frame.flags and not known:
            continue
        taken = known and frame.event_type not in _WITH_ANOTHER
        reading = cast(_fill_noun(token, frame, finder), known=taken)
        if reading is not None:
            return replace(reading, known=taken)
    return None


def _is_figurative(token: Token, frame: NounFrame) -> bool:
    """Say whether nobody is attacked: "an attack on the plan", "on the bank's shares"."""
    if frame.event_type is not EventType.ASSAULT:
        return False
    lists = named(ELSEWHERE)
    met = prepositional(token, ("on", "against", "upon"))
    return any(one.lemma_.lower() in lists["abstract"] | lists["market"] for one in met)


def _names_doer(child: Token) -> bool:
    """Say whether a word before the noun is whose it is: not so in a "pro-Norland rally"."""
    sided = any(one.lower_.startswith(("pro-", "anti-")) for one in child.subtree)
    before = [one.lower_ for one in child.doc[max(0, child.left_edge.i - 2) : child.i]]
    sided = sided or ("-" in before and ("pro" in before or "anti" in before))
    return child.dep_ in _MODIFIERS and not sided


def _is_topic(token: Token) -> bool:
    """Say whether it is but what a rule or a wish is about: "a ban on rallies", "on strike"."""
    if token.dep_ == "dobj":
        return token.head.lemma_.lower() in _RULING
    if token.dep_ != "pobj":
        return False
    above = token.head.head.lemma_.lower()
    return above in _ABOUT or (token.lemma_ == "strike" and token.head.lower_ == "on")


def _fill_noun(token: Token, frame: NounFrame, finder: ActorFinder) -> Reading:
    carrier, kind = _carrier(token)
    doers = [child for child in token.children if child.dep_ == "poss" and "poss" in frame.doer]
    if "mod" in frame.doer:
        doers += [child for child in token.children if _names_doer(child)]
    doers += _hanging(token, frame.doer)
    if frame.event_type in _AGREED:
        # "The signing of a treaty between".
        doers += [b for one in prepositional(token, ("of",)) for b in prepositional(one, _AMONG)]
    others = _hanging(token, frame.recipient)
    if "poss" in frame.recipient:
        others += [child for child in token.children if child.dep_ == "poss"]
    if carrier is not None and kind in ("attend", "be"):
        doers += subjects(carrier)
    if carrier is not None and kind == "do":
        doers += agents(carrier)
        others += prepositional(carrier, frame.recipient)
    if carrier is not None and kind == "happen":
        doers += prepositional(carrier, frame.doer - {"of", "by"})
    if carrier is not None and kind == "suffer":
        others += subjects(carrier)
    investigated = frame.mode == "investigate"
    recipient = finder.find(culprits(others) if investigated else others, placed=True)
    if not recipient and frame.event_type in PLACED and "both" not in frame.flags:
        at = prepositional(token, PLACES) or (prepositional(carrier, PLACES) if carrier else [])
        recipient = finder.find(culprits(at) if investigated else at, placed=True)
    return Reading(
        token=token, frame=frame, actor=finder.find(doers), recipient=recipient, carrier=carrier
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
    if token.dep_ == "pobj" and head.lower_ in _ATTENDED:
        above = head.head.head if head.head.lower_ == "part" else head.head
        attending = above.pos_ in ("VERB", "AUX") and above.lemma_.lower() in light["attend"]
        return (above, "attend") if attending else (None, "")
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
