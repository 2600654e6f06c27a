"""Each page in a real browser: it complains of nothing, asks nobody else, and shuts nobody out."""

from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from tests.browser.conftest import Visit, served, settle
from tests.browser.places import PAGES, place
from tests.unit.web.web_ledgers import HARM, write_empty

from rejoinder.text.acting import find_acting

pytestmark = pytest.mark.browser
AXE = Path(__file__).parent / "vendor/axe-core/axe.min.js"
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def barriers(page: Page, *rules: str) -> list[str]:
    """Return what axe finds by those rules, else by all, each with the first place of it."""
    # Evaluated by the tool, as the policy of the page lets no foreign script in.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    # Of what is in order it would tell as much as of what is not.
    how = {"runOnly": only, "resultTypes": ["violations"], "selectors": False}
    found = page.evaluate("how => axe.run(how)", how)
    return [
        f"{each['id']} ({each['impact']}): {each['nodes'][0]['html'][:200]} "
        f"{each['nodes'][0]['failureSummary']}"
        for each in found["violations"]
    ]


def overflow(page: Page) -> list[str]:
    """Return what sticks out of the window sideways."""
    found: list[str] = page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          return [...document.querySelectorAll("body *")]
            .filter((e) => e.getBoundingClientRect().right > width + 1)
            .map((e) => e.outerHTML.slice(0, 120));
        }"""
    )
    return found


@pytest.mark.parametrize("name", PAGES)
def test_nobody_is_shut_out(samples_at: str, visit: Visit, name: str) -> None:
    page = visit(samples_at, place(samples_at, name), color_scheme="light")
    assert not barriers(page)
    assert not overflow(page)
    page.emulate_media(color_scheme="dark")
    assert not barriers(page, "color-contrast")


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_it_whole(samples_at: str, visit: Visit, name: str) -> None:
    page = visit(samples_at, place(samples_at, name), viewport=PHONE, has_touch=True)
    assert not overflow(page)
    assert not barriers(page, "target-size", "scrollable-region-focusable")


@pytest.mark.parametrize("name", ["article", "exchange"])
def test_on_paper_nothing_lies_upon_another(samples_at: str, visit: Visit, name: str) -> None:
    page = visit(samples_at, place(samples_at, name))
    page.set_viewport_size({"width": 720, "height": 1000})
    page.emulate_media(media="print")
    boxes: list[list[float]] = page.evaluate(
        """[...document.querySelectorAll("main .card")].map((card) => {
          const box = card.getBoundingClientRect();
          return [box.top, box.bottom, box.width];
        })"""
    )
    assert len(boxes) > 5
    assert all(end <= start + 1 for (_, end, _), (start, _, _) in pairwise(boxes))
    assert min(width for _, _, width in boxes) > 150


EMPTY = (
    *("/", "/exchanges", "/claims", "/actors", "/network", "/dyads", "/statements", "/articles"),
    *("/search", "/replies", "/publishers", "/saved", "/review", "/review/agreement", "/ingest"),
)


def test_a_ledger_without_articles_shuts_nobody_out(visit: Visit, tmp_path: Path) -> None:
    with served(write_empty(tmp_path), write=True) as address:
        page = visit(address)
        for path in EMPTY:
            page.goto(address + path)
            settle(page)
            expect(page.locator("h1"), path).to_have_count(1)
            assert not barriers(page), path
            assert not overflow(page), path


@pytest.mark.parametrize("path", ["/nowhere", "/articles/nowhere", "/statements?since=soon"])
def test_a_problem_shuts_nobody_out(samples_at: str, visit: Visit, path: str) -> None:
    # The browser itself complains of the status.
    page = visit(samples_at, path, provoked=True, color_scheme="light")
    expect(page.locator("main")).to_contain_text("What to do:")
    assert not barriers(page)
    page.emulate_media(color_scheme="dark")
    assert not barriers(page, "color-contrast")
    page.set_viewport_size(PHONE)
    assert not overflow(page)


def test_the_door_shuts_out_only_who_lacks_the_token(visit: Visit, tmp_path: Path) -> None:
    token = "t" * 40
    with served(write_empty(tmp_path), token=token) as address:
        page = visit(address, "/articles?title=x", provoked=True, color_scheme="light")
        assert not barriers(page)
        page.get_by_label("Token").fill(token)
        page.get_by_role("button", name="Enter").click()
        page.wait_for_url(f"{address}/articles?title=x")
        expect(page.locator("h1")).to_have_text("Articles")


def test_axe_finds_barriers(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, "/help")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert any(each.startswith("button-name") for each in barriers(page))


def test_the_policy_stops_what_is_put_into_a_page(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, "/help", provoked=True)
    with page.expect_console_message(lambda told: "Content Security Policy" in told.text):
        page.evaluate(
            """() => {
              const script = document.createElement("script");
              script.textContent = "window.harmed = 1";
              document.body.append(script);
            }"""
        )
    assert page.evaluate("window.harmed") is None


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/statements?limit=200", "/exchanges", "/claims", "/articles", "/replies"),
        *("/actors/per:no-space", "/actors/per:long-words", "/publishers", "/network"),
    ],
)
def test_nothing_that_articles_bring_is_run_in_lists(harm_at: str, visit: Visit, path: str) -> None:
    page = visit(harm_at, path)
    assert page.evaluate("window.harmed") is None
    assert not overflow(page)
    page.set_viewport_size(PHONE)
    assert not overflow(page)


def test_nothing_that_articles_bring_is_run_in_them(harm_at: str, visit: Visit) -> None:
    page = visit(harm_at)
    there = [
        name
        for name, words in HARM.items()
        if set(words) & set("<\"'`{") or len(words) > 1000 or find_acting(words)
    ]
    assert len(there) >= 25
    for name in there:
        page.goto(f"{harm_at}/articles/{name}", wait_until="domcontentloaded")
        assert page.evaluate("window.harmed") is None, name
        assert not overflow(page), name


@pytest.mark.parametrize("name", ["overview", "article", "exchange", "statements"])
def test_pages_can_be_read_without_scripts(samples_at: str, visit: Visit, name: str) -> None:
    page = visit(samples_at, place(samples_at, name), java_script_enabled=False)
    expect(page.locator("h1")).to_have_count(1)
    assert len(page.locator("main").inner_text()) > 300
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page).to_have_url(samples_at + place(samples_at, name))
