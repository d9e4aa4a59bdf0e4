"""Draw the program's icon in the sizes that systems ask for, from its one SVG.

`python tools/packaging/icons.py FOLDER` writes `workbench-16.png` to `workbench-512.png`, `workbench.ico` for Windows
and `workbench.icns` for macOS. Both containers hold PNG pictures, so nothing but Qt is needed to draw them.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HOME = Path(__file__).resolve().parents[2]
SOURCE = HOME / "resources" / "icons" / "workbench.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
IN_ICO = (16, 24, 32, 48, 64, 128, 256)
IN_ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
"""The types of PNG pictures in Apple's Icon Image format, by their size in pixels."""


def png(renderer: QSvgRenderer, pixels: int) -> bytes:
    """Return the icon as a PNG of so many pixels each way."""
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only paths here
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon: a directory of 16 bytes an entry, then the pictures."""
    chosen = [(size, pictures[size]) for size in IN_ICO]
    head, body, at = struct.pack("<HHH", 0, 1, len(chosen)), b"", 6 + 16 * len(chosen)
    for size, data in chosen:
        side = size % 256  # 256 is written as 0
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), at + len(body))
        body += data
    return head + body


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return a macOS icon: blocks of type, length and picture after a head of the same shape."""
    blocks = b"".join(
        kind + struct.pack(">I", len(pictures[size]) + 8) + pictures[size] for size, kind in IN_ICNS.items()
    )
    return b"icns" + struct.pack(">I", len(blocks) + 8) + blocks


def draw(folder: Path) -> list[Path]:
    """Write every icon into `folder` and return what was written."""
    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(SOURCE))
    pictures = {size: png(renderer, size) for size in SIZES}
    folder.mkdir(parents=True, exist_ok=True)
    files = {f"workbench-{size}.png": data for size, data in pictures.items()}
    files |= {"workbench.ico": ico(pictures), "workbench.icns": icns(pictures)}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    del application
    return [folder / name for name in files]


if __name__ == "__main__":
    for path in draw(Path(sys.argv[1])):
        print(path)
