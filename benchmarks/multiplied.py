"""A ledger many times over: the rows of one that ingest made, under other ids, in other years.

Ingesting a million statements takes hours, and reading them takes none of it: what pages read are
rows. So the rows of a ledger are copied in bulk, each time with other ids of articles, statements
and persons, and some years before or after, so that copies never meet; states, publishers and words
stay, so that there are ever more statements of each. Whether a column holds ids, days or numbers is
read off its values, so that tables which are new are copied too. What counts over all articles
is added up. Ids that are made of other ids (exchanges, claims, accusations) are made anew.

What comes of it is what rebuilding would make, but for keys by which only ingest compares:
``tests/unit/benchmarks`` holds the two together.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Table, func, select

from benchmarks.moved import CYCLE, Column, column_of, days_in, month_later, place_later, renamed
from benchmarks.named_anew import copy_words, name_anew
from rejoinder.exchanges.claims.group import claims_of
from rejoinder.exchanges.claims.kept import read_put
from rejoinder.ledger.connect import open_ledger
from rejoinder.ledger.exchange_rows import links_among
from rejoinder.ledger.found_fts import facet
from rejoinder.ledger.schema import DERIVED, metadata
from rejoinder.ledger.schema_claims import claim_statements
from rejoinder.ledger.schema_found import found_cast, found_statements
from rejoinder.model.claim import claim_id
from rejoinder.model.ids import StatementId
from rejoinder.pipeline.summaries import catch_up_summaries

__all__ = ["multiply"]

_AT_ONCE: Final = 512


def multiply(
    source: Path, target: Path, times: int, years: int = CYCLE, stretches: int = 32
) -> None:
    """Make a ledger that holds another so many times, half of them before it, half after.

    Args:
        source: the ledger; its summaries are brought up to date.
        target: where to; there must be nothing yet.
        times: how often, at least once.
        years: how many lie between two copies; a multiple of four.
        stretches: so many of them; further copies share their years.

    Raises:
        ValueError: the years are no multiple of four.
    """
    if years % CYCLE:
        raise ValueError(f"{years} years are no multiple of {CYCLE}: leap days would move")
    open_ledger(target, create=True).close()
    with open_ledger(source) as ledger:
        catch_up_summaries(ledger)
        with ledger.reading() as reading:
            claims, words = _propositions(reading), _moving_words(reading)
    held = min(times, stretches)
    shifts = [(nth, (nth % held - held // 2) * years) for nth in range(times)]
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        _add_functions(connection, words, dict(shifts))
        for command in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000"):
            connection.execute(f"PRAGMA {command}")
        connection.execute("ATTACH ? AS base", (str(source),))
        connection.execute(
            "CREATE TEMP TABLE copies (nth INTEGER PRIMARY KEY, years INTEGER, days INTEGER)"
        )
        rows = [(nth, by, days_in(by)) for nth, by in shifts]
        connection.executemany("INSERT INTO copies VALUES (?, ?, ?)", rows)
        with _bare(connection):
            for table in metadata.sorted_tables:
                _copy(connection, table)
            name_anew(connection, claims, times)
        copy_words(connection, times)
        connection.execute("DETACH base")
        connection.execute("PRAGMA journal_mode = WAL")


def _add_functions(
    connection: sqlite3.Connection,
    words: Mapping[str, tuple[str, str]],
    shifts: Mapping[int, int],
) -> None:
    """Add what columns are made with to SQL."""

    def rename(text: str | None, nth: int, years: int) -> str | None:
        return None if text is None else renamed(text, nth, years)

    @cache
    def moved(word: str, nth: int) -> str:
        kind, value = words.get(word, ("", ""))
        if kind in ("month", "year"):
            return facet(kind, month_later(value, shifts[nth]))
        return facet(kind, renamed(value, nth)) if kind else word

    def reface(text: str, nth: int) -> str:
        return " ".join(moved(each, nth) for each in text.split(" "))

    connection.create_function("renamed", 3, rename, deterministic=True)
    connection.create_function("month_later", 2, month_later, deterministic=True)
    connection.create_function("place_later", 2, place_later, deterministic=True)
    connection.create_function("refaceted", 2, reface, deterministic=True)


def _moving_words(connection: Connection) -> dict[str, tuple[str, str]]:
    """Return the words of the index that stand for months and persons, with kind and value."""
    months = set(connection.execute(select(found_statements.c.month).distinct()).scalars())
    values = {("month", each) for each in months} | {("year", each[:4]) for each in months}
    cast = select(found_cast.c.role, found_cast.c.actor_id).distinct()
    values |= {(row[0], row[1]) for row in connection.execute(cast)}
    return {facet(kind, value): (kind, value) for kind, value in values if value}


@contextmanager
def _bare(connection: sqlite3.Connection) -> Iterator[None]:
    """Leave out what only slows copying down, indexes and guards, and put them back."""
    query = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN "
    left = list(connection.execute(query + "('index', 'trigger')"))
    for kind, name, _ in left:
        connection.execute(f'DROP {kind} "{name}"')
    yield
    for _, _, words in left:
        connection.execute(words)


def _copy(connection: sqlite3.Connection, table: Table) -> None:
    """Copy the rows of a table, each into every copy, or once where nothing in them moves."""
    columns = [column_of(connection, table, each.name) for each in table.columns]
    keys = [each.name for each in table.primary_key.columns]
    names = ", ".join(f'"{each.name}"' for each in columns)
    connection.execute(f'DELETE FROM "{table.name}"')
    counted = table.name in DERIVED and any(each.adds for each in columns)
    moving = counted or any(each.moves for each in columns)
    held = f'base."{table.name}"'
    where = f"{held} CROSS JOIN copies" if moving else held
    made = ", ".join(f'{each.expression} AS "{each.name}"' for each in columns)
    query = f"SELECT {made} FROM {where}"
    if not any(each.alone for each in columns if each.name in keys):
        query = _added_up(query, columns, keys)
    order = ", ".join(f'"{each}"' for each in keys)
    connection.execute(
        f'INSERT INTO "{table.name}" ({names}) SELECT {names} FROM ({query}) ORDER BY {order}'
    )


def _added_up(query: str, columns: Sequence[Column], keys: Sequence[str]) -> str:
    """Return the query with rows of one key made one, their numbers added up."""
    held = ", ".join(
        f'"{each.name}"'
        if each.name in keys
        else f'{_together(each)}("{each.name}") AS "{each.name}"'
        for each in columns
    )
    return f"SELECT {held} FROM ({query}) GROUP BY " + ", ".join(f'"{each}"' for each in keys)


def _together(column: Column) -> str:
    if column.adds:
        return "sum"
    return "min" if "first" in column.name else "max"


def _propositions(connection: Connection) -> dict[str, Sequence[tuple[StatementId, int]]]:
    """Return of which propositions each claim's id is made."""
    found: dict[str, Sequence[tuple[StatementId, int]]] = {}

    def noted(pairs: Iterable[tuple[StatementId, int]]) -> str:
        held = tuple(pairs)
        found[claim_id(held)] = held
        return claim_id(held)

    own = claim_statements.c
    last = connection.execute(select(func.max(own.component))).scalar() or 0
    for start in range(0, last + 1, _AT_ONCE):
        few = own.component.between(start, start + _AT_ONCE - 1)
        rows = connection.execute(select(own.statement_id, own.body).where(few))
        put = {StatementId(row[0]): read_put(row[1]) for row in rows}
        claims_of(put, links_among(connection, put), noted)
    return found
