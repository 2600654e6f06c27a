import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.errors import ArticleError
from rejoinder.exports.jsonl import record_line
from rejoinder.exports.unwire import from_wire
from rejoinder.exports.wire import to_wire
from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.article import Article, Zone, ZoneKind, article_id
from rejoinder.model.copies import Copies
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import Event, EventType, Modality, event_id
from rejoinder.model.failure import Reason
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.link import Link, Relation, link_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation, Relay, Statement, statement_id

# A high surrogate before a low one is one character to JSON, so only unpaired ones are drawn.
WORDS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]), st.sampled_from("\udc80\udcff\u2028\x1b\x9b")
    )
)
SPANS = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 10_000), st.integers(1, 500))
SCORES = st.floats(0, 1)
ACTOR_IDS = st.sampled_from([ActorId(i) for i in ("state:AZE", "state:IRN", "per:a-b", "gov:X")])
CASTS = st.lists(ACTOR_IDS, max_size=3).map(tuple)
DATES = st.builds(
    lambda start, days, precision, span: DateInterval(
        start=start, end=start + timedelta(days), precision=precision, span=span
    ),
    st.dates(max_value=date(2200, 1, 1)),
    st.integers(0, 400),
    st.sampled_from(Precision),
    st.none() | SPANS,
)
COPIES = st.builds(Copies, group=st.none() | WORDS, origin=st.none() | WORDS)
MENTIONS = st.builds(Mention, span=SPANS, kind=st.sampled_from(MentionKind))
ACTORS = st.builds(
    Actor,
    id=ACTOR_IDS,
    name=WORDS,
    aliases=st.lists(WORDS, max_size=2).map(tuple),
    kind=st.sampled_from(ActorKind),
    country=st.none() | st.sampled_from(["AZE", "IGO"]),
    sector=st.none() | st.sampled_from(["GOV", "MIL"]),
    role=st.none(),
    mentions=st.lists(MENTIONS, max_size=2).map(tuple),
)
SPAN_TUPLES = st.lists(SPANS, max_size=3).map(tuple)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    ref, url, text = draw(WORDS), draw(st.none() | WORDS), draw(WORDS)
    return Article(
        id=article_id(ref, url, text),
        ref=ref,
        url=url,
        publisher=draw(st.none() | WORDS),
        title=draw(st.none() | WORDS),
        language=draw(st.none() | st.just("en")),
        published=draw(st.none() | DATES),
        retrieved=draw(st.none() | st.just("2023-05-22T10:00:00Z")),
        text=text,
        zones=tuple(
            draw(st.lists(st.builds(Zone, kind=st.sampled_from(ZoneKind), span=SPANS), max_size=3))
        ),
    )


def statements(article: ArticleId) -> st.SearchStrategy[Statement]:
    return st.builds(
        lambda content, **rest: Statement(
            id=statement_id(article, content), article_id=article, content=content, **rest
        ),
        st.lists(SPANS, min_size=1, max_size=3).map(tuple),
        parent=st.none() | st.just(statement_id(article, (Span(0, 1),))),
        source=SPAN_TUPLES,
        cue=SPAN_TUPLES,
        quotation=st.sampled_from(Quotation),
        speaker=CASTS,
        addressee=CASTS,
        about=CASTS,
        relay=st.lists(st.builds(Relay, actor=st.none() | ACTOR_IDS, span=SPANS), max_size=2).map(
            tuple
        ),
        act=st.sampled_from(Act),
        said=st.none() | DATES,
        score=SCORES,
    )


def events(article: ArticleId) -> st.SearchStrategy[Event]:
    return st.builds(
        lambda event_type, span, **rest: Event(
            id=event_id(article, event_type, span),
            article_id=article,
            event_type=event_type,
            span=span,
            **rest,
        ),
        st.sampled_from(EventType),
        SPANS,
        mode=st.lists(WORDS, max_size=2).map(tuple),
        context=st.lists(WORDS, max_size=2).map(tuple),
        actor=CASTS,
        recipient=CASTS,
        date=st.none() | DATES,
        asserted_by=st.none() | st.just(statement_id(article, (Span(3, 9),))),
        modality=st.sampled_from(Modality),
        score=SCORES,
    )


@st.composite
def records(draw: st.DrawFn) -> ArticleRecord:
    article = draw(articles())
    said = tuple(draw(st.lists(statements(article.id), max_size=3)))
    told = tuple(draw(st.lists(events(article.id), max_size=2)))
    ends = [s.id for s in said] + [e.id for e in told]
    links = []
    for statement in said:
        relation, score = draw(st.sampled_from(Relation)), draw(SCORES)
        answered = draw(st.sampled_from(ends))
        links.append(
            Link(
                id=link_id(statement.id, answered, relation),
                answer=statement.id,
                answered=answered,
                relation=relation,
                explicit=draw(st.booleans()),
                evidence=None,
                score=score,
            )
        )
    return ArticleRecord(
        article=article,
        actors=tuple(draw(st.lists(ACTORS, max_size=2))),
        statements=said,
        events=told,
        links=tuple(links),
        copies=draw(st.none() | COPIES),
    )


@given(records())
def test_a_record_comes_back_from_its_line_as_it_went(record: ArticleRecord) -> None:
    line = record_line(record)
    assert line.splitlines() == [line[:-1]]
    assert from_wire(json.loads(line.encode("utf-8"))) == record


