"""Records as gold: the files of a folder that `evaluate` reads and training takes; pure.

Statements and the links between them are what reviewers see and decide, so that is what is written;
events are the machine's and are left out.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from rejoinder.evaluation.crosswalk import gold_act, gold_date, gold_relation, plover_root
from rejoinder.model.actor import Actor, MentionKind
from rejoinder.model.article import Article, ZoneKind
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span, cover
from rejoinder.model.statement import Statement

__all__ = ["gold_files"]

_JOINED = " […] "
_ZONES = {ZoneKind.TITLE: "title", ZoneKind.DECK: "deck", ZoneKind.HEADING: "heading"}
_Values = dict[str, Any]


def gold_files(
    records: Sequence[ArticleRecord], kept: Mapping[ArticleId, Collection[StatementId]]
) -> dict[str, str]:
    """Return the files of a gold set by name.

    Args:
        records: in the ledger's ids and names.
        kept: of each article the statements that persons keep.
    """
    names = _Names(records, kept)
    files = {
        f"{names.article(record.article)}.json": _file(_article(record, names))
        for record in records
    }
    files["actors.json"] = _file({"actors": list(_actors(records, names))})
    across = [_thread(link, names) for record in records for link in names.across(record)]
    files["cross.json"] = _file({"threads": across})
    files["articles.jsonl"] = "".join(_line(_text(record.article, names)) for record in records)
    files["attributions.jsonl"] = "".join(_line(_attributions(r, names)) for r in records)
    return files


class _Names:
    """By which names gold knows articles and statements."""

    def __init__(
        self, records: Sequence[ArticleRecord], kept: Mapping[ArticleId, Collection[StatementId]]
    ) -> None:
        self._kept = {each for ids in kept.values() for each in ids}
        self._articles: dict[str, str] = {}
        self._statements: dict[str, str] = {}
        for record in records:
            plain = re.sub(r"[^\w.-]+", "-", record.article.ref).strip("-.") or "article"
            taken = plain in self._articles.values() or plain in {"actors", "cross"}
            name = f"{plain}-{record.article.id}" if taken else plain
            self._articles[record.article.id] = name
            for n, each in enumerate(self.kept(record), 1):
                self._statements[each.id] = f"{name}-s{n:02d}"

    def kept(self, record: ArticleRecord) -> list[Statement]:
        return [each for each in record.statements if each.id in self._kept]

    def article(self, article: Article) -> str:
        return self._articles[article.id]

    def statement(self, key: str | None) -> str | None:
        return self._statements.get(key or "")

    def within(self, record: ArticleRecord) -> list[Link]:
        here = {each.id for each in self.kept(record)}
        return [each for each in record.links if each.answer in here and each.answered in here]

    def across(self, record: ArticleRecord) -> list[Link]:
        within = {link.id for link in self.within(record)}
        return [
            each
            for each in record.links
            if each.id not in within and {each.answer, each.answered} <= self._statements.keys()
        ]


def _article(record: ArticleRecord, names: _Names) -> _Values:
    article = record.article
    furniture = [z.span for z in article.zones if z.kind is ZoneKind.FURNITURE]
    title = next((z.span for z in article.zones if z.kind is ZoneKind.TITLE), None)
    return {
        "id": names.article(article),
        "file": "articles.jsonl",
        "chars": len(article.text),
        "text_sha256": hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "article": {
            "outlet": article.publisher,
            "title": title.text_of(article.text) if title else article.title,
            "published": gold_date(article.published),
            "title_span": _pair(title) if title else None,
            "furniture_spans": [_pair(span) for span in furniture],
        },
        "actors": [_mentions(actor, article.text) for actor in record.actors],
        "statements": [_statement(each, record, names) for each in names.kept(record)],
        "events": [],
        "threads": [_thread(link, names) for link in names.within(record)],
        "traps": [],
    }


def _mentions(actor: Actor, text: str) -> _Values:
    spans = [mention.span for mention in actor.mentions]
    pronouns = [m.span for m in actor.mentions if m.kind is MentionKind.PRONOUN]
    return {
        **_who(actor),
        "mentions": [_pair(span) for span in spans],
        "mention_texts": [span.text_of(text) for span in spans],
        "cores": [_pair(span) for span in spans],
        "pronouns": [_pair(span) for span in pronouns],
    }


def _who(actor: Actor) -> _Values:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "sector": actor.sector,
    }


def _actors(records: Sequence[ArticleRecord], names: _Names) -> Iterable[_Values]:
    """Yield every actor of the set with all names, and those that hold in one article alone."""
    found: dict[str, _Values] = {}
    for record in records:
        for actor in record.actors:
            one = found.setdefault(actor.id, {**_who(actor), "aliases": [], "by_article": {}})
            called = [actor.name, *actor.aliases]
            named = [m for m in actor.mentions if m.kind is not MentionKind.PRONOUN]
            here = dict.fromkeys([*called, *(m.span.text_of(record.article.text) for m in named)])
            one["aliases"] += [each for each in called if each not in one["aliases"]]
            one["by_article"][names.article(record.article)] = list(here)
    yield from found.values()


def _statement(each: Statement, record: ArticleRecord, names: _Names) -> _Values:
    text = record.article.text
    parents = {one.id: one.parent for one in record.statements}
    above = each.parent
    while above is not None and names.statement(above) is None:
        above = parents.get(above)
    start = cover(each.content).start
    zone = next((z.kind for z in record.article.zones if z.span.start <= start < z.span.end), None)
    called = {actor.id: actor.name for actor in record.actors}
    return {
        "id": names.statement(each.id),
        "speaker": list(each.speaker),
        "speaker_name": ", ".join(called[one] for one in each.speaker) or None,
        **_words("source", each.source, text),
        **_words("cue", each.cue, text),
        "content_spans": [_pair(span) for span in each.content],
        "content_text": _JOINED.join(span.text_of(text) for span in each.content),
        "mode": each.quotation.value,
        "parent": names.statement(above),
        "act": gold_act(each.act),
        "act_alt": [],
        "plover": plover_root(each.act),
        "targets": list(each.about),
        "about": [],
        "addressee": list(each.addressee),
        "relayed_by": [relay.actor for relay in each.relay if relay.actor],
        "date": gold_date(each.said),
        "zone": _ZONES.get(zone, "body") if zone else "body",
        "tier": 1,
    }


def _words(role: str, spans: Sequence[Span], text: str) -> _Values:
    """Return one span for a role, as gold has it: from its first word to its last."""
    whole = cover(spans) if spans else None
    return {
        f"{role}_span": _pair(whole) if whole else None,
        f"{role}_text": whole.text_of(text) if whole else None,
    }


def _thread(link: Link, names: _Names) -> _Values:
    return {
        "from": names.statement(link.answer),
        "to": names.statement(link.answered),
        "relation": gold_relation(link.relation),
        "explicit": link.explicit,
    }


def _text(article: Article, names: _Names) -> _Values:
    return {
        "id": names.article(article),
        "text": article.text,
        "title": article.title,
        "publisher": article.publisher,
        "published": gold_date(article.published),
        "url": article.url,
    }


def _attributions(record: ArticleRecord, names: _Names) -> _Values:
    """Return the statements outside all others, in the form of attribution gold."""
    kept = names.kept(record)
    ids = {each.id for each in kept}
    return {
        **_text(record.article, names),
        "attributions": [
            {
                "id": names.statement(each.id),
                "source": [_pair(span) for span in each.source],
                "cue": [_pair(span) for span in each.cue],
                "content": [_pair(span) for span in each.content],
            }
            for each in kept
            if each.parent not in ids
        ],
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _file(values: _Values) -> str:
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _line(values: _Values) -> str:
    return json.dumps(values, ensure_ascii=False) + "\n"
