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
    "AskedActors",
    "AskedArticleSearch",
    "AskedArticles",
    "AskedClaims",
    "AskedDiscourse",
    "AskedDyad",
    "AskedDyads",
    "AskedExchanges",
    "AskedNetwork",
    "AskedPositions",
    "AskedPublishers",
    "AskedReplies",
    "AskedSearch",
    "AskedStatements",
    "AskedTimeline",
    "EdgeOrder",
]


def _blank(value: object) -> object:
    return (value.strip() or None) if isinstance(value, str) else value


_Words = Annotated[
    Annotated[str, StringConstraints(max_length=300)] | None, BeforeValidator(_blank)
]
_Day = Annotated[date | None, BeforeValidator(_blank)]
_Act = Annotated[Act | None, BeforeValidator(_blank)]
_Month = Annotated[
    Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2})?|\(unknown\))$")] | None,
    BeforeValidator(_blank),
]
_Rows = Annotated[int, Field(ge=1, le=200, description="At most so many.")]
_Behind = Annotated[
    int | None,
    BeforeValidator(_blank),
    Field(ge=0, le=10_000_000, description="Leave out so many: `next` of the page before."),
]
_Period = Annotated[str, StringConstraints(pattern="^(week|month|year)$")]
_Score = Annotated[
    Annotated[float, Field(ge=0, le=1)] | None,
    BeforeValidator(_blank),
    Field(description="Least score of a link that counts."),
]
_After = Annotated[_Words, Field(description="Go on behind this one: `next` of the page before.")]


class _Asked(BaseModel):
    """Parameters of a list; each list has its own."""

    model_config = ConfigDict(frozen=True)

    after: _After = None
    limit: _Rows = 50

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


class _Dated(_Asked):
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


class AskedStatements(_Dated):
    """Parameters of the list of statements."""

    text: _Words = None
    speaker: _Words = None
    about: _Words = None
    addressee: _Words = None
    act: _Act = None
    publisher: _Words = None


class AskedActors(_Asked):
    """Parameters of the list of actors."""

    name: _Words = None
    kind: Annotated[ActorKind | None, BeforeValidator(_blank)] = None
    country: _Words = None


class AskedArticles(_Dated):
    """Parameters of the list of articles."""

    title: _Words = None
    publisher: _Words = None


class AskedExchanges(_Dated):
    """Parameters of the list of exchanges."""

    limit: _Rows = 25
    matter: _Words = None
    party: _Words = None
    unanswered: bool = False
    least: _Score = None


class AskedClaims(_Dated):
    """Parameters of the list of claims."""

    limit: _Rows = 25
    matter: _Words = None
    party: _Words = None
    contested: bool = False


class AskedReplies(_Dated):
    """Parameters of the list of accusations and their answers."""

    limit: _Rows = 25
    matter: _Words = None
    accuser: _Words = None
    target: _Words = None
    publisher: _Words = None
    shown: Annotated[Shown | None, BeforeValidator(_blank)] = None
    demands: bool = False


class AskedDiscourse(_Asked):
    """How a discourse network is to be made, beside what it is of."""

    network: Annotated[str, StringConstraints(max_length=40)] = "twomode"
    form: Annotated[_Words, Field(alias="format")] = None
    duplicates: Annotated[str, StringConstraints(max_length=40)] = "origin"
    states: bool = False

    def shape(self) -> dict[str, Any]:
        """Return these, as `Ledger.discourse` takes them; of an event list there is a table."""
        usual = "csv" if self.network == "eventlist" else "graphml"
        return {
            "network": self.network,
            "form": self.form or usual,
            "duplicates": self.duplicates,
            "states": self.states,
        }


class AskedPositions(_Dated):
    """Parameters of the page of positions; several matters stand apart by semicolons."""

    after: _Behind = None  # type: ignore[assignment]  # a number, not an id
    limit: _Rows = 50
    matter: _Words = None
    saved: _Words = None
    party: _Words = None
    by: _Period = "month"

    @property
    def matters(self) -> tuple[str, ...]:
        """Return the matters, each once."""
        parts = (each.strip() for each in (self.matter or "").split(";"))
        return tuple(dict.fromkeys(each for each in parts if each))

    @property
    def is_asked(self) -> bool:
        """Whether it is said of what positions are to be."""
        return bool(self.matters or self.saved)

    def conditions(self) -> dict[str, Any]:
        """Return the conditions beside the matters, as `Ledger.discourse` takes them."""
        return self.model_dump(include={"saved", "party", "since", "until"})


class AskedTimeline(_Dated):
    """Parameters of the page of what was said and what happened, in order."""

    after: _Behind = None  # type: ignore[assignment]  # a number, not an id
    party: _Words = None
    other: _Words = None
    matter: _Words = None

    def conditions(self) -> dict[str, Any]:
        """Return the conditions, as `Ledger.timeline` takes them."""
        parties = tuple(each for each in (self.party, self.other) if each)
        return {"parties": parties, **self.model_dump(include={"matter", "since", "until"})}


class AskedArticleSearch(_Asked):
    """Parameters of the search over articles."""

    limit: _Rows = 25
    text: _Words = None
    publisher: _Words = None
    month: _Month = None


class AskedSearch(AskedArticleSearch):
    """Parameters of the search over statements."""

    act: _Act = None
    quotation: Annotated[Quotation | None, BeforeValidator(_blank)] = None
    speaker: _Words = None
    about: _Words = None
    contested: bool = False
    unanswered: bool = False


class AskedPublishers(_Asked):
    """Parameters of the list of publishers."""

    name: _Words = None


class EdgeOrder(StrEnum):
    """By what the edges of a network are sorted."""

    STATEMENTS = "statements"
    CONFLICT = "conflict"
    COOPERATION = "cooperation"
    SOURCE = "source"
    TARGET = "target"


_Deed = Annotated[
    _Words,
    AfterValidator(lambda name: name if name is None or acts_meant(name) else _no_deed(name)),
    Field(description="An act, a group of acts, conflict or cooperation."),
]


class AskedDyads(_Asked):
    """Parameters of the list of pairs."""

    after: _Behind = None  # type: ignore[assignment]  # a number, not an id
    party: _Words = None
    kind: Annotated[ActorKind | None, BeforeValidator(_blank)] = None
    least: Annotated[int, Field(ge=1, le=1_000_000)] = 1


class AskedNetwork(_Dated):
    """Parameters of the network."""

    after: _Behind = None  # type: ignore[assignment]  # a number, not an id
    limit: Annotated[int, Field(ge=1, le=1000, description="At most so many.")] = 40
    act: _Deed = None
    party: _Words = None
    publisher: _Words = None
    kind: Annotated[ActorKind | None, BeforeValidator(_blank)] = None
    least: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    sort: EdgeOrder = EdgeOrder.STATEMENTS

    def conditions(self) -> dict[str, Any]:
        """Return the conditions alone, as `Workbench.network` takes them."""
        kept = self.model_dump(exclude={"after", "limit", "act", "sort"})
        return {**kept, "acts": acts_meant(self.act) if self.act else ()}


class AskedDyad(_Dated):
    """Parameters of the page of two parties."""

    after: _Behind = None  # type: ignore[assignment]  # a number, not an id
    limit: _Rows = 15
    by: _Period = "week"
    alone: bool = False
    pick: _Day = None
    pick_until: _Day = None


def _no_deed(name: str) -> str:
    raise ValueError(f"{name!r} is no act and no group of acts")
