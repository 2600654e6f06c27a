"""The desk: the open ledger, its pages, and what was last worked out of it."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sized
from typing import TYPE_CHECKING, Annotated, Final, TypeVar, cast

from fastapi import Depends, Request

from rejoinder.api.workbench import Workbench
from rejoinder.web.asked import (
    AskedActors,
    AskedClaims,
    AskedExchanges,
    AskedReplies,
    AskedStatements,
)
from rejoinder.web.asked_matters import AskedTimeline
from rejoinder.web.intake.intake import Intake
from rejoinder.web.intake.unpacking import Room
from rejoinder.web.pages import Pages, build_pages
from rejoinder.web.settings import Settings
from rejoinder.web.slices import Page, page_of
from rejoinder.web.timeline import MOST_ROWS

if TYPE_CHECKING:
    from rejoinder.api import ArticleView, ClaimView, ExchangeView
    from rejoinder.api.reviewing import ReviewItem
    from rejoinder.api.workbench import (
        ActorPage,
        ClaimSides,
        CopyMember,
        FrontView,
        LinkedView,
        OverviewView,
        Portrait,
    )
    from rejoinder.model.ids import ArticleId, StatementId

__all__ = ["AtDesk", "Desk"]

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
        self.intake = _intake(settings) if settings.write else None
        self._known: OrderedDict[Hashable, tuple[object, object]] = OrderedDict()
        self._turns: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let go of the ledger, and end what writes to it for a page."""
        if self.intake is not None:
            self.intake.close()
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

    def front(self) -> "FrontView":
        """Return the ledger in numbers, and when it was said."""
        return self.remember("front", lambda: self.ledger.front(MOST_ROWS))

    def publishers(self) -> tuple[str, ...]:
        """Return the names of publishers, who has most articles first."""
        return self.remember("publisher names", self.ledger.publisher_names)

    def actors(self, asked: AskedActors) -> "ActorPage":
        """Return the actors of a page of a list, those who speak most first.

        Raises:
            NotFound: there is none to go on behind.
        """

        def find() -> "ActorPage":
            return self.ledger.actor_page(
                name=asked.name,
                kind=asked.kind,
                country=asked.country,
                after=asked.after,
                limit=asked.limit,
            )

        return self.remember(("actors", asked), find)

    def actor(self, key: str) -> "Portrait":
        """Return the actor with that id, or whom that id of an article leads to.

        Raises:
            NotFound: there is none, or there are several.
        """
        return self.remember(("actor", key), lambda: self.ledger.portrait(key))

    def article(self, ref: str) -> "tuple[ArticleView, tuple[LinkedView, ...]]":
        """Return the article that goes by that ref or id, and the links that touch it.

        Raises:
            NotFound: no article does, or several do.
        """

        def find() -> "tuple[ArticleView, tuple[LinkedView, ...]]":
            found = self.ledger.article(ref)
            return found, self.ledger.links(found.record.article.id)

        return self.remember(("article", ref), find)

    def rejected(self, article: str) -> "tuple[ReviewItem, ...]":
        """Return the statements of an article that reviewers rejected."""
        return self.remember(("rejected", article), lambda: self.ledger.rejected_in(article))

    def copies(self, group: str | None) -> "tuple[CopyMember, ...]":
        """Return the articles of a group of copies, the earliest known first."""
        found = self.remember("copies", self.ledger.copies) if group else ()
        return next((each.members for each in found if each.id == group), ())

    def exchanges(self, asked: AskedExchanges) -> "Page[ExchangeView]":
        """Return the exchanges of a page of a list, the latest first.

        Raises:
            NotFound: there is none to go on behind.
        """

        def find() -> "Page[ExchangeView]":
            found, total = self.ledger.exchange_page(
                **asked.conditions(), limit=asked.limit + 1, after=asked.after
            )
            return page_of(found, asked.limit, total)

        return self.remember(("exchanges", asked), find)

    def unmet(
        self,
        found: Sized,
        asked: AskedClaims | AskedExchanges | AskedReplies | AskedStatements | AskedTimeline,
        *names: str | None,
        matter: str | None = None,
        publisher: str | None = None,
        roles: bool = False,
    ) -> tuple[str, ...]:
        """Return, where nothing is found, which conditions nothing meets, and what is near them.

        Args:
            found: what was found, of the page.
            asked: all that was asked for, with the days.
            *names: of actors.
            matter: words that statements hold.
            publisher: a name, or part of one.
            roles: whether names may be parts of roles too.
        """
        if len(found) or not asked.is_filtered:
            return ()
        given = tuple(name for name in names if name is not None)

        def tell() -> tuple[str, ...]:
            told = self.ledger.unmet(
                matter, publisher=publisher, since=asked.since, until=asked.until
            )
            return (*told, *self.ledger.unknown(*given, roles=roles))

        return self.remember(("unmet", asked), tell)

    def exchange(self, key: str) -> "ExchangeView":
        """Return the exchange with that id, or the one that holds the statement with that id.

        Raises:
            NotFound: there is none.
        """
        return self.remember(("exchange", key), lambda: self.ledger.exchange(key))

    def turns(self, article: "ArticleId") -> "frozenset[StatementId]":
        """Return the statements of an article that are turns of an exchange."""
        return self.remember(("turns", article), lambda: self.ledger.turns_within(article))

    def claims(self, asked: AskedClaims) -> "Page[ClaimView]":
        """Return the claims of a page of a list, contested ones first.

        Raises:
            NotFound: there is none to go on behind.
        """

        def find() -> "Page[ClaimView]":
            wanted = asked.conditions()
            found = self.ledger.claims(**wanted, limit=asked.limit + 1, after=asked.after)
            return page_of(found, asked.limit, self.ledger.claim_count(**wanted))

        return self.remember(("claims", asked), find)

    def claim(self, key: str) -> "ClaimSides":
        """Return the claim with that id, side by side.

        Raises:
            NotFound: there is none.
        """
        return self.remember(("claim", key), lambda: self.ledger.claim_sides(key))


def _intake(settings: Settings) -> Intake:
    limits = settings.limits
    room = Room(files=limits.files, bytes=limits.unpacked, each=limits.upload)
    return Intake(ledger=settings.ledger, room=room)


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(_desk)]
"""What a route asks for to get at the ledger and the pages."""
