"""Draw the reference pictures of every screen anew: `python tools/reference_pictures.py [SCENE …]`.

They stand reduced in `tests/data/pictures`; `tests/ui/test_scenes.py` compares every screen with them. Look at the
full pictures first (`python -m workbench.ui.pictures FOLDER`): what is drawn here counts as right from now on.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPixmap

    from workbench.ui.pictures import Look

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "data" / "pictures"
SIZE = (240, 150)
BLOCK = 10
"""Compared are the means of blocks of so many reduced pixels, 60 of the screen's, a side."""
TOLERANCE = 14
"""How far the mean of a block may be off, of 255: another time of day passes, a moved button does not."""
FEW = 0.01
"""The share of blocks that may be off further than that."""


def reference_of(look: Look) -> Path:
    """Return where the reference picture of a scene in a variant stands."""
    return FOLDER / f"{look.scene.name}-{look.variant.mode}-{look.variant.language}.webp"


def reduced(picture: QPixmap) -> Image.Image:
    """Return a picture at the size in which it is kept and compared."""
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    whole = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    return whole.resize(SIZE, Image.Resampling.BOX)


def blocks_unlike(one: Image.Image, other: Image.Image) -> list[tuple[int, int]]:
    """Return the blocks in which two reduced pictures are not alike, by column and row of their grid."""
    columns, rows = SIZE[0] // BLOCK, SIZE[1] // BLOCK
    means = [
        list(picture.resize((columns, rows), Image.Resampling.BOX).get_flattened_data())
        for picture in (one, other)
    ]
    off = [
        max(abs(a - b) for a, b in zip(*pair, strict=True)) > TOLERANCE for pair in zip(*means, strict=True)
    ]
    return [(place % columns, place // columns) for place, is_off in enumerate(off) if is_off]


def share_unlike(one: Image.Image, other: Image.Image) -> float:
    """Return the share of blocks in which two reduced pictures are not alike."""
    return len(blocks_unlike(one, other)) / (SIZE[0] // BLOCK * (SIZE[1] // BLOCK))


def main(names: Sequence[str]) -> int:
    """Draw the references of the scenes named, or of all, and take away those that no scene has any more."""
    from workbench.ui.newsroom import make_newsroom
    from workbench.ui.pictures import compared_variants, show
    from workbench.ui.scenes import SCENES

    FOLDER.mkdir(parents=True, exist_ok=True)
    known = {scene.name for scene in SCENES}
    for old in FOLDER.glob("*.webp"):
        if old.stem.rsplit("-", 2)[0] not in known:
            old.unlink()

    def keep(look: Look) -> None:
        reduced(look.picture()).save(reference_of(look), quality=60, method=6)

    with TemporaryDirectory() as scratch:
        library = Path(scratch) / "newsroom.workbench"
        make_newsroom(library)
        for scene in SCENES:
            if not names or scene.name in names:
                show(scene, library, compared_variants(), keep)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
