"""A claim in the making: what is the same, and who is on which side of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rejoinder.exchanges.claims.propositions import Proposition
from rejoinder.model.claim import Side, Voices
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.statement import Act

__all__ = ["Cluster", "PropositionKey", "Teller", "is_denied_in_words"]

PropositionKey = tuple[StatementId, int]
"""A statement and the number of a proposition in it; -1 where its words put none forward."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Who makes a statement, and where.

    Attributes:
        parent: the statement in whose words it is told.
    """

    article: ArticleId
    act: Act
    voices: Voices
    parent: StatementId | None


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

    def concepts_of(self, side: Side) -> frozenset[str]:
        """Return what those of one side speak of."""
        own = (each for each in self.members if self.sides[each.statement] is side)
        return frozenset[str]().union(*(each.wording.concepts for each in own))


def is_denied_in_words(cluster: Cluster, said: Mapping[StatementId, Sequence[Proposition]]) -> bool:
    """Say whether who is against it says that something of it is not so.

    "The two need no mediator" is a proposition; merely to turn an offer down is none.
    """
    denying = (each for each, side in cluster.sides.items() if side is Side.DENIES)
    return any(
        not cluster.concepts_of(Side.ASSERTS).isdisjoint(
            one.wording.denied if one.act is Act.REFUSE else one.wording.concepts
        )
        for each in denying
        for one in said.get(each, ())
    )
