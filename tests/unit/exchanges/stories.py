"""Short reports built by hand: who says what is stated, so that no language model is needed."""

import re
from datetime import date

from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.article import Article, Zone, ZoneKind, article_id
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import Event, EventType, Modality, event_id
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation, Statement, statement_id


class Story:
    """A text, its actors and its statements, each found by its words."""

    def __init__(
        self, text: str, ref: str = "story", day: date | None = None, title: str = ""
    ) -> None:
        self.text = f"{title}\n{text}" if title else text
        self.title = title
        self.ref = ref
        self.published = DateInterval(start=day, end=day, precision=Precision.DAY) if day else None
        self.id = article_id(ref, None, self.text)
        self.actors: list[Actor] = []
        self.statements: list[Statement] = []
        self.events: list[Event] = []

    def actor(
        self, ident: str, names: str, country: str | None = None, sector: str | None = None
    ) -> None:
        """Add an actor; ``names`` are joined by ``|``, the first is the name."""
        kinds = {"state": "state", "gov": "government-body", "per": "person", "mil": "armed-force"}
        name, *aliases = names.split("|")
        places = {
            Span(*found.span())
            for surface in (name, *aliases)
            for found in re.finditer(rf"\b{re.escape(surface)}\b", self.text)
        }
        self.actors.append(
            Actor(
                id=ActorId(ident),
                name=name,
                aliases=tuple(sorted(aliases)),
                kind=ActorKind(kinds.get(ident.split(":")[0], "group")),
                country=country,
                sector=sector,
                role=None,
                mentions=tuple(
                    Mention(span=place, kind=MentionKind.NAME) for place in sorted(places)
                ),
            )
        )

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def say(
        self,
        act: Act,
        speaker: str | None,
        about: str | None,
        content: str,
        *,
        cue: str = "",
        source: str = "",
        parent: StatementId | None = None,
    ) -> StatementId:
        """Add a statement; its cue and source are looked for near the content."""
        spans = tuple(self.span(part) for part in content.split(" | "))
        ident = statement_id(self.id, spans)
        self.statements.append(
            Statement(
                id=ident,
                article_id=self.id,
                parent=parent,
                source=(self._near(source, spans[0]),) if source else (),
                cue=(self._near(cue, spans[0]),) if cue else (),
                content=spans,
                quotation=Quotation.INDIRECT,
                speaker=(ActorId(speaker),) if speaker else (),
                addressee=(),
                about=(ActorId(about),) if about else (),
                relay=(),
                act=act,
                said=None,
                score=1.0,
            )
        )
        return ident

    def _near(self, words: str, content: Span) -> Span:
        places = [found.start() for found in re.finditer(re.escape(words), self.text)]
        start = min(places, key=lambda place: abs(place - content.start))
        return Span(start, start + len(words))

    def happen(self, event_type: EventType, actor: str, words: str) -> str:
        span = self.span(words)
        ident = event_id(self.id, event_type, span)
        self.events.append(
            Event(
                id=ident,
                article_id=self.id,
                event_type=event_type,
                mode=(),
                context=(),
                actor=(ActorId(actor),),
                recipient=(),
                span=span,
                date=None,
                asserted_by=None,
                modality=Modality.ACTUAL,
                score=1.0,
            )
        )
        return ident

    def record(self, links: tuple[Link, ...] = ()) -> ArticleRecord:
        zones = (Zone(kind=ZoneKind.TITLE, span=Span(0, len(self.title))),) if self.title else ()
        body = Span(len(self.title) + 1 if self.title else 0, len(self.text))
        return ArticleRecord(
            article=Article(
                id=self.id,
                ref=self.ref,
                url=None,
                publisher="The Courier",
                title=self.title or None,
                language="en",
                published=self.published,
                retrieved=None,
                text=self.text,
                zones=(*zones, Zone(kind=ZoneKind.BODY, span=body)),
            ),
            actors=tuple(self.actors),
            statements=tuple(self.statements),
            events=tuple(self.events),
            links=links,
        )


def told(text: str, *, ref: str = "story", day: date | None = None, title: str = "") -> Story:
    """Return a story between two invented states, their ministries and a commander."""
    story = Story(text, ref, day, title)
    story.actor("state:AVA", "Avaria", "AVA")
    story.actor("state:BEL", "Belmark", "BEL")
    story.actor("gov:AVA-defence", "Avarian Defence Ministry|the ministry", "AVA", "GOV")
    story.actor("per:tarn", "Joren Tarn|J. Tarn|Tarn", "BEL", "MIL")
    story.actor("state:CYR", "Cyrland", "CYR")
    return story
