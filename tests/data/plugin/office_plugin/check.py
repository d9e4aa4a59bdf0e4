"""The office never writes "leverage"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say

WORD = re.compile(r"\bleverag(?:e[sd]?|ing)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LeverageCheck:
    """Points the word out, whatever the Chinese says."""

    key: str = "office-leverage"
    family: Family = Family.STYLE

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield every place of the word in one row."""
        for found in WORD.finditer(passage.target):
            message = say("The office writes “use” for “{word}”.", word=found[0])
            yield Finding(self.key, self.family, Level.NOTE, message, passage.number, target=found.span())


CHECK = LeverageCheck()
