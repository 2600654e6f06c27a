"""Actors as most articles show them, and from where articles' texts come."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from rejoinder.ledger.canonical import actor_names, canonical_of
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.copies import reports_with_copies
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.party_book import state_of
from rejoinder.ledger.schema import actors, extractions
from rejoinder.ledger.schema_deeds import deed_articles, parties
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.actor import ActorKind
from rejoinder.model.copies import by_origin
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.views.filters import goes_by_one_of

__all__ = ["Who", "acting_for", "find_origins", "find_who"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """An actor, as most articles of the ledger show him.

    Attributes:
        acts_for: the country whose official he is, or which it is; None where none is.
    """

    id: ActorId
    name: str
    role: str | None
    kind: ActorKind
    country: str | None
    sector: str | None
    acts_for: str | None


def find_who(connection: Connection, ids: Collection[ActorId]) -> dict[ActorId, Who]:
    """Return who those actors are: what most articles show, of equally many the least."""
    names = actor_names(connection, ids)
    is_summed = SummaryBook(connection=connection).is_current()
    shown = _summed(connection, ids) if is_summed else _told(connection, ids)
    return {
        actor: Who(
            id=actor,
            name=names.get(actor) or found["name"] or str(actor),
            role=found["role"] or None,
            kind=ActorKind(str(found["kind"])),
            country=found["country"] or None,
            sector=found["sector"] or None,
            acts_for=found["acts_for"] or None,
        )
        for actor, found in shown
    }


def acting_for(
    connection: Connection, country: str, sectors: Collection[str | None]
) -> set[ActorId]:
    """Return whoever most articles show as of that country and of one of those sectors.

    Every article is gone through; `rejoinder.ledger.deed_rows.members_for` has it from a summary.
    """
    counts: defaultdict[ActorId, Counter[bool]] = defaultdict(Counter)
    goes = canonical_of(actors.c.id, extractions.c.article_id)
    query = (
        select(goes, actors.c.country, actors.c.sector)
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .where(is_latest())
    )
    for actor, own, sector in connection.execute(query):
        counts[actor][own == country and sector in sectors] += 1
    return {actor for actor, count in counts.items() if count[True] > count[False]}


def find_origins(connection: Connection, ids: Collection[ArticleId]) -> dict[ArticleId, str]:
    """Return from where each article's text comes, as `rejoinder.model.copies.by_origin` has it."""
    if SummaryBook(connection=connection).is_current():
        query = select(deed_articles.c.article_id, deed_articles.c.origin)
        rows = connection.execute(query.where(deed_articles.c.article_id.in_(wanted_values(ids))))
        return {ArticleId(article): origin for article, origin in rows}
    wanted = set(ids)
    found = by_origin(reports_with_copies(connection, wanted))
    return {
        each.article: name
        for name, reports in found.items()
        for each in reports
        if each.article in wanted
    }


def _summed(
    connection: Connection, ids: Collection[ActorId]
) -> Iterator[tuple[ActorId, Mapping[str, str | None] | RowMapping]]:
    for few in chunks(sorted(ids)):
        query = select(parties).where(parties.c.actor_id.in_(few))
        for row in connection.execute(query).mappings():
            yield ActorId(row["actor_id"]), row


def _told(
    connection: Connection, ids: Collection[ActorId]
) -> Iterator[tuple[ActorId, Mapping[str, str | None]]]:
    """Yield the same from all articles that name one of them."""
    article = extractions.c.article_id
    query = (
        select(actors, canonical_of(actors.c.id, article).label("canonical"))
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .where(is_latest(), goes_by_one_of(connection, actors.c.id, article, ids))
    )
    shown: defaultdict[ActorId, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        shown[ActorId(row["canonical"])].append(row)
    names = ("name", "role", "kind", "country", "sector")
    for actor, rows in shown.items():
        forms = Counter((row["country"], row["sector"]) for row in rows)
        state = state_of((country, sector, n) for (country, sector), n in forms.items())
        most = {name: _most(row[name] for row in rows) for name in names}
        yield actor, {**most, "acts_for": state}


def _most(values: Iterable[str | None]) -> str | None:
    """Return the value that most have, of equally many the least; None where none has any."""
    counts = Counter(each for each in values if each)
    return min(counts, key=lambda each: (-counts[each], each), default=None)
