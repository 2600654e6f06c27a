from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.unit.ledger.ledger_samples import day, link, quarrel

from rejoinder.errors import RecordError
from rejoinder.ledger.verify import verify_record
from rejoinder.model.article import Zone, ZoneKind, article_id
from rejoinder.model.event import event_id
from rejoinder.model.ids import ActorId, LinkId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Relay, Statement, statement_id

GOOD = quarrel()
END = len(GOOD.article.text)
PAST = Span(END - 1, END + 1)
SHOWN = rf"\[{END - 1}, {END + 1}\)"
FIRST = GOOD.statements[0]


def broken_span(start: int, end: int) -> Span:
    """Return a span that its class would refuse, as a faulty stage might smuggle one in."""
    span = Span(0, 1)
    object.__setattr__(span, "start", start)
    object.__setattr__(span, "end", end)
    return span


def with_article(**changes: object) -> ArticleRecord:
    return replace(GOOD, article=replace(GOOD.article, **changes))  # type: ignore[arg-type]


def with_text(text: str) -> ArticleRecord:
    id_ = article_id(GOOD.article.ref, None, text)
    return ArticleRecord(article=replace(GOOD.article, id=id_, text=text, zones=()))


def with_first(**changes: object) -> ArticleRecord:
    changed: Statement = replace(FIRST, **changes)  # type: ignore[arg-type]
    return replace(GOOD, statements=(changed, *GOOD.statements[1:]))


def with_event(**changes: object) -> ArticleRecord:
    return replace(GOOD, events=(replace(GOOD.events[0], **changes),))  # type: ignore[arg-type]


def with_link(**changes: object) -> ArticleRecord:
    return replace(GOOD, links=(replace(GOOD.links[0], **changes),))  # type: ignore[arg-type]


def with_mention(span: Span) -> ArticleRecord:
    actor = GOOD.actors[0]
    moved = replace(actor, mentions=(replace(actor.mentions[0], span=span),))
    return replace(GOOD, actors=(moved, *GOOD.actors[1:]))


def content(*spans: Span) -> ArticleRecord:
    return with_first(content=spans, id=statement_id(GOOD.article.id, spans))


def zones(*spans: Span) -> ArticleRecord:
    return with_article(zones=tuple(Zone(kind=ZoneKind.BODY, span=span) for span in spans))


def circle() -> ArticleRecord:
    outer, inner, third = GOOD.statements
    return replace(GOOD, statements=(replace(outer, parent=inner.id), inner, third))


