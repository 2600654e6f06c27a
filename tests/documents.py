"""Run the code blocks of a Markdown document, in order, as one test.

``python`` blocks are executed. In ``console`` blocks every ``$ rejoinder`` or ``$ make demo`` is
run and what it prints is compared; a line ``...`` stands for any lines left out. The document runs
in an empty folder that has the samples in it: README.md by the program itself, as a stranger would,
the others in this process, which need not start anew for each command. ``make docs`` writes what
the program prints now into them.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from tests.functional.running import run_here

__all__ = [
    "ROOT",
    "DocumentFile",
    "demo_commands",
    "matches",
    "pytest_collect_file",
    "refresh",
    "refreshed",
]

ROOT: Final = Path(__file__).resolve().parent.parent
Printing = Callable[[str], str]

_BLOCK: Final = re.compile(r"```console\n(.*?)```", re.DOTALL)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "DocumentFile | None":
    """Collect README.md and the documents in docs/."""
    if file_path.suffix != ".md" or file_path.parent not in {ROOT, ROOT / "docs"}:
        return None
    return DocumentFile.from_parent(parent, path=file_path)


class DocumentFile(pytest.File):
    """A Markdown document."""

    def collect(self) -> Iterator["DocumentItem"]:
        """Yield the document as one test, so that its blocks share names and run in order."""
        if next(iter(_examples(self.path)), None) is not None:
            yield DocumentItem.from_parent(self, name="blocks")


class DocumentItem(pytest.Item):
    """All code blocks of one document."""

    def runtest(self) -> None:
        """Run every block in a folder of its own."""
        factory = self.config._tmp_path_factory  # type: ignore[attr-defined]
        folder = factory.mktemp(self.path.stem)
        (folder / "samples").symlink_to(ROOT / "samples")
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            for example in _examples(self.path):
                example.evaluate()

    def reportinfo(self) -> tuple[Path, int, str]:
        """Name the document."""
        return self.path, 0, f"{self.path.name}: code blocks"


def _examples(path: Path) -> Iterable[Example]:
    apart = path.name == "README.md"
    check = partial(_run_console, printing=_run if apart else _run_here)
    console = CodeBlockParser(language="console", evaluator=check)
    return Sybil(parsers=[PythonCodeBlockParser(), console]).parse(path).examples()


def _run_console(example: Example, printing: Printing) -> None:
    """Run the commands of a block; raise AssertionError where one prints something else."""
    for command, wanted in _commands(example.parsed):
        printed = _printed(command, printing)
        assert matches(wanted, printed), (
            f"{command!r} printed:\n{printed}\nnot:\n{wanted}\nIf rightly, run: make docs"
        )


def _commands(block: str) -> list[tuple[str, str]]:
    """Return the commands of a block, each with what it is said to print."""
    parts = [part.partition("\n") for part in f"\n{block}".split("\n$ ")[1:]]
    return [(command, wanted) for command, _, wanted in parts]


def _printed(command: str, printing: Printing) -> str:
    return "".join(printing(line) for line in demo_commands(command))


def demo_commands(command: str) -> list[str]:
    """Return the command; for ``make demo`` what the Makefile runs in its place."""
    if command != "make demo":
        return [command]
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\ndemo:")[1].split("\n\n")[0]
    lines = [line.strip() for line in recipe.splitlines()[1:]]
    return [line.removeprefix("@").replace("$(BIN)/", "") for line in lines]


def _run(command: str) -> str:
    program, *rest = shlex.split(command)
    if program == "rejoinder":
        argv = [sys.executable, "-m", "rejoinder", *rest]
    elif command == "rm -rf build/demo && mkdir -p build/demo":
        Path("build/demo").mkdir(parents=True)
        return ""
    else:
        raise AssertionError(f"documents run rejoinder and make demo only, not {command!r}")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("REJOINDER", "COLUMNS"))}
    done = subprocess.run(
        argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=clean, check=False
    )
    assert done.returncode == 0, f"{command!r} ended with {done.returncode}: {done.stdout}"
    return done.stdout


def _run_here(command: str) -> str:
    """Run a command in this process; return what it prints on either stream."""
    program, *rest = shlex.split(command)
    if program != "rejoinder":
        raise AssertionError(f"documents run rejoinder only, not {command!r}")
    ours = [name for name in os.environ if name.startswith(("REJOINDER", "COLUMNS"))]
    done = run_here(*rest, env=dict.fromkeys(ours))
    assert done.exit_code == 0, f"{command!r} ended with {done.exit_code}: {done.output}"
    return done.output


def matches(wanted: str, printed: str) -> bool:
    """Say whether the printed lines are the wanted ones, ``...`` standing for any lines."""
    want, have = wanted.rstrip().splitlines(), printed.rstrip().splitlines()
    return _matches(want, [line.rstrip() for line in have])


def refreshed(wanted: str, printed: str) -> str:
    """Return what is printed now, shortened where the document shortens it.

    As many lines as stood before ``...`` and after it are kept.
    """
    have = [line.rstrip() for line in printed.rstrip().splitlines()]
    want = [line.strip() for line in wanted.rstrip().splitlines()]
    if "..." not in want:
        return "\n".join(have)
    head = want.index("...")
    tail = len(want) - head - 1
    if len(have) <= head + tail:
        return "\n".join(have)
    return "\n".join([*have[:head], "...", *have[len(have) - tail :]])


def refresh(path: Path) -> None:
    """Write what the commands of a document print now into it."""
    page = path.read_text(encoding="utf-8")
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            Path("samples").symlink_to(ROOT / "samples")
            pieces = _BLOCK.split(page)
            for place in range(1, len(pieces), 2):
                commands = _commands(pieces[place].rstrip("\n"))
                told = [
                    (each, refreshed(wanted, _printed(each, _run))) for each, wanted in commands
                ]
                lines = [f"$ {each}\n{shown}".rstrip() for each, shown in told]
                pieces[place] = "\n".join(lines) + "\n"
        finally:
            os.chdir(home)
    page = "".join(
        f"```console\n{piece}```" if place % 2 else piece for place, piece in enumerate(pieces)
    )
    path.write_text(page, encoding="utf-8")


def _matches(want: list[str], have: list[str]) -> bool:
    if not want:
        return not have
    if want[0].strip() == "...":
        return any(_matches(want[1:], have[skip:]) for skip in range(len(have) + 1))
    return bool(have) and want[0].rstrip() == have[0] and _matches(want[1:], have[1:])


if __name__ == "__main__":
    for name in sys.argv[1:]:
        refresh(Path(name).resolve())
