"""Review: what persons decide of statements, and how far they have come; part of `Ledger`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rejoinder.api.choices import choose, choose_any
from rejoinder.api.signing import signature
from rejoinder.errors import ConfigError
from rejoinder.model.actor import ActorKind
from rejoinder.model.link import Relation
from rejoinder.model.review import Decision, RejectReason
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation

if TYPE_CHECKING:
    from rejoinder.evaluation.coders import AgreementView as AgreementView
    from rejoinder.evaluation.reviewed_gold import GoldWritten as GoldWritten
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.pipeline.review_aims import Asked, SpansAsked
    from rejoinder.pipeline.reviewing import Done as Done
    from rejoinder.pipeline.rulings import Signature
    from rejoinder.views.disputes import DisputedView as DisputedView
    from rejoinder.views.filters import StatementFilter
    from rejoinder.views.review_names import NameView as NameView
    from rejoinder.views.review_queue import ReviewProgress as ReviewProgress
    from rejoinder.views.review_queue import ReviewStatus as ReviewStatus
    from rejoinder.views.reviews import ReviewedView as ReviewedView
    from rejoinder.views.reviews import ReviewItem as ReviewItem

__all__ = ["Reviewing", "Spans"]

Spans = Iterable[tuple[int, int]]
"""Ranges of characters of an article's text, half-open."""

_PARTS = ("source", "cue", "content")


class Reviewing:
    """What persons decide of statements."""

    _file: "LedgerFile"

    def review(
        self,
        statement: str,
        decision: str,
        *,
        act: str | None = None,
        words: Mapping[str, Spans] | None = None,
        quotation: str | None = None,
        actors: Sequence[str] = (),
        kind: str | None = None,
        reason: str | None = None,
        other: str | None = None,
        relation: str | None = None,
        adjudicates: bool = False,
        as_read_by: str | None = None,
        by: str | None = None,
        note: str = "",
    ) -> "Done":
        """Decide something of a statement; it wins over the machine from then on.

        Args:
            statement: its id, or one that it had before its words were changed.
            decision: one of `Decision`, such as ``"accept"``, ``"reject"``, ``"act"``, ``"spans"``.
            act: for an act, which.
            words: for spans, those of ``"source"``, ``"cue"`` and ``"content"``.
            quotation: for spans, how the words are given; as it was if None.
            actors: for who speaks, is spoken to or of: ids, or names that one actor alone has.
            kind: names that nobody has are new actors of that kind; refused if None.
            reason: for a rejection, one of `RejectReason`.
            other: for a link, the statement that is answered.
            relation: for a link, how it is answered.
            adjudicates: it decides between reviewers.
            as_read_by: to accept it as that reviewer reads it; as it is shown if None.
            by: who decides; whoever is logged in if None.
            note: in the reviewer's words.

        Raises:
            NotFound: there is no such statement, or nobody goes by a name, or several do.
            ConfigError: a value is none of those, is missing, or contradicts the text.
        """
        asked = replace(
            _choices(decision, act, kind, reason, relation),
            statement=statement,
            spans=_spans(words or {}, quotation),
            actors=tuple(actors),
            other=other,
            adjudicates=adjudicates,
            as_read_by=as_read_by,
        )
        return _written(self._file, asked, signature(by, note))

    def undo_review(
        self, review: str | None = None, *, by: str | None = None, note: str = ""
    ) -> "Done":
        """Take a review back, as if it had not been; that can be taken back too.

        Args:
            review: its id or a beginning of it; the latest of who takes back if None.
            by: who takes it back; whoever is logged in if None.
            note: the reason.

        Raises:
            NotFound: there is no such review, or several begin so.
            ConfigError: it was taken back already.
        """
        from rejoinder.pipeline.reviewing import undo_review

        return undo_review(self._file, signature(by, note), review)

    def next_to_review(
        self, by: str, *, after: str | None = None, **conditions: str | date | None
    ) -> str | None:
        """Return the least sure statement that somebody has not judged; None: there is none.

        Args:
            by: who reviews.
            after: only behind that statement in the order of scores.
            conditions: as `Ledger.statements` takes them.
        """
        from rejoinder.views.review_queue import find_next

        with self._file.reading() as connection:
            return find_next(connection, by, _filter(conditions), after=after)

    def before_in_review(self, before: str, **conditions: str | date | None) -> str | None:
        """Return the statement before one in the order of scores; None: it is the first.

        Raises:
            NotFound: it is not shown.
        """
        from rejoinder.views.review_queue import find_previous

        with self._file.reading() as connection:
            return find_previous(connection, _filter(conditions), before)

    def review_progress(self, by: str, **conditions: str | date | None) -> "ReviewProgress":
        """Return how many of the statements that meet the conditions somebody has judged."""
        from rejoinder.views.review_queue import review_progress

        with self._file.reading() as connection:
            return review_progress(connection, by, _filter(conditions))

    def review_item(self, statement: str) -> "ReviewItem":
        """Return a statement in its lines, with what was decided of it.

        Raises:
            NotFound: no statement has that id.
        """
        from rejoinder.views.reviews import review_item

        with self._file.reading() as connection:
            return review_item(connection, statement)

    def rejected_in(self, article: str) -> "tuple[ReviewItem, ...]":
        """Return the statements of an article that persons rejected, in text order.

        Raises:
            NotFound: no article goes by that ref or id, or several do.
        """
        from rejoinder.views.articles import find_article
        from rejoinder.views.reviews import reviewed_in

        with self._file.reading() as connection:
            return reviewed_in(connection, find_article(connection, article))

    def review_status(self) -> "ReviewStatus":
        """Return how far the reviewing has come."""
        from rejoinder.views.review_queue import review_status

        with self._file.reading() as connection:
            return review_status(connection)

    def unfit_reviews(self) -> "tuple[ReviewedView, ...]":
        """Return the reviews that no longer fit their article's text."""
        from rejoinder.views.reviews import unfit_reviews

        with self._file.reading() as connection:
            return unfit_reviews(connection)

    def disputed(self, *, decided: bool = False) -> "tuple[DisputedView, ...]":
        """Return what reviewers read differently: what is open, or what was decided."""
        from rejoinder.views.disputes import disputed_statements

        with self._file.reading() as connection:
            return disputed_statements(connection, decided=decided)

    def review_agreement(self) -> "AgreementView":
        """Return how far reviewers agree on what several of them judged."""
        from rejoinder.evaluation.coders import agreement_of
        from rejoinder.views.disputes import ratings

        with self._file.reading() as connection:
            return agreement_of(ratings(connection))

    def reviews_kept(self, ids: Iterable[str]) -> int:
        """Return how many of those decisions the ledger holds, by their whole ids."""
        from rejoinder.ledger.review_book import ReviewBook

        with self._file.reading() as connection:
            return ReviewBook(connection=connection).count(set(ids))

    def names_like(self, part: str) -> "tuple[NameView, ...]":
        """Return actors with that in a name, for somebody who is typing it."""
        from rejoinder.views.review_names import find_names

        with self._file.reading() as connection:
            return find_names(connection, part)

    def reviewed_files(self) -> dict[str, str]:
        """Return the files that `export_reviewed` writes, by name.

        Raises:
            ConfigError: no article was reviewed whole.
        """
        from rejoinder.evaluation.reviewed_gold import reviewed_files

        return reviewed_files(self._file)

    def export_reviewed(self, folder: str | Path) -> "GoldWritten":
        """Write what was reviewed as gold, with the texts that it counts in.

        `evaluate` reads the folder, and training takes its ``attributions.jsonl``.

        Raises:
            ConfigError: nothing was reviewed, or the folder holds something already.
        """
        from rejoinder.evaluation.reviewed_gold import write_reviewed

        return write_reviewed(self._file, Path(folder))


