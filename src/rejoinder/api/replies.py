"""The right of reply in a ledger: who is accused, who answered, and who carried both."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from rejoinder.api.choices import at_most, check_days, choose_any

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.ledger.read import LedgerReader
    from rejoinder.views.replies import ReplyFilter
    from rejoinder.views.reply import AccusationView, RepliesView

__all__ = ["Replying"]


class _Kinds(TypedDict, total=False):
    """What `Replying.replies` may be asked for by name alone."""

    matter: str | None
    accuser: str | None
    target: str | None
    demands: bool
    shown: str | None


class _Asked(_Kinds, total=False):
    """The conditions of `Replying.replies`."""

    publisher: str | None
    party: str | None
    since: date | None
    until: date | None


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
        unanswered: bool = False,
        limit: int | None = None,
        after: str | None = None,
        **kinds: Unpack[_Kinds],
    ) -> "RepliesView":
        """Return the accusations with the answers in this ledger, the latest first.

        That there is no answer in this ledger never says that there was none.

        Args:
            publisher: name of one who carried the accusation, or part of names.
            party: an actor id, or part of the name of one who accuses or is accused.
            since: first day on which it may have been made.
            until: last day of the same.
            matter: words, "phrases" and beginnings* that a statement that makes it holds.
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

        asked = _Asked(publisher=publisher, party=party, since=since, until=until, **kinds)
        if unanswered:
            asked["shown"] = "unanswered"
        with _wanted(self._file, limit=limit, **asked) as (reader, wanted):
            return find_or_list(reader, wanted, after)

    def reply_page(
        self, *, limit: int, after: str | None = None, **asked: Unpack[_Asked]
    ) -> "tuple[tuple[AccusationView, ...], int]":
        """Return some of the accusations that `replies` returns, and how many there are in all.

        Raises:
            ConfigError: as there.
            NotFound: as there.
        """
        from rejoinder.views.reply_list import find_page

        with _wanted(self._file, limit=limit, **asked) as (reader, wanted):
            return find_page(reader, wanted, after)

    def reply_count(self, **asked: Unpack[_Asked]) -> int:
        """Return how many accusations `replies` would return.

        Raises:
            ConfigError: as there.
        """
        from rejoinder.views.reply_list import count_accusations

        with _wanted(self._file, **asked) as (reader, wanted):
            return count_accusations(reader, wanted)


@contextmanager
def _wanted(
    file: "LedgerFile", *, limit: int | None = None, **asked: Unpack[_Asked]
) -> "Iterator[tuple[LedgerReader, ReplyFilter]]":
    """Give a reader of the ledger, and what is wanted with the ids of whom the names mean.

    Raises:
        ConfigError: there is no such ``shown``.
    """
    from rejoinder.ledger.lookup import actors_called
    from rejoinder.ledger.read import open_reader
    from rejoinder.views.on_matter import statements_on
    from rejoinder.views.replies import ReplyFilter, Shown

    check_days(asked.get("since"), asked.get("until"))
    matter = asked.get("matter")
    shown = choose_any(Shown, asked.get("shown"), "kind of answer")
    names = asked.get("party"), asked.get("accuser"), asked.get("target")
    with open_reader(file, canonical=True) as reader:
        party, accuser, target = (
            actors_called(reader.connection, name, roles=False) if name else () for name in names
        )
        yield (
            reader,
            ReplyFilter(
                publisher=asked.get("publisher"),
                party=names[0],
                ids=party,
                accuser=names[1],
                accuser_ids=accuser,
                target=names[2],
                target_ids=target,
                holding=None if matter is None else statements_on(reader.connection, matter),
                demands=asked.get("demands", False),
                shown=shown,
                since=asked.get("since"),
                until=asked.get("until"),
                limit=at_most(limit),
            ),
        )
