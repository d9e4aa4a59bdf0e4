"""The house style as settings: each has a name, a label, its choices, and a default (FACTS.md section 4).

A library keeps what it changed in `CheckContext.style`, by name; what it did not change has the default.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from workbench.model.passage import CheckContext
from workbench.sentences import say


@dataclass(frozen=True, slots=True)
class StyleSetting:
    """One rule of the house: `choices` is () where any text is allowed."""

    name: str
    label: str
    default: str
    choices: tuple[str, ...] = ()
    help: str = ""


STYLE_SETTINGS = (
    StyleSetting(
        "spelling",
        say("Spelling"),
        "us",
        ("us", "uk"),
        say("center, program, labor or centre, programme, labour"),
    ),
    StyleSetting("grammar", say("Grammar"), "off", ("off", "on")),
    StyleSetting("headline_case", say("Headlines"), "title", ("title", "off"), say("capitals in headlines")),
    StyleSetting("headline_words", say("Longest headline"), "12", (), say("words; empty: any length")),
    StyleSetting(
        "small_numbers",
        say("Numbers under ten"),
        "words",
        ("words", "off"),
        say("three firms, but 3 percent"),
    ),
    StyleSetting("figure_at_start", say("No figure at the start of a sentence"), "on", ("on", "off")),
    StyleSetting(
        "percent", say("Percent"), "percent", ("percent", "%", "per cent", "off"), say("in running text")
    ),
    StyleSetting(
        "chinese_magnitudes", say("No “hundred million” and “ten thousand yuan”"), "on", ("on", "off")
    ),
    StyleSetting(
        "thousands_comma", say("Comma from four digits"), "on", ("on", "off"), say("1,200 but not in years")
    ),
    StyleSetting(
        "date_ordinals", say("No ordinals in dates"), "on", ("on", "off"), say("April 2, not April 2nd")
    ),
    StyleSetting("clock", say("Times of day"), "off", ("12", "24", "off"), say("2:30 p.m. or 14:30")),
    StyleSetting("quotes", say("Quotation marks"), "curly", ("curly", "straight", "off")),
    StyleSetting("apostrophes", say("Curly apostrophes"), "off", ("off", "on")),
    StyleSetting(
        "currency",
        say("Chinese currency"),
        "yuan",
        ("yuan", "RMB", "off"),
        say("1.2 billion yuan or RMB1.2 billion"),
    ),
    StyleSetting("honorifics", say("No Mr. and Ms. for officials"), "on", ("on", "off")),
    StyleSetting(
        "title_capitals",
        say("Capitals of offices"),
        "on",
        ("on", "off"),
        say("Governor Xu, but Xu Dazhe, governor"),
    ),
    StyleSetting("comma_after_that", say("No comma after “stressed that”"), "on", ("on", "off")),
    StyleSetting("headline_tense", say("Headlines in the present tense"), "on", ("on", "off")),
    StyleSetting(
        "figures_from_ten", say("Figures from ten"), "on", ("on", "off"), say("12 firms, but three firms")
    ),
    StyleSetting(
        "figures_with_units",
        say("Figures with units"),
        "on",
        ("on", "off"),
        say("5 percent, 2 million, 3 kilometers"),
    ),
    StyleSetting(
        "range_in_full",
        say("Both ends of a range in full"),
        "off",
        ("on", "off"),
        say("6 million to 18 million"),
    ),
    StyleSetting("percentage_points", say("Percentage points spelled out"), "on", ("on", "off")),
    StyleSetting(
        "date_order",
        say("Order of dates"),
        "April 2, 2020",
        ("April 2, 2020", "2 April 2020", "off"),
    ),
    StyleSetting("dateline", say("Dateline of the lead"), "none", ("none", "wire", "off")),
    StyleSetting("stops_inside_quotes", say("Commas and stops inside quotation marks"), "on", ("on", "off")),
    StyleSetting("should_chains", say("No chains of “should”"), "on", ("on", "off")),
    StyleSetting("weekdays", say("No weekdays that the Chinese does not name"), "off", ("off", "on")),
    StyleSetting("piled_words", say("No piles of “further”, “actively” and the like"), "on", ("on", "off")),
    StyleSetting("caption_tense", say("Captions in the present tense"), "on", ("on", "off")),
    StyleSetting("quoted_first", say("“Two Sessions” in quotation marks at first"), "on", ("on", "off")),
    StyleSetting("party_post_first", say("Party post before government post"), "on", ("on", "off")),
    StyleSetting("name_comma", say("No comma in Chinese names"), "on", ("on", "off")),
    StyleSetting("keep_precision", say("Keep the precision of the source"), "on", ("on", "off")),
    StyleSetting("abbreviations", say("Abbreviations are introduced"), "on", ("on", "off")),
    StyleSetting("allow_gloss", say("Chinese in brackets is allowed"), "no", ("yes", "no")),
    StyleSetting("outdated_forms", say("Point out outdated official forms"), "on", ("on", "off")),
)
"""Every setting of the house style, in the order of the form."""


def choice(context: CheckContext, name: str) -> str:
    """Return what the house has chosen for a setting, or its default."""
    return context.style.get(name) or _defaults()[name]


@cache
def _defaults() -> dict[str, str]:
    return {setting.name: setting.default for setting in STYLE_SETTINGS}
