"""Words that go together, by which articles are found that nobody dated."""

from itertools import combinations
from typing import Final

from rejoinder.exchanges.claims.wording import concept_of
from rejoinder.exchanges.matter import is_stop_word, word_spans
from rejoinder.exchanges.relate import BLAMING, OPEN, REJECTING
from rejoinder.exchanges.verdicts import PEACE, Verdicts, read_verdicts
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act, Statement

__all__ = [
    "KEYED",
    "LEAST_LETTERS",
    "beside",
    "key_word",
    "key_words",
    "matter_keys",
    "verdicts_of",
]

KEYED: Final = OPEN | REJECTING | BLAMING | {Act.ASSERT}
"""What statements do that are linked by their words alone."""

LEAST_LETTERS: Final = 4
"""Shorter stems do not count."""
# Long statements share words with everything, and would have very many keys.
_MOST_WORDS: Final = 30


def key_word(stem: str) -> str:
    """Return what a stem is compared by: the kind of deed, or itself."""
    found = concept_of(stem)
    return found.name if found.deed else stem


def key_words(record: ArticleRecord, statement: Statement) -> frozenset[str]:
    """Return the words of the matter in small letters, those for one kind of deed as one.

    They do not depend on who is taken for whom. Of what says very much they are none.
    """
    text = record.article.text
    words = frozenset(
        key_word(stem)
        for span in statement.content
        for part in (span.text_of(text),)
        for start, _, stem in word_spans(part)
        if part[start].islower() and len(stem) >= LEAST_LETTERS
    )
    return words if len(words) <= _MOST_WORDS else frozenset()


def verdicts_of(record: ArticleRecord, statement: Statement) -> Verdicts:
    """Return what a statement says of matters of dispute."""
    text = record.article.text
    words = " ".join(span.text_of(text) for span in statement.content)
    return read_verdicts(words, statement.act)


def beside(verdicts: Verdicts) -> frozenset[str]:
    """Return the words beside a matter that tell which one is meant, names among them."""
    return frozenset(
        word for word in verdicts.others if len(word) >= LEAST_LETTERS and not is_stop_word(word)
    )


def matter_keys(record: ArticleRecord) -> frozenset[str]:
    """Return each two words by which an article may be linked that nobody dated; else nothing."""
    if record.article.published is not None:
        return frozenset()
    found = set[str]()
    for statement in record.statements:
        if statement.act in KEYED:
            words = sorted(key_words(record, statement))
            found.update(f"{one} {two}" for one, two in combinations(words, 2))
        if not statement.speaker:
            continue
        verdicts = verdicts_of(record, statement)
        if PEACE in verdicts.signs:
            found.add(f"{PEACE}!")
        words = sorted(beside(verdicts)) if verdicts.signs else []
        found.update(f"{matter}! {word}" for matter in verdicts.signs for word in words)
    return frozenset(found)
