"""The formats as the screens name them, and the box in which they are ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.labels import PlainLabel

FORMATS = (
    "html",
    "docx",
    "txt",
    "pdf",
    "md",
    "bilingual-docx",
    "po",
    "xliff21",
    "xliff12",
    "json",
    "record",
    "sign-off",
    "findings",
)
"""What can be published, in the order in which it is offered."""
COMMON = FORMATS[:8]
"""What is offered at once; the others are unfolded, or there because one of them is ticked."""


def say_format(key: str) -> str:
    """Return a format in the language of the interface."""
    words = {
        "html": QCoreApplication.translate("formats", "Web page (.html)"),
        "docx": QCoreApplication.translate("formats", "Word (.docx)"),
        "txt": QCoreApplication.translate("formats", "Text (.txt)"),
        "pdf": QCoreApplication.translate("formats", "PDF"),
        "md": QCoreApplication.translate("formats", "Markdown"),
        "bilingual-docx": QCoreApplication.translate("formats", "Bilingual Word table"),
        "po": QCoreApplication.translate("formats", "gettext (.po)"),
        "xliff21": QCoreApplication.translate("formats", "XLIFF 2.1"),
        "xliff12": QCoreApplication.translate("formats", "XLIFF 1.2"),
        "json": QCoreApplication.translate("formats", "JSON"),
        "findings": QCoreApplication.translate("formats", "Report of findings"),
        "record": QCoreApplication.translate("formats", "Sign-off record"),
        "sign-off": QCoreApplication.translate("formats", "Sign-off sheet (.pdf)"),
    }
    return words.get(key, key)


class FormatBox(QWidget):
    """The formats to tick and, below them, the template of the web page; the rarer ones are folded away.

    `margins` are left, top, right and bottom, in device-independent pixels.
    """

    changed = Signal()

    def __init__(self, ticked: Sequence[str], margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        super().__init__()
        self._heading = PlainLabel(role="heading")
        self.more = QPushButton()
        self.more.setProperty("role", "link")
        self.more.setCheckable(True)
        self.more.setAutoDefault(False)
        self.boxes: dict[str, QCheckBox] = {key: QCheckBox() for key in FORMATS}
        self.template = QComboBox()
        self._template_label = PlainLabel(tone="muted")
        self._template_label.setBuddy(self.template)
        for key in ticked:
            self.boxes[key].setChecked(True)
        self._lay_out(margins)
        for box in self.boxes.values():
            box.toggled.connect(self._on_ticked)
        self.more.toggled.connect(self._unfold)
        self.retranslate()

    def chosen(self) -> list[str]:
        """Return the keys of the ticked formats."""
        return [key for key, box in self.boxes.items() if box.isChecked()]

    def show_templates(self, names: Sequence[str], usual: str) -> None:
        """Offer the templates there are; the library's own is chosen until a person picks another."""
        known = [self.template.itemText(place) for place in range(self.template.count())]
        if known != list(names):
            self.template.clear()
            self.template.addItems(list(names))
            self.template.setCurrentText(usual)

    def retranslate(self) -> None:
        """Write everything in the language of the interface."""
        self._heading.setText(self.tr("Formats"))
        for key, box in self.boxes.items():
            box.setText(say_format(key))
        self.template.setAccessibleName(self.tr("Template of the web page"))
        self._template_label.setText(self.tr("Template of the web page"))
        self._unfold()

    def _on_ticked(self) -> None:
        if any(self.boxes[key].isChecked() for key in FORMATS if key not in COMMON):
            self.more.setChecked(True)
        self.changed.emit()

    def _unfold(self) -> None:
        is_open = self.more.isChecked()
        for key, box in self.boxes.items():
            box.setVisible(is_open or key in COMMON)
        self._template_line.setVisible(is_open)
        self.more.setText(self.tr("Fewer formats") if is_open else self.tr("More formats, template"))

    def _lay_out(self, margins: tuple[int, int, int, int]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self.more)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // 2, place % 2)
        column.addLayout(grid)
        self._template_line = QWidget()
        line = QHBoxLayout(self._template_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._template_label)
        line.addWidget(self.template, 1)
        column.addWidget(self._template_line)
