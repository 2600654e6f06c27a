"""One claim as a page shows it: both sides, outlet by outlet, with the words in their place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from rejoinder.ledger.copies import reports_with_copies
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.schema_summaries import exchanges, turns
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.claim import Side
from rejoinder.model.copies import Report, by_origin, origin_of
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ArticleId
from rejoinder.views.claim_list import find_claim
from rejoinder.views.claims import ClaimView, VoiceView, view_claim
from rejoinder.views.exchange import ExchangeView
from rejoinder.views.exchange_list import show_exchange
from rejoinder.views.exchanges import find_exchanges
from rejoinder.views.shelf import Shelf, SpokenView
from rejoinder.views.traits import Named
from rejoinder.views.wording import Wording, wording_of

__all__ = [
    "ClaimSides",
    "ExchangeNamed",
    "OriginTold",
    "SideView",
    "ToldOnce",
    "VoiceTold",
    "find_claim_sides",
]

_MOST: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOnce:
    """One statement of a claim, in one article.

    Attributes:
        why: why it counts with the first of its origin: ``article`` (the same one), ``copy``,
            ``agency`` or ``publisher``; None for the first.
        earliest: no statement of the claim is known to be earlier.
    """

    spoken: SpokenView
    title: str | None
    wording: Wording
    why: str | None
    earliest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginTold:
    """What comes from one origin: copies, one agency's texts and one publisher's count once.

    Attributes:
        name: the agency or the publisher; None where neither is known.
        is_agency: it is an agency that is credited.
        told: in the order in which the articles came out; the first stands for all.
    """

    name: str | None
    is_agency: bool
    told: tuple[ToldOnce, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceTold:
    """One who takes a side.

    Attributes:
        speaker: as in `rejoinder.views.shelf.SpokenView`.
        actors: those who speak, by their ids; empty where nobody is known by name.
        statements: how many.
        origins: in the order of the first statement of each.
    """

    speaker: str | None
    actors: tuple[Named, ...]
    statements: int
    origins: tuple[OriginTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One side of a claim; every side is counted and ordered alike.

    Attributes:
        voices: by their first statement.
        origins: how many are independent.
    """

    side: Side
    voices: tuple[VoiceTold, ...]
    statements: int
    articles: int
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeNamed:
    """An exchange with its title."""

    id: str
    title: str
    turns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSides:
    """A claim with both of its sides.

    Attributes:
        sides: who asserts, who denies, who concedes; also those that nobody takes.
        articles: in how many it is told.
        first: day of its earliest statement; None: none has a date.
        last: day of its latest.
        exchanges: those that hold one of its statements, no more than six.
    """

    claim: ClaimView
    sides: tuple[SideView, ...]
    statements: int
    articles: int
    first: DateInterval | None
    last: DateInterval | None
    exchanges: tuple[ExchangeNamed, ...]


def find_claim_sides(reader: LedgerReader, key: str) -> ClaimSides:
    """Return the claim with that id.

    Raises:
        NotFound: there is none.
    """
    claim, shelf = find_claim(reader, key)
    view = view_claim(claim, shelf)
    articles = {part.article_id for part in claim.parts}
    laying = _Laying(shelf, reports_with_copies(reader.connection, articles), view)
    spoken = [each for voice in view.voices for each in voice.statements]
    dated = [each.date for each in spoken if each.date is not None]
    return ClaimSides(
        claim=view,
        sides=tuple(laying.side(side) for side in Side),
        statements=len(spoken),
        articles=len(articles),
        first=min(dated, key=lambda day: (day.start, day.end), default=None),
        last=max(dated, key=lambda day: (day.end, day.start), default=None),
        exchanges=_exchanges(reader, [each.statement_id for each in spoken]),
    )


