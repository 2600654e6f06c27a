"""Asides that tell what became of words: "a charge Norland denies", "an appeal echoed by Sudland".

The words that they take up stand before them; what is content here is only the noun that names
them, as in "but these were rejected".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft

__all__ = ["with_asides"]

_WHAT: Final = (
    r"[,–—]\s+(?P<what>(?:an?\s+|the same\s+|both\s+)?"
    r"(?:charge|accusation|allegation|claim|assertion|suggestion|demand|request|offer|proposal"
    r"|appeal|call|warning|view|criticism)s?)"
)
_DONE: Final = (
    r"(?:denied|rejected|dismissed|disputed|refuted|rebuffed|echoed|repeated|shared|backed)"
)
_DOES: Final = r"(?:den(?:y|ies)|rejects?|dismiss(?:es)?|disputes?|refutes?)"
_ADVERB: Final = r"(?:(?:\w+ly|always|also|since|long|so far|at once)\s+)?"
_BY_WHOM: Final = re.compile(
    rf"{_WHAT}\s+(?:(?:that|which)\s+(?:was|were|is|are|has been|have been)\s+)?{_ADVERB}"
    rf"(?P<cue>{_DONE}\s+by)\s+(?P<who>[^,.;:!?“”\"\n]{{2,80}})"
)
_BY_SUBJECT: Final = re.compile(
    rf"{_WHAT}\s+(?:(?:that|which)\s+)?(?P<who>[^,.;:!?“”\"\n]{{2,60}}?)\s+"
    rf"(?P<cue>(?:(?:has|have|had)\s+)?{_ADVERB}(?:{_DONE}|{_DOES}))\b"
)
# What a relative clause denies is the whole of what was said before it.
_WHICH: Final = re.compile(
    rf"[,–—]\s+(?P<what>which|something(?:\s+(?:that|which))?)\s+"
    rf"(?P<who>[^,.;:!?“”\"\n]{{2,60}}?)\s+"
    rf"(?P<cue>(?:(?:has|have|had)\s+)?{_ADVERB}(?:den(?:y|ies|ied)|disput(?:es?|ed)|refut(?:es?|ed)))"
    r"(?=\s*[,.;!?–—\n]|\s+(?:and|but|while|though|although|on|in|at|last|yesterday)\b|$)"
)
# "A charge that Norland makes also against Sudland": what it charges is at whom.
_MAKES: Final = re.compile(
    r"[,–—]\s+(?:an?\s+|the same\s+)?(?P<noun>(?:charge|accusation|allegation|claim)s?)\s+"
    r"(?:(?:that|which)\s+)?(?P<who>[^,.;:!?“”\"\n]{2,60}?)\s+"
    r"(?P<cue>(?:also\s+)?(?:makes?|made|levels?|levell?ed|raises?|raised)"
    r"(?:\s+(?:also|too|itself))?)\s+(?P<what>(?:against|at)\s+[^,.;:!?–—\n]{2,60}?)"
    r"(?=\s*[,.;!?–—\n]|\s+(?:and|but|while|after|since|when|because|over)\b|$)"
)
_RATED: Final = re.compile(
    rf"[,–—]\s+which\s+(?P<who>[^,.;:!?“”\"\n]{{2,60}}?)\s+"
    rf"(?P<cue>(?:(?:has|have|had)\s+)?{_ADVERB}(?:called|branded|labell?ed|termed"
    r"|(?:described|denounced|dismissed|condemned|rejected)\s+as))\s+"
    r"(?P<what>[^,.;:!?–—\n]{2,80})"
)
_PRONOUN: Final = re.compile(r"(?:it|he|she|they|who|which|that)\b", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"\b(?:to|of|that|was|were|is|are|has|have|had|and|but|for|by)\b")
_SCORE: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aside:
    whole: Span
    draft: Draft


def with_asides(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the asides of a text, and without what was read into them."""
    asides = _asides(text)
    kept = [each for draft in drafts if (each := _outside(text, draft, asides)) is not None]
    return [*kept, *(aside.draft for aside in asides)] if asides else list(drafts)


def _asides(text: str) -> list[_Aside]:
    found = [
        _Aside(
            whole=Span(match.start() + 1, match.end()),
            draft=_draft(text, match),
        )
        for pattern in (_BY_WHOM, _MAKES, _BY_SUBJECT, _WHICH, _RATED)
        for match in pattern.finditer(text)
        if pattern is _BY_WHOM or not _CLAUSE.search(match["who"])
    ]
    return [
        one
        for place, one in enumerate(found)
        if not any(one.whole.overlaps(other.whole) for other in found[:place])
    ]


def _draft(text: str, match: re.Match[str]) -> Draft:
    """Return the aside as a draft; whom a pronoun there means cannot be told."""
    who = Span(*match.span("who"))
    source = () if _PRONOUN.match(who.text_of(text)) else (who,)
    named = (Span(*match.span("noun")),) if "noun" in match.groupdict() else ()
    return Draft(
        source=source,
        cue=(*named, Span(*match.span("cue"))),
        content=(Span(*match.span("what")),),
        score=_SCORE,
    )


def _outside(text: str, draft: Draft, asides: Sequence[_Aside]) -> Draft | None:
    """Return what a draft has outside the asides; None where its cue or all of it is of one."""
    for aside in asides:
        if any(aside.whole.overlaps(span) for span in draft.cue):
            return None
        parts = [
            span if not span.overlaps(aside.whole) else _before(text, span, aside.whole)
            for span in draft.content
        ]
        content = tuple(part for part in parts if part is not None)
        if not content:
            return None
        draft = replace(draft, content=content)
    return draft


def _before(text: str, span: Span, aside: Span) -> Span | None:
    """Return the part of a span before an aside, without the comma between."""
    body = text[span.start : max(span.start, aside.start)].rstrip(" ,–—\n")
    return Span(span.start, span.start + len(body)) if body else None
