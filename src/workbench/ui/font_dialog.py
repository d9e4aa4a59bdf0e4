"""Choosing the fonts of articles: a bundled pair or families of one's own, and the size, with a preview."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.dialogs import number_field
from workbench.ui.fonts import FACES, article_font, load_fonts, pair_of, paired
from workbench.ui.labels import PlainLabel

SMALLEST, LARGEST = 11, 32
"""Pixels."""
SYSTEM = QFontDatabase.WritingSystem


class FontDialog(QDialog):
    """`changed` carries face and size whenever one of them is chosen, so that the rows behind follow."""

    changed = Signal(str, int)

    def __init__(self, parent: QWidget | None, face: str, pixels: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Fonts of articles"))
        self.setMinimumWidth(520)
        load_fonts()
        latin, chinese = paired(face)
        self.latin = _families(SYSTEM.Latin, 0, latin, self.tr("Latin font"))
        self.chinese = _families(SYSTEM.SimplifiedChinese, 1, chinese, self.tr("Chinese font"))
        self.size_field = number_field(SMALLEST, LARGEST, pixels)
        self.size_field.setSuffix(" px")
        self.size_field.setAccessibleName(self.tr("Size"))
        self.chinese_sample = PlainLabel("许达哲主持召开国际友城工作会议，“一带一路”倡议2020年。", wraps=True)
        self.latin_sample = PlainLabel(
            "Governor Xu chaired a meeting on the “Belt and Road” in 2020.", wraps=True
        )
        self._lay_out()
        for field in (self.latin, self.chinese):
            field.currentTextChanged.connect(self._change)
        self.size_field.valueChanged.connect(self._change)
        self._show_sample()

    @property
    def face(self) -> str:
        """The chosen pair."""
        return pair_of(self.latin.currentText(), self.chinese.currentText())

    def _change(self, *_: object) -> None:
        self._show_sample()
        self.changed.emit(self.face, self.size_field.value())

    def _show_sample(self) -> None:
        self.chinese_sample.setFont(article_font("zh", self.size_field.value(), face=self.face))
        self.latin_sample.setFont(article_font("en", self.size_field.value(), face=self.face))

    def _put_back(self) -> None:
        for field, family in zip((self.latin, self.chinese), FACES["serif"], strict=True):
            field.setCurrentText(family)
        self.size_field.setValue(15)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(PlainLabel(self.tr("Chinese font")), self.chinese)
        form.addRow(PlainLabel(self.tr("Latin font")), self.latin)
        form.addRow(PlainLabel(self.tr("Size")), self.size_field)
        buttons = QDialogButtonBox()
        back = QPushButton(self.tr("As delivered"))
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        keep = buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setProperty("role", "primary")
        keep.setDefault(True)
        back.setAutoDefault(False)
        back.clicked.connect(self._put_back)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(PlainLabel(self.tr("Fonts of articles"), role="title"))
        layout.addLayout(form)
        layout.addWidget(self.chinese_sample)
        layout.addWidget(self.latin_sample)
        layout.addWidget(
            PlainLabel(self.tr("Published pages keep the bundled fonts."), tone="muted", wraps=True)
        )
        below = QHBoxLayout()
        below.addWidget(back)
        below.addWidget(buttons, 1)
        layout.addLayout(below)


def _families(system: QFontDatabase.WritingSystem, place: int, chosen: str, name: str) -> QComboBox:
    """Return a list of the bundled families, then those of the system that can write so, the chosen one shown."""
    field = QComboBox()
    bundled = [pair[place] for pair in FACES.values()]
    installed = [
        family for family in QFontDatabase.families(system) if not QFontDatabase.isPrivateFamily(family)
    ]
    field.addItems(list(dict.fromkeys([*bundled, *installed, chosen])))
    field.setCurrentText(chosen)
    field.setAccessibleName(name)
    return field
