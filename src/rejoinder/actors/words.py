"""Words: a parsed article as plain columns, so that rules read lists and not token objects."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from rejoinder.model.article import Article, ZoneKind
from rejoinder.model.span import Span

__all__ = ["Words", "read_words"]

# Small in headlines too.
_SMALL = frozenset(
    """a an and about after against amid among as at before between but by during for from in into
    is not of off on or out over per than that the to under up via vs with without""".split()
)
_SEVERAL = 3
_COLUMNS = ("ORTH", "LEMMA", "POS", "DEP", "HEAD", "IDX", "LENGTH")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The tokens of one article, column by column.

    Attributes:
        text: as written, with typographic apostrophes made straight.
        head: place of the syntactic head; a root is its own head.
        start: first character in ``Article.text``.
        end: character behind the last one.
        sentence: number of the sentence of each token.
        bounds: first token and token behind the last one of each sentence.
        hidden: inside page furniture, where nobody is mentioned.
        headline: by sentence: written with capitals throughout, so that capitals say nothing.
    """

    text: Sequence[str]
    lower: Sequence[str]
    lemma: Sequence[str]
    pos: Sequence[str]
    dep: Sequence[str]
    head: Sequence[int]
    start: Sequence[int]
    end: Sequence[int]
    sentence: Sequence[int]
    bounds: Sequence[tuple[int, int]]
    hidden: Sequence[bool]
    headline: Sequence[bool]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.text)

    def span(self, first: int, last: int) -> Span:
        """Return the characters of tokens ``[first, last)``."""
        return Span(self.start[first], self.end[last - 1])

    def tokens(self, spans: Sequence[Span]) -> list[int]:
        """Return the tokens that share a character with the spans, in text order."""
        found: list[int] = []
        for span in spans:
            first = bisect_right(self.end, span.start)
            found.extend(range(first, bisect_left(self.start, span.end, first)))
        return found

    def is_heading(self, token: int) -> bool:
        """Say whether the token's sentence stands on a line of its own, without a final stop."""
        first, last = self.sentence_of(token)
        while last > first and self.pos[last - 1] == "SPACE":
            last -= 1
        return self.text[last - 1] not in {".", "!", "?", '"', "”", "'"}

    def sentence_of(self, token: int) -> tuple[int, int]:
        """Return the bounds of the sentence that the token is in."""
        return self.bounds[self.sentence[token]]


def read_words(doc: Doc, article: Article) -> Words:
    """Return the columns of a parsed article."""
    columns = doc.to_array(list(_COLUMNS)).reshape(-1, len(_COLUMNS))
    orths, lemmas, tags, deps = (_strings(doc, columns[:, place].tolist()) for place in range(4))
    text = [word.replace("’", "'").replace("‘", "'") for word in orths]
    # Heads are told as signed distances.
    heads = columns[:, 4].astype("int64").tolist()
    start = columns[:, 5].tolist()
    end = [first + length for first, length in zip(start, columns[:, 6].tolist(), strict=True)]
    bounds = [(sent.start, sent.end) for sent in doc.sents]
    sentence = [number for number, (first, last) in enumerate(bounds) for _ in range(first, last)]
    furniture = [zone.span for zone in article.zones if zone.kind is ZoneKind.FURNITURE]
    return Words(
        text=text,
        lower=[word.lower() for word in text],
        lemma=[word.lower() for word in lemmas],
        pos=tags,
        dep=deps,
        head=[place + distance for place, distance in enumerate(heads)],
        start=start,
        end=end,
        sentence=sentence,
        bounds=bounds,
        hidden=_inside(start, furniture),
        headline=[_is_headline(text[first:last], tags[first:last]) for first, last in bounds],
    )


def _strings(doc: Doc, keys: Sequence[int]) -> list[str]:
    """Return the words that the pipeline keeps under those keys, each looked up once."""
    known = {key: doc.vocab.strings[key] for key in set(keys)}
    return [known[key] for key in keys]


def _inside(start: Sequence[int], spans: Sequence[Span]) -> list[bool]:
    hidden = [False] * len(start)
    for span in spans:
        for token in range(bisect_left(start, span.start), bisect_left(start, span.end)):
            hidden[token] = True
    return hidden


def _is_headline(text: Sequence[str], tags: Sequence[str]) -> bool:
    """Say whether most longer words of a sentence have capitals; with a final stop, whether all.

    In "Barid met Ilona Vey." all longer ones have; "Ilona Vey, Institute of Mills." is a signature.
    """
    long = [word for word in text if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    if not any(word in {".", "!", "?"} for word in text[-2:]):
        return len(long) > 2 and capital > 0.7 * len(long)
    if "," in text and {"VERB", "AUX"}.isdisjoint(tags):
        return False
    told = (word for word in text if word[0].isalpha() and word.lower() not in _SMALL)
    return capital > _SEVERAL and all(word[0].isupper() for word in told)
