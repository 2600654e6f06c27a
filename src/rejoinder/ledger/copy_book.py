"""Fingerprints of articles and which of them carry the same words, within one transaction."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.copy_filing import (
    age_keys,
    file_keys,
    groups_meeting,
    nodes_sharing,
    take_keys_back,
)
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
from rejoinder.ledger.schema_copies import (
    copy_filters,
    copy_keys,
    copy_windows,
    credits,
    fingerprints,
)
from rejoinder.ledger.wanted import wanted_values
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
        age_keys(self.connection, last, last + len(made))
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
        for table in (copy_keys, copy_filters, copy_windows, credits, fingerprints):
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
        filed = ((key, roots[node], node) for node, own in keys.items() for key in set(own))
        file_keys(self.connection, filed)

    def take_back(self, keys: Mapping[Node, Sequence[int]]) -> None:
        """Take the keys of stretches back, so that nothing meets them; each then stands alone."""
        roots = self.roots(keys)
        for node, own in keys.items():
            take_keys_back(self.connection, roots[node], node, own)
            alone = update(copy_windows).where(copy_windows.c.node == node).values(root=node)
            self.connection.execute(alone)

    def meeting(self, keys: Collection[int]) -> list[Met]:
        """Return the groups that have one of the keys; as quick for large groups as for small."""
        return groups_meeting(self.connection, keys)

    def sharing(
        self, wanted: Collection[tuple[int, Node]]
    ) -> Mapping[tuple[int, Node], Sequence[Node]]:
        """Return the stretches that have a key in the group of a root, for each key and root."""
        return nodes_sharing(self.connection, wanted)

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
