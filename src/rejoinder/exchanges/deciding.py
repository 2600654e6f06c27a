"""Words of who decides something, passes a law or announces a step, and of what is decided."""

import functools
from typing import Final

from rejoinder.exchanges.matter import stems
from rejoinder.text.tables import read_rows

__all__ = ["DECIDED", "DECIDING", "LAWS", "PASSING", "STEPS"]


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    rows = read_rows("rejoinder.exchanges", "deciding.tsv")
    return {row["kind"]: stems(row["words"]) for row in rows}


STEPS: Final = _words()["step"]
"""Stems of nouns for any step: which one is meant, others must say."""
LAWS: Final = _words()["law"]
"""Stems of nouns for a law."""
DECIDED: Final = _words()["decided"] | STEPS | LAWS
"""Stems of nouns for what is decided: steps, laws, verdicts."""
PASSING: Final = _words()["passing"]
"""Stems of verbs of who passes a law, and so judges nothing by it."""
DECIDING: Final = _words()["deciding"] | PASSING
"""Stems of verbs of who decides."""
