"""Exchange files as they come in: recognised by content, for merging or, if foreign, as articles."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.errors import FormatError, reason_of
from workbench.formats.base import ExchangeFormat, Returned
from workbench.formats.gate import looks_like_zip
from workbench.formats.registry import exchange_for
from workbench.model.incoming import Block, Incoming
from workbench.model.kinds import SegmentKind
from workbench.sentences import say

_XLIFF = re.compile(rb"<(?:[\w-]+:)?xliff\b[^>]{0,2000}?\bversion\s*=\s*[\"'](\d)")
_PO = re.compile(rb'^\s*(?:msgctxt|msgid)\s*"', re.MULTILINE)
_HEAD = 64 * 1024
LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of an exchange file beyond which it is not read."""


def exchange_format_of(data: bytes) -> ExchangeFormat | None:
    """Return the exchange format of a file by its content, or None when it is something else.

    A ZIP may be any Word file: it is taken for a bilingual table only when it reads as one.
    """
    head = data[:_HEAD].replace(b"\0", b"")
    if looks_like_zip(data):
        return exchange_for("bilingual-docx") if _is_bilingual(data) else None
    found = _XLIFF.search(head)
    if found:
        return exchange_for("xliff12" if found[1] == b"1" else "xliff21")
    if b'"translation-workbench-page"' in head:
        return exchange_for("json")
    return exchange_for("po") if _PO.search(head) else None


def read_exchange(path: Path) -> tuple[str, Returned]:
    """Read an exchange file and return the key of its format, too; raises `FormatError` naming the file."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FormatError(
                say(
                    "{path} is larger than {megabytes} MB. It was not read.",
                    path=path.name,
                    megabytes=LARGEST_FILE // 1_048_576,
                )
            )
        data = path.read_bytes()
    except OSError as error:
        raise FormatError(
            say("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)), place=str(path)
        ) from error
    chosen = exchange_format_of(data)
    if chosen is None:
        raise FormatError(
            say("{path} is no PO, XLIFF, JSON or bilingual Word file of an edition.", path=path.name)
        )
    return chosen.key, chosen.read_exchange(data)


def as_incoming(returned: Returned, *, path: str = "") -> Incoming:
    """Return the source side of a foreign file as an article: a paragraph a row, the first the headline."""
    rows = [row for row in returned.rows if row.source.strip()]
    if not rows:
        raise FormatError(say("{path} holds no text to translate.", path=path or say("The file")))
    blocks = [Block(row.kind, row.source) for row in rows]
    if all(block.kind is not SegmentKind.HEADLINE for block in blocks):
        blocks[0].kind = SegmentKind.HEADLINE
    language = returned.source_language.replace("_", "-") or "en"
    return Incoming(language=language, blocks=blocks, path=path)


def _is_bilingual(data: bytes) -> bool:
    from workbench.formats.bilingual_docx import is_bilingual_table

    try:
        return is_bilingual_table(data)
    except FormatError:
        return False
