"""When an approval lapses: an approved edition that was changed goes back to in review (RULES.md)."""

from __future__ import annotations

from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.model.kinds import Stage


def back_to_review(tx: Transaction, edition: Edition, by: int) -> None:
    """Take an approved edition that was changed back to in review; the approval itself is kept."""
    if edition.stage is not Stage.APPROVED:
        return
    before, edition.stage, edition.step = edition.stage, Stage.IN_REVIEW, 0
    tx.events.add(
        "changed after approval",
        article_id=edition.article_id,
        edition_id=edition.id,
        person_id=by,
        before=str(before),
        stage=str(edition.stage),
    )
