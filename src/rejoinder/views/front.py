"""What a ledger holds and when it was said, in no more periods than can be told apart."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, Select, func, select

from rejoinder.ledger.schema_summaries import day_counts, month_counts
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.statement import Act
from rejoinder.views.overview import (
    CountsView,
    DayView,
    find_overview,
    most_first,
    with_counts,
)

__all__ = ["FrontView", "PeriodView", "find_front", "in_periods"]

_Span = tuple[date, date]
_Counted = tuple[_Span, Act, int]
_YEAR, _MONTH = len("2024"), len("2024-03")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodView:
    """How many statements were made from one day to another, by act; most first."""

    first: date
    last: date
    acts: tuple[tuple[Act, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView(CountsView):
    """What is in a ledger, and when it was said.

    Attributes:
        periods: days on which something was said, in order; months, or years, where they are many.
    """

    periods: tuple[PeriodView, ...]


def find_front(connection: Connection, most: int) -> FrontView:
    """Return what is in the ledger, of each article the latest extraction.

    Args:
        connection: of the ledger.
        most: so many days or months at most; of years as many as there are.
    """
    if not SummaryBook(connection=connection).is_current():
        found = find_overview(connection)
        return with_counts(
            FrontView,
            connection,
            Counter(dict(found.acts)),
            undated=found.undated,
            periods=in_periods(found.days, most),
        )
    acts: Counter[Act] = Counter()
    undated = 0
    own = month_counts.c
    for month, act, count in connection.execute(
        select(month_counts).where(func.length(own.month) != _MONTH)
    ):
        acts[Act(act)] += count
        undated += 0 if month else count
    periods = _gathered(_rows(connection, most))
    return with_counts(FrontView, connection, acts, undated=undated, periods=periods)


def in_periods(days: Sequence[DayView], most: int) -> tuple[PeriodView, ...]:
    """Return the days in order, or the months where they are many, or the years.

    Args:
        days: each once, with how often what was said on it.
        most: so many days or months at most.
    """
    span: Callable[[date], _Span] = _day
    if len(days) > most:
        span = _month if len({_month(each.day) for each in days}) <= most else _year
    return _gathered((span(each.day), act, count) for each in days for act, count in each.acts)


def _rows(connection: Connection, most: int) -> Iterator[_Counted]:
    """Yield the same from the summaries; what nobody is shown is not read."""
    own, kept = day_counts.c, month_counts.c
    dated = (own.first_day != "", own.first_day == own.last_day)
    months = func.length(kept.month) == _MONTH
    if _at_most(connection, select(own.first_day).where(*dated).distinct(), most):
        for day, act, count in connection.execute(
            select(own.first_day, own.act, own.statements).where(*dated)
        ):
            yield _day(date.fromisoformat(day)), Act(act), count
        return
    few = _at_most(connection, select(kept.month).where(months).distinct(), most)
    chosen = months if few else func.length(kept.month) == _YEAR
    for month, act, count in connection.execute(select(month_counts).where(chosen)):
        first = date.fromisoformat(f"{month}-01" if few else f"{month}-01-01")
        yield (_month if few else _year)(first), Act(act), count


def _at_most(connection: Connection, query: Select[tuple[str]], most: int) -> bool:
    counted = select(func.count()).select_from(query.limit(most + 1).subquery())
    return connection.execute(counted).scalar_one() <= most


def _gathered(rows: Iterable[_Counted]) -> tuple[PeriodView, ...]:
    found: dict[_Span, Counter[Act]] = {}
    for span, act, count in rows:
        found.setdefault(span, Counter())[act] += count
    return tuple(
        PeriodView(first=first, last=last, acts=most_first(acts))
        for (first, last), acts in sorted(found.items())
    )


def _day(day: date) -> _Span:
    return day, day


def _month(day: date) -> _Span:
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return day.replace(day=1), following - timedelta(days=1)


def _year(day: date) -> _Span:
    return day.replace(month=1, day=1), day.replace(month=12, day=31)
