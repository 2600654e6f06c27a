"""What reviewers decide of statements: one transaction each, signed and dated, never overwritten.

What was decided wins over the machine: the article is written anew as it reads now, so that lists,
exchanges, claims and exports show that, and so is every later extraction of it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from rejoinder.errors import ConfigError, NotFound
from rejoinder.ledger.actor_book import ActorBook
from rejoinder.ledger.batch import Batch
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.maker_rows import latest_makers
from rejoinder.ledger.numbering import BatchNumber
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.review_book import ReviewBook
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.identity import active
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.judgement import ActorRef, Naming, naming_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.review import Decision, Review, review_id, standing_reviews
from rejoinder.pipeline.corrections import apply_reviews
from rejoinder.pipeline.reconcile import Reconciliation
from rejoinder.pipeline.review_aims import Aim, Asked, find_aim, new_reading
from rejoinder.pipeline.rulings import Signature
from rejoinder.pipeline.summaries import refresh_summaries

__all__ = ["Done", "review", "undo_review", "with_reviews"]

_LINKING = (Decision.LINK, Decision.UNLINK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a review came to.

    Attributes:
        review: its id, which undo takes.
        root: the id that the statement had before any reviewer changed its words.
        statement: the id by which it is shown now; None where it is left out.
        changed: the article reads otherwise than before.
        links: links across articles that were added.
    """

    review: str
    article: ArticleId
    root: StatementId
    statement: StatementId | None
    changed: bool
    links: int


def review(ledger: LedgerFile, asked: Asked, signature: Signature) -> Done:
    """Write what a reviewer decides of a statement, and what follows from it.

    Args:
        ledger: open for writing.
        asked: what is decided.
        signature: who decides.

    Raises:
        NotFound: there is no such statement, or nobody goes by a name, or several do.
        ConfigError: something is missing, or it contradicts the text or another statement.
    """
    with ledger.writing() as connection:
        work = _Transaction(ReviewBook(connection=connection), signature)
        aim = find_aim(work.book, asked.statement)
        other = None
        if asked.decision in _LINKING:
            other = _other_end(work.book, aim, asked)
        if asked.decision is Decision.REJECT and asked.reason is None:
            raise ConfigError("say why it is rejected: give a reason")
        if asked.decision is Decision.NOTE and not signature.note:
            raise ConfigError("the note is blank; write what is to be noted")
        reading = new_reading(work.book, aim, asked, work.name)
        when = work.book.moment_after(signature.now)
        details = (signature.note, asked.relation, other, asked.adjudicates)
        said = Review(
            id=review_id(aim.root, asked.decision, signature.judge, when, *map(str, details)),
            article=aim.article,
            statement=aim.root,
            decision=asked.decision,
            reading=reading,
            reviewer=signature.judge,
            decided=when,
            reason=asked.reason if asked.decision is Decision.REJECT else None,
            other=other,
            relation=asked.relation if other else None,
            note=signature.note,
            adjudicates=asked.adjudicates,
        )
        return work.write(said, anew=asked.decision in _LINKING)


def undo_review(ledger: LedgerFile, signature: Signature, review: str | None = None) -> Done:
    """Take a review back, as if it had not been; taking back can be taken back too.

    Args:
        ledger: open for writing.
        signature: who takes it back.
        review: its id or a beginning of it; None for the latest that this reviewer made.

    Raises:
        NotFound: there is no such review, several begin so, or the reviewer made none.
        ConfigError: it was taken back already.
    """
    with ledger.writing() as connection:
        work = _Transaction(ReviewBook(connection=connection), signature)
        found = work.book.by_id(review) if review else _last(work.book, signature.judge)
        every = work.book.of_articles([found.article])[found.article]
        for each in active(every):
            if each.undoes == found.id:
                raise ConfigError(
                    f"{found.id} was taken back already by {each.id} ({each.reviewer}); to let it "
                    f"stand again: rejoinder review undo {each.id}"
                )
        when = work.book.moment_after(signature.now)
        said = Review(
            id=review_id(found.statement, Decision.UNDO, signature.judge, when, found.id),
            article=found.article,
            statement=found.statement,
            decision=Decision.UNDO,
            reading=found.reading,
            reviewer=signature.judge,
            decided=when,
            note=signature.note,
            undoes=found.id,
        )
        taken = {each.id: each for each in every}
        chain = found
        while chain.undoes:
            chain = taken[chain.undoes]
        return work.write(said, anew=chain.decision in _LINKING)


