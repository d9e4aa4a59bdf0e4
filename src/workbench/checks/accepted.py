"""Findings the house has settled for good: what lies within an accepted pair is not brought up again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from workbench.model.finding import Finding, Span
from workbench.model.passage import CheckContext, Equivalence, Passage


def without_accepted(
    findings: Iterable[Finding], passages: Mapping[int, Passage], context: CheckContext
) -> Iterator[Finding]:
    """Yield the findings that no exception of the house covers; `passages` are the rows by number."""
    pairs = (*context.equivalences, *(Equivalence(trap, "") for trap in context.traps))
    for finding in findings:
        passage = passages.get(finding.number)
        if passage is None or not any(covers(pair, finding, passage) for pair in pairs):
            yield finding


def covers(pair: Equivalence, finding: Finding, passage: Passage) -> bool:
    """Tell whether both sides of the pair stand in the row and hold what the finding points at.

    A trap has one side: it says that its Chinese needs no English, and nothing about English there is.
    """
    if (finding.source is None and finding.target is None) or (not pair.target and finding.target):
        return False
    return _holds(pair.source, finding.source, passage.source) and _holds(
        pair.target, finding.target, passage.target
    )


def _holds(words: str, span: Span | None, text: str) -> bool:
    """Tell whether the words stand in the text, around the span if there is one; no words ask for nothing."""
    if not words:
        return True
    start = text.find(words)
    while start >= 0:
        if span is None or (start <= span[0] and span[1] <= start + len(words)):
            return True
        start = text.find(words, start + 1)
    return False
