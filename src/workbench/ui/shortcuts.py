"""The page of keyboard shortcuts, drawn from the table of actions, to read and to print."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from workbench.ui.actions import MENUS, Actions, spelled, translated, unmarked
from workbench.ui.theme import Theme


class Shortcuts(QDialog):
    """All acts with their keys, by menu."""

    def __init__(self, parent: QWidget | None, theme: Theme, actions: Actions) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(640, 620)
        self._browser = QTextBrowser()
        self._browser.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._browser.setHtml(shortcuts_html(actions, muted=theme.tokens.muted, line=theme.tokens.line))
        buttons = QDialogButtonBox()
        printing = buttons.addButton(self.tr("Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        printing.clicked.connect(self._print)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setProperty("role", "primary")
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(self._browser)
        layout.addWidget(buttons)

    def _print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            document = QTextDocument()
            document.setHtml(self._browser.toHtml())
            document.print_(printer)


def shortcuts_html(actions: Actions, *, muted: str, line: str) -> str:
    """Return the table of shortcuts as HTML."""
    parts = []
    for name, label in [*MENUS, ("suggestions", "")]:
        rows = [
            (spelled(action), _keys(made.shortcuts()))
            for action, made in actions
            if action.menu == name and made.shortcuts()
        ]
        if rows and label:
            parts.append(f"<h3>{escape(unmarked(translated(label)))}</h3>")
        cells = "".join(
            f"<tr><td style='padding:4px 24px 4px 0; border-bottom:1px solid {line}' width='360'>{escape(act)}</td>"
            f"<td style='padding:4px 0; color:{muted}; border-bottom:1px solid {line}'>{escape(keys)}</td></tr>"
            for act, keys in rows
        )
        if cells:
            parts.append(f"<table cellspacing='0' width='100%'>{cells}</table>")
    return "".join(parts)


def _keys(sequences: list[QKeySequence]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(dict.fromkeys(sequence.toString(native) for sequence in sequences))
