"""XML bytes in any declared encoding, handed on as a stream of UTF-8."""

from __future__ import annotations

import codecs
import re
from typing import IO

from workbench.formats.encoding import truer_codec

_SAMPLE = 1 << 16
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHAPES = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "ascii": "utf-8"}
# Only real character sets: utf-7 and Python's own escapes can hide markup from every other reader.
_ALLOWED = re.compile(
    r"utf-8|gb18030|big5|big5hkscs|cp\d+|iso8859-\d+|koi8-[ru]|euc_.*|shift_jis.*|mac-.*|hz|tis-620"
)


class UnknownEncodingError(ValueError):
    """The file declares an encoding that is not a character set known here."""


class Utf8Stream:
    """The bytes of an XML file as UTF-8: a byte order mark decides, then the declaration, then UTF-8.

    A declaration that the first bytes surely belie is not believed: files are converted, and what they say is not.
    `is_transcoded` tells that U+FFFD in the result may stand for bytes that could not be read.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._head = file.read(_SAMPLE)
        self.bytes_read = 0
        encoding, mark = _encoding_of(self._head)
        self.bytes_read += mark
        self._head = self._head[mark:]
        self.is_transcoded = encoding != "utf-8"
        self._decoder = codecs.getincrementaldecoder(encoding)("replace") if self.is_transcoded else None

    def read(self, size: int) -> bytes:
        """Return about `size` bytes more, or b"" at the end."""
        while True:
            block = self._head or self._file.read(size)
            self._head = b""
            self.bytes_read += len(block)
            if self._decoder is None:
                return block
            text = self._decoder.decode(block, final=not block)
            if text or not block:
                return text.encode("utf-8", "replace")


def _encoding_of(head: bytes) -> tuple[str, int]:
    """Return the codec to read with, and the length of the byte order mark.

    Raises `UnknownEncodingError`.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    for shape, encoding in _SHAPES:
        if head.startswith(shape):
            return encoding, 0
    declared = _DECLARED.match(head)
    if declared is None:
        return _believed("utf-8", head), 0
    name = declared[1].decode("ascii")
    try:
        codec = codecs.lookup(name).name
    except LookupError as error:
        raise UnknownEncodingError(name) from error
    if codec.startswith(("utf-16", "utf-32")):
        return "utf-8", 0  # declared wide, yet the first bytes are narrow: the file was converted since
    codec = _SUPERSETS.get(codec, codec)
    if not _ALLOWED.fullmatch(codec):
        raise UnknownEncodingError(name)
    return _believed(codec, head), 0


def _believed(codec: str, head: bytes) -> str:
    """Return the declared codec, or the one that the beginning is surely in instead."""
    return truer_codec(head[: head.rfind(b">") + 1], codec) or codec
