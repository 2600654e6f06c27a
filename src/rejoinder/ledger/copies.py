"""What the ledger knows of copies, for reading."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, func, select

from rejoinder.ledger.assemble import date_of
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import articles, extractions
from rejoinder.ledger.schema_copies import copy_windows, fingerprints
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.copies import Copies, Report, group_id, origin_of
from rejoinder.model.ids import ArticleId

__all__ = ["all_copies", "copies_of", "reports_with_copies"]

_WHOLE = -1


def reports_with_copies(connection: Connection, ids: Collection[ArticleId]) -> list[Report]:
    """Return those articles and all that have the text of one of them, by group."""
    own, theirs = copy_windows.alias(), fingerprints.alias()
    groups = (
        select(own.c.root)
        .join(theirs, theirs.c.seq == own.c.fingerprint_seq)
        .where(own.c.position == _WHOLE, theirs.c.article_id.in_(wanted_values(ids)))
    )
    asked = _reports(compared=False).where(extractions.c.article_id.in_(wanted_values(ids)))
    copies = _reports(compared=True).where(copy_windows.c.root.in_(groups))
    return _told(connection.execute(asked.union(copies)).mappings())


def all_copies(connection: Connection) -> list[Report]:
    """Return the articles that have a text in common with others, by group."""
    own = copy_windows.alias()
    several = (
        select(own.c.root)
        .where(own.c.position == _WHOLE)
        .group_by(own.c.root)
        .having(func.count() > 1)
    )
    query = _reports(compared=True).where(copy_windows.c.root.in_(several))
    return _told(connection.execute(query).mappings())


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
            copy_windows.c.root,
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


def _told(rows: Iterable[RowMapping]) -> list[Report]:
    """Return what the rows tell, by group and article; groups are whole."""
    groups: dict[int | str, list[RowMapping]] = defaultdict(list)
    for row in rows:
        groups[row["root"] or row["article_id"]].append(row)
    found: list[Report] = []
    for members in groups.values():
        group = group_id((ArticleId(row["article_id"]), _WHOLE) for row in members)
        found += (_report(row, group) for row in members)
    return sorted(found, key=lambda each: (each.group, each.article))


def _report(row: RowMapping, group: str) -> Report:
    return Report(
        article=ArticleId(row["article_id"]),
        ref=row["ref"],
        group=group,
        publisher=row["publisher"],
        published=date_of(row, "published"),
        agency=row["agency"],
    )
