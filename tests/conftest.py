"""What every test may use: no network, the shared research data where there are any, the engine."""

import gc
import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from rejoinder.model.record import ArticleRecord
    from rejoinder.pipeline.stages import Engine

ROOT: Final = Path(__file__).resolve().parent.parent
SHARED: Final = ROOT.parent / "shared"
FEW: Final = (
    "courier-duel-1.txt",
    "courier-speech.html",
    "desk-mediation.html",
    "sevan-babayan.txt",
    "sevan-mustafa.html",
)
LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})

# Two cores shared with other work make single examples slow now and then; that is no failure.
# Other examples are drawn in each run, so that fewer in one are not fewer in a week.
settings.register_profile("calm", deadline=None, max_examples=50)
settings.load_profile("calm")

# What is made until all tests are collected stays, and going through it again and again takes time.
gc.disable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the research data where they are not beside the checkout."""
    if SHARED.is_dir():
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason="the research data are not in ../shared"))


def pytest_collection_finish() -> None:
    """Keep the garbage collector from what stays until the end: it took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)
    gc.enable()


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuse every connection that leaves this machine."""
    connect = socket.socket.connect

    def connect_here(sock: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise RuntimeError(f"a test tried to reach {address[0]!r}; tests stay on this machine")
        connect(sock, address)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


@pytest.fixture(autouse=True, scope="session")
def _compiled_once() -> Iterator[None]:
    """Let the ledgers of this process share what is compiled for them."""
    from tests.compiled import share_compiled

    with pytest.MonkeyPatch.context() as patch:
        share_compiled(patch)
        yield


@pytest.fixture(scope="session")
def samples() -> Path:
    """Return the folder of sample articles."""
    return ROOT / "samples" / "articles"


@pytest.fixture(scope="session")
def few(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of five of them, which answer each other, where all would tell no more."""
    folder = tmp_path_factory.mktemp("few")
    for name in FEW:
        shutil.copy(samples / name, folder)
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of research data; ask for it only under the marker ``shared``."""
    return SHARED


@pytest.fixture(scope="session")
def engine() -> "Engine":
    """Return the language engine, loaded once for the whole run."""
    from rejoinder.pipeline.stages import build_engine

    return build_engine()


@pytest.fixture(scope="session")
def sample_records(samples: Path, engine: "Engine") -> "tuple[ArticleRecord, ...]":
    """Return the records of the samples, extracted once in each process that tests."""
    from rejoinder.articles.options import ReadOptions
    from rejoinder.model.failure import Failure
    from rejoinder.pipeline.run import extract_inputs

    found = extract_inputs([str(samples)], ReadOptions(), engine)
    return tuple(each for each in found if not isinstance(each, Failure))


@pytest.fixture(scope="session")
def sample_ledger(
    samples: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Path:
    """Return a ledger that `rejoinder ingest` made of the samples; only to be read.

    The first of the processes that test makes it, the others wait for it.
    """
    from tests.functional.running import run_here

    folder = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        folder = folder.parent
    place = folder / "samples"
    try:
        place.mkdir()
    except FileExistsError:
        return _awaited(place)
    try:
        done = run_here("ingest", samples, "--ledger", place / "made.sqlite")
        assert done.exit_code == 0, done.output
        (place / "made.sqlite").rename(place / "samples.sqlite")
    except BaseException:
        (place / "failed").touch()
        raise
    return place / "samples.sqlite"


def _awaited(place: Path) -> Path:
    """Return the ledger that another process makes there."""
    end = time.monotonic() + 120
    while not (place / "samples.sqlite").exists():
        assert not (place / "failed").exists(), "another process could not ingest the samples"
        assert time.monotonic() < end, "another process does not end with ingesting the samples"
        time.sleep(0.1)
    return place / "samples.sqlite"
