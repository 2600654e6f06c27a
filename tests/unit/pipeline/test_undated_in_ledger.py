"""A ledger finds articles that nobody dated by words that go together, in whatever order."""

from itertools import permutations
from pathlib import Path

import pytest
from tests.unit.exchanges.test_undated import BACKGROUND, CALM, CALMER, FAR, FARCE, VOID, saying
from tests.unit.pipeline.test_outlining import fill, links_of

from rejoinder.model.statement import Act
from rejoinder.pipeline.reconcile import identify, link_records


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_undated_articles_are_linked_in_a_ledger_as_in_a_list(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    records = [
        saying("one", Act.DEMAND, "grp:ministers", "gov:AVA-defence", CALM),
        saying("two", Act.DEMAND, "per:quill", None, CALMER),
        saying("far", Act.DEMAND, "per:tarn", None, CALMER, around=FAR),
    ]
    wanted = {link.id for link in link_records(records, identify(records))}
    with fill(tmp_path / "x", [[records[place]] for place in order]) as ledger:
        assert links_of(ledger) == wanted
    with fill(tmp_path / "y", [[records[place] for place in order]]) as ledger:
        assert links_of(ledger) == wanted
    assert wanted


@pytest.mark.parametrize("order", list(permutations(range(2))))
def test_whom_nobody_in_particular_speaks_about_is_found_too(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    records = [
        saying("one", Act.DEMAND, "grp:ministers", None, CALM, heard=False),
        saying("two", Act.DEMAND, "per:quill", "gov:AVA-defence", CALMER),
    ]
    wanted = {link.id for link in link_records(records, identify(records))}
    with fill(tmp_path / "x", [[records[place]] for place in order]) as ledger:
        assert links_of(ledger) == wanted
    assert wanted


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_verdicts_and_calls_of_undated_articles_are_found_in_a_ledger_too(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    strife = f"{BACKGROUND} There were clashes."
    records = [
        saying("one", Act.ASSERT, "grp:ministers", None, FARCE, around=strife),
        saying("two", Act.ASSERT, "per:quill", None, VOID, around=strife),
        saying("three", Act.DEMAND, "grp:ministers", None, "calm", around=strife),
    ]
    records.append(saying("four", Act.INTEND, "per:quill", None, "to resume talks", around=strife))
    wanted = {link.id for link in link_records(records, identify(records))}
    batches = [[records[place]] for place in order]
    with fill(tmp_path / "x", [*batches, [records[3]]]) as ledger:
        assert links_of(ledger) == wanted
    with fill(tmp_path / "y", [[records[3]], *batches]) as ledger:
        assert links_of(ledger) == wanted
    assert len(wanted) >= 2
