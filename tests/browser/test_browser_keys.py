"""Hands stay on the keyboard: every page can be reached and worked with by keys alone."""

import re
from itertools import pairwise
from typing import Final

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit, settle
from tests.browser.places import place

pytestmark = pytest.mark.browser
BOXES: Final = """
  [...document.querySelectorAll(".sheet .card")].map((card) => {
    const box = card.getBoundingClientRect();
    return [box.top, box.bottom];
  })
"""


def focused(page: Page, attribute: str) -> str | None:
    """Return an attribute of what has the focus, or of the card around it."""
    found: str | None = page.evaluate(
        "name => (document.activeElement.closest('.card') ?? document.activeElement)"
        ".getAttribute(name)",
        attribute,
    )
    return found


def test_the_first_stop_leads_past_the_head(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert focused(page, "id") == "content"


def test_two_keys_lead_to_a_page(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at)
    for key, path in (("e", "/exchanges"), ("s", "/statements"), ("o", "/"), ("a", "/articles")):
        page.keyboard.press("g")
        page.keyboard.press(key)
        page.wait_for_url(samples_at + path)
        settle(page)
    page.keyboard.press("?")
    page.wait_for_url(f"{samples_at}/help")


def test_keys_walk_through_an_article(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, place(samples_at, "article"))
    page.keyboard.press("j")
    assert focused(page, "data-s") == "1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert focused(page, "data-s") == "2"
    assert page.url.endswith("#s2")
    lit = page.locator(".said.lit")
    expect(lit.first).to_be_visible()
    for piece in lit.all():
        assert "2" in (piece.get_attribute("data-s") or "").split()
    expect(page.locator("#t2")).to_be_in_viewport()
    assert page.locator("#s2 details").get_attribute("open") is None
    page.keyboard.press("Enter")
    expect(page.locator("#s2 dl")).to_be_visible()
    page.keyboard.press("t")
    assert focused(page, "id") == "t2"
    page.keyboard.press("t")
    assert focused(page, "data-s") == "2"
    page.keyboard.press("Escape")
    expect(page.locator(".lit")).to_have_count(0)


def test_source_and_cue_show_with_the_chosen_statement(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, place(samples_at, "article"))
    assert page.locator(".named").count() == 0
    page.locator("[data-who]").first.wait_for()
    number = (page.locator("[data-who]").first.get_attribute("data-who") or "").split()[0]
    page.locator(f"#s{number} summary").focus()
    expect(page.locator(f"[data-who~='{number}'].named").first).to_be_visible()


def test_cards_never_lie_upon_each_other(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, place(samples_at, "article"))
    for _ in range(4):
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        expect(page.locator(".card:focus-within details[open]")).to_have_count(1)
        for _ in range(50):
            boxes = page.evaluate(BOXES)
            apart = all(end <= start + 1 for (_, end), (start, _) in pairwise(boxes))
            if apart:
                break
        assert apart


def test_a_statement_is_followed_into_its_exchange(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, place(samples_at, "article"))
    card = page.locator(".card:has(.onward a[href^='/exchanges/'])").first
    card.locator("summary").focus()
    page.keyboard.press("e")
    page.wait_for_url(re.compile("/exchanges/"))
    expect(page.locator(".card.marked")).to_be_in_viewport()


def test_links_of_an_exchange_are_drawn_and_lit(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, place(samples_at, "exchange"))
    answers = page.locator(".answers [data-to]").count()
    assert answers > 3
    expect(page.locator(".ties .tie")).to_have_count(answers)
    expect(page.locator(".ties path.inferred")).to_have_count(
        page.locator(".answers [data-to].inferred").count()
    )
    page.keyboard.press("j")
    assert focused(page, "data-turn") == "1"
    lit = page.locator(".tie.lit")
    for each in lit.all():
        assert "1" in {each.get_attribute("data-from"), each.get_attribute("data-to")}
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/articles/.*\?at="))


def test_turns_keep_their_order_downwards(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, place(samples_at, "exchange"))
    tops: list[float] = page.evaluate(
        "[...document.querySelectorAll('.turn .card')].map((c) => c.getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)


def test_conditions_change_the_list_and_the_address(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, "/statements")
    page.evaluate("window.before = 1")
    page.keyboard.press("/")
    page.keyboard.type("mediat*")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"text=mediat"))
    expect(page.locator("[role=status]")).not_to_contain_text("184")
    assert page.evaluate("window.before") == 1
    rows = page.locator("tbody tr").count()
    page.select_option("select[name=act]", "offer")
    page.wait_for_url(re.compile("act=offer"))
    expect(page.locator("tbody tr")).not_to_have_count(rows)
    shown = page.locator("tbody tr").count()
    assert 0 < shown < rows
    page.reload()
    expect(page.locator("tbody tr")).to_have_count(shown)
    expect(page.locator("select[name=act]")).to_have_value("offer")
    page.go_back()
    page.wait_for_url(re.compile(r"text=mediat"))


def test_keys_walk_through_a_list(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, "/statements?limit=20")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("tr.chosen")).to_have_count(1)
    page.keyboard.press("]")
    page.wait_for_url(re.compile("after="))
    settle(page)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/articles/.*\?at="))
    expect(page.locator(".said.lit").first).to_be_visible()


def test_a_brush_over_the_timeline_lists_those_days(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at)
    chart = page.locator(".chart svg")
    chart.wait_for()
    box = chart.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.35, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, middle, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile(r"/statements\?since=\d{4}-\d\d-\d\d&until=\d{4}-\d\d-\d\d"))


def test_the_theme_stays(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, "/claims?contested=1", color_scheme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark").click()
    page.locator("html[data-theme=dark][data-ready]").wait_for()
    assert page.url == f"{samples_at}/claims?contested=1"
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto(f"{samples_at}/help")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
