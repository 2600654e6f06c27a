"""What needs the whole ledger: links across articles, found as articles arrive."""

from collections.abc import Callable, Sequence

from rejoinder.exchanges.across import link_across
from rejoinder.exchanges.ports import Earlier
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord

__all__ = ["reconcile"]


def reconcile(new: Sequence[ArticleRecord]) -> Callable[[Earlier], Sequence[Link]]:
    """Return what finds the links of new articles, with each other and with what a ledger holds.

    It runs inside the transaction that appends the articles, so that a batch is committed with its
    links or not at all; which links there are in the end does not depend on the batches.
    """

    def find(earlier: Earlier) -> Sequence[Link]:
        return link_across(new, earlier)

    return find
