"""Words of a statement that name a deed as known: "the shelling", "those who died"."""

import functools
import importlib.resources
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rejoinder.exchanges.matter import stems
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.event import EventType
from rejoinder.model.span import Span
from rejoinder.text.patterns import WordPatterns

__all__ = ["DEADLY", "NamedDeed", "named_deaths", "named_deeds", "names_others"]

_TABLE = "deeds.tsv"
_KNOWN = (
    r"\b(?:the|this|these|that|such|his|her|its|their|[\w.-]+[’']s?)\s+[“\"‘]?"
    r"(?:\(?[\w’'-]+\)?\s+){0,2}?"
    r"(?:(?:spate|wave|series|outbreak|surge|escalation|cycle|acts?|use) of (?:[\w-]+\s+)?)?"
)
# "the detention centre", "the strike force": what is named is a thing.
_NO_COMPOUND = (
    r"(?!\s+(?:cent(?:er|re)|facilit|site|zone|force|squad|victim|camp|group|team|plan|package|regime"
    r"|aircraft|leader|movement|worker))"
)
_CLAUSE = re.compile(r"[Tt]hat\s+(?:(?:[A-Z][\w-]*\s+)+[a-z]+\s|[a-z]+\s+\w+\s)")
_BESIDE = re.compile(
    r"\b(?:(?:about|surrounding|during|before|after|at|since|amid|around)(?: (?:some|one|many) of)?"
    r"|for (?:critici[sz]|oppos|denounc|condemn|support|defend|protest)ing"
    r"|(?:victim|famil|survivor|relative|fact|account|version|stor|detail|question|news|recollection"
    r"|justification|video|anniversar)(?:s|y|ies)?\s+of"
    r"|(?:responses?|reactions?|connections?|links?|ties) to"
    r"|inspire[sd]?|prompt(?:s|ed)|led to|leading to)\s+$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:previous(?:ly)?|prior|past|future|other)\b",
    re.IGNORECASE,
)
_BEFORE = 45
_HEAD = 12
# "those who died", "the deadly crisis": deaths that the publisher told of.
_DEATHS = re.compile(
    r"\b(?:those|the \w+|people|all)\s+who\s+(?:(?:have|had)\s+)?(?:been\s+)?"
    r"(?:died|fell|perished|were killed|killed|lost their lives)\b"
    r"|\bblood (?:was|is|has been|had been) (?:shed|spilled|spilt)\b|\bthe blood(?:shed|bath)\b"
    r"|\b(?:the|this|these|such) (?:deadly|bloody) (?:\w+ )?"
    r"(?:cris[ei]s|conflicts?|unrest|standoff|confrontations?|events|turmoil|crackdown)\b"
    r"|\b(?:the|these|those|such) (?:(?:\w+ of )?(?:deaths|victims)|killings|dead)\b",
    re.IGNORECASE,
)
DEADLY = stems(
    "dead died die killed kill killing deadly deaths death bloodshed bloodbath massacre perished"
    " slain"
)
"""Stems of the words by which an event tells of deaths."""

_DEADLY_TYPES = frozenset({EventType.ASSAULT})


@dataclass(frozen=True, slots=True)
class NamedDeed:
    """Words of a statement that name a deed, and the types of event that they can mean."""

    span: Span
    noun: str
    types: frozenset[EventType]


@functools.cache
def _rows() -> tuple[tuple[str, str], ...]:
    body = importlib.resources.files("rejoinder.exchanges").joinpath("data", _TABLE)
    rows = (line.split("\t") for line in body.read_text(encoding="utf-8").splitlines()[1:])
    return tuple((noun, types) for noun, types in rows)


@functools.cache
def _bare_nouns() -> WordPatterns:
    """Return what finds the nouns of the table: most statements have none."""
    return WordPatterns([noun for noun, _ in _rows()])


@functools.cache
def _nouns() -> tuple[tuple[re.Pattern[str], frozenset[EventType]], ...]:
    return tuple(
        (
            re.compile(rf"{_KNOWN}(?P<noun>{noun})\b{_NO_COMPOUND}", re.IGNORECASE),
            frozenset(EventType(each) for each in types.split()),
        )
        for noun, types in _rows()
    )


def named_deeds(scene: Scene, voice: Voice) -> list[NamedDeed]:
    """Return the words of a statement that name deeds as known, in text order."""
    found = [
        NamedDeed(span=Span(*match.span()), noun=match["noun"], types=types)
        for span in voice.statement.content
        for number in sorted(
            {b.number for b in _bare_nouns().find(scene.text, span.start, span.end)}
        )
        for pattern, types in (_nouns()[number],)
        for match in _named(scene.text, pattern, span)
        if not _is_beside_it(scene.text, span, match)
        and not names_others(scene.text, Span(match.start(), match.start("noun")))
    ]
    return sorted(found, key=lambda named: named.span)


def names_others(text: str, span: Span) -> bool:
    """Say whether words before a noun tell that other deeds are meant than those just told."""
    return _OTHERS.search(text, span.start, span.end) is not None


def _named(text: str, pattern: re.Pattern[str], content: Span) -> Iterator[re.Match[str]]:
    """Yield where the deed is named; "that Belmark opposed raids" names none by its "that"."""
    at = content.start
    while (match := pattern.search(text, at, content.end)) is not None:
        clause = _CLAUSE.match(text, match.start(), match.end())
        at = match.start() + len("that") if clause else match.end()
        if not clause:
            yield match


def _is_beside_it(text: str, content: Span, match: re.Match[str]) -> bool:
    """Say whether the deed only says which, when or of what: "the victims of the raid".

    What begins with it has it for what is judged.
    """
    before = text[max(content.start, match.start() - _BEFORE) : match.start()]
    return match.start() - content.start > _HEAD and bool(_BESIDE.search(before))


def named_deaths(scene: Scene, voice: Voice) -> list[NamedDeed]:
    """Return the words of a statement that judges, asks or warns which name deaths as known."""
    return [
        NamedDeed(span=Span(*match.span()), noun="", types=_DEADLY_TYPES)
        for span in voice.statement.content
        for match in _DEATHS.finditer(scene.text, span.start, span.end)
    ]
