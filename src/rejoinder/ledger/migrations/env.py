"""Runs the migrations on the connection that `rejoinder.ledger.migrate` hands over."""

from alembic import context

from rejoinder.ledger.columns import metadata

context.configure(
    connection=context.config.attributes["connection"],
    # Only for the names of constraints; what a migration builds is written in it.
    target_metadata=metadata,
)
context.run_migrations()
