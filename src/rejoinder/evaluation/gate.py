"""Hold measured figures against the floors, and raise the floors to them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rejoinder.errors import GoldError
from rejoinder.evaluation.figures import Figures
from rejoinder.evaluation.floors import Change, Floors, FloorSet, seal_of

__all__ = ["Breach", "Measured", "Raised", "check_floors", "check_seals", "raise_floors"]

_DIGITS = 1000
_RESTORE = "restore it, or lower it with --update --allow-regression REASON"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one data set scored now, and the digest of its gold."""

    data_set: str
    digest: str
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One reason why the gate is shut.

    Attributes:
        metric: the figure, or None where the whole set is at fault.
        message: what, by how much, and what to do.
    """

    data_set: str
    metric: str | None
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """New floors and what is different in them, a line each."""

    floors: Floors
    details: tuple[str, ...]


def check_seals(floors: Floors) -> tuple[Breach, ...]:
    """Return the sets whose numbers were edited by hand, or that were never pinned."""
    breaches = []
    for one in floors.sets:
        pinned = one.seal is not None or any(c.data_set == one.name for c in floors.history)
        if not pinned:
            message = "has no floors yet; pin it with --update"
            breaches.append(Breach(data_set=one.name, metric=None, message=message))
        elif one.seal != seal_of(one, floors.history):
            message = f"its floors do not match their seal: a number was edited by hand; {_RESTORE}"
            breaches.append(Breach(data_set=one.name, metric=None, message=message))
    return tuple(breaches)


def check_floors(floors: Floors, measured: Sequence[Measured]) -> tuple[Breach, ...]:
    """Return every reason to shut the gate: seals, changed gold, rates below, slips above."""
    breaches = list(check_seals(floors))
    by_name = {one.name: one for one in floors.sets}
    for now in measured:
        one = by_name.get(now.data_set)
        if one is None:
            message = "is not in the floors file; add it there"
            breaches.append(Breach(data_set=now.data_set, metric=None, message=message))
        elif one.seal is not None:
            breaches += _check_set(one, now)
    return tuple(breaches)


def raise_floors(
    floors: Floors, measured: Sequence[Measured], *, day: str, reason: str | None = None
) -> Raised:
    """Return the floors with those of the measured sets moved to what they score now.

    Rates are rounded down to three digits. A floor is let down, a ceiling lifted, or a figure
    dropped only with a ``reason``; that, changed gold and the first pinning go into the history
    under ``day`` (ISO).

    Raises:
        GoldError: a seal is broken, a set is unknown, or a figure got worse and there is no reason.
    """
    _refuse_broken(floors)
    by_name = {one.name: one for one in floors.sets}
    sets, history, details = dict(by_name), list(floors.history), list[str]()
    for now in measured:
        if now.data_set not in by_name:
            raise GoldError(f"data set {now.data_set!r} is not in the floors file; add it there")
        old = by_name[now.data_set]
        new = _move(old, now)
        worse = _moves(old, new, down=True)
        if worse and not (reason and reason.strip()):
            raise GoldError(
                f"data set {old.name!r} got worse: {'; '.join(worse)}; "
                "to let the floors down all the same, give --allow-regression REASON"
            )
        noted = worse + _noted(old, new)
        if noted:
            why = (
                reason.strip()
                if worse and reason
                else "pinned"
                if old.seal is None
                else "gold changed"
            )
            change = Change(day=day, data_set=old.name, reason=why, details=tuple(noted))
            history.append(change)
        details += [f"{old.name}: {line}" for line in noted + _moves(old, new, down=False)]
        sets[old.name] = replace(new, seal=seal_of(new, history))
    return Raised(
        floors=Floors(sets=tuple(sets.values()), history=tuple(history)), details=tuple(details)
    )


def _check_set(one: FloorSet, now: Measured) -> list[Breach]:
    """Return what is wrong with one set's figures."""
    found: list[tuple[str | None, str]] = []
    if now.digest != one.digest:
        found.append((None, "its gold has changed since it was pinned; if rightly, run --update"))
    for name, floor in sorted(one.floors.items()):
        value = now.figures.rates.get(name)
        if value is None:
            found.append((name, f"was not measured; the floor is {floor:.3f}"))
        elif value < floor - one.epsilon:
            found.append((name, f"is {value:.4f}, below the floor of {floor:.3f}"))
    for name, ceiling in sorted(one.ceilings.items()):
        slips = now.figures.slips.get(name)
        if slips is None:
            found.append((name, f"was not measured; the ceiling is {ceiling}"))
        elif slips > ceiling:
            found.append((name, f"is {slips}, above the ceiling of {ceiling}"))
    return [Breach(data_set=one.name, metric=name, message=message) for name, message in found]


def _refuse_broken(floors: Floors) -> None:
    """Refuse to seal anew what was edited by hand."""
    for breach in check_seals(floors):
        pinned = any(c.data_set == breach.data_set for c in floors.history)
        if pinned or next(x for x in floors.sets if x.name == breach.data_set).seal is not None:
            raise GoldError(f"data set {breach.data_set!r}: {breach.message}")


def _move(old: FloorSet, now: Measured) -> FloorSet:
    """Return the set with its floors where the figures are; what is within epsilon stays."""
    floors = {}
    for name, value in now.figures.rates.items():
        down = math.floor(value * _DIGITS + 1e-6) / _DIGITS
        before = old.floors.get(name)
        stays = before is not None and before - old.epsilon <= value < before
        floors[name] = before if stays and before is not None else down
    return replace(old, digest=now.digest, floors=floors, ceilings=dict(now.figures.slips))


def _moves(old: FloorSet, new: FloorSet, *, down: bool) -> list[str]:
    """Return what got worse or is gone, else what got better or is new, a line each."""
    lines = []
    kinds: tuple[tuple[Mapping[str, float], Mapping[str, float], str, bool], ...] = (
        (old.floors, new.floors, ".3f", True),
        (old.ceilings, new.ceilings, "", False),
    )
    for before, after, form, is_floor in kinds:
        told, alone = (before, "is no longer measured") if down else (after, "is new")
        for name in sorted(told):
            was, now = before.get(name), after.get(name)
            if was is None or now is None:
                lines.append(f"{name} {told[name]:{form}} {alone}")
            elif was > now if down is is_floor else was < now:
                lines.append(f"{name} {was:{form}} -> {now:{form}}")
    return lines


def _noted(old: FloorSet, new: FloorSet) -> list[str]:
    """Return what goes into the history without being worse: a change of the gold."""
    if old.digest == new.digest:
        return []
    was = f"{old.digest[:12]}…" if old.digest else "none"
    return [f"gold {was} -> {(new.digest or '')[:12]}…"]
