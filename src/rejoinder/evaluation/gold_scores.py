"""Score records against full gold, as the scorer beside the gold files defines the figures."""

from collections.abc import Callable, Mapping, Sequence

from rejoinder.evaluation.clusters import b_cubed
from rejoinder.evaluation.event_scores import count_events, match_events
from rejoinder.evaluation.exchange_gold import GoldLists
from rejoinder.evaluation.exchange_scores import score_exchanges
from rejoinder.evaluation.gold_check import check_texts
from rejoinder.evaluation.gold_report import GoldReport, gold_report
from rejoinder.evaluation.gold_types import GoldArticle, GoldSet
from rejoinder.evaluation.intervals import SEED, Interval, bootstrap
from rejoinder.evaluation.names import ActorMatcher, GoldNames
from rejoinder.evaluation.reply_scores import count_replies
from rejoinder.evaluation.scores import Counts, Tally, add_up, score_of, share_of
from rejoinder.evaluation.statement_match import match_statements
from rejoinder.evaluation.statement_scores import count_statements
from rejoinder.evaluation.thread_scores import count_threads, split_links
from rejoinder.model.identity import Identity
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord

__all__ = ["score_gold"]

_F1 = ("statements", "targets", "events", "threads")
_SHARES = ("recall.tier1", "speaker", "act", "event_asserted_by", "threads_explicit")


_AS_THEY_ARE = Identity(canonical={})


def score_gold(
    gold: GoldSet,
    records: Sequence[ArticleRecord],
    *,
    identity: Identity = _AS_THEY_ARE,
    lists: GoldLists | None = None,
    seed: int = SEED,
) -> GoldReport:
    """Return what the records score.

    Records are paired with gold by ``article.ref``; those that the gold does not have are left
    out.

    Args:
        gold: what should be found.
        records: what was found.
        identity: who is one actor across articles; the same id, where nothing is given.
        lists: exchanges and contested claims that were listed by hand; not scored where None.
        seed: the bootstrap's.

    Raises:
        GoldError: a record's text is not the one that the gold counts in.
    """
    wanted = {article.id for article in gold.articles}
    by_ref = {r.article.ref: r for r in records if r.article.ref in wanted}
    check_texts(gold, {ref: record.article.text for ref, record in by_ref.items()})
    inside, across = split_links(list(by_ref.values()))
    names = GoldNames(gold.actors)
    tallies: dict[str, Tally] = {}
    gold_of: dict[str, str] = {}
    for article in gold.articles:
        record = by_ref.get(article.id)
        links = inside.get(article.id, [])
        tallies[article.id], own = _count_article(article, record, links, names)
        gold_of |= own
    cross = count_threads("cross_threads", gold.cross, across, gold_of)
    replies = count_replies(gold, list(by_ref.values()), identity, gold_of)
    return gold_report(
        tallies,
        add_up([*tallies.values(), cross, replies]),
        missing=tuple(a.id for a in gold.articles if a.id not in by_ref),
        actors=b_cubed(gold.articles, by_ref, identity),
        exchanges=None
        if lists is None
        else score_exchanges(gold, lists, list(by_ref.values()), identity, gold_of),
        intervals=_intervals(list(tallies.values()), seed),
    )


def _count_article(
    article: GoldArticle, record: ArticleRecord | None, links: Sequence[Link], names: GoldNames
) -> tuple[Tally, Mapping[str, str]]:
    """Return one article's counts, and the gold id of each predicted statement and event."""
    statements = record.statements if record else ()
    events = record.events if record else ()
    matcher = ActorMatcher(names, article.id, record.actors if record else ())
    match = match_statements(article.statements, statements, matcher)
    pairs = match_events(article.events, events)
    gold_of = {str(statements[j].id): article.statements[i].id for i, j in match.pairs.items()}
    tally = add_up(
        [
            count_statements(article, statements, match, matcher, names.country.__getitem__),
            count_events(article.events, events, pairs, gold_of, matcher),
        ]
    )
    gold_of |= {str(events[j].id): article.events[i].id for i, j in pairs.items()}
    return add_up([tally, count_threads("threads", article.threads, links, gold_of)]), gold_of


def _intervals(tallies: Sequence[Tally], seed: int) -> tuple[Interval, ...]:
    """Return the intervals of the headline figures that have anything to count."""
    figures: list[tuple[str, Callable[[Counts], float | None]]] = [(name, _f1) for name in _F1]
    figures += [(name, _share) for name in _SHARES]
    found = (bootstrap(name, tallies, figure, seed=seed) for name, figure in figures)
    return tuple(interval for interval in found if interval is not None)


def _f1(counts: Counts) -> float | None:
    """Return F1, or None where there is neither gold nor prediction."""
    return score_of(counts, vacuous=1.0).f1 if counts.gold or counts.predicted else None


def _share(counts: Counts) -> float | None:
    """Return the found part."""
    return share_of(counts).value
