"""Characters a reader cannot see or cannot tell apart: bidirectional controls, zero widths, look-alikes.

The controls are those of Unicode's report on security (UTS 39) and of bidirectional text (UAX 9).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Hidden(StrEnum):
    """What kind of trap a character is."""

    BIDI = "bidi"
    MARK = "direction-mark"
    TAG = "tag"
    ZERO_WIDTH = "zero-width"
    SOFT_HYPHEN = "soft-hyphen"
    LOOK_ALIKE = "look-alike"
    NOT_NFC = "not-nfc"
    NO_BREAK = "no-break-space"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class HiddenSpan:
    """Where something hidden stands, what it is, and what should stand there instead."""

    start: int
    end: int
    kind: Hidden
    instead: str


JOINERS_BELONG = (
    "fa",
    "ar",
    "ur",
    "he",
    "hi",
    "mr",
    "ne",
    "bn",
    "ta",
    "te",
    "kn",
    "ml",
    "si",
    "th",
    "km",
    "my",
    "ku",
    "ps",
)
"""Languages whose spelling needs ZWNJ, ZWJ or marks of direction."""

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]+")
_MARKS = re.compile("[\u200e\u200f\u061c]+")
_ZERO = re.compile("[\u200b\u2060-\u2064\ufeff\u180e\u115f\u1160\u3164\uffa0\u034f\u206a-\u206f]+")
_SOFT = re.compile("\u00ad+")
_JOINERS = re.compile("[\u200c\u200d]+")
_TAGS = re.compile("[\U000e0000-\U000e007f]+")
_SELECTORS = re.compile("[\ufe00-\ufe0d\U000e0100-\U000e01ef]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufff9-\ufffc]+")
_SPACE = re.compile("[\u00a0\u202f\u2007\u2000-\u2006\u2008-\u200a\u205f]+")
_EMOJI = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
_FLAG = "\U0001f3f4"
_TOKEN = re.compile(r"[^\s，。、；：（）“”‘’\"]+")
_LATIN = re.compile(r"[A-Za-z]")
_DIGIT_LIKE = re.compile(r"(?<=\d)[OoIl](?=[\d,.]*\d)")

_TWINS = {
    **dict(zip("аеорсухіјѕһԁԛԝѵӏгп", "aeopcyxijshdqwvlrn", strict=True)),
    **dict(zip("АВЕКМНОРСТХІЈЅԌҮ", "ABEKMHOPCTXIJSGY", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("ονρικταυ", "ovpiktau", strict=True)),
    **dict(zip("ɑɡıƖⅼⅰⅴⅹⅽⅾⅿ", "agiIlivxcdm", strict=True)),
    **dict(zip("օսոհԱՏ", "ounhUS", strict=True)),
}
_TWIN = re.compile("[" + "".join(_TWINS) + "]")
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f\u0530-\u058f]")
_GREEK_SYMBOL = re.compile(r"[A-Z0-9]+[α-ω]|[α-ω][A-Z0-9]+")
"""TNFα, αB: a Greek letter beside capitals and digits is a symbol."""

_PART = re.compile(r"[^-/–—]+")
_ADDRESS = re.compile(r"://|www\.|@|\w\.\w{2,6}\b|[{}<>$]|%[a-z]")
_COMBINING = re.compile("[A-Za-z][\u0300-\u036f]+")


def hidden_spans(text: str, language: str) -> list[HiddenSpan]:
    """Return everything hidden in a text of the given language, in order."""
    if text.isascii() and not _CONTROL.search(text) and not _DIGIT_LIKE.search(text):
        return []
    found = [*_invisible(text, language), *_look_alikes(text, language), *_composed(text, language)]
    return sorted(found, key=lambda span: (span.start, span.end))


def _invisible(text: str, language: str) -> Iterator[HiddenSpan]:
    needs_joiners = language.startswith(JOINERS_BELONG)
    kinds = [
        (_BIDI, Hidden.BIDI),
        (_ZERO, Hidden.ZERO_WIDTH),
        (_CONTROL, Hidden.CONTROL),
        (_SOFT, Hidden.SOFT_HYPHEN),
    ]
    if not needs_joiners:
        kinds.append((_MARKS, Hidden.MARK))
    for pattern, kind in kinds:
        yield from (HiddenSpan(*match.span(), kind, "") for match in pattern.finditer(text))
    if not needs_joiners:
        for match in _JOINERS.finditer(text):
            if not _EMOJI.match(text[match.start() - 1 : match.start()] or " "):
                yield HiddenSpan(*match.span(), Hidden.ZERO_WIDTH, "")
    for match in _TAGS.finditer(text):
        if not text[: match.start()].endswith(_FLAG):
            yield HiddenSpan(*match.span(), Hidden.TAG, "")
    for match in _SELECTORS.finditer(text):
        if not "\u2e80" <= text[match.start() - 1 : match.start()] <= "\U0003ffff":
            yield HiddenSpan(*match.span(), Hidden.ZERO_WIDTH, "")
    if not language.startswith(("fr", "ru", "uk", "cs", "pl", "de", "es", "fi", "sv", *JOINERS_BELONG)):
        yield from (HiddenSpan(*match.span(), Hidden.NO_BREAK, " ") for match in _SPACE.finditer(text))


def _look_alikes(text: str, language: str) -> Iterator[HiddenSpan]:
    """Yield letters of another script that stand in a Latin word, an address, a placeholder or a number."""
    yield from (
        HiddenSpan(*match.span(), Hidden.LOOK_ALIKE, "0" if match.group() in "Oo" else "1")
        for match in _DIGIT_LIKE.finditer(text)
    )
    if not _TWIN.search(text):
        return
    writes_latin = not language.startswith(
        ("ru", "uk", "bg", "sr", "el", "kk", "mn", "be", "mk", "hy", "zh", "ja", "ko")
    )
    for token in _TOKEN.finditer(text):
        is_address = _ADDRESS.search(token.group()) is not None
        parts = (
            [token.span()]
            if is_address
            else [
                (token.start() + part.start(), token.start() + part.end())
                for part in _PART.finditer(token.group())
            ]
        )
        for start, end in parts:
            if _is_disguised(text[start:end], is_address=is_address, writes_latin=writes_latin):
                yield from (
                    HiddenSpan(start + t.start(), start + t.end(), Hidden.LOOK_ALIKE, _TWINS[t.group()])
                    for t in _TWIN.finditer(text[start:end])
                )


def _is_disguised(word: str, *, is_address: bool, writes_latin: bool) -> bool:
    """Tell whether look-alike letters stand in a word, number or address that should not have them."""
    twins = _TWIN.findall(word)
    others = _OTHER_SCRIPT.findall(word)
    if not twins or len(twins) < len(others) or (twins == ["ı"] and not is_address):
        return False
    if not is_address and _GREEK_SYMBOL.fullmatch(word.strip(",.;:()[]")):
        return False
    if is_address or _LATIN.search(word):
        return True
    if any(c.isdigit() for c in word):
        return any(t in "ОоΟοօ" for t in twins)
    return writes_latin and len(others) > 1


def _composed(text: str, language: str) -> Iterator[HiddenSpan]:
    """Yield Latin letters with separate accents that one character should stand for."""
    if language.startswith(("vi",)) or unicodedata.is_normalized("NFC", text):
        return
    for match in _COMBINING.finditer(text):
        composed = unicodedata.normalize("NFC", match.group())
        if composed != match.group():
            yield HiddenSpan(*match.span(), Hidden.NOT_NFC, composed)
    for position, character in enumerate(text):
        if "\uf900" <= character <= "\ufaff" or character in "\u212a\u212b\u2126":
            yield HiddenSpan(position, position + 1, Hidden.NOT_NFC, unicodedata.normalize("NFC", character))
