"""Articles with two parties' names exchanged, and what was found in them laid side by side.

The names keep case and grammar: state for state, adjective for adjective, capital for capital, and
words that begin with a vowel for words that do.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rejoinder.model.article import Article, article_id
from rejoinder.model.date import DateInterval
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span

__all__ = ["EXCHANGES", "Alike", "Exchange", "compare_article"]

Extract = Callable[[Article], ArticleRecord]


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {word: other for pair in pairs for word, other in (pair, pair[::-1])}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Two parties' names, word by word.

    Attributes:
        names: what becomes what in texts; each way.
        codes: the same in ids.
    """

    name: str
    names: Mapping[str, str]
    codes: Mapping[str, str]

    @classmethod
    def of(cls, left: str, right: str, *, codes: str = "") -> "Exchange":
        """Return the exchange of names given as ``Iran Iranian Tehran``, in the same order."""
        pairs = list(zip(left.split(), right.split(), strict=True))
        own = [tuple(codes.split())] if codes else []
        shown = pairs[0] if codes else pairs[-1]
        lower = [(one.lower(), other.lower()) for one, other in pairs]
        return cls(
            name=f"{shown[0]} – {shown[1]}",
            names=_both_ways(pairs),
            codes=_both_ways([*lower, *((one[0], one[1]) for one in own)]),
        )

    def text(self, text: str) -> str:
        """Return a text with the names exchanged."""
        return "".join(words for words, _ in self._parts(text))

    def actor(self, actor_id: str) -> str:
        """Return an actor's id with the names in it exchanged."""
        return re.sub(r"\w+", lambda word: self.codes.get(word[0], word[0]), actor_id)

    def places(self, text: str) -> Callable[[int], int]:
        """Return what tells where an offset of the text is in the exchanged one."""
        moved, length = {}, 0
        for words, span in self._parts(text):
            for at in range(span.start, span.end):
                moved[at] = length + min(at - span.start, len(words))
            length += len(words)
        moved[len(text)] = length
        return moved.__getitem__

    def article(self, article: Article) -> Article:
        """Return the article with the names exchanged; its zones stay where they were."""
        place = self.places(article.text)
        text = self.text(article.text)
        return replace(
            article,
            id=article_id(article.ref, article.url, text),
            text=text,
            title=None if article.title is None else self.text(article.title),
            zones=tuple(replace(z, span=_moved(z.span, place)) for z in article.zones),
            published=_dated(article.published, place),
        )

    def _parts(self, text: str) -> Iterator[tuple[str, Span]]:
        """Yield the exchanged text's parts with the places that they come from."""
        at = 0
        for found in self._pattern().finditer(text):
            if found.start() > at:
                yield text[at : found.start()], Span(at, found.start())
            yield self._other(found[0]), Span(*found.span())
            at = found.end()
        if at < len(text):
            yield text[at:], Span(at, len(text))

    def _pattern(self) -> re.Pattern[str]:
        words = sorted((*self.names, *(name.upper() for name in self.names)), key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")

    def _other(self, word: str) -> str:
        if word in self.names:
            return self.names[word]
        return next(other for name, other in self.names.items() if name.upper() == word).upper()


EXCHANGES = (
    Exchange.of(
        "Azerbaijan Azerbaijani Azerbaijanis Baku",
        "Iran Iranian Iranians Tehran",
        codes="AZE IRN",
    ),
    Exchange.of(
        "Armenia Armenian Armenians Yerevan",
        "Azerbaijan Azerbaijani Azerbaijanis Baku",
        codes="ARM AZE",
    ),
    Exchange.of("Russia Russian Russians Moscow", "Turkey Turkish Turks Ankara", codes="RUS TUR"),
    Exchange.of("Kiyumars Heydari", "Elkhan Shahinoglu"),
    Exchange.of("Fazil Mustafa", "Jeyhun Bayramov"),
    Exchange.of("Mohsen Pakaein", "David Babayan"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """What was found in both, of all that was found in an article and in the exchanged one.

    Attributes:
        counts: found in both and found, by ``statements``, ``acts``, ``events`` and ``links``; the
            two articles' findings are counted together.
        apart: what was found in one of them only, a line each.
    """

    counts: Mapping[str, tuple[int, int]]
    apart: tuple[str, ...]


def compare_article(article: Article, exchange: Exchange, extract: Extract) -> Alike:
    """Compare what is found in an article with what is found when two parties are exchanged.

    Spans are told by their places and actors by their ids, both exchanged.  A statement is alike if
    it has the same parts, act, actors and parent; ``acts`` compares acts on the same content.
    """
    other = exchange.article(article)
    place = exchange.places(article.text)
    mine = _found(extract(article), place, exchange.actor)
    theirs = _found(extract(other), lambda at: at, lambda actor: actor)
    counts, apart = {}, []
    for sort, found in mine.items():
        both = found & theirs[sort]
        counts[sort] = (2 * len(both), len(found) + len(theirs[sort]))
        if sort != "acts":
            for one in sorted(found ^ theirs[sort]):
                side = "as it is" if one in found else "exchanged"
                apart.append(f"{article.ref}, {sort}, {side}: {one}")
    return Alike(counts=counts, apart=tuple(apart))


def _found(
    record: ArticleRecord, place: Callable[[int], int], actor: Callable[[str], str]
) -> dict[str, set[str]]:
    """Return what was found, each thing as a line that holds no text."""

    def spans(many: Iterable[Span]) -> str:
        return " ".join(str(_moved(span, place)) for span in many)

    def actors(many: Iterable[str]) -> list[str]:
        return sorted(actor(one) for one in many)

    keys: dict[str, str] = {s.id: f"said {spans(s.content)}" for s in record.statements}
    keys |= {e.id: f"told {e.event_type} {_moved(e.span, place)}" for e in record.events}
    return {
        "statements": {
            f"{keys[s.id]} source {spans(s.source)} cue {spans(s.cue)} {s.quotation} {s.act} "
            f"{actors(s.speaker)} to {actors(s.addressee)} about {actors(s.about)} "
            f"in {keys.get(s.parent or '', '')}"
            for s in record.statements
        },
        "acts": {f"{keys[s.id]} {s.act}" for s in record.statements},
        "events": {
            f"{keys[e.id]} {e.mode} {actors(e.actor)} to {actors(e.recipient)} {e.modality} "
            f"by {keys.get(e.asserted_by or '', '')}"
            for e in record.events
        },
        "links": {
            f"{keys.get(x.answer, '')} {x.relation} {keys.get(x.answered, '')} {x.explicit}"
            for x in record.links
        },
    }


def _moved(span: Span, place: Callable[[int], int]) -> Span:
    """Return a span in the exchanged text."""
    return Span(place(span.start), place(span.end))


def _dated(date: DateInterval | None, place: Callable[[int], int]) -> DateInterval | None:
    if date is None or date.span is None:
        return date
    return replace(date, span=_moved(date.span, place))
