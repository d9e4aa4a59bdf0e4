"""Opening what a person hands over: files by their kind, from the command line, the desktop or a drop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent

if TYPE_CHECKING:
    from workbench.desk.steps import Edit
    from workbench.library.library import Library
    from workbench.ui.assets import Exchange
    from workbench.ui.library_desk import LibraryDesk
    from workbench.ui.main_window import MainWindow

LIBRARY_SUFFIX = ".workbench"
ASSET_OF = {".tmx": "memory", ".tbx": "terms"}
"""Which page of the sidebar takes a file in; other tables are ambiguous and come in on their page."""
EXCHANGED = frozenset({".po", ".xlf", ".xliff", ".json", ".docx"})
"""Files that may have been sent out from an edition and come back."""


def as_path(said: str) -> str:
    """Return a path for the file address that some desktops hand over; anything else stays as it is."""
    address = QUrl(said)
    return address.toLocalFile() if address.isLocalFile() else said


def suffix_of(place: str) -> str:
    """Return the ending by which a file's kind is known; "" for a web address."""
    return "" if "://" in place else Path(place).suffix.lower()


class Opening(QObject):
    """Takes files over when the library is open and somebody works: libraries, articles, memories, terms, returns."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk: LibraryDesk | None = None
        self._waiting: list[str] = []
        window.imports.finished.connect(self._go_to)
        self._goes_there = False

    def open(self, desk: LibraryDesk | None) -> None:
        """Take files into this library from now on."""
        self._desk = desk
        self.go_on()

    @property
    def is_waiting(self) -> bool:
        """Whether files wait until somebody works here."""
        return bool(self._waiting)

    def take(self, files: Iterable[str]) -> None:
        """Open files: the window is in front and shows what came of them."""
        self._waiting += [as_path(file) for file in files]
        self.go_on()

    def go_on(self) -> None:
        """Open what was handed over before there was a library and a person."""
        if self._desk is None or self._window.identity.person is None or not self._waiting:
            return
        files, self._waiting = self._waiting, []
        libraries = [file for file in files if suffix_of(file) == LIBRARY_SUFFIX]
        self._take_others([file for file in files if file not in libraries])
        for library in libraries[-1:]:  # one window shows one library
            self._window.open_place(library)

    def _take_others(self, files: Sequence[str]) -> None:
        from workbench.ui.assets import ASSETS

        articles = []
        for file in files:
            asset = ASSETS.get(ASSET_OF.get(suffix_of(file), ""))
            if asset is not None and asset.bring_in is not None:
                name = self.tr("Importing %1").replace("%1", Path(file).name)
                self._exchange(name, asset.bring_in, file)
            elif suffix_of(file) in EXCHANGED and _was_sent_from_here(file):
                name = self.tr("Taking back %1").replace("%1", Path(file).name)
                self._exchange(name, bring_back, file)
            else:
                articles.append(file)
        if articles:
            self._goes_there = True
            self._window.imports.take(articles)

    def _exchange(self, name: str, bring_in: Callable[..., Exchange], file: str) -> None:
        assert self._desk is not None
        person = self._window.identity.person
        by = person.id if person is not None else None
        self._window.exchange(name, partial(bring_in, self._desk.library, Path(file), by))

    def _go_to(self, keys: list[str]) -> None:
        """Show the article that was opened; others stand in the list, with the keyboard on the first of them."""
        if self._goes_there and len(keys) == 1:
            self._window.open_article(keys[0])
        else:
            self._window.library_screen.welcome(keys)
        self._goes_there = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the files that macOS hands over as events of the application."""
        if isinstance(event, QFileOpenEvent):
            self._window.come_forward()
            self.take([event.file() or event.url().toString()])
            return True
        return super().eventFilter(watched, event)


def _was_sent_from_here(file: str) -> bool:
    from workbench.desk.sending import was_sent

    return was_sent(Path(file))


def bring_back(library: Library, path: Path, by: int | None, *, force: bool = False) -> Exchange:
    """Merge a file that was sent out from an edition; what it could not do comes back as problems."""
    from workbench.desk.guarding import MassChangeError
    from workbench.desk.sending import take_back
    from workbench.errors import Problem
    from workbench.model.progress import Progress
    from workbench.ui.assets import ExchangeResult

    assert by is not None
    yield Progress(0, 0, path.name)
    try:
        report = take_back(library, by, path, force=force)
    except MassChangeError as error:
        again = partial(bring_back, library, path, by, force=True)
        return ExchangeResult(0, held=error.sentence, again=again)
    problems = tuple(Problem(path.name, str(clash.number), clash.why) for clash in report.clashes)
    undo = partial(_put_back, library, by, report.edit) if report.edit is not None else None
    return ExchangeResult(len(report.changed), problems, undo=undo)


def _put_back(library: Library, by: int, edit: Edit) -> Exchange:
    from workbench.desk.editing import undo
    from workbench.model.progress import Progress
    from workbench.ui.assets import ExchangeResult

    yield Progress(0, 0, "")
    return ExchangeResult(len(undo(library, by, edit.step).rows))
