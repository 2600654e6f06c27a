"""Score top-level statements against attributions in the form that PolNeAR's were brought into."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rejoinder.errors import GoldError
from rejoinder.evaluation.attribution_errors import (
    ArticleCases,
    CauseCounts,
    Prediction,
    article_cases,
    count_causes,
)
from rejoinder.evaluation.attribution_scores import KINDS, AttributionSpans, count_attributions
from rejoinder.evaluation.fields import Fields, read_lines
from rejoinder.evaluation.intervals import SEED, Interval, bootstrap
from rejoinder.evaluation.reliability import Reliability, reliability
from rejoinder.evaluation.scores import (
    NOTHING,
    Counts,
    Score,
    Share,
    Tally,
    add_up,
    score_of,
    share_of,
)
from rejoinder.evaluation.words import cut_words
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span

__all__ = [
    "AttributionReport",
    "AttributionScores",
    "GoldAttributions",
    "attribution_cases",
    "read_attributions",
    "score_attributions",
    "top_level",
]

_HEADLINE = ("attr50", "exact", "token", "source", "cue")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAttributions:
    """One article with its attributions."""

    id: str
    text: str
    attributions: tuple[AttributionSpans, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionScores:
    """The figures of one kind of quotation, or of all; docs/evaluation.md defines each.

    Attributes:
        gold: gold attributions of the kind.
        predicted: predicted attributions of the kind.
        linked: of the pairs that ``partial`` makes and whose gold has a source, those whose
            sources share a word.
    """

    kind: str
    gold: int
    predicted: int
    exact: Score
    partial: Score
    token: Score
    iou50: Score
    cue: Score
    source: Score
    attr50: Score
    linked: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionReport:
    """Figures over all articles of an attribution set.

    Attributes:
        missing: gold articles without a record; they count as predicted empty.
        kinds: all, direct, mixed, indirect, in this order.
        intervals: bootstrap over articles, for F1 of all attributions.
        errors: why gold was missed and predictions are false.
        reliability: the statements' scores against what ``attr50`` calls right.
    """

    articles: int
    missing: tuple[str, ...]
    kinds: tuple[AttributionScores, ...]
    intervals: tuple[Interval, ...]
    errors: CauseCounts
    reliability: Reliability


def read_attributions(path: Path) -> tuple[GoldAttributions, ...]:
    """Read attribution gold: JSON lines with ``id``, ``text`` and ``attributions``.

    Raises:
        GoldError: a line is malformed, a span lies outside its text, or an id comes twice; the
            message names file and line.
    """
    rows: dict[str, GoldAttributions] = {}
    for row in read_lines(path):
        one = _read_row(row)
        if one.id in rows:
            raise row.fail("id", f"the id {one.id!r} is given twice; give it once")
        rows[one.id] = one
    if not rows:
        raise GoldError(f"{path}: holds no gold; write one article a line")
    return tuple(rows.values())


def score_attributions(
    gold: Sequence[GoldAttributions], records: Sequence[ArticleRecord], *, seed: int = SEED
) -> AttributionReport:
    """Return what the top-level statements of the records score.

    Records are paired with gold by ``article.ref``; those that the gold does not have are left
    out. ``seed`` is the bootstrap's.

    Raises:
        GoldError: a record's text is not the one that the gold counts in.
    """
    by_ref = _by_ref(gold, records)
    tallies = []
    for article in gold:
        record = by_ref.get(article.id)
        predicted = top_level(record) if record else ()
        tallies.append(count_attributions(cut_words(article.text), article.attributions, predicted))
    cases = attribution_cases(gold, records)
    total = add_up(tallies)
    found = (bootstrap(f"{m}.all", tallies, _f1, seed=seed) for m in _HEADLINE)
    return AttributionReport(
        articles=len(gold),
        missing=tuple(article.id for article in gold if article.id not in by_ref),
        kinds=tuple(_scores(total, kind) for kind in KINDS),
        intervals=tuple(interval for interval in found if interval is not None),
        errors=count_causes(cases),
        reliability=reliability(cases),
    )


def attribution_cases(
    gold: Sequence[GoldAttributions], records: Sequence[ArticleRecord]
) -> tuple[ArticleCases, ...]:
    """Return what became of each gold attribution and each top-level statement, by article.

    Raises:
        GoldError: a record's text is not the one that the gold counts in.
    """
    by_ref = _by_ref(gold, records)
    cases = []
    for article in gold:
        record = by_ref.get(article.id)
        cases.append(
            article_cases(
                article.id,
                article.text,
                article.attributions,
                _predictions(record) if record else (),
                publisher=record.article.publisher if record else None,
            )
        )
    return tuple(cases)


def top_level(record: ArticleRecord) -> tuple[AttributionSpans, ...]:
    """Return a record's statements outside all others as attributions, in the record's order."""
    return tuple(one.spans for one in _predictions(record))


def _predictions(record: ArticleRecord) -> list[Prediction]:
    """Return a record's statements outside all others with their scores."""
    return [
        Prediction(
            spans=AttributionSpans(source=s.source, cue=s.cue, content=s.content), score=s.score
        )
        for s in record.statements
        if s.parent is None
    ]


def _by_ref(
    gold: Sequence[GoldAttributions], records: Sequence[ArticleRecord]
) -> dict[str, ArticleRecord]:
    """Return the records by name, refusing one whose text is not the gold's."""
    by_ref = {record.article.ref: record for record in records}
    for article in gold:
        record = by_ref.get(article.id)
        if record is not None and record.article.text != article.text:
            raise GoldError(
                f"the text of {article.id!r} is not the one that the gold counts in; "
                "score the texts of the gold file itself"
            )
    return by_ref


def _read_row(row: Fields) -> GoldAttributions:
    """Read one article."""
    text = row.text("text")
    attributions = []
    for one in row.rows("attributions"):
        roles = {role: one.spans(role) for role in ("source", "cue", "content")}
        _check_inside(one, roles, len(text))
        attributions.append(AttributionSpans(**roles))
    return GoldAttributions(id=row.text("id"), text=text, attributions=tuple(attributions))


def _check_inside(row: Fields, roles: Mapping[str, Iterable[Span]], length: int) -> None:
    """Refuse a span that ends after its text."""
    for role, spans in roles.items():
        for span in spans:
            if span.end > length:
                raise row.fail(role, f"{span} ends after the text, which has {length} characters")


def _scores(total: Tally, kind: str) -> AttributionScores:
    """Return the figures of one kind."""

    def counts(measure: str) -> Counts:
        return total.get(f"{measure}.{kind}", NOTHING)

    def score(measure: str) -> Score:
        return score_of(counts(measure), vacuous=0.0)

    return AttributionScores(
        kind=kind,
        gold=counts("exact").gold,
        predicted=counts("exact").predicted,
        exact=score("exact"),
        partial=score("partial"),
        token=score("token"),
        iou50=score("iou50"),
        cue=score("cue"),
        source=score("source"),
        attr50=score("attr50"),
        linked=share_of(counts("linked")),
    )


def _f1(counts: Counts) -> float | None:
    """Return F1, or None where there is neither gold nor prediction."""
    return score_of(counts, vacuous=0.0).f1 if counts.gold or counts.predicted else None
