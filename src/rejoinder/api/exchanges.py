"""Exchanges of a ledger: who answered whom."""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.ledger.read import LedgerReader
    from rejoinder.model.ids import ArticleId, StatementId
    from rejoinder.views.exchange import ExchangeView
    from rejoinder.views.exchange_list import ExchangeFilter

__all__ = ["Exchanges"]


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
            limit: at most so many.
            after: only what comes behind the exchange with that id.

        Raises:
            NotFound: no exchange has the id ``after``, or not any more.
        """
        from rejoinder.ledger.read import open_reader
        from rejoinder.views.exchange_list import find_or_list

        with open_reader(self._file, canonical=True) as reader:
            wanted = _filter(
                reader,
                party,
                matter,
                (since, until),
                unanswered=unanswered,
                limit=limit,
                after=after,
            )
            return tuple(find_or_list(reader, wanted))

    def exchange_page(
        self,
        *,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        matter: str | None = None,
        unanswered: bool = False,
        limit: int,
        after: str | None = None,
    ) -> "tuple[tuple[ExchangeView, ...], int]":
        """Return some of the exchanges that `exchanges` returns, and how many there are in all.

        Raises:
            NotFound: as there.
        """
        from rejoinder.ledger.read import open_reader
        from rejoinder.views.exchange_list import find_page

        with open_reader(self._file, canonical=True) as reader:
            wanted = _filter(
                reader,
                party,
                matter,
                (since, until),
                unanswered=unanswered,
                limit=limit,
                after=after,
            )
            shown, total = find_page(reader, wanted)
            return tuple(shown), total

    def exchange_count(
        self,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        *,
        matter: str | None = None,
        unanswered: bool = False,
        limit: int | None = None,
    ) -> int:
        """Return how many exchanges `exchanges` would return; with ``limit``, no more than that."""
        from rejoinder.ledger.read import open_reader
        from rejoinder.views.exchange_list import count_exchanges

        with open_reader(self._file, canonical=True) as reader:
            wanted = _filter(
                reader, party, matter, (since, until), unanswered=unanswered, limit=limit
            )
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


def _filter(
    reader: "LedgerReader",
    party: str | None,
    matter: str | None,
    days: tuple[date | None, date | None],
    *,
    unanswered: bool,
    limit: int | None,
    after: str | None = None,
) -> "ExchangeFilter":
    from rejoinder.ledger.lookup import actors_called
    from rejoinder.views.exchange_list import ExchangeFilter

    return ExchangeFilter(
        party=party,
        ids=actors_called(reader.connection, party, roles=False) if party else (),
        matter=matter,
        since=days[0],
        until=days[1],
        unanswered=unanswered,
        after=after,
        limit=limit,
    )
