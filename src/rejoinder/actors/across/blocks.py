"""Blocks: what is known of actors, read from the registry block by block, as far as is needed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from rejoinder.actors.across.keys import own_key
from rejoinder.actors.across.known import Known, read_profile
from rejoinder.actors.across.pairs import Finding
from rejoinder.actors.ports import Registry
from rejoinder.model.judgement import ActorRef
from rejoinder.model.profile import Fact, Profile

__all__ = ["Blocks"]

# A block is looked through for other full names; all other blocks only for what the kind needs.
_PEERS = ("n:", "x:", "g:")
# Where those are who may be meant, and those for whom somebody may be meant.
_CANDIDATES = {"v:": "o:", "b:": "s:"}
_DEPENDENTS = {"o:": "v:", "s:": "b:"}
# What verdicts on bare surnames and vacant offices do not rest on, unless it is not known whose
# somebody or his office is.
_PASSING = frozenset({Fact.YEAR, Fact.STATE, Fact.HOME, Fact.PLAIN})


class Blocks:
    """The profiles of a registry with those of a batch.

    Attributes:
        found: what was found of pairs of peers, so that each is looked at once.
    """

    def __init__(self, new: Sequence[Profile], registry: Registry) -> None:
        """Join the batch's profiles by ref, and find what was known of the same refs."""
        self._registry = registry
        self._old: dict[ActorRef, Profile] = {}
        self._new: dict[ActorRef, Profile] = {}
        self._index: defaultdict[str, set[ActorRef]] = defaultdict(set)
        self._read: set[str] = set()
        self._known: dict[ActorRef, Known] = {}
        self.found: dict[tuple[ActorRef, ActorRef], Finding | None] = {}
        for profile in new:
            self._new[profile.ref] = _join(self._new.get(profile.ref), profile)
        for profile in self._new.values():
            for key in profile.keys:
                self._index[key].add(profile.ref)
        self.fetch({own_key(ref) for ref in self._new})
        # All at once what is sure to be asked for.
        self.fetch({key for ref in self.changed() for key in self._wanted(ref)})

    def _wanted(self, ref: ActorRef) -> Iterable[str]:
        known = self.of(ref)
        if known.is_common and not ref.article:
            return {f"h:{ref.actor}"} if self.reaches_dependents(ref) else ()
        pairs = _CANDIDATES if ref.article else _DEPENDENTS
        if not ref.article and not self.reaches_dependents(ref):
            pairs = {}
        looked = {pairs[key[:2]] + key[2:] for key in known.keys if key[:2] in pairs}
        return looked if ref.article else looked.union(filter(_is_of_peers, known.keys))

    def fetch(self, keys: Iterable[str]) -> None:
        """Read blocks that were not read before."""
        missing = set(keys) - self._read
        if not missing:
            return
        self._read |= missing
        for profile in self._registry.profiles(missing):
            self._old[profile.ref] = _join(self._old.get(profile.ref), profile)
            for key in profile.keys:
                self._index[key].add(profile.ref)

    def holds(self, ref: ActorRef) -> bool:
        """Say whether anything is known of the ref."""
        return ref in self._new or ref in self._old

    def of(self, ref: ActorRef) -> Known:
        """Return what is known of a ref that was found in a block, old and new."""
        if ref not in self._known:
            old, new = self._old.get(ref), self._new.get(ref)
            joined = old if new is None else _join(old, new)
            if joined is None:
                raise KeyError(ref)
            self._known[ref] = read_profile(joined)
        return self._known[ref]

    def refs(self, keys: Collection[str]) -> list[ActorRef]:
        """Return who is in one of the blocks, sorted."""
        self.fetch(keys)
        return sorted({ref for key in keys for ref in self._index[key]})

    def peers(self, ref: ActorRef) -> list[ActorRef]:
        """Return the other full names, or organisations, that share a block with it."""
        keys = set(filter(_is_of_peers, self.of(ref).keys))
        return [other for other in self.refs(keys) if other != ref]

    def changed(self) -> list[ActorRef]:
        """Return the refs of the batch of which something is known that was not, sorted."""
        return sorted(ref for ref, profile in self._new.items() if self._difference(ref, profile))

    def _difference(self, ref: ActorRef, new: Profile) -> frozenset[tuple[Fact, str]]:
        old = self._old.get(ref)
        return new.facts - old.facts if old is not None else new.facts

    def reaches_dependents(self, ref: ActorRef) -> bool:
        """Say whether what is new of it may change verdicts on surnames and vacant offices."""
        sorts = {sort for sort, _ in self._difference(ref, self._new[ref])}
        if sorts - _PASSING:
            return True
        known = self.of(ref)
        unplaced = not known.countries or not all(h.owner for h in known.held | known.left)
        return Fact.STATE in sorts and unplaced


def _is_of_peers(key: str) -> bool:
    return key.startswith(_PEERS)


def _join(one: Profile | None, other: Profile) -> Profile:
    return other if one is None else one.joined(other)
