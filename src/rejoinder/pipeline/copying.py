"""Which articles and passages carry the same words, as articles arrive.

Copies are the components of a graph: its nodes are stretches of articles, and two of them are
joined where they share a key and are alike. Both follow from the two texts alone, so that the
groups do not depend on the order in which articles came, nor on what was removed meanwhile.
"""

from collections.abc import Collection
from dataclasses import replace
from itertools import islice

from rejoinder.articles.agencies import agencies_digest
from rejoinder.articles.credits import credited_agency, find_credits
from rejoinder.articles.shingles import STAGE, fingerprint, window_keys
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.copy_book import CopyBook, needs_copies
from rejoinder.ledger.copy_rows import Node, Printed, Stretch, position_of
from rejoinder.ledger.texts import ZonedText, latest_texts
from rejoinder.model.copies import Copies
from rejoinder.model.ids import ArticleId, content_key
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.alike import join_stretches

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
    join_stretches(book, _forget(book, [seq for seq, _ in book.held(ids).values()]))


def _take(book: CopyBook, batch: Collection[ZonedText]) -> None:
    made = {each.article: _printed(each) for each in batch}
    held = book.held(made)
    changed = [
        article
        for article, one in made.items()
        if article not in held or held[article][1] != one.digest
    ]
    nodes = _forget(book, [held[article][0] for article in changed if article in held])
    join_stretches(book, nodes + book.add([made[article] for article in changed]))


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
