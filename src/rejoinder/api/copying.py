"""Copies in a ledger: who printed whose text, and from how many origins reports come."""

from typing import TYPE_CHECKING

from rejoinder.model.ids import StatementId

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.views.copies import CopyGroupView
    from rejoinder.views.origins import CarriedView, OriginView, StatementOrigins

__all__ = ["Copying"]


class Copying:
    """The part of a ledger that is about copies."""

    _file: "LedgerFile"

    def copies(self) -> "tuple[CopyGroupView, ...]":
        """Return the groups of articles that have a text in common, the largest first."""
        from rejoinder.views.copies import find_copies

        with self._file.reading() as connection:
            return tuple(find_copies(connection))

    def carried(self) -> "tuple[CarriedView, ...]":
        """Return the passages that several articles carry which are no copies of each other."""
        from rejoinder.views.origins import find_carried

        with self._file.reading() as connection:
            return tuple(find_carried(connection))

    def origins(self, *articles: str) -> "tuple[OriginView, ...]":
        """Return from which independent origins articles come; there are as many as are returned.

        Copies of one text, texts credited to one agency and texts of one publisher have one origin.

        Args:
            articles: refs or ids.

        Raises:
            NotFound: no article goes by one of them, or several do.
        """
        from rejoinder.views.articles import find_article
        from rejoinder.views.origins import find_origins

        with self._file.reading() as connection:
            return find_origins(connection, {find_article(connection, each) for each in articles})

    def statement_origins(self, *statements: str) -> "StatementOrigins":
        """Return from which independent origins statements come, and in how many wordings.

        Args:
            statements: ids; those that no latest extraction holds count for nothing.
        """
        from rejoinder.views.origins import find_statement_origins

        with self._file.reading() as connection:
            return find_statement_origins(connection, {StatementId(each) for each in statements})

    def has_uncompared(self) -> bool:
        """Say whether the ledger holds articles that were not compared yet; ingesting does that."""
        from rejoinder.ledger.copy_book import needs_copies
        from rejoinder.pipeline.copying import copies_mark

        with self._file.reading() as connection:
            return needs_copies(connection, copies_mark())
