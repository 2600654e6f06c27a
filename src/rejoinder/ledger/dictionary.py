"""The data dictionary of the ledger, made from its schema."""

from pathlib import Path

from sqlalchemy import Column, Table

from rejoinder.ledger.schema import metadata

__all__ = ["data_dictionary", "update_dictionary"]

_MARK = "<!-- From here on made by rejoinder.ledger.dictionary; do not edit. -->\n"


def data_dictionary() -> str:
    """Return what every table and column holds, in Markdown."""
    order = metadata.sorted_tables
    return "\n".join(_section(table) for table in order)


def update_dictionary(path: Path) -> bool:
    """Write the dictionary into the file below its mark; say whether that changed anything."""
    before = path.read_text(encoding="utf-8")
    after = before.partition(_MARK)[0] + _MARK + "\n" + data_dictionary()
    path.write_text(after, encoding="utf-8")
    return after != before


def _section(table: Table) -> str:
    """Return the section of one table."""
    rows = "\n".join(_row(column) for column in table.columns)
    return (
        f"### {table.name}\n\n{table.comment}\n\n"
        f"| column | type | | holds |\n|---|---|---|---|\n{rows}\n"
    )


def _row(column: Column[object]) -> str:
    """Return the line of one column."""
    marks = ["key"] if column.primary_key else []
    marks += [f"→ {key.target_fullname}" for key in column.foreign_keys]
    if column.nullable:
        marks.append("may be empty")
    kind = str(column.type).lower()
    return f"| `{column.name}` | {kind} | {', '.join(sorted(marks))} | {column.comment} |"
