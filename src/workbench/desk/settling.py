"""Settings: reading what a library has decided, and changing it."""

from __future__ import annotations

from workbench.desk.rights import require_admin
from workbench.library.library import Library


def read_settings(library: Library) -> dict[str, str]:
    """Return every declared setting with its value."""
    with library.reading() as tx:
        return tx.options.all()


def change_setting(library: Library, by: int | None, name: str, value: str, *, asked_by: str = "") -> str:
    """Store a setting; takes an admin, once there are people. Raises naming what is allowed."""
    with library.writing(asked_by=asked_by) as tx:
        require_admin(tx, by)
        before = tx.options.get(name)
        stored = tx.options.set(name, value)
        tx.events.add("setting changed", person_id=by, name=name, before=before, after=stored)
        return stored
