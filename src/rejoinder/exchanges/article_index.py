"""One article laid out for comparison with others: who speaks in it, about whom, and when."""

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from rejoinder.exchanges.claims.wording import concept_of
from rejoinder.exchanges.matter import word_spans
from rejoinder.exchanges.parties import states_of_groups
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.references import find_references
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.exchanges.undated_keys import key_words, matter_keys
from rejoinder.exchanges.within import link_within
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.text.quotes import find_quotes

__all__ = [
    "ArticleIndex",
    "Told",
    "later_of",
    "retold_of",
]

_Pair: TypeAlias = tuple[Voice, Voice]


class ArticleIndex:
    """One article's statements by who makes them and about whom they are."""

    def __init__(self, record: ArticleRecord) -> None:
        """Index the record; the words that point at others are looked up when first asked for."""
        self.scene = Scene(record)
        self._references: dict[StatementId, list[Reference]] = {}
        self._voices = {voice.statement.id: voice for voice in self.scene.voices}
        self._speaking: dict[ActorId, list[Voice]] = {}
        self._about: dict[ActorId, list[Voice]] = {}
        self._inner: list[Link] | None = None
        self._matter: dict[StatementId, frozenset[str]] = {}
        self._names: dict[StatementId, frozenset[str]] = {}
        self._meant: dict[StatementId, frozenset[ActorId]] = {}
        self._spread: Counter[str] | None = None
        self._quotes: tuple[Span, ...] | None = None
        self._states = states_of_groups(record.actors)
        for voice in self.scene.voices:
            for actor in voice.speakers:
                self._speaking.setdefault(actor, []).append(voice)
            if voice.speakers:
                for actor in voice.about:
                    self._about.setdefault(actor, []).append(voice)

    @property
    def article_id(self) -> ArticleId:
        """Return the article's id."""
        return self.scene.record.article.id

    def references(self, voice: Voice) -> list[Reference]:
        """Return what the statement's own words point at."""
        key = voice.statement.id
        if key not in self._references:
            self._references[key] = find_references(self.scene, voice)
        return self._references[key]

    def when(self, voice: Voice) -> DateInterval | None:
        """Return when the words were said, or else when the article came out."""
        return voice.statement.said or self.scene.record.article.published

    def voice(self, statement: StatementId) -> Voice | None:
        """Return the statement of that id, if it is one of this article's."""
        return self._voices.get(statement)

    def matter(self, voice: Voice) -> frozenset[str]:
        """Return the words that carry the matter of a statement, synonyms by one name."""
        key = voice.statement.id
        if key not in self._matter:
            self._matter[key] = _concepts(voice.words)
        return self._matter[key]

    def names(self, voice: Voice) -> frozenset[str]:
        """Return the names of those who take part, by whatever name words of the matter go."""
        key = voice.statement.id
        if key not in self._names:
            self._names[key] = voice.names | _concepts(voice.names)
        return self._names[key]

    def plain(self, voice: Voice) -> frozenset[str]:
        """Return the words of the matter that stand there in small letters: no names."""
        text = self.scene.text
        return _concepts(
            stem
            for span in voice.statement.content
            for part in (span.text_of(text),)
            for start, _, stem in word_spans(part)
            if not part[start].isupper()
        )

    @functools.cached_property
    def matter_keys(self) -> frozenset[str]:
        """Return the words that go together, if nobody dated the article."""
        return matter_keys(self.scene.record)

    @functools.cached_property
    def key_words(self) -> dict[StatementId, frozenset[str]]:
        """Return the words by which statements of undated articles are compared."""
        return {
            each: key_words(self.scene.record, one) for each, one in self.scene.statements.items()
        }

    def spread(self, word: str) -> int:
        """Return in how many statements a word stands, those nested in others aside; at least 1."""
        if self._spread is None:
            self._spread = Counter(
                word
                for voice in self.scene.voices
                if voice.statement.parent is None
                for word in self.matter(voice)
            )
        return max(1, self._spread[word])

    @property
    def quotes(self) -> tuple[Span, ...]:
        """Return what stands between quotation marks in the article."""
        if self._quotes is None:
            self._quotes = tuple(quote.inner for quote in find_quotes(self.scene.text))
        return self._quotes

    def meant(self, voice: Voice) -> frozenset[ActorId]:
        """Return whom a statement is about, and whom else its words name."""
        key = voice.statement.id
        if key not in self._meant:
            parties = self.scene.parties.parties(self.named(voice))
            self._meant[key] = self._with_states(parties) | self.about(voice)
        return self._meant[key]

    def named(self, voice: Voice) -> frozenset[ActorId]:
        """Return whom the words of a statement name."""
        parties = self.scene.parties
        return frozenset[ActorId]().union(*map(parties.named_in, voice.statement.content))

    def about(self, voice: Voice) -> frozenset[ActorId]:
        """Return whom a statement is about, groups by their states too."""
        return self._with_states(voice.about)

    def _with_states(self, actors: frozenset[ActorId]) -> frozenset[ActorId]:
        return actors | {self._states[actor] for actor in actors if actor in self._states}

    def answers_to(self, statement: StatementId) -> Sequence[Link]:
        """Return the links of this very article that lead to the statement."""
        return [link for link in self._inner_links() if link.answered == statement]

    def answers_of(self, statement: StatementId) -> Sequence[Link]:
        """Return the links of this very article that lead from the statement to another."""
        return [link for link in self._inner_links() if link.answer == statement]

    def _inner_links(self) -> Sequence[Link]:
        """Return the links between the statements of this very article.

        They are worked out anew: a ledger writes those of new articles when it links them.
        """
        if self._inner is None:
            self._inner = [
                link for link in link_within(self.scene.record) if link.answered in self._voices
            ]
        return self._inner

    def said_by(self, voice: Voice) -> int:
        """Return how many statements of the article have a speaker of this one."""
        speakers = set(voice.statement.speaker)
        return sum(not speakers.isdisjoint(each.speaker) for each in self.scene.record.statements)

    def same_speaker(self, other: "ArticleIndex") -> Iterator[_Pair]:
        """Yield the pairs of statements of the two articles that have a speaker in common."""
        for mine, its in _crossed(self._speaking, other._speaking):
            if not set(mine.statement.speaker).isdisjoint(its.statement.speaker):
                yield mine, its

    def facing(self, other: "ArticleIndex") -> Iterator[_Pair]:
        """Yield the pairs of two sides of which one speaks about the other, and shares a word."""
        seen: set[tuple[StatementId, StatementId]] = set()
        for pairs in (
            _crossed(self._about, other._speaking),
            _crossed(self._speaking, other._about),
        ):
            for mine, its in pairs:
                key = (mine.statement.id, its.statement.id)
                if key not in seen and not mine.same_side(its):
                    seen.add(key)
                    if not mine.words.isdisjoint(its.words):
                        yield mine, its


