"""What the words of two statements in different articles have in common."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rejoinder.exchanges.article_index import ArticleIndex, Told
from rejoinder.exchanges.matter import word_spans
from rejoinder.model.span import Span, merge
from rejoinder.model.statement import Quotation

__all__ = ["Likeness", "compare", "is_quoted_alike", "is_quoted_at_length", "runs_alike"]

_RUN = 3
_QUOTED_RUN = 2
_FRAGMENT = 4
_WORDS_IN_A_ROW = 7
_ANY_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How far two statements say the same, the names of those who take part aside.

    Attributes:
        shared: words in common, synonyms being one.
        share: these as a part of the shorter statement.
        of_longer: these as a part of the longer one.
        plain: those in common that are no names, of whomever.
        rarity: how many of these are the two statements' own; what is said all over both articles
            counts little.
    """

    shared: int
    share: float
    of_longer: float
    plain: int
    rarity: float


def compare(one: Told, two: Told) -> Likeness:
    """Return what two statements have in common."""
    (left, mine), (right, other) = one, two
    names = left.names(mine) | right.names(other)
    its_words, my_words = right.matter(other) - names, left.matter(mine) - names
    common = my_words & its_words
    shorter, longer = sorted((len(my_words), len(its_words)))
    return Likeness(
        shared=len(common),
        share=len(common) / shorter if shorter else 0.0,
        of_longer=len(common) / longer if longer else 0.0,
        plain=len(common & (left.plain(mine) | right.plain(other))) if common else 0,
        # Sorted, since a sum of fractions depends on their order.
        rarity=math.fsum(
            1 / math.sqrt(left.spread(word) * right.spread(word)) for word in sorted(common)
        ),
    )


def runs_alike(one: Told, two: Told) -> bool:
    """Say whether some words that carry the matter follow each other in both: a quotation.

    Names do so in whatever is said of their bearers.
    """
    return not _runs(one, _RUN, one[1].statement.content).isdisjoint(
        _runs(two, _RUN, two[1].statement.content)
    )


def is_quoted_alike(one: Told, two: Told) -> bool:
    """Say whether both quote the same words, two that carry the matter at least.

    Two words in a row tell that only where little else is quoted in one of the two.
    """
    mine, its = _quoted(one), _quoted(two)
    return any(
        not _brief_runs(left, words).isdisjoint(_runs(right, _QUOTED_RUN, others))
        for left, words, right, others in ((one, mine, two, its), (two, its, one, mine))
    )


def is_quoted_at_length(one: Told, two: Told, *, plainly: bool = False) -> bool:
    """Say whether both quote the same words, so many in a row that they are no mere phrase.

    A cue in between does not part what is quoted.  Little words count where they are many.

    Args:
        one: a statement.
        two: one of another article.
        plainly: there has to be no name among these words.
    """
    mine, its = (
        _in_a_row(_words_of(told, _quoted(told)), _RUN, plainly=plainly) for told in (one, two)
    )
    return not mine.isdisjoint(its) or (not plainly and _is_word_for_word(one, two))


def _is_word_for_word(one: Told, two: Told) -> bool:
    """Say whether both quote many words in a row, whatever these are."""
    mine, its = (
        {
            tuple(words[place : place + _WORDS_IN_A_ROW])
            for words in ([word.lower() for word in _ANY_WORD.findall(_joined(told))],)
            for place in range(len(words) - _WORDS_IN_A_ROW + 1)
        }
        for told in (one, two)
    )
    return not mine.isdisjoint(its)


def _joined(told: Told) -> str:
    return " ".join(span.text_of(told[0].scene.text) for span in _quoted(told))


def _brief_runs(told: Told, quoted: tuple[Span, ...]) -> set[tuple[str, ...]]:
    text = told[0].scene.text
    brief = tuple(span for span in quoted if len(word_spans(span.text_of(text))) <= _FRAGMENT)
    return _runs(told, _QUOTED_RUN, brief)


def _quoted(told: Told) -> tuple[Span, ...]:
    """Return what of a statement stands between quotation marks."""
    index, voice = told
    if voice.statement.quotation is Quotation.DIRECT:
        return voice.statement.content
    return merge(_common(index, voice.statement.content))


def _common(index: ArticleIndex, spans: tuple[Span, ...]) -> Iterator[Span]:
    for span in spans:
        for quote in index.quotes:
            if quote.overlaps(span):
                yield Span(max(span.start, quote.start), min(span.end, quote.end))


def _runs(told: Told, length: int, spans: tuple[Span, ...]) -> set[tuple[str, ...]]:
    return set[tuple[str, ...]]().union(
        *(_in_a_row(_words_of(told, (span,)), length) for span in spans)
    )


def _words_of(told: Told, spans: tuple[Span, ...]) -> list[tuple[str, bool]]:
    """Return the words of spans, each with whether it is capitalised."""
    text = told[0].scene.text
    return [
        (stem, text[span.start + start].isupper())
        for span in spans
        for start, _, stem in word_spans(span.text_of(text))
    ]


def _in_a_row(
    words: list[tuple[str, bool]], length: int, *, plainly: bool = False
) -> set[tuple[str, ...]]:
    found = set[tuple[str, ...]]()
    for place in range(len(words) - length + 1):
        run = words[place : place + length]
        names = sum(capital for _, capital in run)
        if names == 0 or not (plainly or names == length):
            found.add(tuple(stem for stem, _ in run))
    return found
