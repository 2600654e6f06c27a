"""Run the command line: in this process, or in one of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Protocol

from typer.testing import CliRunner, Result

from rejoinder.cli.app import app

__all__ = ["Run", "Spawn", "run_apart", "run_here"]

_UNSET: Final = {"REJOINDER_LEDGER": None, "REJOINDER_WORKERS": None, "COLUMNS": None}


class Run(Protocol):
    """Runs a command in this process."""

    def __call__(
        self,
        *args: str | Path,
        env: Mapping[str, str | None] | None = None,
        stdin: str | bytes | None = None,
    ) -> Result: ...


class Spawn(Protocol):
    """Runs a command in a process of its own."""

    def __call__(
        self,
        *args: str | Path,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> "subprocess.CompletedProcess[str]": ...


def run_here(
    *args: str | Path,
    env: Mapping[str, str | None] | None = None,
    stdin: str | bytes | None = None,
) -> Result:
    """Run a command in this process."""
    return CliRunner(env={**_UNSET, **(env or {})}).invoke(app, [*map(str, args)], input=stdin)


def run_apart(
    *args: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "rejoinder", *map(str, args)],
        capture_output=True,
        text=True,
        env={**{k: v for k, v in os.environ.items() if k not in _UNSET}, **(env or {})},
        cwd=cwd,
        check=False,
    )
