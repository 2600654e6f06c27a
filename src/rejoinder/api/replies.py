"""The right of reply in a ledger: who is accused, who answered, and who carried both."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from rejoinder.errors import ConfigError

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.ledger.read import LedgerReader
    from rejoinder.views.replies import ReplyFilter
    from rejoinder.views.reply import AccusationView, RepliesView

__all__ = ["Replying"]


class Replying:
    """The part of a ledger that is about the right of reply."""

    _file: "LedgerFile"

    def replies(
        self,
        publisher: str | None = None,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        *,
        accuser: str | None = None,
        target: str | None = None,
        demands: bool = False,
        unanswered: bool = False,
        shown: str | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> "RepliesView":
        """Return the accusations with the answers in this ledger, the latest first.

        That there is no answer in this ledger never says that there was none.

        Args:
            publisher: name of one who carried the accusation, or part of names.
            party: an actor id, or part of the name of one who accuses or is accused.
            since: first day on which it may have been made.
            until: last day of the same.
            accuser: an actor id, or part of the name of one who accuses.
            target: the same of one who is accused.
            demands: demands too.
            unanswered: only those that name somebody of whom this ledger has no answer.
            shown: by what is known of their answers, such as ``"unanswered"`` or ``"carried"``.
            limit: at most so many accusations; the table of publishers counts all the same.
            after: only what comes behind the accusation with that id.

        Raises:
            ConfigError: there is no such ``shown``.
            NotFound: no accusation has the id ``after``, or not any more.
        """
        from rejoinder.views.reply_list import find_or_list

        with _wanted(
            self._file,
            publisher=publisher,
            names=(party, accuser, target),
            days=(since, until),
            demands=demands,
            shown="unanswered" if unanswered else shown,
            limit=limit,
        ) as (reader, wanted):
            return find_or_list(reader, wanted, after)

    def reply_page(
        self,
        *,
        publisher: str | None = None,
        since: date | None = None,
        until: date | None = None,
        accuser: str | None = None,
        target: str | None = None,
        demands: bool = False,
        shown: str | None = None,
        limit: int,
        after: str | None = None,
    ) -> "tuple[tuple[AccusationView, ...], int]":
        """Return some of the accusations that `replies` returns, and how many there are in all.

        Raises:
            ConfigError: as there.
            NotFound: as there.
        """
        from rejoinder.views.reply_list import find_page

        with _wanted(
            self._file,
            publisher=publisher,
            names=(None, accuser, target),
            days=(since, until),
            demands=demands,
            shown=shown,
            limit=limit,
        ) as (reader, wanted):
            return find_page(reader, wanted, after)

    def reply_count(
        self,
        publisher: str | None = None,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        *,
        accuser: str | None = None,
        target: str | None = None,
        demands: bool = False,
        shown: str | None = None,
    ) -> int:
        """Return how many accusations `replies` would return.

        Raises:
            ConfigError: as there.
        """
        from rejoinder.views.reply_list import count_accusations

        with _wanted(
            self._file,
            publisher=publisher,
            names=(party, accuser, target),
            days=(since, until),
            demands=demands,
            shown=shown,
        ) as (reader, wanted):
            return count_accusations(reader, wanted)


@contextmanager
def _wanted(
    file: "LedgerFile",
    *,
    publisher: str | None,
    names: tuple[str | None, str | None, str | None],
    days: tuple[date | None, date | None],
    demands: bool,
    shown: str | None,
    limit: int | None = None,
) -> "Iterator[tuple[LedgerReader, ReplyFilter]]":
    """Give a reader of the ledger, and what is wanted with the ids of whom the names mean.

    Names are of the party, the accuser and the target; days are the first and the last.

    Raises:
        ConfigError: there is no such ``shown``.
    """
    from rejoinder.ledger.lookup import actors_called
    from rejoinder.ledger.read import open_reader
    from rejoinder.views.replies import ReplyFilter, Shown

    if shown is not None and shown not in frozenset(Shown):
        raise ConfigError(f"no accusations are {shown!r}; choose one of: {', '.join(Shown)}")
    with open_reader(file, canonical=True) as reader:
        ids = [
            actors_called(reader.connection, name, roles=False) if name else () for name in names
        ]
        yield (
            reader,
            ReplyFilter(
                publisher=publisher,
                party=names[0],
                ids=ids[0],
                accuser=names[1],
                accuser_ids=ids[1],
                target=names[2],
                target_ids=ids[2],
                demands=demands,
                shown=Shown(shown) if shown else None,
                since=days[0],
                until=days[1],
                limit=limit,
            ),
        )
