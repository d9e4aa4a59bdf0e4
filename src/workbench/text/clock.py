"""Times of day in both languages, as minutes after midnight."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.text.facts import Fact, FactKind, Scan, Tier
from workbench.text.numerals import chinese_number

_PART = r"(?:(上午|早上|清晨|凌晨|早晨|早|下午|傍晚|晚上|晚间|今晚|昨晚|当晚|深夜|晚|中午|夜间|夜)\s?)?"
_HOUR = r"(?:\d{1,2}|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_MINUTE = r"(?:\d{1,2}|[二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九])"

COLON = re.compile(rf"{_PART}(?<![\d:.\-])(\d{{1,2}})\s?:\s?(\d{{2}})(?:\s?:\s?(\d{{2}}))?(?![\d:]|[.]\d)")
DOTTED = re.compile(
    rf"{_PART}(?<!\d)" + r"(\d{1,2})\.([0-5]\d)(?![\d.%])(?!\s?(?:万|亿|元|个|倍|米|公里|小时))"
)
"""下午5.30: a dot is read as a colon only behind a part of the day."""

HOUR = re.compile(
    rf"{_PART}(?<![A-Za-z])(?<![A-Za-z]-)(?<![\d.:第一二三四五六七八九十百千几])({_HOUR})\s?(?:时(?!代|期|速|间|常|而|装|尚|光|空|段|效)|点钟?)\s?"
    rf"(?:(半)|(整)|([一三])刻|({_MINUTE})\s?分(?!之[一二三四五六七八九十百\d]|钟))?"
)
_POINT_WORDS = re.compile(r"[\s]*(?:\d|[个是要意建要希体思启关共优不]|[零一二三四五六七八九])")
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚间", "今晚", "昨晚", "当晚", "深夜", "晚", "夜间", "夜"})
_MORNING = frozenset({"上午", "早上", "清晨", "凌晨", "早晨", "早"})


WHOLE_DAY = re.compile(r"(?<![\d.:])0\s?时?\s?(?:[-–—~～]{1,2}|至|到)\s?24\s?时")


def take_chinese_clock(scan: Scan) -> None:
    """Take 14:30, 14时30分, 下午3点半, 零时."""
    scan.take(WHOLE_DAY, _read_whole_day)
    scan.take(COLON, _read_colon, ":", "：")
    scan.take(DOTTED, _read_dotted, ".")
    scan.take(HOUR, _read_hour)
    scan.take(FOUR_DIGITS, _read_four_digits, "gmt", "utc", "cet")


FOUR_DIGITS = re.compile(
    r"(?<![\d.,])([01]\d|2[0-4])([0-5]\d)\s?(?:GMT|UTC|BST|EST|EDT|PST|CET|hours|hrs)(?![A-Za-z])"
)
"""0800 UTC, in either language."""

RATIO = re.compile(
    r"(?<![\d:.\-/])(\d{1,3})\s?(?::|比)\s?(\d{1,3})(?![\d:]|[.]\d|\s?[年月])"
    r"|(?:(?<=分数)|(?<=比分)|(?<=分数\s)|(?<=比分\s))(\d{1,3})-(\d{1,3})(?![\d-])"
    r"|(?<![\d:.\-/])(\d{1,3})-(\d{1,3})(?=\s?(?:领先|落后|战胜|击败|大胜|险胜|完胜|取胜|获胜|不敌|负于|逆转|战平|输给|赢))"
)
ENGLISH_RATIO = re.compile(
    r"(?<![\w:.\-/,$])(\d{1,3})\s?(?::|-|–)\s?(\d{1,3})(?![\d:,\-–/]|[.]\d|\s?(?:%|percent|[a-z]*illion)|[a-z-])"
)


def take_chinese_ratios(scan: Scan) -> None:
    """Take scores and ratios: 3:1, 3比1."""
    scan.take(RATIO, _read_ratio, ":", "：", "比", "-")


def take_english_ratios(scan: Scan) -> None:
    """Take scores and ratios: 3:1, 3-1 (a range of figures looks the same and is matched by its parts)."""
    scan.take(ENGLISH_RATIO, _read_english_ratio, ":", "-", "–")


def _read_ratio(match: re.Match[str]) -> list[Fact]:
    first, second = (group for group in match.groups() if group)
    parts = (Fraction(int(first)), Fraction(int(second)))
    return [Fact(FactKind.RATIO, (), *match.span(), parts=parts)]


def _read_english_ratio(match: re.Match[str]) -> list[Fact] | None:
    first, second = int(match[1]), int(match[2])
    return None if ":" not in match[0] and first < second else _read_ratio(match)


def _read_whole_day(match: re.Match[str]) -> list[Fact]:
    """0—24时 says "the whole day", which English mostly leaves out."""
    parts = (Fraction(0), Fraction(24))
    return [Fact(FactKind.CLOCK, (Fraction(0),), *match.span(), tier=Tier.VAGUE, parts=parts)]


def _half(part: str | None, hour: int) -> str:
    """Which half of the day is known: "am", "pm" or ""."""
    if hour > 12 or part in _AFTERNOON:
        return "pm" if hour != 24 else ""
    return "am" if part in _MORNING else ""


def _clock(match: re.Match[str], hour: int, minute: int, parts: tuple[Fraction, ...]) -> list[Fact] | None:
    if hour > 24 or minute > 59:
        return None
    half = _half(match[1], hour)
    value = Fraction(
        (hour % 12 + (12 if half == "pm" else 0)) * 60 + minute if half else hour % 24 * 60 + minute
    )
    return [Fact(FactKind.CLOCK, (value,), match.start(), match.end(), code=half, parts=parts)]


def _read_colon(match: re.Match[str]) -> list[Fact] | None:
    parts = tuple(Fraction(int(match[group])) for group in (2, 3, 4) if match[group])
    if len(parts) == 2 and len(match[2]) == 1 and not match[1] and int(match[3]) > 59:
        return None
    return _clock(match, int(match[2]), int(match[3]), parts)


def _read_dotted(match: re.Match[str]) -> list[Fact] | None:
    parts = (Fraction(int(match[2])), Fraction(int(match[3])))
    return _clock(match, int(match[2]), int(match[3]), parts) if match[1] else None


def _read_hour(match: re.Match[str]) -> list[Fact] | None:
    is_point = "点" in match[0]
    has_detail = match[3] or match[4] or match[5] or match[6]
    if is_point and "点钟" not in match[0] and not has_detail:
        if _POINT_WORDS.match(match.string, match.end()):
            return None
        if not match[2].isdigit() and not match[1]:
            return None
    elif not is_point and not match[2].isdigit() and not has_detail and not match[1] and match[2] != "零":
        return None
    hour = int(chinese_number(match[2]) or 0)
    minute = 30 if match[3] else 0
    if match[5]:
        minute = 15 if match[5] == "一" else 45
    if match[6]:
        minute = int(chinese_number(match[6]) or 0)
    return _clock(match, hour, minute, (Fraction(hour), Fraction(minute)))


ENGLISH_COLON = re.compile(
    r"(?<![\d:.])(\d{1,2})\s?[:：]\s?(\d{2})(?:\s?:\s?(\d{2}))?(?![\d:]|\.\d)\s?(?:([ap])\.?\s?m\b\.?|hours\b)?",
    re.IGNORECASE,
)
ENGLISH_HALF = re.compile(
    r"(?<![\d:.])(\d{1,2})(?:[.h](\d{2}))?(?:\s?(?:-|–|to)\s?(\d{1,2})(?:[.:](\d{2}))?)?\s?([ap])\.?\s?m\b\.?",
    re.IGNORECASE,
)
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
ENGLISH_PAST = re.compile(
    rf"(?<!first )(?<!second )(?<!third )(?<!fourth )(?<!last )(?<!final )"
    rf"\b(half|(?:a )?quarter)[\s-](past|to)[\s-](\d{{1,2}}(?![.,]?\d|\s?%)|{_HOURS})\b(?:\s?o['’]\s?clock)?",
    re.IGNORECASE,
)
ENGLISH_OCLOCK = re.compile(
    r"\b(?:(half past|quarter past|quarter to)\s)?(?<![\d.,])(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?:\s?o['’]\s?clock|(?<=half past \d)(?!\d)|(?<=half past \d\d)(?!\d))(\s(?:in the|at)\s(?:morning|afternoon|evening|night|noon))?",
    re.IGNORECASE,
)
ENGLISH_NOON = re.compile(r"\b(noon|midday|midnight)\b", re.IGNORECASE)
_WORDS = {
    w: i
    for i, w in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}


def take_english_clock(scan: Scan) -> None:
    """Take 14:30, 2:30 p.m., 3 o'clock, noon and midnight."""
    scan.take(ENGLISH_COLON, _read_english_colon, ":", "：")
    scan.take(FOUR_DIGITS, _read_four_digits, "t", "c", "h")
    scan.take(ENGLISH_HALF, _read_english_half, "am", "pm", "a.m", "p.m", "a. m", "p. m")
    scan.take(ENGLISH_PAST, _read_past, "past", "quarter")
    scan.take(ENGLISH_OCLOCK, _read_oclock, "clock", "half past")
    scan.take(ENGLISH_NOON, _read_noon, "noon", "midday", "midnight")


