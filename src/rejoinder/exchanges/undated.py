"""Links between articles that nobody dated, where the words alone show that the matter is one.

Without days a party in common says little: what connects is that two statements have two words of
the matter in common, do what fits, and are about the same. Words that go together are found by
index, so that an article is compared with those that have them.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from rejoinder.exchanges.article_index import ArticleIndex, Told, later_of
from rejoinder.exchanges.claims.wording import concept_of
from rejoinder.exchanges.matter import stem as stem_of
from rejoinder.exchanges.matter import word_spans
from rejoinder.exchanges.parties import is_state_id
from rejoinder.exchanges.relate import BLAMING, OPEN, REJECTING, make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Voice
from rejoinder.exchanges.timing import in_time
from rejoinder.exchanges.undated_keys import KEYED, LEAST_LETTERS, beside, key_word, verdicts_of
from rejoinder.exchanges.verdicts import PEACE, tells_of_strife
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["link_undated"]

_LEAST: Final = 2
# Of two charges the deed has to be one, or more of the words.
_LEAST_WITHOUT_DEED: Final = 3
_NOT = re.compile(r"[,;–—―-]\s*(?:and\s+)?not\s+(?:an?\s+|the\s+)?([a-z]+)\b")
_ALIKE = 0.25
_ALIKE_IN_CALLS = 0.2
_LEAST_CAST = 2
_SPEECH: Final = 600
"""Characters: a quotation of a few sentences is shorter, in the corpora hardly any is longer."""
_SHARE = 0.25
_OF_LONGER = 0.15


def link_undated(left: ArticleIndex, right: ArticleIndex) -> Iterator[Link]:
    """Yield the links between two articles that nobody dated, of each statement the best alone.

    Of words that are told twice in one article, as a whole and in part, the whole counts.
    """
    if left.matter_keys.isdisjoint(right.matter_keys):
        return
    alike = _alike(left, right)
    if not alike:
        return
    found = sorted(
        (
            (
                -len(left.key_words[mine.statement.id] & right.key_words[its.statement.id]),
                -len(mine.words | its.words),
                link.id,
                link,
            )
            for mine in left.scene.voices
            for its in right.scene.voices
            for link in _links((left, mine), (right, its), alike)
        ),
        key=lambda each: each[:3],
    )
    around = _outer(left) | _outer(right)
    answering: set[str] = set()
    answered: set[str] = set()
    for *_, link in found:
        answer, other = around[link.answer], around[StatementId(link.answered)]
        if answer.isdisjoint(answering | answered) and other.isdisjoint(answering):
            answering |= answer
            answered |= other
            yield link


def _outer(index: ArticleIndex) -> dict[StatementId, frozenset[StatementId]]:
    """Return each statement with those around it: what is told as a whole and in part is one."""
    return {
        each.id: frozenset({each.id, *(outer.id for outer in index.scene.ancestors(each))})
        for each in index.scene.record.statements
    }


def _alike(left: ArticleIndex, right: ArticleIndex) -> float:
    """Return which part of the fewer words two articles have in common; 0 if it may be of nobody.

    They have to name others than states in common; one of these has to speak or to be spoken about
    in both, by whomever.
    """
    named = [_others({each.id for each in index.scene.record.actors}) for index in (left, right)]
    heard = [
        _others(
            actor
            for each in index.scene.record.statements
            for actor in (*each.speaker, *each.about)
        )
        for index in (left, right)
    ]
    if len(named[0] & named[1]) < _LEAST_CAST or heard[0].isdisjoint(heard[1]):
        return 0.0
    mine, its = _plain_words(left.scene.text), _plain_words(right.scene.text)
    return len(mine & its) / max(1, min(len(mine), len(its)))


@functools.lru_cache(maxsize=512)
def _plain_words(text: str) -> frozenset[str]:
    return frozenset(
        stem
        for start, _, stem in word_spans(text)
        if text[start].islower() and len(stem) >= LEAST_LETTERS
    )


def _others(actors: Iterable[ActorId]) -> frozenset[ActorId]:
    return frozenset(each for each in actors if not is_state_id(each))


def _links(one: Told, two: Told, alike: float) -> Iterator[Link]:
    mine, its = one[1], two[1]
    if HEADS.intersection(filter(None, (mine.zone, its.zone))) or mine.same_side(its):
        return
    common = _shared(one, two) if alike >= _ALIKE else frozenset()
    if not common:
        yield from _of_one_matter(one, two, alike)
        return
    relation = _relation(one, two, common)
    last, first = _in_order(one, two)
    if relation is not None and _may_follow(last, first):
        yield _link(last, first, relation)
    for answer, answered in ((one, two), (two, one)):
        if _turns_down(answer, answered) and _may_follow(answer, answered):
            relation = relation_of(answer[1].statement.act, answered[1].statement.act)
            yield _link(answer, answered, relation)


def _of_one_matter(one: Told, two: Told, alike: float) -> Iterator[Link]:
    """Yield the link of two who judge one matter, alike or not, or call for talks."""
    (left, mine), (right, its) = one, two
    if not (mine.statement.speaker and its.statement.speaker) or _is_speech(mine, its):
        return
    my_words, its_words = (
        verdicts_of(at.scene.record, voice.statement) for at, voice in (one, two)
    )
    matters = my_words.signs.keys() & its_words.signs.keys()
    states = left.scene.parties.state_words | right.scene.parties.state_words
    common = (beside(my_words) & beside(its_words)) - states - (left.names(mine) & right.names(its))
    if not common:
        matters &= {PEACE}
    if alike < _ALIKE_IN_CALLS or not _call_alike(one, two):
        matters -= {PEACE}
    if not matters:
        return
    signs = {my_words.signs[matter] * its_words.signs[matter] for matter in matters}
    last, first = _in_order(one, two)
    if len(signs) == 1 and _may_follow(last, first):
        relation = Relation.SUPPORTS if signs == {1} else Relation.CONTRADICTS
        yield _link(last, first, relation)


def _is_speech(*voices: Voice) -> bool:
    """Say whether one is a speech, which is of many matters and judges each of them."""
    return any(sum(len(span) for span in voice.statement.content) >= _SPEECH for voice in voices)


def _call_alike(one: Told, two: Told) -> bool:
    """Say whether calls for talks are of one strife, and neither is made to the other caller."""
    (left, mine), (right, its) = one, two
    return (
        left.meant(mine).isdisjoint(its.speakers)
        and right.meant(its).isdisjoint(mine.speakers)
        and all(tells_of_strife(_plain_words(index.scene.text)) for index in (left, right))
    )


def _shared(one: Told, two: Told) -> frozenset[str]:
    """Return the words that two statements have in common, if they are enough of both."""
    (left, mine), (right, its) = one, two
    if not KEYED.issuperset((mine.statement.act, its.statement.act)):
        return frozenset()
    my_words, its_words = left.key_words[mine.statement.id], right.key_words[its.statement.id]
    common = (my_words & its_words) - (left.names(mine) & right.names(its))
    shorter, longer = sorted((len(my_words), len(its_words)))
    enough = len(common) >= max(_LEAST, _SHARE * shorter, _OF_LONGER * longer)
    return common if enough else frozenset()


def _relation(one: Told, two: Told, common: frozenset[str]) -> Relation | None:
    """Return how two stand who both say something of the same."""
    if not (one[1].statement.speaker and two[1].statement.speaker):
        return None
    if _agree(one, two, common):
        return Relation.SUPPORTS
    if _disagree(one, two, common):
        return Relation.CONTRADICTS
    return None


def _in_order(one: Told, two: Told) -> tuple[Told, Told]:
    """Return the later of two statements and the earlier, as far as anything tells.

    Where one of them has no day, those that the articles tell of decide, then which tells more: the
    fuller report has more to look back at.
    """
    days = [told[0].when(told[1]) for told in (one, two)]
    if None not in days and days[0] != days[1]:
        last = later_of(one, two)
    else:
        last = max((one, two), key=_told_until)
    return last, two if last == one else one


def _told_until(told: Told) -> tuple[date, int, str]:
    record = told[0].scene.record
    days = [each.said.end for each in record.statements if each.said]
    return (max(days, default=date.min), len(record.statements), record.article.id)


def _link(answer: Told, answered: Told, relation: Relation) -> Link:
    return make_link(answer[1].statement.id, answered[1].statement.id, relation, evidence=None)


def _may_follow(answer: Told, answered: Told) -> bool:
    return in_time(answer[0].when(answer[1]), answered[0].when(answered[1]))


def _agree(one: Told, two: Told, common: frozenset[str]) -> bool:
    """Say whether two sides ask the same, or blame somebody for the same."""
    (left, mine), (right, its) = one, two
    acts = {mine.statement.act, its.statement.act}
    if not left.meant(mine).isdisjoint(its.speakers) or not mine.speakers.isdisjoint(
        right.meant(its)
    ):
        return False
    if acts == {Act.DEMAND}:
        asked = left.about(mine), right.about(its)
        return any(asked) and (not all(asked) or not left.meant(mine).isdisjoint(right.meant(its)))
    if not acts <= BLAMING or left.about(mine).isdisjoint(right.about(its)):
        return False
    return len(common) >= _LEAST_WITHOUT_DEED or any(concept_of(each).deed for each in common)


def _disagree(one: Told, two: Told, common: frozenset[str]) -> bool:
    """Say whether one asks for something, and not for what the other says."""
    (left, mine), (right, its) = one, two
    spoken_of = left.about(mine), right.about(its)
    meet = not left.meant(mine).isdisjoint(right.meant(its))
    # Whom the words leave open can be anybody of the matter, but not on both sides.
    if not any(spoken_of) or (all(spoken_of) and not meet):
        return False
    acts = mine.statement.act, its.statement.act
    if Act.DEMAND not in acts or not set(acts) <= {Act.DEMAND, Act.ASSERT}:
        return False
    refused, other = _turned_down(one), _turned_down(two)
    return bool(
        (acts[0] is Act.DEMAND and refused & common - other)
        or (acts[1] is Act.DEMAND and other & common - refused)
    )


def _turned_down(told: Told) -> frozenset[str]:
    """Return what is set aside for something else: "dialogue, not force"."""
    text = told[0].scene.text
    return frozenset(
        word
        for span in told[1].statement.content
        for found in _NOT.finditer(span.text_of(text))
        for word in (key_word(stem_of(found.group(1))),)
    )


def _turns_down(answer: Told, answered: Told) -> bool:
    """Say whether one turns down what another asks of the same body, or what its speaker asks."""
    (at, voice), (there, other) = answer, answered
    if voice.statement.act not in REJECTING or other.statement.act not in OPEN:
        return False
    asked = there.about(other)
    return any(
        not is_state_id(each) for each in (at.about(voice) & asked) | (voice.speakers & asked)
    ) or not (at.about(voice).isdisjoint(other.speakers) or asked.isdisjoint(voice.speakers))
