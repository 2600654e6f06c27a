"""Exchanges and contested claims of the samples, scored on their own gold and on parts of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.exchanges.claims.gold_records import gold_contested, gold_records

from rejoinder.errors import GoldError
from rejoinder.evaluation.exchange_gold import LISTED, GoldLists, read_lists
from rejoinder.evaluation.exchange_scores import (
    ExchangeScores,
    contested_gold,
    score_exchanges,
)
from rejoinder.evaluation.gold import read_gold
from rejoinder.model.identity import Identity
from rejoinder.model.record import ArticleRecord

FOLDER = Path(__file__).resolve().parents[3] / "samples" / "gold"
GOLD = read_gold(FOLDER)
IDS = {each.id for article in GOLD.articles for each in article.statements}
RECORDS = gold_records(FOLDER)


def lists() -> GoldLists:
    found = read_lists(FOLDER, IDS)
    assert found is not None
    return found


def scored(records: list[ArticleRecord], known: set[str] = IDS) -> ExchangeScores:
    itself = {each: each for each in known}
    return score_exchanges(GOLD, lists(), records, Identity(canonical={}), itself)


def test_what_counts_as_contested_is_what_links_and_list_contest() -> None:
    assert contested_gold(GOLD, lists()) == gold_contested(FOLDER)


def test_gold_links_give_its_contested_claims_and_nearly_all_turns() -> None:
    found = scored(RECORDS)
    assert found.contested.precision > 0.9
    assert found.contested.recall > 0.85
    assert found.claims.right == found.claims.total == 7
    assert found.exchanges.right == found.exchanges.total == 11
    assert 60 < found.turns.right <= found.turns.total == sum(each.turns for each in found.each)
    assert all(each.in_order <= each.found <= each.turns for each in found.each)


def test_without_links_there_is_no_exchange() -> None:
    found = scored([replace(record, links=()) for record in RECORDS])
    assert (found.exchanges.right, found.turns.right) == (0, 0)


def test_statements_that_stand_for_none_of_the_gold_are_wrong() -> None:
    found = scored(RECORDS, known=set())
    assert found.contested.predicted > 10
    assert (found.contested.precision, found.contested.recall) == (0.0, 0.0)
    assert found.turns.right == 0


def test_turns_the_other_way_round_are_found_and_out_of_order() -> None:
    turned = replace(
        lists(),
        exchanges=tuple(replace(one, turns=one.turns[::-1]) for one in lists().exchanges),
    )
    itself = {each: each for each in IDS}
    backward = score_exchanges(GOLD, turned, RECORDS, Identity(canonical={}), itself)
    forward = scored(RECORDS)
    assert backward.turns.right < forward.turns.right


def test_gold_without_lists_has_none(tmp_path: Path) -> None:
    assert read_lists(tmp_path / "gold", IDS) is None


def test_listed_id_that_the_gold_does_not_have_is_refused(tmp_path: Path) -> None:
    row = '{"exchanges": [{"title": "t", "turns": ["no-such-s01"]}], "contested": []}'
    (tmp_path / LISTED).write_text(row, encoding="utf-8")
    with pytest.raises(GoldError, match="no-such-s01"):
        read_lists(tmp_path / "gold", IDS)
