"""Negation kept: a sure Chinese "not" needs something in the English (FACTS.md 2.27)."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.checks.term_forms import is_accepted, is_from_chinese
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.polarity import flipped, may_be_negative, strict_cue

KEY = "negation"


class NegationCheck:
    """Looks for lost negations, and for permission where the Chinese forbids."""

    key = KEY
    family = Family.FACT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a warning where forbidding became allowing, a note where a negation has no counterpart."""
        if not is_from_chinese(context, "en"):
            return
        both = flipped(passage.source, passage.target)
        if both:
            zh, en = (
                text[span[0] : span[1]]
                for text, span in zip((passage.source, passage.target), both, strict=True)
            )
            yield Finding(
                KEY,
                Family.FACT,
                Level.WARNING,
                say("The Chinese says {zh}; the English says “{en}” and has no negation.", zh=zh, en=en),
                source=both[0],
                target=both[1],
                slip="flipped",
                source_reading=zh,
                target_reading=en,
            )
            return
        cue = strict_cue(passage.source)
        zh = passage.source[cue[0] : cue[1]] if cue else ""
        if cue and not may_be_negative(passage.target) and not is_accepted(context, zh, passage.target):
            yield Finding(
                KEY,
                Family.FACT,
                Level.NOTE,
                say("{zh} is a negation; the English seems to have none.", zh=zh),
                source=cue,
                slip="lost",
                source_reading=zh,
            )


CHECK = NegationCheck()
