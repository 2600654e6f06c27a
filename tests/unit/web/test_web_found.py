"""Search, replies, publishers and saved queries: what the pages say, and where they lead."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient
from tests.unit.web.conftest import client, settings
from tests.unit.web.web_ledgers import HARM, write_harm, write_quarrels

from rejoinder.ledger.connect import open_ledger
from rejoinder.model.statement import Act
from rejoinder.pipeline.summaries import catch_up_summaries
from rejoinder.views import article_search, search


def summed(path: Path) -> Path:
    """Return the ledger with its summaries made."""
    with open_ledger(path) as ledger:
        assert catch_up_summaries(ledger)
    return path


@pytest.fixture(scope="module")
def quarrels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return summed(write_quarrels(tmp_path_factory.mktemp("found")))


@pytest.fixture(scope="module")
def found(quarrels: Path) -> Iterator[TestClient]:
    with client(settings(quarrels)) as opened:
        yield opened


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[TestClient]:
    with client(settings(summed(write_quarrels(tmp_path)), write=True)) as opened:
        yield opened


def first(page: str, pattern: str) -> str:
    """Return the first group of the first match."""
    matched = re.search(pattern, page, re.DOTALL)
    assert matched, pattern
    return unescape(matched[1])


def send(browser: TestClient, path: str, **fields: str) -> int:
    """Post a form as its page does, and return the status."""
    csrf = first(browser.get("/saved").text, r'name="csrf" value="(\w+)"')
    return browser.post(path, data={"csrf": csrf, **fields}).status_code


PAGES = ["/search", "/search?text=bridge", "/search/articles?text=bridge", "/replies"]
PAGES += ["/publishers", "/publishers/Ostrava%20Times", "/publishers/(unknown)", "/saved"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_answers_with_its_landmarks(found: TestClient, path: str) -> None:
    page = found.get(path)
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert page.text.count("<main") == 1
    assert "style=" not in page.text


@pytest.mark.parametrize("path", ["/search", "/search/articles?text=x", "/publishers"])
def test_without_summaries_a_page_says_how_to_make_them(
    ledgers: dict[str, Path], path: str
) -> None:
    with client(settings(ledgers["quarrels"])) as unsummed:
        page = unsummed.get(path)
        assert page.status_code == 200
        assert "rejoinder rebuild --ledger quarrels.sqlite" in page.text
        assert unsummed.get("/replies").status_code == 200
        problem = unsummed.get("/api/search?text=x")
    assert problem.status_code == 400
    assert "rejoinder rebuild" in problem.json()["detail"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("text=bridge", "6 statements"),
        ("text=BRIDG*", "6 statements"),
        ('text="the+bridge"', "6 statements"),
        ("text=bridge+nowhere", "0 statements"),
        ("text=bridge&act=deny", "3 statements"),
        ("act=deny", "3 statements"),
        ("publisher=Ostrava+Times", "3 statements"),
        ("publisher=(unknown)&text=bridge", "2 statements"),
        ("month=2024-03", "8 statements"),
        ("month=2024", "8 statements"),
        ("month=(unknown)", "1 statement"),
        ("text=***", "0 statements"),
        ('text="', "0 statements"),
        ("text=NOT+AND+)", "0 statements"),
    ],
)
def test_the_address_says_what_is_searched_for(found: TestClient, query: str, count: str) -> None:
    page = found.get(f"/search?{query}")
    assert page.status_code == 200
    assert f"<b>{count}</b>" in page.text


def test_hits_are_marked_and_lead_to_the_statement_in_its_article(found: TestClient) -> None:
    page = found.get("/search?text=bridge").text
    assert page.count("<mark>bridge</mark>") == 6
    there = first(page, r'<h2><a href="(/articles/[^"]+)"')
    article = found.get(there).text
    assert "<details open>" in article


def test_a_facet_narrows_and_can_be_taken_away(found: TestClient) -> None:
    page = found.get("/search?text=bridge").text
    narrow = first(page, r'<a href="([^"]+)"><bdi>denies</bdi></a> <span class="times">3</span>')
    assert narrow == "/search?text=bridge&act=deny"
    narrowed = found.get(narrow).text
    widen = first(narrowed, r'<a href="([^"]+)" aria-current="true">')
    assert widen == "/search?text=bridge"
    assert 'name="act" value="deny"' in narrowed


@pytest.mark.parametrize("path", ["/search?text=bridge", "/statements", "/network"])
def test_acts_are_called_by_the_same_words_everywhere(found: TestClient, path: str) -> None:
    page = found.get(path).text
    assert not re.search(rf">\s*({'|'.join(Act)})\s*<", page)
    assert ">denies<" in page


def test_whom_an_act_does_not_take_is_who_it_is_about(found: TestClient) -> None:
    page = found.get("/statements").text
    assert re.search(r">denies</span>, about <a", page)
    assert re.search(r">accuses</span> <a", page)
    assert ">accuses</span>, about" not in page


def test_what_facets_count_is_what_they_lead_to(found: TestClient) -> None:
    page = found.get("/search?text=bridge").text
    facets = re.findall(
        r'<li><a href="([^"]+)"[^>]*><bdi>[^<]*</bdi></a> <span class="times">(\d+)</span>', page
    )
    assert len(facets) > 8
    for there, times in facets:
        assert f"<b>{times} statement" in found.get(unescape(there)).text, there


def test_pages_of_hits_hold_each_once(found: TestClient) -> None:
    seen: list[str] = []
    there = "/search?text=bridge&limit=4"
    while there:
        page = found.get(there).text
        seen += re.findall(r'<h2><a href="/articles/[^"]+at=([^"]+)"', page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        there = unescape(following[1]) if following else ""
    assert len(seen) == len(set(seen)) == 6
    assert found.get("/search?text=bridge&after=s-0").status_code == 404


def test_of_more_hits_than_are_counted_those_added_last_come_first(
    quarrels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (search, article_search):
        monkeypatch.setattr(module, "MOST", 2)
    with client(settings(quarrels)) as opened:
        page = opened.get("/search?text=bridge").text
        assert "<b>More than 2 statements</b>" in page
        assert "the last 2 added" in page
        assert first(page, r"<bdi>denies</bdi></a> <span class=\"times\">(\d)") in "012"
        seen: list[str] = []
        following = ""
        while following is not None:
            answer = opened.get(f"/api/search?text=bridge&limit=4{following}").json()
            seen += [each["statement"]["id"] for each in answer["hits"]]
            following = answer["following"] and f"&after={answer['following']}"
        articles = [
            opened.get(f"/api/search/articles?text=bridge&limit=2{after}").json()
            for after in ("", f"&after={_last(opened)}")
        ]
    assert len(seen) == len(set(seen)) == 6
    assert [len(each["hits"]) for each in articles] == [2, 1]
    assert all(each["more"] for each in articles)


def _last(opened: TestClient) -> str:
    found = opened.get("/api/search/articles?text=bridge&limit=2").json()
    return str(found["following"])


def test_articles_are_found_by_title_and_text(found: TestClient) -> None:
    page = found.get("/search/articles?text=spokesman").text
    assert "<b>3 articles</b>" in page
    assert page.count("<mark>Spokesman</mark>") == 3
    assert "<b>1 article</b>" in found.get("/search/articles?text=bridge&month=(unknown)").text
    title = found.get("/search/articles?text=quarrel&limit=1").text
    assert "<mark>Quarrel</mark> at the bridge</a></h2>" in title
    following = first(title, r'rel="next" href="([^"]+)"')
    assert "<mark>Quarrel</mark>" in found.get(following).text


def test_nothing_found_says_what_to_try(found: TestClient) -> None:
    page = found.get("/search?text=spokesman+bridge&act=warn").text
    for words in ("hold these words", "fewer words", "any ending", "the same with any act"):
        assert words in page
    assert "both words, in any order" in found.get("/search").text


@pytest.mark.parametrize(
    "path", ["/search", "/search/articles", "/replies", "/publishers"], ids=lambda path: path[1:]
)
@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_every_list_downloads(found: TestClient, path: str, form: str) -> None:
    answer = found.get(f"{path}.{form}?text=bridge")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    if form == "jsonl":
        assert all(json.loads(line) for line in answer.text.splitlines())
    assert len(answer.content) > 100


def test_replies_say_what_this_ledger_holds(found: TestClient) -> None:
    page = found.get("/replies").text
    assert "never means that there was none" in page
    left = found.get("/replies?shown=unanswered").text
    assert left.count("no answer in this ledger</span>") == int(first(left, r"<b>(\d+) acc"))
    answered = found.get("/replies?shown=answered").text
    assert "no answer in this ledger</span>" not in answered
    assert found.get("/replies?shown=nothing").status_code == 400
    assert "Clear the conditions" in found.get("/replies?target=nobody").text
    nowhere = found.get("/replies?matter=sunflowers").text
    assert "&#39;sunflowers&#39; is in no statement" in nowhere
    word = found.get("/api/replies?limit=1").json()["items"][0]["words"].split()[-1]
    held = found.get("/api/replies", params={"matter": word}).json()["items"]
    assert held
    assert all(
        any(word.casefold() in one["words"].casefold() for one in each["statements"])
        for each in held
    )


def test_pages_of_accusations_hold_each_once(found: TestClient) -> None:
    seen: list[str] = []
    there = "/replies?limit=1"
    while there:
        page = found.get(there).text
        seen.append(first(page, r'class="brief accusation" id="([^"]+)"'))
        following = re.search(r'rel="next" href="([^"]+)"', page)
        there = unescape(following[1]) if following else ""
    assert len(seen) == len(set(seen)) == int(first(page, r"<b>(\d+) acc"))


def test_cells_of_publishers_lead_to_what_they_count(found: TestClient) -> None:
    page = found.get("/publishers").text
    cells = re.findall(r'<td class="number"[^>]*><a href="([^"]+)">([\d,]+)</a>', page)
    assert len(cells) > 8
    for there, count in cells:
        listed = found.get(unescape(there)).text
        assert re.search(rf"<b>{count} (article|statement|accusation)", listed), there


def test_a_publisher_shows_counts_with_what_they_are_of(found: TestClient) -> None:
    page = found.get("/publishers/Ostrava%20Times").text
    assert '<span class="of">of 3</span>' in page
    assert " %</span>" not in page
    assert "no answer in this ledger" in page
    for there, count in re.findall(r'<td class="number"[^>]*><a href="([^"]+)">(\d+)</a>', page):
        assert f"<b>{count} " in found.get(unescape(there)).text, there
    assert found.get("/publishers/Nobody").status_code == 404


def test_the_same_for_programs(found: TestClient) -> None:
    hits = found.get("/api/search?text=bridge&limit=2").json()
    assert (hits["total"], hits["more"], len(hits["hits"])) == (6, False, 2)
    assert ["bridge", True] in hits["hits"][0]["pieces"]
    following = found.get(f"/api/search?text=bridge&after={hits['following']}").json()
    assert len(following["hits"]) == 4
    assert found.get("/api/search/articles?text=spokesman").json()["total"] == 3
    replies = found.get("/api/replies?shown=unanswered").json()
    assert all(each["answered"] is False for each in replies["items"])
    names = [each["publisher"] for each in found.get("/api/publishers").json()["items"]]
    assert names == ["Ostrava Times", "Várdan Herald", None]
    assert found.get("/api/publishers/Ostrava%20Times").json()["view"]["statements"] == 3
    assert found.get("/api/saved").json()["items"] == []
    paths = found.get("/api/openapi.json").json()["paths"]
    assert {"/api/search", "/api/replies", "/api/publishers", "/api/saved"} <= paths.keys()


def test_a_query_is_saved_opened_renamed_and_deleted(writable: TestClient) -> None:
    page = writable.get("/search?text=bridge&act=deny&after=s-0&limit=3").status_code
    assert page == 404
    address = first(
        writable.get("/search?text=bridge&act=deny").text, r'name="address" value="([^"]+)"'
    )
    assert send(writable, "/saved", name="Bridge denied", address=address, person="Ana") == 303
    saved = writable.get("/saved").text
    assert f'<a href="{address.replace("&", "&amp;")}"><bdi>Bridge denied</bdi></a>' in saved
    assert "by <bdi>Ana</bdi>" in saved
    assert "Bridge denied" in writable.get("/search").text
    key = writable.get("/api/saved").json()["items"][0]["id"]
    assert send(writable, "/saved", name="bridge DENIED", address="/search") == 400
    assert send(writable, f"/saved/{key}/rename", name="The bridge") == 303
    assert "The bridge" in writable.get("/saved").text
    assert send(writable, f"/saved/{key}/delete") == 303
    assert "Nothing is saved yet" in writable.get("/saved").text
    assert send(writable, f"/saved/{key}/delete") == 404


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere", "search", ""]
)
def test_nothing_that_leads_elsewhere_is_saved(writable: TestClient, address: str) -> None:
    assert send(writable, "/saved", name="x", address=address) == 400
    assert writable.get("/api/saved").json()["total"] == 0


def test_saving_needs_leave_to_write_and_the_mark_of_a_page(
    found: TestClient, writable: TestClient
) -> None:
    assert "rejoinder serve --write" in found.get("/search?text=bridge").text
    assert send(found, "/saved", name="x", address="/search") == 403
    fields = {"name": "x", "address": "/search"}
    assert writable.post("/saved", data=fields).status_code == 403
    assert writable.post("/saved", data={**fields, "csrf": "forged"}).status_code == 403
    assert writable.get("/api/saved").json()["total"] == 0


def test_harm_stays_words(tmp_path: Path) -> None:
    with client(settings(summed(write_harm(tmp_path)), write=True)) as harmed:
        for name, words in HARM.items():
            page = harmed.get("/search", params={"text": words[:250]})
            assert page.status_code in (200, 400), name
            listed = harmed.get(f"/publishers/{quote(words[:300], safe='')}")
            assert listed.status_code in (200, 404), name
        assert send(harmed, "/saved", name=HARM["script"][:100], address="/search?text=<b>") == 303
        pages = [harmed.get(path).text for path in ("/search?text=said", *PAGES[3:5], "/saved")]
    for text in pages:
        assert "<script>window" not in text
        assert "<img src=x" not in text
        assert "\u202e" not in text
