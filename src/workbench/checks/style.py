"""The house's way of writing: numbers, percent, dates, times, quotes, offices (FACTS.md section 4).

Every rule is a setting (`style_settings`) and every finding a note with its fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.checks.remarks import Remark, Rule
from workbench.checks.style_forms import FORM_RULES
from workbench.checks.style_settings import choice
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level, SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.dates_english import LONG_MONTHS, SHORT_MONTHS

_DIGIT = re.compile(r"\d")
KEY = "style"


_MONTH = rf"(?:{LONG_MONTHS}|(?:{SHORT_MONTHS})\.)"
_OFFICES = "governor|mayor|president|premier|secretary|minister|director|chairman|chairwoman|ambassador|vice governor|vice mayor|vice premier|vice president|vice chairman|deputy director|deputy governor|general secretary|party secretary"
_UNDER_TEN = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_UNIT_AFTER = re.compile(
    r"\s*(?:percent|per cent|%|percentage|°|degrees?|hundred|million|billion|trillion|thousand|yuan|dollars?|euros?|pounds?|RMB|p\.?m|a\.?m|"
    r"o['’]clock|km|kg|kilomet|met(?:er|re)|cm|mm|tons?|tonnes?|lit(?:er|re)s?|gram|hectares?|mu\b|acres?|square|cubic|miles?|feet|"
    r"foot|inch|hours?\b|minutes?\b|seconds?\b|points?\b|times\b|[-–]\s?\d|to \d|:\d|/|years? old|year-old|-year|th\b|st\b|nd\b|rd\b|"
    r"[A-Z]|\.\d|,\d|kilogram|kilobyte|megabyte|centimet|millimet|per thousand|ounces?\b|GB|MB|G\b|megawatt|kilowatt|watts?|volts?|horsepower|knots?|hPa|yards?|megapixel|degree)"
)
_NUMBER_BEFORE = re.compile(
    r"(?:[$€£¥#(/:–-]|RMB|US\$|No\.? ?|Nos\.? ?|"
    + _MONTH
    + r" |\d |[Cc]hapter |[Pp]hase |[Pp]art |[Aa]rticle |[Ll]evel |[Gg]roup |[Gg]rade |"
    r"[Ll]ine |[Rr]oute |[Ss]tage |[Rr]ound |[Pp]age |[Rr]oom |[Gg]ate |[Tt]ype |[Cc]lass |[Tt]ier |[Ss]eason |[Vv]olume |[Aa]ged? |[Tt]op |"
    r"\b(?!(?:The|All|These|Those|Other|Some|In|On|At|With|And|For|About|Only|Over|Its|Our|Their|Another|A|Of|By) )[A-Z][\w]* |\d[\d,.]* (?:and|to|or) |between |by |from |score \w* )$"
)


class StyleCheck:
    """Applies the rules of the house to one row."""

    key = KEY
    family = Family.STYLE

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a note for each departure from a rule that is switched on."""
        if not context.target_language.startswith("en"):
            return
        has_digit = _DIGIT.search(passage.target) is not None
        for name, needs_digit, rule in _RULES:
            if needs_digit and not has_digit:
                continue
            chosen = choice(context, name)
            if chosen != "off":
                for remark in rule(passage, chosen):
                    yield _finding(name, remark)


def _finding(rule: str, remark: Remark) -> Finding:
    span = (remark.start, remark.end)
    fixes = (
        ()
        if remark.instead is None
        else (Fix(say("Write “{text}”", text=remark.instead.strip()), span, remark.instead),)
    )
    return Finding(KEY, Family.STYLE, Level.NOTE, remark.message, target=span, slip=rule, fixes=fixes)


_SMALL = re.compile(r"(?<![\w.,])([1-9])(?![\w,%°])(?!\.\d)")


def _small_numbers(passage: Passage, _chosen: str) -> Iterator[Remark]:
    if passage.kind is SegmentKind.HEADLINE:
        return
    for match in _SMALL.finditer(passage.target):
        before, after = (
            passage.target[max(0, match.start() - 24) : match.start()],
            passage.target[match.end() :],
        )
        if _UNIT_AFTER.match(after) or _NUMBER_BEFORE.search(before) or not re.match(r" [a-z]", after):
            continue
        word = _UNDER_TEN[int(match[1])]
        yield Remark(*match.span(), say("Numbers under ten are written in words: {word}.", word=word), word)


_FIGURE_FIRST = re.compile(r"(?:^|(?<=[.!?] )|(?<=[.!?][”\"’] ))[“\"‘]?(\d[\d,.]*)(?= [a-z%]|%)")
_SHORTENED = re.compile(
    rf"\b(?:{_MONTH}|(?:Nos?|Art|Ch|Col|Fig|Gen|Para|Sec|Vol|approx|ca|pp?|vs|[ap]\.m)\.) $"
)
"""Before a figure these are words cut short, and not the end of a sentence."""


