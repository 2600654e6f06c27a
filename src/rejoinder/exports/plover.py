"""PLOVER: a record's events and acts as event records, one JSON line each (docs/plover.md).

The fields are those of the PLOVER manual's record (draft 2.0, 2021), in its names; what PLOVER has
no field for stands in ``rejoinder``.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO, ClassVar

from rejoinder.exports.crosswalk import crossing
from rejoinder.exports.lines import json_line
from rejoinder.exports.linked import Linked
from rejoinder.exports.scales import cameo_codes, event_scale, goldstein, quad_code
from rejoinder.model.actor import Actor
from rejoinder.model.article import Article
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import Event, EventType, Modality
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span, words_of
from rejoinder.model.statement import Act, Statement

__all__ = [
    "CiteInfo",
    "Extension",
    "Plover",
    "PloverActor",
    "PloverEvent",
    "TextInfo",
    "plover_events",
    "plover_lines",
]

_PUBLISHER = "publisher"
_LENGTHS = {Precision.YEAR: 4, Precision.MONTH: 7}


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverActor:
    """One of the entities that act or are acted upon.

    Attributes:
        name: what the article, or the ledger, calls it.
        country: ISO 3166-1 alpha-3, or PLOVER's IGO, UNO, EUR, NGO; None if unknown.
        sector: PLOVER's, such as GOV; None for states and where unknown.
        id: the actor's id in the records.
    """

    name: str
    country: str | None
    sector: str | None
    id: ActorId


@dataclass(frozen=True, slots=True, kw_only=True)
class TextInfo:
    """Where the words stand: spans of the article's text, in code points."""

    article: str
    spans: tuple[Span, ...]
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CiteInfo:
    """Where the article was published."""

    publisher: str | None
    title: str | None
    url: str | None
    published: DateInterval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """What PLOVER has no field for.

    Attributes:
        kind: ``event`` for an event of the record, ``act`` for the act of a statement.
        act: the act; None for an event.
        asserted_by: the id of the statement that tells it, or ``publisher``.
        modality: whether it is told as fact; an act inside a statement is alleged by that one.
        date: the days that the text gives, with their precision and phrase.
        cameo: the CAMEO codes that it may be.
        goldstein: Goldstein's value where these agree on one.
        score: how sure the stage that found it is, 0 to 1.
    """

    kind: str
    act: Act | None
    asserted_by: str
    modality: Modality
    date: DateInterval | None
    cameo: tuple[str, ...]
    goldstein: float | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverEvent:
    """One record of PLOVER; ``event`` is empty for a denial, which has no type.

    Attributes:
        id: the event's or the statement's.
        date: ISO 8601: a day, a month, a year, or an interval of two days; None if open.
        link: the same for all that links hold together, or None.
    """

    id: str
    date: str | None
    actor: tuple[PloverActor, ...]
    recipient: tuple[PloverActor, ...]
    event: tuple[EventType, ...]
    mode: tuple[str, ...]
    context: tuple[str, ...]
    quad_code: int | None
    event_scale: float | None
    text: str
    text_info: TextInfo
    cite_info: CiteInfo
    link: str | None
    coder: str
    rejoinder: Extension


def plover_events(record: ArticleRecord, *, coder: str = "rejoinder") -> tuple[PloverEvent, ...]:
    """Return the record's events, then the acts of its statements, as PLOVER has them.

    Acts that PLOVER has no place for are left out, but for denials.  Who acts and who is acted upon
    changes nothing else.
    """
    linked = Linked()
    linked.add(record)
    return tuple(replace(one, link=linked.reference(one.id)) for one in _unlinked(record, coder))


def plover_lines(record: ArticleRecord) -> str:
    """Return the lines of the record's events and acts, each with its line feed."""
    return "".join(f"{json_line(one)}\n" for one in plover_events(record))


