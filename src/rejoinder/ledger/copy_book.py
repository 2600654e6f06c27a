"""Fingerprints of articles and which of them carry the same words, within one transaction."""

import functools
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NewType

from sqlalchemy import BigInteger, Connection, Select, cast, delete, func, insert, select, update

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema import articles
from rejoinder.ledger.schema_copies import copy_keys, copy_windows, credits, fingerprints
from rejoinder.ledger.wanted import given_rows, given_table, wanted_values
from rejoinder.model.copies import Credit
from rejoinder.model.ids import ArticleId
from rejoinder.model.span import Span

__all__ = [
    "CopyBook",
    "Met",
    "Node",
    "Printed",
    "Stretch",
    "article_of",
    "needs_copies",
    "node_of",
    "position_of",
]

Node = NewType("Node", int)
"""A stretch that is compared; the number of one of a group stands for the group, its *root*."""

_POSITIONS = 1 << 20


def node_of(seq: int, position: int) -> Node:
    """Return the number of a stretch of a fingerprint; position -1 is the whole body."""
    return Node(seq * _POSITIONS + position + 1)


def article_of(node: Node) -> int:
    """Return the fingerprint of the article that a stretch belongs to."""
    return node // _POSITIONS


def position_of(node: Node) -> int:
    """Return the position of a stretch in its article."""
    return node % _POSITIONS - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch as it is written; shingles are counted in those of its article."""

    position: int
    span: Span
    first: int
    past: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """An article's fingerprint as it is written.

    Attributes:
        digest: stands for all the rest; equal where nothing has changed.
        shingles: four bytes each.
    """

    article: ArticleId
    digest: str
    agency: str | None
    words: int
    shingles: bytes
    stretches: tuple[Stretch, ...]
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A group of which one stretch or more has that key, with the least and greatest of those."""

    key: int
    root: Node
    node: Node
    last: Node


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

    def add(self, made: Printed) -> list[Node]:
        """Write a fingerprint; return its stretches, which are in no group and have no keys yet."""
        ends = [end for each in made.stretches for end in (each.first, each.past)]
        first = {
            "article_id": made.article,
            "stage": self.stage,
            "digest": made.digest,
            "agency": made.agency,
            "words": made.words,
            "bounds": json.dumps(ends, separators=(",", ":")),
            "shingles": made.shingles,
        }
        run = self.connection.execute
        seq = int(run(insert(fingerprints).returning(fingerprints.c.seq), first).scalar_one())
        own = {"fingerprint_seq": seq}
        given = [{**own, "position": n, **_credit(each)} for n, each in enumerate(made.credits)]
        if given:
            run(insert(credits), given)
        rows = [{**own, **_window(each, seq)} for each in made.stretches]
        if rows:
            run(insert(copy_windows), rows)
        return [node_of(seq, each.position) for each in made.stretches]

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
        for node, root in roots.items():
            if root != node:
                moved = update(copy_windows).where(copy_windows.c.node == node)
                self.connection.execute(moved.values(root=root))
        rows = [
            {"key": key, "root": roots[node], "node": node}
            for node, own in keys.items()
            for key in sorted(set(own))
        ]
        if rows:
            self.connection.execute(insert(copy_keys), rows)

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

    def sharing(self, keys: Collection[int], root: Node) -> list[Node]:
        """Return the stretches of a group that have one of the keys."""
        query = select(copy_keys.c.node).where(
            copy_keys.c.key.in_(sorted(keys)), copy_keys.c.root == root
        )
        return sorted(Node(node) for node in self.connection.execute(query.distinct()).scalars())

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
                    first, past = ends[2 * (node % _POSITIONS) :][:2]
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


def _window(each: Stretch, seq: int) -> dict[str, object]:
    node = node_of(seq, each.position)
    return {
        "position": each.position,
        "span_start": each.span.start,
        "span_end": each.span.end,
        "node": node,
        "root": node,
    }


def _credit(each: Credit) -> dict[str, object]:
    return {
        "agency": each.agency,
        "kind": each.kind.value,
        "whole": each.whole,
        "span_start": each.span.start,
        "span_end": each.span.end,
    }
