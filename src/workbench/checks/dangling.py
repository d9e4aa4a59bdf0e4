"""Places in the English where a figure has fallen out: "the th anniversary", "RMB billion", "on September ,"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.dates_english import LONG_MONTHS

_SIGN_HOLES = re.compile(
    r"^\s*\(?(?P<item>[.)])\s"
    r"|(?<![\d\w%.)’”\"'] )(?<![\w\d.)%])(?P<sign>%)"
    r"|\b(?:than|about|nearly|over|almost|around|of|by|to|from|at|is|was|the|reached|totaling|exceed|or|and|up)\s(?P<percent>%)"
    rf"|\b(?:{LONG_MONTHS})\s(?P<day>,(?!\s\d{{4}}))"
    rf"|\b(?:{LONG_MONTHS})(?P<dateline>\s(?=\((?:[Rr]eport|[Bb]y|Xinhua|China|Ecns|ECNS|CNS|[Jj]ournalist|[Cc]orrespondent|[A-Z]\w+ News)|--))"
    rf"|\b[Oo]n\s(?:{LONG_MONTHS})\s(?P<date>(?:that|to|in|at|for|the|by|with|when|it|he|she|they)\b)"
    r"|\b(?:No\.|the year|[Ii]n|[Bb]y|of|[Ss]ince|[Ff]rom|[Uu]ntil|Grade|Class|Level|Phase|Article|Chapter)\s(?P<year>[,.;](?=\s|$))"
    r"|(?<![\d\w:])(?P<clock>:\d{1,2}\b)(?!\d)"
    r"|(?<=\d),\s(?P<comma>,)|\bthe\s(?P<decade>s)\b|\b(?:[Ff]rom\s(?P<range>to\b)|[Bb]etween\s(?P<limits>and\b)(?=\s[$€£]?\d))"
    r"|(?<=[a-z]\s)(?P<hyphen>-(?:hour|day|night|year|minute|month|meter|week|kilometer|mile|person|foot|member)s?\b)"
    r"|\((?P<inside>\s)(?=[a-z])"
    r"|\b(?:mu|jin|yuan|miles|pounds|feet|li) \(\s?(?P<bracket>(?:kg|km|hectares|kilometers|kilograms|acres)\b)"
    r"|(?<=\d)(?<!(?:19|20)\d\d)\s?(?P<ratio>:)(?=\s(?:to|and|[a-z]+\b)|,|\.$|\.\s)(?![^,.]{0,3}\d)"
)
_WORD_HOLES = re.compile(
    r"(?<![\w’'.,-])(?<!\d\s)(?P<ordinal>st|nd|rd|th)\b(?=[\s,-])"
    r"|(?<![\d ] )(?:\bRMB|US\$|HK\$|[$€£¥])\s?(?P<amount>(?:million|billion|trillion)\b)"
    r"|(?<![\d\w%.)’”\"'] )(?<![\w\d.)%])(?P<sign>percentage points?\b)"
    r"|\b(?:than|about|nearly|over|almost|around|(?<!dozens )(?<!hundreds )(?<!thousands )(?<!tens )of|by|to|from|at|is|was|the|reached|totaling|exceed|or|and|up)\s"
    r"(?P<percent>percent\b(?!age| of the)|per cent\b|percentage points\b|million\b|billion\b|trillion\b|km\b|kg\b|yuan per\b)"
    r"|\b(?:than|nearly|almost|about|around|above|over|reached|totaling|exceed(?:s|ed|ing)?)\s(?P<scale>(?:hundred|thousand)\b)"
    r"|\b(?:over|about|around|only|within|some)\s(?P<measure>(?:mu|yuan|hectares|kilometers|kilometres|meters|metres|kg|km|tons)\b)"
    r"|\bfor\s(?P<one>(?:hour|minute|kilometer|meter)\b)(?!-)"
    r"|\b(?:less than|more than|nearly|almost)\s(?P<unit>(?:people|years|months|days|hours|minutes|tons|kilometers|hectares|mu|yuan|percent)\b)"
)

_NAMES_ONE = re.compile(r"百分[比率]|占比|比[例重率]|(?<![\d.一二两三四五六七八九十])[百千]?(?:百万|千万|亿)")
"""百万跑车 is "the million yuan car"; 百分比 is "the percent of" something."""

_WORD = re.compile("[a-z]+")
_WAITING = frozenset(
    [
        "hundred",
        "thousand",
        "hour",
        "minute",
        "meters",
        "metres",
        "kilometres",
        "kilometer",
        "meter",
        "st",
        "nd",
        "rd",
        "th",
        "million",
        "billion",
        "trillion",
        "per",
        "percent",
        "percentage",
        "people",
        "years",
        "months",
        "days",
        "hours",
        "minutes",
        "tons",
        "kilometers",
        "kilograms",
        "hectares",
        "acres",
        "mu",
        "yuan",
        "km",
        "kg",
    ]
)
_MAY_HAVE_HOLE = re.compile(
    r"[:%]|\s[,.;(]|\(\s|\s-[a-z-]|^\s*\(?[.)]\s|\b(?:[Ff]rom to|[Bb]etween and|the s|[Oo]n [JFMASOND][a-z]+ [a-z])\b"
)
"""Signs of which each hole has one that does not wait at one of the words above."""


@dataclass(frozen=True, slots=True)
class DanglingCheck:
    """Finds units, endings and signs that wait for a figure."""

    key: str = "figure-lost"
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the places of one row where a figure seems to have been lost."""
        if not context.target_language.startswith("en"):
            return
        for hole in _holes(passage.target):
            group = str(hole.lastgroup)
            if group == "percent" and hole[0].startswith("the ") and _NAMES_ONE.search(passage.source):
                continue
            start, end = hole.span(group)
            yield Finding(
                self.key,
                self.family,
                Level.WARNING,
                say(
                    "A figure seems to be missing before “{text}”.",
                    text=passage.target[start:end] or hole[0].strip(),
                ),
                passage.number,
                None,
                (start, max(end, start)) if end > start else hole.span(),
                "figure-lost",
            )


def _holes(target: str) -> Iterator[re.Match[str]]:
    """Yield the holes of a text; what a text has no sign of is not searched."""
    if not _WAITING.isdisjoint(_WORD.findall(target)):
        yield from _WORD_HOLES.finditer(target)
    if _MAY_HAVE_HOLE.search(target):
        yield from _SIGN_HOLES.finditer(target)


CHECK = DanglingCheck()
