"""Queries for what the summary of exchanges is made of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, exists, func, or_, select

from rejoinder.ledger.assemble import link_of
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.latest import is_current_link, is_latest
from rejoinder.ledger.rows import Row
from rejoinder.ledger.schema import events, extractions, links, statements
from rejoinder.ledger.schema_summaries import exchange_links, turns
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link

__all__ = ["Joined", "connected", "links_among", "links_at", "links_from", "turn_rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A link with where it lies.

    Attributes:
        extraction: that of the answer.
        article: that of the answer.
        other: the article of what is answered.
    """

    link: Link
    extraction: str
    article: str
    other: str

    def row(self) -> Row:
        """Return its row in the summary."""
        return {
            "link_id": self.link.id,
            "extraction_id": self.extraction,
            "answer_id": self.link.answer,
            "answered_id": self.link.answered,
            "answer_article_id": self.article,
            "answered_article_id": self.other,
        }


def links_at(connection: Connection, articles: Collection[str]) -> dict[str, Joined]:
    """Return the current links that lead from or to what those articles hold, by id."""
    own = extractions.alias()
    found: dict[str, Joined] = {}
    for few in chunks(sorted(articles)):
        found |= _joined(connection, _current().where(extractions.c.article_id.in_(few)))
        for table in (statements, events):
            held = (
                select(table.c.id)
                .join(own, own.c.id == table.c.extraction_id)
                .where(own.c.article_id.in_(few), is_latest(own))
            )
            found |= _joined(connection, _current().where(links.c.answered_id.in_(held)))
    return found


def links_from(connection: Connection, answers: Collection[str]) -> list[Link]:
    """Return the current links that lead from those statements."""
    found: dict[str, Joined] = {}
    for few in chunks(sorted(answers)):
        held = select(statements.c.extraction_id).where(statements.c.id.in_(few))
        here = _current().where(links.c.extraction_id.in_(held), links.c.answer_id.in_(few))
        found |= _joined(connection, here)
    return [each.link for each in found.values()]


def links_among(connection: Connection, ids: Collection[StatementId]) -> list[Link]:
    """Return the links of the summary that lead from those statements."""
    found: list[Link] = []
    for few in chunks(sorted(ids)):
        query = (
            select(links)
            .join(
                exchange_links,
                (exchange_links.c.extraction_id == links.c.extraction_id)
                & (exchange_links.c.link_id == links.c.id),
            )
            .where(exchange_links.c.answer_id.in_(few))
        )
        found += (link_of(row) for row in connection.execute(query).mappings())
    return found


def connected(connection: Connection, ids: Collection[str]) -> set[StatementId]:
    """Return the statements that links of the summary connect with those directly."""
    own = exchange_links.c
    found: set[StatementId] = set()
    for few in chunks(sorted(ids)):
        forth = (
            select(own.answered_id)
            .join(turns, turns.c.statement_id == own.answered_id)
            .where(own.answer_id.in_(few))
        )
        back = select(own.answer_id).where(own.answered_id.in_(few))
        for query in (forth, back):
            found.update(StatementId(each) for each in connection.execute(query).scalars())
    return found


def turn_rows(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """Return the rows of those statements that links of the summary lead from or to."""
    own = statements.c
    linked = or_(
        *(
            exists(select(1).where(end == own.id).correlate(statements))
            for end in (exchange_links.c.answer_id, exchange_links.c.answered_id)
        )
    )
    query = (
        select(
            own.id.label("statement_id"),
            own.extraction_id,
            extractions.c.article_id,
            func.coalesce(own.said_start, extractions.c.published_start).label("first_day"),
            func.coalesce(own.said_end, extractions.c.published_end).label("last_day"),
        )
        .join(extractions, extractions.c.id == own.extraction_id)
        .where(own.id.in_(ids), is_latest(), linked)
    )
    return [dict(row) for row in connection.execute(query).mappings()]


def _current() -> Select[Any]:
    """Return the query for links of latest extractions to what latest extractions hold."""
    return (
        select(links, extractions.c.article_id)
        .join(extractions, extractions.c.id == links.c.extraction_id)
        .where(is_latest(), is_current_link())
    )


def _joined(connection: Connection, query: Select[Any]) -> dict[str, Joined]:
    return {
        row["id"]: Joined(
            link=link_of(row),
            extraction=row["extraction_id"],
            article=row["article_id"],
            other=row["answered_article_id"],
        )
        for row in connection.execute(query).mappings()
    }
