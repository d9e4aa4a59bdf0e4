"""Who works where in a shared library now, and who has claimed a row: courtesy, never a lock."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import text

from workbench.library.library import Library

_BE_AT = text("SELECT guard.be_at(:client, :edition, :target, :claim)")
_PRESENT = text("SELECT name, target_id, is_claim, client FROM guard.present(:edition)")


class Present(NamedTuple):
    """Somebody in an edition: by name, at which target (None: in the article), and whether they claim it."""

    name: str
    target_id: int | None
    is_claim: bool


def be_at(
    library: Library, edition_id: int | None, target_id: int | None = None, *, claim: bool = False
) -> int | None:
    """Say where this program is (None: nowhere any more); return the person who has claimed the row already.

    Does nothing for a library in a file.
    """
    if library.path is not None:
        return None
    with library.writing() as tx:
        values = {"client": library.client, "edition": edition_id, "target": target_id, "claim": claim}
        holder: int | None = tx.scope.session.scalar(_BE_AT, values)
        if edition_id is not None:
            tx.scope.record.nouns.add("presence")
    return holder


def present(library: Library, edition_id: int) -> list[Present]:
    """Return who else is in an edition."""
    if library.path is not None:
        return []
    with library.reading() as tx:
        rows = tx.scope.session.execute(_PRESENT, {"edition": edition_id}).all()
    return [Present(row.name, row.target_id, row.is_claim) for row in rows if row.client != library.client]
