"""A text's lines and paragraphs with their places, and what their shape says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rejoinder.text.offsets import plain_marks

__all__ = ["Paragraph", "is_capital", "is_long_prose", "is_title_like", "normal", "paragraphs"]

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*\Z")
_WRAP_WIDTH = 100
_WORD = re.compile(r"\w+")
_LONG_PROSE = 150


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text between line breaks, trimmed; in hard-wrapped text, between blank lines."""

    start: int
    end: int
    text: str
    is_apart: bool

    @property
    def ends_sentence(self) -> bool:
        """Say whether it ends with a mark that ends or continues a sentence."""
        return _SENTENCE_END.search(self.text[-8:]) is not None


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs that are not blank; ``is_apart`` says a blank line stands before."""
    lines = list(_lines(text))
    if not _is_wrapped(lines):
        return tuple(lines)
    out: list[Paragraph] = []
    for line in lines:
        if out and not line.is_apart:
            first = out[-1]
            whole = text[first.start : line.end]
            out[-1] = Paragraph(first.start, line.end, whole, first.is_apart)
        else:
            out.append(line)
    return tuple(out)


def normal(words: str) -> str:
    """Return the words alone, for comparing lines that differ in case, marks and spaces."""
    return " ".join(_WORD.findall(plain_marks(words).casefold()))


def is_capital(word: str) -> bool:
    """Say whether the first letter or figure of a word is no small letter."""
    bare = word.lstrip("\"'“”‘’«(")
    return bool(bare) and not bare[0].islower()


def is_title_like(paragraph: Paragraph, *, words: int = 14, characters: int = 100) -> bool:
    """Say whether it is short, begins with a capital and does not end like a sentence."""
    text = paragraph.text
    return (
        len(text) <= characters
        and len(text.split()) <= words
        and not paragraph.ends_sentence
        and is_capital(text)
        and any(c.isalpha() for c in text)
    )


def is_long_prose(paragraph: Paragraph) -> bool:
    """Say whether it is running text: long, and ended like a sentence."""
    return len(paragraph.text) >= _LONG_PROSE and paragraph.ends_sentence


def _lines(text: str) -> Iterator[Paragraph]:
    last = 0
    for match in _LINE.finditer(text):
        bare = match[0].strip()
        if not bare:
            continue
        start = match.start() + match[0].index(bare[0])
        end = start + len(bare)
        gap = text[last:start]
        breaks = max(gap.count("\n"), gap.count("\r"), 2 * gap.count("\u2029"))
        yield Paragraph(start, end, bare, breaks > 1)
        last = end


def _is_wrapped(lines: list[Paragraph]) -> bool:
    """Say whether line breaks only fold paragraphs: most lines inside blocks break a sentence."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.is_apart]
    if len(pairs) < 6 or max(len(line.text) for line in lines) > _WRAP_WIDTH:
        return False
    if not any(line.is_apart for line in lines[1:]):
        return False
    folded = sum(not a.ends_sentence and len(a.text) > _WRAP_WIDTH // 3 for a, _ in pairs)
    return folded * 3 > len(pairs) * 2
