"""Importing the package, its model or its string work loads no heavy library."""

import json
import pkgutil
import subprocess
import sys

import rejoinder.model
import rejoinder.text

HEAVY = (
    "alembic",
    "babel",
    "fastapi",
    "jinja2",
    "numpy",
    "polars",
    "rich",
    "spacy",
    "sqlalchemy",
    "trafilatura",
    "typer",
    "uvicorn",
)
LIGHT = [
    info.name
    for package in (rejoinder.model, rejoinder.text)
    for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
]


def loaded_by(*modules: str) -> dict[str, list[str]]:
    """Return which heavy libraries each import adds, in a fresh interpreter."""
    program = (
        "import importlib, json, sys\n"
        "added = {}\n"
        "for name in json.loads(sys.argv[1]):\n"
        "    before = set(sys.modules)\n"
        "    importlib.import_module(name)\n"
        "    new = {m.split('.')[0] for m in set(sys.modules) - before}\n"
        "    added[name] = sorted(new & set(json.loads(sys.argv[2])))\n"
        "print(json.dumps(added))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, json.dumps(modules), json.dumps(HEAVY)],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_the_package_is_imported_alone() -> None:
    assert loaded_by("rejoinder") == {"rejoinder": []}


def test_the_model_and_the_string_work_know_the_standard_library_only() -> None:
    assert len(LIGHT) > 10
    assert loaded_by(*LIGHT) == {name: [] for name in LIGHT}


def test_a_heavy_import_is_noticed() -> None:
    assert loaded_by("sqlalchemy")["sqlalchemy"] == ["sqlalchemy"]
