"""How far reviewing has come, and how far reviewers agree, as text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rejoinder.cli.visible import one_line
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api import AgreementView, MeasureView, ReviewStatus

__all__ = ["agreement_lines", "status_lines"]


def status_lines(status: "ReviewStatus") -> Iterator[str]:
    """Yield how far the reviewing has come."""
    judged = sum(count for state, count in status.states if state in _JUDGED)
    yield f"{judged} of {counted(status.statements, 'statement')} reviewed"
    for state, count in status.states:
        yield f"  {_STATES[state]}: {count}"
    for name, count in status.reviewers:
        yield f"  by {one_line(name)}: {count}"
    yield (
        f"read differently: {status.disputed} open, {status.adjudicated} decided between reviewers"
    )


def agreement_lines(agreement: "AgreementView") -> Iterator[str]:
    """Yield how far reviewers agree."""
    if not agreement.statements:
        yield "agreement: no statement was judged by two reviewers"
        return
    yield f"agreement on {counted(agreement.statements, 'statement')} judged by several"
    for measure in agreement.measures:
        yield _line(measure)


_JUDGED = ("accepted", "corrected", "rejected")
_STATES = {
    "accepted": "accepted",
    "corrected": "corrected",
    "rejected": "rejected",
    "noted": "noted only",
    "unfit": "no longer fit",
}


def _line(measure: "MeasureView") -> str:
    told = [f"alpha {_figure(measure.alpha)}"]
    told += [
        f"{one_line(pair.one)} and {one_line(pair.other)}: kappa {_figure(pair.kappa)}, "
        f"same {pair.observed:.2f} of {pair.units}"
        for pair in measure.pairs
    ]
    return f"  {measure.part} ({measure.units}): {'; '.join(told)}"


def _figure(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"
