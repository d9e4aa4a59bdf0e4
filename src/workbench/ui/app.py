"""Starting the window: it is painted first, and everything heavy is loaded behind it."""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QLibraryInfo,
    QObject,
    QStandardPaths,
    QTimer,
    QtMsgType,
    SignalInstance,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from workbench.errors import WorkbenchError
from workbench.ui.background import UNEXPECTED, Background
from workbench.ui.doorbell import Doorbell, name_of, ring
from workbench.ui.garbage import collect_here
from workbench.ui.language import Language
from workbench.ui.main_window import MainWindow
from workbench.ui.signing_off import close_when_asked
from workbench.ui.theme import Theme
from workbench.ui.window_state import WindowState

log = logging.getLogger(__name__)
SWITCH_SECONDS = 0.0005
"""How long a background thread may keep the interpreter while a key or a save waits (PERFORMANCE.md)."""
LOADED_AFTER_MS = 10_000
"""Garbage is looked for again after so long also where no library could be opened."""
QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def input_method(environment: Mapping[str, str], plugins: Path) -> str | None:
    """Return the input method to ask Qt for, None to leave it as it is.

    The wheel of PySide6 brings ibus and no fcitx; fcitx speaks ibus' protocol, so a person with fcitx
    can type Chinese all the same.
    """
    wanted = environment.get("QT_IM_MODULE", "")
    has_plugin = any(plugins.glob("platforminputcontexts/*fcitx*"))
    return "ibus" if wanted.startswith("fcitx") and not has_plugin else None


def make_application(arguments: list[str]) -> QApplication:
    """Return the application object, set up for the system it runs on."""
    sys.setswitchinterval(SWITCH_SECONDS)
    chosen = input_method(os.environ, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)))
    if chosen is not None:
        os.environ["QT_IM_MODULE"] = chosen
    application = QApplication([arguments[0] if arguments else "workbench"])
    application.setApplicationName("workbench")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("workbench")
    return application


def make_window(state: WindowState) -> MainWindow:
    """Return the window with its lanes, dressed as the person chose."""
    theme = Theme(state.mode, article_face=state.article_face, article_px=state.article_px)
    theme.apply_base()
    window = MainWindow(theme, Language(state.language), Background(), state)
    theme.apply_sheet()
    return window


def run(place: str | None = None, person: str | None = None, files: Sequence[str] = ()) -> int:
    """Open the window on a library (None: the one shown last, at first the person's own) until it is closed.

    `person` names who is working; without it whoever worked last, or the one who is asked. `files` are opened in
    it, as those of a second start are, which ends at once.
    """
    _watch()
    application = make_application(sys.argv)
    state = WindowState()
    place = place or os.environ.get("WORKBENCH_LIBRARY") or state.library or None
    if ring(name_of(place, person), files):
        return 0
    window = make_window(state)
    sys.excepthook = partial(tell_failure, window.say_problem)
    answer_the_door(window, place, person)
    application.installEventFilter(window.opening)
    window.identity.wanted = person or ""
    window.opening.take(files)
    window.show()
    collect_later(window, window.usable)
    close_when_asked(window)
    QTimer.singleShot(0, window, lambda: keep_log(log_path()))
    QTimer.singleShot(0, window, lambda: window.open_place(place))  # after the first paint
    if since := os.environ.get("WORKBENCH_TIMED"):
        tell_times(window, float(since))
    return application.exec()


def collect_later(window: QObject, usable: SignalInstance) -> None:
    """Look for garbage again once the window can be used, leaving out for good what was loaded until then."""

    def begin() -> None:
        collector = collect_here()
        if collector is not None and not collector.has_begun:
            gc.freeze()
            collector.begin()

    usable.connect(begin)
    QTimer.singleShot(LOADED_AFTER_MS, window, begin)


def answer_the_door(window: MainWindow, place: str | None, person: str | None) -> Doorbell:
    """Let second starts reach this window: by its library, and by its library and whoever works here.

    Of two windows of one library the older answers those who name nobody.
    """
    doorbell = Doorbell(window)

    def come(files: list[str]) -> None:
        window.come_forward()
        window.opening.take(files)

    def follow() -> None:
        at = window.library_place or place
        works = window.identity.person.name if window.identity.person is not None else person
        doorbell.answer_to([name_of(at, works), name_of(at, None)])

    doorbell.answer_to([name_of(place, person)])
    doorbell.rung.connect(come)
    window.identity.changed.connect(follow)
    return doorbell


def tell_times(window: MainWindow, since: float) -> None:
    """Say when the window was painted and when it could be used, in seconds after `since`, and close it.

    `since` is the time in seconds of the epoch at which the program was started (docs/install.md).
    """
    painted: list[float] = []
    QTimer.singleShot(0, window, lambda: painted.append(time.time() - since))

    def tell() -> None:
        print(f"painted {painted[0]:.3f} usable {time.time() - since:.3f}", flush=True)  # noqa: T201 - asked for
        window.close()

    window.usable.connect(tell)


def log_path() -> Path:
    """Return where the program writes down what went wrong; nothing of it leaves the machine."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(folder) / "workbench" / "workbench.log"


def keep_log(path: Path) -> None:
    """Write warnings and failures to files that only this person can read, and crashes of Qt beside them."""
    from workbench.ui.private_log import (
        PrivateLog,
        open_privately,
    )  # slow to import, and not needed for the first paint

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = PrivateLog(path)
        crashes = open_privately(path.with_suffix(".crash"))
    except OSError as error:
        log.warning("there is no log: %s", error)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    faulthandler.enable(crashes)


def tell_failure(
    tell: Callable[[WorkbenchError], None],
    kind: type[BaseException],
    error: BaseException,
    traceback: TracebackType | None,
) -> None:
    """Write a mistake of ours to the log and tell it in a sentence; the window stays alive."""
    log.critical("unexpected failure", exc_info=(kind, error, traceback))
    if issubclass(kind, Exception):
        tell(error if isinstance(error, WorkbenchError) else WorkbenchError(UNEXPECTED))


def _watch() -> None:
    qInstallMessageHandler(lambda kind, _, text: log.log(QT_LEVELS.get(kind, logging.INFO), "Qt: %s", text))