def _english(
    hour: int, minute: int, half: str, span: tuple[int, int], parts: tuple[Fraction, ...]
) -> list[Fact] | None:
    if hour > 24 or minute > 59:
        return None
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    known = {"a": "am", "p": "pm", "": "pm" if 12 < hour < 24 else ""}[half]
    return [Fact(FactKind.CLOCK, (Fraction(hour % 24 * 60 + minute),), *span, code=known, parts=parts)]


def _read_english_colon(match: re.Match[str]) -> list[Fact] | None:
    parts = tuple(Fraction(int(match[group])) for group in (1, 2, 3) if match[group])
    return _english(int(match[1]), int(match[2]), (match[4] or "").lower(), match.span(), parts)


def _read_english_half(match: re.Match[str]) -> list[Fact] | None:
    half = match[5].lower()
    first = _english(
        int(match[1]), int(match[2] or 0), "" if match[3] else half, match.span(1), (Fraction(int(match[1])),)
    )
    if first is None or not match[3]:
        return first and [_moved(first[0], match.end())]
    second = _english(
        int(match[3]), int(match[4] or 0), half, (match.start(3), match.end()), (Fraction(int(match[3])),)
    )
    return second and first + second


def _moved(fact: Fact, end: int) -> Fact:
    return Fact(fact.kind, fact.values, fact.start, end, code=fact.code, parts=fact.parts)


