"""Actors by the page, from the summary, without going through all articles."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, or_, select, tuple_

from rejoinder.errors import NotFound
from rejoinder.ledger.canonical import actor_names
from rejoinder.ledger.folding import fold
from rejoinder.ledger.lookup import actors_with_id, ruled_or_listed
from rejoinder.ledger.presence_rows import facts_of, ids_of
from rejoinder.ledger.ranking import ranked
from rejoinder.ledger.schema_actors import actor_totals
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.views.actors import ActorView, find_actors, view_actors

__all__ = [
    "ActorFilter",
    "ActorPage",
    "find_actor_page",
    "find_actor_view",
    "find_namesakes",
    "list_actors",
    "names_of",
]

_ALL: Final = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFilter:
    """Which actors to list; what is None does not count, the rest must all hold.

    Attributes:
        name: an id, or part of a name, an alias or a role; case and accents do not count.
        kind: what most articles take it for.
        country: the code that most articles give it.
    """

    name: str | None = None
    kind: ActorKind | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """Some actors of a list.

    Attributes:
        actors: those who speak and are spoken of most first.
        following: the id of the last of them where more come after it, else None.
        total: how many the whole list has.
        namesakes: of those shown, whose name another actor of the ledger has too.
    """

    actors: tuple[ActorView, ...]
    following: ActorId | None
    total: int
    namesakes: frozenset[ActorId]


def find_actor_page(
    connection: Connection, wanted: ActorFilter, *, after: str | None, limit: int
) -> ActorPage:
    """Return which actors follow one in the list that the filter asks for.

    Raises:
        NotFound: ``after`` is no actor of this ledger.
    """
    if not SummaryBook(connection=connection).is_current():
        return _page_of_all(connection, wanted, after, limit)
    own = actor_totals.c
    met = select(own.place, own.actor_id).where(*_conditions(connection, wanted))
    # Names are looked through once, for the count and the page; all else has an index.
    source = met.subquery() if wanted.name is None else met.cte("met")
    count = select(func.count()).select_from(source).scalar_subquery()
    query = select(source.c.actor_id, count).order_by(source.c.place, source.c.actor_id)
    if after is not None:
        here = connection.execute(select(own.place).where(own.actor_id == after)).scalar()
        if here is None:
            raise _not_there(after)
        query = query.where(tuple_(source.c.place, source.c.actor_id) > tuple_(here, after))
    rows = connection.execute(query.limit(limit + 1)).all()
    ids = [ActorId(row[0]) for row in rows]
    shown = _summed(connection, ids[:limit])
    return ActorPage(
        actors=shown,
        following=ids[limit - 1] if len(ids) > limit else None,
        total=rows[0][1] if rows else connection.execute(select(count)).scalar_one(),
        namesakes=frozenset(find_namesakes(connection, shown)),
    )


def list_actors(connection: Connection, name: str | None = None) -> list[ActorView]:
    """Return all actors of that id, or with that in a name, alias or role; all of them for None."""
    if not SummaryBook(connection=connection).is_current():
        return find_actors(connection, name)
    page = find_actor_page(connection, ActorFilter(name=name), after=None, limit=_ALL)
    return list(page.actors)


def find_actor_view(connection: Connection, key: str) -> ActorView:
    """Return the actor with that id, or whom that id of an article leads to.

    Raises:
        NotFound: there is none, or there are several.
    """
    if SummaryBook(connection=connection).is_current():
        ids = ids_of(connection, key)
        found = list(_summed(connection, sorted({ActorId(key)} & ids or ids)))
    else:
        every = [each for each in view_actors(connection, None) if key in (each.id, *each.others)]
        found = [each for each in every if each.id == key] or every
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"no actor of this ledger has the id {key!r}; look for a name in the list")
    several = "; ".join(f"{each.id} ({each.name})" for each in found)
    raise NotFound(f"articles give the id {key!r} to {len(found)} actors: {several}")


def _summed(connection: Connection, ids: Sequence[ActorId]) -> tuple[ActorView, ...]:
    """Return those actors from the summary, in their order."""
    known = facts_of(connection, ids)
    names = actor_names(connection, known)
    return tuple(_view(each, known[each], names.get(each)) for each in ids if each in known)


def names_of(connection: Connection, ids: Collection[ActorId]) -> dict[ActorId, str]:
    """Return what those actors are called; one that no article has by its id."""
    if not SummaryBook(connection=connection).is_current():
        every = {each.id: each.name for each in view_actors(connection, ids)}
        return {each: every.get(each, str(each)) for each in ids}
    names = actor_names(connection, ids)
    printed = facts_of(connection, [each for each in ids if each not in names], "name")
    names |= {each: ranked(facts["name"])[0] for each, facts in printed.items()}
    return {each: names.get(each, str(each)) for each in ids}


def find_namesakes(
    connection: Connection, shown: Iterable[ActorView]
) -> dict[ActorId, tuple[ActorView, ...]]:
    """Return the other actors that go by the same name as one of those; only where there are."""
    views = list(shown)
    if not SummaryBook(connection=connection).is_current():
        return _same_names(views, view_actors(connection, None))
    own = actor_totals.c
    forms = {fold(view.name) for view in views}
    query = select(own.actor_id).where(own.usual.in_(forms))
    found = {ActorId(each) for each in connection.execute(query).scalars()}
    return _same_names(views, [*views, *_summed(connection, sorted(found))])


def _same_names(
    views: Iterable[ActorView], every: Iterable[ActorView]
) -> dict[ActorId, tuple[ActorView, ...]]:
    named: dict[str, list[ActorView]] = {}
    for view in {each.id: each for each in every}.values():
        named.setdefault(fold(view.name), []).append(view)
    return {
        view.id: same
        for view in views
        if (same := tuple(each for each in named[fold(view.name)] if each.id != view.id))
    }


def _conditions(connection: Connection, wanted: ActorFilter) -> Iterator[ColumnElement[bool]]:
    own = actor_totals.c
    if wanted.name is not None:
        folded = fold(wanted.name)
        ids = actors_with_id(connection, wanted.name)
        if folded:
            ids = ids | ruled_or_listed(connection, folded)
        has_it = func.instr(own.called, folded) > 0 if folded else own.actor_id == wanted.name
        yield or_(has_it, own.actor_id.in_(sorted(ids)))
    if wanted.kind is not None:
        yield own.kind == wanted.kind.value
    if wanted.country is not None:
        yield own.country == wanted.country


def _page_of_all(
    connection: Connection, wanted: ActorFilter, after: str | None, limit: int
) -> ActorPage:
    """Return the page from all articles, where summaries are not up to date."""
    every = [
        view
        for view in find_actors(connection, wanted.name)
        if wanted.kind in (None, view.kind) and wanted.country in (None, view.country)
    ]
    start = 0
    if after is not None:
        places = [place for place, view in enumerate(every) if view.id == after]
        if not places:
            raise _not_there(after)
        start = places[0] + 1
    shown = tuple(every[start : start + limit])
    return ActorPage(
        actors=shown,
        following=shown[-1].id if len(every) > start + limit else None,
        total=len(every),
        namesakes=frozenset(find_namesakes(connection, shown)),
    )


def _not_there(after: str) -> NotFound:
    return NotFound(f"no actor {after!r} is in this ledger; begin the list anew")


def _view(actor: ActorId, facts: dict[str, Counter[str]], name: str | None) -> ActorView:
    def most(fact: str) -> str | None:
        return next(iter(ranked(facts.get(fact, Counter()))), None)

    kind = most("kind")
    if kind is None:
        raise ValueError(f"the summary gives no kind for {actor!r}")

    def ids(fact: str) -> tuple[ActorId, ...]:
        return tuple(ActorId(each) for each in sorted(facts.get(fact, ())))

    def total(fact: str) -> int:
        return facts.get(fact, Counter()).total()

    return ActorView(
        id=actor,
        name=name or most("name") or str(actor),
        names=tuple(sorted(facts.get("form", ()))),
        kind=ActorKind(kind),
        country=most("country"),
        sector=most("sector"),
        roles=ranked(facts.get("role", Counter())),
        articles=total("articles"),
        said=total("said"),
        said_of=total("said-of"),
        said_to=total("said-to"),
        others=ids("id"),
        claimed_by=ids("claimed-by"),
        claims=ids("claims"),
    )
