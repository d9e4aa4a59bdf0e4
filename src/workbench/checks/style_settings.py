"""The house style as settings: each has a name, a label, its choices, and a default (FACTS.md section 4).

A library keeps what it changed in `CheckContext.style`, by name; what it did not change has the default.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from workbench.model.passage import CheckContext


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
        "spelling", "Spelling", "us", ("us", "uk"), "center, program, labor or centre, programme, labour"
    ),
    StyleSetting("headline_case", "Headlines", "title", ("title", "off"), "capitals in headlines"),
    StyleSetting("headline_words", "Longest headline", "12", (), "words; empty: any length"),
    StyleSetting(
        "small_numbers", "Numbers under ten", "words", ("words", "off"), "three firms, but 3 percent"
    ),
    StyleSetting("figure_at_start", "No figure at the start of a sentence", "on", ("on", "off")),
    StyleSetting("percent", "Percent", "percent", ("percent", "%", "per cent", "off"), "in running text"),
    StyleSetting("chinese_magnitudes", "No “hundred million” and “ten thousand yuan”", "on", ("on", "off")),
    StyleSetting("thousands_comma", "Comma from four digits", "on", ("on", "off"), "1,200 but not in years"),
    StyleSetting("date_ordinals", "No ordinals in dates", "on", ("on", "off"), "April 2, not April 2nd"),
    StyleSetting("clock", "Times of day", "off", ("12", "24", "off"), "2:30 p.m. or 14:30"),
    StyleSetting("quotes", "Quotation marks", "curly", ("curly", "straight", "off")),
    StyleSetting(
        "currency", "Chinese currency", "yuan", ("yuan", "RMB", "off"), "1.2 billion yuan or RMB1.2 billion"
    ),
    StyleSetting("honorifics", "No Mr. and Ms. for officials", "on", ("on", "off")),
    StyleSetting(
        "title_capitals", "Capitals of offices", "on", ("on", "off"), "Governor Xu, but Xu Dazhe, governor"
    ),
    StyleSetting("comma_after_that", "No comma after “stressed that”", "on", ("on", "off")),
    StyleSetting("abbreviations", "Abbreviations are introduced", "on", ("on", "off")),
    StyleSetting("allow_gloss", "Chinese in brackets is allowed", "no", ("yes", "no")),
    StyleSetting("outdated_forms", "Point out outdated official forms", "on", ("on", "off")),
)
"""Every setting of the house style, in the order of the form."""


def choice(context: CheckContext, name: str) -> str:
    """Return what the house has chosen for a setting, or its default."""
    return context.style.get(name) or _defaults()[name]


@cache
def _defaults() -> dict[str, str]:
    return {setting.name: setting.default for setting in STYLE_SETTINGS}
