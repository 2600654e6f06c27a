"""What persons reviewed as gold, out of a ledger into a folder."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from rejoinder.errors import ConfigError
from rejoinder.evaluation.gold_writing import gold_files
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.read import LedgerReader
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.record import ArticleRecord
from rejoinder.views.kept import kept_statements

__all__ = ["GoldWritten", "reviewed_files", "write_reviewed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldWritten:
    """What was written.

    Attributes:
        articles: whose every statement was reviewed.
        left_out: articles that were reviewed in part; as gold they would call statements wrong
            that nobody has looked at.
    """

    folder: str
    articles: int
    statements: int
    links: int
    left_out: int


def write_reviewed(ledger: LedgerFile, folder: Path) -> GoldWritten:
    """Write the articles whose every statement was reviewed, as they read now.

    Raises:
        ConfigError: there is none, or the folder holds something already, or cannot be written.
    """
    records, kept, left_out = _reviewed(ledger)
    files = gold_files(records, kept)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise ConfigError(f"{str(folder)!r} is not empty; name a new folder for the gold")
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{str(folder)!r} cannot be written ({error}); mend that") from None
    return GoldWritten(
        folder=str(folder),
        articles=len(records),
        statements=sum(len(kept[record.article.id]) for record in records),
        links=sum(len(record.links) for record in records),
        left_out=left_out,
    )


def reviewed_files(ledger: LedgerFile) -> dict[str, str]:
    """Return the files that `write_reviewed` writes, by name.

    Raises:
        ConfigError: no article was reviewed whole.
    """
    records, kept, _ = _reviewed(ledger)
    return gold_files(records, kept)


def _reviewed(
    ledger: LedgerFile,
) -> tuple[list[ArticleRecord], Mapping[ArticleId, Collection[StatementId]], int]:
    with ledger.reading() as connection:
        kept, partly = kept_statements(connection)
        reader = LedgerReader(connection=connection, canonical=True)
        records = list(reader.load(reader.latest(kept.keys())))
    if not records:
        part = f"; {len(partly)} were reviewed in part" if partly else ""
        raise ConfigError(
            f"no article was reviewed whole{part}; judge every statement of one, then export"
        )
    return records, kept, len(partly)
