"""The filters of the concordance: where a pair comes from, whose it is, from which days, from this article."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from workbench.ui.editor.values import HitFilter

ORIGINS = ("", "confirmed", "aligned", "tmx")


class HitFilters(QWidget):
    """Narrow what the memory may answer; `changed` when one was set."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.origin = QComboBox()
        for origin in ORIGINS:
            self.origin.addItem("", origin)
        self.person, self.since, self.until = QLineEdit(), QLineEdit(), QLineEdit()
        self.here = QCheckBox()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(self.origin, 0, 0)
        grid.addWidget(self.person, 0, 1)
        grid.addWidget(self.since, 1, 0)
        grid.addWidget(self.until, 1, 1)
        grid.addWidget(self.here, 2, 0, 1, 2)
        self.origin.currentIndexChanged.connect(self.changed)
        self.here.toggled.connect(self.changed)
        for field in (self.person, self.since, self.until):
            field.editingFinished.connect(self._edited)
        self._told = HitFilter()
        self.retranslate()

    def value(self) -> HitFilter:
        """Return what was set."""
        return HitFilter(
            self.origin.currentData() or "",
            self.person.text().strip(),
            self.since.text().strip(),
            self.until.text().strip(),
            self.here.isChecked(),
        )

    def retranslate(self) -> None:
        """Write the labels in the language of the interface."""
        words = (self.tr("From anywhere"), self.tr("Confirmed here"), self.tr("Aligned"), self.tr("Imported"))
        for place, word in enumerate(words):
            self.origin.setItemText(place, word)
        self.origin.setAccessibleName(self.tr("Origin"))
        every = (
            (self.person, self.tr("By anybody"), self.tr("Person")),
            (self.since, self.tr("From, e.g. 2020-04-03"), self.tr("From day")),
            (self.until, self.tr("To, e.g. 2020-04-03"), self.tr("To day")),
        )
        for field, hint, name in every:
            field.setPlaceholderText(hint)
            field.setAccessibleName(name)
        self.here.setText(self.tr("This article only"))

    def _edited(self) -> None:
        """Tell only of a change: a field also finishes when the focus leaves it."""
        if self.value() != self._told:
            self._told = self.value()
            self.changed.emit()
