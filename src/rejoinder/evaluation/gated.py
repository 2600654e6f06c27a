"""Score every data set of a floors file and hold it to its floors, or move them."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from rejoinder.errors import GoldError
from rejoinder.evaluation.digest import digest_of
from rejoinder.evaluation.evaluate import (
    Extract,
    Report,
    evaluate_agreement,
    evaluate_attribution,
    evaluate_events,
    evaluate_gold,
    evaluate_no_events,
)
from rejoinder.evaluation.figures import figures_of
from rejoinder.evaluation.floors import Floors, FloorSet, GoldKind, read_floors, render_floors
from rejoinder.evaluation.gate import Breach, Measured, check_floors, raise_floors
from rejoinder.evaluation.intervals import SEED
from rejoinder.model.article import Article

__all__ = ["GateOutcome", "Read", "run_gate", "update_floors"]

Read: TypeAlias = Callable[[Path], Iterable[Article]]
"""What reads the articles in a file or a folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateOutcome:
    """What a run over the floors file found.

    Attributes:
        reports: by data set, in the file's order.
        skipped: data sets whose data are not here, with the path that is missing.
        breaches: why the gate is shut; empty where it is open.
        changes: what an update changed in the floors file, a line each.
    """

    reports: tuple[tuple[str, Report], ...]
    skipped: tuple[tuple[str, str], ...]
    breaches: tuple[Breach, ...]
    changes: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Say whether everything measured holds."""
        return not self.breaches


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scored:
    """What was measured, and what could not be."""

    measured: tuple[Measured, ...]
    reports: tuple[tuple[str, Report], ...]
    skipped: tuple[tuple[str, str], ...]
    missing: tuple[Breach, ...]


def run_gate(
    floors_path: Path,
    read: Read,
    extract: Extract,
    *,
    only: Collection[str] | None = None,
    seed: int = SEED,
) -> GateOutcome:
    """Score the data sets of a floors file and compare them with their floors.

    A set whose data are not here is skipped, unless it is required. ``only`` names the sets to
    score; all if None.

    Raises:
        GoldError: floors or gold are malformed, or ``only`` names an unknown set.
    """
    floors = read_floors(floors_path)
    scored = _score_sets(floors, floors_path.parent, read, extract, only, seed)
    return GateOutcome(
        reports=scored.reports,
        skipped=scored.skipped,
        breaches=scored.missing + check_floors(floors, scored.measured),
    )


def update_floors(
    floors_path: Path,
    read: Read,
    extract: Extract,
    *,
    day: date,
    reason: str | None = None,
    only: Collection[str] | None = None,
    seed: int = SEED,
) -> GateOutcome:
    """Score the data sets of a floors file and write their floors as `raise_floors` moves them.

    ``day`` and ``reason`` go into the file's history where a floor is let down. Nothing is written
    where nothing changes or where the update is refused.

    Raises:
        GoldError: floors or gold are malformed, a seal is broken, or a figure got worse and no
            ``reason`` is given.
    """
    floors = read_floors(floors_path)
    scored = _score_sets(floors, floors_path.parent, read, extract, only, seed)
    raised = raise_floors(floors, scored.measured, day=day.isoformat(), reason=reason)
    if raised.floors != floors:
        floors_path.write_text(render_floors(raised.floors), encoding="utf-8")
    return GateOutcome(
        reports=scored.reports,
        skipped=scored.skipped,
        breaches=scored.missing,
        changes=raised.details,
    )


def _score_sets(
    floors: Floors,
    folder: Path,
    read: Read,
    extract: Extract,
    only: Collection[str] | None,
    seed: int,
) -> _Scored:
    """Score the sets whose data are here."""
    _check_names(floors, only)
    measured, reports = list[Measured](), list[tuple[str, Report]]()
    skipped, missing = list[tuple[str, str]](), list[Breach]()
    for one in floors.sets:
        if only is not None and one.name not in only:
            continue
        absent = [p for p in (one.gold, one.articles) if not (folder / p).exists()]
        if absent and one.required:
            message = f"its data are required and {absent[0]!r} is not there"
            missing.append(Breach(data_set=one.name, metric=None, message=message))
        elif absent:
            skipped.append((one.name, absent[0]))
        else:
            report = _score_set(one, folder, read, extract, seed)
            reports.append((one.name, report))
            measured.append(
                Measured(
                    data_set=one.name,
                    digest=digest_of(folder / one.gold),
                    figures=figures_of(report),
                )
            )
    return _Scored(
        measured=tuple(measured),
        reports=tuple(reports),
        skipped=tuple(skipped),
        missing=tuple(missing),
    )


def _score_set(one: FloorSet, folder: Path, read: Read, extract: Extract, seed: int) -> Report:
    """Score one set."""
    gold, articles = folder / one.gold, read(folder / one.articles)
    match one.kind:
        case GoldKind.FULL:
            return evaluate_gold(gold, articles, extract, seed=seed)
        case GoldKind.AGREEMENT:
            return evaluate_agreement(gold, articles, extract, seed=seed)
        case GoldKind.ATTRIBUTION:
            return evaluate_attribution(gold, articles, extract, seed=seed)
        case GoldKind.EVENTS:
            return evaluate_events(gold, articles, extract, seed=seed)
        case GoldKind.NO_EVENTS:
            return evaluate_no_events(gold, articles, extract, seed=seed)


def _check_names(floors: Floors, only: Collection[str] | None) -> None:
    """Refuse a name that the file does not have."""
    known = [one.name for one in floors.sets]
    for name in only or ():
        if name not in known:
            raise GoldError(f"no data set {name!r} in the floors file; it has {', '.join(known)}")
