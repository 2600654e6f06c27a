"""What is connected with what."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from rejoinder.model.ids import StatementId

__all__ = ["components_of"]


def components_of(
    members: Collection[StatementId], pairs: Iterable[tuple[StatementId, StatementId]]
) -> list[list[StatementId]]:
    """Return the members by what the pairs connect; pairs with others are left out."""
    root = {one: one for one in members}

    def find(one: StatementId) -> StatementId:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for one, other in pairs:
        if one in root and other in root:
            root[find(other)] = find(one)
    found: defaultdict[StatementId, list[StatementId]] = defaultdict(list)
    for one in sorted(root):
        found[find(one)].append(one)
    return list(found.values())
