"""What the ledger knows of copies, for reading."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, select

from rejoinder.ledger.assemble import date_of
from rejoinder.ledger.copy_book import group_of_one
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import articles, extractions
from rejoinder.ledger.schema_copies import copy_windows, fingerprints
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.copies import Copies, Report, origin_of
from rejoinder.model.ids import ArticleId

__all__ = ["all_copies", "copies_of", "reports_with_copies"]

_WHOLE = -1


def reports_with_copies(connection: Connection, ids: Collection[ArticleId]) -> list[Report]:
    """Return those articles and all that have the text of one of them, by group."""
    own, theirs = copy_windows.alias(), fingerprints.alias()
    groups = (
        select(own.c.group_id)
        .join(theirs, theirs.c.seq == own.c.fingerprint_seq)
        .where(own.c.position == _WHOLE, theirs.c.article_id.in_(wanted_values(ids)))
    )
    asked = _reports(compared=False).where(extractions.c.article_id.in_(wanted_values(ids)))
    copies = _reports(compared=True).where(copy_windows.c.group_id.in_(groups))
    rows = connection.execute(asked.union(copies)).mappings()
    return sorted(map(_report, rows), key=lambda each: (each.group, each.article))


def all_copies(connection: Connection) -> list[Report]:
    """Return the articles that have a text in common with others, by group."""
    rows = connection.execute(_reports(compared=True)).mappings()
    by_group = _by_group(map(_report, rows))
    return [
        each
        for group in sorted(by_group)
        for each in sorted(by_group[group], key=lambda report: report.article)
        if len(by_group[group]) > 1
    ]


def copies_of(connection: Connection, ids: Collection[ArticleId]) -> dict[ArticleId, Copies]:
    """Return what is known of those articles that have copies or a credit."""
    wanted = set(ids)
    found: dict[ArticleId, Copies] = {}
    for group, members in _by_group(reports_with_copies(connection, ids)).items():
        known = Copies(group=group if len(members) > 1 else None, origin=origin_of(members))
        if known.group or known.origin:
            found.update((each.article, known) for each in members if each.article in wanted)
    return found


def _by_group(reports: Iterable[Report]) -> dict[str, list[Report]]:
    groups: dict[str, list[Report]] = defaultdict(list)
    for each in reports:
        groups[each.group].append(each)
    return groups


def _reports(*, compared: bool) -> Select[Any]:
    """Return the query for latest extractions with their fingerprints, or only where these are."""
    dates = [column for column in extractions.c if column.name.startswith("published_")]
    of_it = and_(
        copy_windows.c.fingerprint_seq == fingerprints.c.seq, copy_windows.c.position == _WHOLE
    )
    return (
        select(
            extractions.c.article_id,
            articles.c.ref,
            extractions.c.publisher,
            *dates,
            fingerprints.c.agency,
            copy_windows.c.group_id,
        )
        .join(articles, articles.c.id == extractions.c.article_id)
        .join(
            fingerprints,
            fingerprints.c.article_id == extractions.c.article_id,
            isouter=not compared,
        )
        .join(copy_windows, of_it, isouter=not compared)
        .where(is_latest())
    )


def _report(row: RowMapping) -> Report:
    article = ArticleId(row["article_id"])
    return Report(
        article=article,
        ref=row["ref"],
        group=row["group_id"] or group_of_one(article, _WHOLE),
        publisher=row["publisher"],
        published=date_of(row, "published"),
        agency=row["agency"],
    )
