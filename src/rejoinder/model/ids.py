"""Ids that come from content, so that running twice changes nothing."""

import hashlib
from typing import NewType

__all__ = [
    "ActorId",
    "ArticleId",
    "EventId",
    "FailureId",
    "LinkId",
    "ProvenanceId",
    "StatementId",
    "content_key",
]

ArticleId = NewType("ArticleId", str)
ActorId = NewType("ActorId", str)
StatementId = NewType("StatementId", str)
EventId = NewType("EventId", str)
LinkId = NewType("LinkId", str)
FailureId = NewType("FailureId", str)
ProvenanceId = NewType("ProvenanceId", str)


def content_key(prefix: str, *parts: str | int | None) -> str:
    """Return ``prefix-`` and 16 hexadecimal digits that stand for the parts, in order.

    Each part is hashed with its type and length before it: ``("ab", "c")``, ``("a", "bc")`` and
    ``("ab", None, "c")`` all differ, and so do ``("1",)`` and ``(1,)``.
    """
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        body = b"" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update(f"{type(part).__name__}:{len(body)}:".encode())
        digest.update(body)
    return f"{prefix}-{digest.hexdigest()}"
