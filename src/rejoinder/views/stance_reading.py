"""What stands before a matter: the words that govern it, and whose they are.

Read from right to left, within the clause. Words are of the classes in ``data/stances.tsv``.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from rejoinder.model.statement import Act, Quotation
from rejoinder.text.tables import read_rows

__all__ = ["GOVERNORS", "Reading", "Spoken", "Top", "class_of", "only", "read_left"]

GOVERNORS = ("favour", "oppose")

_SIGNS = frozenset(".;:!—–")
_SET_OFF = frozenset("()\"“”‘’'")
_PREMODIFIERS = 2
_LINKS = frozenset({"of", "for", "to"})
_AIMLESS = frozenset("on about over regarding concerning in at by with from under".split())
_TITLES = frozenset("mr mrs ms dr sen rep gov gen prof".split())
_APART = frozenset({"after", "loaded", "claim", "own", "naming", "verdict"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a stance is read from.

    Attributes:
        others: somebody is spoken of, whom "he" or "she" may mean.
    """

    act: Act
    quotation: Quotation
    cue: str
    content: str
    others: bool = False


class Top(Enum):
    """What stands before the words that govern a matter."""

    START = auto()
    SELF = auto()
    THERE = auto()
    FOR = auto()
    OTHER = auto()
    UNKNOWN = auto()


@dataclass(slots=True)
class Reading:
    """What is known of the words around one place of the matter.

    Attributes:
        governed: a word that favours or opposes governs it.
        loaded: it is called something that only an opponent would call it.
        spared: it is needed, or one does without it.
        bound: the speaker says that it must be so.
        willed: the speaker says that it will, or can, be so.
    """

    sign: int = 1
    top: Top = Top.UNKNOWN
    governed: bool = False
    denied: bool = False
    bound: bool = False
    willed: bool = False
    perhaps: bool = False
    determined: bool = False
    loaded: bool = False
    spared: bool = False
    unknown: int = 0


@functools.cache
def _words() -> Mapping[str, str]:
    """Return the class of each word; those of which a word may be something else too are apart."""
    rows = [
        row for row in read_rows("rejoinder.views", "stances.tsv") if row["class"] not in _APART
    ]
    return {form: row["class"] for row in reversed(rows) for form in row["forms"].split()}


def class_of(word: str) -> str | None:
    """Return the class of a word, or None."""
    return _words().get(word)


@functools.cache
def only(kind: str) -> frozenset[str]:
    """Return the words of a class."""
    rows = read_rows("rejoinder.views", "stances.tsv")
    return frozenset(form for row in rows if row["class"] == kind for form in row["forms"].split())


def read_left(spoken: Spoken, tokens: Sequence[str], first: int) -> Reading:
    """Read from the matter to the left, up to what governs it and whose that is."""
    found = Reading()
    place = first - 1
    while place >= 0:
        token = tokens[place]
        kind = class_of(token)
        if token in _SIGNS or kind == "stop" or (token == "that" and _is_clause(tokens, place)):
            found.top = Top.START if _opens(tokens, place) else Top.UNKNOWN
            return found
        if token in _SET_OFF or (token == "-" and place and tokens[place - 1].isalnum()):
            place -= 1
            continue
        if token == "'s":
            place = _before_owner(tokens, place)
            found.determined = True
            continue
        if not _step(spoken, tokens, place, found):
            return found
        place -= 1
    found.top = Top.START
    return found


def _before_owner(tokens: Sequence[str], place: int) -> int:
    """Return the token before whose it is: "the Tarn government's", "Mr. Tarn's", "Tarn's"."""
    place -= 2
    if place > 0 and tokens[place] == "." and tokens[place - 1] in _TITLES:
        return place - 2
    if place >= 0 and tokens[place].isalnum() and class_of(tokens[place]) is None:
        ahead = class_of(tokens[place - 1]) == "determiner" if place else True
        return place - 1 if ahead and tokens[place] not in _LINKS | _AIMLESS else place
    return place


def _is_clause(tokens: Sequence[str], place: int) -> bool:
    """Say whether ``that`` opens a clause here, and does not point."""
    before = tokens[place - 1] if place else ""
    return class_of(before) not in GOVERNORS and before not in _LINKS | _AIMLESS


def _opens(tokens: Sequence[str], place: int) -> bool:
    return place == 0 or (place == 1 and tokens[0] == "that")


