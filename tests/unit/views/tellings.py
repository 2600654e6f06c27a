"""Articles made of what parties say and do, all invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.unit.ledger.ledger_samples import NOW, day, fresh, makers

from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.write import append
from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.article import Article, article_id
from rejoinder.model.event import Event, EventType, Modality, event_id
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation, Statement, statement_id
from rejoinder.pipeline.reconcile import Reconciliation

__all__ = ["PARTIES", "Deed", "Word", "filled", "telling"]

PARTIES = {
    "Tarn": ("state:TAR", ActorKind.STATE, "TAR", None),
    "Vest": ("state:VES", ActorKind.STATE, "VES", None),
    "Ilir Ost": ("per:ilir-ost", ActorKind.PERSON, "TAR", "GOV"),
    "Mara Venn": ("per:mara-venn", ActorKind.PERSON, "VES", "CVL"),
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
    id_ = article_id(ref, None, text)
    statements: list[Statement] = []
    events: list[Event] = []
    start = 0
    for each, sentence in zip(told, sentences, strict=True):
        if isinstance(each, Word):
            parent = statements[-1] if each.inside else None
            statements.append(_statement(each, sentence, start, id_, parent))
        else:
            by = statements[-1].id if each.claimed else None
            span = Span(start, start + len(sentence) - 1)
            events.append(_event(each, span, id_, by))
        start += len(sentence) + 1
    article = Article(
        id=id_,
        ref=ref,
        url=None,
        publisher=publisher,
        title=None,
        language="en",
        published=day(published) if published else None,
        retrieved=None,
        text=text,
        zones=(),
    )
    return ArticleRecord(
        article=article,
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
    word: Word, sentence: str, start: int, article: str, parent: Statement | None
) -> Statement:
    place = start + sentence.index(word.content)
    content = (Span(place, place + len(word.content)),)
    cue = start + len(word.who) + 1
    return Statement(
        id=statement_id(article, content),  # type: ignore[arg-type]
        article_id=article,  # type: ignore[arg-type]
        parent=parent.id if parent else None,
        source=(Span(start, start + len(word.who)),),
        cue=(Span(cue, cue + len(word.cue)),),
        content=content,
        quotation=Quotation.INDIRECT,
        speaker=(_id(word.who),),
        addressee=(),
        about=(_id(word.about),) if word.about else (),
        relay=(),
        act=word.act,
        said=day(word.said) if word.said else None,
        score=1.0,
    )


def _event(deed: Deed, span: Span, article: str, by: str | None) -> Event:
    return Event(
        id=event_id(article, deed.kind, span),  # type: ignore[arg-type]
        article_id=article,  # type: ignore[arg-type]
        event_type=deed.kind,
        mode=deed.mode,
        context=(),
        actor=(_id(deed.who),),
        recipient=(_id(deed.whom),),
        span=span,
        date=day(deed.date) if deed.date else None,
        asserted_by=by,  # type: ignore[arg-type]
        modality=deed.modality,
        score=1.0,
    )


def _id(name: str) -> ActorId:
    return ActorId(PARTIES[name][0])


def _actor(name: str, text: str) -> Actor:
    id_, kind, country, sector = PARTIES[name]
    place = text.index(name)
    return Actor(
        id=ActorId(id_),
        name=name,
        aliases=(),
        kind=kind,
        country=country,
        sector=sector,
        role=None,
        mentions=(Mention(span=Span(place, place + len(name)), kind=MentionKind.NAME),),
    )
