"""Saved queries: searches and lists of the workbench that persons have given a name."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rejoinder.api.statements import Statements

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.ledger.saved_book import SavedQuery

__all__ = ["Saving"]


class Saving:
    """The part of a ledger that keeps queries by name."""

    _file: "LedgerFile"

    def saved_queries(self) -> "tuple[SavedQuery, ...]":
        """Return the saved queries by name."""
        from rejoinder.ledger.saved_book import list_saved

        with self._file.reading() as connection:
            return list_saved(connection)

    def saved_statements(self, name: str) -> Statements:
        """Return the statements that the saved search of that name finds now.

        Raises:
            NotFound: no saved search is called so.
            ConfigError: what is saved finds no statements, such as a list of actors.
        """
        from rejoinder.views.filters import StatementFilter
        from rejoinder.views.saved_statements import find_saved
        from rejoinder.views.statements import find_statements

        with self._file.reading() as connection:
            ids = find_saved(connection, name).ids
            views = find_statements(connection, StatementFilter(ids=ids))
            found = {each.id: each for each in views}
            return Statements(found[each] for each in ids if each in found)

    def save_query(self, name: str, address: str, person: str | None = None) -> "SavedQuery":
        """Save a search or a list under a name.

        Args:
            name: what to call it; no other may have the name, whatever the case.
            address: path and conditions of a page of the workbench, ``/search?text=gas``.
            person: who saves it, if that is to be said.

        Raises:
            ConfigError: the name is empty, too long or taken, or the address is no such path.
            LedgerLocked: somebody else held the write lock for too long.
        """
        from rejoinder.ledger.saved_book import save_query

        with self._file.writing() as connection:
            return save_query(connection, name, address, person=person, now=datetime.now(UTC))

    def rename_query(self, key: str, name: str, person: str | None = None) -> "SavedQuery":
        """Give the saved query with that id another name.

        Raises:
            NotFound: there is none.
            ConfigError: as `save_query` does.
        """
        from rejoinder.ledger.saved_book import rename_query

        with self._file.writing() as connection:
            return rename_query(connection, key, name, person=person, now=datetime.now(UTC))

    def remove_query(self, key: str, person: str | None = None) -> "SavedQuery":
        """Take the saved query with that id out of the list.

        Raises:
            NotFound: there is none.
        """
        from rejoinder.ledger.saved_book import remove_query

        with self._file.writing() as connection:
            return remove_query(connection, key, person=person, now=datetime.now(UTC))
