"""Slugs: names as they stand in ids."""

import re
import unicodedata

__all__ = ["slug"]

_LETTERS = str.maketrans({"ı": "i", "ə": "e", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae"})


def slug(name: str) -> str:
    """Return the name in small letters without marks, its words joined by hyphens."""
    kept = name.lower()
    if not kept.isascii():
        plain = unicodedata.normalize("NFKD", kept.translate(_LETTERS)).lower()
        kept = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", kept.replace("'", "").replace("’", "")).strip("-_")
