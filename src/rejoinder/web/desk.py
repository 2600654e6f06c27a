"""The desk: the open ledger, its pages, and what was last worked out of it."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final, TypeVar, cast

from fastapi import Depends, Request

from rejoinder.api.workbench import Workbench
from rejoinder.errors import NotFound
from rejoinder.web.pages import Pages, build_pages
from rejoinder.web.settings import Settings

if TYPE_CHECKING:
    from rejoinder.api import ActorView, ArticleView, ClaimView, ExchangeView, RepliesView
    from rejoinder.api.workbench import CopyMember, LinkedView, OverviewView

__all__ = ["ALL_CLAIMS", "ALL_EXCHANGES", "UNANSWERED", "AtDesk", "Desk"]

ALL_EXCHANGES: Final = ("exchanges", None, None, None, False)
ALL_CLAIMS: Final = ("claims", None, None, None, None, False)
UNANSWERED: Final = "unanswered"
"""The keys of what goes over the whole ledger, for `Desk.knows`."""

_Value = TypeVar("_Value")
_KEPT: Final = 48
"""Answers kept: enough for the pages that several people have open."""


class Desk:
    """What routes work with: the ledger, read-only, and the pages.

    Views that go over the whole ledger are worked out once for each state of the ledger; when
    somebody writes to it, the next request works them out anew.
    """

    def __init__(self, settings: Settings) -> None:
        """Open the ledger.

        Raises:
            LedgerError: it is not there or may not be used.
        """
        self.settings = settings
        self.ledger = Workbench(str(settings.ledger))
        self.pages: Pages = build_pages(settings, self.ledger.name)
        self._known: OrderedDict[Hashable, tuple[object, object]] = OrderedDict()
        self._turns: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let go of the ledger."""
        self.ledger.close()

    def remember(self, key: Hashable, work_out: Callable[[], _Value]) -> _Value:
        """Return what was worked out for the key since the ledger last changed, or do it now.

        Requests that ask for the same at the same time wait for the first of them.
        """
        with self._lock:
            turn = self._turns.setdefault(key, threading.Lock())
        with turn:
            # Taken before the work: if somebody writes meanwhile, it is done again next time.
            state = self.ledger.state()
            with self._lock:
                known = self._known.get(key)
                if known is not None and known[0] == state:
                    self._known.move_to_end(key)
                    return cast("_Value", known[1])
            value = work_out()
            with self._lock:
                self._known[key] = (state, value)
                self._known.move_to_end(key)
                while len(self._known) > _KEPT:
                    old, _ = self._known.popitem(last=False)
                    self._turns.pop(old, None)
            return value

    def knows(self, *keys: Hashable) -> bool:
        """Say whether all that was worked out since the ledger last changed."""
        state = self.ledger.state()
        with self._lock:
            found = [self._known.get(key) for key in keys]
        return all(each is not None and each[0] == state for each in found)

    def forget(self) -> None:
        """Forget what was worked out, as after a change of the ledger."""
        with self._lock:
            self._known.clear()

    def overview(self) -> "OverviewView":
        """Return the ledger in numbers."""
        return self.remember("overview", self.ledger.overview)

    def actors(self) -> "tuple[ActorView, ...]":
        """Return the actors, those who speak most first."""
        return self.remember("actors", self.ledger.actors)

    def article(self, ref: str) -> "tuple[ArticleView, tuple[LinkedView, ...]]":
        """Return the article that goes by that ref or id, and the links that touch it.

        Raises:
            NotFound: no article does, or several do.
        """

        def find() -> "tuple[ArticleView, tuple[LinkedView, ...]]":
            found = self.ledger.article(ref)
            return found, self.ledger.links(found.record.article.id)

        return self.remember(("article", ref), find)

    def copies(self, group: str | None) -> "tuple[CopyMember, ...]":
        """Return the articles of a group of copies, the earliest known first."""
        found = self.remember("copies", self.ledger.copies) if group else ()
        return next((each.members for each in found if each.id == group), ())

    def exchanges(
        self,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        *,
        unanswered: bool = False,
    ) -> "tuple[ExchangeView, ...]":
        """Return the exchanges that `Ledger.exchanges` finds, the latest first."""
        return self.remember(
            ("exchanges", party, since, until, unanswered),
            lambda: self.ledger.exchanges(party, since, until, unanswered=unanswered),
        )

    def exchange(self, key: str) -> "ExchangeView":
        """Return the exchange with that id, or the one that holds the statement with that id.

        Raises:
            NotFound: there is none.
        """
        for exchange in self.exchanges():
            if exchange.id == key or any(turn.statement_id == key for turn in exchange.turns):
                return exchange
        raise NotFound(
            f"no exchange goes by {key!r}; it has another id since statements joined or left it"
        )

    def claims(
        self,
        matter: str | None = None,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        *,
        contested: bool = False,
    ) -> "tuple[ClaimView, ...]":
        """Return the claims that `Ledger.claims` finds, contested ones first."""
        return self.remember(
            ("claims", matter, party, since, until, contested),
            lambda: self.ledger.claims(matter, party, since, until, contested=contested),
        )

    def unanswered(self) -> "RepliesView":
        """Return the accusations that name somebody of whom this ledger has no answer."""
        return self.remember(UNANSWERED, lambda: self.ledger.replies(unanswered=True))


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(_desk)]
"""What a route asks for to get at the ledger and the pages."""
