"""Hypothesis strategies for whole records that hold together."""

from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.article import Article, Zone, ZoneKind, article_id
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import Event, EventType, Modality, event_id
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link, Relation, link_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation, Relay, Statement, statement_id

__all__ = ["records"]

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
scores = st.floats(0, 1)
days = st.dates(date(1, 1, 1), date(9999, 1, 1))


# What is asked for again for each part of a record is made, and looked through, once.
@cache
def words_of(alphabet: st.SearchStrategy[str], least: int = 0) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=least, max_size=8)


@cache
def spans(length: int) -> st.SearchStrategy[Span]:
    place = st.integers(0, length - 1)
    return st.tuples(place, place).map(lambda ends: Span(min(ends), max(ends) + 1))


@cache
@st.composite
def dates(draw: st.DrawFn, length: int) -> DateInterval:
    start = draw(days)
    return DateInterval(
        start=start,
        end=start + timedelta(days=draw(st.integers(0, 300))),
        precision=draw(st.sampled_from(Precision)),
        span=draw(st.none() | spans(length)),
    )


@st.composite
def zones(draw: st.DrawFn, length: int) -> tuple[Zone, ...]:
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return tuple(Zone(kind=draw(st.sampled_from(ZoneKind)), span=Span(a, b)) for a, b in pairs)


@st.composite
def articles(draw: st.DrawFn, alphabet: st.SearchStrategy[str]) -> Article:
    text, words = draw(st.text(alphabet, min_size=1, max_size=60)), words_of(alphabet)
    ref, url = draw(words), draw(st.none() | words)
    return Article(
        id=article_id(ref, url, text),
        ref=ref,
        url=url,
        publisher=draw(st.none() | words),
        title=draw(st.none() | words),
        language=draw(st.none() | st.sampled_from(["en", "fa"])),
        published=draw(st.none() | dates(len(text))),
        retrieved=draw(st.none() | words),
        text=text,
        zones=draw(zones(len(text))),
    )


@st.composite
def actors(draw: st.DrawFn, id_: str, length: int, alphabet: st.SearchStrategy[str]) -> Actor:
    words = words_of(alphabet)
    mention = st.builds(Mention, span=spans(length), kind=st.sampled_from(MentionKind))
    return Actor(
        id=ActorId(id_),
        name=draw(words),
        aliases=tuple(draw(st.lists(words, max_size=3))),
        kind=draw(st.sampled_from(ActorKind)),
        country=draw(st.none() | words),
        sector=draw(st.none() | words),
        role=draw(st.none() | words),
        mentions=tuple(draw(st.lists(mention, max_size=3))),
    )


@st.composite
def statements(
    draw: st.DrawFn, article: Article, cast: list[ActorId], earlier: list[StatementId]
) -> Statement:
    length = len(article.text)
    several = st.lists(spans(length), max_size=2).map(tuple)
    parties = st.lists(st.sampled_from(cast), max_size=2).map(tuple) if cast else st.just(())
    carrier = st.none() | st.sampled_from(cast) if cast else st.none()
    content = tuple(draw(st.lists(spans(length), min_size=1, max_size=3)))
    return Statement(
        id=statement_id(article.id, content),
        article_id=article.id,
        parent=draw(st.none() | st.sampled_from(earlier)) if earlier else None,
        source=draw(several),
        cue=draw(several),
        content=content,
        quotation=draw(st.sampled_from(Quotation)),
        speaker=draw(parties),
        addressee=draw(parties),
        about=draw(parties),
        relay=tuple(
            draw(st.lists(st.builds(Relay, actor=carrier, span=spans(length)), max_size=2))
        ),
        act=draw(st.sampled_from(Act)),
        said=draw(st.none() | dates(length)),
        score=draw(scores),
    )


@st.composite
def events(
    draw: st.DrawFn,
    article: Article,
    cast: list[ActorId],
    said: list[StatementId],
    alphabet: st.SearchStrategy[str],
) -> Event:
    length, words = len(article.text), words_of(alphabet)
    parties = st.lists(st.sampled_from(cast), max_size=2).map(tuple) if cast else st.just(())
    kind, span = draw(st.sampled_from(EventType)), draw(spans(length))
    return Event(
        id=event_id(article.id, kind, span),
        article_id=article.id,
        event_type=kind,
        mode=tuple(draw(st.lists(words, max_size=2))),
        context=tuple(draw(st.lists(words, max_size=2))),
        actor=draw(parties),
        recipient=draw(parties),
        span=span,
        date=draw(st.none() | dates(length)),
        asserted_by=draw(st.none() | st.sampled_from(said)) if said else None,
        modality=draw(st.sampled_from(Modality)),
        score=draw(scores),
    )


@st.composite
def records(draw: st.DrawFn, alphabet: st.SearchStrategy[str] = CHARACTERS) -> ArticleRecord:
    article = draw(articles(alphabet))
    length, named = len(article.text), words_of(alphabet, least=1)
    cast = [ActorId(each) for each in draw(st.lists(named, max_size=4, unique=True))]
    found: dict[StatementId, Statement] = {}
    for _ in range(draw(st.integers(0, 5))):
        each = draw(statements(article, cast, list(found)))
        found.setdefault(each.id, each)
    said = list(found)
    told = draw(st.lists(events(article, cast, said, alphabet), max_size=3))
    return ArticleRecord(
        article=article,
        actors=tuple(draw(actors(each, length, alphabet)) for each in cast),
        # Order is kept as it came, parents need not come first.
        statements=tuple(draw(st.permutations(list(found.values())))),
        events=tuple({each.id: each for each in told}.values()),
        links=_links(draw, said, length),
    )


def _links(draw: st.DrawFn, said: list[StatementId], length: int) -> tuple[Link, ...]:
    if len(said) < 2:
        return ()
    found: dict[str, Link] = {}
    for _ in range(draw(st.integers(0, 3))):
        answer, answered = draw(st.permutations(said))[:2]
        relation = draw(st.sampled_from(Relation))
        id_ = link_id(answer, answered, relation)
        found[id_] = Link(
            id=id_,
            answer=answer,
            answered=answered,
            relation=relation,
            explicit=draw(st.booleans()),
            evidence=draw(st.none() | spans(length)),
            score=draw(scores),
        )
    return tuple(found.values())
