"""The memory's normal form of a text: what makes two sources the same source."""

from __future__ import annotations

import unicodedata


def normalise(text: str) -> str:
    """Return `text` in NFKC with white space folded to single spaces and trimmed; case is kept.

    This is the form in which sources are scored and told apart (RULES.md, memory scores):
    full-width and half-width letters, digits and punctuation are the same. Idempotent.
    """
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.split())
