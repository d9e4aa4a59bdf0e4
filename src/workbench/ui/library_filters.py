"""The bar above the list: what is shown, the search, the filters, and what makes new articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QSizePolicy

from workbench.model.kinds import Stage
from workbench.ui.actions import Actions
from workbench.ui.icons import icon
from workbench.ui.labels import ElidedLabel, PlainLabel
from workbench.ui.theme import Theme
from workbench.ui.words import say_language, say_stage

TITLE_PX = 130
"""What a title keeps for itself of a narrow window."""
ROOMY_PX = 900
"""A bar of this width has room between its parts."""
LENS_PX = 60
"""What the lens and the margins of the search take of its width."""
QUIET_MS = 120
"""How long typing must pause before the list is asked."""


class Search(QLineEdit):
    """The search field: `asked` after a short pause of typing; the keys of the list go to the list."""

    asked = Signal(str)
    left_for_list = Signal()

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._theme = theme
        self._actions = actions
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MS)
        self._pause.timeout.connect(lambda: self.asked.emit(self.text().strip()))
        self.textChanged.connect(self._typed)
        self.setClearButtonEnabled(False)
        self._lens = self.addAction(icon(theme, "search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._key = PlainLabel(tone="muted", parent=self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._dress)
        actions.keysChanged.connect(self._show_key)
        self._dress()
        self.retranslate()

    def retranslate(self) -> None:
        """Write the hint anew."""
        self._hints = (self.tr("Search Chinese or English text…"), self.tr("Search…"))
        self.setAccessibleName(self.tr("Search in headlines and full text"))
        self._show_key()
        self._fit_hint()

    def _fit_hint(self) -> None:
        """Hint at as much as there is room for, beside the lens and the key; the lens alone says it too."""
        whole, short = self._hints
        needs, room = self.fontMetrics().horizontalAdvance, self.width() - LENS_PX
        if needs(whole) + self._key.width() <= room:
            self.setPlaceholderText(whole)
        else:
            self.setPlaceholderText(short if needs(short) <= room else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Return go on to the list, Escape empties the field."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_for_list.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Keep the key's badge at the right edge."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place_key()
        self._fit_hint()

    def _typed(self) -> None:
        self._place_key()
        self._pause.start()

    def _show_key(self) -> None:
        """Name the last of the keys that lead here, the one that is this field's alone in Workbench."""
        keys = self._actions["tools.concordance"].shortcuts()
        self._key.setText(keys[-1].toString(QKeySequence.SequenceFormat.NativeText) if keys else "")
        self._place_key()

    def _place_key(self) -> None:
        self._key.adjustSize()
        has_room = self.width() > 290 and bool(self._key.text())
        self._key.setVisible(has_room and not self.text())
        self._key.move(self.width() - self._key.width() - 9, (self.height() - self._key.height()) // 2)

    def _dress(self) -> None:
        tokens = self._theme.tokens
        self._lens.setIcon(icon(self._theme, "search", "muted"))
        self._key.setStyleSheet(
            f"border: 1px solid {tokens.line}; border-radius: 4px; padding: 1px 5px; font-size: 11px;"
            f" background: {tokens.raised}; color: {tokens.muted};"
        )


class FilterButton(QPushButton):
    """A filter that drops down its choices; `changed` says that another one was picked.

    `unset` says what it means that none is picked.
    """

    changed = Signal()

    def __init__(self, theme: Theme, name: Callable[[], str], unset: Callable[[], str] | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._unset = unset or (lambda: self.tr("Any"))
        self.value = ""
        self._choices: list[tuple[str, str]] = []
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        theme.changed.connect(self._show)
        self._show()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer (value, label) pairs below “any”."""
        self._choices = list(choices)
        if self.value not in {value for value, _ in choices}:
            self.value = ""
        self._show()

    def reset(self) -> None:
        """Go back to “any” without telling."""
        self.value = ""
        self._show()

    def _show(self) -> None:
        label = next((label for value, label in self._choices if value == self.value), "")
        self.setText(label if self.value else self._name())
        self.setAccessibleName(f"{self._name()}: {label}" if self.value else self._name())
        self.setIcon(icon(self._theme, "chevron-down", "accent" if self.value else "muted", size=12))
        self._menu.clear()
        self._add("", self._unset())
        if self._choices:
            self._menu.addSeparator()
        for value, choice in self._choices:
            self._add(value, choice)

    def _add(self, value: str, label: str) -> None:
        action = QAction(label.replace("&", "&&"), self._menu)
        action.setCheckable(True)
        action.setChecked(value == self.value)
        action.triggered.connect(lambda: self._pick(value))
        self._menu.addAction(action)

    def _pick(self, value: str) -> None:
        if value != self.value:
            self.value = value
            self._show()
            self.changed.emit()


class Filters(QFrame):
    """The bar itself; `changed` says that the list must be asked anew."""

    changed = Signal()
    left_for_list = Signal()

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setFixedHeight(62)
        self._theme = theme
        self._actions = actions
        self.title = ElidedLabel(role="title")
        self.search = Search(theme, actions)
        self.status = FilterButton(theme, lambda: self.tr("Status"))
        self.section = FilterButton(theme, lambda: self.tr("Section"))
        self.person = FilterButton(theme, lambda: self.tr("Person"))
        self.language = FilterButton(theme, lambda: say_language("en"), lambda: say_language("en"))
        self.new = QPushButton()
        self.new.setProperty("role", "primary")
        self._menu = QMenu(self)
        self.new.setMenu(self._menu)
        self._lay_out()
        for button in [self.status, self.section, self.person, self.language]:
            button.changed.connect(self.changed)
        self.search.asked.connect(lambda _: self.changed.emit())
        self.search.left_for_list.connect(self.left_for_list)
        theme.changed.connect(self._dress)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = self._line = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.addWidget(self.title, 2)
        self.search.setMinimumWidth(84)
        self.search.setMaximumWidth(350)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout.addWidget(self.search, 3)
        for widget in [self.language, self.status, self.section, self.person, self.new]:
            layout.addWidget(widget)
        for identity in ["file.import", "file.paste", "file.address"]:
            self._menu.addAction(self._actions[identity])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move together in a narrow window, for the search to keep its room."""
        self._line.setSpacing(10 if event.size().width() >= ROOMY_PX else 6)
        super().resizeEvent(event)

    def name(self, words: str) -> None:
        """Say what is listed, whole as long as it is not long."""
        self.title.set_text(words)
        self.title.ensurePolished()
        self.title.setMinimumWidth(min(self.title.wanted_width(), TITLE_PX))

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stage that was picked, if any."""
        return (Stage(self.status.value),) if self.status.value else ()

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is searched or filtered."""
        return bool(
            self.search.text().strip() or self.status.value or self.section.value or self.person.value
        )

    def reset(self) -> None:
        """Empty the search and all filters."""
        self.search.clear()
        for button in [self.status, self.section, self.person]:
            button.reset()
        self.changed.emit()

    def retranslate(self) -> None:
        """Write all labels anew."""
        self.search.retranslate()
        self.status.set_choices([(str(stage), say_stage(stage)) for stage in Stage])
        self.language.set_choices([(code, say_language(code)) for code in ("fr", "ko", "ja")])
        self.section.set_choices(self.section._choices)  # noqa: SLF001 - the same choices, labels anew
        self.person.set_choices(self.person._choices)  # noqa: SLF001
        self.new.setText(self.tr("New article"))
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _dress(self) -> None:
        self.new.setIcon(icon(self._theme, "plus", "on_accent"))
