"""One article laid out for linking: who says what where, and in whose words."""

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rejoinder.exchanges.markers import Kind, Marker, find_markers
from rejoinder.exchanges.matter import stems
from rejoinder.exchanges.parties import PartyIndex, is_state_id, is_whole_state
from rejoinder.exchanges.passages import Passages, only, parts_of, without
from rejoinder.model.article import ZoneKind
from rejoinder.model.event import Event, Modality
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span, cover, merge, overlap
from rejoinder.model.statement import Act, Quotation, Statement

__all__ = ["HEADS", "Scene", "Voice"]

HEADS = frozenset({ZoneKind.TITLE, ZoneKind.DECK, ZoneKind.HEADING})

# What words are written with in print; each is one character, so that offsets stay.
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
_ANY = re.compile(r"\bany\b", re.IGNORECASE)
# Of "the timing", "his rival Tarn" somebody spoke; what he said of it is not told.
_A = r"(?:the|an?|this|these|those|his|her|its|their|our|my)\s+"
_ONLY_OF = re.compile(
    rf"(?:{_A})?(?:[\w-]+(?:[’']s)?|(?:[a-z-]+\s+)?(?:[A-Z][\w’'-]*\.?\s*){{1,3}})[.,]?"
    rf"|{_A}[\w-]+\s+[\w-]+(?<!ed)(?<!ful)(?<!less)(?<!ous)(?<![ai]ble)[.,]?"
    r"|[A-Z][\w-]*[’']s?\s+[\w-]+[.,]?"
)
_RELATIVE = re.compile(r"(?:who|whose|whom|which|that|it|one)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A statement with what linking must know about it.

    Attributes:
        place: number of the sentence in which its content begins.
        speakers: its speakers and the states that they speak for.
        unnamed: stems of the words for who speaks, where these are nobody's name ("critics").
        about: those whom it is about or addressed to, with their states.
        words: stems of the content.
        names: stems of the parties' names, which are no matter of dispute.
        only_of: whether it tells what somebody spoke of, and not what he said.
        zone: what part of the page it stands in, or None.
    """

    statement: Statement
    place: int
    speakers: frozenset[ActorId]
    unnamed: frozenset[str]
    about: frozenset[ActorId]
    words: frozenset[str]
    names: frozenset[str]
    only_of: bool
    zone: ZoneKind | None

    @property
    def start(self) -> int:
        """Return the first character of the content."""
        return self.statement.content[0].start

    @property
    def is_somebodys(self) -> bool:
        """Say whether the text says who speaks, be it by no name: "critics", "an official"."""
        return bool(self.speakers or self.unnamed)

    def same_side(self, other: "Voice") -> bool:
        """Say whether they have a speaker, a speaker's state, or the words for one in common.

        Two who serve one state speak for it where either speaks of another state, or tells what the
        other says.  Of its own affairs each speaks for himself, unless one of them is the state.
        """
        if not self.unnamed.isdisjoint(other.unnamed):
            return True
        common = self.speakers & other.speakers
        if not common or not all(map(is_state_id, common)):
            return bool(common)
        mine, its = self.statement, other.statement
        return (
            mine.parent == its.id
            or its.parent == mine.id
            or any(is_whole_state(speaker) for speaker in (*mine.speaker, *its.speaker))
            or any(is_state_id(party) for party in (self.about | other.about) - common)
        )


class Scene:
    """An article's record, indexed for linking."""

    def __init__(self, record: ArticleRecord) -> None:
        """Index the record; nothing of it is changed."""
        self.record = record
        self.text = record.article.text.translate(_SPACES)
        self.passages = Passages(self.text)
        self.parties = PartyIndex(record)
        self.statements = {statement.id: statement for statement in record.statements}
        self.deeds = tuple(event for event in record.events if self._is_deed(event))
        self._parts = {each.id: parts_of(each) for each in record.statements}
        self._markers: list[Marker] | None = None
        self._starts: list[int] = []
        self.voices = tuple(
            sorted(
                (self._voice(statement) for statement in record.statements),
                key=lambda voice: (
                    voice.start,
                    -voice.statement.content[-1].end,
                    voice.statement.id,
                ),
            )
        )

    def _is_deed(self, event: Event) -> bool:
        """Say whether an event is told as one that was done: not "any more deals", nor a maybe."""
        may_be = event.modality is Modality.HYPOTHETICAL
        return not may_be and not _ANY.search(event.span.text_of(self.text))

    def _voice(self, statement: Statement) -> Voice:
        content = " ".join(span.text_of(self.text) for span in statement.content)
        source = " ".join(span.text_of(self.text) for span in statement.source)
        return Voice(
            statement=statement,
            place=self.passages.place(statement.content[0].start),
            speakers=self.parties.parties(statement.speaker),
            unnamed=stems(source)
            if not statement.speaker and not _RELATIVE.match(source)
            else frozenset(),
            about=self.parties.parties((*statement.about, *statement.addressee)),
            words=stems(content),
            only_of=self._tells_only_of(statement, content),
            names=self.parties.name_words(
                (*statement.speaker, *statement.about, *statement.addressee)
            ),
            zone=self._zone(statement),
        )

    def _tells_only_of(self, statement: Statement, content: str) -> bool:
        """Say whether nothing but a name or a noun for what was spoken of is told.

        "Called the road safe" judges it, and "voted to close mines" does something.
        """
        if statement.act is not Act.ASSERT or statement.quotation is Quotation.DIRECT:
            return False
        cue = statement.cue[-1].text_of(self.text) if statement.cue else ""
        judged = Kind.RATING in self.kinds_in_cue(statement) or cue.endswith(" to")
        return bool(_ONLY_OF.fullmatch(content)) and not judged

    def _zone(self, statement: Statement) -> ZoneKind | None:
        covered = {
            zone.kind: overlap((zone.span,), statement.content)
            for zone in self.record.article.zones
            if any(zone.span.overlaps(span) for span in statement.content)
        }
        return max(covered, key=lambda kind: (covered[kind], kind)) if covered else None

    def may_speak(self, actor: ActorId) -> bool:
        """Say whether an actor is a speaker here, or a state, for which others speak."""
        return self.parties.is_state(actor) or any(
            actor in statement.speaker for statement in self.record.statements
        )

    def face(self, one: Voice, other: Voice) -> bool:
        """Say whether either's side speaks about the other's anywhere in the article."""
        return any(
            not (mine.isdisjoint(voice.speakers) or its.isdisjoint(voice.about))
            for mine, its in (
                (one.speakers, other.speakers),
                (other.speakers, one.speakers),
            )
            for voice in self.voices
        )

    def ancestors(self, statement: Statement) -> Iterator[Statement]:
        """Return the statements around this one, the nearest first."""
        seen = {statement.id}
        parent = statement.parent
        while parent is not None and parent in self.statements and parent not in seen:
            seen.add(parent)
            yield self.statements[parent]
            parent = self.statements[parent].parent

    def is_inside(self, inner: Statement, outer: StatementId) -> bool:
        """Say whether one statement is nested in the other, however deep."""
        return any(around.id == outer for around in self.ancestors(inner))

    def is_recounted_by(self, statement: Statement, other: Voice) -> bool:
        """Say whether a statement is known only through the speaker of the other."""
        return any(
            not self.parties.parties(around.speaker).isdisjoint(other.speakers)
            for around in self.ancestors(statement)
        )

    def stems_of(self, spans: Iterable[Span]) -> frozenset[str]:
        """Return the stems of the words of those places."""
        return frozenset(found for span in spans for found in stems(span.text_of(self.text)))

    def windows(self, statement: Statement) -> tuple[Span, ...]:
        """Return the sentences that a statement stands in.

        Of a nested one only from its first to its last part: what is around it are the words of the
        one who recounts it.
        """
        if statement.parent in self.statements:
            return (cover(parts_of(statement)),)
        return self.passages.around(parts_of(statement))

    def markers(self, own: str, window: Span) -> list[Marker]:
        """Return the markers in the window that the blanked text ``own`` still shows."""
        if self._markers is None:
            self._markers = find_markers(self.text, Span(0, len(self.text)))
            self._starts = [marker.span.start for marker in self._markers]
        first = bisect.bisect_left(self._starts, window.start)
        last = bisect.bisect_left(self._starts, window.end, first)
        return [
            marker
            for marker in self._markers[first:last]
            if window.contains(marker.span)
            and own[marker.span.start : marker.span.end] == marker.span.text_of(self.text)
        ]

    def kinds_in_cue(self, statement: Statement) -> frozenset[Kind]:
        """Return of what kinds the markers in the words of saying are: "rejected", "hailed"."""
        return frozenset(m.kind for cue in statement.cue for m in self.markers(self.text, cue))

    def own_text(self, statement: Statement) -> str:
        """Return the text, blank but for this statement's sentences less others' words in them.

        What is nested in it keeps its source and cue, which are this speaker's words.
        """
        keep = self._parts[statement.id]
        shown = merge(self.windows(statement))
        hidden: list[Span] = []
        for other in self.record.statements:
            parts = self._parts[other.id]
            if parts[-1].end <= shown[0].start or shown[-1].end <= parts[0].start:
                continue
            if not any(part.overlaps(span) for part in parts for span in shown):
                continue
            if other.id == statement.id or self.is_inside(statement, other.id):
                continue
            if self.is_inside(other, statement.id):
                hidden.extend(other.content)
            else:
                hidden.extend(without(parts, keep))
        return only(self.text, without(shown, hidden))
