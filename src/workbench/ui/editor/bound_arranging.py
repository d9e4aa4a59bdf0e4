"""The acts that rearrange rows, with the library and the person already in them."""

from __future__ import annotations

from workbench.desk import arranging, dividing, rearranging
from workbench.desk.steps import Edit
from workbench.library.library import Library


class BoundArranging:
    """Split, join, leave out, add, move, paragraphs, locks, and the source itself."""

    def __init__(self, library: Library, person_id: int, asked_by: str) -> None:
        self._library, self._by, self._asked_by = library, person_id, asked_by

    def split(self, target_id: int, *, source_at: int | None, target_at: int) -> Edit:
        """Cut a row in two."""
        return arranging.split(
            self._library,
            self._by,
            target_id,
            source_at=source_at,
            target_at=target_at,
            asked_by=self._asked_by,
        )

    def divide(self, target_id: int) -> Edit:
        """Divide a row that is long beyond all measure."""
        return dividing.divide(self._library, self._by, target_id, asked_by=self._asked_by)

    def join(self, target_id: int) -> Edit:
        """Join a row with the next."""
        return arranging.join(self._library, self._by, target_id, asked_by=self._asked_by)

    def omit(self, target_id: int, reason: str) -> Edit:
        """Leave the source of a row out on purpose."""
        return arranging.omit(self._library, self._by, target_id, reason, asked_by=self._asked_by)

    def restore_omitted(self, target_id: int) -> Edit:
        """Take back that a row was left out."""
        return arranging.take_back(self._library, self._by, target_id, asked_by=self._asked_by)

    def add_after(self, target_id: int, text: str, reason: str) -> Edit:
        """Add text without a source behind a row."""
        return arranging.add_after(self._library, self._by, target_id, text, reason, asked_by=self._asked_by)

    def take_out(self, target_id: int) -> Edit:
        """Take a row out again that was added without a source."""
        return rearranging.take_out(self._library, self._by, target_id, asked_by=self._asked_by)

    def move(self, target_id: int, to_number: int) -> Edit:
        """Move a row so that it becomes the one of that number."""
        return arranging.move(self._library, self._by, target_id, to_number, asked_by=self._asked_by)

    def set_paragraph(self, target_id: int, *, opens: bool) -> Edit:
        """Let a row open a paragraph, or go on with the one before."""
        return arranging.set_paragraph(
            self._library, self._by, target_id, opens=opens, asked_by=self._asked_by
        )

    def set_locked(self, target_id: int, *, is_locked: bool) -> Edit:
        """Lock a row against editing, or unlock it."""
        return arranging.set_locked(
            self._library, self._by, target_id, is_locked=is_locked, asked_by=self._asked_by
        )

    def correct_source(self, segment_id: int, text: str) -> Edit:
        """Put a mistake in the source right."""
        return arranging.correct_source(self._library, self._by, segment_id, text, asked_by=self._asked_by)
