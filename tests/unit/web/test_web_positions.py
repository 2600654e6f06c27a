"""Positions in the workbench: what the page says, what it gives as files, and what is refused."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final

import pytest
from starlette.testclient import TestClient
from tests.articles import article
from tests.records import actor, statement
from tests.unit.ledger.ledger_samples import day, find, fresh, put
from tests.unit.web.conftest import client, settings

from rejoinder.api import Ledger
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act

SAID: Final = (
    ("one", "2031-03-04", "per:tarn", "Ada Tarn", Act.SUPPORT, "welcomed", "the harbour dues"),
    ("two", "2031-04-06", "per:tarn", "Ada Tarn", Act.REFUSE, "rejected", "the harbour dues"),
    ("three", "2031-04-07", "per:vey", "Ilo Vey", Act.REFUSE, "rejected", "the harbour dues"),
    ("four", "2031-04-08", "per:orlin", "Bo Orlin", Act.ASSERT, "spoke of", "the harbour dues"),
    ("five", "2031-04-09", "per:orlin", "Bo Orlin", Act.SUPPORT, "welcomed", "the night ferry"),
)


def said(ref: str, when: str, who: str, name: str, act: Act, verb: str, what: str) -> ArticleRecord:
    """Return an article in which somebody says one thing."""
    text = f"{name} {verb} {what}."
    news = article(text, ref, publisher=f"The {ref} Gazette", published=day(when).start)
    speaker = actor(who, name, named_at=[find(text, name)])
    one = statement(
        news.id,
        (find(text, what),),
        act,
        source=(find(text, name),),
        cue=(find(text, verb),),
        speaker=[speaker.id],
    )
    return ArticleRecord(article=news, actors=(speaker,), statements=(one,))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger of people who are for harbour dues, against them, or neither."""
    with fresh(tmp_path_factory.mktemp("positions"), "dues.sqlite") as ledger:
        put(ledger, *(said(*each) for each in SAID))
    with Ledger(ledger.path) as opened:
        opened.rebuild()
        opened.save_query("Turned down", "/statements?act=refuse")
        opened.save_query("Fronts", "/articles?title=front")
    return ledger.path


@pytest.fixture(scope="module")
def browser(path: Path) -> Iterator[TestClient]:
    """Return a browser at a workbench over it."""
    with client(settings(path)) as opened:
        yield opened


