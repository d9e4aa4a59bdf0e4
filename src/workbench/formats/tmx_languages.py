"""Which languages a TMX file holds, looked at quickly: for a person to pick a pair of them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from workbench.formats.tmx_units import primary_language
from workbench.formats.xml_stream import UnknownEncodingError, Utf8Stream

MOST_BYTES = 4_000_000
"""So much of a long file is looked at: thousands of units."""
_LANGUAGE = re.compile(rb"""<tuv\b[^>]*?\blang\s*=\s*["']([\w-]{2,35})["']""")


def languages_in(path: Path) -> list[str]:
    """Return the primary languages of the variants in the first megabytes of a TMX file, the most frequent first.

    Empty for a file that cannot be read; whoever reads it says why.
    """
    counts: Counter[bytes] = Counter()
    rest = b""
    try:
        with path.open("rb") as file:
            stream = Utf8Stream(file)
            while stream.bytes_read < MOST_BYTES and (block := stream.read(1 << 16)):
                whole, end, rest = (rest + block).rpartition(b">")
                counts.update(_LANGUAGE.findall(whole + end))
    except (OSError, UnknownEncodingError):
        return []
    known: Counter[str] = Counter()
    for tag, count in counts.items():
        known[primary_language(tag.decode())] += count
    return [language for language, _ in known.most_common()]
