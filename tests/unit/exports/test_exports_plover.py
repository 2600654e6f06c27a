"""A record as PLOVER has it: fields, actors, dates, denial, links."""

import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from tests.articles import article, on_day
from tests.records import actor, event, link, statement
from tests.unit.ledger.record_strategies import records

from rejoinder.errors import ConfigError
from rejoinder.exports.files import export_stream, find_exporter, record_lines
from rejoinder.exports.plover import Plover, plover_events, plover_lines
from rejoinder.model.article import Article
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import EventType, Modality
from rejoinder.model.ids import ActorId, EventId, StatementId, content_key
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Statement

TEXT = "Arland said that Belmark had shelled a village. Belmark denied it. They met on Monday."
ARLAND, BELMARK = ActorId("state:ARL"), ActorId("gov:BEL-defence")
MANUAL = {
    "id", "date", "actor", "recipient", "event", "mode", "context", "quad_code", "event_scale",
    "text", "text_info", "cite_info", "link", "coder",
}  # fmt: skip
REQUIRED = {"id", "date", "actor", "event"}


def duel(ref: str) -> Article:
    url = "https://example.org/1"
    return article(TEXT, ref, url=url, publisher="The Courier", title="A duel")


def said(words: str, act: Act, speaker: ActorId, about: ActorId) -> Statement:
    start = TEXT.index(words)
    content = (Span(start, start + len(words)),)
    return statement(duel("a").id, content, act, speaker=[speaker], about=[about], score=0.9)


ACCUSED = said("Belmark had shelled a village", Act.ACCUSE, ARLAND, BELMARK)
DENIED = said("it", Act.DENY, BELMARK, ARLAND)
SHELLED = event(
    duel("a").id,
    EventType.ASSAULT,
    ACCUSED.content[0],
    mode=["heavy-weapons"],
    context=["military"],
    actor=[BELMARK],
    asserted_by=ACCUSED.id,
    modality=Modality.ALLEGED,
    score=0.7,
)
MET = event(
    duel("a").id,
    EventType.CONSULT,
    Span(TEXT.index("They met"), len(TEXT)),
    context=["military"],
    actor=[ARLAND, BELMARK],
    date=on_day(date(2022, 4, 4)),
    score=0.7,
)


def linked(answer: StatementId, answered: StatementId | EventId) -> Link:
    return link(answer, answered, Relation.DENIES, explicit=True)


RECORD = ArticleRecord(
    article=duel("a"),
    actors=(
        actor(ARLAND, "Arland", country="ARL"),
        actor(BELMARK, "defence ministry", country="BEL", sector="GOV"),
    ),
    statements=(ACCUSED, DENIED, said("Belmark denied", Act.ASSERT, ARLAND, BELMARK)),
    events=(SHELLED, MET),
    links=(linked(DENIED.id, ACCUSED.id),),
)


def rows(record: ArticleRecord) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in map(json.loads, plover_lines(record).splitlines())}


def test_fields_are_those_of_the_manual_and_one_of_our_own() -> None:
    for row in rows(RECORD).values():
        assert set(row) == MANUAL | {"rejoinder"}
        assert set(row) >= REQUIRED


def test_events_come_first_then_acts_and_plain_telling_is_left_out() -> None:
    assert list(rows(RECORD)) == [SHELLED.id, MET.id, ACCUSED.id, DENIED.id]


def test_an_event_keeps_who_asserts_it_and_how() -> None:
    row = rows(RECORD)[SHELLED.id]
    assert (row["event"], row["mode"], row["context"]) == (
        ["ASSAULT"],
        ["heavy-weapons"],
        ["military"],
    )
    assert (row["quad_code"], row["event_scale"]) == (4, -9.5)
    assert row["rejoinder"]["asserted_by"] == ACCUSED.id
    assert row["rejoinder"]["modality"] == "alleged"
    assert row["rejoinder"]["kind"] == "event"
    assert (row["date"], row["recipient"]) == (None, [])


def test_actors_are_names_with_country_and_sector() -> None:
    assert rows(RECORD)[MET.id]["actor"] == [
        {"name": "Arland", "country": "ARL", "sector": None, "id": ARLAND},
        {"name": "defence ministry", "country": "BEL", "sector": "GOV", "id": BELMARK},
    ]


def test_an_act_is_an_event_between_the_speaker_and_whom_it_is_about() -> None:
    row = rows(RECORD)[ACCUSED.id]
    assert [one["id"] for one in row["actor"]] == [ARLAND]
    assert [one["id"] for one in row["recipient"]] == [BELMARK]
    assert (row["event"], row["mode"], row["event_scale"]) == (["ACCUSE"], ["allege"], -3.5)
    assert row["text"] == "Belmark had shelled a village"
    own = row["rejoinder"]
    assert (own["kind"], own["act"], own["cameo"], own["goldstein"]) == (
        "act",
        "accuse",
        ["112"],
        -2,
    )
    assert (own["asserted_by"], own["modality"]) == ("publisher", "actual")


def test_a_denial_has_no_type_and_is_there_all_the_same() -> None:
    row = rows(RECORD)[DENIED.id]
    assert (row["event"], row["mode"], row["quad_code"], row["event_scale"]) == ([], [], None, None)
    assert (row["rejoinder"]["act"], row["rejoinder"]["cameo"]) == ("deny", ["016"])


