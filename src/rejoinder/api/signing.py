"""Who signs what persons decide."""

import getpass
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rejoinder.config import read_config
from rejoinder.errors import ConfigError

if TYPE_CHECKING:
    from rejoinder.pipeline.rulings import Signature

__all__ = ["signature"]


def signature(by: str | None, note: str) -> "Signature":
    """Return who rules now.

    Raises:
        ConfigError: nobody is named and nobody is logged in.
    """
    from rejoinder.pipeline.rulings import Signature

    judge = by if by is not None else read_config(os.environ).judge
    if judge is None:
        try:
            judge = getpass.getuser()
        except (OSError, KeyError):
            judge = ""
    if not judge.strip():
        raise ConfigError("a ruling is signed; say by whom with --by NAME or set REJOINDER_BY")
    return Signature(judge=" ".join(judge.split()), note=note.strip(), now=datetime.now(UTC))
