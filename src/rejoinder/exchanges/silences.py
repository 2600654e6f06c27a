"""Who is told to have said nothing when asked: "declined to comment", "did not return a call"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.passages import Passages
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span

__all__ = ["find_silences"]

_NOT: Final = r"(?:\s+not|n[’']t)\s+(?:immediately\s+|yet\s+)?"
_SILENT: Final = re.compile(
    r"\b(?:(?:declin|refus)(?:e[sd]?|ing)\s+(?:repeated\s+)?"
    r"(?:to\s+comment|requests?\s+for\s+comment|to\s+be\s+interviewed|to\s+answer\s+questions"
    r"|(?:an\s+)?interview\s+requests?)\b"
    rf"|(?:did|does|has|have|had){_NOT}"
    r"(?:(?:respond|repl)\w*\s+to(?:\s+[\w’'.]+){0,4}?\s+"
    r"(?:requests?|questions|queries|inquir(?:y|ies)"
    r"|(?:e-?mails?|messages?|calls?)[^.;]{0,25}\b(?:comment|asking|seeking))"
    r"|(?:return|answer)\w*(?:\s+[\w’'.]+){0,5}?\s+(?:calls?|e-?mails?|messages?|requests?))\b"
    rf"|(?:did|would|could){_NOT}comment\b(?!\s+at\s+length)"
    r"|(?:had|offered|made)\s+no\s+(?:immediate\s+)?comment\b"
    rf"|could{_NOT}(?:immediately\s+)?be\s+reached\b"
    r"|(?:was|were)\s+(?:not\s+(?:immediately\s+)?|un)available\s+(?:for|to)\s+comment\b)",
    re.IGNORECASE,
)
# What may stand between a name and these words: whose office it is, an aside, "on Monday".
_BETWEEN: Final = re.compile(
    r"(?:[’']s?)?(?:\s+(?:[\w-]+\s+)?(?:office|campaign|spokes\w+|lawyers?|attorneys?|team|staff))?"
    r"(?:,[^,.;:“”\"]{1,60},)?(?:\s+(?:on\s+\w+day|also|both|repeatedly|initially|have|has|had))*\s+",
    re.IGNORECASE,
)
_REACH: Final = 90
# "Voters backing Tarn declined to comment": he did not.
_GOVERNED: Final = re.compile(r"\b(?:\w+ing|against|with|near|by)\s+$", re.IGNORECASE)
_BEFORE: Final = 20


def find_silences(record: ArticleRecord) -> Iterator[tuple[ActorId, Span]]:
    """Yield who is told to have said nothing, each with the sentence that tells it."""
    text = record.article.text
    found = [(match.start(), match.end()) for match in _SILENT.finditer(text)]
    if not found:
        return
    named = [(mention.span, actor.id) for actor in record.actors for mention in actor.mentions]
    passages = Passages(text)
    for start, end in found:
        near = [
            (span, actor)
            for span, actor in named
            if 0 < start - span.end <= _REACH
            and _BETWEEN.fullmatch(text, span.end, start)
            and not _GOVERNED.search(text, max(0, span.start - _BEFORE), span.start)
        ]
        sentence = passages.sentence(passages.place(end - 1))
        words = sentence.text_of(text)
        told = Span(sentence.start + len(words) - len(words.lstrip()), sentence.end)
        last = max((span.end for span, _ in near), default=0)
        yield from sorted({(actor, told) for span, actor in near if span.end == last})
