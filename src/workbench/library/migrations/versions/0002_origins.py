"""The account tells the words by their origin."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

FIGURES = ("typed", "memory", "machine", "imported", "others", "drafted", "edited")


def upgrade() -> None:
    """Add the figures; work that was accounted for before has none."""
    with op.batch_alter_table("ledger") as ledger:
        for name in FIGURES:
            ledger.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
