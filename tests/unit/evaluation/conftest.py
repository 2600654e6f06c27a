"""Records made out of gold, as faithful or as wrong as a test wants them."""

import hashlib
import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.articles import article
from tests.records import actor, event, link, statement

from rejoinder.evaluation.gold_types import (
    GoldActor,
    GoldArticle,
    GoldEvent,
    GoldSet,
    GoldStatement,
    GoldThread,
)
from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import Event, EventType
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation, Relay, Statement

_ACTS = {
    "DENY/REJECT": Act.DENY,
    "DEMAND/REQUEST": Act.DEMAND,
    "THREATEN/WARN": Act.WARN,
    "PRAISE/SUPPORT": Act.SUPPORT,
    "EXPRESS-INTENT": Act.INTEND,
}
_NAMED = {act.name: act for act in Act}
_RELATIONS = {
    "responds_to": Relation.ANSWERS,
    "counter_accuses": Relation.COUNTERS,
    "rejects_demand": Relation.REFUSES,
}
_LENGTHS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}

Faithful = Callable[[GoldSet, Mapping[str, str]], list[ArticleRecord]]
Noisy = Callable[[GoldSet, Mapping[str, str], int], list[ArticleRecord]]


@pytest.fixture(scope="session")
def faithful() -> Faithful:
    """Gold as records that say the same."""

    def make(gold: GoldSet, texts: Mapping[str, str]) -> list[ArticleRecord]:
        return [_record(a, gold, texts[a.id]) for a in gold.articles if a.id in texts]

    return make


@pytest.fixture(scope="session")
def noisy(faithful: Faithful) -> Noisy:
    """Gold as records that are wrong in every way, the same way for the same seed."""

    def make(gold: GoldSet, texts: Mapping[str, str], seed: int) -> list[ArticleRecord]:
        draw = random.Random(seed)
        records = faithful(gold, texts)
        every = [s.id for r in records for s in r.statements]
        return [_spoil(record, every, draw) for record in records]

    return make


def _record(gold: GoldArticle, all_gold: GoldSet, text: str) -> ArticleRecord:
    told = article(text, gold.id)
    threads = [*gold.threads]
    if gold is all_gold.articles[0]:
        threads += all_gold.cross
    return ArticleRecord(
        article=told,
        actors=tuple(_actor(a, gold) for a in all_gold.actors if gold.id in a.by_article),
        statements=tuple(_statement(s, told.id) for s in gold.statements),
        events=tuple(_event(e, told.id) for e in gold.events),
        links=tuple(_link(t) for t in threads),
    )


def _actor(known: GoldActor, gold: GoldArticle) -> Actor:
    return actor(
        known.id,
        known.name,
        kind=ActorKind.PERSON,
        country=known.country,
        aliases=sorted(known.by_article[gold.id]),
        named_at=sorted({m.span for m in gold.mentions if m.actor == known.id}),
    )


def _statement(gold: GoldStatement, told_in: ArticleId) -> Statement:
    relayed = sorted(gold.relayed_by)
    return statement(
        told_in,
        gold.content,
        _ACTS.get(gold.act) or _NAMED.get(gold.act, Act.ASSERT),
        id_=gold.id,
        parent=gold.parent,
        source=gold.source,
        cue=gold.cue,
        quotation=Quotation(gold.mode),
        speaker=sorted(gold.speaker),
        addressee=sorted(gold.addressee),
        about=sorted(gold.targets),
        relay=[Relay(actor=ActorId(a), span=gold.content[0]) for a in relayed],
        said=_date(gold.date) if gold.date else None,
    )


def _event(gold: GoldEvent, told_in: ArticleId) -> Event:
    return event(
        told_in,
        EventType(gold.types[0]),
        gold.spans[0],
        id_=gold.id,
        actor=sorted(gold.actor),
        recipient=sorted(gold.recipient),
        asserted_by=None if gold.asserted_by == "outlet" else gold.asserted_by,
    )


def _link(thread: GoldThread) -> Link:
    relation = _RELATIONS.get(thread.relation) or Relation(thread.relation)
    return link(StatementId(thread.answer), StatementId(thread.answered), relation)


