"""Full-text search over statements, with what could be asked for further and how often it occurs.

Nothing here reads more than `MOST` hits, however many statements a ledger has.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, text

from rejoinder.errors import NotFound
from rejoinder.ledger.found_fts import facet, find_expression
from rejoinder.ledger.fts import match_expression
from rejoinder.ledger.hits import Piece, mark_hits
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act, Quotation
from rejoinder.views.actor_list import names_of
from rejoinder.views.filters import StatementFilter
from rejoinder.views.publishers_meant import UNKNOWN
from rejoinder.views.statements import StatementView, find_statements

__all__ = [
    "MOST",
    "FacetValue",
    "HitView",
    "SearchFilter",
    "SearchPage",
    "find_hits",
    "hit_ids",
]

MOST: Final = 5_000
"""Hits that are counted; of more, it is said that there are more."""

_VALUES: Final = 12
_MET = (
    "SELECT rowid FROM found_fts WHERE found_fts MATCH :asked AND rowid < :seq "
    "ORDER BY rowid DESC LIMIT :most"
)
# What was met is given to each question as a list, so that the index is asked but once.
_KINDS = """
SELECT publisher, act, quotation, month, contested, unanswered, count(*) AS times
FROM json_each(:met) JOIN found_statements ON seq = value GROUP BY 1, 2, 3, 4, 5, 6
"""
_CAST = """
SELECT actor_id, count(*) AS times FROM json_each(:met) JOIN found_cast ON seq = value
WHERE role = :role GROUP BY actor_id ORDER BY times DESC, actor_id LIMIT :values
"""
_UNNAMED = """
SELECT count(*) FROM json_each(:met) WHERE NOT EXISTS (
    SELECT 1 FROM found_cast AS own WHERE own.seq = value AND own.role = 'speaker')
"""
_BY_DAY = """
SELECT statement_id FROM json_each(:met) JOIN found_statements ON seq = value
WHERE (day, seq) < (:day, :seq) ORDER BY day DESC, seq DESC LIMIT :limit
"""
_BY_ROW = """
SELECT statement_id FROM json_each(:met) JOIN found_statements ON seq = value ORDER BY seq DESC
"""
_OF_ONE = """
SELECT day, seq FROM statements JOIN extractions ON extractions.id = extraction_id
JOIN found_statements ON found_statements.article_id = extractions.article_id
AND statement_id = statements.id WHERE statements.id = :one
"""
_LAST = 2**62


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFilter:
    """What to search for; what is None does not count, the rest must all hold.

    Attributes:
        text: words, "phrases" and beginnings*, as `rejoinder.ledger.fts.match_expression` reads.
        publisher: its whole name; `UNKNOWN` where none is known, here and below.
        speaker: an actor's id in the ledger.
        about: likewise, of one whom it is about.
        month: ``2024-03`` or ``2024``.
        quotation: how the words are given.
        contested: only what has part in a contested claim.
        unanswered: only accusations of somebody of whom the ledger has no answer.
    """

    text: str | None = None
    publisher: str | None = None
    act: Act | None = None
    speaker: str | None = None
    about: str | None = None
    month: str | None = None
    quotation: Quotation | None = None
    contested: bool = False
    unanswered: bool = False

    def asked(self) -> str | None:
        """Return the expression of the index; None where nothing is asked, or nothing can be."""
        words = match_expression(self.text) if self.text else None
        if self.text and words is None:
            return None
        return find_expression(words, list(self._facets()))

    def _facets(self) -> Iterator[str]:
        values = {
            "publisher": self.publisher,
            "act": self.act.value if self.act else None,
            "speaker": self.speaker,
            "about": self.about,
            "year" if self.month and len(self.month) == len("2024") else "month": self.month,
            "quotation": self.quotation.value if self.quotation else None,
            "contested": "1" if self.contested else None,
            "unanswered": "1" if self.unanswered else None,
        }
        for kind, value in values.items():
            if value is not None:
                yield facet(kind, "" if value == UNKNOWN else value)


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One of what could be asked for further, with its number among the hits that are counted.

    Attributes:
        value: as `SearchFilter` takes it.
        name: for people; of what is not known the same as ``value``.
    """

    value: str
    name: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HitView:
    """A statement that was found.

    Attributes:
        pieces: its content in pieces, each with whether the words that were asked for stand there.
    """

    statement: StatementView
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """Some of the hits, and what all of them have.

    Attributes:
        hits: the latest first, undated last; of more than `MOST` those added last come first.
        following: the id of the last of them where more come after it, else None.
        total: how many there are, no more than `MOST`.
        more: there are more than that; ``facets`` then count the `MOST` that were added last.
        facets: by kind: publisher, act, quotation, month, speaker, about, contested, unanswered.
    """

    hits: tuple[HitView, ...]
    following: str | None
    total: int
    more: bool
    facets: Mapping[str, tuple[FacetValue, ...]]


