"""The few retired entries of a memory have an index, so that the others are counted without reading a million rows."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the index."""
    op.create_index(
        "ix_memory_entries_retired",
        "memory_entries",
        ["id"],
        sqlite_where=text("is_retired IS 1"),
        postgresql_where=text("is_retired IS true"),
    )
