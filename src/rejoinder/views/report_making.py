"""Reports put together from a ledger: of an exchange, an actor, a dispute, or the whole of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, TypedDict

from rejoinder.errors import ConfigError
from rejoinder.ledger.lookup import actors_called
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.ids import ActorId
from rejoinder.views.actor import ActorHistory, show_actor
from rejoinder.views.actors import ActorView
from rejoinder.views.between import claims_between, exchanges_between, said_between
from rejoinder.views.citations import find_citations, find_stages
from rejoinder.views.claim_list import count_claims, show_claim
from rejoinder.views.claim_list import find_or_list as find_claims
from rejoinder.views.claims import ClaimFilter, ClaimView
from rejoinder.views.deeds import find_sides, told_between
from rejoinder.views.exchange import ExchangeView
from rejoinder.views.exchange_list import ExchangeFilter, count_exchanges, show_exchange
from rejoinder.views.exchange_list import find_or_list as find_exchanges
from rejoinder.views.filters import StatementFilter
from rejoinder.views.listing import find_statement_page
from rejoinder.views.overview import find_overview
from rejoinder.views.reply import AccusationView
from rejoinder.views.report import Report, ReportOf, Section, statements_of, unknown_of
from rejoinder.views.statements import find_statements

__all__ = ["ACCUSATIONS", "Accusations", "make_report"]

_EXCHANGES: Final = 12
_CLAIMS: Final = 20
ACCUSATIONS: Final = 30
_STATEMENTS: Final = 200
"""So many at most of each in a report; the report says of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accusations:
    """Some accusations, the latest first, and how many there are of them."""

    shown: Sequence[AccusationView]
    total: int


class _Days(TypedDict):
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    title: str
    sections: Sequence[Section]
    actor: ActorHistory | None = None
    parties: tuple[tuple[str, tuple[ActorId, ...]], ...] = ()


def make_report(
    reader: LedgerReader,
    asked: ReportOf,
    accusations: Sequence[Accusations],
    *,
    ledger: str,
    made: datetime,
    version: str,
) -> Report:
    """Return the report.

    Args:
        reader: of the ledger, in its ids.
        asked: what it is to be of.
        accusations: those that belong in it: without an answer; or by the actor and against him;
            or by the one party against the other and back.
        ledger: name of the file.
        made: the time.
        version: of Rejoinder.

    Raises:
        NotFound: there is no such exchange, or nobody goes by a name.
        ConfigError: both parties of the dispute are one.
    """
    found = _found(reader, asked, accusations, ledger)
    ids = {
        each for section in found.sections for item in section.items for each in statements_of(item)
    }
    citations = find_citations(reader.connection, ids)
    whole = find_overview(reader.connection)
    sources = {each.source.number: each.source for each in citations.values()}
    return Report(
        title=found.title,
        asked=asked,
        ledger=ledger,
        made=made,
        version=version,
        whole=whole,
        actor=found.actor,
        parties=found.parties,
        sections=tuple(found.sections),
        citations=citations,
        sources=tuple(sources[number] for number in sorted(sources)),
        stages=find_stages(reader.connection),
        unknown=tuple(unknown_of(found.sections, citations, sources.values(), whole)),
    )


def _found(
    reader: LedgerReader, asked: ReportOf, accusations: Sequence[Accusations], ledger: str
) -> _Found:
    if asked.exchange is not None:
        return _of_exchange(reader, asked.exchange)
    if asked.actor is not None:
        return _of_actor(reader, asked.actor, asked, accusations)
    if asked.dispute is not None:
        return _of_dispute(reader, asked.dispute, asked, accusations)
    return _of_ledger(reader, ledger, asked, accusations)


def _of_exchange(reader: LedgerReader, key: str) -> _Found:
    view = show_exchange(reader, key)
    section = Section(
        title="The exchange, turn by turn",
        note="In the order of what answers what, then of date.",
        items=(view,),
        total=1,
        none="",
    )
    return _Found(title=view.title, sections=[section])


def _of_ledger(
    reader: LedgerReader, name: str, asked: ReportOf, accusations: Sequence[Accusations]
) -> _Found:
    days: _Days = {"since": asked.since, "until": asked.until}
    exchanges = ExchangeFilter(**days, limit=_EXCHANGES)
    claims = ClaimFilter(**days, contested=True, limit=_CLAIMS)
    sections = [
        _exchanges(
            find_exchanges(reader, exchanges),
            count_exchanges(reader, replace(exchanges, limit=None)),
        ),
        _claims(find_claims(reader, claims), count_claims(reader, replace(claims, limit=None))),
        *_accusations(
            ["Accusations without an answer in this ledger"],
            accusations,
            "Those that name somebody who could have answered, the latest first. That no answer is "
            "in this ledger does not say that there was none.",
        ),
    ]
    return _Found(title=f"What {name} holds", sections=sections)


