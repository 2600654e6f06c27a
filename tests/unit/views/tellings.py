"""Articles made of what parties say and do, all invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.articles import article
from tests.records import actor, event, statement
from tests.unit.ledger.ledger_samples import NOW, day, find, fresh, makers

from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.write import append
from rejoinder.model.actor import Actor
from rejoinder.model.event import Event, EventType, Modality
from rejoinder.model.ids import ArticleId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Statement
from rejoinder.pipeline.reconcile import Reconciliation

__all__ = ["PARTIES", "Deed", "Word", "filled", "telling"]

PARTIES = {
    "Tarn": ("state:TAR", "TAR", None),
    "Vest": ("state:VES", "VES", None),
    "Ilir Ost": ("per:ilir-ost", "TAR", "GOV"),
    "Mara Venn": ("per:mara-venn", "VES", "CVL"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Somebody says something; ``inside``: the speaker of the word before it says that he does."""

    who: str
    act: Act
    cue: str
    content: str
    about: str | None = None
    said: str | None = None
    inside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Somebody does something to somebody; ``claimed``: the last word's speaker says so."""

    who: str
    whom: str
    kind: EventType
    mode: tuple[str, ...] = ()
    date: str | None = None
    claimed: bool = False
    modality: Modality = Modality.ACTUAL


def telling(
    ref: str,
    *told: Word | Deed,
    publisher: str | None = "Lane News",
    published: str | None = "2024-03-07",
    extra: str = "",
) -> ArticleRecord:
    """Return an article in which each word and deed is a sentence."""
    sentences = [_sentence(each) for each in told]
    text = " ".join([*sentences, extra, *PARTIES])
    day_out = date.fromisoformat(published) if published else None
    news = article(text, ref, publisher=publisher, published=day_out)
    statements: list[Statement] = []
    events: list[Event] = []
    start = 0
    for each, sentence in zip(told, sentences, strict=True):
        if isinstance(each, Word):
            parent = statements[-1] if each.inside else None
            statements.append(_statement(each, sentence, start, news.id, parent))
        else:
            by = statements[-1].id if each.claimed else None
            span = Span(start, start + len(sentence) - 1)
            events.append(_event(each, span, news.id, by))
        start += len(sentence) + 1
    return ArticleRecord(
        article=news,
        actors=tuple(_actor(name, text) for name in PARTIES),
        statements=tuple(statements),
        events=tuple(events),
    )


def filled(folder: Path, records: Sequence[ArticleRecord], name: str = "x.sqlite") -> LedgerFile:
    """Return a new ledger to which the records were added one by one."""
    ledger = fresh(folder, name)
    for record in records:
        judge = Reconciliation((record,)).judge
        append(ledger, records=(record,), makers=makers(), now=NOW, actors=judge)
    return ledger


def _sentence(told: Word | Deed) -> str:
    if isinstance(told, Word):
        return f"{told.who} {told.cue} {told.content}."
    return f"{told.who} {told.kind.lower()} {' '.join(told.mode)} {told.whom}."


def _statement(
    word: Word, sentence: str, start: int, article: ArticleId, parent: Statement | None
) -> Statement:
    place = start + sentence.index(word.content)
    content = (Span(place, place + len(word.content)),)
    cue = start + len(word.who) + 1
    return statement(
        article,
        content,
        word.act,
        parent=parent.id if parent else None,
        source=(Span(start, start + len(word.who)),),
        cue=(Span(cue, cue + len(word.cue)),),
        speaker=[_id(word.who)],
        about=[_id(word.about)] if word.about else [],
        said=day(word.said) if word.said else None,
    )


def _event(deed: Deed, span: Span, article: ArticleId, by: str | None) -> Event:
    return event(
        article,
        deed.kind,
        span,
        mode=deed.mode,
        actor=[_id(deed.who)],
        recipient=[_id(deed.whom)],
        date=day(deed.date) if deed.date else None,
        asserted_by=by,
        modality=deed.modality,
    )


def _id(name: str) -> str:
    return PARTIES[name][0]


def _actor(name: str, text: str) -> Actor:
    id_, country, sector = PARTIES[name]
    return actor(id_, name, country=country, sector=sector, named_at=[find(text, name)])
