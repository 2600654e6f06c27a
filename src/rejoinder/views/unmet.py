"""Conditions that nothing in a ledger meets, and what it has instead."""

import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from rejoinder.ledger.folding import fold
from rejoinder.ledger.fts import match_expression
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import extractions, statements
from rejoinder.ledger.wanted import wanted_values
from rejoinder.text.phrases import counted
from rejoinder.views.on_matter import statements_on
from rejoinder.views.overview import OverviewView, find_overview
from rejoinder.views.publishers_meant import publishers_meant
from rejoinder.views.wider import wider_matter

__all__ = ["Conditions", "lacking_statements", "unmet_conditions"]

_SHOWN = 8
_ALIKE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What was asked for, beside parties; what is None does not count.

    Attributes:
        matter: words, "phrases" and beginnings* that statements hold.
        publisher: a name, or part of one.
        since: first day.
        until: last day.
    """

    matter: str | None = None
    publisher: str | None = None
    since: date | None = None
    until: date | None = None


def unmet_conditions(connection: Connection, asked: Conditions) -> tuple[str, ...]:
    """Return why nothing was found, as far as one condition, or an empty ledger, tells it.

    A matter of which `rejoinder.views.wider.wider_matter` finds more is left to that.
    """
    overview = find_overview(connection)
    if not overview.articles:
        return ("the ledger holds no article; add some with: rejoinder ingest INPUT",)
    return (
        *_about_matter(connection, asked.matter),
        *_about_publisher(overview, asked.publisher),
        *_about_days(overview, asked),
    )


def lacking_statements(connection: Connection, ids: Collection[str]) -> tuple[str, ...]:
    """Return those ids, in their order, by which no statement of the ledger goes as it is."""
    query = (
        select(statements.c.id)
        .join(extractions, extractions.c.id == statements.c.extraction_id)
        .where(statements.c.id.in_(wanted_values(ids)), is_latest())
    )
    known = set(connection.execute(query).scalars())
    return tuple(each for each in dict.fromkeys(ids) if each not in known)


def _about_matter(connection: Connection, matter: str | None) -> Iterator[str]:
    if matter is None:
        return
    if match_expression(matter) is None:
        yield f"{matter!r} has no word to look for; give words that statements hold"
    elif wider_matter(connection, matter) is None:
        held = len(statements_on(connection, matter))
        told = f"is in {counted(held, 'statement')}, and none is in what is asked for"
        yield f"{matter!r} {told if held else 'is in no statement'}"


def _about_publisher(overview: OverviewView, name: str | None) -> Iterator[str]:
    known = [each.publisher for each in overview.publishers]
    if name is None or publishers_meant(name, known):
        return
    named = {fold(each): each for each in known if each}
    near = difflib.get_close_matches(fold(name), named, n=_SHOWN, cutoff=_ALIKE)
    if near:
        shown = f"near it: {'; '.join(named[each] for each in near)}"
    elif named:
        few = [*named.values()][:_SHOWN]
        more = [f"{len(named) - len(few):,} more"] if len(named) > len(few) else []
        shown = f"there are: {'; '.join([*few, *more])}"
    else:
        shown = "no article here names who published it; give --publisher NAME to ingest"
    yield f"no publisher goes by {name!r}; {shown}"


def _about_days(overview: OverviewView, asked: Conditions) -> Iterator[str]:
    if not overview.days or not (asked.since or asked.until):
        return
    first, last = overview.days[0].day, overview.days[-1].day
    if (asked.since and asked.since > last) or (asked.until and asked.until < first):
        yield f"the statements here that have a day are of {first} to {last}"
