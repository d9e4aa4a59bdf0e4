"""Running the checks over one row, or over the rows of an edition."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import replace

from workbench.checks.accepted import without_accepted
from workbench.checks.matching import compare
from workbench.checks.panel import facts_of
from workbench.checks.registry import article_checks, judged_checks, row_checks
from workbench.checks.relocation import move_findings, relocated
from workbench.model.finding import Finding
from workbench.model.kinds import Level
from workbench.model.passage import CheckContext, Passage

__all__ = ["check_passage", "check_passages", "checking_passages", "facts_of"]

_RANK = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}


def check_passage(passage: Passage, context: CheckContext) -> list[Finding]:
    """Return the findings of one row judged alone, by place in the target, gravest first."""
    if not _is_checked(passage):
        return []
    found = (finding for check in row_checks() for finding in check.check(passage, context))
    return _in_order(without_accepted(_numbered(found, passage), {passage.number: passage}, context))


def check_passages(
    passages: Sequence[Passage], context: CheckContext, pause: Callable[[], None] = lambda: None
) -> list[Finding]:
    """Return the findings of an edition, row by row, with those of the article as a whole.

    `pause` is called again and again: it may wait while others are busy.
    """
    steps = checking_passages(passages, context)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: list[Finding] = end.value
            return found
        pause()


def checking_passages(
    passages: Sequence[Passage], context: CheckContext
) -> Generator[tuple[int, int], None, list[Finding]]:
    """Find the same, and yield at every row of every check how many of how many steps are done: to wait, or to stop.

    Facts are matched in their row first, then in the rest of the paragraph (a note says so), then in the
    paragraphs beside it (a warning says so).
    """
    checked = [passage for passage in passages if _is_checked(passage)]
    checks = judged_checks()
    done, steps = itertools.count(), len(checked) * (len(checks) + 1)
    compared = []
    for passage in checked:
        yield next(done), steps
        compared.append(compare(passage, context))
    comparisons, moves = relocated(compared)
    findings = list(move_findings(moves, comparisons, context))
    for check, judge in checks:
        for passage, comparison in zip(checked, comparisons, strict=True):
            yield next(done), steps
            found = judge.judge(comparison, context) if judge else check.check(passage, context)
            findings += _numbered(found, passage)
    for article_check in article_checks():
        findings += article_check.check_article(passages, context)
    by_number = {passage.number: passage for passage in passages}
    return _in_order(without_accepted(findings, by_number, context))


def _is_checked(passage: Passage) -> bool:
    return not passage.is_omitted and bool(passage.target.strip())


def _numbered(findings: Iterable[Finding], passage: Passage) -> Iterable[Finding]:
    for finding in findings:
        yield finding if finding.number == passage.number else replace(finding, number=passage.number)


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(
        findings,
        key=lambda f: (f.number, f.target or f.source or (0, 0), _RANK[f.level], f.check, f.source or (0, 0)),
    )
