"""How a command opens the ledger that it was told of."""

from pathlib import Path

from rejoinder import api
from rejoinder.cli.options import ledger_path

__all__ = ["reading", "writing"]


def reading(option: Path | None) -> api.Ledger:
    """Return the ledger, which must be there, for reading only.

    Raises:
        ConfigError: no ledger is named.
        LedgerError: it is missing, foreign or newer than this program.
    """
    return api.Ledger(ledger_path(option), create=False, read_only=True)


def writing(option: Path | None) -> api.Ledger:
    """Return the ledger, which must be there, for writing.

    Raises:
        ConfigError: no ledger is named.
        LedgerError: it is missing, foreign or newer than this program.
    """
    return api.Ledger(ledger_path(option), create=False)
