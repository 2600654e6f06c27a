"""Forms: a person's name read into its words, without titles, particles and marks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rejoinder.actors.across.letters import latin_words
from rejoinder.actors.tables import cells, read_table

__all__ = ["Form", "given_rows", "is_family_first", "read_form"]

_PARTICLES = frozenset(
    """
    al el ul bin ibn ben bint bat de da do dos das del della delle di du la le van von der den ter
    ten zu zum af av of
    """.split()
)
_OF_SURNAMES = frozenset("van von der den de di da du la le del della dos das".split())
_DESCENT = frozenset({"bin", "ibn", "ben", "bint"})
# These also are given names, when they come first with a capital: Al Gore, Ben Carson.
_ALSO_GIVEN = frozenset({"al", "ben"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ARTICLE = re.compile(r"^(al|el|ul|ad|as|ash|an|ar|at|az|ed|es|er|en)-(?=[a-z]{2})")
_SERVANT = re.compile(r"^abd-?[aeu]l?-?(?=[bcdfghjklmnqrstvwxyz][a-z]+$)")
_PATRONYMIC = re.compile(
    r"(ov|ev|yev|iov|yov)(ich|ych|itch|icz|yč|na)$|(il|kuz|nikit|ill|luk)(ich|inichna)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a personal name.

    Attributes:
        words: in small Latin letters, in the order of the name; an initial is one letter.
        patronymics: places of words that only say whose child somebody is.
        suffix: ``jr``, ``ii`` ... or empty.
        descent: has "bin" or the like, so that its order says something.
        has_initials: a word is abridged to its first letter.
        particles: those left out that belong to a surname: "van", not "al".
        styled: begins with "Pope", "Queen" ..., with which one word is a full name.
    """

    words: tuple[str, ...]
    patronymics: frozenset[int]
    suffix: str
    descent: bool
    styled: bool
    has_initials: bool
    particles: frozenset[str]

    @property
    def given(self) -> str:
        """Return the first word."""
        return self.words[0]

    @property
    def family(self) -> str:
        """Return the last word."""
        return self.words[-1]

    @property
    def is_bare(self) -> bool:
        """Say whether it is one word, as a surname alone is."""
        return len(self.words) == 1 and not self.styled

    @property
    def is_abridged(self) -> bool:
        """Say whether no given name is written out: "K. Heydari", "J. K. Rowling"."""
        return len(self.words) > 1 and all(len(word) == 1 for word in self.words[:-1])


@cache
def _titles() -> Mapping[str, str]:
    return {row["word"]: row["kind"] for row in read_table("titles.tsv")}


@cache
def _family_first() -> frozenset[str]:
    return frozenset(n for row in read_table("family_first.tsv") for n in cells(row["names"]))


@cache
def given_rows() -> Mapping[str, frozenset[tuple[str, int]]]:
    """Return for each given name the rows of the table that it is in, by name and number."""
    found: dict[str, set[tuple[str, int]]] = {}
    for number, row in enumerate(read_table("given_variants.tsv")):
        for form in cells(row["forms"]):
            found.setdefault(form, set()).add((row["name"], number))
    return {form: frozenset(rows) for form, rows in found.items()}


def is_family_first(form: Form) -> bool:
    """Say whether the first word is a family name of those that are written first: Xi Jinping."""
    first = form.words[0] in _family_first()
    return first and 1 < len(form.words) < 4 and form.words[1] not in given_rows()


@lru_cache(maxsize=65536)
def read_form(name: str) -> Form | None:
    """Return the form of a name, or None where no word of it can be read."""
    raw = name.replace("’", "'").split()
    words = [word for word in latin_words(name) if word]
    capital = bool(raw) and raw[0][:1].isupper()
    words, styled = _without_titles(words)
    suffix = ""
    while len(words) > 1 and words[-1].strip(".") in _SUFFIXES:
        suffix = words.pop().strip(".")
    kept, descent = _significant(words, capital=capital)
    if not kept:
        return None
    places = range(1, len(kept) - 1) if len(kept) > 2 else range(1, len(kept))
    fathers = frozenset(n for n in places if _PATRONYMIC.search(kept[n]) and len(kept) > 2)
    return Form(
        words=tuple(kept),
        patronymics=fathers,
        suffix=suffix,
        descent=descent,
        styled=styled,
        has_initials=any(len(word) == 1 for word in kept),
        particles=_OF_SURNAMES.intersection(words[:-1]),
    )


def _without_titles(words: list[str]) -> tuple[list[str], bool]:
    styled = False
    while len(words) > 1 and (kind := _titles().get(words[0].strip("."))):
        styled = styled or kind == "style"
        words = words[1:]
    return words, styled


def _significant(words: list[str], *, capital: bool) -> tuple[list[str], bool]:
    """Return the words without particles, hyphens undone, and whether they tell of descent."""
    kept: list[str] = []
    descent = False
    servant = ""
    for place, word in enumerate(words):
        more = place < len(words) - 1
        given = place == 0 and capital and word in _ALSO_GIVEN and len(words) == 2
        joining = place > 0 and word in {"e", "y"}
        if more and (word in _PARTICLES or joining) and not given:
            descent = descent or (word in _DESCENT and place > 0)
            continue
        if more and word in {"abd", "abdul", "abdel", "abdal", "abdol"}:
            # "Abdul Rahman", "Abd al-Rahman" and "Abdulrahman" are one name.
            servant = "abdul"
            continue
        plain = _SERVANT.sub("abdul", _ARTICLE.sub("", word))
        parts = [part.strip(".") for part in plain.split("-") if part not in _PARTICLES or not kept]
        parts = [part for part in parts if part]
        if servant and parts:
            parts[0], servant = servant + parts[0], ""
        kept.extend(parts)
    return kept, descent
