"""What two parties share: exchanges in which they speak to each other, and claims they contest."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.schema_claims import claim_parties, claims
from rejoinder.ledger.schema_summaries import exchanges, turns
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.ids import ActorId
from rejoinder.views.claim_list import claims_called
from rejoinder.views.claim_list import find_or_list as find_claims
from rejoinder.views.claims import ClaimFilter, ClaimView
from rejoinder.views.deeds import Deed
from rejoinder.views.exchange import ExchangeView
from rejoinder.views.exchange_list import ExchangeFilter, exchanges_called
from rejoinder.views.exchange_list import find_or_list as find_exchanges

__all__ = ["OpenedView", "contested_by", "exchanges_of"]

_EXCHANGES: Final = 6
_CLAIMS: Final = 5
_CONTESTED: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedView:
    """An exchange of two parties, and which of them speaks first in it to or about the other.

    Attributes:
        by_left: the first of them does; None where it cannot be told.
    """

    exchange: ExchangeView
    by_left: bool | None


def exchanges_of(reader: LedgerReader, deeds: Sequence[Deed]) -> tuple[tuple[OpenedView, ...], int]:
    """Return the latest exchanges with such a statement, and how many there are.

    Args:
        reader: of the ledger, in its ids.
        deeds: what two parties do to each other.
    """
    ways: dict[str, set[bool]] = {}
    for each in deeds:
        if each.act is not None:
            ways.setdefault(each.id, set()).add(each.forth)
    if SummaryBook(connection=reader.connection).is_current():
        ids = _exchange_ids(reader, ways)
        found = exchanges_called(reader.connection, ids[:_EXCHANGES])
    else:
        every = find_exchanges(reader, ExchangeFilter())
        met = [view for view in every if any(t.statement_id in ways for t in view.turns)]
        ids, found = [view.id for view in met], met[:_EXCHANGES]
    return tuple(_opened(view, ways) for view in found), len(ids)


def _exchange_ids(reader: LedgerReader, statements: Collection[str]) -> list[str]:
    own = exchanges.c
    rows = set[tuple[str, int, int]]()
    for few in chunks(sorted(statements)):
        query = (
            select(own.id, own.latest, own.turns)
            .join(turns, turns.c.exchange == own.seq)
            .where(turns.c.statement_id.in_(few))
        )
        rows.update((row[0], row[1], row[2]) for row in reader.connection.execute(query))
    return [row[0] for row in sorted(rows, key=lambda row: (-row[1], -row[2], row[0]))]


def _opened(view: ExchangeView, ways: dict[str, set[bool]]) -> OpenedView:
    for turn in view.turns:
        own = ways.get(turn.statement_id)
        if own is not None:
            return OpenedView(exchange=view, by_left=next(iter(own)) if len(own) == 1 else None)
    return OpenedView(exchange=view, by_left=None)


def contested_by(
    reader: LedgerReader, one: ActorId, other: ActorId
) -> tuple[tuple[ClaimView, ...], int]:
    """Return contested claims in which both take a side, and how many there are.

    Those of most origins come first.
    """
    if not SummaryBook(connection=reader.connection).is_current():
        found = [
            find_claims(reader, ClaimFilter(contested=True, party=each, ids=(each,)))
            for each in (one, other)
        ]
        also = {each.id for each in found[1]}
        both = [each for each in found[0] if each.id in also]
        return tuple(both[:_CLAIMS]), len(both)
    own, party = claims.c, claim_parties.c
    held = [
        select(party.claim).where(party.claim == own.seq, party.party == each).exists()
        for each in (one, other)
    ]
    order = (own.origins, own.statements, own.latest)
    query = (
        select(own.id)
        .where(own.standing == _CONTESTED, *held)
        .order_by(own.standing.desc(), *(each.desc() for each in order), own.id)
    )
    ids = reader.connection.execute(query).scalars().all()
    return tuple(claims_called(reader.connection, ids[:_CLAIMS])), len(ids)
