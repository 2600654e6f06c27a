"""On which side of a claim a statement is: by what it does, its negations and its links."""

from collections.abc import Sequence

from rejoinder.exchanges.claims.propositions import REJECTING, Proposition
from rejoinder.model.claim import Side
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

__all__ = ["AGREEING", "OPPOSING", "base_sides", "opposite", "side_of_answer"]

OPPOSING = frozenset({Relation.DENIES, Relation.CONTRADICTS, Relation.REFUSES})
AGREEING = frozenset({Relation.SUPPORTS, Relation.ACCEPTS, Relation.ANSWERS})
_YIELDING = frozenset({Act.ADMIT, Act.AGREE})


def opposite(side: Side) -> Side:
    """Return the side across."""
    return Side.ASSERTS if side is Side.DENIES else Side.DENIES


def base_sides(propositions: Sequence[Proposition]) -> dict[StatementId, Side]:
    """Return the side of each statement of one claim, links aside.

    An act of denial denies, however its words put it ("we did not fire"); a negation denies where
    somebody says the same without. Where nobody does, the negation is what is asserted.
    """
    sides: dict[StatementId, Side] = {}
    for each in propositions:
        side = Side.DENIES if each.act in REJECTING or each.negated else Side.ASSERTS
        if sides.get(each.statement) is not Side.ASSERTS:
            sides[each.statement] = side
    if Side.ASSERTS not in sides.values():
        _turn(propositions, sides)
    asserting = [each.speakers for each in propositions if sides[each.statement] is Side.ASSERTS]
    for each in propositions:
        if each.act is Act.ADMIT and sides[each.statement] is Side.ASSERTS:
            others = (one for one in asserting if one and one.isdisjoint(each.speakers))
            if each.speakers and any(others):
                sides[each.statement] = Side.CONCEDES
    return sides


def _turn(propositions: Sequence[Proposition], sides: dict[StatementId, Side]) -> None:
    """Let what is negated be asserted, by all but those who deny."""
    denying = frozenset[ActorId]().union(
        *(each.speakers for each in propositions if each.act in REJECTING)
    )
    for each in propositions:
        if each.act not in REJECTING and denying.isdisjoint(each.speakers):
            sides[each.statement] = Side.ASSERTS


def side_of_answer(
    relation: Relation, act: Act, answered: Side, *, has_own_words: bool
) -> Side | None:
    """Return the side on which a link puts the answer, or None where it puts it on none."""
    if relation in OPPOSING:
        return opposite(answered)
    if relation is Relation.REPEATS and not has_own_words:
        return answered
    if relation in AGREEING and act is Act.ADMIT and answered is Side.ASSERTS:
        return Side.CONCEDES
    if relation in (Relation.SUPPORTS, Relation.ACCEPTS) and not has_own_words:
        return answered
    return None
