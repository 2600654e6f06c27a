"""What judging does to a ledger: profiles, judgements and who goes by which id, in one place."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, select

from rejoinder.ledger.canonical import canonical_of_extractions, members_of
from rejoinder.ledger.identities import (
    goes_by,
    rebuild_identities,
    reconsider_identities,
    refs_of_ids,
    update_identities,
)
from rejoinder.ledger.judging import all_judgements, append_judgements, judgements_touching
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.listing import Listing, append_listing, listed_in
from rejoinder.ledger.naming import append_naming
from rejoinder.ledger.registry import (
    LedgerRegistry,
    add_profiles,
    clear_profiles,
    mark_profiled,
)
from rejoinder.ledger.schema import extractions
from rejoinder.ledger.schema_identity import judgements, listings, namings
from rejoinder.model.identity import canonical_id, standing
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.judgement import ActorRef, Judgement, Naming, Verdict, judgement_id
from rejoinder.model.listed import ListedActor
from rejoinder.model.profile import Profile

__all__ = ["ActorBook", "Judged"]

_GONE = (("gone", "no longer compared"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a stage made of some articles.

    Attributes:
        articles: whose actors were judged, by their latest extractions.
        mark: the stage that judged and its tables; other marks are judged again.
    """

    articles: Collection[ArticleId]
    profiles: Sequence[Profile]
    judgements: Sequence[Judgement]
    mark: str


@dataclass(slots=True, kw_only=True)
class ActorBook:
    """Who is who, within one transaction of writing.

    Attributes:
        number: gives the number of the batch.
        joined: pairs that a stage newly found to be one.
        said: judgements written.
    """

    connection: Connection
    number: Callable[[], int]
    joined: int = 0
    said: int = 0
    _read: dict[ActorRef, Profile | None] = field(default_factory=dict)

    def registry(self, stage: str) -> LedgerRegistry:
        """Return what was known before."""
        return LedgerRegistry(connection=self.connection, stage=stage, read=self._read)

    def take(self, judged: Judged) -> frozenset[ActorRef]:
        """Write what was judged, and return who has come to others thereby."""
        add_profiles(self.connection, judged.profiles, self._read)
        self._read.clear()
        mark_profiled(self.connection, judged.articles, judged.mark)
        fresh = self._append(judged.judgements)
        return update_identities(self.connection, {each.ref for each in judged.profiles}, fresh)

    def rule(self, judgements: Sequence[Judgement]) -> frozenset[ActorRef]:
        """Write what persons say, and return who has come to others thereby."""
        return update_identities(self.connection, (), self._append(judgements))

    def name(self, naming: Naming) -> None:
        """Write what a person says an actor is called."""
        append_naming(self.connection, naming, self.number)

    def list_actors(self, listing: Listing, actors: Sequence[ListedActor]) -> frozenset[ActorRef]:
        """Write a user's list, or that one is taken back, and return who has come to others."""
        append_listing(self.connection, listing, actors, self.number)
        ids = {each.id for each in actors} or listed_in(self.connection, listing.undoes)
        return reconsider_identities(self.connection, refs_of_ids(self.connection, ids))

    def goes_by(self, ref: ActorRef) -> ActorId:
        """Return the canonical id of a ref."""
        return goes_by(self.connection, [ref]).get(ref, canonical_id(ref))

    def members(self, actor: ActorId) -> tuple[ActorRef, ...]:
        """Return the refs that go by a canonical id."""
        return members_of(self.connection, [actor])[actor]

    def ids_in(self, actor: ActorId, article: ArticleId) -> list[ActorId]:
        """Return the ids that an article's latest extraction has for an actor, sorted."""
        query = select(extractions.c.id).where(extractions.c.article_id == article, is_latest())
        keys = list(self.connection.execute(query).scalars())
        own = canonical_of_extractions(self.connection, keys)
        return sorted(each for ids in own.values() for each, name in ids.items() if name == actor)

    def parted_by_persons(self, one: ActorId, other: ActorId) -> list[Judgement]:
        """Return what persons say that keeps two actors apart."""
        left, right = set(self.members(one)), set(self.members(other))
        said = standing(judgements_touching(self.connection, left)).values()
        return [
            each
            for each in said
            if each.person
            and each.verdict is Verdict.NEGATIVE
            and (each.left in right or each.right in right)
        ]

    def moment_after(self, now: datetime) -> datetime:
        """Return the time to sign with: now, but after everything that persons have decided.

        What is written last is to stand, whatever the clocks of those who wrote before.
        """
        found = [
            select(func.max(judgements.c.decided)).where(judgements.c.person),
            select(func.max(namings.c.decided)),
            select(func.max(listings.c.decided)),
        ]
        times = [self.connection.execute(query).scalar() for query in found]
        known = [datetime.fromisoformat(each) for each in times if each]
        return max([now.astimezone(UTC), *(each + timedelta(microseconds=1) for each in known)])

    def start_again(self, judged: Judged, stage: str) -> frozenset[ActorRef]:
        """Put everything that is known in the place of what was, and withdraw what is no more said.

        Args:
            judged: of all articles, judged as if nothing had been judged before.
            stage: who judged.

        Returns:
            who has come to others.
        """
        clear_profiles(self.connection)
        self._read.clear()
        add_profiles(self.connection, judged.profiles)
        mark_profiled(self.connection, judged.articles, judged.mark)
        now = {(each.left, each.right) for each in judged.judgements}
        gone = [each for each in self._latest(stage) if (each.left, each.right) not in now]
        self._append([*judged.judgements, *map(_withdrawn, gone)])
        return rebuild_identities(self.connection)

    def _append(self, judgements: Sequence[Judgement]) -> list[Judgement]:
        written = append_judgements(self.connection, judgements, self.number)
        self.joined += written.joined
        self.said += len(written.fresh)
        return written.fresh

    def _latest(self, stage: str) -> Iterable[Judgement]:
        """Return what the stage says now."""
        latest = {
            (each.left, each.right): each
            for each in all_judgements(self.connection)
            if each.judge == stage and not each.person
        }
        return (each for each in latest.values() if each.verdict is not Verdict.WITHDRAWN)


def _withdrawn(judgement: Judgement) -> Judgement:
    """Return that the stage no longer says this."""
    left, right = judgement.left, judgement.right
    return Judgement(
        id=judgement_id(left, right, Verdict.WITHDRAWN, judgement.judge, _GONE),
        left=left,
        right=right,
        verdict=Verdict.WITHDRAWN,
        score=None,
        features=_GONE,
        judge=judgement.judge,
        person=False,
    )
