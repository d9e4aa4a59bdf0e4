"""The page details: one field a line, each saved when it is left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.model.page import Page
from workbench.model.rows import Details
from workbench.ui.labels import PlainLabel
from workbench.ui.publish.checklist import say_field

OPTIONAL = ("slug", "keywords", "embargo")
"""Details that a page can do without; they are folded away until one is filled or asked for."""
EDITED = ("section", "published", "outlet", "source_address", "photo_credit", "slug", "keywords", "embargo")


class DetailsForm(QWidget):
    """Fields of the page; `changed` carries a field's name and its new text when it is left."""

    changed = Signal(str, str)
    words_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, str] = {}
        self._labels: dict[str, PlainLabel] = {}
        self.section = QComboBox()
        self.section.setEditable(True)
        self.section.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.translator = QLineEdit()
        self.translator.setReadOnly(True)
        self.fields: dict[str, QLineEdit] = {name: QLineEdit() for name in EDITED if name != "section"}
        line_edit = self.section.lineEdit()
        assert line_edit is not None
        self.fields["section"] = line_edit
        self._heading = PlainLabel(role="heading")
        self.more = QPushButton()
        self.more.setProperty("role", "link")
        self.more.setCheckable(True)
        self.words = QPushButton()
        self.words.setProperty("role", "link")
        self.words.clicked.connect(self.words_asked)
        self._lay_out()
        self.more.toggled.connect(self._unfold)
        for name, field in self.fields.items():
            field.editingFinished.connect(lambda name=name: self._left(name))
        self.section.activated.connect(lambda _: self._left("section"))
        self.retranslate()

    def show_details(self, details: Details, page: Page, sections: Sequence[str], *, may_edit: bool) -> None:
        """Show what is kept now; a field that is being typed in is left alone."""
        self.section.blockSignals(True)
        current = self.section.currentText()
        self.section.clear()
        self.section.addItems(list(sections))
        self.section.setCurrentText(current)
        self.section.blockSignals(False)
        self.translator.setText(", ".join(page.translators))
        for name, field in self.fields.items():
            value = self._text_of(getattr(details, name))
            self._shown[name] = value
            if not field.hasFocus() or not field.isModified():
                field.setText(value)
            field.setReadOnly(not may_edit)
        self.section.setEnabled(may_edit)
        self.words.setEnabled(may_edit)
        if any(self._shown[name] for name in OPTIONAL):
            self.more.setChecked(True)

    def mark_missing(self, missing: set[str]) -> None:
        """Give the fields that are missing a border that says so."""
        for name, field in {**self.fields, "translator": self.translator}.items():
            widget: QWidget = self.section if name == "section" else field
            state = "wrong" if name in missing else ""
            if widget.property("state") != state:
                widget.setProperty("state", state)
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def focus(self, name: str) -> None:
        """Put the caret into a field."""
        field = self.fields.get(name, self.translator)
        field.setFocus()
        field.selectAll()

    def retranslate(self) -> None:
        """Write labels and hints in the language of the interface."""
        for name, label in self._labels.items():
            label.setText(say_field(name))
            widget = self.section if name == "section" else self.fields.get(name, self.translator)
            widget.setAccessibleName(say_field(name))
        self._heading.setText(self.tr("Page details"))
        self.words.setText(self.tr("Headline, summary, captions…"))
        self._unfold()
        self.fields["source_address"].setPlaceholderText("https://…")
        self.fields["published"].setPlaceholderText("2020-04-03")
        self.fields["embargo"].setPlaceholderText("2020-04-03 08:00")
        self.fields["keywords"].setPlaceholderText(self.tr("separated by commas"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self.more)
        form = self._form = QFormLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addLayout(form)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        order = ("section", "published", "outlet", "translator", *EDITED[3:])
        for name in order:
            label = PlainLabel(tone="muted")
            label.setMinimumWidth(96)
            self._labels[name] = label
            widget: QWidget = self.section if name == "section" else self.fields.get(name, self.translator)
            label.setBuddy(widget)
            if name == OPTIONAL[0]:
                form.addRow("", _at_the_left(self.words))
            form.addRow(label, widget)

    def _unfold(self) -> None:
        is_open = self.more.isChecked()
        for name in OPTIONAL:
            self._form.setRowVisible(self.fields[name], is_open)
        self.more.setText(self.tr("Fewer details") if is_open else self.tr("More details"))

    def _left(self, name: str) -> None:
        text = self.fields[name].text().strip()
        if text != self._shown.get(name, ""):
            self._shown[name] = text
            self.changed.emit(name, text)

    @staticmethod
    def _text_of(value: object) -> str:
        if isinstance(value, datetime):
            return f"{value:%Y-%m-%d %H:%M}"
        return "" if value is None else str(value)


def _at_the_left(widget: QWidget) -> QWidget:
    """Return a line on which a widget stands at the left in its own width."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return line
