"""Reports as text for people and as plain values for JSON; nothing is printed here."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from typing import TypeAlias

from rejoinder.evaluation.agreement import AgreementReport, Finding
from rejoinder.evaluation.codebook import EventsReport
from rejoinder.evaluation.exchange_scores import ExchangeScores
from rejoinder.evaluation.gate import Breach
from rejoinder.evaluation.gated import GateOutcome
from rejoinder.evaluation.gold_report import ArticleScores, GoldReport
from rejoinder.evaluation.intervals import Interval
from rejoinder.evaluation.no_events import NoEventsReport
from rejoinder.evaluation.polnear import AttributionReport, AttributionScores
from rejoinder.evaluation.scores import Score, Share
from rejoinder.evaluation.tables import table

__all__ = ["gate_text", "gate_values", "report_text", "report_values"]

_NONE = "-"
_MEASURES = ("attr50", "exact", "partial", "token", "iou50", "source", "cue")


_Report: TypeAlias = (
    AgreementReport | AttributionReport | EventsReport | GoldReport | NoEventsReport
)


def report_text(report: _Report) -> str:
    """Return a report as text tables, percentages with one digit."""
    match report:
        case GoldReport():
            parts = _gold_parts(report)
        case AgreementReport():
            parts = _agreement_parts(report)
        case EventsReport():
            parts = _events_parts(report)
        case NoEventsReport():
            parts = _no_events_parts(report)
        case AttributionReport():
            parts = _attribution_parts(report)
    if report.missing:
        parts.append(f"without a record, counted as empty: {', '.join(report.missing)}")
    return "\n\n".join(part for part in parts if part)


def report_values(report: _Report) -> dict[str, object]:
    """Return a report as plain values, rates from 0 to 1."""
    values = _plain(report)
    if not isinstance(values, dict):
        raise TypeError(f"not a report: {report!r:.60}")
    values["intervals"] = {
        i.metric: {"value": i.value, "low": i.low, "high": i.high} for i in report.intervals
    }
    if isinstance(report, GoldReport):
        values["recall_by"] = {name: _plain(share) for name, share in report.recall_by}
    elif isinstance(report, AgreementReport):
        values["pairs"] = {finding.value: count for finding, count in _findings(report)}
    elif isinstance(report, EventsReport):
        values["levels"] = {level: _plain(score) for level, score in report.levels}
        del values["misses"]
    elif isinstance(report, NoEventsReport):
        values["kinds"] = {kind: _plain(share) for kind, share in report.kinds}
    else:
        values["kinds"] = {row.kind: _plain(row) for row in report.kinds}
        values["errors"] = {
            "gold": {row.kind: _plain(row) for row in report.errors.gold},
            "predicted": {row.kind: _plain(row) for row in report.errors.predicted},
        }
    return values


def gate_text(outcome: GateOutcome) -> str:
    """Return what a run over the floors file found, without the reports."""
    lines = [f"{name}: skipped, {path!r} is not here" for name, path in outcome.skipped]
    lines += [f"changed: {line}" for line in outcome.changes]
    lines += [_breach_line(breach) for breach in outcome.breaches]
    checked = ", ".join(name for name, _ in outcome.reports) or "nothing"
    lines.append(f"gate {'open' if outcome.is_open else 'shut'}: {checked}")
    return "\n".join(lines)


def gate_values(outcome: GateOutcome) -> dict[str, object]:
    """Return a run over the floors file as plain values, with the reports."""
    return {
        "open": outcome.is_open,
        "breaches": [_plain(breach) for breach in outcome.breaches],
        "skipped": dict(outcome.skipped),
        "changes": list(outcome.changes),
        "reports": {name: report_values(report) for name, report in outcome.reports},
    }


def _breach_line(breach: Breach) -> str:
    """Return one reason in a line."""
    return f"{breach.data_set}: {' '.join(filter(None, (breach.metric, breach.message)))}"


def _plain(value: object) -> object:
    """Return records as dicts and tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(x) for x in value]
    return value


def _percent(value: float | None) -> str:
    """Return a rate for people."""
    return _NONE if value is None else f"{100 * value:.1f}"


def _attribution_parts(report: AttributionReport) -> list[str]:
    """Return the tables of an attribution report."""
    header = ["F1", "gold", "found", *_MEASURES, "linked"]
    rows = [_kind_row(row) for row in report.kinds]
    sides = [
        [name, _percent(score.precision), _percent(score.recall), _percent(score.f1)]
        for name, score in ((m, getattr(report.kinds[0], m)) for m in _MEASURES)
    ]
    return [
        f"{report.articles} articles",
        table(header, rows),
        table(["all", "P", "R", "F1"], sides),
        _interval_table(report.intervals),
    ]


def _kind_row(row: AttributionScores) -> list[str]:
    """Return one kind of quotation's line."""
    figures = [_percent(getattr(row, measure).f1) for measure in _MEASURES]
    return [row.kind, str(row.gold), str(row.predicted), *figures, _percent(row.linked.value)]


def _gold_parts(report: GoldReport) -> list[str]:
    """Return the tables of a full report."""
    slips = [
        ("dates invented", report.dates_invented),
        ("furniture hits", report.furniture_hits),
        ("trap hits", report.trap_hits),
    ]
    return [
        f"{report.articles} articles",
        table(["", "P", "R", "F1", "found", "gold"], _score_rows(report)),
        table(["", "%", "right", "of"], _share_rows(report)),
        table(["should be 0", ""], ([name, str(count)] for name, count in slips)),
        _interval_table(report.intervals),
        _article_table(report.by_article),
        _exchange_table(report.exchanges),
    ]


