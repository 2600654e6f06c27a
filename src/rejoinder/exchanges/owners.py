"""Whose words a noun names: "Tarn's claims", "the statements of the commander"."""

import re

from rejoinder.exchanges.markers import Kind, Marker, SpeechNoun
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.ids import ActorId
from rejoinder.model.span import Span

__all__ = [
    "DEFINITE",
    "DEMONSTRATIVE",
    "INDEFINITE",
    "addressed",
    "answers_nobody",
    "is_all",
    "is_pointing",
    "owners_of",
    "points",
]

DEFINITE = re.compile(r"\b(?:the|his|her|their|its|your)\s+(?:[\w-]+\s+){0,2}$", re.I)
# "Those claims", and not "said that the claims".
DEMONSTRATIVE = re.compile(
    r"\b(?:such|these|those|this|that(?!\s+(?:[A-Z]|[\w-]+\s+[\w-]+\s)))\s+(?!(?:the|an?|his|her|its|their|our|all|any|some|no)\b)"
    r"(?:[\w-]+\s+){0,2}$",
    re.I,
)
# "An appeal", "numerous requests": it is not said which.
INDEFINITE = re.compile(
    r"\b(?:an?|any|no|some|many|several|numerous|various|countless)\s+(?:[\w-]+\s+){0,1}$", re.I
)
# The owner of words stands before them ("Tarn's claims", "the Avarian minister's speech") ...
_POSSESSOR = re.compile(r"(?:[A-Z][\w.-]*\s+)?[\w.-]+[’'](?:s\s+|\s+)(?:[\w-]+\s+){0,2}$")
_ADJECTIVE = re.compile(r"(?:[A-Z][\w-]+\s+)+$")
# ... or after them: "the statements of the commander".
_BLAME = re.compile(r"(?:criticism|condemnation|rebuke|critique)s?$", re.I)
_BY_WHOM = re.compile(r"\s+(?:by|from)\s+([^,.;:!?“”\"\n\0]{1,90})")
_OWNER_AFTER = re.compile(
    r"\s+(?:(?!(?:ahead|out|because|instead|full|came|come|were|was|are|is|has|have|had)\b)\w+\s+){0,2}?"
    r"(?:of|by|from)\s+([^,.;:!?“”\"\n\0]{1,90})"
)
_RATED = re.compile(
    r"\s+(?:as\b|an?\b|[“\"‘]|(?:un|in|im|ir|dis|mis)\w+|\w+(?:ous|ful|less|able|ible|ant|ent|ive|al|ed)\b)"
)
_DOING = re.compile(r"\b[A-Z]\w+\s+[a-z]+ing\b")
_HIS = re.compile(
    r"\b(?:for|over|about|of|with|and)\s+(?:his|her|their|its)\s+(?:[\w-]+\s+){0,2}$", re.I
)
_CAPITALISED = re.compile(r"\b[A-Z][\w-]+")
_SAYS = re.compile(
    r"\s*what\s+(?P<who>[^,.;:]{1,40}?)\s+(?:ha[sd] |have )?"
    r"(?:sa(?:ys?|id)|claim\w*|assert\w*|maintain\w*|argu\w*|suggest\w*|stat\w*|allege\w*)\b",
    re.I,
)
_OWNER_END = re.compile(r"\b(?:that|who|which|about|on|regarding|against|concerning|over|to)\b")
_BARE = re.compile(
    r"\s*(?:this|that|these|those|it|them|such words)\s*(?=$|(?:as|and|but|because|with)\b)", re.I
)
_FIGURES = re.compile(
    r"\s*(?:the|this|that|these|those)\s+(?:\w+\s+)?"
    r"(?:numbers?|figures?|news|information|accounts?|toll|tally|details|version)\b(?!\s+of)",
    re.I,
)
# "scoffed at the threat", "rejected the charges as": nothing behind the noun says which.
_NO_MORE = re.compile(
    r"\W*(?:$|(?:as|and|but|because|on \w+day|in an?|at an?|with|saying|outright)\b)", re.I
)
_TAKING_UP = frozenset({Kind.DENIAL, Kind.JOINING, Kind.VERDICT, Kind.WELCOME, Kind.RESPONSE})
# Who comments on Tarn speaks of him; he answers no words of his.
_SPEAKS_OF = re.compile(
    r"asked about|comment|referr?|regard|concern|touch|turn|speaking|allud|address", re.I
)
_JOINS = re.compile(r"echo|agrees? with|second|concur|join", re.I)
_ALONE = re.compile(r"\s*(?:an?\s+|the same\s+|both\s+)?[a-z]+\s*", re.I)
# "repeated his false claims", "stood by her charges": whoever calls them false, they are his own.
_RESTATES = re.compile(r"\b(?:repeat|reiterat|renew|defend|st(?:and|ood)\b.{0,6}\bby)\w*", re.I)
# Who is silent rejects nothing, and who denies having said something means words of his own.
_SILENT = re.compile(
    r"\b(?:refus|declin)\w* to"
    r" (?:comment|discuss|answer|respond|say|speak|talk|elaborate|address)\b"
    r"|\bden(?:y|ies|ied|ying) (?:(?:ever|that|he|she|they|had|having) )*"
    r"(?:said|saying|making|made)\b",
    re.I,
)
_OF_HIS_OWN = re.compile(
    r"\W*(?:his|her|their|its)\s+(?:own\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:claims?|charges?|accusations?|allegations?|assertions?|statements?|remarks)\b",
    re.I,
)
_NAME_REACH = 12
_BEFORE = 45


