"""The articles of a ledger as their reviews have them, within a transaction of writing."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rejoinder.ledger.canonical import canonical_of_extractions
from rejoinder.ledger.identities import goes_by
from rejoinder.ledger.placing import find_places
from rejoinder.ledger.review_book import ReviewBook, Unlinked
from rejoinder.ledger.review_write import write_corrected, write_drawn
from rejoinder.ledger.sightings import known_actors
from rejoinder.model.identity import canonical_id, ref_of_id
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.link import Link, Relation, link_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.review import Decision, Review, Settled, settle
from rejoinder.model.statement import statement_id
from rejoinder.pipeline.casting import Casting
from rejoinder.pipeline.correcting import Corrected, Wanted, correct
from rejoinder.pipeline.review_groups import ReviewedArticle
from rejoinder.pipeline.review_states import Group, states_of

__all__ = ["Rewritten", "apply_reviews"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """An article that was written as its reviews have it.

    Attributes:
        record: as it reads now.
        links: those that persons drew to other articles.
    """

    record: ArticleRecord
    links: tuple[Link, ...]


def apply_reviews(
    book: ReviewBook,
    articles: Collection[ArticleId],
    now: datetime,
    version: str,
    *,
    anew: bool = False,
) -> list[Rewritten]:
    """Write those of the articles that read otherwise than their latest extraction.

    What the reviews come to is noted for each of them. Articles with links to statements that go
    by another id thereby are written too.

    Args:
        book: of the transaction.
        articles: whose reviews or extractions have changed.
        now: the time to put down.
        version: of Rejoinder.
        anew: write them also where no statement reads otherwise, because links may.
    """
    asked = set(articles)
    waiting = sorted(asked)
    done: dict[ArticleId, Rewritten] = {}
    seen: set[ArticleId] = set()
    while waiting:
        article = waiting.pop(0)
        if article in seen:
            continue
        seen.add(article)
        before = book.shown(article)
        work = _Article(book, article)
        if not work.has_reviews:
            continue
        written = work.write(now, version, anew=anew or article not in asked)
        if written is not None:
            done[article] = written
        after = book.shown(article)
        moved = {root for root in {*before, *after} if before.get(root, root) != after.get(root)}
        if moved:
            waiting += sorted(book.leading_to(moved) - seen)
    return [done[each] for each in sorted(done)]


class _Article:
    """One article with its reviews."""

    def __init__(self, book: ReviewBook, article: ArticleId) -> None:
        self._book = book
        self._article = article
        self._own = ReviewedArticle(book, article)
        self.groups: list[Group] = []
        if self._own.reviews:
            self._base = book.machine_extractions([article])[article]
            self._latest = book.latest_extraction(article)
            self._record = self._own.read(self._base)
            self.groups = self._own.groups(self._record)

    @property
    def has_reviews(self) -> bool:
        """Whether anything was ever decided of it."""
        return bool(self._own.reviews)

    def write(self, now: datetime, version: str, *, anew: bool) -> Rewritten | None:
        """Write the article if it reads otherwise than before; note what its reviews come to."""
        settled = {g.root: done for g in self.groups if not g.lost and (done := settle(g.standing))}
        found = self._correct(settled)
        without = tuple(self._unlinked(found))
        kept, across = self._linked(found, without)
        states, readings = states_of(self.groups, found)
        self._book.put(self._article, states, readings, without)
        record = replace(found.record, links=kept)
        connection = self._book.connection
        if not anew and self._is_shown(record):
            write_drawn(connection, across, self._latest, now, version)
            return None
        machine = {each.id: each for each in self._record.statements}
        corrected = {each.id for each in record.statements if machine.get(each.id) != each}
        batch = write_corrected(
            connection,
            record,
            base=self._base,
            mark=self._mark(),
            corrected=corrected,
            now=now,
            version=version,
        )
        batch.add_links((), across)
        return Rewritten(record=record, links=across)

    def _correct(self, settled: dict[StatementId, Settled]) -> Corrected:
        wanted = []
        for group in self.groups:
            if group.root not in settled:
                continue
            done = settled[group.root]
            aliases = {statement_id(self._article, content) for content in done.contents}
            wanted.append(
                Wanted(
                    root=group.root,
                    settled=done,
                    template=group.template,
                    aliases=frozenset(aliases),
                )
            )
        return correct(self._record, wanted, self._casting(settled.values()))

    def _casting(self, settled: Iterable[Settled]) -> Casting:
        connection = self._book.connection
        names = canonical_of_extractions(connection, [self._base]).get(self._base, {})
        judged = {
            each
            for done in settled
            for part in (done.reading.speaker, done.reading.addressee, done.reading.about)
            for each in part
        }
        refs = {ref_of_id(each): each for each in judged}
        now = goes_by(connection, list(refs))
        goes = {each: now.get(ref, canonical_id(ref)) for ref, each in refs.items()}
        missing = set(goes.values()) - set(names.values())
        return Casting(names=dict(names), goes=goes, known=known_actors(connection, missing))

    def _linked(
        self, found: Corrected, without: Sequence[Unlinked]
    ) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
        """Return the links within the article, and those that persons drew to others."""
        gone = {(e.answer, e.answered, e.relation) for e in without}
        kept = {
            link.id: link
            for link in found.record.links
            if (link.answer, link.answered, link.relation) not in gone
        }
        across: dict[str, Link] = {}
        here = {each.id for each in found.record.statements}
        for link in self._drawn(found):
            if link.answered in here:
                kept.setdefault(link.id, link)
            else:
                across[link.id] = link
        return tuple(kept.values()), tuple(across.values())

    def _drawn(self, found: Corrected) -> Iterable[Link]:
        for relation, answer, answered in self._ends(found, Decision.LINK):
            yield Link(
                id=link_id(answer, answered, relation),
                answer=answer,
                answered=answered,
                relation=relation,
                explicit=False,
                evidence=None,
                score=1.0,
                drawn=True,
            )

    def _unlinked(self, found: Corrected) -> Iterable[Unlinked]:
        for relation, answer, answered in self._ends(found, Decision.UNLINK):
            yield Unlinked(answer=answer, answered=answered, relation=relation)

    def _ends(
        self, found: Corrected, decision: Decision
    ) -> Iterable[tuple[Relation, StatementId, StatementId]]:
        """Yield the links on which that was decided last, by the ids that their ends have now."""
        latest: dict[tuple[StatementId, StatementId | None, str], Review] = {}
        for group in self.groups:
            for each in group.standing:
                if each.decision in _LINKING and not group.lost:
                    latest[each.statement, each.other, str(each.relation)] = each
        chosen = [each for each in latest.values() if each.decision is decision]
        others = {each.other for each in chosen if each.other is not None}
        shown = self._book.current_ids(others)
        shown.update(found.current)
        places = find_places(self._book.connection, {e for e in shown.values() if e} | others)
        own = {each.id for each in found.record.statements}
        for each in chosen:
            answer = found.current.get(each.statement, each.statement)
            answered = shown.get(each.other, each.other) if each.other else None
            if answer is None or answered is None or each.relation is None or answer == answered:
                continue
            if answer in own and (answered in own or answered in places):
                yield each.relation, answer, answered

    def _is_shown(self, record: ArticleRecord) -> bool:
        """Say whether the latest extraction reads like the record."""
        latest = self._own.read(self._latest)
        within = {*(each.id for each in latest.statements), *(each.id for each in latest.events)}
        links = {link.id for link in latest.links if link.answered in within}
        return (
            (latest.statements, latest.actors, latest.events)
            == (record.statements, record.actors, record.events)
        ) and links == {link.id for link in record.links}

    def _mark(self) -> str:
        """Return what stands for the reviews, and for what they were applied to."""
        ids = sorted(each.id for reviews in self._own.reviews.values() for each in reviews)
        return hashlib.sha256("\n".join((self._base, self._latest, *ids)).encode()).hexdigest()


_LINKING = {Decision.LINK, Decision.UNLINK}
