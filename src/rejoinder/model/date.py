"""Dates as intervals with the precision that the text gives them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rejoinder.model.span import Span

__all__ = ["DateInterval", "Precision"]


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateInterval:
    """A date as far as it is known: first and last possible day, both inclusive.

    ``span`` is the phrase it was read from, or None where it came with the article's metadata.

    Raises:
        ValueError: the interval ends before it starts.
    """

    start: date
    end: date
    precision: Precision
    span: Span | None = None

    def __post_init__(self) -> None:
        """Refuse an interval that runs backwards."""
        if self.end < self.start:
            raise ValueError(f"date interval ends {self.end} before it starts {self.start}")
