"""Actors over all articles: what they are called, and how often they speak and are spoken of."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Row, func, select

from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import actors, extractions, statement_actors
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.views.filters import named

__all__ = ["ActorView", "find_actors"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """An actor as all articles together show it.

    Attributes:
        name: the fullest name that most articles give; of equals the longest.
        names: every name and alias, sorted.
        kind: what most articles take it for; so ``country`` and ``sector`` of those that know.
        roles: the articles' words for the office, most frequent first.
        articles: how many name it.
        said: statements that it makes.
        said_of: statements about it.
    """

    id: ActorId
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    country: str | None
    sector: str | None
    roles: tuple[str, ...]
    articles: int
    said: int
    said_of: int


def find_actors(connection: Connection, name: str | None = None) -> list[ActorView]:
    """Return the actors of that id, or with that in a name, alias or role; all of them for None.

    Those who speak and are spoken of most come first.
    """
    query = (
        select(actors)
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .where(is_latest())
    )
    if name is not None:
        matching = (
            select(actors.c.id)
            .join(extractions, extractions.c.id == actors.c.extraction_id)
            .where(is_latest(), named(name))
        )
        query = query.where(actors.c.id.in_(matching))
    shown: dict[str, list[Row[tuple[str, ...]]]] = defaultdict(list)
    for row in connection.execute(query):
        shown[row.id].append(row)
    said, said_of = _counts(connection, "speaker"), _counts(connection, "about")
    views = [_view(rows, said[id_], said_of[id_]) for id_, rows in shown.items()]
    return sorted(views, key=lambda view: (-view.said - view.said_of, -view.articles, view.id))


def _counts(connection: Connection, role: str) -> Counter[str]:
    """Return in how many statements each actor takes that part."""
    cast = statement_actors
    parts = (
        select(cast.c.actor_id, cast.c.extraction_id, cast.c.statement_id)
        .join(extractions, extractions.c.id == cast.c.extraction_id)
        .where(cast.c.role == role, is_latest())
        .distinct()
        .subquery()
    )
    query = select(parts.c.actor_id, func.count().label("times")).group_by(parts.c.actor_id)
    return Counter({row.actor_id: row.times for row in connection.execute(query)})


def _view(rows: list[Row[tuple[str, ...]]], said: int, said_of: int) -> ActorView:
    """Return one actor from what each article says of it."""
    first = rows[0]
    names = {name for row in rows for name in (row.name, *json.loads(row.aliases))}
    return ActorView(
        id=ActorId(first.id),
        name=_ranked(row.name for row in rows)[0],
        names=tuple(sorted(names)),
        kind=ActorKind(_ranked(row.kind for row in rows)[0]),
        country=next(iter(_ranked(row.country for row in rows)), None),
        sector=next(iter(_ranked(row.sector for row in rows)), None),
        roles=_ranked(row.role for row in rows),
        articles=len(rows),
        said=said,
        said_of=said_of,
    )


def _ranked(values: Iterable[str | None]) -> tuple[str, ...]:
    """Return the values that are known, the most frequent first, then the longest, then by name."""
    counts = Counter(value for value in values if value is not None)
    return tuple(sorted(counts, key=lambda value: (-counts[value], -len(value), value)))
