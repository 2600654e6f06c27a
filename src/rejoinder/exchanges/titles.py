"""What an exchange is called: its parties and the matter between them."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rejoinder.exchanges.matter import stems, word_spans
from rejoinder.exchanges.noun_phrases import noun_phrases

__all__ = ["matter_of"]

_MARKS = re.compile(r"[“”„\"«»‘]")
_BEFORE_VERBS = re.compile(
    r"\b(?:to|will|would|can|could|shall|should|must|may|might|not|n[’']t)\s+$", re.IGNORECASE
)
# That something was said is no matter: it is what was said.
_SAID = stems(
    "accusation allegation announcement answer argument assertion charge claim comment criticism "
    "declaration denial fabrication question reaction remark reply report response speech "
    "statement word"
)
_WORDS = 4
_PHRASES = 2
_KEYWORDS = 3
_ENOUGH = 0.4
_EXTRA = 0.15
_ALONE = 0.7
_LONG = 7


def matter_of(turns: Sequence[str], spread: Mapping[str, int], but: Iterable[str]) -> str:
    """Return the noun phrases of the turns that say best what the turns share.

    Where they have none it is the most characteristic words, where they share nothing the phrase
    whose words are rarest.  It does not depend on the order of the turns, but for such words.

    Args:
        turns: the words of each.
        spread: in how many statements each stem occurs.
        but: stems of the parties' names, which are no matter.
    """
    left_out = _SAID.union(but)
    held = Counter(stem for text in turns for stem in {found for _, _, found in word_spans(text)})
    counted = {
        stem: count for stem, count in held.items() if stem not in left_out and not stem.isdigit()
    }
    shared = {stem: count for stem, count in counted.items() if count > 1}
    total = max(1, sum(spread.values()))
    weights = {
        stem: count * math.log(1 + total / max(1, spread.get(stem, 1)))
        for stem, count in (shared or counted).items()
    }
    phrases = _best_phrases(turns, weights, left_out)
    return ", ".join(phrases or _keywords(turns, weights if shared else {}))


def _best_phrases(
    turns: Sequence[str], weights: Mapping[str, float], names: frozenset[str]
) -> list[str]:
    """Return the phrases that weigh most, each by what those before it leave."""
    seen: Counter[str] = Counter()
    held: dict[str, frozenset[str]] = {}
    for text in turns:
        for start, end in noun_phrases(text):
            phrase = _plain(text[start:end])
            stems = [stem for _, _, stem in word_spans(phrase)]
            if len(phrase.split()) <= _LONG and not weights.keys().isdisjoint(stems):
                seen[phrase] += 1
                held[phrase] = frozenset(stems)
    chosen: list[str] = []
    left = dict(weights)
    least = 0.0
    while held and len(chosen) < _PHRASES:
        scored = {phrase: _weight(stems, left, names) for phrase, stems in held.items()}
        best = min(held, key=lambda each: (-scored[each], -seen[each], len(each), each))
        if scored[best] <= least:
            break
        chosen.append(best)
        least = _ENOUGH * scored[best]
        left = {stem: weight for stem, weight in left.items() if stem not in held[best]}
        held = {phrase: stems for phrase, stems in held.items() if stems.isdisjoint(held[best])}
    return chosen


def _plain(phrase: str) -> str:
    """Return a phrase without quotation marks and with one sort of apostrophe."""
    return " ".join(_MARKS.sub("", phrase).replace("’", "'").split()).strip("'")


def _weight(stems: frozenset[str], left: Mapping[str, float], names: frozenset[str]) -> float:
    """Return how much of the matter a phrase tells; what else it says costs a little.

    A word alone says little of what the matter is.
    """
    told = math.fsum(sorted(left[stem] for stem in stems if stem in left))
    extra = sum(stem not in left and stem not in names for stem in stems)
    return round(told * (_ALONE if len(stems) == 1 else 1) / (1 + _EXTRA * extra), 6)


def _keywords(turns: Sequence[str], weights: Mapping[str, float]) -> list[str]:
    """Return the words that weigh most, in the order they first come; no infinitives."""
    forms: dict[str, Counter[str]] = {}
    for text in turns:
        for start, end, stem in word_spans(text):
            if not _BEFORE_VERBS.search(text, 0, start):
                forms.setdefault(stem, Counter())[text[start:end].replace("’", "'")] += 1
    heaviest = sorted(weights, key=lambda stem: (-weights[stem], stem))[:_WORDS]
    words = [_form(forms[stem]) for stem in forms if stem in heaviest]
    return [word for word in words if "'" not in word and not word.endswith("ed")][:_KEYWORDS]


def _form(seen: Counter[str]) -> str:
    return min(seen, key=lambda form: (-seen[form], form))
