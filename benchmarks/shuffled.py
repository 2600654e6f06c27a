"""A ledger's worth of news that nobody wrote: paragraphs of real articles shuffled into others.

Extraction is dear, so what is shuffled are records: a paragraph goes with the statements, actors,
events and links that were found in it, and its spans move along. Every article made has two
parties, drawn from a thousand pairs of states by Zipf's law: a few come up all the time, most a
few times in years. The states of a paragraph become these two, further ones a third; persons get
made-up names, each office of a state being held by the same few persons throughout. Words that are
neither common nor names are respelt by pair and month, so that articles share words as news on one
dispute does, and no paragraph stands in two articles of different disputes. ``a_day`` articles come
out each day: a larger ledger reaches further back. The same seed gives the same articles, and the
first of them do not depend on how many are made.
"""

import random
import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate

from benchmarks.made_up import SEED
from rejoinder.model.actor import Actor, ActorKind, Mention
from rejoinder.model.article import Article, Zone, ZoneKind, article_id
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import Event, event_id
from rejoinder.model.ids import ActorId, EventId, StatementId
from rejoinder.model.link import Link, link_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement, statement_id
from rejoinder.text.tables import read_rows

__all__ = ["A_DAY", "Shuffler", "paragraphs_of"]

A_DAY = 50
FIRST_DAY = date(2031, 1, 1)
PAIRS = 1000
OUTLETS = 200

_FEWEST, _MOST = 2, 6
_COMMON = 400
_HOLDERS = 2
_SHORTEST = 20
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_CAPITAL = re.compile(r"[A-Z]")
_GAP = "\n\n"
_ONSETS = "b br ch d dr f g gl h j k kr l m n p pl r s sh st t tr v w z".split()
_NUCLEI = "a e i o u ai ar el en er il or an on".split()
_ENDINGS = "ev ez ak ard ano eck elli ert ian ova sen ski wit".split()


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
        word.lower() for record in records for word in _WORD.findall(record.article.text)
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
    for state in _states():
        for form, word in (("n", state.name), ("a", state.adjective), ("c", state.capital)):
            if word and " " not in word:
                found[word] = f"s:{state.code}:{form}"
    return found


@lru_cache(maxsize=1)
def _states() -> tuple[State, ...]:
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
        words = _WORD.findall(actor.name)
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
    for match in _WORD.finditer(text):
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

    def here(spans: Iterable[Span]) -> bool:
        return all(span.contains(each) for each in spans)

    def moved(each: Span) -> Span:
        return Span(each.start - span.start, each.end - span.start)

    inner = {
        s.id: s
        for s in record.statements
        if here((*s.source, *s.cue, *s.content, *(hop.span for hop in s.relay)))
    }
    for each in list(inner.values()):
        parent = each.parent
        while parent is not None and parent in inner:
            parent = inner[parent].parent
        if parent is not None:
            inner[each.id] = replace(each, parent=None)
    events = [
        e for e in record.events if here((e.span,)) and {e.asserted_by, None} & {None, *inner}
    ]
    events = [e for e in events if e.asserted_by is None or e.asserted_by in inner]
    ends = {*inner, *(e.id for e in events)}
    cast = {a for s in inner.values() for a in (*s.speaker, *s.addressee, *s.about)}
    cast |= {hop.actor for s in inner.values() for hop in s.relay if hop.actor}
    cast |= {a for e in events for a in (*e.actor, *e.recipient)}
    actors = []
    for actor in record.actors:
        mentions = tuple(
            replace(m, span=moved(m.span)) for m in actor.mentions if span.contains(m.span)
        )
        if mentions or actor.id in cast:
            actors.append(replace(actor, mentions=mentions))
    return replace(
        record,
        actors=tuple(actors),
        statements=tuple(
            replace(
                s,
                source=tuple(map(moved, s.source)),
                cue=tuple(map(moved, s.cue)),
                content=tuple(map(moved, s.content)),
                relay=tuple(replace(hop, span=moved(hop.span)) for hop in s.relay),
                said=_undated(s.said, span),
            )
            for s in inner.values()
        ),
        events=tuple(
            replace(
                e,
                span=moved(e.span),
                date=_undated(e.date, span),
                also_asserted_by=tuple(a for a in e.also_asserted_by if a in inner),
            )
            for e in events
        ),
        links=tuple(
            replace(n, evidence=moved(n.evidence) if n.evidence else None)
            for n in record.links
            if n.answer in ends
            and n.answered in ends
            and (n.evidence is None or span.contains(n.evidence))
        ),
    )


