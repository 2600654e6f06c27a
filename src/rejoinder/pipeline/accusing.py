"""The summary of accusations, made of what was placed among the claims."""

from collections.abc import Mapping, Sequence

from rejoinder.exchanges.accusations import Accusation, accusations_of
from rejoinder.exchanges.carrying import Days, carried_by
from rejoinder.exchanges.claims.group import Put
from rejoinder.ledger.accusation_book import AccusationBook, AccusationRow
from rejoinder.ledger.claim_rows import Kept
from rejoinder.model.claim import Claim
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link

__all__ = ["place_accusations"]

_ALONE, _WITH_DEMANDS = 1, 2


def place_accusations(
    book: AccusationBook,
    kept: Mapping[StatementId, Kept],
    put: Mapping[StatementId, Put],
    links: Sequence[Link],
    claims: Sequence[Claim],
) -> None:
    """Put down the accusations of statements that have just been placed among the claims.

    Args:
        book: within the transaction of writing.
        kept: what is kept of the statements.
        put: the same, read.
        links: those among them that fit.
        claims: those that they make.
    """
    days = {each: (own.first, own.last) for each, own in kept.items()}
    lists: dict[Accusation, int] = {}
    for demands, number in ((False, _ALONE), (True, _WITH_DEMANDS)):
        for each in accusations_of(put, links, claims, demands=demands):
            lists[each] = lists.get(each, 0) + number
    if lists:
        book.place([_row(each, number, put, days) for each, number in lists.items()])


def _row(
    accusation: Accusation,
    lists: int,
    put: Mapping[StatementId, Put],
    days: Mapping[StatementId, Days],
) -> AccusationRow:
    own = [put[one] for one in accusation.statements]
    carried = carried_by(accusation, put, days)
    return AccusationRow(
        id=accusation.id,
        lists=lists,
        answered=accusation.answered,
        parts=[(one, *days[one]) for one in accusation.statements],
        accusers={party for each in own for party in each.teller.voices.parties},
        targets={party for each in own for voices in each.about for party in voices.parties},
        outlets={publisher or "": each.delay for publisher, each in carried.items()},
    )
