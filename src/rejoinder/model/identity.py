"""Identity: from judgements to who is one actor, and by which id he goes; a pure function.

What persons decided holds; what a stage found to be one is joined by score as far as no verdict
keeps it apart. Everything follows from which judgements there are, not from the order in which they
came; only of what persons say on one pair the latest stands.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.judgement import ActorRef, Judgement, Verdict

__all__ = [
    "Identity",
    "Pair",
    "active",
    "canonical_id",
    "canonical_ref",
    "group_refs",
    "identify_refs",
    "ref_of_id",
    "standing",
]

Pair = tuple[ActorRef, ActorRef]
_Edge = tuple[tuple[float, Pair], Pair]


class _Undoable(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def undoes(self) -> str: ...


_Ruling = TypeVar("_Ruling", bound=_Undoable)

_QUALIFIED = re.compile(r"(.+)@(a-[0-9a-f]{16})")
_OFFICE = re.compile(r"[A-Z]{3}-")
_VERDICTS = (Verdict.NEGATIVE, Verdict.POSITIVE, Verdict.UNSURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """By which id each ref goes in the ledger.

    Attributes:
        canonical: of every ref that was judged or that extraction gave.
    """

    canonical: Mapping[ActorRef, ActorId]

    def of(self, actor: ActorId, article: ArticleId | str = "") -> ActorId:
        """Return the canonical id of an actor of that article; an unknown id is its own."""
        for ref in (ActorRef(actor=actor, article=article), ActorRef(actor=actor)):
            if ref in self.canonical:
                return self.canonical[ref]
        return actor


def identify_refs(
    refs: Iterable[ActorRef],
    judgements: Iterable[Judgement],
    listed: Collection[ActorId] = (),
    plain: Collection[ActorId] = (),
) -> Identity:
    """Return who is one actor, given all that was judged.

    Args:
        refs: those that extraction gave; others that are judged are added.
        judgements: persons' in the order of their time; of one stage on one pair the last stands.
        listed: ids of a user's own list, by which a cluster goes before any other.
        plain: ids of persons that are a name and nothing else, as far as tables tell.
    """
    decided = standing(judgements)
    canonical: dict[ActorRef, ActorId] = {}
    for group in group_refs(refs, decided):
        name = canonical_id(canonical_ref(group, listed, plain))
        canonical.update(dict.fromkeys(group, name))
    return Identity(canonical=canonical)


def standing(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """Return which judgement decides each pair; pairs that none decides are left out.

    The latest of a person that was not taken back; where there is none, a stage's. Of several
    stages one that keeps apart decides before one that joins.
    """
    persons: defaultdict[Pair, list[Judgement]] = defaultdict(list)
    stages: defaultdict[Pair, dict[str, Judgement]] = defaultdict(dict)
    for judgement in judgements:
        pair = judgement.left, judgement.right
        if judgement.person:
            persons[pair].append(judgement)
        else:
            stages[pair].pop(judgement.judge, None)
            stages[pair][judgement.judge] = judgement
    decided: dict[Pair, Judgement] = {}
    for pair in {**stages, **persons}:
        found = _latest(persons.get(pair, ())) or _strictest(stages.get(pair, {}).values())
        if found is not None:
            decided[pair] = found
    return decided


def active(rulings: Iterable[_Ruling]) -> list[_Ruling]:
    """Return what persons ruled and was not taken back, in the order of their time, as given."""
    kept: list[_Ruling] = []
    undone: set[str] = set()
    for ruling in reversed(list(rulings)):
        if ruling.id in undone:
            continue
        kept.append(ruling)
        if ruling.undoes:
            undone.add(ruling.undoes)
    return kept[::-1]


def _latest(judgements: Iterable[Judgement]) -> Judgement | None:
    """Return the person's judgement that stands, or None."""
    said = [judgement for judgement in active(judgements) if not judgement.undoes]
    return said[-1] if said and said[-1].verdict is not Verdict.WITHDRAWN else None


def _strictest(judgements: Collection[Judgement]) -> Judgement | None:
    """Return which stage's judgement stands, or None."""

    def strictness(each: Judgement) -> tuple[int, float, str]:
        return _VERDICTS.index(each.verdict), -(each.score or 0.0), each.judge

    held = [judgement for judgement in judgements if judgement.verdict in _VERDICTS]
    return min(held, key=strictness, default=None)


