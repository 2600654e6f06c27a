"""Search over statements and articles, and what publishers carry."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from rejoinder.api.choices import choose_any
from rejoinder.api.statements import Statements
from rejoinder.errors import ConfigError
from rejoinder.model.ids import StatementId
from rejoinder.model.statement import Act, Quotation

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.ledger.read import LedgerReader
    from rejoinder.views.article_search import ArticleHits
    from rejoinder.views.publishers import PublisherDetail, PublisherView
    from rejoinder.views.search import SearchFilter, SearchPage
    from rejoinder.views.wider import WiderMatter

__all__ = ["Finding"]


class _Asked(TypedDict, total=False):
    """The conditions of `Finding.search`."""

    text: str | None
    publisher: str | None
    act: str | None
    speaker: str | None
    about: str | None
    month: str | None
    quotation: str | None
    contested: bool
    unanswered: bool


class Finding:
    """The part of a ledger that finds by words and by what things are."""

    _file: "LedgerFile"

    def is_summed(self) -> bool:
        """Say whether the summaries are up to date, which searching and publishers need."""
        from rejoinder.ledger.upkeep import SummaryBook

        with self._file.reading() as connection:
            return SummaryBook(connection=connection).is_current()

    def wider(self, matter: str) -> "WiderMatter | None":
        """Return the matter by the beginnings of its words, or None where that finds no more.

        Args:
            matter: words, "phrases" and beginnings* that statements hold.
        """
        from rejoinder.views.wider import wider_matter

        with self._file.reading() as connection:
            return wider_matter(connection, matter)

    def unmet(
        self,
        matter: str | None = None,
        *,
        publisher: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[str, ...]:
        """Return which of these conditions nothing in the ledger meets, and what it has instead.

        Args:
            matter: words, "phrases" and beginnings* that statements hold.
            publisher: a name, or part of one.
            since: first day.
            until: last day.
        """
        from rejoinder.views.unmet import Conditions, unmet_conditions

        asked = Conditions(matter=matter, publisher=publisher, since=since, until=until)
        with self._file.reading() as connection:
            return unmet_conditions(connection, asked)

    def lacking(self, statements: Collection[str]) -> tuple[str, ...]:
        """Return those statement ids that nothing in the ledger has, or not any more."""
        from rejoinder.views.unmet import lacking_statements

        with self._file.reading() as connection:
            return lacking_statements(connection, statements)

    def unknown(self, *names: str, roles: bool = False) -> tuple[str, ...]:
        """Return for each name by which no actor goes that it is so, and who is near it.

        Args:
            names: ids, or parts of names.
            roles: whether they may be parts of roles too, as `Ledger.statements` takes them.
        """
        from rejoinder.ledger.lookup import told_unknown

        with self._file.reading() as connection:
            told = [told_unknown(connection, name, roles=roles) for name in names]
            return tuple(each for each in told if each is not None)

    def search(
        self,
        text: str | None = None,
        *,
        publisher: str | None = None,
        act: str | None = None,
        speaker: str | None = None,
        about: str | None = None,
        month: str | None = None,
        quotation: str | None = None,
        contested: bool = False,
        unanswered: bool = False,
        after: str | None = None,
        limit: int = 25,
    ) -> "SearchPage":
        """Return statements that hold the words, marked, with what could be asked for further.

        Args:
            text: words, "phrases" and beginnings* that the content holds.
            publisher: its whole name; ``"(unknown)"`` here and below for what is not known.
            act: what the speaker does, such as ``"accuse"``.
            speaker: id of an actor who speaks.
            about: id of an actor whom it is about.
            month: ``"2024-03"`` or ``"2024"``.
            quotation: ``"direct"``, ``"mixed"`` or ``"indirect"``.
            contested: only what has part in a contested claim.
            unanswered: only accusations of somebody of whom this ledger has no answer.
            after: begin behind that statement; at the beginning if None.
            limit: at most so many.

        Raises:
            ConfigError: there is no such act or quotation, or the ledger has no current index.
            NotFound: there is no statement ``after``.
        """
        from rejoinder.views.search import find_hits

        wanted = _wanted(
            text=text,
            publisher=publisher,
            act=act,
            speaker=speaker,
            about=about,
            month=month,
            quotation=quotation,
            contested=contested,
            unanswered=unanswered,
        )
        with self._summed() as reader:
            return find_hits(reader.connection, wanted, after=after, limit=limit)

    def hits(self, *, limit: int = 10_000, **asked: Unpack[_Asked]) -> Statements:
        """Return all that `search` finds, page after page, at most so many.

        Raises:
            ConfigError: as there.
        """
        from rejoinder.views.filters import StatementFilter
        from rejoinder.views.search import hit_ids
        from rejoinder.views.statements import find_statements

        with self._summed() as reader:
            ids = hit_ids(reader.connection, _wanted(**asked), limit)
            views = find_statements(reader.connection, StatementFilter(ids=ids))
            found = {each.id: each for each in views}
            return Statements(each for one in ids if (each := found.get(StatementId(one))))

    def search_articles(
        self,
        text: str,
        *,
        publisher: str | None = None,
        month: str | None = None,
        after: str | None = None,
        limit: int = 25,
    ) -> "ArticleHits":
        """Return articles whose title or text holds the words, marked; those added last first.

        Args:
            text: as for `search`.
            publisher: its whole name.
            month: in which it came out, ``"2024-03"`` or ``"2024"``.
            after: begin behind the article with that id; at the beginning if None.
            limit: at most so many.

        Raises:
            ConfigError: the ledger has no current index.
            NotFound: there is no article ``after``.
        """
        from rejoinder.views.article_search import ArticleSearch, find_article_hits

        wanted = ArticleSearch(text=text, publisher=publisher, month=month)
        with self._summed() as reader:
            return find_article_hits(reader.connection, wanted, after=after, limit=limit)

    def publishers(self) -> "tuple[PublisherView, ...]":
        """Return the publishers in numbers, who has most articles first, unknown last.

        Raises:
            ConfigError: the ledger has no current summaries.
        """
        from rejoinder.views.publishers import find_publishers

        with self._summed() as reader:
            return find_publishers(reader.connection)

    def publisher(self, name: str) -> "PublisherDetail":
        """Return whose words and whose texts a publisher carries.

        Args:
            name: the whole name; ``"(unknown)"`` for articles whose publisher is not known.

        Raises:
            NotFound: no article is of a publisher of that name.
            ConfigError: the ledger has no current summaries.
        """
        from rejoinder.views.publishers import show_publisher

        with self._summed() as reader:
            return show_publisher(reader.connection, name)

    @contextmanager
    def _summed(self) -> "Iterator[LedgerReader]":
        from rejoinder.ledger.read import open_reader
        from rejoinder.ledger.upkeep import SummaryBook

        with open_reader(self._file, canonical=True) as reader:
            if not SummaryBook(connection=reader.connection).is_current():
                raise ConfigError(
                    "the ledger's summaries are not up to date, and without them nothing is "
                    f"found; make them with: rejoinder rebuild --ledger {self._file.path.name}"
                )
            yield reader


def _wanted(**asked: Unpack[_Asked]) -> "SearchFilter":
    from rejoinder.views.search import SearchFilter

    return SearchFilter(
        text=asked.get("text"),
        publisher=asked.get("publisher"),
        act=choose_any(Act, asked.get("act"), "act"),
        speaker=asked.get("speaker"),
        about=asked.get("about"),
        month=asked.get("month"),
        quotation=choose_any(Quotation, asked.get("quotation"), "quotation"),
        contested=asked.get("contested", False),
        unanswered=asked.get("unanswered", False),
    )
