"""A line of a page or document with what its look says, before anybody knows what it is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

_SPACE = re.compile(r"[\s\u00a0\u3000\u2000-\u200a\u202f\u205f]+")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
_LAST_MARK = re.compile(r"[。！？!?…；;.][”’\"」』）)\]】]*$")


@dataclass(slots=True)
class Line:
    """One paragraph as it was laid out.

    `level` is 1 to 6 for headings, 0 otherwise; `photo` is the index of the picture it stands under, or in;
    `alt` is that picture's alternative text; `link_share` is how much of it is link text (0 to 1);
    `is_aside` says that its place on the page shows it to be no part of the article (share bar, comments).
    """

    text: str
    level: int = 0
    is_strong: bool = False
    is_caption: bool = False
    photo: int | None = None
    alt: str = ""
    is_centred: bool = False
    is_aside: bool = False
    link_share: float = 0.0


def tidy(text: str) -> str:
    """Fold white space to single spaces and take out invisible characters that only pages have."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def ends_like_sentence(text: str) -> bool:
    """Whether the line ends with the mark of a finished sentence."""
    return bool(_LAST_MARK.search(text))


def squeeze(text: str) -> str:
    """Return the letters and digits alone, in lower case, to compare a headline with a title."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(filter(str.isalnum, folded))


def detect_language(text: str, hint: str = "") -> str:
    """Return "zh", "en", "ja", "ko", "ru" … by the letters of the text.

    Latin letters are English unless `hint` (the `lang` of a page) names another language written with them.
    """
    kana, han, hangul, cyrillic, latin = _letters(text[:100_000])
    # A Han character carries about as much as a short word of Latin letters.
    weights = {
        "zh": han * 3,
        "ja": kana * 3 if kana * 8 > han else 0,
        "ko": hangul * 2,
        "ru": cyrillic,
        "en": latin,
    }
    if weights["ja"]:
        weights["ja"] += weights.pop("zh")
    best = max(weights, key=lambda language: weights[language])
    if not weights[best]:
        return hint.split("-", maxsplit=1)[0].lower() or "en"
    wanted = hint.replace("_", "-").split("-")[0].lower()
    return (
        wanted if best == "en" and wanted in {"fr", "de", "es", "it", "pt", "nl", "vi", "id", "pl"} else best
    )


def _letters(text: str) -> tuple[int, int, int, int, int]:
    """Count kana, Han, Hangul, Cyrillic and Latin letters; each sign is looked at once, however often it stands there."""
    kana = han = hangul = cyrillic = latin = 0
    for sign, count in Counter(text).items():
        if sign < "\u0250":
            latin += count * sign.isalpha()
        elif "\u3400" <= sign <= "\u9fff" or "\U00020000" <= sign <= "\U0003ffff":
            han += count
        elif "\u3040" <= sign <= "\u30ff":
            kana += count
        elif "\uac00" <= sign <= "\ud7af":
            hangul += count
        elif "\u0400" <= sign <= "\u04ff":
            cyrillic += count
    return kana, han, hangul, cyrillic, latin
