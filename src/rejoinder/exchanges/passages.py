"""Sentences of an article, and which words of them belong to which statement."""

import bisect
import re
from collections.abc import Iterable

from rejoinder.model.span import Span, merge
from rejoinder.model.statement import Statement

__all__ = ["BOUNDARY", "Passages", "only", "parts_of", "without"]

# A full stop after a single capital ("K. Heydari") or a title ends nothing. That there is one is
# looked for first: few characters are.
_ENDS = r"(?=[.!?])(?<![A-Z])" + "".join(
    rf"(?<!\b{title})"
    for title in (
        *("Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "Sen", "Rep", "Gov"),
        *("Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Adm"),
    )
)
BOUNDARY = re.compile(
    rf"{_ENDS}\.|[;:!?\n,]|\s(?:saying|adding|while|but|whereas|stating|noting)\s"
)
"""Where the words that a verb or a noun governs end."""

_END = re.compile(rf"{_ENDS}[.!?]+[”\"’')\]]*(?=\s)(?:[ \t]*\n+)?|\n+")
_BLANK = "\0"


class Passages:
    """The sentences of a text, by place."""

    def __init__(self, text: str) -> None:
        """Find where sentences begin and end; a line break ends one too."""
        ends = [match.end() for match in _END.finditer(text)]
        self._ends = [*ends, len(text)] if not ends or ends[-1] < len(text) else ends

    def place(self, offset: int) -> int:
        """Return the number of the sentence that the character lies in."""
        return min(bisect.bisect_right(self._ends, offset), len(self._ends) - 1)

    def sentence(self, number: int) -> Span:
        """Return the span of the sentence with that number, the white space before it included."""
        start = self._ends[number - 1] if number else 0
        return Span(start, self._ends[number])

    def around(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return the whole sentences that the spans touch."""
        return merge(
            Span(
                self.sentence(self.place(span.start)).start,
                self.sentence(self.place(span.end - 1)).end,
            )
            for span in spans
        )


def parts_of(statement: Statement) -> tuple[Span, ...]:
    """Return source, cue and content of a statement as one set of spans."""
    return merge((*statement.source, *statement.cue, *statement.content))


def without(spans: Iterable[Span], removed: Iterable[Span]) -> tuple[Span, ...]:
    """Return the characters of ``spans`` that are not in ``removed``."""
    left = list(merge(spans))
    for gone in merge(removed):
        left = [
            piece
            for span in left
            for piece in (
                (span,)
                if not span.overlaps(gone)
                else tuple(
                    Span(start, end)
                    for start, end in ((span.start, gone.start), (gone.end, span.end))
                    if start < end
                )
            )
        ]
    return tuple(left)


def only(text: str, shown: Iterable[Span]) -> str:
    """Return the text with everything but the shown spans blanked out, character for character."""
    out: list[str] = []
    at = 0
    for span in merge(shown):
        out.append(_BLANK * (span.start - at))
        out.append(span.text_of(text))
        at = span.end
    out.append(_BLANK * (len(text) - at))
    return "".join(out)
