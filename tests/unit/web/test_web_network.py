"""The network, pairs and one pair: what they say, from summaries and without, in any order."""

import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import polars
import pytest
from starlette.testclient import TestClient
from tests.unit.web.conftest import client, settings
from tests.unit.web.test_web_hostile import acts

from rejoinder.api import Ledger
from rejoinder.text.acting import find_acting

PAIR = "/dyads/per%3Ailir-ost/per%3Amara-venn"
PATHS = (
    "/network",
    "/network?act=charge",
    "/network?kind=person&least=2",
    "/network?since=2024-03-06",
    "/network?publisher=ostrava&sort=conflict",
    "/network?party=venn&limit=1",
    "/network?act=cooperation",
    "/dyads",
    "/dyads?party=ostrava",
    PAIR,
    f"{PAIR}?pick=2024-03-04&pick_until=2024-03-10",
    f"{PAIR}?by=month&since=2024-03-01&alone=1",
    "/dyads/state%3AOST/per%3Amara-venn",
)


@pytest.fixture(scope="module")
def summed(
    ledgers: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """Return a browser at a workbench over the quarrels with summaries that are up to date."""
    path = tmp_path_factory.mktemp("summed") / "quarrels.sqlite"
    shutil.copy(ledgers["quarrels"], path)
    with Ledger(path) as ledger:
        ledger.rebuild()
    with client(settings(path)) as opened:
        yield opened


def rows(page: str, name: str) -> list[str]:
    """Return the words of the rows of a table, each on one line."""
    found = re.search(rf'<table[^>]*"{name}".*?</table>', page, re.DOTALL)
    assert found, name
    body = found[0].partition("<tbody>")[2]
    return [
        " ".join(unescape(re.sub(r"<[^>]+>", " ", row)).split())
        for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)
    ]


@pytest.mark.parametrize("path", PATHS)
def test_summaries_and_articles_give_the_same_page(
    browse: TestClient, summed: TestClient, path: str
) -> None:
    plain, quick = browse.get(path, follow_redirects=True), summed.get(path, follow_redirects=True)
    assert plain.status_code == quick.status_code == 200
    marks = r'name="csrf" value="[^"]*"'
    assert re.sub(marks, "", plain.text) == re.sub(marks, "", quick.text)
    assert plain.text.count("<h1") == 1
    assert "style=" not in plain.text


def test_edges_are_signed_in_words_and_lead_to_their_statements(summed: TestClient) -> None:
    page = summed.get("/network").text
    shown = rows(page, "edges")
    assert len(shown) == 2
    assert "Ilir Öst person Mara Venn person 6 statements 3 conflict" in shown[0]
    assert "− more conflict" in shown[0]
    assert "Mara Venn person Ostrava" in shown[1]
    for there in re.findall(r'<a class="there" href="([^"]+)" aria-label="(\d+) statement', page):
        listed = summed.get(unescape(there[0])).text
        assert f"<b>{there[1]} statement" in listed


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", "2 edges"),
        ("?act=accuse", "2 edges"),
        ("?act=deny", "1 edge"),
        ("?act=cooperation", "0 edges"),
        ("?kind=person", "1 edge"),
        ("?least=4", "1 edge"),
        ("?publisher=ostrava&least=2", "1 edge"),
        ("?since=2024-03-09", "1 edge"),
        ("?party=ostrava", "1 edge"),
        ("?act=&party=&kind=&since=&until=", "2 edges"),
    ],
)
def test_the_network_is_filtered_by_the_address(summed: TestClient, query: str, count: str) -> None:
    assert f"<b>{count}</b>" in summed.get(f"/network{query}").text


def test_some_of_many_edges_say_of_how_many_and_lead_on(summed: TestClient) -> None:
    page = summed.get("/network?limit=1").text
    assert "The most frequent <b>1</b> of <b>2 edges</b>" in page
    following = re.search(r'rel="next" href="([^"]+)"', page)
    assert following
    assert len(rows(summed.get(unescape(following[1])).text, "edges")) == 1


def test_a_network_is_sorted_by_its_address(summed: TestClient) -> None:
    by_name = [row.split()[0] for row in rows(summed.get("/network?sort=target").text, "edges")]
    assert by_name == ["Ilir", "Mara"]
    page = summed.get("/network?sort=source").text
    assert re.search(r'<th scope="col" aria-sort="ascending"><a [^>]*>Who<', page)


@pytest.mark.parametrize("query", ["act=shout", "least=0", "limit=5000", "kind=tribe", "since=x"])
def test_what_cannot_be_asked_for_is_refused(summed: TestClient, query: str) -> None:
    assert summed.get(f"/network?{query}").status_code == 400


