"""Settings from the environment, read once at the edge into one frozen Config."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rejoinder.errors import ConfigError

__all__ = ["Config", "read_config"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What may be set once for all commands.

    Attributes:
        ledger: the ledger to use where none is named; from ``REJOINDER_LEDGER``.
        workers: processes that extract side by side; from ``REJOINDER_WORKERS``.
        judge: who signs rulings on actors; from ``REJOINDER_BY``; None: whoever is logged in.
    """

    ledger: Path | None = None
    workers: int = 1
    judge: str | None = None


def read_config(environ: Mapping[str, str]) -> Config:
    """Read the settings out of the environment; empty counts as not set.

    Raises:
        ConfigError: ``REJOINDER_WORKERS`` is no whole number above 0.
    """
    ledger = environ.get("REJOINDER_LEDGER", "")
    workers = environ.get("REJOINDER_WORKERS", "") or "1"
    if not (workers.isascii() and workers.isdigit() and int(workers) > 0):
        raise ConfigError(f"REJOINDER_WORKERS is {workers!r}; set it to a whole number from 1 up")
    return Config(
        ledger=Path(ledger) if ledger else None,
        workers=int(workers),
        judge=environ.get("REJOINDER_BY", "").strip() or None,
    )
