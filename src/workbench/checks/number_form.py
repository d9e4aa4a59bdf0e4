"""Figures written in a form English does not know: "20: 00", "1 000", "5.17,000" (FACTS.md 2.3, 2.8)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import Sentence, say

_BROKEN = re.compile(
    r"(?P<clock>\b\d{1,2}:\s\d{2}\b(?!\d))"
    r"|(?P<decimal>\b\d+\.\s\d+(?=\s?%))"
    r"|(?P<spaced>(?<![\w.,])\d{1,3}(?:\s000)+\b(?!,))"
    r"|(?P<comma>\b\d+,\s\d{3}\b(?=\s(?:people|yuan|tons|million|US)\b))"
    r"|(?P<mixed>\b\d+\.\d+,\d{3}\b)"
    r"|(?P<grouped>\b\d{1,3},\d{4,}\b|\b\d{4,},\d{3}\b)"
)
_FIGURES = re.compile(r"\d[\d:.,]*(?:[:,.]\s?\d|\s000)")
"""What every misshapen figure and every time of day has."""

_ORDINAL = re.compile(r"\b(\d[\d,]*)(?:st|nd|rd|i?th)\b")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})\s?([ap])\.?m\b\.?", re.IGNORECASE)
_NO_TIME = re.compile(
    r"\b(?:at|by|from|until|till|before|after|around) ((?:2[5-9]|[3-9]\d):\d{2}|\d{1,2}:[6-9]\d)\b(?![:.]\d)"
)
_SCORE = re.compile(r"\d\s?(?::\s?[6-9]\d|比\s?\d)|比分|(?:2[5-9]|[3-9]\d)\s?:\s?\d\d")
_PHRASES = {
    "clock": say("a blank inside a time of day"),
    "decimal": say("a blank inside a decimal"),
    "spaced": say("a blank as thousands mark"),
    "comma": say("a blank inside a figure"),
    "mixed": say("a decimal point and a thousands mark that cannot go together"),
    "grouped": say("commas that do not stand at the thousands"),
}


@dataclass(frozen=True, slots=True)
class NumberFormCheck:
    """Finds figures whose marks and blanks are misplaced."""

    key: str = "number-form"
    family: Family = Family.STYLE

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the misshapen figures of one row."""
        if not context.target_language.startswith("en"):
            return
        for match in _ORDINAL.finditer(passage.target):
            right = match[1] + _suffix(int(match[1].replace(",", "")))
            if match[0] != right:
                yield self._finding(passage, match, say("no ordinal"), right)
        if not _FIGURES.search(passage.target):
            return
        for match in _BROKEN.finditer(passage.target):
            group = str(match.lastgroup)
            yield self._finding(passage, match, _PHRASES[group], _mended(match, group))
        for match in _NO_TIME.finditer(passage.target):
            if not _SCORE.search(passage.source):
                yield self._finding(passage, match, say("no time of day"), "")
        for match in _CLOCK.finditer(passage.target):
            if int(match[1]) > 12 or int(match[2]) > 59:
                yield self._finding(passage, match, say("no time of day on a twelve-hour clock"), "")

    def _finding(self, passage: Passage, match: re.Match[str], phrase: Sentence, mended: str) -> Finding:
        fixes = (Fix(say("Write {text}", text=mended), match.span(), mended),) if mended else ()
        message = say("{text}: {phrase}.", text=match[0], phrase=phrase)
        return Finding(
            self.key,
            self.family,
            Level.WARNING,
            message,
            passage.number,
            None,
            match.span(),
            "number-form",
            "",
            match[0],
            fixes,
        )


def _suffix(number: int) -> str:
    """Return the letters behind an ordinal: 1st, 2nd, 3rd, 4th, but 11th to 13th."""
    return "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _mended(match: re.Match[str], group: str) -> str:
    if group in ("clock", "decimal", "comma"):
        return match[0].replace(" ", "")
    return match[0].replace(" ", ",") if group == "spaced" else ""


CHECK = NumberFormCheck()