def test_a_network_is_a_file_too(summed: TestClient) -> None:
    lines = [json.loads(line) for line in summed.get("/network.jsonl").text.splitlines()]
    assert [each["statements"] for each in lines] == [6, 3]
    assert lines[0]["sign"] == "conflict"
    frame = polars.read_parquet(summed.get("/network.parquet").content)
    assert frame["source"].to_list() == ["per:ilir-ost", "per:mara-venn"]
    assert summed.get("/network.csv?act=deny").text.count("\n") == 2
    graph = summed.get("/network.graphml")
    assert graph.headers["content-disposition"] == 'attachment; filename="network.graphml"'
    root = ET.fromstring(graph.content)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert root.find(f"{space}graph").attrib["edgedefault"] == "directed"  # type: ignore[union-attr]
    assert len(root.findall(f".//{space}edge")) == 2
    assert len(root.findall(f".//{space}node")) == 3


def test_pairs_count_both_directions(summed: TestClient) -> None:
    shown = rows(summed.get("/dyads").text, "edges pairs")
    assert shown[0].startswith("Ilir Öst and Mara Venn person, person 6 statements")
    assert len(summed.get("/dyads.jsonl").text.splitlines()) == 2


@pytest.mark.parametrize(
    "path",
    [
        "/dyads/per%3Amara-venn/per%3Ailir-ost",
        "/dyads/Venn/%C3%96st",
        "/dyads/PER%3AMARA-VENN/Ilir%20%C3%96st",
    ],
)
def test_other_names_and_the_other_order_lead_to_one_address(summed: TestClient, path: str) -> None:
    answer = summed.get(f"{path}?by=month")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{PAIR}?by=month"


def test_a_pair_shows_its_tension_its_scale_and_what_was_said(summed: TestClient) -> None:
    page = summed.get(PAIR).text
    assert "plover.scale.v1" in page
    assert 'href="/help#tension"' in page
    assert 'data-first="2024-03-04" data-last="2024-03-10"' in page
    assert len(rows(page, "statements passages")) == 6
    assert "Ilir Öst to Mara Venn" in unescape(re.sub(r"<[^>]+>", "", page))
    assert 'id="tension"' in summed.get("/help").text


def test_a_week_is_picked_by_the_address(summed: TestClient) -> None:
    page = summed.get(f"{PAIR}?pick=2024-03-08&pick_until=2024-03-10").text
    shown = rows(page, "statements passages")
    assert shown
    assert all("9 Mar 2024" in row or "Mar 2024" in row for row in shown)
    assert len(shown) < 6


def test_accusations_say_whether_they_have_an_answer_here(summed: TestClient) -> None:
    page = summed.get("/dyads/per%3Amara-venn/state%3AOST").text
    assert "no answer in this ledger" in page
    assert "never" not in page.partition("<footer")[0].lower()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/dyads/per%3Amara-venn/per%3Amara-venn", 400),
        ("/dyads/per%3Amara-venn/nobody", 404),
        (f"{PAIR}?by=century", 400),
    ],
)
def test_a_pair_that_is_none_says_so(summed: TestClient, path: str, status: int) -> None:
    answer = summed.get(path, headers={"accept": "text/html"})
    assert answer.status_code == status
    assert "What to do:" in answer.text


def test_programs_get_the_same(summed: TestClient) -> None:
    edges = summed.get("/api/network?limit=1").json()
    assert (edges["total"], edges["next"], len(edges["items"])) == (2, "1", 1)
    rest = summed.get("/api/network?limit=1&after=1").json()
    assert (rest["next"], rest["items"][0]["target"]["id"]) == (None, "state:OST")
    assert summed.get("/api/dyads").json()["total"] == 2
    forth = summed.get("/api/dyads/venn/%C3%B6st").json()
    assert forth == summed.get("/api/dyads/per%3Ailir-ost/per%3Amara-venn").json()
    assert forth["tension"]["left"] == "per:ilir-ost"
    assert {"/api/network", "/api/dyads", "/api/dyads/{left}/{right}"} <= set(
        summed.get("/api/openapi.json").json()["paths"]
    )


def test_nothing_of_an_article_acts_on_these_pages(harmed: TestClient) -> None:
    edges = harmed.get("/api/network?limit=200").json()["items"]
    assert len(edges) > 60
    paths = ["/network?limit=200", "/dyads?limit=200", "/network?sort=source"]
    for edge in edges[:3]:
        ends = sorted((edge["source"]["id"], edge["target"]["id"]))
        paths.append(f"/dyads/{ends[0].replace(':', '%3A')}/{ends[1].replace(':', '%3A')}")
    for path in paths:
        page = harmed.get(path)
        assert page.status_code == 200, path
        assert not acts(page.text), path
        assert not find_acting(page.text), path
