"""Sentences as comparable tokens: English stems, Chinese words, and numbers by their value.

A token is a string. `#350000000` is a number, the same in both languages; any other English token is a
lower-case stem; any other Chinese token is a word as written, except Latin words, which are stems with `=`.
"""

from __future__ import annotations

import re
from functools import cache

from workbench.text.lexicon import is_word
from workbench.text.stems import stem

try:
    import rjieba
except ImportError:  # no wheel on Windows for Arm
    rjieba = None

ENGLISH_STOP = frozenset(
    "the a an of to in on at for and or be by with as it its that this from into s t 's is are was were been".split()
)
CHINESE_STOP = frozenset(
    "的 了 着 之 地 得 吧 吗 呢 啊 呀 嘛 么 们 个 把 被 所 而 于 与 和 是 在 一 也 就 都 着".split()
)

DIGIT_VALUES = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "两": 2, "兩": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
UNIT_VALUES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
GREAT_UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
SCALE_WORDS = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "bn": 10**9,
    "m": 10**6,
}
NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
ORDINAL_WORDS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
}
MONTHS = "january february march april may june july august september october november december".split()

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_CHINESE_NUMBER = re.compile(
    r"(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?P<great>[十百千]?[万萬亿億]*)(?P<month>月(?!球|亮))?"
    r"|(?P<words>[零〇○一二三四五六七八九十百千万萬亿億两兩]+(?:点[零〇一二三四五六七八九]+)?)(?P<wordmonth>月(?!球|亮))?"
)
_ENGLISH_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def number_token(value: float) -> str:
    """Return the token of a number, the same for equal values however written."""
    return f"#{value:.6g}"


def chinese_tokens(sentence: str) -> list[str]:
    """Return the words, numbers and Latin stems of one Chinese sentence, function words left out."""
    text = sentence.translate(_FULL_WIDTH).replace("百分之", " ")
    tokens: list[str] = []
    text = _CHINESE_NUMBER.sub(lambda match: _take_number(match, tokens), text)
    for word in _cut(text):
        if _HAN.match(word):
            tokens += [part for part in _known_parts(word) if part not in CHINESE_STOP]
        elif _LATIN_WORD.match(word):
            tokens.append("=" + stem(word.lower()))
    return tokens


def _cut(text: str) -> list[str]:
    if rjieba is not None:
        return list(rjieba.cut(text))
    return re.findall(r"[A-Za-zÀ-ɏ]+|[\u3400-\u9fff\U00020000-\U0003ffff]+", text)


@cache
def _known_parts(word: str) -> tuple[str, ...]:
    """Return the word itself when the dictionary has it, else its longest known parts from the left."""
    if is_word(word):
        return (word,)
    parts = []
    start = 0
    while start < len(word):
        for end in range(min(len(word), start + 8), start, -1):
            if end == start + 1 or is_word(word[start:end]):
                parts.append(word[start:end])
                start = end
                break
    return tuple(parts)


def _take_number(match: re.Match[str], tokens: list[str]) -> str:
    """Note the number found and leave a gap, or leave the text alone where it is no quantity."""
    if match["digits"]:
        value = float(match["digits"].replace(",", ""))
        for unit in match["great"]:
            value *= UNIT_VALUES.get(unit) or GREAT_UNITS[unit]
        is_month = match["month"] is not None
    else:
        found = chinese_value(match["words"])
        is_month = match["wordmonth"] is not None
        if found is None or (found in (0, 1) and not is_month):
            return match[0]
        value = found
    if is_month and 1 <= value <= 12:
        tokens.append("=" + stem(MONTHS[int(value) - 1]))
        return " "
    tokens.append(number_token(value))
    return " " if match["digits"] or len(match["words"]) > 1 else match[0]


def chinese_value(words: str) -> float | None:
    """Return the value of a numeral in Chinese characters (二〇二〇, 三百五十万, 两亿, 三点五), or None."""
    whole, _, fraction = words.partition("点")
    tail = 0.0
    if fraction:
        tail = float("0." + "".join(str(DIGIT_VALUES[character]) for character in fraction))
    if all(character in DIGIT_VALUES for character in whole):
        return float("".join(str(DIGIT_VALUES[character]) for character in whole) or "0") + tail
    total = section = digit = 0
    for character in whole:
        if character in DIGIT_VALUES:
            digit = DIGIT_VALUES[character]
        elif character in UNIT_VALUES:
            section += (digit or 1) * UNIT_VALUES[character]
            digit = 0
        else:
            total = (total + section + digit or (1 if not total else total)) * GREAT_UNITS[character]
            section = digit = 0
    value = total + section + digit
    return value + tail if value else None


def english_tokens(sentence: str) -> list[str]:
    """Return the stems and numbers of one English sentence, function words left out."""
    tokens: list[str] = []
    value: float | None = None
    for match in _ENGLISH_TOKEN.finditer(sentence):
        word = match[0]
        lower = word.lower()
        if word[0].isdecimal():
            value = _close_number(value, tokens)
            value = float(word.replace(",", ""))
        elif lower in NUMBER_WORDS:
            add = NUMBER_WORDS[lower]
            if (
                value is not None
                and value >= 20
                and value % 10 == 0
                and add < 10
                or value is not None
                and value >= 100
            ):
                value += add
            else:
                _close_number(value, tokens)
                value = float(add)
        elif lower in SCALE_WORDS and value is not None:
            value *= SCALE_WORDS[lower]
        elif lower == "and" and value is not None and value >= 100:
            continue
        else:
            value = _close_number(value, tokens)
            if lower in ORDINAL_WORDS:
                tokens.append(number_token(ORDINAL_WORDS[lower]))
            if lower not in ENGLISH_STOP:
                tokens.append(stem(lower))
    _close_number(value, tokens)
    return tokens


def _close_number(value: float | None, tokens: list[str]) -> None:
    if value is not None:
        tokens.append(number_token(value))
