"""Turns of a transcript: paragraphs that begin with who speaks and a colon."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft

__all__ = ["turns_of_transcript"]

# A label: up to eight words, perhaps behind an opening quotation mark, the last one a name.
_TURN = re.compile(
    r"^[ \t\xa0]*[\"“«]?[ \t\xa0]*"
    r"(?P<label>[A-Z][\w.'’-]*(?:[ \t\xa0]+[\w(][\w.,'’)-]*){0,7}?)[ \t\xa0]*"
    r"(?P<colon>:)[ \t\xa0]+(?P<words>\S.*)$",
    re.MULTILINE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
_ENDS = ".?!…—–-"
_CLOSED = ' \t"”»'
# Paragraphs that are labelled alike at least, before labels are taken for speakers.
_TURNS, _AGAIN = 3, 2
# First persons that a speech has at least behind its label.
_OWN_WORDS = 6
# What stands before a colon again and again and names nobody.
_NO_SPEAKER = frozenset(
    """
    also caption claim claims correction credit credits date fact facts file image images location
    more myth note photo photos picture pictures rating read reality related result results score
    see source sources tags time update updated verdict video warning watch what when where why
    """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A paragraph that begins with a label."""

    start: int
    label: Span
    colon: Span
    words: Span


def turns_of_transcript(text: str) -> list[Draft]:
    """Return the turns of a transcript in the text, none where labels do not come again.

    A speaker comes again where the surname does: "Mayor Anna Weil:", then "A. Weil:". Where two
    speakers at least take turns, paragraphs without a label go on with the turn before, up to the
    next label; behind the last label nothing does. One label in capitals alone opens a speech,
    which goes on to the end.
    """
    lines = [_line(found) for found in _TURN.finditer(text)]
    lines = [line for line in lines if _opens_turn(text, line)]
    counts = Counter(_surname(line.label.text_of(text)) for line in lines)
    again = [line for line in lines if counts[_surname(line.label.text_of(text))] >= _AGAIN]
    if len(again) < _TURNS or not _are_sentences([line.words.text_of(text) for line in again]):
        return [_turn(text, line, len(text)) for line in lines if _opens_speech(text, line, lines)]
    again = _with_inner(text, again)
    taking_turns = len({_surname(line.label.text_of(text)) for line in again}) > 1
    stops = [*(line.start for line in again[1:]), None]
    return [
        _turn(text, line, stop if taking_turns else None)
        for line, stop in zip(again, stops, strict=True)
    ]


def _turn(text: str, line: _Line, stop: int | None) -> Draft:
    """Return a turn with the paragraphs up to a place, if it goes on."""
    more = _paragraphs(text, line.words.end, stop) if stop is not None else []
    return Draft(
        source=(line.label,),
        cue=(line.colon,),
        content=(line.words, *more),
        score=0.85,
        colon=True,
    )


def _opens_speech(text: str, line: _Line, lines: Sequence[_Line]) -> bool:
    """Say whether a label in capitals stands alone before the words of somebody named before."""
    label = line.label.text_of(text)
    if not label.isupper() or len(label.split()) <= 1:
        return False
    if any(other is not line and other.label.text_of(text).isupper() for other in lines):
        return False
    known = re.search(rf"\b{re.escape(_surname(label))}\b", text[: line.start].lower())
    return known is not None and len(_FIRST_PERSON.findall(text[line.start :])) >= _OWN_WORDS


def _surname(label: str) -> str:
    """Return the last word of a label in small letters, without initials: "N.Weil"."""
    return label.split()[-1].strip(".,'’()").rsplit(".", 1)[-1].lower()


def _line(found: re.Match[str]) -> _Line:
    words = found["words"].rstrip(_CLOSED)
    start = found.start("words")
    return _Line(
        start=found.start(),
        label=Span(*found.span("label")),
        colon=Span(*found.span("colon")),
        words=Span(start, start + max(1, len(words))),
    )


def _with_inner(text: str, lines: Sequence[_Line]) -> list[_Line]:
    """Return the lines, those cut in two in which another turn begins: "So? B.Roth: No"."""
    names = {line.label.text_of(text).split()[-1].rsplit(".", 1)[-1] for line in lines}
    named = "|".join(re.escape(name) for name in sorted(names))
    inner = re.compile(
        rf"(?<=[.?!] )(?P<label>(?:[A-Z][\w'’-]*[ \t]+){{0,3}}(?:[A-Z]\.)*(?:{named}))[ \t]*"
        r"(?P<colon>:)[ \t]+(?P<words>\S.*)$"
    )
    out: list[_Line] = []
    for line in lines:
        end = text.find("\n", line.words.start)
        found = inner.search(text, line.words.start, end if end >= 0 else len(text))
        if found is None:
            out.append(line)
            continue
        first = text[line.words.start : found.start()].rstrip(_CLOSED)
        words = Span(line.words.start, line.words.start + max(1, len(first)))
        out.extend((replace(line, words=words), _line(found)))
    return out


def _opens_turn(text: str, line: _Line) -> bool:
    """Say whether a label ends in a name and opens neither a title nor another heading."""
    label = line.label.text_of(text)
    words = label.split()
    if not text[: line.start].strip():
        ended = line.words.text_of(text)[-1] in _ENDS
        if not ended or (len(words) == 1 and text.count(f"{label}:") < _AGAIN):
            return False
    if any(word.lower().strip(".,'’()") in _NO_SPEAKER for word in words):
        return False
    return words[-1].lstrip("(")[:1].isupper()


def _are_sentences(words: Sequence[str]) -> bool:
    """Say whether most of what follows the labels is speech and no list: "Norland: 14 seats"."""
    return 2 * sum(w[-1] in _ENDS for w in words) > len(words)


def _paragraphs(text: str, start: int, stop: int) -> list[Span]:
    """Return the paragraphs between two places, without the marks around them."""
    out: list[Span] = []
    for found in re.finditer(r"[^\n]+", text[start:stop]):
        body = found.group()
        left = len(body) - len(body.lstrip(' \t"“«'))
        right = len(body.rstrip(_CLOSED))
        if left < right and any(c.isalnum() for c in body[left:right]):
            out.append(Span(start + found.start() + left, start + found.start() + right))
    return out
