"""Which statements a person asks for, as conditions of a query."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, false, func, or_, select, tuple_

from rejoinder.ledger.folding import fold
from rejoinder.ledger.fts import match_expression, matching_statements
from rejoinder.ledger.schema import actors, articles, extractions, statement_actors, statements
from rejoinder.model.statement import Act

__all__ = ["StatementFilter", "named", "statement_conditions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter:
    """Which statements to show; what is None does not count, the rest must all hold.

    Attributes:
        speaker: an actor id, or part of a name, alias or role; case and accents do not count.
        about: the same for whom it is about.
        publisher: part of the publisher's name; case and accents do not count.
        since: said on that day or later, as far as the date is known; where the text gives no
            date, the article's counts; statements without either are left out.
        until: the same for that day or earlier.
        text: words, "phrases" and beginnings* that the content holds, see
            `rejoinder.ledger.fts.match_expression`; what holds no word matches nothing.
        article: an article's id or ref.
        limit: at most so many.
    """

    speaker: str | None = None
    about: str | None = None
    act: Act | None = None
    publisher: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None
    article: str | None = None
    limit: int | None = None


def statement_conditions(wanted: StatementFilter) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on statements joined with extractions and articles."""
    if wanted.speaker is not None:
        yield _takes_part("speaker", wanted.speaker)
    if wanted.about is not None:
        yield _takes_part("about", wanted.about)
    if wanted.act is not None:
        yield statements.c.act == wanted.act.value
    if wanted.since is not None:
        yield func.coalesce(statements.c.said_end, extractions.c.published_end) >= wanted.since
    if wanted.until is not None:
        yield func.coalesce(statements.c.said_start, extractions.c.published_start) <= wanted.until
    if wanted.text is not None:
        yield _holds(wanted.text)
    if wanted.article is not None:
        yield or_(articles.c.id == wanted.article, articles.c.ref == wanted.article)


def named(name: str) -> ColumnElement[bool]:
    """Return the condition that an actor has that id, or that in its name, aliases or role."""
    folded = fold(name)
    if not folded:
        return actors.c.id == name
    return or_(actors.c.id == name, actors.c.folded.contains(folded, autoescape=True))


def _takes_part(role: str, name: str) -> ColumnElement[bool]:
    """Return the condition that somebody of that name takes that part."""
    cast = statement_actors
    query = (
        select(cast.c.extraction_id, cast.c.statement_id)
        .join(
            actors,
            (actors.c.extraction_id == cast.c.extraction_id) & (actors.c.id == cast.c.actor_id),
        )
        .where(cast.c.role == role, named(name))
    )
    return tuple_(statements.c.extraction_id, statements.c.id).in_(query)


def _holds(words: str) -> ColumnElement[bool]:
    """Return the condition that the content holds the words."""
    expression = match_expression(words)
    if expression is None:
        return false()
    return tuple_(statements.c.extraction_id, statements.c.id).in_(matching_statements(expression))
