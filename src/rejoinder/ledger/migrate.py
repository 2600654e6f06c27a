"""Which form a ledger has, and how it gets to the form that this code reads."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect, text

__all__ = ["OURS", "Migrations", "revision_of", "upgrade"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrations:
    """The forms that a ledger has had.

    Attributes:
        folder: Alembic's folder: ``env.py`` and ``versions/``.
        revisions: names of the forms, oldest first; the last is what this code reads and writes.
            Kept here too so that opening a ledger need not load Alembic; a test compares both.
    """

    folder: Path
    revisions: tuple[str, ...]

    @property
    def head(self) -> str:
        """Return the form that this code reads and writes."""
        return self.revisions[-1]


OURS = Migrations(
    folder=Path(__file__).parent / "migrations",
    revisions=(
        *("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010"),
        *("0011", "0012", "0013", "0014", "0015", "0016", "0017", "0018", "0019", "0020"),
        *("0021", "0022", "0023", "0024", "0025"),
    ),
)


def revision_of(connection: Connection) -> str | None:
    """Return the form that the ledger has, or None where it says nothing."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    return str(found[0]) if len(found) == 1 else None


def upgrade(connection: Connection, migrations: Migrations) -> None:
    """Bring the ledger to the newest form, within the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations.folder).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
