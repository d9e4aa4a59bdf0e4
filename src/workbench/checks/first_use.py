"""Set phrases that stand in quotation marks where an article first uses them (FACTS.md section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.checks.style_settings import choice
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level, SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say

KEY = "first-use"

_PHRASES = {"两会": re.compile(r"\b[Tt]wo [Ss]essions\b")}
"""What the Chinese has, and how the English writes it."""


class FirstUseCheck:
    """Looks whether a set phrase is marked as one where a reader meets it first."""

    key = KEY
    family = Family.STYLE

    def check_article(self, passages: Sequence[Passage], context: CheckContext) -> Iterable[Finding]:
        """Yield a note where the first use in the running text has no quotation marks."""
        if choice(context, "quoted_first") != "on" or not context.target_language.startswith("en"):
            return
        for chinese, phrase in _PHRASES.items():
            for passage in passages:
                if passage.kind is SegmentKind.HEADLINE or chinese not in passage.source:
                    continue
                if found := phrase.search(passage.target):
                    if passage.target[found.start() - 1 : found.start()] not in ("“", '"', "‘", "'"):
                        yield _not_marked(passage, found)
                    break


def _not_marked(passage: Passage, found: re.Match[str]) -> Finding:
    right = f"“{found[0]}”"
    return Finding(
        KEY,
        Family.STYLE,
        Level.NOTE,
        say("{right} stands in quotation marks where the article first uses it.", right=found[0]),
        number=passage.number,
        target=found.span(),
        slip="not-marked",
        target_reading=found[0],
        fixes=(Fix(say("Write {right}", right=right), found.span(), right),),
    )


CHECK = FirstUseCheck()
