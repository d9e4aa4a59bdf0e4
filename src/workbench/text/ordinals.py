"""Ordinals, congresses, plans and numbered names in Chinese text."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from workbench.text.facts import Fact, FactKind, Scan, Tier
from workbench.text.numerals import chinese_number

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+|[零〇一二三四五六七八九十百千]+)"
_ROMAN = {c: i for i, c in enumerate("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", 1)}

SESSION = re.compile(
    r"(?<![第\d])(\d{1,2}|[一二]?十[一二三四五六七八九]?|[三四五六七八九])届\s?([一二三四五六七八九\d])[中次](?:全会|会议|全体会议)"
)
CONGRESS = re.compile(
    r"(?<![十百第\d])([一二]?十[一二三四五六七八九]?|[七八九])大(?=(?:以来|报告|精神|召开|上|代表|提出|之后|后|前|期间|闭幕|开幕|[”’，。、]|胜利|作出|部署|的|就|确定|明确|确立|战略|描绘|擘画|把|指出|强调|将|是))"
)
PLAN = re.compile(
    r"(?<![第一二三四五六七八九十百千])(十[一二三四五六]五(?![十百千万亿个])|[六七八九]五(?=[”’\"']|规划|时期|计划|期间|建议|纲要))"
)
NTH = re.compile(rf"第\s?({_NUMBER})(?:\s?(?:至|到|[-–—~])\s?第?({_NUMBER}))?")
SESSIONS = re.compile(
    r"(?<![\d.第一二三四五六七八九十])(\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?)\s?届"
)
QUARTER = re.compile(r"(前|首|第)?\s?([一二两三四1-4])\s?(?:、\s?([二三四2-4]))?\s?(?:个)?季度")
RANK = re.compile(
    r"(?<![\d.])(\d+|[一二三四五六七八九十]+)\s?(?:号)(?=线|楼|馆|院|竖井|井|桥|机|门|球|公路|别墅|厅|台风|文件|站|位|选手|种子|车|店|令|棚|仓|墓|坑|洞|矿|炉|码头|泊位|航站|地块|展|病|院区)"
)
ROMAN = re.compile(r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]")
WORLD_WAR = re.compile(r"(?<![第十])([一二])战(?=[^略术争场士区绩役斗果]|$)")
TOP = re.compile(r"(?:世界|全球|中国|全国)?([五三]?百)强")
_EMPTY_NTH = re.compile(r"第一时间|第二天|第一线|第三方|第一书记|第一夫人|第一产业|第二产业|第三产业")
_NOT_NTH = re.compile(r"第\s?[一二三](?:时间|天|线|方|书记|夫人|产业)")


def take_chinese_ordinals(scan: Scan) -> None:
    """Take 十九届四中全会, 二十大, 十四五, 第十四届, 一季度, 5号线, Ⅱ级."""
    scan.take(SESSION, _read_session)
    scan.take(QUARTER, _read_quarter, "季")
    scan.take(NTH, _read_nth)
    scan.take(PLAN, _read_plan)
    scan.take(CONGRESS, lambda match: [_ordinal(match, 1, Tier.SURE)])
    scan.take(SESSIONS, lambda match: [_ordinal(match, 1, Tier.SURE)])
    scan.take(RANK, _read_rank)
    scan.take(WORLD_WAR, lambda match: [_ordinal(match, 1, Tier.SMALL)])
    scan.take(TOP, _read_top)
    scan.take(ROMAN, _read_roman)


def _ordinal(match: re.Match[str], group: int, tier: Tier) -> Fact:
    value = chinese_number(match[group]) or Fraction(0)
    return Fact(FactKind.ORDINAL, (value,), match.start(), match.end(), tier=tier)


def _read_rank(match: re.Match[str]) -> list[Fact]:
    fact = _ordinal(match, 1, Tier.SURE if match[1].isdigit() else Tier.SMALL)
    return [replace(fact, form="number")]


def _read_session(match: re.Match[str]) -> list[Fact]:
    facts = []
    for group, end in ((1, match.end(1)), (2, match.end())):
        value = chinese_number(match[group]) or Fraction(0)
        facts.append(Fact(FactKind.ORDINAL, (value,), match.start(group), end))
    return facts


def _read_quarter(match: re.Match[str]) -> list[Fact]:
    first = chinese_number(match[2]) or Fraction(0)
    values = (first, first * 3) if match[1] in ("前", "首") else (first,)
    facts = [Fact(FactKind.ORDINAL, values, match.start(), match.end(), Tier.SMALL, form="quarter")]
    if match[3]:
        second = chinese_number(match[3]) or Fraction(0)
        facts.append(
            Fact(FactKind.ORDINAL, (second,), match.start(3), match.end(), Tier.SMALL, form="quarter")
        )
    return facts


def _read_nth(match: re.Match[str]) -> list[Fact] | None:
    if _NOT_NTH.match(match.string, match.start()):
        return []
    facts = []
    for group in (1, 2):
        if not match[group]:
            continue
        value = chinese_number(match[group])
        if value is None:
            return None
        sure = match[group][0].isdigit() or value > 10
        end = match.end(1) if group == 1 and match[2] else match.end()
        start = match.start() if group == 1 else match.start(2)
        facts.append(Fact(FactKind.ORDINAL, (value,), start, end, Tier.SURE if sure else Tier.SMALL))
    return facts


def _read_plan(match: re.Match[str]) -> list[Fact]:
    value = chinese_number(match[1][:-1]) or Fraction(0)
    tier = Tier.SURE if value >= 10 else Tier.SMALL
    return [Fact(FactKind.ORDINAL, (value,), *match.span(1), tier=tier, form="plan")]


def _read_top(match: re.Match[str]) -> list[Fact]:
    value = chinese_number(match[1]) or Fraction(100)
    return [Fact(FactKind.QUANTITY, (value,), match.start(1), match.end(), tier=Tier.VAGUE)]


def _read_roman(match: re.Match[str]) -> list[Fact]:
    return [
        Fact(FactKind.ORDINAL, (Fraction(_ROMAN[match[0]]),), *match.span(), tier=Tier.SMALL, form="roman")
    ]
