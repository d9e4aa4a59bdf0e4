"""The report of findings: every one of an edition with the decision on it, by whom and when; and as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.checks.accepted import covers
from workbench.checks.run import check_passages
from workbench.desk.checking import (
    Waived,
    check_row,
    context_of,
    is_waived,
    passage_of,
    waived_in,
    with_precedents,
)
from workbench.desk.content import current_digest
from workbench.desk.finding_editions import find_edition
from workbench.desk.machine import unchanged_notes
from workbench.errors import FormatError
from workbench.formats.finding_sheets import csv_sheet, html_sheet, json_sheet
from workbench.formats.writing import write_file
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.model.finding import Finding
from workbench.model.judgement import Decision, Judgement, Report, ReportedArticle
from workbench.model.passage import CheckContext, Equivalence, Passage
from workbench.model.rows import EditionRow
from workbench.model.term import AcceptedPair
from workbench.sentences import say

WRITERS: dict[str, Callable[[Report], bytes]] = {
    ".html": html_sheet,
    ".csv": csv_sheet,
    ".json": json_sheet,
}


def report_of(library: Library, keys: Iterable[str], language: str = "en") -> Report:
    """Return the report of articles' editions: their findings, open and decided, under what they were found in."""
    lines: list[Judgement] = []
    articles = []
    with library.reading() as tx:
        for key in keys:
            edition = find_edition(tx, key, language)[1]
            lines += judgements_of(tx, edition)
            articles.append(_reported(tx, edition))
        return Report(tuple(lines), tuple(articles), tx.options.get("time_zone"))


def _reported(tx: Transaction, edition: Edition) -> ReportedArticle:
    article = tx.articles.get(edition.article_id)
    return ReportedArticle(
        article.key,
        edition.language,
        edition.headline,
        article.headline,
        str(edition.stage),
        edition.number,
        current_digest(tx, edition),
    )


def judged(library: Library, key: str, language: str = "en") -> list[Judgement]:
    """Return every finding of an article's edition, open and decided, row by row.

    What the house accepted for good is looked up too: it would be found without the exceptions.
    """
    with library.reading() as tx:
        return judgements_of(tx, find_edition(tx, key, language)[1])


def judgements_of(tx: Transaction, edition: Edition) -> list[Judgement]:
    """Return every finding of an edition with its decision, inside a transaction."""
    key = tx.articles.get(edition.article_id).key
    context = context_of(tx, edition)
    if context.is_monolingual:
        return []
    rows = tx.editions.rows(edition.id)
    passages = [passage_of(row) for row in rows]
    context = with_precedents(tx, edition, passages, context)
    found = check_passages(passages, context)
    hidden = _settled(passages, context, found)
    found += unchanged_notes(edition, rows)
    names, waived = tx.people.names(), waived_in(tx, edition)
    lines = [_line(key, finding, rows, waived, names) for finding in found]
    lines += _for_good(tx, key, hidden, rows, names)
    return sorted(lines, key=lambda line: line.finding.number)


def judged_pairs(pairs: Iterable[tuple[int, str, str]], context: CheckContext) -> list[Judgement]:
    """Return the findings of pairs judged alone; nobody has decided on any of them."""
    return [
        _plain_line("", finding, source, target)
        for row, source, target in pairs
        for finding in check_row(Passage(source, target, number=row), context)
    ]


def write_report(path: Path, report: Report) -> int:
    """Write a report as .html, .csv or .json; return the number of findings in it."""
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise FormatError(
            say("{path} has to end in one of: {endings}.", path=path.name, endings=", ".join(WRITERS))
        )
    write_file(path, writer(report))
    return len(report.lines)


def _settled(passages: Sequence[Passage], context: CheckContext, found: list[Finding]) -> list[Finding]:
    """Return the findings that only the exceptions of the house keep quiet."""
    if not context.equivalences and not context.traps:
        return []
    known = {_shape(finding) for finding in found}
    bare = replace(context, equivalences=(), traps=())
    return [finding for finding in check_passages(passages, bare) if _shape(finding) not in known]


def _shape(finding: Finding) -> tuple[object, ...]:
    return finding.number, finding.check, finding.slip, finding.source, finding.target


def _for_good(
    tx: Transaction, key: str, hidden: list[Finding], rows: Sequence[EditionRow], names: dict[int, str]
) -> list[Judgement]:
    pairs = tx.vocabulary.accepted_pairs()
    lines = []
    for finding in hidden:
        row = rows[finding.number - 1]
        pair = next((each for each in pairs if _is_by(each, finding, passage_of(row))), None)
        if pair is not None:
            lines.append(
                replace(
                    _plain_line(key, finding, row.source, row.target, row.paragraph),
                    decision=Decision.ALWAYS,
                    reason=pair.reason,
                    person=names.get(pair.person_id or 0, ""),
                    at=pair.at,
                )
            )
    return lines


def _is_by(pair: AcceptedPair, finding: Finding, passage: Passage) -> bool:
    return covers(Equivalence(pair.source, pair.target), finding, passage)


def _line(
    key: str, finding: Finding, rows: Sequence[EditionRow], waived: Waived, names: dict[int, str]
) -> Judgement:
    row = rows[finding.number - 1]
    line = _plain_line(key, finding, row.source, row.target, row.paragraph)
    waiver = is_waived(finding, row, waived)
    if waiver is None:
        return line
    decision = Decision.ARTICLE if waiver.target_id is None else Decision.ROW
    return replace(
        line, decision=decision, reason=waiver.reason, person=names[waiver.person_id], at=waiver.at
    )


def _plain_line(key: str, finding: Finding, source: str, target: str, paragraph: int = 0) -> Judgement:
    return Judgement(
        key,
        finding,
        source[slice(*finding.source)] if finding.source else "",
        target[slice(*finding.target)] if finding.target else "",
        paragraph,
    )
