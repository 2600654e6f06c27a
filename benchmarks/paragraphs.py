"""Paragraphs of articles with what was found in them, and with the names in them marked."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.date import DateInterval
from rejoinder.model.event import Event
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement
from rejoinder.text.tables import read_rows

__all__ = ["WORD", "Paragraph", "State", "all_states", "paragraphs_of"]

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

_COMMON = 400
_SHORTEST = 20
_CAPITAL = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class State:
    """What a state is called: code, name, adjective, capital."""

    code: str
    name: str
    adjective: str
    capital: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with what was found in it; spans count from its first character.

    Attributes:
        pieces: the text in pieces: a literal with "", or what stands for a name or a rare word.
        countries: of its actors, the most frequent first.
        published: of the article, or None.
    """

    pieces: tuple[tuple[str, str], ...]
    record: ArticleRecord
    countries: tuple[str, ...]
    published: date | None


@dataclass(frozen=True, slots=True)
class _Words:
    """Which words of a source are names, and of whom."""

    states: Mapping[str, str]
    persons: Mapping[str, str]
    common: frozenset[str]

    def kind(self, word: str) -> str:
        """Return what a word stands for: s:CODE:form, p:ID:n, rare, or "" for itself."""
        bare = word.removesuffix("’s").removesuffix("'s")
        if _CAPITAL.match(word):
            if bare in self.persons:
                return self.persons[bare]
            if bare in self.states:
                return self.states[bare]
        return "" if bare.lower() in self.common else "rare"


def paragraphs_of(records: Sequence[ArticleRecord]) -> list[Paragraph]:
    """Return the paragraphs of articles in which somebody is quoted, in their order."""
    counts = Counter(
        word.lower() for record in records for word in WORD.findall(record.article.text)
    )
    small = {word for word, _ in counts.most_common(_COMMON)}
    states = _state_words()
    found: list[Paragraph] = []
    for record in records:
        words = _Words(states=states, persons=_person_words(record), common=frozenset(small))
        found.extend(_cut(record, words))
    return found


def _state_words() -> dict[str, str]:
    found: dict[str, str] = {}
    for state in all_states():
        for form, word in (("n", state.name), ("a", state.adjective), ("c", state.capital)):
            if word and " " not in word:
                found[word] = f"s:{state.code}:{form}"
    return found


@lru_cache(maxsize=1)
def all_states() -> tuple[State, ...]:
    """Return the states that articles may be about."""
    return tuple(
        State(
            row["code"],
            row["name"],
            row["adjectives"].split(";")[0].lstrip("*") or row["name"],
            row["metonyms"].split(";")[0].lstrip("*") or row["name"],
        )
        for row in read_rows("rejoinder.actors", "states.tsv")
        if row["name"]
    )


def _person_words(record: ArticleRecord) -> dict[str, str]:
    found: dict[str, str] = {}
    for actor in record.actors:
        words = WORD.findall(actor.name)
        if actor.kind is ActorKind.PERSON and actor.id == actor.id.lower() and len(words) < 5:
            for place, word in enumerate(words):
                if _CAPITAL.match(word):
                    part = "f" if place == len(words) - 1 else "g" if place == 0 else "m"
                    found.setdefault(word, f"p:{actor.id}:{part}")
    return found


def _cut(record: ArticleRecord, words: _Words) -> Iterator[Paragraph]:
    text = record.article.text
    start = 0
    for part in re.split(r"(\n+)", text):
        span_start, start = start, start + len(part)
        if len(part.strip()) < _SHORTEST:
            continue
        inner = _within(record, Span(span_start, start))
        if not inner.statements:
            continue
        used = Counter(
            actor.country for actor in inner.actors if actor.country for _ in actor.mentions
        )
        published = record.article.published
        yield Paragraph(
            pieces=tuple(_pieces(part, words)),
            record=inner,
            countries=tuple(sorted(used, key=lambda code: (-used[code], code))),
            published=published.start if published else None,
        )


def _pieces(text: str, words: _Words) -> Iterator[tuple[str, str]]:
    last = 0
    for match in WORD.finditer(text):
        kind = words.kind(match.group())
        if kind:
            end = match.end()
            if kind != "rare" and match.group().endswith(("’s", "'s")):
                end -= 2
            if match.start() > last:
                yield text[last : match.start()], ""
            yield text[match.start() : end], kind
            last = end
    if last < len(text):
        yield text[last:], ""


def _within(record: ArticleRecord, span: Span) -> ArticleRecord:
    """Return what was found in a stretch of the text and in nothing else, counted from it."""
    inner = _statements(record, span)
    events = [e for e in record.events if span.contains(e.span)]
    events = [e for e in events if e.asserted_by is None or e.asserted_by in inner]
    ends = {*inner, *(e.id for e in events)}
    return replace(
        record,
        actors=tuple(_actors(record, span, inner.values(), events)),
        statements=tuple(_moved_statement(each, span) for each in inner.values()),
        events=tuple(
            replace(
                e,
                span=_moved(e.span, span),
                date=_undated(e.date),
                also_asserted_by=tuple(a for a in e.also_asserted_by if a in inner),
            )
            for e in events
        ),
        links=tuple(_links(record, span, ends)),
    )


def _moved(each: Span, span: Span) -> Span:
    return Span(each.start - span.start, each.end - span.start)


def _statements(record: ArticleRecord, span: Span) -> dict[StatementId, Statement]:
    """Return the statements that stand in the stretch; one nested in another stays so."""
    inner = {
        s.id: s
        for s in record.statements
        if all(map(span.contains, (*s.source, *s.cue, *s.content, *(h.span for h in s.relay))))
    }
    return {
        key: s if s.parent is None or s.parent in inner else replace(s, parent=None)
        for key, s in inner.items()
    }


def _moved_statement(s: Statement, span: Span) -> Statement:
    def moved(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(_moved(each, span) for each in spans)

    return replace(
        s,
        source=moved(s.source),
        cue=moved(s.cue),
        content=moved(s.content),
        relay=tuple(replace(hop, span=_moved(hop.span, span)) for hop in s.relay),
        said=_undated(s.said),
    )


def _actors(
    record: ArticleRecord, span: Span, statements: Iterable[Statement], events: Iterable[Event]
) -> Iterator[Actor]:
    """Yield the actors that are mentioned in the stretch or take part in what it tells."""
    cast = {a for e in events for a in (*e.actor, *e.recipient)}
    for s in statements:
        cast.update((*s.speaker, *s.addressee, *s.about))
        cast.update(hop.actor for hop in s.relay if hop.actor)
    for actor in record.actors:
        here = [m for m in actor.mentions if span.contains(m.span)]
        if here or actor.id in cast:
            mentions = tuple(replace(m, span=_moved(m.span, span)) for m in here)
            yield replace(actor, mentions=mentions)


def _links(record: ArticleRecord, span: Span, ends: set[str]) -> Iterator[Link]:
    for link in record.links:
        marked = link.evidence is None or span.contains(link.evidence)
        if marked and {link.answer, link.answered} <= ends:
            moved = _moved(link.evidence, span) if link.evidence else None
            yield replace(link, evidence=moved)


def _undated(when: DateInterval | None) -> DateInterval | None:
    """Return the date without the phrase that gives it, which may stand elsewhere."""
    return replace(when, span=None) if when is not None else None
