"""The page of keyboard shortcuts, drawn from the table of actions, to read and to print."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QTextBrowser, QVBoxLayout, QWidget

from workbench.errors import WorkbenchError
from workbench.formats.writing import write_file
from workbench.ui.actions import MENUS, Actions, spelled, translated, unmarked
from workbench.ui.dialogs import Notice
from workbench.ui.fonts import interface_font
from workbench.ui.paper import make_writer
from workbench.ui.theme import Theme

MARGIN = 14
"""Pixels around the page."""


class Shortcuts(QDialog):
    """All acts with their keys, by menu."""

    def __init__(self, parent: QWidget | None, theme: Theme, actions: Actions) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(640, 620)
        self._browser = QTextBrowser()
        self._browser.setProperty("role", "field")
        self._browser.document().setDocumentMargin(MARGIN)
        self._browser.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._browser.setHtml(shortcuts_html(actions, muted=theme.tokens.muted, line=theme.tokens.line))
        buttons = QDialogButtonBox()
        printing = buttons.addButton(self.tr("Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        printing.clicked.connect(self._print)
        saving = buttons.addButton(
            self.tr("Save as PDF or web page…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        saving.clicked.connect(self._ask_where)
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

    def _ask_where(self) -> None:
        kinds = "PDF (*.pdf);;HTML (*.html)"
        path, kind = QFileDialog.getSaveFileName(self, self.tr("Save the list of keys"), "keys.pdf", kinds)
        if path:
            ending = ".html" if kind.startswith("HTML") else ".pdf"
            self.save(Path(path) if Path(path).suffix else Path(path + ending))

    def save(self, path: Path) -> None:
        """Write the list as a PDF, or as a web page where the name ends in .html. An error is said."""
        page = self._browser.toHtml()
        try:
            if path.suffix.lower() in {".html", ".htm"}:
                write_file(path, page.encode("utf-8"))
            else:
                write_file(path, list_as_pdf(page, self.windowTitle()))
        except WorkbenchError as error:
            Notice(self, self._theme, error).open()


def list_as_pdf(page: str, title: str) -> bytes:
    """Return the list as an A4 PDF with the bundled fonts."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    document = QTextDocument()
    document.setDefaultFont(interface_font(11))
    document.setHtml(page)
    document.print_(make_writer(buffer, title=title))
    return bytes(buffer.data().data())


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
    return ", ".join(dict.fromkeys(sequence.toString(native) for sequence in sequences))
