"""How often Python looks for garbage while a ledger is written."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["seldom_collected"]

# Objects made beyond those let go of, then how many of the smaller rounds before a larger one.
# With Python's own numbers what a batch holds is looked through again and again, and every batch or
# two all that the process remembers of names and texts, which is the more the larger the ledger.
_SELDOM = (50_000, 20, 100)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let garbage lie longer; nearly all that a batch makes goes when nothing refers to it."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
