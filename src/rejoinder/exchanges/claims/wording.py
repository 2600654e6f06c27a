"""The words of a statement as concepts: synonyms are one, contraries and negations are marked."""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rejoinder.exchanges.matter import stem, word_spans
from rejoinder.text.tables import read_rows

__all__ = [
    "VERDICTS",
    "Concept",
    "Wording",
    "concept_of",
    "read_wording",
    "stems_of",
    "weight_of",
]

# What makes a clause say the contrary. "not only" and "no doubt" do not, nor "they cannot do that".
_NEGATION = re.compile(
    r"\b(?:(?<!can )not(?!\s+only)|never|no(?!\s+(?:doubt|longer|matter|wonder|later|more than"
    r"|(?:other\s+)?(?:choice|option|alternative)))"
    r"|nobody|none|nothing|neither|without|nor|can(?:not|[’']t)(?=\s+(?:be|have)\b)"
    r"|failed\s+to|refrained\s+from)\b|(?<!ca)n[’']t\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;.!?…]|,?\s(?:but|because|although|though|while|whereas|and\sthat)\s|,\sand\s"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|would|won[’']t|going\s+to|(?:plan|intend|prepar|threaten|vow|pledg)\w*\s+to"
    r"|about\s+to|may|might|could|can(?:not|[’']t|\s+not)(?!\s+(?:be|have)\b))\b|[’']ll\b",
    re.IGNORECASE,
)
_NIGHT = re.compile(r"\b(?:over)?night\b|\bmidnight\b|\bdawn\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en|ot|it|wn|uck)\b[^.;]*\bby\b"
)
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*\b")
_SAYS_MORE = 2
_NO_MATTER = frozenset({"night", "negation"})
VERDICTS = frozenset({"verdict", "lie"})
"""Concepts that name or judge words instead of telling a deed."""

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
        verdict: they speak of words ("the charge"), or judge them ("slander").
        denied: concepts of the clauses that are negated.
    """

    concepts: frozenset[str]
    deeds: frozenset[str]
    negated: bool
    ahead: bool
    night: bool
    passive: bool
    numbers: frozenset[str]
    verdict: bool
    denied: frozenset[str]


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


def stems_of(concept: str) -> frozenset[str]:
    """Return the stems of the words that stand for a concept, itself where it is in no table."""
    known = {found for found, own in _table().items() if own.name == concept}
    return frozenset(known if concept in _table() else known | {concept})


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
    no_matter = _NO_MATTER | VERDICTS if rejecting else _NO_MATTER
    every = [
        (start, concept_of(found))
        for start, _, found in word_spans(text)
        if found not in but and start not in left_out and not found.isdigit()
    ]
    concepts = [each for _, each in every if each.name not in no_matter]
    names = {each.name for each in concepts}
    deeds = {each.deed for each in concepts if each.deed}
    if {"breach", "truce"} <= names:
        # To break a truce is to attack, and to keep it is not to.
        names.add("attack")
        deeds.add("attack")
    clauses = [
        (is_negated, [each for at, each in every if start <= at < end and each.name in names])
        for start, end, is_negated in _clauses(text)
    ]
    first_negated, first = clauses[0]
    return Wording(
        concepts=frozenset(names),
        deeds=frozenset(deeds),
        negated=(sum(each.contrary for each in first) % 2 == 1) is not first_negated,
        ahead=bool(_AHEAD.search(text)),
        night=bool(_NIGHT.search(text)),
        passive=bool(_PASSIVE.search(text)),
        numbers=frozenset(_numbers(text, left_out)),
        verdict=any(each.name in VERDICTS for _, each in every),
        denied=frozenset(each.name for negated, own in clauses if negated for each in own),
    )


def _clauses(text: str) -> list[tuple[int, int, bool]]:
    """Return where each clause that says something begins and ends, and whether it is negated."""
    cuts = [0, *(at for match in _CLAUSE.finditer(text) for at in match.span()), len(text)]
    pieces = zip(cuts[::2], cuts[1::2], strict=True)
    told = [(start, end) for start, end in pieces if len(text[start:end].split()) > 1]
    return [
        (start, end, len(_NEGATION.findall(text[start:end])) % 2 == 1)
        for start, end in told or [(0, len(text))]
    ]


def _numbers(text: str, left_out: frozenset[int]) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        if match.start() not in left_out:
            yield match.group().replace(",", "")
    for match in re.finditer(r"[a-z]+", text.lower()):
        # "one" counts too seldom.
        if match.group() in _COUNTS and match.group() != "one":
            yield _COUNTS[match.group()]
