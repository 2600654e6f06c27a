"""Folds: labelled pairs parted so that near-duplicates stand together."""

from collections import Counter
from collections.abc import Sequence

__all__ = ["folds_of", "groups_of"]

_WORDS = 3
_ALIKE = 0.3


def groups_of(texts: Sequence[str]) -> list[int]:
    """Return each text's group: texts that share three in ten of their runs of three words."""
    runs = [_runs(text) for text in texts]
    group = list(range(len(texts)))

    def head(one: int) -> int:
        while group[one] != one:
            one = group[one]
        return one

    for one, own in enumerate(runs):
        for other in range(one):
            least = min(len(own), len(runs[other]))
            if least and len(own & runs[other]) >= _ALIKE * least:
                a, b = head(one), head(other)
                group[max(a, b)] = min(a, b)
    return [head(one) for one in range(len(texts))]


def folds_of(texts: Sequence[str], labels: Sequence[str], count: int) -> list[int]:
    """Return each text's fold, groups whole and labels spread evenly.

    The largest groups come first, then the rarest labels; each goes where its label is rarest, then
    where there is least.  No chance is involved.
    """
    groups: dict[int, list[int]] = {}
    for place, group in enumerate(groups_of(texts)):
        groups.setdefault(group, []).append(place)
    often = Counter(labels)
    ordered = sorted(groups.values(), key=lambda g: (-len(g), often[labels[g[0]]], g[0]))
    held = [Counter[str]() for _ in range(count)]
    fold = [0] * len(texts)
    for group_places in ordered:
        label = labels[group_places[0]]
        best = min(range(count), key=lambda k: (held[k][label], held[k].total(), k))
        for place in group_places:
            fold[place] = best
            held[best][labels[place]] += 1
    return fold


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[k : k + _WORDS]) for k in range(len(words) - _WORDS + 1)}
