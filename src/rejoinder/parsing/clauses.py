"""Which words a phrase of time dates, and which way from the present their clause looks."""

from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.text.times.phrases import Tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

__all__ = ["Place", "is_awaited", "is_present", "place_of", "tense_of"]

Place = tuple[tuple["Token", ...], bool]

_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OF_THE_NOUN = frozenset({"poss", "compound", "amod", "nmod", "nummod"})
_WILL = frozenset({"will", "shall", "'ll", "wo"})
_MAY = frozenset({"would", "could", "may", "might", "should", "must", "can", "'d"})
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "'s"})
_IS = frozenset({"is", "are", "'re", "'s", "am"})
_PLANNED = frozenset(
    "plan schedule expect due set slate intend aim upcoming forthcoming prepare hope".split()
)
_AWAITING = _PLANNED | frozenset("agree decide vow pledge promise threaten propose offer".split())


def place_of(doc: "Doc", span: Span) -> Place:
    """Return the words that a phrase can date, nearest first, and whether only the first.

    The last is the verb of its clause, if it has one.
    """
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None:
        return (), False
    hosts: list[Token] = []
    token, bound = words.root, False
    if _is_misread(words):
        token = token.head
    while token.head.i != token.i:
        head = token.head
        if head.pos_ in _VERBS:
            hosts.append(head)
            break
        if head.pos_ in _NOUNS and not words.start <= head.i < words.end:
            if not hosts:
                bound = token.dep_ in _OF_THE_NOUN or token.lower_ == "of"
            hosts.append(head)
        token = head
    return tuple(hosts), bound


def _is_misread(words: "SpacySpan") -> bool:
    """Say whether a name was read together with the phrase before it: "On Tuesday Berg said"."""
    root = words.root
    glued = root.dep_ in ("compound", "nmod") and root.head.pos_ == "PROPN"
    return glued and words.start > 0 and words.doc[words.start - 1].pos_ == "ADP"


def tense_of(hosts: tuple["Token", ...], *, bound: bool) -> Tense | None:
    """Return which way the clause of a phrase looks; None where it has no verb."""
    if not hosts:
        return None
    if hosts[0].pos_ in _NOUNS and any(
        child.lemma_.lower() in _PLANNED and child.dep_ in ("amod", "acl")
        for child in hosts[0].children
    ):
        return Tense.FUTURE
    verb = hosts[-1]
    if verb.pos_ not in _VERBS:
        return None
    tense = _tense(verb)
    return Tense.PAST if bound and tense is Tense.EITHER and is_present(verb) else tense


def is_awaited(verb: "Token") -> bool:
    """Say whether a verb tells of what was still to come: "would visit", "agreed to visit"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if helpers & {"would", "'d"}:
        return True
    return "to" in helpers and verb.head.lemma_.lower() in _AWAITING


def is_present(verb: "Token") -> bool:
    """Say whether a verb is in the plain present ("speaks", "holding" without an auxiliary)."""
    if verb.tag_ == "VBG":
        return not any(child.dep_ == "aux" for child in verb.children)
    return verb.tag_ in ("VBZ", "VBP") and verb.lower_ not in _HAVE


def _tense(verb: "Token", depth: int = 0) -> Tense:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & _WILL:
        return Tense.FUTURE
    if helpers & _MAY:
        return Tense.EITHER
    if "to" in helpers:
        return _of_infinitive(verb)
    if verb.tag_ == "VBN" and helpers:
        return _of_participle(verb, helpers)
    if verb.tag_ in ("VBD", "VBN") or "did" in helpers or helpers & (_HAVE - {"'s"}):
        return Tense.FUTURE if verb.tag_ == "VBN" and _is_planned(verb) else Tense.PAST
    if verb.tag_ == "VBG":
        if helpers & _IS:
            return Tense.FUTURE
        if helpers or depth > 3:
            return Tense.PAST
        return _tense(verb.head, depth + 1) if verb.head.pos_ in _VERBS else Tense.PAST
    return Tense.EITHER


def _is_planned(verb: "Token") -> bool:
    has_particle = any(child.dep_ == "prt" for child in verb.children)
    return verb.lemma_.lower() in _PLANNED and not has_particle


def _of_participle(verb: "Token", helpers: set[str]) -> Tense:
    """Read "has been set for", "is due"; "was planned" can be either, "is met" as well."""
    if _is_planned(verb):
        return Tense.EITHER if helpers & {"was", "were", "had"} else Tense.FUTURE
    return Tense.PAST if helpers & (_HAVE | {"was", "were", "been"}) - {"'s"} else Tense.EITHER


def _of_infinitive(verb: "Token") -> Tense:
    """Read "is due to meet", "plans to meet" as the future; "decided to meet" can be either."""
    head = verb.head
    governing = {head.lemma_.lower(), *(child.lemma_.lower() for child in head.children)}
    if not governing & _PLANNED:
        return Tense.EITHER
    finite = head if head.pos_ in _VERBS else head.head
    present = finite.tag_ in ("VBZ", "VBP") or any(c.lower_ in _IS for c in finite.children)
    return Tense.FUTURE if present else Tense.EITHER
