"""The text layer of the PDF files this program writes, for comparing them with what was meant."""

from __future__ import annotations

import re
import zlib

from workbench.errors import FormatError

_STREAM = re.compile(rb"(\d+) 0 obj\s*<<((?:(?!endobj).)*?)>>\s*stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_LENGTH_LIMIT = 64 * 1024 * 1024
_FONT = re.compile(rb"(\d+) 0 obj\s*<<[^>]*?/Subtype /Type0[^>]*?/ToUnicode (\d+) 0 R", re.DOTALL)
_KIDS = re.compile(rb"/Kids\s*\[(.*?)\]", re.DOTALL)
_PAGE = re.compile(rb"(\d+) 0 obj\s*<<\s*/Type /Page\b(?:(?!endobj).)*?/Contents (\d+) 0 R", re.DOTALL)
_STEP = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj|\b(ET)\b")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[((?:\s*<[0-9A-Fa-f]+>)+)\s*\])"
)
_SINGLE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


def pdf_text(data: bytes) -> str:
    """Return the characters of a PDF by Qt in the order they are drawn; raises `FormatError`.

    A glyph without text is a blank: Qt names all but the space, which readers take from the gap.
    """
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-32:]:
        raise FormatError("The PDF is not whole. Publish the page again.")
    streams = {int(found[1]): _inflated(found[2], found[3]) for found in _STREAM.finditer(data)}
    maps = {int(found[1]): _glyphs(streams.get(int(found[2]), b"")) for found in _FONT.finditer(data)}
    return "".join(_shown(streams.get(number, b""), maps) for number in _contents(data))


def _contents(data: bytes) -> list[int]:
    """Return the numbers of the content streams in the order of the pages."""
    pages = {int(found[1]): int(found[2]) for found in _PAGE.finditer(data)}
    kids = [int(each) for listed in _KIDS.findall(data) for each in re.findall(rb"(\d+) 0 R", listed)]
    return [pages[number] for number in kids if number in pages]


def _inflated(dictionary: bytes, body: bytes) -> bytes:
    if b"/FlateDecode" not in dictionary:
        return body
    try:
        return zlib.decompressobj().decompress(body, _LENGTH_LIMIT)
    except zlib.error:
        return b""


def _glyphs(table: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for part in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, start, listed in _RANGE.findall(part):
            codes = range(int(first, 16), int(last, 16) + 1)
            texts = re.findall(rb"<([0-9A-Fa-f]+)>", listed)
            for index, code in enumerate(codes):
                found[code] = _utf16(texts[index]) if listed else _counted(start, index)
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found |= {int(code, 16): _utf16(text) for code, text in _SINGLE.findall(part)}
    return found


def _counted(start: bytes, index: int) -> str:
    text = _utf16(start)
    return text[:-1] + chr(ord(text[-1]) + index) if text else ""


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")


def _shown(page: bytes, maps: dict[int, dict[int, str]]) -> str:
    glyphs: dict[int, str] = {}
    pieces = []
    for font, codes, end in _STEP.findall(page):
        if font:
            glyphs = maps.get(int(font), {})
        elif end:
            pieces.append("\n")
        else:
            text = codes.decode("ascii")
            numbers = (int(text[at : at + 4], 16) for at in range(0, len(text), 4))
            pieces.append("".join(glyphs.get(number, " ") for number in numbers))
    return "".join(pieces)
