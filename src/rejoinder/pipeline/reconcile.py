"""What needs the whole ledger: who is one actor, then links across articles, as articles arrive."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial

from rejoinder.actors.across.judge import STAGE, identity_digest, judge
from rejoinder.actors.across.namesakes import sightings_of
from rejoinder.actors.across.profiles import profiles_of
from rejoinder.exchanges.across import link_across
from rejoinder.ledger.actor_book import ActorBook, Judged
from rejoinder.ledger.canonical import members_of
from rejoinder.ledger.copy_book import CopyBook
from rejoinder.ledger.earlier import extractions_mixing, extractions_naming
from rejoinder.ledger.identities import goes_by
from rejoinder.ledger.read import LedgerReader
from rejoinder.model.canonical import canonical_record
from rejoinder.model.identity import Identity, Pair, identify_refs
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Judgement
from rejoinder.model.link import Link
from rejoinder.model.profile import Fact, Profile, Sighting
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.copying import copies_mark, take_all_copies, take_copies
from rejoinder.pipeline.neighbours import find_links
from rejoinder.pipeline.outlining import (
    fill_outlines,
    mark_mixed,
    take_all_outlines,
    take_outlines,
)

__all__ = [
    "JudgingAgain",
    "Reconciliation",
    "identify",
    "identity_mark",
    "link_moved",
    "link_records",
    "link_ruled",
    "with_links",
]


class Reconciliation:
    """Brings new articles together with what a ledger holds, within the transaction that adds them.

    A batch is committed with its judgements and links or not at all. Which judgements there are in
    the end does not depend on the batches; nor do links, because the articles of actors who come
    to others are linked again.
    """

    def __init__(
        self,
        new: Sequence[ArticleRecord],
        corrected: Callable[[ActorBook], Sequence[ArticleRecord]] | None = None,
    ) -> None:
        """Take the records that are being added.

        Args:
            new: the records.
            corrected: gives them as persons have corrected them, once they are written.
        """
        self._new = new
        self._corrected = corrected
        self._moved: frozenset[ActorRef] = frozenset()

    def judge(self, book: ActorBook) -> None:
        """Judge the actors of the new articles, and what they copy; write what comes of it."""
        if not self._new:
            return
        if self._corrected is not None:
            self._new = self._corrected(book)
        self.copy(book)
        found = [profile for record in self._new for profile in profiles_of(record)]
        seen = [sighting for record in self._new for sighting in sightings_of(record)]
        self._moved = book.take(
            Judged(
                articles=[record.article.id for record in self._new],
                profiles=found,
                judgements=judge(found, book.registry(STAGE), seen),
                mark=identity_mark(),
            )
        )
        take_outlines(LedgerReader(connection=book.connection), self._new)

    def copy(self, book: ActorBook) -> None:
        """Find what the new articles copy, and what copies them."""
        copies = CopyBook(connection=book.connection, stage=copies_mark())
        take_copies(copies, {record.article.id for record in self._new})

    def link(self, reader: LedgerReader) -> Sequence[Link]:
        """Return the links of the new articles, and those that new identities bring."""
        keys = reader.latest({record.article.id for record in self._new})
        links = {link.id: link for link in find_links(reader, keys)}
        links.update((link.id, link) for link in link_moved(reader, self._moved))
        return [links[key] for key in sorted(links)]


def identity_mark() -> str:
    """Return what stands for the judging stage with its tables."""
    return f"{STAGE}:{identity_digest()}"


class JudgingAgain:
    """Judges all actors of a ledger anew, from the latest extraction of each article."""

    def __init__(self) -> None:
        """Know of nobody yet."""
        self._moved: frozenset[ActorRef] = frozenset()

    def judge(self, book: ActorBook) -> None:
        """Judge everybody as if nothing had been judged before, but by persons; find all copies."""
        take_all_copies(CopyBook(connection=book.connection, stage=copies_mark()))
        known: dict[ActorRef, Profile] = {}
        articles = []
        seen: list[Sighting] = []
        for record in LedgerReader(connection=book.connection).records():
            articles.append(record.article.id)
            seen.extend(sightings_of(record))
            for profile in profiles_of(record):
                before = known.get(profile.ref)
                known[profile.ref] = profile if before is None else before.joined(profile)
        profiles = [known[ref] for ref in sorted(known)]
        judged = Judged(
            articles=articles,
            profiles=profiles,
            judgements=judge(profiles, _NothingKnown(), seen),
            mark=identity_mark(),
        )
        self._moved = book.start_again(judged, STAGE)
        take_all_outlines(LedgerReader(connection=book.connection))

    def link(self, reader: LedgerReader) -> Sequence[Link]:
        """Return the links that new identities bring."""
        return link_moved(reader, self._moved)


def link_moved(reader: LedgerReader, moved: frozenset[ActorRef]) -> Sequence[Link]:
    """Return the links that come of actors' having come to others.

    Such a link has the actor at both ends, by one name and by another, so that an article of those
    who came is compared with articles of the same actor alone; with all others only where it calls
    the actor by two names that tell of different countries, which are one's now.
    """
    if not moved:
        return ()
    connection = reader.connection
    clusters = set(goes_by(connection, moved).values())
    refs = {ref for each in members_of(connection, clusters).values() for ref in each}
    came = extractions_naming(connection, moved)
    mark_mixed(reader, came)
    mixed = came & extractions_mixing(connection, refs)
    links = {link.id: link for link in find_links(reader, mixed)}
    same = extractions_naming(connection, refs)
    links.update((link.id, link) for link in find_links(reader, came - mixed, same))
    return [links[key] for key in sorted(links)]


def link_ruled(reader: LedgerReader, moved: frozenset[ActorRef]) -> Sequence[Link]:
    """Return the links that a ruling brings, in a ledger that an older version may have left."""
    if moved:
        fill_outlines(reader)
    return link_moved(reader, moved)


def identify(records: Sequence[ArticleRecord]) -> Identity:
    """Return who is one actor over records, as a ledger of just these would have it.

    ``identity.of(actor.id, record.article.id)`` is the canonical id.
    """
    found = [profile for record in records for profile in profiles_of(record)]
    plain = {each.ref.actor for each in found if each.values(Fact.PLAIN)}
    seen = [sighting for record in records for sighting in sightings_of(record)]
    judged = judge(found, _NothingKnown(), seen)
    return identify_refs({each.ref for each in found}, judged, plain=plain)


def link_records(records: Sequence[ArticleRecord], identity: Identity) -> tuple[Link, ...]:
    """Return the links across records, as a ledger of just these would have them."""
    renamed = [canonical_record(record, partial(_known_as, identity, record)) for record in records]
    return link_across(renamed, _NothingEarlier())


def with_links(record: ArticleRecord, across: Sequence[Link]) -> ArticleRecord:
    """Return the record with those of the links that answer from it, behind its own."""
    order = {statement.id: n for n, statement in enumerate(record.statements)}
    own = sorted((n for n in across if n.answer in order), key=lambda n: order[n.answer])
    return replace(record, links=(*record.links, *own))


def _known_as(identity: Identity, record: ArticleRecord, actor: ActorId) -> ActorId:
    return identity.of(actor, record.article.id)


class _NothingKnown:
    """A registry of a ledger that holds nothing yet."""

    def known(self, refs: Collection[ActorRef]) -> Iterator[Profile]:
        return iter(())

    def profiles(
        self, keys: Collection[str], besides: Collection[ActorRef] = ()
    ) -> Iterator[Profile]:
        return iter(())

    def ids_in(self, keys: Collection[str]) -> Iterator[tuple[str, ActorId]]:
        return iter(())

    def profiles_naming(self, wanted: Collection[tuple[str, str]]) -> Iterator[Profile]:
        return iter(())

    def verdicts(self, pairs: Collection[Pair]) -> Iterator[Judgement]:
        return iter(())

    def sightings(self, actor: ActorId) -> Iterator[Sighting]:
        return iter(())

    def parted(self, actor: ActorId) -> Iterator[Pair]:
        return iter(())


class _NothingEarlier:
    """A ledger that holds nothing yet."""

    def records_speaking(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        return iter(())

    def records_about(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        return iter(())
