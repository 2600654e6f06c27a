"""The import contracts hold, and each one fails when it is broken on purpose."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = (
    "import sys; from importlinter.cli import lint_imports_command; "
    "sys.argv[0] = 'lint-imports'; lint_imports_command()"
)


# A module put where it must not be, what it imports, and the contract that this breaks.
BROKEN = (
    ("statements", "rejoinder.ledger.connect", "the data flows one way"),
    ("articles", "rejoinder.api", "the data flows one way"),
    ("utils", "", "the data flows one way"),
    ("model", "sqlalchemy", "the model knows no library"),
    ("text", "spacy", "the model knows no library"),
    ("exchanges", "sqlalchemy", "sqlalchemy lives in the ledger and its views"),
    ("exchanges", "spacy", "spaCy lives in the language stages"),
    ("actors", "onnxruntime", "networks are run by the learned tagger and the pair coder"),
    ("parsing", "torch", "networks are taught in training alone"),
    ("pipeline", "trafilatura", "trafilatura lives where pages become articles"),
    ("evaluation", "rich", "the terminal lives in the command line"),
    ("cli", "rejoinder.ledger.connect", "the command line speaks only to the api"),
    ("web", "rejoinder.views.claims", "the workbench speaks only to the api"),
    ("views", "fastapi", "the web framework lives in the workbench"),
    ("training", "rejoinder.web.app", "the workbench is started by the command line alone"),
)
CIRCLE = {
    "text/one.py": "import rejoinder.text.two\n",
    "text/two.py": "import rejoinder.text.one\n",
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and of the contracts."""
    place = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", place)
    shutil.copytree(ROOT / "src", place / "src", ignore=shutil.ignore_patterns("__pycache__"))
    return place


@contextmanager
def built(house: Path, modules: Mapping[str, str]) -> Iterator[None]:
    """Put modules into the copy, by their places in the package, as long as that lasts."""
    package = house / "src" / "rejoinder"
    made: list[Path] = []
    try:
        for name, source in modules.items():
            path = package / name
            if not path.parent.exists():
                path.parent.mkdir()
                made.append(path.parent)
            path.write_text(source, encoding="utf-8")
            made.append(path)
        yield
    finally:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()


def lint(house: Path) -> tuple[int, str]:
    """Run the import linter on the copy; return its status and what it says."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--cache-dir", str(house / "cache"), "--no-logo"],
        check=False,
        cwd=house,
        env={
            **os.environ,
            "PYTHONPATH": str(house / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "NO_COLOR": "1",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout + done.stderr


def test_the_contracts_hold_as_it_stands(house: Path) -> None:
    status, said = lint(house)
    assert status == 0, said
    assert " 0 broken" in said


@pytest.fixture(scope="module")
def told(house: Path) -> Mapping[str, str]:
    """What the linter tells of each contract where all are broken at once."""
    modules = dict(CIRCLE)
    for place, (package, imports, _) in enumerate(BROKEN):
        modules[f"{package}/broken{place}.py"] = f"import {imports}\n" if imports else ""
        if not imports:
            modules[f"{package}/__init__.py"] = ""
    with built(house, modules):
        status, said = lint(house)
    assert status != 0, said
    parts = re.split(r"^(.+)\n-{3,}\n", said.partition("Broken contracts")[2], flags=re.MULTILINE)
    return {name: " ".join(body.split()) for name, body in pairs_of(parts[1:])}


def pairs_of(parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Return the parts two by two."""
    return zip(parts[::2], parts[1::2], strict=True)


@pytest.mark.parametrize("place", range(len(BROKEN)), ids=lambda place: "-".join(BROKEN[place][:2]))
def test_a_contract_broken_on_purpose_fails_by_name(told: Mapping[str, str], place: int) -> None:
    package, imports, contract = BROKEN[place]
    fault = f"{package}.broken{place} -> {imports} " if imports else package
    assert f"- rejoinder.{fault}" in told.get(contract, ""), told


def test_a_cycle_between_siblings_fails_by_name(told: Mapping[str, str]) -> None:
    assert ".two -> .one" in told["no import cycles between siblings"]


def test_every_contract_is_broken_by_one_of_them(told: Mapping[str, str]) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    names = {each["name"] for each in contracts["tool"]["importlinter"]["contracts"]}
    assert told.keys() == names
