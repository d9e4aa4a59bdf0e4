"""The command `check`: findings of articles, or of a file of pairs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.articles import Language
from workbench.cli.checking_pairs import answer, answer_pairs, read_pairs
from workbench.cli.context import CommandContext, common
from workbench.desk.checking import check_edition, library_context
from workbench.desk.reading import open_edition
from workbench.model.finding import Finding


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command("check")(check_command)


def check_command(
    command: typer.Context,
    keys: Annotated[list[str] | None, typer.Argument(help="Articles.")] = None,
    pairs: Annotated[Path | None, typer.Option(help="A UTF-8 file: source TAB target a line.")] = None,
    report: Annotated[
        Path | None,
        typer.Option(help="Write every finding with the decision on it to a .html, .csv or .json file too."),
    ] = None,
    language: Language = "en",
) -> None:
    """Check articles, or the pairs of a tab-separated file, each judged alone."""
    context = common(command)
    if pairs is None and not keys:
        raise typer.BadParameter("Give the keys of articles, or a file with --pairs.")
    if pairs is not None:
        answer_pairs(context, pairs, library_context(context.library(), "zh", language))
    for key in keys or []:
        _check_article(context, key, language)
    if report is not None:
        _write_report(context, report, keys or [], pairs, language)


def _write_report(
    context: CommandContext, path: Path, keys: list[str], pairs: Path | None, language: str
) -> None:
    from workbench.desk.judging import judged_pairs, report_of, write_report

    library = context.library()
    report = report_of(library, keys, language)
    if pairs is not None:
        found = judged_pairs(read_pairs(pairs), library_context(library, "zh", language))
        report = replace(report, lines=(*report.lines, *found))
    count = write_report(path, report)
    if not context.as_json:
        context.answer_line({}, f"{count} findings written to {path}")


def _check_article(context: CommandContext, key: str, language: str) -> None:
    library = context.library()
    opened = open_edition(library, key, language)
    by_row: dict[int, list[Finding]] = {}
    for finding in check_edition(library, opened.edition_id):
        by_row.setdefault(finding.number, []).append(finding)
    for row in opened.rows:
        said = f"{opened.key} {row.number}"
        answer(context, {"key": opened.key, "number": row.number}, said, by_row.get(row.number, []))
