"""Which statements a person asks for, as conditions of a query."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, false, func, or_, select, tuple_

from rejoinder.ledger.canonical import canonical_of
from rejoinder.ledger.fts import match_expression, matching_statements
from rejoinder.ledger.lookup import actors_called, actors_with_id, named_in_article
from rejoinder.ledger.schema import actors, articles, extractions, statement_actors, statements
from rejoinder.ledger.schema_identity import identities
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.identity import ref_of_id
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act

__all__ = [
    "StatementFilter",
    "goes_by_one_of",
    "ids_that_lead_to",
    "said_on_days",
    "statement_conditions",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter:
    """Which statements to show; what is None does not count, the rest must all hold.

    Attributes:
        speaker: an actor's id, also one that leads to another; or part of a name or alias that the
            actor has in any article; or part of the role in that one. Case and accents do not
            count.
        about: the same for whom it is about.
        addressee: the same for whom it is addressed to.
        publisher: part of the publisher's name; case and accents do not count.
        since: said on that day or later, as far as the date is known; where the text gives no
            date, the article's counts; statements without either are left out.
        until: the same for that day or earlier.
        text: words, "phrases" and beginnings* that the content holds, see
            `rejoinder.ledger.fts.match_expression`; what holds no word matches nothing.
        article: an article's id or ref.
        ids: only these statements.
        limit: at most so many.
    """

    speaker: str | None = None
    about: str | None = None
    addressee: str | None = None
    act: Act | None = None
    publisher: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None
    article: str | None = None
    ids: Collection[str] | None = None
    limit: int | None = None


def statement_conditions(
    connection: Connection, wanted: StatementFilter
) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on statements joined with extractions and articles."""
    if wanted.speaker is not None:
        yield _takes_part(connection, "speaker", wanted.speaker)
    if wanted.about is not None:
        yield _takes_part(connection, "about", wanted.about)
    if wanted.addressee is not None:
        yield _takes_part(connection, "addressee", wanted.addressee)
    if wanted.act is not None:
        yield statements.c.act == wanted.act.value
    yield from said_on_days(wanted.since, wanted.until)
    if wanted.text is not None:
        yield _holds(wanted.text)
    if wanted.ids is not None:
        yield statements.c.id.in_(wanted_values(wanted.ids))
    if wanted.article is not None:
        yield or_(articles.c.id == wanted.article, articles.c.ref == wanted.article)


def said_on_days(since: date | None, until: date | None) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that a statement may have been said, or else published, on those days.

    They are on statements joined with extractions; what has neither date is left out.
    """
    if since is not None:
        yield func.coalesce(statements.c.said_end, extractions.c.published_end) >= since
    if until is not None:
        yield func.coalesce(statements.c.said_start, extractions.c.published_start) <= until


def goes_by_one_of(
    connection: Connection,
    actor: ColumnElement[str],
    article: ColumnElement[str],
    ids: Collection[ActorId],
) -> ColumnElement[bool]:
    """Return the condition that an actor of an article goes by one of those canonical ids."""
    names = ids_that_lead_to(connection, ids)
    # By all their own ids first, for which there is an index.
    return actor.in_(wanted_values(names)) & canonical_of(actor, article).in_(wanted_values(ids))


def ids_that_lead_to(connection: Connection, ids: Collection[ActorId]) -> set[str]:
    """Return the ids by which articles may show whoever goes by one of those canonical ids."""
    own = identities.c
    member = select(own.actor_id).where(own.canonical_id.in_(wanted_values(ids))).distinct()
    return {*connection.execute(member).scalars(), *(ref_of_id(each).actor for each in ids)}


def _takes_part(connection: Connection, role: str, name: str) -> ColumnElement[bool]:
    """Return the condition that somebody of that name takes that part."""
    cast = statement_actors
    ids = actors_called(connection, name, roles=False)
    is_one = goes_by_one_of(connection, actors.c.id, extractions.c.article_id, ids)
    # By their ids alone, where one is given, because there is an index for them.
    by_id = ":" in name and bool(actors_with_id(connection, name))
    query = (
        select(cast.c.extraction_id, cast.c.statement_id)
        .join(extractions, extractions.c.id == cast.c.extraction_id)
        .join(
            actors,
            (actors.c.extraction_id == cast.c.extraction_id) & (actors.c.id == cast.c.actor_id),
        )
        .where(cast.c.role == role, is_one if by_id else or_(named_in_article(name), is_one))
    )
    return tuple_(statements.c.extraction_id, statements.c.id).in_(query)


def _holds(words: str) -> ColumnElement[bool]:
    """Return the condition that the content holds the words."""
    expression = match_expression(words)
    if expression is None:
        return false()
    return tuple_(statements.c.extraction_id, statements.c.id).in_(matching_statements(expression))
