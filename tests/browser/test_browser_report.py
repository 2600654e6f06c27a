"""A report in a real browser, from a file: barriers, themes, phone, paper, no request."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.browser.places import place
from tests.browser.test_browser_pages import barriers, overflow

pytestmark = pytest.mark.browser


@pytest.fixture
def saved(samples_at: str, visit: Visit, tmp_path: Path) -> Page:
    """Return the report that the page of an exchange gives, opened from a file."""
    page = visit(samples_at, place(samples_at, "exchange"))
    with page.expect_download() as coming:
        page.get_by_role("link", name="Report to hand on").click()
    target = tmp_path / coming.value.suggested_filename
    coming.value.save_as(target)
    opened = page.context.browser.new_page()  # type: ignore[union-attr]
    opened.goto(target.as_uri())
    return opened


def test_a_report_shuts_nobody_out(saved: Page) -> None:
    asked: list[str] = []
    told: list[str] = []
    saved.on("request", lambda request: asked.append(request.url))
    saved.on("console", lambda message: told.append(message.text))
    saved.reload()
    assert asked == [saved.url]
    assert told == []
    expect(saved.locator("blockquote").nth(3)).to_be_visible()
    for scheme in ("light", "dark"):
        saved.emulate_media(color_scheme=scheme)
        assert not barriers(saved)
    saved.set_viewport_size({"width": 390, "height": 844})
    assert not overflow(saved)
    assert not barriers(saved, "target-size", "scrollable-region-focusable")


def test_a_report_prints(saved: Page) -> None:
    saved.emulate_media(media="print")
    expect(saved.locator("nav")).to_be_hidden()
    for form in ("A4", "Letter"):
        assert saved.pdf(format=form, prefer_css_page_size=True).count(b"/Type /Page\n") >= 2
