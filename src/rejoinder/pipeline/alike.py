"""Which stretches carry the same words as others: those of a batch against a ledger and each other.

What the ledger holds is asked for all stretches of a batch at once. Then article by article those
of earlier articles of the batch are met in memory, as if these had been written before.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from rejoinder.articles.shingles import alike_among, window_keys
from rejoinder.ledger.copy_book import CopyBook
from rejoinder.ledger.copy_rows import Node, article_of, position_of

__all__ = ["join_stretches"]

_TOGETHER = 64
_FIRST = 8

_Groups = defaultdict[Node, set[Node]]
"""Of each root some stretches of its group."""


def join_stretches(book: CopyBook, nodes: Collection[Node]) -> None:
    """Put stretches that stand alone, and have no keys yet, where they belong."""
    if nodes:
        _Joining(book, sorted(nodes)).join()


class _Joining:
    """Puts stretches into groups; those of one article are not compared.

    Attributes of a batch: what a group has become that was joined to another, what waits to be
    written, and by key which groups have stretches among those that were placed.
    """

    def __init__(self, book: CopyBook, nodes: Sequence[Node]) -> None:
        self._book = book
        self._shingles = book.shingles(nodes)
        self._keys = {node: window_keys(self._shingles[node], position_of(node)) for node in nodes}
        self._become: dict[Node, Node] = {}
        self._waiting: dict[Node, Node] = {}
        self._placed: dict[int, dict[Node, tuple[Node, Node]]] = {}
        self._members: _Groups = defaultdict(set)

    def join(self) -> None:
        """Put each with all whose members it is like, or into a group of its own."""
        earlier = self._earlier()
        for _, own in groupby(self._keys, key=article_of):
            places: dict[Node, Node] = {}
            for node in own:
                like = {self._now(root) for root in (*earlier[node], *self._like_placed(node))}
                places[node] = self._united(like) if like else node
            for node, root in places.items():
                self._place(node, self._now(root))
        self._write()

    def _earlier(self) -> dict[Node, list[Node]]:
        """Return for each stretch the roots of the groups in the ledger that it is like."""
        met: defaultdict[int, list[tuple[Node, set[Node]]]] = defaultdict(list)
        for each in self._book.meeting({key for keys in self._keys.values() for key in keys}):
            met[each.key].append((each.root, {each.node, each.last}))
        groups: dict[Node, _Groups] = {}
        for node, keys in self._keys.items():
            here: _Groups = defaultdict(set)
            for root, some in (each for key in keys for each in met.get(key, ())):
                here[root] |= some
            groups[node] = here
        self._load({min(some) for here in groups.values() for some in here.values()})
        like: dict[Node, list[Node]] = {}
        doubtful: list[tuple[Node, Node]] = []
        for node, here in groups.items():
            firsts = [min(some) for some in here.values()]
            found = dict(zip(here, self._are_like(node, firsts), strict=True))
            like[node] = [root for root in here if found[root]]
            doubtful += [(node, each) for each in here if not found[each] and len(here[each]) > 1]
        for node, root in self._in_full(doubtful):
            like[node].append(root)
        return like

    def _in_full(self, doubtful: Sequence[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
        """Return which stretches are like one of a group, of those that they share a key with.

        Args:
            doubtful: stretches, each with the root of a group.
        """
        wanted = {(key, root) for node, root in doubtful for key in self._keys[node]}
        sharing = self._book.sharing(wanted)
        others = {
            (node, root): sorted({each for key in self._keys[node] for each in sharing[key, root]})
            for node, root in doubtful
        }
        self._load(each for found in others.values() for each in found[:_FIRST])
        return [
            (node, root) for (node, root), found in others.items() if self._is_among(node, found)
        ]

    def _is_among(self, node: Node, others: Sequence[Node]) -> bool:
        if any(self._are_like(node, others[:_FIRST])):
            return True
        for start in range(_FIRST, len(others), _TOGETHER):
            found = self._book.shingles(others[start : start + _TOGETHER])
            if any(alike_among(self._shingles[node], list(found.values()))):
                return True
        return False

    def _are_like(self, node: Node, others: Sequence[Node]) -> list[bool]:
        return alike_among(self._shingles[node], [self._shingles[each] for each in others])

    def _like_placed(self, node: Node) -> list[Node]:
        """Return the roots of the groups that have stretches of this batch which it is like."""
        groups: _Groups = defaultdict(set)
        for key in self._keys[node]:
            for root, ends in self._placed.get(key, {}).items():
                groups[self._now(root)].update(ends)
        firsts = [min(some) for some in groups.values()]
        found = dict(zip(groups, self._are_like(node, firsts), strict=True))
        return [
            root
            for root, some in groups.items()
            if found[root] or (len(some) > 1 and self._is_with(node, root))
        ]

    def _is_with(self, node: Node, root: Node) -> bool:
        """Say whether a stretch is like one of a group in this batch that shares a key with it."""
        keys = set(self._keys[node])
        others = [each for each in self._members[root] if not keys.isdisjoint(self._keys[each])]
        return any(self._are_like(node, others))

    def _place(self, node: Node, root: Node) -> None:
        """Put a stretch into a group, for those that come after it."""
        self._waiting[node] = root
        self._members[root].add(node)
        for key in self._keys[node]:
            groups = self._placed.setdefault(key, {})
            least, greatest = groups.get(root, (node, node))
            groups[root] = min(least, node), max(greatest, node)

    def _write(self) -> None:
        """Write what waits."""
        roots = {node: self._now(root) for node, root in self._waiting.items()}
        self._book.put(roots, {node: self._keys[node] for node in roots})
        self._waiting = {}

    def _united(self, roots: Collection[Node]) -> Node:
        """Make one group of several by moving the smaller ones; return its root."""
        if len(roots) == 1:
            return next(iter(roots))
        self._write()
        largest, *others = sorted(roots, key=lambda root: (-self._book.size(root), root))
        for root in others:
            members = self._book.groups({root})[root]
            shingles = self._book.shingles(members)
            keys = {each: window_keys(shingles[each], position_of(each)) for each in members}
            self._book.take_back(keys)
            self._book.put(dict.fromkeys(members, largest), keys)
            self._become[root] = largest
            self._members[largest] |= self._members.pop(root, set())
        return largest

    def _load(self, nodes: Iterable[Node]) -> None:
        self._shingles.update(self._book.shingles(set(nodes).difference(self._shingles)))

    def _now(self, root: Node) -> Node:
        """Return the root that a group has since it was read."""
        while root in self._become:
            root = self._become[root]
        return root
