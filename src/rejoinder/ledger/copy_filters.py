"""Bits before the oldest keys of copies: most keys that are not there are known not to be.

A key is a hash, and most that a batch looks for are in no other article: in a large ledger each of
them would read a page in vain. Of every old key a few bits are set; a key of which one is not set
is not there. Bits stay set when keys are taken back, which costs a look and misses nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema_copies import copy_filters, copy_keys

__all__ = ["OLDEST", "filter_in", "may_be_old"]

OLDEST: Final = 2
"""The part of ``copy_keys`` that has bits before it."""

_FILTERS: Final = 1024
"""So many slices of all keys have bits of their own: what a slice gains is written for itself."""

_WIDTH: Final = (1 << 64) // _FILTERS
_PLACES: Final = (0, 18, 36)
"""Which bits of a key say which bits it sets; its first say in which slice it is."""

_FEWEST, _MOST = 5, 8
"""Bits for each key: with less than the first a slice gets a power of two above the second."""


def may_be_old(connection: Connection, keys: Collection[int]) -> Iterator[int]:
    """Yield all of the keys that are among the oldest, and some that are not."""
    wanted = _by_slice(keys)
    own = copy_filters.c
    for few in chunks(sorted(wanted)):
        query = select(own.slice, own.bits).where(own.slice.in_(few))
        for number, bits in connection.execute(query):
            yield from _passing(bits, wanted[number])


def filter_in(connection: Connection, keys: Iterable[int]) -> None:
    """Set the bits of keys that have come among the oldest."""
    wanted = _by_slice(keys)
    for few in chunks(sorted(wanted)):
        query = select(copy_filters).where(copy_filters.c.slice.in_(few))
        held = {row.slice: (row.filed, row.bits) for row in connection.execute(query)}
        rows = [
            {"slice": number, "filed": filed, "bits": bits}
            for number in few
            for filed, bits in [_with(connection, number, wanted[number], held.get(number))]
        ]
        put = upsert(copy_filters)
        own = put.excluded
        connection.execute(
            put.on_conflict_do_update(
                index_elements=["slice"], set_={"filed": own.filed, "bits": own.bits}
            ),
            rows,
        )


def _with(
    connection: Connection, number: int, keys: Sequence[int], held: tuple[int, bytes] | None
) -> tuple[int, bytes]:
    """Return how many keys a slice has with those, at most, and its bits."""
    filed, bits = held or (0, b"")
    filed += len(keys)
    if _FEWEST * filed > 8 * len(bits):
        first = number * _WIDTH - (1 << 63)
        own = copy_keys.c
        query = select(own.key).distinct()
        here = query.where(own.age == OLDEST, own.key.between(first, first + _WIDTH - 1))
        keys = connection.execute(here).scalars().all()
        filed, bits = len(keys), bytes(1 << (_MOST * len(keys) // 8).bit_length())
    return filed, _set(bits, keys)


def _by_slice(keys: Iterable[int]) -> Mapping[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for key in keys:
        found[(key + (1 << 63)) // _WIDTH].append(key)
    return found


def _passing(bits: bytes, keys: Iterable[int]) -> Iterator[int]:
    mask = 8 * len(bits) - 1
    for key in keys:
        for first in _PLACES:
            place = key >> first & mask
            if not bits[place >> 3] >> (place & 7) & 1:
                break
        else:
            yield key


def _set(bits: bytes, keys: Iterable[int]) -> bytes:
    made, mask = bytearray(bits), 8 * len(bits) - 1
    for key in keys:
        for first in _PLACES:
            place = key >> first & mask
            made[place >> 3] |= 1 << (place & 7)
    return bytes(made)
