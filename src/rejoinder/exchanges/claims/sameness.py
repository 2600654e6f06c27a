"""Whether two statements put the same proposition forward, whichever side of it they take."""

from datetime import timedelta

from rejoinder.exchanges.claims.propositions import Proposition
from rejoinder.exchanges.claims.wording import weight_of
from rejoinder.exchanges.relate import REJECTING
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act

__all__ = ["WINDOW", "can_be_one", "can_stand_together", "likeness", "share_of"]

WINDOW = timedelta(days=14)
"""Statements that are made further apart are one claim only where they name the same days."""

_SOON = timedelta(days=3)
_NIGHT = timedelta(days=1)
# Acts of one sort can put the same forward; what is in no sort goes with each.
_SORTS = {
    Act.ACCUSE: "tell",
    Act.CRITICISE: "tell",
    Act.SUPPORT: "tell",
    Act.PREDICT: "ahead",
    Act.WARN: "ahead",
    Act.INTEND: "ahead",
    Act.DEMAND: "ask",
    Act.OFFER: "offer",
    Act.AGREE: "offer",
}
_DEED = 0.6
_SOME = 0.34
_LEAST_SHARED = 2
_FEW = 3
_SHARE = 0.6
_NEARLY_ALL = 0.8
_SHARE_OF_CONTRARY = 0.75
_LONGER = 0.4
_LONGER_OF_BOTH = 0.55
_SHARE_OF_LONG = 0.7
_LONGER_OF_BRIEF = 0.3
_BRIEF = 0.3
_PAIR = 2


def likeness(one: Proposition, two: Proposition) -> float:
    """Return how like they are, 0 to 1; 0 where they are not the same.

    The parties, their parts, the time, names and numbers may not differ; then either the deed is
    one, or the words are.
    """
    if not can_be_one(one, two):
        return 0.0
    common = one.wording.concepts & two.wording.concepts
    if not common:
        return 0.0
    larger = max(weight_of(each.wording.concepts) for each in (one, two))
    share, of_longer = share_of(one, two), weight_of(common) / larger
    if _is_one_deed(one, two, len(common), of_longer):
        return _DEED + 0.4 * of_longer
    same_mouth = one.voices.is_one_with(two.voices)
    if len(common) < _LEAST_SHARED:
        brief = same_mouth and share == 1.0 and of_longer >= _LONGER_OF_BRIEF
        plain = one.act is two.act and one.act is not Act.ASSERT
        return _BRIEF if brief and plain and _is_near(one, two) else 0.0
    across = not same_mouth and one.negated is not two.negated
    if len(common) < _FEW and share * of_longer < 1.0 and not across:
        # Two words name a matter; what is said of it may be anything, unless others deny it.
        return 0.0
    if not _has_enough(len(common), share, of_longer, same_mouth=same_mouth):
        return 0.0
    if same_mouth and one.is_contrary is not two.is_contrary and share < _SHARE_OF_CONTRARY:
        # One who says both yes and no is mostly speaking of two things.
        return 0.0
    return 0.5 * share + 0.5 * of_longer


def can_stand_together(one: Proposition, two: Proposition) -> bool:
    """Say whether two can be of one claim though others join them: they share some of the matter.

    Two sentences of one long quotation are each like the whole and not like each other.
    """
    if not can_be_one(one, two):
        return False
    few = min(len(one.wording.concepts), len(two.wording.concepts)) < _LEAST_SHARED
    return few or bool(one.kinds & two.kinds) or share_of(one, two) >= _SOME


def share_of(one: Proposition, two: Proposition) -> float:
    """Return what part of the shorter both say, 0 to 1; 0 where one says nothing in words."""
    smaller = min(weight_of(each.wording.concepts) for each in (one, two))
    common = weight_of(one.wording.concepts & two.wording.concepts)
    return common / smaller if smaller else 0.0


def _has_enough(shared: int, share: float, of_longer: float, *, same_mouth: bool) -> bool:
    # A few words of many may be common to much else that is said of the same matter.
    if share == 1.0 and of_longer >= _LONGER and shared >= _FEW:
        return True
    if same_mouth and shared > _FEW and share >= _SHARE_OF_LONG:
        return True
    return share >= _SHARE and of_longer >= _LONGER_OF_BOTH


def can_be_one(one: Proposition, two: Proposition) -> bool:
    """Say whether nothing that both tell keeps them from being the same proposition."""
    return (
        _sorts_fit(one, two)
        and _times_fit(one, two)
        and not _is_apart(one.wording.numbers, two.wording.numbers)
        and not _is_apart(one.names, two.names)
        and _parties_fit(one, two)
        and _parts_fit(one, two)
    )


