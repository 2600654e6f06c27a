"""Score attributions (source, cue, content) on words, as the scorer of the benchmark defines it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rejoinder.evaluation.scores import Counts, Tally, add_up
from rejoinder.evaluation.words import Words
from rejoinder.model.span import Span

__all__ = [
    "KINDS",
    "MEASURES",
    "AttributionSpans",
    "PlacedAttribution",
    "by_half_and_source",
    "content_iou",
    "count_attributions",
    "is_half",
    "pair_places",
    "place_attribution",
]

KINDS = ("all", "direct", "mixed", "indirect")
MEASURES = ("exact", "partial", "token", "iou50", "cue", "source", "attr50")
_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionSpans:
    """One attribution, gold or predicted; every role may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedAttribution:
    """One attribution on words: the places of its roles, of a cue those that can be its head."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    kind: str


_Pairs = list[tuple[PlacedAttribution, PlacedAttribution]]
_Weigh = Callable[[PlacedAttribution, PlacedAttribution], tuple[float, ...] | None]


def count_attributions(
    words: Words, gold: Iterable[AttributionSpans], predicted: Iterable[AttributionSpans]
) -> Tally:
    """Return one article's counts for every measure, kind of quotation by kind: ``attr50.direct``.

    ``linked`` has only a gold side. Attributions without content are left out. In the row of a kind
    recall is over gold of that kind and precision over predictions of that kind, each paired with
    any kind.
    """
    g, p = _items(words, gold), _items(words, predicted)
    with_cue = [x for x in g if x.cue], [x for x in p if x.cue]
    overlapping = _pair(g, p, _by_overlap)
    return add_up(
        [
            _count_pairs("exact", g, p, _pair(g, p, _by_equality)),
            _count_pairs("iou50", g, p, _pair(g, p, _by_half)),
            _count_pairs("attr50", g, p, _pair(g, p, by_half_and_source)),
            _count_pairs("cue", *with_cue, _pair(*with_cue, _by_cue)),
            _count_partial(g, p, overlapping),
            _count_linked(overlapping),
            _count_words("token", g, p, lambda item: item.content),
            _count_words("source", g, p, lambda item: item.source),
        ]
    )


def place_attribution(words: Words, attribution: AttributionSpans) -> PlacedAttribution:
    """Put an attribution on words; its kind is read from the quotation marks around its content."""
    content = words.under(attribution.content)
    inside = len(content & words.quoted)
    return PlacedAttribution(
        source=words.under(attribution.source),
        cue=words.heads(words.under(attribution.cue)),
        content=content,
        kind="indirect" if not inside else "direct" if inside == len(content) else "mixed",
    )


def pair_places(
    gold: Sequence[PlacedAttribution], predicted: Sequence[PlacedAttribution], weigh: _Weigh
) -> list[tuple[int, int]]:
    """Pair one to one, greedily, heaviest first, then in text order; return both's places.

    What ``weigh`` has None for cannot be paired.
    """
    able = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            weight = weigh(g, p)
            if weight is not None:
                able.append((tuple(-w for w in weight), i, j))
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs = []
    for _, i, j in sorted(able):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((i, j))
    return pairs


def content_iou(g: PlacedAttribution, p: PlacedAttribution) -> float:
    """Return the shared part of two contents, of all their words together, 0 to 1."""
    return len(g.content & p.content) / len(g.content | p.content)


def is_half(share: float) -> bool:
    """Say whether a shared part is enough for ``iou50`` and ``attr50``."""
    return share >= _HALF


def by_half_and_source(g: PlacedAttribution, p: PlacedAttribution) -> tuple[float, ...] | None:
    """Weigh a pair as ``attr50`` does: by the shared part of their contents, if that is half.

    None where it is less, or where the gold has a source and the prediction's shares no word.
    """
    return _by_half(g, p) if not g.source or g.source & p.source else None


def _items(words: Words, attributions: Iterable[AttributionSpans]) -> list[PlacedAttribution]:
    """Put attributions on words."""
    placed = (place_attribution(words, attribution) for attribution in attributions)
    return [item for item in placed if item.content]


def _pair(
    gold: Sequence[PlacedAttribution], predicted: Sequence[PlacedAttribution], weigh: _Weigh
) -> _Pairs:
    """Return the pairs themselves."""
    return [(gold[i], predicted[j]) for i, j in pair_places(gold, predicted, weigh)]


def _by_equality(g: PlacedAttribution, p: PlacedAttribution) -> tuple[float, ...] | None:
    return (1.0,) if g.content == p.content else None


def _by_overlap(g: PlacedAttribution, p: PlacedAttribution) -> tuple[float, ...] | None:
    both = len(g.content & p.content)
    return (float(both), content_iou(g, p)) if both else None


def _by_half(g: PlacedAttribution, p: PlacedAttribution) -> tuple[float, ...] | None:
    value = content_iou(g, p)
    return (value,) if is_half(value) else None


def _by_cue(g: PlacedAttribution, p: PlacedAttribution) -> tuple[float, ...] | None:
    both = len(g.cue & p.cue)
    return (float(both),) if both else None


def _count_pairs(
    measure: str,
    gold: Sequence[PlacedAttribution],
    predicted: Sequence[PlacedAttribution],
    pairs: _Pairs,
) -> Tally:
    """Count what is paired."""
    return add_up(
        [
            *(_by_kind(measure, g.kind, Counts(gold=1)) for g in gold),
            *(_by_kind(measure, p.kind, Counts(predicted=1)) for p in predicted),
            *(_by_kind(measure, g.kind, Counts(found=1)) for g, _ in pairs),
            *(_by_kind(measure, p.kind, Counts(right=1)) for _, p in pairs),
        ]
    )


def _count_partial(
    gold: Sequence[PlacedAttribution], predicted: Sequence[PlacedAttribution], pairs: _Pairs
) -> Tally:
    """Count the shared part of each."""
    shares = []
    for g, p in pairs:
        both = len(g.content & p.content)
        shares.append(_by_kind("partial", g.kind, Counts(found=both / len(g.content))))
        shares.append(_by_kind("partial", p.kind, Counts(right=both / len(p.content))))
    return add_up([_count_pairs("partial", gold, predicted, []), *shares])


def _count_linked(pairs: _Pairs) -> Tally:
    """Count, of pairs whose gold has a source, those whose sources share a word."""
    return add_up(
        _by_kind("linked", g.kind, Counts(found=bool(g.source & p.source), gold=1))
        for g, p in pairs
        if g.source
    )


def _count_words(
    measure: str,
    gold: Sequence[PlacedAttribution],
    predicted: Sequence[PlacedAttribution],
    role: Callable[[PlacedAttribution], frozenset[int]],
) -> Tally:
    """Count the words of a role in the whole article, each once."""
    every_gold, every_predicted = _words(gold, role), _words(predicted, role)
    tally = {}
    for kind in KINDS:
        mine = _words((p for p in predicted if kind in ("all", p.kind)), role)
        theirs = _words((g for g in gold if kind in ("all", g.kind)), role)
        tally[f"{measure}.{kind}"] = Counts(
            right=len(mine & every_gold),
            predicted=len(mine),
            found=len(theirs & every_predicted),
            gold=len(theirs),
        )
    return tally


def _words(
    items: Iterable[PlacedAttribution], role: Callable[[PlacedAttribution], frozenset[int]]
) -> frozenset[int]:
    """Return the words of a role in all items together."""
    return frozenset().union(*(role(item) for item in items))


def _by_kind(measure: str, kind: str, counts: Counts) -> Tally:
    """Return the counts for all and for one kind."""
    return {f"{measure}.all": counts, f"{measure}.{kind}": counts}
