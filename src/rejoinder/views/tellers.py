"""By whom what somebody says is told: who speaks around it, unless that is the same voice."""

from collections.abc import Callable

from rejoinder.model.ids import StatementId
from rejoinder.model.statement import Statement

__all__ = ["tellers_of"]


def tellers_of(
    statement: Statement, find: Callable[[StatementId], Statement | None]
) -> tuple[Statement, ...]:
    """Return the statements within which a statement is told by others, the nearest first.

    Who repeats in his own words that he says something tells it himself.

    Args:
        statement: which.
        find: gives the statement of an id, if it is known.
    """
    found: list[Statement] = []
    seen = {statement.id}
    inner = statement
    while inner.parent is not None and inner.parent not in seen:
        seen.add(inner.parent)
        around = find(inner.parent)
        if around is None:
            break
        if not around.speaker or set(around.speaker) != set(statement.speaker):
            found.append(around)
        inner = around
    return tuple(found)
