"""Count what is right about one article's statements."""

from collections.abc import Callable, Collection, Iterable, Sequence

from rejoinder.evaluation.crosswalk import gold_act, gold_date, plover_root
from rejoinder.evaluation.gold_types import GoldArticle, GoldStatement, GoldTrap
from rejoinder.evaluation.names import ActorMatcher
from rejoinder.evaluation.scores import Counts, Tally, add_up
from rejoinder.evaluation.statement_match import StatementMatch, size, speaker_agrees
from rejoinder.model.span import Span, overlap
from rejoinder.model.statement import Statement

__all__ = ["count_statements", "sets", "share"]

_SCORED_TRAPS = frozenset({"negated-speech", "negated-intention", "hypothetical", "relay-scope"})
_MOST = 0.5


def count_statements(
    article: GoldArticle,
    predicted: Sequence[Statement],
    match: StatementMatch,
    matcher: ActorMatcher,
    country: Callable[[str], str],
) -> Tally:
    """Return the counts of one article for every metric about statements."""
    gold = article.statements
    paired = [(gold[i], predicted[j], i in match.speakers) for i, j in match.pairs.items()]
    return add_up(
        [
            _count_found(gold, predicted, match),
            _count_characters(gold, predicted, matcher),
            _count_nesting(gold, predicted, match),
            _count_slips(article, predicted, matcher),
            *(_count_pair(g, p, agrees=ok) for g, p, ok in paired),
            *(_count_parties(g, p, matcher, country) for g, p, _ in paired),
        ]
    )


def share(*, right: bool) -> Counts:
    """Return one thing to get right, and whether it was."""
    return Counts(found=int(right), gold=1)


def sets(gold: Collection[str], predicted: Collection[str], unknown: int) -> Counts:
    """Return the counts of two sets of ids; ``unknown`` predictions are no gold id at all."""
    both = len(set(gold) & set(predicted))
    return Counts(right=both, predicted=len(predicted) + unknown, found=both, gold=len(gold))


def _count_found(
    gold: Sequence[GoldStatement], predicted: Sequence[Statement], match: StatementMatch
) -> Tally:
    """Count statements found, over all and by tier, zone, mode and nesting."""
    whole = Counts(
        right=len(match.pairs) + len(match.covering),
        predicted=len(predicted),
        found=len(match.found),
        gold=len(gold),
    )
    kinds = (
        {f"recall.{kind}": share(right=i in match.found)}
        for i, g in enumerate(gold)
        for kind in (
            f"tier{g.tier}",
            f"zone:{g.zone}",
            f"mode:{g.mode}",
            "nested" if g.parent else "top",
        )
    )
    return add_up([{"statements": whole}, *kinds])


def _count_characters(
    gold: Sequence[GoldStatement], predicted: Sequence[Statement], matcher: ActorMatcher
) -> Tally:
    """Count the characters of top-level gold statements that are given to the right speaker."""
    found = total = 0
    for g in gold:
        if g.parent is None:
            right = [
                span
                for p in predicted
                if overlap(g.content, p.content) and speaker_agrees(g, p, matcher)
                for span in p.content
            ]
            found += overlap(g.content, right)
            total += size(g.content)
    return {"speaker_characters": Counts(found=found, gold=total)}


def _count_pair(gold: GoldStatement, statement: Statement, *, agrees: bool) -> Tally:
    """Count speaker, act, mode and date of one pair."""
    act, date = gold_act(statement.act), gold_date(statement.said)
    tally = {
        "speaker": share(right=agrees),
        "act": share(right=act == gold.act),
        "act_lenient": share(right=act == gold.act or act in gold.act_alt),
        "mode": share(right=statement.quotation.value == gold.mode),
        "plover": share(right=plover_root(statement.act) == gold.plover),
    }
    if gold.date:
        tally["date"] = share(right=date is not None and date.startswith(gold.date))
    else:
        tally["dates_invented"] = share(right=date is not None)
    if gold.date_open:
        tally["dates_left_open"] = share(right=date is None)
    return tally


def _count_parties(
    gold: GoldStatement, statement: Statement, matcher: ActorMatcher, country: Callable[[str], str]
) -> Tally:
    """Count targets (strict, lenient, by country), addressee and relay of one pair.

    Lenient: an inferred target need not be found, and an actor that the gold has under ``about``
    does not count as wrong.
    """
    targets, unknown = matcher.gold_of_all(statement.about)
    addressee, no_addressee = matcher.gold_of_all(statement.addressee)
    carriers = [relay.actor for relay in statement.relay if relay.actor]
    relay, no_relay = matcher.gold_of_all(carriers)
    need = frozenset() if gold.target_inferred else gold.targets
    counted = {x for x in targets if x in gold.targets or x not in gold.about}
    return {
        "targets": sets(gold.targets, targets, unknown),
        "targets_lenient": Counts(
            right=len(gold.targets & counted),
            predicted=len(counted) + unknown,
            found=len(need & targets),
            gold=len(need),
        ),
        "targets_by_country": sets(
            {country(x) for x in gold.targets}, {country(x) for x in targets}, unknown
        ),
        "addressee": sets(gold.addressee, addressee, no_addressee),
        "relayed_by": sets(gold.relayed_by, relay, no_relay),
    }


def _count_nesting(
    gold: Sequence[GoldStatement], predicted: Sequence[Statement], match: StatementMatch
) -> Tally:
    """Count nested statements whose parent is the right one."""
    place = {str(p.id): j for j, p in enumerate(predicted)}
    place_of_gold = {g.id: i for i, g in enumerate(gold)}
    gold_of = {j: i for i, j in match.pairs.items()}
    right = 0
    for i, j in match.pairs.items():
        above, wanted = predicted[j].parent, gold[i].parent
        if above is not None and wanted is not None and above in place:
            right += gold_of.get(place[above]) == place_of_gold[wanted]
    return {
        "nesting": Counts(
            right=right,
            predicted=sum(p.parent is not None for p in predicted),
            found=right,
            gold=sum(g.parent is not None for g in gold),
        )
    }


def _count_slips(
    article: GoldArticle, predicted: Sequence[Statement], matcher: ActorMatcher
) -> Tally:
    """Count statements made of furniture, and those that fall into a trap."""
    traps = [t for t in article.traps if t.kind in _SCORED_TRAPS and t.would_be_speaker]
    furniture = sum(
        any(overlap(p.content, [f]) >= _MOST * size(p.content) for f in article.furniture)
        for p in predicted
    )
    falls = sum(_falls(p, trap, matcher) for p in predicted for trap in traps)
    return {"furniture_hits": _hits(furniture, predicted), "trap_hits": _hits(falls, predicted)}


def _hits(count: int, predicted: Sequence[Statement]) -> Counts:
    """Return hits among the predictions."""
    return Counts(found=count, gold=len(predicted))


def _falls(statement: Statement, trap: GoldTrap, matcher: ActorMatcher) -> bool:
    """Say whether the statement lies mostly in the trap and has the speaker that it lays out."""
    whole = (*statement.content, *statement.cue, *statement.source)
    if overlap(whole, [trap.span]) < _MOST * size(whole):
        return False
    if trap.kind == "relay-scope" and not _touches(statement.content, trap.span):
        return False
    return trap.would_be_speaker in matcher.gold_of_all(statement.speaker)[0]


def _touches(spans: Iterable[Span], other: Span) -> bool:
    """Say whether one of the spans shares a character with the other."""
    return any(span.overlaps(other) for span in spans)
