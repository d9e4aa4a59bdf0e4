"""Years, months, days, decades and weekdays in Chinese text."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.text.facts import Fact, FactKind, Scan, Tier
from workbench.text.numerals import CHINESE_DIGITS, chinese_number

_YEAR = r"(?:(?:1[0-9]|20|21)\d{2}|[一二][〇零○一二三四五六七八九]{3})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|[二廿]十[一二三四五六七八九]|三十一?|[二三]十|十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = r"\s?(?:[-–—~～－/]{1,2}|至|到|、|和|及|与|或)\s?"
_NOT_DAY = r"(?!内|游|均|元|圆|本|子|常|报|志|后|前(?![往赴去来夕])|期|程|益|渐|夜|薪|产|活|用|军|方|语|裔|系|籍|企|媒|美(?!国)|中(?![午国共央])|韩(?!国)|照)"

ISO = re.compile(
    rf"(?<!\d)({_YEAR})\s?[-./]\s?(1[0-2]|0?[1-9])\s?[-./]\s?(3[01]|[12]\d|0?[1-9])(?!\d|[.]\d)日?"
)
YEARS = re.compile(
    rf"(?<![\d.])({_YEAR})\s?年?{_TO}({_YEAR}|\d{{2}})\s?年?度?(?=年|赛季|财年|学年|年度)年?(?!代)"
)
YEAR = re.compile(
    rf"(?<![\d.,万亿])({_YEAR})\s?(?:年(?!代|[历来前后][史前]|的?历史)|(?=赛季|财年|学年|款|世界杯|奥运会))"
)
SEASON = re.compile(r"(?<![\d.-])((?:19|20)\d\d)\s?[-–—/]\s?(\d\d)(?![\d%.-]|\s?[月万亿元岁人个名家件])")
"""2019-20: two years where the second follows the first and is no month."""

SPACED_YEAR = re.compile(r"(?<![\d.] )(?<!\d)((?:1 9|2 0) \d \d)(?= ?年)")
"""2 0 1 5 年: the figures of a justified line, as they come out of a PDF."""

CARBON_YEARS = re.compile(r"(?<![\d.])(30)\s?[·•・]?\s?(60)(?=[”」’\"']?\s?(?:目标|愿景|战略|双碳|碳达峰))")
"""“3060”目标: emissions peak by 2030, and are neutral by 2060."""

SHORT_YEAR = re.compile(
    r"(?<![\d.])(?:['’‘](\d{2})|(0\d)|(?<=[从在自于到至])(9\d|8\d))\s?年(?![代来间前后多内])"
)
DECADES = re.compile(
    r"(?<!\d)(?:(?:2[01]|19|18|二十一?|十九|十八)\s?世纪\s?)?([一二三四五六七八九])([一二三四五六七八九])十年代"
)
LISTED_DECADES = re.compile(
    r"(?<![\d.])(?:(?:2[01]|19|18|二十一?|十九|十八)\s?世纪\s?)?(\d0|[2-9](?=、\d0\s?年代)|[一二三四五六七八九]十)(?:\s?年代)?(?:、|至|到|和|及|与)(\d[05]|[一二三四五六七八九]十)(?=\s?年代|['’”\"]?\s?后(?![复续]))"
)
"""70、80年代, 7、80年代 and 80、90后: the first of two has its noun behind the second."""

DECADE = re.compile(
    r"(?<!\d)(?:(2[01]|1\d|二十一?|十[五六七八九])\s?世纪\s?)?(\d{3}0|\d0|[一二三四五六七八九]十)\s?年代"
)
BORN = re.compile(r"(?<![\d.])(\d[05]|[五六七八九零〇][零〇])['’”\"]?\s?后(?![^。，]{0,2}(?:复|续))")
CENTURIES = re.compile(r"(?<![\d.第数几])(\d{1,2}|[二两三四五六七八九十]+)\s?个世纪")
CENTURY = re.compile(r"(?<![\d上本个半])(\d{1,2}|[一二]?十?[一二三四五六七八九])\s?世纪")
MONTHS = re.compile(
    rf"(?<![\d.个])({_MONTH})\s?月?(?:份)?\s?(?:[-–—~～－]{{1,2}}|至|到)\s?({_MONTH})\s?月(?!\s?{_DAY}\s?[日号])份?"
)
LISTED_MONTHS = re.compile(
    rf"(?<![\d.个日])({_MONTH})\s?(?:、|和|及|与|或)\s?({_MONTH})\s?月(?!\s?{_DAY}\s?[日号])份?"
)
TWO_MONTHS = re.compile(r"(?<![一二三四五六七八九十])([一二三四五六七八])([二三四五六七八九])月份?")
MONTH_DAYS = re.compile(
    rf"(?<![\d.几])(?<!(?<![指系参])数)(?<!(?<!整)个)({_MONTH})\s?月\s?(?:份|(?:的)?({_DAY}(?:\s?[日号]?{_TO}{_DAY})*)\s?(?:[日号]|(?=电[，。：:（(\s]|电[^影视力脑话商子池梯网器台缆]))"
    r"|(?!\d{1,2}(?!\d|[.,]\d|\s?[%次个名家宗亿万元人项起例件吨倍基])|球|亮|饼|光|台(?!湾|北|中|南|股|当局|商|胞|海)|嫂|薪|票|季|子弹|度))"
)
DAYS = re.compile(
    rf"(?<![\d.,点第一二三四五六七八九十百千万个几数\-]){_DAY}(?:\s?日?{_TO}{_DAY})*\s?日{_NOT_DAY}"
)
ONE_DAY = re.compile(r"(?<![\d一二三四五六七八九十月])一日(?!电|报道|消息|讯|[上下]午|晚|凌晨)")
ONE_MONTH = re.compile(
    r"(?<![\d一二三四五六七八九十年])一月(?=内|余|有余|之)|(?<=孕)[一二三四五六七八九十]月|十月(?=怀胎)|(?<=[前近每])一月(?!\s?\d|\s?[一二三十])"
)
"""前一月内, 一月之内: a month long, not January."""

PREGNANT = re.compile(
    rf"({_MONTH})月(?=身孕|大的?(?:女|男|婴|幼|孩|宝|小)|龄)|(?<=怀孕)({_MONTH})月(?!\s?\d)"
)
"""4月身孕 is four months, not April."""

LUNAR_DAY = re.compile(
    r"二月二(?=龙|[，。、”’])|三月三(?=[，。、”’歌节民传])|(?:正月|腊月|大年|农历|阴历)*初[一二三四五六七八九十]|大年三十|腊月\w{1,2}(?=[，。、日])"
)
WEEKDAY = re.compile(
    r"(?:周|星期|礼拜)\s?([一二三四五六日天1-6])(?!\d|年|期|周|岁|[一二三四五六七八九十]?[个次场期])"
)
OPEN_DAY = re.compile(
    rf"(?<![\d.])({_MONTH})月({_DAY})(?=(?:和|、|至|到|[-–—~～])\d{{1,2}}月\d{{1,2}}[日号])"
)
SPOKEN_DAY = re.compile(
    rf"(?<=[本上下当]月)({_DAY})号|(?<=当地时间)({_DAY})号|(?<=[今昨明]天)({_DAY})号"
    rf"|(?<![\d.第一二三四五六七八九十A-Za-z])({_DAY})号(?=[上下]午|晚|早|傍晚|清晨|深夜|凌晨|当[天晚]|视察|出席|前往|来到|离开|启程|开幕|闭幕|通过|公布|[，,]?(?:国务院|习近平|李克强|外交部)|起|开始|前|结束|的时候|在|分别|举行|抵达|会见|说|表示|宣布|发表|访问|签署)"
)
BRACKET_DAY = re.compile(
    rf"[今昨明]\s?\(\s?({_DAY})\s?\)\s?[日晨早晚天]"
    rf"|(?:[今昨明前][天晚早]|[周期][一二三四五六日天])\s?\(\s?({_DAY})\s?号?\s?\)"
)
"""今（27）日 and 今天(27号) are the 27th."""

EVENT_DAY = re.compile(
    r"(?<![\d.])(1[0-2]|[1-9])(?:\s?[.·•・]\s?|\s)(3[01]|[12]\d|0?[1-9])(?![\d.%])(?=[”’\"']?\s?(?:特大|重大|强|大)?"
    r"(?:(?<=[·•・ ]\d\d)(?![级度万亿千百个名起人元米公吨年月日时分秒倍成折小])[一-鿿]{2,4})?"
    r"(?:洪|暴雨|降雨|地震|事件|事故|惨案|案|汇改|爆炸|火灾|大火|空难|矿难|泥石流|枪击|恐袭|袭击|专案|讲话|新政|禁毒|运动|暴恐|公告|股灾|晚会|行动|购物节|大促|消费者|抗震|命案|大案))"
)
"""“8·11”汇改, 7.19洪灾: an event named by its day, which may stay a figure in English (8.11, 719)."""

NUMERIC_DAY = re.compile(_DAY)
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日", 1)} | {"天": 7} | {str(i): i for i in range(1, 7)}
_LUNAR_BEFORE = re.compile(r"(?:农历|阴历|夏历)[^，。]{0,6}$")


def take_chinese_dates(scan: Scan) -> None:
    """Take years, decades, centuries, months, days and weekdays, longest pattern first."""
    scan.take(ISO, _read_iso)
    scan.take(LUNAR_DAY, _read_nothing, "初", "大年", "月二", "月三")
    scan.take(DECADES, _read_decades, "年代")
    scan.take(LISTED_DECADES, _read_listed_decades, "年代", "后")
    scan.take(DECADE, _read_decade, "年代")
    scan.take(BORN, _read_born, "后")
    scan.take(CENTURIES, _read_centuries, "世纪")
    scan.take(CENTURY, _read_century, "世纪")
    scan.take(SPACED_YEAR, _read_spaced_year, "年")
    scan.take(CARBON_YEARS, _read_carbon_years, "60")
    scan.take(YEARS, _read_years)
    scan.take(SEASON, _read_season)
    scan.take(YEAR, lambda match: [_year(match, 1)], "年", "赛季", "款", "世界杯", "奥运会")
    scan.take(SHORT_YEAR, _read_short_year, "年")
    scan.take(OPEN_DAY, _read_open_day, "月")
    scan.take(ONE_MONTH, _read_nothing, "一月", "孕", "怀胎")
    scan.take(PREGNANT, _read_pregnant, "月")
    scan.take(MONTHS, _read_months, "月")
    scan.take(LISTED_MONTHS, _read_months, "月")
    scan.take(TWO_MONTHS, _read_two_months, "月")
    scan.take(MONTH_DAYS, _read_month_days, "月")
    scan.take(ONE_DAY, _read_nothing)
    scan.take(DAYS, lambda match: _days(match, match.start(), match.end()), "日")
    scan.take(SPOKEN_DAY, lambda match: _days(match, match.start(), match.end()), "号")
    scan.take(BRACKET_DAY, lambda match: _days(match, *match.span(match.lastindex or 1)), "(")
    scan.take(EVENT_DAY, _read_event_day)
    scan.take(WEEKDAY, _read_weekday, "周", "星期", "礼拜")


def _read_nothing(match: re.Match[str]) -> list[Fact]:
    del match
    return []


def _number(text: str) -> int:
    value = chinese_number("一" if text == "元" else text.replace("廿", "二"))
    return int(value or 0)


def _year(match: re.Match[str], group: int) -> Fact:
    return Fact(FactKind.YEAR, (Fraction(_number(match[group])),), match.start(group), match.end())


def _read_spaced_year(match: re.Match[str]) -> list[Fact]:
    return [Fact(FactKind.YEAR, (Fraction(match[1].replace(" ", "")),), *match.span())]


def _read_carbon_years(match: re.Match[str]) -> list[Fact]:
    return [
        Fact(FactKind.YEAR, (Fraction(f"20{match[group]}"),), *match.span(group), tier=Tier.VAGUE)
        for group in (1, 2)
    ]


def _read_iso(match: re.Match[str]) -> list[Fact]:
    kinds = (FactKind.YEAR, FactKind.MONTH, FactKind.DAY)
    return [
        Fact(kind, (Fraction(_number(match[group])),), match.start(group), match.end(group))
        for group, kind in enumerate(kinds, 1)
    ]


def _read_years(match: re.Match[str]) -> list[Fact]:
    first, second = _number(match[1]), _number(match[2])
    values = (second,) if second >= 100 else (first - first % 100 + second, second)
    return [
        Fact(FactKind.YEAR, (Fraction(first),), match.start(1), match.end(1)),
        Fact(FactKind.YEAR, tuple(map(Fraction, values)), match.start(2), match.end()),
    ]


def _read_season(match: re.Match[str]) -> list[Fact] | None:
    second = int(match[2])
    return _read_years(match) if second > 12 and second == int(match[1]) % 100 + 1 else None


def _read_short_year(match: re.Match[str]) -> list[Fact]:
    short = int(match[1] or match[2] or match[3])
    century = 2000 if short < 40 else 1900
    values = (Fraction(century + short), Fraction(short))
    return [Fact(FactKind.YEAR, values, match.start(), match.end())]


def _decade(tens: int, start: int, end: int) -> Fact:
    values = [tens, tens % 100] if tens >= 100 else [tens, 1900 + tens, 2000 + tens]
    return Fact(FactKind.DECADE, tuple(Fraction(value) for value in values), start, end)


def _read_decades(match: re.Match[str]) -> list[Fact]:
    return [
        _decade(CHINESE_DIGITS[match[1]] * 10, match.start(1), match.end(1)),
        _decade(CHINESE_DIGITS[match[2]] * 10, match.start(2), match.end()),
    ]


def _read_listed_decades(match: re.Match[str]) -> list[Fact]:
    return [
        _decade(
            _number(match[1].ljust(2, "0") if match[1].isdigit() else match[1]), match.start(), match.end(1)
        ),
        _decade(_number(match[2]), match.start(2), match.end()),
    ]


def _read_decade(match: re.Match[str]) -> list[Fact]:
    tens = _number(match[2])
    if match[1] and tens < 100:
        tens += (_number(match[1]) - 1) * 100
    return [_decade(tens, match.start(), match.end())]


def _read_born(match: re.Match[str]) -> list[Fact]:
    return [_decade(_number(match[1]), match.start(), match.end())]


def _read_centuries(match: re.Match[str]) -> list[Fact]:
    years = Fraction(_number(match[1]) * 100)
    return [Fact(FactKind.QUANTITY, (years,), *match.span(), tier=Tier.SMALL, unit="year")]


def _read_century(match: re.Match[str]) -> list[Fact]:
    number = _number(match[1])
    values = (Fraction(number), Fraction(number * 100 - 100))
    return [Fact(FactKind.ORDINAL, values, match.start(), match.end(), form="century")]


def _month(text: str, start: int, end: int) -> Fact:
    return Fact(FactKind.MONTH, (Fraction(_number(text)),), start, end)


def _read_months(match: re.Match[str]) -> list[Fact]:
    first, second = _number(match[1]), _number(match[2])
    if first >= second and match[0].count("月") != 2:
        return []
    low = Fact(FactKind.MONTH, (Fraction(first),), match.start(1), match.end(1), form="range")
    high = Fact(FactKind.MONTH, (Fraction(second),), match.start(2), match.end(), form="range")
    return [low, high]


def _read_pregnant(match: re.Match[str]) -> list[Fact]:
    months = Fraction(_number(match[1] or match[2]))
    return [Fact(FactKind.QUANTITY, (months,), *match.span(), unit="month")]


def _read_open_day(match: re.Match[str]) -> list[Fact]:
    day = Fact(FactKind.DAY, (Fraction(_number(match[2])),), *match.span(2))
    return [_month(match[1], match.start(), match.start(2)), day]


def _read_event_day(match: re.Match[str]) -> list[Fact]:
    month, day = int(match[1]), int(match[2])
    figures = (Fraction(f"{month}.{match[2]}"), Fraction(month * 100 + day))
    return [
        Fact(FactKind.MONTH, (Fraction(month),), *match.span(1), tier=Tier.SET, parts=figures),
        Fact(FactKind.DAY, (Fraction(day),), *match.span(2), tier=Tier.SET, parts=figures),
    ]


def _read_two_months(match: re.Match[str]) -> list[Fact] | None:
    if CHINESE_DIGITS[match[2]] != CHINESE_DIGITS[match[1]] + 1:
        return None
    return [_month(match[1], match.start(1), match.end(1)), _month(match[2], match.start(2), match.end())]


def _read_month_days(match: re.Match[str]) -> list[Fact]:
    lunar = _LUNAR_BEFORE.search(match.string, 0, match.start())
    month_end = match.start(2) if match[2] else match.end()
    month = _month(match[1], match.start(1), month_end)
    facts = [month, *(_days(match, match.start(2), match.end()) if match[2] else [])]
    if not lunar:
        return facts
    return [Fact(fact.kind, fact.values, fact.start, fact.end, Tier.VAGUE) for fact in facts]


_LASTING = re.compile(r"(?:近|约|达|历时|为期|共|满|超过|不足|连续|每|休整|将近|逾)$")


def _days(match: re.Match[str], start: int, end: int) -> list[Fact]:
    found = list(NUMERIC_DAY.finditer(match.string, start, end))
    last = found[-1].start() if found else start
    if _LASTING.search(match.string, max(0, start - 3), start):
        return [
            Fact(FactKind.QUANTITY, (Fraction(_number(day[0])),), *day.span(), unit="day") for day in found
        ]
    return [
        Fact(
            FactKind.DAY,
            (Fraction(_number(day[0])),),
            day.start(),
            end if day.start() == last else day.end(),
        )
        for day in found
    ]


def _read_weekday(match: re.Match[str]) -> list[Fact]:
    return [Fact(FactKind.WEEKDAY, (Fraction(_WEEKDAYS[match[1]]),), match.start(), match.end())]
