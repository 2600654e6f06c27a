"""What an exchange is called: its parties and the matter between them."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rejoinder.exchanges.matter import word_spans

__all__ = ["matter_of"]

_WORDS = 4
_PHRASES = 3


def matter_of(turns: Sequence[str], spread: Mapping[str, int], but: Iterable[str]) -> str:
    """Return the words most characteristic of what the turns share, in the order they first come.

    ``spread`` counts in how many statements each stem occurs, ``but`` holds the stems of the
    parties' names.  Empty where the turns share nothing.
    """
    left_out = frozenset(but)
    held: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for text in turns:
        found = word_spans(text)
        held.update({stem for _, _, stem in found})
        for start, end, stem in found:
            forms.setdefault(stem, Counter())[text[start:end].replace("’", "'")] += 1
    total = max(1, sum(spread.values()))
    shared = [
        stem
        for stem, count in held.items()
        if count > 1 and stem not in left_out and not stem.isdigit()
    ]
    chosen = sorted(
        shared,
        key=lambda stem: (-held[stem] * math.log(1 + total / max(1, spread.get(stem, 1))), stem),
    )[:_WORDS]
    return ", ".join(_phrases(turns, frozenset(chosen), forms)[:_PHRASES])


def _phrases(
    turns: Sequence[str], chosen: frozenset[str], forms: Mapping[str, Counter[str]]
) -> list[str]:
    """Return the chosen words, those that stand side by side joined ("ISIS terrorists")."""
    phrases: list[str] = []
    used: set[str] = set()
    for text in turns:
        found = word_spans(text)
        for place, (_, end, stem) in enumerate(found):
            if stem not in chosen or stem in used:
                continue
            parts = [_form(forms[stem])]
            used.add(stem)
            if place + 1 < len(found):
                start, _, after = found[place + 1]
                if text[end:start] == " " and after in chosen - used:
                    parts.append(_form(forms[after]))
                    used.add(after)
            phrases.append(" ".join(parts))
    return phrases


def _form(seen: Counter[str]) -> str:
    return min(seen, key=lambda form: (-seen[form], form))
