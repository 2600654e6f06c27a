"""What else could be asked for where nothing is found."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rejoinder.cli.visible import one_line
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api import Ledger

__all__ = ["empty_notes", "wider_notes"]


def wider_notes(opened: "Ledger", *matters: str | None) -> Iterator[str]:
    """Yield for each matter how to ask for more, where the beginnings of its words find more."""
    for matter in matters:
        wider = opened.wider(matter) if matter else None
        if wider is not None and matter:
            yield (
                f"{one_line(matter)!r} is in {counted(wider.asked, 'statement')}; "
                f"ask for {one_line(wider.query)!r} to find {wider.statements:,}"
            )


def empty_notes(
    opened: "Ledger",
    *names: str | None,
    matter: str | None = None,
    publisher: str | None = None,
    since: date | None = None,
    until: date | None = None,
    roles: bool = False,
) -> tuple[str, ...]:
    """Return why nothing is found, as far as one condition tells it, and what to ask for instead.

    Args:
        opened: the ledger.
        *names: of actors; None does not count.
        matter: words that statements hold.
        publisher: a name, or part of one.
        since: first day.
        until: last day.
        roles: whether names may be parts of roles too.
    """
    given = tuple(name for name in names if name is not None)
    unmet = opened.unmet(matter, publisher=publisher, since=since, until=until)
    return (
        *wider_notes(opened, matter),
        *unmet,
        *opened.unknown(*given, roles=roles),
    )
