"""Commands on the term base."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.context import WITH_PROBLEMS, common
from workbench.desk.terming import export_terms, find_terms, import_terms

app = typer.Typer(no_args_is_help=True, help="The term base.")


def add_commands(program: typer.Typer) -> None:
    """Add these commands to the program."""
    program.add_typer(app, name="terms")


@app.command("find")
def find_command(command: typer.Context, text: str) -> None:
    """Find the terms in a Chinese text."""
    context = common(command)
    for hit in find_terms(context.library(), text):
        forms = [form.text for form in hit.entry.targets]
        document = {"start": hit.start, "end": hit.end, "source": text[hit.start : hit.end], "targets": forms}
        context.answer_line(document, f"{text[hit.start : hit.end]}\t{' | '.join(forms)}")


@app.command("import")
def import_command(command: typer.Context, file: Path) -> None:
    """Add concepts from a TBX, CSV or XLSX file."""
    context = common(command)
    added, problems = import_terms(context.library(), file, by=context.actor_or_none())
    if problems:
        context.status = WITH_PROBLEMS
    shown = [{"path": p.path, "place": p.place, "message": p.message} for p in problems]
    said = [f"{added} concepts added", *(f"{p.place}: {p.message}" for p in problems)]
    context.answer({"concepts": added, "problems": shown}, said)


@app.command("export")
def export_command(
    command: typer.Context, file: Annotated[Path, typer.Argument(help=".tbx, .csv or .xlsx")]
) -> None:
    """Write the term base to a TBX, CSV or XLSX file."""
    context = common(command)
    count = export_terms(context.library(), file)
    context.answer({"concepts": count, "path": str(file)}, f"{count} concepts written to {file}")
