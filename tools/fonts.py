"""Make the bundled fonts anew: subsets of Noto that hold what news and its pages in other languages need.

Run it with the `fonts` extra installed, where the sources lie unpacked in one folder:

    pip download --no-deps pylopdf-fonts-zh-cn      (Noto Sans SC and Noto Serif SC, OFL)
    npm pack @fontsource/noto-sans @fontsource/noto-serif   (Noto Sans and Noto Serif, OFL)
    npm pack @expo-google-fonts/noto-sans-jp @expo-google-fonts/noto-serif-jp   (kana and kanji, OFL)
    npm pack @expo-google-fonts/noto-sans-kr @expo-google-fonts/noto-serif-kr   (Hangul, OFL)
    python tools/fonts.py SOURCES [ja ko]

With languages named, only their fonts are made.
Radicals (U+2E80–2FDF) and compatibility ideographs (U+F900–FAFF) are taken out of the character map:
with them, the text of a PDF is written in radicals, and copying or searching it fails.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parents[1] / "resources" / "fonts"
HANZI = Path(__file__).with_name("hanzi.txt")
PINYIN = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙǕǗǙǛÜ"
SIGNS = [
    (0x20, 0x7E),  # ASCII
    (0xA0, 0xFF),  # Latin-1
    (0x2010, 0x203E),  # dashes, quotation marks, ellipsis, per mille
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20AC, 0x20AC),  # euro
    (0x2103, 0x2103),  # degree Celsius
    (0x2116, 0x2116),  # numero
    (0x2150, 0x217F),  # fractions and Roman numerals
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x2265),  # mathematics
    (0x22EF, 0x22EF),  # centred ellipsis
    (0x2460, 0x2473),  # circled numbers
    (0x25A0, 0x25CF),  # shapes
    (0x2605, 0x2606),  # stars
    (0x3000, 0x303F),  # Chinese punctuation
    (0x3371, 0x33DF),  # units in one square
    (0xFF01, 0xFF5E),  # full-width forms
    (0xFFE0, 0xFFE5),  # full-width currency
]
FORBIDDEN = [(0x2E80, 0x2FDF), (0xF900, 0xFAFF)]
EAST_SIGNS = [(0x3000, 0x303F), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE5)]
KANA = [(0x3041, 0x30FF), (0x31F0, 0x31FF), (0xFF61, 0xFF9F)]
JAMO = [(0x3131, 0x318E)]
CHINESE = {"Sans": "NotoSansSC-Regular.otf", "Serif": "NotoSerifSC-Regular.otf"}
LATIN_STYLES = [
    ("Regular", 400, "normal"),
    ("Italic", 400, "italic"),
    ("SemiBold", 600, "normal"),
    ("Bold", 700, "normal"),
]


def big5_level_1() -> Iterator[int]:
    """Yield the 5,401 everyday traditional characters (Big5 A440–C67E)."""
    for lead in range(0xA4, 0xC7):
        for trail in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            if (lead, trail) <= (0xC6, 0x7E):
                yield ord(bytes([lead, trail]).decode("big5"))


def decoded(codec: str, leads: range) -> Iterator[int]:
    """Yield what the rows of a two-byte set hold (ISO 2022: both bytes from A1 to FE)."""
    for lead in leads:
        for trail in range(0xA1, 0xFF):
            with contextlib.suppress(UnicodeDecodeError):
                yield ord(bytes([lead, trail]).decode(codec))


def japanese_characters() -> set[int]:
    """Return kana and every kanji of JIS X 0208 (rows 16 to 84)."""
    return {*decoded("euc_jp", range(0xB0, 0xF5)), *_ranges(KANA), *_ranges(EAST_SIGNS)}


def korean_characters() -> set[int]:
    """Return the 2,350 syllables of KS X 1001 (rows 16 to 40) and the single letters."""
    return {*decoded("euc_kr", range(0xB0, 0xC9)), *_ranges(JAMO), *_ranges(EAST_SIGNS)}


def _ranges(pairs: list[tuple[int, int]]) -> Iterator[int]:
    for start, end in pairs:
        yield from range(start, end + 1)


def chinese_characters() -> set[int]:
    """Return every code point a Chinese font of ours holds."""
    table = "".join(line for line in HANZI.read_text("utf-8").splitlines() if not line.startswith("#"))
    wanted = {ord(character) for character in table + PINYIN} | set(big5_level_1())
    for start, end in SIGNS:
        wanted.update(range(start, end + 1))
    return {code for code in wanted if not any(start <= code <= end for start, end in FORBIDDEN)}


def name(font: TTFont, family: str, style: str) -> None:
    """Give the subset a name of its own, so that it never stands in for an installed Noto.

    All weights share one plain family name: Qt looks there, not at the typographic family.
    """
    postscript = f"{family.replace(' ', '')}-{style}"
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in {0, 5, 7, 8, 9, 11, 12, 13, 14}]
    names = {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript}
    for identity, text in names.items():
        table.setName(text, identity, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = postscript
        cff.topDictIndex[0].FamilyName = family
        cff.topDictIndex[0].FullName = f"{family} {style}"


def make_chinese(sources: Path, kind: str) -> Path:
    """Subset one Chinese font and return where it was written."""
    font = TTFont(next(sources.rglob(CHINESE[kind])))
    options = subset.Options(
        layout_features=["kern", "locl", "palt", "vert", "calt"],
        name_IDs=["*"],
        hinting=False,
        desubroutinize=False,
        notdef_outline=True,
        drop_tables=[*subset.Options().drop_tables, "VORG"],
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=chinese_characters())
    cutter.subset(font)
    for table in font["cmap"].tables:
        for start, end in FORBIDDEN:
            for code in range(start, end + 1):
                table.cmap.pop(code, None)
    name(font, f"Workbench {kind} SC", "Regular")
    path = TARGET / f"Workbench{kind}SC-Regular.otf"
    font.save(path)
    return path


def make_east(sources: Path, kind: str, code: str, characters: set[int]) -> Path:
    """Subset the Japanese or Korean font of a kind and return where it was written."""
    font = TTFont(next(sources.rglob(f"Noto{kind}{code}_400Regular.ttf")))
    options = subset.Options(layout_features=["kern", "palt", "vert"], hinting=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    name(font, f"Workbench {kind} {code}", "Regular")
    path = TARGET / f"Workbench{kind}{code}-Regular.ttf"
    font.save(path)
    return path


def make_latin(sources: Path, kind: str, style: str, weight: int, slant: str) -> Path:
    """Join the Latin and Latin Extended parts of one style and return where it was written."""
    with TemporaryDirectory() as folder:
        parts = []
        for part in ["latin", "latin-ext"]:
            found = next(sources.rglob(f"noto-{kind.lower()}-{part}-{weight}-{slant}.woff2"))
            font = TTFont(found)
            font.flavor = None
            cutter = subset.Subsetter(subset.Options(layout_features=["kern", "mark", "ccmp"], hinting=False))
            cutter.populate(unicodes=font.getBestCmap())
            cutter.subset(font)
            parts.append(str(Path(folder) / f"{part}.ttf"))
            font.save(parts[-1])
        joined = Merger().merge(parts)
    joined["OS/2"].usWeightClass = weight
    name(joined, f"Workbench {kind}", style)
    path = TARGET / f"Workbench{kind}-{style}.ttf"
    joined.save(path)
    return path


def main(sources: Path, languages: list[str]) -> None:
    """Make the fonts of these languages, or all, and say how large they came out."""
    TARGET.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    if not languages:
        made += [make_latin(sources, kind, *style) for kind in CHINESE for style in LATIN_STYLES]
        made += [make_chinese(sources, kind) for kind in CHINESE]
    if not languages or "ja" in languages:
        made += [make_east(sources, kind, "JP", japanese_characters()) for kind in CHINESE]
    if not languages or "ko" in languages:
        made += [make_east(sources, kind, "KR", korean_characters()) for kind in CHINESE]
    for path in made:
        print(f"{path.stat().st_size / 1e6:6.2f} MB  {path.name}")
    print(f"{sum(path.stat().st_size for path in made) / 1e6:6.2f} MB in all")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
