"""What spaCy's attribute ruler says of words, asked once for each kind of word."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["Attributes", "attributes_of"]

# A word's tag, its relation and its letters in small ones: all that the patterns look at.
_Word = tuple[int, int, int]
_SEEN = ("TAG", "DEP", "LOWER")
_READ = frozenset({*_SEEN, "IS_SPACE"})
_SET = ("TAG", "DEP", "POS", "MORPH", "LEMMA")
# Kinds of words kept; more would be those of a very large corpus.
_KEPT = 50_000


def attributes_of(nlp: "Language") -> "AttributeRuler | Attributes":
    """Return what sets the attributes of words in a pipeline, looked up where that can be."""
    ruler: AttributeRuler = nlp.get_pipe("attribute_ruler")  # type: ignore[assignment]
    words = [word for pattern in _patterns(ruler) for word in pattern]
    return Attributes(ruler, nlp.vocab) if all(_READ.issuperset(w) for w in words) else ruler


def _patterns(ruler: "AttributeRuler") -> list[list[dict[str, object]]]:
    """Return what each pattern asks of each word."""
    told: list[dict[str, list[list[dict[str, object]]]]] = ruler.patterns  # type: ignore[assignment]
    return [pattern for one in told for pattern in one["patterns"]]


class Attributes:
    """Sets what the ruler sets: of a word or, where several are matched at once, of these.

    The ruler looks through all its patterns at every word, which took a fifth of the parse.
    """

    def __init__(self, ruler: "AttributeRuler", vocab: "Vocab") -> None:
        from spacy.matcher import Matcher

        several = [pattern for pattern in _patterns(ruler) if len(pattern) > 1]
        self._ruler, self._vocab = ruler, vocab
        self._longest = max(map(len, several), default=1)
        self._first = Matcher(vocab)
        self._first.add("first", [[pattern[0]] for pattern in several])
        self._known: dict[_Word, tuple[list[int], bool]] = {}
        self._runs: dict[tuple[_Word, ...], list[list[int]]] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the attributes of a parsed text's words."""
        words: list[_Word] = [tuple(row) for row in doc.to_array(list(_SEEN)).tolist()]
        if len(self._known) + len(self._runs) > _KEPT:
            self._known.clear()
            self._runs.clear()
        found = [self._known.get(word) or self._ask_of(word) for word in words]
        rows = [row for row, _ in found]
        for start, stop in self._joined([k for k, (_, opens) in enumerate(found) if opens]):
            rows[start:stop] = self._run_of(tuple(words[start:stop]))
        if rows:
            doc.from_array(list(_SET), np.array(rows, dtype=np.uint64))  # type: ignore[arg-type]
        return doc

    def _joined(self, opening: Sequence[int]) -> list[tuple[int, int]]:
        """Return the runs of words that patterns of several words can match."""
        runs: list[tuple[int, int]] = []
        for start in opening:
            first = runs.pop()[0] if runs and start < runs[-1][1] else start
            runs.append((first, start + self._longest))
        return runs

    def _run_of(self, run: tuple[_Word, ...]) -> list[list[int]]:
        """Return what the ruler sets of words that stand side by side."""
        rows = self._runs.get(run)
        if rows is None:
            rows = self._runs[run] = self._rows(self._ruler(self._doc(run)))
        return rows

    def _ask_of(self, word: _Word) -> tuple[list[int], bool]:
        """Return what the ruler sets of a word by itself, and whether it may open a pattern."""
        opens = bool(self._first(self._doc([word]), allow_missing=True))
        found = self._known[word] = (self._rows(self._ruler(self._doc([word])))[0], opens)
        return found

    def _doc(self, words: Sequence[_Word]) -> "Doc":
        from spacy.tokens import Doc

        doc = Doc(self._vocab, words=[self._vocab.strings[lower] for _, _, lower in words])
        marked: NDArray[np.uint64] = np.array([word[:2] for word in words], dtype=np.uint64)
        return doc.from_array(list(_SEEN[:2]), marked)  # type: ignore[arg-type]

    def _rows(self, doc: "Doc") -> list[list[int]]:
        rows: list[list[int]] = doc.to_array(list(_SET)).tolist()
        return rows
