"""What pages of a matter are asked for: positions, discourse networks, the timeline."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from rejoinder.web.asked import Asked, Behind, Dated, Period, Rows, Words

__all__ = ["AskedDiscourse", "AskedPositions", "AskedTimeline"]


class AskedDiscourse(Asked):
    """How a discourse network is to be made, beside what it is of."""

    network: Annotated[str, StringConstraints(max_length=40)] = "twomode"
    form: Annotated[Words, Field(alias="format")] = None
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


class AskedPositions(Dated):
    """Parameters of the page of positions; several matters stand apart by semicolons."""

    after: Behind = None  # type: ignore[assignment]  # a number, not an id
    limit: Rows = 50
    matter: Words = None
    saved: Words = None
    party: Words = None
    publisher: Words = None
    by: Period = "month"

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
        return self.model_dump(include={"saved", "party", "publisher", "since", "until"})


class AskedTimeline(Dated):
    """Parameters of the page of what was said and what happened, in order."""

    after: Behind = None  # type: ignore[assignment]  # a number, not an id
    party: Words = None
    other: Words = None
    matter: Words = None

    def conditions(self) -> dict[str, Any]:
        """Return the conditions, as `Ledger.timeline` takes them."""
        parties = tuple(each for each in (self.party, self.other) if each)
        return {"parties": parties, **self.model_dump(include={"matter", "since", "until"})}
