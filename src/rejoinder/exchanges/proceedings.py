"""What is said of a deed of law or office by its own noun: "the suit is without merit"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.matter import stems
from rejoinder.exchanges.relate import HOSTILE, REJECTING, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.event import Event
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["proceeding_links"]

# Nouns, and the words of which one stands where the deed itself is told.
_NOUNS: Final = (
    (
        "lawsuits? suits? (?:legal )?challenges? complaints? litigation",
        "lawsuit suit sue sued complaint",
    ),
    ("indictments? charges", "indict indicted indictment charged charges"),
    (
        "firings? dismissals? sackings? terminations? oust(?:er|ing) removals?",
        "fire fired firing dismiss dismissed dismissal sack sacked oust ousted remove removed",
    ),
    ("arrests? detentions? raids?", "arrest arrested custody detained raid raided"),
    ("rulings? verdicts? judge?ments? convictions?", "rule ruled ruling verdict convicted"),
    ("resignations? departures?", "resign resigned resignation"),
    ("nominations? appointments?", "nominate nominated appoint appointed"),
    ("veto(?:es)?", "veto vetoed"),
)
_OF_NOUN: Final = tuple(
    (re.compile("|".join(nouns.split()), re.IGNORECASE), stems(told)) for nouns, told in _NOUNS
)
_ANY: Final = "|".join(nouns.replace(" ", "|") for nouns, _ in _NOUNS)
_NAMED: Final = re.compile(
    r"\W*(?:(?:that|against|of|on)\s+)?"
    r"(?:filing an?|bringing an?|the|this|these|those|his|her|its|their|\w+['’]s)\s+"
    rf"(?:[\w'’.-]+\s+){{0,3}}?(?P<noun>{_ANY})\b(?!\s+(?:that|which)\b)",
    re.IGNORECASE,
)
_SAID_OF: Final = re.compile(
    r"(?:\s+[^,.;:!?\n]{1,60}?)?\s+(?:is|was|are|were|has|have|had|would|will|could|may|might"
    r"|should|must|does|do|did|includes?|shows?|proves?|runs?|comes?|seems?)\b",
)
_JUDGING: Final = frozenset({Kind.RATING, Kind.VERDICT, Kind.WELCOME, Kind.DENIAL})
_WELCOMED: Final = frozenset({Kind.WELCOME, Kind.JOINING})
# Who accuses may be the one who brings the charge.
_ACTS: Final = (HOSTILE | REJECTING | {Act.SUPPORT}) - {Act.ACCUSE}


def proceeding_links(scene: Scene) -> Iterator[Link]:
    """Link who says something of a suit, a charge, a firing or a ruling to the one that is told.

    It has to be what the words are about, and done by somebody else.  A suit or an indictment of
    which no deed is told is meant by the first words that are told to stand in it.
    """
    for voice in scene.voices:
        if voice.zone in HEADS or not voice.is_somebodys:
            continue
        kinds = {m.kind for cue in voice.statement.cue for m in scene.markers(scene.text, cue)}
        named = _named(scene, voice, judged=not kinds.isdisjoint(_JUDGING))
        if named is None:
            continue
        deed, words = _deed(scene, voice, *named), _words(scene, voice, named[1])
        praised = voice.statement.act is Act.SUPPORT or not kinds.isdisjoint(_WELCOMED)
        relation = Relation.SUPPORTS if praised else Relation.ANSWERS
        meant = deed.id if deed else words.statement.id if words else None
        if meant is not None:
            yield make_link(voice.statement.id, meant, relation, evidence=named[0], score=0.5)


def _named(scene: Scene, voice: Voice, *, judged: bool) -> tuple[Span, frozenset[str]] | None:
    """Return the noun that the words begin with, and by which words its deed is told."""
    content = voice.statement.content[0]
    found = _NAMED.match(scene.text, content.start, content.end)
    if found is None:
        return None
    said = _SAID_OF.match(scene.text, found.end(), content.end)
    if not (said or judged or voice.statement.act in _ACTS):
        return None
    told = next(told for nouns, told in _OF_NOUN if nouns.fullmatch(found["noun"]))
    return Span(*found.span("noun")), told


def _deed(scene: Scene, voice: Voice, noun: Span, told: frozenset[str]) -> Event | None:
    """Return the first such deed that the publisher tells, of another's."""
    deeds = [
        event
        for event in scene.record.events
        if event.asserted_by is None
        and not told.isdisjoint(stems(event.span.text_of(scene.text)))
        and set(event.actor).isdisjoint(voice.statement.speaker)
        and not event.span.overlaps(noun)
        and not any(event.span.contains(cue) for cue in voice.statement.cue)
    ]
    return min(deeds, key=lambda event: (event.span, event.id), default=None)


def _words(scene: Scene, voice: Voice, told: frozenset[str]) -> Voice | None:
    """Return the first words before that are told to stand in such a document."""
    return next(
        (
            other
            for other in scene.voices
            if other.zone not in HEADS
            and other.start < voice.start
            and not voice.same_side(other)
            and not scene.is_inside(voice.statement, other.statement.id)
            and any(
                not told.isdisjoint(stems(span.text_of(scene.text)))
                for span in other.statement.source
            )
        ),
        None,
    )
