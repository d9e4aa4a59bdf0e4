"""Bringing articles in from the window: files, folders, pasted text, addresses, the sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.activity_strip import ActivityStrip
from workbench.ui.library_desk import Importing, LibraryDesk
from workbench.ui.theme import Theme
from workbench.ui.window_state import WindowState

if TYPE_CHECKING:
    from workbench.desk.importing import ImportReport

FILES = "*.docx *.html *.htm *.txt"


class Imports(QObject):
    """Asks what to bring in, runs it in the strip, and shows what came of it.

    `finished` carries the keys of the new articles.
    """

    finished = Signal(list)

    def __init__(self, window: QWidget, theme: Theme, strip: ActivityStrip, state: WindowState) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._strip = strip
        self._state = state
        self._desk: LibraryDesk | None = None
        self.person_id: int | None = None

    def open(self, desk: LibraryDesk) -> None:
        """Bring articles into this library from now on."""
        self._desk = desk

    def ask_for_files(self) -> None:
        """Let somebody choose files."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Articles") + f" ({FILES})"
        everything = self.tr("All files")
        paths, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Import files"), self._state.folder, kinds + ";;" + everything + " (*)"
        )
        if paths:
            self._state.folder = str(Path(paths[0]).parent)
            self.take(paths)

    def ask_for_text(self) -> None:
        """Let somebody paste an article."""
        from workbench.ui.dialogs import PasteQuestion

        question = PasteQuestion(self._window)
        if question.exec():
            self.take_text(question.text)

    def ask_for_address(self) -> None:
        """Let somebody give a web address."""
        from workbench.ui.dialogs import AddressQuestion

        question = AddressQuestion(self._window)
        if question.exec():
            self.take([question.address])

    def take(self, places: list[str], *, force: bool = False, split: bool = False) -> None:
        """Import files, folders and addresses; with `force` also what takes much away, with `split` long sentences cut."""
        if self._desk is not None:
            desk, by = self._desk, self.person_id

            def again(report: ImportReport, split: bool) -> None:
                waiting = report.long if split else [*report.held, *report.long]
                self.take([one.path for one in waiting], force=not split, split=split)

            self._run(lambda: desk.import_paths(places, by=by, force=force, split=split), again)

    def take_text(self, text: str, *, force: bool = False, split: bool = False) -> None:
        """Import pasted text."""
        if self._desk is not None:
            desk, by = self._desk, self.person_id
            self._run(
                lambda: desk.import_text(text, by=by, force=force, split=split),
                lambda _, split: self.take_text(text, force=not split, split=split),
            )

    def take_sample(self) -> None:
        """Import the sample article."""
        if self._desk is not None:
            desk, by = self._desk, self.person_id
            self._run(lambda: desk.import_sample(by=by), lambda *_: None)

    def _run(self, make: Callable[[], Importing], again: Callable[[ImportReport, bool], None]) -> None:
        self._strip.run(self.tr("Importing"), make, lambda report: self._tell(report, again))

    def _tell(self, report: ImportReport, again: Callable[[ImportReport, bool], None]) -> None:
        self.finished.emit([one.key for one in report.added])
        others = (report.problems, report.merged, report.unchanged, report.held, report.long)
        if len(report.added) == 1 and not any(others):
            return
        from workbench.ui.dialogs import ImportResult

        result = ImportResult(self._window, self._theme, report, may_undo=self.person_id is not None)
        result.meant.connect(lambda: again(report, False))
        result.splitAsked.connect(lambda: again(report, True))
        result.undoAsked.connect(lambda: self._undo(report))
        result.open()

    def _undo(self, report: ImportReport) -> None:
        desk, by = self._desk, self.person_id
        if desk is not None and by is not None:
            self._strip.run(self.tr("Undo"), lambda: desk.undo_merges(by, report))
