"""Hedges reversed or lost: 余 taken for nearly, 近 for more than (FACTS.md 2.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.checks.compatibility import CONVERTED, EXACT, ROUNDED
from workbench.checks.matching import Comparison, Match, comparison_of
from workbench.checks.style_settings import choice
from workbench.checks.wording import hedge, written
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level, SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.facts import Approximation, FactKind

K = FactKind
_HEDGED = frozenset({K.QUANTITY, K.PERCENT, K.VAGUE, K.MULTIPLE, K.POINT})
_ABOVE = frozenset({Approximation.OVER})
_BELOW = frozenset({Approximation.UNDER, Approximation.NEAR})


@dataclass(frozen=True, slots=True)
class ApproximationCheck:
    """Compares the hedge of each matched value."""

    key: str = "approximation"
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the hedges reversed or lost in one row."""
        return self.judge(comparison_of(passage, context), context)

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the hedges reversed or lost in a comparison already made."""
        keeps = (
            choice(context, "keep_precision") == "on" and comparison.passage.kind is not SegmentKind.HEADLINE
        )
        for match in comparison.matches:
            if match.fact.kind in _HEDGED and match.how in (EXACT, CONVERTED) and not match.is_shared:
                yield from self._compared(match, comparison)
            elif keeps and match.how == ROUNDED and match.fact.approximation is Approximation.NONE:
                yield from self._rounded(match, comparison)

    def _rounded(self, match: Match, comparison: Comparison) -> Iterable[Finding]:
        if match.fact.kind not in _HEDGED or match.item.form != "digits":
            return
        chinese, english = (
            written(match.fact, comparison.source.text),
            written(match.item, comparison.target.text),
        )
        yield Finding(
            self.key,
            self.family,
            Level.NOTE,
            say(
                "The source is exact ({chinese}); the draft rounds it to {english}.",
                chinese=chinese,
                english=english,
            ),
            comparison.passage.number,
            (match.fact.start, match.fact.end),
            (match.item.start, match.item.end),
            "rounded",
        )

    def _compared(self, match: Match, comparison: Comparison) -> Iterable[Finding]:
        stated, drafted = match.fact.approximation, match.item.approximation
        if stated is drafted or stated is Approximation.NONE or match.item.kind is K.VAGUE:
            return
        if drafted is Approximation.NEAR and _says_both(match, comparison.source.text):
            return
        reversed_ = (stated in _ABOVE and drafted in _BELOW) or (stated in _BELOW and drafted in _ABOVE)
        lost = (
            drafted is Approximation.NONE and stated is Approximation.OVER and match.fact.kind is not K.VAGUE
        )
        if not reversed_ and not lost:
            return
        source, target = comparison.source.text, comparison.target.text
        chinese, english = written(match.fact, source), written(match.item, target)
        values = {"chinese": chinese, "stated": hedge(stated), "english": english}
        message = (
            say(
                "{chinese} means {stated}; the draft says {drafted} {english}.",
                drafted=hedge(drafted),
                **values,
            )
            if reversed_
            else say("{chinese} means {stated}; the draft has {english} without it.", **values)
        )
        yield Finding(
            self.key,
            self.family,
            Level.WARNING if reversed_ else Level.NOTE,
            message,
            comparison.passage.number,
            (match.fact.start, match.fact.end),
            (match.item.start, match.item.end),
            "reversed" if reversed_ else "hedge-lost",
            hedge(stated),
            hedge(drafted) if reversed_ else "",
        )


def _says_both(match: Match, source: str) -> bool:
    """Whether the Chinese contradicts itself (近3000多名), so that either hedge is right."""
    return source[max(0, match.fact.start - 1) : match.fact.start] == "近"


CHECK = ApproximationCheck()
