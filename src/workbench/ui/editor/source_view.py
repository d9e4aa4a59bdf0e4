"""The source of the active row as real text: words can be selected in it, and read by a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbench.ui.editor.model import no_source_words
from workbench.ui.editor.target_edit import PlainRow


class SourceView(PlainRow):
    """Read-only; takes the focus only by the mouse or by Tab, and never a letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def fill(self, text: str) -> None:
        """Show a text, or that there is none."""
        self.setPlaceholderText("" if text else no_source_words())
        super().fill(text)