def _date(day: str) -> DateInterval:
    first = date.fromisoformat((day + "-01-01")[:10])
    return DateInterval(start=first, end=first, precision=_LENGTHS[len(day)])


def _spoil(
    record: ArticleRecord, every: Sequence[StatementId], draw: random.Random
) -> ArticleRecord:
    text = record.article.text
    renamed = {
        a.id: ActorId(f"mine:{a.id}") if draw.random() < 0.6 else a.id for a in record.actors
    }
    actors = [_spoil_actor(replace(a, id=renamed[a.id]), draw) for a in record.actors]
    pool = [a.id for a in actors] + [ActorId("per:nobody-at-all"), ActorId("x:russia")]
    statements = [
        _spoil_statement(s, renamed, pool, record, draw)
        for s in record.statements
        for _ in range(draw.choice((0, 1, 1, 1, 1, 2)))
    ]
    # Two predictions of one content tie, and which of them is scored is nobody's promise.
    statements = list({s.content: s for s in statements}.values())
    seen: set[StatementId] = set()
    for n, s in enumerate(statements):
        if s.id in seen:
            statements[n] = replace(s, id=StatementId(f"{s.id}-again"))
        seen.add(statements[n].id)
    spurious = [
        replace(s, id=StatementId(f"{s.id}-made-up"), content=(_somewhere(text, draw),))
        for s in statements
        if draw.random() < 0.15
    ]
    statements = [replace(s, about=s.about[:2]) for s in statements + spurious]
    draw.shuffle(statements)
    return replace(
        record,
        actors=tuple(draw.sample(actors, k=len(actors) * 4 // 5)),
        statements=tuple(statements),
        events=tuple(_spoil_event(e, renamed, pool, draw) for e in record.events),
        links=tuple(_spoil_links(record, every, draw)),
    )


def _spoil_actor(actor: Actor, draw: random.Random) -> Actor:
    names = [actor.name, *actor.aliases]
    mentions = [m for m in actor.mentions if draw.random() < 0.7]
    return replace(
        actor,
        name=draw.choice([*names, f"the well-known {draw.choice(names)} of the delegation"]),
        aliases=tuple(n for n in names if draw.random() < 0.4),
        mentions=tuple(replace(m, span=_shift(m.span, draw, 3)) for m in mentions),
    )


def _spoil_statement(
    statement: Statement,
    renamed: Mapping[ActorId, ActorId],
    pool: Sequence[ActorId],
    record: ArticleRecord,
    draw: random.Random,
) -> Statement:
    def party(ids: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
        roll = draw.random()
        if roll < 0.6:
            return tuple(renamed.get(i, i) for i in ids)
        return () if roll < 0.7 else tuple(draw.sample(pool, k=min(2, len(pool))))

    parents = [*(s.id for s in record.statements), None, None]
    keep = draw.random() < 0.6
    return replace(
        statement,
        parent=statement.parent if keep else draw.choice(parents),
        source=tuple(_shift(s, draw, 8) for s in statement.source if draw.random() < 0.8),
        cue=tuple(_shift(s, draw, 8) for s in statement.cue if draw.random() < 0.8),
        content=tuple(_shift(s, draw, 30) for s in statement.content),
        quotation=statement.quotation if keep else draw.choice([*Quotation]),
        speaker=party(statement.speaker),
        addressee=party(statement.addressee),
        about=party(statement.about),
        relay=tuple(Relay(actor=a, span=Span(0, 1)) for a in party(()) if draw.random() < 0.5),
        act=statement.act if keep else draw.choice([*Act]),
        said=statement.said if keep else draw.choice([None, _date("2014-03"), _date("2013-11-05")]),
    )


def _spoil_event(
    event: Event, renamed: Mapping[ActorId, ActorId], pool: Sequence[ActorId], draw: random.Random
) -> Event:
    keep = draw.random() < 0.6
    return replace(
        event,
        event_type=event.event_type if keep else draw.choice([*EventType]),
        actor=tuple(renamed.get(i, i) for i in event.actor) if keep else (draw.choice(pool),),
        span=_shift(event.span, draw, 25),
        asserted_by=event.asserted_by if draw.random() < 0.7 else None,
    )


def _spoil_links(
    record: ArticleRecord, every: Sequence[StatementId], draw: random.Random
) -> list[Link]:
    own = [s.id for s in record.statements]
    out = [x for x in record.links if draw.random() < 0.7]
    for known in [*out]:
        if draw.random() < 0.2:
            out.append(link(StatementId(known.answered), known.answer, Relation.SUPPORTS))
    for _ in range(6):
        out.append(link(draw.choice(own), draw.choice(own), draw.choice([*Relation])))
        out.append(link(draw.choice(own), draw.choice(every), draw.choice([*Relation])))
    out.append(link(StatementId("nowhere"), draw.choice(own), Relation.DENIES))
    return out


def _shift(span: Span, draw: random.Random, most: int) -> Span:
    if draw.random() < 0.4:
        return span
    start = max(0, span.start + draw.randint(-most, most))
    return Span(start, max(start + 1, span.end + draw.randint(-most, most)))


def _somewhere(text: str, draw: random.Random) -> Span:
    start = draw.randrange(max(1, len(text) - 60))
    return Span(start, min(len(text), start + draw.randint(10, 60)))


# A set of two articles, made up here, with one of everything that is scored.
_FIRST = (
    "Ardal accuses Bevia\n\n"
    "Ardal’s foreign ministry said on Monday that Bevia had cut the cable.\n"
    "“We did nothing,” Bevian minister Ena Kos told Radio Lum. “They know it.”\n"
    "The ministry claims that Kos said Bevia would pay.\n"
    "Kos declined to comment on the fleet.\n"
    "READ MORE: Kos says nothing\n"
)
_SECOND = "Bevia will not pay, Kos said on 4 May 2019. Ardal’s navy shelled the port.\n"
TEXTS = {"first": _FIRST, "second": _SECOND}


@pytest.fixture
def mini_gold(tmp_path: Path) -> Path:
    """A folder with the gold of two made-up articles; `mini_texts` has their texts."""
    folder = tmp_path / "gold"
    folder.mkdir()
    files = {
        "first.json": _first_gold(),
        "second.json": _second_gold(),
        "actors.json": {"actors": _mini_actors()},
        "cross.json": {
            "threads": [
                {"from": "second-s01", "to": "first-s04", "relation": "contradicts"},
            ]
        },
    }
    for name, value in files.items():
        (folder / name).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.fixture
def mini_texts() -> dict[str, str]:
    """The texts of `mini_gold` by id."""
    return dict(TEXTS)


def _at(text: str, words: str, nth: int = 0) -> list[int]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return [start, start + len(words)]


def _gold_file(name: str, **lists: list[dict[str, Any]]) -> dict[str, Any]:
    text = TEXTS[name]
    return {
        "id": name,
        "chars": len(text),
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "article": {"title": "", "title_span": None, "furniture_spans": []},
        "statements": [],
        "events": [],
        "threads": [],
        "traps": [],
    } | lists


def _said(
    name: str, number: int, speaker: str | None, cue: str, content: str, **more: object
) -> dict[str, Any]:
    text = TEXTS[name]
    return {
        "id": f"{name}-s{number:02}",
        "parent": None,
        "speaker": speaker,
        "source_span": None,
        "source_text": None,
        "cue_span": _at(text, cue),
        "cue_text": cue,
        "content_spans": [_at(text, content)],
        "content_text": content,
        "mode": "indirect",
        "act": "ASSERT",
        "plover": None,
        "targets": [],
        "date": None,
        "date_basis": None,
        "tier": 1,
        "zone": "body",
    } | more


def _first_gold() -> dict[str, Any]:
    quoted = {"mode": "direct", "quote_group": "q1", "act": "DENY/REJECT", "plover": "REJECT"}
    statements = [
        _said(
            "first", 1, "gov:ardal-mfa", "said on Monday", "Bevia had cut the cable",
            act="ACCUSE", plover="ACCUSE", targets=["state:bev"], date_basis="Monday stays open",
            source_span=_at(_FIRST, "Ardal’s foreign ministry"),
            source_text="Ardal’s foreign ministry",
        ),
        _said(
            "first", 2, "per:ena-kos", "told", "We did nothing", addressee=["media:lum"],
            targets=["state:ard"], target_inferred=True, relayed_by=["media:lum"], **quoted,
        ),
        _said("first", 3, "per:ena-kos", "told", "They know it", about=["state:ard"], **quoted),
        _said(
            "first", 4, "gov:ardal-mfa", "claims", "Kos said Bevia would pay",
            act_alt=["ACCUSE"],
        ),
        _said(
            "first", 5, "per:ena-kos", "said Bevia", "Bevia would pay", parent="first-s04",
            act="AGREE", plover="AGREE", tier=2,
        ),
    ]  # fmt: skip
    answers = {"relation": "denies", "explicit": True}
    answers |= {"evidence_span": None, "evidence_text": None}
    return _gold_file(
        "first",
        actors=[
            _seen("first", "gov:ardal-mfa", "Ardal’s foreign ministry", "foreign ministry"),
            _seen("first", "state:bev", "Bevia", "Bevia"),
            _seen("first", "per:ena-kos", "Bevian minister Ena Kos", "Ena Kos"),
        ],
        statements=statements,
        threads=[{"from": "first-s02", "to": "first-s01", **answers}],
        events=[
            {
                "id": "first-e01",
                "type": "ASSAULT",
                "type_alt": ["COERCE"],
                "source": ["state:bev"],
                "target": ["state:ard"],
                "span": _at(_FIRST, "Bevia had cut the cable"),
                "text": "Bevia had cut the cable",
                "asserted_by": "first-s01",
            }
        ],
        traps=[
            {
                "kind": "negated-speech",
                "span": _at(_FIRST, "Kos declined to comment on the fleet"),
                "text": "Kos declined to comment on the fleet",
                "would_be_speaker": "per:ena-kos",
            }
        ],
    ) | {
        "article": {
            "title": "Ardal accuses Bevia",
            "title_span": _at(_FIRST, "Ardal accuses Bevia"),
            "furniture_spans": [_at(_FIRST, "READ MORE: Kos says nothing")],
        }
    }


def _second_gold() -> dict[str, Any]:
    return _gold_file(
        "second",
        actors=[_seen("second", "per:ena-kos", "Kos", "Kos")],
        statements=[
            _said(
                "second", 1, "per:ena-kos", "said", "Bevia will not pay", date="2019-05-04",
                date_basis="said on 4 May 2019", act="DENY/REJECT", plover="REJECT",
            )
        ],
        events=[
            {
                "id": "second-e01",
                "type": "ASSAULT",
                "source": ["mil:ardal-navy"],
                "target": [],
                "span": _at(_SECOND, "Ardal’s navy shelled the port"),
                "text": "Ardal’s navy shelled the port",
                "asserted_by": "outlet",
            }
        ],
    )  # fmt: skip


def _seen(name: str, actor: str, words: str, core: str) -> dict[str, Any]:
    start, end = _at(TEXTS[name], words)
    inner = TEXTS[name].index(core, start)
    return {
        "id": actor,
        "mentions": [[start, end]],
        "mention_texts": [words],
        "cores": [[inner, inner + len(core)]],
        "pronouns": [],
    }


def _mini_actors() -> list[dict[str, Any]]:
    rows = [
        ("gov:ardal-mfa", "Foreign ministry of Ardal", "ARD", ["Ardal’s foreign ministry"]),
        ("state:ard", "Ardal", "ARD", []),
        ("state:bev", "Bevia", "BEV", []),
        ("per:ena-kos", "Ena Kos", "BEV", ["Kos", "Bevian minister Ena Kos"]),
        ("media:lum", "Radio Lum", "BEV", []),
        ("mil:ardal-navy", "Navy of Ardal", "ARD", ["Ardal’s navy"]),
    ]
    return [
        {
            "id": id_,
            "name": name,
            "country": country,
            "aliases": [name, *aliases],
            "by_article": {"first": ["the ministry"] if id_ == "gov:ardal-mfa" else [name]},
        }
        for id_, name, country, aliases in rows
    ]
