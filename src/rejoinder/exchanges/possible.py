"""Which words a reference can mean at all, by what kind they are and what they are about."""

import re

from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.matter import stem, stems
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.relate import HOSTILE, OPEN, REJECTING
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["is_of_another_matter", "is_on_another", "is_told_in", "may_answer"]

# "experts asked for this story" do not speak in it.
_FOR_IT = re.compile(r"\b(?:for|about|in) (?:this|the|that)\b")
# Nouns for words of any sort; they name no document that could be told of again.
_ANY_WORDS = stems("statement remarks comments speech words announcement declaration")
_FIRST = 12
_CHARGES = stems("accusation allegation charge claim")
_TOPIC = re.compile(
    r"(?:^\s+(?P<next>of|by|that|to)|\b(?:about|concerning|regarding))\s+(?P<on>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BEYOND_OWNER = re.compile(
    r"\b(?:about|concerning|regarding|that|to|on)\s+(?P<on>.*)", re.IGNORECASE | re.DOTALL
)
_BLAME = re.compile(r"(?:criticism|condemnation|rebuke|critique)s?", re.IGNORECASE)
_OF_WHOM = re.compile(
    r"\s+of\s+(?P<whom>(?:(?!\b(?:on|in|by|from|for|over|as|at)\b)[^,.;:\n]){1,60})"
)
_KNOWN = re.compile(
    r"\b(?:the|this|that|these|those|such|his|her|their|\w+[’']s)\s+"
    r"(?=((?:[\w-]+\s+){0,2}[\w-]+))",
    re.IGNORECASE,
)


def may_answer(scene: Scene, voice: Voice, reference: Reference, other: Voice) -> bool:
    """Say whether a statement can be meant at all by what points at some words."""
    if other.statement.id == voice.statement.id or voice.same_side(other):
        return False
    # Whom somebody recounts does not answer him.
    if scene.is_recounted_by(voice.statement, other):
        return False
    if reference.kind is Kind.DENIAL and not _may_be_turned_down(scene, voice, reference, other):
        return False
    # Something that "refers to" a thing answers nobody.
    vague = reference.kind is Kind.RESPONSE and not (reference.head or reference.owners)
    if vague and not voice.speakers:
        return False
    # "Norland's mediation" is an offer; it is not what Norland charged, nor any plan of its.
    if reference.acts == {Act.OFFER} and not _may_be_offered(scene, voice, reference, other):
        return False
    if _knows(scene, reference, other):
        return False
    charged = other.statement.act in reference.acts and other.statement.act is not Act.ASSERT
    if not (other.is_somebodys or charged or is_told_in(scene, reference, other)):
        return False
    inside = scene.is_inside(other.statement, voice.statement.id)
    # That it recounts the words is nesting; it takes a marker to be an answer.
    if inside and reference.kind is None and reference.relation is None:
        return False
    # What is merely mentioned, and not as anybody's, was told before.
    mere = reference.kind is None and not reference.owners and not inside
    if mere and other.start > voice.start:
        return False
    return not scene.is_inside(voice.statement, other.statement.id)


def _may_be_turned_down(scene: Scene, voice: Voice, reference: Reference, other: Voice) -> bool:
    act = other.statement.act
    # "refused to sign" turns a demand down; it says nothing about a claim.
    declined = any(
        span.text_of(scene.text).lstrip().startswith("to ") for span in reference.objects
    )
    if declined and act not in OPEN:
        return False
    # "denied the report" turns down no request.
    told = reference.head is not None and not reference.acts and voice.statement.act is Act.DENY
    if told and act in OPEN:
        return False
    # What is denied is or was; who denies a warning says that it is one, or whose.
    pointed = reference.pointing or bool(reference.owners)
    ahead = act is Act.PREDICT or (act is Act.WARN and Act.WARN not in reference.acts)
    return pointed or not ahead


def _may_be_offered(scene: Scene, voice: Voice, reference: Reference, other: Voice) -> bool:
    """Say whether words may be the offer that a noun names.

    What is no offer may be called one by whom it concerns, or where it has the noun's own word.
    """
    act = other.statement.act
    if act is Act.OFFER or act in HOSTILE | REJECTING:
        return act is Act.OFFER
    called = scene.stems_of((reference.head,) if reference.head else reference.objects)
    return not other.about.isdisjoint(voice.speakers) or not other.words.isdisjoint(called)


def _knows(scene: Scene, reference: Reference, other: Voice) -> bool:
    """Say whether words speak of "the proposal" themselves, so that they do not make it.

    Who charges something may call it his charge; whoever else says "if these charges are true"
    makes none.
    """
    act = other.statement.act
    makes = act in reference.acts and act is not Act.ASSERT and not reference.acts <= OPEN
    if reference.head is None or makes:
        return False
    called = stems(reference.head.text_of(scene.text))
    called = _CHARGES if called <= _CHARGES else called
    # "Published the charges" hands them on, "offered his state's mediation" makes the offer.
    judges = act in HOSTILE | REJECTING | {Act.SUPPORT}
    return any(
        stems(found[1]) & called and (judges or found.start() > other.start + _FIRST)
        for span in other.statement.content
        for found in _KNOWN.finditer(scene.text, span.start, span.end)
    )


def is_of_another_matter(
    scene: Scene, voice: Voice, reference: Reference, other: Voice, names: frozenset[str]
) -> bool:
    """Say whether "the remarks about the bridge" are far from words that tell of no bridge."""
    head = reference.head
    if head is None or 0 <= voice.place - other.place <= 1:
        return False
    matter: set[str] = set()
    for span in reference.objects:
        tail = scene.text[max(span.start, min(head.end, span.end)) : span.end]
        topic = _TOPIC.search(tail)
        if topic and reference.owners and topic["next"] in ("of", "by"):
            # "The claims of the envoy" are his; "claims of fraud" are on fraud.
            topic = _BEYOND_OWNER.search(topic["on"])
        matter |= stems(topic["on"]) - names if topic else frozenset()
    return bool(matter) and matter.isdisjoint(other.words)


def is_on_another(scene: Scene, reference: Reference, other: Voice) -> bool:
    """Say whether "the criticism of Tarn" cannot be these words: they are not about him."""
    if reference.head is None or not _BLAME.fullmatch(reference.head.text_of(scene.text)):
        return False
    found = _OF_WHOM.match(scene.text, reference.head.end)
    whom = scene.parties.named_in(Span(*found.span("whom"))) if found else frozenset()
    return bool(whom) and other.about.isdisjoint(scene.parties.parties(whom))


def is_told_in(scene: Scene, reference: Reference, other: Voice) -> bool:
    """Say whether the noun names the document that the other statement is told in."""
    if reference.head is None or reference.acts or reference.owners:
        return False
    noun = reference.head.text_of(scene.text).lower()
    if stem(noun) in _ANY_WORDS:
        return False
    sources = [span.text_of(scene.text).lower() for span in other.statement.source]
    return any(noun in words.split() and not _FOR_IT.search(words) for words in sources)
