"""Set phrases with a value of their own whose English is missing: 十四五 without 14th (FACTS.md 2.14)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.checks.matching import Comparison, comparison_of
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import either, say


@dataclass(frozen=True, slots=True)
class TrapCheck:
    """Looks for the value of a set phrase, at note level."""

    key: str = "set-phrases"
    family: Family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the set phrases of one row whose own value has no trace in the English."""
        return self.judge(comparison_of(passage, context), context)

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the set phrases of a comparison already made."""
        del context
        for place in comparison.silent_traps:
            expected = either(place.trap.expect)
            yield Finding(
                self.key,
                self.family,
                Level.NOTE,
                say(
                    "{trap} is usually rendered with {expected}; the draft has no such form.",
                    trap=place.trap.text,
                    expected=expected,
                ),
                comparison.passage.number,
                (place.start, place.end),
                None,
                "set-phrase",
                expected,
            )


CHECK = TrapCheck()
