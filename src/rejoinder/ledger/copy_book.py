"""Fingerprints of articles and which of them carry the same words, within one transaction."""

import functools
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Select,
    bindparam,
    cast,
    delete,
    func,
    insert,
    select,
    update,
)

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.copy_rows import (
    POSITIONS,
    Met,
    Node,
    Printed,
    article_of,
    credit_row,
    printed_row,
    window_row,
)
from rejoinder.ledger.rows import Row
from rejoinder.ledger.schema import articles
from rejoinder.ledger.schema_copies import copy_keys, copy_windows, credits, fingerprints
from rejoinder.ledger.wanted import given_rows, given_table, wanted_values
from rejoinder.model.ids import ArticleId

__all__ = ["CopyBook", "needs_copies"]


@dataclass(slots=True)
class CopyBook:
    """Reads and writes what is known of copies.

    Attributes:
        connection: within a transaction of writing.
        stage: what makes fingerprints, with its tables.
    """

    connection: Connection
    stage: str

    def held(self, ids: Collection[ArticleId]) -> dict[ArticleId, tuple[int, str]]:
        """Return seq and digest of those articles that have a fingerprint."""
        own = fingerprints.c
        query = select(own.article_id, own.seq, own.digest)
        wanted = query.where(own.article_id.in_(wanted_values(ids)))
        return {
            ArticleId(row.article_id): (row.seq, row.digest)
            for row in self.connection.execute(wanted)
        }

    def add(self, made: Collection[Printed]) -> list[Node]:
        """Write fingerprints; return the stretches, which are in no group and have no keys yet."""
        run = self.connection.execute
        last = run(select(func.max(fingerprints.c.seq))).scalar() or 0
        firsts, given, rows = list[Row](), list[Row](), list[Row]()
        for seq, each in enumerate(made, last + 1):
            firsts.append({"seq": seq, "stage": self.stage, **printed_row(each)})
            given += [credit_row(one, seq, n) for n, one in enumerate(each.credits)]
            rows += [window_row(one, seq) for one in each.stretches]
        for table, found in ((fingerprints, firsts), (credits, given), (copy_windows, rows)):
            if found:
                run(insert(table), found)
        return [Node(int(str(row["node"]))) for row in rows]

    def nodes(self, seqs: Collection[int]) -> list[Node]:
        """Return the stretches of fingerprints."""
        query = select(copy_windows.c.node)
        return [
            Node(node)
            for chunk in chunks(sorted(seqs))
            for node in self.connection.execute(
                query.where(copy_windows.c.fingerprint_seq.in_(chunk))
            ).scalars()
        ]

    def groups(self, roots: Collection[Node]) -> dict[Node, list[Node]]:
        """Return the stretches of groups, by root."""
        found: dict[Node, list[Node]] = {root: [] for root in roots}
        query = select(copy_windows.c.root, copy_windows.c.node)
        for chunk in chunks(sorted(found)):
            of_them = query.where(copy_windows.c.root.in_(chunk)).order_by(copy_windows.c.node)
            for row in self.connection.execute(of_them):
                found[Node(row.root)].append(Node(row.node))
        return found

    def roots(self, nodes: Collection[Node]) -> dict[Node, Node]:
        """Return the roots of stretches."""
        query = select(copy_windows.c.node, copy_windows.c.root)
        return {
            Node(row.node): Node(row.root)
            for chunk in chunks(sorted(nodes))
            for row in self.connection.execute(query.where(copy_windows.c.node.in_(chunk)))
        }

    def forget(self, seqs: Collection[int]) -> None:
        """Delete fingerprints with stretches whose keys were taken back."""
        for chunk in chunks(sorted(seqs)):
            for table in (copy_windows, credits):
                self.connection.execute(delete(table).where(table.c.fingerprint_seq.in_(chunk)))
            self.connection.execute(delete(fingerprints).where(fingerprints.c.seq.in_(chunk)))

    def clear(self) -> None:
        """Forget everything."""
        for table in (copy_keys, copy_windows, credits, fingerprints):
            self.connection.execute(delete(table))

    def size(self, root: Node) -> int:
        """Return how many stretches a group has."""
        query = select(func.count()).where(copy_windows.c.root == root)
        return int(self.connection.execute(query).scalar_one())

    def put(self, roots: Mapping[Node, Node], keys: Mapping[Node, Sequence[int]]) -> None:
        """Put stretches that stand alone, and have no keys yet, into the groups of those roots."""
        moved = [{"own": node, "now": root} for node, root in roots.items() if root != node]
        if moved:
            of_it = update(copy_windows).where(copy_windows.c.node == bindparam("own"))
            self.connection.execute(of_it.values(root=bindparam("now")), moved)
        # In the order of the table, so that what lies together is written together.
        rows = sorted((key, roots[node], node) for node, own in keys.items() for key in set(own))
        if rows:
            names = copy_keys.c.keys()
            values = [dict(zip(names, row, strict=True)) for row in rows]
            self.connection.execute(insert(copy_keys), values)

    def take_back(self, keys: Mapping[Node, Sequence[int]]) -> None:
        """Take the keys of stretches back, so that nothing meets them; each then stands alone."""
        roots = self.roots(keys)
        for node, own in keys.items():
            place = (copy_keys.c.root == roots[node]) & (copy_keys.c.node == node)
            for chunk in chunks(sorted(set(own))):
                self.connection.execute(delete(copy_keys).where(place, copy_keys.c.key.in_(chunk)))
            alone = update(copy_windows).where(copy_windows.c.node == node).values(root=node)
            self.connection.execute(alone)

    def meeting(self, keys: Collection[int]) -> list[Met]:
        """Return the groups that have one of the keys; as quick for large groups as for small."""
        rows = self.connection.execute(_meeting(), given_rows((str(key),) for key in keys))
        return [
            Met(key=row.key, root=Node(row.root), node=Node(row.node), last=Node(row.last))
            for row in rows
        ]

    def sharing(
        self, wanted: Collection[tuple[int, Node]]
    ) -> Mapping[tuple[int, Node], list[Node]]:
        """Return the stretches that have a key in the group of a root, for each key and root."""
        found: defaultdict[tuple[int, Node], list[Node]] = defaultdict(list)
        if wanted:
            given = given_rows((str(key), str(root)) for key, root in wanted)
            for row in self.connection.execute(_sharing(), given):
                found[row.key, Node(row.root)].append(Node(row.node))
        return found

    def shingles(self, nodes: Iterable[Node]) -> dict[Node, bytes]:
        """Return the shingles of stretches."""
        # All in one row an article: in a large ledger each row is a page of its own to read.
        wanted: defaultdict[int, list[Node]] = defaultdict(list)
        for node in sorted(set(nodes)):
            wanted[article_of(node)].append(node)
        query = select(fingerprints.c.seq, fingerprints.c.bounds, fingerprints.c.shingles)
        found: dict[Node, bytes] = {}
        for chunk in chunks(list(wanted)):
            of_them = query.where(fingerprints.c.seq.in_(chunk))
            for seq, bounds, shingles in self.connection.execute(of_them):
                ends = json.loads(bounds)
                for node in wanted[seq]:
                    first, past = ends[2 * (node % POSITIONS) :][:2]
                    found[node] = shingles[4 * first : 4 * past]
        return found


