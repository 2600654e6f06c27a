"""Claims found by the ledger's summaries and put together from their own articles alone."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, TableValuedAlias, and_, func, or_, select

from rejoinder.errors import NotFound
from rejoinder.exchanges.claims.group import claims_of, group_claims
from rejoinder.exchanges.claims.kept import read_put
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.claim_rows import kept_row
from rejoinder.ledger.copies import reports_with_copies
from rejoinder.ledger.exchange_rows import links_among
from rejoinder.ledger.linked import shown_records
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.schema_claims import claim_parties, claim_parts, claim_statements, claims
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.claim import Claim
from rejoinder.model.copies import Report
from rejoinder.views.claim_matter import claims_on, concepts_in, names_concepts
from rejoinder.views.claims import ClaimFilter, ClaimView, claim_rank, find_claims, view_claim
from rejoinder.views.shelf import Shelf
from rejoinder.views.within import within

__all__ = [
    "claims_called",
    "count_claims",
    "find_claim",
    "find_or_list",
    "list_claims",
    "show_claim",
]

_TOGETHER = 64
_CONTESTED = 3
_FEW = 1000
_ORDER = (claims.c.standing, claims.c.origins, claims.c.statements, claims.c.latest)


def find_or_list(
    reader: LedgerReader, wanted: ClaimFilter, after: str | None = None
) -> list[ClaimView]:
    """Return the claims from the summaries, or from all articles where these are not up to date.

    Raises:
        NotFound: no claim has the id ``after``, or not any more.
    """
    if SummaryBook(connection=reader.connection).is_current():
        return list_claims(reader.connection, wanted, after)
    found = _from_all(reader, replace(wanted, limit=None))
    if after is not None:
        places = [place for place, view in enumerate(found) if view.id == after]
        if not places:
            raise _no_longer(after)
        found = found[places[0] + 1 :]
    return found[: wanted.limit]


def show_claim(reader: LedgerReader, key: str) -> ClaimView:
    """Return the claim with that id.

    Raises:
        NotFound: there is none.
    """
    claim, shelf = find_claim(reader, key)
    return view_claim(claim, shelf)


def find_claim(reader: LedgerReader, key: str) -> tuple[Claim, Shelf]:
    """Return the claim with that id, and what its statements are read from.

    Raises:
        NotFound: there is none.
    """
    connection = reader.connection
    if SummaryBook(connection=connection).is_current():
        query = select(claims.c.component).where(claims.c.id == key)
        components = connection.execute(query).scalars().all()
        found, shelf = _laid_out(connection, components, {key})
    else:
        shelf = Shelf(reader.records(), _all_reports(reader))
        found = [*group_claims(replace(reader, named=False).records(), shelf.links)]
    for claim in found:
        if claim.id == key:
            return claim, shelf
    raise NotFound(f"no claim goes by {key!r}; it has another id since statements joined or left")


def list_claims(
    connection: Connection, wanted: ClaimFilter, after: str | None = None
) -> list[ClaimView]:
    """Return the claims as `find_claims` does, from summaries that are up to date.

    Args:
        connection: of the ledger.
        wanted: which.
        after: only what comes behind the claim of that id.

    Raises:
        NotFound: no claim has the id ``after``, or not any more.
    """
    own = claims.c
    conditions = list(_conditions(connection, wanted, after))
    days = list(_days(wanted))
    if days:
        # Few are looked up by their days; of many, some come soon in the order of lists.
        met = connection.execute(select(own.seq).where(*days).limit(_FEW + 1)).scalars().all()
        conditions += [own.seq.in_(met)] if len(met) <= _FEW else days
    words = None if wanted.matter is None else concepts_in(wanted.matter)
    if words is not None:
        on_it = claims_on(connection, words)
        conditions.append(own.seq.in_(select(_numbers(on_it))))
    query = (
        select(own.id, own.component)
        .where(*conditions)
        .order_by(*(each.desc() for each in _ORDER), own.id)
        .limit(wanted.limit if words is None else None)
    )
    found: list[ClaimView] = []
    for few in chunks(connection.execute(query).all(), _TOGETHER):
        ids = {row.id for row in few}
        found += _views(connection, sorted({row.component for row in few}), ids, words)
        if wanted.limit is not None and len(found) >= wanted.limit:
            break
    return found[: wanted.limit]


def claims_called(connection: Connection, ids: Collection[str]) -> list[ClaimView]:
    """Return the claims of those ids, in the order of lists, from summaries that are up to date."""
    query = select(claims.c.component).where(claims.c.id.in_(sorted(ids)))
    return _views(connection, sorted(set(connection.execute(query).scalars())), ids)


def count_claims(reader: LedgerReader, wanted: ClaimFilter) -> int:
    """Return how many claims there are of what is wanted; with a limit, no more than that."""
    connection = reader.connection
    # Which of the claims that the index finds have the words is seen only by reading them.
    if wanted.matter is not None or not SummaryBook(connection=connection).is_current():
        return len(find_or_list(reader, wanted))
    conditions = (*_conditions(connection, wanted, None), *_days(wanted))
    met = select(claims.c.seq).where(*conditions).limit(wanted.limit)
    return connection.execute(select(func.count()).select_from(met.subquery())).scalar_one()


def _conditions(
    connection: Connection, wanted: ClaimFilter, after: str | None
) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on claims, but for their days."""
    if wanted.contested:
        yield claims.c.standing == _CONTESTED
    if wanted.party is not None:
        of_it = select(claim_parties.c.claim).where(_is_party(connection, wanted))
        yield claims.c.seq.in_(of_it)
    if after is not None:
        yield _behind(connection, after)


