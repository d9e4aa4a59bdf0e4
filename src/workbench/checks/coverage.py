"""Whether the English can be the whole of the Chinese: words per character (FACTS.md 2.24).

In human references the ratio is 0.44 to 1.23 in 98 of 100 sentences. Outside that is a note; outside
0.30 to 1.60, seen in 2 of 1,000, a warning; far beyond, no whole sentence can be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.checks.matching import Comparison, comparison_of
from workbench.checks.term_forms import is_from_chinese
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level, SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import Sentence, say
from workbench.text.facts import Tier
from workbench.text.words import HAN, count_words

KEY = "coverage"
SHORTEST = 10
"""Characters below which the ratio says nothing."""

_UNIT = re.compile(rf"[{HAN}]|[0-9][0-9.,:]*|[A-Za-z]+")
"""A number or a Latin word counts as one: 0.82399 is one word in English too."""

_SHORT_KINDS = {
    SegmentKind.HEADLINE,
    SegmentKind.SUBHEADING,
    SegmentKind.CAPTION,
    SegmentKind.ALT,
    SegmentKind.BYLINE,
}


class CoverageCheck:
    """Compares the length of both sides."""

    key = KEY
    family = Family.ARTICLE

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a finding where the English is far too short or too long."""
        characters = sum(1 for _ in _UNIT.finditer(passage.source))
        if characters < SHORTEST or passage.is_added or not is_from_chinese(context, "en"):
            return
        words = count_words(passage.target)
        level = _level(words / characters, characters, passage.kind)
        if level is None:
            return
        is_short = words < 0.74 * characters
        yield Finding(
            KEY,
            Family.ARTICLE,
            level,
            _message(words, characters, is_short=is_short),
            slip="short" if is_short else "long",
            source_reading=say("{characters} characters", characters=characters),
            target_reading=say("{words} words", words=words),
        )


def _message(words: int, characters: int, *, is_short: bool) -> Sentence:
    if is_short:
        return say(
            "{words} English words stand for {characters} Chinese characters: something may be missing.",
            words=words,
            characters=characters,
        )
    return say(
        "{words} English words stand for {characters} Chinese characters: something may have been added.",
        words=words,
        characters=characters,
    )


def _level(ratio: float, characters: int, kind: SegmentKind) -> Level | None:
    low, high = (0.28, 1.6) if kind in _SHORT_KINDS else (0.44, 1.23)
    if characters >= 20 and not 0.14 <= ratio <= 2.6:
        return Level.ERROR
    if characters >= 15 and not 0.30 <= ratio <= 1.60:
        return Level.WARNING if kind not in _SHORT_KINDS else Level.NOTE
    return None if low <= ratio <= high else Level.NOTE


class OmissionCheck:
    """Looks at what the facts say of the length: a long row of which half the values are gone."""

    key = "omission"
    family = Family.ARTICLE

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a warning where half the values of a long row are missing."""
        return self.judge(comparison_of(passage, context), context)

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the finding of a comparison already made."""
        del context
        passage = comparison.passage
        sure = [fact for fact in comparison.source.facts if fact.tier is Tier.SURE]
        missing = [fact for fact in comparison.missing if fact.tier is Tier.SURE]
        if len(passage.source) < _LONG or len(missing) < _MANY or 2 * len(missing) < len(sure):
            return
        yield Finding(
            self.key,
            Family.ARTICLE,
            Level.WARNING,
            say(
                "{missing} of {count} values of the source have no counterpart: a sentence may be missing.",
                missing=len(missing),
                count=len(sure),
            ),
            passage.number,
            (missing[0].start, missing[-1].end),
            None,
            "half-missing",
        )


_LONG, _MANY = 60, 3
"""Characters and values from which the facts tell of a missing sentence."""

CHECKS = (CoverageCheck(), OmissionCheck())
