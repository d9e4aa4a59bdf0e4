"""Running the checks over one row, or over the rows of an edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.checks.registry import article_checks, row_checks
from workbench.model.finding import Finding
from workbench.model.kinds import Level
from workbench.model.passage import CheckContext, Passage

_RANK = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}


def check_passage(passage: Passage, context: CheckContext) -> list[Finding]:
    """Return the findings of one row judged alone, by place in the target, gravest first."""
    return _in_order(_row_findings(passage, context))


def check_passages(passages: Sequence[Passage], context: CheckContext) -> list[Finding]:
    """Return the findings of an edition, row by row, with those of the article as a whole."""
    findings = [finding for passage in passages for finding in _row_findings(passage, context)]
    for check in article_checks():
        findings += check.check_article(passages, context)
    return _in_order(findings)


def _row_findings(passage: Passage, context: CheckContext) -> list[Finding]:
    if passage.is_omitted or not passage.target.strip():
        return []
    return [
        finding if finding.number == passage.number else replace(finding, number=passage.number)
        for check in row_checks()
        for finding in check.check(passage, context)
    ]


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(
        findings,
        key=lambda f: (f.number, f.target or f.source or (0, 0), _RANK[f.level], f.check, f.source or (0, 0)),
    )