@given(records())
def test_what_is_off_the_wire_comes_back_empty(record: ArticleRecord) -> None:
    rich = replace(
        record,
        article=replace(record.article, original="00ff"),
        actors=tuple(replace(actor, role="spokesman") for actor in record.actors),
        links=tuple(replace(link, evidence=Span(1, 2)) for link in record.links),
    )
    assert from_wire(to_wire(rich)) == record
    assert to_wire(rich) == to_wire(record)


def _record() -> ArticleRecord:
    text = "Iran denied it. Baku accused Iran."
    key = article_id("r-1", None, text)
    first, second = Span(0, 14), Span(16, 33)
    day = DateInterval(
        start=date(2022, 11, 8), end=date(2022, 11, 8), precision=Precision.DAY, span=Span(0, 4)
    )
    bare = Statement(
        id=statement_id(key, (first,)),
        article_id=key,
        parent=None,
        source=(Span(0, 4),),
        cue=(Span(5, 11),),
        content=(first,),
        quotation=Quotation.INDIRECT,
        speaker=(ActorId("state:IRN"),),
        addressee=(),
        about=(),
        relay=(Relay(actor=None, span=second),),
        act=Act.DENY,
        said=day,
        score=0.5,
    )
    event = Event(
        id=event_id(key, EventType.ACCUSE, second),
        article_id=key,
        event_type=EventType.ACCUSE,
        mode=("allege",),
        context=(),
        actor=(ActorId("state:AZE"),),
        recipient=(ActorId("state:IRN"),),
        span=second,
        date=None,
        asserted_by=None,
        modality=Modality.ACTUAL,
        score=1.0,
    )
    link = Link(
        id=link_id(bare.id, event.id, Relation.DENIES),
        answer=bare.id,
        answered=event.id,
        relation=Relation.DENIES,
        explicit=True,
        evidence=None,
        score=0.9,
    )
    article = Article(
        id=key,
        ref="r-1",
        url=None,
        publisher="Aras Daily",
        title=None,
        language="en",
        published=day,
        retrieved=None,
        text=text,
        zones=(Zone(kind=ZoneKind.BODY, span=Span(0, 34)),),
    )
    iran = Actor(
        id=ActorId("state:IRN"),
        name="Iran",
        aliases=("Tehran",),
        kind=ActorKind.STATE,
        country="IRN",
        sector=None,
        role=None,
        mentions=(Mention(span=Span(0, 4), kind=MentionKind.NAME),),
    )
    return ArticleRecord(
        article=article, actors=(iran,), statements=(bare,), events=(event,), links=(link,)
    )


@pytest.mark.parametrize(
    ("part", "fields"),
    [
        (
            (),
            "id url publisher title language published retrieved text zones copies"
            " actors statements events links",
        ),
        (("published",), "start end precision span"),
        (("zones", 0), "kind span"),
        (("actors", 0), "id name aliases kind country sector mentions"),
        (("actors", 0, "mentions", 0), "span kind text"),
        (
            ("statements", 0),
            "id parent source cue content quotation speaker addressee about relay act said score",
        ),
        (("statements", 0, "relay", 0), "actor span"),
        (
            ("events", 0),
            "id event mode context actor recipient span date asserted_by modality score"
            # More than the design has: one event may have several authors.
            " also_asserted_by",
        ),
        (("links", 0), "from to relation explicit score"),
    ],
)
def test_the_wire_has_the_fields_of_the_design_in_its_order(
    part: tuple[str | int, ...], fields: str
) -> None:
    value = json.loads(record_line(_record()))
    for step in part:
        value = value[step]
    assert " ".join(value) == fields


def test_the_wire_says_who_asserts_an_event_and_where_a_link_goes() -> None:
    record = _record()
    wire = json.loads(record_line(record))
    assert wire["id"] == "r-1"
    assert wire["copies"] is None
    assert wire["published"] == {
        "start": "2022-11-08",
        "end": "2022-11-08",
        "precision": "day",
        "span": [0, 4],
    }
    assert wire["events"][0]["asserted_by"] == "publisher"
    assert wire["links"][0]["from"] == record.statements[0].id
    assert wire["links"][0]["to"] == record.events[0].id


Break = Callable[[dict[str, object]], object]


@pytest.mark.parametrize(
    ("damage", "reason", "path"),
    [
        pytest.param(lambda w: w.pop("text"), Reason.MISSING_FIELD, "text", id="no text"),
        pytest.param(lambda w: w.update(id=7), Reason.BAD_FIELD, "id", id="id a number"),
        pytest.param(
            lambda w: w.update(
                published={"start": "x", "end": "x", "precision": "day", "span": None}
            ),
            Reason.BAD_FIELD,
            "published",
            id="no date",
        ),
        pytest.param(
            lambda w: w.update(zones=[{"kind": "body", "span": [3, 3]}]),
            Reason.BAD_FIELD,
            r"zones\[0\].span",
            id="empty span",
        ),
        pytest.param(
            lambda w: w.update(zones=[{"kind": "fog", "span": [0, 3]}]),
            Reason.BAD_FIELD,
            r"zones\[0\].kind",
            id="unknown kind",
        ),
        pytest.param(lambda w: w.update(links={}), Reason.BAD_FIELD, "links", id="no list"),
        pytest.param(
            lambda w: w.update(links=[3]), Reason.BAD_FIELD, r"links\[0\]", id="no object"
        ),
    ],
)
def test_a_damaged_line_is_refused_by_name(damage: Break, reason: Reason, path: str) -> None:
    wire = to_wire(_record())
    damage(wire)
    with pytest.raises(ArticleError, match=f"^{path} ") as caught:
        from_wire(wire)
    assert caught.value.reason is reason
