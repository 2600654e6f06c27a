import errno

import pytest
import typer

from rejoinder.cli.outcome import EXIT_HELP, ExitStatus, reported, status_of
from rejoinder.errors import (
    ConfigError,
    GoldError,
    LedgerForeign,
    LedgerLocked,
    LedgerNotFound,
    LedgerVersionError,
    ModelNotInstalled,
    NotFound,
    RejoinderError,
)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ConfigError("x"), 2),
        (GoldError("x"), 2),
        (LedgerNotFound("x"), 5),
        (LedgerForeign("x"), 5),
        (LedgerVersionError("x"), 5),
        (LedgerLocked("x"), 5),
        (NotFound("x"), 6),
        (ModelNotInstalled("x"), 8),
        (RejoinderError("x"), 1),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_error_has_its_status(error: RejoinderError, status: int) -> None:
    assert status_of(error) == status


def test_every_status_is_explained() -> None:
    assert list(EXIT_HELP) == list(ExitStatus)


def _end_of(raised: BaseException | None, *, verbose: bool = False) -> int:
    @reported
    def command(*, verbose: bool) -> ExitStatus | None:
        if raised is not None:
            raise raised
        return None

    with pytest.raises(typer.Exit) as end:
        command(verbose=verbose)
    return end.value.exit_code


def test_a_command_that_says_nothing_ends_well() -> None:
    assert _end_of(None) == 0


def test_an_error_is_one_line_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert _end_of(NotFound("no article 'x'\n\x1b[31mtry another")) == 6
    assert capsys.readouterr().err == "rejoinder: no article 'x' \u241b[31mtry another\n"


def test_verbose_shows_where_it_arose(capsys: pytest.CaptureFixture[str]) -> None:
    assert _end_of(NotFound("no article 'x'"), verbose=True) == 6
    shown = capsys.readouterr().err
    assert shown.startswith("Traceback")
    assert shown.endswith("rejoinder: no article 'x'\n")


def test_a_traceback_cannot_act_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    _end_of(NotFound("no article '\x1b[31m'"), verbose=True)
    assert "\x1b" not in capsys.readouterr().err


def test_an_interruption_is_one_line_and_130(capsys: pytest.CaptureFixture[str]) -> None:
    assert _end_of(KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == "rejoinder: interrupted; what was finished is kept\n"


def test_what_nobody_foresaw_is_one_line_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert _end_of(ZeroDivisionError("by zero")) == 1
    shown = capsys.readouterr().err
    assert shown == "rejoinder: unexpected ZeroDivisionError: by zero; run again with --verbose\n"


@pytest.mark.parametrize("kind", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_told_with_its_cure(kind: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert _end_of(OSError(kind, "too much")) == 9
    shown = capsys.readouterr().err
    assert shown == (
        "rejoinder: there is no room for what is written: too much; "
        "free some, or write to another disk\n"
    )
