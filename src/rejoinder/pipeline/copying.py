"""Which articles and passages carry the same words, as articles arrive.

Copies are the components of a graph: its nodes are stretches of articles, and two of them are
joined where they share a key and are alike. Both follow from the two texts alone, so that the
groups do not depend on the order in which articles came, nor on what was removed meanwhile.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice

from rejoinder.articles.agencies import agencies_digest
from rejoinder.articles.credits import credited_agency, find_credits
from rejoinder.articles.shingles import STAGE, alike_among, fingerprint, window_keys
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.copy_book import (
    CopyBook,
    Met,
    Node,
    Printed,
    Stretch,
    article_of,
    needs_copies,
    position_of,
)
from rejoinder.ledger.texts import ZonedText, latest_texts
from rejoinder.model.copies import Copies
from rejoinder.model.ids import ArticleId, content_key
from rejoinder.model.record import ArticleRecord

__all__ = [
    "catch_up_copies",
    "copies_mark",
    "drop_copies",
    "take_all_copies",
    "take_copies",
    "with_credit",
]

_AT_ONCE = 500
_TOGETHER = 64


def copies_mark() -> str:
    """Return what stands for the stage with its tables."""
    return f"{STAGE}:{agencies_digest()}"


def take_copies(book: CopyBook, ids: Collection[ArticleId] | None = None) -> None:
    """Bring the latest extractions of those articles together with what the ledger holds.

    An article whose body, credits and windows are as they were is passed over.

    Args:
        book: within the transaction of writing.
        ids: the articles; None for all.
    """
    texts = latest_texts(book.connection, ids)
    while batch := list(islice(texts, _AT_ONCE)):
        _take(book, batch)


def take_all_copies(book: CopyBook) -> None:
    """Make everything that is known of copies again."""
    book.clear()
    take_copies(book)


def catch_up_copies(ledger: LedgerFile) -> bool:
    """Make it again where an article was not compared, or by another stage; say whether it was."""
    with ledger.reading() as connection:
        if not needs_copies(connection, copies_mark()):
            return False
    with ledger.writing() as connection:
        take_all_copies(CopyBook(connection=connection, stage=copies_mark()))
    return True


def with_credit(record: ArticleRecord) -> ArticleRecord:
    """Return the record with who is credited with its text, as far as it says so itself."""
    article = record.article
    found = find_credits(article.text, article.zones)
    agency = credited_agency(found, article.publisher)
    return replace(record, copies=Copies(group=None, origin=agency)) if agency else record


def drop_copies(book: CopyBook, ids: Collection[ArticleId]) -> None:
    """Take articles out of what is compared; the rest is as if they had never been there."""
    _join(book, _forget(book, [seq for seq, _ in book.held(ids).values()]))


def _take(book: CopyBook, batch: Collection[ZonedText]) -> None:
    made = {each.article: _printed(each) for each in batch}
    held = book.held(made)
    changed = [
        article
        for article, one in made.items()
        if article not in held or held[article][1] != one.digest
    ]
    nodes = _forget(book, [held[article][0] for article in changed if article in held])
    for article in changed:
        nodes += book.add(made[article])
    _join(book, nodes)


def _printed(each: ZonedText) -> Printed:
    """Return the fingerprint of an article in the ledger's form."""
    made = fingerprint(each.text, each.zones)
    found = find_credits(each.text, each.zones)
    agency = credited_agency(found, each.publisher)
    stretches = tuple(
        Stretch(position=window.position, span=window.span, first=window.first, past=window.past)
        for window in made.windows
    )
    told = (made.shingles.hex(), repr(made.windows), repr(found), agency)
    return Printed(
        article=each.article,
        digest=content_key("f", *told),
        agency=agency,
        words=made.words,
        shingles=made.shingles,
        stretches=stretches,
        credits=found,
    )


def _forget(book: CopyBook, seqs: Collection[int]) -> list[Node]:
    """Forget fingerprints; return the stretches that were in groups with theirs, now alone."""
    gone = set(book.nodes(seqs))
    groups = book.groups(set(book.roots(gone).values()))
    touched = [node for group in groups.values() for node in group]
    shingles = book.shingles(touched)
    book.take_back({node: window_keys(shingles[node], position_of(node)) for node in touched})
    book.forget(seqs)
    return [node for node in touched if node not in gone]


def _join(book: CopyBook, nodes: Collection[Node]) -> None:
    """Put stretches that stand alone, and have no keys yet, where they belong."""
    for _, own in groupby(sorted(nodes), key=article_of):
        _Joining(book, list(own)).join()


class _Joining:
    """Puts the stretches of one article into groups; those of one article are not compared."""

    def __init__(self, book: CopyBook, nodes: Sequence[Node]) -> None:
        self._book = book
        self._shingles = book.shingles(nodes)
        self._keys = {node: window_keys(self._shingles[node], position_of(node)) for node in nodes}
        self._become: dict[Node, Node] = {}

    def join(self) -> None:
        """Put each with all whose members it is like, or into a group of its own."""
        met: dict[int, list[Met]] = {}
        for each in self._book.meeting({key for keys in self._keys.values() for key in keys}):
            met.setdefault(each.key, []).append(each)
        self._load(each.node for found in met.values() for each in found)
        places: dict[Node, Node] = {}
        for node, keys in self._keys.items():
            groups: dict[Node, set[Node]] = {}
            for each in (each for key in keys for each in met.get(key, ())):
                groups.setdefault(each.root, set()).update((each.node, each.last))
            like = self._like(node, groups)
            places[node] = self._united({self._now(root) for root in like}) if like else node
        self._book.put({node: self._now(root) for node, root in places.items()}, self._keys)

    def _like(self, node: Node, groups: Mapping[Node, Collection[Node]]) -> list[Node]:
        """Return the roots of the groups in which a stretch is like one that shares a key with it.

        Args:
            node: the stretch.
            groups: by root, the least and the greatest of the stretches that share each key.
        """
        firsts = {root: min(met) for root, met in groups.items()}
        others = [self._shingles[first] for first in firsts.values()]
        found = dict(zip(firsts, alike_among(self._shingles[node], others), strict=True))
        return [
            root
            for root, met in groups.items()
            if found[root] or (len(met) > 1 and self._is_in(node, root))
        ]

    def _is_in(self, node: Node, root: Node) -> bool:
        """Say whether a stretch is like one of a group, of those that it shares a key with."""
        others = self._book.sharing(self._keys[node], self._now(root))
        for start in range(0, len(others), _TOGETHER):
            found = self._book.shingles(others[start : start + _TOGETHER])
            if any(alike_among(self._shingles[node], list(found.values()))):
                return True
        return False

    def _united(self, roots: Collection[Node]) -> Node:
        """Make one group of several by moving the smaller ones; return its root."""
        if len(roots) == 1:
            return next(iter(roots))
        largest, *others = sorted(roots, key=lambda root: (-self._book.size(root), root))
        for root in others:
            members = self._book.groups({root})[root]
            shingles = self._book.shingles(members)
            keys = {each: window_keys(shingles[each], position_of(each)) for each in members}
            self._book.take_back(keys)
            self._book.put(dict.fromkeys(members, largest), keys)
            self._become[root] = largest
        return largest

    def _load(self, nodes: Iterable[Node]) -> None:
        missing = {node for node in nodes if node not in self._shingles}
        self._shingles.update(self._book.shingles(missing))

    def _now(self, root: Node) -> Node:
        """Return the root that a group has since it was read."""
        while root in self._become:
            root = self._become[root]
        return root
