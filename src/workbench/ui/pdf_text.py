"""The text layer of the PDF files this program writes: reading it, and naming what Qt leaves unnamed."""

from __future__ import annotations

import re
import zlib

from workbench.errors import FormatError
from workbench.sentences import say

_STREAM = re.compile(rb"(\d+) 0 obj\s*<<((?:(?!endobj).)*?)>>\s*stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_LENGTH_LIMIT = 64 * 1024 * 1024
_FONT = re.compile(rb"(\d+) 0 obj\s*<<[^>]*?/Subtype /Type0[^>]*?/ToUnicode (\d+) 0 R", re.DOTALL)
_KIDS = re.compile(rb"/Kids\s*\[(.*?)\]", re.DOTALL)
_PAGE = re.compile(rb"(\d+) 0 obj\s*<<\s*/Type /Page\b(?:(?!endobj).)*?/Contents (\d+) 0 R", re.DOTALL)
_STEP = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj|\b(ET)\b")
# The second drawing of letters whose bold is imitated: Qt marks it as having no text.
_SHADOW = re.compile(rb"/Span << /ActualText <> >> BDC.*?EMC", re.DOTALL)
_RANGE = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[((?:\s*<[0-9A-Fa-f]+>)+)\s*\])"
)
_SINGLE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", re.DOTALL)
# Where characters share a glyph Qt names the glyph after the lowest of them.
_NAMESAKES = {"\t": " ", "\u2012": "\u2013"}
_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{parts}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def pdf_text(data: bytes) -> str:
    """Return the characters of a PDF by Qt in the order they are drawn; raises `FormatError`.

    A glyph without text is a blank: Qt names all but the space, which readers take from the gap.
    """
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-32:]:
        raise FormatError(say("The PDF is not whole. Publish the page again."))
    streams, maps = _parts(data)
    tables = {font: _glyphs(streams.get(at, b"")) for font, at in maps.items()}
    return "".join(_shown(streams.get(number, b""), tables) for number in _contents(data))


def with_named_blanks(data: bytes, text: str) -> bytes:
    """Return the PDF with names for glyphs that Qt left without one (blanks) or gave another's (dashes).

    Written as an incremental update (ISO 32000-1, 7.5.6): what Qt wrote stays byte for byte. `text`
    is the page's own: a character that stands in it keeps its name.
    """
    streams, maps = _parts(data)
    used = _used(data, streams)
    objects = {}
    for font, at in maps.items():
        known = _glyphs(streams.get(at, b""))
        named = {
            code: _NAMESAKES.get(each, each) if each not in text else each for code, each in known.items()
        }
        named |= dict.fromkeys(used.get(font, set()) - set(known), " ")
        if named != known:
            objects[at] = _map_stream(named)
    return _updated(data, objects) if objects else data


def _parts(data: bytes) -> tuple[dict[int, bytes], dict[int, int]]:
    """Return the streams by object number, and each font's map of glyphs to text."""
    streams = {int(found[1]): _inflated(found[2], found[3]) for found in _STREAM.finditer(data)}
    return streams, {int(found[1]): int(found[2]) for found in _FONT.finditer(data)}


def _used(data: bytes, streams: dict[int, bytes]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for number in _contents(data):
        font = 0
        for name, codes, _ in _STEP.findall(streams.get(number, b"")):
            font = int(name) if name else font
            found.setdefault(font, set()).update(_codes(codes))
    return found


def _map_stream(named: dict[int, str]) -> bytes:
    lines = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in sorted(named.items())
        if text
    ]
    parts = []
    for start in range(0, len(lines), 100):
        part = lines[start : start + 100]
        parts.append("\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"]))
    return _MAP.replace("{parts}", "\n".join(parts)).encode("ascii")


def _updated(data: bytes, objects: dict[int, bytes]) -> bytes:
    trailer = _TRAILER.search(data)
    if trailer is None:
        return data
    out = bytearray(data)
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n<<\n/Length %d\n>>\nstream\n%b\nendstream\nendobj\n" % (number, len(body), body)
    start = len(out)
    out += b"xref\n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer\n<<%b/Prev %b\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], start)
    return bytes(out)


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


def _codes(digits: bytes) -> list[int]:
    text = digits.decode("ascii")
    return [int(text[at : at + 4], 16) for at in range(0, len(text), 4)]


def _shown(page: bytes, maps: dict[int, dict[int, str]]) -> str:
    glyphs: dict[int, str] = {}
    pieces = []
    for font, codes, end in _STEP.findall(_SHADOW.sub(b"", page)):
        if font:
            glyphs = maps.get(int(font), {})
        elif end:
            pieces.append("\n")
        else:
            pieces.append("".join(glyphs.get(code, " ") for code in _codes(codes)))
    return "".join(pieces)
