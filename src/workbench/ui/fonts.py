"""The bundled fonts: serif for article text, sans for the interface, a Latin font before Chinese.

English lists a Latin font first, or its quotation marks and dashes come out full-width.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from workbench.resources import resource

SANS = "Workbench Sans"
SERIF = "Workbench Serif"
SANS_ZH = "Workbench Sans SC"
SERIF_ZH = "Workbench Serif SC"
INTERFACE_PX = 13
ARTICLE_PX = 15

FACES = {"serif": (SERIF, SERIF_ZH), "sans": (SANS, SANS_ZH)}
"""The bundled pairs of a Latin and a Chinese family."""
PAIR = " + "
"""Stands between the two families of a face that a person has put together."""

EAST = {"ja": "JP", "ko": "KR"}
"""The other scripts of the bundled fonts by language; they are read when an article first needs them."""
LINE_HEIGHT = {"zh": 1.75, "ja": 1.75, "ko": 1.7}
"""Line height of article text by language; 1.6 for all others."""


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once, and return their families (needs a QGuiApplication)."""
    families: set[str] = set()
    late = tuple(f"{code}-Regular.ttf" for code in EAST.values())
    for path in sorted(resource("fonts").glob("*.?tf")):
        if not path.name.endswith(late):
            identity = QFontDatabase.addApplicationFont(str(path))
            families.update(QFontDatabase.applicationFontFamilies(identity))
    return tuple(sorted(families))


@cache
def east_families(language: str, face: str) -> tuple[str, ...]:
    """Make the font of Japanese or Korean text known to Qt and return its family; () for other languages."""
    code = EAST.get(language)
    if code is None:
        return ()
    path = resource("fonts") / f"Workbench{face}{code}-Regular.ttf"
    identity = QFontDatabase.addApplicationFont(str(path))
    return tuple(QFontDatabase.applicationFontFamilies(identity))


def line_height(language: str) -> float:
    """Return the line height of article text, as a multiple of the font's size."""
    return LINE_HEIGHT.get(language.split("-", maxsplit=1)[0], 1.6)


def interface_font(pixels: int = INTERFACE_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of menus, buttons and lists."""
    return _font([SANS, SANS_ZH], pixels, weight)


def article_font(
    language: str,
    pixels: int = ARTICLE_PX,
    weight: QFont.Weight = QFont.Weight.Normal,
    *,
    face: str = "serif",
) -> QFont:
    """Return the font of article text in a language; `face` is serif, sans or a pair, the reader's choice."""
    latin, chinese = paired(face)
    own = east_families(language.split("-", maxsplit=1)[0], "Sans" if face == "sans" else "Serif")
    families = [chinese, latin] if language.startswith("zh") else [latin, *own, chinese]
    if face not in FACES:  # what a family of the system lacks is shown in the bundled ones
        families += [SERIF, SERIF_ZH]
    return _font(families, pixels, weight)


def paired(face: str) -> tuple[str, str]:
    """Return the Latin and the Chinese family of a face: serif, sans, or the names of a pair (`pair_of`)."""
    if face in FACES:
        return FACES[face]
    latin, _, chinese = face.partition(PAIR)
    return latin or SERIF, chinese or SERIF_ZH


def pair_of(latin: str, chinese: str) -> str:
    """Return the face made of two families; a bundled pair has its short name."""
    known = {families: face for face, families in FACES.items()}
    return known.get((latin, chinese), f"{latin}{PAIR}{chinese}")


def _font(families: list[str], pixels: int, weight: QFont.Weight) -> QFont:
    load_fonts()
    font = QFont(families)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
