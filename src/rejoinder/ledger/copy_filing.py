"""The keys under which stretches are filed: a few new ones apart from many old ones.

A key is a hash, so that each falls on a page of its own, however they are laid. What comes is filed
in a small part of the table, of which a batch fills the pages, and goes on from there into larger
ones with much else that falls on the same page: a slice of all keys at a time, so that no batch has
more of it to do than another. All parts are looked in; nothing is found or missed by where it lies.
"""

import functools
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Connection,
    Integer,
    Select,
    and_,
    bindparam,
    cast,
    delete,
    func,
    insert,
    literal,
    select,
    true,
    union_all,
)

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.copy_filters import OLDEST, filter_in, may_be_old
from rejoinder.ledger.copy_rows import Met, Node
from rejoinder.ledger.schema_copies import copy_keys
from rejoinder.ledger.wanted import GIVEN, given_rows, given_table

__all__ = ["age_keys", "file_keys", "groups_meeting", "nodes_sharing", "take_keys_back"]

_AGES: Final = (0, 1, OLDEST)
_OLD = "old"
_STEP: Final = 32
"""Articles for which one slice of each part goes on."""

_SLICES: Final = {1: 256, 0: 16}
"""By age into how many slices the keys are cut; times `_STEP`, after how many articles all are on.

With these a batch fills a hundred and fifty pages of new keys, and a slice of a hundred thousand
articles' keys has as many.
"""

_KEYS: Final = 1 << 64


def file_keys(connection: Connection, rows: Iterable[tuple[int, Node, Node]]) -> None:
    """File stretches that are not filed: key, root and node of each."""
    # In the order of the table, so that what lies together is written together.
    made = [{"age": 0, "key": key, "root": root, "node": node} for key, root, node in sorted(rows)]
    if made:
        connection.execute(insert(copy_keys), made)


def age_keys(connection: Connection, before: int, now: int) -> None:
    """Let keys go on into larger parts of the table, since so many articles were there before."""
    for age, slices in _SLICES.items():
        steps = range(before // _STEP, now // _STEP)[-slices:]
        for step in steps:
            _move(connection, age, *_ends(step % slices, slices))


def take_keys_back(connection: Connection, root: Node, node: Node, keys: Collection[int]) -> None:
    """Take the keys of a stretch in the group of a root back."""
    own = copy_keys.c
    place = own.age.in_(_AGES) & (own.root == root) & (own.node == node)
    for few in chunks(sorted(set(keys))):
        connection.execute(delete(copy_keys).where(place, own.key.in_(few)))


def groups_meeting(connection: Connection, keys: Collection[int]) -> list[Met]:
    """Return the groups that have one of the keys; as quick for large groups as for small.

    A group is told of once for each part of the table that has it.
    """
    return [
        Met(key=row.key, root=Node(row.root), node=Node(row.node), last=Node(row.last))
        for row in connection.execute(
            _meeting(),
            {
                GIVEN: json.dumps(sorted(keys)),
                _OLD: json.dumps(sorted(may_be_old(connection, keys))),
            },
        )
    ]


def nodes_sharing(
    connection: Connection, wanted: Collection[tuple[int, Node]]
) -> Mapping[tuple[int, Node], Sequence[Node]]:
    """Return the stretches that have a key in the group of a root, for each key and root."""
    found: defaultdict[tuple[int, Node], list[Node]] = defaultdict(list)
    if wanted:
        given = given_rows((str(key), str(root), str(age)) for key, root in wanted for age in _AGES)
        for row in connection.execute(_sharing(), given):
            found[row.key, Node(row.root)].append(Node(row.node))
    return found


def _ends(place: int, slices: int) -> tuple[int, int]:
    """Return the least and the greatest key of a slice."""
    first, past = (_KEYS * each // slices - _KEYS // 2 for each in (place, place + 1))
    return first, past - 1


def _move(connection: Connection, age: int, first: int, last: int) -> None:
    """Make the keys of a slice older."""
    own = copy_keys.c
    here = and_(own.age == age, own.key.between(first, last))
    moved = select(literal(age + 1), own.key, own.root, own.node).where(here).order_by(own.key)
    connection.execute(insert(copy_keys).from_select(copy_keys.c.keys(), moved))
    if age + 1 == OLDEST:
        keys = connection.execute(select(own.key).distinct().where(here)).scalars().all()
        filter_in(connection, keys)
    connection.execute(delete(copy_keys).where(here))


@functools.cache
def _meeting() -> Select[Any]:
    """Return the query that goes from one group of a key to the next by the index.

    So it passes over all the stretches of a group.
    """
    own = copy_keys.c
    # Few parts have a key at all: those that have none are left here.
    some = union_all(
        *(
            _first_roots(parameter, ages)
            for parameter, ages in ((GIVEN, _AGES[:-1]), (_OLD, [OLDEST]))
        )
    ).subquery()
    met = select(some).where(some.c.root.is_not(None)).cte("met", recursive=True)
    here = and_(own.age == met.c.age, own.key == met.c.key)
    after = select(func.min(own.root)).where(here, own.root > met.c.root)
    met = met.union_all(
        select(met.c.age, met.c.key, after.scalar_subquery()).where(met.c.root.is_not(None))
    )
    here = and_(own.age == met.c.age, own.key == met.c.key, own.root == met.c.root)
    least, greatest = (
        select(end(own.node)).where(here).scalar_subquery() for end in (func.min, func.max)
    )
    return (
        select(met.c.key, met.c.root, least.label("node"), greatest.label("last"))
        .where(met.c.root.is_not(None))
        .order_by(met.c.key, met.c.root)
    )


def _first_roots(parameter: str, ages: Sequence[int]) -> Select[Any]:
    """Return the query for the least root that has a key in each of those parts, if any has."""
    keys = func.json_each(bindparam(parameter)).table_valued("value").alias(f"keys_{parameter}")
    parts = func.json_each(json.dumps(ages)).table_valued("value").alias(f"ages_{parameter}")
    own = copy_keys.c
    here = own.age == parts.c.value, own.key == keys.c.value
    first = select(func.min(own.root)).where(*here).scalar_subquery()
    return select(
        parts.c.value.label("age"), keys.c.value.label("key"), first.label("root")
    ).select_from(keys.join(parts, true()))


@functools.cache
def _sharing() -> Select[Any]:
    """Return the query for the stretches that have a key in a group."""
    given, own = given_table("key", "root", "age"), copy_keys.c
    here = and_(
        own.age == cast(given.c.age, Integer),
        own.key == cast(given.c.key, BigInteger),
        own.root == cast(given.c.root, BigInteger),
    )
    return select(copy_keys).select_from(given).join(copy_keys, here)
