"""Which propositions are worth comparing: those that share a party, two words and a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rejoinder.exchanges.claims.propositions import Proposition
from rejoinder.exchanges.parties import is_state_id
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId

__all__ = ["blocks_of", "near_blocks", "pairs_to_compare"]

_BLOCK_DAYS = 15
_LEAST_SHARED = 2
_Index = dict[tuple[ActorId, str], dict[int | None, list[int]]]


def pairs_to_compare(
    propositions: Iterable[Proposition],
) -> Iterator[tuple[Proposition, Proposition]]:
    """Yield each pair that can be the same, once, whatever the order of the propositions.

    Both must have a party in common and two concepts, or a party and a kind of deed, and have been
    made or be of days in one block of days or in two that touch. What is not dated is compared by
    persons and bodies, since the words of a state of all years could be meant.
    """
    every = sorted(propositions, key=lambda each: (each.statement, each.place))
    words: _Index = defaultdict(lambda: defaultdict(list))
    deeds: _Index = defaultdict(lambda: defaultdict(list))
    for number, one in enumerate(every):
        met: dict[int, int] = defaultdict(int)
        blocks, near = blocks_of(one), near_blocks(one)
        for concept in sorted(one.wording.concepts):
            for other in _others(words, one, concept, near):
                met[other] += 1
        for kind in sorted(one.kinds):
            for other in _others(deeds, one, kind, near):
                met[other] += _LEAST_SHARED
        for other in sorted(met):
            if met[other] >= _LEAST_SHARED and every[other].statement != one.statement:
                yield every[other], one
        _file(words, one, one.wording.concepts, blocks, number)
        _file(deeds, one, one.kinds, blocks, number)


def _file(
    index: _Index,
    one: Proposition,
    terms: Iterable[str],
    blocks: Iterable[int | None],
    number: int,
) -> None:
    for actor in one.parties:
        for term in terms:
            for block in blocks:
                index[actor, term][block].append(number)


def _others(index: _Index, one: Proposition, term: str, near: set[int | None]) -> set[int]:
    found: set[int] = set()
    for actor in one.parties:
        filed = index.get((actor, term))
        if filed is None:
            continue
        if one.told is None and is_state_id(actor):
            continue
        for block in filed if one.told is None else near & filed.keys():
            if block is not None or not is_state_id(actor):
                found.update(filed[block])
    return found


def blocks_of(one: Proposition) -> set[int | None]:
    """Return the blocks of days under which a proposition is filed; None for one without a date."""
    dates = [each for each in (one.told, one.days) if each is not None]
    found: set[int | None] = {block for each in dates for block in _days(each)}
    return found | {None} if one.told is None else found


def near_blocks(one: Proposition) -> set[int | None]:
    """Return the blocks of days to look in; what has no date is found in its own block from all."""
    own = [block for block in blocks_of(one) if block is not None]
    return {None, *(block + step for block in own for step in (-1, 0, 1))}


def _days(interval: DateInterval) -> Iterator[int]:
    first, last = interval.start.toordinal(), interval.end.toordinal()
    yield from range(first // _BLOCK_DAYS, last // _BLOCK_DAYS + 1)
