"""Saved queries are added, renamed and removed, and nothing of them is ever edited."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from rejoinder.api import Ledger
from rejoinder.errors import ConfigError, NotFound
from rejoinder.ledger.connect import open_ledger
from rejoinder.ledger.digest import content_digest
from rejoinder.ledger.schema_saved import saved_queries


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "x") as opened:
        yield opened


def test_a_query_is_saved_renamed_and_removed(ledger: Ledger) -> None:
    gas = ledger.save_query("  Gas \n disputes ", "/search?text=gas", "Ana")
    fire = ledger.save_query("Cease-fire", "/replies?shown=unanswered")
    assert [(each.name, each.person) for each in ledger.saved_queries()] == [
        ("Cease-fire", None),
        ("Gas disputes", "Ana"),
    ]
    assert ledger.rename_query(gas.id, "Pipelines").address == gas.address
    assert [each.name for each in ledger.saved_queries()] == ["Cease-fire", "Pipelines"]
    assert ledger.remove_query(fire.id) == fire
    assert [each.id for each in ledger.saved_queries()] == [gas.id]
    assert ledger.save_query("cease-fire", "/search").name == "cease-fire"


def test_what_was_saved_stays_in_the_file_and_is_no_content(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "x", create=True) as file:
        before = content_digest(file)
    with Ledger(tmp_path / "x") as opened:
        opened.remove_query(opened.save_query("Gas", "/search?text=gas").id)
    with open_ledger(tmp_path / "x") as file:
        assert content_digest(file) == before
        with file.reading() as connection:
            rows = connection.execute(select(saved_queries).order_by("seq")).all()
        assert [(row.name, row.removed) for row in rows] == [("Gas", False), ("Gas", True)]
        with pytest.raises(IntegrityError, match="append-only"), file.writing() as connection:
            connection.execute(text("DELETE FROM saved_queries"))


@pytest.mark.parametrize("name", ["", "  ", "x" * 121, "a\u202eb", "a\x00b", "GAS"])
def test_a_name_that_cannot_be_told_is_refused(ledger: Ledger, name: str) -> None:
    ledger.save_query("Gas", "/search?text=gas")
    other = ledger.save_query("Other", "/search")
    with pytest.raises(ConfigError):
        ledger.save_query(name, "/search?text=oil")
    with pytest.raises(ConfigError):
        ledger.rename_query(other.id, name)
    assert len(ledger.saved_queries()) == 2


@pytest.mark.parametrize(
    "address",
    ["", "search", "//elsewhere.example/", "/\\elsewhere", "https://elsewhere.example", "/a\nb"],
)
def test_an_address_that_leads_elsewhere_is_refused(ledger: Ledger, address: str) -> None:
    with pytest.raises(ConfigError, match="no address of the workbench"):
        ledger.save_query("Gas", address)


def test_what_is_not_there_cannot_be_changed(ledger: Ledger) -> None:
    gone = ledger.save_query("Gas", "/search")
    ledger.remove_query(gone.id)
    with pytest.raises(NotFound, match="no saved query"):
        ledger.rename_query(gone.id, "x")
    with pytest.raises(NotFound, match="no saved query"):
        ledger.remove_query("q-0")
