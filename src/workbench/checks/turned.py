"""What explains that English turns two numbers of a sentence round: its grammar, its clauses, its own words."""

from __future__ import annotations

import re

from workbench.checks.bindings import votes
from workbench.checks.matching import Comparison, Match
from workbench.text.facts import Fact, FactKind
from workbench.text.units import COUNT_DIMENSIONS, dimension

K = FactKind
WITH_NOUNS = frozenset({K.PERCENT, K.POINT, K.QUANTITY})
_BACKWARDS = re.compile(
    r"\b(?:from|(?<!more )(?<!less )(?<!fewer )(?<!higher )(?<!lower )than|compared (?:with|to)|versus|against|over|after|since)"
    r"(?:\s(?:[\w’']+|[$€£]?\d[\d.,]*%?)){0,6}?\s?(?:[$€£]|RMB|US\$|HK\$|EUR|USD|GBP|HKD)?\s?$",
    re.IGNORECASE,
)
_OF = re.compile(r"^[^,;.]{0,30}\b(?:out of|of|among)\s(?:[\w’']+\s){0,2}$", re.IGNORECASE)
_REFERENCE_BEFORE = re.compile(
    r"(?:从|由|自|比|较|与|同|继|在|相对|相比|去年|上年|原|此前|先前|之前|上月|上季|[于])[^，。；]{0,12}$"
)
_ADVERBIAL = re.compile(
    r"[”’」』]?(?:年|月|日|天|[场轮周届个回]\w{0,3})?(?:以来|以前|以后|之前|之后|之内|[前后来内底末初])"
)
"""2001年以来, 20年前: a time that English likes to put last."""

