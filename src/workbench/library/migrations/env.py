"""What Alembic runs for each migration: on the connection that `migrating` hands over."""

from __future__ import annotations

from alembic import context

from workbench.model.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
