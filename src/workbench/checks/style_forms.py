"""More rules of the house: figures and words, ranges, dates, datelines, stops and quotes, order of posts (FACTS.md 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.remarks import Remark, Rule
from workbench.model.kinds import SegmentKind
from workbench.model.passage import Passage
from workbench.sentences import say
from workbench.text.dates_english import LONG_MONTHS
from workbench.text.headlines import past_verbs
from workbench.text.names import find_names
from workbench.text.numerals import english_number
from workbench.text.pinyin import render_name

_HEADS = frozenset({SegmentKind.HEADLINE, SegmentKind.SUBHEADING})
_MONTH = f"(?:{LONG_MONTHS})"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = (
    "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    rf"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{_ONES}))?"
)
_FROM_TEN = re.compile(rf"(?<=[a-z,] )(?<!\bor )(?<!\bto )({_TEENS})(?= (?!thousand|of\b|or\b|to\b)[a-z])")
_WITH_UNIT = re.compile(
    rf"(?<=[a-z,] )({_ONES})(?=(?: |-)(?:percent|per cent|percentage points?|yuan|US dollars|dollars|euros|kilomet(?:er|re)s?"
    r"|met(?:er|re)s?|tons?|tonnes?|hectares?|mu|kilograms?|kilowatts?|degrees|million|billion|trillion|square|cubic)\b)"
)


def _figures_from_ten(passage: Passage, _chosen: str) -> Iterator[Remark]:
    if passage.kind not in _HEADS:
        yield from _as_figures(_FROM_TEN, passage.target)


def _figures_with_units(passage: Passage, _chosen: str) -> Iterator[Remark]:
    yield from _as_figures(_WITH_UNIT, passage.target)


def _as_figures(pattern: re.Pattern[str], target: str) -> Iterator[Remark]:
    for match in pattern.finditer(target):
        value = english_number(match[1])
        if value is not None:
            yield Remark(
                *match.span(1), say("The house writes {figure} here.", figure=int(value)), f"{value}"
            )


_RANGE = re.compile(
    r"(?<![\w.,])(?P<sign>US\$|HK\$|RMB|[$€£])?(?P<low>\d[\d,.]*)(?: to |–|-)(?:US\$|HK\$|RMB|[$€£])?"
    r"(?P<high>\d[\d,.]*) (?P<scale>thousand|million|billion|trillion)\b"
)


def _range_in_full(passage: Passage, _chosen: str) -> Iterator[Remark]:
    for match in _RANGE.finditer(passage.target):
        sign, scale = match["sign"] or "", match["scale"]
        full = f"{sign}{match['low']} {scale} to {sign}{match['high']} {scale}"
        yield Remark(*match.span(), say("Both ends of a range stand in full: {full}.", full=full), full)


_POINTS = re.compile(r"(?<=\d)\s?(?:pp|ppts?|pct points?|% points?|percent points?|per cent points?)\b")


def _percentage_points(passage: Passage, _chosen: str) -> Iterator[Remark]:
    for match in _POINTS.finditer(passage.target):
        yield Remark(*match.span(), say("Percentage points are spelled out."), " percentage points")


_DAY_FIRST = re.compile(rf"\b(\d{{1,2}}) ({_MONTH})(?:,? ((?:19|20)\d\d))?\b")
_MONTH_FIRST = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?!\d|st|nd|rd|th)(?:,? ((?:19|20)\d\d))?\b")


_WITHOUT_COMMA = re.compile(rf"\b({_MONTH} \d{{1,2}}) ((?:19|20)\d\d)\b")


def _date_order(passage: Passage, chosen: str) -> Iterator[Remark]:
    target = passage.target
    if chosen == "April 2, 2020":
        found = [(m, f"{m[2]} {m[1]}" + (f", {m[3]}" if m[3] else "")) for m in _DAY_FIRST.finditer(target)]
        found += [(m, f"{m[1]}, {m[2]}") for m in _WITHOUT_COMMA.finditer(target)]
    else:
        found = [(m, f"{m[2]} {m[1]}" + (f" {m[3]}" if m[3] else "")) for m in _MONTH_FIRST.finditer(target)]
    for match, right in found:
        yield Remark(*match.span(), say("The house writes dates as “{right}”.", right=right), right)


_DATELINE = re.compile(
    rf"[A-Z][A-Z .'’-]+, (?:{_MONTH}|[JFASOND][a-z]{{2,3}}\.) \d{{1,2}}[^—–-]{{0,24}}(?:--|—|–)\s*"
)


def _dateline(passage: Passage, chosen: str) -> Iterator[Remark]:
    found = _DATELINE.match(passage.target)
    if chosen == "none" and found:
        yield Remark(
            *found.span(),
            say("The pages of the house have no dateline; the date stands under the headline."),
            "",
        )
    elif chosen == "wire" and passage.kind is SegmentKind.LEAD and not found:
        yield Remark(0, 0, say("The lead has no dateline (“CHANGSHA, April 2 --”)."))


_STOP_OUTSIDE = re.compile(r"(?<=[\w%)])([”\"])([.,])(?![\d.])")


def _stops_inside_quotes(passage: Passage, _chosen: str) -> Iterator[Remark]:
    for match in _STOP_OUTSIDE.finditer(passage.target):
        right = match[2] + match[1]
        yield Remark(*match.span(), say("Commas and stops stand inside the quotation marks."), right)


_SHOULD = re.compile(r"\bshould\b", re.IGNORECASE)


def _should_chains(passage: Passage, _chosen: str) -> Iterator[Remark]:
    found = list(_SHOULD.finditer(passage.target))
    if len(found) >= 3:
        said = say("“Should” stands here {count} times: try “called for” or “efforts to”.", count=len(found))
        yield Remark(*found[1].span(), said)


_PARTY_POST = re.compile(
    r"(?:省|市|县|州|区|党)委?(?:常务)?副?书记[、，兼](?:代)?[^，。、]{0,8}(?:省长|市长|县长|州长|区长|主席)"
)
_PARTY = re.compile(r"\bsecretary of the (?:CPC|Communist)|\bParty (?:secretary|chief)", re.IGNORECASE)
_GOVERNMENT = re.compile(
    r"\b(?:governor|mayor|chairman|chairwoman|chairperson|head of the (?:county|district|prefecture))\b",
    re.IGNORECASE,
)


def _party_post_first(passage: Passage, _chosen: str) -> Iterator[Remark]:
    if not _PARTY_POST.search(passage.source):
        return
    party, government = _PARTY.search(passage.target), _GOVERNMENT.search(passage.target)
    if party and government and 0 < party.start() - government.end() < 90:
        between = passage.target[government.end() : party.start()]
        if " and " in between and ". " not in between:
            yield Remark(*party.span(), say("The Party post stands before the government post."))


_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:’s|'s)?\b")
_CHINESE_WEEKDAY = re.compile(r"周[一二三四五六日天末]|星期|礼拜|双休")


def _weekdays(passage: Passage, _chosen: str) -> Iterator[Remark]:
    found = _WEEKDAY.search(passage.target)
    if found and not _CHINESE_WEEKDAY.search(passage.source):
        yield Remark(*found.span(), say("The Chinese names no weekday: weekdays belong to wire style."))


_PRAISE = re.compile(
    r"\b(?:further|earnestly|conscientiously|effectively|vigorously|actively|resolutely|solidly|highly|comprehensively"
    r"|continuously|constantly)\b",
    re.IGNORECASE,
)


def _piled_words(passage: Passage, _chosen: str) -> Iterator[Remark]:
    found = list(_PRAISE.finditer(passage.target))
    if len(found) >= 3:
        words = ", ".join(dict.fromkeys(match[0].lower() for match in found))
        said = say("Words of praise and effort pile up here ({words}): most can go.", words=words)
        yield Remark(*found[1].span(), said)


def _caption_tense(passage: Passage, _chosen: str) -> Iterator[Remark]:
    if passage.kind is SegmentKind.CAPTION:
        for start, end, present in past_verbs(passage.target)[:1]:
            said = say("A caption stands in the present tense: {word}.", word=present)
            yield Remark(start, end, said, present)


_WITH_COMMA = re.compile(r"\b[A-Z][a-zü]+, [A-Z][a-zü’'-]+\b")


def _name_comma(passage: Passage, _chosen: str) -> Iterator[Remark]:
    written = list(_WITH_COMMA.finditer(passage.target))
    if not written:
        return
    names = {render_name(passage.source[name.start : name.ends[0]]) for name in find_names(passage.source)}
    for match in written:
        right = match[0].replace(",", "")
        if right in names:
            yield Remark(
                *match.span(), say("No comma stands in a Chinese name: {right}.", right=right), right
            )


FORM_RULES: tuple[tuple[str, bool, Rule], ...] = (
    ("figures_from_ten", False, _figures_from_ten),
    ("figures_with_units", False, _figures_with_units),
    ("range_in_full", True, _range_in_full),
    ("percentage_points", True, _percentage_points),
    ("date_order", True, _date_order),
    ("dateline", False, _dateline),
    ("stops_inside_quotes", False, _stops_inside_quotes),
    ("should_chains", False, _should_chains),
    ("weekdays", False, _weekdays),
    ("piled_words", False, _piled_words),
    ("caption_tense", False, _caption_tense),
    ("party_post_first", False, _party_post_first),
    ("name_comma", False, _name_comma),
)
"""Setting, whether the rule needs a digit in the target, and the rule."""
