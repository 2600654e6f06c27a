"""The pairs with most statements on some days, without adding up all others."""

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from rejoinder.ledger.pair_rows import (
    PairRow,
    PairsWanted,
    counted_acts,
    counted_rows,
    often,
    whole_rows,
)
from rejoinder.ledger.schema_deeds import pair_counts
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act

__all__ = ["count_pairs", "leading_pairs"]

_STEP = 200
_MOST = 2000
"""Of so many pairs the days are looked up; of more, adding up all of them is faster."""
_Pair = tuple[str, str]


def leading_pairs(
    connection: Connection, wanted: PairsWanted, *, limit: int, skip: int = 0
) -> list[PairRow] | None:
    """Return pairs as `find_pairs` does, or None where that must look.

    Nobody has more statements on some days than on all: who has most on all comes first, until
    those who are left have too few.

    Args:
        connection: of a ledger whose summaries are up to date.
        wanted: which; by their days alone.
        limit: at most so many.
        skip: so many of the first are left out.
    """
    if not _by_days_alone(wanted):
        return None
    own = pair_counts.c
    ends = own.actor_id, own.recipient_id
    every = (
        select(*ends, own.statements)
        .where(whole_rows(), own.publisher == "")
        .order_by(own.statements.desc(), *ends)
    )
    best: list[tuple[int, _Pair, Mapping[Act, int]]] = []
    for start in range(0, _MOST, _STEP):
        some = every.limit(_STEP).offset(start)
        rows = connection.execute(some.where(often(own.statements))).all()
        if len(rows) < _STEP:
            rows = connection.execute(some).all()
        acts = counted_acts(connection, wanted, [(row[0], row[1]) for row in rows])
        best += [(-sum(each.values()), pair, each) for pair, each in acts.items() if each]
        best.sort(key=lambda each: each[:2])
        last = best[skip + limit - 1 : skip + limit]
        if len(rows) < _STEP or (last and -last[0][0] > rows[-1][2]):
            return [
                PairRow(actor=ActorId(one), recipient=ActorId(whom), acts=each)
                for _, (one, whom), each in best[skip : skip + limit]
            ]
    return None


def count_pairs(connection: Connection, wanted: PairsWanted, most: int) -> int:
    """Return how many pairs have a statement on the days, or so many if there are more."""
    every = counted_rows(wanted).subquery()
    few = select(every.c.actor_id, every.c.recipient_id).distinct().limit(most)
    return connection.execute(select(func.count()).select_from(few.subquery())).scalar_one()


def _by_days_alone(wanted: PairsWanted) -> bool:
    asked = (wanted.publishers, wanted.parties, wanted.kind)
    return (
        wanted.days is not None
        and not wanted.acts
        and wanted.least <= 1
        and all(each is None for each in asked)
    )