def _days(wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    return within(claim_parts.c.claim, wanted.since, wanted.until, whole=claims)


def _is_party(connection: Connection, wanted: ClaimFilter) -> ColumnElement[bool]:
    """Return the condition that a party is wanted: as it is written, else in whatever case."""
    # A state that no article has may be a party all the same: somebody speaks for it.
    party, name = claim_parties.c.party, wanted.party or ""
    written = party.in_(sorted({*wanted.ids, name}))
    # There is an index for what is written; in whatever case, all parties are gone through.
    if connection.execute(select(1).where(written).limit(1)).first():
        return written
    return func.lower(party) == name.casefold()


def _behind(connection: Connection, ident: str) -> ColumnElement[bool]:
    own = claims.c
    row = connection.execute(select(claims).where(own.id == ident)).first()
    if row is None:
        raise _no_longer(ident)
    later: ColumnElement[bool] = own.id > row.id
    for column in reversed(_ORDER):
        held = getattr(row, column.name)
        later = or_(column < held, and_(column == held, later))
    return later


def _no_longer(ident: str) -> NotFound:
    return NotFound(
        f"no claim of the list is {ident!r}, or not any more since somebody has written to the "
        "ledger; begin at the top"
    )


def _from_all(reader: LedgerReader, wanted: ClaimFilter) -> list[ClaimView]:
    return find_claims(reader, _all_reports(reader), wanted, replace(reader, named=False))


def _all_reports(reader: LedgerReader) -> list[Report]:
    articles = {each.id for each in reader.articles()}
    return reports_with_copies(reader.connection, articles)


def _views(
    connection: Connection,
    components: Sequence[int],
    ids: Collection[str],
    words: Collection[str] | None = None,
) -> list[ClaimView]:
    """Return those claims of what is compared, in the order of lists; with words, if they have."""
    chosen, shelf = _laid_out(connection, components, ids)
    if words is not None:
        parts = {each.id: [part.statement_id for part in each.parts] for each in chosen}
        chosen = [each for each in chosen if names_concepts(shelf, parts[each.id], words)]
    return sorted((view_claim(each, shelf) for each in chosen), key=claim_rank)


def _numbers(found: Collection[int]) -> TableValuedAlias:
    return func.json_each(json.dumps(sorted(found))).table_valued("value")


def _laid_out(
    connection: Connection, components: Sequence[int], ids: Collection[str]
) -> tuple[list[Claim], Shelf]:
    """Return those claims of what is compared, with their statements."""
    chosen = [each for each in _put_together(connection, components) if each.id in ids]
    parts = {part.statement_id for each in chosen for part in each.parts}
    articles = {part.article_id for each in chosen for part in each.parts}
    shelf = Shelf(shown_records(connection, parts), reports_with_copies(connection, articles))
    return chosen, shelf


def _put_together(connection: Connection, components: Sequence[int]) -> tuple[Claim, ...]:
    own = claim_statements.c
    query = select(claim_statements).where(own.component.in_(components))
    members = dict(map(kept_row, connection.execute(query)))
    put = {each: read_put(kept.body) for each, kept in members.items()}
    return claims_of(put, links_among(connection, members))