class _Laying:
    """Puts the statements of a claim in order."""

    def __init__(self, shelf: Shelf, reports: Iterable[Report], view: ClaimView) -> None:
        self._shelf = shelf
        self._view = view
        self._reports: dict[ArticleId, Report] = {}
        self._origin: dict[ArticleId, str] = {}
        self._place: dict[ArticleId, int] = {}
        self._named: dict[str, tuple[str | None, bool]] = {}
        for origin, found in by_origin(reports).items():
            self._named[origin] = _name_of(found)
            for place, report in enumerate(found):
                self._reports[report.article] = report
                self._origin[report.article] = origin
                self._place[report.article] = place
        days = [each.date for voice in view.voices for each in voice.statements]
        self._first = min((day.start for day in days if day is not None), default=None)

    def side(self, side: Side) -> SideView:
        """Return one side."""
        voices = [voice for voice in self._view.voices if voice.side is side]
        spoken = [each for voice in voices for each in voice.statements]
        articles = {each.article_id for each in spoken}
        return SideView(
            side=side,
            voices=tuple(map(self._voice, voices)),
            statements=len(spoken),
            articles=len(articles),
            origins=self._shelf.origins(articles),
        )

    def _voice(self, voice: VoiceView) -> VoiceTold:
        names = self._shelf.names(voice.ids)
        origins: dict[str, list[SpokenView]] = {}
        for each in voice.statements:
            origins.setdefault(self._origin.get(each.article_id, each.article_id), []).append(each)
        return VoiceTold(
            speaker=voice.speaker,
            actors=tuple(
                Named(id=each, name=name) for each, name in zip(voice.ids, names, strict=True)
            ),
            statements=len(voice.statements),
            origins=tuple(self._told(origin, own) for origin, own in origins.items()),
        )

    def _told(self, origin: str, spoken: Sequence[SpokenView]) -> OriginTold:
        name, is_agency = self._named.get(origin, (None, False))
        # Sorting keeps the order of time in which several statements of one article came.
        ordered = sorted(spoken, key=lambda each: self._place.get(each.article_id, 0))
        first = ordered[0]
        return OriginTold(
            name=name,
            is_agency=is_agency,
            told=tuple(
                self._once(each, None if each is first else self._why(each, first, origin))
                for each in ordered
            ),
        )

    def _once(self, spoken: SpokenView, why: str | None) -> ToldOnce:
        article = self._shelf.article(spoken.statement_id)
        content = self._shelf.statement(spoken.statement_id).content
        return ToldOnce(
            spoken=spoken,
            title=article.title,
            wording=wording_of(article.text, content),
            why=why,
            earliest=spoken.date is not None and spoken.date.start == self._first,
        )

    def _why(self, spoken: SpokenView, first: SpokenView, origin: str) -> str:
        one, other = (self._reports.get(each.article_id) for each in (spoken, first))
        if spoken.article_id == first.article_id:
            return "article"
        if one is not None and other is not None and one.group == other.group:
            return "copy"
        return "agency" if self._named[origin][1] else "publisher"


def _name_of(reports: Sequence[Report]) -> tuple[str | None, bool]:
    """Return what an origin is called, and whether it is an agency."""
    agency = origin_of(reports)
    return (agency, True) if agency else (reports[0].publisher, False)


def _exchanges(reader: LedgerReader, statements: Sequence[str]) -> tuple[ExchangeNamed, ...]:
    """Return the exchanges with one of those statements, the latest first."""
    if SummaryBook(connection=reader.connection).is_current():
        ids = _exchange_ids(reader.connection, statements)
        found: Iterable[ExchangeView] = (show_exchange(reader, each) for each in ids)
    else:
        every = set(statements)
        found = [
            each
            for each in find_exchanges(reader)
            if any(turn.statement_id in every for turn in each.turns)
        ][:_MOST]
    return tuple(
        ExchangeNamed(id=each.id, title=each.title, turns=len(each.turns)) for each in found
    )


def _exchange_ids(connection: Connection, statements: Sequence[str]) -> Sequence[str]:
    query = (
        select(exchanges.c.id)
        .join(turns, turns.c.exchange == exchanges.c.seq)
        .where(turns.c.statement_id.in_(wanted_values(statements)))
        .group_by(exchanges.c.id)
        .order_by(exchanges.c.latest.desc(), exchanges.c.turns.desc(), exchanges.c.id)
        .limit(_MOST)
    )
    return connection.execute(query).scalars().all()
