"""Abbreviations: introduced where they first stand, "National Development and Reform Commission (NDRC)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from workbench.checks.style_settings import choice
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level, SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.resources import resource
from workbench.sentences import say

KEY = "abbreviations"

_ABBREVIATION = re.compile(r"(?<![\w.-])[A-Z][A-Z&]{1,6}s?(?![\w$-])")
_DATELINE = re.compile(r"[A-Z][A-Z' ]{2,}, ")


class AbbreviationsCheck:
    """Looks whether each abbreviation of an article was introduced."""

    key = KEY
    family = Family.STYLE

    def check_article(self, passages: Sequence[Passage], context: CheckContext) -> Iterable[Finding]:
        """Yield a note at the first use of an abbreviation that nothing introduces."""
        if choice(context, "abbreviations") != "on" or not context.target_language.startswith("en"):
            return
        rows = [
            p for p in passages if p.kind not in {SegmentKind.HEADLINE, SegmentKind.ALT, SegmentKind.BYLINE}
        ]
        whole = "\n".join(row.target for row in rows)
        seen: set[str] = set()
        for row in rows:
            for start, end in unknown_abbreviations(row.target):
                short = row.target[start:end].removesuffix("s")
                if short not in seen:
                    seen.add(short)
                    yield from _not_introduced(row, (start, end), short, whole)


def unknown_abbreviations(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of abbreviations that not every reader knows; texts in capitals throughout have none."""
    if text.isupper():
        return
    dateline = _DATELINE.match(text)
    for match in _ABBREVIATION.finditer(text, dateline.end() if dateline else 0):
        if match.group().removesuffix("s") not in _well_known():
            yield match.span()


def is_introduced(short: str, text: str) -> bool:
    """Tell whether an abbreviation stands in brackets behind its full form, or the full form behind it."""
    return re.search(
        rf"\(\s*(?:the |or |hereinafter )?[“\"]?{re.escape(short)}s?[”\"]?\s*[);,]", text
    ) is not None or (re.search(rf"\b{re.escape(short)}\s*\([A-Z][a-z]+ ", text) is not None)


def _not_introduced(row: Passage, span: tuple[int, int], short: str, whole: str) -> Iterator[Finding]:
    if not is_introduced(short, whole):
        yield Finding(
            KEY,
            Family.STYLE,
            Level.NOTE,
            say(
                "{short} is used without being introduced; write the full form with ({short}) first.",
                short=short,
            ),
            number=row.number,
            target=span,
            slip="not-introduced",
            target_reading=short,
        )


@cache
def _well_known() -> frozenset[str]:
    return frozenset(resource("checks/abbreviations.txt").read_text(encoding="utf-8").split())


CHECK = AbbreviationsCheck()
