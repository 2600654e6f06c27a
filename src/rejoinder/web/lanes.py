"""An exchange as a page shows it: a lane for each party, time downwards."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rejoinder.web.shown import day_text

if TYPE_CHECKING:
    from rejoinder.api import ExchangeView, TurnView

__all__ = ["Answered", "Lane", "Layout", "Row", "lay_out_turns"]

_MOST_LANES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A column: one who speaks, or all the others.

    Attributes:
        number: from 1, from the left.
        name: None where nobody is named.
        ids: of who that is, in the ledger.
        others: several share it.
        turns: how many.
    """

    number: int
    name: str | None
    ids: tuple[str, ...] = ()
    others: bool
    turns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """That a turn is answered by a later one."""

    turn: int
    relation: str
    explicit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A turn in its lane.

    Attributes:
        day: the day to write above it; None where it is that of the turn before.
        answered_by: the later turns that answer it.
    """

    turn: "TurnView"
    lane: Lane
    day: str | None
    answered_by: tuple[Answered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """An exchange, laid out."""

    lanes: tuple[Lane, ...]
    rows: tuple[Row, ...]


def lay_out_turns(exchange: "ExchangeView") -> Layout:
    """Return the exchange with a lane for each of those who speak most, in order of speaking."""
    spoken = Counter(turn.speaker for turn in exchange.turns)
    crowded = len(spoken) > _MOST_LANES
    most = spoken.most_common(_MOST_LANES - 1 if crowded else _MOST_LANES)
    ids = {turn.speaker: turn.ids for turn in exchange.turns}
    names = [name for name in spoken if name in dict(most)]
    lanes = {
        name: Lane(number=place, name=name, ids=ids[name], others=False, turns=spoken[name])
        for place, name in enumerate(names, start=1)
    }
    every = tuple(lanes.values())
    if crowded:
        left = spoken.total() - sum(lane.turns for lane in every)
        rest = Lane(number=len(every) + 1, name=None, others=True, turns=left)
        every = (*every, rest)
    return Layout(
        lanes=every,
        rows=tuple(_rows(exchange, lanes, every[-1])),
    )


def _rows(exchange: "ExchangeView", lanes: dict[str | None, Lane], rest: Lane) -> list[Row]:
    answered: dict[int, list[Answered]] = {}
    for turn in exchange.turns:
        for answer in turn.answers:
            answered.setdefault(answer.turn, []).append(
                Answered(turn=turn.number, relation=answer.relation, explicit=answer.explicit)
            )
    rows, before = list[Row](), "\0"
    for turn in exchange.turns:
        day = day_text(turn.date) or "Undated"
        rows.append(
            Row(
                turn=turn,
                lane=lanes.get(turn.speaker, rest),
                day=day if day != before else None,
                answered_by=tuple(answered.get(turn.number, ())),
            )
        )
        before = day
    return rows
