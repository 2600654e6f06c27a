"""Speech: an attribution as tokens, and the words around it that say how it was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.actors.words import Words
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Attribution, Bearing, Quotation

__all__ = ["Speech", "head_of", "read_speech"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One attribution on the tokens of its article.

    Attributes:
        head: the token that the source hangs on, or None without a source.
        first: the first token of any part.
        quoted: some of the words stand in quotation marks; ``direct``: they are a quotation.
        act: what cue and words do, where that has been read.
        aimed: the words that say at whom, the surest first.
        alone: no other words can say so.
        deed: the word that tells of what is blamed, or None.
    """

    source: Sequence[int]
    cue: Sequence[int]
    content: Sequence[int]
    head: int | None
    first: int
    quoted: bool
    direct: bool
    parent: int | None
    spans: tuple[Span, ...]
    act: Act | None = None
    aimed: Sequence[int] = ()
    alone: bool = False
    deed: int | None = None


def read_speech(words: Words, attribution: Attribution, bearing: Bearing | None = None) -> Speech:
    """Return the attribution's parts as tokens."""
    source = _after_colon(words, words.tokens(attribution.source))
    cue = words.tokens(attribution.cue)
    source = [token for token in source if token not in cue] or source
    source = _behind_place(words, source)
    content = words.tokens(attribution.content)
    blamed = words.tokens([bearing.deed]) if bearing is not None and bearing.deed else []
    return Speech(
        source=source,
        cue=cue,
        content=content,
        head=head_of(words, source),
        first=min([*source[:1], *cue[:1], *content[:1]], default=0),
        quoted=attribution.quotation is not Quotation.INDIRECT,
        direct=attribution.quotation is Quotation.DIRECT,
        parent=attribution.parent,
        spans=attribution.source,
        act=bearing.act if bearing is not None else None,
        aimed=[t for span in bearing.aimed for t in words.tokens([span])] if bearing else (),
        alone=bearing is not None and bearing.alone,
        deed=blamed[0] if blamed else None,
    )


def _after_colon(words: Words, source: list[int]) -> list[int]:
    """Return the source without the label before it: "Interview: An expert"."""
    colons = [place for place, token in enumerate(source) if words.text[token] == ":"]
    return source[colons[-1] + 1 :] if colons and colons[-1] + 1 < len(source) else source


def _behind_place(words: Words, source: list[int]) -> list[int]:
    """Return the source without the place before it: "In Norland, Ilona Vey, a deputy,"."""
    first = source[0] if source else 0
    if not first or words.lower[first - 1] != "in" or words.dep[first] != "pobj":
        return source
    commas = [place for place, token in enumerate(source) if words.text[token] == ","]
    return source[commas[0] + 1 :] if commas and commas[0] + 1 < len(source) else source


def head_of(words: Words, tokens: Sequence[int]) -> int | None:
    """Return the first token whose head lies outside of them, punctuation left aside."""
    inside = set(tokens)
    for token in tokens:
        outside = words.head[token] not in inside or words.head[token] == token
        if outside and words.pos[token] not in {"PUNCT", "DET", "SPACE"}:
            return token
    return tokens[0] if tokens else None
