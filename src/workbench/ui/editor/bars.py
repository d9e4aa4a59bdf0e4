"""Bars below the rows: a sentence to read, a question to answer, a conflict to settle."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.sentences import Sentence
from workbench.ui.editor.cards import MarkedLabel
from workbench.ui.editor.highlighting import own_words
from workbench.ui.editor.look import Look
from workbench.ui.editor.values import Conflict
from workbench.ui.labels import PlainLabel
from workbench.ui.sayings import said
from workbench.ui.scrolled import ScrolledColumn

READ_MS = 9000
MOST_HIGH = 200
"""Pixels of two texts in conflict; longer ones scroll."""


class NoticeBar(QFrame):
    """A sentence that goes away by itself or when it is closed; with an offer it stays, and has a button for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._sentence = ""
        self.label = PlainLabel(wraps=True)
        self._close = close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.hide)
        self.button = QPushButton()
        self.button.clicked.connect(self._take_offer)
        self._offered: Callable[[], None] | None = None
        line = QHBoxLayout(self)
        line.addWidget(self.label, 1)
        line.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self._offered = None
        self._show(sentence)
        self._timer.start(READ_MS)

    def offer(self, sentence: str, name: str, act: Callable[[], None]) -> None:
        """Show a sentence with a button until it is pressed, closed or withdrawn."""
        self._offered = act
        self.button.setText(name)
        self._show(sentence)
        self._timer.stop()

    def withdraw(self) -> None:
        """Take an offer back; a plain sentence stays."""
        if self._offered is not None:
            self.hide()

    def _show(self, sentence: str) -> None:
        self._sentence = sentence
        self.label.setText(sentence)
        self.setAccessibleName(said(sentence))
        self.button.setVisible(self._offered is not None)
        self.show()

    def _take_offer(self) -> None:
        act, self._offered = self._offered, None
        self.hide()
        if act is not None:
            act()

    def changeEvent(self, event: QEvent) -> None:
        """Say the sentence in the new language; words that only the old one had are taken away."""
        if event.type() is QEvent.Type.LanguageChange:
            self._close.setAccessibleName(self.tr("Close"))
            if isinstance(self._sentence, Sentence):
                self.setAccessibleName(said(self._sentence))
            else:
                self.hide()
        super().changeEvent(event)


