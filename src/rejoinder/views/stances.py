"""Stances: whether a statement is for a matter or against it, by its act and its words.

``stance.rules.v1``: the words that govern the matter are read from right to left, within its clause
(``data/stances.tsv``). What they show counts only where it is the speaker's own: he is their
subject, demands it, or says that it must be. Everything else is unclear.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from rejoinder.model.position import Stance
from rejoinder.model.statement import Act, Quotation
from rejoinder.text.tables import read_rows
from rejoinder.views.matters import Region, regions_of, tokens_of

__all__ = ["STANCES", "Spoken", "stance_of", "stance_without_query"]

STANCES = "stance.rules.v1"

_FOR = frozenset({Act.SUPPORT, Act.AGREE, Act.OFFER})
_AGAINST = frozenset({Act.REFUSE, Act.CRITICISE, Act.DENY})
_SIGNS = frozenset(".;:!—–")
_PREMODIFIERS = 2
_LINKS = frozenset({"of", "for", "to"})
_AIMLESS = frozenset("on about over regarding concerning in at by with from under".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a stance is read from."""

    act: Act
    quotation: Quotation
    cue: str
    content: str


class _Top(Enum):
    """What stands before the words that govern a matter."""

    START = auto()
    SELF = auto()
    THERE = auto()
    FOR = auto()
    OTHER = auto()
    UNKNOWN = auto()


@dataclass(slots=True)
class _Reading:
    """What is known of the words around one place of the matter.

    Attributes:
        governed: a word that favours or opposes governs it.
        bound: the speaker says that it must be so.
    """

    sign: int = 1
    top: _Top = _Top.UNKNOWN
    governed: bool = False
    denied: bool = False
    bound: bool = False
    perhaps: bool = False
    determined: bool = False
    unknown: int = 0


def stance_of(spoken: Spoken, query: str) -> Stance:
    """Return whether the words are for the matter of a query or against it, where they show it."""
    tokens = tokens_of(spoken.content)
    words = _words()
    if "?" in tokens or any(words.get(each) == "condition" for each in tokens):
        return Stance.UNCLEAR
    signs = {_sign(spoken, tokens, region) for region in regions_of(query, tokens)} - {0}
    if len(signs) != 1:
        return Stance.UNCLEAR
    return Stance.FOR if signs.pop() > 0 else Stance.AGAINST


def stance_without_query(spoken: Spoken) -> Stance:
    """Return what the act alone shows of a matter that the user knows the statement to be about."""
    tokens, words = tokens_of(spoken.content), _words()
    turning = ("oppose", "not", "condition", "perhaps")
    if "?" in tokens or any(words.get(each) in turning for each in tokens):
        return Stance.UNCLEAR
    if any(words.get(each) == "not" for each in tokens_of(spoken.cue)):
        return Stance.UNCLEAR
    if spoken.act in (Act.SUPPORT, Act.AGREE):
        return Stance.FOR
    return Stance.AGAINST if spoken.act is Act.REFUSE else Stance.UNCLEAR


@functools.cache
def _words() -> Mapping[str, str]:
    rows = read_rows("rejoinder.views", "stances.tsv")
    return {form: row["class"] for row in reversed(rows) for form in row["forms"].split()}


@functools.cache
def _after() -> frozenset[str]:
    rows = read_rows("rejoinder.views", "stances.tsv")
    return frozenset(next(row["forms"] for row in rows if row["class"] == "after").split())


def _sign(spoken: Spoken, tokens: Sequence[str], region: Region) -> int:
    """Return 1 for, -1 against, 0 unclear."""
    first, last = region
    turned = 1
    if first > 1 and tokens[first - 1] == "-":
        if tokens[first - 2] != "anti":
            return 0
        first, turned = first - 2, -1
    head = _head(tokens, last)
    if head is None:
        return 0
    turned, last = turned * head[0], head[1]
    left = _left(spoken, tokens, first)
    if left.perhaps:
        return 0
    if not left.governed and left.top in (_Top.START, _Top.OTHER) and not left.denied:
        told = _right(tokens, last, spoken.act)
        if told:
            is_free = left.top is _Top.START and spoken.act not in (Act.DENY, Act.REFUSE)
            return turned * told if is_free else 0
    return turned * _combined(spoken, left)


