"""The data tables: one TSV a subject, read once, digested for provenance."""

import hashlib
from functools import cache
from importlib.resources import files

__all__ = ["TABLES", "cells", "data_digest", "read_table"]

TABLES = (
    "bodies.tsv",
    "given_names.tsv",
    "honorifics.tsv",
    "named_bodies.tsv",
    "organisations.tsv",
    "roles.tsv",
    "states.tsv",
    "territories.tsv",
)


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table by column, without the line that says where it is from."""
    text = files("rejoinder.actors").joinpath("data", name).read_text("utf-8")
    lines = text.splitlines()[1:]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


def cells(value: str) -> list[str]:
    """Return the entries of a cell that holds a list."""
    return [entry for entry in value.split(";") if entry]


@cache
def data_digest() -> str:
    """Return the SHA-256 of all tables with their names, hexadecimal."""
    digest = hashlib.sha256()
    for name in TABLES:
        body = files("rejoinder.actors").joinpath("data", name).read_bytes()
        digest.update(f"{name}:{len(body)}:".encode())
        digest.update(body)
    return digest.hexdigest()