def test_whom_a_demand_is_put_to_takes_it_where_it_is_about_nobody() -> None:
    asked = replace(ACCUSED, act=Act.DEMAND, about=(), addressee=(BELMARK, ARLAND))
    row = rows(replace(RECORD, statements=(asked,)))[asked.id]
    assert [one["id"] for one in row["recipient"]] == [BELMARK]


def test_an_act_inside_a_statement_is_alleged_by_it() -> None:
    inner = replace(DENIED, parent=ACCUSED.id)
    own = rows(replace(RECORD, statements=(ACCUSED, inner)))[inner.id]["rejoinder"]
    assert (own["asserted_by"], own["modality"]) == (ACCUSED.id, "alleged")


def test_what_is_linked_has_one_reference_that_is_the_exchanges() -> None:
    found = rows(RECORD)
    wanted = content_key("x", *sorted([ACCUSED.id, DENIED.id]))
    assert found[ACCUSED.id]["link"] == found[DENIED.id]["link"] == wanted
    assert found[MET.id]["link"] is None


def test_an_event_that_is_answered_is_linked_too() -> None:
    found = rows(replace(RECORD, links=(linked(DENIED.id, MET.id),)))
    assert found[MET.id]["link"] == found[DENIED.id]["link"] is not None
    assert found[ACCUSED.id]["link"] is None


@pytest.mark.parametrize(
    ("start", "end", "precision", "told"),
    [
        ((2022, 4, 4), (2022, 4, 4), Precision.DAY, "2022-04-04"),
        ((2022, 4, 1), (2022, 4, 30), Precision.MONTH, "2022-04"),
        ((2022, 1, 1), (2022, 12, 31), Precision.YEAR, "2022"),
        ((2022, 4, 4), (2022, 4, 10), Precision.WEEK, "2022-04-04/2022-04-10"),
        ((2022, 4, 1), (2022, 5, 31), Precision.MONTH, "2022-04-01/2022-05-31"),
        ((2022, 4, 4), (2022, 4, 6), Precision.DAY, "2022-04-04/2022-04-06"),
    ],
)
def test_a_date_is_no_more_exact_than_it_is_known(
    start: tuple[int, int, int], end: tuple[int, int, int], precision: Precision, told: str
) -> None:
    when = DateInterval(start=date(*start), end=date(*end), precision=precision)
    (first, *_) = plover_events(replace(RECORD, events=(replace(MET, date=when),)))
    assert first.date == told
    assert first.rejoinder.date == when


def test_parties_exchanged_change_nothing_else() -> None:
    other = {ARLAND: BELMARK, BELMARK: ARLAND}
    exchanged = replace(
        RECORD,
        actors=(
            replace(RECORD.actors[1], id=ARLAND),
            replace(RECORD.actors[0], id=BELMARK),
        ),
        statements=tuple(
            replace(s, speaker=(other[s.speaker[0]],), about=(other[s.about[0]],))
            for s in RECORD.statements
        ),
        events=tuple(replace(e, actor=tuple(other[a] for a in e.actor)) for e in RECORD.events),
    )
    plain, swapped = rows(RECORD).values(), rows(exchanged).values()
    for before, after in zip(plain, swapped, strict=True):
        for part in ("actor", "recipient"):
            ids = [[one["id"] for one in row.pop(part)] for row in (before, after)]
            assert [other[one] for one in ids[0]] == ids[1]
        assert before == after


def test_an_actor_that_the_record_does_not_describe_keeps_its_id() -> None:
    (first, *_) = plover_events(replace(RECORD, actors=()))
    assert (first.actor[0].name, first.actor[0].country) == (BELMARK, None)


def test_the_exporter_writes_what_the_function_gives() -> None:
    stream = io.BytesIO()
    assert export_stream([RECORD], find_exporter("plover"), stream) == 1
    assert stream.getvalue().decode() == plover_lines(RECORD) == record_lines(RECORD, "plover")


def test_a_link_that_comes_with_a_later_article_reaches_the_earlier_one() -> None:
    first = replace(RECORD, statements=(ACCUSED,), events=(), links=())
    later = replace(RECORD, article=duel("b"), statements=(DENIED,), events=())
    stream = io.BytesIO()
    export_stream([first, later], Plover(), stream)
    told = [json.loads(line)["link"] for line in stream.getvalue().splitlines()]
    assert told[0] == told[1] is not None


def test_an_exporter_that_is_not_open_takes_nothing() -> None:
    with pytest.raises(ValueError, match="not open"):
        Plover().feed(RECORD)


def test_a_record_of_nothing_has_no_line() -> None:
    bare = ArticleRecord(article=duel("a"))
    assert plover_lines(bare) == ""
    with pytest.raises(ConfigError, match=r"'xml'.*jsonl, plover"):
        record_lines(bare, "xml")


@given(records())
def test_any_record_is_told_in_lines_that_stand_on_its_characters(record: ArticleRecord) -> None:
    stream = io.BytesIO()
    export_stream([record], Plover(), stream)
    assert stream.getvalue().decode() == plover_lines(record)
    for row in map(json.loads, stream.getvalue().decode().split("\n")[:-1]):
        assert set(row) == MANUAL | {"rejoinder"}
        told = [record.article.text[start:end] for start, end in row["text_info"]["spans"]]
        assert row["text"] == " … ".join(told)
        assert (row["quad_code"] is None) == (row["event"] == [])
        assert row["event_scale"] is None or -10 <= row["event_scale"] <= 10
        own = {statement.id for statement in record.statements} | {"publisher"}
        assert row["rejoinder"]["asserted_by"] in own
