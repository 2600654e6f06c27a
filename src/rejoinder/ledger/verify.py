"""What must hold of a record before it is written: every record stands on its characters."""

import hashlib
import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from rejoinder.errors import RecordError
from rejoinder.model.article import Article, Original, article_id
from rejoinder.model.event import Event, event_id
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link, link_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement, statement_id

__all__ = ["verify_link", "verify_original", "verify_record"]

_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")


def verify_record(record: ArticleRecord) -> None:
    """Check a record against its text and against itself.

    Raises:
        RecordError: names the article, the part of the record, and the span or the value.
    """
    article = record.article
    _verify_article(article)
    _verify_actors(record)
    actors = {actor.id for actor in record.actors}
    _unique(article, "statement", [statement.id for statement in record.statements])
    for statement in record.statements:
        _verify_statement(article, statement, actors)
    _verify_nesting(record)
    _unique(article, "event", [event.id for event in record.events])
    statements = {statement.id for statement in record.statements}
    for event in record.events:
        _verify_event(article, event, actors, statements)
    _unique(article, "link", [link.id for link in record.links])
    for link in record.links:
        if link.answer not in statements:
            raise _refusal(
                article, f"link {link.id}", f"answers from statement {link.answer!r}, not in it"
            )
        verify_link(link, article.ref, len(article.text))


def verify_original(original: Original) -> None:
    """Check that the bytes are those that the digest names.

    Raises:
        RecordError: they are others.
    """
    digest = hashlib.sha256(original.body).hexdigest()
    if digest != original.digest:
        raise RecordError(
            f"original {original.digest!r}: its bytes have the SHA-256 {digest!r}; read it again"
        )


def verify_link(link: Link, ref: str, length: int) -> None:
    """Check a link by itself, given name and length of the text of the article that answers.

    Raises:
        RecordError: wrong id, a statement that answers itself, evidence outside the text, or score.
    """
    where = f"article {ref!r}: link {link.id}"
    made = link_id(link.answer, link.answered, link.relation)
    if link.id != made:
        raise RecordError(f"{where}: its id should be {made!r}; use link_id()")
    if link.answer == link.answered:
        raise RecordError(
            f"{where}: statement {link.answer!r} cannot answer itself; link two statements"
        )
    if link.evidence is not None and not _lies_in(link.evidence, length):
        raise RecordError(f"{where}: evidence {_outside(link.evidence, length)}")
    if not 0 <= link.score <= 1:
        raise RecordError(f"{where}: score {link.score!r} must be from 0 to 1; mend what scores")


def _verify_article(article: Article) -> None:
    """Check id, characters, zones and date of an article."""
    made = article_id(article.ref, article.url, article.text)
    if article.id != made:
        raise _refusal(article, "id", f"should be {made!r}; use article_id()")
    for name in ("ref", "url", "publisher", "title", "language", "retrieved", "text"):
        _verify_characters(article, name, getattr(article, name))
    for zone in article.zones:
        _inside(article, f"zone {zone.kind.value}", [zone.span])
    for left, right in pairwise(article.zones):
        if right.span.start < left.span.end:
            detail = f"{_shown(right.span)} begins before {_shown(left.span)} of the one before"
            raise _refusal(
                article, f"zone {right.kind.value}", f"{detail} ends; sort zones and cut overlaps"
            )
    if article.published is not None and article.published.span is not None:
        _inside(article, "publication date", [article.published.span])


def _verify_characters(article: Article, name: str, value: str | None) -> None:
    """Refuse characters that a database cannot give back: lone surrogates and NUL."""
    found = _NO_CHARACTER.search(value or "")
    if found is not None:
        raise _refusal(
            article, name, f"holds {found[0]!a} at {found.start()}, no character; mend the input"
        )


def _verify_actors(record: ArticleRecord) -> None:
    """Check ids, names and mentions of the actors."""
    article = record.article
    _unique(article, "actor", [actor.id for actor in record.actors])
    for actor in record.actors:
        for name in (actor.id, actor.name, actor.role, *actor.aliases):
            _verify_characters(article, f"actor {actor.id!a}", name)
        _inside(article, f"mention of actor {actor.id!r}", [m.span for m in actor.mentions])


