"""The timeline of a ledger."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from rejoinder.api.choices import at_most, check_days

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.views.timeline import TimelineView

__all__ = ["Timelines"]


class Timelines:
    """The part of a ledger that is about the order of things."""

    _file: "LedgerFile"

    def timeline(
        self,
        *,
        parties: Iterable[str] | str = (),
        matter: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
    ) -> "TimelineView":
        """Return what was said and what happened, in order; what no text dates is apart.

        An event that several outlets tell is one entry, with who says so and from how many
        independent origins. Nothing is dated by guess: what has no date of its own is undated.

        Args:
            parties: ids, or parts of names, or one of them; of each somebody must take part.
            matter: words, "phrases" and beginnings* that the words hold.
            since: first day on which it may have been; leaves out what is undated.
            until: last day of the same.
            limit: at most so many entries, the dated first.

        Raises:
            ConfigError: the limit is less than none, or the days are none.
        """
        from rejoinder.ledger.lookup import actors_called
        from rejoinder.views.timeline import find_timeline

        check_days(since, until)
        most = at_most(limit)
        names = (parties,) if isinstance(parties, str) else parties
        with self._file.reading() as connection:
            asked = [actors_called(connection, each, roles=False) for each in names]
            found = find_timeline(
                connection, parties=asked, matter=matter, since=since, until=until
            )
        if most is None:
            return found
        left = max(most - len(found.dated), 0)
        return replace(found, dated=found.dated[:most], undated=found.undated[:left])
