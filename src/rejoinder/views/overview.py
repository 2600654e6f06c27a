"""What is in a ledger, in numbers: for the page that one opens first."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection, func, select

from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import batches, extractions, failures, statements
from rejoinder.ledger.schema_summaries import day_counts, publisher_counts
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.statement import Act

__all__ = [
    "CountsView",
    "DayView",
    "OverviewView",
    "PublisherCount",
    "find_overview",
    "find_publisher_counts",
    "most_first",
    "with_counts",
]

_View = TypeVar("_View", bound="CountsView")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherCount:
    """How many articles of one publisher there are; None where no publisher is known."""

    publisher: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """How many statements were made on one day, by act; most first."""

    day: date
    acts: tuple[tuple[Act, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsView:
    """How much there is in a ledger.

    Attributes:
        publishers: who has most articles first, unknown last.
        acts: how many statements do what; most first.
        undated: statements that no day can be given for.
        recorded_at: when something was last written, ISO 8601, UTC; None for an empty ledger.
    """

    articles: int
    statements: int
    failures: int
    publishers: tuple[PublisherCount, ...]
    acts: tuple[tuple[Act, int], ...]
    undated: int
    recorded_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView(CountsView):
    """What is in a ledger.

    Attributes:
        days: the days on which something was said, in order; a statement that the text does not
            date counts on the day its article came out, as far as that is known to a day.
    """

    days: tuple[DayView, ...]


def find_overview(connection: Connection) -> OverviewView:
    """Return what is in the ledger, of each article the latest extraction.

    Read from the summaries, counted where these are not up to date.
    """
    acts, days, undated = _acts(connection)
    shown = tuple(DayView(day=day, acts=most_first(days[day])) for day in sorted(days))
    return with_counts(OverviewView, connection, acts, undated=undated, days=shown)


def with_counts(
    view: Callable[..., _View],
    connection: Connection,
    acts: Counter[Act],
    *,
    undated: int,
    **more: object,
) -> _View:
    """Return a view of a ledger with how much there is in it.

    Args:
        view: its class.
        connection: of the ledger.
        acts: how many statements do what.
        undated: how many of them no day can be given for.
        **more: what the view has beside.
    """
    publishers = find_publisher_counts(connection)
    latest = select(func.max(batches.c.recorded_at))
    return view(
        articles=sum(each.articles for each in publishers),
        statements=acts.total(),
        failures=connection.execute(select(func.count()).select_from(failures)).scalar_one(),
        publishers=publishers,
        acts=most_first(acts),
        undated=undated,
        recorded_at=connection.execute(latest).scalar_one(),
        **more,
    )


def find_publisher_counts(connection: Connection) -> tuple[PublisherCount, ...]:
    """Return how many articles publishers have: who has most first, unknown last."""
    name = extractions.c.publisher
    query = (
        select(publisher_counts)
        if SummaryBook(connection=connection).is_current()
        else select(name, func.count()).where(is_latest()).group_by(name)
    )
    found = [
        PublisherCount(publisher=publisher or None, articles=count)
        for publisher, count in connection.execute(query)
    ]
    return tuple(sorted(found, key=lambda e: (e.publisher is None, -e.articles, e.publisher or "")))


def _acts(connection: Connection) -> tuple[Counter[Act], dict[date, Counter[Act]], int]:
    """Return how many statements do what, in all, by day, and how many have no day."""
    acts: Counter[Act] = Counter()
    days: dict[date, Counter[Act]] = {}
    undated = 0
    summed = SummaryBook(connection=connection).is_current()
    for first, last, act, count in _summed(connection) if summed else _counted(connection):
        acts[Act(act)] += count
        if first is not None and first == last:
            days.setdefault(first, Counter())[Act(act)] += count
        else:
            undated += count
    return acts, days, undated


_Row = tuple[date | None, date | None, str, int]


def _counted(connection: Connection) -> Iterator[_Row]:
    start = func.coalesce(statements.c.said_start, extractions.c.published_start)
    end = func.coalesce(statements.c.said_end, extractions.c.published_end)
    query = (
        select(start, end, statements.c.act, func.count())
        .join(extractions, extractions.c.id == statements.c.extraction_id)
        .where(is_latest())
        .group_by(start, end, statements.c.act)
    )
    yield from (tuple(row) for row in connection.execute(query))


def _summed(connection: Connection) -> Iterator[_Row]:
    for first, last, act, count in connection.execute(select(day_counts)):
        yield (
            date.fromisoformat(first) if first else None,
            date.fromisoformat(last) if last else None,
            act,
            count,
        )


def most_first(acts: Counter[Act]) -> tuple[tuple[Act, int], ...]:
    """Return acts with their numbers, most first."""
    return tuple(sorted(acts.items(), key=lambda each: (-each[1], each[0])))
