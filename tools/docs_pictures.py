"""Draw the pictures of the README and the guide anew: `python tools/docs_pictures.py [NAME …]`.

Each is a scene (`ui/scenes.py`) in one variant, kept in few colours. `tests/docs/test_pictures.py` sees that every
picture the pages name is in this table and that none is left over.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

from workbench.ui.pictures import Variant

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from workbench.ui.pictures import Look

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
COLOURS = 256
"""As many as a screen of few tints needs; a picture so kept weighs a third."""
PICTURES: dict[str, tuple[str, Variant]] = {
    "library": ("library", Variant()),
    "editor": ("editor", Variant()),
    "editor-dark": ("editor", Variant("dark", "zh_CN")),
    "review": ("review", Variant()),
    "publish": ("publish", Variant()),
    "editor-zh": ("editor", Variant("light", "zh_CN")),
    "review-zh": ("review", Variant("light", "zh_CN")),
    "publish-zh": ("publish", Variant("light", "zh_CN")),
}
"""The scene and the variant of every picture, by the name of its file."""


def few_colours(picture: QPixmap) -> Image.Image:
    """Return a picture in so few colours that a page loads quickly."""
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    whole = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    return whole.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def main(names: Sequence[str]) -> int:
    """Draw the pictures named, or all."""
    from workbench.ui.newsroom import make_newsroom
    from workbench.ui.pictures import show
    from workbench.ui.scenes import SCENES

    scenes = {scene.name: scene for scene in SCENES}
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        library = Path(scratch) / "newsroom.workbench"
        make_newsroom(library)
        for name in names or PICTURES:
            scene, variant = PICTURES[name]

            def keep(look: Look, path: Path = FOLDER / f"{name}.png") -> None:
                few_colours(look.picture()).save(path, optimize=True)

            show(scenes[scene], library, [variant], keep)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