def _score_rows(report: GoldReport) -> list[list[str]]:
    """Return the lines of everything that has precision and recall."""
    scores: list[tuple[str, Score | None]] = [
        ("statements", report.statements),
        ("targets", report.targets),
        ("targets, lenient", report.targets_lenient),
        ("targets, by country", report.targets_by_country),
        ("relayed by", report.relayed_by),
        ("addressee", report.addressee),
        ("nesting", report.nesting),
        ("events", report.events),
        ("event actors", report.event_actors),
        ("threads", report.threads.found),
        ("threads across", report.cross_threads.found),
        ("accusations answered", report.replies.found),
        ("actors within", report.actors_within),
        ("actors across", report.actors_across),
    ]
    if report.exchanges is not None:
        scores.append(("contested statements", report.exchanges.contested))
    return [_score_row(name, score) for name, score in scores]


def _agreement_parts(report: AgreementReport) -> list[str]:
    """Return the tables of a report on agreement."""
    shares = [
        ("same speaker", report.agreement),
        ("same speaker, of those named", report.agreement_named),
        ("pairs with two statements", report.told),
        ("of these, two speakers named", report.named),
        (f"quotations of {report.least_words} words in a statement", report.quotations),
    ]
    return [
        f"{report.articles} articles, {report.events} events",
        table(["pairs", ""], ([finding.value, str(n)] for finding, n in _findings(report))),
        table(["", "%", "right", "of"], _share_lines(shares)),
        _interval_table(report.intervals, "events"),
    ]


def _events_parts(report: EventsReport) -> list[str]:
    """Return the tables of a report on codebook sentences."""
    return [
        f"{report.sentences} sentences, something coded in {report.coded}",
        table(
            ["", "P", "R", "F1", "found", "gold"],
            [_score_row(level, score) for level, score in report.levels],
        ),
        _interval_table(report.intervals, "sentences"),
    ]


def _no_events_parts(report: NoEventsReport) -> list[str]:
    """Return the tables of a report on sentences without an event."""
    shares = [
        ("coded", report.coded),
        ("with an event, beside acts", report.events),
        *((f"coded, {kind}", share) for kind, share in report.kinds),
    ]
    return [
        f"{report.sentences} sentences without an event",
        table(["should be 0", "%", "coded", "of"], _share_lines(shares)),
        _interval_table(report.intervals, "sentences"),
    ]


def _findings(report: AgreementReport) -> list[tuple[Finding, int]]:
    """Return how many pairs came to what."""
    found = [pair.finding for pair in report.pairs]
    return [(finding, found.count(finding)) for finding in Finding]


def _share_rows(report: GoldReport) -> list[list[str]]:
    """Return the lines of everything that is a share of one count."""
    shares = [
        ("speaker", report.speaker),
        ("characters, right speaker", report.speaker_characters),
        ("act", report.act),
        ("act, lenient", report.act_lenient),
        ("mode", report.mode),
        ("plover root", report.plover),
        ("date", report.date),
        ("dates left open", report.dates_left_open),
        ("event type", report.event_type),
        ("event asserted by", report.event_asserted_by),
        ("event told or alleged", report.event_voice),
        ("threads: relation", report.threads.relation),
        ("threads: explicit, recall", report.threads.explicit_recall),
        ("threads across: relation", report.cross_threads.relation),
        ("accusations whose answer is shown", report.replies.shown),
        *((f"recall, {name}", share) for name, share in report.recall_by),
    ]
    if report.exchanges is not None:
        shares.append(("contested claims, both sides", report.exchanges.claims))
        shares.append(("exchanges", report.exchanges.exchanges))
        shares.append(("exchange turns in order", report.exchanges.turns))
    return _share_lines(shares)


def _share_lines(shares: Iterable[tuple[str, Share]]) -> list[list[str]]:
    """Return a line for each share."""
    return [
        [name, _percent(share.value), f"{share.right:g}", str(share.total)]
        for name, share in shares
    ]


def _article_table(articles: Sequence[ArticleScores]) -> str:
    """Return a line for each article."""
    rows = [
        [
            article.id,
            _percent(article.statements.f1),
            _percent(article.speaker.value),
            _percent(article.events.f1),
            _percent(article.threads.f1),
        ]
        for article in articles
    ]
    return table(["article", "statements", "speaker", "events", "threads"], rows)


def _exchange_table(scores: ExchangeScores | None) -> str:
    """Return a line for each exchange that was listed by hand, or nothing."""
    if scores is None:
        return ""
    rows = [[one.title, str(one.in_order), str(one.found), str(one.turns)] for one in scores.each]
    return table(["exchange: turns", "in order", "found", "listed"], rows)


def _score_row(name: str, score: Score | None) -> list[str]:
    """Return a line of precision, recall, F1 and counts."""
    if score is None:
        return [name, *([_NONE] * 5)]
    rates = [_percent(x) for x in (score.precision, score.recall, score.f1)]
    return [name, *rates, str(score.predicted), str(score.gold)]


def _interval_table(intervals: Sequence[Interval], drawn: str = "articles") -> str:
    """Return the intervals, or nothing."""
    if not intervals:
        return ""
    rows = [[i.metric, _percent(i.value), _percent(i.low), _percent(i.high)] for i in intervals]
    return table([f"95 % over {drawn}", "%", "from", "to"], rows)
