"""A ledger as the workbench reads it: by the page, by id, and with what a page shows beside it."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Unpack

from rejoinder.api.asking import AskedStatements, statement_filter
from rejoinder.api.choices import choose_any
from rejoinder.api.ledger import Ledger
from rejoinder.api.statements import Statements
from rejoinder.model.actor import ActorKind

if TYPE_CHECKING:
    from rejoinder.ledger.read import ListedArticle as ListedArticle
    from rejoinder.views.actor_list import ActorPage as ActorPage
    from rejoinder.views.added import AddedView as AddedView
    from rejoinder.views.answers import LinkedView as LinkedView
    from rejoinder.views.claim_sides import ClaimSides as ClaimSides
    from rejoinder.views.copies import CopyMember as CopyMember
    from rejoinder.views.front import FrontView as FrontView
    from rejoinder.views.front import PeriodView as PeriodView
    from rejoinder.views.listing import ArticlePage as ArticlePage
    from rejoinder.views.listing import StatementPage as StatementPage
    from rejoinder.views.overview import OverviewView as OverviewView
    from rejoinder.views.portrait import Portrait as Portrait

__all__ = ["Workbench"]

State = tuple[tuple[int, int], ...]


class Workbench(Ledger):
    """A ledger that is only read, and what pages ask of it beside what `Ledger` answers."""

    def __init__(self, path: str) -> None:
        """Open the ledger, which must be there, only to read it.

        Raises:
            LedgerError: as `Ledger` does.
        """
        super().__init__(path, create=False, read_only=True)

    @property
    def name(self) -> str:
        """Return the file's name without its folder."""
        return self._file.path.name

    def state(self) -> State:
        """Return what differs as soon as anybody has written to the ledger."""
        file = self._file.path
        found = []
        for path in (file, file.with_name(f"{file.name}-wal")):
            try:
                about = path.stat()
            except FileNotFoundError:
                continue
            found.append((about.st_mtime_ns, about.st_size))
        return tuple(found)

    def overview(self) -> "OverviewView":
        """Return what is in the ledger, in numbers."""
        from rejoinder.views.overview import find_overview

        with self._file.reading() as connection:
            return find_overview(connection)

    def front(self, most: int) -> "FrontView":
        """Return the same, with so many days or months at most in the place of all days."""
        from rejoinder.views.front import find_front

        with self._file.reading() as connection:
            return find_front(connection, most)

    def publisher_names(self) -> tuple[str, ...]:
        """Return the names of publishers, who has most articles first."""
        from rejoinder.views.overview import find_publisher_counts

        with self._file.reading() as connection:
            found = find_publisher_counts(connection)
        return tuple(each.publisher for each in found if each.publisher)

    def statement_page(
        self, *, after: str | None = None, limit: int = 50, **asked: Unpack[AskedStatements]
    ) -> "tuple[Statements, StatementPage]":
        """Return some of what `Ledger.statements` returns, and how the list goes on.

        Args:
            after: begin behind that statement; at the beginning if None.
            limit: at most so many.
            asked: the conditions, as there.

        Raises:
            ConfigError: there is no such act.
            NotFound: there is no statement ``after``.
        """
        from rejoinder.views.filters import StatementFilter
        from rejoinder.views.listing import find_statement_page
        from rejoinder.views.statements import find_statements

        wanted = statement_filter(**asked)
        with self._file.reading() as connection:
            page = find_statement_page(connection, wanted, after=after, limit=limit)
            found = find_statements(connection, StatementFilter(ids=page.ids))
        return Statements(found), page

    def statements_by_id(self, ids: Iterable[str]) -> Statements:
        """Return those statements, in the order of lists; what the ledger does not hold is left."""
        from rejoinder.views.filters import StatementFilter
        from rejoinder.views.statements import find_statements

        with self._file.reading() as connection:
            return Statements(find_statements(connection, StatementFilter(ids=tuple(ids))))

    def actor_page(
        self,
        *,
        name: str | None = None,
        kind: str | None = None,
        country: str | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> "ActorPage":
        """Return some of the actors that meet every condition, those who speak most first.

        Args:
            name: an id, or part of a name, an alias or a role; case and accents do not count.
            kind: what most articles take it for, such as ``"person"``.
            country: the code that most articles give it.
            after: begin behind the actor with that id; at the beginning if None.
            limit: at most so many.

        Raises:
            ConfigError: there is no such kind.
            NotFound: there is no actor ``after``.
        """
        from rejoinder.views.actor_list import ActorFilter, find_actor_page

        wanted = ActorFilter(
            name=name, kind=choose_any(ActorKind, kind, "kind of actor"), country=country
        )
        with self._file.reading() as connection:
            return find_actor_page(connection, wanted, after=after, limit=limit)

    def portrait(self, key: str) -> "Portrait":
        """Return the actor with that id, or whom that id of an article leads to.

        Raises:
            NotFound: there is none, or there are several.
        """
        from rejoinder.views.portrait import find_portrait

        with self._file.reading() as connection:
            return find_portrait(connection, key)

    def claim_sides(self, key: str) -> "ClaimSides":
        """Return the claim with that id, side by side, with the words where they stand.

        Raises:
            NotFound: there is none.
        """
        from rejoinder.ledger.read import open_reader
        from rejoinder.views.claim_sides import find_claim_sides

        with open_reader(self._file, canonical=True) as reader:
            return find_claim_sides(reader, key)

    def article_page(
        self,
        *,
        title: str | None = None,
        publisher: str | None = None,
        since: date | None = None,
        until: date | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> "ArticlePage":
        """Return some of the articles that meet every condition, the latest first.

        Args:
            title: part of the title or the ref.
            publisher: part of the publisher's name.
            since: first day on which it may have come out.
            until: last day of the same.
            after: begin behind the article with that id; at the beginning if None.
            limit: at most so many.

        Raises:
            NotFound: there is no article ``after``.
        """
        from rejoinder.views.listing import ArticleFilter, find_article_page

        wanted = ArticleFilter(title=title, publisher=publisher, since=since, until=until)
        with self._file.reading() as connection:
            return find_article_page(connection, wanted, after=after, limit=limit)

    def links(self, article: str) -> "tuple[LinkedView, ...]":
        """Return the links between statements that begin or end in an article.

        Args:
            article: a ref or an id.

        Raises:
            NotFound: no article goes by it, or several do.
        """
        from rejoinder.views.answers import find_links
        from rejoinder.views.articles import find_article

        with self._file.reading() as connection:
            return find_links(connection, find_article(connection, article))

    def last_batch(self) -> int:
        """Return the number of what was written last; 0 in an empty ledger."""
        from rejoinder.views.added import last_batch

        with self._file.reading() as connection:
            return last_batch(connection)

    def added(self, batch: int, *, limit: int = 20) -> "AddedView":
        """Return the articles that came after a batch, and the exchanges that they are part of."""
        from rejoinder.ledger.read import open_reader
        from rejoinder.views.added import find_added

        with open_reader(self._file, canonical=True) as reader:
            return find_added(reader, batch, limit=limit)
