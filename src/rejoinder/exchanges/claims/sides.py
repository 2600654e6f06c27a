"""On which side of a claim a statement is: by what it does, its negations and its links."""

from collections.abc import Sequence

from rejoinder.exchanges.claims.propositions import Proposition
from rejoinder.exchanges.relate import REJECTING
from rejoinder.model.claim import Side
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

__all__ = ["OPPOSING", "base_sides", "opposite", "side_of_answer"]

OPPOSING = frozenset({Relation.DENIES, Relation.CONTRADICTS, Relation.REFUSES})
_SHARED = 2
_AGREEING = frozenset({Relation.SUPPORTS, Relation.ACCEPTS, Relation.ANSWERS})


def opposite(side: Side) -> Side:
    """Return the side across."""
    return Side.ASSERTS if side is Side.DENIES else Side.DENIES


def base_sides(propositions: Sequence[Proposition]) -> dict[StatementId, Side]:
    """Return the side of each statement of one claim, links aside.

    An act of denial denies, however its words put it ("we did not fire"); a negation denies where
    somebody says the same without. Where nobody does, the negation is what is asserted.
    """
    by_voice = _by_voice(propositions)
    contrary = {number for number, own in enumerate(by_voice) if _is_contrary(own)}
    contrary |= {
        number
        for number, own in enumerate(by_voice)
        if any(_negates_too(own, by_voice[other]) for other in contrary)
    }
    if len(contrary) == len(by_voice):
        # Where all say that it is not so, only who denies does; the others assert just that.
        contrary = {number for number, own in enumerate(by_voice) if _rejects(own)}
    sides = {
        each.statement: Side.DENIES if number in contrary else Side.ASSERTS
        for number, own in enumerate(by_voice)
        for each in own
    }
    asserting = [each.voices for each in propositions if sides[each.statement] is Side.ASSERTS]
    for each in propositions:
        yields = each.act is Act.ADMIT and sides[each.statement] is Side.ASSERTS
        if yields and any(each.voices.faces(other) for other in asserting):
            sides[each.statement] = Side.CONCEDES
    return sides


def _by_voice(propositions: Sequence[Proposition]) -> list[list[Proposition]]:
    """Return the propositions by who says so: one takes one side, whatever a sentence looks like.

    Where the text names nobody, each statement is for itself.
    """
    groups: list[list[Proposition]] = []
    for each in propositions:
        same = (own for own in groups if own[0].voices.speakers == each.voices.speakers)
        home = next(same, None) if each.voices.speakers else None
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return groups


def _is_contrary(own: Sequence[Proposition]) -> bool:
    contrary = sum(each.is_contrary for each in own)
    return 2 * contrary > len(own) or (2 * contrary == len(own) and _rejects(own))


def _negates_too(own: Sequence[Proposition], other: Sequence[Proposition]) -> bool:
    """Say whether all that some say in common with others, who negate it, they negate too.

    One outlet may quote a sentence before it that the other leaves out.
    """
    theirs = [each.wording for each in other if each.negated]
    return bool(theirs) and all(
        any(
            len(common := each.wording.concepts & one.concepts) >= _SHARED
            and common <= each.wording.denied
            for one in theirs
        )
        for each in own
    )


def _rejects(own: Sequence[Proposition]) -> bool:
    return any(each.act in REJECTING for each in own)


def side_of_answer(
    relation: Relation, act: Act, answered: Side, *, has_own_words: bool
) -> Side | None:
    """Return the side on which a link puts the answer, or None where it puts it on none."""
    if relation in OPPOSING:
        return opposite(answered)
    if relation is Relation.REPEATS and not has_own_words:
        return answered
    if relation in _AGREEING and act is Act.ADMIT and answered is Side.ASSERTS:
        return Side.CONCEDES
    if relation in (Relation.SUPPORTS, Relation.ACCEPTS) and not has_own_words:
        return answered
    return None