_CONTAINED = re.compile(
    r"^[^,;.]*(?:\b(?:in|across|among|within|for|aged|on|at|by|with|throughout|under|in all|per)|,?\s(?:covering|involving|including|from|consisting of|comprising|made up of)|divided into|split into)\s(?:(?!and\b|but\b|while\b|\d)[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)
"""25 hospitals in 19 provinces: the Chinese names the larger whole first."""

_REFERENCE = re.compile(r"(?:从|由|自|比|较|相比|对比)[^，。；]{0,8}$")
_FROM = re.compile(r"\b(?:from|compared|than|over|since|against)\b", re.IGNORECASE)
_CLEARLY = 0.3
"""Words around both numbers that speak for the draft by so much are believed."""


def is_turned_by_grammar(first: Match, second: Match, comparison: Comparison) -> bool:
    """Whether grammar or the units explain that the English turns two numbers round."""
    if first.fact.unit != second.fact.unit and (_is_bound(first) or _is_bound(second)):
        return True
    source, target = comparison.source.text, comparison.target.text
    if (
        first.fact.kind is K.YEAR
        and "《" in source[first.fact.end : second.fact.start] + source[: first.fact.start][-12:]
    ):
        return True
    if _BACKWARDS.search(
        target, max(0, first.item.start - 50), first.item.start
    ) and _REFERENCE_BEFORE.search(source, max(0, first.fact.start - 16), first.fact.start):
        return True
    between = target[second.item.end : first.item.start]
    if _COMPARING.search(between) and _BASE.search(source, max(0, first.fact.start - 24), first.fact.start):
        return True
    if _CAUSE.search(source, max(0, first.fact.start - 24), second.fact.start) and _BECAUSE.search(between):
        return True
    if _counts(first.fact) and _counts(second.fact) and _DONE_BY.search(between):
        return True
    if _BESIDES.search(source, max(0, first.fact.start - 24), first.fact.start) and _IN_ADDITION.search(
        between
    ):
        return True
    if _keeps_direction(first, second, source, target):
        return True
    if includes(first, second, source, between) or _ranges_up(first, second, source, target):
        return True
    if _TO_WHOM.search(source, max(0, first.fact.start - 4), first.fact.start) and _GIVEN_TO.search(between):
        return True
    if _EACH.search(source, max(0, first.fact.start - 2), first.fact.start) and _PER.search(
        target, max(0, first.item.start - 8), first.item.start
    ):
        return True
    if _CONTRAST.search(source, first.fact.end, second.fact.start) and _INSTEAD.search(target):
        return True
    if _ADVERBIAL.match(source, first.fact.end) or _has_company(first, second, comparison):
        return True
    if source.startswith("号", first.fact.end) and _STREET.search(source, 0, first.fact.start):
        return True
    if _scale(first.item, target) != _scale(second.item, target):
        return True
    if first.fact.kind in WITH_NOUNS and _are_bound_by_words(first, second, source, target):
        return True
    if first.fact.kind is K.ORDINAL and " of " in between:
        return True
    if _OF.search(between) and second.item.value < first.item.value:
        return True
    if len(between) <= 45 and _CONTAINED.search(between):
        return True
    if _ATTRIBUTE.search(_BRACKETS.sub("", source[first.fact.end : second.fact.start])) and _ATTACHED.search(
        between
    ):
        return True
    is_reference = _REFERENCE.search(source, max(0, second.fact.start - 10), second.fact.start)
    return bool(is_reference and _FROM.search(target, max(0, second.item.start - 40), second.item.start))


_COMPARING = re.compile(
    r"\b(?:compared (?:to|with)|than|versus|against|relative to|in contrast (?:to|with))\b"
)
_BASE = re.compile(r"(?:相比|相较|比起|较之|对比|[比较])[^，。；]*$")
"""相比之前的12个月（2014年…），: English names the base of a comparison last."""


_CAUSE = re.compile(r"因|由于|随着|所以|[时后](?=[，须需应可会])|如果|[若倘]|一旦|受")
_BECAUSE = re.compile(
    r"\b(?:due to|because|owing to|thanks to|as a result of|in (?:light|view|the wake) of|on account of|following|after|given|when|if|where|once|provided|as)\b"
)
"""反弹10%，因此全年仍录得5%: English names the effect first, and a condition last."""


def _counts(fact: Fact) -> bool:
    return fact.kind is K.QUANTITY and bool(fact.unit) and dimension(fact.unit) in COUNT_DIMENSIONS


_DONE_BY = re.compile(r"\bby\s(?:the\s)?(?:[a-z]+\s){0,2}$")
"""6家银行共14项试验 is "14 trials conducted by six banks"."""

_BESIDES = re.compile(r"除[^，。；]*$")
_IN_ADDITION = re.compile(
    r"\b(?:in addition to|besides|apart from|aside from|other than|except|excluding|as well as|on top of)\b"
)
"""除50袋化肥外还有14人: English names last what the others come on top of."""


def _keeps_direction(first: Match, second: Match, source: str, target: str) -> bool:
    """Whether 下跌97点，收于10093点 became "at 10,093, down 97": the word of direction went with its figure."""
    stated, drafted = (
        [bool(_MOVED_BY.search(source, max(0, m.fact.start - 8), m.fact.start)) for m in (first, second)],
        [bool(_MOVED.search(target, max(0, m.item.start - 24), m.item.start)) for m in (first, second)],
    )
    return stated == drafted and stated[0] != stated[1]


def includes(first: Match, second: Match, source: str, between: str) -> bool:
    """Whether the Chinese names the whole first (11支纵队3000名, 五亿包括三千万), and English the part."""
    named = source[first.fact.end : second.fact.start]
    if _INCLUDING.search(named):
        return _INCLUDED.search(between) is not None
    is_noun = len(named) <= 8 and not _CLAUSE_END.search(named) and "、" not in named
    are_counted = _counts(first.fact) and _counts(second.fact) and first.fact.unit != second.fact.unit
    return is_noun and are_counted and _MEMBERS_OF.search(between) is not None


_INCLUDING = re.compile(r"包括|包含|涵盖|其中")
_INCLUDED = re.compile(r"\b(?:included|contained|counted|part of|out of|among)\b")
_MEMBERS_OF = re.compile(r"^\s(?:[\w’'-]+\s){1,3}(?:of|from|in)\s(?:[\w’'-]+\s){0,2}$")


def _ranges_up(first: Match, second: Match, source: str, target: str) -> bool:
    """Whether 最大的54岁，最小的26岁 became "between 26 and 54"."""
    return bool(
        _MOST.search(source, max(0, first.fact.start - 8), first.fact.start)
        and _LEAST.search(source, max(0, second.fact.start - 8), second.fact.start)
        and _BETWEEN.search(target, max(0, second.item.start - 20), second.item.start)
    )


_MOST = re.compile(r"最[大高多长重贵年][^，。；]{0,6}$")
_LEAST = re.compile(r"最[小低少短轻便年][^，。；]{0,6}$")
_BETWEEN = re.compile(r"\b(?:between|from|ranging from)\s[^\d]{0,8}$", re.IGNORECASE)
_MOVED_BY = re.compile(r"(?:[跌降涨升增减]|下挫|下滑|上扬|攀升|回落)[了近约逾超]{0,2}$")
_MOVED = re.compile(
    r"\b(?:up|down|off|gain(?:ing|ed)?|los(?:ing|t)|r(?:ising|ose)|f(?:alling|ell)|drop(?:ping|ped)?|add(?:ing|ed)|shed(?:ding)?"
    r"|(?:rise|fall|drop|gain|loss|increase|decrease|decline) of)\s(?:by\s)?(?:(?:about|nearly|over|some|more than)\s)?[$€£]?$"
)
_TO_WHOM = re.compile(r"[向给对](?:[近约逾超]|超过|其中)?$")
_GIVEN_TO = re.compile(r"\b(?:to|for)\s(?:[a-z]+\s){0,2}$")
"""向3家银行授予2个牌照: English puts last to whom it is given."""

_EACH = re.compile(r"每\s?$")
_PER = re.compile(r"\b(?:per|every|each|for each|in each)\s$")
"""每10万人12.5张 is "12.5 per 100,000"."""

_CONTRAST = re.compile(r"而不是|而非|不是|并非")
_INSTEAD = re.compile(r"\b(?:instead of|rather than)\b", re.IGNORECASE)
"""是200人，而不是1万人: "instead of 10,000 it is 200" says the other first."""


def _are_bound_by_words(first: Match, second: Match, source: str, target: str) -> bool:
    """Whether the words around both numbers speak for the draft; unlike measure words let one of them do."""
    spoken = votes(first, second, source, target)
    if min(spoken) >= _CLEARLY:
        return True
    is_unlike = source[first.fact.end : first.fact.end + 1] != source[second.fact.end : second.fact.end + 1]
    return is_unlike and first.fact.kind is K.QUANTITY and min(spoken) >= 0 and max(spoken) >= _CLEARLY


_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_ATTRIBUTE = re.compile(r"^[^，。；、]{0,10}(?:的|基础上)[^，。；、]{0,8}$")
"""120多个国家的近300个政党: what stands before 的 follows in English, behind a preposition."""

_STREET = re.compile(r"[路街道巷里弄段]\s?$")
"""中山路156号12楼: an English address begins with what is smallest."""

_SCALE = re.compile(r"hundred|thousand|[a-z]+illion")


def _scale(item: Fact, target: str) -> str:
    """Return the word of magnitude behind a figure: 5 and 11 million are not alike and not exchanged."""
    found = _SCALE.search(target[item.start : item.end].lower())
    return found[0] if found else ""


_ATTACHED = re.compile(r"\b(?:from|of|in|by|at|across|for|on|with|under)\b")


def _is_bound(match: Match) -> bool:
    """Whether the unit shows that the number stands with its own noun."""
    return bool(match.fact.unit) and match.fact.unit == match.item.unit


def _has_company(first: Match, second: Match, comparison: Comparison) -> bool:
    """Whether the other values of their clauses stand by them in the draft, so that whole clauses moved."""
    source = comparison.source.text
    if not _CLAUSE_END.search(source, first.fact.end, second.fact.start):
        return False
    went_along = [
        _gap(match.item, own.item) < _gap(match.item, other.item)
        for own, other in ((first, second), (second, first))
        for match in comparison.matches
        if match.fact is not own.fact
        and match.fact is not other.fact
        and not match.is_shared
        and not _parted(match.fact, own.fact, source)
    ]
    return bool(went_along) and all(went_along)


_CLAUSE_END = re.compile("[，。；！？]")


def _parted(one: Fact, two: Fact, source: str) -> bool:
    first, second = sorted((one, two), key=lambda fact: fact.start)
    return bool(_CLAUSE_END.search(source, first.end, second.start))


def _gap(one: Fact, two: Fact) -> int:
    return max(one.start, two.start) - min(one.end, two.end)
