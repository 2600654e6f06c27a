"""Tables that ship beside the code that reads them: TSV, their origin in the first line."""

import hashlib
from collections.abc import Iterable
from importlib.resources import files

__all__ = ["read_rows", "tables_digest"]


def read_rows(package: str, name: str) -> list[dict[str, str]]:
    """Return the rows of ``data/name`` of a package by column; the second line names the columns.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.
    """
    text = files(package).joinpath("data", name).read_text(encoding="utf-8")
    columns, *rows = [line.split("\t") for line in text.splitlines()[1:]]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def tables_digest(package: str, names: Iterable[str]) -> str:
    """Return the SHA-256 of tables of a package with their names, hexadecimal."""
    digest = hashlib.sha256()
    for name in names:
        body = files(package).joinpath("data", name).read_bytes()
        digest.update(f"{name}:{len(body)}:".encode())
        digest.update(body)
    return digest.hexdigest()
