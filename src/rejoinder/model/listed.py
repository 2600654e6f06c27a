"""ListedActor: an actor as a user's own list has it, with roles that hold for a time."""

from dataclasses import dataclass
from datetime import date

from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId

__all__ = ["DatedRole", "ListedActor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRole:
    """What an actor is from one day to another, both inclusive.

    Attributes:
        role: the words for it, or "" where the list gives codes alone.
        country: ISO 3166-1 alpha-3, or PLOVER's IGO, UNO, EUR, NGO, IMG, ISM, MNC.
        sector: PLOVER sector; None if not given.
        start: None for as long ago as one likes.
        end: None for as long as one likes.

    Raises:
        ValueError: it ends before it starts.
    """

    role: str = ""
    country: str | None = None
    sector: str | None = None
    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        """Refuse a role that ends before it starts."""
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"role {self.role!r} ends {self.end} before it starts {self.start}")

    def holds(self, day: date) -> bool:
        """Say whether the role is held on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedActor:
    """An actor of a user's list.

    Attributes:
        id: as in `rejoinder.model.actor.Actor`; the list's own, or made from the name.
        aliases: other names, in the order of the list, each once, without ``name``.
        country: where no role says otherwise.
        sector: where no role says otherwise.
        roles: in the order of the list.
        ref: the list's own id for it, such as a Wikidata id, or None.
    """

    id: ActorId
    name: str
    aliases: tuple[str, ...] = ()
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    roles: tuple[DatedRole, ...] = ()
    ref: str | None = None
