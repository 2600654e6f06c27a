"""Headlines of other articles that leaked into the beginning of a sentence."""

import re
from itertools import islice

from rejoinder.articles.paragraphs import is_capital

__all__ = ["glued_teaser"]

_WORD = re.compile(r"\S+")
_SMALL = frozenset(
    "a an and as at but by for from in into of off on or over per the to up via vs with amid after "
    "before against about is are be its".split()
)
_OPENERS = frozenset(
    "The A An In On At He She It They We This That These Those There According However Earlier But "
    "As After While When Since Both Meanwhile Later His Her Their".split()
)
_LEAST = 6
_MOST = 24


def glued_teaser(line: str, known: frozenset[str]) -> int | None:
    """Return where the sentence begins after a headline that is glued before it, or None.

    A headline is a run of capitalised words with no mark at its end. The sentence shows by an
    opener that cannot stand inside a name ("The", "In"), or, after a headline of the form
    "claim - speaker", by a name that the article knows.

    Args:
        line: one paragraph.
        known: words with a capital that the article used before.
    """
    words = list(islice(_WORD.finditer(line), _MOST + 2))
    run = 0
    for match in words:
        if not is_capital(match[0]) and match[0].lower() not in _SMALL and match[0] not in "-–—|":
            break
        run += 1
    if not _LEAST <= run - 1 <= _MOST or run == len(words):
        return None
    last = max((n for n in range(run) if is_capital(words[n][0])), default=0)
    headline, opener = [w[0] for w in words[:last]], words[last][0]
    if len(headline) < _LEAST - 1 or headline[-1][-1] in ".,:;!?\"”’'" or line[0] in "\"“‘'":
        return None
    if any(w.rstrip('"”').endswith((".", "!", "?", ",", ";")) for w in headline):
        return None
    dashed = any(w in "-–—|" for w in headline)
    if opener in _OPENERS or (dashed and opener in known):
        return words[last].start()
    return None
