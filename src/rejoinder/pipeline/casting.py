"""Whom a reviewer's choice of an actor means in an article."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rejoinder.model.actor import Actor
from rejoinder.model.ids import ActorId

__all__ = ["Casting"]


@dataclass(slots=True, kw_only=True)
class Casting:
    """Who of an article goes by which id in the ledger, and who is brought in by reviewers.

    Attributes:
        names: by which id the ledger knows each actor of the article.
        goes: by which id those go now who went by another when they were chosen.
        known: actors of other articles, by the ledger's id.
    """

    names: dict[ActorId, ActorId]
    goes: Mapping[ActorId, ActorId]
    known: Mapping[ActorId, Actor]
    brought: dict[ActorId, Actor] = field(default_factory=dict)

    def chosen(
        self, judged: Iterable[ActorId], machine: tuple[ActorId, ...]
    ) -> tuple[ActorId, ...]:
        """Return the article's ids of those whom a reviewer chose; the machine's if it is they."""
        wanted = tuple(dict.fromkeys(self.goes.get(each, each) for each in judged))
        if wanted == tuple(dict.fromkeys(self.names.get(each, each) for each in machine)):
            return machine
        found = (self._here(each, machine) for each in wanted)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def _here(self, actor: ActorId, machine: tuple[ActorId, ...]) -> ActorId | None:
        own = [raw for raw, name in self.names.items() if name == actor]
        for raw in (*(each for each in machine if each in own), *own):
            return raw
        known = self.known.get(actor)
        if known is None:
            return None
        if known.id not in self.names:
            self.brought[known.id] = replace(known, mentions=())
            self.names[known.id] = actor
        return known.id
