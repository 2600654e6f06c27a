"""The pages that the workbench leads to from everywhere, in their order."""

from dataclasses import dataclass
from typing import Final

__all__ = ["NAVIGATION", "Place", "here"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page in the navigation.

    Attributes:
        path: its address; addresses below it belong to it.
        key: pressed after ``g`` it leads there.
        also: another address that belongs to it, with what is below.
    """

    path: str
    name: str
    key: str
    also: str | None = None


NAVIGATION: Final = (
    Place(path="/", name="Overview", key="o"),
    Place(path="/search", name="Search", key="f"),
    Place(path="/exchanges", name="Exchanges", key="e"),
    Place(path="/claims", name="Claims", key="c"),
    Place(path="/positions", name="Positions", key="m"),
    Place(path="/replies", name="Replies", key="r"),
    Place(path="/actors", name="Actors", key="w"),
    Place(path="/network", name="Network", key="n", also="/dyads"),
    Place(path="/statements", name="Statements", key="s", also="/timeline"),
    Place(path="/articles", name="Articles", key="a"),
    Place(path="/publishers", name="Publishers", key="p"),
    Place(path="/review", name="Review", key="v"),
    Place(path="/ingest", name="Ingest", key="i"),
)


def here(path: str) -> str | None:
    """Return the address of the place that a page belongs to, or None."""
    for place in NAVIGATION:
        own = [each for each in (place.path, place.also) if each]
        if path in own or any(path.startswith(f"{each}/") for each in own if each != "/"):
            return place.path
    return None
