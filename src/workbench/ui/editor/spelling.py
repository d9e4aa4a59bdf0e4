"""Misspelt words in the Editor: the next one by key, a menu of better words, and the dictionaries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from workbench.model.finding import Fix
from workbench.model.kinds import Family
from workbench.ui.editor.values import RowFinding

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen

CHECK = "spelling"


class Spelling(QObject):
    """Words are judged by the checks in the lookup lane, and better ones are looked for there too."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._screen, self._view = screen, screen.view
        self._edit = screen.view.target_edit
        self.menu = QMenu(screen)
        self._edit.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._edit.customContextMenuRequested.connect(self._ask_menu)

    def go_next(self) -> None:
        """Go to the next misspelt word, from the top again after the last, and offer better ones."""
        found = [each for each in self._screen.advice.findings() if self._is_misspelt(each)]
        if not found:
            self._screen.say(self._screen.session.desk.why_not_spelt() or self.tr("No misspelt words."))
            return
        here = (self._view.active, self._edit.caret())
        after = next((each for each in found if self._where(each) > here), found[0])
        self._screen.show_finding(after)
        self._offer(after)

    def _where(self, found: RowFinding) -> tuple[int, int]:
        place = self._screen.session.model.place_of(found.target_id) or 0
        return place, (found.finding.target or (0, 0))[0]

    def _is_misspelt(self, found: RowFinding) -> bool:
        """Tell whether a finding is one of spelling and its word still stands where it stood."""
        finding, place = found.finding, self._screen.session.model.place_of(found.target_id)
        if finding.check != CHECK or finding.family is not Family.TEXT or finding.target is None:
            return False
        text = self._screen.session.model.text(place) if place is not None else ""
        return text[slice(*finding.target)] == finding.target_reading

    def _ask_menu(self, point: QPoint) -> None:
        """Offer better words where one is misspelt; the ordinary menu everywhere else."""
        self._edit.setFocus()
        offset = self._edit.offset_at(point)
        active = self._view.active
        target_id = self._screen.session.model.row(active).target_id if active >= 0 else 0
        for found in self._screen.advice.findings():
            start, end = found.finding.target or (0, 0)
            if found.target_id == target_id and start <= offset <= end and self._is_misspelt(found):
                self._offer(found)
                return
        self._pop_up([], self._edit.viewport().mapToGlobal(point))

    def _offer(self, found: RowFinding) -> None:
        desk, word = self._screen.session.desk, found.finding.target_reading

        def done(better: list[str]) -> None:
            if self._is_misspelt(found) and not self._edit.is_composing:
                self._show(found, better)

        self._screen.session.lanes.look_up(
            CHECK, lambda: desk.spelling_suggestions(word), done, lambda _error: done([])
        )

    def _show(self, found: RowFinding, better: list[str]) -> None:
        word, (start, end) = found.finding.target_reading, found.finding.target or (0, 0)
        self._edit.select(start, end)
        acts = [self._act(each, partial(self._write, found, each), is_strong=True) for each in better]
        if not acts:
            acts = [self._act(self.tr("No better word is known."), None)]
        here = self.tr("Add “%1” to this article’s dictionary").replace("%1", word)
        everywhere = self.tr("Add “%1” to the library’s dictionary").replace("%1", word)
        acts += [
            self._separator(),
            self._act(here, partial(self._add, word, of_article=True)),
            self._act(everywhere, partial(self._add, word, of_article=False)),
            self._separator(),
        ]
        corner = self._edit.cursorRect().bottomLeft() + QPoint(0, 4)
        self._pop_up(acts, self._edit.viewport().mapToGlobal(corner))
        if better:
            self.menu.setActiveAction(acts[0])

    def _pop_up(self, acts: list[QAction], corner: QPoint) -> None:
        self.menu.clear()
        self.menu.addActions(acts)
        ordinary = self._edit.createStandardContextMenu()
        ordinary.setParent(self.menu, ordinary.windowFlags())
        for each in ordinary.actions():
            self.menu.addAction(each)
        self.menu.popup(corner)

    def _act(self, words: str, act: Callable[[], None] | None, *, is_strong: bool = False) -> QAction:
        made = QAction(words.replace("&", "&&"), self.menu)
        made.setEnabled(act is not None)
        if is_strong:
            font = made.font()
            font.setBold(True)
            made.setFont(font)
        if act is not None:
            made.triggered.connect(lambda _is_checked: act())
        return made

    def _separator(self) -> QAction:
        made = QAction(self.menu)
        made.setSeparator(True)
        return made

    def _write(self, found: RowFinding, better: str) -> None:
        if not self._is_misspelt(found) or found.finding.target is None:
            return
        if self._edit.isReadOnly():
            self._edit.typedInVain.emit()
            return
        self._screen.show_finding(found)
        self._screen.commands.apply_fix(found, Fix(better, found.finding.target, better))

    def _add(self, word: str, *, of_article: bool) -> None:
        session = self._screen.session

        def done(_answer: None) -> None:
            self._screen.say(self.tr("“%1” is known from now on.").replace("%1", word))
            if self._view.active >= 0:
                self._screen.advice.typed(self._view.active)
            self._screen.advice.check_all()

        session.lanes.write(
            lambda: session.desk.add_word(word, of_article=of_article),
            done,
            lambda error: self._screen.say(error.sentence),
        )
