"""Years, months and weekdays that follow from the article's date: 去年, a bare day, "Thursday" (FACTS.md 2.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from workbench.checks.matching import Comparison, comparison_of
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.facts import Fact, FactKind
from workbench.text.rendering import WEEKDAY_NAMES

K = FactKind
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2}
_RELATIVE = re.compile("|".join(_YEARS))
_ENGLISH_RELATIVE = re.compile(r"\b(?:(last)|(this)|(next)) year\b", re.IGNORECASE)
_ENGLISH_SHIFTS = {1: -1, 2: 0, 3: 1}


@dataclass(frozen=True, slots=True)
class RelativeDateCheck:
    """Judges relative years and added weekdays by the article's date; silent without one."""

    key: str = "relative-dates"
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the relative dates of one row that the article's date contradicts."""
        return self.judge(comparison_of(passage, context), context)

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the relative dates of a comparison already made that the article's date contradicts."""
        if context.published is None:
            return
        yield from self._years(comparison, context.published)
        yield from self._weekdays(comparison, context.published)

    def _years(self, comparison: Comparison, published: date) -> Iterator[Finding]:
        source, target = comparison.source.text, comparison.target.text
        words = list(_RELATIVE.finditer(source))
        if len({word[0] for word in words}) != 1 or any(f.kind is K.YEAR for f in comparison.source.facts):
            return
        shift = _YEARS[words[0][0]]
        wanted = published.year + shift
        stated = [item for item in comparison.target.facts if _is_year(item)]
        for item in stated:
            if item.value != wanted and not any(other.value == wanted for other in stated):
                span = (item.start, item.end)
                yield self._finding(comparison, words[0], span, f"{wanted}", target[slice(*span)])
        for word in _ENGLISH_RELATIVE.finditer(target):
            if _ENGLISH_SHIFTS[word.lastindex or 1] != shift and len(words) == 1 and not stated:
                yield self._finding(comparison, words[0], word.span(), f"{wanted}", word[0], Level.WARNING)

    def _finding(
        self,
        comparison: Comparison,
        word: re.Match[str],
        span: tuple[int, int],
        wanted: str,
        drafted: str,
        level: Level = Level.ERROR,
    ) -> Finding:
        fixes = (Fix(say("Write {text}", text=wanted), span, wanted),) if drafted.isdigit() else ()
        return Finding(
            self.key,
            self.family,
            level,
            say(
                "By the article's date {word} is {wanted}; the draft has {drafted}.",
                word=word[0],
                wanted=wanted,
                drafted=drafted,
            ),
            comparison.passage.number,
            word.span(),
            span,
            "other-year",
            wanted,
            drafted,
            fixes,
        )

    def _weekdays(self, comparison: Comparison, published: date) -> Iterator[Finding]:
        facts = comparison.source.facts
        days = [fact for fact in facts if fact.kind is K.DAY]
        if len(days) != 1:
            return
        when = _date_of(days[0], facts, published)
        if when is None:
            return
        said = next((fact for fact in facts if fact.kind is K.WEEKDAY), None)
        if said is not None:
            yield from self._of_the_source(comparison, days[0], said, when)
            return
        right = WEEKDAY_NAMES[when.weekday()]
        for item in comparison.target.facts:
            if item.kind is not K.WEEKDAY or item.value == when.isoweekday():
                continue
            span = (item.start, item.end)
            drafted = comparison.target.text[slice(*span)]
            yield Finding(
                self.key,
                self.family,
                Level.ERROR,
                say(
                    "{date} is a {right}; the draft has {drafted}.",
                    date=f"{when:%B} {when.day}, {when.year}",
                    right=right,
                    drafted=drafted,
                ),
                comparison.passage.number,
                (days[0].start, days[0].end),
                span,
                "other-weekday",
                right,
                drafted,
                (Fix(say("Write {text}", text=right), span, right),),
            )

    def _of_the_source(self, comparison: Comparison, day: Fact, said: Fact, when: date) -> Iterator[Finding]:
        """Yield a note where the source itself names another weekday directly behind its date."""
        source = comparison.source.text
        if said.value == when.isoweekday() or not _BEHIND.fullmatch(source, day.end, said.start):
            return
        right = WEEKDAY_NAMES[when.weekday()]
        yield Finding(
            self.key,
            self.family,
            Level.NOTE,
            say(
                "{date} is a {right}; the source says {chinese}: ask.",
                date=f"{when:%B} {when.day}, {when.year}",
                right=right,
                chinese=source[said.start : said.end],
            ),
            comparison.passage.number,
            (day.start, said.end),
            None,
            "source-weekday",
            right,
        )


_BEHIND = re.compile(r"[日号]?\s?[（(]?")


def _is_year(item: Fact) -> bool:
    return (
        item.kind in (K.YEAR, K.QUANTITY)
        and not item.unit
        and item.form == "digits"
        and 1900 <= item.value <= 2100
    )


def _date_of(day: Fact, facts: tuple[Fact, ...], published: date) -> date | None:
    """The full date of a day by what stands before it and the article's date; None if there is no such day."""
    month = next((f.value for f in facts if f.kind is K.MONTH and f.end == day.start), published.month)
    year = next((f.value for f in facts if f.kind is K.YEAR), published.year)
    try:
        return date(int(year), int(month), int(day.value))
    except ValueError:
        return None


CHECK = RelativeDateCheck()
