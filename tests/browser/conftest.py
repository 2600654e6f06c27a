"""A real Chromium in front of real workbenches; skipped, and said so, where there is none."""

import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright
from tests.unit.web.conftest import SECRET
from tests.unit.web.web_ledgers import write_harm

from rejoinder.web.app import create_app
from rejoinder.web.settings import Settings

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

Visit = Callable[..., Page]

PATIENCE = 20_000
"""Milliseconds that a busy machine is given before something counts as not there."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a Chromium where none is found."""
    if find_chromium() is not None:
        return
    reason = "no Chromium is found; install it with: apt-get install chromium"
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=reason))


def find_chromium() -> str | None:
    """Return the Chromium of this machine, or the one that REJOINDER_CHROMIUM names."""
    named = os.environ.get("REJOINDER_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def settle(page: Page, timeout: float | None = None) -> None:
    """Wait until the scripts of the page that now shows have their keys."""
    page.locator("html[data-ready]").wait_for(timeout=timeout)


@contextmanager
def served(ledger: Path, **more: object) -> Iterator[str]:
    """Serve a ledger on a free port; give the address without a slash at its end."""
    app = create_app(Settings(ledger=ledger, secret=SECRET, **more))  # type: ignore[arg-type]
    config = uvicorn.Config(app, log_level="warning", ws="none", lifespan="on")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=20)


@pytest.fixture(scope="session")
def samples_at(sample_ledger: Path) -> Iterator[str]:
    """Return the address of a workbench over the sample corpus."""
    with served(sample_ledger) as address:
        yield address


@pytest.fixture(scope="session")
def harm_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a workbench over articles that mean harm."""
    with served(write_harm(tmp_path_factory.mktemp("browser"))) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Return the browser; it leaves with the module, for its loop would keep others from theirs."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        # CI runs as root, for whom Chromium has no sandbox; only our own pages are opened.
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


class Watch:
    """What a page must not do: complain, or ask anybody else for anything."""

    def __init__(self, address: str) -> None:
        """Watch pages of that address."""
        self.address = address
        self.faults: list[str] = []

    def over(self, context: BrowserContext) -> None:
        """Watch everything that happens in the context."""
        context.on("request", self._asked)
        context.on("console", lambda message: self._told(message.type, message.text))
        context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))
        context.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog.message}"))

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", "data:", "blob:")):
            self.faults.append(f"asked {request.url}")

    def _told(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.faults.append(f"{kind}: {text}")


@dataclass(kw_only=True)
class Tab:
    """A page that was opened, with who watches it."""

    context: BrowserContext
    page: Page
    watch: Watch

    def clear(self) -> None:
        """Leave nothing of the test to the next one: our pages keep what they keep in cookies."""
        self.page.goto("about:blank")
        self.context.clear_cookies()
        self.watch.faults.clear()

    def take(self, address: str, how: Mapping[str, object]) -> None:
        """Be as one that was just opened so."""
        self.watch.address = address
        self.page.mouse.move(0, 0)
        self.page.set_viewport_size(how["viewport"])  # type: ignore[arg-type]
        scheme = how.get("color_scheme", "null")
        self.page.emulate_media(media="null", color_scheme=scheme)  # type: ignore[arg-type]


@dataclass(kw_only=True)
class Tabs:
    """What a browser has open: a new page costs more than all that most tests do in one."""

    browser: Browser
    kept: dict[str, Tab] = field(default_factory=dict)

    def take(self, address: str, how: Mapping[str, object]) -> Tab:
        """Return a page that no test has at this time, clear of all that was done in it."""
        tab = self.kept.pop(_key(how), None) or self._open(address, how)
        tab.take(address, how)
        return tab

    def give_back(self, tab: Tab, how: Mapping[str, object]) -> None:
        """Keep the page for the next test that wants one so."""
        tab.clear()
        if _key(how) in self.kept:
            tab.context.close()
        else:
            self.kept[_key(how)] = tab

    def _open(self, address: str, how: Mapping[str, object]) -> Tab:
        context = self.browser.new_context(**how)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        watch = Watch(address)
        watch.over(context)
        return Tab(context=context, page=context.new_page(), watch=watch)


def _key(how: Mapping[str, object]) -> str:
    """Return what a page cannot change later."""
    return repr(sorted((k, v) for k, v in how.items() if k not in {"viewport", "color_scheme"}))


@pytest.fixture(scope="module")
def tabs(chromium: Browser) -> Tabs:
    """Return what is open in the browser of a module."""
    return Tabs(browser=chromium)


@pytest.fixture
def visit(tabs: Tabs) -> Iterator[Visit]:
    """Return a function that opens an address; at the end no page may have misbehaved.

    It takes the address of the workbench, the path, whether faults are provoked by the test, and
    what a context of Playwright takes.
    """
    opened: list[tuple[Tab, dict[str, object], bool]] = []

    def go(address: str, path: str = "/", *, provoked: bool = False, **how: object) -> Page:
        size = {"width": 1360, "height": 900}
        how = {"viewport": size, "reduced_motion": "reduce", **how}
        tab = tabs.take(address, how)
        opened.append((tab, how, provoked))
        page = tab.page
        page.goto(address + path)
        if how.get("java_script_enabled", True):
            settle(page)
            # Not wait_for_function, which evaluates text in the page: the policy forbids that.
            expect(page.locator("[aria-busy=true]")).to_have_count(0)
        return page

    yield go
    faults = [fault for tab, _, provoked in opened for fault in tab.watch.faults if not provoked]
    for tab, how, _ in opened:
        tabs.give_back(tab, how)
    assert not faults
