"""What a statement says of the things that disputes turn on: that they are right, or wrong.

"A farce of a vote", "we cannot recognise the vote" and "the vote was unlawful" are verdicts of one
kind on one matter. What is judged has to be governed by what judges it: an adjective or a verb just
before, a predicate behind, or the act itself where the words begin with it.
"""

import functools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rejoinder.exchanges.matter import stem
from rejoinder.model.statement import Act
from rejoinder.text.tables import read_rows

__all__ = ["PEACE", "Verdicts", "read_verdicts", "tells_of_strife"]

PEACE: Final = "peace"
"""The matter of those who call for talks and against force."""

# "a real, not a sham, dialogue" calls for one.
_ASIDE = re.compile(r", not [^,.;]{1,40},")
_SENTENCE = re.compile(r"[.!?;…]+(?=\s|$)|\n")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NOT = re.compile(r"(?:not|never|no|cannot|nor|neither|hardly)$|.*n[’']t$", re.IGNORECASE)
_LINK = re.compile(r"(?:is|are|was|were|be|been|being|as|a|an|called|considered)$", re.IGNORECASE)
_AGAINST: Final = frozenset({Act.CRITICISE, Act.REFUSE})
_FOR: Final = frozenset({Act.SUPPORT, Act.AGREE})
_CALLING: Final = frozenset({Act.DEMAND, Act.INTEND, Act.OFFER, Act.SUPPORT})
_CHARGING: Final = frozenset({Act.ACCUSE, Act.CRITICISE, Act.ASSERT, Act.WARN, Act.PREDICT})
# So many words from the start what an act is aimed at is named.
_HEAD = 8
_CALLED = 20
_BEFORE = 5
_ADJACENT = 3
_BEHIND = 14
_MOST_WORDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """What a statement says of matters.

    Attributes:
        signs: 1 where it is for the matter, -1 where it is against it.
        others: stems of its other words, those that judge aside.
    """

    signs: Mapping[str, int]
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    matters: Mapping[str, str]
    charges: Mapping[str, str]
    peace: Mapping[str, int]
    judging: Mapping[str, int]
    turning: frozenset[str]
    mentions: frozenset[str]
    needs: frozenset[str]
    strife: frozenset[str]


@functools.cache
def _lexicon() -> _Lexicon:
    rows = read_rows("rejoinder.exchanges", "verdicts.tsv")

    def of(kind: str) -> Iterator[tuple[str, str]]:
        for row in rows:
            if row["kind"] == kind:
                yield from ((word, row["name"]) for word in row["words"].split())

    def words(kind: str) -> frozenset[str]:
        return frozenset(word for word, _ in of(kind))

    return _Lexicon(
        matters=dict(of("matter")),
        charges=dict(of("charge")),
        peace=dict.fromkeys(words("peace"), 1) | dict.fromkeys(words("force"), -1),
        judging=dict.fromkeys(words("bad"), -1) | dict.fromkeys(words("good"), 1),
        turning=words("turn"),
        mentions=words("mention"),
        needs=words("need"),
        strife=frozenset(map(stem, words("strife"))),
    )


@functools.lru_cache(maxsize=1 << 14)
def read_verdicts(text: str, act: Act) -> Verdicts:
    """Return what the words say of matters; what they say both ways, or too much, is left out."""
    signs: dict[str, set[int]] = {}
    others = set[str]()
    first = True
    for sentence in _SENTENCE.split(_ASIDE.sub("", text)):
        words = [found.group() for found in _WORD.finditer(sentence)]
        low = [word.lower() for word in words]
        for matter, sign in _found(low, act, first=first):
            signs.setdefault(matter, set()).add(sign)
        others.update(stem(word) for word in words if not _is_known(word.lower()))
        first = first and not words
    clear = {matter: found.pop() for matter, found in signs.items() if len(found) == 1}
    return Verdicts(signs=clear, others=frozenset(others))


def tells_of_strife(stems: Collection[str]) -> bool:
    """Say whether words of an article, as stems, tell of violence."""
    return not _lexicon().strife.isdisjoint(stems)


def _is_known(word: str) -> bool:
    lexicon = _lexicon()
    tables = (lexicon.matters, lexicon.charges, lexicon.peace, lexicon.judging, lexicon.turning)
    return any(word in table for table in tables)


def _found(words: Sequence[str], act: Act, *, first: bool) -> Iterator[tuple[str, int]]:
    """Yield what one sentence says of each matter that it names."""
    lexicon = _lexicon()
    for place, word in enumerate(words):
        sign = 0
        if word in lexicon.matters:
            name = lexicon.matters[word]
            sign = _judged(words, place) or (_aimed(words, place, act) if first else 0)
        elif word in lexicon.charges:
            name = lexicon.charges[word]
            sign = _charged(words, place, act)
        elif word in lexicon.peace:
            name = PEACE
            sign = _called_for(words, place, act, first=first)
        if sign:
            yield name, sign


def _judged(words: Sequence[str], place: int) -> int:
    """Return the verdict in the words around a matter."""
    lexicon = _lexicon()
    before = range(max(0, place - _BEFORE), place)
    if any(words[at] in lexicon.mentions for at in before):
        return 0
    for at in reversed(before):
        if words[at] in lexicon.judging:
            aim = words[max(0, at - 2) : at] == ["to", "be"]
            return 0 if aim else lexicon.judging[words[at]] * _turned(words, at, place)
    for at in range(place + 1, min(len(words), place + _BEHIND)):
        linking = words[max(place, at - 4) : at]
        if words[at] in lexicon.judging and "to" in linking:
            return 0
        if words[at] in lexicon.judging and any(map(_LINK.match, linking)):
            return lexicon.judging[words[at]] * _negated(words, at)
    return 0


def _turned(words: Sequence[str], at: int, place: int) -> int:
    """Return -1 where the verdict is turned round: "not recognise", "welcome the end of"."""
    between = sum(words[each] in _lexicon().turning for each in range(at + 1, place))
    return _negated(words, at) * (-1 if between % 2 else 1)


def _negated(words: Sequence[str], at: int) -> int:
    before = words[max(0, at - _ADJACENT) : at]
    return -1 if any(_NOT.match(word) or word in _lexicon().turning for word in before) else 1


def _aimed(words: Sequence[str], place: int, act: Act) -> int:
    """Return what the act says of what its words begin with."""
    if place >= _HEAD or (act not in _AGAINST and act not in _FOR):
        return 0
    before = words[:place]
    turns = sum(word in _lexicon().turning for word in before)
    if act in _FOR:
        turns += any(map(_NOT.match, before))
    return (-1 if act in _AGAINST else 1) * (-1 if turns % 2 else 1)


def _charged(words: Sequence[str], place: int, act: Act) -> int:
    """Return whether the charge that a word makes is made or denied."""
    if act is Act.DENY:
        return -1
    return _negated(words, place) if act in _CHARGING else 0


def _called_for(words: Sequence[str], place: int, act: Act, *, first: bool) -> int:
    """Say whether talks are called for, or an end to force, as 1 or 0."""
    lexicon = _lexicon()
    if act in (Act.ASSERT, Act.PREDICT):
        if lexicon.needs.isdisjoint(words[:place]):
            return 0
    elif act not in _CALLING or not first or place >= _CALLED:
        return 0
    before = words[max(0, place - _BEFORE) : place]
    turns = any(word in lexicon.turning or _NOT.match(word) for word in before)
    return int(turns is (lexicon.peace[words[place]] < 0))
