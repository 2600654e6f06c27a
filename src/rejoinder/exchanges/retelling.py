"""The same words of one speaker, told in two articles."""

from dataclasses import dataclass

from rejoinder.exchanges.matter import overlap_share, shared_words, word_spans
from rejoinder.exchanges.reader import Reader, Told, holding, near_in_time, retold_of
from rejoinder.exchanges.relate import HOSTILE, REJECTING, make_link
from rejoinder.exchanges.scene import HEADS, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["Retelling", "find_retellings"]

_LEAST_SHARED = 3
_LEAST_SHARE = 0.5
_LEAST_SHARED_ALIKE = 2
_LEAST_SHARE_ALIKE = 0.34
_SHARE_OF_FEW = 0.5
# A few words of a long quotation may be common to much else, unless they stand in one row.
_LEAST_OF_LONGER = 0.3
_RUN = 3
# So many statements in the very same words show that one article is a copy of the other.
_COPY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """That one article tells again what another tells, and the link that says so."""

    later: Told
    earlier: Told
    link: Link


def find_retellings(left: Reader, right: Reader) -> list[Retelling]:
    """Return which statements tell the same words of one speaker, each in at most one pair."""
    pairs = list(left.same_speaker(right))
    same = {
        (mine.statement.id, other.statement.id)
        for mine, other in pairs
        if mine.words == other.words and _in_the_same_words(left, mine, right, other)
    }
    scored = sorted(
        (
            (score, mine, other)
            for mine, other in pairs
            for score in (
                1.0
                if len(same) >= _COPY and (mine.statement.id, other.statement.id) in same
                else _likeness(left, mine, right, other),
            )
            if score
        ),
        key=lambda found: (-found[0], found[1].statement.id, found[2].statement.id),
    )
    taken: set[str] = set()
    found: list[Retelling] = []
    for score, mine, other in scored:
        if taken.isdisjoint((mine.statement.id, other.statement.id)):
            taken.update((mine.statement.id, other.statement.id))
            found.append(_retelling((left, mine), (right, other), score))
    return found


def _retelling(one: Told, two: Told, score: float) -> Retelling:
    later = retold_of(one, two)
    earlier = two if later == one else one
    return Retelling(
        later=later,
        earlier=earlier,
        link=make_link(
            later[1].statement.id,
            earlier[1].statement.id,
            Relation.REPEATS,
            evidence=None,
            score=score,
        ),
    )


def _in_the_same_words(left: Reader, mine: Voice, right: Reader, other: Voice) -> bool:
    common = set(mine.statement.speaker) & set(other.statement.speaker)
    dates = left.when(mine), right.when(other)
    return (
        mine.statement.act is other.statement.act
        and near_in_time(*dates)
        and holding(common, *dates)
        and _bare(left, mine) == _bare(right, other)
    )


def _bare(reader: Reader, voice: Voice) -> str:
    words = " ".join(span.text_of(reader.scene.text) for span in voice.statement.content)
    return "".join(sign for sign in words.lower() if sign.isalnum())


def _likeness(left: Reader, mine: Voice, right: Reader, other: Voice) -> float:
    """Return the share of words in common, or 0 where it may be another matter."""
    when, its = left.when(mine), right.when(other)
    if not near_in_time(when, its) or not _agree(mine, other):
        return 0.0
    if not holding(set(mine.statement.speaker) & set(other.statement.speaker), when, its):
        return 0.0
    if (mine.zone in HEADS) is not (other.zone in HEADS):
        return 0.0
    names = mine.names | other.names
    share = overlap_share(mine.words, other.words, names)
    shared = shared_words(mine.words, other.words, names)
    if shared >= _LEAST_SHARED and share >= _LEAST_SHARE:
        longer = max(len(mine.words - names), len(other.words - names))
        if shared >= _LEAST_OF_LONGER * longer or _has_common_run(left, mine, right, other):
            return share
    alike = mine.statement.act is other.statement.act and not mine.about.isdisjoint(other.about)
    if alike and shared >= _LEAST_SHARED_ALIKE and share >= _LEAST_SHARE_ALIKE:
        return share
    dated = when is not None and its is not None
    if (
        alike
        and dated
        and shared
        and share >= _SHARE_OF_FEW
        and mine.statement.act is not Act.ASSERT
    ):
        return 0.9 * share
    return 0.0


def _has_common_run(left: Reader, mine: Voice, right: Reader, other: Voice) -> bool:
    """Say whether some words that carry the matter follow each other in both: a quotation."""
    return not _runs(left, mine).isdisjoint(_runs(right, other))


def _runs(reader: Reader, voice: Voice) -> set[tuple[str, ...]]:
    words = [
        stem
        for span in voice.statement.content
        for _, _, stem in word_spans(span.text_of(reader.scene.text))
    ]
    return {tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)}


def _agree(mine: Voice, other: Voice) -> bool:
    """Say whether two statements of one speaker do alike, about the same others."""
    left, right = mine.statement.act, other.statement.act
    alike = (
        left is right
        or Act.ASSERT in (left, right)
        or {left, right} <= HOSTILE
        or {left, right} <= REJECTING
    )
    about = mine.about, other.about
    return alike and (not all(about) or not mine.about.isdisjoint(other.about))
