"""The summary of claims: which statements are compared, and which claims they make."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from rejoinder.exchanges.claims.filing import Filing, filing_of
from rejoinder.exchanges.claims.group import Put, claims_of, put_forward
from rejoinder.exchanges.claims.kept import read_put, written_put
from rejoinder.exchanges.claims.sameness import likeness
from rejoinder.ledger.accusation_book import AccusationBook
from rejoinder.ledger.claim_book import ClaimBook, ClaimRow
from rejoinder.ledger.claim_rows import Kept
from rejoinder.ledger.found_book import FoundBook
from rejoinder.model.claim import Claim, ClaimStatus
from rejoinder.model.copies import Report, by_origin
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.accusing import place_accusations
from rejoinder.pipeline.components import components_of

__all__ = ["place_claims", "take_claims"]

_SEEDS = 512
_ENOUGH = 2
_STANDING = {status: place for place, status in enumerate(reversed(ClaimStatus))}
_Keys = dict[StatementId, list[tuple[int, int, int]]]
_Pair = tuple[StatementId, StatementId]
_Met = Mapping[frozenset[int] | None, Mapping[int, Sequence[tuple[int, int]]]]
"""What is filed under keys, by ``seq`` and place, by the blocks looked in; None: in all."""


def take_claims(
    book: ClaimBook,
    articles: Sequence[str],
    records: Iterable[ArticleRecord],
    linked: Collection[str],
    reports: Iterable[Report],
) -> None:
    """Take in what the latest extractions of those articles put forward.

    Args:
        book: within the transaction of writing.
        articles: those that have changed.
        records: their latest records, in the ledger's ids and their own names.
        linked: statements whose links have changed.
        reports: what is known of copies of the articles.
    """
    before = book.kept_in(articles)
    now: dict[StatementId, Kept] = {}
    put: dict[StatementId, Put] = {}
    for record in records:
        told = put_forward(record)
        put |= told
        for statement in record.statements:
            day = statement.said or record.article.published
            now[statement.id] = Kept(
                article=record.article.id,
                body=written_put(told[statement.id]),
                first=day.start if day else None,
                last=day.end if day else None,
            )
    gone = {each: read_put(kept.body) for each, kept in before.items() if now.get(each) != kept}
    fresh = {each: kept for each, kept in now.items() if before.get(each) != kept}
    filings = {each: [filing_of(one) for one in put[each].propositions] for each in fresh}
    book.take_out(_keys({e: [filing_of(p) for p in own.propositions] for e, own in gone.items()}))
    seqs = book.put_in(fresh, _keys(filings))
    book.put_likes(_likes(book, {seqs[each]: (each, put[each]) for each in fresh}, filings))
    book.take_apart(linked)
    own = {ArticleId(each) for each in articles}
    copies = {each.article for each in reports} - own
    book.take_apart_in(copies)


def place_claims(book: ClaimBook) -> None:
    """Put what is not placed into claims, and into accusations."""
    while members := book.unplaced(_SEEDS):
        kept = book.kept(members)
        put = {each: read_put(own.body) for each, own in kept.items()}
        links = book.links_among(members)
        found = claims_of(put, links)
        origin = {
            each.article: name
            for name, own in by_origin(book.reports({one.article for one in kept.values()})).items()
            for each in own
        }
        pairs = [(link.answer, StatementId(link.answered)) for link in links]
        pairs += book.likes_among(members)
        rows = [_row(claim, kept, origin) for claim in found]
        book.place(components_of(members, pairs), rows)
        place_accusations(AccusationBook(connection=book.connection), kept, put, links, found)
        FoundBook(connection=book.connection).flag(
            {statement: each.article for statement, each in kept.items()}
        )


def _keys(filings: Mapping[StatementId, Sequence[Filing]]) -> _Keys:
    return {
        statement: [
            (key, block, place)
            for place, own in enumerate(each)
            for key in own.terms
            for block in own.blocks
        ]
        for statement, each in filings.items()
    }


def _likes(
    book: ClaimBook,
    put: Mapping[int, tuple[StatementId, Put]],
    filings: Mapping[StatementId, Sequence[Filing]],
) -> set[_Pair]:
    """Return which statements are like those, among themselves too, the lesser first."""
    met = _meetings(book, [each for own in filings.values() for each in own])
    wanted: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for seq, (statement, _) in put.items():
        for place, filing in enumerate(filings[statement]):
            wanted[seq, place] = _worth(seq, filing, met)
    others = {each for found in wanted.values() for each, _ in found} - put.keys()
    held = book.kept_by_seq(others)
    known = {**put, **{seq: (each, read_put(own.body)) for seq, (each, own) in held.items()}}
    alike: set[_Pair] = set()
    for one, found in wanted.items():
        for two in found:
            pair = sorted(((known[seq], place) for seq, place in (one, two)), key=_named)
            if likeness(*(put.propositions[place] for (_, put), place in pair)):
                alike.add((pair[0][0][0], pair[1][0][0]))
    return alike


def _named(one: tuple[tuple[StatementId, Put], int]) -> tuple[StatementId, int]:
    return one[0][0], one[1]


def _meetings(book: ClaimBook, filings: Iterable[Filing]) -> _Met:
    """Return what is filed under the keys of those."""
    asked: defaultdict[frozenset[int] | None, set[int]] = defaultdict(set)
    for each in filings:
        asked[each.near] |= each.terms.keys() - each.anywhere
        asked[None] |= each.anywhere
    found: dict[frozenset[int] | None, dict[int, list[tuple[int, int]]]] = {}
    for blocks, keys in asked.items():
        here: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for key, seq, place in book.meeting(keys, blocks):
            here[key].append((seq, place))
        found[blocks] = here
    return found


def _worth(seq: int, filing: Filing, met: _Met) -> set[tuple[int, int]]:
    """Return what is worth comparing with a proposition: what shares two words, or a deed."""
    shared: defaultdict[tuple[int, int], dict[str, int]] = defaultdict(dict)
    for key, (term, weight) in filing.terms.items():
        blocks = None if key in filing.anywhere else filing.near
        for other in met[blocks].get(key, ()):
            if other[0] != seq:
                shared[other][term] = weight
    return {other for other, terms in shared.items() if sum(terms.values()) >= _ENOUGH}


def _row(
    claim: Claim, kept: Mapping[StatementId, Kept], origin: Mapping[ArticleId, str]
) -> ClaimRow:
    own = [(part.statement_id, kept[part.statement_id]) for part in claim.parts]
    return ClaimRow(
        id=claim.id,
        standing=_STANDING[claim.status],
        origins=len({origin.get(each.article, each.article) for _, each in own}),
        parts=[(statement, each.article, each.first, each.last) for statement, each in own],
        parties=frozenset().union(*(part.voices.parties for part in claim.parts)),
    )
