"""What was listed by hand over a whole gold set: exchanges with their turns, contested claims."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from rejoinder.evaluation.fields import Fields, read_fields

__all__ = ["LISTED", "GoldClaim", "GoldExchange", "GoldLists", "read_lists"]

LISTED = "exchanges.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldExchange:
    """An exchange that a reader sees; ``turns`` are gold ids of statements in order."""

    title: str
    turns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """A contested claim: gold ids of the statements on its two sides."""

    claim: str
    asserted: frozenset[str]
    denied: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldLists:
    """Both lists of a gold set."""

    exchanges: tuple[GoldExchange, ...]
    claims: tuple[GoldClaim, ...]


def read_lists(folder: Path, statements: Collection[str]) -> GoldLists | None:
    """Return the lists that lie beside a gold folder, or None where there are none.

    Raises:
        GoldError: a field is missing or wrong, or an id is none of ``statements``.
    """
    path = folder.parent / LISTED
    if not path.is_file():
        return None
    top = read_fields(path)
    return GoldLists(
        exchanges=tuple(
            GoldExchange(title=row.text("title"), turns=_known(row, "turns", statements))
            for row in top.rows("exchanges")
        ),
        claims=tuple(
            GoldClaim(
                claim=row.text("claim"),
                asserted=frozenset(_known(row, "asserted", statements)),
                denied=frozenset(_known(row, "denied", statements)),
            )
            for row in top.rows("contested")
        ),
    )


def _known(row: Fields, name: str, statements: Collection[str]) -> tuple[str, ...]:
    ids = row.texts(name)
    for each in ids:
        if each not in statements:
            raise row.fail(name, f"{each!r} is no statement of the gold")
    return ids
