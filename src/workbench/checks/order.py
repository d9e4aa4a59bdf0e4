"""Numbers of one kind that have changed places (FACTS.md 2.16)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.checks.bindings import votes
from workbench.checks.compatibility import EXACT, RELAXED
from workbench.checks.matching import Comparison, Match, comparison_of
from workbench.checks.wording import written
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.facts import Fact, FactKind, Tier
from workbench.text.units import COUNT_DIMENSIONS, dimension

K = FactKind
_GROUPED = frozenset({K.PERCENT, K.POINT, K.QUANTITY, K.YEAR, K.DAY, K.MONTH, K.CLOCK, K.ORDINAL})
_DATED = frozenset({K.YEAR, K.DAY, K.MONTH, K.ORDINAL})
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


@dataclass(frozen=True, slots=True)
class OrderCheck:
    """Compares the order of like numbers in both languages."""

    key: str = "order"
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the like numbers of one row that changed places."""
        return self.judge(comparison_of(passage, context), context)

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the like numbers of a comparison already made that changed places."""
        del context
        groups = list(_groups(comparison.matches, comparison.source.text))
        inverted = [pair for group in groups for pair in _inverted(group, comparison)]
        if len(inverted) == 1:
            yield self._finding(*inverted[0], comparison)
        for group in groups:
            for pair in _part_above_whole(group, comparison):
                if pair not in inverted:
                    yield self._finding(*pair, comparison)

    def _finding(self, first: Match, second: Match, comparison: Comparison) -> Finding:
        source, target = comparison.source.text, comparison.target.text
        early, late = written(second.item, target), written(first.item, target)
        if first.fact.start < second.fact.start:
            message = say(
                "{first} stands before {second} in the source; the draft has {early} before {late}: "
                "are they exchanged?",
                first=written(first.fact, source),
                second=written(second.fact, source),
                early=early,
                late=late,
            )
        else:
            message = say(
                "The draft makes {early} a part of {late}: are they exchanged?", early=early, late=late
            )
        return Finding(
            self.key,
            self.family,
            Level.WARNING,
            message,
            comparison.passage.number,
            (min(first.fact.start, second.fact.start), max(first.fact.end, second.fact.end)),
            (second.item.start, first.item.end),
            "exchanged",
            f"{written(first.fact, source)}, {written(second.fact, source)}",
            f"{written(second.item, target)}, {written(first.item, target)}",
            (
                Fix(
                    say("Exchange the two"),
                    (second.item.start, first.item.end),
                    _exchanged(first, second, target),
                ),
            ),
        )


def _exchanged(first: Match, second: Match, target: str) -> str:
    early, late = second.item, first.item
    between = target[early.end : late.start]
    return target[late.start : late.end] + between + target[early.start : early.end]


_DATELINE = re.compile(r"(?:\d{1,2}日)?\s?(?:电|讯)")


def _is_dateline(fact: Fact, source: str) -> bool:
    """Whether the date is that of the report (8月12日电), which English may put last."""
    return fact.kind in (K.MONTH, K.DAY) and _DATELINE.match(source, fact.end) is not None


def _groups(matches: Sequence[Match], source: str) -> Iterator[list[Match]]:
    groups: dict[tuple[str, str], list[Match]] = {}
    for match in matches:
        if (
            match.fact.kind in _GROUPED
            and not _is_dateline(match.fact, source)
            and not match.is_shared
            and (match.fact.tier is Tier.SURE or (match.fact.tier is Tier.SET and match.fact.kind in _DATED))
            and match.item.form != "cue"
            and (match.how != RELAXED or match.item.form != "words" or match.fact.kind in _DATED)
        ):
            groups.setdefault(_likeness(match.fact), []).append(match)
    yield from (group for group in groups.values() if len(group) > 1)


def _likeness(fact: Fact) -> tuple[str, str]:
    """Return what like numbers share: kind and dimension; whatever is counted is alike, and 2019 is a year without 年, too."""
    kind = dimension(fact.unit)
    if fact.kind is not K.QUANTITY:
        return fact.kind, kind
    if not kind and fact.form == "digits" and 1900 <= fact.value <= 2100:
        return K.YEAR, ""
    return fact.kind, "" if kind in COUNT_DIMENSIONS else kind


def _inverted(group: Sequence[Match], comparison: Comparison) -> Iterator[tuple[Match, Match]]:
    """Yield the two that changed places; when more have moved, whole clauses have, which is grammar.

    A slip of the pen exchanges one pair: two pairs of different kinds that are turned round together, or a
    number that went along with its neighbour, tell of a clause that moved.
    """
    alike = _likeness(group[0].fact)
    stated = Counter(fact.value for fact in comparison.source.facts if _likeness(fact) == alike)
    drafted = Counter(match.item.value for match in group)
    other = Counter(item.value for item in comparison.target.facts if item.kind is group[0].item.kind)
    kept = [m for m in group if stated[m.fact.value] == drafted[m.item.value] == other[m.item.value]]
    items = sorted((match.item for match in kept), key=lambda item: item.start)
    moved = [
        (match.fact, item) for match, item in zip(kept, items, strict=True) if match.item.value != item.value
    ]
    if len(moved) == 2:
        (early, its_place), (late, last_place) = moved
        first, second = Match(early, last_place, EXACT), Match(late, its_place, EXACT)
        if _turns_range(first, second, comparison) or not _is_excused(first, second, comparison):
            yield first, second


_FROM_ONE = re.compile(r"[从由自][^，。；、\d]{0,8}$")
_TO_OTHER = re.compile(r"^[^，。；、\d]{0,10}?[至到降增升减缩提扩为成]")
_ENGLISH_FROM = re.compile(r"\bfrom\s(?:[A-Za-z’']+\s){0,4}[$€£]?$", re.IGNORECASE)
_ENGLISH_TO = re.compile(r"^[^,;.]{0,32}?\bto\s(?:[A-Za-z’']+\s){0,4}[$€£]?$")


def _turns_range(first: Match, second: Match, comparison: Comparison) -> bool:
    """Whether 从a到b became "from b to a": no grammar explains that."""
    source, target = comparison.source.text, comparison.target.text
    between = target[second.item.end : first.item.start]
    if _DASH.fullmatch(between):
        return True
    return bool(
        _FROM_ONE.search(source, max(0, first.fact.start - 10), first.fact.start)
        and _TO_OTHER.match(source[first.fact.end : second.fact.start])
        and _ENGLISH_FROM.search(target, max(0, second.item.start - 40), second.item.start)
        and _ENGLISH_TO.match(between)
    )


_DASH = re.compile(r"\s?[–—-]\s?")


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


_WITH_NOUNS = frozenset({K.PERCENT, K.POINT, K.QUANTITY})
_CLEARLY = 0.3
"""Words around both numbers that speak for the draft by so much are believed."""


def _part_above_whole(group: Sequence[Match], comparison: Comparison) -> Iterator[tuple[Match, Match]]:
    """Yield two of which the draft makes the larger a part of the smaller ("20 of the 12")."""
    target = comparison.target.text
    for first, second in pairwise(sorted(group, key=lambda match: match.item.start)):
        between = target[first.item.end : second.item.start]
        if first.fact.kind in _WITH_NOUNS and _PART.search(between) and first.item.value > second.item.value:
            yield second, first


_PART = re.compile(r"^(?:\s[\w-]+){0,2}\s(?:out of|of the|of its|of all)\s(?:[\w’']+\s){0,1}$", re.IGNORECASE)


def _is_excused(first: Match, second: Match, comparison: Comparison) -> bool:
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
    if first.fact.kind in _WITH_NOUNS and _are_bound_by_words(first, second, source, target):
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


CHECK = OrderCheck()
