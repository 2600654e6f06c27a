"""What judging identity across articles needs from a ledger, satisfied by shape."""

from collections.abc import Collection, Iterable
from typing import Protocol

from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Judgement
from rejoinder.model.profile import Profile, Sighting

__all__ = ["Registry"]


class Registry(Protocol):
    """What was known of actors before the articles that are being judged.

    No method sees the new profiles or judgements; the caller keeps both afterwards, each
    profile joined with what it has on the same ref.
    """

    def known(self, refs: Collection[ActorRef]) -> Iterable[Profile]:
        """Return what is known of those refs, whole; those of which nothing is are left out."""
        ...

    def profiles(
        self, keys: Collection[str], besides: Collection[ActorRef] = ()
    ) -> Iterable[Profile]:
        """Return each known profile that has one of the keys, whole, but those of some refs."""
        ...

    def ids_in(self, keys: Collection[str]) -> Iterable[tuple[str, ActorId]]:
        """Return the ids of the profiles that have one of the keys, once with each of the keys."""
        ...

    def profiles_naming(self, wanted: Collection[tuple[str, str]]) -> Iterable[Profile]:
        """Return those known profiles, whole, that have a key and tell of the state given with it.

        That is: the code is among their countries or states, or owns an office of theirs.
        """
        ...

    def verdicts(self, pairs: Collection[tuple[ActorRef, ActorRef]]) -> Iterable[Judgement]:
        """Return the latest judgement of ``identity.rules.v1`` on each pair that has one.

        A withdrawn one is returned as well. In each pair the lesser ref comes first.
        """
        ...

    def sightings(self, actor: ActorId) -> Iterable[Sighting]:
        """Return where articles give a person of that id a country and a role.

        Those of the articles that are being judged may be among them.
        """
        ...

    def parted(self, actor: ActorId) -> Iterable[tuple[ActorRef, ActorRef]]:
        """Return the pairs of refs of that id on which there is a judgement of the stage."""
        ...
