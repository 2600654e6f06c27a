"""Persons' rulings on what actors are called."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, insert, select

from rejoinder.ledger.identities import goes_by
from rejoinder.ledger.judgement_rows import naming_of, naming_row
from rejoinder.ledger.schema_identity import namings
from rejoinder.ledger.verify_ruling import verify_naming
from rejoinder.model.identity import active, canonical_id
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Naming

__all__ = ["all_namings", "append_naming", "namings_in_force"]


def append_naming(connection: Connection, naming: Naming, number: Callable[[], int]) -> None:
    """Write a ruling on a name.

    Raises:
        RecordError: it contradicts itself.
    """
    verify_naming(naming)
    connection.execute(insert(namings).values(naming_row(naming, number())))


def all_namings(connection: Connection) -> list[Naming]:
    """Return every ruling in the order of their time."""
    query = select(namings).order_by(namings.c.decided, namings.c.id)
    return [naming_of(row) for row in connection.execute(query).mappings()]


def namings_in_force(connection: Connection) -> dict[ActorId, Naming]:
    """Return the ruling that holds for each canonical id that has one: the latest of its refs."""
    by_ref: defaultdict[ActorRef, list[Naming]] = defaultdict(list)
    for naming in all_namings(connection):
        by_ref[naming.actor].append(naming)
    latest = [
        said[-1]
        for each in by_ref.values()
        if (said := [naming for naming in active(each) if not naming.undoes])
    ]
    canonical = goes_by(connection, [naming.actor for naming in latest])
    found: dict[ActorId, Naming] = {}
    for naming in sorted(latest, key=_when):
        if naming.name:
            found[canonical.get(naming.actor, canonical_id(naming.actor))] = naming
    return found


def _when(naming: Naming) -> tuple[datetime, str]:
    return naming.decided, naming.id