def points(text: str, noun: SpeechNoun, pattern: re.Pattern[str]) -> bool:
    """Say whether the words just before a noun are such as the pattern shows."""
    return bool(pattern.search(text[max(0, noun.span.start - _BEFORE) : noun.span.start]))


def answers_nobody(scene: Scene, voice: Voice) -> bool:
    """Say whether somebody is told to repeat or disown words of his own, or to be silent."""
    cues = [span.text_of(scene.text) for span in voice.statement.cue]
    if any(map(_SILENT.search, cues)):
        return True
    own = _OF_HIS_OWN.match(voice.statement.content[0].text_of(scene.text))
    return own is not None and any(map(_RESTATES.search, cues))


def addressed(scene: Scene, marker: Marker, objects: tuple[Span, ...]) -> frozenset[ActorId]:
    """Return whom a response is to, or whom one joins, where only he is named: "echoed Tarn"."""
    says = _SAYS.match(scene.text, objects[0].start, objects[0].end) if objects else None
    if says:
        return scene.parties.named_in(Span(*says.span("who")))
    words = marker.span.text_of(scene.text)
    joins = marker.kind is Kind.JOINING and _JOINS.match(words)
    responds = marker.kind is Kind.RESPONSE and not _SPEAKS_OF.match(words)
    if not objects or not (joins or responds):
        return frozenset()
    start = objects[0].start
    return scene.parties.named_in(Span(start, min(objects[0].end, start + _NAME_REACH)))


def owners_of(scene: Scene, noun: SpeechNoun, within: tuple[Span, ...]) -> frozenset[ActorId]:
    """Return whose words the noun names, by a possessor before it or an owner after it."""
    text = scene.text
    low = max(noun.span.start - _BEFORE, min(span.start for span in within))
    before = text[low : noun.span.start]
    named: frozenset[ActorId] = frozenset()
    for pattern in (_POSSESSOR, _ADJECTIVE):
        found = pattern.search(before)
        if found and not named:
            named = scene.parties.named_in(Span(low + found.start(), noun.span.start))
            # "the smuggling charge", "the ZMO charge": what it is about, not whose it is.
            if pattern is _ADJECTIVE:
                named = frozenset(each for each in named if scene.may_speak(each))
    whose = _HIS.search(before)
    if whose and not named:
        # "criticised Tarn for his remarks": those of the one who is named before.
        named = _last_named(scene, Span(low, low + whose.start()))
    after = _OWNER_AFTER.match(text, noun.span.end)
    # "Criticism of Tarn" is on him, and of whom it is stands behind a "by".
    if after and _BLAME.match(text, noun.span.start, noun.span.end):
        after = _BY_WHOM.match(text, noun.span.end)
    if after and not named:
        phrase = _OWNER_END.split(after[1])[0]
        # "the idea of Tarn leading the talks" is not his.
        if phrase.strip() and not _DOING.search(phrase):
            named = scene.parties.named_in(Span(after.start(1), after.start(1) + len(phrase)))
    return named


def _last_named(scene: Scene, span: Span) -> frozenset[ActorId]:
    words = list(_CAPITALISED.finditer(scene.text, span.start, span.end))
    return scene.parties.named_in(Span(*words[-1].span())) if words else frozenset()


def is_pointing(
    scene: Scene, kind: Kind, objects: tuple[Span, ...], noun: SpeechNoun | None
) -> bool:
    """Say whether what is governed is a mere "this", or words that "these" shows to be known."""
    bare = kind in (Kind.DENIAL, Kind.RESPONSE, Kind.JOINING) and any(
        _BARE.match(span.text_of(scene.text)) for span in objects
    )
    told = kind in (Kind.DENIAL, Kind.JOINING) and any(
        _FIGURES.match(span.text_of(scene.text)) for span in objects
    )
    # "a charge it denies": the noun alone takes up what was said before it.
    bare = bare or (
        noun is not None and any(_ALONE.fullmatch(span.text_of(scene.text)) for span in objects)
    )
    if bare or told or noun is None:
        return bare or told
    known = (
        kind is Kind.RATING and points(scene.text, noun, DEFINITE) and _is_rated(scene, noun)
    ) or (
        kind in _TAKING_UP
        and points(scene.text, noun, DEFINITE)
        and is_all(scene, noun.span, objects)
    )
    return known or points(scene.text, noun, DEMONSTRATIVE)


def _is_rated(scene: Scene, noun: SpeechNoun) -> bool:
    """Say whether a rating follows the noun at once: "called the claim absurd"."""
    return bool(_RATED.match(scene.text, noun.span.end))


def is_all(scene: Scene, noun: Span, within: tuple[Span, ...]) -> bool:
    """Say whether the words go no further than the noun: "the charges", not "the charges of"."""
    ends = [span.end for span in within if span.overlaps(noun)]
    return bool(ends) and bool(_NO_MORE.match(scene.text[noun.end : max(ends)]))
