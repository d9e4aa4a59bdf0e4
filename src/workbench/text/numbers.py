"""Plain quantities, vague magnitudes and estimates in Chinese text."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from workbench.text.approximation import chinese_approximation
from workbench.text.facts import Approximation, Fact, FactKind, Scan, Tier
from workbench.text.numerals import CHINESE_DIGITS, chinese_number
from workbench.text.percent_english import FRACTION_SIGNS
from workbench.text.units import chinese_unit_after, currency_before, dimension

_DIGITS = r"(?:\d+(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_SCALE = r"(?:[十百千]?\s?(?:个(?![万亿]+元(?:以上|级|[^，。；、]{0,12}项目)))?(?:万亿|亿|万)|[十百](?!分|货|姓|科|合)|千(?!米|克|瓦|卡|赫|帕|伏|字节|兆))"
_HEDGE = r"[余多几来]?"
_MIXED = rf"{_DIGITS}(?:\s?{_HEDGE}\s?{_SCALE}(?:\d+(?:\.\d+)?(?:{_SCALE}|(?<=[万亿]\d)千)?)*)?"
_TO = r"\s?(?:[-–—~～－]{1,2}|至|到)\s?"
_NUMERAL = "零〇一二两三四五六七八九十百千万亿"

MIXED = re.compile(rf"(?<![\d.A-Za-z])(?:({_DIGITS})([^\W\d_增升降减涨跌扩提调缩]{{0,2}}?){_TO})?({_MIXED})")
CHINESE = re.compile(
    rf"(?:(?:数|几|好几|上|成)(?=[十百千万亿]))?[{_NUMERAL}俩]+(?:[余多几来]?(?:万亿|亿|万|千|百|十))*(?:点[零〇一二三四五六七八九]+(?:万亿|亿|万|千|百)?)?"
)
SHOPPING_DAY = re.compile(r"双\s?(11|12|十一|十二)")
RANGE = re.compile(
    rf"(?<![{_NUMERAL}\d])([二三四五六七八九两十])(?:至|到)([一二三四五六七八九]?[十百千][{_NUMERAL}]*|[一二三四五六七八九两][万亿])"
)
HALF = re.compile(
    rf"({_DIGITS}|[一二两三四五六七八九十]+)\s?(?:个半(?=小时|月|世纪|钟头|星期|多)|(?:(年|天|小时|个月|周|个?星期|场|局|盘|岁|圈|倍|斤|里|亩|公里|公斤|吨)半(?![年月天数个决径导])))"
)
HALF_UNIT = re.compile(
    r"(?<![上下前后大一过多每各夜月百另])半(?=个?(?:年|米|公里|公斤|吨|斤|月|天|小时|世纪|个?星期|程|公里|径)(?![径]))"
)
VAGUE = re.compile(
    r"(?:(?<![指系参])数(?!十[一二]?月)|几|好几|上|成)([十百千万亿]+)(?:余|多)?|数以([十百千万亿]+)计|以([十百千万亿]+)计"
    r"|(?<![\d一二三四五六七八九两几零半 ])([十百千万亿]+)(?:余|多|几)(万?亿|万)?"
    r"|(?:(?<=[近过超逾破约达])|(?<=超过)|(?<=将近)|(?<=接近))([百千万亿]+)(?![分科姓货合金])"
    r"|(?<![\d一二三四五六七八九两几零十百千万亿多余半 个])((?:百|千|十|万)[万亿]|亿)(?=[名个人元美件户吨亩级家台册公年规计部条级千]|以上)"
)
ESTIMATE = re.compile(
    r"(?<![一二三四五六七八九十百千万\d])([一二三四五六七八九]?十)?([一二两三四五六七八])([二三四五六七八九])([十百千万亿]{0,2})(?![十百千万亿一二三四五六七八九])"
)
_COIN = r"(\d{1,2}|[二两三四五六七八九])"
COINS = re.compile(
    rf"(?<![\d.,元块])(?:{_COIN}\s?[角毛](?:{_COIN}\s?分)?(?=[，。；！？、）)的钱左至到/或]|$)|{_COIN}\s?分钱)"
)
"""5角 is half a yuan; so are 5 jiao and 50 fen."""

WITH_FRACTION = re.compile(r"(?<![\d.,])(\d+)\s?([½¼¾⅓⅔])")
HUNDREDTHS = re.compile(r"(?<!\d)(\d{1,2})秒(\d{1,2})(?![\d,.%年月日时分万亿千百个名人])")
"""1分57秒79: a sporting time, whose hundredths stand behind the second."""

ESTIMATE_LISTED = re.compile(
    r"(?<![一二三四五六七八九十\d])(十)?([一二两三四五六七八])、([二三四五六七八九])(?=岁|个月|天|米|公里|斤|里路)"
)
"""十一、二岁 is eleven or twelve."""

ESTIMATE_AFTER = re.compile(
    r"([一二三四五六七八九十]+)(万|千|百)([一二三四五六七八])([二三四五六七八九])(千|百|十)(?![一二三四五六七八九十百千万亿])"
)
"""一万六七千 is 16,000 or 17,000."""

MINUTES = re.compile(r"(?<![\d.])(\d{1,2})分(?=[零\d]\d?秒)")
"""4分49秒: minutes, not points."""

AGE_DECADES = re.compile(r"(?<![\d一二三四五六七八九十上中下])([四五六七八九]|[4-9])旬(?!节)")
"""年过六旬: a decade of a life."""

_LIST = re.compile(r"[一二三四五六七八九]{3,}(?=年级|等奖|线城市|类|级|声)")
MEASURES = frozenset(
    "国方省市县区村镇乡地校院厂企党军门人男女子大代轮环侧岸端路队组系族类型版步部口室厅层排行列圈名位家户项件次种"
    "条座所只台辆艘架本张份支场届级批起例天年月周日小时分秒米吨斤克亩元个块颗粒股集档段把道遍番艘幅栋篇首句字页头匹"
    "款套副双对成倍折度点期课顶根瓶杯箱袋车船枚株棵宗桩笔则封课趟回顿场幢间扇盏面片朵滴团束串排剂针局盘员强甲市州"
    "处门环厘公平立千毫海英加联港欧日美卢韩新单胎孩星等号楼居站节环维极洲里尺寸码旬载夜"
)
"""The first characters of measure words: a Chinese digit before one of them is a number."""

_SCALES_ONLY = re.compile(r"[百千万亿]+")
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}


def take_chinese_numbers(scan: Scan) -> None:
    """Take estimates, vague magnitudes, halves and plain numbers, with units and hedges."""
    scan.take(_LIST, _read_list)
    scan.take(ESTIMATE_AFTER, lambda match: _read_estimate_after(match, scan.text))
    scan.take(ESTIMATE_LISTED, lambda match: _read_listed(match, scan.text), "、")
    scan.take(ESTIMATE, lambda match: _read_estimate(match, scan.text))
    scan.take(VAGUE, lambda match: _read_vague(match, scan.text))
    scan.take(SHOPPING_DAY, _read_shopping_day)
    scan.take(HALF, lambda match: _read_half(match, scan.text))
    scan.take(HALF_UNIT, lambda match: _read_half_unit(match, scan.text))
    scan.take(HUNDREDTHS, _read_hundredths, "秒")
    scan.take(MINUTES, _read_minutes, "秒")
    scan.take(AGE_DECADES, _read_age_decades, "旬")
    scan.take(COINS, _read_coins, "角", "毛", "分钱")
    scan.take(WITH_FRACTION, lambda match: _read_with_fraction(match, scan.text), *FRACTION_SIGNS)
    scan.take(MIXED, lambda match: _read_mixed(match, scan.text))
    scan.take(RANGE, lambda match: _read_range(match, scan.text))
    scan.take(CHINESE, lambda match: _read_chinese(match, scan.text))


def _read_list(match: re.Match[str]) -> list[Fact]:
    """三四五六年级 is a list whose members English may sum up ("grades three to six")."""
    del match
    return []


def _power(scales: str) -> int:
    return sum(_POWERS[scale] for scale in scales)


def measured(fact: Fact, text: str) -> Fact:
    """Return the fact with its unit and hedge as written around it."""
    unit, end = chinese_unit_after(text, fact.end)
    if not unit or unit == "CNY":
        unit = _signed(text, fact.start) or unit
    approximation = chinese_approximation(text, fact.start, end)
    if not unit and approximation is Approximation.NONE:
        return fact
    return replace(fact, unit=unit or fact.unit, approximation=approximation)


def _signed(text: str, start: int) -> str:
    """Return the currency of a sign before the number: £28亿元 are pounds."""
    named = _NAMED_BEFORE.search(text, max(0, start - 4), start)
    if named:
        return _CURRENCY_NAMES[named[1]]
    signs = text[max(0, start - 2) : start]
    return currency_before(text, start)[0] if not _SIGNS.isdisjoint(signs) else ""


_CURRENCY_NAMES = {
    "新台币": "TWD",
    "台币": "TWD",
    "港币": "HKD",
    "澳门币": "MOP",
    "美金": "USD",
}
_NAMED_BEFORE = re.compile(rf"({'|'.join(_CURRENCY_NAMES)})\s?$")
_SIGNS = frozenset("$€£₩₹")


def _read_vague(match: re.Match[str], text: str) -> list[Fact] | None:
    scales = next(group for group in match.groups() if group) + (match[5] or "")
    if (scales == "十" and match[0] == "十") or match[0] in ("成百", "上亿年"):
        return None
    form = "teens" if match[4] == "十" else "just over" if match[4] else "digits"
    fact = Fact(FactKind.VAGUE, (Fraction(10) ** _power(scales),), *match.span(), tier=Tier.VAGUE, form=form)
    return [measured(fact, text)]


def _read_estimate(match: re.Match[str], text: str) -> list[Fact] | None:
    low, high = CHINESE_DIGITS[match[2]], CHINESE_DIGITS[match[3]]
    after = text[match.end() : match.end() + 1]
    if high != low + 1 and (low, high) != (3, 5):
        return None
    if not match[4] and not match[1] and after not in MEASURES:
        return None
    if not match[4] and not match[1] and (low, high) == (1, 2) and after in ("十", "线", "手", "把"):
        return None
    base = (chinese_number(match[1]) or Fraction(0)) if match[1] else Fraction(0)
    factor = Fraction(10) ** _power(match[4])
    values = (base + low * factor, base + high * factor)
    return [measured(Fact(FactKind.ESTIMATE, values, *match.span(), tier=Tier.SMALL), text)]


def _read_listed(match: re.Match[str], text: str) -> list[Fact] | None:
    low, high = (CHINESE_DIGITS[match[group]] + (10 if match[1] else 0) for group in (2, 3))
    if high != low + 1:
        return None
    values = (Fraction(low), Fraction(high))
    return [measured(Fact(FactKind.ESTIMATE, values, *match.span(), tier=Tier.SMALL), text)]


def _read_estimate_after(match: re.Match[str], text: str) -> list[Fact] | None:
    low, high = CHINESE_DIGITS[match[3]], CHINESE_DIGITS[match[4]]
    if high != low + 1 or _POWERS[match[5]] >= _POWERS[match[2]]:
        return None
    base = (chinese_number(match[1]) or Fraction(0)) * 10 ** _POWERS[match[2]]
    values = tuple(base + digit * 10 ** _POWERS[match[5]] for digit in (low, high))
    return [measured(Fact(FactKind.ESTIMATE, values, *match.span(), tier=Tier.SMALL), text)]


def _read_with_fraction(match: re.Match[str], text: str) -> list[Fact]:
    value = Fraction(int(match[1])) + FRACTION_SIGNS[match[2]]
    return [measured(Fact(FactKind.QUANTITY, (value,), *match.span()), text)]


def _read_minutes(match: re.Match[str]) -> list[Fact]:
    return [Fact(FactKind.QUANTITY, (Fraction(int(match[1])),), *match.span(), unit="minute")]


def _read_age_decades(match: re.Match[str]) -> list[Fact]:
    years = (chinese_number(match[1]) or Fraction(0)) * 10
    return [Fact(FactKind.QUANTITY, (years,), *match.span(), tier=Tier.SMALL, unit="age")]


def _read_coins(match: re.Match[str]) -> list[Fact]:
    jiao, fen = (chinese_number(match[group] or "零") or Fraction(0) for group in (1, 2))
    small = fen + (chinese_number(match[3]) or Fraction(0) if match[3] else 0)
    yuan = jiao / 10 + small / 100
    readings = (yuan, yuan * 100) if small else (yuan, jiao, yuan * 100)
    return [Fact(FactKind.QUANTITY, readings, *match.span(), unit="CNY", form="coins")]


_HALVED = {
    "年": "year",
    "天": "day",
    "小时": "hour",
    "个月": "month",
    "周": "week",
    "星期": "week",
    "个星期": "week",
}


def _read_half(match: re.Match[str], text: str) -> list[Fact] | None:
    value = chinese_number(match[1])
    if value is None:
        return None
    unit = _HALVED.get(match[2] or "") or (chinese_unit_after(text, match.start(2))[0] if match[2] else "")
    value += Fraction(1, 2)
    if text.startswith("世纪", match.end()):
        return [Fact(FactKind.QUANTITY, (value * 100,), match.start(), match.end() + 2, unit="year")]
    fact = Fact(FactKind.QUANTITY, (value,), *match.span(), unit=unit)
    return [fact if unit else measured(fact, text)]


def _read_half_unit(match: re.Match[str], text: str) -> list[Fact]:
    unit, _ = chinese_unit_after(text, match.end() + (1 if text[match.end()] == "个" else 0))
    unit = unit or ("month" if text.startswith("个月", match.end()) else "")
    return [
        Fact(FactKind.QUANTITY, (Fraction(1, 2),), *match.span(), tier=Tier.VAGUE, unit=unit, form="half")
    ]


def _read_hundredths(match: re.Match[str]) -> list[Fact]:
    value = Fraction(f"{match[1]}.{match[2]}")
    parts = (Fraction(int(match[1])), Fraction(int(match[2])))
    return [Fact(FactKind.QUANTITY, (value,), *match.span(), unit="second", parts=parts)]


def _without_hedge(text: str) -> str:
    return text.translate({ord(hedge): None for hedge in "余多几来俩个 "})


_HOTLINE = re.compile(r"急救|报警|火警|救护|民警指挥|热线|求助")


def _read_mixed(match: re.Match[str], text: str) -> list[Fact] | None:
    high_text = _without_hedge(match[3])
    high = chinese_number(high_text)
    if high is None:
        return None
    is_item = not match.start(3) and text[match.end() : match.end() + 1] in (".", "、", ")")
    is_called = match[3] in ("110", "119", "120", "122", "12345") and _HOTLINE.match(text, match.end())
    tier = Tier.SMALL if (high == 1 and not is_item) or is_called else Tier.SURE
    top = measured(Fact(FactKind.QUANTITY, (high,), match.start(3), match.end(), tier), text)
    if not match[1]:
        return [top]
    scales = match[2][: len(match[2]) - len(match[2].lstrip("十百千万亿"))]
    low = chinese_number(match[1] + scales) or Fraction(0)
    head = re.match(r"[\d,.]+", high_text)
    mantissa = chinese_number(head[0].rstrip(",.")) if head else None
    if mantissa and mantissa != high and low <= mantissa and not match[2]:
        low *= high / mantissa
    end = match.end(1) + len(scales)
    bottom = measured(Fact(FactKind.QUANTITY, (low,), match.start(1), end, unit=top.unit), text)
    return [replace(bottom, unit=bottom.unit or top.unit), top]


def _read_chinese(match: re.Match[str], text: str) -> list[Fact] | None:
    numeral = _without_hedge(match[0])
    after = text[match.end() : match.end() + 1]
    if match[0][0] in "数几好上成" or _SCALES_ONLY.fullmatch(numeral) or not numeral:
        return None
    pure = all(c in CHINESE_DIGITS for c in numeral)
    if len(numeral) == 1 or numeral == "十":
        return _read_single(match, numeral, after, text)
    if pure and ("〇" not in numeral and "零" not in numeral) and not (len(numeral) > 2 and after == "号"):
        return None
    value = chinese_number(numeral)
    if value is None or numeral[0] in "百千万亿零":
        return None
    unit, _ = chinese_unit_after(text, match.end())
    sure = value > 10 and (bool(unit) or after in MEASURES) and numeral[0] not in "零〇"
    tier = Tier.SURE if sure else Tier.SMALL
    return [measured(Fact(FactKind.QUANTITY, (value,), *match.span(), tier=tier, form="words"), text)]


def _read_shopping_day(match: re.Match[str]) -> list[Fact]:
    value = chinese_number(match[1]) or Fraction(11)
    return [Fact(FactKind.QUANTITY, (value,), *match.span(), tier=Tier.SET)]


def _read_range(match: re.Match[str], text: str) -> list[Fact] | None:
    """三到十万: the low end shares the scale of the high end where it can."""
    low, high = chinese_number(match[1]), chinese_number(match[2])
    if low is None or high is None:
        return None
    scales = match[2].lstrip("一二三四五六七八九两十")
    factor = Fraction(10) ** _power(scales) if scales and not set(scales) - set(_POWERS) else Fraction(1)
    top = measured(
        Fact(FactKind.QUANTITY, (high,), match.start(2), match.end(), Tier.SMALL, form="words"), text
    )
    values = (low * factor, low) if factor > 1 else (low,)
    return [
        Fact(FactKind.QUANTITY, values, *match.span(1), tier=Tier.SMALL, unit=top.unit, form="words"),
        top,
    ]


def _read_single(match: re.Match[str], numeral: str, after: str, text: str) -> list[Fact] | None:
    """One numeral character counts only directly before a measure word; 一 is an article."""
    if numeral in "一零〇百千万亿" or (match.start() and text[match.start() - 1] in "第初周"):
        return None
    unit, _ = chinese_unit_after(text, match.end())
    if not unit and after not in MEASURES:
        return None
    value = chinese_number(numeral)
    if value is None:
        return None
    tier = Tier.SURE if dimension(unit) in _MEASURED and not _LOOSE.match(text, match.end()) else Tier.SMALL
    if (match.start() and text[match.start() - 1] in "这那头") or (numeral in "两二" and unit in _PASSING):
        tier = Tier.SMALL
    return [measured(Fact(FactKind.QUANTITY, (value,), *match.span(), tier=tier, form="words"), text)]


_MEASURED = frozenset({"time", "length", "area", "volume", "mass", "money", "power", "energy"})
_PASSING = frozenset({"day", "year", "month", "week", "hour"})
_LOOSE = re.compile(
    r"个?(?:周|年一|年级|级|天(?:后|前|来)|角|分(?!钟)|两|度|升|方|里|码|年前|年后|月|斤|瓦|秒|时|桶|克|尺)(?!钟)"
)
