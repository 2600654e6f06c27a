"""The causes of errors and the reliability of scores as text for people."""

from collections.abc import Sequence

from rejoinder.evaluation.attribution_errors import CauseRow
from rejoinder.evaluation.polnear import AttributionReport
from rejoinder.evaluation.reliability import Reliability, ScoreBin
from rejoinder.evaluation.tables import table

__all__ = [
    "RELIABILITY_HEADER",
    "cause_name",
    "errors_text",
    "reliability_row",
    "reliability_sentence",
]

RELIABILITY_HEADER = ("score", "found", "right", "right, %", "mean score, %")


def errors_text(report: AttributionReport) -> str:
    """Return the tables of an attribution report that say what went wrong."""
    parts = [
        _cause_table("of gold", "found", report.errors.gold),
        _detail_table(report.errors.gold),
        _cause_table("of what was found", "right", report.errors.predicted),
        reliability_sentence(report.reliability),
    ]
    if report.reliability.bins:
        parts.append(table(RELIABILITY_HEADER, map(reliability_row, report.reliability.bins)))
    return "\n\n".join(part for part in parts if part)


def cause_name(cause: str) -> str:
    """Return a cause in words."""
    return cause.replace("_", " ")


def reliability_row(row: ScoreBin) -> list[str]:
    """Return one bin's cells, below `RELIABILITY_HEADER`."""
    return [
        f"{row.low:.1f} to {row.high:.1f}",
        str(row.predicted),
        str(row.right),
        f"{100 * row.share:.1f}",
        f"{100 * row.mean_score:.1f}",
    ]


def reliability_sentence(found: Reliability) -> str:
    """Return the calibration error as a sentence."""
    if found.error is None:
        return "Nothing was found, so there are no scores to compare."
    return f"Scores miss the share that is right by {100 * found.error:.1f} points on average."


def _cause_table(name: str, right: str, rows: Sequence[CauseRow]) -> str:
    """Return the counts of one side, a line a kind."""
    causes = list(rows[0].causes)
    cells = [
        [row.kind, str(row.total), str(row.right), *(str(row.causes[c]) for c in causes)]
        for row in rows
    ]
    return table([name, "all", right, *map(cause_name, causes)], cells)


def _detail_table(rows: Sequence[CauseRow]) -> str:
    """Return the details of one side, a line each; empty where there are none."""
    cells = [
        [cause_name(detail), *(str(row.details.get(detail, 0)) for row in rows)]
        for detail in rows[0].details
    ]
    return table(["of gold", *(row.kind for row in rows)], cells) if cells else ""
