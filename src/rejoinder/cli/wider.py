"""What else could be asked for where nothing is found."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rejoinder.cli.visible import one_line
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api import Ledger

__all__ = ["unknown_notes", "wider_notes"]


def wider_notes(opened: "Ledger", *matters: str | None) -> Iterator[str]:
    """Yield for each matter how to ask for more, where the beginnings of its words find more."""
    for matter in matters:
        wider = opened.wider(matter) if matter else None
        if wider is not None and matter:
            yield (
                f"{one_line(matter)!r} is in {counted(wider.asked, 'statement')}; "
                f"ask for {one_line(wider.query)!r} to find {wider.statements:,}"
            )


def unknown_notes(opened: "Ledger", *names: str | None, roles: bool = False) -> tuple[str, ...]:
    """Return for each name by which no actor goes that it is so, and who is near it."""
    return opened.unknown(*(name for name in names if name is not None), roles=roles)
