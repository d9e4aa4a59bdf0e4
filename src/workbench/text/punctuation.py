"""Chinese punctuation and full-width characters: which they are, and what English writes instead."""

from __future__ import annotations

import re

REPLACEMENTS = {
    "，": ", ",
    "。": ". ",
    "、": ", ",
    "；": "; ",
    "：": ": ",
    "？": "? ",
    "！": "! ",
    "（": " (",
    "）": ") ",
    "【": " [",
    "】": "] ",
    "〔": " [",
    "〕": "] ",
    "《": " “",
    "》": "” ",
    "〈": " ‘",
    "〉": "’ ",
    "「": " “",
    "」": "” ",
    "『": " ‘",
    "』": "’ ",
    "％": "%",
    "～": "-",
    "〜": "-",
    "——": " – ",
    "……": "… ",
    "\u3000": " ",
    "￥": "¥",
    "￡": "£",
    "￠": "¢",
}
"""What English writes for a Chinese mark; blanks that are too many are folded when it is put in."""

CHINESE_MARKS = re.compile(
    r"——+|……+|[\u3000-\u3002\u3008-\u3011\u3014-\u301f～〜\uff01-\uff60\uffe0-\uffe6]+"
)
"""Stretches of punctuation and letters that only Chinese or full-width text has."""


def as_english(marks: str) -> str:
    """Return what English writes for a stretch of Chinese marks or full-width characters."""
    joined = marks
    for chinese, english in REPLACEMENTS.items():
        joined = joined.replace(chinese, english)
    halved = "".join(chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else c for c in joined)
    return re.sub(r"\s{2,}", " ", halved)


def replacement_at(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Return the span to replace and the text to put there, blanks around it made right."""
    new = as_english(text[start:end])
    if new.startswith(" ") and (start == 0 or text[start - 1].isspace()):
        new = new[1:]
    if new.endswith(" ") and (end == len(text) or text[end].isspace() or text[end] in ",.;:!?)”’\"'"):
        new = new[:-1]
    if new[:1] in {",", ".", ";", ":", "?", "!", ")"} and start and text[start - 1] == " ":
        start -= 1
    return start, end, new
