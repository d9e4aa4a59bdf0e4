"""The demonstration of the whole job, with pictures of every screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.cli.context import common
from workbench.cli.opening import has_screen


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command("demo")(demo_command)


def demo_command(
    command: typer.Context,
    to: Annotated[Path, typer.Option("--to", help="A folder for the library, the pages and the pictures.")],
    screens: Annotated[bool, typer.Option("--screens", help="Also a picture of each screen.")] = False,
) -> None:
    """Do the main job on the sample: import, draft, check, submit, approve, publish."""
    from workbench.desk.demonstrating import demonstrate  # loads all formats

    context = common(command)
    report = demonstrate(to)
    document: dict[str, Any] = {"files": [str(file) for file in report.files], "screens": []}
    said = [*report.said, *(f"wrote  {file}" for file in report.files)]
    if screens:
        pictures = _pictures(report.library, to / "screens")
        document["screens"] = [str(picture) for picture in pictures]
        said += [f"drew   {picture}" for picture in pictures]
    context.answer(document, said)


def _pictures(library: Path, folder: Path) -> list[Path]:
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from workbench.ui.pictures import render_screens  # Qt, and only when pictures are wanted

    return list(render_screens(library, folder))