class AskBar(QFrame):
    """One question with a line to answer it: Enter answers, Esc leaves it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._then: Callable[[str], None] | None = None
        self._asked = ("", "")
        self._question = PlainLabel()
        self.field = _Field()
        line = QHBoxLayout(self)
        line.addWidget(self._question)
        line.addWidget(self.field, 1)
        self.field.returnPressed.connect(self._answer)
        self.field.left.connect(self.close_bar)
        self.hide()

    def ask(
        self,
        question: str,
        hint: str,
        then: Callable[[str], None],
        *,
        answer: str = "",
        offers: Sequence[str] = (),
    ) -> None:
        """Ask; `then` is called with what was written; `offers` come up while typing and on Down."""
        self._then = then
        self.field.setCompleter(_completer(offers) if offers else None)  # type: ignore[arg-type]
        self._asked = (question, hint)
        self._say_again()
        self.field.setText(answer)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Ask in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say_again()
        super().changeEvent(event)

    def _say_again(self) -> None:
        question, hint = self._asked
        self._question.setText(question)
        self.field.setAccessibleName(said(question))
        self.field.setPlaceholderText(said(hint))

    def close_bar(self) -> None:
        """Leave the question unanswered."""
        self.hide()
        self.left.emit()

    def _answer(self) -> None:
        text, then = self.field.text().strip(), self._then
        if not text:
            return
        self.close_bar()
        if then is not None:
            then(text)


def _completer(offers: Sequence[str]) -> QCompleter:
    completer = QCompleter(list(offers))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


class _Texts(QScrollArea):
    """Texts as high as they are, up to a height that leaves room for the rows: beyond that they scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)

    def show_texts(self, inside: QWidget) -> None:
        """Show these in place of those before."""
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # the bar's own colour shows through
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Follow texts that became higher or lower, as with another face."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        inside = self.widget()
        if inside is None:
            return
        layout = inside.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        whole, frame = (
            inside.heightForWidth(self.viewport().width()),
            self.height() - self.viewport().height(),
        )
        scrolls = whole > MOST_HIGH
        self.setFixedHeight(min(whole, MOST_HIGH) + frame)
        bar, keys = Qt.ScrollBarPolicy, Qt.FocusPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAsNeeded if scrolls else bar.ScrollBarAlwaysOff)
        self.setFocusPolicy(keys.StrongFocus if scrolls else keys.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the texts have at another width."""
        super().resizeEvent(event)
        self._fit()


class ConflictBar(QFrame):
    """Both texts of a conflict, with the difference shown, and the two ways out; neither loses a text."""

    settled = Signal(Conflict, bool)
    """The conflict, and whether mine is kept on top."""
    rowAsked = Signal(int)
    """Somebody wants to see the row, by its target."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._look = look
        self._conflicts: list[Conflict] = []
        self._texts = _Texts()
        self.mine, self.theirs = QPushButton(), QPushButton()
        self.row = QPushButton()
        self.mine.clicked.connect(lambda: self._settle(keep_mine=True))
        self.theirs.clicked.connect(lambda: self._settle(keep_mine=False))
        self.row.clicked.connect(lambda: self.rowAsked.emit(self._conflicts[0].target_id))
        line = QHBoxLayout()
        line.addWidget(self.mine)
        line.addWidget(self.theirs)
        line.addWidget(self.row)
        line.addStretch(1)
        self._column = QVBoxLayout(self)
        self._heading = PlainLabel(role="heading", wraps=True)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._texts)
        self._column.addLayout(line)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take over other colours."""
        self._look = look
        self._write()

    def show_conflicts(self, conflicts: list[Conflict]) -> None:
        """Show what both wrote in the first of these, and go away when there is none."""
        if conflicts != self._conflicts:
            self._conflicts = conflicts
            self._write()
        self.setVisible(bool(conflicts))

    def changeEvent(self, event: QEvent) -> None:
        """Ask anew when the language of the interface changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        """Write the conflict in the language and the colours of now, if there is one."""
        if not self._conflicts:
            return
        conflict = self._conflicts[0]
        who = conflict.by or self.tr("Somebody")
        self._heading.setText(self._sentence(conflict, who))
        inside = ScrolledColumn()
        inside.setLayout(self._both(conflict, who))
        self._texts.setAccessibleName(self.tr("Both texts"))
        self._texts.show_texts(inside)
        self.mine.setText(self.tr("Keep mine"))
        self.theirs.setText(self.tr("Take theirs"))
        self.row.setText(self.tr("Show row %1").replace("%1", str(conflict.number)))

    def _sentence(self, conflict: Conflict, who: str) -> str:
        sentence = self.tr(
            "%1 saved another text for row %2 while you were typing. Both stay in the history; which one goes on?"
        )
        others = len(self._conflicts) - 1
        more = self.tr("%n more row(s) wait(s) for a decision.", "", others) if others else ""
        return f"{sentence.replace('%1', who).replace('%2', str(conflict.number))} {more}".strip()

    def _both(self, conflict: Conflict, who: str) -> QGridLayout:
        """Lay both texts out under each other, with what only one has marked in it."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        theirs, mine = conflict.theirs, conflict.mine
        for row, (words, text, other) in enumerate(((who, theirs, mine), (self.tr("You"), mine, theirs))):
            grid.addWidget(PlainLabel(words), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(MarkedLabel(own_words(text, other), self._look), row, 1)
        return grid

    def _settle(self, *, keep_mine: bool) -> None:
        if self._conflicts:
            self.settled.emit(self._conflicts[0], keep_mine)


class _Field(QLineEdit):
    """A line that Esc leaves."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, or type."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
