"""Starting the window: it is painted first, and everything heavy is loaded behind it."""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QStandardPaths, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from workbench.errors import WorkbenchError
from workbench.ui.background import UNEXPECTED, Background
from workbench.ui.doorbell import Doorbell, name_of, ring
from workbench.ui.language import Language
from workbench.ui.main_window import MainWindow
from workbench.ui.theme import Theme
from workbench.ui.window_state import WindowState

log = logging.getLogger(__name__)
SWITCH_SECONDS = 0.0005
"""How long a background thread may keep the interpreter while a key or a save waits (PERFORMANCE.md)."""
COLLECT_AFTER = (50_000, 20, 50)
"""Garbage is looked for this rarely: reading 10,000 rows would otherwise stop for it several times."""
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
    gc.set_threshold(*COLLECT_AFTER)
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
    theme = Theme(state.mode, article_px=state.article_px)
    theme.apply()
    return MainWindow(theme, Language(state.language), Background(), state)


def run(place: str | None = None, person: str | None = None) -> int:
    """Open the window on a library (None: the person's own) and stay until it is closed.

    `person` names who is working; without it whoever worked last, or the one who is asked.
    """
    _watch()
    application = make_application(sys.argv)
    name = name_of(place, person)
    if ring(name):
        return 0
    window = make_window(WindowState())
    sys.excepthook = partial(tell_failure, window.say_problem)
    doorbell = Doorbell(name, window)
    doorbell.rung.connect(window.come_forward)
    window.identity.wanted = person or ""
    window.show()
    QTimer.singleShot(0, window, lambda: keep_log(log_path()))
    QTimer.singleShot(0, window, lambda: window.open_place(place))  # after the first paint
    return application.exec()


def log_path() -> Path:
    """Return where the program writes down what went wrong; nothing of it leaves the machine."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(folder) / "workbench" / "workbench.log"


def keep_log(path: Path) -> None:
    """Write warnings and failures to a file of at most a megabyte, and crashes of Qt beside it."""
    from logging.handlers import RotatingFileHandler  # slow to import, and not needed for the first paint

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True)
        crashes = path.with_suffix(".crash").open("a", encoding="utf-8")
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
