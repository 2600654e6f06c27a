"""Make hostile text harmless to look at: what would act on a terminal becomes a visible sign."""

import re

__all__ = ["counted", "one_line", "trimmed", "visible"]

# Controls but tab and line feed; C1 controls; bidirectional and other invisible format characters
# (not the joiners, which scripts need); line separators; surrogates; tags and their selectors.
_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_BLANKS = re.compile(r"\s+")


def counted(count: int, noun: str) -> str:
    """Return the count with its noun: ``1 article``, ``2 articles``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def visible(text: str) -> str:
    """Return the text with one harmless character for each that acts: offsets stay true."""
    return _ACTING.sub(lambda found: _sign(found[0]), text)


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


def _sign(character: str) -> str:
    code = ord(character)
    if character == "\r":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return "\ufffd"
