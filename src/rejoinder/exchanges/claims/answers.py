"""Which side of a claim links put a statement on: denials, refusals, admissions, endorsements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rejoinder.exchanges.claims.propositions import REJECTING, Proposition
from rejoinder.exchanges.claims.sides import OPPOSING, side_of_answer
from rejoinder.exchanges.claims.wording import weight_of
from rejoinder.model.claim import Side, Voices
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["Cluster", "PropositionKey", "Teller", "take_sides"]

# What is inferred and says much in its own words has to say much of the same.
_SURE = 0.6
_CERTAIN = 1.0
_MANY = 4
_SHARE = 0.5
_SHARE_IF_SURE = 0.3

PropositionKey = tuple[StatementId, int]
"""A statement and the number of a proposition in it; -1 where its words put none forward."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Who makes a statement, and where."""

    article: ArticleId
    act: Act
    voices: Voices


@dataclass(slots=True, kw_only=True)
class Cluster:
    """A claim in the making.

    Attributes:
        members: propositions that are the same; none where only links tell of the claim.
        sides: of each statement, those that links put there among them.
    """

    members: list[Proposition] = field(default_factory=list)
    sides: dict[StatementId, Side] = field(default_factory=dict)

    @property
    def keys(self) -> list[PropositionKey]:
        """Return what the claim's id is made from."""
        own = [(each.statement, each.place) for each in self.members]
        return own or [(statement, -1) for statement in sorted(self.sides)]

    def of(self, statement: StatementId) -> list[Proposition]:
        """Return what a statement puts forward of it."""
        return [each for each in self.members if each.statement == statement]

    @property
    def concepts(self) -> frozenset[str]:
        """Return everything that its propositions speak of."""
        return frozenset[str]().union(*(each.wording.concepts for each in self.members))


def take_sides(
    clusters: Sequence[Cluster], links: Sequence[Link], tellers: Mapping[StatementId, Teller]
) -> list[Cluster]:
    """Return the claims with those on them whom links put there.

    Args:
        clusters: with the sides that the words of their statements take; they are changed.
        links: in one order whatever the order of arrival.
        tellers: of every statement that the links lead to.
    """
    taking = _Taking(clusters, tellers)
    pending = [link for link in links if _is_between_parties(link, tellers)]
    taking.open_wordless(pending)
    # A sum, not any(): every link is to be tried in every round.
    while sum(taking.take(link) for link in pending):
        continue
    return taking.claims()


def _is_between_parties(link: Link, tellers: Mapping[StatementId, Teller]) -> bool:
    one, two = tellers[link.answer].voices, tellers[StatementId(link.answered)].voices
    return link.relation is Relation.REPEATS or not one.is_one_with(two)


