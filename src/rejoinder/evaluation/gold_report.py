"""GoldReport: what a set of records scores on full gold."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from rejoinder.evaluation.exchange_scores import ExchangeScores
from rejoinder.evaluation.intervals import Interval
from rejoinder.evaluation.scores import NOTHING, Score, Share, Tally, score_of, share_of

__all__ = [
    "ArticleScores",
    "GoldReport",
    "ReplyScores",
    "ThreadScores",
    "gold_report",
    "thread_scores",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadScores:
    """Links between two statements or events, in the right direction.

    Attributes:
        relation: of the links found, those with a right relation.
        undirected_recall: links found in either direction.
        explicit_recall: links found of those that the text marks.
        mappable_precision: right ones of the predicted links whose two ends were found.
    """

    found: Score
    relation: Share
    undirected_recall: Share
    explicit_recall: Share
    mappable_precision: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyScores:
    """The right of reply.

    Attributes:
        found: accusations that the accused is known to have answered.
        shown: of those that gold has answered, those shown with such an answer, be it as one that
            is told or heard beside the accusation.
    """

    found: Score
    shown: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleScores:
    """The figures of one article that show where to look."""

    id: str
    statements: Score
    speaker: Share
    events: Score
    threads: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReport:
    """Figures over all articles of a gold set; docs/evaluation.md defines each.

    Attributes:
        missing: gold articles without a record; they count as predicted empty.
        recall_by: recall of statements by tier, zone, mode and nesting.
        speaker_characters: of the characters of top-level gold statements, those that a prediction
            gives to the right speaker.
        replies: accusations against somebody, and which of them the accused answered.
        exchanges: None where nobody listed exchanges and contested claims by hand.
        actors_within, actors_across: B-cubed; None where no actor was predicted.
        intervals: bootstrap over articles, for the headline figures.
    """

    articles: int
    missing: tuple[str, ...]
    statements: Score
    recall_by: tuple[tuple[str, Share], ...]
    speaker_characters: Share
    speaker: Share
    act: Share
    act_lenient: Share
    mode: Share
    plover: Share
    targets: Score
    targets_lenient: Score
    targets_by_country: Score
    relayed_by: Score
    addressee: Score
    nesting: Score
    date: Share
    dates_left_open: Share
    dates_invented: int
    events: Score
    event_type: Share
    event_asserted_by: Share
    event_voice: Share
    event_actors: Score
    threads: ThreadScores
    cross_threads: ThreadScores
    replies: ReplyScores
    exchanges: ExchangeScores | None
    actors_within: Score | None
    actors_across: Score | None
    furniture_hits: int
    trap_hits: int
    intervals: tuple[Interval, ...]
    by_article: tuple[ArticleScores, ...]


def gold_report(
    tallies: Mapping[str, Tally],
    total: Tally,
    *,
    missing: tuple[str, ...],
    actors: tuple[Score, Score] | None,
    exchanges: ExchangeScores | None,
    intervals: tuple[Interval, ...],
) -> GoldReport:
    """Return the report: counts by article, their sum with the links across, actors by B-cubed."""
    score, share, hits = partial(_score, total), partial(_share, total), partial(_hits, total)
    return GoldReport(
        articles=len(tallies),
        missing=missing,
        statements=score("statements"),
        recall_by=_recall_by(total),
        speaker_characters=share("speaker_characters"),
        speaker=share("speaker"),
        act=share("act"),
        act_lenient=share("act_lenient"),
        mode=share("mode"),
        plover=share("plover"),
        targets=score("targets"),
        targets_lenient=score("targets_lenient"),
        targets_by_country=score("targets_by_country"),
        relayed_by=score("relayed_by"),
        addressee=score("addressee"),
        nesting=score("nesting"),
        date=share("date"),
        dates_left_open=share("dates_left_open"),
        dates_invented=hits("dates_invented"),
        events=score("events"),
        event_type=share("event_type"),
        event_asserted_by=share("event_asserted_by"),
        event_voice=share("event_voice"),
        event_actors=score("event_actors"),
        threads=thread_scores(total, "threads"),
        cross_threads=thread_scores(total, "cross_threads"),
        replies=ReplyScores(found=score("replies"), shown=share("replies_shown")),
        exchanges=exchanges,
        actors_within=actors[0] if actors else None,
        actors_across=actors[1] if actors else None,
        furniture_hits=hits("furniture_hits"),
        trap_hits=hits("trap_hits"),
        intervals=intervals,
        by_article=tuple(_article(id_, tally) for id_, tally in tallies.items()),
    )


def thread_scores(total: Tally, name: str) -> ThreadScores:
    """Return the figures of links within (``threads``) or across articles (``cross_threads``)."""
    return ThreadScores(
        found=_score(total, name),
        relation=_share(total, f"{name}_relation"),
        undirected_recall=_share(total, f"{name}_undirected"),
        explicit_recall=_share(total, f"{name}_explicit"),
        mappable_precision=_share(total, f"{name}_mappable"),
    )


def _score(tally: Tally, name: str) -> Score:
    """Return a metric as precision, recall and F1."""
    return score_of(tally.get(name, NOTHING), vacuous=1.0)


def _share(tally: Tally, name: str) -> Share:
    """Return a metric as a share."""
    return share_of(tally.get(name, NOTHING))


def _hits(tally: Tally, name: str) -> int:
    """Return a metric as a count."""
    return round(tally.get(name, NOTHING).found)


def _recall_by(total: Tally) -> tuple[tuple[str, Share], ...]:
    """Return the recall of each kind of statement, by name."""
    prefix = "recall."
    return tuple(
        (name.removeprefix(prefix), share_of(counts))
        for name, counts in sorted(total.items())
        if name.startswith(prefix)
    )


def _article(article_id: str, tally: Tally) -> ArticleScores:
    """Return one article's line."""
    return ArticleScores(
        id=article_id,
        statements=_score(tally, "statements"),
        speaker=_share(tally, "speaker"),
        events=_score(tally, "events"),
        threads=_score(tally, "threads"),
    )
