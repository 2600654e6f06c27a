"""News agencies and the forms in which they are credited."""

import re
from functools import cache
from types import MappingProxyType
from typing import Final

from rejoinder.text.tables import read_rows, tables_digest

__all__ = ["agencies_digest", "agency_named", "agency_pattern"]

_PACKAGE: Final = "rejoinder.articles"
_TABLE: Final = "agencies.tsv"


@cache
def agency_pattern() -> str:
    """Return a pattern for every form of every agency, the longest first; capitals count."""
    forms = sorted(_names(), key=lambda form: (-len(form), form))
    return rf"(?:{'|'.join(map(re.escape, forms))})(?!\w)"


def agency_named(words: str) -> str | None:
    """Return the usual name of the agency that goes by exactly those words, or None."""
    return _names().get(words.strip())


@cache
def agencies_digest() -> str:
    """Return the SHA-256 of the table, hexadecimal."""
    return tables_digest(_PACKAGE, (_TABLE,))


@cache
def _names() -> MappingProxyType[str, str]:
    names: dict[str, str] = {}
    for row in read_rows(_PACKAGE, _TABLE):
        for form in row["forms"].split(";"):
            for written in (form, form.upper()):
                names.setdefault(written, row["name"])
    return MappingProxyType(names)
