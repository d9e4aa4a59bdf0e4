"""What explains a number that the English adds or the Chinese states without a counterpart."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from functools import cache

from workbench.text.extraction import Extraction, english_facts
from workbench.text.facts import Fact, FactKind
from workbench.text.units import DOLLARS, converted, dimension, units

K = FactKind

_RELATIVE_YEAR = re.compile(
    r"[今去明前同当本次昨翌往近]年|年[初底末内终度中]|[上下]半年|季度|周年|年来|至今|[一二三四五两几\d]年前|年后|这一年|以来|元旦|春节|年代|世纪|大选"
)
_RELATIVE_MONTH = re.compile(
    r"[上本同当下次]个?月|月[初底末中]|季度|半年|个月|元旦|国庆|五一|十一|春节|圣诞|中秋|端午|开春|暑|正月|腊月|年[初底末中]|月份|日"
)
_RELATIVE_DAY = re.compile(
    r"[今昨明当次翌同前后]日|[今昨明当次前后]天|周末|凌晨|国庆|节|元旦|除夕|圣诞|十一(?![月日])|五一|月[底末]"
)
_VIRUS = re.compile(r"新冠|冠状|疫|核酸|肺炎|病毒|确诊|病例|隔离|感染|患者|抗体|口罩")
_FIRST = re.compile(r"[一首初最头单冠独唯每元]|先|第一|榜首")
_LEXICAL: dict[int, re.Pattern[str]] = {
    0: re.compile(r"[零〇无没清]|归零|不"),
    1: _FIRST,
    2: re.compile(r"[二两双对俩再倍副亚次]|中\w{0,2}[美日俄韩英法德]|夫妇|夫妻|彼此|分别|一半|父母|联合"),
    3: re.compile(r"[三仨叁季]|M|个?代表"),
    4: re.compile(r"[四季]"),
    6: re.compile(r"[六半]"),
    7: re.compile(r"[七]|全天|每天"),
    9: re.compile(r"[九]|季"),
    10: re.compile(r"[十]|代|上双|[两双]位数|个位数"),
    12: re.compile(r"十二|[打年]|正午"),
    24: re.compile(r"二十四|全天|昼夜|日夜|[一\d]日|[一\d]天"),
    50: re.compile(r"[半对五]"),
    100: re.compile(r"百|全|完全|满"),
    1000: re.compile(r"千"),
    10000: re.compile(r"万"),
    10**6: re.compile("百万"),
    10**7: re.compile("千万"),
    10**8: re.compile("亿"),
    10**9: re.compile("十亿"),
    10**10: re.compile("百亿"),
    10**11: re.compile("千亿"),
    10**12: re.compile("万亿"),
    2000: re.compile(r"悉尼奥"),
    2004: re.compile(r"雅典奥"),
    2008: re.compile(r"北京奥"),
    2010: re.compile(r"广州亚运|南非世界杯|上海世博|温哥华"),
    2012: re.compile(r"伦敦奥"),
    2014: re.compile(r"索契|巴西世界杯|仁川"),
    2016: re.compile(r"里约|杭州峰会"),
    2018: re.compile(r"平昌|俄罗斯世界杯|世预赛|12强赛|雅加达"),
    2020: re.compile(r"东京奥|欧洲杯|迪拜世博"),
    2022: re.compile(r"冬奥|冬残奥|卡塔尔|杭州亚运"),
    2024: re.compile(r"巴黎奥"),
    911: re.compile(r"9.?11|九一一"),
    20: re.compile(r"二十|廿|双十"),
    19: _VIRUS,
}
_LEXICAL_CODES = (
    (re.compile(r"^(?:covid19|covid2019|sarscov2|2019ncov|ncov2019|h1n1|h5n1|h7n9)"), _VIRUS),
    (re.compile(r"^b\d$"), re.compile(r"[负地][下一二三四五\d]")),
    (re.compile(r"^co2"), re.compile(r"二氧化碳|碳")),
    (re.compile(r"cctv"), re.compile(r"央视|中央电视台|频道")),
    (re.compile(r"^l\d|level"), re.compile(r"[ⅠⅡⅢⅣ一二三四五]级")),
    (re.compile(r"^g\d"), re.compile(r"国集团|国峰会|[高国]")),
    (re.compile(r"^\d+d$"), re.compile(r"[一二三四]维|立体|打印")),
    (re.compile(r"^q\d"), re.compile(r"季度")),
    (re.compile(r"^[bd]2[bcg]|^o2o|^p2p|^c2c|^pm"), re.compile(r"电商|线上|网贷|颗粒物|企业|平台")),
    (re.compile(r"^u\d"), re.compile(r"青年|岁以下|国青|少年")),
    (re.compile(r"^24/7|^24x7"), re.compile(r"全天|小时|昼夜")),
    (re.compile(r"^top\d"), re.compile(r"强|[冲前]|名")),
    (re.compile(r"^\d+s$"), re.compile(r"后|年代|岁")),
)
_CHINESE_DIGIT = dict(enumerate("零一二三四五六七八九十"))


@cache
def trap_values(expect: tuple[str, ...]) -> frozenset[Fraction]:
    """Return the numbers in the English forms of a trap's own value."""
    facts = (fact for form in expect for fact in english_facts(form).facts)
    return frozenset(value for fact in facts for value in (*fact.values, *fact.parts))


