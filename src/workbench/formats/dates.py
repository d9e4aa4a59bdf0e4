"""Finding the day in a line of a page: 2020-04-03, 2020年4月3日, 二〇二〇年四月三日, April 3, 2020."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_TIME = r"(?:[T\s]*\d{1,2}[:：时]\d{2}(?:[:：分]\d{2}秒?)?(?:\.\d+)?(?:\s*[AaPp]\.?[Mm]\.?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_DIGITS = "〇○零一二三四五六七八九十"
_PATTERNS = (
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d{2})\s*(?:[-–/.．]|年)\s*(?P<number>\d{1,2})\s*(?:[-–/.．]|月)\s*(?P<day>\d{1,2})(?!\d{3})\s*日?"
        + _TIME
    ),
    # Spread over several boxes, as new Xinhua pages write it: 2023 10/12 09:21
    re.compile(r"(?<!\d)(?P<year>20\d{2})\s+(?P<number>\d{1,2})\s*[/-]\s*(?P<day>\d{1,2})(?!\d)" + _TIME),
    re.compile(rf"(?P<year>[{_DIGITS}]{{4}})年(?P<number>[{_DIGITS}]{{1,2}})月(?P<day>[{_DIGITS}]{{1,3}})日"),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d{{2}})\b{_TIME}", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>(?:19|20)\d{{2}})\b{_TIME}", re.IGNORECASE),
)  # fmt: skip
_HINT = re.compile(r"(?:19|20)\d\d|年")
_COMPACT = re.compile(r"(?<!\d)(?P<year>20\d{2})(?P<number>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day and where in the line it stands, clock time included."""

    day: date
    start: int
    end: int


def find_date(text: str) -> FoundDate | None:
    """Return the first day written in the text, or None."""
    if not _HINT.search(text):
        return None
    found = [one for one in (_search(pattern, text) for pattern in _PATTERNS) if one]
    return min(found, key=lambda one: one.start) if found else None


def date_in_address(address: str) -> date | None:
    """Return the day in a web address such as /2019/09/07/ or t20190918_693227.shtml, or None."""
    found = find_date(address) or _search(_COMPACT, address)
    return found.day if found else None


def is_only_date(text: str) -> bool:
    """Whether the line holds a date and nothing else worth a word (weekday and time may stand beside it)."""
    found = find_date(text)
    if found is None:
        return False
    rest = text[: found.start] + text[found.end :]
    return not re.sub(
        r"星期[一二三四五六日天]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|农历\S+|[\s,，|:：.。]", "", rest
    )


def _search(pattern: re.Pattern[str], text: str) -> FoundDate | None:
    for match in pattern.finditer(text[:5000]):
        parts = match.groupdict()
        month = _MONTHS.get((parts.get("month") or "").lower()) or _number(parts.get("number") or "0")
        try:
            return FoundDate(
                date(_number(parts["year"]), month, _number(parts["day"])), match.start(), match.end()
            )
        except ValueError:
            continue
    return None


def _number(written: str) -> int:
    """Read 2020, 二〇二〇, 十二 or 三十一."""
    if written.isascii():
        return int(written)
    values = [
        "0123456789"["〇一二三四五六七八九".index(sign)] if sign in "〇一二三四五六七八九" else sign
        for sign in written
    ]
    text = "".join(values).replace("○", "0").replace("零", "0")
    if "十" not in text:
        return int(text)
    tens, _, ones = text.partition("十")
    return int(tens or "1") * 10 + int(ones or "0")
