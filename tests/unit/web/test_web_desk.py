"""What is worked out of the ledger is kept until somebody writes to it."""

from pathlib import Path

from tests.unit.ledger.ledger_samples import put, quarrel
from tests.unit.web.conftest import client, settings
from tests.unit.web.web_ledgers import write_quarrels

from rejoinder.ledger.connect import open_ledger
from rejoinder.web.addresses import address, is_local, segment
from rejoinder.web.desk import Desk


def test_an_answer_is_worked_out_once(tmp_path: Path) -> None:
    desk = Desk(settings(write_quarrels(tmp_path)))
    calls: list[int] = []

    def work_out() -> int:
        calls.append(1)
        return len(calls)

    assert [desk.remember("x", work_out) for _ in range(3)] == [1, 1, 1]
    assert desk.remember("y", work_out) == 2
    desk.close()


def test_pages_show_what_was_written_meanwhile(tmp_path: Path) -> None:
    path = write_quarrels(tmp_path)
    with client(settings(path)) as browser:
        before = browser.get("/api/overview").json()["articles"]
        exchanges = browser.get("/api/exchanges").json()["total"]
        with open_ledger(path) as ledger:
            put(ledger, quarrel("003", extra=" It ended."), version="2")
            assert browser.get("/api/overview").json()["articles"] == before + 1
        assert browser.get("/api/exchanges").json()["total"] == exchanges + 1


def test_only_so_much_is_kept(tmp_path: Path) -> None:
    desk = Desk(settings(write_quarrels(tmp_path)))
    for n in range(200):
        desk.remember(n, lambda: "first")
    assert desk.remember(0, lambda: "again") == "again"
    assert desk.remember(199, lambda: "again") == "first"
    desk.close()


def test_an_address_leaves_out_what_is_empty() -> None:
    assert address("/x") == "/x"
    assert address("/x", {"a": "", "b": None, "c": False, "d": 0}) == "/x?d=0"
    assert address("/x", {"a": "1"}, a="ü &") == "/x?a=%C3%BC+%26"
    assert segment("a/b?c") == "a%2Fb%3Fc"


def test_an_address_is_ours_or_it_is_not() -> None:
    assert is_local("/claims?x=//y")
    assert not is_local("//elsewhere.example")
    assert not is_local("/a\nb")
