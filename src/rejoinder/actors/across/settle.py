"""Settle: verdicts on actors that may be one of several, in view of all of those."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from rejoinder.actors.across.blocks import Blocks
from rejoinder.actors.across.compare import Agreement, is_rare
from rejoinder.actors.across.features import BARE, Feature
from rejoinder.actors.across.forms import read_form
from rejoinder.actors.across.known import Known
from rejoinder.actors.across.offices import INTERNATIONAL
from rejoinder.actors.across.pairs import (
    SURNAME_WORTH,
    Finding,
    find_bare,
    find_full,
    find_organisations,
    find_vacant,
)
from rejoinder.model.actor import ActorKind
from rejoinder.model.judgement import ActorRef, Verdict

__all__ = [
    "Moved",
    "Settled",
    "find_alone",
    "find_common",
    "find_peers",
    "may_be_one",
    "may_rival",
    "moved_peers",
    "settle_alone",
    "settle_peers",
]

# With more candidates than these nobody can be expected to look.
_REVIEWED = 3
# By how much the first candidate has to lead.
_LEAD = 0.1
# From which score on it is worth telling that two are apart whose names are nearly alike.
_WORTH_TELLING = 0.4
_NOBODY = "nobody else agrees"
# Names that say less than the other, so that they may be somebody else's as well.
_LESS = frozenset({Agreement.OMITTED, Agreement.PART, Agreement.VARIANT, Agreement.REORDERED})

Settled = dict[ActorRef, Finding | None]


def find_peers(blocks: Blocks, one: ActorRef, other: ActorRef) -> Finding | None:
    """Return what two full names, or two organisations, alone suggest."""
    pair = (one, other) if one < other else (other, one)
    if pair not in blocks.found:
        blocks.found[pair] = _find_peers(blocks.of(pair[0]), blocks.of(pair[1]))
    return blocks.found[pair]


def _find_peers(left: Known, right: Known) -> Finding | None:
    persons = left.kind is right.kind is ActorKind.PERSON
    return (find_full if persons else find_organisations)(left, right)


class Moved(NamedTuple):
    """How what a batch tells changes what is to be thought of a full name and its peers.

    Attributes:
        any: of one of them at all.
        regrouped: in that two are surely one who were not, or the other way round.
    """

    any: bool
    regrouped: bool


def moved_peers(blocks: Blocks, ref: ActorRef) -> Moved:
    """Return whether the findings on a full name of which something is new have changed."""
    peers = blocks.peers(ref)
    if blocks.news(ref).renamed:
        return Moved(any=bool(peers), regrouped=False)
    # Who is surely one with it may have peers that it has not, and that it rivals.
    sure = [peer for peer in peers if _is(find_peers(blocks, ref, peer), Verdict.POSITIVE)]
    circle = {*peers, *(other for peer in sure for other in blocks.peers(peer))} - {ref}
    pairs = [(_before(blocks, ref, other), find_peers(blocks, ref, other)) for other in circle]
    return Moved(
        any=any(old != now for old, now in pairs),
        regrouped=any(
            _is(old, Verdict.POSITIVE) != _is(now, Verdict.POSITIVE) for old, now in pairs
        ),
    )


def may_rival(blocks: Blocks, ref: ActorRef, peer: ActorRef) -> bool:
    """Say whether a peer and others may be one or not by what is to be thought of it and the ref.

    A rival is surely one with either of two, so that nobody else is one now or was before.
    """
    found = find_peers(blocks, ref, peer), _before(blocks, ref, peer)
    return any(_is(each, Verdict.POSITIVE) for each in found)


def _before(blocks: Blocks, one: ActorRef, other: ActorRef) -> Finding | None:
    """Return what two full names, or two organisations, suggested before the batch."""
    left, right = (blocks.before(ref) for ref in sorted((one, other)))
    return _find_peers(left, right) if left is not None and right is not None else None


def settle_peers(blocks: Blocks, one: ActorRef, other: ActorRef) -> Finding | None:
    """Return the finding on two full names in view of others that agree with only one of them."""
    found = find_peers(blocks, one, other)
    if found is not None and _is_idle(found):
        return None
    if found is None or found.verdict is not Verdict.POSITIVE or found.agreement not in _LESS:
        return found
    for third in sorted({*blocks.peers(one), *blocks.peers(other)} - {one, other}):
        if _is_rival(found, find_peers(blocks, one, third), find_peers(blocks, other, third)):
            rival = Feature("rival", f"{_name(blocks.of(third))} agrees with one alone", 0.0)
            return replace(found, verdict=Verdict.UNSURE, features=(*found.features, rival))
    return found


def _is_idle(found: Finding) -> bool:
    """Say whether the names are but nearly alike, and nothing else speaks for the two."""
    negative = found.verdict is Verdict.NEGATIVE
    return negative and found.agreement is Agreement.NEAR and found.score < _WORTH_TELLING


def _is_rival(found: Finding, with_one: Finding | None, with_other: Finding | None) -> bool:
    """Say whether a third agrees with one of two and contradicts the other.

    Two names that have the same part in common and else nothing contradict each other.
    """
    for near, far in ((with_one, with_other), (with_other, with_one)):
        if near is not None and near.verdict is Verdict.POSITIVE:
            parts = found.agreement is near.agreement is Agreement.PART
            if _is(far, Verdict.NEGATIVE) or (far is None and parts):
                return True
    return False


def _is(found: Finding | None, verdict: Verdict) -> bool:
    return found is not None and found.verdict is verdict


def _name(known: Known) -> str:
    return max((*known.full, *known.bare), key=lambda name: (len(name), name), default="")


def find_alone(known: Known, other: Known) -> Finding | None:
    """Return what a bare surname, or an office without a name, and a full name alone suggest."""
    return find_vacant(known, other) if known.is_vacant else find_bare(known, other)


def _candidates(blocks: Blocks, known: Known) -> list[ActorRef]:
    """Return who may be meant by a bare surname or by an office without a name."""
    wanted = {"v:": "o:", "b:": "s:"}
    keys = {wanted[key[:2]] + key[2:] for key in known.keys if key[:2] in wanted}
    return [ref for ref in blocks.refs(keys) if not ref.article]


def settle_alone(blocks: Blocks, alone: ActorRef) -> Settled:
    """Return the findings on a bare surname or a vacant office with each that may be meant."""
    known = blocks.of(alone)
    findings: dict[ActorRef, Finding] = {}
    settled: Settled = {}
    for ref in _candidates(blocks, known):
        found = find_alone(known, blocks.of(ref))
        settled[ref] = None
        if found is not None:
            findings[ref] = found
    possible = {r: f for r, f in findings.items() if f.verdict is not Verdict.NEGATIVE}
    leaders = _leaders(blocks, possible)
    if len(_leaders(blocks, _bearers(known, findings))) == 1:
        leaders = [(ref, _only_bearer(found)) for ref, found in leaders]
    settled.update(_ranked(known, leaders))
    if len(findings) <= _REVIEWED:
        settled.update({r: f for r, f in findings.items() if _is_ruled_out(f)})
    if not known.is_vacant:
        common = ActorRef(actor=alone.actor)
        settled[common] = None if leaders else _with_common(blocks, known, common)
    return settled


def _bearers(known: Known, findings: Mapping[ActorRef, Finding]) -> Mapping[ActorRef, Finding]:
    """Return those of a surname who may be meant: who bear its office, if any is known to.

    The president's wife and daughters are no rivals of "President Vey".
    """
    bearers = {
        ref: found
        for ref, found in findings.items()
        if any(f.name == "office" and f.weight > 0 for f in found.features)
    }
    return bearers if known.held and bearers else findings


def _is_ruled_out(found: Finding) -> bool:
    return found.verdict is Verdict.NEGATIVE and any(f.rules_out for f in found.features)


def _leaders(
    blocks: Blocks, possible: Mapping[ActorRef, Finding]
) -> list[tuple[ActorRef, Finding]]:
    """Return the best candidate of each person, candidates that are surely one being one person."""
    groups: list[list[ActorRef]] = []
    for ref in sorted(possible):
        same = [
            g
            for g in groups
            if any(_is(find_peers(blocks, ref, other), Verdict.POSITIVE) for other in g)
        ]
        groups = [g for g in groups if g not in same]
        groups.append([ref, *(other for g in same for other in g)])

    def rank(ref: ActorRef) -> tuple[float, float, ActorRef]:
        found = possible[ref]
        return -found.score, -found.features[0].weight, ref

    best = sorted((min(group, key=rank) for group in groups), key=rank)
    return [(ref, possible[ref]) for ref in best]


def _only_bearer(found: Finding) -> Finding:
    """Return the finding on the only one known of that very surname.

    A state in common will do, or the same office where nothing but the states speaks against it.
    """
    exact = found.features[0].name == "name" and found.features[0].weight >= SURNAME_WORTH
    shared = any(
        f.weight > 0 if f.name == "states" else f.name == "office" and f.weight >= BARE.key
        for f in found.features
    )
    against = [f for f in found.features if f.weight < 0 and f.name not in {"states", "country"}]
    if found.verdict is not Verdict.UNSURE or against or not (exact and shared):
        return found
    return replace(found, verdict=Verdict.POSITIVE, score=max(found.score, 0.7))


def _ranked(
    known: Known,
    leaders: list[tuple[ActorRef, Finding]],
) -> Settled:
    """Return the verdicts on those who may be meant, the likeliest first in ``leaders``."""
    if not leaders:
        return {}
    (first, best), rest = leaders[0], leaders[1:]
    alone = not rest or (not known.is_vacant and best.score - rest[0][1].score >= _LEAD)
    # Of spokespersons there may be several, unless a ministry is named.
    single = not any(held.key == "spokesperson" for held in known.held) or not known.is_vacant
    if best.verdict is Verdict.POSITIVE and alone and single:
        says = f"{_others(rest)} less" if rest else _NOBODY
        return {first: _with(best, best.verdict, says)}
    if len(leaders) > _REVIEWED:
        return {}
    says = f"{_others(rest)} as well" if rest else _NOBODY
    return {ref: _with(found, Verdict.UNSURE, says) for ref, found in leaders}


def _others(rest: list[tuple[ActorRef, Finding]]) -> str:
    return "1 other agrees" if len(rest) == 1 else f"{len(rest)} others agree"


def _with(found: Finding, verdict: Verdict, says: str) -> Finding:
    return replace(found, verdict=verdict, features=(*found.features, Feature("rivals", says, 0.0)))


def _with_common(blocks: Blocks, known: Known, common: ActorRef) -> Finding | None:
    """Return the finding on a bare surname and what all articles have under its id."""
    if not blocks.knows(common):
        return None
    return find_common(known, blocks.of(common))


def find_common(known: Known, whole: Known | None) -> Finding | None:
    """Return what a bare surname and what all articles have under its id suggest, if it joins them.

    They are one where all that name a country name one, and the article names or mentions it.
    """
    if whole is None or not may_be_one(whole) or any(_is_given_name(name) for name in known.bare):
        return None
    found = find_bare(known, whole)
    if found is None or found.verdict is not Verdict.POSITIVE:
        return None
    lands = any(f.name == "country" and f.weight > 0 for f in found.features)
    return found if lands else None


def may_be_one(whole: Known | None) -> bool:
    """Say whether articles that have one bare surname may mean one person by it."""
    return (
        whole is not None and len(whole.countries - INTERNATIONAL) == 1 and len(whole.genders) <= 1
    )


def _is_given_name(name: str) -> bool:
    form = read_form(name)
    return form is None or not is_rare(form.family)
