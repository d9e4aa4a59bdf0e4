"""File names made from headlines: short, the same on every system, and never a way out of the folder."""

from __future__ import annotations

import unicodedata
from datetime import date

# With counter, picture number and the longest suffix a name stays under 120 bytes (RELIABILITY X4).
STEM_BYTES = 92
# Names that Windows keeps for devices, with any suffix (Microsoft, "Naming Files, Paths, and Namespaces").
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)


def page_stem(headline: str, published: date | None, *, slug: str = "") -> str:
    """Return the name of a page's files without suffix: "2020-04-03-governor-xu-chairs-meeting".

    A slug that an editor set takes the headline's place. Letters of every script stay, marks on
    Latin letters go; whatever else stands there becomes a hyphen.
    """
    words = safe_stem(slug or headline)
    day = published.isoformat() if published else ""
    stem = _cut(f"{day}-{words}" if day and words else day or words, STEM_BYTES)
    if not stem:
        return "page"
    return f"page-{stem}" if stem.split("-")[0] in _DEVICES or stem in _DEVICES else stem


def safe_stem(text: str) -> str:
    """Return letters and digits of a text joined by single hyphens, lower case; may be ""."""
    pieces = []
    for character in unicodedata.normalize("NFC", _without_marks(text)).lower():
        category = unicodedata.category(character)
        if category[0] in "LN" or category in {"Mn", "Mc"}:
            pieces.append(character)
        elif category not in {"Cf", "Cs", "Cn", "Co"} and character not in "'’":
            pieces.append("-")
    return "-".join(filter(None, "".join(pieces).split("-")))


def _without_marks(text: str) -> str:
    """Drop accents of Latin letters only: Hangul and kana are made of marks that matter."""
    pieces = []
    for character in text:
        plain = unicodedata.normalize("NFKD", character)
        is_latin = plain[0].isascii()
        pieces.append(
            "".join(each for each in plain if not unicodedata.combining(each)) if is_latin else character
        )
    return "".join(pieces)


def _cut(stem: str, limit: int) -> str:
    if len(stem.encode()) <= limit:
        return stem
    cut = stem.encode()[:limit].decode(errors="ignore")
    while cut and unicodedata.category(cut[-1]) in {"Mn", "Mc"}:
        cut = cut[:-1]
    at_word = cut.rfind("-")
    return (cut[:at_word] if at_word > limit // 2 else cut).rstrip("-")
