"""``rejoinder serve`` starts a workbench, or says what is missing."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from tests.functional.running import Run
from tests.unit.web.web_ledgers import write_quarrels

from rejoinder.cli.outcome import ExitStatus

TOKEN = "x" * 40


@pytest.fixture
def quarrels(tmp_path: Path) -> Path:
    """Return a ledger."""
    return write_quarrels(tmp_path)


def started(*args: str | Path, env: dict[str, str] | None = None) -> "subprocess.Popen[str]":
    """Start the workbench on a free port, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "rejoinder", "serve", "--port", "0", *map(str, args)],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **(env or {})},
    )


def address_of(process: "subprocess.Popen[str]") -> str:
    """Return the address that it says it listens at."""
    assert process.stderr
    found = re.search(r"http://\S+:\d+/", process.stderr.readline())
    assert found
    return found[0]


def test_it_listens_says_where_and_stops(quarrels: Path) -> None:
    with started("--ledger", quarrels) as process:
        try:
            there = address_of(process)
            assert there.startswith("http://127.0.0.1:")
            with urlopen(f"{there}api/overview") as answer:
                assert json.load(answer)["articles"] == 3
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) in {0, 130}
        assert process.stderr
        assert "Traceback" not in process.stderr.read()


def test_a_token_from_a_file_is_asked_for(quarrels: Path, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n", encoding="utf-8")
    with started("--ledger", quarrels, "--token-file", file) as process:
        try:
            there = f"{address_of(process)}api/overview"
            with pytest.raises(HTTPError) as refused:
                urlopen(there)
            with refused.value as answer:
                assert answer.code == 401
            asked = Request(there, headers={"Authorization": f"Bearer {TOKEN}"})
            with urlopen(asked) as answer:
                assert answer.status == 200
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=20)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7"])
def test_another_address_needs_a_token(run: Run, quarrels: Path, host: str) -> None:
    done = run("serve", "--ledger", quarrels, "--host", host)
    assert done.exit_code == ExitStatus.USAGE
    assert "--token-file" in done.output


def test_a_short_token_is_refused(run: Run, quarrels: Path) -> None:
    done = run("serve", "--ledger", quarrels, env={"REJOINDER_TOKEN": "short"})
    assert done.exit_code == ExitStatus.USAGE
    assert "16" in done.output


def test_a_token_file_that_is_not_there_is_told(run: Run, quarrels: Path) -> None:
    done = run("serve", "--ledger", quarrels, "--token-file", "nowhere")
    assert done.exit_code == ExitStatus.USAGE
    assert "nowhere" in done.output


def test_a_ledger_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    done = run("serve", "--ledger", tmp_path / "none.sqlite")
    assert done.exit_code == ExitStatus.LEDGER
    assert "rejoinder ingest" in done.output


def test_a_port_that_is_taken_is_told(run: Run, quarrels: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run("serve", "--ledger", quarrels, "--port", port)
    assert done.exit_code == ExitStatus.USAGE
    assert "--port" in done.output


def test_without_the_extra_it_says_what_to_install(quarrels: Path) -> None:
    program = (
        "import sys; sys.modules['uvicorn'] = None; "
        f"sys.argv = ['rejoinder', 'serve', '--ledger', {str(quarrels)!r}]; "
        "from rejoinder.cli.app import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == ExitStatus.USAGE
    assert "pip install 'rejoinder[web]'" in done.stderr
