"""How a command ends: exit statuses, errors in one line, pipes that close early."""

import errno
import os
import sys
import traceback
from collections.abc import Callable
from enum import IntEnum
from functools import wraps
from typing import Final, ParamSpec

import typer

from rejoinder.cli.visible import one_line, visible
from rejoinder.errors import (
    ConfigError,
    GoldError,
    LedgerError,
    ModelNotInstalled,
    NotFound,
    RejoinderError,
)

__all__ = ["EXIT_HELP", "ExitStatus", "reported", "status_of"]

_P = ParamSpec("_P")
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class ExitStatus(IntEnum):
    """What the process ends with; docs/cli.md lists them."""

    OK = 0
    UNEXPECTED = 1
    USAGE = 2
    SOME_FAILED = 3
    NOTHING_READ = 4
    LEDGER = 5
    NOT_FOUND = 6
    BELOW_FLOOR = 7
    MODEL = 8
    NO_ROOM = 9
    INTERRUPTED = 130


EXIT_HELP: Final = {
    ExitStatus.OK: "all is well; also when the reader of a pipe stops early",
    ExitStatus.UNEXPECTED: "an error that nobody foresaw; --verbose shows where",
    ExitStatus.USAGE: "an option, an argument or a file that it names is wrong",
    ExitStatus.SOME_FAILED: "some articles could not be used; the others are done",
    ExitStatus.NOTHING_READ: "no article could be used, or there was none",
    ExitStatus.LEDGER: "the ledger was refused: missing, foreign, newer than this program, locked",
    ExitStatus.NOT_FOUND: "no article or actor goes by that name",
    ExitStatus.BELOW_FLOOR: "a score is below its floor",
    ExitStatus.MODEL: "a language model is not installed",
    ExitStatus.NO_ROOM: "the disk has no room for what is written",
    ExitStatus.INTERRUPTED: "interrupted; the ledger holds every batch that was finished",
}

_STATUSES: Final[tuple[tuple[type[RejoinderError], ExitStatus], ...]] = (
    (LedgerError, ExitStatus.LEDGER),
    (NotFound, ExitStatus.NOT_FOUND),
    (ModelNotInstalled, ExitStatus.MODEL),
    (GoldError, ExitStatus.USAGE),
    (ConfigError, ExitStatus.USAGE),
)


def status_of(error: RejoinderError) -> ExitStatus:
    """Return the exit status that stands for the error."""
    for kind, status in _STATUSES:
        if isinstance(error, kind):
            return status
    return ExitStatus.UNEXPECTED


def reported(command: Callable[_P, ExitStatus | None]) -> Callable[_P, None]:
    """Turn what the command returns or raises into an exit status and one line on stderr."""

    @wraps(command)
    def run(*args: _P.args, **options: _P.kwargs) -> None:
        try:
            status = command(*args, **options) or ExitStatus.OK
            if sys.stdout is not None:
                sys.stdout.flush()
        except BrokenPipeError:
            _close_stdout()
            status = ExitStatus.OK
        except KeyboardInterrupt:
            _explain("interrupted; what was finished is kept", verbose=False)
            status = ExitStatus.INTERRUPTED
        except RejoinderError as error:
            _explain(str(error), verbose=bool(options.get("verbose")))
            status = status_of(error)
        except (typer.Exit, typer.Abort, typer.TyperException):
            raise
        except Exception as error:  # noqa: BLE001 - the last stop before a person
            status, told = _unforeseen(error)
            _explain(told, verbose=bool(options.get("verbose")))
            _let_go_of_stdout()
        raise typer.Exit(status)

    return run


def _unforeseen(error: Exception) -> tuple[ExitStatus, str]:
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        told = f"there is no room for what is written: {error.strerror}"
        return ExitStatus.NO_ROOM, f"{told}; free some, or write to another disk"
    told = f"unexpected {type(error).__name__}: {error}; run again with --verbose"
    return ExitStatus.UNEXPECTED, told


def _explain(message: str, *, verbose: bool) -> None:
    if verbose:
        typer.echo(visible(traceback.format_exc()), err=True, nl=False)
    typer.echo(f"rejoinder: {one_line(message)}", err=True)


def _let_go_of_stdout() -> None:
    """Close stdout if what is left for it cannot be written."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _close_stdout()


def _close_stdout() -> None:
    # The interpreter flushes stdout once more at its end, which must not fail again.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