class _Taking:
    """Claims in the making, by the statements that are on them."""

    def __init__(self, clusters: Iterable[Cluster], tellers: Mapping[StatementId, Teller]) -> None:
        self._clusters = list(clusters)
        self._tellers = tellers
        self._homes: dict[StatementId, list[Cluster]] = defaultdict(list)
        for cluster in self._clusters:
            for statement in cluster.sides:
                self._homes[statement].append(cluster)
        self._own = frozenset(self._homes)
        self._answering: set[StatementId] = set()

    def open_wordless(self, links: Iterable[Link]) -> None:
        """Make a claim of each statement that is denied and whose words put nothing forward."""
        for link in links:
            answered = StatementId(link.answered)
            if link.relation not in OPPOSING or self._homes[answered]:
                continue
            if self._tellers[answered].act in REJECTING:
                continue
            made = Cluster(sides={answered: Side.ASSERTS})
            self._clusters.append(made)
            self._homes[answered].append(made)

    def take(self, link: Link) -> bool:
        """Put the answer on its side of the claims that it means; say whether that is new."""
        # A sum, not any(): each claim is to be tried.
        return sum(self._take(link, found) for found in self._meant(link)) > 0

    def _take(self, link: Link, found: Cluster) -> bool:
        if not self._is_about(link, found):
            return False
        side = side_of_answer(
            link.relation,
            self._tellers[link.answer].act,
            found.sides[StatementId(link.answered)],
            has_own_words=link.answer in self._own,
        )
        if side is None or not self._may_take(link, side, found):
            return False
        for one in _together(link.answer, side, self._homes[link.answer]):
            if one in found.sides and one != link.answer:
                continue
            found.sides[one] = side
            if not any(found is each for each in self._homes[one]):
                self._homes[one].append(found)
                self._answering.add(one)
        return True

    def claims(self) -> list[Cluster]:
        """Return the claims; what only answers is on the other side of one, and none itself."""
        return [
            cluster
            for cluster in self._clusters
            if not cluster.members or not self._answering.issuperset(cluster.sides)
        ]

    def _meant(self, link: Link) -> list[Cluster]:
        """Return which claims of the answered statement the answer means.

        Words that put nothing forward ("slander") turn down all that was said. Else it is the one
        that the answer is on itself, else what the answering side is blamed for, else the one whose
        words are most like its own, else the first of those that tell a deed.
        """
        answered, answer = StatementId(link.answered), self._homes[link.answer]
        if link.relation in OPPOSING and link.answer not in self._own:
            return list(self._homes[answered])
        words = frozenset[str]().union(*(cluster.concepts for cluster in answer))
        voices = self._tellers[link.answer].voices

        def rank(cluster: Cluster) -> tuple[bool, bool, int, bool, int]:
            own = cluster.of(answered)
            return (
                not any(cluster is each for each in answer),
                voices.parties.isdisjoint(_doers(own)),
                -len(words & cluster.concepts),
                not any(each.kinds for each in own),
                min((each.place for each in own), default=0),
            )

        return sorted(self._homes[answered], key=rank)[:1]

    def _is_about(self, link: Link, found: Cluster) -> bool:
        """Say whether the answer can be to that claim: what is inferred has to share a word.

        Whose own words put nothing forward, or little, can mean whatever the link says, but for
        what the other side tells of itself.
        """
        if link.answer not in self._own:
            doers = _doers(found.of(StatementId(link.answered)))
            mine = self._tellers[link.answer].voices.parties
            its = self._tellers[StatementId(link.answered)].voices.parties
            return not mine.isdisjoint(doers) or its.isdisjoint(doers)
        own = frozenset[str]().union(
            *(
                each.wording.concepts
                for cluster in self._homes[link.answer]
                for each in cluster.of(link.answer)
            )
        )
        sure = link.explicit or link.score >= _CERTAIN
        if sure or len(own) < _MANY or not found.members:
            return True
        alike = weight_of(own & found.concepts) / weight_of(own)
        return alike >= (_SHARE_IF_SURE if link.score >= _SURE else _SHARE)

    def _may_take(self, link: Link, side: Side, found: Cluster) -> bool:
        """Say whether the answer is not on that side yet and may be moved to it.

        From the side that its own words take only an opposing link moves it, if both assert.
        """
        now = found.sides.get(link.answer)
        if now is None or now is side:
            return now is None
        return (
            link.relation in OPPOSING
            and self._tellers[link.answer].act not in REJECTING
            and now is found.sides[StatementId(link.answered)] is Side.ASSERTS
        )


def _doers(own: Iterable[Proposition]) -> frozenset[ActorId]:
    return frozenset[ActorId]().union(*(each.doers or each.blamed for each in own))


def _together(answer: StatementId, side: Side, homes: Sequence[Cluster]) -> list[StatementId]:
    """Return the answer with those who say the same, where that is nothing but denied."""
    found = {answer}
    for cluster in homes:
        if side is Side.DENIES and cluster.members and set(cluster.sides.values()) == {side}:
            found.update(cluster.sides)
    return sorted(found)
