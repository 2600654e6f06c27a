"""What statements put forward: who did what to whom, when, in which words, and whether not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rejoinder.exchanges.claims.wording import Wording, read_wording
from rejoinder.exchanges.matter import stem, stems
from rejoinder.exchanges.parties import PartyIndex, state_id
from rejoinder.exchanges.relate import BLAMING, REJECTING
from rejoinder.model.actor import MentionKind
from rejoinder.model.article import ZoneKind
from rejoinder.model.claim import Voices
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import Event, EventType, Modality
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import APART, Span, words_of
from rejoinder.model.statement import Act, Statement
from rejoinder.text.times.find import find_times
from rejoinder.text.times.resolve import resolve

__all__ = ["Proposition", "find_propositions"]

_VERBAL = frozenset(
    {
        EventType.AGREE,
        EventType.CONSULT,
        EventType.SUPPORT,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
_KIND = {EventType.ASSAULT: "attack"}
_NOT_YET = frozenset({Modality.FUTURE, Modality.HYPOTHETICAL})
_CAPITALISED = re.compile(r"(?<![.!?“\"‘\n]\s)(?<=\s)[A-Z][\w’-]+")
_TAKES_UP = re.compile(r"\W*(?:th(?:is|at|ese|ose|ey)|such)\b", re.IGNORECASE)
_ALIKE = 4
_LEFT_OVER = 3

_Parties = frozenset[ActorId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """One thing that a statement puts forward.

    Attributes:
        place: its number in the statement.
        voices: who says so.
        doers: who is said to have done it, by an event; with their states.
        blamed: whom an accusation is about; with their states.
        others: to whom; with their states.
        named: every actor in the words, by first mention; with their states.
        around: every actor in the whole statement; with their states.
        names: other names in the words, as stems.
        negated: the words say that it is not so; for what an act of denial does see ``act``.
        days: when it is said to have happened; None where the words do not tell.
        told: when it was said, else when the article came out.
        heading: it stands in a title, a deck or a heading.
        takes_up: it begins by pointing back ("these men").
        spans: its words, where the statement puts forward other things too; else empty.
    """

    statement: StatementId
    article: ArticleId
    place: int
    act: Act
    voices: Voices
    doers: _Parties
    blamed: _Parties
    others: _Parties
    named: tuple[_Parties, ...]
    around: _Parties
    names: frozenset[str]
    kinds: frozenset[str]
    wording: Wording
    negated: bool
    days: DateInterval | None
    told: DateInterval | None
    heading: bool
    takes_up: bool
    spans: tuple[Span, ...] = ()

    @property
    def is_contrary(self) -> bool:
        """Say whether it is put forward as not being so: by an act of denial, or negated."""
        return self.negated or self.act in REJECTING

    @property
    def parties(self) -> _Parties:
        """Return everybody in it, who says so included."""
        return self.voices.parties.union(self.doers, self.blamed, self.others, *self.named)


def find_propositions(record: ArticleRecord) -> tuple[Proposition, ...]:
    """Return what the statements of an article put forward, in their order.

    A statement that tells several deeds puts each forward; one that only wraps what somebody else
    says, or whose words stand for something else ("this", "the charges"), puts nothing forward.
    """
    reading = _Reading(record)
    return tuple(
        found for statement in record.statements for found in reading.propositions(statement)
    )


class _Reading:
    """An article's record, laid out for reading propositions."""

    def __init__(self, record: ArticleRecord) -> None:
        self._text = record.article.text
        self._article = record.article
        self._parties = PartyIndex(record)
        self._peoples = {
            actor.id: state_id(actor.country)
            for actor in record.actors
            if actor.country and actor.id == f"grp:{actor.country}-people"
        }
        self._mentions = sorted(
            (mention.span, actor.id, mention.kind)
            for actor in record.actors
            for mention in actor.mentions
        )
        self._inner: dict[StatementId, list[Span]] = {}
        for statement in record.statements:
            if statement.parent is not None:
                self._inner.setdefault(statement.parent, []).extend(statement.content)
        self._events: dict[StatementId, list[Event]] = {}
        for event in record.events:
            if event.asserted_by is not None:
                self._events.setdefault(event.asserted_by, []).append(event)
        self._prefixes = frozenset(
            word[:_ALIKE].lower()
            for actor in record.actors
            for name in (actor.name, *actor.aliases)
            for word in name.split()
        )

    def propositions(self, statement: Statement) -> Iterator[Proposition]:
        events = [
            each for each in self._events.get(statement.id, ()) if each.event_type not in _VERBAL
        ]
        content = self._own(statement)
        if len(events) < 2:
            yield from self._made(statement, content, events[0] if events else None, 0)
            return
        for place, event in enumerate(events):
            yield from self._made(statement, [event.span], event, place, several=True)
        rest = _without(content, [event.span for event in events])
        if len(stems(" ".join(span.text_of(self._text) for span in rest))) >= _LEFT_OVER:
            yield from self._made(statement, rest, None, len(events), several=True)

    def _own(self, statement: Statement) -> list[Span]:
        """Return the content without others' words in it; a denial keeps what it denies."""
        inner = self._inner.get(statement.id)
        if not inner or statement.act in REJECTING:
            return list(statement.content)
        return _without(statement.content, inner)

    def _made(
        self,
        statement: Statement,
        spans: list[Span],
        event: Event | None,
        place: int,
        *,
        several: bool = False,
    ) -> Iterator[Proposition]:
        if not spans:
            return
        wording, phrases = self._worded(statement, spans)
        named = [self._sides([each]) for each in self._named(spans)]
        if not wording.concepts and (statement.act in REJECTING or not named):
            return
        doers = self._sides(event.actor if event is not None else ())
        others = self._sides(event.recipient if event is not None else ())
        about = statement.about if statement.act in BLAMING else ()
        kinds = set(wording.deeds)
        if event is not None:
            kinds.add(_KIND.get(event.event_type, event.event_type.value.lower()))
        yield Proposition(
            statement=statement.id,
            article=self._article.id,
            place=place,
            act=statement.act,
            voices=Voices(
                speakers=frozenset(statement.speaker),
                parties=self._parties.parties(statement.speaker),
            ),
            doers=doers,
            blamed=self._sides(about),
            # "Its troops" can be those of either side: who does it to his own does it to unknown.
            others=others if others.isdisjoint(doers) else frozenset(),
            named=tuple(named),
            around=self._sides(self._named(statement.content)),
            names=frozenset(self._other_names(spans)),
            kinds=frozenset(kinds),
            wording=wording,
            negated=wording.negated or (event is not None and event.modality is Modality.NEGATED),
            days=_narrowest([*phrases, event.date if event is not None else None]),
            told=statement.said or self._article.published,
            heading=self._is_heading(spans[0]),
            takes_up=bool(_TAKES_UP.match(spans[0].text_of(self._text))),
            spans=tuple(spans) if several else (),
        )

    def _sides(self, actors: Iterable[ActorId]) -> _Parties:
        """Return whose side they are on; "Avarians opened fire" is said of their state too."""
        ids = tuple(actors)
        states = (self._peoples[each] for each in ids if each in self._peoples)
        return self._parties.parties(ids).union(states)

    def _worded(
        self, statement: Statement, spans: list[Span]
    ) -> tuple[Wording, list[DateInterval]]:
        text = words_of(spans, self._text)
        hidden: set[int] = set()
        days: list[DateInterval] = []
        at = 0
        for span in spans:
            times = find_times(self._text, span.start, span.end)
            for phrase in times:
                meant = resolve(phrase, self._article.published)
                days.extend([meant] if meant is not None else [])
            taken = [phrase.span for phrase in times]
            taken += [
                mention for mention, _, kind in self._mentions if kind is not MentionKind.EPITHET
            ]
            for other in taken:
                if other.overlaps(span):
                    hidden.update(range(at + other.start - span.start, at + other.end - span.start))
            at += len(span) + len(APART)
        but = self._parties.name_words((*statement.speaker, *statement.about, *self._named(spans)))
        rejecting = statement.act in REJECTING
        return read_wording(text, but, frozenset(hidden), rejecting=rejecting), days

    def _named(self, spans: Iterable[Span]) -> list[ActorId]:
        """Return the actors mentioned in the spans, by first mention, states by adjectives too."""
        found: dict[ActorId, int] = {}
        for span in spans:
            for mention, actor, _ in self._mentions:
                if span.overlaps(mention):
                    found.setdefault(actor, mention.start)
            for actor in sorted(self._parties.named_in(span) - found.keys()):
                found[actor] = span.end
        return sorted(found, key=lambda actor: (found[actor], actor))

    def _other_names(self, spans: Iterable[Span]) -> Iterator[str]:
        for span in spans:
            for match in _CAPITALISED.finditer(self._text, span.start + 1, span.end):
                word = Span(*match.span())
                known = any(mention.overlaps(word) for mention, _, _ in self._mentions)
                is_time = bool(find_times(match.group()))
                if (
                    not known
                    and not is_time
                    and match.group()[:_ALIKE].lower() not in (self._prefixes)
                ):
                    yield stem(match.group())

    def _is_heading(self, span: Span) -> bool:
        return any(
            zone.span.overlaps(span)
            for zone in self._article.zones
            if zone.kind in (ZoneKind.TITLE, ZoneKind.DECK, ZoneKind.HEADING)
        )


def _narrowest(dates: Iterable[DateInterval | None]) -> DateInterval | None:
    """Return the date that says most; a mere year says too little to compare days by."""
    known = [each for each in dates if each is not None and each.precision is not Precision.YEAR]
    return min(known, key=lambda each: (each.end - each.start, each.start), default=None)


def _without(spans: Iterable[Span], hidden: Iterable[Span]) -> list[Span]:
    """Return what is left of the spans."""
    left = list(spans)
    for hole in hidden:
        cut: list[Span] = []
        for span in left:
            if not span.overlaps(hole):
                cut.append(span)
                continue
            if span.start < hole.start:
                cut.append(Span(span.start, hole.start))
            if hole.end < span.end:
                cut.append(Span(hole.end, span.end))
        left = cut
    return left