def with_reviews(
    book: ReviewBook, records: Sequence[ArticleRecord], now: datetime, made_by: str
) -> list[ArticleRecord]:
    """Return records that were just written as persons have corrected them.

    Those that read otherwise are written anew, behind what the machine found.

    Args:
        book: of the transaction that wrote the records.
        records: as the machine read them.
        now: the time to put down.
        made_by: version of Rejoinder.
    """
    if not book.any():
        return list(records)
    told = {each.article.id: (each.article.ref, each.article.url) for each in records}
    written = apply_reviews(book, book.concerning(told), now, made_by)
    now_read = {each.record.article.id: each.record for each in written}
    rest = [each for each in records if each.article.id not in now_read]
    return [*rest, *now_read.values()]


class _Transaction:
    """One transaction of a reviewer."""

    def __init__(self, book: ReviewBook, signature: Signature) -> None:
        self.book = book
        self._connection = connection = book.connection
        self._signature = signature
        self._version = version("rejoinder")
        self._number = BatchNumber(connection, signature.now, self._version)
        self._actors = ActorBook(connection=connection, number=self._number)

    def name(self, actor: ActorId, called: str) -> None:
        """Put down what somebody new is called."""
        ref, judge = ActorRef(actor=actor), self._signature.judge
        when = self._actors.moment_after(self._signature.now)
        self._actors.name(
            Naming(
                id=naming_id(ref, called, judge, when),
                actor=ref,
                name=called,
                judge=judge,
                decided=when,
                note=self._signature.note,
            )
        )

    def write(self, said: Review, *, anew: bool) -> Done:
        """Write a review, the articles that read otherwise by it, and what follows from that."""
        self.book.append(said, self._number)
        written = apply_reviews(
            self.book, {said.article}, self._signature.now, self._version, anew=anew
        )
        links = self._reconcile([each.record for each in written])
        refresh_summaries(SummaryBook(connection=self._connection))
        return Done(
            review=said.id,
            article=said.article,
            root=said.statement,
            statement=self.book.shown(said.article).get(said.statement, said.statement),
            changed=bool(written),
            links=links,
        )

    def _reconcile(self, records: Collection[ArticleRecord]) -> int:
        makers = latest_makers(self._connection) if records else None
        if makers is None:
            return 0
        bringing = Reconciliation(list(records))
        bringing.judge(self._actors)
        found = bringing.link(LedgerReader(connection=self._connection))
        batch = Batch(self._connection, makers, self._signature.now, self._number)
        return batch.add_links((), found)


def _last(book: ReviewBook, reviewer: str) -> Review:
    """Return the latest review of a reviewer that stands.

    Raises:
        NotFound: there is none.
    """
    for said in reversed(book.of_reviewer(reviewer)):
        if said.decision is Decision.UNDO:
            continue
        if said in standing_reviews(book.of_articles([said.article])[said.article]):
            return said
    raise NotFound(f"{reviewer!r} has nothing to take back; see: rejoinder review status")


def _other_end(book: ReviewBook, aim: Aim, asked: Asked) -> StatementId:
    """Return the root of the statement that a link leads to.

    Raises:
        ConfigError: no statement or no relation is given, or it is the same statement.
        NotFound: there is no such statement.
    """
    if not asked.other or asked.relation is None:
        raise ConfigError("a link needs the statement that it leads to, and how one stands to it")
    if asked.decision is Decision.UNLINK and asked.other.startswith("e-"):
        return StatementId(asked.other)
    other = find_aim(book, asked.other)
    if other.root == aim.root:
        raise ConfigError(f"statement {asked.other!r} cannot answer itself; name another")
    return other.root
