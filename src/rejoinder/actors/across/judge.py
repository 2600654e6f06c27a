"""identity.rules.v1: verdicts on pairs of actors, from what is known of each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from rejoinder.actors.across.blocks import Blocks
from rejoinder.actors.across.namesakes import find_namesakes, may_be_namesakes
from rejoinder.actors.across.pairs import Finding
from rejoinder.actors.across.settle import (
    Settled,
    find_alone,
    find_common,
    find_peers,
    may_be_one,
    may_rival,
    moved_peers,
    settle_alone,
    settle_peers,
)
from rejoinder.actors.ports import Registry
from rejoinder.actors.tables import TABLES
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.judgement import ActorRef, Judgement, Verdict, judgement_id
from rejoinder.model.profile import Profile, Sighting
from rejoinder.text.tables import tables_digest

__all__ = ["STAGE", "identity_digest", "judge"]

STAGE = "identity.rules.v1"

_TABLES = ("family_first.tsv", "given_variants.tsv", "letters.tsv", "titles.tsv")

Pair = tuple[ActorRef, ActorRef]


@cache
def identity_digest() -> str:
    """Return the SHA-256 over the tables that verdicts rest on, hexadecimal."""
    return tables_digest("rejoinder.actors", sorted({*TABLES, *_TABLES}))


def judge(
    new: Sequence[Profile], registry: Registry, sightings: Sequence[Sighting] = ()
) -> tuple[Judgement, ...]:
    """Return the judgements that new profiles bring or change, by pair.

    Only blocks in which something new is known are judged again, and in them only whom it
    concerns. A judgement is returned where verdict, grounds or score differ from the latest on that
    pair, and WITHDRAWN where one no longer holds.
    The final verdicts depend on the union of all profiles, not on the order in which they came.

    Args:
        new: of one batch; several may be of one ref.
        registry: as it was before the batch.
        sightings: of the same batch.
    """
    blocks = Blocks(new, registry)
    findings: dict[Pair, Finding | None] = {}
    alone: set[ActorRef] = set()
    for ref in blocks.changed():
        known = blocks.of(ref)
        if ref.article:
            alone.add(ref)
        elif known.is_common:
            alone.update(_members(blocks, ref))
        else:
            moved = moved_peers(blocks, ref)
            if moved.any:
                findings.update(_judge_peers(blocks, ref))
            alone.update(_dependents(blocks, ref, regrouped=moved.regrouped))
    for ref in sorted(alone):
        findings.update(_paired(ref, settle_alone(blocks, ref)))
    findings.update(_judge_namesakes(blocks, registry, sightings))
    return _what_is_new(findings, registry)


def _judge_namesakes(
    blocks: Blocks, registry: Registry, sightings: Sequence[Sighting]
) -> Mapping[Pair, Finding | None]:
    """Return the findings on those who share a full name, where offices tell them apart."""
    new: defaultdict[ActorId, dict[ArticleId, Sighting]] = defaultdict(dict)
    for seen in sightings:
        new[seen.actor][seen.article] = seen
    findings: dict[Pair, Finding | None] = {}
    for actor in sorted(new):
        ref = ActorRef(actor=actor)
        if not blocks.holds(ref) or not may_be_namesakes(blocks.of(ref).homes):
            continue
        known = {seen.article: seen for seen in registry.sightings(actor)} | new[actor]
        findings.update(dict.fromkeys(registry.parted(actor)))
        findings.update(find_namesakes(actor, [known[article] for article in sorted(known)]))
    return findings


def _members(blocks: Blocks, common: ActorRef) -> Iterable[ActorRef]:
    """Return the bare surnames that share an id, if what is new in common may concern them."""
    before, now = blocks.before(common), blocks.of(common)
    if not blocks.news(common).reaches_bare or not (may_be_one(before) or may_be_one(now)):
        return
    for other in blocks.refs({f"h:{common.actor}"}):
        known = blocks.of(other)
        if find_common(known, before) != find_common(known, now):
            yield other


def _dependents(blocks: Blocks, ref: ActorRef, *, regrouped: bool) -> Iterable[ActorRef]:
    """Return the bare surnames and vacant offices that what is new of somebody concerns.

    Args:
        blocks: everybody.
        ref: of whom something is new.
        regrouped: it is surely one with another than before.
    """
    known, before = blocks.of(ref), blocks.before(ref)
    renamed = before is None or blocks.news(ref).renamed
    for other in blocks.concerned(ref, every=regrouped):
        alone = blocks.of(other)
        found = find_alone(alone, known)
        if found is None:
            continue
        if renamed or regrouped or before is None or found != find_alone(alone, before):
            yield other


def _judge_peers(blocks: Blocks, ref: ActorRef) -> Mapping[Pair, Finding | None]:
    """Return the findings on a full name and its peers, and on the peers that it may rival."""
    findings: dict[Pair, Finding | None] = {}
    for peer in blocks.peers(ref):
        if find_peers(blocks, ref, peer) is None:
            # What is known only grows, so that names which do not agree never did.
            continue
        findings[_pair(ref, peer)] = settle_peers(blocks, ref, peer)
        if not may_rival(blocks, ref, peer):
            continue
        for third in blocks.peers(peer):
            if third != ref and find_peers(blocks, peer, third) is not None:
                findings[_pair(peer, third)] = settle_peers(blocks, peer, third)
    return findings


def _pair(one: ActorRef, other: ActorRef) -> Pair:
    return (one, other) if one < other else (other, one)


def _paired(ref: ActorRef, settled: Settled) -> dict[Pair, Finding | None]:
    return {_pair(ref, other): found for other, found in settled.items()}


def _what_is_new(
    findings: Mapping[Pair, Finding | None], registry: Registry
) -> tuple[Judgement, ...]:
    latest = {(each.left, each.right): each for each in registry.verdicts(list(findings))}
    # Most pairs that were looked at are nothing, and were nothing before.
    told = sorted(pair for pair, found in findings.items() if found is not None or pair in latest)
    judgements: list[Judgement] = []
    for pair in told:
        found, before = findings[pair], latest.get(pair)
        if found is not None:
            judgement = _judgement(pair, found)
            if before is None or (before.id, before.score) != (judgement.id, judgement.score):
                judgements.append(judgement)
        elif before is not None and before.verdict is not Verdict.WITHDRAWN:
            judgements.append(_withdrawal(pair))
    return tuple(judgements)


def _judgement(pair: Pair, found: Finding) -> Judgement:
    features = tuple((feature.name, feature.says) for feature in found.features)
    return Judgement(
        id=judgement_id(*pair, found.verdict, STAGE, features),
        left=pair[0],
        right=pair[1],
        verdict=found.verdict,
        score=found.score,
        features=features,
        judge=STAGE,
        person=False,
    )


def _withdrawal(pair: Pair) -> Judgement:
    return Judgement(
        id=judgement_id(*pair, Verdict.WITHDRAWN, STAGE, ()),
        left=pair[0],
        right=pair[1],
        verdict=Verdict.WITHDRAWN,
        score=None,
        features=(),
        judge=STAGE,
        person=False,
    )
