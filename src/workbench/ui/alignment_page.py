"""Aligned articles as a page: doubtful links are looked at, made and broken by keyboard; half-done work is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QGridLayout, QPushButton, QWidget

from workbench.ui.asset_page import AssetPage, bar_of, bind_on
from workbench.ui.assets import Exchange, ExchangeResult
from workbench.ui.background import Background
from workbench.ui.labels import NOTHING, PlainLabel
from workbench.ui.theme import Theme

if TYPE_CHECKING:
    from workbench.desk.aligning import AlignedText
    from workbench.library.library import Library

ROOM, PADDING = 14, 34
"""Pixels of air a line has above and below its text, and beside it: as the style sheet pads these cells, and a little."""
ACTS: tuple[tuple[str, str, str], ...] = (
    ("ACCEPT", "A", "accept"),
    ("JOIN", "J", "join"),
    ("BREAK", "B", "break"),
    ("GIVE_SOURCE", "1", "give_source"),
    ("TAKE_SOURCE", "2", "take_source"),
    ("GIVE_TARGET", "3", "give_target"),
    ("TAKE_TARGET", "4", "take_target"),
)
"""What can be done to a link: its name at the desk, its key in the table, and its word."""


def say_act(word: str) -> str:
    """Return what an act is called on its button."""
    return {
        "accept": QCoreApplication.translate("alignment", "Right (%1)"),
        "join": QCoreApplication.translate("alignment", "Join (%1)"),
        "break": QCoreApplication.translate("alignment", "Break up (%1)"),
        "give_source": QCoreApplication.translate("alignment", "Chinese down (%1)"),
        "take_source": QCoreApplication.translate("alignment", "Chinese up (%1)"),
        "give_target": QCoreApplication.translate("alignment", "English down (%1)"),
        "take_target": QCoreApplication.translate("alignment", "English up (%1)"),
    }[word]


class AlignmentPage(AssetPage):
    """Shows one aligned text at a time, link by link; what a person decided counts as sure."""

    def __init__(self, theme: Theme, background: Background) -> None:
        self._texts: list[AlignedText] = []
        self._undo: list[tuple[int, AlignedText]] = []
        super().__init__(theme, background, "alignment")
        self.search.hide()
        self.table.setObjectName("sentences")
        self.table.setWordWrap(True)
        self.table.itemSelectionChanged.connect(self._offer)
        theme.changed.connect(self._show_text)
        bind_on(self.table, self._keys())

    def _keys(self) -> dict[str, Callable[[], None]]:
        keys = {"N": self._next_doubtful, "Ctrl+Z": self._take_back}
        keys |= dict.fromkeys(("Ctrl+Return", "Ctrl+Enter"), self._remember)
        return keys | {key: self._actor(name) for name, key, _ in ACTS}

    def come_up(self) -> None:
        """Be looked at: with the work that was kept."""
        super().come_up()
        self.table.setFocus()

    def ask(self) -> None:
        """Read the work that was kept."""
        if self._desk is not None:
            from workbench.desk.archiving import kept_work

            library = self._desk.library
            self._background.look_up("asset", lambda: kept_work(library), self._take)

    def ask_for_folder(self) -> None:
        """Ask for a folder of published articles and make memory of them."""
        folder = QFileDialog.getExistingDirectory(self, self.build.text())
        if folder and self._desk is not None:
            library = self._desk.library
            self.exchange_asked.emit(self.tr("Building memory"), lambda: _build(library, Path(folder)))

    def _take(self, texts: list[AlignedText]) -> None:
        self._texts, self._undo = texts, []
        self._list_texts(max(self.text.currentIndex(), 0))

    def _list_texts(self, place: int) -> None:
        self.text.blockSignals(True)
        self.text.clear()
        for text in self._texts:
            words = self.tr("%1 · %2 doubtful").replace("%1", text.document.name)
            self.text.addItem(words.replace("%2", str(len(text.doubtful()))))
        self.text.setCurrentIndex(min(place, len(self._texts) - 1))
        self.text.blockSignals(False)
        self._show_text()
        self._go_to_doubtful(after=-1)

    def _current(self) -> AlignedText | None:
        place = self.text.currentIndex()
        return self._texts[place] if 0 <= place < len(self._texts) else None

    def _show_text(self) -> None:
        text, row = self._current(), self.table.currentRow()
        self._fill([] if text is None else _rows_of(text))
        if text is not None:
            self._tint(text)
            self._make_room()
            last = self.table.rowCount() - 1
            self.table.setCurrentCell(min(max(row, 0), last), 0)
        self._offer()

    def _make_room(self) -> None:
        """Give every line the height its texts need, with air around them; Qt would not count the style's padding."""
        metrics = self.table.fontMetrics()
        rooms = {column: QRect(0, 0, self.table.columnWidth(column) - PADDING, 1 << 20) for column in (1, 2)}
        for row in range(self.table.rowCount()):
            heights = [
                metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text()).height()
                for column, room in rooms.items()
                if (item := self.table.item(row, column)) is not None
            ]
            self.table.setRowHeight(row, max(heights, default=0) + ROOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure columns and lines anew."""
        super().resizeEvent(event)
        self._make_room()

    def _tint(self, text: AlignedText) -> None:
        tokens = self._theme.tokens
        doubtful = set(text.doubtful())
        for row in range(self.table.rowCount()):
            for column in range(3):
                item = self.table.item(row, column)
                if item is not None:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                    if row in doubtful:
                        item.setBackground(QColor(tokens.warn_tint))

    def _actor(self, name: str) -> Callable[[], None]:
        def act() -> None:
            self._change(name)

        return act

    def _change(self, name: str) -> None:
        """Do an act to the link the table stands on, and keep the work."""
        text, place, row = self._current(), self.text.currentIndex(), self.table.currentRow()
        if text is None or row < 0:
            return
        from workbench.desk.aligning import LinkAct, change_links

        changed = change_links(text, LinkAct[name], row)
        if changed == text:
            return
        self._undo.append((place, text))
        self._texts[place] = changed
        self._keep()
        self._refresh_name(place)
        self._show_text()
        if name == "ACCEPT":
            self._go_to_doubtful(after=row)

    def _refresh_name(self, place: int) -> None:
        text = self._texts[place]
        words = self.tr("%1 · %2 doubtful").replace("%1", text.document.name)
        self.text.setItemText(place, words.replace("%2", str(len(text.doubtful()))))

    def _take_back(self) -> None:
        if self._undo:
            place, text = self._undo.pop()
            self._texts[place] = text
            self.text.setCurrentIndex(place)
            self._keep()
            self._refresh_name(place)
            self._show_text()

    def _next_doubtful(self) -> None:
        self._go_to_doubtful(after=self.table.currentRow())

    def _go_to_doubtful(self, *, after: int) -> None:
        text, row = self._current(), after
        if text is None:
            return
        places = text.doubtful()
        following = next((place for place in places if place > row), places[0] if places else None)
        if following is not None:
            self.table.setCurrentCell(following, 0)

    def _remember(self) -> None:
        """Put the links that are sure now into the memory, and go on with the next text."""
        text, place = self._current(), self.text.currentIndex()
        if text is None or self._desk is None or not self._desk.is_writable:
            return
        from workbench.desk.archiving import keep_work, remember_links

        library = self._desk.library
        rest = [other for number, other in enumerate(self._texts) if number != place]

        def write() -> int:
            added = remember_links(library, [text])
            keep_work(library, rest)
            return added

        self._texts, self._undo = rest, []
        self._background.write(write, self._tell)
        self._list_texts(place)

    def _leave_out(self) -> None:
        """Take a text off the list without remembering more of it."""
        place = self.text.currentIndex()
        if 0 <= place < len(self._texts):
            del self._texts[place]
            self._undo = []
            self._keep()
            self._list_texts(place)

    def _tell(self, added: int) -> None:
        self.said.setText(self.tr("%1 pairs remembered", "", added).replace("%1", f"{added:,}"))

    def _keep(self) -> None:
        if self._desk is not None and self._desk.is_writable:
            from workbench.desk.archiving import keep_work

            library, texts = self._desk.library, list(self._texts)
            self._background.write(lambda: keep_work(library, texts))

    def _widths(self) -> dict[int, int]:
        return {0: 136}

    def _above(self) -> list[QWidget]:
        self.text = QComboBox()
        self.text.setMinimumWidth(280)
        self.text.currentIndexChanged.connect(lambda _: self._show_text())
        self.build = QPushButton()
        self.build.setProperty("role", "primary")
        self.build.clicked.connect(self.ask_for_folder)
        self.said = PlainLabel(tone="muted")
        return [bar_of(self.text, self.said, None, self.build)]

    def _below(self) -> list[QWidget]:
        self._buttons = {word: QPushButton() for _, _, word in ACTS}
        for name, _, word in ACTS:
            self._buttons[word].clicked.connect(self._actor(name))
        self.next, self.back, self.drop, self.done = (QPushButton() for _ in range(4))
        self.next.clicked.connect(self._next_doubtful)
        self.back.clicked.connect(self._take_back)
        self.drop.clicked.connect(self._leave_out)
        self.done.clicked.connect(self._remember)
        bar = QFrame()
        bar.setProperty("role", "bar")
        grid = QGridLayout(bar)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setSpacing(6)
        upper = [self._buttons[word] for word in ("accept", "join", "break")] + [self.next, self.back]
        lower = [self._buttons[word] for word in ("give_source", "take_source", "give_target", "take_target")]
        for row, (buttons, last) in enumerate(
            [(upper, self.done), (lower, self.drop)]
        ):  # as Tab goes through it
            for column, button in enumerate(buttons):
                grid.addWidget(button, row, column)
            grid.addWidget(last, row, 6)
        grid.setColumnStretch(5, 1)
        return [bar]

    def _offer(self) -> None:
        has_link = self._current() is not None and self.table.currentRow() >= 0
        for button in (*self._buttons.values(), self.next, self.drop, self.done):
            button.setEnabled(has_link)
        self.back.setEnabled(bool(self._undo))
        self.text.setVisible(bool(self._texts))

    def _retranslate(self) -> None:
        super()._retranslate()
        self.text.setAccessibleName(self.tr("Text"))
        self.build.setText(self.tr("Build memory from published articles…"))
        for _, key, word in ACTS:
            self._buttons[word].setText(say_act(word).replace("%1", key))
        self.next.setText(self.tr("Next doubtful (N)"))
        self.back.setText(self.tr("Undo"))
        self.back.setToolTip("Ctrl+Z")
        self.done.setToolTip(
            self.tr("Put the sure links of this text into the memory and go on with the next text")
        )
        self.drop.setToolTip(self.tr("Take this text off the list without remembering more of it"))
        self.drop.setText(self.tr("Leave out"))
        self.done.setText(self.tr("Remember"))
        self._offer()


def _rows_of(text: AlignedText) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for (sources, targets), score in zip(text.alignment.links, text.alignment.scores, strict=True):
        chinese = "".join(text.document.sources[number] for number in sources)
        english = " ".join(text.document.targets[number] for number in targets)
        rows.append((_say_score(score), chinese or NOTHING, english or NOTHING))
    return rows


def _say_score(score: float) -> str:
    from workbench.desk.aligning import TRUSTED

    if score >= 1:
        return QCoreApplication.translate("alignment", "✓ decided")
    mark = QCoreApplication.translate("alignment", "? doubtful") if score < TRUSTED else "✓"
    return f"{mark} {score:.0%}"


def _build(library: Library, folder: Path) -> Exchange:
    """Pair, align and remember the articles of a folder; texts with doubtful links wait on this page."""
    from workbench.desk.archiving import Archive, build_memory

    archive = Archive()
    yield from build_memory(library, folder, archive)
    return ExchangeResult(archive.added, tuple(archive.problems))
