"""Blocks: what is known of actors, read from the registry block by block, as far as is needed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from rejoinder.actors.across.known import Known, read_profile
from rejoinder.actors.across.news import NO_NEWS, News, news_of
from rejoinder.actors.across.pairs import Finding, may_mean
from rejoinder.actors.ports import Registry
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef
from rejoinder.model.profile import Profile

__all__ = ["Blocks"]

# A block is looked through for other full names; all other blocks only for what the kind needs.
_PEERS = ("n:", "x:", "g:")
# Where those are who may be meant, and those for whom somebody may be meant.
_CANDIDATES = {"v:": "o:", "b:": "s:"}
_BARE = {"s:": "b:"}
_VACANT = {"o:": "v:"}


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
        self._met: set[ActorRef] = set()
        self._known: dict[ActorRef, Known] = {}
        self._before: dict[ActorRef, Known] = {}
        self.found: dict[tuple[ActorRef, ActorRef], Finding | None] = {}
        for profile in new:
            self._new[profile.ref] = _join(self._new.get(profile.ref), profile)
        for profile in self._new.values():
            for key in profile.keys:
                self._index[key].add(profile.ref)
        self._meet(self._new)
        self._news = {
            ref: news_of(self.of(ref), self._old.get(ref), profile)
            for ref, profile in self._new.items()
            if ref not in self._old or profile.beyond(self._old[ref])
        }
        self._ids = self._surnames()
        # All at once what is sure to be asked for.
        self.fetch({key for ref in self.changed() for key in self._wanted(ref)})
        self._load(self._registry.profiles_naming(self._named()))

    def _surnames(self) -> Mapping[str, set[ActorId]]:
        """Return whose ids are in blocks of bare surnames that the news of full names may concern.

        What articles have in common under these ids is read: it holds all of their names.
        """
        wanted = {
            key
            for ref in self.changed()
            if self.news(ref).reaches_bare or self.news(ref).states
            for key in self._bare_keys(ref)
        }
        found: defaultdict[str, set[ActorId]] = defaultdict(set)
        for key, actor in self._registry.ids_in(wanted):
            found[key].add(actor)
        for key in wanted:
            found[key].update(ref.actor for ref in self._index[key])
        self._meet(ActorRef(actor=each) for ids in found.values() for each in ids)
        return found

    def _bare_keys(self, ref: ActorRef) -> set[str]:
        return set() if ref.article else _other_keys(self.of(ref), _BARE)

    def _wanted(self, ref: ActorRef) -> Iterable[str]:
        known = self.of(ref)
        if ref.article:
            return _other_keys(known, _CANDIDATES)
        if known.is_common:
            return ()
        return {*filter(_is_of_peers, known.keys), *self._dependent_keys(ref)}

    def _dependent_keys(self, ref: ActorRef) -> set[str]:
        """Return the blocks of all bare surnames and vacant offices that the news may concern."""
        news, known = self.news(ref), self.of(ref)
        bare = self._members(ref) if news.reaches_bare else set()
        return bare | (_other_keys(known, _VACANT) if news.reaches_vacant else set())

    def _members(self, ref: ActorRef) -> set[str]:
        """Return the blocks of the bare surnames by which somebody may be meant."""
        known = self.of(ref)
        ids = {each for key in self._bare_keys(ref) for each in self._ids.get(key, ())}
        commons = (ActorRef(actor=each) for each in ids)
        return {
            f"h:{each.actor}"
            for each in commons
            if not self.holds(each) or may_mean(self.of(each), known)
        }

    def _named(self) -> set[tuple[str, str]]:
        """Return blocks, each with a state: of the bare surnames there those whom it concerns."""
        return {
            (key, state)
            for ref in self.changed()
            for state in self.news(ref).states
            for key in self._members(ref) - self._read
        }

    def fetch(self, keys: Iterable[str]) -> None:
        """Read blocks that were not read before."""
        missing = set(keys) - self._read
        if missing:
            self._read |= missing
            self._load(self._registry.profiles(missing, self._old.keys()))

    def _meet(self, refs: Iterable[ActorRef]) -> None:
        """Read what is known of those refs, if it was not read before."""
        missing = set(refs) - self._met - self._old.keys()
        if missing:
            self._met |= missing
            self._load(self._registry.known(missing))

    def _load(self, profiles: Iterable[Profile]) -> None:
        for profile in profiles:
            self._old[profile.ref] = profile
            for key in profile.keys:
                self._index[key].add(profile.ref)

    def knows(self, ref: ActorRef) -> bool:
        """Say whether anything is known of the ref, also where it was found in no block."""
        self._meet([ref])
        return self.holds(ref)

    def holds(self, ref: ActorRef) -> bool:
        """Say whether anything of the ref was read."""
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

    def before(self, ref: ActorRef) -> Known | None:
        """Return what was known of such a ref before the batch; None if nothing was."""
        if ref not in self._new:
            return self.of(ref)
        if ref not in self._before and ref in self._old:
            self._before[ref] = read_profile(self._old[ref])
        return self._before.get(ref)

    def refs(self, keys: Collection[str]) -> list[ActorRef]:
        """Return who is in one of the blocks, sorted."""
        self.fetch(keys)
        return sorted({ref for key in keys for ref in self._index[key]})

    def peers(self, ref: ActorRef) -> list[ActorRef]:
        """Return the other full names, or organisations, that share a block with it."""
        keys = set(filter(_is_of_peers, self.of(ref).keys))
        return [other for other in self.refs(keys) if other != ref]

    def changed(self) -> list[ActorRef]:
        """Return the refs of the batch of which something is known that matters, sorted."""
        return sorted(ref for ref, news in self._news.items() if news.matters)

    def news(self, ref: ActorRef) -> News:
        """Return what the batch tells of a ref."""
        return self._news.get(ref, NO_NEWS)

    def concerned(self, ref: ActorRef, *, every: bool) -> list[ActorRef]:
        """Return the bare surnames and vacant offices that news of a full name may concern.

        Args:
            ref: the full name.
            every: whether all that share a block with it are wanted, whatever the news.
        """
        if every:
            return self.refs(self._bare_keys(ref) | _other_keys(self.of(ref), _VACANT))
        keys = self._dependent_keys(ref)
        self.fetch(keys)
        if self.news(ref).states:
            # Of those whom a state concerns all were read, with others that were wanted besides.
            keys |= self._members(ref)
        return sorted({other for key in keys for other in self._index[key]})


def _is_of_peers(key: str) -> bool:
    return key.startswith(_PEERS)


def _other_keys(known: Known, pairs: dict[str, str]) -> set[str]:
    """Return the blocks of another sort that go with those of somebody."""
    return {pairs[key[:2]] + key[2:] for key in known.keys if key[:2] in pairs}


def _join(one: Profile | None, other: Profile) -> Profile:
    return other if one is None else one.joined(other)
