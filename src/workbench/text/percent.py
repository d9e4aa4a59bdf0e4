"""Percentages, percentage points, 成, 折, 倍, 番 and fractions in Chinese text."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.text.facts import Fact, FactKind, Scan, Tier
from workbench.text.numerals import CHINESE_DIGITS, chinese_number, decimal

ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
CHINESE = r"[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?"
_TO = r"\s?(?:[-–—~～－]{1,2}|至|到|、|和|与|及)\s?"
_LOW = rf"(?:({ARABIC})\s?%?{_TO}-?)?"

SIGN = re.compile(rf"(?<![\d.])-?{_LOW}({ARABIC})\s?(?:%|pct)")
INTEREST = re.compile(
    rf"(?:息|利率|回报率?|收益率)[^，。；0-9]{{0,8}}?({ARABIC}|[一二三四五六七八九])(?:{_TO}({ARABIC}))?\s?厘(?!米)"
)
"""利率3厘 is 3 percent a year, or 0.3 percent a month."""

RATE = re.compile(
    rf"(?<![\d.])(?:({ARABIC})\s?厘?{_TO}(?=\d+\.\d))?(\d+\.\d+)\s?厘(?!米)"
    rf"|(?:[调加升减降跌涨][至到息]|[减降加]息)\s?({ARABIC})\s?厘(?!米)"
)
"""0.25至0.5厘, 上调至2厘: rates as Hong Kong writes them, percent without a doubt."""

PER_MILLE = re.compile(rf"(?<![\d.])(?:({ARABIC})\s?‰?{_TO})?({ARABIC})\s?‰")
HUNDREDTHS = re.compile(
    rf"(百分之|千分之|万分之)\s?(?:({ARABIC}|{CHINESE}){_TO}(?:\1)?)?({ARABIC}|{CHINESE})"
)
POINT = re.compile(
    rf"(?<![\d.])(?:({ARABIC}|{CHINESE})\s?个?{_TO})?({ARABIC}|{CHINESE}|半)\s?(?:多|余)?\s?个?(?:多)?百分点"
)
BASIS = re.compile(
    rf"(?<![\d.])(?:({ARABIC})、)?(?:({ARABIC})(?:\s?、\s?|{_TO}))?({ARABIC}|{CHINESE})\s?个?(?:基点|基本点|点子|BP|bp)"
)
"""286、92及16基点: the last of a list bears the unit of all."""
TENTHS = re.compile(
    rf"(?<![\d.年第一二三四五六七八九十百])(\d(?:\.\d+)?|[一二两三四五六七八九])(?:{_TO}(\d|[一二三四五六七八九]))?(多|余)?\s?成"
    r"(半|[一二三四五六七八九](?![一-鿿]))?(?!为|了|立|员(?!工)|绩|就|功|果|熟|本|长|不变|都|型|效|交|语|人(?!民|口|士|员|才)|年|份|套|分|品|体|名|像|风|千|百|群|堆)"
)
DISCOUNT = re.compile(
    r"(?<![\d.转曲])([5-9]\d|\d(?:\.\d)?|[一二三四五六七八九][一二三四五六七八九]?)\s?折(?!叠|射|腾|磨|扣率|线|返|合|算|页|子)"
)
FOLD = re.compile(
    rf"(?<![\d.])({ARABIC}|{CHINESE}|半)\s?(?:(多|余)?\s?(万)?\s?倍)(多)?(?!增|率|思|儿|感|半(?![径导决]))"
)
DOUBLING = re.compile(r"翻(?:了|两|一|三|四|[\d]|上)*\s?番|翻(?:了)?(?:一)?倍|成倍|倍增(?!计划)|加倍")
FRACTION_WORDS = re.compile(rf"({ARABIC}|{CHINESE})\s?分之\s?({ARABIC}|{CHINESE})")
SLASHED = re.compile(r"(?<![\d/.\-A-Za-z])(\d{1,2})\s?/\s?(\d{1,3})(?![\d/]|[.]\d|决赛|[-/]\d)")
HALF = re.compile(r"一半|半数|过半|大半|对半|半壁江山|减半|折半|对折")
_EXTRA = re.compile(
    r"(?:增长|增加|提高|上升|上涨|增|涨|扩大|增幅|高出|高|大|快|贵|多|飙升|猛增|激增|暴增|提升)(?:了|近|约|超过|逾|超|将近|达)*$"
)
_TENTHS_BEFORE = re.compile(
    r"(?:近|超|超过|约|达|由|从|成[、及和至到与]|占|逾|高|低|有|过|不到|不足|的|了|将近|至|出|涨|降|跌|减|增|升|是|仅|、)$"
)

_NEXT_TENTHS = re.compile(r"[、及和至到与][一二三四五六七八九]成")


def take_chinese_percents(scan: Scan) -> None:
    """Take everything that states a proportion or a multiple."""
    scan.take(POINT, _read_point, "点")
    scan.take(BASIS, _read_basis)
    scan.take(SIGN, _read_sign, "%", "pct")
    scan.take(INTEREST, _read_interest, "厘")
    scan.take(RATE, _read_rate, "厘")
    scan.take(PER_MILLE, lambda match: _ends(match, FactKind.PERCENT, 1, 2, Fraction(1, 10)), "千分", "‰")
    scan.take(HUNDREDTHS, _read_hundredths, "分之")
    scan.take(FRACTION_WORDS, _read_fraction, "分之")
    scan.take(TENTHS, _read_tenths, "成")
    scan.take(DISCOUNT, _read_discount, "折")
    scan.take(DOUBLING, _read_doubling, "番", "倍")
    scan.take(FOLD, _read_fold, "倍")
    scan.take(SLASHED, _read_slashed, "/")
    scan.take(
        HALF, lambda match: [Fact(FactKind.FRACTION, (Fraction(1, 2),), *match.span(), tier=Tier.SMALL)]
    )


def _value(text: str) -> Fraction | None:
    if text == "半":
        return Fraction(1, 2)
    return decimal(text) if text[0].isdigit() else chinese_number(text)


def _ends(
    match: re.Match[str], kind: FactKind, low: int, high: int, scale: Fraction = Fraction(1)
) -> list[Fact] | None:
    facts = []
    for group in (low, high):
        if not match[group]:
            continue
        value = _value(match[group])
        if value is None:
            return None
        end = match.end() if group == high else match.end(group)
        facts.append(Fact(kind, (value * scale,), match.start(group), end))
    return facts


def _read_interest(match: re.Match[str]) -> list[Fact]:
    rates = [(_value(match[group]) or Fraction(0), match.span(group)) for group in (1, 2) if match[group]]
    return [Fact(FactKind.PERCENT, (rate, rate / 10), *span) for rate, span in rates]


def _read_point(match: re.Match[str]) -> list[Fact] | None:
    return _ends(match, FactKind.POINT, 1, 2)


def _read_rate(match: re.Match[str]) -> list[Fact]:
    groups = [group for group in (1, 2, 3) if match[group]]
    return [Fact(FactKind.PERCENT, (decimal(match[group]),), *match.span(group)) for group in groups]


def _read_basis(match: re.Match[str]) -> list[Fact] | None:
    facts = []
    for group in (1, 2, 3):
        value = _value(match[group]) if match[group] else None
        if value is not None:
            end = match.end() if group == 3 else match.end(group)
            span = (match.start(group), end)
            facts.append(Fact(FactKind.POINT, (value / 100,), *span, form="basis points", parts=(value,)))
    return facts or None


def _read_sign(match: re.Match[str]) -> list[Fact] | None:
    return _ends(match, FactKind.PERCENT, 1, 2)


def _read_hundredths(match: re.Match[str]) -> list[Fact] | None:
    scale = {"百": Fraction(1), "千": Fraction(1, 10), "万": Fraction(1, 100)}[match[1][0]]
    if match[3] in ("百", "一百", "二百", "两百"):
        value = chinese_number("二百" if match[3] in ("二百", "两百") else "一百") or Fraction(100)
        return [Fact(FactKind.PERCENT, (value,), *match.span(), tier=Tier.VAGUE)]
    pair = re.fullmatch(r"([一二三四五六七八])([二三四五六七八九])(十)", match[3])
    if pair:
        low, high = (Fraction(CHINESE_DIGITS[pair[group]] * 10) for group in (1, 2))
        return [Fact(FactKind.ESTIMATE, (low, high), *match.span(), tier=Tier.SMALL, unit="%")]
    facts = _ends(match, FactKind.PERCENT, 2, 3, scale)
    if facts and scale != 1:
        per = {"千": Fraction(10), "万": Fraction(100)}[match[1][0]]
        return [
            Fact(fact.kind, fact.values, fact.start, fact.end, parts=(fact.value * per,)) for fact in facts
        ]
    return facts


def _read_fraction(match: re.Match[str]) -> list[Fact] | None:
    below, above = _value(match[1]), _value(match[2])
    if not below or above is None:
        return None
    return [Fact(FactKind.FRACTION, (above / below,), *match.span(), parts=(above, below))]


def _read_tenths(match: re.Match[str]) -> list[Fact] | None:
    before = match.string[max(0, match.start() - 4) : match.start()]
    after = match.string[match.end() : match.end() + 1]
    if before.endswith(("「", "“")) and not match[2] and not match[4] and match[1] in CHINESE_DIGITS:
        tenths = Fraction(CHINESE_DIGITS[match[1]])
        return [Fact(FactKind.PERCENT, (tenths * 10, tenths), *match.span(), tier=Tier.VAGUE, form="成")]
    if (
        not match[1][0].isdigit()
        and not _TENTHS_BEFORE.search(before)
        and not match[2]
        and after not in ("", "，", "。", "；", "、", "的", "以", "左", "）", "多")
        and not _NEXT_TENTHS.match(match.string, match.end())
        and not match.string.startswith("员工", match.end())
    ):
        return None
    value = _value(match[1])
    if value is None:
        return None
    value *= 10
    if match[4]:
        value += 5 if match[4] == "半" else CHINESE_DIGITS[match[4]]
    facts = [
        Fact(FactKind.PERCENT, (value,), match.start(), match.end(1) if match[2] else match.end(), form="成")
    ]
    if match[2]:
        high = (_value(match[2]) or Fraction(0)) * 10
        facts.append(Fact(FactKind.PERCENT, (high,), match.start(2), match.end(), form="成"))
    return facts


def _read_discount(match: re.Match[str]) -> list[Fact] | None:
    value = _value(match[1])
    if value is None:
        return None
    pay = value * 10 if value < 10 else value
    return [Fact(FactKind.PERCENT, (100 - pay, pay), *match.span(), form="折")]


def _read_doubling(match: re.Match[str]) -> list[Fact]:
    values: tuple[Fraction, ...] = (Fraction(2), Fraction(1))
    if "番" in match[0]:
        times = next(
            (CHINESE_DIGITS.get(c, int(c) if c.isdigit() else 1) for c in match[0] if c in "两三四234"), 1
        )
        values = (Fraction(2) ** times,) if times > 1 else values
    tier = Tier.SURE if "番" in match[0] else Tier.VAGUE
    return [Fact(FactKind.MULTIPLE, values, *match.span(), tier=tier)]


def _read_fold(match: re.Match[str]) -> list[Fact] | None:
    value = _value(match[1])
    if (
        value is None
        or not set(match[1]) - set("十百千")
        or match.string[max(0, match.start() - 1) : match.start()] in ("数", "几", "万", "亿")
    ):
        return None
    if match[3]:
        value *= 10000
    values: tuple[Fraction, ...] = (value,) if value != 1 else (Fraction(2), value)
    if _EXTRA.search(match.string[max(0, match.start() - 6) : match.start()].replace("\x00", "")):
        values = (value, value + 1) if value > 1 else (value + 1, value)
    tier = Tier.SURE if match[1][0].isdigit() or value > 2 else Tier.SMALL
    return [Fact(FactKind.MULTIPLE, values, *match.span(), tier=tier)]


def _read_slashed(match: re.Match[str]) -> list[Fact] | None:
    above, below = int(match[1]), int(match[2])
    if not 0 < above < below:
        return None
    parts = (Fraction(above), Fraction(below))
    return [Fact(FactKind.FRACTION, (Fraction(above, below),), *match.span(), parts=parts)]
