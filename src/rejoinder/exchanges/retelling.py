"""The same words of one speaker, told in two articles."""

from dataclasses import dataclass

from rejoinder.exchanges.article_index import ArticleIndex, Told, retold_of
from rejoinder.exchanges.claims.wording import VERDICTS
from rejoinder.exchanges.likeness import Likeness, compare, is_quoted_alike, runs_alike
from rejoinder.exchanges.relate import HOSTILE, REJECTING, make_link
from rejoinder.exchanges.scene import HEADS, Voice
from rejoinder.exchanges.timing import holding, near_in_time
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["Retelling", "find_retellings", "retelling_of", "retold_by"]

_LEAST_SHARED = 3
_LEAST_SHARE = 0.5
_LEAST_SHARED_ALIKE = 2
_LEAST_SHARE_ALIKE = 0.34
_SHARE_OF_FEW = 0.5
# A few words of a long quotation may be common to much else, unless they stand in one row.
_LEAST_OF_LONGER = 0.3
# Who does otherwise has to use nearly the same words.
_SHARE_OF_OTHER_ACT = 0.8
_SHARE_OF_OTHER_RUN = 0.6
_LEAST_PLAIN = 2
# What is said all over the two articles tells little about which of it is told again.
_RARE = 1.0
_SHARE_OF_COMMON = 0.75
_TELLING = frozenset({Act.ASSERT, Act.INTEND, Act.PREDICT})
_BRIEF = 0.5
_LEAST_NAMED = 2
_CHARGING = HOSTILE | {Act.ASSERT}
_TURNED_DOWN = frozenset({Relation.DENIES, Relation.REFUSES})
# So many statements in the very same words show that one article is a copy of the other.
_COPY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """That one article tells again what another tells, and the link that says so."""

    later: Told
    earlier: Told
    link: Link


def find_retellings(left: ArticleIndex, right: ArticleIndex) -> list[Retelling]:
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
            found.append(retelling_of((left, mine), (right, other), score))
    return found


def retelling_of(one: Told, two: Told, score: float) -> Retelling:
    """Return which of two reports of the same words retells which."""
    later = retold_of(one, two)
    return retold_by(later, two if later == one else one, score)


def retold_by(later: Told, earlier: Told, score: float) -> Retelling:
    """Return that the first tells the second again."""
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


def _in_the_same_words(left: ArticleIndex, mine: Voice, right: ArticleIndex, other: Voice) -> bool:
    common = set(mine.statement.speaker) & set(other.statement.speaker)
    dates = left.when(mine), right.when(other)
    return (
        mine.statement.act is other.statement.act
        and near_in_time(*dates)
        and holding(common, *dates)
        and _bare(left, mine) == _bare(right, other)
    )


def _bare(index: ArticleIndex, voice: Voice) -> str:
    words = " ".join(span.text_of(index.scene.text) for span in voice.statement.content)
    return "".join(sign for sign in words.lower() if sign.isalnum())


def _likeness(left: ArticleIndex, mine: Voice, right: ArticleIndex, other: Voice) -> float:
    """Return the share of words in common, or 0 where it may be another matter."""
    one, two = (left, mine), (right, other)
    dates = left.when(mine), right.when(other)
    if (mine.zone in HEADS) is not (other.zone in HEADS) or not _agree(one, two):
        return 0.0
    common = set(mine.statement.speaker) & set(other.statement.speaker)
    if not near_in_time(*dates) or not holding(common, *dates):
        return 0.0
    found = compare(one, two)
    if _is_retold(one, two, found):
        return found.share
    if _turn_down_something_each(one, two):
        return 0.0
    of_one = not left.about(mine).isdisjoint(right.about(other))
    if of_one and _is_brief(one, two, found):
        return max(found.share, _BRIEF)
    if mine.statement.act is not other.statement.act:
        return 0.0
    hostile = mine.statement.act in HOSTILE
    if not of_one and not (hostile and not left.meant(mine).isdisjoint(right.meant(other))):
        return 0.0
    if mine.statement.act in _TELLING and _is_common(found):
        return 0.0
    if found.shared >= _LEAST_SHARED_ALIKE and found.share >= _LEAST_SHARE_ALIKE:
        return found.share
    few = of_one and found.shared and found.share >= _SHARE_OF_FEW and None not in dates
    return 0.9 * found.share if few and mine.statement.act is not Act.ASSERT else 0.0


def _turn_down_something_each(one: Told, two: Told) -> bool:
    """Say whether two rejections, alike only in words for words, each tell what they reject.

    Who "denied the accusation" today has not denied another of tomorrow.  Where what they reject
    is told again, `rejoinder.exchanges.echoes` makes one of them.
    """
    (left, mine), (right, other) = one, two
    if not {mine.statement.act, other.statement.act} <= REJECTING:
        return False
    common = (left.matter(mine) & right.matter(other)) - left.names(mine) - right.names(other)
    return common <= VERDICTS and all(
        any(link.relation in _TURNED_DOWN for link in index.answers_of(voice.statement.id))
        for index, voice in (one, two)
    )


def _is_retold(one: Told, two: Told, found: Likeness) -> bool:
    """Say whether the words alone show it, whatever else is known of the two."""
    if is_quoted_alike(one, two):
        return True
    if found.shared < _LEAST_SHARED or found.share < _LEAST_SHARE:
        return False
    same = one[1].statement.act is two[1].statement.act
    if same and one[1].statement.act in _TELLING and _is_common(found):
        return False
    if not same and found.plain < _LEAST_PLAIN:
        return False
    if found.of_longer >= _LEAST_OF_LONGER and (same or found.share >= _SHARE_OF_OTHER_ACT):
        return True
    return (same or found.share >= _SHARE_OF_OTHER_RUN) and runs_alike(one, two)


def _is_common(found: Likeness) -> bool:
    """Say whether the words in common are said all over the two articles."""
    return found.share < _SHARE_OF_COMMON and found.rarity < _RARE


def _is_brief(one: Told, two: Told, found: Likeness) -> bool:
    """Say whether one that hardly says more than names is contained in a charge of the other."""
    acts = {one[1].statement.act, two[1].statement.act}
    if not acts <= _CHARGING or acts == {Act.ASSERT} or found.shared:
        return False
    (left, mine), (right, other) = one, two
    names = left.names(mine) | right.names(other)
    brief, longer = sorted((one, two), key=lambda told: (len(told[1].words), told[1].statement.id))
    named = brief[0].named(brief[1])
    # "He spoke of Tarn" says nothing of Tarn; "hired fighters in Orlen" says who is there.
    several = len(named) >= _LEAST_NAMED or not any(each.startswith("per:") for each in named)
    return (
        several
        and brief[1].words <= names
        and len(mine.words & other.words) >= _LEAST_SHARED_ALIKE
        and named <= longer[0].meant(longer[1])
    )


def _agree(one: Told, two: Told) -> bool:
    """Say whether two statements of one speaker do alike, about the same others."""
    mine, other = one[1], two[1]
    left_meant, right_meant = one[0].meant(mine), two[0].meant(other)
    left, right = mine.statement.act, other.statement.act
    alike = (
        left is right
        or (
            Act.ASSERT in (left, right)
            and (Act.REFUSE not in (left, right) or runs_alike(one, two))
        )
        or {left, right} <= HOSTILE
        or {left, right} <= REJECTING
    )
    return alike and (not (mine.about and other.about) or not left_meant.isdisjoint(right_meant))
