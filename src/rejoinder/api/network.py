"""Who says what about whom in a ledger, and all that is between two parties."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from rejoinder.api.choices import at_most, choose, choose_any
from rejoinder.api.positions import check_period
from rejoinder.errors import ConfigError
from rejoinder.model.actor import ActorKind
from rejoinder.model.statement import Act
from rejoinder.model.tension import Sign

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.views.dyad import DyadView
    from rejoinder.views.network import NetworkFilter, NetworkView
    from rejoinder.views.tension import TensionPoint

__all__ = ["Networking", "acts_of", "changes_sought"]


class Networking:
    """The part of a ledger that is about who says what about whom."""

    _file: "LedgerFile"

    def network(
        self,
        *,
        acts: Iterable[str] = (),
        publisher: str | None = None,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        kind: str | None = None,
        least: int = 1,
        limit: int | None = None,
        skip: int = 0,
        counted: int | None = None,
    ) -> "NetworkView":
        """Return who says how much about whom, the most frequent first; a direction is an edge.

        Args:
            acts: only statements that do this, such as ``"accuse"``.
            publisher: part of the name of who carried them.
            party: an actor id, or part of the name, of one of both.
            since: first day on which they may have been said, or else published.
            until: last day of the same.
            kind: of both, such as ``"state"``.
            least: only edges of at least so many statements.
            limit: at most so many edges.
            skip: so many of the first are left out.
            counted: of more than so many, it need not be known how many there are.

        Raises:
            ConfigError: there is no such act or kind.
        """
        from rejoinder.views.network import NetworkFilter

        wanted = NetworkFilter(
            acts=tuple(choose(Act, each, "act") for each in acts),
            publisher=publisher,
            since=since,
            until=until,
            kind=choose_any(ActorKind, kind, "kind of actor"),
            least=least,
            limit=at_most(limit),
            skip=skip,
            counted=counted,
        )
        return _network(self._file, wanted, party)

    def dyads(
        self,
        *,
        party: str | None = None,
        kind: str | None = None,
        least: int = 1,
        limit: int | None = None,
        skip: int = 0,
    ) -> "NetworkView":
        """Return pairs by how much either says about the other, the lesser id first.

        Args:
            party: an actor id, or part of the name, of one of both.
            kind: of both, such as ``"state"``.
            least: only pairs with at least so many statements.
            limit: at most so many.
            skip: so many of the first are left out.

        Raises:
            ConfigError: there is no such kind.
        """
        from rejoinder.views.network import NetworkFilter

        wanted = NetworkFilter(
            mutual=True,
            kind=choose_any(ActorKind, kind, "kind of actor"),
            least=least,
            limit=at_most(limit),
            skip=skip,
        )
        return _network(self._file, wanted, party)

    def dyad(
        self,
        left: str,
        right: str,
        *,
        by: str = "week",
        alone: bool = False,
        since: date | None = None,
        until: date | None = None,
        pick: date | None = None,
        pick_until: date | None = None,
        skip: int = 0,
        limit: int = 25,
        changes: bool = False,
    ) -> "DyadView":
        """Return what is between two parties; in which order they are named changes nothing.

        Args:
            left: an actor id or a name.
            right: the other's.
            by: ``"week"``, ``"month"`` or ``"year"``.
            alone: of a state only itself, not those who act for it.
            since: first day; without both, the last two years in which they did anything.
            until: last day.
            pick: only passages from this day on.
            pick_until: only passages up to this day.
            skip: so many of the latest passages are left out.
            limit: so many passages at most.
            changes: find change points of tension, where the extra ``changes`` is installed.

        Raises:
            ConfigError: ``by`` is no period, or both parties are one.
            NotFound: no actor goes by one of the names, or several do.
        """
        asked = _Dyad(
            alone=alone,
            since=since,
            until=until,
            pick=pick,
            pick_until=pick_until,
            skip=skip,
            limit=limit,
        )
        return _dyad(self._file, (left, right), by, asked, changes=changes)


def _network(file: "LedgerFile", wanted: "NetworkFilter", party: str | None) -> "NetworkView":
    from rejoinder.ledger.lookup import actors_called
    from rejoinder.views.network import find_network

    with file.reading() as connection:
        ids = None if party is None else actors_called(connection, party, roles=False)
        return find_network(connection, replace(wanted, parties=ids))


class _Dyad(TypedDict):
    """What `DyadAsked` takes beside the period."""

    alone: bool
    since: date | None
    until: date | None
    pick: date | None
    pick_until: date | None
    skip: int
    limit: int


def _dyad(
    file: "LedgerFile", names: tuple[str, str], by: str, wanted: _Dyad, *, changes: bool
) -> "DyadView":
    from rejoinder.ledger.identities import goes_by
    from rejoinder.ledger.lookup import find_actor
    from rejoinder.ledger.read import open_reader
    from rejoinder.views.changes import find_changes
    from rejoinder.views.dyad import DyadAsked, find_dyad
    from rejoinder.views.periods import Period

    check_period(by)
    asked = DyadAsked(by=Period(by), **wanted)
    with open_reader(file, canonical=True) as reader:
        refs = [find_actor(reader.connection, each) for each in names]
        known = goes_by(reader.connection, set(refs))
        one, other = (known.get(ref, ref.actor) for ref in refs)
        if one == other:
            raise ConfigError(f"{names[0]!r} and {names[1]!r} are one actor; name two")
        found = find_dyad(reader, one, other, asked)
    if not changes:
        return found
    try:
        points = find_changes(found.tension.points)
    except ConfigError:
        # Without the library there are none to show; the rest stands.
        return found
    return replace(found, tension=replace(found.tension, changes=points))


def acts_of(sign: Sign) -> tuple[Act, ...]:
    """Return the acts that PLOVER counts as cooperation, as conflict, or as neither."""
    from rejoinder.views.network import sign_of

    return tuple(act for act in Act if sign_of(act) is sign)


def changes_sought(points: "Sequence[TensionPoint]") -> bool | None:
    """Say whether change points were sought: not of too few periods; None without the extra."""
    from rejoinder.views.changes import are_enough, can_find_changes

    if not are_enough(points):
        return False
    return True if can_find_changes() else None
