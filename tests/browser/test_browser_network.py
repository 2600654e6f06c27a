"""The network and a pair in a real browser: what is drawn is what the tables hold."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Visit, settle
from tests.browser.places import place

pytestmark = pytest.mark.browser


def lines(page: Page) -> Locator:
    """Return the lines of the network that are drawn: each has an arrow's or a line's stroke."""
    return page.locator(".drawing svg path[fill=none][stroke-width]")


def test_the_network_is_drawn_from_the_table(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, "/network?limit=20")
    lines(page).first.wait_for(state="attached")
    names = page.locator("#edges tbody tr").first
    source = names.get_attribute("data-source-name") or ""
    expect(page.locator(".drawing svg text", has_text=source).first).to_be_visible()
    expect(lines(page)).to_have_count(20)
    page.goto(f"{samples_at}/network?limit=5")
    expect(lines(page)).to_have_count(5)


def test_every_name_of_the_network_is_written(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, "/network?limit=20")
    ends = page.locator("#edges tbody tr").evaluate_all(
        "rows => rows.flatMap(({dataset}) => [dataset.sourceName, dataset.targetName])"
    )
    lines(page).first.wait_for(state="attached")
    drawn = page.locator(".drawing svg text").evaluate_all(
        "texts => texts.map((text) => text.textContent)"
    )
    written = "".join("".join(drawn).split())
    assert len(set(ends)) > 10
    for name in ends:
        assert "".join(name.split()) in written, name


def test_conditions_draw_the_network_anew_and_keys_walk_its_rows(
    samples_at: str, visit: Visit
) -> None:
    page = visit(samples_at, "/network?limit=20")
    lines(page).first.wait_for(state="attached")
    page.select_option("select[name=kind]", "state")
    page.wait_for_url(re.compile("kind=state"))
    expect(page.locator("#edges tbody tr[data-source-kind=person]")).to_have_count(0)
    lines(page).first.wait_for(state="attached")
    page.locator("h1").click()
    page.keyboard.press("j")
    expect(page.locator("tr.chosen")).to_have_count(1)
    expect(page.locator("tr.chosen :focus")).to_have_count(1)
    page.locator("tr.chosen a.there").press("Enter")
    page.wait_for_url(re.compile(r"/statements\?speaker="))


def test_a_line_leads_to_its_statements(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, "/network?limit=1")
    lines(page).first.wait_for(state="attached")
    page.locator(".drawing svg text", has_text=re.compile(r"^[−+±]?\d+$")).first.click(force=True)
    page.wait_for_url(re.compile(r"/statements\?speaker="))


def test_a_brush_over_weeks_shows_what_was_said_in_them(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, place(samples_at, "dyad"))
    chart = page.locator(".chart svg")
    chart.locator("path").first.wait_for(state="attached")
    before = page.locator(".passages tbody tr").count()
    box = chart.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.35, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, middle, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile(r"pick=\d{4}-\d\d-\d\d&pick_until=\d{4}-\d\d-\d\d#passages"))
    settle(page)
    expect(page.locator("#passages")).to_contain_text("from 2")
    assert 0 < page.locator(".passages tbody tr").count() <= before


def test_tables_stand_without_scripts(samples_at: str, visit: Visit) -> None:
    page = visit(samples_at, "/network?limit=20", java_script_enabled=False)
    expect(page.locator("#edges tbody tr")).to_have_count(20)
    expect(page.locator(".drawing")).to_be_hidden()
    page.goto(samples_at + place(samples_at, "dyad"))
    page.locator("summary", has_text="The same as a table").click()
    expect(page.locator("#tension-table tbody tr").first).to_be_visible()
