"""Copies as people look at them: articles of one text, the earliest known first."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from typing import TypedDict

from sqlalchemy import Connection, select

from rejoinder.ledger.copies import all_copies, reports_with_copies
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import articles, extractions
from rejoinder.ledger.schema_copies import credits, fingerprints
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.copies import CreditKind, in_order, origin_of
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ArticleId
from rejoinder.model.span import Span

__all__ = [
    "CopyGroupView",
    "CopyMember",
    "CopyView",
    "CreditView",
    "copy_views",
    "find_copies",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyView:
    """What one article has to do with others of its text.

    Attributes:
        group: id that they share; None where no other is known.
        origin: who is credited with the text, in this article or in another of the group.
        copy_of: ref of the earliest known, where this is another.
        articles: how many have the text, this one among them.
    """

    group: str | None
    origin: str | None
    copy_of: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditView:
    """The words by which an article says whose text it is; see `rejoinder.model.copies.Credit`."""

    agency: str | None
    kind: CreditKind
    whole: bool
    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyMember:
    """An article that has a text in common with others.

    Attributes:
        overlap: how much of the shorter of it and the earliest known stands in the other, 0 to 1.
        words: how many its body has.
    """

    article_id: ArticleId
    ref: str
    publisher: str | None
    title: str | None
    published: DateInterval | None
    credits: tuple[CreditView, ...]
    words: int
    overlap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroupView:
    """Articles of one text.

    Attributes:
        origin: who is credited with it; None where nobody is.
        members: the earliest known first, then by date.
    """

    id: str
    origin: str | None
    members: tuple[CopyMember, ...]


def find_copies(connection: Connection) -> list[CopyGroupView]:
    """Return the groups of articles that have a text in common, the largest first."""
    reports = all_copies(connection)
    ids = [each.article for each in reports]
    heads, given = _heads(connection, ids), _credits(connection, ids)
    found = []
    for group, each in groupby(reports, key=lambda report: report.group):
        members = in_order(each)
        shingles = _shingles(connection, [member.article for member in members])
        first = shingles[members[0].article]
        found.append(
            CopyGroupView(
                id=group,
                origin=origin_of(members),
                members=tuple(
                    CopyMember(
                        article_id=member.article,
                        ref=member.ref,
                        publisher=member.publisher,
                        published=member.published,
                        credits=tuple(given[member.article]),
                        overlap=_overlap(first, shingles[member.article]),
                        **heads[member.article],
                    )
                    for member in members
                ),
            )
        )
    return sorted(found, key=lambda group: (-len(group.members), group.id))


def copy_views(connection: Connection, ids: Collection[ArticleId]) -> dict[ArticleId, CopyView]:
    """Return what those articles have to do with others, of those that have copies or a credit."""
    wanted = set(ids)
    reports = reports_with_copies(connection, wanted)
    groups = [in_order(each) for _, each in groupby(reports, key=lambda report: report.group)]
    told = [each for each in groups if len(each) > 1 or origin_of(each)]
    return {
        member.article: CopyView(
            group=member.group if len(members) > 1 else None,
            origin=origin_of(members),
            copy_of=None if member is members[0] else members[0].ref,
            articles=len(members),
        )
        for members in told
        for member in members
        if member.article in wanted
    }


class _Head(TypedDict):
    title: str | None
    words: int


def _heads(connection: Connection, ids: Collection[ArticleId]) -> dict[ArticleId, _Head]:
    query = (
        select(articles.c.id, extractions.c.title, fingerprints.c.words)
        .join(extractions, extractions.c.article_id == articles.c.id)
        .join(fingerprints, fingerprints.c.article_id == articles.c.id)
        .where(is_latest(), articles.c.id.in_(wanted_values(ids)))
    )
    return {
        ArticleId(row.id): _Head(title=row.title, words=row.words)
        for row in connection.execute(query)
    }


def _credits(
    connection: Connection, ids: Collection[ArticleId]
) -> defaultdict[ArticleId, list[CreditView]]:
    query = (
        select(credits, articles.c.id.label("article_id"), articles.c.text)
        .join(fingerprints, fingerprints.c.seq == credits.c.fingerprint_seq)
        .join(articles, articles.c.id == fingerprints.c.article_id)
        .where(articles.c.id.in_(wanted_values(ids)))
        .order_by(articles.c.id, credits.c.position)
    )
    found: defaultdict[ArticleId, list[CreditView]] = defaultdict(list)
    for row in connection.execute(query):
        span = Span(row.span_start, row.span_end)
        found[ArticleId(row.article_id)].append(
            CreditView(
                agency=row.agency,
                kind=CreditKind(row.kind),
                whole=row.whole,
                span=span,
                words=span.text_of(row.text),
            )
        )
    return found


def _shingles(
    connection: Connection, ids: Collection[ArticleId]
) -> dict[ArticleId, frozenset[int]]:
    query = select(fingerprints.c.article_id, fingerprints.c.shingles).where(
        fingerprints.c.article_id.in_(wanted_values(ids))
    )
    # Only compared with each other, so that the order of bytes does not matter.
    return {
        ArticleId(row.article_id): frozenset(memoryview(row.shingles).cast("I"))
        for row in connection.execute(query)
    }


def _overlap(first: frozenset[int], other: frozenset[int]) -> float:
    return round(len(first & other) / max(1, min(len(first), len(other))), 3)
