"""Why a gold attribution was missed or a prediction is false, one cause each.

What is found and what is right is decided by the pairs of ``attr50``. Everything else gets the
cause of its nearest counterpart (`nearest`), so causes and pairs together add up to all gold and
all predictions. A content is right where it shares half of the words, a cue where it shares a word
that can be a head, a source where it shares a word or gold has none.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TypeAlias

from rejoinder.evaluation.attribution_scores import PlacedAttribution, content_iou, is_half

__all__ = [
    "FALSE_CAUSES",
    "MISS_CAUSES",
    "Cause",
    "Diagnosis",
    "are_near",
    "diagnose",
    "extent",
    "nearest",
]


class Cause(StrEnum):
    """What became of a gold attribution or of a prediction.

    - found: the pair counts in ``attr50``; on the side of predictions: right.
    - cue missed: no prediction touches the content, none has the cue.
    - boundary: cue right or contents overlapping, source right, content less than half right;
      see `extent`.
    - wrong source: content right, and the source is missing or other words, nobody's in gold.
    - linking: the parts are there but belong to another gold attribution; see `diagnose`.
    - source and boundary: cue right or contents overlapping, and neither source nor content right.
    - extra part: near a gold attribution that another prediction found.
    - no attribution: near no gold attribution.
    """

    FOUND = "found"
    CUE_MISSED = "cue_missed"
    BOUNDARY = "boundary"
    WRONG_SOURCE = "wrong_source"
    LINKING = "linking"
    SOURCE_AND_BOUNDARY = "source_and_boundary"
    EXTRA_PART = "extra_part"
    NO_ATTRIBUTION = "no_attribution"


Diagnosis: TypeAlias = tuple[Cause, str]
"""A cause and what it is more precisely, in words; empty where there is no more to say."""

_BETWEEN = (Cause.BOUNDARY, Cause.WRONG_SOURCE, Cause.LINKING, Cause.SOURCE_AND_BOUNDARY)
MISS_CAUSES = (Cause.CUE_MISSED, *_BETWEEN)
FALSE_CAUSES = (Cause.NO_ATTRIBUTION, Cause.EXTRA_PART, *_BETWEEN)


def are_near(g: PlacedAttribution, p: PlacedAttribution) -> bool:
    """Say whether the contents or the cues share a word."""
    return bool(g.content & p.content or g.cue & p.cue)


def nearest(
    one: PlacedAttribution,
    others: Sequence[PlacedAttribution],
    is_free: Callable[[int], bool],
) -> int | None:
    """Return the place of the nearest of the others, or None where none is near.

    A right content weighs most, then a right cue, then being free, then the shared part of the
    contents; of equals the first is taken.
    """

    def weight(place: int) -> tuple[bool, bool, bool, float]:
        share = content_iou(one, others[place])
        return is_half(share), bool(one.cue & others[place].cue), is_free(place), share

    near = (place for place, other in enumerate(others) if are_near(one, other))
    return max(near, key=weight, default=None)


def diagnose(
    g: PlacedAttribution,
    p: PlacedAttribution,
    other_gold: Iterable[PlacedAttribution],
    *,
    is_taken: bool,
) -> Diagnosis:
    """Return what keeps a gold attribution and its nearest prediction from being a pair.

    Args:
        g: a gold attribution.
        p: a prediction near it that is no pair with it.
        other_gold: the other gold attributions of the article.
        is_taken: the prediction is right for one of them.

    It is linking where the prediction is taken (``joined with another`` if it has half of this
    content or this cue, else ``touched by another``), where its content is half that of another
    under this one's cue (``content of another``), or where, with the source wrong, it has the cue
    of another and not this one's (``under the cue of another``) or names the source of another
    (``source of another``).
    """
    content_right = is_half(content_iou(g, p))
    source_right = not g.source or bool(g.source & p.source)
    link = _taken(g, p) if is_taken else _link(g, p, list(other_gold), source_right=source_right)
    if link:
        return Cause.LINKING, link
    if content_right:
        return Cause.WRONG_SOURCE, "other words" if p.source else "no source given"
    return (Cause.BOUNDARY if source_right else Cause.SOURCE_AND_BOUNDARY), extent(g, p)


def extent(g: PlacedAttribution, p: PlacedAttribution) -> str:
    """Return how a content misses its gold: too short, too long or elsewhere.

    Elsewhere where less than half of the shorter is shared, or where both are as long.
    """
    shorter = min(len(g.content), len(p.content))
    if 2 * len(g.content & p.content) < shorter or len(g.content) == len(p.content):
        return "elsewhere"
    return "too short" if len(p.content) < len(g.content) else "too long"


def _taken(g: PlacedAttribution, p: PlacedAttribution) -> str:
    """Return how a prediction that is another's stands in for this one."""
    joined = is_half(len(g.content & p.content) / len(g.content)) or g.cue & p.cue
    return "joined with another" if joined else "touched by another"


def _link(
    g: PlacedAttribution,
    p: PlacedAttribution,
    others: Sequence[PlacedAttribution],
    *,
    source_right: bool,
) -> str:
    """Return which part of a free prediction belongs to another gold attribution, or nothing."""
    cue_right, content_right = bool(g.cue & p.cue), is_half(content_iou(g, p))
    if cue_right and not content_right and any(is_half(content_iou(o, p)) for o in others):
        return "content of another"
    if source_right:
        return ""
    if not cue_right and any(o.cue & p.cue for o in others):
        return "under the cue of another"
    return "source of another" if any(o.source & p.source for o in others) else ""
