"""The figures of a report that floors can hold, by name."""

from collections.abc import Mapping
from dataclasses import dataclass

from rejoinder.evaluation.agreement import SHARES, AgreementReport
from rejoinder.evaluation.codebook import EventsReport
from rejoinder.evaluation.exchange_scores import ExchangeScores
from rejoinder.evaluation.gold_report import GoldReport
from rejoinder.evaluation.no_events import NoEventsReport
from rejoinder.evaluation.polnear import AttributionReport
from rejoinder.evaluation.scores import Score, Share

__all__ = ["Figures", "figures_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is held from below and what from above.

    Attributes:
        rates: 0 to 1, the more the better; those with nothing to count are left out.
        slips: counts of what should not happen, the fewer the better.
    """

    rates: Mapping[str, float]
    slips: Mapping[str, int]


def figures_of(
    report: AgreementReport | AttributionReport | EventsReport | GoldReport | NoEventsReport,
) -> Figures:
    """Return the figures that gate a report."""
    if isinstance(report, NoEventsReport):
        return Figures(rates={}, slips={"coded": int(report.coded.right)})
    if isinstance(report, EventsReport):
        rates = {f"{level}.f1": _of(score) for level, score in report.levels}
        return Figures(rates=_present(rates), slips={})
    if isinstance(report, GoldReport):
        return Figures(
            rates=_present(_gold_rates(report)),
            slips={
                "dates_invented": report.dates_invented,
                "furniture_hits": report.furniture_hits,
                "trap_hits": report.trap_hits,
            },
        )
    if isinstance(report, AgreementReport):
        return Figures(rates=_present(_agreement_rates(report)), slips={})
    return Figures(rates=_present(_attribution_rates(report)), slips={})


def _gold_rates(report: GoldReport) -> dict[str, float | None]:
    """Return the rates of full gold."""
    return {
        "statements.f1": report.statements.f1,
        "statements.recall.tier1": _of(dict(report.recall_by).get("tier1")),
        "speaker": report.speaker.value,
        "act": report.act.value,
        "act_lenient": report.act_lenient.value,
        "mode": report.mode.value,
        "targets.f1": _of(report.targets),
        "targets_lenient.f1": _of(report.targets_lenient),
        "relayed_by.f1": _of(report.relayed_by),
        "addressee.f1": _of(report.addressee),
        "nesting.f1": _of(report.nesting),
        "date": report.date.value,
        "dates_left_open": report.dates_left_open.value,
        "events.f1": _of(report.events),
        "event_type": report.event_type.value,
        "event_asserted_by": report.event_asserted_by.value,
        "threads.f1": _of(report.threads.found),
        "threads.explicit_recall": report.threads.explicit_recall.value,
        "cross_threads.f1": _of(report.cross_threads.found),
        "replies.f1": _of(report.replies.found),
        "replies_shown": report.replies.shown.value,
        **_exchange_rates(report.exchanges),
        "actors_within.f1": _of(report.actors_within),
        "actors_across.f1": _of(report.actors_across),
    }


def _exchange_rates(scores: ExchangeScores | None) -> dict[str, float | None]:
    """Return the rates of exchanges and contested claims, where they were listed by hand."""
    if scores is None:
        return {}
    return {
        "contested.precision": scores.contested.precision,
        "contested.recall": scores.contested.recall,
        "exchanges": scores.exchanges.value,
        "exchange_turns": scores.turns.value,
    }


def _attribution_rates(report: AttributionReport) -> dict[str, float | None]:
    """Return the rates of attribution gold: all measures over all, the headline by kind."""
    rates: dict[str, float | None] = {}
    for row in report.kinds:
        rates[f"attr50.{row.kind}.f1"] = row.attr50.f1 if row.gold else None
    everything = report.kinds[0]
    rates["exact.f1"] = everything.exact.f1
    rates["partial.f1"] = everything.partial.f1
    rates["token.f1"] = everything.token.f1
    rates["source.f1"] = everything.source.f1
    rates["cue.f1"] = everything.cue.f1
    rates["linked"] = everything.linked.value
    return rates


def _agreement_rates(report: AgreementReport) -> dict[str, float | None]:
    """Return the rates of agreement between outlets."""
    return {name: _of(getattr(report, name)) for name in SHARES}


def _of(figure: Score | Share | None) -> float | None:
    """Return the one number of a figure, or None where the gold has nothing for it."""
    if figure is None:
        return None
    if isinstance(figure, Share):
        return figure.value
    return figure.f1 if figure.gold else None


def _present(rates: Mapping[str, float | None]) -> dict[str, float]:
    """Leave out what could not be counted."""
    return {name: value for name, value in rates.items() if value is not None}