def words(page: str) -> str:
    """Return what a page says, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_without_a_matter_the_page_asks_for_one(browser: TestClient) -> None:
    page = browser.get("/positions")
    assert page.status_code == 200
    assert "Which matter?" in page.text


def test_the_page_says_what_the_command_says(browser: TestClient, path: Path) -> None:
    page = words(browser.get("/positions", params={"matter": "dues"}).text)
    assert "3 positions" in page
    with Ledger(path, read_only=True) as opened:
        found = opened.positions("dues")
    assert [(each.name, each.position) for each in found] == [
        ("Ada Tarn", "mixed"),
        ("Ilo Vey", "against"),
        ("Bo Orlin", "unclear"),
    ]
    for each in found:
        counts = f"{each.agreeing} for, {each.disagreeing} against, {each.unclear} unclear"
        assert f"{each.name} {each.position} {counts}" in page
    assert "1 Mar 2031 : for (1 and 0), 1 Apr 2031 : against (0 and 1)" in page


def test_several_matters_stand_in_the_order_asked(browser: TestClient) -> None:
    page = browser.get("/positions", params={"matter": "ferry; dues"}).text
    heads = re.findall(r'<h2 class="matter"><q dir="auto">([^<]+)', page)
    assert heads == ["ferry", "dues"]
    grid = words(page[page.index('class="grid"') : page.index("</table>")])
    assert "Bo Orlin for 1 for, 0 against unclear 1 unclear" in grid


def test_conditions_narrow_it(browser: TestClient) -> None:
    late = words(browser.get("/positions?matter=dues&since=2031-04-01").text)
    assert "Ada Tarn against" in late
    printed = words(browser.get("/positions?matter=dues&publisher=three").text)
    assert "1 position " in printed
    assert "Ilo Vey against" in printed
    one = words(browser.get("/positions?matter=dues&party=vey").text)
    assert "1 position " in one
    assert "Ilo Vey against" in one


def test_a_saved_search_can_be_the_set(browser: TestClient) -> None:
    page = browser.get("/positions").text
    assert "<option>Turned down</option>" in page
    assert "Fronts" not in page
    of_it = words(browser.get("/positions?matter=dues&saved=Turned+down").text)
    assert "2 positions" in of_it
    assert "Ada Tarn against" in of_it
    assert browser.get("/positions?saved=Nothing").status_code == 404
    assert browser.get("/positions?saved=Fronts").status_code == 400


def test_what_finds_nothing_is_told_with_what_there_is(browser: TestClient) -> None:
    nothing = words(browser.get("/positions?matter=sunflowers").text)
    assert "'sunflowers' is in no statement" in nothing
    beginning = browser.get("/positions?matter=harbours").text
    assert 'href="/positions?matter=harbou%2A"' in beginning
    assert "Nobody is known to be for or against" in beginning


def test_pages_hold_each_position_once(browser: TestClient) -> None:
    first = browser.get("/positions?matter=dues&limit=2").text
    assert "3 positions , 1 to 2" in words(first)
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert following
    second = words(browser.get(unescape(following[1])).text)
    assert "Bo Orlin unclear" in second
    assert "Ada Tarn" not in second


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_positions_download(browser: TestClient, form: str) -> None:
    answer = browser.get(f"/positions.{form}?matter=dues")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].endswith(f'"positions.{form}"')
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert [(each["name"], each["stance"]) for each in rows] == [
            ("Ada Tarn", "for"),
            ("Ada Tarn", "against"),
            ("Ilo Vey", "against"),
            ("Bo Orlin", "unclear"),
        ]
    if form == "jsonl":
        assert len([json.loads(line) for line in answer.text.splitlines()]) == 3


@pytest.mark.parametrize("noun", ["positions", "claims"])
@pytest.mark.parametrize("kind", ["congruence", "conflict", "eventlist", "subtract", "twomode"])
def test_networks_are_those_of_the_command(
    browser: TestClient, path: Path, noun: str, kind: str
) -> None:
    asked = {"matter": "dues"}
    answer = browser.get(f"/{noun}/network", params={**asked, "network": kind})
    form = "csv" if kind == "eventlist" else "graphml"
    with Ledger(path, read_only=True) as opened:
        made = (
            opened.discourse("dues", network=kind, form=form)
            if noun == "positions"
            else opened.claim_network("dues", network=kind, form=form)
        )
    assert answer.content == made
    assert answer.headers["content-disposition"].endswith(f'"{noun}-{kind}.{form}"')


def test_a_network_takes_its_options(browser: TestClient) -> None:
    asked = "/positions/network?matter=dues&network=conflict&format=csv"
    rows = list(csv.DictReader(io.StringIO(browser.get(asked).text)))
    assert [(each["Source"], each["Target"], each["Weight"]) for each in rows] == [
        ("per:tarn", "per:vey", "1")
    ]
    assert browser.get(f"{asked}&duplicates=hourly").status_code == 400
    assert browser.get("/positions/network?matter=dues&network=friends").status_code == 400
    assert browser.get("/positions/network").status_code == 400


@pytest.mark.parametrize(
    ("page", "action"),
    [("/positions?matter=dues&party=vey", "/positions"), ("/claims?party=vey", "/claims")],
)
def test_the_form_of_a_network_keeps_the_conditions(
    browser: TestClient, page: str, action: str
) -> None:
    form = browser.get(page).text.partition(f'action="{action}/network"')[2].partition("</form>")[0]
    assert '<input type="hidden" name="party" value="vey">' in form
    assert 'value="twomode" selected' in form


def test_programs_get_the_same(browser: TestClient) -> None:
    answer = browser.get("/api/positions?matter=dues&limit=2").json()
    assert (answer["total"], answer["next"]) == (3, "2")
    assert [each["name"] for each in answer["items"]] == ["Ada Tarn", "Ilo Vey"]
    rest = browser.get("/api/positions?matter=dues&limit=2&after=2").json()
    assert ([each["name"] for each in rest["items"]], rest["next"]) == (["Bo Orlin"], None)
    assert browser.get("/api/positions").status_code == 400
    assert "/api/positions" in browser.get("/api/openapi.json").json()["paths"]
