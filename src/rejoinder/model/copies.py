"""Copies: who is credited with a text, which articles carry it, and how many origins that leaves.

Everything here follows from texts, titles of credit and days of publication; never from the order
in which articles came.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ArticleId, content_key
from rejoinder.model.span import Span

__all__ = [
    "Copies",
    "Credit",
    "CreditKind",
    "Report",
    "by_origin",
    "earliest_known",
    "group_id",
    "in_order",
    "independent_origins",
    "origin_of",
]


class CreditKind(StrEnum):
    """Where in an article a credit stands."""

    DATELINE = "dateline"
    BYLINE = "byline"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An article says whose text it is; words that only relay somebody ("told Reuters") do not.

    Attributes:
        agency: by its usual name, else as the article writes it; None where none is named.
        whole: the text is the agency's; False where an outlet's own report used it.
        span: the words that give the credit.
    """

    agency: str | None
    kind: CreditKind
    whole: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """What one article has to do with others of the same text; ``copies`` on the wire.

    Attributes:
        group: the id that articles of one text share; None where no other is known.
        origin: who is credited with the text, in this article or in one of its group.
    """

    group: str | None
    origin: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What counting needs to know of an article.

    Attributes:
        ref: what the input called it.
        group: the id that articles of one text share; its own where no other is known.
        agency: who is credited with the whole text, or None.
    """

    article: ArticleId
    ref: str
    group: str
    publisher: str | None
    published: DateInterval | None
    agency: str | None


def group_id(stretches: Iterable[tuple[ArticleId, int]]) -> str:
    """Return the id of a group of stretches: made from the least of them.

    Args:
        stretches: articles with the position of the stretch in each; -1 for the whole body.

    Raises:
        ValueError: there is none.
    """
    return min(content_key("c", article, position) for article, position in stretches)


def earliest_known(reports: Iterable[Report]) -> Report:
    """Return the report that came out first.

    Of one day the agency's own is first, then one that credits an agency, then the least id; what
    has no date comes after everything that has one.

    Raises:
        ValueError: there is no report.
    """
    return min(reports, key=_standing)


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return the reports as they came out, in the order of `earliest_known`."""
    return tuple(sorted(reports, key=_standing))


def origin_of(reports: Sequence[Report]) -> str | None:
    """Return who is credited with a text: by most of its reports, else by the earliest; or None."""
    credited = in_order(each for each in reports if each.agency)
    counts = Counter(each.agency for each in credited)
    # Of equal counts the one met first is kept, which is that of the earliest report.
    return counts.most_common(1)[0][0] if counts else None


def independent_origins(reports: Iterable[Report]) -> int:
    """Return from how many independent origins the reports come, as `by_origin` has it."""
    return len(by_origin(reports))


def by_origin(reports: Iterable[Report]) -> dict[str, tuple[Report, ...]]:
    """Return the reports by where they come from, each in the order of `earliest_known`.

    Copies of one text have one origin: the agency that is credited with it, or else the publisher
    of the earliest of them. Texts credited to one agency, and texts of one publisher, come from one
    origin too. Where nothing is known of an article but its text, that is its origin.
    """
    every = {each.article: each for each in reports}
    groups: dict[str, list[Report]] = {}
    for each in every.values():
        groups.setdefault(each.group, []).append(each)
    found: dict[str, list[Report]] = {}
    for group, members in groups.items():
        name = origin_of(members) or earliest_known(members).publisher
        found.setdefault(_one_case(name) if name else group, []).extend(members)
    return {name: in_order(found[name]) for name in sorted(found)}


def _standing(report: Report) -> tuple[date, date, bool, bool, ArticleId]:
    day = report.published
    agency, publisher = report.agency or "", report.publisher or ""
    own = bool(agency) and _one_case(agency) == _one_case(publisher)
    first, last = (day.start, day.end) if day else (date.max, date.max)
    return (last, first, not own, not agency, report.article)


def _one_case(name: str) -> str:
    return " ".join(name.casefold().split())
