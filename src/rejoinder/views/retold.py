"""Records that tell the same: events told by several outlets, statements in copies of one text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rejoinder.model.ids import ArticleId
from rejoinder.views.told import HappenedRow, SaidRow

__all__ = ["same_events", "same_statements"]


def same_events(
    rows: Iterable[HappenedRow], origins: Mapping[ArticleId, str]
) -> Iterator[list[HappenedRow]]:
    """Yield events that are one, told in several places.

    They have the same type, actors and recipients, all known, and the same dates; and no modes that
    differ. What is undated, or has no known party, is one only where copies tell it in the same
    words.
    """
    groups: defaultdict[tuple[object, ...], list[HappenedRow]] = defaultdict(list)
    for row in rows:
        key: tuple[object, ...] = (row.event_type, frozenset(row.actor), frozenset(row.recipient))
        if row.date is not None and row.actor and row.recipient:
            key += (row.date.start, row.date.end)
        else:
            day = row.date and (row.date.start, row.date.end)
            key += (day, origins.get(row.article_id, row.article_id), _words(row.words))
        groups[key].append(row)
    for own in groups.values():
        yield from _by_mode(own)


def _by_mode(rows: Sequence[HappenedRow]) -> Iterator[list[HappenedRow]]:
    """Yield rows whose modes hang together; one without a mode goes with the only others."""
    parts: list[tuple[set[str], list[HappenedRow]]] = []
    bare = [row for row in rows if not row.mode]
    for row in rows:
        if not row.mode:
            continue
        touched = [part for part in parts if not part[0].isdisjoint(row.mode)]
        merged = (
            set(row.mode).union(*(part[0] for part in touched)),
            [row, *(each for part in touched for each in part[1])],
        )
        parts = [part for part in parts if part not in touched] + [merged]
    if len(parts) == 1:
        parts[0][1].extend(bare)
    elif bare:
        parts.append((set(), bare))
    yield from (part[1] for part in parts)


def same_statements(
    rows: Iterable[SaidRow], origins: Mapping[ArticleId, str]
) -> Iterator[list[SaidRow]]:
    """Yield statements that copies of one text tell: same speakers, words and date."""
    groups: defaultdict[tuple[object, ...], list[SaidRow]] = defaultdict(list)
    for row in rows:
        origin = origins.get(row.article_id, row.article_id)
        day = row.said and (row.said.start, row.said.end)
        apart = row.told_by is not None
        key = (origin, frozenset(row.speaker), row.act, apart, _words(row.content), day)
        groups[key].append(row)
    yield from groups.values()


def _words(text: str) -> str:
    return " ".join(text.casefold().split())