def find_hits(
    connection: Connection, wanted: SearchFilter, *, after: str | None, limit: int
) -> SearchPage:
    """Return a page of what is found, from summaries that are up to date.

    Raises:
        NotFound: there is no statement ``after``.
    """
    asked = wanted.asked()
    met = [] if asked is None else _met(connection, asked, MOST + 1)
    if asked is None or not met:
        return SearchPage(hits=(), following=None, total=0, more=False, facets={})
    ids = _ids(connection, asked, met, after=after, limit=limit + 1)
    return SearchPage(
        hits=_views(connection, ids[:limit], wanted.text),
        following=ids[limit - 1] if len(ids) > limit else None,
        total=min(len(met), MOST),
        more=len(met) > MOST,
        facets=_facets(connection, json.dumps(met[:MOST])),
    )


def hit_ids(connection: Connection, wanted: SearchFilter, limit: int) -> list[str]:
    """Return the ids of what is found, in the order of pages, at most so many."""
    asked = wanted.asked()
    if asked is None:
        return []
    return _ids(connection, asked, _met(connection, asked, MOST + 1), after=None, limit=limit)


def _met(connection: Connection, asked: str, most: int, before: int = _LAST) -> list[int]:
    """Return the rows that the index has of it, those added last first."""
    given = {"asked": asked, "seq": before, "most": most}
    return list(connection.execute(text(_MET), given).scalars())


def _ids(
    connection: Connection, asked: str, met: list[int], *, after: str | None, limit: int
) -> list[str]:
    place = {"day": _LAST, "seq": _LAST} if after is None else _place(connection, after)
    if len(met) > MOST:
        rows = json.dumps(_met(connection, asked, limit, place["seq"]))
        return list(connection.execute(text(_BY_ROW), {"met": rows}).scalars())
    given = {"met": json.dumps(met), "limit": limit, **place}
    return list(connection.execute(text(_BY_DAY), given).scalars())


def _place(connection: Connection, statement: str) -> dict[str, int]:
    row = connection.execute(text(_OF_ONE), {"one": statement}).mappings().first()
    if row is None:
        raise NotFound(f"no statement {statement!r} is in this ledger; begin the list anew")
    return {"day": row["day"], "seq": row["seq"]}


def _views(connection: Connection, ids: list[str], words: str | None) -> tuple[HitView, ...]:
    views = {str(each.id): each for each in find_statements(connection, StatementFilter(ids=ids))}
    shown = [views[each] for each in ids if each in views]
    contents = [each.content for each in shown]
    expression = match_expression(words) if words else None
    marked = (
        mark_hits(expression, contents) if expression else [((each, False),) for each in contents]
    )
    return tuple(
        HitView(statement=each, pieces=pieces) for each, pieces in zip(shown, marked, strict=True)
    )


def _facets(connection: Connection, met: str) -> dict[str, tuple[FacetValue, ...]]:
    given = {"met": met}
    rows = connection.execute(text(_KINDS), given).mappings().all()
    found = {kind: _values(rows, kind) for kind in ("publisher", "act", "quotation")}
    months = sorted(_counted(rows, "month").items(), reverse=True)
    found["month"] = tuple(_value(value, times) for value, times in months)
    for kind in ("contested", "unanswered"):
        times = _counted(rows, kind).get("1", 0)
        found[kind] = (FacetValue(value="1", name=kind, times=times),) if times else ()
    for role in ("speaker", "about"):
        found[role] = _parties(connection, given, role)
    unnamed = connection.execute(text(_UNNAMED), given).scalar_one()
    if unnamed:
        found["speaker"] += (_value("", unnamed),)
    return found


def _parties(connection: Connection, given: Mapping[str, Any], role: str) -> tuple[FacetValue, ...]:
    rows = connection.execute(text(_CAST), {**given, "role": role, "values": _VALUES}).all()
    names = names_of(connection, {ActorId(actor) for actor, _ in rows})
    return tuple(
        FacetValue(value=actor, name=names[actor] or actor, times=times) for actor, times in rows
    )


def _values(rows: Sequence[RowMapping], kind: str) -> tuple[FacetValue, ...]:
    counts = _counted(rows, kind)
    first = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_VALUES]
    return tuple(_value(value, times) for value, times in first)


def _counted(rows: Sequence[RowMapping], kind: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row in rows:
        counts[str(row[kind])] += row["times"]
    return counts


def _value(value: str, times: int) -> FacetValue:
    return FacetValue(value=value or UNKNOWN, name=value or UNKNOWN, times=times)