def _verify_statement(article: Article, statement: Statement, actors: Collection[ActorId]) -> None:
    """Check one statement's id, spans, cast and score."""
    name = f"statement {statement.id}"
    if not statement.content:
        raise _refusal(article, name, "has no content; a statement needs a content span")
    made = statement_id(article.id, statement.content)
    if statement.article_id != article.id or statement.id != made:
        raise _refusal(article, name, f"should have the id {made!r}; use statement_id()")
    for role in ("source", "cue", "content"):
        _inside(article, f"{name}: {role}", getattr(statement, role))
    _inside(article, f"{name}: relay", [relay.span for relay in statement.relay])
    if statement.said is not None and statement.said.span is not None:
        _inside(article, f"{name}: date", [statement.said.span])
    carriers = [relay.actor for relay in statement.relay if relay.actor is not None]
    cast = (*statement.speaker, *statement.addressee, *statement.about, *carriers)
    _known(article, name, cast, actors)
    _verify_score(article, name, statement.score)


def _verify_nesting(record: ArticleRecord) -> None:
    """Check that every parent exists and that no statement lies within itself."""
    parents = {statement.id: statement.parent for statement in record.statements}
    for statement in record.statements:
        seen = {statement.id}
        above = statement.parent
        while above is not None:
            if above not in parents or above in seen:
                why = "nested within itself" if above in seen else "not a statement of the record"
                raise _refusal(
                    record.article, f"statement {statement.id}", f"parent {above!r} is {why}"
                )
            seen.add(above)
            above = parents[above]


def _verify_event(
    article: Article,
    event: Event,
    actors: Collection[ActorId],
    statements: Collection[StatementId],
) -> None:
    """Check one event's id, span, parties and who asserts it."""
    name = f"event {event.id}"
    made = event_id(article.id, event.event_type, event.span)
    if event.article_id != article.id or event.id != made:
        raise _refusal(article, name, f"should have the id {made!r}; use event_id()")
    _inside(article, name, [event.span])
    if event.date is not None and event.date.span is not None:
        _inside(article, f"{name}: date", [event.date.span])
    _known(article, name, (*event.actor, *event.recipient), actors)
    claiming = [one for one in (event.asserted_by, *event.also_asserted_by) if one is not None]
    for one in claiming:
        if one not in statements:
            raise _refusal(article, name, f"asserted by {one!r}, not a statement of the record")
    _verify_score(article, name, event.score)


def _verify_score(article: Article, name: str, score: float) -> None:
    """Check that a score is a number between 0 and 1."""
    if not 0 <= score <= 1:
        raise _refusal(article, name, f"score {score!r} is not between 0 and 1")


def _inside(article: Article, name: str, spans: Iterable[Span]) -> None:
    """Check that spans lie in the article's text."""
    for span in spans:
        if not _lies_in(span, len(article.text)):
            raise _refusal(article, name, _outside(span, len(article.text)))


def _known(
    article: Article, name: str, cast: Iterable[ActorId], actors: Collection[ActorId]
) -> None:
    """Check that everybody named is among the record's actors."""
    for actor in cast:
        if actor not in actors:
            raise _refusal(article, name, f"names {actor!r}, not an actor of the record")


def _unique(article: Article, kind: str, ids: Sequence[str]) -> None:
    """Check that no id occurs twice."""
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise _refusal(article, f"{kind} {each}", "occurs twice in the record; keep one")
        seen.add(each)


def _lies_in(span: Span, length: int) -> bool:
    """Say whether it is a range of a text of that length."""
    return 0 <= span.start < span.end <= length


def _outside(span: Span, length: int) -> str:
    """Say that a span does not lie in a text of that length."""
    return f"{_shown(span)} does not lie in the text's {length} characters; count in Article.text"


def _shown(span: Span) -> str:
    """Return a span as people read it."""
    return f"[{span.start}, {span.end})"


def _refusal(article: Article, name: str, detail: str) -> RecordError:
    """Return the error that names article, record and fault; nothing was written."""
    return RecordError(f"article {article.ref!r} ({article.id}): {name}: {detail}")
