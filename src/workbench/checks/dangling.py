"""Places in the English where a figure has fallen out: "the th anniversary", "RMB billion", "on September ,"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say

_HOLES = re.compile(
    r"^\s*\(?(?P<item>[.)])\s|(?<![\w’'.,-])(?<!\d\s)(?P<ordinal>st|nd|rd|th)\b(?=[\s,-])"
    r"|(?<![\d ] )(?:\bRMB|US\$|HK\$|[$€£¥])\s?(?P<amount>(?:million|billion|trillion)\b)"
    r"|(?<![\d\w%.)’”\"'] )(?<![\w\d.)%])(?P<sign>%|percentage points?\b)"
    r"|\b(?:than|about|nearly|over|almost|around|of|by|to|from|at|is|was|the|reached|totaling|exceed|or|and|up)\s(?P<percent>%|percent\b(?!age| of the)|per cent\b|percentage points\b|million\b|billion\b|trillion\b|km\b|kg\b|yuan per\b)"
    r"|\b(?:less than|more than|nearly|almost)\s(?P<unit>(?:people|years|months|days|hours|minutes|tons|kilometers|hectares|mu|yuan|percent)\b)"
    r"|\b(?:on|until|by)\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\s(?P<day>,(?!\s\d{4}))"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)(?P<dateline>\s(?=\((?:[Rr]eport|[Bb]y|Xinhua|China|Ecns|ECNS|CNS|[Jj]ournalist|[Cc]orrespondent|[A-Z]\w+ News)|--))"
    r"|\b(?:No\.|the year|in|by|of|since|from|until)\s(?P<year>[,.;](?=\s|$))"
    r"|(?<![\d\w:])(?P<clock>:\d{2}\b)(?!\d)"
    r"|\b(?:mu|jin|yuan|miles|pounds|feet|li) \(\s?(?P<bracket>(?:kg|km|hectares|kilometers|kilograms|acres)\b)"
    r"|(?<=\d)\s?(?P<ratio>:)(?=\s(?:to|and|[a-z]+\b)|,|\.$|\.\s)(?![^,.]{0,3}\d)"
)

_WORD = re.compile("[a-z]+")
_WAITING = frozenset(
    [
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
_MAY_HAVE_HOLE = re.compile(r"[:%]|\s[,.;(]|\s--|^\s*\(?[.)]\s")
"""Signs of which each hole has one, unless it waits at one of the words above."""


@dataclass(frozen=True, slots=True)
class DanglingCheck:
    """Finds units, endings and signs that wait for a figure."""

    key: str = "figure-lost"
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the places of one row where a figure seems to have been lost."""
        if not context.target_language.startswith("en"):
            return
        if not _MAY_HAVE_HOLE.search(passage.target) and _WAITING.isdisjoint(_WORD.findall(passage.target)):
            return
        for hole in _HOLES.finditer(passage.target):
            group = str(hole.lastgroup)
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


CHECK = DanglingCheck()
