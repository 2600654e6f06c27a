"""Stand-ins: the names of states and persons, found in bare words before anything is parsed.

A parser and a network that were taught on news know some names better than others, and read the
same sentence differently for two parties. So both are given one word for every state and one for
every person; the names themselves never reach them. A name that is missed costs symmetry and
nothing else, a word taken for a name costs little: it is read as some name.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rejoinder.actors.gazetteer import Gazetteer, Hit, Use
from rejoinder.actors.lexicon import load_genders
from rejoinder.actors.names import NOT_NAMES, PARTICLES
from rejoinder.model.span import Span
from rejoinder.model.standin import StandIn

__all__ = ["find_stand_ins"]

# What is read, by measure on PolNeAR's dev articles (docs/symmetry.md).
_STATE: Final = "Egypt"
_CAPITAL: Final = "Cairo"
_ADJECTIVE: Final = "Egyptian"
_PEOPLE: Final = "Egyptians"
_PERSON: Final = "Brown"

_JOINTS: Final = frozenset({"of", "and", "the", "'s"})
_BETWEEN: Final = PARTICLES | {"-"}
_LONGEST: Final = 5
_LINE_ENDS: Final = frozenset({".", "!", "?", '"', "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The words of an article, with the gazetteer's hit on each and what headlines are."""

    text: Sequence[str]
    lower: Sequence[str]
    at: Sequence[Hit | None]
    headline: Sequence[bool]
    is_ordinary: Callable[[str], bool]


def find_stand_ins(
    text: Sequence[str],
    start: Sequence[int],
    gazetteer: Gazetteer,
    is_ordinary: Callable[[str], bool],
) -> tuple[StandIn, ...]:
    """Return what to read for the names in the words, in their order; none overlap.

    Args:
        text: the words as the parser cuts them.
        start: first character of each in the article.
        gazetteer: with the users' own lists.
        is_ordinary: whether a word in small letters is one of the language and hardly a name.
    """
    page = _look(text, gazetteer, is_ordinary)
    found: dict[tuple[int, int], str] = {}
    taken: set[int] = set()
    for first, last in _persons(page):
        found[first, last] = _PERSON
        taken.update(range(first, last))
    for hit in dict.fromkeys(hit for hit in page.at if hit is not None):
        word = _for_land(hit, page.lower)
        if word and hit.first not in taken:
            found[hit.first, hit.last] = word
    return tuple(
        StandIn(span=Span(start[first], start[last - 1] + len(text[last - 1])), word=word)
        for (first, last), word in sorted(found.items())
    )


def _look(text: Sequence[str], gazetteer: Gazetteer, is_ordinary: Callable[[str], bool]) -> _Page:
    plain = [word.replace("’", "'").replace("‘", "'") for word in text]
    lower = [word.lower() for word in plain]
    at: list[Hit | None] = [None] * len(plain)
    for hit in gazetteer.find(plain, lower):
        at[hit.first : hit.last] = [hit] * (hit.last - hit.first)
    return _Page(
        text=plain, lower=lower, at=at, headline=_headlines(plain), is_ordinary=is_ordinary
    )


def _headlines(text: Sequence[str]) -> list[bool]:
    """Say of each word whether most longer words of its line have capitals."""
    out: list[bool] = []
    line: list[str] = []
    for word in (*text, "\n"):
        line.append(word)
        if "\n" in word:
            long = [each for each in line if len(each) > 3 and each[0].isalpha()]
            capital = sum(each[0].isupper() for each in long)
            ended = any(each in _LINE_ENDS for each in line[-3:])
            out.extend([not ended and capital > 0.7 * len(long)] * len(line))
            line = []
    return out


def _for_land(hit: Hit, lower: Sequence[str]) -> str:
    """Return the word for a phrase that names a state or a territory; empty for others."""
    entry, use = hit.sense.entry, hit.sense.use
    if entry is None or not entry.land or not _JOINTS.isdisjoint(lower[hit.first : hit.last]):
        return ""
    if use is Use.DEMONYM:
        return _PEOPLE if hit.sense.plural else _ADJECTIVE
    if use is Use.METONYM:
        # A territory's own name is a metonym in the tables; it must be read as a state's name is.
        return _STATE if lower[hit.last - 1] == entry.name.lower().split()[-1] else _CAPITAL
    return _STATE if use is Use.NAME else ""


def _persons(page: _Page) -> Iterator[tuple[int, int]]:
    """Yield the names of persons; the last word of one is a name wherever it stands alone."""
    names = list(_full_names(page))
    family = {page.text[last - 1] for _, last in names}
    taken = {place for first, last in names for place in range(first, last)}
    yield from names
    for place, word in enumerate(page.text):
        if word in family and place not in taken and page.at[place] is None:
            yield place, place + 1


def _full_names(page: _Page) -> Iterator[tuple[int, int]]:
    token = 0
    while token < len(page.text):
        last = token + 1
        if _may_begin(page, token):
            last = _end_of_run(page, token)
            if _is_person(page, token, last):
                yield token, last
        token = last


def _is_person(page: _Page, first: int, last: int) -> bool:
    """Say whether a run of capitalised words is somebody's name.

    It is behind a form of address or an office; with a known given name; or where no word of it is
    an ordinary one.
    """
    if first and _addresses(page, first - 1):
        return True
    if last - first < 2 or not page.text[last - 1][-1].isalpha():
        return False
    if page.lower[first] in load_genders():
        return True
    words = [word for word in page.lower[first:last] if word not in _BETWEEN]
    strange = not any(page.is_ordinary(word) for word in words)
    return strange and not page.headline[first] and page.lower[first - 1 : first] != ["the"]


def _addresses(page: _Page, token: int) -> bool:
    hit = page.at[token]
    if hit is None or hit.sense.plural or page.headline[token]:
        return False
    return hit.sense.use in {Use.HONORIFIC, Use.ROLE}


def _may_begin(page: _Page, token: int) -> bool:
    if not _is_capitalised(page.text[token]) or page.lower[token] in NOT_NAMES:
        return False
    hit = page.at[token]
    if hit is None:
        return True
    # A given name that is also that of a state or an agency: "Chad Moore", "Petra Novak".
    given = hit.last - hit.first == 1 and page.lower[token] in load_genders()
    return given and token + 1 < len(page.text) and _goes_on(page, token + 1)


def _end_of_run(page: _Page, first: int) -> int:
    last = first + 1
    while last < len(page.text) and last - first < _LONGEST:
        behind = last
        while behind < len(page.text) and page.lower[behind] in _BETWEEN:
            behind += 1
        if _goes_on(page, behind) or _is_initial(page.text[last]):
            last = behind + 1
        else:
            break
    return last


def _goes_on(page: _Page, token: int) -> bool:
    return (
        token < len(page.text)
        and page.at[token] is None
        and _is_capitalised(page.text[token])
        and page.lower[token] not in NOT_NAMES
    )


def _is_capitalised(word: str) -> bool:
    """Say whether a word has a capital and small letters, as names have: not USS, not CF-18."""
    bare = word.replace("-", "").replace("'", "")
    return word[0].isupper() and bare.isalpha() and not word.isupper()


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."
