"""The table of saved queries: what persons like to look at again."""

from sqlalchemy import Boolean, Column, Index, Integer, Table

from rejoinder.ledger.columns import metadata, text_column

__all__ = ["saved_queries"]

saved_queries = Table(
    "saved_queries",
    metadata,
    Column("seq", Integer, primary_key=True, comment="1, 2, 3 ... in the order of writing"),
    text_column("id", "the query; its latest row holds, those before it stay"),
    text_column("name", "what a person calls it"),
    text_column("address", "path and conditions of a page of the workbench"),
    Column("removed", Boolean, nullable=False, comment="1: it is not to be listed any more"),
    text_column("person", "who wrote the row; empty: not said"),
    text_column("saved_at", "when, ISO 8601, UTC"),
    Index(None, "id", "seq"),
    comment="Searches and lists by name; no content, and left out of the content digest.",
)