def _undated(when: DateInterval | None, span: Span) -> DateInterval | None:
    """Return the date without the phrase that gives it, where that stands elsewhere or not."""
    return replace(when, span=None) if when is not None else None


class Shuffler:
    """Makes articles of paragraphs."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], *, seed: int = SEED, a_day: int = A_DAY
    ) -> None:
        """Take what to make them of; ``a_day`` is how many come out each day."""
        self._paragraphs = paragraphs
        self._seed = seed
        self._a_day = a_day
        draw = random.Random(f"{seed}:states")
        self._known = list(_states())
        draw.shuffle(self._known)
        codes = [state.code for state in self._known]
        # States of low rank are party to more of the disputes.
        weights = list(accumulate(1 / (rank + 1) for rank in range(len(codes))))
        pairs: list[tuple[str, str]] = []
        seen: set[frozenset[str]] = set()
        while len(pairs) < PAIRS:
            one, other = draw.choices(codes, cum_weights=weights, k=2)
            if one != other and frozenset((one, other)) not in seen:
                seen.add(frozenset((one, other)))
                pairs.append((one, other))
        self._pairs = pairs
        self._weights = list(accumulate(1 / (rank + 1) for rank in range(PAIRS)))
        self._codes = codes
        self._code_weights = weights
        self._by_code = {state.code: state for state in self._known}

    def day(self, place: int) -> date:
        """Return the day on which the article at that place comes out."""
        return FIRST_DAY + timedelta(days=place // self._a_day)

    def article(self, place: int) -> ArticleRecord:
        """Return the record of the article at that place, 0, 1, 2 ... in the order of days."""
        draw = random.Random(f"{self._seed}:{place}")
        dispute = draw.choices(range(PAIRS), cum_weights=self._weights)[0]
        chosen = draw.choices(self._paragraphs, k=draw.randint(_FEWEST, _MOST))
        day = self.day(place)
        parties = list(self._pairs[dispute])
        alphabet = _alphabet(f"{self._seed}:{dispute}:{day.year}-{day.month}")
        made = []
        for paragraph in chosen:
            draw.shuffle(parties)
            countries = self._countries(paragraph, parties, draw)
            made.append(
                _Made(
                    paragraph, countries, self._by_code, alphabet, draw, f"{self._seed}:{dispute}"
                )
            )
        text = _GAP.join(each.text for each in made)
        ref = f"shuffled-{place:06}"
        article = Article(
            id=article_id(ref, None, text),
            ref=ref,
            url=None,
            publisher=f"Outlet {draw.randrange(OUTLETS)}",
            title=None,
            language="en",
            published=DateInterval(start=day, end=day, precision=Precision.DAY),
            retrieved=None,
            text=text,
            zones=tuple(_zones(made)),
        )
        return _joined(article, made, day)

    def _countries(
        self, paragraph: Paragraph, parties: Sequence[str], draw: random.Random
    ) -> dict[str, str]:
        others = [code for code in paragraph.countries if code in self._by_code]
        found = dict(zip(others, parties, strict=False))
        for code in others[len(parties) :]:
            free = draw.choices(self._codes, cum_weights=self._code_weights)[0]
            found[code] = free if free not in found.values() else code
        return found


@lru_cache(maxsize=4096)
def _alphabet(key: str) -> dict[int, str]:
    """Return another spelling of letters: vowels for vowels, consonants for consonants."""
    draw = random.Random(key)
    table: dict[int, str] = {}
    for sort in ("aeiou", "".join(c for c in string.ascii_lowercase if c not in "aeiou")):
        other = list(sort)
        draw.shuffle(other)
        for old, new in zip(sort, other, strict=True):
            table |= {ord(old): new, ord(old.upper()): new.upper()}
    return table


@lru_cache(maxsize=65536)
def _person(key: str) -> tuple[str, str]:
    """Return the given name and the family name of who holds an office."""
    draw = random.Random(key)
    given = draw.choice(_given_names())
    family = "".join(draw.choice(_ONSETS) + draw.choice(_NUCLEI) for _ in range(3))
    return given, (family + draw.choice(_ENDINGS)).capitalize()


@lru_cache(maxsize=1)
def _given_names() -> tuple[str, ...]:
    rows = read_rows("rejoinder.actors", "given_names.tsv")
    return tuple(row["name"] for row in rows if _WORD.fullmatch(row["name"]))


class _Made:
    """A paragraph in other names, and where its characters went."""

    def __init__(
        self,
        paragraph: Paragraph,
        countries: Mapping[str, str],
        states: Mapping[str, State],
        alphabet: Mapping[int, str],
        draw: random.Random,
        dispute: str,
    ) -> None:
        self.paragraph = paragraph
        self._countries = countries
        self._states = states
        self._alphabet = alphabet
        self._persons: dict[str, tuple[str, str]] = {}
        for actor in paragraph.record.actors:
            if actor.kind is ActorKind.PERSON and actor.id == actor.id.lower():
                # Whose state is not told is somebody of this dispute alone.
                home = countries.get(actor.country or "") or f"{dispute}:{actor.id}"
                office = f"{actor.sector}/{len(actor.role or '') % 7}"
                self._persons[actor.id] = _person(f"{home}:{office}:{draw.randrange(_HOLDERS)}")
        texts = [self._piece(text, kind) for text, kind in paragraph.pieces]
        self.text = "".join(texts)
        self._moves: list[tuple[int, int, int]] = []
        old = new = 0
        for (before, _), after in zip(paragraph.pieces, texts, strict=True):
            if len(before) != len(after):
                self._moves.append((old, len(before), len(after) - len(before)))
            old += len(before)
            new += len(after)

    def _piece(self, text: str, kind: str) -> str:
        if not kind:
            return text
        if kind == "rare":
            return text.translate(self._alphabet)
        sort, key, form = kind.split(":", 1)[0], kind.split(":", 1)[1].rsplit(":", 1)[0], kind[-1]
        if sort == "p":
            name = self._persons.get(key)
            return text if name is None else {"f": name[1], "g": name[0]}.get(form, name[0])
        state = self._states.get(self._countries.get(key, key))
        if state is None:
            return text
        return {"n": state.name, "a": state.adjective, "c": state.capital}[form]

    def place(self, offset: int, *, ends: bool) -> int:
        """Return where an offset went; one inside a name goes to its beginning or end."""
        moved = offset
        for start, length, more in self._moves:
            if offset >= start + length:
                moved += more
            elif offset > start:
                return moved - (offset - start) + (length + more if ends else 0)
            else:
                break
        return moved

    def span(self, span: Span, by: int) -> Span:
        """Return where a span went, in a text in which the paragraph begins at ``by``."""
        start = self.place(span.start, ends=False)
        return Span(by + start, by + max(start + 1, self.place(span.end, ends=True)))

    def words(self, words: str) -> str:
        """Return a name or a role in the other names."""
        if not words:
            return words
        known = {text: self._piece(text, kind) for text, kind in self.paragraph.pieces if kind}
        return _WORD.sub(lambda found: known.get(found.group(), found.group()), words)

    def actor(self, actor: ActorId) -> ActorId:
        """Return an actor's id in the other names."""
        if actor in self._persons:
            return ActorId("per:" + "-".join(self._persons[actor]).lower())
        prefix, _, rest = actor.partition(":")
        code, dash, tail = rest.partition("-")
        return ActorId(f"{prefix}:{self._countries.get(code, code)}{dash}{tail}")

    def renamed(self, actor: Actor) -> Actor:
        """Return the actor in the other names, without its mentions."""
        id_ = self.actor(actor.id)
        country = self._countries.get(actor.country, actor.country) if actor.country else None
        if actor.kind is ActorKind.STATE and id_.partition(":")[2] in self._states:
            name = self._states[id_.partition(":")[2]].name
        elif actor.id in self._persons:
            full = len(actor.name.split()) > 1
            name = " ".join(self._persons[actor.id]) if full else self._persons[actor.id][1]
            if not full:
                id_ = ActorId(f"per:{name.lower()}")
        else:
            # Who keeps his id keeps his name too: one is not called a hundred things.
            name = actor.name if id_ == actor.id else self.words(actor.name)
        return replace(
            actor,
            id=id_,
            name=name,
            aliases=(),
            country=country,
            role=self.words(actor.role) if actor.role else None,
            mentions=(),
            claimed_by=(),
        )