def needs_copies(connection: Connection, stage: str) -> bool:
    """Say whether an article has no fingerprint, or one of another stage."""
    other = select(fingerprints.c.seq).where(fingerprints.c.stage != stage).limit(1)
    if connection.execute(other).first() is not None:
        return True
    done = select(1).where(fingerprints.c.article_id == articles.c.id).correlate(articles)
    query = select(articles.c.id).where(~done.exists()).limit(1)
    return connection.execute(query).first() is not None


@functools.cache
def _meeting() -> Select[Any]:
    """Return the query that goes from one group of a key to the next by the index.

    So it passes over all the stretches of a group.
    """
    given = given_table("key")
    wanted = cast(given.c.key, BigInteger)
    own = copy_keys.c
    first = select(func.min(own.root)).where(own.key == wanted).scalar_subquery()
    met = select(wanted.label("key"), first.label("root")).cte("met", recursive=True)
    after = select(func.min(own.root)).where(own.key == met.c.key, own.root > met.c.root)
    met = met.union_all(select(met.c.key, after.scalar_subquery()).where(met.c.root.is_not(None)))
    least, greatest = (
        select(end(own.node)).where(own.key == met.c.key, own.root == met.c.root).scalar_subquery()
        for end in (func.min, func.max)
    )
    return (
        select(met.c.key, met.c.root, least.label("node"), greatest.label("last"))
        .where(met.c.root.is_not(None))
        .order_by(met.c.key, met.c.root)
    )


@functools.cache
def _sharing() -> Select[Any]:
    """Return the query for the stretches that have a key in a group."""
    given, own = given_table("key", "root"), copy_keys.c
    here = (own.key == cast(given.c.key, BigInteger)) & (own.root == cast(given.c.root, BigInteger))
    return select(copy_keys).select_from(given).join(copy_keys, here)