def _head(tokens: Sequence[str], last: int) -> tuple[int, int] | None:
    """Return what the noun makes of the matter that follows it, and where that ends; or None."""
    words = _words()
    sign = 1
    while last < len(tokens) and tokens[last].isalnum() and tokens[last] not in _after():
        kind = words.get(tokens[last])
        if kind not in ("neutral", "oppose") or (kind == "oppose" and tokens[last][-2:] == "ed"):
            # The next word may be a verb of which the matter is the subject, or its noun.
            return (sign, last) if kind in ("modal", "auxiliary", "stop") else None
        sign = -sign if kind == "oppose" else sign
        last += 1
    is_owner = last < len(tokens) and tokens[last] == "'s"
    return None if is_owner else (sign, last)


def _left(spoken: Spoken, tokens: Sequence[str], first: int) -> _Reading:
    """Read from the matter to the left, up to what governs it and whose that is."""
    found = _Reading()
    place = first - 1
    while place >= 0:
        token = tokens[place]
        kind = _words().get(token)
        if token in _SIGNS or kind == "stop" or (token == "that" and _is_clause(tokens, place)):
            found.top = _Top.START if _opens(tokens, place) else _Top.UNKNOWN
            return found
        if token == "'s":
            place -= 2
            found.determined = True
            continue
        if not _step(spoken, tokens, place, found):
            return found
        place -= 1
    found.top = _Top.START
    return found


def _is_clause(tokens: Sequence[str], place: int) -> bool:
    """Say whether ``that`` opens a clause here, and does not point."""
    return place == 0 or _words().get(tokens[place - 1]) not in (*_GOVERNORS, None)


_GOVERNORS = ("favour", "oppose")


def _opens(tokens: Sequence[str], place: int) -> bool:
    return place == 0 or (place == 1 and tokens[0] == "that")


def _step(spoken: Spoken, tokens: Sequence[str], place: int, found: _Reading) -> bool:
    """Take one token; say whether the words before it still belong to what governs the matter."""
    token = tokens[place]
    kind = _words().get(token)
    if kind in _GOVERNORS:
        found.sign = -found.sign if kind == "oppose" else found.sign
        found.governed, found.unknown = True, 0
    elif kind == "not":
        is_turned = place + 1 < len(tokens) and tokens[place + 1] == "only"
        found.sign = found.sign if is_turned else -found.sign
        found.denied = True
    elif kind == "modal":
        found.bound = True
    elif kind == "perhaps":
        found.perhaps = True
    elif kind == "determiner":
        found.determined = found.determined or not found.governed
    elif kind not in ("auxiliary", "neutral") and token[-2:] != "ly":
        return _stranger(spoken, tokens, place, found)
    return True


def _stranger(spoken: Spoken, tokens: Sequence[str], place: int, found: _Reading) -> bool:
    """Take a token that is of no class: a link, a subject, or a word that nobody knows."""
    token = tokens[place]
    kind = _words().get(token)
    if token in _LINKS:
        return _link(tokens, place, found)
    if kind == "first" or (kind == "third" and _speaks(spoken, tokens, place)):
        found.top = _Top.SELF
    elif token == "there":
        found.top = _Top.THERE
    elif token in ("and", "or", ",") and (found.governed or found.denied):
        _coordinate(spoken, tokens, place, found)
    elif token in _AIMLESS or not token.isalnum():
        found.top = _Top.UNKNOWN
    elif found.governed or found.denied or found.bound:
        found.top = _Top.SELF if place and tokens[place - 1] == "our" else _Top.OTHER
    elif not found.determined and found.unknown < _PREMODIFIERS:
        found.unknown += 1
        return True
    else:
        found.top = _Top.UNKNOWN
    return False


def _link(tokens: Sequence[str], place: int, found: _Reading) -> bool:
    """Say whether what stands before a preposition governs what comes after it."""
    if place == 0:
        return True
    before = _words().get(tokens[place - 1])
    if before in (*_GOVERNORS, "neutral", "auxiliary", "good", "bad", "modal", "not"):
        return True
    is_aim = tokens[place] == "for" and tokens[place - 1].isalnum()
    if is_aim and (found.governed or found.determined):
        found.top = _Top.FOR
    elif tokens[place] == "to" and found.governed:
        found.top = _Top.OTHER
    else:
        found.top = _Top.UNKNOWN
    return False


