"""A ledger finds articles that nobody dated by words that go together, in whatever order."""

from itertools import permutations
from pathlib import Path

import pytest
from tests.unit.exchanges.test_undated import CALM, CALMER, FAR, saying
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