def group_refs(
    refs: Iterable[ActorRef], decided: Mapping[Pair, Judgement]
) -> tuple[tuple[ActorRef, ...], ...]:
    """Return the clusters, each sorted, all of them sorted.

    Stages first: their positive verdicts by score, but no union that would bring a negative pair of
    anybody together. Then persons: their positive verdicts, the latest first, and after them what
    the stages had joined, both only as far as no person keeps it apart. So two clusters that a
    person joins stay whole, though a stage may have kept some of their members apart.
    """
    known = set(refs)
    every = known | {ref for pair in decided for ref in pair}
    found = [judgement for judgement in decided.values() if judgement.verdict is Verdict.POSITIVE]
    kept = [pair for pair, each in decided.items() if each.verdict is Verdict.NEGATIVE]
    apart = [pair for pair in kept if decided[pair].person]
    edges = [*_own_edges(every - known, every), *_stage_edges(found)]
    by_stages = _Groups(every, kept)
    for _, pair in sorted(edges):
        by_stages.join(*pair)
    groups = _Groups(every, apart)
    for _, pair in sorted(_person_edges(found)):
        groups.join(*pair)
    for _, pair in sorted(edges):
        if by_stages.root(pair[0]) == by_stages.root(pair[1]):
            groups.join(*pair)
    return tuple(sorted(tuple(sorted(group)) for group in groups.clusters()))


def _own_edges(judged: Iterable[ActorRef], every: Collection[ActorRef]) -> Iterator[_Edge]:
    """Yield that an id in one article, which only a person sets apart, is the id elsewhere."""
    for ref in judged:
        whole = ActorRef(actor=ref.actor)
        if ref.article and whole in every:
            yield (-2.0, (whole, ref)), (whole, ref)


def _stage_edges(found: Iterable[Judgement]) -> Iterator[_Edge]:
    for each in found:
        if not each.person:
            pair = each.left, each.right
            yield (-(each.score or 0.0), pair), pair


def _person_edges(found: Iterable[Judgement]) -> Iterator[_Edge]:
    for each in found:
        if each.person:
            pair = each.left, each.right
            yield (-each.decided.timestamp() if each.decided else 0.0, pair), pair


class _Groups:
    """Sets of refs that grow by union, unless that would bring a pair together that is apart."""

    def __init__(self, refs: Iterable[ActorRef], apart: Iterable[Pair]) -> None:
        self._members = {ref: {ref} for ref in refs}
        self._root = {ref: ref for ref in self._members}
        self._foes: defaultdict[ActorRef, set[ActorRef]] = defaultdict(set)
        for left, right in apart:
            self._foes[left].add(right)
            self._foes[right].add(left)

    def root(self, ref: ActorRef) -> ActorRef:
        """Return what stands for the ref's set."""
        return self._root[ref]

    def join(self, left: ActorRef, right: ActorRef) -> None:
        """Make one set of the two, unless something keeps them apart."""
        one, other = self._root[left], self._root[right]
        if one == other or not self._foes[one].isdisjoint(self._members[other]):
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        moved = self._members.pop(other)
        self._members[one] |= moved
        self._foes[one] |= self._foes.pop(other, set())
        self._root.update(dict.fromkeys(moved, one))

    def clusters(self) -> Iterator[set[ActorRef]]:
        """Yield the sets."""
        yield from self._members.values()


def canonical_ref(
    group: Iterable[ActorRef],
    listed: Collection[ActorId] = (),
    plain: Collection[ActorId] = (),
) -> ActorRef:
    """Return the ref by which a cluster goes.

    A user's own id before others, an id that stands everywhere before one article's, a state's
    before others. Of persons then a plain name, and of those the one in common use: given and
    family name, written out, and no more; "Republican Donald Trump" and "Donald John Trump" are
    rarer. Of other actors the fullest name. Then the longer, then the lesser id. It depends on
    nothing but the members.
    """
    return min(group, key=lambda ref: _order(ref, listed, plain))


def _order(
    ref: ActorRef, listed: Collection[ActorId], plain: Collection[ActorId]
) -> tuple[object, ...]:
    prefix, _, slug = ref.actor.partition(":")
    person = prefix == "per"
    parts = [] if _OFFICE.match(slug) and person else slug.split("-")
    written = sum(len(part) > 1 for part in parts)
    whole = person and written > 1
    return (
        ref.actor not in listed,
        bool(ref.article),
        prefix != "state",
        ref.actor not in plain,
        person and not whole,
        len(parts) if whole else -written,
        -len(slug),
        ref,
    )


def canonical_id(ref: ActorRef) -> ActorId:
    """Return the id under which a ref is shown; one article's has ``@`` and the article behind."""
    return ActorId(f"{ref.actor}@{ref.article}") if ref.article else ref.actor


def ref_of_id(shown: str) -> ActorRef:
    """Return the ref that is shown under that id."""
    found = _QUALIFIED.fullmatch(shown)
    if found is None:
        return ActorRef(actor=ActorId(shown))
    return ActorRef(actor=ActorId(found[1]), article=found[2])
