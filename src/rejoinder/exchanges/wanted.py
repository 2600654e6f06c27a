"""Whom to look for on which days, to find all that some statements may be linked with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rejoinder.exchanges.outlines import HEADS_OF, OPEN_DATE, Known
from rejoinder.exchanges.parties import is_state_id
from rejoinder.exchanges.timing import WINDOW
from rejoinder.model.ids import ActorId

__all__ = ["Wanted", "wanted_by"]

_LONG: Final = 2 * WINDOW.days + 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Who has to be heard on which days to be linked with some statements.

    Attributes:
        actors: ids by which they go.
        since: first day, 1 being the first of year 1.
        until: last day.
        open: on whatever days; no states then.
    """

    actors: frozenset[ActorId]
    since: int = 0
    until: int = 0
    open: bool = False


def wanted_by(ones: Sequence[Known]) -> list[Wanted]:
    """Return whom to look for on which days; statements of like days are taken together."""
    windows: dict[tuple[int, int], set[ActorId]] = {}
    undated: set[ActorId] = set()
    for known in ones:
        heads = np.frombuffer(known.outline.heads, dtype=HEADS_OF)
        cast = np.frombuffer(known.outline.cast, dtype="<u2").tolist()
        start = 0
        for head in heads.tolist():
            named = dict(zip(HEADS_OF.names or (), head, strict=True))
            after = start + named["speakers"]
            about = after + named["parties"]
            end = about + named["about"]
            actors = {known.ids[n] for n in (*cast[start:after], *cast[about:end])}
            start = end
            if named["marks"] & OPEN_DATE:
                undated.update(actor for actor in actors if not is_state_id(actor))
            else:
                window = named["first"] - WINDOW.days, named["last"] + WINDOW.days
                windows.setdefault(window, set()).update(actors)
    found = [Wanted(actors=frozenset(undated), open=True)] if undated else []
    return [*found, *_merged(windows)]


def _merged(windows: Mapping[tuple[int, int], set[ActorId]]) -> list[Wanted]:
    """Return the windows, those that overlap as one; long ones, for few actors, by themselves."""
    long = [each for each in windows if each[1] - each[0] > _LONG]
    found: list[Wanted] = [
        Wanted(actors=frozenset(windows[each]), since=each[0], until=each[1]) for each in long
    ]
    merged: list[tuple[int, int, set[ActorId]]] = []
    for since, until in sorted(windows.keys() - set(long)):
        actors = windows[since, until]
        if merged and since <= merged[-1][1]:
            first, last, known = merged[-1]
            merged[-1] = (first, max(last, until), known | actors)
        else:
            merged.append((since, until, actors))
    return [
        *found,
        *(
            Wanted(actors=frozenset(actors), since=since, until=until)
            for since, until, actors in merged
        ),
    ]
