"""Noun phrases found by their edges: a determiner or preposition before, a function word behind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rejoinder.exchanges.matter import is_stop_word

__all__ = ["noun_phrases"]

_TOKEN: Final = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*[’']?|[^\w\s]")
_DETERMINERS: Final = frozenset(
    "a all an another any both each every her his its my no our some such the their these"
    " this those what your".split()
)
_PREPOSITIONS: Final = frozenset(
    "about after against among at before behind between by despite during for from in into"
    " near of on over towards under upon with without".split()
)
# These tie what follows to the noun before them oftener than to a verb.
_JOINING: Final = frozenset("of on against between with over for in at near".split())
_OBJECTS: Final = frozenset("him her it them us me you himself itself themselves that".split())
_QUOTES: Final = frozenset("“”\"‘’«»„'")
_VERBS: Final = frozenset(
    "adds agree agrees allow allows appear appears ask asks become becomes began begin begins"
    " believe believes bring brings brought came come comes continue continues decide decides"
    " expect expects fall fell felt find finds found gave give happen happens held helps hit hold"
    " holds hope hopes join joins keep keeps kept knew know knows lead leads led left let lie"
    " live lives lost made mean means meant met need needs never paid prove proves provide provides"
    " put read reads remain remains resolve resort respect respects said sat saw seek seeks seem"
    " seems sent set shot show shows sign signs sold sought spoke stand stands stood stop stops"
    " struck take taken tell tells think thinks thought told took tries try understand violate"
    " violates want wants went win wins won wrote".split()
)
_NO_HEADS: Final = frozenset(
    "abroad ahead alone apart away clear elsewhere far forward instead likely long necessary"
    " overnight pro ready soon sure together true underway whenever wherever wrong".split()
)
_NOUNS_IN_ING: Final = frozenset(
    "beginning bombing building fighting funding hearing housing killing meddling meeting"
    " mining ruling shelling shooting spending training voting warning".split()
)
_LONGEST: Final = 4
_SHORT: Final = 4


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or mark of a text, with its place."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """Return it in lower case."""
        return self.text.lower()

    @property
    def is_content(self) -> bool:
        """Say whether it is a word that carries matter."""
        return self.text[0].isalpha() and not is_stop_word(self.text) and not self.is_owner

    @property
    def is_owner(self) -> bool:
        """Say whether it is a possessive: "Avaria's"."""
        return self.text[0].isalpha() and self.low.endswith(("'s", "’s", "s'", "s’"))


def noun_phrases(text: str) -> Iterator[tuple[int, int]]:
    """Yield where noun phrases begin and end, each with and without what is tied to it by a word.

    "the drills of the Guards" gives "drills" and "drills of the Guards".  Without a parser some are
    missed, and a verb is rarely taken for a noun.
    """
    tokens = [_Token(found.group(), *found.span()) for found in _TOKEN.finditer(text)]
    words = [token for token in tokens if token.text not in _QUOTES]
    for place in range(len(words)):
        if not _opens(words, place):
            continue
        end = _run(words, place)
        if end is None:
            continue
        yield words[place].start, words[end - 1].end
        more = _tied(words, end)
        if more is not None:
            yield words[place].start, words[more - 1].end


def _opens(words: Sequence[_Token], place: int) -> bool:
    """Say whether a noun phrase may begin here."""
    if not words[place].is_content or not place:
        return False
    if words[place].low.endswith("ly") or words[place].low in _NO_HEADS:
        return False
    before = words[place - 1]
    return before.is_owner or before.low in _DETERMINERS or before.low in _PREPOSITIONS


def _run(words: Sequence[_Token], place: int) -> int | None:
    """Return where the run of words from here ends that can be one noun phrase, if any can."""
    end = place
    while end < len(words) and words[end].is_content and end - place <= _LONGEST:
        end += 1
        if end < len(words) and words[end].start > words[end - 1].end + 2:
            break
    after = words[end].low if end < len(words) else ""
    if after in _DETERMINERS | _OBJECTS and after != "that":
        # "the talks brought no ...": what has an object is a verb.
        end -= 1
    cut = next((at for at in range(place, end) if _is_verb(words[at], first=at == place)), end)
    while cut > place and _is_no_head(words[cut - 1]):
        cut -= 1
    return cut if place < cut <= place + _LONGEST else None


def _tied(words: Sequence[_Token], end: int) -> int | None:
    """Return the end of what is tied to the noun before: "of the Guards", "between A and B"."""
    if end + 1 >= len(words) or words[end].low not in _JOINING:
        return None
    between = words[end].low == "between"
    place = end + 1
    if words[place].low in _DETERMINERS or words[place].is_owner:
        place += 1
    if place >= len(words) or not words[place].is_content or words[place].low in _VERBS:
        return None
    last = _run(words, place)
    if between and last is not None and last + 1 < len(words) and words[last].low == "and":
        return _run(words, last + 1) if words[last + 1].is_content else None
    return last


def _is_verb(word: _Token, *, first: bool) -> bool:
    participle = word.low.endswith(("ed", "ing")) and not first and len(word.low) > _SHORT
    return word.low in _VERBS or (participle and word.low not in _NOUNS_IN_ING)


def _is_no_head(word: _Token) -> bool:
    return word.low in _NO_HEADS or word.low.endswith(("ly", "ed", "ible", "able"))
