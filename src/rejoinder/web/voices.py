"""Who speaks in an article: its statements in text order, numbered, each with its voice."""

from dataclasses import dataclass
from typing import Final

from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Statement, statement_depths

__all__ = ["Numbered", "Voice", "number_statements"]

_VOICES: Final = 8
"""Colours that can be told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One who speaks in the article.

    Attributes:
        colour: 1 to 8, by who speaks first, then from the beginning; 0 where nobody is named.
        statements: how many are theirs.
    """

    name: str | None
    colour: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A statement with its number in the text and its voice."""

    number: int
    statement: Statement
    depth: int
    voice: Voice


def number_statements(record: ArticleRecord) -> tuple[Numbered, ...]:
    """Return the statements in text order, numbered from 1, with their voices."""
    ordered = sorted(
        record.statements, key=lambda s: (s.content[0].start, -s.content[-1].end, s.id)
    )
    keys = {each.id: _voice_key(each, record) for each in ordered}
    counts: dict[str, int] = {}
    for each in ordered:
        counts[keys[each.id]] = counts.get(keys[each.id], 0) + 1
    voices = _voices(counts)
    depths = statement_depths(ordered)
    return tuple(
        Numbered(number=n, statement=each, depth=depths[each.id], voice=voices[keys[each.id]])
        for n, each in enumerate(ordered, start=1)
    )


def _voice_key(statement: Statement, record: ArticleRecord) -> str:
    names = {actor.id: actor.name for actor in record.actors}
    named = " and ".join(names.get(each, str(each)) for each in statement.speaker)
    return named or " ".join(span.text_of(record.article.text) for span in statement.source)


def _voices(counts: dict[str, int]) -> dict[str, Voice]:
    named = [key for key in counts if key]
    colours = {key: place % _VOICES + 1 for place, key in enumerate(named)}
    return {
        key: Voice(name=key or None, colour=colours.get(key, 0), statements=count)
        for key, count in counts.items()
    }