def _zones(made: Sequence[_Made]) -> Iterator[Zone]:
    start = 0
    for each in made:
        yield Zone(kind=ZoneKind.BODY, span=Span(start, start + len(each.text)))
        start += len(each.text) + len(_GAP)


def _joined(article: Article, made: Sequence[_Made], day: date) -> ArticleRecord:
    """Return the record that the paragraphs make together."""
    actors: dict[ActorId, Actor] = {}
    mentions: dict[ActorId, dict[Span, Mention]] = {}
    statements: dict[StatementId, Statement] = {}
    events: dict[EventId, Event] = {}
    links: dict[str, Link] = {}
    by = 0
    for each in made:
        ids: dict[ActorId, ActorId] = {}
        for actor in each.paragraph.record.actors:
            renamed = each.renamed(actor)
            ids[actor.id] = renamed.id
            actors.setdefault(renamed.id, renamed)
            own = mentions.setdefault(renamed.id, {})
            for mention in actor.mentions:
                moved = replace(mention, span=each.span(mention.span, by))
                own.setdefault(moved.span, moved)
        _take(article, each, ids, by, day, statements, events, links)
        by += len(each.text) + len(_GAP)
    return ArticleRecord(
        article=article,
        actors=tuple(
            replace(actor, mentions=tuple(mentions[id_][s] for s in sorted(mentions[id_])))
            for id_, actor in actors.items()
        ),
        statements=tuple(statements.values()),
        events=tuple(events.values()),
        links=tuple(links.values()),
    )


