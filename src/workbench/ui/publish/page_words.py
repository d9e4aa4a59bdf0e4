"""Asking for the words of a page that are text of the article: headline, summary, captions, alternative texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget

from workbench.desk.captioning import Place, Words
from workbench.model.kinds import SegmentKind
from workbench.ui.dialogs import Question
from workbench.ui.labels import PlainLabel

_PICTURE, _WIDTH, _MOST_HEIGHT = 84, 640, 300


class PageWordsQuestion(Question):
    """Shows every place with its words; what is changed is written into the article.

    `longest` is how many words the house wants a headline to have at most, 0 for any length; more are told, not refused.
    """

    def __init__(self, parent: QWidget | None, words: Sequence[Words], longest: int) -> None:
        super().__init__(parent)
        self._longest = longest
        sentence = self.tr(
            "These words are part of the text. What you change here is confirmed in your name, and an "
            "approved article goes back to review."
        )
        self.head(self.tr("Words of the page"), sentence, accept=self.tr("Save"))
        self.setMinimumWidth(_WIDTH)
        self._before = {each.place: each.text for each in words}
        self.fields = {each.place: self._field(each) for each in words}
        self.length = PlainLabel(tone="muted")
        self.length.setAccessibleName(self.tr("Length of the headline"))
        of_page = [each for each in words if not each.place.photo]
        form = self.add_fields([(say_place(each.place), self.fields[each.place]) for each in of_page])
        form.insertRow(1, "", self.length)
        photos = [each for each in words if each.place.photo]
        if photos:
            self.body.addWidget(self._photos(photos), 1)
        headline = self.fields[Place(SegmentKind.HEADLINE)]
        headline.textChanged.connect(self._measure)
        self._measure(headline.text())

    def changed(self) -> dict[Place, str]:
        """Return what was written anew, by its place."""
        said = {place: field.text().strip() for place, field in self.fields.items()}
        return {place: text for place, text in said.items() if text and text != self._before[place]}

    def _field(self, words: Words) -> QLineEdit:
        field = QLineEdit(words.text)
        field.setCursorPosition(0)
        if words.rows > 1:
            field.setReadOnly(True)
            field.setToolTip(self.tr("It stands in several rows; change them in the Editor."))
        return field

    def _photos(self, words: Sequence[Words]) -> QScrollArea:
        """Return the photos below each other, each with its fields at the right; many of them scroll."""
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(2, 1)
        for line, each in enumerate(words):
            if each.place.kind is SegmentKind.CAPTION:
                grid.addWidget(self._picture(each), line, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
            label, field = PlainLabel(say_place(each.place)), self.fields[each.place]
            label.setBuddy(field)
            field.setAccessibleName(say_place(each.place))
            grid.addWidget(label, line, 1)
            grid.addWidget(field, line, 2)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(self.tr("Photos"))
        scroll.setMinimumHeight(min(inner.sizeHint().height(), _MOST_HEIGHT))
        return scroll

    def _picture(self, words: Words) -> QLabel:
        picture, shown = QLabel(), QPixmap()
        shown.loadFromData(words.picture)
        picture.setFixedWidth(_PICTURE)
        picture.setAccessibleName(self.tr("Photo %1").replace("%1", str(words.place.photo)))
        if not shown.isNull():
            shape = Qt.AspectRatioMode.KeepAspectRatio
            picture.setPixmap(
                shown.scaled(_PICTURE, _PICTURE, shape, Qt.TransformationMode.SmoothTransformation)
            )
        return picture

    def _measure(self, headline: str) -> None:
        count = len(headline.split())
        words = self.tr("Length: %1 (at most %2)") if self._longest else self.tr("Length: %1")
        self.length.setText(words.replace("%1", str(count)).replace("%2", str(self._longest)))
        self.length.set_tone("warn" if 0 < self._longest < count else "muted")


def say_place(place: Place) -> str:
    """Return what a place is called in the language of the interface."""
    names = {
        SegmentKind.HEADLINE: QCoreApplication.translate("publish", "Headline"),
        SegmentKind.SUMMARY: QCoreApplication.translate("publish", "Summary"),
        SegmentKind.CAPTION: QCoreApplication.translate("publish", "Caption of photo %1"),
        SegmentKind.ALT: QCoreApplication.translate("publish", "Alternative text of photo %1"),
    }
    return names[place.kind].replace("%1", str(place.photo))