def _figure_at_start(passage: Passage, _chosen: str) -> Iterator[Remark]:
    if passage.kind in {SegmentKind.HEADLINE, SegmentKind.SUBHEADING}:
        return
    for match in _FIGURE_FIRST.finditer(passage.target):
        if _SHORTENED.search(passage.target, max(0, match.start() - 12), match.start()):
            continue
        yield Remark(
            *match.span(1),
            say("A sentence does not begin with a figure; write it in words or turn the sentence."),
        )


_PERCENT_FORMS = {"percent": " percent", "per cent": " per cent", "%": "%"}
_PERCENT = re.compile(r"(?<=\d) ?(?:%| percent\b| per cent\b|percent\b|per cent\b)")


def _percent(passage: Passage, chosen: str) -> Iterator[Remark]:
    if passage.kind in {SegmentKind.HEADLINE, SegmentKind.SUBHEADING}:
        return  # headlines save room; the setting is about running text
    right = _PERCENT_FORMS.get(chosen, "%")
    for match in _PERCENT.finditer(passage.target):
        if match.group().replace("  ", " ") != right and not re.match(
            r"-?[a-z]*\)", passage.target[match.end() :]
        ):
            yield Remark(*match.span(), say("The house writes “{right}”.", right=chosen), right)


_CHINESE_MAGNITUDE = re.compile(
    r"\b(?:\d[\d,.]*|\w+) (?:hundred million|ten thousand (?:yuan|people|tons?)|hundred billion|thousand billion|ten million)\b(?! to)",
    re.IGNORECASE,
)
_NUMBER_WORDS = re.compile(
    r"\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|over|about|nearly)\b", re.IGNORECASE
)


def _magnitudes(passage: Passage, _chosen: str) -> Iterator[Remark]:
    for match in _CHINESE_MAGNITUDE.finditer(passage.target):
        if _NUMBER_WORDS.match(match.group()):
            yield Remark(
                *match.span(),
                say(
                    "“{text}” counts in Chinese steps; write thousands, millions or billions.",
                    text=match.group(),
                ),
            )


_FOUR_DIGITS = re.compile(
    r"(?<![\w.,:/-])([1-9]\d{3,6})(?![\w.,:/%-]|,\d)(?= (?!BC|AD|was|when|and beyond)[a-z]+s\b)"
)


def _thousands(passage: Passage, _chosen: str) -> Iterator[Remark]:
    for match in _FOUR_DIGITS.finditer(passage.target):
        value = int(match[1])
        before = passage.target[max(0, match.start() - 14) : match.start()]
        if 1500 <= value <= 2100 or re.search(
            r"(?:[Rr]oom|[Nn]o\.?|[Ff]light|[Cc]all|[Dd]ial|[Cc]ode|[A-Z]\w*) $", before
        ):
            continue
        yield Remark(
            *match.span(1),
            say("A comma stands in numbers from four digits: {value:,}.", value=value),
            f"{value:,}",
        )


_ORDINAL_DATE = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)\b|\bthis ({_MONTH} \d{{1,2}})\b")


def _date_ordinals(passage: Passage, _chosen: str) -> Iterator[Remark]:
    for match in _ORDINAL_DATE.finditer(passage.target):
        right = match[3] or f"{match[1]} {match[2]}"
        yield Remark(*match.span(), say("The house writes dates as “{right}”.", right=right), right)


_TWELVE = re.compile(r"\b(1?\d)(?:[:.](\d\d))? ?([ap])\.?\s?m\b\.?", re.IGNORECASE)
_TWENTY_FOUR = re.compile(r"(?<![\d:.-])([01]?\d|2[0-3]):([0-5]\d)(?![\d:]| ?[ap]\.?m)")


def _clock(passage: Passage, chosen: str) -> Iterator[Remark]:
    if chosen == "24":
        for match in _TWELVE.finditer(passage.target):
            hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
            right = f"{hour}:{match[2] or '00'}"
            yield Remark(*match.span(), say("The house writes times as “{right}”.", right=right), right)
        return
    for match in _TWENTY_FOUR.finditer(passage.target):
        hour, minutes = int(match[1]), match[2]
        half = "a.m." if hour < 12 else "p.m."
        right = f"{hour % 12 or 12}{'' if minutes == '00' else ':' + minutes} {half}"
        yield Remark(
            *match.span(), say("The house writes times as “{right}”, if this is one.", right=right), right
        )


def _quotes(passage: Passage, chosen: str) -> Iterator[Remark]:
    target = passage.target
    wrong = '"' if chosen == "curly" else "“”‘’"
    for place, character in enumerate(target):
        if character in wrong and not (character == '"' and target[place - 1 : place].isdigit()):
            said = (
                say("The house writes curly quotation marks.")
                if chosen == "curly"
                else say("The house writes straight quotation marks.")
            )
            yield Remark(place, place + 1, said, _other_quote(target, place))
            return


