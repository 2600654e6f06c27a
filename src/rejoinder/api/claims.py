"""Claims in a ledger: who asserts and who denies what."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from rejoinder.api.choices import at_most, check_days
from rejoinder.api.replies import Replying

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.ledger.read import LedgerReader
    from rejoinder.views.claims import ClaimFilter, ClaimView

__all__ = ["Claiming"]


class _Asked(TypedDict, total=False):
    """The conditions of `Claiming.claims`."""

    matter: str | None
    party: str | None
    since: date | None
    until: date | None
    contested: bool


class Claiming(Replying):
    """The part of a ledger that is about claims."""

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

        asked = _Asked(matter=matter, party=party, since=since, until=until, contested=contested)
        with _wanted(self._file, limit=limit, **asked) as (reader, wanted):
            return tuple(find_or_list(reader, wanted, after))

    def claim_network(
        self,
        matter: str | None = None,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        *,
        contested: bool = False,
        limit: int | None = None,
        network: str = "twomode",
        form: str = "graphml",
        duplicates: str = "origin",
        states: bool = False,
    ) -> bytes:
        """Return who asserts or denies which claims as a discourse network, in DNA's terms.

        The concepts are the claims; who asserts or concedes one agrees with it, who denies it does
        not. Networks, forms, duplicates and states are those of `Ledger.discourse`, claims those
        of `claims`.

        Raises:
            ConfigError: there is no such network, form or way with duplicates.
        """
        from rejoinder.exports.dna import write_network
        from rejoinder.views.codings import codings_of_claims

        found = self.claims(matter, party, since, until, contested=contested, limit=limit)
        with self._file.reading() as connection:
            codings = codings_of_claims(connection, found, states=states)
        return write_network(codings, network, form, duplicates)

    def claim_count(self, *, limit: int | None = None, **asked: Unpack[_Asked]) -> int:
        """Return how many claims `claims` would return; with ``limit``, no more than that."""
        from rejoinder.views.claim_list import count_claims

        with _wanted(self._file, limit=limit, **asked) as (reader, wanted):
            return count_claims(reader, wanted)

    def claim(self, key: str) -> "ClaimView":
        """Return the claim with that id.

        Raises:
            NotFound: there is none.
        """
        from rejoinder.ledger.read import open_reader
        from rejoinder.views.claim_list import show_claim

        with open_reader(self._file, canonical=True) as reader:
            return show_claim(reader, key)


@contextmanager
def _wanted(
    file: "LedgerFile", *, limit: int | None, **asked: Unpack[_Asked]
) -> "Iterator[tuple[LedgerReader, ClaimFilter]]":
    """Give a reader of the ledger, and what is wanted with the ids of whom the name means."""
    from rejoinder.ledger.lookup import actors_called
    from rejoinder.ledger.read import open_reader
    from rejoinder.views.claims import ClaimFilter

    check_days(asked.get("since"), asked.get("until"))
    party = asked.get("party")
    with open_reader(file, canonical=True) as reader:
        ids = actors_called(reader.connection, party, roles=False) if party else ()
        yield reader, ClaimFilter(ids=ids, limit=at_most(limit), **asked)
