"""What reading a list gives: its actors, what is wrong in it, and what was left out on purpose."""

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.listed import DatedRole, ListedActor

__all__ = ["Draft", "ListForm", "ListProblem", "ListReading", "Problems", "TooManyProblems"]

_MOST_PROBLEMS = 100


class ListForm(StrEnum):
    """In what form a list of actors is written."""

    CSV = "csv"
    JSONL = "jsonl"
    FTM = "ftm"
    """FollowTheMoney entities, one JSON object a line."""
    PETRARCH = "petrarch"
    """An actor dictionary of PETRARCH or TABARI."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ListProblem:
    """A line that could not be used: where, and what is wrong with the cure, for people."""

    line: int
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReading:
    """What was read.

    Attributes:
        actors: in the order of the list, each id once.
        problems: in the order of lines; what they concern is not in ``actors``.
        left_out: what the form holds besides actors, and how much of it, by name.
    """

    actors: tuple[ListedActor, ...]
    problems: tuple[ListProblem, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()


class TooManyProblems(Exception):
    """What is read is hardly a list of this form, and reading it on tells nothing."""


class Problems:
    """What is wrong with a list, as it is read."""

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        self.found: list[ListProblem] = []

    def add(self, problem: ListProblem) -> None:
        """Take in one more.

        Raises:
            TooManyProblems: there are a hundred already.
        """
        if len(self.found) >= _MOST_PROBLEMS:
            raise TooManyProblems
        self.found.append(problem)

    def at(self, line: int, detail: object) -> None:
        """Take in one more, by its line and what is wrong; raises as `add` does."""
        self.add(ListProblem(line=line, detail=str(detail)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An actor of a list before it has its id; fields as in `ListedActor`, and its line."""

    line: int
    name: str
    kind: ActorKind
    id: ActorId | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    roles: tuple[DatedRole, ...] = ()
    ref: str | None = None
