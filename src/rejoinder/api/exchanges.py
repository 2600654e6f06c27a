"""Exchanges of a ledger: who answered whom."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from rejoinder.api.choices import at_most, check_days, least_score

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.ledger.read import LedgerReader
    from rejoinder.model.ids import ArticleId, StatementId
    from rejoinder.views.exchange import ExchangeView
    from rejoinder.views.exchange_list import ExchangeFilter

__all__ = ["Exchanges"]


class _Asked(TypedDict, total=False):
    """The conditions of `Exchanges.exchanges`."""

    party: str | None
    since: date | None
    until: date | None
    matter: str | None
    unanswered: bool
    least: float | None


class Exchanges:
    """The part of a ledger that is about who answered whom.

    Lists are found in the summaries, and of the articles only those are read that are shown; where
    the summaries are not up to date, all of them, with the same outcome.
    """

    _file: "LedgerFile"

    def exchanges(
        self,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        *,
        matter: str | None = None,
        unanswered: bool = False,
        least: float | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> "tuple[ExchangeView, ...]":
        """Return the exchanges between parties, the latest first.

        Args:
            party: an actor id, or part of the name of one who takes part.
            since: first day on which one of its turns may have been said.
            until: last day of the same.
            matter: words, "phrases" and beginnings* that one of its turns holds.
            unanswered: only those with an accusation or a demand that nobody answers.
            least: score that a link needs to count, 0 to 1; exchanges are then what is left of
                them, under ids of their own.
            limit: at most so many.
            after: only what comes behind the exchange with that id.

        Raises:
            ConfigError: ``least`` is not from 0 to 1.
            NotFound: no exchange has the id ``after``, or not any more.
        """
        from rejoinder.views.exchange_list import find_or_list

        asked = _Asked(
            party=party,
            since=since,
            until=until,
            matter=matter,
            unanswered=unanswered,
            least=least,
        )
        with _wanted(self._file, limit=limit, after=after, **asked) as (reader, wanted):
            return tuple(find_or_list(reader, wanted))

    def exchange_page(
        self, *, limit: int, after: str | None = None, **asked: Unpack[_Asked]
    ) -> "tuple[tuple[ExchangeView, ...], int]":
        """Return some of the exchanges that `exchanges` returns, and how many there are in all.

        Raises:
            NotFound: as there.
        """
        from rejoinder.views.exchange_list import find_page

        with _wanted(self._file, limit=limit, after=after, **asked) as (reader, wanted):
            shown, total = find_page(reader, wanted)
            return tuple(shown), total

    def exchange_count(self, *, limit: int | None = None, **asked: Unpack[_Asked]) -> int:
        """Return how many exchanges `exchanges` would return; with ``limit``, no more than that."""
        from rejoinder.views.exchange_list import count_exchanges

        with _wanted(self._file, limit=limit, **asked) as (reader, wanted):
            return count_exchanges(reader, wanted)

    def exchange(self, key: str) -> "ExchangeView":
        """Return the exchange with that id, or the one with a statement of that id.

        Raises:
            NotFound: there is none.
        """
        from rejoinder.ledger.read import open_reader
        from rejoinder.views.exchange_list import show_exchange

        with open_reader(self._file, canonical=True) as reader:
            return show_exchange(reader, key)

    def turns_within(self, article: "ArticleId") -> "frozenset[StatementId]":
        """Return the statements of an article that are turns of an exchange."""
        from rejoinder.ledger.read import open_reader
        from rejoinder.views.exchange_list import turns_within

        with open_reader(self._file, canonical=True) as reader:
            return turns_within(reader, article)


@contextmanager
def _wanted(
    file: "LedgerFile",
    *,
    limit: int | None,
    after: str | None = None,
    **asked: Unpack[_Asked],
) -> "Iterator[tuple[LedgerReader, ExchangeFilter]]":
    """Give a reader of the ledger, and what is wanted with the ids of whom the name means."""
    from rejoinder.ledger.lookup import actors_called
    from rejoinder.ledger.read import open_reader
    from rejoinder.views.exchange_list import ExchangeFilter

    check_days(asked.get("since"), asked.get("until"))
    party = asked.get("party")
    asked["least"] = least_score(asked.get("least"))
    with open_reader(file, canonical=True) as reader:
        ids = actors_called(reader.connection, party, roles=False) if party else ()
        yield reader, ExchangeFilter(ids=ids, limit=at_most(limit), after=after, **asked)
