"""What a copy of a ledger does not take over as it is: ids made of others, and search."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from benchmarks.moved import STRIDE, renamed
from rejoinder.model.claim import claim_id
from rejoinder.model.ids import StatementId, content_key

__all__ = ["copy_words", "name_anew"]


def name_anew(
    connection: sqlite3.Connection,
    claims: Mapping[str, Sequence[tuple[StatementId, int]]],
    times: int,
) -> None:
    """Give exchanges, claims and accusations of copies the ids that are made of their statements.

    Args:
        connection: of the copy, with what it is copied from as ``base``.
        claims: of which propositions each claim's id is made.
        times: how many copies there are.
    """
    turns = _statements(connection, "SELECT exchange, statement_id FROM base.turns", "exchange")
    parts = _statements(
        connection, "SELECT accusation, statement_id FROM base.accusation_parts", "accusation"
    )
    named = [
        (seq, claims[key]) for seq, key in connection.execute("SELECT seq, id FROM base.claims")
    ]

    def exchange(own: Sequence[str]) -> str:
        return content_key("x", *sorted(own))

    def accusation(own: Sequence[str]) -> str:
        return min(content_key("r", each) for each in own)

    for place in range(times):
        _update(connection, "exchanges", _ids(turns, place, exchange), place)
        _update(connection, "accusations", _ids(parts, place, accusation), place)
        own = (
            (claim_id((StatementId(renamed(each, place)), n) for each, n in pairs), seq)
            for seq, pairs in named
        )
        _update(connection, "claims", own, place)


def copy_words(connection: sqlite3.Connection, times: int) -> None:
    """Copy the tables of full-text search; a row of a copy has the number of what it is of."""
    every = "SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%' ORDER BY name"
    for (name,) in connection.execute(every).fetchall():
        if name == "found_fts":
            continue
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
        made = ", ".join(
            f'renamed("{each}", {{place}}, 0)' if each.endswith("_id") else f'"{each}"'
            for each in columns
        )
        names = ", ".join(f'"{each}"' for each in columns)
        for place in range(times):
            query = (
                f'SELECT rowid + {place * STRIDE}, {made.format(place=place)} FROM base."{name}"'
            )
            connection.execute(f'INSERT INTO "{name}" (rowid, {names}) {query} ORDER BY rowid')
    connection.execute(
        "CREATE TEMP TABLE words AS SELECT f.seq, s.content AS words FROM base.found_statements f "
        "JOIN (SELECT statement_id, max(content) AS content FROM base.statements_fts "
        "GROUP BY statement_id) s ON s.statement_id = f.statement_id"
    )
    connection.execute("CREATE UNIQUE INDEX temp.words_seq ON words (seq)")
    for place in range(times):
        connection.execute(
            "INSERT INTO found_fts (rowid, words, facets) "
            "SELECT f.seq, w.words, f.facets FROM words w "
            f"JOIN main.found_statements f ON f.seq = w.seq + {place * STRIDE} ORDER BY f.seq"
        )


def _statements(
    connection: sqlite3.Connection, query: str, owner: str
) -> list[tuple[int, list[str]]]:
    rows = connection.execute(f"{query} WHERE {owner} IS NOT NULL ORDER BY 1, 2")
    return [(seq, [row[1] for row in own]) for seq, own in groupby(rows, key=itemgetter(0))]


def _ids(
    owned: Sequence[tuple[int, Sequence[str]]], place: int, made: Callable[[Sequence[str]], str]
) -> Iterator[tuple[str, int]]:
    for seq, own in owned:
        yield made([renamed(each, place) for each in own]), seq


def _update(
    connection: sqlite3.Connection, table: str, ids: Iterator[tuple[str, int]], place: int
) -> None:
    connection.executemany(
        f"UPDATE {table} SET id = ? WHERE seq = ?",
        ((key, seq + place * STRIDE) for key, seq in ids),
    )