CASES: dict[str, tuple[Callable[[], ArticleRecord], str]] = {
    "zone past the end": (lambda: zones(PAST), f"zone body: {SHOWN}"),
    "zones overlap": (lambda: zones(Span(0, 9), Span(8, 12)), r"zone body: \[8, 12\) begins"),
    "zones unsorted": (lambda: zones(Span(9, 12), Span(0, 3)), r"\[0, 3\) begins before"),
    "published past the end": (
        lambda: with_article(published=day("2024-01-01", PAST)),
        f"publication date: {SHOWN}",
    ),
    "article id of another text": (lambda: with_article(url="u"), "id: should be 'a-"),
    "NUL in the text": (lambda: with_text("a\0b"), r"text: holds '\\x00' at 1"),
    "half a character": (lambda: with_text("a\ud800b"), r"text: holds '\\ud800' at 1"),
    "NUL in an actor's name": (
        lambda: replace(GOOD, actors=(replace(GOOD.actors[0], name="\0"), *GOOD.actors[1:])),
        r"actor 'per:ilir-ost': holds",
    ),
    "mention past the end": (
        lambda: with_mention(PAST),
        f"mention of actor 'per:ilir-ost': {SHOWN}",
    ),
    "negative span": (lambda: with_mention(broken_span(-1, 3)), r"\[-1, 3\)"),
    "reversed span": (lambda: with_mention(broken_span(5, 3)), r"\[5, 3\)"),
    "actor twice": (lambda: replace(GOOD, actors=GOOD.actors * 2), "actor per:ilir-ost: occurs"),
    "content past the end": (lambda: content(PAST), f"content: {SHOWN}"),
    "no content": (lambda: with_first(content=()), f"statement {FIRST.id}: has no content"),
    "source past the end": (lambda: with_first(source=(PAST,)), f"source: {SHOWN}"),
    "cue past the end": (lambda: with_first(cue=(PAST,)), f"statement {FIRST.id}: cue: {SHOWN}"),
    "said past the end": (lambda: with_first(said=day("2024-01-01", PAST)), f"date: {SHOWN}"),
    "relay past the end": (
        lambda: with_first(relay=(Relay(actor=None, span=PAST),)),
        f"relay: {SHOWN}",
    ),
    "unknown carrier": (
        lambda: with_first(relay=(Relay(actor=ActorId("per:x"), span=Span(0, 1)),)),
        "names 'per:x', not an actor",
    ),
    "unknown speaker": (lambda: with_first(speaker=("per:x",)), "names 'per:x'"),
    "unknown addressee": (lambda: with_first(addressee=("per:x",)), "names 'per:x'"),
    "unknown about": (lambda: with_first(about=("per:x",)), "names 'per:x'"),
    "score above one": (lambda: with_first(score=1.01), "score 1.01"),
    "score no number": (lambda: with_first(score=float("nan")), "score nan"),
    "statement twice": (
        lambda: replace(GOOD, statements=(*GOOD.statements, FIRST)),
        f"statement {FIRST.id}: occurs twice",
    ),
    "id of other content": (lambda: with_first(content=(Span(0, 4),)), "should have the id 's-"),
    "of another article": (lambda: with_first(article_id="a-1"), f"statement {FIRST.id}"),
    "parent nowhere": (lambda: with_first(parent=StatementId("s-1")), "'s-1' is not a statement"),
    "parent itself": (lambda: with_first(parent=FIRST.id), "nested within itself"),
    "parents in a circle": (circle, "nested within itself"),
    "event past the end": (
        lambda: with_event(
            span=PAST, id=event_id(GOOD.article.id, GOOD.events[0].event_type, PAST)
        ),
        f"event e-.*: {SHOWN}",
    ),
    "event date past the end": (lambda: with_event(date=day("2024-01-01", PAST)), SHOWN),
    "event id": (lambda: with_event(id="e-1"), "event e-1: should have the id"),
    "event of an unknown actor": (lambda: with_event(recipient=("per:x",)), "names 'per:x'"),
    "event asserted by nobody": (lambda: with_event(asserted_by="s-1"), "asserted by 's-1'"),
    "event score": (lambda: with_event(score=-0.1), "score -0.1"),
    "link id": (lambda: with_link(id=LinkId("l-1")), "link l-1: its id should be"),
    "link evidence past the end": (lambda: with_link(evidence=PAST), f"evidence {SHOWN}"),
    "link score": (lambda: with_link(score=2.0), "score 2.0"),
    "link to itself": (
        lambda: replace(GOOD, links=(link(FIRST.id, FIRST.id, Relation.REPEATS),)),
        "cannot answer itself",
    ),
    "link from elsewhere": (
        lambda: replace(GOOD, links=(link(StatementId("s-1"), FIRST.id, Relation.REPEATS),)),
        "answers from statement 's-1'",
    ),
    "link twice": (lambda: replace(GOOD, links=GOOD.links * 2), "link l-.* occurs twice"),
}


@pytest.mark.parametrize(("make", "message"), CASES.values(), ids=CASES.keys())
def test_refuses_and_names_article_record_and_value(
    make: Callable[[], ArticleRecord], message: str
) -> None:
    with pytest.raises(RecordError, match=message) as refused:
        verify_record(make())
    assert "'001'" in str(refused.value)


def test_accepts_what_stands_on_its_text() -> None:
    verify_record(GOOD)


def test_accepts_a_span_that_ends_with_the_text() -> None:
    whole = (Span(0, END),)
    statement = replace(FIRST, content=whole, id=statement_id(GOOD.article.id, whole))
    verify_record(replace(GOOD, statements=(statement,), events=(), links=()))
