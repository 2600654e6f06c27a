"""Actors over all articles: what they are called, and how often they speak and are spoken of."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Row, func, select, true

from rejoinder.ledger.canonical import actor_names, canonical_of
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.lookup import actors_called
from rejoinder.ledger.ranking import ranked
from rejoinder.ledger.schema import actors, extractions, statement_actors, territory_claims
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.views.filters import goes_by_one_of

__all__ = ["ActorView", "find_actors", "view_actors"]

_Rows = Sequence[Row[tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """An actor as all articles together show it.

    Attributes:
        id: by which it goes in the ledger.
        name: what the ledger calls it: by a person's ruling, a user's list, or the fullest form.
        names: every name and alias, sorted.
        kind: what most articles take it for; so ``country`` and ``sector`` of those that know.
        roles: the articles' words for the office, most frequent first.
        articles: how many name it.
        said: statements that it makes.
        said_of: statements about it.
        said_to: statements addressed to it.
        others: ids under which articles have it, that lead here, sorted; without its own.
        claimed_by: ids of those who claim a contested territory.
        claims: ids of the contested territories that it claims.
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
    said_to: int = 0
    others: tuple[ActorId, ...] = ()
    claimed_by: tuple[ActorId, ...] = ()
    claims: tuple[ActorId, ...] = ()


def find_actors(connection: Connection, name: str | None = None) -> list[ActorView]:
    """Return the actors of that id, or with that in a name, alias or role; all of them for None.

    Those who speak and are spoken of most come first.
    """
    if name is None:
        return view_actors(connection, None)
    return view_actors(connection, actors_called(connection, name, roles=True))


def view_actors(connection: Connection, ids: Collection[ActorId] | None) -> list[ActorView]:
    """Return the actors of those canonical ids that a latest extraction has; all for None."""
    canonical = canonical_of(actors.c.id, extractions.c.article_id).label("canonical")
    query = (
        select(actors, canonical)
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .where(is_latest(), _among(connection, actors.c.id, ids))
    )
    shown: dict[str, list[Row[tuple[str, ...]]]] = defaultdict(list)
    for row in connection.execute(query):
        shown[row.canonical].append(row)
    found = {ActorId(each) for each in shown}
    counts = [_counts(connection, role, ids) for role in ("speaker", "about", "addressee")]
    names = actor_names(connection, found)
    claimed_by, claims = _claims(connection)
    views = [
        _view(
            ActorId(each),
            rows,
            name=names.get(ActorId(each)),
            counts=(counts[0][each], counts[1][each], counts[2][each]),
            claimed_by=tuple(sorted(claimed_by[each])),
            claims=tuple(sorted(claims[each])),
        )
        for each, rows in shown.items()
    ]
    return sorted(views, key=lambda view: (-view.said - view.said_of, -view.articles, view.id))


def _among(
    connection: Connection, actor: ColumnElement[str], ids: Collection[ActorId] | None
) -> ColumnElement[bool]:
    if ids is None:
        return true()
    return goes_by_one_of(connection, actor, extractions.c.article_id, ids)


def _counts(connection: Connection, role: str, ids: Collection[ActorId] | None) -> Counter[str]:
    """Return in how many statements each actor takes that part."""
    cast = statement_actors
    parts = (
        select(
            canonical_of(cast.c.actor_id, extractions.c.article_id).label("canonical"),
            cast.c.extraction_id,
            cast.c.statement_id,
        )
        .join(extractions, extractions.c.id == cast.c.extraction_id)
        .where(cast.c.role == role, is_latest(), _among(connection, cast.c.actor_id, ids))
        .distinct()
        .subquery()
    )
    query = select(parts.c.canonical, func.count().label("times")).group_by(parts.c.canonical)
    return Counter({row.canonical: row.times for row in connection.execute(query)})


def _claims(
    connection: Connection,
) -> tuple[defaultdict[str, set[ActorId]], defaultdict[str, set[ActorId]]]:
    """Return who claims each territory, and which territories each claims."""
    table = territory_claims
    query = (
        select(
            canonical_of(table.c.actor_id, extractions.c.article_id).label("territory"),
            canonical_of(table.c.claimant_id, extractions.c.article_id).label("claimant"),
        )
        .join(extractions, extractions.c.id == table.c.extraction_id)
        .where(is_latest())
        .distinct()
    )
    claimed_by: defaultdict[str, set[ActorId]] = defaultdict(set)
    claims: defaultdict[str, set[ActorId]] = defaultdict(set)
    for row in connection.execute(query):
        claimed_by[row.territory].add(ActorId(row.claimant))
        claims[row.claimant].add(ActorId(row.territory))
    return claimed_by, claims


def _view(
    actor: ActorId,
    rows: _Rows,
    *,
    name: str | None,
    counts: tuple[int, int, int],
    claimed_by: tuple[ActorId, ...],
    claims: tuple[ActorId, ...],
) -> ActorView:
    """Return one actor from what each article says of it."""
    names = {name for row in rows for name in (row.name, *json.loads(row.aliases))}
    return ActorView(
        id=actor,
        name=name or _ranked(row.name for row in rows)[0],
        names=tuple(sorted(names)),
        kind=ActorKind(_ranked(row.kind for row in rows)[0]),
        country=next(iter(_ranked(row.country for row in rows)), None),
        sector=next(iter(_ranked(row.sector for row in rows)), None),
        roles=_ranked(row.role for row in rows),
        articles=len({row.extraction_id for row in rows}),
        said=counts[0],
        said_of=counts[1],
        said_to=counts[2],
        others=tuple(sorted({ActorId(row.id) for row in rows} - {actor})),
        claimed_by=claimed_by,
        claims=claims,
    )


def _ranked(values: Iterable[str | None]) -> tuple[str, ...]:
    return ranked(Counter(value for value in values if value is not None))
