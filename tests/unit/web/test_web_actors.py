"""The pages of actors and of a claim: what they say, where they lead, what they never say."""

import re
from pathlib import Path

import pytest
from markupsafe import escape
from starlette.testclient import TestClient
from tests.unit.web.conftest import client, settings
from tests.unit.web.web_ledgers import HARM

SIDES = ("asserts", "denies")


def section(page: str, name: str) -> str:
    """Return the section under the heading with that id."""
    found = re.search(rf'<section[^>]*aria-labelledby="{name}".*?</section>', page, re.DOTALL)
    assert found, name
    return found[0]


def column(page: str, name: str) -> str:
    """Return a side of a claim without what tells it from the other."""
    found = section(page, name)
    return re.sub(r"side-\w+|asserts|denies|Asserted|Denied", "", found)


def test_the_list_leads_to_each_actor_and_to_its_statements(browse: TestClient) -> None:
    page = browse.get("/actors").text
    assert '<a class="actor" href="/actors/per%3Amara-venn"><bdi>Mara Venn</bdi></a>' in page
    assert 'href="/statements?about=per%3Amara-venn">6</a>' in page
    assert "<b>3 actors</b>" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?name=venn", "1 actor"),
        ("?kind=person", "2 actors"),
        ("?country=VAR", "3 actors"),
        ("?name=nobody", "0 actors"),
        ("?name=&kind=&country=", "3 actors"),
    ],
)
def test_actors_are_filtered_by_the_address(browse: TestClient, query: str, count: str) -> None:
    assert f"<b>{count}</b>" in browse.get(f"/actors{query}").text


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_the_list_downloads_with_its_conditions(browse: TestClient, form: str) -> None:
    whole = browse.get(f"/actors.{form}")
    chosen = browse.get(f"/actors.{form}?kind=person")
    assert whole.headers["content-disposition"] == f'attachment; filename="actors.{form}"'
    assert whole.content != chosen.content
    if form == "csv":
        assert [line.partition(",")[0] for line in whole.text.splitlines()] == [
            "id",
            "per:mara-venn",
            "per:ilir-ost",
            "state:OST",
        ]


def test_an_actor_shows_what_is_said_of_and_by_him(browse: TestClient) -> None:
    page = browse.get("/actors/per:ilir-ost").text
    said = section(page, "said")
    assert 'href="/statements?speaker=per%3Ailir-ost">All 6</a>' in said
    assert 'href="/statements?speaker=per%3Ailir-ost&amp;act=deny"' in said
    assert "Nothing in this ledger." in section(page, "said-of")
    assert "Ostrava Times" in section(page, "names")
    assert "Mar 2024" in section(page, "roles")
    assert "nothing had to be joined" in section(page, "one")


def test_who_accuses_and_who_is_accused_are_told_alike(browse: TestClient) -> None:
    accuser = browse.get("/actors/per:mara-venn").text
    accused = browse.get("/actors/state:OST").text
    there = 'href="/statements?speaker=per%3Amara-venn&amp;about=state%3AOST&amp;act=accuse"'
    assert there in section(accuser, "accuses")
    assert there in section(accused, "accused-by")
    assert "without one here" in section(accused, "accused-by")
    assert "never means that there was none" in accused


def test_an_accusation_leads_to_just_its_statements(browse: TestClient) -> None:
    page = browse.get("/actors/per:mara-venn").text
    there = re.search(r'href="(/statements\?[^"]*act=accuse)" aria-label="(\d+) ', page)
    assert there
    path, count = there[1].replace("&amp;", "&"), there[2]
    assert f"<b>{count} statements</b>" in browse.get(path).text


def test_who_is_not_there_is_a_problem_with_a_cure(browse: TestClient) -> None:
    answer = browse.get("/actors/per:nobody")
    assert answer.status_code == 404
    assert "per:nobody" in answer.text


def test_statements_lead_to_their_actors(browse: TestClient) -> None:
    assert 'href="/actors/per%3Ailir-ost"' in browse.get("/statements").text
    article = browse.get("/articles/000").text
    assert "<dt>Speaker</dt>" in article
    assert 'href="/actors/state%3AOST"' in article
    assert 'href="/actors"' in browse.get("/").text


def test_a_claim_has_two_columns_of_one_form(browse: TestClient) -> None:
    claims = browse.get("/api/claims").json()["items"]
    assert claims
    for claim in claims:
        page = browse.get(f"/claims/{claim['id']}").text
        first, second = (column(page, name) for name in SIDES)
        assert re.findall(r"<(\w+)", first)[:4] == re.findall(r"<(\w+)", second)[:4]
        assert page.count('class="column side-') in {2, 3}
        assert "it says nothing about who is right" in page
        for voice in claim["voices"]:
            for each in voice["statements"]:
                there = f"/articles/{each['article_id']}?at={each['statement_id']}"
                assert f'<a class="exact" href="{there}"><mark>' in page


def test_both_sides_are_drawn_alike(browse: TestClient) -> None:
    claims = browse.get("/api/claims").json()["items"]
    contested = next(each for each in claims if each["status"] == "contested")
    page = browse.get(f"/claims/{contested['id']}").text
    drawn = [sorted(re.findall(r'class="([^"]*)"', column(page, name))) for name in SIDES]
    assert set(drawn[0]) == set(drawn[1])
    assert {"voice", "origin", "exact", "facts"} <= set(drawn[0])


def test_a_side_that_nobody_takes_says_so_without_a_verdict(browse: TestClient) -> None:
    claims = browse.get("/api/claims").json()["items"]
    empty = next(each for each in claims if len({voice["side"] for voice in each["voices"]}) == 1)
    page = browse.get(f"/claims/{empty['id']}").text
    taken = empty["voices"][0]["side"]
    other = section(page, "denies" if taken == "asserts" else "asserts")
    assert "No statement in this ledger" in other
    assert "it never means that there was none" in other


def test_lists_lead_to_the_claim(browse: TestClient) -> None:
    key = browse.get("/api/claims?limit=1").json()["items"][0]["id"]
    assert f'href="/claims/{key}"' in browse.get("/claims").text


def test_a_claim_that_is_no_more_is_not_found(browse: TestClient) -> None:
    assert browse.get("/claims/k-0000").status_code == 404


@pytest.mark.parametrize("name", ["script", "closing-script", "image", "svg", "attribute", "style"])
def test_nothing_of_an_article_acts_on_these_pages(harmed: TestClient, name: str) -> None:
    page = harmed.get(f"/actors/per:{name}").text
    assert str(escape(HARM[name])) in page
    for sign in ("<script>window", "<img src=x", "<svg/onload", "<style>body", 'onfocus="window'):
        assert sign not in page


def test_an_empty_ledger_has_no_actor(ledgers: dict[str, Path]) -> None:
    with client(settings(ledgers["empty"])) as empty:
        assert empty.get("/api/actors").json() == {"items": [], "next": None, "total": 0}
        assert "rejoinder ingest" in empty.get("/actors").text
