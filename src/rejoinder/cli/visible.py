"""Make hostile text harmless to look at: what would act on a terminal becomes a visible sign."""

import re

from rejoinder.text.acting import replace_acting, sign_of
from rejoinder.text.phrases import counted

__all__ = ["counted_of", "one_line", "trimmed", "visible"]

_BLANKS = re.compile(r"\s+")


def counted_of(shown: int, total: int, noun: str, plural: str | None = None) -> str:
    """Return how many there are of a list of which only some may be shown: ``2 of 9 articles``."""
    every = counted(total, noun, plural)
    return every if shown == total else f"{shown:,} of {every}"


def visible(text: str) -> str:
    """Return the text with one harmless character for each that acts: offsets stay true."""
    return replace_acting(text, sign_of)


def one_line(text: str) -> str:
    """Return the text on one line, every run of blanks one space, with nothing that acts."""
    return visible(_BLANKS.sub(" ", text).strip())


def trimmed(text: str, width: int) -> str:
    """Return the text on one line of at most ``width`` characters, cut between words if it can."""
    line = one_line(text)
    if len(line) <= width:
        return line
    kept = line[: max(width - 1, 0)]
    head, blank, _ = kept.rpartition(" ")
    return (head if blank and len(head) > width // 2 else kept).rstrip(" ,;:") + "…"
