"""Commands on the library itself."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.context import WITH_PROBLEMS, common
from workbench.desk.keeping import Verdict, backup, check_library, describe, restore
from workbench.errors import WorkbenchError
from workbench.library.library import open_library
from workbench.library.place import find_place

app = typer.Typer(no_args_is_help=True, help="The library itself.")


def add_commands(program: typer.Typer) -> None:
    """Add these commands to the program."""
    program.add_typer(app, name="library")


@app.command("init")
def init_command(
    command: typer.Context, place: Annotated[str, typer.Argument(help="A path or URL.")]
) -> None:
    """Make a new library."""
    context = common(command)
    with open_library(place) as library:
        context.answer(
            {"ok": True, "problems": [], "library": library.name}, f"The library {library.name} is ready."
        )


@app.command("info")
def info_command(command: typer.Context) -> None:
    """Say what is in the library."""
    context = common(command)
    found = describe(context.library(create=False))
    context.answer(
        {"ok": True, "problems": [], **found}, [f"{name}: {value}" for name, value in found.items()]
    )


@app.command("check")
def check_command(command: typer.Context) -> None:
    """Check the library for damage, and the account of events for tampering."""
    context = common(command)
    _verdict(command, check_library(context.library(create=False)), "The library is sound.")


@app.command("backup")
def backup_command(
    command: typer.Context,
    to: Annotated[
        str, typer.Option("--to", help="A file; by default dated, in the folder “backups” beside it.")
    ] = "",
) -> None:
    """Make a verified copy of the library."""
    context = common(command)
    copy = backup(context.library(create=False), to)
    context.answer({"ok": True, "problems": [], "path": str(copy)}, f"Backed up to {copy}")


@app.command("restore")
def restore_command(
    command: typer.Context, copy: Annotated[str, typer.Argument(help="A backup file.")]
) -> None:
    """Put a backup in the place of the library; what stood there is kept beside it."""
    context = common(command)
    kept = restore(context.place, copy)
    context.answer(
        {"ok": True, "problems": [], "kept": str(kept or "")}, f"Restored. The former file is {kept}."
    )


@app.command("migrate")
def migrate_command(command: typer.Context) -> None:
    """Bring the library up to date (opening it does the same)."""
    context = common(command)
    found = describe(context.library(create=False))
    context.answer({"ok": True, "problems": [], **found}, f"The library is at schema {found['schema']}.")


@app.command("move")
def move_command(
    command: typer.Context, place: Annotated[str, typer.Argument(help="The path of the new library.")]
) -> None:
    """Copy the library to another place, verified; the library itself stays where it is."""
    context = common(command)
    if "://" in place and not place.startswith("sqlite"):
        raise WorkbenchError("Moving a library to a server is not possible yet. Name a path for a copy.")
    copy = backup(context.library(create=False), str(find_place(place).path))
    with open_library(copy, create=False) as moved:
        verdict = check_library(moved)
    if verdict.problems:
        context.status = WITH_PROBLEMS
    document = {"ok": not verdict.problems, "problems": verdict.problems, "path": str(copy)}
    well = f"The library stands at {copy} too. Open it there: workbench -L {copy}"
    context.answer(document, verdict.problems or [well])


def _verdict(command: typer.Context, verdict: Verdict, well: str) -> None:
    context = common(command)
    if verdict.problems:
        context.status = WITH_PROBLEMS
    document = {"ok": not verdict.problems, "problems": verdict.problems, "events": verdict.events}
    context.answer(document, verdict.problems or [well])
