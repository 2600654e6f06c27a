"""A ledger's worth of news that nobody wrote: paragraphs of real articles shuffled into others.

Extraction is dear, so what is shuffled are records: a paragraph goes with the statements, actors,
events and links that were found in it, and its spans move along. Every article made has two
parties, drawn from a thousand pairs of states by Zipf's law: a few come up all the time, most a
few times in years. The states of a paragraph become these two, further ones a third; persons get
made-up names, each office of a state being held by the same few persons throughout. Words that are
neither common nor names are respelt by pair and month, so that articles share words as news on one
dispute does, and no paragraph stands in two articles of different disputes. ``a_day`` articles come
out each day: a larger ledger reaches further back. The same seed gives the same articles, and the
first of them do not depend on how many are made.
"""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import accumulate

from benchmarks.made_up import SEED
from benchmarks.paragraphs import Paragraph, all_states, paragraphs_of
from benchmarks.rewritten import Renamed, alphabet_of
from rejoinder.model.actor import Actor, Mention
from rejoinder.model.article import Article, Zone, ZoneKind, article_id
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import Event, event_id
from rejoinder.model.ids import ActorId, EventId, StatementId
from rejoinder.model.link import Link, link_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement, statement_id

__all__ = ["A_DAY", "Shuffler", "paragraphs_of"]

A_DAY = 50
FIRST_DAY = date(2031, 1, 1)
PAIRS = 1000
OUTLETS = 200

_FEWEST, _MOST = 2, 6
_GAP = "\n\n"


