"""Somebody's words named as such in a statement: "Tarn's statement is nothing but slander"."""

import re
from collections.abc import Iterator

from rejoinder.exchanges.markers import Kind, Marker, find_speech_nouns, is_cancelled
from rejoinder.exchanges.owners import DEFINITE, DEMONSTRATIVE, INDEFINITE, owners_of, points
from rejoinder.exchanges.passages import BOUNDARY
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.relate import HOSTILE, REJECTING
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation

__all__ = ["mentioned_words"]

_OBJECT_REACH = 140
_CLOSE = 60
_REACH_BACK = 45
_BEFORE = re.compile(
    r"\b(?:before|ahead of|prior to|until|awaiting)\s+(?:[^,.;:]|\b(?:Mrs?|Ms|Dr)\.)*$",
    re.IGNORECASE,
)
_HIS = re.compile(r"\b(?:his|her|their|its|our|my)\s+(?:[\w-]+\s+){0,2}$", re.I)
_MY = re.compile(r"\b(?:our|my)\s+(?:[\w-]+\s+){0,2}$", re.I)
_OPPOSING = HOSTILE | REJECTING
# "Faced questions about the threats": what follows such a word is not what is spoken of.
_DEEPER = re.compile(
    r"\b(?:about|after|against|among|at|before|between|by|during|for|from|in|into|of|on|over|since"
    r"|through|to|toward|towards|under|until|upon|whether|if|when|while|with|without)\b",
    re.IGNORECASE,
)
_TAKING_UP = re.compile(
    r"\b(?:(?:response|reply|answer|react\w*|respond\w*|yield\w*|accede\w*) to"
    r"|(?:dis)?agree\w* with|(?:gives?|gave|given|giving) in to)\s+(?:[\w.’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_MORE_OF_IT = re.compile(
    r"\s*(?:about|against|at|by|concerning|for|from|in|of|on|over|regarding|that|to|toward|towards)\b",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|has|have|had|does|do|did|will|would|can|could|shall|should|may"
    r"|might|must|cannot|\w+n['’]t)\b",
    re.IGNORECASE,
)


def mentioned_words(
    scene: Scene, voice: Voice, own: str, markers: list[Marker], window: Span
) -> Iterator[Reference]:
    """Find somebody's words named as such: "Heydari's statement is nothing but slander"."""
    frame = (*voice.statement.cue, *voice.statement.source)
    rejects = [marker for marker in markers if marker.kind is Kind.REJECTING]
    for noun in find_speech_nouns(own, window):
        said = any(span.contains(noun.span) for span in voice.statement.content)
        known = said and voice.statement.act in _OPPOSING
        # Who "cannot understand the remarks" speaks of them, who "did not address" them does not.
        if (
            noun.deed
            or any(span.overlaps(noun.span) for span in frame)
            or (is_cancelled(own, noun.span, window) and not known)
        ):
            continue
        if _is_yet_to_come(own, noun.span) or not _is_near(voice, noun.span):
            continue
        if not known and _is_asked(scene, noun.span):
            continue
        owners = owners_of(scene, noun, (window,))
        pointing = points(own, noun, DEMONSTRATIVE)
        own_words = owners and scene.parties.parties(owners) <= voice.speakers
        if own_words or points(own, noun, INDEFINITE):
            continue
        if not (owners or pointing or points(own, noun, DEFINITE)):
            continue
        near = [mark for mark in rejects if _is_said_of(own, mark.span, noun.span)]
        if not near and not owners and not pointing and not known:
            continue
        # "He did not let his views interfere": they are the speaker's own, as far as one can tell.
        his = _MY if voice.statement.quotation is Quotation.DIRECT else _HIS
        if not near and not owners and points(own, noun, his):
            continue
        if not (near or known or _speaks_of_it(scene, voice, noun.span)):
            continue
        tail = BOUNDARY.search(scene.text, noun.span.end, window.end)
        end = min(tail.start() if tail else window.end, noun.span.end + _OBJECT_REACH)
        yield Reference(
            kind=None,
            relation=near[0].relation if near else None,
            evidence=noun.span if not near else near[0].span,
            objects=(Span(noun.span.start, max(end, noun.span.end)),),
            acts=noun.acts,
            head=noun.span,
            owners=owners,
            pointing=pointing or (not owners and (known or bool(near))),
        )


def _is_yet_to_come(own: str, noun: Span) -> bool:
    """Say whether it is said before the words: "hours before Tarn's announcement"."""
    return bool(_BEFORE.search(own[max(0, noun.start - _REACH_BACK) : noun.start]))


def _speaks_of_it(scene: Scene, voice: Voice, noun: Span) -> bool:
    """Say whether somebody says something of the words, and not only what they come up in.

    "The offer is unfair", "disagree with Tarn's offer"; "a crowd asked about Tarn's offer" and a
    bare "Tarn's offer" say nothing of it.  "The minister's announcement was made known": nobody
    who says so answers it.
    """
    if not voice.is_somebodys or voice.statement.act is Act.SUPPORT:
        return voice.is_somebodys
    content = next((part for part in voice.statement.content if part.contains(noun)), None)
    if content is None:
        return True
    sentence = scene.passages.sentence(scene.passages.place(noun.start))
    before = scene.text[max(content.start, sentence.start) : noun.start]
    if _TAKING_UP.search(before):
        return True
    after = scene.text[noun.end : min(content.end, sentence.end)]
    rest = BOUNDARY.split(after, maxsplit=1)[0]
    told = bool(_PREDICATE.search(rest)) if _MORE_OF_IT.match(rest) else any(map(str.isalpha, rest))
    return told and not _DEEPER.search(before)


def _is_asked(scene: Scene, noun: Span) -> bool:
    """Say whether it is asked for: "Could you outline Avaria's stance?"."""
    sentence = scene.passages.sentence(scene.passages.place(noun.start))
    return sentence.text_of(scene.text).rstrip('”"’ \n').endswith("?")


def _is_near(voice: Voice, noun: Span) -> bool:
    """Say whether the noun stands in the statement or close by its frame."""
    return any(
        part.start - _CLOSE <= noun.end and noun.start <= part.end + _CLOSE
        for part in (*voice.statement.source, *voice.statement.cue, *voice.statement.content)
    )


def _is_said_of(own: str, rejecting: Span, noun: Span) -> bool:
    """Say whether the rejecting word is an attribute or a predicate of the noun."""
    if rejecting == noun:
        return True
    if rejecting.end <= noun.start:
        return noun.start - rejecting.end <= 2
    between = own[noun.end : rejecting.start]
    return len(between) <= _OBJECT_REACH and not re.search(r"[,;:.!?“”\0]", between)
