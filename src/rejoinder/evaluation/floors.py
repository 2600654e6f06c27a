"""The floors file: what each data set has to score, sealed so that no number is edited by hand."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rejoinder.errors import GoldError
from rejoinder.evaluation.fields import Fields, read_fields
from rejoinder.model.ids import content_key

__all__ = [
    "Change",
    "FloorSet",
    "Floors",
    "GoldKind",
    "read_floors",
    "render_floors",
    "seal_of",
]


class GoldKind(StrEnum):
    """In which form a data set's gold is."""

    AGREEMENT = "agreement"
    ATTRIBUTION = "attribution"
    EVENTS = "events"
    FULL = "full"
    NO_EVENTS = "no-events"


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorSet:
    """One data set and what it has to score.

    Attributes:
        gold: file or folder of the gold, relative to the floors file's folder.
        articles: what the reader of articles is given, relative likewise.
        required: missing data fail the gate; else the set is skipped.
        digest: of the gold when the floors were pinned; None before that.
        epsilon: how far below a floor a figure may fall, for machines that round otherwise.
        floors: least rates, by name.
        ceilings: most slips, by name.
        seal: `seal_of` this set and its history; None before it was pinned.
    """

    name: str
    kind: GoldKind
    gold: str
    articles: str
    required: bool
    digest: str | None
    epsilon: float
    floors: Mapping[str, float]
    ceilings: Mapping[str, int]
    seal: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change that could hide a loss: a set pinned, its data changed, a floor let down.

    Attributes:
        day: ISO day.
        details: what changed, a line each.
    """

    day: str
    data_set: str
    reason: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The whole file."""

    sets: tuple[FloorSet, ...]
    history: tuple[Change, ...]


def seal_of(one: FloorSet, history: Sequence[Change]) -> str:
    """Return the seal over a set's numbers and its part of the history.

    It covers everything but the paths, which the digest holds. It is no secret: it stops edits in
    passing, and a review sees the history.
    """
    parts: list[str | int | None] = [one.name, one.kind.value, int(one.required), one.digest]
    parts.append(f"{one.epsilon:.6f}")
    for name, floor in sorted(one.floors.items()):
        parts += [name, f"{floor:.6f}"]
    for name, ceiling in sorted(one.ceilings.items()):
        parts += [name, ceiling]
    for change in history:
        if change.data_set == one.name:
            parts += [change.day, change.reason, *change.details]
    return content_key("seal", *parts)


def read_floors(path: Path) -> Floors:
    """Read a floors file.

    Raises:
        GoldError: it cannot be read or is malformed; the message names the place.
    """
    row = read_fields(path)
    floors = Floors(
        sets=tuple(_read_set(one) for one in row.rows("sets")),
        history=tuple(
            Change(
                day=one.text("date"),
                data_set=one.text("set"),
                reason=one.text("reason"),
                details=one.texts("details"),
            )
            for one in row.rows("history")
        ),
    )
    names = [one.name for one in floors.sets]
    if len(set(names)) != len(names):
        raise GoldError(
            f"{path.name}: sets: a name is given twice in {names}; give each set its own"
        )
    return floors


def render_floors(floors: Floors) -> str:
    """Return the file's text."""
    value = {
        "sets": [_set_value(one) for one in floors.sets],
        "history": [
            {"date": c.day, "set": c.data_set, "reason": c.reason, "details": list(c.details)}
            for c in floors.history
        ],
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _read_set(row: Fields) -> FloorSet:
    """Read one set."""
    kind = row.text("kind")
    if kind not in [k.value for k in GoldKind]:
        raise row.fail("kind", f"needs {' or '.join(k.value for k in GoldKind)}, has {kind!r}")
    ceilings = row.row("ceilings")
    return FloorSet(
        name=row.text("name"),
        kind=GoldKind(kind),
        gold=row.text("gold"),
        articles=row.text("articles"),
        required=row.flag("required"),
        digest=row.maybe_text("digest"),
        epsilon=row.rate("epsilon"),
        floors=row.rates("floors"),
        ceilings={name: ceilings.number(name) for name in ceilings.names()},
        seal=row.maybe_text("seal"),
    )


def _set_value(one: FloorSet) -> dict[str, object]:
    """Return one set as JSON has it."""
    return {
        "name": one.name,
        "kind": one.kind.value,
        "gold": one.gold,
        "articles": one.articles,
        "required": one.required,
        "digest": one.digest,
        "epsilon": one.epsilon,
        "floors": dict(sorted(one.floors.items())),
        "ceilings": dict(sorted(one.ceilings.items())),
        "seal": one.seal,
    }
