"""Pictures of every screen: `python -m workbench.ui.pictures FOLDER` draws them in all variants.

Light and dark, English and Chinese, at 1440×900, at 1024×700 and at 200 %. `render_screens` draws a
library's own screens once, for `workbench demo --screens`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow

PATIENCE_S = 60.0
QUIET_S = 0.25


@dataclass(frozen=True, slots=True)
class Variant:
    """How a set of pictures is drawn: size in device-independent pixels, scale of the device."""

    mode: str = "light"
    language: str = "en"
    width: int = 1440
    height: int = 900
    scale: int = 1

    @property
    def name(self) -> str:
        """The ending of the file names."""
        return f"{self.mode}-{self.language}-{self.width}x{self.height}" + ("@2x" if self.scale == 2 else "")


def variants() -> Iterator[Variant]:
    """Yield every variant that is looked at before a release."""
    for mode in ["light", "dark"]:
        for language in ["en", "zh_CN"]:
            yield Variant(mode, language)
            yield Variant(mode, language, 1024, 700)
    yield Variant(scale=2)
    yield Variant("dark", "zh_CN", scale=2)


def render_screens(library: Path, folder: Path) -> list[Path]:
    """Draw the screens of a library into `folder` and return the pictures' paths."""
    return _draw(library, folder, [Variant()], is_named=False)


def render_variants(folder: Path) -> list[Path]:
    """Draw every screen of a small newsroom in every variant."""
    from workbench.ui.newsroom import make_newsroom

    with TemporaryDirectory() as scratch:
        library = Path(scratch) / "newsroom.workbench"
        make_newsroom(library)
        return _draw(library, folder, list(variants()), is_named=True)


def _draw(library: Path, folder: Path, wanted: list[Variant], *, is_named: bool) -> list[Path]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from workbench.ui.app import make_application

    application = QApplication.instance() or make_application(["workbench"])
    assert isinstance(application, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    drawn: list[Path] = []
    for variant in wanted:
        with TemporaryDirectory() as scratch:
            window = _make_window(library, variant, Path(scratch))
            for screen in _screens(window):
                path = folder / (f"{screen}-{variant.name}.png" if is_named else f"{screen}.png")
                _grab(window, variant, path)
                drawn.append(path)
            window.close()
            window.language.fall_silent()
            window.deleteLater()
    return drawn


def _make_window(library: Path, variant: Variant, scratch: Path) -> MainWindow:
    from workbench.ui.app import make_window
    from workbench.ui.library_access import open_access
    from workbench.ui.window_state import WindowState

    state = WindowState(scratch / "window.ini")
    state.mode, state.language = variant.mode, variant.language
    window = make_window(state)
    window.identity.wanted = "Pang Yuehui"
    window.resize(variant.width, variant.height)
    window.show()
    window.open(open_access(str(library)))
    _wait(lambda: window.identity.person is not None)
    window.library_screen.show_queue("all")
    _settle()
    return window


def _screens(window: MainWindow) -> Iterator[str]:
    from workbench.model.kinds import Stage
    from workbench.ui.actions import EDITOR, PUBLISH, REVIEW

    yield "library"
    rows = window.library_screen.articles()
    fitting = {
        EDITOR: (Stage.DRAFTING, Stage.CHANGES_REQUESTED),
        REVIEW: (Stage.IN_REVIEW, Stage.APPROVED),
        PUBLISH: (Stage.APPROVED, Stage.PUBLISHED),
    }
    for place, stages in fitting.items():
        best = next((row for row in rows if row.stage in stages), rows[0] if rows else None)
        if best is not None and window.has_place(place):
            window.open_article(best.key, place)
            _settle(1.0)
            yield place


def _grab(window: MainWindow, variant: Variant, path: Path) -> None:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPixmap

    picture = QPixmap(window.size() * variant.scale)
    picture.setDevicePixelRatio(variant.scale)
    window.render(picture, QPoint(0, 0))
    picture.save(str(path))


def _wait(is_there: Callable[[], bool]) -> None:
    from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

    deadline = QDeadlineTimer(int(PATIENCE_S * 1000))
    while not is_there() and not deadline.hasExpired():
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()


def _settle(seconds: float = QUIET_S) -> None:
    from PySide6.QtCore import QDeadlineTimer

    quiet = QDeadlineTimer(int(seconds * 1000))
    _wait(quiet.hasExpired)


def main(arguments: list[str]) -> int:
    """Draw all pictures into the folder that was named (`out/pictures` without one)."""
    parser = argparse.ArgumentParser(prog="python -m workbench.ui.pictures", description=main.__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("out") / "pictures")
    folder: Path = parser.parse_args(arguments).folder
    for path in render_variants(folder):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
