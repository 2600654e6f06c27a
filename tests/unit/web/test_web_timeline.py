"""The timeline in the workbench: the same entries as the command's, by the page and as files."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rejoinder.api import Ledger, json_line

ASKED = {"party": "venn"}


def words(page: str) -> str:
    """Return what a page says, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_without_a_condition_the_page_asks_for_one(browse: TestClient) -> None:
    page = browse.get("/timeline")
    assert page.status_code == 200
    assert "Of whom, or of what?" in page.text
    assert browse.get("/timeline.csv").status_code == 400
    assert browse.get("/api/timeline").status_code == 400


def test_the_page_has_the_entries_of_the_command(
    browse: TestClient, ledgers: dict[str, Path]
) -> None:
    page = browse.get("/timeline", params=ASKED).text
    with Ledger(ledgers["quarrels"], read_only=True) as opened:
        found = opened.timeline(parties="venn")
    entries = (*found.dated, *found.undated)
    assert entries
    assert page.count('class="brief entry"') == len(entries)
    assert all(" ".join(each.words.split()) in words(page) for each in entries)
    assert all(f"/statements/{each.told[0].id}" in page for each in entries if each.act)
    assert ("Undated, by day of publication" in page) is bool(found.undated)


def test_two_parties_both_take_part(browse: TestClient) -> None:
    one = browse.get("/api/timeline", params=ASKED).json()
    both = browse.get("/api/timeline", params={**ASKED, "other": "ilir"}).json()
    assert 0 < both["total"] <= one["total"]
    for each in both["items"]:
        named = " ".join((*each["actor"], *each["recipient"]))
        assert "Venn" in named
        assert "Ilir" in named


def test_pages_hold_each_entry_once(browse: TestClient) -> None:
    whole = browse.get("/api/timeline", params=ASKED).json()["items"]
    seen, following = [], "0"
    while following is not None:
        page = browse.get("/api/timeline", params={**ASKED, "limit": "1", "after": following})
        seen += page.json()["items"]
        following = page.json()["next"]
    assert seen == whole


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_the_timeline_downloads(browse: TestClient, ledgers: dict[str, Path], form: str) -> None:
    answer = browse.get(f"/timeline.{form}", params=ASKED)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].endswith(f'"timeline.{form}"')
    if form == "jsonl":
        with Ledger(ledgers["quarrels"], read_only=True) as opened:
            found = opened.timeline(parties="venn")
        lines = [json_line(each) for each in (*found.dated, *found.undated)]
        assert answer.text.splitlines() == lines
        assert all(json.loads(line) for line in lines)


def test_what_finds_nothing_is_told_with_what_there_is(browse: TestClient) -> None:
    page = words(browse.get("/timeline?matter=sunflowers").text)
    assert "'sunflowers' is in no statement" in page
    nobody = words(browse.get("/timeline?party=Nobody+Atall").text)
    assert "no actor goes by 'Nobody Atall'" in nobody


@pytest.mark.parametrize("path", ["/", "/statements"])
def test_pages_lead_there(browse: TestClient, path: str) -> None:
    assert 'href="/timeline"' in browse.get(path).text
