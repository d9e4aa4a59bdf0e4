"""Chinese left in the English: characters that were not translated, full-width punctuation and letters.

FACTS.md 2.25. Untouched human translations have neither (0.04 and 0.05 % of them do), so both are errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import Sentence, say
from workbench.text.punctuation import CHINESE_MARKS, replacement_at
from workbench.text.words import HAN

KEY = "leftovers"
EAST_ASIAN = ("zh", "ja", "ko", "yue")

_HAN_RUN = re.compile(rf"[{HAN}\u3040-\u30ff](?:[\s，。、；：·]*[{HAN}\u3040-\u30ff0-9])*")
_GLOSS = re.compile(rf"[(\[][{HAN}\s·,]+[)\]]")
_MIDDLE_DOT = re.compile(r"(?<=[A-Za-z])\s?[·・•‧]\s?(?=[A-Za-z])")


class LeftoversCheck:
    """Finds Chinese characters, Chinese punctuation and full-width letters in the target."""

    key = KEY
    family = Family.TEXT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a finding for each stretch; a gloss in brackets may be allowed by the house."""
        if context.target_language.startswith(EAST_ASIAN) or passage.target.isascii():
            return
        allowed = _glosses(passage.target) if context.style.get("allow_gloss", "no") == "yes" else []
        yield from _characters(passage.target, allowed)
        yield from _marks(passage.target)


def _glosses(target: str) -> list[tuple[int, int]]:
    return [match.span() for match in _GLOSS.finditer(target)]


def _characters(target: str, allowed: list[tuple[int, int]]) -> Iterator[Finding]:
    for match in _HAN_RUN.finditer(target):
        if any(start <= match.start() < end for start, end in allowed):
            continue
        yield Finding(
            KEY,
            Family.TEXT,
            Level.ERROR,
            say("“{text}” has been left in Chinese.", text=match.group()),
            target=match.span(),
            slip="chinese",
            target_reading=match.group(),
        )


def _marks(target: str) -> Iterator[Finding]:
    for match in CHINESE_MARKS.finditer(target):
        start, end, new = replacement_at(target, *match.span())
        yield Finding(
            KEY,
            Family.TEXT,
            Level.ERROR,
            _sentence(match.group(), new),
            target=match.span(),
            slip="full-width",
            target_reading=match.group(),
            fixes=(
                Fix(
                    (say("Write “{text}”", text=new.strip()) if new.strip() else say("Write a blank")),
                    (start, end),
                    new,
                ),
            ),
        )
    for match in _MIDDLE_DOT.finditer(target):
        yield Finding(
            KEY,
            Family.TEXT,
            Level.NOTE,
            say("A middle dot between words is Chinese usage; English writes a blank."),
            target=match.span(),
            slip="middle-dot",
            target_reading=match.group(),
            fixes=(Fix(say("Write a blank"), match.span(), " "),),
        )


def _sentence(marks: str, new: str) -> Sentence:
    if marks.isspace():
        return say("A full-width blank stands in the English.")
    return say("“{marks}” is Chinese or full-width; English writes “{new}”.", marks=marks, new=new.strip())


CHECK = LeftoversCheck()
