"""Which articles and passages carry the same words, as articles arrive.

Copies are the components of a graph: its nodes are stretches of articles, and two of them are
joined where they share a key and are alike. Both follow from the two texts alone, so that the
groups do not depend on the order in which articles came, nor on what was removed meanwhile.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby, islice

from rejoinder.articles.agencies import agencies_digest
from rejoinder.articles.credits import credited_agency, find_credits
from rejoinder.articles.shingles import STAGE, are_alike, fingerprint, window_keys
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.copy_book import CopyBook, Met, Node, Printed, Stretch, needs_copies
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
        seq = book.add(made[article])
        nodes.update(Node(seq, each.position) for each in made[article].stretches)
    _join(book, nodes)


def _printed(each: ZonedText) -> Printed:
    """Return the fingerprint of an article in the ledger's form."""
    made = fingerprint(each.text, each.zones)
    found = find_credits(each.text, each.zones)
    agency = credited_agency(found, each.publisher)
    stretches = tuple(
        Stretch(
            position=window.position,
            span=window.span,
            first=window.first,
            past=window.past,
            keys=window_keys(made.of(window), window.position),
        )
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


def _forget(book: CopyBook, seqs: Collection[int]) -> set[Node]:
    """Forget fingerprints; return the stretches that must be joined again."""
    alone: set[Node] = set()
    for seq in seqs:
        keys = {
            node: window_keys(shingles, node.position)
            for node, shingles in book.shingles(book.groups(seq)).items()
        }
        alone |= book.forget(seq, keys)
    return {node for node in alone if node.fingerprint not in seqs}


def _join(book: CopyBook, nodes: Collection[Node]) -> None:
    """Join stretches with those that are like them."""
    by_article = groupby(sorted(nodes), key=lambda node: node.fingerprint)
    for seq, own in by_article:
        _Joining(book, seq).join(list(own))


class _Joining:
    """Joins the stretches of one article with those of others."""

    def __init__(self, book: CopyBook, seq: int) -> None:
        self._book = book
        self._groups = book.groups(seq)
        self._become: dict[str, str] = {}
        self._shingles: dict[Node, bytes] = {}

    def join(self, nodes: Sequence[Node]) -> None:
        """Join those stretches."""
        self._load(nodes)
        keys = {node: window_keys(self._shingles[node], node.position) for node in nodes}
        met: dict[int, list[Met]] = {}
        for each in self._book.meeting({key for own in keys.values() for key in own}):
            met.setdefault(each.key, []).append(each)
        self._load(each.node for key in met for each in met[key])
        for node in nodes:
            tried: set[str] = set()
            for each in (each for key in keys[node] for each in met.get(key, ())):
                group, own = self._now(each.group), self._now(self._groups[node])
                if group == own or group in tried:
                    continue
                tried.add(group)
                if self._is_in(node, keys[node], each.node, group):
                    least = self._book.join({own, group})
                    self._become.update({own: least, group: least})

    def _is_in(self, node: Node, keys: Sequence[int], first: Node, group: str) -> bool:
        """Say whether a stretch is like one of those in a group that it shares a key with."""
        if self._are_alike(node, first):
            return True
        others = [each for each in self._book.sharing(keys, group) if each != first]
        self._load(others)
        return any(self._are_alike(node, each) for each in others)

    def _are_alike(self, left: Node, right: Node) -> bool:
        return are_alike(self._shingles[left], self._shingles[right])

    def _load(self, nodes: Iterable[Node]) -> None:
        missing = {node for node in nodes if node not in self._shingles}
        self._shingles.update(self._book.shingles(missing))

    def _now(self, group: str) -> str:
        """Return what a group has become since it was read."""
        while self._become.get(group, group) != group:
            group = self._become[group]
        return group
