"""Every page answers, for a full ledger and an empty one, and its state is in its address."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.unit.exchanges.stories import told
from tests.unit.ledger.ledger_samples import NOW, fresh, makers, put
from tests.unit.ledger.ledger_samples import link as tied
from tests.unit.web.conftest import client, settings
from tests.unit.web.web_ledgers import long_record

from rejoinder.exchanges.relate import make_link
from rejoinder.ledger.write import append
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act
from rejoinder.pipeline.summaries import refresh_summaries
from rejoinder.web.navigation import NAVIGATION
from rejoinder.web.routes import ROUTERS

PLACES = [place.path for place in NAVIGATION]


def first(page: str, pattern: str) -> str:
    """Return the first group of the first match."""
    found = re.search(pattern, page)
    assert found, pattern
    return found[1]


@pytest.mark.parametrize("path", [*PLACES, "/help", "/api"])
def test_a_page_answers_with_its_landmarks(browse: TestClient, path: str) -> None:
    page = browse.get(path, headers={"accept": "text/html"})
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.text.count("<h1") == 1
    assert page.text.count("<main") == 1
    assert 'href="#content"' in page.text
    assert "quarrels.sqlite" in page.text


@pytest.mark.parametrize("path", PLACES)
def test_an_empty_ledger_says_what_to_do(ledgers: dict[str, Path], path: str) -> None:
    with client(settings(ledgers["empty"])) as empty:
        page = empty.get(path).text
    assert "rejoinder ingest" in page


def test_the_overview_counts_and_lists(browse: TestClient) -> None:
    page = browse.get("/").text
    assert first(page, r"Articles</a></dt><dd>(\d+)") == "3"
    assert first(page, r"Statements</a></dt><dd>(\d+)") == "9"
    assert "1 input could not be read" in page
    assert "Ostrava Times" in page
    assert '<tr data-first="2024-03-04"' in page


def test_what_takes_long_comes_after_the_page(ledgers: dict[str, Path]) -> None:
    with client(settings(ledgers["quarrels"])) as fresh:
        page = fresh.get("/").text
        assert page.count('aria-busy="true"') == 3
        for name in ("exchanges", "unanswered", "contested"):
            assert f'data-hx-get="/overview/{name}"' in page
            piece = fresh.get(f"/overview/{name}").text
            assert f'<section id="panel-{name}"' in piece
            assert "aria-busy" not in piece
            assert "<html" not in piece
        again = fresh.get("/").text
        assert "aria-busy" not in again
        assert first(again, r'id="count-exchanges">(\d+)') != "0"
    with client(settings(ledgers["quarrels"])) as fresh:
        assert "aria-busy" not in fresh.get("/?whole=1").text


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", "9 statements"),
        ("?act=deny", "3 statements"),
        ("?speaker=venn", "3 statements"),
        ("?publisher=ostrava", "3 statements"),
        ("?text=shelled&act=accuse", "3 statements"),
        ("?since=2024-03-08&until=2024-03-10", "1 statement"),
        ("?act=&speaker=&since=&until=", "9 statements"),
        ("?text=nowhere", "0 statements"),
    ],
)
def test_statements_are_filtered_by_the_address(browse: TestClient, query: str, count: str) -> None:
    page = browse.get(f"/statements{query}").text
    assert f"<b>{count}</b>" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?matter=shelled", "2 exchanges"),
        ("?matter=shelled&party=nobody", "0 exchanges"),
        ("?matter=lying", "0 exchanges"),
        ("?matter=", "2 exchanges"),
    ],
)
def test_exchanges_are_filtered_by_their_matter(browse: TestClient, query: str, count: str) -> None:
    page = browse.get(f"/exchanges{query}").text
    assert f"<b>{count}</b>" in page


def test_the_matter_of_exchanges_stays_in_field_links_and_files(browse: TestClient) -> None:
    page = browse.get("/exchanges?matter=shelled&limit=1").text
    assert '<input type="search" name="matter" value="shelled"' in page
    assert 'href="/exchanges.csv?limit=1&amp;matter=shelled"' in page
    assert re.search(r'rel="next" href="/exchanges\?limit=1&amp;matter=shelled&amp;after=x-', page)
    assert browse.get("/exchanges.jsonl?matter=nowhere").text == ""
    found = browse.get("/api/exchanges?matter=shelled").json()
    every = browse.get("/api/exchanges").json()
    assert 0 < found["total"] == len(found["items"]) <= every["total"]


def test_exchanges_of_surer_links_lead_to_the_whole_of_theirs(browse: TestClient) -> None:
    page = browse.get("/exchanges?least=0.6").text
    assert '<option value="0.6" selected>from 0.6</option>' in page
    there = first(page, r'href="(/exchanges/s-\w+)"')
    assert browse.get(there).status_code == 200
    assert browse.get("/api/exchanges?least=").json() == browse.get("/api/exchanges").json()
    assert browse.get("/api/exchanges?least=1.2").status_code == 400
    assert "selected>from 0.7" in browse.get("/exchanges?least=0.7").text


def test_a_list_of_surer_links_does_not_say_that_the_ledger_has_no_answer(tmp_path: Path) -> None:
    story = told("Tarn accused Avaria of piracy. Avaria denied it. Cyrland backed Tarn.")
    charge = story.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria of piracy", cue="accused")
    denial = story.say(Act.DENY, "state:AVA", "per:tarn", "it", cue="denied")
    third = story.say(Act.SUPPORT, "state:CYR", "per:tarn", "Tarn", cue="backed")
    links = (
        make_link(denial, charge, Relation.DENIES, evidence=None, score=0.4),
        make_link(third, charge, Relation.SUPPORTS, evidence=None, score=0.9),
    )
    with fresh(tmp_path, "cut.sqlite") as ledger:
        put(ledger, story.record(links))
    with client(settings(ledger.path)) as browser:
        whole, cut = (browser.get(f"/exchanges{asked}").text for asked in ("", "?least=0.5"))
    assert "1 of 1 accusation" not in whole
    assert "1 of 1 accusation or demand without an answer by links so sure" in cut


def test_nothing_found_offers_to_clear_the_conditions(browse: TestClient) -> None:
    page = browse.get("/statements?text=nowhere").text
    assert '<a class="button" href="/statements">Clear the conditions</a>' in page


@pytest.mark.parametrize("path", ["/statements", "/articles", "/exchanges", "/claims"])
def test_pages_of_a_list_hold_everything_once(browse: TestClient, path: str) -> None:
    seen: list[str] = []
    there = f"{path}?limit=1"
    for _ in range(20):
        page = browse.get(there).text
        results = page[page.index('id="results"') :]
        seen.append(first(results, r'href="(/(?:articles|exchanges)/[^"]+)"'))
        following = re.search(r'rel="next" href="([^"]+)"', results)
        if following is None:
            break
        there = following[1].replace("&amp;", "&")
    total = int(first(page, r"<b>(\d+) "))
    assert len(seen) == total
    if path != "/claims":
        assert len(set(seen)) == total


def test_what_is_asked_for_stays_in_the_links(browse: TestClient) -> None:
    page = browse.get("/statements?act=accuse&limit=2").text
    assert re.search(r'href="/statements\?limit=2&amp;act=accuse&amp;after=s-\w+"', page)
    assert 'href="/statements.csv?limit=2&amp;act=accuse"' in page
    assert '<option value="accuse" selected>' in page


def test_a_statement_leads_to_its_place_in_the_article(browse: TestClient) -> None:
    key = browse.get("/api/statements?act=deny&limit=1").json()["items"][0]["id"]
    answer = browse.get(f"/statements/{key}")
    assert answer.status_code == 303
    page = browse.get(answer.headers["location"]).text
    number = first(page, r'data-at="(\d+)"')
    assert f'id="s{number}"' in page
    assert f'id="t{number}"' in page
    assert "<details open>" in page


def test_an_article_is_shown_letter_for_letter(browse: TestClient) -> None:
    article = browse.get("/api/articles/000").json()["record"]["article"]
    page = browse.get("/articles/000").text
    sheet = page[page.index('class="sheet"') :]
    words = re.findall(r'<(?:p|h1|h2) class="words[^>]*>(.*?)</(?:p|h1|h2)>', sheet, re.DOTALL)
    bare = [re.sub(r"<a class=\"mark.*?</a>|<[^>]+>", "", each) for each in words]
    assert "\n".join(bare) == article["text"]


def test_an_article_marks_statements_nested_ones_and_links(browse: TestClient) -> None:
    page = browse.get("/articles/000").text
    assert page.count('class="mark ') == 3
    assert re.search(r'<span class="said v\d inset o\d" data-s="1 2"', page)
    assert re.search(r'class="[^"]*\bwho" [^>]*data-who="1', page)
    assert re.search(r'class="[^"]*\bcue"[^>]*data-cue="1', page)
    links = re.findall(r'<li class="(explicit|inferred)">(.*?)</li>', page, re.DOTALL)
    assert {kind for kind, _ in links} == {"explicit", "inferred"}
    for kind, words in links:
        assert ("marked by the text" in words) is (kind == "explicit")
        assert ("inferred, 0." in words) is (kind == "inferred")
    other = browse.get("/articles/001").text
    assert "denied by" in other
    assert "Ostrava Times" in other


def test_only_a_turn_is_followed_into_its_exchange(browse: TestClient, tmp_path: Path) -> None:
    followed = r'href="(/exchanges/[^"]+)">Follow the exchange'
    for ref in ("000", "001"):
        there = re.findall(followed, browse.get(f"/articles/{ref}").text)
        assert there
        assert {browse.get(each).status_code for each in there} == {200}
    alone = long_record(100)
    first_said, then_said = alone.statements
    support = tied(then_said.id, first_said.id, Relation.SUPPORTS)
    for summarise in (refresh_summaries, None):
        with fresh(tmp_path, f"{summarise is None}.sqlite") as ledger:
            append(
                ledger,
                records=[replace(alone, links=(support,))],
                makers=makers(),
                now=NOW,
                summarise=summarise,
            )
        with client(settings(ledger.path)) as own:
            page = own.get("/articles/long").text
            assert page.count('<li class="inferred">') == 2
            assert not re.search(followed, page)


def test_two_articles_are_shown_side_by_side(browse: TestClient) -> None:
    page = browse.get("/articles/000/compare/001").text
    assert "0 paragraphs not the same" in page
    assert page.count('<tr class="same">') == 2
    assert browse.get("/articles/000/compare/nowhere").status_code == 404


def test_an_exchange_has_lanes_turns_and_links(browse: TestClient) -> None:
    there = first(browse.get("/exchanges").text, r'href="(/exchanges/x-\w+)"')
    page = browse.get(there).text
    assert 'class="exchange lanes-2"' in page
    assert re.search(r'<li class="(explicit|inferred) tie-denies" data-to="1"', page)
    assert "Ilir Öst" in page
    turns = browse.get(f"/api{there}").json()["turns"]
    assert page.count('class="turn lane-') == len(turns)
    same = browse.get(f"/exchanges/{turns[0]['statement_id']}").text
    assert " marked" in same


@pytest.mark.parametrize("path", ["/exchanges?party=", "/claims?party=", "/replies?accuser="])
def test_an_empty_list_tells_who_is_near_a_name_that_nobody_has(
    browse: TestClient, path: str
) -> None:
    shown = browse.get(f"{path}Ostravva").text
    assert "no actor goes by &#39;Ostravva&#39;; near it: " in shown
    assert "no actor goes by" not in browse.get(f"{path}Ostrava").text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("/exchanges?matter=zzzz", "&#39;zzzz&#39; is in no statement"),
        ("/exchanges?since=2099-01-01", "the statements here that have a day are of "),
        ("/claims?matter=zzzz", "&#39;zzzz&#39; is in no statement"),
        ("/claims?until=1900-01-01", "the statements here that have a day are of "),
        ("/replies?publisher=zzzz", "no publisher goes by &#39;zzzz&#39;; there are: "),
        ("/statements?text=zzzz", "&#39;zzzz&#39; is in no statement"),
        ("/statements?publisher=zzzz", "no publisher goes by &#39;zzzz&#39;; there are: "),
        ("/statements?speaker=Ostravva", "no actor goes by &#39;Ostravva&#39;; near it: "),
    ],
)
def test_an_empty_list_tells_which_condition_nothing_meets(
    browse: TestClient, query: str, told: str
) -> None:
    assert told in browse.get(query).text
    assert told not in browse.get(query.partition("?")[0]).text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nowhere", 404, "There is nothing here"),
        ("/articles/nowhere", 404, "no article goes by"),
        ("/statements/s-0000", 404, "no statement"),
        ("/exchanges/x-0000", 404, "no exchange goes by"),
        (
            "/exchanges?since=2023-05-02&until=2023-05-01",
            400,
            "until &#39;2023-05-01&#39; must not come before since",
        ),
        ("/statements?since=soon", 400, "&#39;soon&#39; must be a day, written as 2024-03-09"),
        ("/statements?act=sing", 400, "act &#39;sing&#39; must be &#39;accuse&#39;, "),
        ("/statements?limit=100000", 400, "limit"),
        ("/statements?after=s-0000", 404, "begin the list anew"),
        ("/exchanges?after=x-0000", 404, "x-0000"),
        ("/statements.xlsx", 400, "form"),
    ],
)
def test_an_error_is_a_page_that_says_what_to_do(
    browse: TestClient, path: str, status: int, words: str
) -> None:
    page = browse.get(path)
    assert page.status_code == status
    assert words in page.text
    assert "What to do:" in page.text
    assert "Traceback" not in page.text


def test_every_place_has_its_own_key() -> None:
    keys = [place.key for place in NAVIGATION]
    assert len(set(keys)) == len(keys)
    assert len(ROUTERS) == len({id(router) for router in ROUTERS})
