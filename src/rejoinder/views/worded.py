"""Statements that hold words, by date, from the summary by which they are found.

Few of them are put in order; of many the days are gone through, as far as the page needs it.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, select, text

from rejoinder.ledger.found_fts import facet, find_expression
from rejoinder.ledger.fts import match_expression
from rejoinder.ledger.schema import statements
from rejoinder.ledger.schema_found import found_statements
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.ids import StatementId
from rejoinder.views.day_windows import first_ids_by_day, ids_by_day
from rejoinder.views.filters import StatementFilter
from rejoinder.views.totals import known_total, publishers_called

__all__ = ["Worded", "worded"]

_COMMON: Final = 0.1
"""The share of a ledger's statements from which on the days are gone through to the end."""
_LEAST_DAYS: Final = 200
_A_DAY: Final = 5
"""Statements that an article has of the days on which it has any, about."""

_COUNT = "SELECT count(*) FROM found_fts WHERE found_fts MATCH :asked"
_MET = "SELECT rowid FROM found_fts WHERE found_fts MATCH :asked"
_SAME = "own.article_id = extractions.article_id AND own.statement_id = statements.id"
# By all rows at once; or each by its own, which the index finds without those before it.
_IS_ONE = f"EXISTS (SELECT 1 FROM found_statements AS own WHERE {_SAME} AND own.seq IN ({_MET}))"
_IS_MET = (
    "EXISTS (SELECT 1 FROM found_statements AS own CROSS JOIN found_fts "
    f"ON found_fts.rowid = own.seq WHERE {_SAME} "
    "AND found_fts MATCH :asked)"
)


_ALONE: Final = ("text", "act", "publisher")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """What is met of a filter that the index answers whole.

    Attributes:
        asked: the expression of the index.
        met: how many statements it has.
        every: how many the ledger has.
    """

    asked: str
    met: int
    every: int

    def ids(
        self,
        connection: Connection,
        query: Select[Any],
        order: tuple[ColumnElement[Any], ...],
        *,
        limit: int,
        begin: date | None = None,
    ) -> list[StatementId]:
        """Return the first of them that a query for all statements gives in an order.

        Args:
            connection: of a ledger whose summaries are up to date.
            query: for statements joined with their extractions.
            order: as `rejoinder.views.day_windows.ids_by_day` has it.
            limit: at most so many.
            begin: nothing that the query gives has an earlier first day.
        """
        if self.met * self.met <= limit * self.every:
            return self._sorted(connection, query, order, limit)
        # So many days' statements hold so many of them, if they are spread evenly.
        days = max(_LEAST_DAYS, limit * self.every // self.met // _A_DAY)
        rows = (days, days, 2 * days, 4 * days)
        if self.met >= _COMMON * self.every:
            each = query.where(text(_IS_MET).bindparams(asked=self.asked))
            return ids_by_day(connection, each, order, limit=limit, begin=begin, rows=rows)
        each = query.where(text(_IS_ONE).bindparams(asked=self.asked))
        found = first_ids_by_day(connection, each, order, limit=limit, begin=begin, rows=rows)
        return found if len(found) >= limit else self._sorted(connection, query, order, limit)

    def _sorted(
        self,
        connection: Connection,
        query: Select[Any],
        order: tuple[ColumnElement[Any], ...],
        limit: int,
    ) -> list[StatementId]:
        met = text(_MET).bindparams(asked=self.asked).columns(found_statements.c.seq)
        own = found_statements.c
        ids = select(own.statement_id).where(own.seq.in_(met))
        few = query.with_only_columns(statements.c.id).where(statements.c.id.in_(ids))
        rows = connection.execute(few.order_by(*order).limit(limit)).scalars()
        return [StatementId(each) for each in rows]


def worded(connection: Connection, wanted: StatementFilter) -> Worded | None:
    """Return what the index has of a filter; None where it cannot answer all of it.

    It can where words are asked for, and beside them an act or a publisher at most.
    """
    if wanted.text is None or replace(wanted, **dict.fromkeys(_ALONE)) != StatementFilter():
        return None
    words = match_expression(wanted.text)
    if words is None or not SummaryBook(connection=connection).is_current():
        return None
    facets = [] if wanted.act is None else [facet("act", wanted.act.value)]
    if wanted.publisher is not None:
        names = publishers_called(connection, wanted.publisher)
        if not names:
            return None
        facets.append(f"({' OR '.join(facet('publisher', each) for each in names)})")
    asked = find_expression(words, facets) or words
    met = connection.execute(text(_COUNT), {"asked": asked}).scalar_one()
    every = known_total(connection, StatementFilter()) or 0
    return Worded(asked=asked, met=met, every=every)
