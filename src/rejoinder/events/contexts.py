"""Contexts: what the event is about, by the words of its paragraph."""

import functools
import re
from collections.abc import Mapping

from rejoinder.events.words import rows_of

__all__ = ["contexts_of"]

_TABLE = "contexts.tsv"


@functools.cache
def _patterns() -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    """Return a pattern of all words, and the contexts that each stands for."""
    spoken: dict[str, tuple[str, ...]] = {}
    for context, words in rows_of(_TABLE):
        for word in words.split(";"):
            spoken[word] = (*spoken.get(word, ()), context)
    longest = sorted(spoken, key=lambda word: (-len(word), word))
    either = "|".join(map(re.escape, longest))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)"), spoken


def contexts_of(paragraph: str) -> tuple[str, ...]:
    """Return PLOVER's contexts of a paragraph, sorted; none where no word speaks for one."""
    pattern, spoken = _patterns()
    found = {name for hit in pattern.findall(paragraph.lower()) for name in spoken[hit]}
    return tuple(sorted(found))