def _read_four_digits(match: re.Match[str]) -> list[Fact] | None:
    parts = (Fraction(int(match[1])), Fraction(int(match[2])))
    return _english(int(match[1]), int(match[2]), "", match.span(), parts)


def _read_past(match: re.Match[str]) -> list[Fact] | None:
    hour = _WORDS.get(match[3].lower()) or int(match[3])
    minute = 30 if match[1].lower() == "half" else 15
    if match[2].lower() == "to":
        minute = -minute
    total = (hour * 60 + minute) % 1440
    return _english(total // 60, total % 60, "", match.span(), (Fraction(hour),))


def _read_oclock(match: re.Match[str]) -> list[Fact] | None:
    hour = _WORDS.get(match[2].lower()) or int(match[2])
    past = (match[1] or "").lower()
    minute = {"": 0, "half past": 30, "quarter past": 15, "quarter to": -15}[past]
    total = (hour * 60 + minute) % 1440
    part = match[3] or ""
    half = "a" if "morning" in part else "p" if part and "night" not in part else ""
    return _english(total // 60, total % 60, half, match.span(), (Fraction(hour),))


def _read_noon(match: re.Match[str]) -> list[Fact]:
    minute = 0 if match[1].lower() == "midnight" else 720
    return [Fact(FactKind.CLOCK, (Fraction(minute),), *match.span(), tier=Tier.SMALL, form="words")]