def _speaks(spoken: Spoken, tokens: Sequence[str], place: int) -> bool:
    """Say whether a pronoun at the head of retold words is the speaker's own."""
    return spoken.quotation is not Quotation.DIRECT and _opens(tokens, place - 1 if place else 0)


def _coordinate(spoken: Spoken, tokens: Sequence[str], place: int, found: _Reading) -> None:
    """Look for the subject and the modal that an earlier part of the clause shares."""
    words = _words()
    shared = list(tokens[:place])
    if any(each in _SIGNS or words.get(each) in ("stop", "not", "perhaps") for each in shared):
        return
    found.bound = found.bound or any(words.get(each) == "modal" for each in shared)
    start = 1 if shared[:1] == ["that"] else 0
    head = words.get(shared[start]) if start < len(shared) else None
    own = head == "first" or (head == "third" and _speaks(spoken, tokens, start))
    found.top = _Top.SELF if own else _Top.OTHER


def _right(tokens: Sequence[str], last: int, act: Act) -> int:
    """Return what a predicate that follows the matter says of it: 1, -1 or 0."""
    words = _words()
    sign, binding, linked = 1, act is Act.DEMAND, False
    for token in tokens[last:]:
        kind = words.get(token)
        if kind == "not":
            sign = -sign
        elif kind == "modal":
            binding = True
        elif kind == "auxiliary":
            linked = True
            binding = binding or token in ("will", "can", "shall")
        elif kind in ("good", "bad"):
            return sign * (1 if kind == "good" else -1) if linked or binding else 0
        elif kind in _GOVERNORS:
            is_told = binding and token[-2:] in ("ed", "en", "ld", "pt", "un", "lt", "et", "ht")
            is_told = is_told or (binding and token in ("stop", "end", "cease", "continue"))
            is_told = is_told or (linked and token == "needed")
            return sign * (1 if kind == "favour" else -1) if is_told else 0
        elif token[-2:] != "ly" and token != "to":
            return 0
    return 0


def _combined(spoken: Spoken, left: _Reading) -> int:
    """Return what the words come to with the act."""
    act, is_told = spoken.act, left.governed or left.denied
    if left.top is _Top.UNKNOWN or act is Act.ADMIT:
        return 0
    if left.top is _Top.START:
        return _object(spoken, left)
    if left.top is _Top.FOR:
        return _aim(act, left)
    if act is Act.DENY or (act is Act.REFUSE and left.sign > 0):
        return 0
    if left.top is _Top.SELF:
        contradicts = (act in _FOR and left.sign < 0) or (act is Act.CRITICISE and left.sign > 0)
        return left.sign if left.governed and not contradicts else 0
    if left.top is _Top.THERE:
        return left.sign if left.denied or left.bound else 0
    if left.bound and is_told:
        return 0 if act in _FOR and left.sign < 0 else left.sign
    return left.sign if act is Act.DEMAND and left.governed else 0


def _object(spoken: Spoken, left: _Reading) -> int:
    """Return what it comes to where the content begins with what governs the matter."""
    words, act = _words(), spoken.act
    cue = tokens_of(spoken.cue)
    if any(words.get(each) == "not" for each in cue):
        return 0
    if act is Act.DEMAND:
        return left.sign
    if act in _AGAINST:
        from_cue = any(words.get(each) in ("oppose", "refusing") for each in cue)
        if act is Act.DENY:
            return -1 if from_cue and not (left.governed or left.denied) else 0
        return -left.sign if from_cue else (-1 if left.governed and left.sign < 0 else 0)
    if act in _FOR:
        return left.sign if left.sign > 0 or any(words.get(each) for each in cue) else 0
    if act is Act.INTEND:
        return left.sign if left.governed else 0
    is_slogan = left.denied and not left.governed
    is_warned = act is Act.WARN and tokens_of(spoken.content)[:1] == ("against",)
    return left.sign if is_slogan or is_warned else 0


def _aim(act: Act, left: _Reading) -> int:
    """Return what praise or blame of somebody "for" it comes to."""
    if act is Act.CRITICISE:
        return -left.sign
    return left.sign if act is Act.SUPPORT and left.governed else 0
