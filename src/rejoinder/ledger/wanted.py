"""Long lists as tables of a query: SQLite finds pairs by their index in a join, not in an IN."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BindParameter, Select, Subquery, bindparam, func, select

from rejoinder.model.judgement import ActorRef

__all__ = ["wanted_refs", "wanted_rows", "wanted_values"]


def wanted_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Subquery:
    """Return a table of texts with those columns to join with, each row once."""
    body: BindParameter[str] = bindparam(
        None, json.dumps(sorted({tuple(row) for row in rows}), ensure_ascii=False), unique=True
    )
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
