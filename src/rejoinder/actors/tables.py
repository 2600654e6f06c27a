"""The data tables: one TSV a subject, read once, digested for provenance."""

from functools import cache

from rejoinder.text.tables import read_rows, tables_digest

__all__ = ["TABLES", "cells", "data_digest", "read_table"]

TABLES = (
    "bodies.tsv",
    "cameo.tsv",
    "codes.tsv",
    "common_names.tsv",
    "epithets.tsv",
    "family_first.tsv",
    "former_states.tsv",
    "given_names.tsv",
    "given_variants.tsv",
    "groups.tsv",
    "honorifics.tsv",
    "leaders.tsv",
    "named_bodies.tsv",
    "organisations.tsv",
    "places.tsv",
    "roles.tsv",
    "states.tsv",
    "territories.tsv",
    "topics.tsv",
)


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table by column, without the line that says where it is from."""
    return read_rows("rejoinder.actors", name)


def cells(value: str) -> list[str]:
    """Return the entries of a cell that holds a list."""
    return [entry for entry in value.split(";") if entry]


@cache
def data_digest() -> str:
    """Return the SHA-256 of all tables with their names, hexadecimal."""
    return tables_digest("rejoinder.actors", TABLES)
