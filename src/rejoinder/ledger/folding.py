"""Folding: names compared without case and accents."""

import unicodedata

__all__ = ["fold"]

# Letters that Unicode does not take apart, as they are commonly written without their mark.
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th"}
)


def fold(words: str) -> str:
    """Return the words without case and accents, with single spaces."""
    if words.isascii():
        return " ".join(words.casefold().split())
    apart = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(bare.translate(_PLAIN).split())
