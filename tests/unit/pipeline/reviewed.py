"""A ledger with articles that reviewers correct, for tests; all invented."""

from collections.abc import Sequence
from datetime import UTC, datetime

from tests.unit.ledger.ledger_samples import makers

from rejoinder.ledger.actor_book import ActorBook
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.read import open_reader
from rejoinder.ledger.review_book import ReviewBook
from rejoinder.ledger.write import Appended, append
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.review import Decision, RejectReason
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Statement
from rejoinder.pipeline.reconcile import Reconciliation
from rejoinder.pipeline.review_aims import Asked, SpansAsked
from rejoinder.pipeline.reviewing import Done, review, undo_review, with_reviews
from rejoinder.pipeline.rulings import Signature
from rejoinder.pipeline.summaries import refresh_summaries

__all__ = ["Desk", "ingest"]

NOW = datetime(2031, 7, 1, tzinfo=UTC)


def ingest(ledger: LedgerFile, *records: ArticleRecord, version: str = "1") -> Appended:
    """Append as ingest does, by the pipeline of that version."""

    def corrected(book: ActorBook) -> Sequence[ArticleRecord]:
        return with_reviews(ReviewBook(connection=book.connection), records, NOW, version)

    bringing = Reconciliation(records, corrected)
    return append(
        ledger,
        records=records,
        makers=makers(version),
        now=NOW,
        actors=bringing.judge,
        links=bringing.link,
        summarise=refresh_summaries,
    )


class Desk:
    """A reviewer at a ledger; each method decides one thing."""

    def __init__(self, ledger: LedgerFile, name: str = "una", *, adjudicates: bool = False) -> None:
        self.ledger = ledger
        self.name = name
        self._adjudicates = adjudicates

    def _sign(self, note: str = "") -> Signature:
        return Signature(judge=self.name, note=note, now=NOW)

    def decide(self, asked: Asked, note: str = "") -> Done:
        return review(self.ledger, asked, self._sign(note))

    def accept(self, statement: str) -> Done:
        return self.decide(self._asked(statement, Decision.ACCEPT))

    def reject(self, statement: str, reason: RejectReason = RejectReason.NO_STATEMENT) -> Done:
        asked = Asked(
            statement=statement,
            decision=Decision.REJECT,
            reason=reason,
            adjudicates=self._adjudicates,
        )
        return self.decide(asked)

    def act(self, statement: str, act: Act) -> Done:
        asked = Asked(
            statement=statement,
            decision=Decision.ACT,
            act=act,
            adjudicates=self._adjudicates,
        )
        return self.decide(asked)

    def spans(
        self,
        statement: str,
        content: Sequence[Span],
        source: Sequence[Span] = (),
        cue: Sequence[Span] = (),
    ) -> Done:
        words = SpansAsked(source=tuple(source), cue=tuple(cue), content=tuple(content))
        return self.decide(Asked(statement=statement, decision=Decision.SPANS, spans=words))

    def cast(self, statement: str, part: Decision, *actors: str) -> Done:
        return self.decide(Asked(statement=statement, decision=part, actors=actors))

    def link(self, answer: str, answered: str, relation: Relation, *, away: bool = False) -> Done:
        asked = Asked(
            statement=answer,
            decision=Decision.UNLINK if away else Decision.LINK,
            other=answered,
            relation=relation,
        )
        return self.decide(asked)

    def undo(self, which: str | None = None) -> Done:
        return undo_review(self.ledger, self._sign(), which)

    def _asked(self, statement: str, decision: Decision) -> Asked:
        return Asked(statement=statement, decision=decision, adjudicates=self._adjudicates)

    def shown(self, ref: str = "001") -> ArticleRecord:
        """Return an article as it is shown, in the ids that extraction gave."""
        with open_reader(self.ledger) as reader:
            found = [e for e in reader.records() if ref in (e.article.ref, e.article.id)]
        return found[-1]

    def statement(self, key: StatementId | str | None, ref: str = "001") -> Statement:
        """Return a statement as it is shown."""
        return next(each for each in self.shown(ref).statements if each.id == key)

    def states(self, article: str) -> dict[str, str]:
        """Return what the reviews of an article's statements come to, by root."""
        from sqlalchemy import select

        from rejoinder.ledger.schema_reviews import reviewed_statements as table

        query = select(table.c.root_id, table.c.state).where(table.c.article_id == article)
        with self.ledger.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}
