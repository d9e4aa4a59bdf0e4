"""Two versions of the article beside each other: what went struck through, what came underlined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from workbench.desk.comparing import Base
from workbench.desk.versions import Compared
from workbench.ui.dialogs import lay_out_notice
from workbench.ui.editor.cards import marked_html
from workbench.ui.editor.desk_port import EditorDesk
from workbench.ui.editor.highlighting import tracked
from workbench.ui.editor.lanes import Lanes
from workbench.ui.editor.look import Look
from workbench.ui.labels import NOTHING, PlainLabel
from workbench.ui.moments import say_exactly
from workbench.ui.sayings import said


class VersionsDialog(QDialog):
    """Asks for two versions and shows them; `rowChosen` carries the target whose number was clicked."""

    rowChosen = Signal(int)

    def __init__(self, parent: QWidget, look: Look, desk: EditorDesk, lanes: Lanes, edition_id: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare versions"))
        self.resize(820, 620)
        self._look, self._desk, self._lanes, self._edition_id = look, desk, lanes, edition_id
        self._rows: Sequence[Compared] = ()
        self.older, self.newer = QComboBox(), QComboBox()
        self.older.setAccessibleName(self.tr("Older version"))
        self.newer.setAccessibleName(self.tr("Newer version"))
        self.only_changed = QCheckBox(self.tr("Only rows that differ"))
        self.only_changed.setChecked(True)
        self.head = PlainLabel(tone="muted")
        self.page = QTextBrowser()
        self.page.setProperty("role", "field")
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("Differences"))
        self.page.anchorClicked.connect(self._on_clicked)
        self.only_changed.toggled.connect(self._draw)
        choosing = QHBoxLayout()
        choosing.addWidget(self.older, 1)
        choosing.addWidget(PlainLabel("→"))
        choosing.addWidget(self.newer, 1)
        counting = QHBoxLayout()
        counting.addWidget(self.head, 1)
        counting.addWidget(self.only_changed)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(choosing)
        column.addLayout(counting)
        column.addWidget(self.page, 1)
        lay_out_notice(self, self.tr("Compare versions"), inside)
        lanes.look_up("versions", partial(desk.list_versions, edition_id), self._offer, self._fail)

    def _offer(self, versions: Sequence[Base]) -> None:
        for box in (self.older, self.newer):
            for version in versions:
                box.addItem(self._say(version), version.key)
        moments = (place for place, version in enumerate(versions) if version.at)
        self.older.setCurrentIndex(next(moments, min(1, len(versions) - 1)))
        self.newer.setCurrentIndex(0)
        for box in (self.older, self.newer):
            box.currentIndexChanged.connect(self._ask)
        self._ask()

    def _say(self, version: Base) -> str:
        name = said(version.name)
        return f"{name} · {say_exactly(version.at, self._desk.zone)}" if version.at else name

    def _ask(self) -> None:
        older, newer = str(self.older.currentData()), str(self.newer.currentData())
        compare: Callable[[], Sequence[Compared]] = partial(
            self._desk.compare_versions, self._edition_id, older, newer
        )
        self._lanes.look_up("compare", compare, self._show, self._fail)

    def _show(self, rows: Sequence[Compared]) -> None:
        self._rows = rows
        self._draw()

    def _draw(self) -> None:
        changed = [row for row in self._rows if row.before != row.after]
        words = self.tr("%1 of %2 rows differ", "", len(self._rows))
        self.head.setText(words.replace("%1", str(len(changed))).replace("%2", str(len(self._rows))))
        shown = changed if self.only_changed.isChecked() else self._rows
        self.page.setHtml("".join(self._markup(row) for row in shown))

    def _markup(self, row: Compared) -> str:
        tokens = self._look.tokens
        style = f"color:{tokens.muted};text-decoration:none"
        where = f'<a href="row:{row.target_id}" style="{style}">{row.number}</a>' if row.number else NOTHING
        text = marked_html(tracked(row.before, row.after), self._look)
        return f'<table cellpadding="6"><tr><td width="36">{where}</td><td>{text}</td></tr></table>'

    def _on_clicked(self, address: QUrl) -> None:
        self.rowChosen.emit(int(address.path()))

    def _fail(self, error: Exception) -> None:
        self.head.setText(str(error))
