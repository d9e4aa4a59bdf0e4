"""Lists of what stands in one step of a review go along an index."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the index."""
    op.create_index(
        "ix_editions_language_stage_step_updated_at_article_id",
        "editions",
        ["language", "stage", "step", "updated_at", "article_id"],
    )
