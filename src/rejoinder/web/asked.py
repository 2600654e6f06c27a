"""What a page is asked for: the parameters of its address, checked where they come in."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from rejoinder.api.shapes import Shown
from rejoinder.model.actor import ActorKind
from rejoinder.model.statement import Act, Quotation
from rejoinder.web.addresses import address
from rejoinder.web.words import acts_meant

__all__ = [
    "Asked",
    "AskedActors",
    "AskedArticleSearch",
    "AskedArticles",
    "AskedClaims",
    "AskedDyad",
    "AskedDyads",
    "AskedExchanges",
    "AskedNetwork",
    "AskedPublishers",
    "AskedReplies",
    "AskedSearch",
    "AskedStatements",
    "Behind",
    "Dated",
    "EdgeOrder",
    "Period",
    "Rows",
    "Words",
]


def _blank(value: object) -> object:
    return (value.strip() or None) if isinstance(value, str) else value


Words = Annotated[Annotated[str, StringConstraints(max_length=300)] | None, BeforeValidator(_blank)]
_Day = Annotated[date | None, BeforeValidator(_blank)]
_Act = Annotated[Act | None, BeforeValidator(_blank)]
_Month = Annotated[
    Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2})?|\(unknown\))$")] | None,
    BeforeValidator(_blank),
]
Rows = Annotated[int, Field(ge=1, le=200, description="At most so many.")]
Behind = Annotated[
    int | None,
    BeforeValidator(_blank),
    Field(ge=0, le=10_000_000, description="Leave out so many: `next` of the page before."),
]
Period = Annotated[str, StringConstraints(pattern="^(week|month|year)$")]
_Score = Annotated[
    Annotated[float, Field(ge=0, le=1)] | None,
    BeforeValidator(_blank),
    Field(description="Least score of a link that counts."),
]
_After = Annotated[Words, Field(description="Go on behind this one: `next` of the page before.")]


class Asked(BaseModel):
    """Parameters of a list; each list has its own."""

    model_config = ConfigDict(frozen=True)

    after: _After = None
    limit: Rows = 50

    def at(self, path: str, **more: object) -> str:
        """Return the address of a list with these parameters and those given."""
        kept = self.model_dump(mode="json", exclude_defaults=True)
        return address(path, kept, **more)

    def from_start(self) -> Self:
        """Return the same list from its beginning."""
        return self.model_copy(update={"after": None})

    def conditions(self) -> dict[str, Any]:
        """Return the conditions alone, as `Workbench` takes them."""
        return self.model_dump(exclude={"after", "limit"})

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the place in the list is asked for."""
        return bool(set(self.model_dump(exclude_defaults=True)) - {"after", "limit"})


class Dated(Asked):
    """Parameters of a list that can be of some days."""

    since: _Day = None
    until: _Day = None

    @field_validator("until")
    @classmethod
    def _is_not_before(cls, until: date | None, known: ValidationInfo) -> date | None:
        since = known.data.get("since")
        if since and until and until < since:
            raise PydanticCustomError("order", "Value should not come before since")
        return until


class AskedStatements(Dated):
    """Parameters of the list of statements."""

    text: Words = None
    speaker: Words = None
    about: Words = None
    addressee: Words = None
    act: _Act = None
    publisher: Words = None


class AskedActors(Asked):
    """Parameters of the list of actors."""

    name: Words = None
    kind: Annotated[ActorKind | None, BeforeValidator(_blank)] = None
    country: Words = None


class AskedArticles(Dated):
    """Parameters of the list of articles."""

    title: Words = None
    publisher: Words = None


class AskedExchanges(Dated):
    """Parameters of the list of exchanges."""

    limit: Rows = 25
    matter: Words = None
    party: Words = None
    unanswered: bool = False
    least: _Score = None


class AskedClaims(Dated):
    """Parameters of the list of claims."""

    limit: Rows = 25
    matter: Words = None
    party: Words = None
    contested: bool = False


class AskedReplies(Dated):
    """Parameters of the list of accusations and their answers."""

    limit: Rows = 25
    matter: Words = None
    accuser: Words = None
    target: Words = None
    publisher: Words = None
    shown: Annotated[Shown | None, BeforeValidator(_blank)] = None
    demands: bool = False


class AskedArticleSearch(Asked):
    """Parameters of the search over articles."""

    limit: Rows = 25
    text: Words = None
    publisher: Words = None
    month: _Month = None


class AskedSearch(AskedArticleSearch):
    """Parameters of the search over statements."""

    act: _Act = None
    quotation: Annotated[Quotation | None, BeforeValidator(_blank)] = None
    speaker: Words = None
    about: Words = None
    contested: bool = False
    unanswered: bool = False


class AskedPublishers(Asked):
    """Parameters of the list of publishers."""

    name: Words = None


class EdgeOrder(StrEnum):
    """By what the edges of a network are sorted."""

    STATEMENTS = "statements"
    CONFLICT = "conflict"
    COOPERATION = "cooperation"
    SOURCE = "source"
    TARGET = "target"


_Deed = Annotated[
    Words,
    AfterValidator(lambda name: name if name is None or acts_meant(name) else _no_deed(name)),
    Field(description="An act, a group of acts, conflict or cooperation."),
]


class AskedDyads(Asked):
    """Parameters of the list of pairs."""

    after: Behind = None  # type: ignore[assignment]  # a number, not an id
    party: Words = None
    kind: Annotated[ActorKind | None, BeforeValidator(_blank)] = None
    least: Annotated[int, Field(ge=1, le=1_000_000)] = 1


class AskedNetwork(Dated):
    """Parameters of the network."""

    after: Behind = None  # type: ignore[assignment]  # a number, not an id
    limit: Annotated[int, Field(ge=1, le=1000, description="At most so many.")] = 40
    act: _Deed = None
    party: Words = None
    publisher: Words = None
    kind: Annotated[ActorKind | None, BeforeValidator(_blank)] = None
    least: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    sort: EdgeOrder = EdgeOrder.STATEMENTS

    def conditions(self) -> dict[str, Any]:
        """Return the conditions alone, as `Workbench.network` takes them."""
        kept = self.model_dump(exclude={"after", "limit", "act", "sort"})
        return {**kept, "acts": acts_meant(self.act) if self.act else ()}


class AskedDyad(Dated):
    """Parameters of the page of two parties."""

    after: Behind = None  # type: ignore[assignment]  # a number, not an id
    limit: Rows = 15
    by: Period = "week"
    alone: bool = False
    pick: _Day = None
    pick_until: _Day = None


def _no_deed(name: str) -> str:
    raise ValueError(f"{name!r} is no act and no group of acts")