class Plover:
    """The exporter ``plover``; records wait in a temporary file until all links are known."""

    name: ClassVar[str] = "plover"
    media_type: ClassVar[str] = "application/jsonl"
    suffix: ClassVar[str] = ".jsonl"

    def __init__(self, coder: str = "rejoinder") -> None:
        """Start without a stream."""
        self._coder = coder
        self._stream: BinaryIO | None = None
        self._waiting: BinaryIO | None = None
        self._linked = Linked()

    def open(self, stream: BinaryIO) -> None:
        """Begin to write on the stream."""
        self._stream, self._linked = stream, Linked()
        self._waiting = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close()

    def feed(self, record: ArticleRecord) -> None:
        """Take the events and acts of one record.

        Raises:
            ValueError: the exporter is not open.
        """
        if self._waiting is None:
            raise ValueError("the exporter is not open; call open(stream) first")
        self._linked.add(record)
        for one in _unlinked(record, self._coder):
            self._waiting.write((json_line(one) + "\n").encode("utf-8"))

    def close(self) -> None:
        """Write all of it with its links and let go of the stream."""
        if self._waiting is None or self._stream is None:
            return
        with self._waiting as waiting:
            waiting.seek(0)
            for line in waiting:
                value = json.loads(line)
                value["link"] = self._linked.reference(value["id"])
                self._stream.write((json_line(value) + "\n").encode("utf-8"))
        self._stream = self._waiting = None


def _unlinked(record: ArticleRecord, coder: str) -> Iterator[PloverEvent]:
    """Yield events and acts without their links."""
    known = {actor.id: actor for actor in record.actors}
    for event in record.events:
        yield _of_event(event, record.article, known, coder)
    for statement in record.statements:
        if crossing(statement.act).event_type is not None or statement.act is Act.DENY:
            yield _of_act(statement, record.article, known, coder)


def _of_event(
    event: Event, article: Article, known: Mapping[ActorId, Actor], coder: str
) -> PloverEvent:
    cameo = cameo_codes(event.event_type)
    return PloverEvent(
        id=event.id,
        date=_iso(event.date),
        actor=_entities(event.actor, known),
        recipient=_entities(event.recipient, known),
        event=(event.event_type,),
        mode=event.mode,
        context=event.context,
        quad_code=quad_code(event.event_type),
        event_scale=event_scale(event.event_type, event.mode),
        text=event.span.text_of(article.text),
        text_info=TextInfo(article=article.ref, spans=(event.span,), language=article.language),
        cite_info=_cited(article),
        link=None,
        coder=coder,
        rejoinder=Extension(
            kind="event",
            act=None,
            asserted_by=event.asserted_by or _PUBLISHER,
            modality=event.modality,
            date=event.date,
            cameo=cameo,
            goldstein=goldstein(cameo),
            score=event.score,
        ),
    )


def _of_act(
    statement: Statement, article: Article, known: Mapping[ActorId, Actor], coder: str
) -> PloverEvent:
    found = crossing(statement.act)
    event_type = found.event_type
    whom = [
        each for each in statement.about or statement.addressee if each not in statement.speaker
    ]
    return PloverEvent(
        id=statement.id,
        date=_iso(statement.said),
        actor=_entities(statement.speaker, known),
        recipient=_entities(whom, known),
        event=() if event_type is None else (event_type,),
        mode=found.mode,
        context=(),
        quad_code=None if event_type is None else quad_code(event_type),
        event_scale=None if event_type is None else event_scale(event_type, found.mode),
        text=words_of(statement.content, article.text),
        text_info=TextInfo(article=article.ref, spans=statement.content, language=article.language),
        cite_info=_cited(article),
        link=None,
        coder=coder,
        rejoinder=Extension(
            kind="act",
            act=statement.act,
            asserted_by=statement.parent or _PUBLISHER,
            modality=Modality.ALLEGED if statement.parent else Modality.ACTUAL,
            date=statement.said,
            cameo=found.cameo,
            goldstein=goldstein(found.cameo),
            score=statement.score,
        ),
    )


def _entities(actors: Iterable[ActorId], known: Mapping[ActorId, Actor]) -> tuple[PloverActor, ...]:
    return tuple(
        PloverActor(
            name=known[one].name, country=known[one].country, sector=known[one].sector, id=one
        )
        if one in known
        else PloverActor(name=one, country=None, sector=None, id=one)
        for one in actors
    )


def _cited(article: Article) -> CiteInfo:
    return CiteInfo(
        publisher=article.publisher,
        title=article.title,
        url=article.url,
        published=article.published,
    )


def _iso(date: DateInterval | None) -> str | None:
    """Return the date as far as it is known; what is no day, month or year as an interval."""
    if date is None:
        return None
    first, last = date.start.isoformat(), date.end.isoformat()
    length = _LENGTHS.get(date.precision)
    if length and first[:length] == last[:length]:
        return first[:length]
    return first if first == last else f"{first}/{last}"
