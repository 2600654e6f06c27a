"""A statement as reviewers see it: its words in their place, and what was decided of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, select

from rejoinder.errors import NotFound
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.review_book import ReviewBook
from rejoinder.ledger.schema import articles, extractions, statement_spans, statements
from rejoinder.ledger.schema_reviews import reviewed_statements
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.review import Decision, Reading, RejectReason, Review, standing_reviews
from rejoinder.model.span import Span, cover, words_of
from rejoinder.views.disputes import names_of
from rejoinder.views.filters import StatementFilter
from rejoinder.views.statements import StatementView, find_statements

__all__ = [
    "Passage",
    "ReviewItem",
    "ReviewedView",
    "review_item",
    "reviewed_in",
    "unfit_reviews",
]

_AROUND = 1200
"""Characters shown before and after a statement at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Whole lines of an article.

    Attributes:
        start: of the first character in the article's text.
    """

    start: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedView:
    """One decision, as people read it.

    Attributes:
        holds: it was not taken back.
        value: what it says, where it says how a part reads: an act, words, names.
    """

    id: str
    statement: StatementId
    decision: Decision
    reviewer: str
    decided: datetime
    reason: RejectReason | None
    relation: Relation | None
    other: StatementId | None
    note: str
    adjudicates: bool
    holds: bool
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """A statement to be reviewed.

    Attributes:
        root: the id that it had before any reviewer changed its words.
        view: as it is shown; None where it is left out.
        state: accepted, corrected, rejected, noted, unfit, or "" where nobody decided.
        passage: the lines in which it stands, and those around.
        source: spans in the article's text.
        history: what was decided of it, the latest first.
    """

    article: ArticleId
    ref: str
    title: str | None
    root: StatementId
    view: StatementView | None
    state: str
    passage: Passage
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    history: tuple[ReviewedView, ...]


def review_item(connection: Connection, statement: str) -> ReviewItem:
    """Return a statement as a reviewer sees it, by either of its ids.

    Raises:
        NotFound: no statement has that id.
    """
    book = ReviewBook(connection=connection)
    known = book.root_of(statement)
    root = known[1] if known else StatementId(statement)
    current = book.shown(known[0]).get(root) if known else root
    row = _shown(connection, current) if current else None
    article = known[0] if known else ArticleId(row["article_id"]) if row else None
    if article is None:
        raise NotFound(f"no statement {statement!r} is shown in this ledger; begin the queue anew")
    of_article = book.of_articles([article]).get(article, [])
    of_root = [each for each in of_article if each.statement == root]
    if row is None and not of_root:
        raise NotFound(f"statement {statement!r} is no longer found in its article; begin anew")
    head = connection.execute(select(articles).where(articles.c.id == article)).mappings().one()
    spans = _spans(connection, row) if row else _of_reading(of_root[-1].reading)
    states = select(reviewed_statements.c.state).where(
        reviewed_statements.c.article_id == article, reviewed_statements.c.root_id == root
    )
    views = find_statements(connection, StatementFilter(ids=(current,))) if current and row else []
    return ReviewItem(
        article=article,
        ref=head["ref"],
        title=row["title"] if row else None,
        root=root,
        view=views[0] if views else None,
        state=connection.execute(states).scalar() or "",
        passage=_passage(head["text"], [*spans["content"], *spans["source"], *spans["cue"]]),
        source=spans["source"],
        cue=spans["cue"],
        content=spans["content"],
        history=tuple(_history(connection, of_root, head["text"])),
    )


def reviewed_in(connection: Connection, article: ArticleId) -> tuple[ReviewItem, ...]:
    """Return the statements of an article that persons rejected, in text order."""
    own = reviewed_statements.c
    query = select(own.root_id).where(own.article_id == article, own.state == "rejected")
    own_roots = connection.execute(query).scalars().all()
    of_article = {each.statement for each in _of_article(connection, article)}
    found = [review_item(connection, root) for root in own_roots if root in of_article]
    return tuple(sorted(found, key=lambda item: cover(item.content)))


def unfit_reviews(connection: Connection, limit: int = 200) -> tuple[ReviewedView, ...]:
    """Return the reviews that no longer fit their article's text, or what is found in it."""
    own = reviewed_statements.c
    query = select(own.root_id).where(own.state == "unfit").order_by(own.root_id).distinct()
    book = ReviewBook(connection=connection)
    found: list[ReviewedView] = []
    for root in connection.execute(query.limit(limit)).scalars().all():
        every = book.of_root(root)
        texts = select(articles.c.text).where(articles.c.id == every[0].article)
        found += _history(connection, every, connection.execute(texts).scalar_one())
    return tuple(each for each in found if each.holds)


def _of_article(connection: Connection, article: ArticleId) -> list[Review]:
    return ReviewBook(connection=connection).of_articles([article]).get(article, [])


def _shown(connection: Connection, statement: str) -> RowMapping | None:
    query = (
        select(statements, extractions.c.article_id, extractions.c.title)
        .join(extractions, extractions.c.id == statements.c.extraction_id)
        .where(is_latest(), statements.c.id == statement)
    )
    return connection.execute(query).mappings().first()


def _spans(connection: Connection, row: RowMapping) -> dict[str, tuple[Span, ...]]:
    own = statement_spans.c
    query = select(statement_spans).where(
        own.extraction_id == row["extraction_id"], own.statement_id == row["id"]
    )
    found: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for each in connection.execute(query.order_by(own.position)):
        found[each.role].append(Span(each.span_start, each.span_end))
    return {role: tuple(spans) for role, spans in found.items()}


def _of_reading(reading: Reading) -> dict[str, tuple[Span, ...]]:
    return {"source": reading.source, "cue": reading.cue, "content": reading.content}


def _passage(text: str, spans: Collection[Span]) -> Passage:
    """Return the lines that hold the spans, with a line of words before and after."""
    whole = cover(spans)
    start = text.rfind("\n", 0, whole.start) + 1
    end = text.find("\n", whole.end)
    end = len(text) if end < 0 else end
    before = text[:start].rstrip()
    after = text[end:]
    start = max(before.rfind("\n") + 1, 0) if before else start
    more = len(after) - len(after.lstrip())
    following = text.find("\n", end + more)
    end = (len(text) if following < 0 else following) if after.strip() else end
    start, end = max(start, whole.start - _AROUND), min(end, whole.end + _AROUND)
    return Passage(start=start, text=text[start:end])


def _history(
    connection: Connection, reviews: Collection[Review], text: str
) -> Iterable[ReviewedView]:
    standing = {each.id for each in standing_reviews(reviews)}
    people = {
        each
        for said in reviews
        for part in (said.reading.speaker, said.reading.addressee, said.reading.about)
        for each in part
    }
    names = names_of(connection, people)
    for said in reversed(list(reviews)):
        yield ReviewedView(
            id=said.id,
            statement=said.statement,
            decision=said.decision,
            reviewer=said.reviewer,
            decided=said.decided,
            reason=said.reason,
            relation=said.relation,
            other=said.other,
            note=said.note,
            adjudicates=said.adjudicates,
            holds=said.id in standing,
            value=_value(said, names, text),
        )


def _value(said: Review, names: Mapping[ActorId, str], text: str) -> str:
    reading = said.reading
    cast = {
        Decision.SPEAKER: reading.speaker,
        Decision.ADDRESSEE: reading.addressee,
        Decision.ABOUT: reading.about,
    }
    if said.decision in cast:
        return ", ".join(names[each] for each in cast[said.decision])
    if said.decision is Decision.ACT:
        return reading.act.value
    return words_of(reading.content, text) if said.decision is Decision.SPANS else ""
