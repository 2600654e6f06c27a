"""Who is who in a ledger: what it takes for one actor and why, and what persons rule on that."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rejoinder.api.choices import at_most, choose_any
from rejoinder.api.reviewing import Reviewing
from rejoinder.api.signing import signature
from rejoinder.errors import ConfigError
from rejoinder.model.judgement import Verdict

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.ledger.write import Appended
    from rejoinder.pipeline.lists import Imported
    from rejoinder.pipeline.rulings import Ruled
    from rejoinder.views.actor import ActorHistory
    from rejoinder.views.judgements import JudgementView

__all__ = ["Judging"]


class Judging(Reviewing):
    """The part of a ledger that is about who is who."""

    _file: "LedgerFile"

    def actor(self, name: str) -> "ActorHistory":
        """Return the one actor who goes by that id, or has that name, or that in a name.

        Raises:
            NotFound: nobody does, or several do; the message lists them.
        """
        from rejoinder.views.actor import show_actor

        with self._file.reading() as connection:
            return show_actor(connection, name)

    def judgements(
        self,
        actor: str | None = None,
        verdict: str | None = None,
        *,
        persons: bool = False,
        history: bool = False,
        limit: int | None = None,
    ) -> "tuple[JudgementView, ...]":
        """Return judgements on whether actors are one, persons' first.

        Args:
            actor: of whom; an id or part of a name.
            verdict: only such: ``"positive"``, ``"negative"``, ``"unsure"`` or ``"withdrawn"``.
            persons: only those of persons.
            history: also those that no longer hold.
            limit: at most so many.

        Raises:
            ConfigError: there is no such verdict.
        """
        from rejoinder.views.judgements import find_judgements

        with self._file.reading() as connection:
            return tuple(
                find_judgements(
                    connection,
                    actor=actor,
                    verdict=choose_any(Verdict, verdict, "verdict"),
                    persons=persons,
                    history=history,
                    limit=at_most(limit),
                )
            )

    def merge(self, left: str, right: str, *, by: str | None = None, note: str = "") -> "Ruled":
        """Rule that two actors are one.

        Args:
            left: an id, or a name that one actor alone has.
            right: the same of the other.
            by: who rules; whoever is logged in if None.
            note: the reason.

        Raises:
            NotFound: nobody goes by one of the names, or several do.
            ConfigError: they are one already, or a person has said that they are two.
        """
        from rejoinder.pipeline.rulings import merge

        return merge(self._file, left, right, signature(by, note))

    def split(
        self,
        name: str,
        *,
        other: str | None = None,
        article: str | None = None,
        by: str | None = None,
        note: str = "",
    ) -> "Ruled":
        """Rule that an id, or whom one article calls so, is somebody else.

        Args:
            name: the id; with ``article`` also a name.
            other: the id that it is to be parted from; may be left out where there is but one.
            article: an article's id or ref: only whom that article means is somebody else.
            by: who rules; whoever is logged in if None.
            note: the reason.

        Raises:
            NotFound: nobody goes by one of the names, several do, or not in that article.
            ConfigError: they are two already, or it is not clear from whom to part.
        """
        from rejoinder.pipeline.rulings import split, split_article
        from rejoinder.views.articles import find_article

        if article is None:
            return split(self._file, name, signature(by, note), other=other)
        if other is not None:
            raise ConfigError("give either the other id or the article to part from, not both")
        with self._file.reading() as connection:
            found = find_article(connection, article)
        return split_article(self._file, name, found, signature(by, note))

    def rename(self, name: str, called: str, *, by: str | None = None, note: str = "") -> "Ruled":
        """Rule what an actor is called.

        Raises:
            NotFound: nobody goes by the name, or several do.
            ConfigError: the new name is blank.
        """
        from rejoinder.pipeline.rulings import rename

        return rename(self._file, name, called, signature(by, note))

    def undo(self, ruling: str, *, by: str | None = None, note: str = "") -> "Ruled":
        """Take a person's ruling back, as if it had not been; that can be taken back too.

        Args:
            ruling: the id of a judgement, a name or a list, or a beginning of it.
            by: who takes it back; whoever is logged in if None.
            note: the reason.

        Raises:
            NotFound: no ruling has that id, or several begin so.
            ConfigError: it is a stage's, or was taken back already.
        """
        from rejoinder.pipeline.undoing import undo

        return undo(self._file, ruling, signature(by, note))

    def import_actors(
        self,
        *files: str | Path,
        form: str | None = None,
        by: str | None = None,
        note: str = "",
    ) -> "Imported":
        """Keep lists of actors for the next ingest, and join those who are there already.

        Args:
            files: the lists.
            form: ``"csv"``, ``"jsonl"``, ``"ftm"`` or ``"petrarch"``; None: as each looks.
            by: who gives them; whoever is logged in if None.
            note: the reason.

        Raises:
            ConfigError: a file cannot be read, or there is no such form.
        """
        from rejoinder.actors.lists.result import ListForm
        from rejoinder.pipeline.lists import import_lists

        try:
            written = ListForm(form) if form else None
        except ValueError:
            known = ", ".join(each.value for each in ListForm)
            raise ConfigError(f"no form {form!r} of a list; choose one of: {known}") from None
        return import_lists(
            self._file, [Path(each) for each in files], signature(by, note), written
        )

    def rejudge(self) -> "Appended":
        """Judge all actors anew from the latest extractions; what persons said stays.

        What extractions that were followed by others told of actors is forgotten.
        """
        from rejoinder.pipeline.run import judge_ledger

        return judge_ledger(self._file, datetime.now(UTC))
