"""From files to an exchange in a real browser, with scripts and without."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit, served
from tests.browser.test_browser_pages import barriers, overflow
from tests.unit.web.web_ledgers import write_empty

pytestmark = [pytest.mark.browser, pytest.mark.model]
LONG = 120_000


@pytest.fixture
def writable_at(tmp_path: Path) -> Iterator[str]:
    """Return the address of a workbench over an empty ledger that may be written to."""
    inbox = tmp_path / "inbox"
    (inbox / "march").mkdir(parents=True)
    (inbox / "march" / "one.txt").write_text("Norland said that it was so.", encoding="utf-8")
    with served(write_empty(tmp_path), write=True, inbox=inbox) as address:
        yield address


def test_files_that_are_sent_lead_to_an_exchange(
    writable_at: str, visit: Visit, samples: Path, tmp_path: Path
) -> None:
    page = visit(writable_at, "/ingest", color_scheme="light")
    assert not barriers(page)
    assert not overflow(page)
    bad = tmp_path / "broken.txt"
    bad.write_bytes(b"%PDF-1.7")
    few = sorted(each for each in samples.rglob("*") if each.suffix == ".txt")[:4]
    page.get_by_label("Files, or an archive").set_input_files([*few, bad])
    page.get_by_role("button", name="Send and ingest").click()
    expect(page.get_by_role("heading", name="Articles added")).to_be_visible(timeout=LONG)
    expect(page.get_by_role("table")).to_contain_text("broken.txt")
    assert not barriers(page)
    page.emulate_media(color_scheme="dark")
    assert not barriers(page, "color-contrast")
    page.set_viewport_size({"width": 390, "height": 844})
    assert not overflow(page)
    assert not barriers(page, "target-size", "scrollable-region-focusable")
    link = page.locator("main a[href^='/exchanges/x-'], main a[href^='/articles/a-']").first
    there = link.get_attribute("href") or ""
    link.click()
    page.wait_for_url(f"{writable_at}{there}*")
    expect(page.locator("h1")).to_be_visible()


def test_a_folder_is_read_without_scripts(writable_at: str, visit: Visit) -> None:
    page = visit(writable_at, "/ingest", java_script_enabled=False)
    page.get_by_label("Folder in").select_option("march")
    page.get_by_role("button", name="Ingest the folder").click()
    # The page asks for itself until it is done.
    expect(page.get_by_role("heading", name="Ingested")).to_be_visible(timeout=LONG)
    expect(page.locator("main")).to_contain_text("1 article read: 1 added")
