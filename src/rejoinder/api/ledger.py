"""Ledger: a file of attributed statements, and what may be asked of it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, Unpack

from rejoinder.api.asking import AskedStatements, statement_filter
from rejoinder.api.claims import Claiming
from rejoinder.api.copying import Copying
from rejoinder.api.exchanges import Exchanges
from rejoinder.api.extraction import read_options, standard_input, write_records
from rejoinder.api.finding import Finding
from rejoinder.api.judging import Judging
from rejoinder.api.positions import Positions
from rejoinder.api.report import Reporting
from rejoinder.api.saved import Saving
from rejoinder.api.statements import Statements
from rejoinder.api.tension import Tensions
from rejoinder.api.timeline import Timelines
from rejoinder.model.failure import Failure
from rejoinder.model.record import ArticleRecord

if TYPE_CHECKING:
    from rejoinder.pipeline.run import RunSummary
    from rejoinder.pipeline.summaries import Rebuilt
    from rejoinder.views.actors import ActorView
    from rejoinder.views.articles import ArticleView

__all__ = ["Ledger"]


class Ledger(
    Judging,
    Copying,
    Exchanges,
    Claiming,
    Reporting,
    Positions,
    Timelines,
    Tensions,
    Finding,
    Saving,
):
    """A ledger of attributed statements; close it, or use it in a ``with`` statement.

    Raises:
        LedgerNotFound: there is no file at the path and none may be made.
        LedgerForeign: the file is not a ledger.
        LedgerVersionError: the ledger was written by a newer Rejoinder.
        LedgerLocked: somebody else held the write lock for too long.
    """

    def __init__(self, path: str | Path, *, create: bool = True, read_only: bool = False) -> None:
        """Open the ledger; make it if there is none, unless it is only to be read."""
        from rejoinder.ledger.connect import open_ledger

        self._file = open_ledger(Path(path), create=create and not read_only, read_only=read_only)

    def __enter__(self) -> Self:
        """Return the ledger."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def __repr__(self) -> str:
        """Name the file."""
        return f"Ledger({str(self._file.path)!r})"

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def ingest(
        self,
        *inputs: str | Path,
        publisher: str | None = None,
        published: date | None = None,
        tagger: str | None = None,
        least: float | None = None,
        workers: int = 1,
        progress: Callable[[int], None] | None = None,
    ) -> "RunSummary":
        """Read articles, extract what they say, append it; the same input again changes nothing.

        Lists of actors that were given to the ledger are used. Where they have changed since, the
        articles are extracted again.

        Args:
            inputs: files, folders, globs, or ``-`` for standard input.
            publisher: who published those that do not say so.
            published: when those came out that do not say so.
            tagger: what finds statements, one of ``TAGGERS``; the best that is installed if None.
            least: least score of a statement, 0 to 1; None for the tagger's own.
            workers: processes that extract side by side.
            progress: told how many articles have been dealt with.

        Raises:
            ConfigError: ``workers`` is below 1, there is no such tagger, or ``least`` is no score.
            ModelNotInstalled: the language model is missing.
            LedgerError: the ledger cannot be written; what was committed before stays.
        """
        from rejoinder.ledger.listing import read_listed
        from rejoinder.pipeline.run import ingest_inputs
        from rejoinder.pipeline.stages import build_engine

        with self._file.reading() as connection:
            listed = read_listed(connection)

        return ingest_inputs(
            self._file,
            [str(one) for one in inputs],
            read_options(publisher, published),
            build_engine(tagger, least, listed),
            now=lambda: datetime.now(UTC),
            workers=workers,
            stdin=standard_input(inputs),
            progress=progress,
        )

    def statements(
        self,
        speaker: str | None = None,
        about: str | None = None,
        act: str | None = None,
        publisher: str | None = None,
        since: date | None = None,
        until: date | None = None,
        text: str | None = None,
        limit: int | None = None,
        *,
        addressee: str | None = None,
    ) -> Statements:
        """Return the statements that meet every condition, by date, article and place in it.

        Args:
            speaker: an actor id, or part of a name or a role; case and accents do not count.
            about: the same for whom the statement is about.
            act: what the speaker does with the words, such as ``"accuse"``.
            publisher: part of the publisher's name.
            since: first day on which it may have been said, or else published.
            until: last day of the same.
            text: words, "phrases" and beginnings* that the content holds.
            limit: at most so many.
            addressee: the same as ``speaker`` for whom the statement is addressed to.

        Raises:
            ConfigError: there is no such act.
        """
        from rejoinder.views.statements import find_statements

        wanted = statement_filter(
            speaker=speaker,
            about=about,
            addressee=addressee,
            act=act,
            publisher=publisher,
            since=since,
            until=until,
            text=text,
            limit=limit,
        )
        with self._file.reading() as connection:
            return Statements(find_statements(connection, wanted))

    def statement_count(self, **asked: Unpack[AskedStatements]) -> int:
        """Return how many statements `statements` would return without a limit.

        Raises:
            ConfigError: as there.
        """
        from rejoinder.views.listing import count_statements

        with self._file.reading() as connection:
            return count_statements(connection, statement_filter(**asked))

    def actors(self, name: str | None = None) -> "tuple[ActorView, ...]":
        """Return the actors with that in an id, a name or a role; those who speak most first."""
        from rejoinder.views.actor_list import list_actors

        with self._file.reading() as connection:
            return tuple(list_actors(connection, name))

    def article(self, ref: str) -> "ArticleView":
        """Return the article that goes by that ref, id or beginning of an id.

        Raises:
            NotFound: no article does, or several do.
        """
        from rejoinder.views.articles import show_article

        with self._file.reading() as connection:
            return show_article(connection, ref)

    def rebuild(self) -> "Rebuilt":
        """Make the summaries again from the records, which stay as they are.

        Summaries say which exchanges there are, what actors are called and how much there is of
        what, so that lists need not go through all articles. Every writing keeps them up to date.

        Raises:
            LedgerLocked: somebody else held the write lock for too long.
        """
        from rejoinder.pipeline.summaries import rebuild_summaries

        return rebuild_summaries(self._file)

    def failures(self) -> tuple[Failure, ...]:
        """Return the inputs that could not be used, in the order of writing."""
        from rejoinder.ledger.read import open_reader

        with open_reader(self._file) as reader:
            return tuple(reader.failures())

    def records(self) -> Iterator[ArticleRecord]:
        """Yield every article's record by date of publication, with its links across articles.

        Actors have the ids by which they go in the whole ledger, and its names.
        """
        from rejoinder.ledger.read import open_reader

        with open_reader(self._file, canonical=True) as reader:
            yield from reader.records()

    def export(self, target: str | Path | BinaryIO, format: str = "jsonl") -> int:
        """Write every article's record in an export format; return how many.

        A path gets the whole file or, if anything fails, keeps what it had.

        Raises:
            ConfigError: there is no such format, or the file cannot be written.
        """
        return write_records(self.records(), target, format)
