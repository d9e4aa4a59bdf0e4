"""Commands on the term base."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.context import WITH_PROBLEMS, CommandContext, common
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
        document["statuses"] = [str(form.status) for form in hit.entry.targets]
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
    command: typer.Context,
    file: Annotated[Path, typer.Argument(help=".tbx, .v2.tbx (for older programs), .csv or .xlsx")],
) -> None:
    """Write the term base to a TBX, CSV or XLSX file."""
    context = common(command)
    count = export_terms(context.library(), file)
    context.answer({"concepts": count, "path": str(file)}, f"{count} concepts written to {file}")


@app.command("list")
def list_command(
    command: typer.Context,
    text: Annotated[str, typer.Argument(help="Words that stand in the concepts.")] = "",
    *,
    proposed: Annotated[bool, typer.Option("--proposed", help="Only what waits for a decision.")] = False,
) -> None:
    """List concepts with their numbers, proposals first."""
    from workbench.desk.terming import list_concepts

    context = common(command)
    for concept in list_concepts(context.library(create=False), text, proposed_only=proposed):
        value = concept.value
        document = {
            "id": concept.id,
            "proposed": value.is_proposed,
            "forms": [{"language": f.language, "text": f.text, "status": str(f.status)} for f in value.forms],
            "domain": value.domain,
            "definition": value.definition,
            "note": value.note,
            "authority": value.authority,
            "valid_from": value.valid_from,
            "valid_to": value.valid_to,
            "person": concept.person,
        }
        mark = "?" if value.is_proposed else " "
        context.answer_line(document, f"{concept.id}\t{mark}\t{' | '.join(f.text for f in value.forms)}")


@app.command("add")
def add_command(
    command: typer.Context,
    source: Annotated[str, typer.Argument(help="The Chinese form.")],
    targets: Annotated[list[str], typer.Argument(help="Forms in the other language, best first.")],
    domain: Annotated[str, typer.Option()] = "",
) -> None:
    """Add a term; from whoever may not decide on terms it is a proposal."""
    from workbench.desk.terming import add_term

    context = common(command)
    number = add_term(context.library(), context.actor(), source, targets, domain=domain)
    context.answer({"id": number}, f"Concept {number}")


@app.command("accept")
def accept_command(
    command: typer.Context, concepts: Annotated[list[int], typer.Argument(metavar="ID…")]
) -> None:
    """Accept proposed terms."""
    _decide(common(command), concepts, is_accepted=True)


@app.command("refuse")
def refuse_command(
    command: typer.Context, concepts: Annotated[list[int], typer.Argument(metavar="ID…")]
) -> None:
    """Turn proposed terms down."""
    _decide(common(command), concepts, is_accepted=False)


def _decide(context: CommandContext, concepts: list[int], *, is_accepted: bool) -> None:
    from workbench.desk.terming import decide

    count = decide(context.library(), context.actor(), concepts, is_accepted=is_accepted)
    context.answer({"decided": count}, f"{count} decided")


@app.command("candidates")
def candidates_command(
    command: typer.Context,
    key: Annotated[
        str, typer.Argument(help="An article's key; without one the memory is looked through.")
    ] = "",
    least: Annotated[int, typer.Option(min=2, help="How often words must stand in the texts.")] = 2,
) -> None:
    """Find frequent words that are not terms yet, with their likely English."""
    from workbench.desk.collecting import candidates_of_article, candidates_of_memory

    context = common(command)
    library = context.library(create=False)
    found = (
        candidates_of_article(library, key, least=least)
        if key
        else candidates_of_memory(library, least=max(least, 3))
    )
    for each in found:
        document = {
            "source": each.source,
            "count": each.times,
            "target": each.target,
            "example": each.example,
        }
        context.answer_line(document, f"{each.times}\t{each.source}\t{each.target}")