def source_values(source: Extraction) -> frozenset[Fraction]:
    """Return every value the Chinese states anywhere, traps' own values included."""
    values = {value for fact in source.facts for value in (*fact.values, *fact.parts)}
    for place in source.traps:
        values |= trap_values(place.trap.expect)
    return frozenset(values)


_ONE_OF: dict[tuple[int, str], re.Pattern[str]] = {
    (7, "day"): re.compile(r"[一每]个?(?:周|星期|礼拜)"),
    (14, "day"): re.compile(r"[两二]个?(?:周|星期|礼拜)"),
    (30, "day"): re.compile(r"[一每]个?月"),
    (365, "day"): re.compile(r"[一每全]年"),
    (12, "month"): re.compile(r"[一每全]年"),
    (52, "week"): re.compile(r"[一每全]年"),
    (60, "minute"): re.compile(r"[一每]个?(?:小时|钟头)"),
    (60, "second"): re.compile(r"[一每]分钟"),
    (100, "year"): re.compile(r"世纪"),
    (10, "year"): re.compile(r"年代"),
}


def _is_one_of(item: Fact, source: str) -> bool:
    """Whether the English counts out a whole that the Chinese names: 一个月 as "30 days"."""
    whole = _ONE_OF.get((int(item.value), item.unit)) if item.value.denominator == 1 else None
    return bool(whole and whole.search(source))


def _stands_unread(item: Fact, source: Extraction, target: str) -> bool:
    """Whether the very figure stands in the Chinese, in a place that was not read as a number (26x16.4x9mm)."""
    figure = _FIGURE.search(target, item.start, item.end)
    if figure is None or figure[0] not in source.text:
        return False
    same = re.finditer(rf"(?<![\d.,]){re.escape(figure[0])}(?![\d,]|\.\d)", source.text)
    return any(
        not any(fact.start < place.end() and place.start() < fact.end for fact in source.facts)
        for place in same
    )


_ALL_WON = re.compile(r"连[胜败]|全胜|不败")
"""四连胜 may become "4-0"."""

_FIGURE = re.compile(r"\d[\d,.]*\d|\d")


def is_explained(
    item: Fact, source: Extraction, values: frozenset[Fraction], target: str, published: date | None = None
) -> bool:
    """Whether something in the Chinese accounts for an English item that met no fact."""
    if item.kind is K.URL:
        return False
    if item.kind is K.CODE:
        return _code_is_explained(item, source.text, values)
    text = source.text
    if _is_in_shared_word(item, text, target):
        return True
    if any(item.value in trap_values(place.trap.expect) for place in source.traps):
        return True
    if item.kind is K.MONTH:
        return _month_is_explained(item, source, target, published)
    if item.kind is K.WEEKDAY:
        return not any(fact.kind is K.WEEKDAY and fact.values != item.values for fact in source.facts)
    if item.kind in (K.PERCENT, K.POINT):
        return _percent_is_explained(item, source)
    if item.kind is K.DAY:
        return _day_is_explained(item, source)
    if any(value in values for value in item.values):
        return True
    if item.kind is K.ORDINAL and _is_named_beside(item, text):
        return True
    if item.kind is K.RATIO:
        return _ALL_WON.search(text) is not None and 0 in item.parts
    if item.kind is K.QUANTITY and (_is_one_of(item, text) or _stands_unread(item, source, target)):
        return True
    if item.kind is K.MULTIPLE and item.value != 2:
        return False
    if item.kind is K.MULTIPLE and any(fact.kind is K.MULTIPLE for fact in source.facts):
        return False
    value = item.value
    if _looks_like_year(item) and _year_is_explained(item, source, published):
        return True
    if value.denominator == 1:
        lexical = _LEXICAL.get(int(value))
        if lexical and lexical.search(text):
            return True
        if value <= 10 and _CHINESE_DIGIT[int(value)] in text:
            return True
    return is_bracketed_conversion(item, source, target)


