"""Short reports built by hand: who says what is stated, so that no language model is needed."""

import re
from dataclasses import replace
from datetime import date

from tests import records
from tests.articles import article

from rejoinder.model.actor import Actor
from rejoinder.model.article import Zone, ZoneKind, article_id
from rejoinder.model.event import Event, EventType
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Statement


class Story:
    """A text, its actors and its statements, each found by its words."""

    def __init__(
        self, text: str, ref: str = "story", day: date | None = None, title: str = ""
    ) -> None:
        self.text = f"{title}\n{text}" if title else text
        self.title = title
        self.ref = ref
        self.published = day
        self.id = article_id(ref, None, self.text)
        self.actors: list[Actor] = []
        self.statements: list[Statement] = []
        self.events: list[Event] = []

    def actor(
        self,
        ident: str,
        names: str,
        country: str | None = None,
        sector: str | None = None,
        role: str | None = None,
    ) -> None:
        """Add an actor; ``names`` are joined by ``|``, the first is the name."""
        name, *aliases = names.split("|")
        places = {
            Span(*found.span())
            for surface in (name, *aliases)
            for found in re.finditer(rf"\b{re.escape(surface)}\b", self.text)
        }
        self.actors.append(
            records.actor(
                ident,
                name,
                country=country,
                sector=sector,
                role=role,
                aliases=sorted(aliases),
                named_at=sorted(places),
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
        said = records.statement(
            self.id,
            spans,
            act,
            parent=parent,
            source=(self._near(source, spans[0]),) if source else (),
            cue=(self._near(cue, spans[0]),) if cue else (),
            speaker=(speaker,) if speaker else (),
            about=(about,) if about else (),
        )
        self.statements.append(said)
        return said.id

    def _near(self, words: str, content: Span) -> Span:
        places = [found.start() for found in re.finditer(re.escape(words), self.text)]
        start = min(places, key=lambda place: abs(place - content.start))
        return Span(start, start + len(words))

    def happen(self, event_type: EventType, actor: str, words: str) -> str:
        event = records.event(self.id, event_type, self.span(words), actor=(actor,))
        self.events.append(event)
        return event.id

    def tell(self, deed: str, teller: StatementId) -> None:
        """Let an event be one that only a statement tells."""
        self.events = [
            replace(event, asserted_by=teller) if event.id == deed else event
            for event in self.events
        ]

    def record(self, links: tuple[Link, ...] = ()) -> ArticleRecord:
        zones = (Zone(kind=ZoneKind.TITLE, span=Span(0, len(self.title))),) if self.title else ()
        body = Span(len(self.title) + 1 if self.title else 0, len(self.text))
        return ArticleRecord(
            article=article(
                self.text,
                self.ref,
                publisher="The Courier",
                title=self.title or None,
                published=self.published,
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
