"""What is said of an offer by its own noun: "Tarn's plan is a trick", "he made a fair offer"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rejoinder.exchanges.markers import PRAISED, RATED, Kind
from rejoinder.exchanges.matter import stem, stems
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.relate import make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["offered_links"]

_NOUNS: Final = "offers?|proposals?|plans?|deals?|compromises?|packages?|initiatives?"
# These name what was offered only where that is told by the same word.
_BY_WORD: Final = stems("plan deal compromise package initiative")
_NAMED: Final = re.compile(
    r"\W*(?:(?:I|we|he|she|they)\s+(?:hoped?|thinks?|thought|believed?|feels?|felt)\s+)?"
    r"(?:that\s+)?(?:the|this|these|such|his|her|its|their|[\w.’'-]+(?:\s+[\w.’'-]+){0,3}?[’']s)\s+"
    rf"(?:[“\"‘]?[\w’'-]+\s+){{0,2}}?[“\"‘]?(?P<noun>{_NOUNS})\b(?!\s+(?:that|which|to|by)\b)",
    re.IGNORECASE,
)
_SAID_OF: Final = re.compile(
    r"[”\"’]?\s+[“\"‘]?(?:is|was|isn[’']t|wasn[’']t|would|will|could|may|might|does|did|had|has|fails?"
    r"|amount(?:s|ed)|str(?:ikes?|uck)|represent(?:s|ed)|includes?|lacks?|remain(?:s|ed)|falls?)\b",
    re.IGNORECASE,
)
# "put forth a reasonable, good-faith proposal": he made it, and it is judged.
_MADE: Final = re.compile(
    r"\W*(?:that\s+)?(?P<who>[\w.’'-]+(?:\s+[\w.’'-]+){0,3}?)\s+(?:has\s+|had\s+)?\W?"
    r"(?:made|put (?:forth|forward)|presented|unveiled|tabled|laid out|come up with)\s+\W?an?\s+"
    rf"(?:[\w-]+,?\s+){{1,4}}?(?P<noun>{_NOUNS})\b",
    re.IGNORECASE,
)
_OFFERING: Final = re.compile(
    r"\b(?:offer|propos|unveil|present|suggest|invit|tabl(?:e|ing)|put)", re.IGNORECASE
)
_JUDGING: Final = RATED | {Kind.DENIAL}
_MOST: Final = 0.5


def offered_links(
    scene: Scene, references: Mapping[StatementId, Sequence[Reference]]
) -> Iterator[Link]:
    """Link who judges an offer, or says what it is, to the first words that make it.

    It is that of whom the words name, or else of who makes most of the article's offers.
    """
    offers = [
        voice
        for voice in scene.voices
        if voice.statement.act is Act.OFFER
        and voice.zone not in HEADS
        and voice.speakers
        and any(_OFFERING.search(cue.text_of(scene.text)) for cue in voice.statement.cue)
    ]
    for voice in scene.voices if offers else ():
        if voice.zone in HEADS or not voice.is_somebodys:
            continue
        found = _judged(scene, voice, references[voice.statement.id])
        meant = _meant(scene, voice, found, offers) if found else None
        if found is None or meant is None:
            continue
        mine = voice.statement
        kinds = scene.kinds_in_cue(mine)
        praised = mine.act is Act.SUPPORT or not kinds.isdisjoint(PRAISED)
        marked = Relation.SUPPORTS if praised else None
        relation = relation_of(mine.act, meant.statement.act, marked)
        evidence = Span(*found.span("noun"))
        yield make_link(mine.id, meant.statement.id, relation, evidence=evidence)


def _judged(scene: Scene, voice: Voice, references: Sequence[Reference]) -> re.Match[str] | None:
    """Return the words that name the offer, if the statement says something of it."""
    content = voice.statement.content[0]
    made = _MADE.match(scene.text, content.start, content.end)
    named = _NAMED.match(scene.text, content.start, content.end)
    rated = any(each.kind in _JUDGING for each in references)
    if named and (rated or _SAID_OF.match(scene.text, named.end(), content.end)):
        return named
    return made


def _meant(
    scene: Scene, voice: Voice, found: re.Match[str], offers: Sequence[Voice]
) -> Voice | None:
    group = "who" if "who" in found.groupdict() else 0
    owners = scene.parties.parties(scene.parties.named_in(Span(*found.span(group))))
    noun = stem(found["noun"])
    told = [
        other
        for other in offers
        if other.start < voice.start
        and not voice.same_side(other)
        and not scene.is_inside(other.statement, voice.statement.id)
        and not scene.is_inside(voice.statement, other.statement.id)
        and (not owners or not owners.isdisjoint(other.speakers))
        and (noun not in _BY_WORD or noun in _told_beside(scene, other))
    ]
    if not told:
        return None
    by_him = [other for other in offers if other.statement.speaker == told[0].statement.speaker]
    return told[0] if owners or len(by_him) > _MOST * len(offers) else None


def _told_beside(scene: Scene, other: Voice) -> frozenset[str]:
    """Return the stems of the sentence in which an offer is told."""
    return stems(scene.passages.sentence(other.place).text_of(scene.text))