def _is_named_beside(item: Fact, source: str) -> bool:
    """Whether the Chinese has the ordinal beside another fact: 20世纪80年代, or 又一名 as "a second"."""
    if item.value == 2:
        return _ONE_MORE.search(source) is not None
    return item.value.denominator == 1 and f"{item.value}世纪" in source.replace(" ", "")


_ONE_MORE = re.compile(r"[又再另][^，。；\d一]{0,4}[1一]")


def _is_in_shared_word(item: Fact, source: str, target: str) -> bool:
    """Whether the figure stands in a word of letters and figures (4Corners7Seas) that the Chinese has, too."""
    start, end = item.start, item.end
    while start and target[start - 1].isalnum():
        start -= 1
    while end < len(target) and target[end].isalnum():
        end += 1
    word = target[start:end]
    return not word.isdigit() and end - start > item.end - item.start and word.isalnum() and word in source


def _month_is_explained(item: Fact, source: Extraction, target: str, published: date | None) -> bool:
    """A month is stated, lies in a stated range, or follows from relative words, a holiday or the article's date."""
    months = [fact for fact in source.facts if fact.kind is K.MONTH]
    if any(item.value in fact.values for fact in months):
        return True
    low_high = [fact.value for fact in months if fact.form == "range"]
    if low_high and min(low_high) <= item.value <= max(low_high):
        return True
    text = source.text
    if any(item.value == month and holiday.search(text) for month, holiday in _HOLIDAY_MONTHS):
        return True
    if _SHIFTED_MONTH.search(text):
        return True
    if _dates_a_bare_day(item, source, target):
        inherited = _inherited_months(item, source, target)
        return item.value in inherited if inherited else published is None or item.value == published.month
    if months:
        return False
    if published is not None and any(fact.kind is K.DAY for fact in source.facts):
        return item.value == published.month
    return bool(_RELATIVE_MONTH.search(text))


def _dates_a_bare_day(item: Fact, source: Extraction, target: str) -> bool:
    """Whether the month stands before a day that the Chinese gives without a month (27日)."""
    day = _DAY_AFTER.match(target, item.end)
    if day is None:
        return False
    month_ends = {fact.end for fact in source.facts if fact.kind is K.MONTH}
    days = [fact for fact in source.facts if fact.kind is K.DAY and fact.value == int(day[1])]
    return bool(days) and all(fact.start not in month_ends for fact in days)


def _inherited_months(item: Fact, source: Extraction, target: str) -> frozenset[int]:
    """Return the months that a bare day may have from the month named before it: that one, or the next."""
    match = _DAY_AFTER.match(target, item.end)
    day = int(match[1]) if match else 0
    named = [fact for fact in source.facts if fact.kind is K.MONTH]
    bare = next((fact for fact in source.facts if fact.kind is K.DAY and fact.value == day), None)
    if bare is None or not named or named[0].start > bare.start:
        return frozenset()
    last = [int(fact.value) for fact in named if fact.start < bare.start][-1]
    return frozenset({last, last % 12 + 1}) if day < 10 else frozenset({last})


_DAY_AFTER = re.compile(r"\.?\s(?:the\s)?(\d{1,2})(?!\d)")
_SHIFTED_MONTH = re.compile(r"[上本同当下次]个?月|季度|[上下]半年|个月|农历|腊月|正月|月[底末初]")
_HOLIDAY_MONTHS = (
    (1, re.compile("元旦|新年")),
    (3, re.compile("两会|三八")),
    (4, re.compile("愚人节")),
    (5, re.compile("五一|劳动节|五四")),
    (6, re.compile("六一|儿童节")),
    (7, re.compile("七一|建党")),
    (8, re.compile("八一|建军")),
    (10, re.compile("国庆|十一(?!月)|十月革命")),
    (11, re.compile("双十一|双11")),
    (12, re.compile("圣诞")),
)


