"""Lists go along indexes, and articles are found by an index of their words, however many there are."""

from __future__ import annotations

from alembic import op

from workbench.library.article_words import make_article_words
from workbench.library.connecting import driver_of

revision = "0004"
down_revision = "0003"

INDEXES = {
    "ix_editions_language_updated_at_article_id": ("editions", ["language", "updated_at", "article_id"]),
    "ix_editions_language_stage_updated_at_article_id": (
        "editions",
        ["language", "stage", "updated_at", "article_id"],
    ),
    "ix_editions_language_section": ("editions", ["language", "section"]),
    "ix_editions_translator_line": ("editions", ["translator_line"]),
    "ix_editions_reviewer_line": ("editions", ["reviewer_line"]),
    "ix_articles_section": ("articles", ["section"]),
    "ix_articles_updated_at": ("articles", ["updated_at"]),
    "ix_revisions_note_at": ("revisions", ["note", "at"]),
    "ix_events_kind_at": ("events", ["kind", "at"]),
}


def upgrade() -> None:
    """Add the indexes; a library in a file also gets its index of words, a server has it in its guards."""
    for name, (table, columns) in INDEXES.items():
        op.create_index(name, table, columns)
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        make_article_words(driver_of(connection))
