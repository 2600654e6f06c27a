"""Claims and replies in a ledger: who asserts and denies what, and who answered accusations."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.ledger.read import LedgerReader
    from rejoinder.model.ids import ActorId
    from rejoinder.views.claims import ClaimView
    from rejoinder.views.reply import RepliesView

__all__ = ["Claiming"]


class Claiming:
    """The part of a ledger that is about claims and the right of reply."""

    _file: "LedgerFile"

    def claims(
        self,
        matter: str | None = None,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        *,
        contested: bool = False,
        limit: int | None = None,
        after: str | None = None,
    ) -> "tuple[ClaimView, ...]":
        """Return what is claimed, with who asserts and who denies it; contested claims first.

        Then come those that most independent origins tell of. Nothing says who is right.

        Args:
            matter: words that its statements hold, in any form and order; synonyms will do.
            party: an actor id, or part of the name of one who takes a side.
            since: first day on which one of its statements may have been made.
            until: last day of the same.
            contested: only what one party asserts and another denies.
            limit: at most so many.
            after: only what comes behind the claim with that id.

        Raises:
            NotFound: no claim has the id ``after``, or not any more.
        """
        from rejoinder.views.claim_list import find_or_list
        from rejoinder.views.claims import ClaimFilter

        with _read(self._file, party) as (reader, ids):
            wanted = ClaimFilter(
                contested=contested,
                party=party,
                ids=ids,
                matter=matter,
                since=since,
                until=until,
                limit=limit,
            )
            return tuple(find_or_list(reader, wanted, after))

    def claim_count(
        self,
        matter: str | None = None,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        *,
        contested: bool = False,
        limit: int | None = None,
    ) -> int:
        """Return how many claims `claims` would return; with ``limit``, no more than that."""
        from rejoinder.views.claim_list import count_claims
        from rejoinder.views.claims import ClaimFilter

        with _read(self._file, party) as (reader, ids):
            wanted = ClaimFilter(
                contested=contested,
                party=party,
                ids=ids,
                matter=matter,
                since=since,
                until=until,
                limit=limit,
            )
            return count_claims(reader, wanted)

    def claim(self, key: str) -> "ClaimView":
        """Return the claim with that id.

        Raises:
            NotFound: there is none.
        """
        from rejoinder.views.claim_list import show_claim

        with _read(self._file, None) as (reader, _):
            return show_claim(reader, key)

    def replies(
        self,
        publisher: str | None = None,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        *,
        demands: bool = False,
        unanswered: bool = False,
        limit: int | None = None,
    ) -> "RepliesView":
        """Return the accusations with the answers in this ledger, the latest first.

        That there is no answer in this ledger never says that there was none.

        Args:
            publisher: part of the name of one who carried the accusation.
            party: an actor id, or part of the name of one who accuses or is accused.
            since: first day on which it may have been made.
            until: last day of the same.
            demands: demands too.
            unanswered: only those that name somebody of whom this ledger has no answer.
            limit: at most so many accusations; the table of publishers counts all the same.
        """
        from rejoinder.ledger.copies import reports_with_copies
        from rejoinder.views.replies import ReplyFilter, find_replies

        with _read(self._file, party) as (reader, ids):
            wanted = ReplyFilter(
                publisher=publisher,
                party=party,
                ids=ids,
                demands=demands,
                unanswered=unanswered,
                since=since,
                until=until,
                limit=limit,
            )
            articles = {each.id for each in reader.articles()}
            return find_replies(reader, reports_with_copies(reader.connection, articles), wanted)


@contextmanager
def _read(
    file: "LedgerFile", party: str | None
) -> "Iterator[tuple[LedgerReader, Collection[ActorId]]]":
    """Give a reader of the ledger, and the ids of whom the party's name means."""
    from rejoinder.ledger.lookup import actors_called
    from rejoinder.ledger.read import open_reader

    with open_reader(file, canonical=True) as reader:
        yield reader, actors_called(reader.connection, party, roles=False) if party else ()
