"""Which of several values counts: the one that most articles give."""

from collections.abc import Mapping

__all__ = ["ranked"]


def ranked(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the values, the most frequent first, then the longest, then by name."""
    return tuple(sorted(counts, key=lambda value: (-counts[value], -len(value), value)))
