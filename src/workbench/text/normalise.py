"""The memory's normal form of a text: what makes two sources the same source."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence

# Full-width punctuation stands in nearly every Chinese sentence; putting its NFKC form in directly spares
# most sentences the ten times slower general way, with the same result.
_COMMON = (
    ("，", ","),
    ("：", ":"),
    ("（", "("),
    ("）", ")"),
    ("；", ";"),
    ("？", "?"),
    ("！", "!"),
)


def normalise(text: str) -> str:
    """Return `text` in NFKC with white space folded to single spaces and trimmed; case is kept.

    This is the form in which sources are scored and told apart (RULES.md, memory scores):
    full-width and half-width letters, digits and punctuation are the same. Idempotent.
    """
    if not unicodedata.is_normalized("NFKC", text):
        for wide, narrow in _COMMON:
            text = text.replace(wide, narrow)
        if not unicodedata.is_normalized("NFKC", text):
            text = unicodedata.normalize("NFKC", text)
    return " ".join(text.split())


def whole_characters(text: str) -> str:
    """Return `text` with halves of characters replaced: a clipboard may bring one, and no database takes it."""
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text


def normalise_many(texts: Sequence[str]) -> list[str]:
    """Return the normal forms of many texts, several times as fast as one by one.

    The common signs are put in once for all: a replaced sign never joins with what stands beside it.
    """
    joined = "\0".join(texts)
    for wide, narrow in _COMMON:
        joined = joined.replace(wide, narrow)
    parts = joined.split("\0")
    if len(parts) != len(texts):
        return [normalise(text) for text in texts]
    is_normalised, compose = unicodedata.is_normalized, unicodedata.normalize
    return [
        " ".join((text if is_normalised("NFKC", text) else compose("NFKC", text)).split()) for text in parts
    ]


def digest_of(normal: str) -> str:
    """Return the digest of a text in its normal form."""
    return hashlib.blake2b(normal.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def source_digest(source: str) -> str:
    """Return the digest of a normalised source, by which exact matches and duplicates are found."""
    return digest_of(normalise(source))