class Shuffler:
    """Makes articles of paragraphs."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], *, seed: int = SEED, a_day: int = A_DAY
    ) -> None:
        """Take what to make them of; ``a_day`` is how many come out each day."""
        self._paragraphs = paragraphs
        self._seed = seed
        self._a_day = a_day
        draw = random.Random(f"{seed}:states")
        self._known = list(all_states())
        draw.shuffle(self._known)
        codes = [state.code for state in self._known]
        # States of low rank are party to more of the disputes.
        weights = list(accumulate(1 / (rank + 1) for rank in range(len(codes))))
        pairs: list[tuple[str, str]] = []
        seen: set[frozenset[str]] = set()
        while len(pairs) < PAIRS:
            one, other = draw.choices(codes, cum_weights=weights, k=2)
            if one != other and frozenset((one, other)) not in seen:
                seen.add(frozenset((one, other)))
                pairs.append((one, other))
        self._pairs = pairs
        self._weights = list(accumulate(1 / (rank + 1) for rank in range(PAIRS)))
        self._codes = codes
        self._code_weights = weights
        self._by_code = {state.code: state for state in self._known}

    def day(self, place: int) -> date:
        """Return the day on which the article at that place comes out."""
        return FIRST_DAY + timedelta(days=place // self._a_day)

    def article(self, place: int) -> ArticleRecord:
        """Return the record of the article at that place, 0, 1, 2 ... in the order of days."""
        draw = random.Random(f"{self._seed}:{place}")
        dispute = draw.choices(range(PAIRS), cum_weights=self._weights)[0]
        chosen = draw.choices(self._paragraphs, k=draw.randint(_FEWEST, _MOST))
        day = self.day(place)
        parties = list(self._pairs[dispute])
        alphabet = alphabet_of(f"{self._seed}:{dispute}:{day.year}-{day.month}")
        made = []
        for paragraph in chosen:
            draw.shuffle(parties)
            countries = self._countries(paragraph, parties, draw)
            made.append(
                Renamed(
                    paragraph, countries, self._by_code, alphabet, draw, f"{self._seed}:{dispute}"
                )
            )
        text = _GAP.join(each.text for each in made)
        ref = f"shuffled-{place:06}"
        article = Article(
            id=article_id(ref, None, text),
            ref=ref,
            url=None,
            publisher=f"Outlet {draw.randrange(OUTLETS)}",
            title=None,
            language="en",
            published=DateInterval(start=day, end=day, precision=Precision.DAY),
            retrieved=None,
            text=text,
            zones=tuple(_zones(made)),
        )
        return _joined(article, made, day)

    def _countries(
        self, paragraph: Paragraph, parties: Sequence[str], draw: random.Random
    ) -> dict[str, str]:
        others = [code for code in paragraph.countries if code in self._by_code]
        found = dict(zip(others, parties, strict=False))
        for code in others[len(parties) :]:
            free = draw.choices(self._codes, cum_weights=self._code_weights)[0]
            found[code] = free if free not in found.values() else code
        return found


def _zones(made: Sequence[Renamed]) -> Iterator[Zone]:
    start = 0
    for each in made:
        yield Zone(kind=ZoneKind.BODY, span=Span(start, start + len(each.text)))
        start += len(each.text) + len(_GAP)


def _joined(article: Article, made: Sequence[Renamed], day: date) -> ArticleRecord:
    """Return the record that the paragraphs make together."""
    joining = _Joining(article, day)
    by = 0
    for each in made:
        joining.take(each, by)
        by += len(each.text) + len(_GAP)
    return joining.record()


@dataclass(slots=True)
class _Joining:
    """What the paragraphs of one article make together."""

    article: Article
    day: date
    actors: dict[ActorId, Actor] = field(default_factory=dict)
    mentions: dict[ActorId, dict[Span, Mention]] = field(default_factory=dict)
    statements: dict[StatementId, Statement] = field(default_factory=dict)
    events: dict[EventId, Event] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)

    def record(self) -> ArticleRecord:
        """Return it."""
        actors = [
            replace(actor, mentions=tuple(found[span] for span in sorted(found)))
            for actor, found in zip(self.actors.values(), self.mentions.values(), strict=True)
        ]
        return ArticleRecord(
            article=self.article,
            actors=tuple(actors),
            statements=tuple(self.statements.values()),
            events=tuple(self.events.values()),
            links=tuple(self.links.values()),
        )

    def take(self, each: Renamed, by: int) -> None:
        """Add what is told in a paragraph that begins at ``by``."""
        record = each.paragraph.record
        ids: dict[ActorId, ActorId] = {}
        for actor in record.actors:
            renamed = each.renamed(actor)
            ids[actor.id] = renamed.id
            self.actors.setdefault(renamed.id, renamed)
            own = self.mentions.setdefault(renamed.id, {})
            for mention in actor.mentions:
                moved = replace(mention, span=each.span(mention.span, by))
                own.setdefault(moved.span, moved)
        before = each.paragraph.published
        part = _Part(each, by, ids, self.day - before if before else None)
        named = {s.id: part.statement_id(self.article, s) for s in record.statements}
        told = {e.id: part.event_id(self.article, e) for e in record.events}
        for s in record.statements:
            self.statements.setdefault(named[s.id], part.statement(self.article, s, named))
        for e in record.events:
            self.events.setdefault(told[e.id], part.event(self.article, e, named))
        for link in record.links:
            end = named.get(StatementId(link.answered)) or told[EventId(link.answered)]
            moved_link = part.link(link, named[link.answer], end)
            self.links.setdefault(moved_link.id, moved_link)


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph at its place in an article: where spans, ids and days go."""

    words: Renamed
    by: int
    ids: Mapping[ActorId, ActorId]
    shift: timedelta | None

    def statement_id(self, article: Article, s: Statement) -> StatementId:
        return statement_id(article.id, self._spans(s.content))

    def event_id(self, article: Article, e: Event) -> EventId:
        return event_id(article.id, e.event_type, self.words.span(e.span, self.by))

    def statement(
        self, article: Article, s: Statement, named: Mapping[StatementId, StatementId]
    ) -> Statement:
        speaker = self._parts(s.speaker)
        return replace(
            s,
            id=named[s.id],
            article_id=article.id,
            parent=named[s.parent] if s.parent else None,
            source=self._spans(s.source),
            cue=self._spans(s.cue),
            content=self._spans(s.content),
            speaker=speaker,
            addressee=self._parts(s.addressee),
            about=tuple(a for a in self._parts(s.about) if a not in speaker),
            relay=tuple(
                replace(
                    hop,
                    actor=self.ids[hop.actor] if hop.actor else None,
                    span=self.words.span(hop.span, self.by),
                )
                for hop in s.relay
            ),
            said=self._dated(s.said),
        )

    def event(self, article: Article, e: Event, named: Mapping[StatementId, StatementId]) -> Event:
        return replace(
            e,
            id=self.event_id(article, e),
            article_id=article.id,
            actor=self._parts(e.actor),
            recipient=self._parts(e.recipient),
            span=self.words.span(e.span, self.by),
            date=self._dated(e.date),
            asserted_by=named[e.asserted_by] if e.asserted_by else None,
            also_asserted_by=tuple(named[a] for a in e.also_asserted_by),
        )

    def link(self, link: Link, answer: StatementId, answered: StatementId | EventId) -> Link:
        return replace(
            link,
            id=link_id(answer, answered, link.relation),
            answer=answer,
            answered=answered,
            evidence=self.words.span(link.evidence, self.by) if link.evidence else None,
        )

    def _spans(self, found: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(self.words.span(span, self.by) for span in found)

    def _parts(self, found: Iterable[ActorId]) -> tuple[ActorId, ...]:
        return tuple(dict.fromkeys(self.ids[actor] for actor in found))

    def _dated(self, when: DateInterval | None) -> DateInterval | None:
        if when is None or self.shift is None:
            return None
        return replace(when, start=when.start + self.shift, end=when.end + self.shift)
