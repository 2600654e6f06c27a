"""How the columns of a copied ledger are made of the same columns, read off what is in them."""

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import Boolean, Table

__all__ = [
    "CYCLE",
    "STRIDE",
    "Column",
    "column_of",
    "days_in",
    "month_later",
    "place_later",
    "renamed",
]

CYCLE: Final = 4
"""Years after which the calendar is the same but for weekdays, which are after seven such cycles.

So it is from 1901 to 2099: whoever copies must stay there.
"""
STRIDE: Final = 1 << 22
"""By so much the numbers of rows of two copies differ."""

_ID = re.compile(r"\b([aceljrskx]-[0-9a-f]{12})[0-9a-f]{4}\b")
_ID_GLOB: Final = "*[aceljrskx]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]*"
_WHOLE_ID = re.compile(r"[aceljrskx]-[0-9a-f]{16}\Z")
_PERSON = re.compile(r"\bper:[^\"@\s\]},]+")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_MONTH = re.compile(r"(\d{4})(-\d\d)?\Z")
_PLACE = re.compile(r'(\[".*",")(\d{4}(?:-\d\d)?)("\])', re.DOTALL)
_PLACE_GLOB: Final = '[[]"*","[0-9][0-9][0-9][0-9]*"]'
_NUMBERS: Final = frozenset(
    {
        *("seq", "component", "exchange", "claim", "accusation", "outline_seq"),
        *("fingerprint_seq", "statement_seq"),
    }
)
_NODES: Final = frozenset({"node", "root"})
_LEFT: Final = frozenset({"batch_seq"})
_WORDS: Final = frozenset(
    {"text", "title", "name", "folded", "aliases", "form", "role", "usual", "called"}
)
_ORDINALS: Final = range(650_000, 800_000)
"""Days of the years 1780 to 2190, counted from 0001-01-01."""
_BLOCK: Final = 15
"""Days of one block, by which claims are filed."""
_SAMPLE: Final = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """How a column of a copy is made of the same column.

    Attributes:
        expression: in SQL; ``nth`` is the number of the copy, from 0.
        moves: copies differ in it.
        alone: no two copies have the same in any row.
        adds: it counts; rows of one key that copies share are added up.
    """

    name: str
    expression: str
    moves: bool = False
    alone: bool = False
    adds: bool = False


def days_in(years: int) -> int:
    """Return the days of so many years, which are cycles."""
    return years * 1461 // CYCLE


def renamed(text: str, place: int, years: int = 0) -> str:
    """Return ids and persons in a text as the copy at that place has them.

    Args:
        text: an id, or text that holds some.
        place: 0, 1, 2 ...; persons of the first keep their ids.
        years: how much later the days in it are to be; cycles of four.
    """
    found = _ID.sub(lambda met: f"{met[1]}{place:04x}", text)
    found = _PERSON.sub(lambda met: f"{met[0]}-{place}", found) if place else found
    if years:
        found = _DAY.sub(lambda met: _later(met[0], years), found)
    return found


def month_later(text: str, years: int) -> str:
    """Return a month or a year so much later; any other text as it is."""
    met = _MONTH.match(text)
    return text if met is None else f"{int(met[1]) + years}{met[2] or ''}"


def place_later(text: str, years: int) -> str:
    """Return a JSON list of words and a month or a year with that so much later, else the text."""
    met = _PLACE.fullmatch(text)
    return text if met is None else f"{met[1]}{month_later(met[2], years)}{met[3]}"


def _later(day: str, years: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days_in(years))).isoformat()


def column_of(connection: sqlite3.Connection, table: Table, name: str) -> Column:
    """Read off the values of a column what is to become of it."""
    own = f'"{name}"'
    values = [
        row[0]
        for row in connection.execute(
            f'SELECT DISTINCT {own} FROM base."{table.name}" '
            f"WHERE {own} IS NOT NULL AND {own} <> '' LIMIT {_SAMPLE}"
        )
    ]
    if name in _LEFT or not values:
        return Column(name=name, expression=own)
    if name == "facets":
        return Column(name=name, expression=f"refaceted({own}, nth)", moves=True)
    if isinstance(values[0], str):
        whole = f'SELECT 1 FROM base."{table.name}" WHERE '
        some = connection.execute(f"{whole} instr({own}, 'per:') LIMIT 1").fetchone()
        none = connection.execute(f"{whole} {own} = '' LIMIT 1").fetchone()
        return _text(name, values, persons=bool(some), empty=bool(none))
    if isinstance(values[0], int):
        counts = not isinstance(table.columns[name].type, Boolean)
        return _number(name, values, adds=counts)
    return Column(name=name, expression=own)


def _text(name: str, values: Sequence[str], *, persons: bool, empty: bool) -> Column:
    own = f'"{name}"'

    def made(expression: str, *, moves: bool = True, alone: bool = False) -> Column:
        return Column(name=name, expression=expression, moves=moves, alone=alone)

    if all(_WHOLE_ID.match(each) for each in values):
        new = f"substr({own}, 1, 14) || printf('%04x', nth)"
        return made(f"CASE WHEN {own} = '' THEN {own} ELSE {new} END", alone=not empty)
    if all(_DAY.fullmatch(each) for each in values):
        return made(f"CASE WHEN {own} = '' THEN '' ELSE date({own}, days || ' days') END")
    if name in ("month", "place") and any(_MONTH.match(each) for each in values):
        return made(f"month_later({own}, years)")
    if name in _WORDS:
        return made(own, moves=False)
    placed = any(_PLACE.fullmatch(each) for each in values)
    if placed or persons or any(_ID.search(each) for each in values):
        within = "years" if any(each[0] in "[{" for each in values) else "0"
        plain = f"substr({own}, 1, 4) = 'per:' AND NOT instr({own}, '@')"
        person = f"CASE WHEN nth THEN {own} || '-' || nth ELSE {own} END"
        moved = f"WHEN {own} GLOB '{_PLACE_GLOB}' THEN place_later({own}, years) " if placed else ""
        odd = f"instr({own}, 'per:') OR {own} GLOB '{_ID_GLOB}'"
        return made(
            f"CASE WHEN {plain} THEN {person} {moved}"
            f"WHEN {odd} THEN renamed({own}, nth, {within}) ELSE {own} END"
        )
    return made(own, moves=False)


def _number(name: str, values: Sequence[int], *, adds: bool) -> Column:
    own = f'"{name}"'

    def made(expression: str, *, alone: bool = False) -> Column:
        return Column(name=name, expression=expression, moves=True, alone=alone)

    if name in _NUMBERS or name in _NODES:
        by = STRIDE << 20 if name in _NODES else STRIDE
        return made(f"{own} + nth * {by}", alone=True)
    if name == "block":
        return made(f"CASE WHEN {own} < 0 THEN {own} ELSE {own} + days / {_BLOCK} END")
    if all(each in _ORDINALS for each in values if each > 0) and max(values) in _ORDINALS:
        return made(f"CASE WHEN {own} <= 0 THEN {own} ELSE {own} + days END")
    return Column(name=name, expression=own, adds=adds)
