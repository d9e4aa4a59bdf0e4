"""Which characters of a page no font of ours can show: read from the fonts' own character maps."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from workbench.errors import FormatError
from workbench.resources import resource
from workbench.sentences import say

_FONT_SUFFIXES = {".ttf", ".otf"}
# Line ends, joiners, direction marks, variation selectors: nothing is drawn for them.
_UNDRAWN = {"Cc", "Cf", "Zl", "Zp"}


def missing_glyphs(text: str, fonts: Sequence[Path] = ()) -> set[str]:
    """Return the characters that none of the fonts can show; without fonts, those that ship.

    Raises `FormatError` for a font file that cannot be read.
    """
    shown = _shown_by(tuple(fonts) or _shipped())
    return {character for character in set(text) if ord(character) not in shown and _is_drawn(character)}


def character_map(font: bytes) -> set[int]:
    """Return the code points an OpenType font maps to a glyph (OpenType 1.9, cmap formats 4 and 12)."""
    try:
        count = struct.unpack_from(">H", font, 4)[0]
        tables = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(count))
        start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
        subtables = struct.unpack_from(">H", font, start + 2)[0]
        found: set[int] = set()
        for index in range(subtables):
            platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * index)
            if platform == 0 or (platform == 3 and encoding in {1, 10}):
                found.update(_code_points(font, start + offset))
    except (struct.error, StopIteration) as error:
        raise FormatError(say("The font has no character map that can be read.")) from error
    return found


def _is_drawn(character: str) -> bool:
    is_selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return unicodedata.category(character) not in _UNDRAWN and not is_selector


@cache
def _shipped() -> tuple[Path, ...]:
    return tuple(sorted(path for path in resource("fonts").iterdir() if path.suffix in _FONT_SUFFIXES))


@cache
def _shown_by(fonts: tuple[Path, ...]) -> frozenset[int]:
    found: set[int] = set()
    for font in fonts:
        found |= character_map(font.read_bytes())
    return frozenset(found)


def _code_points(font: bytes, at: int) -> Iterator[int]:
    kind = struct.unpack_from(">H", font, at)[0]
    if kind == 4:
        yield from _segments(font, at)
    elif kind == 12:
        groups = struct.unpack_from(">I", font, at + 12)[0]
        for index in range(min(groups, 0x110000)):
            first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * index)
            yield from range(first, min(last, 0x10FFFF) + 1)


def _segments(font: bytes, at: int) -> Iterator[int]:
    """Yield the code points of a format 4 table; those mapped to glyph 0 are missing."""
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    form = f">{count}H"
    ends = struct.unpack_from(form, font, at + 14)
    starts = struct.unpack_from(form, font, at + 16 + 2 * count)
    deltas = struct.unpack_from(form, font, at + 16 + 4 * count)
    offsets_at = at + 16 + 6 * count
    offsets = struct.unpack_from(form, font, offsets_at)
    for index in range(count):
        for code in range(starts[index], ends[index] + 1):
            if code == 0xFFFF:
                continue
            glyph = code
            if offsets[index]:
                place = offsets_at + 2 * index + offsets[index] + 2 * (code - starts[index])
                glyph = struct.unpack_from(">H", font, place)[0]
                if glyph == 0:
                    continue
            if (glyph + deltas[index]) % 0x10000:
                yield code