def _concepts(words: Iterable[str]) -> frozenset[str]:
    return frozenset(concept_of(word).name for word in words)


Told: TypeAlias = tuple[ArticleIndex, Voice]
"""A statement with the article that tells it."""


def _crossed(
    left: dict[ActorId, list[Voice]], right: dict[ActorId, list[Voice]]
) -> Iterator[_Pair]:
    """Yield each pair of statements that stand under one actor, once."""
    seen: set[tuple[StatementId, StatementId]] = set()
    for actor in sorted(left.keys() & right.keys()):
        for mine in left[actor]:
            for its in right[actor]:
                key = (mine.statement.id, its.statement.id)
                if key not in seen:
                    seen.add(key)
                    yield mine, its


def later_of(one: Told, two: Told) -> Told:
    """Return which of two statements was made later, as far as their dates tell."""
    return max((one, two), key=lambda told: (_day(told[0].when(told[1])), *_place(told)))


def retold_of(one: Told, two: Told) -> Told:
    """Return which of two reports of the same words is the retelling.

    The one that came out later; of one day the one that only tells what another recounts, that
    credits the other's publisher, or that has less of what the speaker says.
    """
    return max((one, two), key=lambda told: _retelling_order(told, two if told == one else one))


def _retelling_order(told: Told, other: Told) -> tuple[date, bool, bool, int, ArticleId, int]:
    index, voice = told
    published = index.scene.record.article.published
    return (
        _day(published or voice.statement.said),
        voice.statement.parent is not None,
        _credits(index, other[0]),
        -index.said_by(voice),
        *_place(told),
    )


def _day(when: DateInterval | None) -> date:
    return when.start if when else date.max


def _place(told: Told) -> tuple[ArticleId, int]:
    return (told[0].article_id, told[1].start)


def _credits(index: ArticleIndex, other: ArticleIndex) -> bool:
    """Say whether one article names the publisher of the other, and is not credited by it."""
    return _names(index, other) and not _names(other, index)


def _names(index: ArticleIndex, other: ArticleIndex) -> bool:
    name = other.scene.record.article.publisher
    own = index.scene.record.article.publisher
    return bool(name) and name != own and str(name) in index.scene.text
