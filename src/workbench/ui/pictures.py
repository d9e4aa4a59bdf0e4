"""Pictures of every screen: `python -m workbench.ui.pictures FOLDER` draws them in all variants.

Light and dark, English and Chinese, at 1440×900, at 1024×700 and at 200 %. `render_screens` draws a
library's own places once, for `workbench demo --screens`. What is drawn stands in `ui/scenes.py`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from workbench.ui.main_window import MainWindow
    from workbench.ui.scenes import Scene

PLACES = ("library", "editor", "review", "publish")
OPENING_SECONDS = 60.0
"""How long a dialog may take to open, to have the keyboard and to be laid out."""


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


def compared_variants() -> list[Variant]:
    """Return the four variants of which reference pictures are kept."""
    return [variant for variant in variants() if (variant.width, variant.scale) == (1440, 1)]


@dataclass(frozen=True, slots=True)
class Look:
    """A scene in one of its variants, while it is on the screen; `dialog` is what is open over the window."""

    scene: Scene
    variant: Variant
    window: MainWindow
    dialog: QWidget | None

    def picture(self) -> QPixmap:
        """Draw what is to be seen now."""
        from PySide6.QtCore import QPoint, QRect
        from PySide6.QtGui import QPainter, QPixmap

        size, scale = self.window.size(), self.variant.scale
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        self.window.render(picture, QPoint(0, 0))
        if self.dialog is not None:
            spare = size - self.dialog.size()
            place = QPoint(spare.width() // 2, spare.height() // 2)
            self.dialog.render(picture, place)
            painter = QPainter(picture)
            painter.setPen(self.window.theme.color("muted"))
            painter.drawRect(QRect(place, self.dialog.size()))
            painter.end()
        return picture


def render_screens(library: Path, folder: Path) -> list[Path]:
    """Draw the places of a library into `folder` and return the pictures' paths."""
    from workbench.ui.scenes import SCENES

    scenes = [scene for scene in SCENES if scene.name in PLACES]
    return _drawn(library, folder, scenes, [Variant()], lambda look: f"{look.scene.name}.png")


def render_variants(folder: Path, names: Sequence[str] = ()) -> list[Path]:
    """Draw every scene (or those named) of a small newsroom in every variant."""
    from workbench.ui.newsroom import make_newsroom
    from workbench.ui.scenes import SCENES

    scenes = [scene for scene in SCENES if not names or scene.name in names]
    with TemporaryDirectory() as scratch:
        library = Path(scratch) / "newsroom.workbench"
        make_newsroom(library)
        return _drawn(
            library,
            folder,
            scenes,
            list(variants()),
            lambda look: f"{look.scene.name}-{look.variant.name}.png",
        )


def _drawn(
    library: Path,
    folder: Path,
    scenes: Iterable[Scene],
    wanted: Sequence[Variant],
    name: Callable[[Look], str],
) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    drawn: list[Path] = []

    def draw(look: Look) -> None:
        path = folder / name(look)
        look.picture().save(str(path))
        drawn.append(path)

    for scene in scenes:
        show(scene, library, wanted, draw)
    return drawn


def show(scene: Scene, library: Path, wanted: Sequence[Variant], see: Callable[[Look], None]) -> None:
    """Arrange a scene on a copy of a library and let `see` look at it in each variant.

    A screen is arranged once and changes language, appearance and size while it is shown; a dialog, which
    nobody could switch, is opened anew. The library's file is only copied.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from workbench.ui.app import make_application

    application = QApplication.instance() or make_application(["workbench"])
    assert isinstance(application, QApplication)
    application.setCursorFlashTime(0)
    with TemporaryDirectory() as scratch:
        copy = Path(scratch) / library.name
        shutil.copy(library, copy)
        window = _make_window(copy, scene.person, Path(scratch))
        try:
            _go_through(scene, window, wanted, see)
        finally:
            window.close()
            window.language.fall_silent()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def _go_through(
    scene: Scene, window: MainWindow, wanted: Sequence[Variant], see: Callable[[Look], None]
) -> None:
    from workbench.ui.scenes import settle

    if not scene.is_dialog:
        scene.arrange(window)
        settle(window)
    for variant in wanted:
        window.theme.set_mode(variant.mode)
        window.language.use(variant.language)
        window.resize(variant.width, variant.height)
        settle(window)
        if scene.is_dialog:
            _see_dialog(scene, window, partial(_look_at, scene, variant, window, see))
        else:
            _has_activated(window)
            settle(window)
            if scene.passes:
                scene.arrange(window)
                settle(window)
            see(Look(scene, variant, window, None))


def _look_at(
    scene: Scene, variant: Variant, window: MainWindow, see: Callable[[Look], None], dialog: QWidget
) -> None:
    see(Look(scene, variant, window, dialog))


def _see_dialog(scene: Scene, window: MainWindow, see: Callable[[QWidget], None]) -> None:
    """Open the dialog of a scene, look at it from inside its own event loop, and close it."""
    from PySide6.QtCore import QTimer

    from workbench.ui.scenes import STEP_MS, dialog_over, is_quiet, settle

    until = time.monotonic() + OPENING_SECONDS
    first, quiet, is_done = [scene.then], 0, False
    seen: list[QWidget] = []

    def look() -> None:
        nonlocal quiet, is_done
        dialog = dialog_over(window)
        quiet = quiet + 1 if dialog is not None and is_quiet(window) and _has_activated(dialog) else 0
        if dialog is not None and quiet > 1:  # what arrived last is laid out by now
            quiet = 0
            if (then := first.pop() if first else None) is not None:
                then(dialog)
            else:
                is_done = True
                seen.append(dialog)
                see(dialog)
                dialog.close()
        elif time.monotonic() > until:
            is_done = True
            if dialog is not None:  # its own loop would wait for ever
                dialog.close()
        if not is_done:
            QTimer.singleShot(STEP_MS, window, look)

    QTimer.singleShot(0, window, look)
    scene.arrange(window)
    while not is_done:
        settle(window)
    if not seen:
        raise RuntimeError(f"the dialog of the scene {scene.name} did not open, or never had the keyboard")


def _has_activated(top: QWidget) -> bool:
    """Tell whether a window is the one that is typed into, and ask for that: its focus is part of the picture."""
    top.activateWindow()
    return top.isActiveWindow()


def _make_window(library: Path, person: str, scratch: Path) -> MainWindow:
    from workbench.ui.app import make_window
    from workbench.ui.library_access import open_access
    from workbench.ui.scenes import settle
    from workbench.ui.window_state import WindowState

    state = WindowState(scratch / "window.ini")
    state.mode, state.language = "light", "en"
    window = make_window(state)
    window.identity.wanted = person
    window.show()
    window.open(open_access(str(library)))
    settle(window)
    return window


def main(arguments: list[str]) -> int:
    """Draw all pictures, or those of the scenes named, into a folder (`out/pictures` without one)."""
    parser = argparse.ArgumentParser(prog="python -m workbench.ui.pictures", description=main.__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("out") / "pictures")
    parser.add_argument("scenes", nargs="*", help="names of ui/scenes.py")
    chosen = parser.parse_args(arguments)
    for path in render_variants(chosen.folder, chosen.scenes):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