def _has_date(source: Extraction) -> bool:
    return any(fact.kind in (K.MONTH, K.DAY) for fact in source.facts)


def _percent_is_explained(item: Fact, source: Extraction) -> bool:
    stated = {value for fact in source.facts if fact.kind in _SHARES for value in fact.values}
    stated |= {value * 100 for fact in source.facts if fact.kind is K.FRACTION for value in fact.values}
    if item.value in stated:
        return True
    lexical = _LEXICAL.get(int(item.value)) if item.value in (50, 100) else None
    return bool(lexical and lexical.search(source.text))


_SHARES = frozenset({K.PERCENT, K.POINT, K.ESTIMATE})


def _day_is_explained(item: Fact, source: Extraction) -> bool:
    if _RELATIVE_DAY.search(source.text):
        return True
    return any(fact.kind not in (K.MONTH, K.YEAR) and item.value in fact.values for fact in source.facts)


def _year_is_explained(item: Fact, source: Extraction, published: date | None) -> bool:
    """A relative year or a date without its year lets the English name a year near the article's own."""
    if not _RELATIVE_YEAR.search(source.text) and not (item.kind is K.YEAR and _has_date(source)):
        return False
    if published is not None and item.kind is K.YEAR and not _RELATIVE_YEAR.search(source.text):
        return abs(item.value - published.year) <= 1
    return 1900 <= item.value <= 2040


def _looks_like_year(item: Fact) -> bool:
    return item.kind in (K.YEAR, K.QUANTITY) and not item.unit and 1800 <= item.value <= 2100


def _code_is_explained(item: Fact, text: str, values: frozenset[Fraction]) -> bool:
    if item.parts and values.issuperset(item.parts):
        return True
    return any(code.search(item.code) and cue.search(text) for code, cue in _LEXICAL_CODES)


def is_bracketed_conversion(item: Fact, source: Extraction, target: str) -> bool:
    """Whether the item is, in brackets, a stated amount expressed in another unit (within 5 %)."""
    opening = max(target.rfind("(", 0, item.start), target.rfind("[", 0, item.start))
    if opening < 0 or target.find(")", opening, item.start) >= 0 or not item.unit:
        return False
    if _IS_GLOSS.match(target, opening):
        return True
    if dimension(item.unit) == "money":
        if _ends_with_currency(target[:opening], item.unit) or _is_stated_in_brackets(item.unit, source):
            return False
        return any(c.isdigit() for c in target[max(0, opening - 45) : opening])
    for fact in source.facts:
        value = converted(fact.value, fact.unit, item.unit) if fact.unit and fact.values else None
        if value and abs(value - item.value) * 20 <= value:
            return True
    return False


def _is_stated_in_brackets(unit: str, source: Extraction) -> bool:
    """Whether the source converts into this currency itself: 2000亿美元（1500亿英镑）."""
    return any(
        fact.unit == unit and _OPENED.search(source.text, max(0, fact.start - 4), fact.start)
        for fact in source.facts
    )


_OPENED = re.compile(r"[（(]\s?(?:约合?|合|即)?\s?$")


def _ends_with_currency(before: str, unit: str) -> bool:
    """Whether the amount before the bracket is in the very currency it seems to be converted into."""
    words = () if unit in DOLLARS else units()[unit].english
    return before.rstrip().lower().endswith(tuple(f" {word}" for word in words))


_IS_GLOSS = re.compile(r"[(\[][^()\[\]]*[=≈]")
"""(1 mu = 0.0667 hectares): a unit explained, not a value of the source."""


def relative_year(source: str, published: date | None) -> int | None:
    """Return the year that 今年, 去年 or 明年 in `source` means by the article's date."""
    if published is None:
        return None
    for word, shift in (("去年", -1), ("明年", 1), ("前年", -2), ("今年", 0)):
        if word in source:
            return published.year + shift
    return None
