"""The words of a statement as concepts: synonyms are one, contraries and negations are marked."""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rejoinder.exchanges.matter import stem, word_spans
from rejoinder.text.tables import read_rows

__all__ = ["Concept", "Wording", "concept_of", "read_wording", "weight_of"]

# What makes a clause say the contrary. "not only" and "no doubt" do not.
_NEGATION = re.compile(
    r"\b(?:not(?!\s+only)|never|no(?!\s+(?:doubt|longer|matter|wonder|later|more than))|nobody"
    r"|none|nothing|neither|without|nor|cannot|failed\s+to|refrained\s+from)\b|n[’']t\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;.!?…]|,?\s(?:but|because|although|though|while|whereas|and\sthat)\s")
_AHEAD = re.compile(
    r"\b(?:will|shall|would|won[’']t|going\s+to|(?:plan|intend|prepar|threaten|vow|pledg)\w*\s+to"
    r"|about\s+to|may|might|could)\b|[’']ll\b",
    re.IGNORECASE,
)
_NIGHT = re.compile(r"\b(?:over)?night\b|\bmidnight\b|\bdawn\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en|ot|it|wn|uck)\b[^.;]*\bby\b"
)
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*\b")
_SAYS_MORE = 2
_NO_MATTER = frozenset({"night", "negation"})
_VERDICTS = frozenset({"verdict", "lie"})
_COUNTS = {
    word: str(place)
    for place, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """What a word stands for.

    Attributes:
        contrary: the word says the opposite ("honour" of a truce, to "violate").
        deed: the kind of deed that it tells, or "".
    """

    name: str
    contrary: bool
    deed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What some words say, as far as they can be compared.

    Attributes:
        concepts: of the words that carry the matter; a word without a concept is its stem.
        deeds: kinds of deeds that the words tell.
        negated: they say that it is not so.
        ahead: they tell what is to come or might be.
        night: they tell of a night, which belongs to two days.
        passive: who suffers stands before who does.
        numbers: counted or measured, but for days and years.
    """

    concepts: frozenset[str]
    deeds: frozenset[str]
    negated: bool
    ahead: bool
    night: bool
    passive: bool
    numbers: frozenset[str]


@functools.cache
def _table() -> dict[str, Concept]:
    found: dict[str, Concept] = {}
    for row in read_rows("rejoinder.exchanges.claims", "concepts.tsv"):
        for word in row["words"].split():
            concept = Concept(name=row["concept"], contrary=row["sign"] == "-", deed=row["deed"])
            found.setdefault(stem(word), concept)
    return found


def concept_of(found: str) -> Concept:
    """Return the concept of a stem; a stem that is in no table is a concept of its own."""
    return _table().get(found) or Concept(name=found, contrary=False, deed="")


def weight_of(concepts: Iterable[str]) -> int:
    """Return how much concepts say together: what has synonyms says more than any other word."""
    known = _known()
    return sum(_SAYS_MORE if each in known else 1 for each in concepts)


@functools.cache
def _known() -> frozenset[str]:
    return frozenset(concept.name for concept in _table().values())


def read_wording(
    text: str, but: frozenset[str], left_out: frozenset[int], *, rejecting: bool
) -> Wording:
    """Return what the text says.

    Args:
        text: the words.
        but: stems that are no matter, such as the parties' names.
        left_out: offsets in ``text`` that belong to names of actors and to phrases of time.
        rejecting: they reject something: what they call it ("slander") is no matter then.
    """
    no_matter = _NO_MATTER | _VERDICTS if rejecting else _NO_MATTER
    concepts = [
        concept
        for start, _, found in word_spans(text)
        if found not in but and start not in left_out and not found.isdigit()
        for concept in (concept_of(found),)
        if concept.name not in no_matter
    ]
    names = {each.name for each in concepts}
    deeds = {each.deed for each in concepts if each.deed}
    if {"breach", "truce"} <= names:
        # To break a truce is to attack, and to keep it is not to.
        names.add("attack")
        deeds.add("attack")
    contrary = sum(each.contrary for each in concepts) % 2 == 1
    return Wording(
        concepts=frozenset(names),
        deeds=frozenset(deeds),
        negated=contrary is not _is_negated(text),
        ahead=bool(_AHEAD.search(text)),
        night=bool(_NIGHT.search(text)),
        passive=bool(_PASSIVE.search(text)),
        numbers=frozenset(_numbers(text, left_out)),
    )


def _is_negated(text: str) -> bool:
    """Say whether the first clause that says something is negated."""
    first = next((part for part in _CLAUSE.split(text) if len(part.split()) > 1), text)
    return len(_NEGATION.findall(first)) % 2 == 1


def _numbers(text: str, left_out: frozenset[int]) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        if match.start() not in left_out:
            yield match.group().replace(",", "")
    for match in re.finditer(r"[a-z]+", text.lower()):
        # "one" counts too seldom.
        if match.group() in _COUNTS and match.group() != "one":
            yield _COUNTS[match.group()]
