"""What else could be asked for where a matter finds nothing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rejoinder.cli.visible import counted, one_line

if TYPE_CHECKING:
    from rejoinder.api import Ledger

__all__ = ["wider_notes"]


def wider_notes(opened: "Ledger", *matters: str | None) -> Iterator[str]:
    """Yield for each matter how to ask for more, where the beginnings of its words find more."""
    for matter in matters:
        wider = opened.wider(matter) if matter else None
        if wider is not None and matter:
            yield (
                f"{one_line(matter)!r} is in {counted(wider.asked, 'statement')}, "
                f"{one_line(wider.query)!r} in {wider.statements}"
            )