def _take(
    article: Article,
    each: _Made,
    ids: Mapping[ActorId, ActorId],
    by: int,
    day: date,
    statements: dict[StatementId, Statement],
    events: dict[EventId, Event],
    links: dict[str, Link],
) -> None:
    """Add the statements, events and links of a paragraph that begins at ``by``."""
    record = each.paragraph.record
    shift = day - each.paragraph.published if each.paragraph.published else None

    def spans(found: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(each.span(span, by) for span in found)

    def dated(when: DateInterval | None) -> DateInterval | None:
        if when is None or shift is None:
            return None
        return replace(when, start=when.start + shift, end=when.end + shift)

    def parts(found: Iterable[ActorId]) -> tuple[ActorId, ...]:
        return tuple(dict.fromkeys(ids[actor] for actor in found))

    named: dict[StatementId, StatementId] = {
        s.id: statement_id(article.id, spans(s.content)) for s in record.statements
    }
    told: dict[EventId, EventId] = {}
    for s in record.statements:
        speaker = parts(s.speaker)
        statements.setdefault(
            named[s.id],
            replace(
                s,
                id=named[s.id],
                article_id=article.id,
                parent=named[s.parent] if s.parent else None,
                source=spans(s.source),
                cue=spans(s.cue),
                content=spans(s.content),
                speaker=speaker,
                addressee=parts(s.addressee),
                about=tuple(a for a in parts(s.about) if a not in speaker),
                relay=tuple(
                    replace(
                        hop,
                        actor=ids[hop.actor] if hop.actor else None,
                        span=each.span(hop.span, by),
                    )
                    for hop in s.relay
                ),
                said=dated(s.said),
            ),
        )
    for e in record.events:
        span = each.span(e.span, by)
        told[e.id] = event_id(article.id, e.event_type, span)
        events.setdefault(
            told[e.id],
            replace(
                e,
                id=told[e.id],
                article_id=article.id,
                actor=parts(e.actor),
                recipient=parts(e.recipient),
                span=span,
                date=dated(e.date),
                asserted_by=named[e.asserted_by] if e.asserted_by else None,
                also_asserted_by=tuple(named[a] for a in e.also_asserted_by),
            ),
        )
    for link in record.links:
        answer = named[link.answer]
        end: StatementId | EventId | None = named.get(StatementId(link.answered))
        end = end or told[EventId(link.answered)]
        key = link_id(answer, end, link.relation)
        links.setdefault(
            key,
            replace(
                link,
                id=key,
                answer=answer,
                answered=end,
                evidence=each.span(link.evidence, by) if link.evidence else None,
            ),
        )