def _step(spoken: Spoken, tokens: Sequence[str], place: int, found: Reading) -> bool:
    """Take one token; say whether the words before it still belong to what governs the matter."""
    token = tokens[place]
    kind = class_of(token)
    if not (found.governed or found.determined) and token in only("loaded"):
        found.loaded = True
    elif kind in GOVERNORS:
        found.sign = -found.sign if kind == "oppose" else found.sign
        found.governed, found.unknown = True, 0
        found.spared = found.spared or token == "need"
    elif kind == "not":
        found.spared = found.spared or (token == "without" and tokens[max(place - 1, 0)] == "do")
        is_turned = place + 1 < len(tokens) and tokens[place + 1] == "only"
        found.sign = found.sign if is_turned else -found.sign
        found.denied = True
    elif kind == "modal":
        found.bound = True
    elif kind == "perhaps":
        found.perhaps = True
    elif kind == "determiner":
        found.determined = found.determined or not found.governed
    elif token == "to" and found.unknown and not (found.governed or found.determined):
        # What looked like an adjective is a verb that nobody knows: "to use foreign aid".
        found.top = Top.UNKNOWN
        return False
    elif kind == "auxiliary":
        found.willed = found.willed or token in ("will", "can", "shall")
    elif kind != "neutral" and token[-2:] != "ly":
        return _stranger(spoken, tokens, place, found)
    return True


def _stranger(spoken: Spoken, tokens: Sequence[str], place: int, found: Reading) -> bool:
    """Take a token that is of no class: a link, a subject, or a word that nobody knows."""
    token = tokens[place]
    kind = class_of(token)
    if token in _LINKS:
        return _link(tokens, place, found)
    if kind == "first" or (kind == "third" and _speaks(spoken, tokens, place)):
        found.top = Top.SELF
    elif token == "there":
        found.top = Top.THERE
    elif token in ("and", "or", ",") and (found.governed or found.denied):
        _coordinate(spoken, tokens, place, found)
    elif token in _AIMLESS or not token.isalnum():
        found.top = Top.UNKNOWN
    elif found.governed or found.denied or found.bound:
        ours = token in only("own") and place > 0 and tokens[place - 1] == "our"
        found.top = Top.SELF if ours else Top.OTHER
    elif not found.determined and found.unknown < _PREMODIFIERS and _may_modify(tokens, place):
        found.unknown += not token.isdigit()
        return True
    else:
        found.top = Top.UNKNOWN
    return False


def _may_modify(tokens: Sequence[str], place: int) -> bool:
    """Say whether a word that nobody knows may be part of the noun; "spending" alone may not."""
    behind = tokens[place - 1] if place else ""
    return tokens[place][-3:] != "ing" or class_of(behind) == "determiner"


def _link(tokens: Sequence[str], place: int, found: Reading) -> bool:
    """Say whether what stands before a preposition governs what comes after it."""
    if place == 0:
        return True
    before = class_of(tokens[place - 1])
    if before in (*GOVERNORS, "neutral", "auxiliary", "good", "bad", "modal", "not"):
        return True
    is_aim = tokens[place] == "for" and tokens[place - 1].isalnum()
    if is_aim and (found.governed or found.determined):
        found.top = Top.FOR
    elif tokens[place] == "to" and found.governed:
        found.top = Top.OTHER
    else:
        found.top = Top.UNKNOWN
    return False


def _speaks(spoken: Spoken, tokens: Sequence[str], place: int) -> bool:
    """Say whether a pronoun at the head of retold words is the speaker's own."""
    if spoken.others and tokens[place] in ("he", "she"):
        return False
    return spoken.quotation is not Quotation.DIRECT and _opens(tokens, place - 1 if place else 0)


def _coordinate(spoken: Spoken, tokens: Sequence[str], place: int, found: Reading) -> None:
    """Look for the subject and the modal that an earlier part of the clause shares."""
    shared = list(tokens[:place])
    if any(each in _SIGNS or class_of(each) in ("stop", "not", "perhaps") for each in shared):
        return
    found.bound = found.bound or any(class_of(each) == "modal" for each in shared)
    start = 1 if shared[:1] == ["that"] else 0
    head = class_of(shared[start]) if start < len(shared) else None
    own = head == "first" or (head == "third" and _speaks(spoken, tokens, start))
    found.top = Top.SELF if own else Top.OTHER