def _of_actor(
    reader: LedgerReader, name: str, asked: ReportOf, accusations: Sequence[Accusations]
) -> _Found:
    history = show_actor(reader.connection, name)
    actor, name = history.view.id, history.view.name
    ids = actors_called(reader.connection, actor, roles=False)
    days: _Days = {"since": asked.since, "until": asked.until}
    exchanges = ExchangeFilter(**days, party=actor, ids=ids, limit=_EXCHANGES)
    claims = ClaimFilter(**days, party=actor, ids=ids, limit=_CLAIMS)
    sections = [
        _said(reader, f"What {name} says", StatementFilter(speaker=actor, **days)),
        _said(reader, f"What is said of {name}", StatementFilter(about=actor, **days)),
        _exchanges(
            find_exchanges(reader, exchanges),
            count_exchanges(reader, replace(exchanges, limit=None)),
        ),
        _claims(find_claims(reader, claims), count_claims(reader, replace(claims, limit=None))),
        *_accusations([f"Accusations by {name}", f"Accusations against {name}"], accusations),
    ]
    return _Found(title=name, sections=sections, actor=history)


def _of_dispute(
    reader: LedgerReader,
    names: tuple[str, str],
    asked: ReportOf,
    accusations: Sequence[Accusations],
) -> _Found:
    connection = reader.connection
    left, right = (show_actor(connection, each).view for each in names)
    if left.id == right.id:
        raise ConfigError(f"{names[0]!r} and {names[1]!r} are one actor; name two")
    ours, theirs = _sides(reader, left, right)
    sections = [
        _between(reader, f"What {one.name} says of {other.name}", here, there, asked)
        for one, other, here, there in (
            (left, right, ours, theirs),
            (right, left, theirs, ours),
        )
    ]
    if SummaryBook(connection=connection).is_current():
        met = exchanges_between(connection, ours, theirs, since=asked.since, until=asked.until)
        views = [show_exchange(reader, each) for each in met[:_EXCHANGES]]
        disputed = claims_between(connection, ours, theirs, since=asked.since, until=asked.until)
        shown = [show_claim(reader, each) for each in disputed[:_CLAIMS]]
        sections += [_exchanges(views, len(met)), _claims(shown, len(disputed))]
    titles = [
        f"Accusations by {one.name} against {other.name}"
        for one, other in ((left, right), (right, left))
    ]
    sections += _accusations(titles, accusations)
    return _Found(
        title=f"{left.name} and {right.name}",
        sections=sections,
        parties=((left.name, tuple(sorted(ours))), (right.name, tuple(sorted(theirs)))),
    )


def _sides(
    reader: LedgerReader, left: ActorView, right: ActorView
) -> tuple[frozenset[ActorId], frozenset[ActorId]]:
    """Return who counts as the one party and who as the other, as on the page of the two."""
    connection = reader.connection
    if SummaryBook(connection=connection).is_current():
        sides = find_sides(connection, left.id, right.id, alone=False)
        return sides.ours, sides.theirs
    told = told_between(connection, left.id, right.id)
    return told.ours, told.theirs


def _between(
    reader: LedgerReader,
    title: str,
    ours: Collection[ActorId],
    theirs: Collection[ActorId],
    asked: ReportOf,
) -> Section:
    ids, total = said_between(
        reader.connection, ours, theirs, since=asked.since, until=asked.until, limit=_STATEMENTS
    )
    return Section(
        title=title,
        note="By the date of saying, else of publication; undated ones last.",
        items=tuple(find_statements(reader.connection, StatementFilter(ids=ids))),
        total=total,
        none="No such statement is in this ledger.",
    )


def _said(reader: LedgerReader, title: str, wanted: StatementFilter) -> Section:
    page = find_statement_page(reader.connection, wanted, after=None, limit=_STATEMENTS)
    return Section(
        title=title,
        note="By the date of saying, else of publication; undated ones last.",
        items=tuple(find_statements(reader.connection, StatementFilter(ids=page.ids))),
        total=page.total,
        none="No such statement is in this ledger.",
    )


def _exchanges(views: Sequence[ExchangeView], total: int) -> Section:
    return Section(
        title="Exchanges",
        note="Statements that answer each other, the latest exchange first.",
        items=tuple(views),
        total=total,
        none="No statement of this kind answers another in this ledger.",
    )


def _claims(views: Sequence[ClaimView], total: int) -> Section:
    return Section(
        title="Claims",
        note="What is asserted, with who asserts and who denies it: contested claims first, then "
        "those that most independent origins tell of. Copies of one text count as one origin.",
        items=tuple(views),
        total=total,
        none="No such claim is in this ledger.",
    )


def _accusations(
    titles: Sequence[str],
    found: Sequence[Accusations],
    note: str = "The latest first, with the answers that this ledger knows.",
) -> list[Section]:
    return [
        Section(
            title=title,
            note=note,
            items=tuple(each.shown),
            total=each.total,
            none="No such accusation is in this ledger.",
        )
        for title, each in zip(titles, found, strict=True)
    ]
