import contextlib
import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.functional.running import Run, Spawn

COMMANDS = (
    ("extract", "samples"),
    ("ingest", "samples", "--ledger"),
    ("statements", "--ledger"),
    ("actors", "--ledger"),
    ("exchanges", "--ledger"),
    ("show", "courier-duel-1", "--ledger"),
    ("export", "--ledger"),
    ("failures", "--ledger"),
)

APART = {"extract", "ingest", "exchanges"}
"""Commands whose output is piped from a process of its own; the others write by the same room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How a command ended."""

    status: int
    stdout: str
    stderr: str


def _command(words: tuple[str, ...], samples: Path, ledger: Path) -> list[str]:
    named = [str(samples) if word == "samples" else word for word in words]
    return [*named, str(ledger)] if named[-1] == "--ledger" else named


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """Return a copy of the ledger of the samples that may be written."""
    return Path(shutil.copy(ledger, tmp_path / "own.sqlite"))


@pytest.mark.parametrize("words", COMMANDS, ids=lambda w: w[0])
def test_every_command_speaks_json(words: tuple[str, ...], run: Run, few: Path, own: Path) -> None:
    done = run(*_command(words, few, own), "--json")
    assert done.exit_code == 0, done.output
    for line in done.stdout.splitlines():
        assert isinstance(json.loads(line), dict)
    if words[0] != "failures":
        assert done.stdout


@pytest.mark.parametrize("words", COMMANDS, ids=lambda w: w[0])
def test_a_pipe_gets_neither_colour_nor_progress(
    words: tuple[str, ...], run: Run, spawn: Spawn, samples: Path, own: Path
) -> None:
    asked = _command(words, samples / "courier-duel-1.txt", own)
    if words[0] in APART:
        apart = spawn(*asked)
        done = Result(status=apart.returncode, stdout=apart.stdout, stderr=apart.stderr)
    else:
        here = run(*asked)
        done = Result(status=here.exit_code, stdout=here.stdout, stderr=here.stderr)
    assert done.status == 0, done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    assert "\r" not in done.stderr
    assert len(done.stderr.splitlines()) <= 1


def _on_a_terminal(argv: list[str], **extra: str) -> str:
    """Run the program on a pseudo-terminal and return what it writes there."""
    leader, follower = pty.openpty()
    clean = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "COLUMNS"}}
    environ = {**clean, "TERM": "xterm-256color", **extra}
    with subprocess.Popen(
        argv, stdout=follower, stderr=follower, stdin=follower, env=environ
    ) as process:
        os.close(follower)
        shown = bytearray()
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        assert process.wait() == 0
    os.close(leader)
    return shown.decode("utf-8")


def test_a_terminal_gets_colour_unless_it_is_refused(ledger: Path) -> None:
    argv = [sys.executable, "-m", "rejoinder", "show", "courier-duel-1", "--ledger", str(ledger)]
    colour = re.compile(r"\x1b\[(?:[0-9]+;)*3[0-8][;m]")
    assert colour.search(_on_a_terminal(argv))
    plain = _on_a_terminal(argv, NO_COLOR="1")
    assert not colour.search(plain)
    assert "[1 " in plain


def test_a_reader_that_stops_early_ends_the_run_quietly(samples: Path, ledger: Path) -> None:
    for command in ("export", "statements"):
        argv = [sys.executable, "-m", "rejoinder", command, "--ledger", str(ledger)]
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run(argv, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
        os.close(write)
        assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
        assert "Broken" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
@pytest.mark.parametrize("command", [("export",), ("exchanges",), ("claims", "--json")])
def test_a_full_disk_is_one_line_with_its_cure(ledger: Path, command: tuple[str, ...]) -> None:
    argv = [sys.executable, "-m", "rejoinder", *command, "--ledger", str(ledger)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(argv, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 9
    (told,) = done.stderr.splitlines()
    assert told.endswith("free some, or write to another disk")


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_closed_stream_is_told_or_does_without(ledger: Path, more: tuple[str, ...]) -> None:
    argv = [sys.executable, "-m", "rejoinder", "claims", *more, "--ledger", str(ledger)]
    shell = ["sh", "-c", 'exec "$@" >&-', "sh", *argv]
    done = subprocess.run(shell, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        "rejoinder: stdout is closed; leave it open, or send it into a file with: > FILE\n",
    )
    shell = ["sh", "-c", 'exec "$@" 2>&-', "sh", *argv]
    done = subprocess.run(shell, stdout=subprocess.PIPE, text=True, check=False)
    whole = subprocess.run(argv, capture_output=True, text=True, check=True)
    assert (done.returncode, done.stdout) == (0, whole.stdout)


def _interrupt(process: "subprocess.Popen[str]") -> None:
    """Press Ctrl-C, again if Python lost it in a finaliser."""
    for _ in range(10):
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
            return


def test_control_c_ends_with_130_and_leaves_the_ledger_whole(
    few: Path, tmp_path: Path, run: Run
) -> None:
    path = tmp_path / "x.sqlite"
    argv = [sys.executable, "-m", "rejoinder", "ingest", str(few), "-", "--ledger", str(path)]
    with subprocess.Popen(
        argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        # Standard input stays open, so that the run is still at work whenever the signal comes.
        deadline = time.monotonic() + 60
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.5)
        _interrupt(process)
        _, said = process.communicate(timeout=60)
    # Python ends by the signal itself, which shells show as 130 too, if it broke into an exec().
    assert process.returncode in {130, -signal.SIGINT}, said
    assert said.splitlines()[-1] == "rejoinder: interrupted; what was finished is kept"
    assert said.count("Traceback") == said.count("Exception ignored")
    assert run("ingest", few, "--ledger", path).exit_code == 0


def test_no_text_of_an_article_can_act_on_a_terminal(run: Run, tmp_path: Path) -> None:
    text = (
        "Iran\x1b]0;owned\x07 [bold red]accused[/] Azerbaijan of \u202espying on \x9b31mit.\n\n"
        "\x1b[2JAzerbaijan denied the accusation of Iran, said the ministry of defence."
    )
    article = {"id": "h\x1b[31m", "publisher": "\x1bcDaily", "text": text}
    source, path = tmp_path / "in.jsonl", tmp_path / "x.sqlite"
    source.write_text(json.dumps(article) + "\n{}\n", encoding="utf-8")
    assert run("ingest", source, "--ledger", path).exit_code == 3
    commands: list[list[str | Path]] = [
        ["extract", source],
        ["statements", "--full", "--ledger", path],
        ["actors", "--ledger", path],
        ["exchanges", "--full", "--ledger", path],
        ["show", article["id"], "--full", "--ledger", path],
        ["failures", "--ledger", path],
        ["export", "--ledger", path],
        ["show", "\x1b[31mno", "--ledger", path],
    ]
    for command in commands:
        for words in (command, [*command, "--json"]):
            done = run(*words)
            assert not set(done.output) & set("\x1b\x07\x9b\u202e"), words
    assert "[bold red]" in run("show", article["id"], "--ledger", path).stdout