_APOSTROPHE = re.compile(r"(?<=[A-Za-z])'(?=[a-z]|\s|[.,;:!?]|$)")


def _apostrophes(passage: Passage, _chosen: str) -> Iterator[Remark]:
    if found := _APOSTROPHE.search(passage.target):
        yield Remark(*found.span(), say("The house writes curly apostrophes."), "’")


def _other_quote(target: str, place: int) -> str:
    character = target[place]
    if character == '"':
        return "“" if place == 0 or target[place - 1] in " ([—–-" else "”"
    return '"' if character in "“”" else "'"


_RMB = re.compile(r"(?:RMB|CNY) ?(\d[\d,.]*(?: (?:million|billion|trillion|thousand))?)(?: yuan)?")
_YUAN = re.compile(
    r"(\d[\d,.]*(?: (?:million|billion|trillion|thousand))?) (?:Chinese )?(?:yuan|renminbi|RMB|CNY)\b"
)


def _currency(passage: Passage, chosen: str) -> Iterator[Remark]:
    pattern, form = (_RMB, "{} yuan") if chosen == "yuan" else (_YUAN, "RMB{}")
    for match in pattern.finditer(passage.target):
        right = form.format(match[1])
        yield Remark(*match.span(), say("The house writes “{right}”.", right=right), right)


_HONORIFIC = re.compile(r"\b(?:Mr|Ms|Mrs)\.? (?=[A-Z])")
_OFFICIAL = re.compile(r"书记|省长|市长|主席|总理|部长|主任|厅长|局长|县长|区长|委员长|副省长|常委")


def _honorifics(passage: Passage, _chosen: str) -> Iterator[Remark]:
    if not _OFFICIAL.search(passage.source):
        return
    for match in _HONORIFIC.finditer(passage.target):
        yield Remark(*match.span(), say("Officials stand without Mr., Mrs. or Ms. in this copy."), "")


_SMALL_BEFORE = re.compile(rf"\b({_OFFICES})(?= [A-Z][a-z]+ [A-Z][a-z]+| (?:Xi|Li|Xu|Wang|Zhang)\b)")
_CAPITAL_AFTER = re.compile(
    rf"(?<=[a-z]), (?:the )?((?:Vice |Deputy |Executive |Acting |Former )*(?:{'|'.join(o.title() for o in _OFFICES.split('|') if ' ' not in o)}))(?= of\b| and\b)"
)


def _title_capitals(passage: Passage, _chosen: str) -> Iterator[Remark]:
    for match in _SMALL_BEFORE.finditer(passage.target):
        before = passage.target[: match.start()].rstrip().rsplit(" ", 1)[-1].lower()
        if before in {"the", "a", "an", "by", "its", "former", "then", "as", "with", ""} and before not in {
            "",
            "by",
            "with",
        }:
            continue
        right = match[1].title()
        yield Remark(
            *match.span(1), say("An office has a capital before the name: {right}.", right=right), right
        )
    for match in _CAPITAL_AFTER.finditer(passage.target):
        yield Remark(
            *match.span(1),
            say("An office is small behind the name: {right}.", right=match[1].lower()),
            match[1].lower(),
        )


_THAT_COMMA = re.compile(
    r"\b(?:stressed|said|noted|emphasi[sz]ed|pointed out|added|stated|urged|requested|believed?|suggested|indicated|explained) that(,)(?= [a-z])"
)
_PARENTHETIC = re.compile(r"[^,.;]{1,40},")


def _comma_after_that(passage: Passage, _chosen: str) -> Iterator[Remark]:
    for match in _THAT_COMMA.finditer(passage.target):
        if not _PARENTHETIC.match(passage.target, match.end()):
            yield Remark(*match.span(1), say("No comma stands after “that”."), "")


_RULES: tuple[tuple[str, bool, Rule], ...] = (
    ("small_numbers", True, _small_numbers),
    ("figure_at_start", True, _figure_at_start),
    ("percent", True, _percent),
    ("chinese_magnitudes", False, _magnitudes),
    ("thousands_comma", True, _thousands),
    ("date_ordinals", True, _date_ordinals),
    ("clock", True, _clock),
    ("quotes", False, _quotes),
    ("apostrophes", False, _apostrophes),
    ("currency", True, _currency),
    ("honorifics", False, _honorifics),
    ("title_capitals", False, _title_capitals),
    ("comma_after_that", False, _comma_after_that),
    *FORM_RULES,
)
"""Setting, whether the rule needs a digit in the target, and the rule."""


CHECK = StyleCheck()
