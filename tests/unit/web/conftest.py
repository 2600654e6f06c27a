"""Workbenches over invented ledgers, asked in this process."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.unit.web.web_ledgers import write_empty, write_harm, write_quarrels

from rejoinder.web.app import create_app
from rejoinder.web.settings import Limits, Settings

Open = Callable[..., TestClient]

TOKEN = "a token of more than sixteen characters"
SECRET = b"the secret of these tests"


def settings(ledger: Path, **changes: object) -> Settings:
    """Return the settings of a workbench on this machine."""
    return Settings(ledger=ledger, secret=SECRET, **changes)  # type: ignore[arg-type]


def client(made: Settings, base: str = "http://127.0.0.1:8420") -> TestClient:
    """Return a browser without redirects, in front of a workbench."""
    return TestClient(create_app(made), base_url=base, follow_redirects=False)


@pytest.fixture(scope="session")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the ledgers by name; only to be read."""
    folder = tmp_path_factory.mktemp("web")
    return {
        "empty": write_empty(folder),
        "quarrels": write_quarrels(folder),
        "harm": write_harm(folder),
    }


@pytest.fixture(scope="session")
def browse(ledgers: dict[str, Path]) -> Iterator[TestClient]:
    """Return a browser at a workbench over the quarrels."""
    with client(settings(ledgers["quarrels"])) as opened:
        yield opened


@pytest.fixture(scope="session")
def harmed(ledgers: dict[str, Path]) -> Iterator[TestClient]:
    """Return a browser at a workbench over articles that mean harm."""
    with client(settings(ledgers["harm"])) as opened:
        yield opened


@pytest.fixture
def guarded(ledgers: dict[str, Path]) -> Iterator[TestClient]:
    """Return a browser at a workbench that asks for a token."""
    made = settings(ledgers["quarrels"], token=TOKEN, limits=Limits(body=4000))
    with client(made) as opened:
        yield opened
