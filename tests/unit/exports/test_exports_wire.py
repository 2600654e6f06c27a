import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles import article, on_day, whole
from tests.records import actor, event, link, statement
from tests.unit.ledger.record_strategies import records

from rejoinder.errors import ArticleError
from rejoinder.exports.jsonl import record_line
from rejoinder.exports.unwire import from_wire
from rejoinder.exports.wire import to_wire
from rejoinder.model.copies import Copies
from rejoinder.model.event import EventType
from rejoinder.model.failure import Reason
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Relay

# A high surrogate before a low one is one character to JSON, so only unpaired ones are drawn.
ALPHABET = st.one_of(
    st.characters(exclude_categories=["Cs"]), st.sampled_from("\udc80\udcff\u2028\x1b\x9b")
)
WORDS = st.text(ALPHABET)


@st.composite
def lined(draw: st.DrawFn) -> ArticleRecord:
    """Return a record with nothing that its line leaves out."""
    record = draw(records(ALPHABET))
    copies = draw(st.none() | st.builds(Copies, group=st.none() | WORDS, origin=st.none() | WORDS))
    return replace(
        record,
        actors=tuple(replace(each, role=None) for each in record.actors),
        links=tuple(replace(each, evidence=None) for each in record.links),
        copies=copies,
    )


@given(lined())
def test_a_record_comes_back_as_it_went_and_what_is_off_the_wire_empty(
    record: ArticleRecord,
) -> None:
    line = record_line(record)
    assert line.splitlines() == [line[:-1]]
    assert from_wire(json.loads(line.encode("utf-8"))) == record
    rich = replace(
        record,
        article=replace(record.article, original="00ff"),
        actors=tuple(replace(each, role="spokesman") for each in record.actors),
        links=tuple(replace(each, evidence=Span(1, 2)) for each in record.links),
    )
    assert from_wire(to_wire(rich)) == record
    assert to_wire(rich) == to_wire(record)


def _record() -> ArticleRecord:
    text = "Iran denied it. Baku accused Iran."
    day = on_day(date(2022, 11, 8), Span(0, 4))
    news = article(text, "r-1", publisher="Aras Daily", zones=whole(text))
    first, second = Span(0, 14), Span(16, 33)
    iran = actor("state:IRN", "Iran", country="IRN", aliases=["Tehran"], named_at=[Span(0, 4)])
    bare = statement(
        news.id,
        (first,),
        Act.DENY,
        source=(Span(0, 4),),
        cue=(Span(5, 11),),
        speaker=[iran.id],
        relay=[Relay(actor=None, span=second)],
        said=day,
        score=0.5,
    )
    accused = event(
        news.id,
        EventType.ACCUSE,
        second,
        mode=["allege"],
        actor=["state:AZE"],
        recipient=[iran.id],
    )
    return ArticleRecord(
        article=replace(news, published=day),
        actors=(iran,),
        statements=(bare,),
        events=(accused,),
        links=(link(bare.id, accused.id, Relation.DENIES, explicit=True, score=0.9),),
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
