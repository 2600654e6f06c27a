"""Tension between two parties of a ledger."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from rejoinder.api.choices import check_days
from rejoinder.api.network import Networking
from rejoinder.api.positions import check_period

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.views.dyad_entries import PassageView
    from rejoinder.views.tension import TensionView

__all__ = ["Tensions"]


class Tensions(Networking):
    """The part of a ledger that is about who does what to whom, and how tense that is."""

    _file: "LedgerFile"

    def tension(
        self,
        left: str,
        right: str,
        *,
        by: str = "week",
        alone: bool = False,
        changes: bool = False,
        since: date | None = None,
        until: date | None = None,
    ) -> "TensionView":
        """Return what two parties do to each other over time, on PLOVER's scale.

        A state is everybody whom the articles show as its officials, too. Exchanging the parties
        exchanges the directions and changes nothing else.

        Args:
            left: an actor id or a name.
            right: the other's.
            by: ``"week"``, ``"month"`` or ``"year"``.
            alone: of a state only itself.
            changes: find change points; needs the extra ``changes``.
            since: first day that counts.
            until: last day that counts.

        Raises:
            ConfigError: ``by`` is no period, both parties are one, or change points are asked for
                and the extra is not installed.
            NotFound: no actor goes by one of the names, or several do.
        """
        from rejoinder.errors import ConfigError
        from rejoinder.ledger.identities import goes_by
        from rejoinder.ledger.lookup import find_actor
        from rejoinder.views.changes import find_changes
        from rejoinder.views.periods import Period
        from rejoinder.views.tension import find_tension

        check_period(by)
        check_days(since, until)
        with self._file.reading() as connection:
            refs = [find_actor(connection, each) for each in (left, right)]
            known = goes_by(connection, set(refs))
            ours, theirs = (known.get(ref, ref.actor) for ref in refs)
            if ours == theirs:
                raise ConfigError(f"{left!r} and {right!r} are one actor; name two")
            found = find_tension(
                connection, ours, theirs, by=Period(by), alone=alone, since=since, until=until
            )
        return replace(found, changes=find_changes(found.points)) if changes else found

    def behind(self, found: "TensionView") -> "dict[str, PassageView]":
        """Return the statements and events behind the points of a tension, by their ids."""
        from rejoinder.views.dyad_entries import find_behind

        with self._file.reading() as connection:
            return find_behind(connection, found)
