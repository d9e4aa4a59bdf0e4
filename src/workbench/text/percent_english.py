"""Percentages, percentage points, fractions and multiples in English text."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.text.facts import Fact, FactKind, Scan
from workbench.text.numerals import ENGLISH_TENS, ENGLISH_UNITS, decimal, english_number

ARABIC = r"\d+(?:,\d{3})*(?:\.\s?\d+)?|\.\d+"
_SMALL = "|".join(word for word in (*ENGLISH_UNITS, *ENGLISH_TENS))
WORDS = rf"(?:{_SMALL})(?:[ -](?:{_SMALL}|hundred|thousand))*"
_TO = r"\s?(?:-|–|—|~|to|through)\s?"
_PERCENT = r"(?:%|per\s?cents?\b|pct\b|percentile\b)"
_POINTS = r"(?:percentage[\s-]points?|percent(?:age)?[\s-]points?|per cent points?|% points?|pct points?|pp\b|ppts?\b)"
_AND = r"\s?(?:-|–|—|to|and|or|,|, and|through)\s?"

_A_YEAR = r"(?:19|20)\d\d(?:, | and )"
"""The quarters of 2017, 0.2 percentage points higher: a year is no end of a list."""

POINT = re.compile(
    rf"(?<![\w.])(?:(?!{_A_YEAR})({ARABIC}){_AND})?({ARABIC}|\b{WORDS}|\b(?:an?|half an?|half of a))(?:\s|-)?{_POINTS}",
    re.IGNORECASE,
)
BASIS = re.compile(
    rf"(?<![\w.])(?:({ARABIC}),\s)?(?:(?!{_A_YEAR})({ARABIC})(?:(?:,|,?\sand|\sor|\sto)\s|[–—-]))?({ARABIC}|\b{WORDS})[\s-]basis points?",
    re.IGNORECASE,
)
PERCENT = re.compile(
    rf"(?<![\w.])-?(?:(?!(?:19|20)\d\d\s(?:to|through)\s)({ARABIC})\s?%?{_TO})?({ARABIC}|\b{WORDS}|\bhalf an?)(?:\s|-)?{_PERCENT}",
    re.IGNORECASE,
)
PLAIN_POINT = re.compile(rf"(?<![\w.])({ARABIC})[\s-]points?\b", re.IGNORECASE)
_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
    "thousandth": 1000,
}
_PART = "halves|half|" + "|".join(f"{part}s?" for part in _PARTS if part != "half")
_FEW = "a|an|one|two|three|four|five|six|seven|eight|nine"
_PART_WORDS = frozenset({"halves", *_PARTS, *(part + "s" for part in _PARTS)})
PER_MILLE = re.compile(rf"(?<![\w.])({ARABIC})(?:\s?‰|\sper\s(?:mille|thousand)\b)", re.IGNORECASE)
FRACTION = re.compile(
    rf"(?<!and )(?<!and-)(?<!first )\b(?:({_FEW}|\d)[\s-]({_PART})\b(?<!a third)(?<!a fourth)(?<!a fifth)(?<!a sixth)(?<!a seventh)(?<!an eighth)(?<!a ninth)(?<!a tenth)"
    r"(?![\s-](?:largest|biggest|time|place|year|party|world|day|round|most|consecutive|quarter|and))"
    r"|(an?)\s(third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?=\sof\b|\s(?:less|more|higher|lower)\b)"
    r"|(?:nearly|almost|about|around|roughly|over|than)\s(an?)\s(third|quarter|fifth|sixth|eighth|tenth)\b(?!\s[A-Za-z]))",
    re.IGNORECASE,
)
HALF = re.compile(
    r"\bhalf\b(?!-?(?:\s|-)?(?:a|an)\s(?:million|billion|dozen|trillion|hundred|thousand))|\bhalved\b|\bhalving\b|\bhalves\b|\b50-50\b",
    re.IGNORECASE,
)
QUARTER = re.compile(r"\ba quarter of\b|\bquarters? of (?=the|all|a|its|their)", re.IGNORECASE)
RATIO = re.compile(
    rf"\b({_FEW}|ten|{ARABIC})\s(?:in|out of)\s(?:every\s)?(two|three|four|five|six|seven|eight|nine|ten|{ARABIC})\b(?!\s(?:days|months|years|weeks|hours))",
    re.IGNORECASE,
)
SLASHED = re.compile(r"(?<![\d/.\w])(?<!\d[ -])(\d{1,2})\s?/\s?(\d{1,3})(?![\d/]|[.]\d)")
FRACTION_SIGNS = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅔": Fraction(2, 3),
}
SIGNS = re.compile(r"(?<!\d)(?<!\d\s)[½⅓¼¾⅔]")
FOLD = re.compile(rf"(?<![\w.])({ARABIC}|\b{WORDS})[\s-]?fold\b", re.IGNORECASE)
TIMES = re.compile(
    rf"(?<![\w.])({ARABIC}|\b{WORDS})(?:\s(?:and a half))?(?:(?:\s|-)times?|x|X)\b(?!\sZone)", re.IGNORECASE
)
MULTIPLES = re.compile(
    r"\b(?:(?P<two>doubl(?:e[sd]?|ing)|twofold|two-fold|twice|redoubl\w+)|(?P<three>tripl(?:e[sd]?|ing)|trebl\w+|thrice)|(?P<four>quadrupl\w+))\b",
    re.IGNORECASE,
)


def take_english_percents(scan: Scan) -> None:
    """Take everything that states a proportion or a multiple."""
    scan.take(POINT, lambda match: _ends(match, FactKind.POINT), "point", "pp")
    scan.take(BASIS, _read_basis, "basis")
    scan.take(PERCENT, lambda match: _ends(match, FactKind.PERCENT), "%", "cent", "pct")
    scan.take(PER_MILLE, _read_per_mille, "‰", "per thousand", "per mille")
    scan.take(FOLD, lambda match: _multiple(match, 1), "fold")
    scan.take(TIMES, lambda match: _multiple(match, 1), "time", "x")
    scan.take(RATIO, _read_ratio, " in ", " out of ")
    scan.take_words(FRACTION, _read_fraction, _PART_WORDS)
    scan.take(QUARTER, lambda match: [_fraction(Fraction(1, 4), match.span())], "quarter")
    scan.take(SIGNS, lambda match: [_fraction(FRACTION_SIGNS[match[0]], match.span())], *FRACTION_SIGNS)
    scan.take(SLASHED, _read_slashed, "/")
    scan.take(
        MULTIPLES,
        _read_multiple_word,
        "doubl",
        "twofold",
        "two-fold",
        "twice",
        "tripl",
        "trebl",
        "thrice",
        "quadrupl",
    )


def take_english_halves(scan: Scan) -> None:
    """Take "half" where no number phrase has used it ("half a million", "two and a half")."""
    scan.take(HALF, lambda match: [_fraction(Fraction(1, 2), match.span())], "hal", "50-50")


def _value(text: str) -> Fraction | None:
    lowered = text.lower()
    if lowered.startswith("half"):
        return Fraction(1, 2)
    if lowered in ("a", "an"):
        return Fraction(1)
    return decimal(text) if text[0] in "0123456789." else english_number(text)


def _form(text: str) -> str:
    return "digits" if text[0] in "0123456789." else "words"


_OFF = re.compile(r"[\s-](?:off\b|discount|reduction|cheaper)", re.IGNORECASE)
"""80 percent off: what is taken off the price, not what is paid."""


def _ends(match: re.Match[str], kind: FactKind) -> list[Fact] | None:
    facts = []
    for group in (1, 2):
        if not match[group]:
            continue
        value = _value(match[group])
        if value is None:
            return None
        end = match.end() if group == 2 else match.end(group)
        code = "off" if _OFF.match(match.string, match.end()) else ""
        facts.append(Fact(kind, (value,), match.start(group), end, form=_form(match[group]), code=code))
    return facts


def _read_per_mille(match: re.Match[str]) -> list[Fact]:
    return [Fact(FactKind.PERCENT, (decimal(match[1]) / 10,), *match.span())]


def _read_basis(match: re.Match[str]) -> list[Fact] | None:
    facts = []
    for group in (1, 2, 3):
        value = _value(match[group]) if match[group] else None
        if value is not None:
            span = (match.start(group), match.end() if group == 3 else match.end(group))
            form = _form(match[group])
            facts.append(Fact(FactKind.POINT, (value / 100,), *span, form=form, parts=(value,)))
    return facts or None


def _multiple(match: re.Match[str], group: int) -> list[Fact] | None:
    value = _value(match[group])
    if value is None:
        return None
    if "half" in match[0].lower():
        value += Fraction(1, 2)
    return [Fact(FactKind.MULTIPLE, (value,), *match.span(), form=_form(match[group]))]


def _fraction(
    value: Fraction, span: tuple[int, int], form: str = "words", parts: tuple[Fraction, ...] = ()
) -> Fact:
    return Fact(FactKind.FRACTION, (value,), *span, form=form, parts=parts)


_SPELL = re.compile(
    r"\b(?:for|in|over|past|last|previous|next|consecutive|straight|the|of)\s$", re.IGNORECASE
)


def _read_fraction(match: re.Match[str]) -> list[Fact] | None:
    above = _value(match[1] or match[3] or match[5]) or Fraction(1)
    part = (match[2] or match[4] or match[6]).lower().removesuffix("s")
    is_spell = (
        part == "quarter" and match[0].endswith("s") and not match.string.startswith(" of", match.end())
    )
    if is_spell and (above > 3 or _SPELL.search(match.string, max(0, match.start() - 14), match.start())):
        return None
    below = 2 if part in ("half", "halve") else _PARTS[part]
    return [_fraction(above / below, match.span(), parts=(above, Fraction(below)))]


def _read_ratio(match: re.Match[str]) -> list[Fact] | None:
    above, below = _value(match[1]), _value(match[2])
    if above is None or not below or above >= below or below > 1000:
        return None
    form = _form(match[1])
    return [
        _fraction(above / below, match.span(1), form, (above, below)),
        Fact(FactKind.QUANTITY, (below,), *match.span(2), form=_form(match[2])),
    ]


def _read_slashed(match: re.Match[str]) -> list[Fact] | None:
    above, below = Fraction(int(match[1])), Fraction(int(match[2]))
    if not 0 < above < below:
        return None
    return [_fraction(above / below, match.span(), "digits", (above, below))]


def _read_multiple_word(match: re.Match[str]) -> list[Fact]:
    value = {"two": 2, "three": 3, "four": 4}[str(match.lastgroup)]
    return [Fact(FactKind.MULTIPLE, (Fraction(value),), *match.span(), form="cue")]
