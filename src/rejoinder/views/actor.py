"""One actor: what he is called where and when, and why the ledger takes him for one."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from rejoinder.errors import NotFound
from rejoinder.ledger.assemble import date_of
from rejoinder.ledger.identities import goes_by
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.listing import listed_among, read_listed
from rejoinder.ledger.lookup import find_actor
from rejoinder.ledger.naming import namings_in_force
from rejoinder.ledger.schema import actors, articles, extractions
from rejoinder.model.date import DateInterval
from rejoinder.model.identity import canonical_id
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import Naming, Verdict
from rejoinder.model.listed import ListedActor
from rejoinder.views.actors import ActorView, view_actors
from rejoinder.views.filters import goes_by_one_of
from rejoinder.views.judgements import JudgementView, judgements_of

__all__ = ["ActorHistory", "RoleSeen", "Seen", "show_actor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A name, and the articles that use it."""

    name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSeen:
    """What an actor was called in one article.

    Attributes:
        published: when the article came out; None: unknown.
        role: the article's words for the office, or None.
        country: as the article shows it; so the sector.
    """

    published: DateInterval | None
    article_ref: str
    publisher: str | None
    role: str | None
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorHistory:
    """One actor with all that the ledger knows of him.

    Attributes:
        ruling: why he is called as he is, where a person said so.
        listed: what users' lists say of his ids.
        names: in order of the number of articles, the most first.
        roles: one for each article that gives a role, a country or a sector, by date, undated last.
        merges: judgements that hold him together.
        unsure: pairs that may be one and are not joined.
        apart: judgements that keep others apart from him.
    """

    view: ActorView
    ruling: Naming | None
    listed: tuple[ListedActor, ...]
    names: tuple[Seen, ...]
    roles: tuple[RoleSeen, ...]
    merges: tuple[JudgementView, ...]
    unsure: tuple[JudgementView, ...]
    apart: tuple[JudgementView, ...]


def show_actor(connection: Connection, name: str) -> ActorHistory:
    """Return the one actor who goes by that id, or has that name, or that in a name.

    Raises:
        NotFound: nobody does, or several do; the message lists them.
    """
    ref = find_actor(connection, name)
    actor = goes_by(connection, [ref]).get(ref, canonical_id(ref))
    views = view_actors(connection, [actor])
    if not views:
        raise NotFound(
            f"no article says {name!r} ({actor}) any more; list who is in the ledger with: "
            "rejoinder actors"
        )
    rows = _rows(connection, actor)
    said = judgements_of(connection, actor)
    listed = listed_among(connection, {actor, *views[0].others})
    return ActorHistory(
        view=views[0],
        ruling=namings_in_force(connection).get(actor),
        listed=tuple(each for each in read_listed(connection) if each.id in listed),
        names=tuple(_names(rows)),
        roles=tuple(_roles(rows)),
        merges=_of(said, Verdict.POSITIVE),
        unsure=_of(said, Verdict.UNSURE),
        apart=_of(said, Verdict.NEGATIVE),
    )


def _of(said: Iterable[JudgementView], verdict: Verdict) -> tuple[JudgementView, ...]:
    return tuple(each for each in said if each.verdict is verdict)


def _rows(connection: Connection, actor: ActorId) -> list[RowMapping]:
    """Return the actor's rows of the latest extractions by date of publication."""
    published = [column for column in extractions.c if column.name.startswith("published_")]
    first = extractions.c.published_start
    query = (
        select(actors, *published, extractions.c.publisher, articles.c.ref)
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .join(articles, articles.c.id == extractions.c.article_id)
        .where(
            is_latest(),
            goes_by_one_of(connection, actors.c.id, extractions.c.article_id, [actor]),
        )
        .order_by(first.is_(None), first, articles.c.ref, articles.c.id, actors.c.position)
    )
    return list(connection.execute(query).mappings())


def _names(rows: Iterable[RowMapping]) -> Iterator[Seen]:
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        for name in (row["name"], *json.loads(row["aliases"])):
            found.setdefault(name, {})[row["ref"]] = None
    for name in sorted(found, key=lambda each: (-len(found[each]), -len(each), each)):
        yield Seen(name=name, articles=tuple(found[name]))


def _roles(rows: Iterable[RowMapping]) -> Iterator[RoleSeen]:
    for row in rows:
        if row["role"] or row["country"] or row["sector"]:
            yield RoleSeen(
                published=date_of(row, "published"),
                article_ref=row["ref"],
                publisher=row["publisher"],
                role=row["role"],
                country=row["country"],
                sector=row["sector"],
            )
