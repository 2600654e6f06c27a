"""Exchanges and contested claims over a whole set, against what was listed by hand."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from rejoinder.evaluation.exchange_gold import GoldExchange, GoldLists
from rejoinder.evaluation.gold_types import GoldSet
from rejoinder.evaluation.scores import Counts, Score, Share, score_of, share_of
from rejoinder.exchanges.assemble import assemble
from rejoinder.exchanges.claims.group import group_claims
from rejoinder.model.canonical import canonical_record
from rejoinder.model.claim import Claim, ClaimStatus, Side
from rejoinder.model.exchange import Exchange
from rejoinder.model.identity import Identity
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord

__all__ = ["ExchangeScores", "FoundExchange", "contested_gold", "score_exchanges"]

_OPPOSING = frozenset({"denies", "contradicts", "rejects_demand"})
_LEAST_TURNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundExchange:
    """A listed exchange as far as one of the exchanges that were found holds it.

    Attributes:
        turns: the listed turns.
        found: those that the exchange has which has most of them.
        in_order: the most of these that follow each other as listed.
    """

    title: str
    turns: int
    found: int
    in_order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeScores:
    """Figures over a whole set.

    Attributes:
        contested: statements that are asserted and that another party contests.
        claims: listed contested claims that have a statement on each side.
        exchanges: listed exchanges of which two turns at least were found in order.
        turns: listed turns that were found in order.
        each: one by one.
    """

    contested: Score
    claims: Share
    exchanges: Share
    turns: Share
    each: tuple[FoundExchange, ...]


def score_exchanges(
    gold: GoldSet,
    lists: GoldLists,
    records: Sequence[ArticleRecord],
    identity: Identity,
    gold_of: Mapping[str, str],
) -> ExchangeScores:
    """Return what the exchanges and claims made of the records score.

    Args:
        gold: for the links that contest statements.
        lists: what was listed by hand.
        records: with their links, in the ids that extraction gave.
        identity: who is one actor across articles.
        gold_of: the gold id of each statement that is paired with one.
    """
    named = [canonical_record(record, partial(_known_as, identity, record)) for record in records]
    links = [link for record in named for link in record.links]
    contested = [
        each for each in group_claims(named, links) if each.status is ClaimStatus.CONTESTED
    ]
    exchanges = assemble(named, links)
    found = [_held(each, exchanges, gold_of) for each in lists.exchanges]
    return ExchangeScores(
        contested=_score_contested(contested_gold(gold, lists), contested, gold_of),
        claims=share_of(_both_sides(lists, contested, gold_of)),
        exchanges=share_of(
            Counts(found=sum(each.in_order >= _LEAST_TURNS for each in found), gold=len(found))
        ),
        turns=share_of(
            Counts(
                found=sum(each.in_order for each in found), gold=sum(each.turns for each in found)
            )
        ),
        each=tuple(found),
    )


def contested_gold(gold: GoldSet, lists: GoldLists) -> frozenset[str]:
    """Return the statements of the gold that are contested.

    Those that a statement of other speakers denies, contradicts or turns down, and those that the
    list has on the side that asserts.
    """
    speakers = {each.id: each.speaker for one in gold.articles for each in one.statements}
    threads = [*gold.cross, *(thread for one in gold.articles for thread in one.threads)]
    linked = {
        thread.answered
        for thread in threads
        if thread.relation in _OPPOSING
        and thread.answered in speakers
        and speakers[thread.answered].isdisjoint(speakers[thread.answer])
    }
    return frozenset(linked).union(*(claim.asserted for claim in lists.claims))


def _score_contested(
    wanted: frozenset[str], contested: Sequence[Claim], gold_of: Mapping[str, str]
) -> Score:
    asserted = {one for claim in contested for one in _on(claim, Side.ASSERTS)}
    right = {gold_of[one] for one in asserted if one in gold_of} & wanted
    return score_of(
        Counts(right=len(right), predicted=len(asserted), found=len(right), gold=len(wanted)),
        vacuous=1.0,
    )


def _both_sides(lists: GoldLists, contested: Sequence[Claim], gold_of: Mapping[str, str]) -> Counts:
    sides = [
        tuple(
            {gold_of.get(one) for one in _on(claim, side)} for side in (Side.ASSERTS, Side.DENIES)
        )
        for claim in contested
    ]
    found = sum(
        any(asserted & claim.asserted and denied & claim.denied for asserted, denied in sides)
        for claim in lists.claims
    )
    return Counts(found=found, gold=len(lists.claims))


def _on(claim: Claim, side: Side) -> set[str]:
    return {part.statement_id for part in claim.parts if part.side is side}


def _held(
    listed: GoldExchange, exchanges: Sequence[Exchange], gold_of: Mapping[str, str]
) -> FoundExchange:
    place = {one: number for number, one in enumerate(listed.turns)}
    held = [
        [
            place[gold_of[turn.statement_id]]
            for turn in exchange.turns
            if gold_of.get(turn.statement_id) in place
        ]
        for exchange in exchanges
    ]
    best = max(held, key=lambda turns: (_in_order(turns), len(turns)), default=[])
    return FoundExchange(
        title=listed.title, turns=len(place), found=len(best), in_order=_in_order(best)
    )


def _in_order(places: Sequence[int]) -> int:
    """Return the length of the longest part of the row that rises."""
    ends: list[int] = []
    for each in places:
        at = bisect_left(ends, each)
        ends[at : at + 1] = [each]
    return len(ends)


def _known_as(identity: Identity, record: ArticleRecord, actor: ActorId) -> ActorId:
    return identity.of(actor, record.article.id)
