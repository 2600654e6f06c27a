"""Which side of a claim links put a statement on: denials, refusals, admissions, endorsements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rejoinder.exchanges.claims.cluster import Cluster, Teller
from rejoinder.exchanges.claims.propositions import Proposition
from rejoinder.exchanges.claims.sides import OPPOSING, side_of_answer
from rejoinder.exchanges.claims.wording import VERDICTS, weight_of
from rejoinder.exchanges.relate import BLAMING, REJECTING
from rejoinder.model.claim import Side
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["take_sides"]

# What is inferred and says much in its own words has to say much of the same.
_FEW = 4
# What is marked has to say something of the same, unless it names the words that it turns down.
_SHARE = 0.3
_MUCH = 0.45
_SAYS_SOMETHING = 2
_LONG = 24

_TELLING = BLAMING | {Act.ASSERT}


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
    pending = [link for link in links if _may_tell(link, tellers)]
    taking.open_wordless(pending)
    # A sum, not any(): every link is to be tried in every round.
    while sum(taking.take(link) for link in pending):
        continue
    return taking.claims()


def _may_tell(link: Link, tellers: Mapping[StatementId, Teller]) -> bool:
    one, two = tellers[link.answer].voices, tellers[StatementId(link.answered)].voices
    of_one = link.relation in (Relation.REPEATS, Relation.SUPPORTS)
    return of_one or not one.is_one_with(two)


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
            if link.answer in self._own and self._tellers[link.answer].act not in REJECTING:
                # What merely stands against it in words of its own may be about anything.
                continue
            made = Cluster(sides={answered: Side.ASSERTS})
            self._clusters.append(made)
            self._homes[answered].append(made)

    def take(self, link: Link) -> bool:
        """Put the answer on its side of the claims that it means; say whether that is new."""
        # A sum, not any(): each claim is to be tried.
        return sum(self._take(link, found) for found in self._meant(link)) > 0

    def _take(self, link: Link, found: Cluster) -> bool:
        side = self._side(link, found)
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

    def _side(self, link: Link, found: Cluster) -> Side | None:
        now = found.sides[StatementId(link.answered)]
        if self._goes_on(link):
            goes_on = (
                self._adds(link.answer, found)
                if now is Side.DENIES
                else self._takes_up(link.answer)
            )
            return now if goes_on else None
        if not self._is_about(link, found):
            return None
        return side_of_answer(
            link.relation,
            self._tellers[link.answer].act,
            now,
            has_own_words=link.answer in self._own,
        )

    def _goes_on(self, link: Link) -> bool:
        """Say whether one speaker bears out what he said himself."""
        one, two = (self._tellers[StatementId(end)].voices for end in (link.answer, link.answered))
        return link.relation is Relation.SUPPORTS and one.is_one_with(two)

    def _adds(self, answer: StatementId, found: Cluster) -> bool:
        """Say whether who turned the claim down goes on to say that something of it is not so."""
        return any(
            each.is_contrary
            and not each.wording.concepts.isdisjoint(found.concepts_of(Side.ASSERTS))
            for each in self._of(answer)
        )

    def _takes_up(self, answer: StatementId) -> bool:
        """Say whether who put the claim forward says more of it: "These men never left"."""
        mine = self._of(answer)
        return bool(mine) and all(
            each.takes_up
            and each.act in _TELLING
            and len(each.wording.concepts) < _FEW
            and not each.named
            for each in mine
        )

    def _of(self, statement: StatementId) -> list[Proposition]:
        return [each for home in self._homes[statement] for each in home.of(statement)]

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
        """Say whether the answer can be to that claim.

        Whose own words put nothing forward can mean whatever the link says, but for what the other
        side tells of itself, and for what clears him.
        """
        if link.answer not in self._own:
            its_own = found.of(StatementId(link.answered))
            doers = _doers(its_own)
            mine = self._tellers[link.answer].voices.parties
            if its_own and all(_clears(each, mine) for each in its_own):
                return False
            its = self._tellers[StatementId(link.answered)].voices.parties
            return not mine.isdisjoint(doers) or its.isdisjoint(doers)
        return link.drawn or not found.members or self._tells_of(link, found)

    def _tells_of(self, link: Link, found: Cluster) -> bool:
        """Say whether the answer's own words are about the claim.

        A denial may name what it turns down instead: "the charges are groundless".
        """
        mine = self._of(link.answer)
        own = frozenset[str]().union(*(each.wording.concepts for each in mine)) - VERDICTS
        nests = self._tellers[StatementId(link.answered)].parent == link.answer
        if nests and len(own) <= _LONG and weight_of(found.concepts) >= _SAYS_SOMETHING:
            return True
        if link.relation is Relation.CONTRADICTS and not self._is_contrary(link, mine):
            return False
        if len(own) <= _LONG and any(
            each.act is Act.DENY and each.wording.verdict for each in mine
        ):
            return True
        if link.explicit:
            return _tells_again(own, found)
        alike = weight_of(own & found.concepts) / max(1, weight_of(own))
        return alike >= _SHARE

    def _is_contrary(self, link: Link, mine: Iterable[Proposition]) -> bool:
        """Say whether two speak of the same the other way round, or one praises, the other blames.

        A mere "but" between them may set apart what goes together.
        """
        its = self._of(StatementId(link.answered))
        acts = {self._tellers[StatementId(end)].act for end in (link.answer, link.answered)}
        if Act.SUPPORT in acts and not acts.isdisjoint(BLAMING):
            return True
        return any(
            (one.wording.denied ^ two.wording.denied) & one.wording.concepts & two.wording.concepts
            for one in mine
            for two in its
        )

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


def _tells_again(own: frozenset[str], found: Cluster) -> bool:
    """Say whether words are about a claim: a part of them is of it, or nearly all of it in them."""
    shared = weight_of(own & found.concepts)
    if own >= found.concepts and len(own) <= _LONG:
        return bool(shared)
    if shared < _SAYS_SOMETHING:
        return False
    much = len(own) <= _LONG and shared >= _MUCH * weight_of(found.concepts)
    return much or shared >= _SHARE * weight_of(own)


def _clears(told: Proposition, parties: frozenset[ActorId]) -> bool:
    """Say whether it is said that somebody of those did not do something."""
    return told.negated and any(not parties.isdisjoint(each) for each in told.named)


def _doers(own: Iterable[Proposition]) -> frozenset[ActorId]:
    return frozenset[ActorId]().union(*(each.doers or each.blamed for each in own))


def _together(answer: StatementId, side: Side, homes: Sequence[Cluster]) -> list[StatementId]:
    """Return the answer with those who say the same, where that is nothing but denied."""
    found = {answer}
    for cluster in homes:
        if side is Side.DENIES and cluster.members and set(cluster.sides.values()) == {side}:
            found.update(cluster.sides)
    return sorted(found)
