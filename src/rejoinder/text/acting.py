"""Characters that act instead of being read: controls, bidirectional and other invisible formats.

Whoever shows an article's text, in a terminal or in a browser, must show these as signs.
"""

import re
from collections.abc import Callable

__all__ = ["find_acting", "replace_acting", "sign_of"]

# Controls but tab and line feed; C1 controls; bidirectional and other invisible format characters
# (not the joiners, which scripts need); line separators; surrogates; tags and their selectors.
_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)


def find_acting(text: str) -> bool:
    """Say whether the text holds a character that acts."""
    return _ACTING.search(text) is not None


def replace_acting(text: str, sign: Callable[[str], str]) -> str:
    """Return the text with every character that acts replaced by what ``sign`` makes of it."""
    return _ACTING.sub(lambda found: sign(found[0]), text)


def sign_of(character: str) -> str:
    """Return one harmless character that stands for one that acts."""
    code = ord(character)
    if character == "\r":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return "\ufffd"
