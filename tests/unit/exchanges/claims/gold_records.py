"""The gold of the samples as records: what claims are made of where nothing was misread."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.articles import article, on_day
from tests.records import actor, event, link, statement

from rejoinder.model.actor import Actor
from rejoinder.model.article import Zone, ZoneKind
from rejoinder.model.date import DateInterval
from rejoinder.model.event import Event, EventType, Modality
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation, Statement

__all__ = ["gold_claims", "gold_contested", "gold_records"]

_ACTS = {
    "DENY/REJECT": Act.DENY,
    "DEMAND/REQUEST": Act.DEMAND,
    "THREATEN/WARN": Act.WARN,
    "PRAISE/SUPPORT": Act.SUPPORT,
    "EXPRESS-INTENT": Act.INTEND,
    "CONSULT": Act.ASSERT,
}
_RELATIONS = {"responds_to": "answers", "counter_accuses": "counters", "rejects_demand": "refuses"}
_OPPOSING = {"denies", "contradicts", "rejects_demand"}


def gold_records(folder: Path) -> list[ArticleRecord]:
    """Return the gold of a folder as records, links across articles with their answers."""
    texts = {
        row["id"]: row["text"]
        for row in map(json.loads, (folder / "texts.jsonl").read_text("utf-8").splitlines())
    }
    cast = {row["id"]: row for row in _read(folder / "actors.json")["actors"]}
    cross = _read(folder / "cross.json")["threads"]
    return [_record(gold, texts[gold["id"]], cast, cross) for gold in _articles(folder)]


def gold_contested(folder: Path) -> set[str]:
    """Return the statements that the gold has contested.

    Those that another party denies, contradicts or turns down, and those that the list of contested
    claims, made by hand over all articles, has on the side that asserts.
    """
    speakers: dict[str, set[str]] = {}
    threads = list(_read(folder / "cross.json")["threads"])
    for gold in _articles(folder):
        threads += gold["threads"]
        speakers.update({row["id"]: set(_many(row["speaker"])) for row in gold["statements"]})
    linked = {
        thread["to"]
        for thread in threads
        if thread["relation"] in _OPPOSING
        and thread["to"] in speakers
        and speakers[thread["to"]].isdisjoint(speakers[thread["from"]])
    }
    return linked | {one for claim in gold_claims(folder) for one in claim[0]}


def gold_claims(folder: Path) -> list[tuple[set[str], set[str]]]:
    """Return the contested claims of the list made by hand: who asserts, who denies."""
    rows = _read(folder.parent / "exchanges.json")["contested"]
    return [(set(row["asserted"]), set(row["denied"])) for row in rows]


def _articles(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.json")):
        if path.name not in {"actors.json", "cross.json"}:
            yield _read(path)


def _read(path: Path) -> Any:  # noqa: ANN401 - what JSON holds
    return json.loads(path.read_text("utf-8"))


def _many(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _record(
    gold: dict[str, Any], text: str, cast: dict[str, Any], cross: list[dict[str, Any]]
) -> ArticleRecord:
    own = {row["id"] for row in gold["statements"]}
    ident, told = ArticleId(gold["id"]), gold["article"]
    title = told.get("title_span")
    plain = article(
        text,
        ident,
        publisher=told["outlet"],
        title=told["title"],
        published=_day(told["published"]),
        zones=[Zone(kind=ZoneKind.TITLE, span=Span(*title))] if title else [],
    )
    return ArticleRecord(
        article=replace(plain, id=ident),
        actors=tuple(_actor(row, cast[row["id"]]) for row in gold["actors"] if row["id"] in cast),
        statements=tuple(_statement(row, ident) for row in gold["statements"]),
        events=tuple(_event(row, ident, own) for row in gold["events"]),
        links=tuple(_link(row) for row in (*gold["threads"], *cross) if row["from"] in own),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and len(text) >= len("2023-01-01") else None


def _interval(text: str | None) -> DateInterval | None:
    day = _day(text)
    return on_day(day) if day else None


def _actor(row: dict[str, Any], known: dict[str, Any]) -> Actor:
    return actor(
        _actor_id(row["id"]),
        known["name"],
        country=known["country"],
        sector=row.get("sector"),
        named_at=(Span(*at) for at in row["mentions"]),
    )


def _actor_id(ident: str) -> ActorId:
    kind, name = ident.split(":", 1)
    return ActorId(f"{kind}:{name.upper()}" if kind == "state" else ident)


def _ids(value: str | list[str] | None) -> tuple[ActorId, ...]:
    return tuple(_actor_id(one) for one in _many(value))


def _statement(row: dict[str, Any], article: ArticleId) -> Statement:
    speaker = _ids(row["speaker"])
    about = dict.fromkeys((*_ids(row["targets"]), *_ids(row["about"])))
    return statement(
        article,
        tuple(Span(*each) for each in row["content_spans"]),
        _ACTS.get(row["act"]) or Act(row["act"].lower()),
        id_=row["id"],
        parent=row["parent"],
        source=(Span(*row["source_span"]),) if row["source_span"] else (),
        cue=(Span(*row["cue_span"]),) if row["cue_span"] else (),
        quotation=Quotation(row["mode"]),
        speaker=speaker,
        addressee=_ids(row["addressee"]),
        about=(each for each in about if each not in speaker),
        said=_interval(row["date"]),
    )


def _event(row: dict[str, Any], article: ArticleId, own: set[str]) -> Event:
    return event(
        article,
        EventType(row["type"]),
        Span(*row["span"]),
        id_=row["id"],
        mode=(row["mode"],) if row["mode"] else (),
        actor=_ids(row["source"]),
        recipient=_ids(row["target"]),
        date=_interval(row["date"]),
        asserted_by=row["asserted_by"] if row["asserted_by"] in own else None,
        modality=Modality.ALLEGED,
    )


def _link(row: dict[str, Any]) -> Link:
    relation = Relation(_RELATIONS.get(row["relation"], row["relation"]))
    answer, answered = StatementId(row["from"]), StatementId(row["to"])
    # Whoever made the gold drew the link.
    return replace(link(answer, answered, relation, explicit=row["explicit"]), drawn=True)
