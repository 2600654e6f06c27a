"""A review from the first statement to the last, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit, served, settle
from tests.browser.test_browser_pages import barriers, overflow
from tests.unit.ledger.ledger_samples import fresh, quarrel
from tests.unit.pipeline.reviewed import ingest

pytestmark = pytest.mark.browser

WAIT = 25_000
"""Milliseconds: what is decided first loads the tables by which actors are judged."""

FIRST, SECOND = quarrel(), quarrel("002", published="2024-03-09", extra=" It went on.")


@pytest.fixture
def quarrels_at(tmp_path: Path) -> Iterator[str]:
    """Return the address of a workbench over a ledger that is this test's own."""
    with fresh(tmp_path) as ledger:
        ingest(ledger, FIRST, SECOND)
        path = ledger.path
    with served(path, write=True) as address:
        yield address


def begin(visit: Visit, address: str, statement: str = "", **how: object) -> Page:
    """Open the queue, or one statement of it, and say by keys who reviews."""
    there = f"/review?statement={statement}" if statement else "/review"
    page = visit(address, there, **how)
    page.keyboard.type("Una Reviewer")
    press(page, "Enter")
    expect(page.locator("#passage")).to_be_visible(timeout=WAIT)
    return page


def press(page: Page, *keys: str) -> None:
    """Press keys one after another, each on a page that is ready for it."""
    for key in keys:
        settle(page, WAIT)
        page.keyboard.press(key)
    page.wait_for_load_state("load", timeout=WAIT)
    settle(page, WAIT)


def marked(page: Page, part: str) -> str:
    """Return the words that are marked as a part."""
    return "".join(page.locator(f"#passage .w.{part}").all_text_contents())


def progress(page: Page, judged: int, total: int = 6) -> None:
    """Wait until so many are judged."""
    expect(page.locator(".review-bar")).to_contain_text(
        f"{judged} of {total} judged by you", timeout=WAIT
    )


def test_a_whole_session_goes_by_keys(quarrels_at: str, visit: Visit) -> None:
    page = begin(visit, quarrels_at)
    progress(page, 0)
    first = page.url

    # What the speaker does: the list takes the first letters.
    page.keyboard.press("l")
    page.keyboard.type("warn")
    page.keyboard.press("Enter")
    expect(page.locator('[data-key="l"] .edit-value')).to_have_text("warns", timeout=WAIT)
    progress(page, 1)

    # Who speaks: the name is typed over the one that stands there.
    press(page, "s")
    page.keyboard.type("Ostrava")
    page.keyboard.press("Enter")
    expect(page.locator('[data-key="s"] .edit-value')).to_have_text("Ostrava", timeout=WAIT)

    # The words: two fewer at the end, one fewer at the beginning.
    before = marked(page, "content")
    press(page, "e", "ArrowLeft", "ArrowLeft", "Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".history")).to_contain_text("set the words", timeout=WAIT)
    assert marked(page, "content") in before
    assert len(marked(page, "content").split()) == len(before.split()) - 3

    here = page.url
    press(page, "a")
    page.wait_for_url(lambda there: there != here, timeout=WAIT)
    progress(page, 1)
    assert page.url != first

    # Rejected for the second of the reasons; then that is taken back.
    gone = page.url
    press(page, "r", "2")
    progress(page, 2)
    assert page.url != gone
    press(page, "u")
    progress(page, 1)
    assert page.url == gone

    press(page, "k")
    expect(page.locator(".history")).to_contain_text("accepted", timeout=WAIT)
    press(page, "j")
    page.wait_for_url(gone, timeout=WAIT)
    for judged in range(2, 7):
        press(page, "a")
        if judged < 6:
            progress(page, judged)
    expect(page.locator("h1")).to_have_text("Nothing left to review", timeout=WAIT)
    expect(page.locator(".empty")).to_contain_text("6 of 6", timeout=WAIT)


def test_the_mouse_marks_words_too(quarrels_at: str, visit: Visit) -> None:
    page = begin(visit, quarrels_at, FIRST.statements[0].id)
    press(page, "e", "1")
    words = page.locator("#passage .w")
    ends = [words.get_by_text(each, exact=True).first for each in ("Spokesman", "Öst")]
    left, right = (each.bounding_box() for each in ends)
    assert left is not None
    assert right is not None
    page.mouse.move(left["x"] + 1, left["y"] + left["height"] / 2)
    page.mouse.down()
    page.mouse.move(right["x"] + right["width"] - 1, right["y"] + right["height"] / 2, steps=4)
    page.mouse.up()
    assert marked(page, "source") == "Spokesman Ilir Öst"
    page.keyboard.press("Enter")
    expect(page.locator(".history")).to_contain_text("set the words", timeout=WAIT)
    assert marked(page, "source") == "Spokesman Ilir Öst"


def test_escape_lets_go_and_letters_that_are_typed_decide_nothing(
    quarrels_at: str, visit: Visit
) -> None:
    page = begin(visit, quarrels_at)
    press(page, "n")
    page.keyboard.type("a remark, urgent")
    page.keyboard.press("Escape")
    expect(page.locator(".edit[open]")).to_have_count(0, timeout=WAIT)
    progress(page, 0)
    press(page, "g", "a")
    page.wait_for_url(f"{quarrels_at}/articles")


def test_nobody_is_shut_out_of_a_statement(quarrels_at: str, visit: Visit) -> None:
    page = begin(visit, quarrels_at, FIRST.statements[0].id, color_scheme="light")
    press(page, "l")
    for key in "rsobexn":
        page.locator(f'.edit[data-key="{key}"]').evaluate("each => { each.open = true; }")
        assert not barriers(page), key
    page.emulate_media(color_scheme="dark")
    assert not barriers(page, "color-contrast")
    page.set_viewport_size({"width": 390, "height": 844})
    assert not overflow(page)


def test_without_scripts_the_same_is_done_by_forms(quarrels_at: str, visit: Visit) -> None:
    page = visit(quarrels_at, "/review", java_script_enabled=False)
    page.set_default_timeout(WAIT)
    page.get_by_label("Your name").fill("Una")
    page.get_by_role("button", name="Begin").click()
    page.get_by_text("Words", exact=True).first.click()
    page.locator('textarea[name="content"]').fill("shelled the bridge")
    page.locator('form[data-decision="spans"] button').click()
    expect(page.locator("#passage")).to_be_visible(timeout=WAIT)
    assert marked(page, "content") == "shelled the bridge"
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(".review-bar")).to_contain_text("1 of 6 judged by you", timeout=WAIT)