def _is_one_deed(one: Proposition, two: Proposition, shared: int, of_longer: float) -> bool:
    kinds = one.kinds & two.kinds
    if not kinds or not _have_one_doer(one, two):
        return False
    if one.others and two.others and one.others.isdisjoint(two.others):
        return False
    if "attack" in kinds:
        return _is_near(one, two) and bool(shared)
    several = shared >= _LEAST_SHARED and of_longer >= _LONGER
    enough = several or of_longer >= _LONGER_OF_BOTH
    if one.others and two.others:
        return enough
    return of_longer >= _NEARLY_ALL


def _have_one_doer(one: Proposition, two: Proposition) -> bool:
    """Say whether one is known to have done it; of one speaker's days he may be left out."""
    left, right = one.doers or one.blamed, two.doers or two.blamed
    if left and right:
        return not left.isdisjoint(right)
    dated = one.days is not None and two.days is not None
    return dated and "attack" in one.kinds & two.kinds and one.voices.is_one_with(two.voices)


def _sorts_fit(one: Proposition, two: Proposition) -> bool:
    if not REJECTING.isdisjoint((one.act, two.act)):
        return True
    left, right = _SORTS.get(one.act), _SORTS.get(two.act)
    if left and right and left != right:
        return False
    if Act.ASSERT in (one.act, two.act) and Act.DEMAND in (one.act, two.act):
        # What is asked for is not said to be so.
        return False
    return one.wording.ahead == two.wording.ahead


def _times_fit(one: Proposition, two: Proposition) -> bool:
    if one.days is not None and two.days is not None:
        slack = _NIGHT if one.wording.night or two.wording.night else timedelta()
        return _gap(one.days, two.days) <= slack
    if one.told is None or two.told is None:
        return True
    return _gap(one.told, two.told) <= WINDOW


def _is_near(one: Proposition, two: Proposition) -> bool:
    """Say whether two deeds of one kind are of one time: attacks come again within days."""
    if one.days is not None and two.days is not None:
        return True
    if one.told is None or two.told is None:
        return False
    return _gap(one.told, two.told) <= _SOON


def _gap(one: DateInterval, two: DateInterval) -> timedelta:
    return max(one.start - two.end, two.start - one.end, timedelta())


def _is_apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Say whether each has something that the other has not, and they have nothing in common."""
    return bool(left) and bool(right) and left.isdisjoint(right)


def _parties_fit(one: Proposition, two: Proposition) -> bool:
    """Say whether the same actors are meant: no other is named instead of one."""
    if one.parties.isdisjoint(two.parties):
        return False
    if one.doers and two.doers and one.doers.isdisjoint(two.doers):
        return False
    if one.others and two.others and one.others.isdisjoint(two.others):
        return False
    return not (_only(one, two) and _only(two, one)) and not _are_mirrored(one, two)


def _are_mirrored(one: Proposition, two: Proposition) -> bool:
    """Say whether each blames the other: "you fired" and "you fired" are two claims."""
    if not REJECTING.isdisjoint((one.act, two.act)) or not one.blamed.isdisjoint(two.blamed):
        return False
    left, right = one.voices.parties, two.voices.parties
    return not one.blamed.isdisjoint(right) and not two.blamed.isdisjoint(left)


def _only(one: Proposition, two: Proposition) -> bool:
    """Say whether the words of one name somebody whom the other leaves wholly out."""
    known = two.parties | two.around | one.voices.parties
    return any(known.isdisjoint(each) for each in one.named)


def _parts_fit(one: Proposition, two: Proposition) -> bool:
    """Say whether nobody who does it in the one suffers it in the other."""
    if one.doers and two.doers and one.others and two.others:
        inverse = _clearly(one.doers, two.others, two.doers)
        return not (inverse and _clearly(one.others, two.doers, two.others))
    if one.doers and two.doers:
        return True
    left, right = _order(one, two), _order(two, one)
    return len(left) < _PAIR or left == right


def _clearly(left: frozenset[ActorId], right: frozenset[ActorId], but: frozenset[ActorId]) -> bool:
    return not left.isdisjoint(right) and left.isdisjoint(but)


def _order(one: Proposition, two: Proposition) -> list[frozenset[ActorId]]:
    """Return those whom both name, in the order of the part that they take."""
    shared = [each for each in one.named if any(not each.isdisjoint(other) for other in two.named)]
    groups: list[frozenset[ActorId]] = []
    for each in shared:
        met = next(
            (other for other in sorted(two.named, key=sorted) if not each.isdisjoint(other)),
            each,
        )
        key = each & met
        if key and key not in groups:
            groups.append(key)
    return groups[::-1] if one.wording.passive else groups
