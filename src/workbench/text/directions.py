"""Words of increase and decrease next to a number, in both languages."""

from __future__ import annotations

import re
from enum import StrEnum


class Direction(StrEnum):
    """Which way a value is said to move."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


_UP = r"增长|成长|升值(?!税)|增加|上升|提高|上涨|扩大|攀升|提升|跃升|飙升|激增|猛增|剧增|递增|回升|反弹|上调|增至|升至|涨至|涨幅|增幅|增添|增收|新增|上浮"
_DOWN = r"负增长|贬值|下降|减少|回落|降低|收窄|下跌|下滑|缩减|缩小|萎缩|下调|降幅|跌幅|减幅|降至|跌至|减至|锐减|骤降|下挫|递减|走低|减持|下浮"
_WORD = re.compile(
    rf"(?P<down>{_DOWN}|(?<![投下上])(?:跌|降|减)(?!税|费|价|贫|负|本|水|雨|排|息))|(?P<up>{_UP}|(?<![下减回爬晋高提上])(?:涨|升|增)(?!值税|持|资|设))"
)
_COMPARED = re.compile(
    r"(?:(?P<down>低于|少于)|(?P<up>高于|多于))(?:(?:\d{4}|[去前上]一?|[一二三四五六七八九十两几]+)年前?"
    r"|上个?月|上个?季度|上周|此前|之前|\d{1,2}月(?:初|中|底|末|份)?)[^\d，。；]{0,4}$"
)
"""3.7%，低于2014年的5.7%: the earlier value, of which English says "down from"."""

_BURDEN = re.compile(r"(?:拖累|拉低|拖低|压低|拖慢)[^\d]{0,10}(?:增长|增速|涨幅|增幅)[^\d]{0,3}$")
"""拖累经济增长1.16个百分点 takes points away."""

_AND_SO = re.compile(r"，(?=(?:高达|多达|达到?|约为?|为|幅度)[^\d，。；]{0,3}$)")
"""增长，高达110%: the clause goes on with the amount."""

_LIST = re.compile(r"(?:\d[\d.,]*\s?(?:%|个?百分点|[万亿]?[元吨人倍])?\s?[、和与及]\s?)+$")
"""分别增长6.9%、6.9%和6.8%: what is said of the first holds for all."""

_RATE_ITSELF = re.compile(r"(?:增长|成长|增加|上涨|上升)(?=[率速])")
"""成长率更低: the rate of a growth is a thing, which may be low."""

_LOW = re.compile(r"[更较偏]低|低[于至到]|放缓|减速|减慢")

_NEGATIVE = re.compile(r"(?<![\d%.])[-−]\s?$")
_OF_A_RATE = re.compile(
    r"[涨增升降跌][幅速][^\d，。；]{0,4}(?:回落|收窄|扩大|下降|提高|上升|放缓|缩小)(?:至|到|为)$"
    r"|幅度[由从](?:[^，。；]{0,10}(?:[上下]调|提高|上升|下降|降低|增加|减少|扩大|收窄)(?:至|到|为))?$"
)
"""涨幅回落至10.6%: what has fallen is itself a rise, and English may name either."""

_GAP = re.compile(r"[^\d]{0,7}")
_AFTER = re.compile(
    rf"\s?(?:左右|以上|的|个)?(?:(?P<down>{_DOWN}|的?降幅|的?跌幅)|(?P<up>的?(?:增长|增幅|涨幅|增速|升幅)))"
)
_CLAUSE = re.compile(r"[，。；！？,;（）()]")

_ENGLISH_UP = (
    r"increas\w*|rise[sn]?|rising|rose|grow\w*|grew|up|gain\w*|climb\w*|surg\w+|jump\w*|soar\w*|higher|expand\w*|expansion|"
    r"upward|rocket\w*|hik(?:e|ed|ing)|rais(?:e|ed|es|ing)|widen\w*|spik\w+|rebound\w*|advanc\w+|swell\w*|appreciat\w+|edged up"
)
_ENGLISH_DOWN = (
    r"decreas\w*|declin\w*|drop\w*|fall(?:s|en|ing)?|fell|down|reduc\w+|cut(?:s|ting)?|lower\w*|shrink\w*|shrank|shrunk|slump\w*|"
    r"plung\w+|tumbl\w+|narrow\w*|dip(?:s|ped|ping)?|slid|slid\w*|slip\w*|shed|contract(?:ed|ing|ion)|plummet\w*|slash\w*|fewer|"
    r"weaken\w*|dwindl\w+|retreat\w*|depreciat\w+|less|downward"
)
_ENGLISH_WORD = re.compile(rf"\b(?:(?P<up>{_ENGLISH_UP})|(?P<down>{_ENGLISH_DOWN}))\b", re.IGNORECASE)
_NOT_WORDS = re.compile(
    r"(?:up to|less than|no less than|not less than|fewer than|no fewer than|made up|make up|making up|makes up|set up|set-up|higher education|take up|took up|"
    r"speed up|pick\w* up|open\w* up|wrapped up|come up|came up|end(?:ed)? up|grow-up|grown-up|follow-up|start-up|low(?:er)?-income|lower house|"
    r"up and down|down payment|break\w* down|broken down|brought down|cut off|cut-off|drop out|dropout|fall in love|last fall|short cut|contraction of)",
    re.IGNORECASE,
)
_ENGLISH_AFTER = re.compile(
    rf"[\s-]?(?:(?:year[- ]on[- ]year|yoy|annual|month[- ]on[- ]month|compound|(?!to\b)[a-z]+)\s)?(?:(?P<up>{_ENGLISH_UP})|(?P<down>{_ENGLISH_DOWN}))\b",
    re.IGNORECASE,
)


def chinese_direction(text: str, start: int, end: int) -> Direction | None:
    """Return the direction said of the number at `start`..`end` in its own clause."""
    before = _AND_SO.sub("", text[max(0, start - 18) : start])
    listed = _LIST.search(text, max(0, start - 40), start)
    if listed:
        return chinese_direction(text, listed.start(), start)
    if _NEGATIVE.search(before):
        return Direction.DOWN
    if _OF_A_RATE.search(before):
        return None
    before = before[-14:]
    cut = list(_CLAUSE.finditer(before))
    before = before[cut[-1].end() :] if cut else before
    compared = _COMPARED.search(before)
    if compared:
        return Direction(str(compared.lastgroup))
    if _BURDEN.search(before):
        return Direction.DOWN
    words = list(_WORD.finditer(_RATE_ITSELF.sub("〓〓", before) if _LOW.search(before) else before))
    if words and _GAP.fullmatch(before, words[-1].end()):
        return Direction(str(words[-1].lastgroup))
    after = _AFTER.match(text, end)
    return Direction(str(after.lastgroup)) if after else None


def english_direction(text: str, start: int, end: int) -> tuple[Direction, tuple[int, int]] | None:
    """Return the direction word nearest to the number at `start`..`end` and its span.

    A word directly before it wins ("up 12 percent", "fell by nearly 3"), then one directly after
    ("a 12 percent increase"); other numbers and clause marks stop the search.
    """
    if _NEGATIVE.search(text, max(0, start - 3), start):
        return None
    low = max(0, start - 42)
    start = _range_start(text, low, start)
    window = text[low:start]
    barrier = max((m.end() for m in re.finditer(r"[,;:.!?()]\s|\d", window)), default=0)
    words = [
        m
        for m in _ENGLISH_WORD.finditer(window, barrier)
        if not _NOT_WORDS.match(text, max(0, low + m.start()))
        and not _is_fixed(text, low + m.start(), low + m.end())
    ]
    compared = _LOWER_THAN.match(text, end)
    if compared:
        return Direction(str(compared.lastgroup)), compared.span(str(compared.lastgroup))
    if words and _DAMPED.search(window, words[-1].end()):
        return None
    if words and not (_ARTICLE.search(window, barrier) and _ENGLISH_AFTER.match(text, end)):
        last = words[-1]
        return Direction(str(last.lastgroup)), (low + last.start(), low + last.end())
    after = _ENGLISH_AFTER.match(text, end)
    if after and not _is_fixed(text, after.start(str(after.lastgroup)), after.end()):
        group = str(after.lastgroup)
        return Direction(group), after.span(group)
    return None


_LOWER_THAN = re.compile(
    r"\s(?:percentage points?\s|percent\s|points?\s)?(?:(?P<up>higher|more)|(?P<down>lower|less))\sthan\b"
)
"""Growth was 1.3 points lower than before: the comparison says it, not the subject."""

_DAMPED = re.compile(r"\b(?:slow\w*|moderat\w*|decelerat\w*|eas(?:e[ds]?|ing)|lower|weaker)\b", re.IGNORECASE)
"""Growth slowing to 2.4%, expand at a slower rate: what rises and what falls are two things."""

_ARTICLE = re.compile(r"\b(?:an?|another|its|their)\s(?:[a-z-]+\s)?$", re.IGNORECASE)
"""The reduction follows a 10 percent increase: behind an article the noun belongs to the number."""

_FROM = re.compile(r"\bfrom\s[^;:!?]{1,28}?\sto\s(?:(?:about|nearly|over|around|almost|more than)\s)?[$€£]?$")


def _range_start(text: str, low: int, start: int) -> int:
    """Where a "from a to" before the number begins, so that "fell from a to b" counts for b, too."""
    found = _FROM.search(text, low, start)
    return found.start() if found else start


def _is_fixed(text: str, start: int, end: int) -> bool:
    """Whether a word belongs to a phrase that says nothing of direction ("made up", "up to")."""
    around = text[max(0, start - 8) : end + 10]
    return bool(_NOT_WORDS.search(around))


_YEAR_ON_YEAR = re.compile(
    r"year[- ]on[- ]year|year[- ]over[- ]year|\by-?o-?y\b|(?:from|than|over|against|with|in|during|for) (?:a|one|the (?:same (?:period|month|time|quarter))?|the previous|the prior|last) ?(?:of )?(?:last )?year"
    r"|year earlier|last year|previous year|same (?:period|month|time|quarter)|annual|a year ago|\b(?:19|20)\d\d\b|year before|yearly",
    re.IGNORECASE,
)
_MONTH_ON_MONTH = re.compile(
    r"month[- ]on[- ]month|month[- ]over[- ]month|\bm-?o-?m\b|quarter[- ]on[- ]quarter|quarter[- ]over[- ]quarter|\bq-?o-?q\b|"
    r"(?:from|than|over|against|with|to) (?:a|one|the|the previous|the prior|the preceding|the last|last|the same) (?:month|quarter|week)|(?:month|quarter|week) earlier|(?:previous|prior|last|preceding) (?:month|quarter|week|period)|sequential|"
    r"week[- ]on[- ]week|day[- ]on[- ]day",
    re.IGNORECASE,
)


def has_year_on_year(text: str) -> bool:
    """Whether the English compares with the year before."""
    return bool(_YEAR_ON_YEAR.search(text))


_NAMED_YEAR = re.compile(
    r"year[- ](?:on|over)[- ]year|\by-?o-?y\b|(?:than|from|over|against|with) (?:the same \w+ )?(?:of )?last year|previous year"
    r"|year (?:earlier|ago|before)",
    re.IGNORECASE,
)


def names_year_on_year(text: str) -> bool:
    """Whether the English says outright that it compares with a year before; "in the same month" does not."""
    return bool(_NAMED_YEAR.search(text))


def has_month_on_month(text: str) -> bool:
    """Whether the English compares with the month, quarter or week before."""
    return bool(_MONTH_ON_MONTH.search(text))
