"""How the house writes numbers: percent, dates without endings, words under ten, no figure first (FACTS.md 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level, SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.text.numerals import ENGLISH_UNITS

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENDING = re.compile(rf"\b(?:{_MONTHS})\s\d{{1,2}}(st|nd|rd|th)\b")
_SIGN = re.compile(r"(?<=\d)(\s?%|\sper cent\b|\spercent\b)")
_FIRST = re.compile(r"(?:^|(?<=[.!?]\s))[“\"]?(\d[\d,.]*)(?=\s[a-z])")
_HUNDRED_MILLION = re.compile(
    r"\b\d[\d,.]*\s(?:(hundred (?:million|billion))|(ten thousand))\b", re.IGNORECASE
)
_UNDER_TEN = re.compile(
    r"(?<![\d.,:$€£¥#/-])(?<!No\. )(?<!No\.)\b([2-9])\s(?=(?:companies|people|persons|countries|provinces|cities|counties|projects|cases|"
    r"schools|students|teams|villages|departments|leaders|enterprises|areas|aspects|measures|parts|groups|kinds|types)\b)"
)
_WORDS = {str(value): word for word, value in ENGLISH_UNITS.items()}
_PERCENT_FORMS = {"percent": " percent", "per cent": " per cent", "%": "%"}


@dataclass(frozen=True, slots=True)
class NumberStyleCheck:
    """Notes figures that are right but not in the house's form.

    Each item is a setting of the house style and can be "off": `numbers.percent` ("percent", "per cent",
    "%"), `numbers.date_endings`, `numbers.first`, `numbers.hundred_million`, `numbers.under_ten`.
    """

    key: str = "number-style"
    family: Family = Family.STYLE

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the figures of one row that are not in house form."""
        target, style = passage.target, context.style
        yield from self._percents(passage, style)
        if style.get("numbers.date_endings", "on") != "off":
            for match in _ENDING.finditer(target):
                yield self._note(passage, match.span(1), "A date has no ending: write the bare day.", "")
        if style.get("numbers.hundred_million", "on") != "off":
            for match in _HUNDRED_MILLION.finditer(target):
                message = f"“{match[0]}” is Chinese counting: use thousand, million or billion."
                yield self._note(passage, match.span(), message)
        if passage.kind is SegmentKind.HEADLINE:
            return
        if style.get("numbers.first", "on") != "off":
            for match in _FIRST.finditer(target):
                yield self._note(passage, match.span(1), "A sentence does not begin with a figure.")
        if style.get("numbers.under_ten", "on") != "off":
            for match in _UNDER_TEN.finditer(target):
                yield self._note(
                    passage, match.span(1), "Numbers under ten are spelled out.", _WORDS[match[1]]
                )

    def _percents(self, passage: Passage, style: Mapping[str, str]) -> Iterator[Finding]:
        wanted = style.get("numbers.percent", style.get("facts.percent", "percent"))
        form = _PERCENT_FORMS.get(wanted)
        if form is None or passage.kind is SegmentKind.HEADLINE:
            return
        for match in _SIGN.finditer(passage.target):
            if match[1].strip() != form.strip():
                yield self._note(passage, match.span(1), f"The house writes “{wanted}”.", form)

    def _note(
        self, passage: Passage, span: tuple[int, int], message: str, text: str | None = None
    ) -> Finding:
        fixes = () if text is None else (Fix(f"Write {text.strip() or 'the bare day'}", span, text),)
        return Finding(
            self.key,
            self.family,
            Level.NOTE,
            message,
            passage.number,
            None,
            span,
            "number-style",
            fixes=fixes,
        )


CHECK = NumberStyleCheck()
