"""Saved queries: rows are added, and the latest of each query is what holds."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from rejoinder.errors import ConfigError, NotFound
from rejoinder.ledger.schema_saved import saved_queries
from rejoinder.model.ids import content_key

__all__ = ["SavedQuery", "list_saved", "remove_query", "rename_query", "save_query"]

_LONGEST_NAME = 120
_LONGEST_ADDRESS = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery:
    """A search or a list that a person has given a name.

    Attributes:
        address: path and conditions of a page of the workbench.
        person: who saved or last renamed it; None: not said.
        saved_at: when, ISO 8601, UTC.
    """

    id: str
    name: str
    address: str
    person: str | None
    saved_at: str


def list_saved(connection: Connection) -> tuple[SavedQuery, ...]:
    """Return the saved queries by name."""
    own = saved_queries.c
    latest = select(func.max(own.seq)).group_by(own.id)
    query = select(saved_queries).where(own.seq.in_(latest), own.removed.is_(False))
    found = (
        SavedQuery(
            id=row.id,
            name=row.name,
            address=row.address,
            person=row.person or None,
            saved_at=row.saved_at,
        )
        for row in connection.execute(query)
    )
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.name, each.id)))


def save_query(
    connection: Connection, name: str, address: str, *, person: str | None, now: datetime
) -> SavedQuery:
    """Save an address under a name, and return what was saved.

    Raises:
        ConfigError: the name is empty, too long or taken, or the address is none of the workbench.
    """
    called = _checked_name(connection, name)
    if not _is_address(address):
        raise ConfigError(
            f"{address!r} is no address of the workbench; give path and conditions, such as "
            "/search?text=gas"
        )
    when = now.isoformat()
    saved = SavedQuery(
        id=content_key("q", address, when, called),
        name=called,
        address=address,
        person=person or None,
        saved_at=when,
    )
    _write(connection, saved)
    return saved


def rename_query(
    connection: Connection, key: str, name: str, *, person: str | None, now: datetime
) -> SavedQuery:
    """Give a saved query another name.

    Raises:
        NotFound: there is none with that id.
        ConfigError: the name is empty, too long or taken.
    """
    held = _held(connection, key)
    called = _checked_name(connection, name, but=key)
    renamed = replace(held, name=called, person=person or None, saved_at=now.isoformat())
    _write(connection, renamed)
    return renamed


def remove_query(
    connection: Connection, key: str, *, person: str | None, now: datetime
) -> SavedQuery:
    """Take a saved query out of the list, and return what it was; its rows stay.

    Raises:
        NotFound: there is none with that id.
    """
    held = _held(connection, key)
    gone = replace(held, person=person or None, saved_at=now.isoformat())
    _write(connection, gone, removed=True)
    return held


def _held(connection: Connection, key: str) -> SavedQuery:
    for each in list_saved(connection):
        if each.id == key:
            return each
    raise NotFound(f"no saved query goes by {key!r}; somebody may have deleted it")


def _checked_name(connection: Connection, name: str, but: str | None = None) -> str:
    called = " ".join(name.split())
    if not called or len(called) > _LONGEST_NAME or not called.isprintable():
        raise ConfigError(
            f"{called[:200]!r} is no name for a query; give it 1 to {_LONGEST_NAME} letters"
        )
    for each in list_saved(connection):
        if each.name.casefold() == called.casefold() and each.id != but:
            raise ConfigError(f"a saved query is called {each.name!r} already; choose another name")
    return called


def _is_address(address: str) -> bool:
    """Say whether an address is a path; browsers take a backslash for a slash."""
    return (
        address.startswith("/")
        and not address.startswith("//")
        and "\\" not in address
        and len(address) <= _LONGEST_ADDRESS
        and address.isprintable()
    )


def _write(connection: Connection, saved: SavedQuery, *, removed: bool = False) -> None:
    row = {
        "id": saved.id,
        "name": saved.name,
        "address": saved.address,
        "removed": removed,
        "person": saved.person or "",
        "saved_at": saved.saved_at,
    }
    connection.execute(insert(saved_queries), row)
