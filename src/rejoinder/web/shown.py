"""Words on pages: nothing of an article may act in a browser, and what is invisible is shown."""

import unicodedata
from typing import Final

from markupsafe import Markup, escape

from rejoinder.text.acting import find_acting, replace_acting, sign_of
from rejoinder.text.phrases import day_text

__all__ = ["day_text", "harmless", "labelled", "trimmed"]

_LABELS: Final = {
    "\u061c": "ALM", "\u180e": "MVS", "\u200b": "ZWSP", "\u200e": "LRM", "\u200f": "RLM",
    "\u2028": "LSEP", "\u2029": "PSEP", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
    "\u202d": "LRO", "\u202e": "RLO", "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI",
    "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM",
}  # fmt: skip


def harmless(value: object) -> object:
    """Return what a template prints: text with a sign for each character that acts.

    The environment puts every printed value through this, in attributes and titles too.
    """
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return replace_acting(value, sign_of) if find_acting(value) else value


def labelled(text: str) -> Markup:
    """Return text for a page in which each character that acts is a visible label."""
    if not find_acting(text):
        return escape(text)
    parts: list[Markup] = []
    start = 0
    for place, character in enumerate(text):
        if find_acting(character):
            parts += [escape(text[start:place]), _label(character)]
            start = place + 1
    return Markup("").join([*parts, escape(text[start:])])


def trimmed(text: str, width: int) -> str:
    """Return the text on one line of at most ``width`` characters, cut between words if it can."""
    line = " ".join(text[: width * 4 + 100].split())
    if len(line) <= width:
        return line
    head, blank, _ = line[: width - 1].rpartition(" ")
    return (head if blank and len(head) > width // 2 else line[: width - 1]).rstrip(" ,;:") + "…"


def _label(character: str) -> Markup:
    if character == "\r":
        return Markup("")
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "control character").lower()
    return Markup('<span class="acting" title="{} ({})">{}</span>').format(
        name, code, _LABELS.get(character, code)
    )
