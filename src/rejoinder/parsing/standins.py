"""Stand-ins in a Doc: put in before the parse, taken out after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from rejoinder.model.standin import StandIn

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Reading", "put_in", "take_out"]

_Ints = NDArray[np.int64]
# Copied from the parse; boundaries of sentences follow from the heads.
_COLUMNS = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD")
_TAG, _POS, _MORPH, _LEMMA, _DEP, _HEAD = range(6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article's words as the parser reads them.

    Attributes:
        doc: with one word in each name's place.
        place: where each of the article's words is in ``doc``, shape (words,).
        named: whether a stand-in is read for it, shape (words,).
    """

    doc: "Doc"
    place: _Ints
    named: NDArray[np.bool_]


def put_in(cut: "Doc", stand_ins: Sequence[StandIn]) -> Reading:
    """Return the words with one word in each name's place.

    A name whose ends are not those of words stays as it is.
    """
    from spacy.tokens import Doc

    tokens = list(cut)
    first = {token.idx: place for place, token in enumerate(tokens)}
    behind = {token.idx + len(token): place for place, token in enumerate(tokens, 1)}
    chosen = {
        first[one.span.start]: (behind[one.span.end], one.word)
        for one in stand_ins
        if one.span.start in first and one.span.end in behind
    }
    words: list[str] = []
    spaces: list[bool] = []
    place = np.zeros(len(cut), dtype=np.int64)
    named = np.zeros(len(cut), dtype=np.bool_)
    token = 0
    while token < len(tokens):
        last, word = chosen.get(token, (token + 1, ""))
        place[token:last] = len(words)
        if word:
            named[token:last] = True
        words.append(word or tokens[token].text)
        spaces.append(bool(tokens[last - 1].whitespace_))
        token = last
    return Reading(doc=Doc(cut.vocab, words=words, spaces=spaces), place=place, named=named)


def take_out(cut: "Doc", reading: Reading, parsed: "Doc") -> "Doc":
    """Return the article's own words with what the parse says of them.

    Of a name of several words the last one stands in the tree where its stand-in stood; the others
    hang on it as compounds.
    """
    from spacy.tokens import Doc

    strings = cut.vocab.strings
    read = parsed.to_array(list(_COLUMNS)).view(np.int64)
    own, place = np.arange(len(cut)), reading.place
    last = np.zeros(len(parsed), dtype=np.int64)
    last[place] = own
    heads = last[np.arange(len(parsed)) + read[:, _HEAD]]
    inner = last[place] != own
    rows = read[place]
    rows[:, _HEAD] = np.where(inner, last[place], heads[place]) - own
    rows[inner, _TAG] = _signed(strings.add("NNP"))
    rows[inner, _DEP] = _signed(strings.add("compound"))
    for k in np.flatnonzero(reading.named).tolist():
        rows[k, _LEMMA] = _signed(cut[k].orth)
    doc = Doc(cut.vocab, words=[t.text for t in cut], spaces=[bool(t.whitespace_) for t in cut])
    # spaCy's stubs ask for signed numbers, spaCy itself for these.
    doc.from_array(list(_COLUMNS), rows.view(np.uint64))  # type: ignore[arg-type]
    return doc


def _signed(hashed: int) -> np.int64:
    return np.uint64(hashed).astype(np.int64)
