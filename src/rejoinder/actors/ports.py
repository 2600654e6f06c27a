"""What judging identity across articles needs from a ledger, satisfied by shape."""

from collections.abc import Collection, Iterable
from typing import Protocol

from rejoinder.model.judgement import ActorRef, Judgement
from rejoinder.model.profile import Profile

__all__ = ["Registry"]


class Registry(Protocol):
    """What was known of actors before the articles that are being judged.

    Neither method sees the new profiles or judgements; the caller keeps both afterwards, each
    profile joined with what it has on the same ref.
    """

    def profiles(self, keys: Collection[str]) -> Iterable[Profile]:
        """Return each known profile that has one of the keys, whole; once or more often."""
        ...

    def verdicts(self, pairs: Collection[tuple[ActorRef, ActorRef]]) -> Iterable[Judgement]:
        """Return the latest judgement of ``identity.rules.v1`` on each pair that has one.

        A withdrawn one is returned as well. In each pair the lesser ref comes first.
        """
        ...