def _filter(conditions: dict[str, str | date | None]) -> "StatementFilter | None":
    from rejoinder.views.filters import StatementFilter

    kept = {name: value for name, value in conditions.items() if value is not None}
    if not kept:
        return None
    if "act" in kept:
        kept["act"] = choose(Act, str(kept["act"]), "act")
    return StatementFilter(**kept)  # type: ignore[arg-type]  # names are those of its fields


def _written(file: "LedgerFile", asked: "Asked", signed: "Signature") -> "Done":
    from rejoinder.pipeline.reviewing import review

    return review(file, asked, signed)


def _choices(
    decision: str, act: str | None, kind: str | None, reason: str | None, relation: str | None
) -> "Asked":
    """Return what is asked for as far as it is chosen by name."""
    from rejoinder.pipeline.review_aims import Asked

    return Asked(
        statement="",
        decision=choose_any(Decision, decision, "decision") or Decision.NOTE,
        act=choose_any(Act, act, "act"),
        kind=choose_any(ActorKind, kind, "kind of actor"),
        reason=choose_any(RejectReason, reason, "reason"),
        relation=choose_any(Relation, relation, "relation"),
    )


def _spans(words: Mapping[str, Spans], quotation: str | None) -> "SpansAsked | None":
    from rejoinder.pipeline.review_aims import SpansAsked

    try:
        found = {part: tuple(Span(*each) for each in words.get(part, ())) for part in _PARTS}
    except ValueError as error:
        raise ConfigError(f"{error}; give each range as its first character and one past") from None
    if not found["content"]:
        return None
    return SpansAsked(**found, quotation=choose_any(Quotation, quotation, "quotation"))
