"""Contested claims on the gold of the samples: P and R of at least 0.8 where nothing is misread."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.exchanges.claims.gold_records import gold_claims, gold_contested, gold_records

from rejoinder.exchanges.claims.group import group_claims
from rejoinder.model.claim import Claim, ClaimStatus, Side
from rejoinder.model.record import ArticleRecord

GOLD = Path(__file__).resolve().parents[4] / "samples" / "gold"
RECORDS = gold_records(GOLD)


def claims(records: list[ArticleRecord]) -> tuple[Claim, ...]:
    return group_claims(records, [link for record in records for link in record.links])


@cache
def wanted() -> tuple[Claim, ...]:
    return claims(RECORDS)


def contested() -> list[Claim]:
    return [claim for claim in wanted() if claim.status is ClaimStatus.CONTESTED]


def on(claim: Claim, side: Side) -> set[str]:
    return {part.statement_id for part in claim.parts if part.side is side}


def test_contested_statements_are_those_of_the_gold() -> None:
    gold = gold_contested(GOLD)
    found = {one for claim in contested() for one in on(claim, Side.ASSERTS)}
    assert len(gold) > 20
    assert len(found & gold) / len(found) >= 0.9
    assert len(found & gold) / len(gold) >= 0.85


@pytest.mark.parametrize("place", range(7))
def test_every_claim_of_the_list_has_both_its_sides(place: int) -> None:
    asserting, denying = gold_claims(GOLD)[place]
    assert any(
        on(claim, Side.ASSERTS) & asserting and on(claim, Side.DENIES) & denying
        for claim in contested()
    )


@settings(max_examples=10)
@given(order=st.permutations(RECORDS), gone=st.integers(0, len(RECORDS) - 1))
def test_neither_order_nor_removal_leaves_a_trace(order: list[ArticleRecord], gone: int) -> None:
    assert claims(order) == wanted()
    without = [record for place, record in enumerate(RECORDS) if place != gone]
    assert {part.article_id for claim in claims(without) for part in claim.parts}.isdisjoint(
        {RECORDS[gone].article.id}
    )
    assert claims([*without, RECORDS[gone]]) == wanted()
