"""Accusations that are answered, scored on the samples' own gold and on parts of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.exchanges.claims.gold_records import gold_records

from rejoinder.evaluation.gold import read_gold
from rejoinder.evaluation.reply_scores import count_replies
from rejoinder.evaluation.scores import Counts, Tally
from rejoinder.model.identity import Identity
from rejoinder.model.record import ArticleRecord

FOLDER = Path(__file__).resolve().parents[3] / "samples" / "gold"
GOLD = read_gold(FOLDER)
IDS = {each.id: each.id for article in GOLD.articles for each in article.statements}
RECORDS = gold_records(FOLDER)


def counted(records: list[ArticleRecord], known: dict[str, str] = IDS) -> Tally:
    return count_replies(GOLD, records, Identity(canonical={}), known)


def test_gold_links_answer_nearly_all_that_gold_answers() -> None:
    found = counted(RECORDS)
    replies, shown = found["replies"], found["replies_shown"]
    assert replies.gold == shown.gold > 10
    assert replies.found >= 0.9 * replies.gold
    assert replies.right >= 0.85 * replies.predicted
    assert replies.found <= shown.found <= shown.gold


def test_without_links_the_accused_may_still_be_heard() -> None:
    found = counted([replace(record, links=()) for record in RECORDS])
    assert found["replies"].found < counted(RECORDS)["replies"].found
    assert found["replies_shown"].found > found["replies"].found


@pytest.mark.parametrize("known", [{}, dict.fromkeys(IDS, "nobody")])
def test_what_stands_for_none_of_the_gold_counts_for_nothing(known: dict[str, str]) -> None:
    found = counted(RECORDS, known)
    assert found["replies"] == Counts(gold=found["replies"].gold)
    assert found["replies_shown"].found == 0
