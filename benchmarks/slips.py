"""Mistakes sown into good translations, to see whether the facts check notices them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from workbench.model.kinds import Level

Slip = Callable[[str, str, random.Random], str | None]
"""Takes source, target and dice; returns the spoilt target, None where there is nothing to spoil."""

_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w,.-]*\d)")
_DIGIT = re.compile(r"\d")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = re.compile(r"\b(?:" + "|".join(_MONTHS) + r")\b")
_MONTH_NUMBERS = {name: number for number, name in enumerate([*_MONTHS[:4], "May", *_MONTHS[4:]], 1)}
_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WORD = re.compile(r"\b(?:" + "|".join(_WORDS) + r")\b")


def change_digit(source: str, target: str, dice: random.Random) -> str | None:  # noqa: ARG001
    """Change one digit of one figure."""
    return _in_figure(target, dice, lambda text: _other_digit(text, dice))


def _other_digit(text: str, dice: random.Random) -> str:
    places = [match.start() for match in _DIGIT.finditer(text)]
    place = dice.choice(places)
    first = "123456789" if place == 0 else "0123456789"
    return text[:place] + dice.choice([d for d in first if d != text[place]]) + text[place + 1 :]


def _in_figure(target: str, dice: random.Random, change: Callable[[str], str]) -> str | None:
    found = list(_NUMBER.finditer(target))
    if not found:
        return None
    match = dice.choice(found)
    return target[: match.start()] + change(match[0]) + target[match.end() :]


def swap_digits(source: str, target: str, dice: random.Random) -> str | None:  # noqa: ARG001
    """Exchange two neighbouring unlike digits of one figure."""
    found = [m for m in re.finditer(r"\d\d+", target) if len(set(m[0])) > 1 and m[0][1] != "0"]
    if not found:
        return None
    match = dice.choice(found)
    text = match[0]
    places = [i for i in range(len(text) - 1) if text[i] != text[i + 1] and (i or text[1] != "0")]
    if not places:
        return None
    i = dice.choice(places)
    return target[: match.start()] + text[:i] + text[i + 1] + text[i] + text[i + 2 :] + target[match.end() :]


def times_ten(source: str, target: str, dice: random.Random) -> str | None:  # noqa: ARG001
    """Make one figure ten times as large."""

    def change(text: str) -> str:
        whole, _, part = text.replace(",", "").partition(".")
        moved = whole + (part[0] if part else "0")
        rest = part[1:]
        figure = f"{int(moved):,}" if "," in text else moved.lstrip("0") or "0"
        return figure + (f".{rest}" if rest else "")

    changed = _in_figure(target, dice, change)
    return changed if changed != target else None


def drop(source: str, target: str, dice: random.Random) -> str | None:  # noqa: ARG001
    """Take one figure out."""
    changed = _in_figure(target, dice, lambda _: "")
    return changed and changed.replace("  ", " ")


def million_billion(source: str, target: str, dice: random.Random) -> str | None:  # noqa: ARG001
    """Exchange million and billion."""
    found = list(re.finditer(r"(?<=\d )(million|billion)\b", target))
    if not found:
        return None
    match = dice.choice(found)
    other = "billion" if match[0] == "million" else "million"
    return target[: match.start()] + other + target[match.end() :]


def change_month(source: str, target: str, dice: random.Random) -> str | None:
    """Name another month where the source names the month itself."""
    stated = [
        m for m in _MONTH.finditer(target) if re.search(rf"(?<!\d)0?{_MONTH_NUMBERS[m[0]]}\s?月", source)
    ]
    if not stated:
        return None
    match = dice.choice(stated)
    other = dice.choice([month for month in _MONTHS if month != match[0]])
    return target[: match.start()] + other + target[match.end() :]


def change_word(source: str, target: str, dice: random.Random) -> str | None:  # noqa: ARG001
    """Change a spelled-out number."""
    return _other_word(target, _WORD, _WORDS, dice)


def _other_word(
    target: str, pattern: re.Pattern[str], words: Sequence[str], dice: random.Random
) -> str | None:
    found = list(pattern.finditer(target))
    if not found:
        return None
    match = dice.choice(found)
    other = dice.choice([word for word in words if word != match[0]])
    return target[: match.start()] + other + target[match.end() :]


def blind_digit(source: str, target: str, dice: random.Random) -> str | None:  # noqa: ARG001
    """Change any digit anywhere, in codes and addresses too."""
    places = [match.start() for match in _DIGIT.finditer(target)]
    if not places:
        return None
    place = dice.choice(places)
    return target[:place] + dice.choice([d for d in "0123456789" if d != target[place]]) + target[place + 1 :]


def swap_numbers(source: str, target: str, dice: random.Random) -> str | None:  # noqa: ARG001
    """Exchange two unlike figures of one form (both percents, both years, both with commas …)."""
    groups: dict[str, list[re.Match[str]]] = {}
    for match in _NUMBER.finditer(target):
        after = re.match(r"\s?(%|percent|per cent|million|billion|[a-z]+)?", target[match.end() :])
        is_year = match[0].isdigit() and 1900 <= int(match[0]) <= 2100
        key = "year" if is_year else (after[1] or "") if after else ""
        groups.setdefault(key, []).append(match)
    likes = [group for group in groups.values() if len({m[0] for m in group}) > 1]
    if not likes:
        return None
    group = dice.choice(likes)
    first, second = sorted(dice.sample(group, 2), key=lambda m: m.start())
    if first[0] == second[0]:
        return None
    between = target[first.end() : second.start()]
    return target[: first.start()] + second[0] + between + first[0] + target[second.end() :]


def _replacing(pattern: str, table: dict[str, str]) -> Slip:
    compiled = re.compile(pattern)

    def slip(source: str, target: str, dice: random.Random) -> str | None:  # noqa: ARG001
        found = list(compiled.finditer(target))
        if not found:
            return None
        match = dice.choice(found)
        word = match["word"]
        other = table.get(word.lower())
        if other is None:
            return None
        start, end = match.span("word")
        return target[:start] + other + target[end:]

    return slip


_AMOUNT = r"\d(?:\.\d+)?(?:,\d{3})*(?: (?:million|billion|trillion))? "
change_currency = _replacing(
    _AMOUNT + r"(?P<word>yuan|US dollars|U\.S\. dollars|dollars|euros|yen|Hong Kong dollars|pounds|rubles)\b",
    {
        "yuan": "US dollars",
        "us dollars": "yuan",
        "u.s. dollars": "yuan",
        "dollars": "yuan",
        "euros": "US dollars",
        "yen": "yuan",
        "hong kong dollars": "yuan",
        "pounds": "euros",
        "rubles": "yuan",
    },
)
change_unit = _replacing(
    r"\d(?: (?:million|billion))?[ -](?P<word>square kilometers|square meters|kilometers|meters|hectares|kilograms|tons|mu"
    r"|hours|minutes|days|months|km|tonnes|cubic meters|kilowatts)\b",
    {
        "square kilometers": "kilometers",
        "square meters": "meters",
        "kilometers": "tons",
        "meters": "kilograms",
        "hectares": "kilometers",
        "kilograms": "meters",
        "tons": "square meters",
        "tonnes": "square meters",
        "mu": "acres",
        "hours": "days",
        "minutes": "hours",
        "days": "months",
        "months": "years",
        "km": "kg",
        "cubic meters": "square meters",
        "kilowatts": "kilowatt-hours",
    },
)
percent_to_points = _replacing(
    r"\d ?(?P<word>%|percentage points?|percent\b|per cent\b)(?! points?)",
    {
        "%": " percentage points",
        "percent": "percentage points",
        "per cent": "percentage points",
        "percentage points": "percent",
        "percentage point": "percent",
    },
)
_UP_DOWN = {
    "increased": "decreased",
    "decreased": "increased",
    "increase": "decrease",
    "decrease": "increase",
    "rose": "fell",
    "fell": "rose",
    "grew": "declined",
    "declined": "grew",
    "up": "down",
    "down": "up",
    "growth": "decline",
    "decline": "growth",
    "rise": "fall",
    "drop": "rise",
    "dropped": "rose",
    "rising": "falling",
    "falling": "rising",
    "increasing": "decreasing",
}
_VERB = "|".join(sorted(_UP_DOWN, key=len, reverse=True))
_before = _replacing(
    rf"(?<!made )(?<!make )(?<!makes )(?<!making )\b(?P<word>{_VERB})\b(?! to )(?= (?:by |of |from |to |about |nearly |over |more than |year-on-year (?:by )?){{0,2}}[$\d]\S*(?: ?%| percent| per ?cent| million| billion))",
    _UP_DOWN,
)

_after = _replacing(
    r"\d ?(?:%|percent|per ?cent) (?:year-on-year |annual )?(?P<word>increase|decrease|rise|growth|decline|drop|fall)\b",
    _UP_DOWN | {"fall": "rise"},
)


def turn_direction(source: str, target: str, dice: random.Random) -> str | None:
    """Turn the word of movement before a number ("rose 5 percent"), or else behind it ("a 5 percent rise")."""
    return _before(source, target, dice) or _after(source, target, dice)


SLIPS: tuple[tuple[str, Slip, tuple[Level, ...], float], ...] = (
    ("one digit changed", change_digit, (Level.ERROR, Level.WARNING), 97),
    ("two digits exchanged", swap_digits, (Level.ERROR, Level.WARNING), 97),
    ("times ten", times_ten, (Level.ERROR, Level.WARNING), 97),
    ("million <-> billion", million_billion, (Level.ERROR, Level.WARNING), 97),
    ("month changed", change_month, (Level.ERROR, Level.WARNING), 97),
    ("number dropped", drop, (Level.ERROR, Level.WARNING), 93),
    ("any digit, blindly", blind_digit, (Level.ERROR, Level.WARNING), 95),
    ("two like numbers swapped", swap_numbers, (Level.ERROR, Level.WARNING), 60),
    ("spelled-out number changed", change_word, (Level.ERROR, Level.WARNING, Level.NOTE), 80),
    ("currency changed", change_currency, (Level.ERROR, Level.WARNING), 90),
    ("unit dimension changed", change_unit, (Level.ERROR, Level.WARNING), 90),
    ("percent <-> percentage point", percent_to_points, (Level.ERROR, Level.WARNING), 90),
    ("direction turned", turn_direction, (Level.ERROR, Level.WARNING), 90),
)
