"""Plain quantities and vague magnitudes in English text, with units, currencies and hedges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from workbench.text.approximation import english_approximation
from workbench.text.facts import Fact, FactKind, Scan, Tier
from workbench.text.numerals import ENGLISH_SCALES, ENGLISH_TENS, ENGLISH_UNITS, decimal, english_number
from workbench.text.percent_english import FRACTION_SIGNS, take_english_halves
from workbench.text.units import currency_before, english_unit_after

_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "mln": 10**6,
    "bln": 10**9,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "m": 10**6,
    "k": 10**3,
    "b": 10**9,
    "billon": 10**9,
    "thousands": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
    "millions": 10**6,
    "billions": 10**9,
    "dozen": 12,
}
_GLUED = frozenset({"m", "k", "b"})
_LONG = r"hundred|thousands?|lakhs?|crores?|millions?|billions?|billon|trillion|quadrillion|mln|bln|mn|bn|tn|trn|dozen"

ARABIC = re.compile(
    rf"(?<![\w.])(?:(?<=[a-z]{{3}})|)(\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    rf"((?:\+?[\s-]{{0,2}}(?:{_LONG})\b|[mkbMKB]\b(?![\w/²³'’]))(?:[\s-](?:{_LONG})\b)?)?",
    re.IGNORECASE,
)
_CODES_LOWERED = (
    "rmb",
    "usd",
    "cny",
    "hkd",
    "eur",
    "gbp",
    "jpy",
    "aud",
    "cad",
    "sgd",
    "krw",
    "chf",
    "twd",
    "rub",
    "inr",
    "myr",
    "thb",
    "vnd",
    "php",
    "idr",
    "try",
    "brl",
    "nzd",
    "mop",
)
AFTER_LETTERS = re.compile(
    rf"(?<=RMB|USD|CNY|HKD|EUR|GBP|JPY|AUD|CAD|SGD|KRW|CHF|TWD|RUB|INR|MYR|THB|VND|PHP|IDR|TRY|BRL|NZD|MOP)(\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)((?:[\s-]?(?:{_LONG})\b|[mkb]\b))?",
    re.IGNORECASE,
)
ALWAYS = re.compile(r"(?<![\d/.])24/7(?![\d/.])")
"""24 hours a day, seven days a week."""

MIXED = re.compile(
    r"(?<![\w.,/])(\d+)(?:\s?([½¼¾⅓⅔])|[\s-]([1-3]/[2-4])(?![\w/])|[\s-]and[\s-]a[\s-](half|quarter)\b(?!\s(?:of|the)\b))"
)
"""2½, 2 1/2 and 2 and a half."""
SPACED = re.compile(r"(?<![\w.,])(?<!\d, )(\d{1,3}(?:,? 000)+)(?![\w.,]\d)")
"""1 000 and 400, 000: the checks of form say what is wrong with them."""

LEFTOVER = re.compile(
    r"(?<![0-9][kcm]m)(?<! [kcm]m)(?<!/[kcm]m)(?<! m)(?<!/m)(?<![0-9]m)\d+(?:,\d{3})*(?:\.\d+)?"
)
_SMALL = "|".join(sorted((*ENGLISH_UNITS, *ENGLISH_TENS), key=len, reverse=True))
_BIG = "|".join(ENGLISH_SCALES)
_ONES = "|".join(word for word, value in ENGLISH_UNITS.items() if 0 < value < 10)
_CORE = rf"(?:(?:{'|'.join(ENGLISH_TENS)})[\s-](?:{_ONES})|(?:{_SMALL}))"
_SERIES = rf"(?:{_CORE}(?:[\s-](?:{_BIG})(?:(?:\sand\s|[\s-]){_CORE}\b)?)*|(?:{_BIG})(?:[\s-](?:{_BIG}))*)"
WORDS = re.compile(
    rf"\b(?:(half)\s(?:a|an)\s({_BIG})|(?:(?:a|an)\s(?={_BIG}))?({_SERIES})"
    rf"([\s-]and[\s-]a[\s-](?:half|quarter)|\sand\shalf(?=\s(?:years?|months?|weeks?|days?|hours?|times|games?)\b))?(\s(?:{_BIG}))?)\b",
    re.IGNORECASE,
)
AND_A_HALF = re.compile(
    rf"\b(?P<number>\d+|an?|{_SMALL})\s(?P<unit>year|month|week|day|hour|minute|centur|decade|game|time)(?:s|y|ies)?\sand\s(?:a\s)?half\b",
    re.IGNORECASE,
)
DECADES = re.compile(
    rf"(?<![\w.])(?P<number>\d+|(?:{_SMALL}|a)(?:[\s-](?:{_SMALL}))?)(?P<half>\sand a half)?[\s-](?P<unit>decades?|centur(?:y|ies))\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?<!\d )(?:(?P<tens>tens|dozens|scores)|(?P<hundreds>hundreds)|(?P<thousands>thousands)|(?P<millions>millions)|(?P<billions>billions)|(?P<trillions>trillions)"
    r")(?P<of>\sof\s(?P<more>hundreds?|thousands?|millions?|billions?))?\b"
    r"|\b(?:several|a few|few|some|many|couple of|multi)[\s-](?P<few>dozen|hundred|thousand|million|billion|trillion)\b(?:\s(?P<few_more>thousand|million|billion)\b)?"
    r"|\b(?P<adjective>multi-?million|multi-?billion|centur(?:y|ies)-old|decades|teens|centuries)\b",
    re.IGNORECASE,
)
_VAGUE_POWERS = {
    "tens": 1,
    "dozens": 1,
    "scores": 1,
    "hundreds": 2,
    "thousands": 3,
    "millions": 6,
    "billions": 9,
    "trillions": 12,
}
_FEW_POWERS = {"dozen": 1, "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
PERIODS = re.compile(
    r"\b(?P<decade>decade)\b|\b(?P<bicentenary>bicentenar(?:y|ies)|bicentennials?)\b|\b(?P<tercentenary>tercentenar(?:y|ies)|tricentennials?)\b|\b(?P<century>century|centenar(?:y|ies)|centennial)\b(?! Fox)|\b(?P<fortnight>fortnight)\b|\b(?P<dozen>dozen)\b",
    re.IGNORECASE,
)
CUES = re.compile(
    r"\b(?:(?P<two>both|pairs?|couple|couples|twin|twins|bilateral|dual|duo|twosome|two-way|either|neither|half-yearly|mutual)|(?P<three>trio|trilateral|three-way|tripartite|triad|triplets?)|(?P<four>quartet|quad|quadrilateral)"
    r"|(?P<one>once|single|sole|only|individual))\b",
    re.IGNORECASE,
)
_CUE_VALUES = {"one": 1, "two": 2, "three": 3, "four": 4}
COMPOUND = re.compile(
    r"(?<![A-Za-z])(?:(?P<two>[Bb]i|[Dd]i|[Tt]win-)(?=weekly|annual|lingual|cameral|polar|ennial)|(?P<three>[Tt]ri)(?=angle|angular|lateral|athlon))"
)


_NUMBER_WORDS = frozenset({"half", *ENGLISH_UNITS, *ENGLISH_TENS, *ENGLISH_SCALES})
_VAGUE_WORDS = frozenset(
    [
        "tens",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "trillions",
        "several",
        "few",
        "some",
        "many",
        "couple",
        "multi",
        "multimillion",
        "multibillion",
        "century",
        "centuries",
        "decades",
        "teens",
    ]
)
_CUE_WORDS = frozenset(
    [
        "both",
        "pair",
        "pairs",
        "couple",
        "couples",
        "twin",
        "twins",
        "bilateral",
        "dual",
        "duo",
        "twosome",
        "two",
        "either",
        "neither",
        "half",
        "mutual",
        "trio",
        "trilateral",
        "three",
        "tripartite",
        "triad",
        "triplet",
        "triplets",
        "quartet",
        "quad",
        "quadrilateral",
        "once",
        "single",
        "sole",
        "only",
        "individual",
    ]
)


def take_english_numbers(scan: Scan) -> None:
    """Take number words, digits with their scales, vague magnitudes and lexical pairs ("both")."""
    scan.take(AND_A_HALF, _read_and_a_half, "and a half", "and half")
    scan.take(DECADES, _read_decades, "decade", "centur")
    scan.take(ALWAYS, _read_always, "24/7")
    scan.take_words(VAGUE, _read_vague, _VAGUE_WORDS)
    scan.take(
        SPACED,
        lambda match: [
            _quantity(scan.text, decimal(match[1].replace(" ", "").replace(",", "")), match.span(), "digits")
        ],
        " 000",
    )
    if scan.has_digits:
        scan.take(AFTER_LETTERS, lambda match: _read_arabic(match, scan.text), *_CODES_LOWERED)
        scan.take(MIXED, _read_mixed, "½", "¼", "¾", "⅓", "⅔", "/", "and a", "and-a")
        scan.take(ARABIC, lambda match: _read_arabic(match, scan.text))
    scan.take_words(WORDS, lambda match: _read_words(match, scan.text), _NUMBER_WORDS)
    scan.take(PERIODS, _read_period, "decade", "centu", "centen", "fortnight", "dozen")
    take_english_halves(scan)
    scan.take_words(CUES, _read_cue, _CUE_WORDS)
    if scan.has_digits:
        scan.take(LEFTOVER, lambda match: [_quantity(scan.text, decimal(match[0]), match.span(), "digits")])


def _quantity(text: str, value: Fraction, span: tuple[int, int], form: str, *others: Fraction) -> Fact:
    start, end = span
    unit, unit_end = english_unit_after(text, end)
    currency, currency_start = currency_before(text, start)
    return Fact(
        FactKind.QUANTITY,
        (value, *others),
        start,
        end,
        unit=currency or unit,
        approximation=english_approximation(text, currency_start, unit_end),
        form=form,
    )


def _read_arabic(match: re.Match[str], text: str) -> list[Fact]:
    mantissa = decimal(match[1])
    suffix = (match[2] or "").lower()
    value = mantissa
    for word in re.findall(r"[a-z]+", suffix):
        value *= _SCALES[word]
    others: tuple[Fraction, ...] = (mantissa,) if suffix in _GLUED else ()
    fact = _quantity(text, value, match.span(), "digits", *others)
    if suffix == "m" and not currency_before(text, match.start())[0]:
        fact = replace(fact, values=(mantissa, value), unit="")
    return [replace(fact, parts=(mantissa,))]


def _read_words(match: re.Match[str], text: str) -> list[Fact] | None:
    if match[1]:
        value = Fraction(ENGLISH_SCALES[match[2].lower()], 2)
        return [_quantity(text, value, match.span(), "words")]
    number = english_number(match[3])
    if number is None or (
        match[3].lower() in ENGLISH_SCALES and not match[0].lower().startswith(("a ", "an "))
    ):
        return None
    last = re.findall(r"[a-z]+", match[3].lower())[-1]
    if match[4]:
        portion = Fraction(1, 2) if "half" in match[4] else Fraction(1, 4)
        number += portion * (ENGLISH_SCALES.get(last, 1) if not match[5] else 1)
    if match[5]:
        number *= ENGLISH_SCALES[match[5].strip().lower()]
    return [_quantity(text, number, match.span(), "words")]


def _read_mixed(match: re.Match[str]) -> list[Fact]:
    named = Fraction(1, 2) if match[4] == "half" else Fraction(1, 4)
    value = decimal(match[1]) + (FRACTION_SIGNS[match[2]] if match[2] else Fraction(match[3] or named))
    unit, _ = english_unit_after(match.string, match.end())
    return [Fact(FactKind.QUANTITY, (value,), *match.span(), unit=unit)]


def _read_and_a_half(match: re.Match[str]) -> list[Fact]:
    unit, said = match["unit"].lower(), match["number"].lower()
    number = decimal(said) if said.isdigit() else english_number(said) or Fraction(1)
    factor = {"decade": Fraction(10), "centur": Fraction(100)}.get(unit, Fraction(1))
    key = "year" if factor != 1 else "" if unit in ("game", "time") else unit
    value = (number + Fraction(1, 2)) * factor
    return [Fact(FactKind.QUANTITY, (value,), *match.span(), unit=key, form="words")]


def _read_always(match: re.Match[str]) -> list[Fact]:
    return [Fact(FactKind.QUANTITY, (Fraction(24),), *match.span(), unit="hour", form="words")]


def _read_decades(match: re.Match[str]) -> list[Fact] | None:
    number = match["number"]
    value = decimal(number) if number.isdigit() else english_number(number)
    if value is None:
        return None
    value += Fraction(1, 2) if match["half"] else 0
    value *= 10 if match["unit"].lower().startswith("decade") else 100
    return [
        Fact(
            FactKind.QUANTITY, (value,), *match.span(), unit="year", form="cue" if number == "a" else "words"
        )
    ]


def _read_vague(match: re.Match[str]) -> list[Fact]:
    group = match.lastgroup
    if match["adjective"]:
        word = match["adjective"].lower()
        power = (
            6 if "million" in word else 9 if "billion" in word else 1 if word in ("decades", "teens") else 2
        )
    elif match["few"]:
        power = _FEW_POWERS[match["few"].lower()] + _FEW_POWERS.get((match["few_more"] or "").lower(), 0)
    else:
        first = next(
            word for word in _VAGUE_POWERS if match[word if word not in ("dozens", "scores") else "tens"]
        )
        power = _VAGUE_POWERS[first] + _VAGUE_POWERS.get((match["more"] or "").lower().rstrip("s") + "s", 0)
    del group
    return [Fact(FactKind.VAGUE, (Fraction(10) ** power,), *match.span(), tier=Tier.VAGUE, form="words")]


def _read_period(match: re.Match[str]) -> list[Fact]:
    value, unit = {
        "decade": (10, "year"),
        "century": (100, "year"),
        "bicentenary": (200, "year"),
        "tercentenary": (300, "year"),
        "fortnight": (14, "day"),
        "dozen": (12, ""),
    }[str(match.lastgroup)]
    return [Fact(FactKind.QUANTITY, (Fraction(value),), *match.span(), unit=unit, form="cue")]


def _read_cue(match: re.Match[str]) -> list[Fact]:
    value = _CUE_VALUES[str(match.lastgroup)]
    return [Fact(FactKind.QUANTITY, (Fraction(value),), *match.span(), form="cue")]


_BETWEEN = re.compile(
    r"\s?%?\s?(?:-|–|—|/|,|\bto\b|\band\b|\bor\b|, and|\bthrough\b|\bversus\b|\bvs\.?)\s?(?:(?:US|HK)?[$€£¥]|RMB\s?)?"
)


def share_between_neighbours(facts: Sequence[Fact], text: str) -> list[Fact]:
    """Let lists and ranges share what only the last one carries: scale, unit, percent sign.

    "3 to 5 million yuan" gives the 3 a second reading of 3 million; "3, 4 and 5 percent" makes
    all three percents.
    """
    shared = list(facts)
    for index in range(len(shared) - 2, -1, -1):
        low, high = shared[index], shared[index + 1]
        if low.kind is not FactKind.QUANTITY or low.form == "cue":
            continue
        gap = text[low.end : high.start]
        if len(gap) > 16 or not _BETWEEN.fullmatch(gap):
            continue
        if gap.startswith(", and") and not _is_listed(shared, index, text):
            continue
        shared[index] = _sharing(low, high, gap)
    return shared


def _is_listed(facts: Sequence[Fact], index: int, text: str) -> bool:
    """Whether a comma stands before the number, too: "3, 4, and 5 percent", but not "over 60, and 75 percent"."""
    return index > 0 and _COMMA.fullmatch(text, facts[index - 1].end, facts[index].start) is not None


_COMMA = re.compile(r"\s?%?,\s")


def _sharing(low: Fact, high: Fact, gap: str) -> Fact:
    if high.kind in (FactKind.PERCENT, FactKind.POINT) and not low.unit and len(low.values) == 1:
        if low.value > 100 >= high.value or ("," in gap and low.value > 100):
            return low
        return replace(low, kind=high.kind, parts=low.values)
    if high.kind is not FactKind.QUANTITY:
        return low
    mantissa = high.parts[0] if high.parts else high.value
    scale = high.value / mantissa if mantissa else Fraction(1)
    values = low.values
    if scale > 1 and low.parts == low.values[:1] and low.value < 1000:
        values = (*values, low.value * scale)
    unit = low.unit or (high.unit if "," not in gap else "")
    return replace(low, values=values, unit=unit)
