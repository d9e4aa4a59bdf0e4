"""Commands for finished pages: publish and verify."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.articles import Language
from workbench.cli.context import WITH_PROBLEMS, common
from workbench.desk.anchoring import read_seal
from workbench.desk.attesting import Deed, attest, try_link
from workbench.desk.gate import Point
from workbench.desk.publishing import PublishReport, publish, read_checklist
from workbench.desk.reading import open_edition
from workbench.desk.verifying_files import verify


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command("publish")(publish_command)
    app.command("checklist")(checklist_command)
    app.command("verify")(verify_command)


def publish_command(
    command: typer.Context,
    keys: Annotated[list[str], typer.Argument(help="Articles.")],
    to: Annotated[Path, typer.Option("--to", help="The folder for the files.")],
    formats: Annotated[
        list[str],
        typer.Option(
            "--format",
            help="html docx txt pdf md json po xliff12 xliff21 bilingual-docx; beside them: record sign-off findings.",
        ),
    ],
    template: Annotated[str, typer.Option(help="Of the web page; the library's own when not given.")] = "",
    language: Language = "en",
) -> None:
    """Publish approved editions as files; refuses with the complete list of reasons."""
    context = common(command)
    library, by = context.library(), context.actor()
    if {"pdf", "sign-off"} & set(formats):
        _register_drawn()
    report = PublishReport()
    context.watch(publish(library, by, keys, to, formats, report, language, template=template))
    reasons = [
        {"code": reason.code, "message": reason.message, "key": key}
        for key, given in report.refused
        for reason in given
    ]
    files = [
        {"path": str(file.path), "format": file.format, "digest": file.digest, "kind": str(file.kind)}
        for file in report.files
    ]
    if reasons:
        context.status = WITH_PROBLEMS
    said = [f"wrote  {file['path']}" for file in files]
    said += [f"refused {reason['key']}  {reason['code']}: {reason['message']}" for reason in reasons]
    context.answer({"files": files, "reasons": reasons}, said)


def checklist_command(
    command: typer.Context,
    key: Annotated[str, typer.Argument(help="The article.")],
    try_source: Annotated[
        bool,
        typer.Option(
            "--try-source", help="Open the address of the source once, and note whether it is right."
        ),
    ] = False,
    preview_read: Annotated[
        bool, typer.Option("--preview-read", help="Note that you have read the page as readers will see it.")
    ] = False,
    language: Language = "en",
) -> None:
    """Show every point of the publish checklist; what is only advised stands in no page's way."""
    context = common(command)
    library = context.library()
    if try_source:
        context.watch(try_link(library, context.actor(), key, language))
    if preview_read:
        attest(library, context.actor(), key, Deed.PREVIEW, language)
    points = read_checklist(library, open_edition(library, key, language).edition_id)
    if not all(point.is_met or point.is_advice for point in points):
        context.status = WITH_PROBLEMS
    shown = [
        {
            "point": point.key,
            "name": point.name,
            "met": point.is_met,
            "advised": point.is_advice,
            "said": point.said,
        }
        for point in points
    ]
    context.answer({"key": key, "points": shown}, [_in_words(point) for point in points])


def _in_words(point: Point) -> str:
    mark = "ok  " if point.is_met else "—   " if point.is_advice else "NO  "
    return f"{mark} {point.name}" + (f": {point.said}" if point.said else "")


def _register_drawn() -> None:
    from workbench.ui.pdf import register_pdf  # Qt draws PDF pages; nothing else here loads it
    from workbench.ui.sheets import register_sheets

    register_pdf()
    register_sheets()


def verify_command(
    command: typer.Context,
    files: list[Path],
    against: Annotated[
        Path | None, typer.Option("--against", help="A seal of the library: its signing keys count.")
    ] = None,
) -> None:
    """Check published files against the manifest beside them, and with -L against the library; a manifest: all its files."""
    context = common(command)
    library = None if context.place is None else context.library(create=False)
    problems = verify(files, library=library, seal=None if against is None else read_seal(against))
    if problems:
        context.status = WITH_PROBLEMS
    document = {"ok": not problems, "problems": [asdict(problem) for problem in problems]}
    context.answer(document, [p.message for p in problems] or ["All files are as they were published."])
