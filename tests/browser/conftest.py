"""A real Chromium in front of real workbenches; skipped, and said so, where there is none."""

import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright
from tests.functional.running import run_here
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
def samples_at(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a workbench over the sample corpus."""
    path = tmp_path_factory.mktemp("browser") / "samples.sqlite"
    done = run_here("ingest", samples, "--ledger", path)
    assert done.exit_code == 0, done.output
    with served(path) as address:
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
        self.is_provoked = False

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


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Return a function that opens an address; at the end no page may have misbehaved.

    It takes the address of the workbench, the path, whether faults are provoked by the test, and
    what a context of Playwright takes.
    """
    opened: list[tuple[BrowserContext, Watch]] = []

    def go(address: str, path: str = "/", *, provoked: bool = False, **how: object) -> Page:
        size = {"width": 1360, "height": 900}
        context = chromium.new_context(**{"viewport": size, "reduced_motion": "reduce", **how})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        watch = Watch(address)
        watch.is_provoked = provoked
        watch.over(context)
        opened.append((context, watch))
        page = context.new_page()
        page.goto(address + path)
        if how.get("java_script_enabled", True):
            settle(page)
            # Not wait_for_function, which evaluates text in the page: the policy forbids that.
            expect(page.locator("[aria-busy=true]")).to_have_count(0)
        return page

    yield go
    faults = [fault for _, watch in opened for fault in watch.faults if not watch.is_provoked]
    for context, _ in opened:
        context.close()
    assert not faults
