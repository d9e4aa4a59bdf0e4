"""People have signing keys, and approvals are signed with them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the keys and what an approval was signed with; earlier ones are not signed."""
    op.create_table(
        "signing_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("public", sa.String(length=64), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_signing_keys_person_id")),
        sa.ForeignKeyConstraint(["revoked_by"], ["people.id"], name=op.f("fk_signing_keys_revoked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_keys")),
        sa.UniqueConstraint("public", name=op.f("uq_signing_keys_public")),
    )
    op.create_index(op.f("ix_signing_keys_person_id"), "signing_keys", ["person_id"])
    with op.batch_alter_table("approvals") as approvals:
        approvals.add_column(sa.Column("key_id", sa.Integer(), nullable=True))
        approvals.add_column(sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True))
        approvals.add_column(sa.Column("signed_after", sa.String(64), nullable=False, server_default=""))
        approvals.add_column(sa.Column("signature", sa.String(128), nullable=False, server_default=""))
        approvals.create_foreign_key(op.f("fk_approvals_key_id"), "signing_keys", ["key_id"], ["id"])
