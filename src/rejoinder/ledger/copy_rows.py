"""Fingerprints, their stretches and credits as rows; pure."""

import json
from dataclasses import dataclass
from typing import NewType

from rejoinder.ledger.rows import Row
from rejoinder.model.copies import Credit
from rejoinder.model.ids import ArticleId
from rejoinder.model.span import Span

__all__ = [
    "POSITIONS",
    "Met",
    "Node",
    "Printed",
    "Stretch",
    "article_of",
    "credit_row",
    "node_of",
    "position_of",
    "printed_row",
    "window_row",
]

Node = NewType("Node", int)
"""A stretch that is compared; the number of one of a group stands for the group, its *root*."""

POSITIONS = 1 << 20
"""More than any article has stretches."""


def node_of(seq: int, position: int) -> Node:
    """Return the number of a stretch of a fingerprint; position -1 is the whole body."""
    return Node(seq * POSITIONS + position + 1)


def article_of(node: Node) -> int:
    """Return the fingerprint of the article that a stretch belongs to."""
    return node // POSITIONS


def position_of(node: Node) -> int:
    """Return the position of a stretch in its article."""
    return node % POSITIONS - 1


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


def printed_row(made: Printed) -> Row:
    """Return the row of a fingerprint, without its ``seq`` and stage."""
    ends = [end for each in made.stretches for end in (each.first, each.past)]
    return {
        "article_id": made.article,
        "digest": made.digest,
        "agency": made.agency,
        "words": made.words,
        "bounds": json.dumps(ends, separators=(",", ":")),
        "shingles": made.shingles,
    }


def window_row(each: Stretch, seq: int) -> Row:
    """Return the row of a stretch in no group."""
    node = node_of(seq, each.position)
    return {
        "fingerprint_seq": seq,
        "position": each.position,
        "span_start": each.span.start,
        "span_end": each.span.end,
        "node": node,
        "root": node,
    }


def credit_row(each: Credit, seq: int, position: int) -> Row:
    """Return the row of a credit."""
    return {
        "fingerprint_seq": seq,
        "position": position,
        "agency": each.agency,
        "kind": each.kind.value,
        "whole": each.whole,
        "span_start": each.span.start,
        "span_end": each.span.end,
    }
