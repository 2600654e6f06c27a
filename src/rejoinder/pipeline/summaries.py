"""Summaries of a ledger, kept up to date in the transaction that changes what they are made of.

They say which statements belong together, so that a view need not read every article to find out.
What is shown is put together from the records all the same, by the functions that views use.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rejoinder.exchanges.assemble import assemble
from rejoinder.exchanges.fitting import still_fits
from rejoinder.exchanges.matter import stems
from rejoinder.ledger.accusation_book import AccusationBook
from rejoinder.ledger.claim_book import ClaimBook
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.deed_book import DeedBook
from rejoinder.ledger.exchange_book import ExchangeBook, Placed
from rejoinder.ledger.exchange_rows import Joined
from rejoinder.ledger.found_article_book import FoundArticleBook
from rejoinder.ledger.found_book import FoundBook
from rejoinder.ledger.presence_book import PresenceBook
from rejoinder.ledger.reach import reach
from rejoinder.ledger.tally_book import TallyBook
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.date import DateInterval
from rejoinder.model.exchange import Exchange
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.claiming import place_claims, take_claims
from rejoinder.pipeline.components import components_of
from rejoinder.pipeline.deeds import take_deeds
from rejoinder.pipeline.finding import take_found, take_found_articles

__all__ = ["Rebuilt", "catch_up_summaries", "rebuild_summaries", "refresh_summaries"]

_AT_ONCE = 128
_SEEDS = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What making the summaries again came to.

    Attributes:
        was_current: they claimed to be up to date.
        differed: they said something else than they say now.
    """

    was_current: bool
    differed: bool


def refresh_summaries(book: SummaryBook) -> None:
    """Bring the summaries up to date with what has changed; make them where there are none.

    Args:
        book: within the transaction of writing.
    """
    exchanges = ExchangeBook(connection=book.connection, stems=stems)
    tallies = TallyBook(connection=book.connection)
    presence = PresenceBook(connection=book.connection)
    claims = ClaimBook(connection=book.connection)
    found = FoundBook(connection=book.connection)
    found_articles = FoundArticleBook(connection=book.connection)
    deeds = DeedBook(connection=book.connection)
    if not book.is_made():
        book.start_again()
        exchanges.clear()
        tallies.clear()
        presence.clear()
        claims.clear()
        AccusationBook(connection=book.connection).clear()
        found.clear()
        found_articles.clear()
        deeds.clear()
    for articles in book.stale(_AT_ONCE):
        tallies.count(articles)
        presence.count(articles)
        linked = exchanges.put_links(articles, _fitting(exchanges, articles))
        records, reports = list(claims.records(articles)), deeds.reports(articles)
        take_deeds(deeds, articles, records, reports)
        take_claims(claims, articles, records, linked, reports)
        take_found(found, articles, records)
        take_found_articles(found_articles, reports)
    while members := exchanges.unplaced(_SEEDS):
        _place(exchanges, members)
    place_claims(claims)
    book.finish()


def rebuild_summaries(ledger: LedgerFile) -> Rebuilt:
    """Drop the summaries and make them again from the records, in one transaction."""
    with ledger.writing() as connection:
        book = SummaryBook(connection=connection)
        current, before = book.is_current(), book.digest()
        book.start_again()
        refresh_summaries(book)
        return Rebuilt(was_current=current, differed=book.digest() != before)


def catch_up_summaries(ledger: LedgerFile) -> bool:
    """Bring the summaries up to date if they are not; say whether they were not."""
    with ledger.reading() as connection:
        if SummaryBook(connection=connection).is_current():
            return False
    with ledger.writing() as connection:
        refresh_summaries(SummaryBook(connection=connection))
    return True


def _fitting(book: ExchangeBook, articles: Sequence[str]) -> dict[str, Joined]:
    """Return the links from and to those articles that fit those whom they connect."""
    found = book.links_at(articles)
    across = [each.link for each in found.values() if each.article != each.other]
    # What an article hands on of what it answers within itself counts for its links to others.
    within = book.links_from({link.answer for link in across})
    ends = {end for link in (*across, *within) for end in (link.answer, link.answered)}
    home = _home(book.records(ends), within)
    return {key: each for key, each in found.items() if _fits(each, home)}


def _home(records: Iterable[ArticleRecord], links: Iterable[Link]) -> dict[str, ArticleRecord]:
    """Return the records by statement, each with the links that lead from it."""
    by_answer: dict[StatementId, list[Link]] = {}
    for link in links:
        by_answer.setdefault(link.answer, []).append(link)
    home: dict[str, ArticleRecord] = {}
    for record in records:
        own = [link for each in record.statements for link in by_answer.get(each.id, ())]
        linked = replace(record, links=tuple(own))
        home.update((each.id, linked) for each in record.statements)
    return home


def _fits(joined: Joined, home: Mapping[str, ArticleRecord]) -> bool:
    link = joined.link
    at, there = home.get(link.answer), home.get(link.answered)
    return (
        joined.article == joined.other or at is None or there is None or still_fits(link, at, there)
    )


def _place(book: ExchangeBook, members: Collection[StatementId]) -> None:
    """Put statements, and all that they are connected with, into their exchanges."""
    links = book.links_among(members)
    records = book.records({end for link in links for end in (link.answer, link.answered)})
    days = {
        statement.id: (statement.said or record.article.published)
        for record in records
        for statement in record.statements
    }
    found = [_placed(each, days) for each in assemble(records, links, {})]
    pairs = [(link.answer, StatementId(link.answered)) for link in links]
    book.place(components_of(members, pairs), found)


def _placed(exchange: Exchange, days: Mapping[StatementId, DateInterval | None]) -> Placed:
    turns = tuple(turn.statement_id for turn in exchange.turns)
    known = [day for one in turns if (day := days[one]) is not None]
    return Placed(
        id=exchange.id,
        turns=turns,
        reach=reach((day.start, day.end) for day in known),
        unanswered=len(exchange.unanswered),
    )
