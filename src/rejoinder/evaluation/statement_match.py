"""Which predicted statement stands for which gold one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rejoinder.evaluation.assignment import assign
from rejoinder.evaluation.gold_types import GoldStatement
from rejoinder.evaluation.names import ActorMatcher
from rejoinder.model.span import Span, merge, overlap
from rejoinder.model.statement import Statement

__all__ = ["LEAST_IOU", "StatementMatch", "iou", "match_statements", "size", "speaker_agrees"]

LEAST_IOU = 0.5

# What decides between several pairings of the same contents.
_SPEAKER, _CUE, _SOURCE = 0.5, 0.1, 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementMatch:
    """Pairs of places in the gold's and the prediction's statements.

    Attributes:
        pairs: gold place to predicted place, one to one.
        speakers: gold places of pairs whose speakers agree.
        found: gold places that are paired or lie in a quoted turn that a prediction covers whole.
        covering: predicted places that are not paired and cover such a turn.
    """

    pairs: dict[int, int]
    speakers: frozenset[int]
    found: frozenset[int]
    covering: frozenset[int]


def size(spans: Iterable[Span]) -> int:
    """Return how many characters the spans cover."""
    return sum(len(span) for span in merge(spans))


def iou(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Return shared characters over all characters; 0 for no spans."""
    both = overlap(left, right)
    return both / (size(left) + size(right) - both) if both else 0.0


def speaker_agrees(gold: GoldStatement, statement: Statement, matcher: ActorMatcher) -> bool:
    """Say whether the speaker is a right one; none is right where the gold has none."""
    meant, _ = matcher.gold_of_all(statement.speaker)
    if gold.speaker:
        return bool(meant & (gold.speaker | gold.speaker_alt))
    return not statement.speaker or bool(meant & gold.speaker_alt)


def match_statements(
    gold: Sequence[GoldStatement],
    predicted: Sequence[Statement],
    matcher: ActorMatcher,
    least: float = LEAST_IOU,
) -> StatementMatch:
    """Pair gold and predicted statements one to one by the largest total weight.

    A pair needs a content IoU of ``least``; it weighs its IoU, more if speaker, cue or source
    agree. A prediction that covers the whole of one quoted turn, which the gold cuts at its
    quotation marks, finds every member of it.
    """
    weights: dict[tuple[int, int], float] = {}
    agree: set[tuple[int, int]] = set()
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            shared = iou(g.content, p.content)
            if shared >= least:
                same = speaker_agrees(g, p, matcher)
                agree |= {(i, j)} if same else set()
                cue, source = overlap(g.cue, p.cue) > 0, overlap(g.source, p.source) > 0
                weights[i, j] = shared + _SPEAKER * same + _CUE * cue + _SOURCE * source
    pairs = assign(weights)
    members, covering = _cover_turns(gold, predicted, least)
    return StatementMatch(
        pairs=pairs,
        speakers=frozenset(i for i, j in pairs.items() if (i, j) in agree),
        found=frozenset(pairs) | members,
        covering=covering - frozenset(pairs.values()),
    )


def _cover_turns(
    gold: Sequence[GoldStatement], predicted: Sequence[Statement], least: float
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the members of quoted turns that one prediction covers, and those predictions."""
    turns: dict[str, list[int]] = defaultdict(list)
    for i, g in enumerate(gold):
        if g.quote_group:
            turns[g.quote_group].append(i)
    members: set[int] = set()
    covering: set[int] = set()
    for places in turns.values():
        whole = [span for i in places for span in gold[i].content]
        hits = {j for j, p in enumerate(predicted) if iou(whole, p.content) >= least}
        covering |= hits
        members |= set(places) if hits else set()
    return frozenset(members), frozenset(covering)
