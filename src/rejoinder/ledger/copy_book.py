"""Fingerprints of articles and which of them carry the same words, within one transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    func,
    insert,
    select,
    tuple_,
    update,
)

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema import articles
from rejoinder.ledger.schema_copies import copy_keys, copy_windows, credits, fingerprints
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.copies import Credit
from rejoinder.model.ids import ArticleId, content_key
from rejoinder.model.span import Span

__all__ = ["CopyBook", "Met", "Node", "Printed", "Stretch", "group_of_one", "needs_copies"]

_POSITIONS = 1 << 20


class Node(NamedTuple):
    """A stretch that is compared: its article's fingerprint and its position in it."""

    fingerprint: int
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch as it is written; shingles are counted in those of its article."""

    position: int
    span: Span
    first: int
    past: int
    keys: tuple[int, ...]


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
    """A group of which one stretch or more shares a key; ``node`` is the least of those."""

    key: int
    group: str
    node: Node


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

    def add(self, made: Printed) -> int:
        """Write a fingerprint, each stretch a group of its own; return its seq."""
        first = {
            "article_id": made.article,
            "stage": self.stage,
            "digest": made.digest,
            "agency": made.agency,
            "words": made.words,
            "shingles": made.shingles,
        }
        run = self.connection.execute
        seq = int(run(insert(fingerprints).returning(fingerprints.c.seq), first).scalar_one())
        own = {"fingerprint_seq": seq}
        given = [{**own, "position": n, **_credit(each)} for n, each in enumerate(made.credits)]
        if given:
            run(insert(credits), given)
        if made.stretches:
            run(
                insert(copy_windows),
                [{**own, **_window(each, made.article)} for each in made.stretches],
            )
            run(
                insert(copy_keys),
                [
                    {**own, "position": each.position, "key": key}
                    for each in made.stretches
                    for key in sorted(set(each.keys))
                ],
            )
        return seq

    def forget(self, seq: int, keys: Mapping[Node, Collection[int]]) -> set[Node]:
        """Delete a fingerprint; return the stretches that were in a group with one of its own.

        Those now stand alone and must be joined again.

        Args:
            seq: the fingerprint.
            keys: of each of its stretches.
        """
        run = self.connection.execute
        of_it = copy_windows.c.fingerprint_seq == seq
        groups = list(run(select(copy_windows.c.group_id).where(of_it)).scalars())
        left = self._alone(groups, seq)
        for chunk in chunks(sorted({key for own in keys.values() for key in own})):
            run(
                delete(copy_keys).where(
                    copy_keys.c.key.in_(chunk), copy_keys.c.fingerprint_seq == seq
                )
            )
        for table in (copy_windows, credits):
            run(delete(table).where(table.c.fingerprint_seq == seq))
        run(delete(fingerprints).where(fingerprints.c.seq == seq))
        return left

    def _alone(self, groups: Sequence[str], but: int) -> set[Node]:
        """Let each stretch of those groups stand alone, but those of one fingerprint."""
        nodes: set[Node] = set()
        for chunk in chunks(groups):
            query = (
                select(
                    copy_windows.c.fingerprint_seq,
                    copy_windows.c.position,
                    fingerprints.c.article_id,
                )
                .join(fingerprints, fingerprints.c.seq == copy_windows.c.fingerprint_seq)
                .where(copy_windows.c.group_id.in_(chunk), fingerprints.c.seq != but)
            )
            for row in self.connection.execute(query).all():
                node = Node(row.fingerprint_seq, row.position)
                own = group_of_one(ArticleId(row.article_id), node.position)
                self.connection.execute(update(copy_windows).where(_is(node)).values(group_id=own))
                nodes.add(node)
        return nodes

    def clear(self) -> None:
        """Forget everything."""
        for table in (copy_keys, copy_windows, credits, fingerprints):
            self.connection.execute(delete(table))

    def groups(self, seq: int) -> dict[Node, str]:
        """Return the group of each stretch of a fingerprint."""
        query = select(copy_windows.c.position, copy_windows.c.group_id).where(
            copy_windows.c.fingerprint_seq == seq
        )
        return {Node(seq, row.position): row.group_id for row in self.connection.execute(query)}

    def meeting(self, keys: Collection[int]) -> list[Met]:
        """Return the groups that hold one of the keys, by key and group."""
        place = copy_keys.c.fingerprint_seq * _POSITIONS + copy_keys.c.position + 1
        query = (
            select(copy_keys.c.key, copy_windows.c.group_id, func.min(place).label("least"))
            .join(copy_windows, _same_stretch())
            .group_by(copy_keys.c.key, copy_windows.c.group_id)
            .order_by(copy_keys.c.key, copy_windows.c.group_id)
        )
        return [
            Met(key=row.key, group=row.group_id, node=_node(row.least))
            for chunk in chunks(sorted(keys))
            for row in self.connection.execute(query.where(copy_keys.c.key.in_(chunk)))
        ]

    def sharing(self, keys: Collection[int], group: str) -> list[Node]:
        """Return the stretches of a group that hold one of the keys."""
        query = (
            select(copy_keys.c.fingerprint_seq, copy_keys.c.position)
            .join(copy_windows, _same_stretch())
            .where(copy_keys.c.key.in_(sorted(keys)), copy_windows.c.group_id == group)
            .distinct()
        )
        return sorted(Node(*row) for row in self.connection.execute(query))

    def shingles(self, nodes: Iterable[Node]) -> dict[Node, bytes]:
        """Return the shingles of stretches."""
        found: dict[Node, bytes] = {}
        for chunk in chunks(sorted(set(nodes))):
            query = (
                select(copy_windows, fingerprints.c.shingles)
                .join(fingerprints, fingerprints.c.seq == copy_windows.c.fingerprint_seq)
                .where(
                    copy_windows.c.fingerprint_seq.in_({node.fingerprint for node in chunk}),
                    tuple_(copy_windows.c.fingerprint_seq, copy_windows.c.position).in_(chunk),
                )
            )
            for row in self.connection.execute(query):
                own = row.shingles[4 * row.first : 4 * row.past]
                found[Node(row.fingerprint_seq, row.position)] = own
        return found

    def join(self, groups: Collection[str]) -> str:
        """Make one group of several and return its id, the least of theirs."""
        least, *others = sorted(groups)
        for chunk in chunks(others):
            self.connection.execute(
                update(copy_windows)
                .where(copy_windows.c.group_id.in_(chunk))
                .values(group_id=least)
            )
        return least


def needs_copies(connection: Connection, stage: str) -> bool:
    """Say whether an article has no fingerprint, or one of another stage."""
    other = select(fingerprints.c.seq).where(fingerprints.c.stage != stage).limit(1)
    if connection.execute(other).first() is not None:
        return True
    done = select(1).where(fingerprints.c.article_id == articles.c.id).correlate(articles)
    query = select(articles.c.id).where(~done.exists()).limit(1)
    return connection.execute(query).first() is not None


def group_of_one(article: ArticleId, position: int) -> str:
    """Return the id of the group that a stretch is alone in: the article's, for its whole body."""
    return content_key("c", article, position)


def _is(node: Node) -> ColumnElement[bool]:
    return and_(
        copy_windows.c.fingerprint_seq == node.fingerprint,
        copy_windows.c.position == node.position,
    )


def _same_stretch() -> ColumnElement[bool]:
    return and_(
        copy_windows.c.fingerprint_seq == copy_keys.c.fingerprint_seq,
        copy_windows.c.position == copy_keys.c.position,
    )


def _node(place: int) -> Node:
    return Node(place // _POSITIONS, place % _POSITIONS - 1)


def _window(each: Stretch, article: ArticleId) -> dict[str, object]:
    return {
        "position": each.position,
        "span_start": each.span.start,
        "span_end": each.span.end,
        "first": each.first,
        "past": each.past,
        "group_id": group_of_one(article, each.position),
    }


def _credit(each: Credit) -> dict[str, object]:
    return {
        "agency": each.agency,
        "kind": each.kind.value,
        "whole": each.whole,
        "span_start": each.span.start,
        "span_end": each.span.end,
    }
