"""Exact assignment of maximum weight in a sparse bipartite graph."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

__all__ = ["assign"]

Weights: TypeAlias = Mapping[tuple[int, int], float]

# Below this a gain is rounding.
_LEAST = 1e-12


def assign(weights: Weights) -> dict[int, int]:
    """Return the one-to-one pairing of largest total weight, as ``{left: right}``.

    Pairs that are not in ``weights`` cannot be made; weights are above 0. Each connected part is
    solved by itself with successive augmenting paths of greatest gain (Ford and Fulkerson 1962;
    Ahuja, Magnanti and Orlin 1993, §9.7): after k paths the pairing is the best of k pairs, and
    gains only shrink, so it is best of all when no path gains. Equal input gives equal output.
    """
    out: dict[int, int] = {}
    for part in _parts(weights):
        pairs: dict[int, int] = {}
        while _augment(part, pairs):
            pass
        out |= pairs
    return dict(sorted(out.items()))


def _parts(weights: Weights) -> list[dict[tuple[int, int], float]]:
    """Split the graph into its connected parts."""
    by_left, by_right = defaultdict(list), defaultdict(list)
    for left, right in sorted(weights):
        by_left[left].append(right)
        by_right[right].append(left)
    parts: list[dict[tuple[int, int], float]] = []
    seen: set[int] = set()
    for start in by_left:
        part: dict[tuple[int, int], float] = {}
        ahead = [] if start in seen else [start]
        seen.add(start)
        while ahead:
            left = ahead.pop()
            for right in by_left[left]:
                part[left, right] = weights[left, right]
                new = [other for other in by_right[right] if other not in seen]
                seen.update(new)
                ahead += new
        if part:
            parts.append(part)
    return parts


def _augment(part: Weights, pairs: dict[int, int]) -> bool:
    """Make one pair more along the path of greatest gain; say whether there was one that gains."""
    reached = _reach(part, pairs)
    taken = set(pairs.values())
    ends = sorted((-gain, right) for right, (gain, _) in reached.items() if right not in taken)
    if not ends or -ends[0][0] <= _LEAST:
        return False
    right = ends[0][1]
    while True:
        left = reached[right][1]
        displaced = pairs.get(left)
        pairs[left] = right
        if displaced is None:
            return True
        right = displaced


def _reach(part: Weights, pairs: Mapping[int, int]) -> dict[int, tuple[float, int]]:
    """Return for each right item the best gain of a path to it, and the left item before it.

    A path begins at a left item without a pair and takes turns: a new pair, then the pair that it
    displaces. Bellman and Ford's rounds, as many as there can be steps.
    """
    reached: dict[int, tuple[float, int]] = {}
    for _ in range(len(pairs) + 1):
        moved = False
        for (left, right), weight in part.items():
            before = pairs.get(left)
            if before == right or (before is not None and before not in reached):
                continue
            lost = part[left, before] - reached[before][0] if before is not None else 0.0
            if right not in reached or weight - lost > reached[right][0] + _LEAST:
                reached[right] = (weight - lost, left)
                moved = True
        if not moved:
            break
    return reached
