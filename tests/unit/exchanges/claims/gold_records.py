"""The gold of the samples as records: what claims are made of where nothing was misread."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.article import Article, ZoneKind
from rejoinder.model.article import Zone as ArticleZone
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import Event, EventType, Modality
from rejoinder.model.ids import ActorId, ArticleId, EventId, StatementId
from rejoinder.model.link import Link, Relation, link_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation, Statement

__all__ = ["gold_claims", "gold_contested", "gold_records"]

_KINDS = {"gov": "government-body", "mil": "armed-force", "grp": "group", "per": "person"}
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
    ident = ArticleId(gold["id"])
    title = gold["article"].get("title_span")
    return ArticleRecord(
        article=Article(
            id=ident,
            ref=gold["id"],
            url=None,
            publisher=gold["article"]["outlet"],
            title=gold["article"]["title"],
            language="en",
            published=_day(gold["article"]["published"]),
            retrieved=None,
            text=text,
            zones=(ArticleZone(kind=ZoneKind.TITLE, span=Span(*title)),) if title else (),
        ),
        actors=tuple(_actor(row, cast[row["id"]]) for row in gold["actors"] if row["id"] in cast),
        statements=tuple(_statement(row, ident) for row in gold["statements"]),
        events=tuple(_event(row, ident, own) for row in gold["events"]),
        links=tuple(_link(row) for row in (*gold["threads"], *cross) if row["from"] in own),
    )


def _day(text: str | None) -> DateInterval | None:
    if text is None or len(text) < len("2023-01-01"):
        return None
    day = date.fromisoformat(text)
    return DateInterval(start=day, end=day, precision=Precision.DAY)


def _actor(row: dict[str, Any], known: dict[str, Any]) -> Actor:
    kind = row["id"].split(":")[0]
    return Actor(
        id=_actor_id(row["id"]),
        name=known["name"],
        aliases=(),
        kind=ActorKind(_KINDS.get(kind, kind if kind in set(ActorKind) else "group")),
        country=known["country"],
        sector=row.get("sector"),
        role=None,
        mentions=tuple(Mention(span=Span(*at), kind=MentionKind.NAME) for at in row["mentions"]),
    )


def _actor_id(ident: str) -> ActorId:
    kind, name = ident.split(":", 1)
    return ActorId(f"{kind}:{name.upper()}" if kind == "state" else ident)


def _ids(value: str | list[str] | None) -> tuple[ActorId, ...]:
    return tuple(_actor_id(one) for one in _many(value))


def _statement(row: dict[str, Any], article: ArticleId) -> Statement:
    speaker = _ids(row["speaker"])
    about = dict.fromkeys((*_ids(row["targets"]), *_ids(row["about"])))
    return Statement(
        id=StatementId(row["id"]),
        article_id=article,
        parent=StatementId(row["parent"]) if row["parent"] else None,
        source=(Span(*row["source_span"]),) if row["source_span"] else (),
        cue=(Span(*row["cue_span"]),) if row["cue_span"] else (),
        content=tuple(Span(*each) for each in row["content_spans"]),
        quotation=Quotation(row["mode"]),
        speaker=speaker,
        addressee=_ids(row["addressee"]),
        about=tuple(each for each in about if each not in speaker),
        relay=(),
        act=_ACTS.get(row["act"]) or Act(row["act"].lower()),
        said=_day(row["date"]),
        score=1.0,
    )


def _event(row: dict[str, Any], article: ArticleId, own: set[str]) -> Event:
    return Event(
        id=EventId(row["id"]),
        article_id=article,
        event_type=EventType(row["type"]),
        mode=(row["mode"],) if row["mode"] else (),
        context=(),
        actor=_ids(row["source"]),
        recipient=_ids(row["target"]),
        span=Span(*row["span"]),
        date=_day(row["date"]),
        asserted_by=StatementId(row["asserted_by"]) if row["asserted_by"] in own else None,
        modality=Modality.ALLEGED,
        score=1.0,
    )


def _link(row: dict[str, Any]) -> Link:
    relation = Relation(_RELATIONS.get(row["relation"], row["relation"]))
    answer, answered = StatementId(row["from"]), StatementId(row["to"])
    return Link(
        id=link_id(answer, answered, relation),
        answer=answer,
        answered=answered,
        relation=relation,
        explicit=row["explicit"],
        evidence=None,
        score=1.0,
    )
