"""Pictures of every page of the workbench: ``python -m benchmarks.pictures docs/images``.

The sample articles are read into a ledger that lasts as long as the pictures take, two made-up
reviewers judge some of their statements, and a Chromium without a window looks at each page. Only
pictures of the samples may lie in the repository; ``--articles`` looks at other articles, and
``--all`` at each page in the light, in the dark and as wide as a phone, for whoever mends pages.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.browser.conftest import find_chromium, served
from tests.browser.places import place

from rejoinder.api import Ledger
from rejoinder.web.reviewers import REVIEWER

__all__ = ["Picture", "draw", "main"]

_SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "articles"
_WIDE: Final = {"width": 1360, "height": 900}
_PHONE: Final = {"width": 390, "height": 844}
_HIGHEST = 1000
"""Pixels of a picture for the docs: as much as a window shows, and a file below 250 kB."""
_HIGHEST_OF_PHONE = 1400
_HIGHER: Final = {"network": 1130}
"""Of pages whose drawing would be cut."""
_WHOLE = 6000
_REVIEWERS: Final = ("Una Reviewer", "Bo Reviewer")
_JUDGED = 24
_SETTLES = 700
"""Milliseconds that charts take to be drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture to take.

    Attributes:
        name: of its file, without what all have in common.
        page: as `tests.browser.places` calls it.
        scheme: ``"light"`` or ``"dark"``.
        keys: pressed before it is taken.
        highest: pixels; of a longer page the beginning is taken.
    """

    name: str
    page: str
    scheme: str = "light"
    size: tuple[tuple[str, int], ...] = tuple(_WIDE.items())
    keys: tuple[str, ...] = ()
    highest: int = _HIGHEST


_NAMED: Final = {
    "search": "search found",
    "agreement": "review/agreement",
    "adjudicate": "review/adjudicate",
}
_PAGES: Final = (
    *("overview", "article", "articles", "copies", "exchange", "exchanges", "statements"),
    *("claims", "claim", "actors", "actor", "network", "dyads", "dyad"),
    *("publishers", "publisher", "replies", "search", "ingest", "report"),
    *("saved", "review", "agreement", "adjudicate"),
)
_JUDGED_FROM = "saved"
"""The pages from this one on show what persons did; those before, what was read alone."""
_ONLY_TO_LOOK: Final = frozenset(
    {"articles", "copies", "exchanges", "statements", "dyads", "adjudicate"}
)
_OPENED: Final = {"article": ("j", "j", "Enter")}


def pictures(*, every: bool = False) -> Iterator[Picture]:
    """Yield what is drawn: each page once, or in both themes and on a phone."""
    phone = tuple(_PHONE.items())
    if not every:
        yield Picture(name="phone", page="exchange", size=phone, highest=_HIGHEST_OF_PHONE)
    for name in _PAGES:
        if name in _ONLY_TO_LOOK and not every:
            continue
        page, keys = _NAMED.get(name, name), _OPENED.get(name, ())
        high = _WHOLE if every else _HIGHER.get(name, _HIGHEST)
        yield Picture(name=name, page=page, keys=keys, highest=high)
        if every or name == "article":
            yield Picture(name=f"{name}-dark", page=page, keys=keys, scheme="dark", highest=high)
        if every:
            yield Picture(name=f"{name}-phone", page=page, size=phone, highest=high)


def draw(articles: Path, folder: Path, *, every: bool = False) -> Iterator[Path]:
    """Draw the pages of a workbench over articles; yield each file when it is written.

    Raises:
        RejoinderError: the articles cannot be read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        ledger = Path(name) / f"{articles.resolve().parent.name}.sqlite"
        with Ledger(ledger) as opened:
            opened.ingest(articles)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        with served(ledger, write=True) as address:
            for picture in pictures(every=every):
                if picture.name == _JUDGED_FROM:
                    _judge(ledger)
                target = folder / f"workbench-{picture.name}.png"
                with _opened(browser, address, picture, ledger.parent) as page:
                    _shoot(page, target, picture.highest)
                yield target
        browser.close()


def _judge(path: Path) -> None:
    """Save searches, and let two reviewers judge statements: the same, or not."""
    first, second = _REVIEWERS
    with Ledger(path) as ledger:
        ledger.save_query("Accusations without an answer", "/replies?shown=unanswered")
        ledger.save_query("What is said of the border", "/search?text=border")
        for at, statement in enumerate(ledger.statements(limit=_JUDGED)):
            ledger.review(statement.id, "accept", by=first)
            if at % 4 == 0:
                ledger.review(statement.id, "act", act="criticise", by=second)
            elif at % 5 == 0:
                ledger.review(statement.id, "reject", reason="not-said", by=second)
            else:
                ledger.review(statement.id, "accept", by=second)


@contextmanager
def _opened(browser: Browser, address: str, picture: Picture, there: Path) -> Iterator[Page]:
    """Open a page as a picture wants it."""
    how: dict[str, Any] = {"viewport": dict(picture.size), "color_scheme": picture.scheme}
    context = browser.new_context(reduced_motion="reduce", **how)
    host = urlsplit(address).hostname or ""
    context.add_cookies(
        [{"name": REVIEWER, "value": "Third%20Reviewer", "domain": host, "path": "/"}]
    )
    page = context.new_page()
    if picture.page == "report":
        page.goto(_report(address, there).as_uri())
    else:
        page.goto(address + place(address, picture.page))
        page.locator("html[data-ready]").wait_for()
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
    for key in picture.keys:
        page.keyboard.press(key)
    page.evaluate("window.scrollTo(0, 0)")
    page.wait_for_timeout(_SETTLES)
    yield page
    context.close()


def _report(address: str, there: Path) -> Path:
    """Return the report of the longest exchange, in a file."""
    key = place(address, "exchange").rpartition("/")[2]
    target = there / "report.html"
    with urlopen(f"{address}/report.html?exchange={key}") as answer:
        target.write_bytes(answer.read())
    return target


def _shoot(page: Page, target: Path, highest: int) -> None:
    size = page.viewport_size or _WIDE
    whole = int(page.evaluate("document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": size["width"], "height": min(whole, highest)}
    page.screenshot(path=target, full_page=True, clip=clip)  # type: ignore[arg-type]


def main(arguments: list[str] | None = None) -> int:
    """Draw the pages into a folder; return an exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks.pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=Path, default=_SAMPLES)
    parser.add_argument("--all", action="store_true", help="each page light, dark and on a phone")
    asked = parser.parse_args(arguments)
    if find_chromium() is None:
        sys.stderr.write("no Chromium is found; install it with: apt-get install chromium\n")
        return 2
    for target in draw(asked.articles, asked.folder, every=asked.all):
        sys.stdout.write(f"{target} {target.stat().st_size // 1024} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
