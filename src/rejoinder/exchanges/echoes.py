"""What else two articles tell in the same words, where one tells some of it again already.

Two that retell the same words of one speaker tell of one affair. Then the same words are the same
also where one of them names nobody who says them, and a quotation that one gives in a piece and the
other in several is the same in each.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from rejoinder.exchanges.article_index import ArticleIndex, Told
from rejoinder.exchanges.likeness import compare, is_quoted_at_length
from rejoinder.exchanges.relate import REJECTING
from rejoinder.exchanges.retelling import Retelling, retelling_of, retold_by
from rejoinder.exchanges.scene import HEADS, Voice
from rejoinder.exchanges.timing import near_in_time
from rejoinder.model.ids import StatementId
from rejoinder.model.statement import Act

__all__ = ["find_echoes"]

_LEAST_SHARED: Final = 4
_LEAST_SHARE: Final = 0.85
_OF_LONGER: Final = 0.5
_LEAST_QUOTED: Final = 3
_SHARE_QUOTED: Final = 0.5
_OF_NOBODY: Final = 0.45
_FEW: Final = 2
_SHARE_OF_FEW: Final = 0.6
_OF_LONGER_OF_FEW: Final = 0.4


def find_echoes(
    left: ArticleIndex, right: ArticleIndex, found: Sequence[Retelling]
) -> list[Retelling]:
    """Return what the two articles tell in the same words beside what was found of one speaker."""
    if not found:
        return []
    pairs: dict[StatementId, set[StatementId]] = {}
    for retelling in found:
        _note(pairs, retelling.later, retelling.earlier)
    echoes: list[Retelling] = []
    candidates = sorted(
        _candidates(left, right, pairs),
        key=lambda each: (-each[0], each[1][1].statement.id, each[2][1].statement.id),
    )
    likely = [retelling_of(one, two, score) for score, one, two in candidates]
    for each in (*likely, *_same_answers(found, pairs)):
        one, two = each.later, each.earlier
        if not _is_told(pairs, one, two) and not _is_told(pairs, two, one):
            _note(pairs, one, two)
            echoes.append(each)
    return echoes


def _same_answers(found: Sequence[Retelling], taken: Collection[StatementId]) -> list[Retelling]:
    """Return who turns down the same in both articles, in whatever words, each once."""
    same: list[Retelling] = []
    for retelling in found:
        (at, voice), (there, other) = retelling.later, retelling.earlier
        for mine in at.answers_to(voice.statement.id):
            for its in there.answers_to(other.statement.id):
                one, two = at.voice(mine.answer), there.voice(its.answer)
                if one and two and mine.relation is its.relation and _turn_down(one, two):
                    score = min(mine.score, its.score)
                    same.append(retold_by((at, one), (there, two), score))
    chosen: list[Retelling] = []
    done = set(taken)
    for each in sorted(same, key=_best_first):
        ends = {each.later[1].statement.id, each.earlier[1].statement.id}
        if done.isdisjoint(ends):
            done |= ends
            chosen.append(each)
    return chosen


def _best_first(each: Retelling) -> tuple[float, int, int, str]:
    return (-each.link.score, each.earlier[1].start, each.later[1].start, each.link.id)


def _turn_down(mine: Voice, its: Voice) -> bool:
    act = mine.statement.act
    return (
        act in REJECTING
        and act is its.statement.act
        and (mine.zone in HEADS) is (its.zone in HEADS)
        and not set(mine.statement.speaker).isdisjoint(its.statement.speaker)
    )


def _note(pairs: dict[StatementId, set[StatementId]], one: Told, two: Told) -> None:
    for mine, its in ((one, two), (two, one)):
        pairs.setdefault(mine[1].statement.id, set()).add(its[1].statement.id)


def _is_told(pairs: dict[StatementId, set[StatementId]], one: Told, two: Told) -> bool:
    """Say whether the first, as a whole or in part, is told again by the second already."""
    index, voice = one
    with_it = pairs.get(two[1].statement.id, set())
    own = {each.id for each in index.scene.ancestors(voice.statement)} | {voice.statement.id}
    return not own.isdisjoint(with_it) or any(
        index.scene.is_inside(index.scene.statements[each], voice.statement.id)
        for each in with_it
        if each in index.scene.statements
    )


def _candidates(
    left: ArticleIndex, right: ArticleIndex, taken: Collection[StatementId]
) -> Iterator[tuple[float, Told, Told]]:
    for mine in left.scene.voices:
        for its in right.scene.voices:
            told = [each.statement.id in taken for each in (mine, its)]
            if all(told) or mine.words.isdisjoint(its.words):
                continue
            if (mine.zone in HEADS) is not (its.zone in HEADS):
                continue
            one, two = (left, mine), (right, its)
            score = _in_pieces(one, two)
            if not (score or any(told)) and near_in_time(left.when(mine), right.when(its)):
                score = max(_unnamed(one, two), _in_few_words(one, two))
            if score:
                yield score, one, two


def _in_pieces(one: Told, two: Told) -> float:
    """Return how like two quotations of one speaker are, be they cut, judged or dated otherwise.

    What is quoted at length in two articles of one affair is the same, also where one says when it
    was said and the other does not, or who said it.
    """
    speakers = [set(each[1].statement.speaker) for each in (one, two)]
    apart = speakers[0].isdisjoint(speakers[1])
    if all(speakers) and apart:
        return 0.0
    if not near_in_time(*(each[0].scene.record.article.published for each in (one, two))):
        return 0.0
    if not is_quoted_at_length(one, two, plainly=apart):
        return 0.0
    # Pieces of nobody's are taken after those of the speaker.
    return _OF_NOBODY if apart else max(0.5, compare(one, two).share)


def _in_few_words(one: Told, two: Told) -> float:
    """Return how like two of one speaker are who does the same in both, of nobody or of the same.

    Headlines and plain assertions have few words of their own in common with too much.
    "He will plead guilty" and "plans to plead guilty to the charges" are one.
    """
    (left, mine), (right, its) = one, two
    if (
        set(mine.statement.speaker).isdisjoint(its.statement.speaker)
        or mine.statement.act is not its.statement.act
        or mine.statement.act is Act.ASSERT
        or mine.zone in HEADS
        or (mine.about and its.about and left.meant(mine).isdisjoint(right.meant(its)))
    ):
        return 0.0
    found = compare(one, two)
    enough = found.shared >= _FEW and found.plain >= _FEW and found.share >= _SHARE_OF_FEW
    return found.share if enough and found.of_longer >= _OF_LONGER_OF_FEW else 0.0


def _unnamed(one: Told, two: Told) -> float:
    """Return how like two are of which one at least has no speaker; 0 where it is not enough."""
    if _may_differ(one[1], two[1]):
        return 0.0
    found = compare(one, two)
    much = found.shared >= _LEAST_QUOTED and found.share >= _SHARE_QUOTED
    if much and is_quoted_at_length(one, two, plainly=True):
        return found.share
    alike = found.shared >= _LEAST_SHARED and found.share >= _LEAST_SHARE
    return found.share if alike and found.of_longer >= _OF_LONGER else 0.0


def _may_differ(mine: Voice, its: Voice) -> bool:
    acts = {mine.statement.act, its.statement.act}
    named = mine.statement.speaker and its.statement.speaker
    few = len(mine.words & its.words) < _LEAST_QUOTED
    return bool(named) or few or (len(acts) > 1 and Act.ASSERT not in acts)
