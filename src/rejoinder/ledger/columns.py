"""Columns that several tables share: spans, dates, batches, provenance."""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    text,
)

__all__ = [
    "Item",
    "batch_column",
    "date_columns",
    "extraction_column",
    "metadata",
    "number_column",
    "position_column",
    "provenance_column",
    "small_table",
    "span_columns",
    "text_column",
    "within",
]

Item = Column[Any] | CheckConstraint | ForeignKeyConstraint | Index

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def within(column: str, table: str, *, later: bool = False) -> ForeignKeyConstraint:
    """Return the rule that a column names a row of the same extraction.

    Args:
        column: the naming column.
        table: where the named row lies.
        later: the named row may be written after this one, before the transaction ends.
    """
    return ForeignKeyConstraint(
        ["extraction_id", column],
        [f"{table}.extraction_id", f"{table}.id"],
        deferrable=True if later else None,
        initially="DEFERRED" if later else None,
    )


def small_table(name: str, comment: str, *items: Item) -> Table:
    """Return a table of short rows, which SQLite keeps in its primary key."""
    return Table(name, metadata, *items, comment=comment, sqlite_with_rowid=False)


def text_column(
    name: str, comment: str, *, null: bool = False, key: bool = False, default: str | None = None
) -> Column[str]:
    """Return a column of text; ``default`` is what rows have that were written before it was."""
    return Column(
        name, Text, nullable=null, primary_key=key, comment=comment, server_default=default
    )


def number_column(
    name: str, comment: str, *, key: bool = False, default: int | None = None
) -> Column[int]:
    """Return a column of whole numbers; ``default`` is what earlier rows have, as of text."""
    given = None if default is None else text(str(default))
    return Column(
        name, Integer, primary_key=key, nullable=False, comment=comment, server_default=given
    )


def position_column(comment: str, *, key: bool = True) -> Column[int]:
    """Return the column that keeps a record's parts in the order in which they came."""
    return number_column("position", comment, key=key)


def extraction_column() -> Column[str]:
    """Return the column that says to which extraction a row belongs; first in the key."""
    return Column(
        "extraction_id",
        Text,
        ForeignKey("extractions.id"),
        primary_key=True,
        comment="the extraction that found it",
    )


def batch_column() -> Column[int]:
    """Return the column that says in which batch a row was written."""
    return Column(
        "batch_seq",
        Integer,
        ForeignKey("batches.seq"),
        nullable=False,
        comment="the batch that wrote it; left out of the content digest",
    )


def provenance_column(name: str = "provenance_id", what: str = "it") -> Column[str]:
    """Return the column that names the stage, version and model that made a row."""
    return Column(
        name,
        Text,
        ForeignKey("provenances.id"),
        nullable=False,
        comment=f"the stage, version and model that made {what}",
    )


def span_columns(
    prefix: str = "span", what: str = "the words", *, null: bool = False
) -> tuple[Item, ...]:
    """Return first and last-plus-one character of a span, in code points of ``articles.text``."""
    start, end = f"{prefix}_start", f"{prefix}_end"
    rule = f"0 <= {start} AND {start} < {end}"
    if null:
        # A CHECK passes on NULL, so that both ends are asked for by name.
        absent = f"{start} IS NULL AND {end} IS NULL"
        rule = f"({absent}) OR ({start} IS NOT NULL AND {end} IS NOT NULL AND {rule})"
    return (
        Column(start, Integer, nullable=null, comment=f"first character of {what}"),
        Column(end, Integer, nullable=null, comment=f"one past the last character of {what}"),
        CheckConstraint(rule, name=prefix),
    )


def date_columns(prefix: str, what: str) -> tuple[Item, ...]:
    """Return the columns of a date that is known to a day, a week, a month or a year."""
    start, end, precision = f"{prefix}_start", f"{prefix}_end", f"{prefix}_precision"
    absent = " AND ".join(f"{name} IS NULL" for name in (start, end, precision))
    present = " AND ".join(f"{name} IS NOT NULL" for name in (start, end, precision))
    rule = f"({absent} AND {prefix}_span_start IS NULL) OR ({present} AND {start} <= {end})"
    return (
        Column(start, Date, comment=f"first possible day of {what}; empty: unknown"),
        Column(end, Date, comment=f"last possible day of {what}, inclusive"),
        text_column(precision, "day, week, month or year", null=True),
        *span_columns(f"{prefix}_span", "the phrase that gives the date", null=True),
        CheckConstraint(rule, name=f"{prefix}_date"),
    )
