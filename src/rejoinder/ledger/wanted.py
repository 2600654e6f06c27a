"""Long lists as tables of a query: SQLite finds pairs by their index in a join, not in an IN."""

import functools
import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BindParameter, Select, Subquery, bindparam, func, select

from rejoinder.model.judgement import ActorRef

__all__ = [
    "GIVEN",
    "given_refs",
    "given_rows",
    "given_table",
    "wanted_refs",
    "wanted_rows",
    "wanted_values",
]

GIVEN = "given"
"""The parameter of queries with a `given_table`; a query that is kept costs little to run again."""


@functools.cache
def given_table(*columns: str) -> Subquery:
    """Return a table of texts with those columns, whose rows are given when the query is run."""
    return _table(columns, bindparam(GIVEN))


def given_rows(rows: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return rows as the parameter of a query with a `given_table`, each row once."""
    return {GIVEN: _packed(rows)}


def given_refs(refs: Iterable[ActorRef]) -> dict[str, str]:
    """Return refs as rows of ``actor_id`` and ``article_id``."""
    return given_rows((ref.actor, ref.article) for ref in refs)


def wanted_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Subquery:
    """Return a table of texts with those columns to join with, each row once."""
    return _table(columns, bindparam(None, _packed(rows), unique=True))


def _packed(rows: Iterable[Sequence[str]]) -> str:
    return json.dumps(sorted({tuple(row) for row in rows}), ensure_ascii=False)


def _table(columns: Sequence[str], body: BindParameter[str]) -> Subquery:
    value = func.json_each(body).table_valued("value").c.value
    cells = [func.json_extract(value, f"$[{n}]").label(name) for n, name in enumerate(columns)]
    return select(*cells).subquery()


def wanted_refs(refs: Iterable[ActorRef]) -> Subquery:
    """Return a table of ``actor_id`` and ``article_id`` to join with, each ref once."""
    return wanted_rows(("actor_id", "article_id"), ((ref.actor, ref.article) for ref in refs))


def wanted_values(values: Iterable[str]) -> Select[Any]:
    """Return a query for one column of texts, for ``IN`` however many there are."""
    table = wanted_rows(("value",), ((value,) for value in values))
    return select(table.c.value)
