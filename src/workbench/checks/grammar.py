"""English grammar by Harper, where it is installed and the house wants it: quiet notes with a remedy.

Harper's own spelling and style are left out: spelling has its check, and the house its style.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say

KEY = "grammar"
TRUSTED = frozenset({"Agreement", "Grammar", "Repetition", "Miscellaneous", "BoundaryError"})
"""The kinds of remarks that are shown; the others speak of spelling, style, capitals and punctuation."""


class GrammarCheck:
    """Silent where the extra `grammar` is not installed, or the setting is off."""

    key = KEY
    family = Family.TEXT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a note for each remark on the target."""
        is_wanted = context.style.get(KEY, "off") == "on" and context.target_language.startswith("en")
        if is_wanted and passage.target and is_installed():
            yield from _remarks(passage.target, context.style.get("spelling", "us"))


def is_installed() -> bool:
    """Tell whether Harper is there."""
    return importlib.util.find_spec("harper") is not None


def _remarks(text: str, variety: str) -> Iterator[Finding]:
    for lint in _linter(variety).lint(text):
        if lint.lint_kind not in TRUSTED:
            continue
        span = (lint.span.start, lint.span.end)
        fixes = [each.replacement_text for each in lint.suggestions]
        yield Finding(
            KEY,
            Family.TEXT,
            Level.NOTE,
            say("Grammar: {remark}", remark=lint.message),
            target=span,
            slip="grammar",
            target_reading=text[slice(*span)],
            fixes=tuple(Fix(say("Write {word}", word=word), span, word) for word in fixes[:3] if word),
        )


@cache
def _linter(variety: str) -> Any:
    import harper

    return harper.Linter(dialect=harper.Dialect.BRITISH if variety == "uk" else harper.Dialect.AMERICAN)


CHECK = GrammarCheck()
